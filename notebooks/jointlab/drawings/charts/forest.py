"""Figures of many studies below each other on one axis, each with its interval: a forest plot, or a dot chart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle

from matplotlib.axes import Axes

from jointlab.drawings import style
from jointlab.drawings.picture import Picture

HEADING, ROW, ROW_WITH_TWO_LINES = 46, 30, 46  # pixels
ABOVE, BELOW = 34, 62  # pixels between the rows and the edges of the picture
LEFT, LABELS, NOTES = 16, 396, 778  # pixels: where labels, axis and notes begin


@dataclass(frozen=True)
class Row:
    """One figure: `value` with its interval from `low` to `high`, any of which may be None.

    `label` and, smaller, `under` stand to the left, `note` to the right. Where a source gives no value, `says` stands
    at the line of no difference in its place: across it, or at the side to which it leans (−1 or 1).
    """

    label: str
    value: float | None
    low: float | None
    high: float | None
    note: str
    under: str = ""
    says: str = ""
    leans: int = 0


@dataclass(frozen=True)
class Scale:
    """The axis: from `low` to `high` with `ticks`, mapped to their words; `null` is where nothing differs.

    `sides` says what lies to the left and to the right of `null`. On a logarithmic axis, ratios have equal steps.
    """

    low: float
    high: float
    ticks: Mapping[float, str]
    label: str
    log: bool = False
    null: float | None = None
    sides: tuple[str, str] = ("", "")


class Forest(Picture):
    """A still chart; `groups` maps headings to rows, from top to bottom. `description` says what is compared.

    Intervals that leave the axis end in an arrow head.
    """

    def __init__(self, groups: Mapping[str, Sequence[Row]], scale: Scale, description: str):
        self.groups, self.scale = groups, scale
        rows = [row for group in groups.values() for row in group]
        self.pitch = ROW_WITH_TWO_LINES if any(row.under for row in rows) else ROW
        self.above = ABOVE if any(scale.sides) else 8
        self.rows_height = len(rows) * self.pitch + len(groups) * HEADING
        self.height = self.above + self.rows_height + BELOW
        kind = "logarithmic, " if scale.log else ""
        listed = " ".join(f"{heading}: {'; '.join(map(_in_words, group))}." for heading, group in groups.items())
        self.description = (
            f"{description} Horizontal axis: {scale.label}, {kind}{scale.low:g} to {scale.high:g}. {listed}"
        )
        super().__init__()

    def build(self) -> None:
        axes, page = self._axes(), self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(self.height, 0))
        page.set_axis_off()
        page.patch.set_visible(False)
        top = float(self.above)
        for (heading, rows), (name, marker) in zip(self.groups.items(), cycle(style.SERIES), strict=False):
            page.text(LEFT, top + 0.62 * HEADING, heading, weight="bold", va="center", size=style.TEXT["label"])
            top += HEADING
            for row in rows:
                self._words(page, row, top)
                y = top + self.pitch / 2 - self.above
                if row.value is not None:
                    self._marks(axes, row, y, style.colour(name), marker)
                elif self.scale.null is not None:
                    self._finding(axes, row, y, style.colour(name))
                top += self.pitch

    def _axes(self) -> Axes:
        scale = self.scale
        box = (
            LABELS / self.width,
            BELOW / self.height,
            (NOTES - 24 - LABELS) / self.width,
            self.rows_height / self.height,
        )
        axes = self.figure.add_axes(box, xlim=(scale.low, scale.high), ylim=(self.rows_height, 0), yticks=[])
        if scale.log:
            axes.set_xscale("log")
        axes.set_xticks(list(scale.ticks), list(scale.ticks.values()))
        axes.minorticks_off()
        axes.set_xlabel(scale.label)
        axes.spines["left"].set_visible(False)
        if scale.null is not None:
            axes.axvline(scale.null, color=style.colour("ink"), lw=style.LINE["thin"])
        for words, side in zip(scale.sides, ("right", "left"), strict=True):
            words = f"← {words}  " if side == "right" else f"  {words} →"
            how = {"ha": side, "va": "bottom", "size": style.TEXT["small"], "color": style.colour("muted")}
            if scale.null is not None and words.strip("←→ "):
                axes.text(scale.null, -8, words, **how)
        return axes

    def _words(self, page: Axes, row: Row, top: float) -> None:
        middle = top + self.pitch / 2
        page.text(LEFT, middle - (8 if row.under else 0), row.label, va="center")
        page.text(LEFT, middle + 10, row.under, va="center", size=style.TEXT["small"], color=style.colour("muted"))
        page.text(NOTES, middle, row.note, va="center", size=style.TEXT["small"])

    def _marks(self, axes: Axes, row: Row, y: float, colour: str, marker: str) -> None:
        scale = self.scale
        if row.low is not None and row.high is not None:
            ends = (max(row.low, scale.low), min(row.high, scale.high))
            axes.plot(ends, [y, y], color=colour, lw=style.LINE["normal"], solid_capstyle="butt")
            for end, beyond, head in ((ends[0], row.low < scale.low, "<"), (ends[1], row.high > scale.high, ">")):
                if beyond:
                    axes.plot([end], [y], head, color=colour, ms=9, clip_on=False)
        axes.plot([row.value], [y], marker, color=colour, ms=9, clip_on=False)

    def _finding(self, axes: Axes, row: Row, y: float, colour: str) -> None:
        """What a source says that gives no value."""
        words, side = {-1: (f"{row.says} ", "right"), 0: (row.says, "center"), 1: (f" {row.says}", "left")}[row.leans]
        ground = {"fc": style.colour("paper"), "ec": "none", "pad": 3} if row.leans == 0 else None
        axes.text(self.scale.null, y, words, ha=side, va="center", color=colour, weight="bold", bbox=ground)


def _in_words(row: Row) -> str:
    note = row.note.replace("\n", ", ")
    return ", ".join(filter(None, (row.label, row.under, row.says, note)))
