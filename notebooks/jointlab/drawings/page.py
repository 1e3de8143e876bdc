"""A picture laid out on a page: pixels from the top left, words in the course's type, plots between pixel edges."""

from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text

from jointlab.drawings import style
from jointlab.drawings.picture import Picture

SPACING = 1.35  # from line to line; give it as `linespacing` to words that get their lines later
DASHES = {"solid": "-", "dashed": (0, (5, 3)), "dotted": (0, (2, 3))}


class Page(Picture):
    """Base of pictures that are laid out in pixels: `self.page` has its origin at the top left, y runs down.

    A subclass fills in `lay_out`. What follows the state is made with `moves=True`; what stands still but must never
    be covered by it, with `above=True`. Sizes of type are steps of `style.TEXT`, widths of lines of `style.LINE`,
    colours names of the palette.
    """

    def build(self) -> None:
        self.page = self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(self.height, 0), zorder=2)
        self.page.set_axis_off()
        self.page.patch.set_visible(False)
        self.lay_out()

    def lay_out(self) -> None:
        """Put everything on the page."""
        raise NotImplementedError

    def plot(self, left: float, top: float, right: float, bottom: float, **settings: Any) -> Axes:
        """Axes with their corners at these pixels; ticks may be given as {place: words}."""
        box = (left / self.width, 1 - bottom / self.height, (right - left) / self.width, (bottom - top) / self.height)
        worded = {name: settings.pop(name) for name in ("xticks", "yticks") if isinstance(settings.get(name), dict)}
        axes = self.figure.add_axes(box, **settings)
        for name, words in worded.items():
            getattr(axes, f"set_{name}")(list(words), list(words.values()))
        if worded:
            axes.minorticks_off()
        return axes

    # fmt: off
    def write(
        self, x: float, y: float, words: str = "", size: str | float = "small", colour: str = "ink", *,
        bold: bool = False, on: Axes | None = None, moves: bool = False, above: bool = False, **how: Any,
    ) -> Text:
        # fmt: on
        """Words whose middle height is at `y`, on the page or on a plot.

        Of the one number that a picture is about, `size` may be given in pixels.
        """
        look = {"color": style.colour(colour), "weight": "bold" if bold else "normal", "va": "center"}
        look["size"] = style.TEXT.get(size, size)
        if "\n" in words:  # a single line with a spacing is centred by its own letters: it would leave its baseline
            look["linespacing"] = SPACING
        text = (on or self.page).text(x, y, words, **look | how)
        return self._declared(text, moves, above)

    def heading(self, x: float, y: float, words: str) -> Text:
        """What a part of the page shows."""
        return self.write(x, y, words, "label", bold=True)

    def line(self, axes: Axes, colour: str, width: str = "normal", dash: str = "solid", **how: Any) -> Line2D:
        """An empty line that follows the state."""
        look = {"color": style.colour(colour), "lw": style.LINE[width], "ls": DASHES[dash]}
        return self.moving(axes.plot([], [], **look | how)[0])

    def level(self, axes: Axes, value: float, colour: str = "ink", width: str = "thin", dash: str = "dotted") -> Line2D:
        """A line that stands still at one `value` of the vertical axis."""
        return axes.axhline(value, color=style.colour(colour), lw=style.LINE[width], ls=DASHES[dash])

    # fmt: off
    def shape(
        self, fill: str | None, edge: str | None = None, width: str = "thin", *, on: Axes | None = None,
        moves: bool = False, above: bool = False, **how: Any,
    ) -> PathPatch:
        # fmt: on
        """An outline without a path yet, on the page or on a plot; give it one with `set_path`."""
        look = {"fc": style.colour(fill) if fill else "none", "ec": style.colour(edge) if edge else "none"}
        patch = PathPatch(Path([(0, 0)]), **look | {"lw": style.LINE[width], "joinstyle": "round"} | how)
        return self._declared((on or self.page).add_patch(patch), moves, above)

    def _declared(self, artist: Artist, moves: bool, above: bool) -> Any:
        if moves:
            return self.moving(artist)
        return self.above(artist) if above else artist
