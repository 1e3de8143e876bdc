"""Where the artists of a picture stand, rounded to whole pixels: what was once looked at and approved, kept in words.

A layout is a list of entries `[what, box, middle, words]`: kind and look of the artist, its left, top, right and
bottom edge, the middle of its outline (which moves when a curve changes its shape between the same ends), its words.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from weakref import WeakSet

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import Collection
from matplotlib.colors import to_hex, to_rgba
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from jointlab.drawings import style
from jointlab.drawings.picture import Picture

SLACK = 2  # pixels by which another machine's rounding may move an edge
_PALETTE = {light: name for name, (light, _) in style.COLOURS.items()}
_SETTLED: WeakSet[Picture] = WeakSet()
Entry = list


def layout(picture: Picture, artists: list[tuple[str, Artist]]) -> dict[str, Entry]:
    """Name → entry for those of the named `artists` that are seen."""
    found = {}
    for name, artist in artists:
        entry = _entry(picture, artist)
        if entry:
            found[name] = entry
    return found


def standing(picture: Picture) -> list[tuple[str, Artist]]:
    """All artists of the stage by their words or look, ticks' words included, grids and frames of axes left out."""
    settle(picture)
    moving, seen, named = set(picture.movers), Counter(), []
    for artist in _drawn(picture):
        if artist not in moving and _is_seen(artist):
            name = (isinstance(artist, Text) and _said(artist)) or _look(artist)
            seen[name] += 1
            named.append((f"{name} ({seen[name]})" if seen[name] > 1 else name, artist))
    return named


def following(picture: Picture) -> list[tuple[str, Artist]]:
    """The artists that follow the state, by the attribute that holds them or by their number."""
    names = {id(artist): name for name, artist in vars(picture).items() if isinstance(artist, Artist)}
    return [(f"{i:02d} {names.get(id(artist), '')}".strip(), artist) for i, artist in enumerate(picture.movers)]


def settle(picture: Picture) -> None:
    """Lay out once, without a single pixel: only then do the names of the axes know where they stand."""
    if picture in _SETTLED:
        return
    _SETTLED.add(picture)
    with style.applied():
        picture.figure.draw_without_rendering()


def differences(approved: dict[str, Entry], now: dict[str, Entry]) -> list[str]:
    """What has changed beyond `SLACK`, in words."""
    said = [f"{name} is gone: {approved[name]}" for name in approved.keys() - now.keys()]
    said += [f"{name} is new: {now[name]}" for name in now.keys() - approved.keys()]
    for name in approved.keys() & now.keys():
        (what, *places, words), (what_now, *places_now, words_now) = approved[name], now[name]
        moved = np.abs(np.concatenate(places) - np.concatenate(places_now)).max() > SLACK
        if moved or what != what_now or words != words_now:
            said.append(f"{name}: {approved[name]} is now {now[name]}")
    return sorted(said)


def boxes(picture: Picture, artists: Iterable[Artist]) -> dict[Text, Bbox]:
    """The boxes of those of the `artists` that are words, and are seen."""
    renderer = picture.figure.canvas.get_renderer()
    seen = (artist for artist in artists if isinstance(artist, Text) and _is_seen(artist) and _said(artist))
    return {text: text.get_window_extent(renderer) for text in seen}


def tick_words(picture: Picture) -> set[Text]:
    """The words that stand at the ticks of an axis."""
    return {text for axes in picture.figure.axes for axis in (axes.xaxis, axes.yaxis) for text in _at_ticks(axis)}


def _drawn(picture: Picture) -> Iterator[Artist]:
    figure = picture.figure
    yield from (*figure.texts, *figure.lines, *figure.patches)
    for axes in figure.axes:
        yield from (*axes.lines, *axes.patches, *axes.collections, *axes.texts)
        yield from (child for child in axes.get_children() if isinstance(child, Text) and child not in axes.texts)
        for axis in (axes.xaxis, axes.yaxis):
            yield from (axis.label, *_at_ticks(axis)) if axes.axison else ()


def _at_ticks(axis) -> Iterator[Text]:
    low, high = sorted(axis.get_view_interval())
    for label in axis.get_ticklabels() if axis.axes.axison else ():
        if low <= label.get_position()[0 if axis.axis_name == "x" else 1] <= high:
            yield label


def _is_seen(artist: Artist) -> bool:
    return artist.get_visible() and artist.get_alpha() != 0


def _entry(picture: Picture, artist: Artist) -> Entry | None:
    if not _is_seen(artist):
        return None
    if isinstance(artist, Text):
        if not artist.get_text().strip():
            return None
        box = artist.get_window_extent(picture.figure.canvas.get_renderer())
        outline, said = [box.corners()[[0, 1, 3, 2, 0]]], _said(artist)
    else:
        outline, said = list(_outline(artist)), ""
    outline = [_inside(picture, artist, points) for points in outline if len(points)]
    if not outline:
        return None
    points = np.vstack(outline)
    box = [points[:, 0].min(), points[:, 1].max(), points[:, 0].max(), points[:, 1].min()]
    places = [[round(x), round(picture.height - y)] for x, y in (box[:2], box[2:], _middle(outline))]
    return [_look(artist), places[0] + places[1], places[2], said]


def _said(text: Text) -> str:
    return " ".join(text.get_text().split())


def _outline(artist: Artist) -> Iterator[np.ndarray]:
    """The lines of an artist, in pixels."""
    if isinstance(artist, Line2D):
        points = artist.get_transform().transform(artist.get_xydata()) if len(artist.get_xdata()) else np.empty((0, 2))
        yield points[np.isfinite(points).all(axis=1)]
    elif isinstance(artist, Patch):
        yield from artist.get_transform().transform_path(artist.get_path()).to_polygons(closed_only=False)
    elif isinstance(artist, Collection):
        for path in artist.get_paths():
            yield from artist.get_transform().transform_path(path).to_polygons(closed_only=False)
    else:
        raise TypeError(f"There is no outline yet for a {type(artist).__name__}: add it here.")


def _inside(picture: Picture, artist: Artist, points: np.ndarray) -> np.ndarray:
    """`points` moved to the edge of what is shown, so that what lies far outside does not matter."""
    whole = Bbox([[0, 0], [picture.width, picture.height]])
    axes: Axes | None = artist.axes
    box = axes.bbox if axes is not None and artist.get_clip_on() and not isinstance(artist, Text) else whole.padded(99)
    return np.clip(points, box.min, box.max)


def _middle(outline: list[np.ndarray]) -> np.ndarray:
    """The mean place along the lines, by their length: it does not depend on how finely a curve is cut."""
    pieces = [(np.hypot(*np.diff(points, axis=0).T), (points[1:] + points[:-1]) / 2) for points in outline]
    lengths, middles = (np.concatenate(part) for part in zip(*pieces, strict=True))
    return np.average(middles, axis=0, weights=lengths) if lengths.sum() > 0 else np.vstack(outline).mean(axis=0)


def _look(artist: Artist) -> str:
    """Kind, colours, dash and width in a few words."""
    if isinstance(artist, Text):
        return f"text {colour_name(artist.get_color())} {artist.get_size():g}"
    if isinstance(artist, Line2D):
        marker = "" if artist.get_marker() in ("None", "", None, " ") else f" marker {artist.get_marker()}"
        return f"line {colour_name(artist.get_color())} {artist.get_linestyle()} {artist.get_linewidth():g}{marker}"
    if isinstance(artist, Patch):
        fill = colour_name(artist.get_facecolor()) if artist.get_fill() else "none"
        return f"shape {fill} edge {colour_name(artist.get_edgecolor())} {artist.get_linewidth():g}"
    return "area " + " ".join(colour_name(colour) for colour in artist.get_facecolor())


def colour_name(value) -> str:
    """A colour's name in the palette."""
    if to_rgba(value)[3] == 0:
        return "none"
    code = to_hex(value)
    return _PALETTE.get(code, code)
