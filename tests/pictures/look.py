"""Readers of a finished picture, for probes: its words, lines and shapes, and where they stand.

Places are in data coordinates of an artist's own axes; in pictures whose axes are a page these are pixels from the
left and from the top.
"""

import re
from typing import NamedTuple

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Text
from tests.pictures.extents import colour_name

from jointlab.drawings.grip import Track
from jointlab.drawings.picture import Picture
from jointlab.sources import Observation


def said(text: Text) -> str:
    """The words of a text on one line."""
    return " ".join(text.get_text().split())


def texts(picture: Picture, words: str) -> list[Text]:
    """All texts in sight that contain `words`."""
    found = (text for axes in picture.figure.axes for text in axes.texts)
    return [text for text in (*picture.figure.texts, *found) if text.get_visible() and words in said(text)]


def text(picture: Picture, words: str) -> Text:
    """The only text in sight that says `words`, or else the only one that contains them."""
    return _only(texts(picture, words), words)


def _only(found: list[Text], words: str) -> Text:
    found = [text for text in found if said(text) == words] or found
    assert len(found) == 1, f"“{words}” stands {len(found)} times in the picture"
    return found[0]


def centre(text: Text) -> np.ndarray:
    """The middle of a text in data coordinates of its axes."""
    box = text.get_window_extent(text.figure.canvas.get_renderer())
    return text.axes.transData.inverted().transform([(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2])


def colour(artist: Artist) -> str:
    """The palette's name for the colour of a line, of words, of a fill, of marks (if hollow, of their edge)."""
    if isinstance(artist, Patch):
        return colour_name(artist.get_facecolor())
    if isinstance(artist, Line2D) and artist.get_linestyle() == "None":
        fill = colour_name(artist.get_markerfacecolor())
        return colour_name(artist.get_markeredgecolor()) if fill in ("paper", "none") else fill
    return colour_name(artist.get_color())


def shapes(where: Axes, colour_: str) -> list[Patch]:
    """The shapes in sight that are filled with a colour of the palette."""
    return [patch for patch in where.patches if patch.get_visible() and patch.get_fill() and colour(patch) == colour_]


def lines(where: Axes, colour_: str) -> list[Line2D]:
    """The lines in sight with a colour of the palette, those without a point left out."""
    return [line for line in where.lines if line.get_visible() and len(line.get_xdata()) and colour(line) == colour_]


def moving(picture: Picture, fill: str) -> Patch:
    """The only shape that follows the state and has this colour of the palette."""
    (found,) = (a for a in picture.movers if isinstance(a, Patch) and a.get_fill() and colour(a) == fill)
    return found


def outlines(patch: Patch) -> list[np.ndarray]:
    """The outlines of a shape, one for each of its pieces, in data coordinates of its axes."""
    path = patch.get_path().transformed(patch.get_transform() - patch.axes.transData)
    path.should_simplify = False
    return [np.asarray(piece) for piece in path.to_polygons(closed_only=False) if len(piece) > 1]


def span(patch: Patch) -> tuple[float, float, float, float]:
    """Least and largest x, least and largest y of a shape."""
    points = np.vstack(outlines(patch))
    return (*np.sort(points[:, 0])[[0, -1]], *np.sort(points[:, 1])[[0, -1]])


def area(outline: np.ndarray) -> float:
    """What an outline encloses."""
    x, y = outline.T
    return abs(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2


def strokes(line: Line2D) -> list[np.ndarray]:
    """The strokes of a line between which the pen is lifted, as points."""
    points = np.asarray(line.get_xydata(), dtype=float)
    lifted = np.isnan(points).any(axis=1)
    pieces = np.split(points[~lifted], np.unique(np.cumsum(~lifted)[lifted]))
    return [piece for piece in pieces if len(piece)]


def numbers(words: str) -> list[float]:
    """All numbers in some words."""
    found = re.findall(r"-?\d[\d,]*\.?\d*", words.replace("−", "-"))
    return [float(number.replace(",", "")) for number in found]


def arrows(patch: Patch) -> list[tuple[np.ndarray, np.ndarray]]:
    """Tail and tip of every arrow in a shape of many: seven corners, the tip in the middle."""
    return [((outline[0] + outline[6]) / 2, outline[3]) for outline in outlines(patch)]


def tracks(picture: Picture, state: object) -> dict[str, Track]:
    """The ways on which a hand can lead the picture, by the control that each moves."""
    return {track.control: track for grip in picture.grips(state) for track in grip}


class ChartRow(NamedTuple):
    """A row of a chart of rows: its heading, words at the left and at the right, and words among its marks.

    `ends`: of its interval; `values`: of its marks; `marks`: their colours and markers; `heads`: of its arrows;
    `lines`: all that is drawn, in order.
    """

    heading: str
    label: str
    note: str
    words: str
    ends: list[float]
    values: list[float]
    marks: list[tuple[str, str]]
    heads: list[str]
    lines: list[Line2D]


def rows(picture: Picture) -> list[ChartRow]:
    """The rows of a chart of rows from above."""
    page, chart = picture.figure.axes[:2]
    first, last = sorted(page.transData.inverted().transform(chart.bbox)[:, 0])
    left = [text for text in page.texts if text.get_position()[0] < first]  # from above, as they are written
    found = []
    for note in (text for text in page.texts if text.get_position()[0] > last):
        y = note.get_position()[1]
        label = " ".join(said(text) for text in left if abs(text.get_position()[1] - y) < 12).strip()
        headings = [said(text) for text in left if text.get_weight() == "bold" and text.get_position()[1] < y]
        lines = [line for line in chart.lines if len(line.get_xdata()) and np.ptp([y, *line.get_ydata()]) < 12]
        points = [line for line in lines if line.get_linestyle() == "None"]
        heads = [line.get_marker() for line in points if line.get_marker() in ("<", ">")]
        marks = [line for line in points if line.get_marker() not in ("<", ">")]
        intervals = [line for line in lines if line not in points and line.get_alpha() is None]
        words = [said(text) for text in chart.texts if abs(text.get_position()[1] - y) < 15]
        ends = [float(x) for line in intervals for x in line.get_xdata()]
        values = [float(x) for line in marks for x in line.get_xdata()]
        looks = [(colour(line), line.get_marker()) for line in marks]
        heading = headings[-1] if headings else ""
        found.append(ChartRow(heading, label, said(note), " ".join(words), ends, values, looks, heads, lines))
    return found


def row(picture: Picture, label: str) -> ChartRow:
    """The only row of a chart of rows whose label contains `label`, or else is that."""
    found = [row for row in rows(picture) if label in row.label]
    found = [row for row in found if row.label == label] or found
    assert len(found) == 1, f"{len(found)} rows are called “{label}”"
    return found[0]


def ground(picture: Picture, pixel: tuple[float, float]) -> str:
    """The palette's name for the topmost fill at a place in pixels from the left and the foot of the figure."""
    filled = [
        (axes.get_zorder(), patch.get_zorder(), i, patch)
        for axes in picture.figure.axes
        if axes.bbox.contains(*pixel)
        for i, patch in enumerate(axes.patches)
        if patch.get_visible() and patch.get_fill() and patch.get_alpha() is None
    ]
    found = "paper"
    for *_, patch in sorted(filled, key=lambda entry: entry[:3]):
        path = patch.get_transform().transform_path(patch.get_path())
        if any(path_.contains_point(pixel) for path_ in _pieces(path)) and colour(patch) != "none":
            found = colour(patch)
    return found


def _pieces(path):
    return [type(path)(piece, closed=True) for piece in path.to_polygons() if len(piece) > 2]


def counted(picture: Picture, rows: dict[str, Observation], drawn: list[tuple[str, int]], marked: tuple) -> None:
    """Little pictures in each row of a picture of things counted: label → what was counted.

    `drawn` and `marked`: by the shapes of which colour, and how many of these make one little picture.
    """
    (page,) = picture.figure.axes
    tops = [text(picture, label).get_position()[1] for label in rows]
    ends = np.r_[-np.inf, np.add(tops[1:], tops[:-1]) / 2 + 10, np.inf]

    def many(colour_: str, each: int, i: int) -> float:
        middles = [sum(span(patch)[2:]) / 2 for patch in shapes(page, colour_)]
        return sum(ends[i] < y < ends[i + 1] for y in middles) / each

    for i, (label, row) in enumerate(rows.items()):
        assert sum(many(colour_, each, i) for colour_, each in drawn) == row.n, label
        assert many(*marked, i) == row.value, label
