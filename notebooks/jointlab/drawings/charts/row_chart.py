"""Things compared below each other on one axis, a row for each: forest plots, dot charts, charts of durations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle

import numpy as np

from jointlab.drawings import style
from jointlab.drawings.charts.marks import Mark, Series, put
from jointlab.drawings.page import Page
from jointlab.language import _
from jointlab.units import number

HEADING = 46  # px
MARGIN, CLEAR = 16, 24  # px: before labels, between the axis and the notes
ABOVE, WORDS_ABOVE, NAMES = 8, 26, 30  # px above the rows: always, for words at the null line, for names of series
BELOW, LABEL = 40, 22  # px below the rows: always, for the name of the axis
APART = 0.2  # of a row: marks of two series in one row stand so far above and below its middle


@dataclass(frozen=True)
class Row:
    """One row: `label` and, smaller, `under` to the left; `marks` on the axis; `note` to the right of it.

    `band`: the ends of a pale band behind the marks, such as the range of them all. `series`: where the row has a look
    of its own, not that of its group. `spoken`: what a listener is told of the marks, if more than their words.
    """

    label: str
    marks: Sequence[Mark]
    note: str = ""
    under: str = ""
    band: tuple[float, float] | None = None
    series: Series | None = None
    spoken: str = ""


@dataclass(frozen=True)
class Scale:
    """The axis: from `low` to `high` with `ticks`, mapped to their words; `null` is where nothing differs.

    `sides` says what lies to the left and to the right of `null`, `at_null` what it is itself. On a logarithmic axis,
    ratios have equal steps. `spoken`: what a listener is told instead of the label and the ends.
    """

    low: float
    high: float
    ticks: Mapping[float, str]
    label: str = ""
    log: bool = False
    null: float | None = None
    at_null: str = ""
    sides: tuple[str, str] = ("", "")
    spoken: str = ""

    def in_words(self) -> str:
        """The axis for a listener."""
        told = _("{label}, logarithmic, {low} to {high}") if self.log else _("{label}, {low} to {high}")
        return self.spoken or told.format(label=self.label, low=number(self.low), high=number(self.high))


@dataclass(frozen=True)
class Layout:
    """Pixels: the axis from `left` to `right`, `pitch` from row to row.

    Labels begin at the left edge, or end at the axis if they stand `close`.
    """

    left: float = 396
    right: float = 754
    pitch: float = 30
    close: bool = False


class RowChart(Page):
    """A still chart; `groups` maps headings, or "" for none, to rows, from top to bottom.

    Each group has a colour and a marker of `style.SERIES`, unless its rows or marks have their own; `names` says what
    the series of such marks are. `description` says what is compared; the axis and the rows are added to it.
    """

    above_plot = 0  # pixels that a subclass keeps for itself above the chart

    def __init__(
        self,
        groups: Mapping[str, Sequence[Row]],
        scale: Scale,
        description: str,
        layout: Layout = Layout(),
        names: Mapping[str, Series] | None = None,
    ):
        self.groups, self.scale, self.layout, self.names = groups, scale, layout, names or {}
        worded = scale.at_null or any(scale.sides)
        self.top = self.above_plot + ABOVE + (WORDS_ABOVE if worded else 0) + (NAMES if self.names else 0)
        rows = sum(map(len, groups.values()))
        self.bottom = self.top + rows * layout.pitch + HEADING * sum(map(bool, groups))
        self.height = self.bottom + BELOW + (LABEL if scale.label else 0)
        listed = " ".join(map(self._in_words, groups))
        self.description = f"{description} {_('Horizontal axis: {scale}.').format(scale=scale.in_words())} {listed}"
        super().__init__()

    def lay_out(self) -> None:
        self._axis()
        self._names()
        top, pitch = self.top, self.layout.pitch
        for (heading, rows), series in zip(self.groups.items(), cycle(style.SERIES), strict=False):
            if heading:
                self.heading(MARGIN, top + 0.62 * HEADING, heading)
                top += HEADING
            for i, row in enumerate(rows):
                self._row(row, top + (i + 0.5) * pitch, row.series or series)
            top += pitch * len(rows)

    def _axis(self) -> None:
        scale, layout = self.scale, self.layout
        limits = {"xlim": (scale.low, scale.high), "ylim": (self.bottom, self.top), "yticks": []}
        limits |= {"xscale": "log" if scale.log else "linear", "xlabel": scale.label, "xticks": dict(scale.ticks)}
        self.axes = self.plot(layout.left, self.top, layout.right, self.bottom, **limits)
        self.axes.spines["left"].set_visible(False)
        if scale.null is None:
            return
        self.axes.axvline(scale.null, color=style.colour("ink"), lw=style.LINE["thin"])
        before, after = scale.sides
        for words, side in (
            (before and f"← {before}  ", "right"),
            (scale.at_null, "center"),
            (after and f"  {after} →", "left"),
        ):
            self.write(scale.null, self.top - 8, words, "small", "muted", on=self.axes, ha=side, va="bottom")

    def _names(self) -> None:
        """What the series are, in a line above all else, from its right end."""
        right, y = self.layout.right, self.above_plot + ABOVE + NAMES / 3
        for name, (colour, marker) in reversed(self.names.items()):
            text = self.write(right, y, name, "body", colour, bold=True, ha="right")
            right = text.get_window_extent().x0 - 12
            put(self, self.page, Mark(right), y, (colour, marker))
            right -= CLEAR

    def _row(self, row: Row, y: float, series: Series) -> None:
        x, side = (self.layout.left - 14, "right") if self.layout.close else (MARGIN, "left")
        self.write(x, y - (8 if row.under else 0), row.label, "body", ha=side)
        self.write(x, y + 10, row.under, "small", "muted", ha=side)
        self.write(self.layout.right + CLEAR, y, row.note)
        if row.band:
            self.axes.plot(row.band, [y, y], color=style.colour(series[0]), lw=10, alpha=0.2, solid_capstyle="butt")
        seen = list(dict.fromkeys(mark.series for mark in row.marks))
        apart = APART * self.layout.pitch * np.arange(1 - len(seen), len(seen), 2)
        for mark in row.marks:
            put(self, self.axes, mark, y + apart[seen.index(mark.series)], series, self.scale.null)

    def _in_words(self, heading: str) -> str:
        rows = "; ".join(map(self._row_in_words, self.groups[heading]))
        return f"{heading} – {rows}." if heading else f"{rows}."

    def _row_in_words(self, row: Row) -> str:
        names = {series: name for name, series in self.names.items()}
        marks = (f"{mark.words} ({names[mark.series]})" if mark.series in names else mark.words for mark in row.marks)
        told = (row.spoken or ", ".join(filter(None, marks)), row.note.replace("\n", ", "))
        label, told = (", ".join(filter(None, words)) for words in ((row.label, row.under), told))
        return f"{label}: {told}" if told else label


def every(step: int, low: int, high: int) -> dict[float, str]:
    """Ticks at every `step` from `low` to `high`, both included, with their words."""
    return {tick: number(tick) for tick in range(low, high + 1, step)}
