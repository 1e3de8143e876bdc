"""Several sets of numbers over the same rows, as dots on one axis: who agrees with whom, and where not."""

from collections.abc import Sequence
from dataclasses import dataclass

from jointlab.drawings import style
from jointlab.drawings.charts.rows import row_axes
from jointlab.drawings.picture import Picture

ROW, TOP, BOTTOM = 42, 64, 64  # px
APART = 0.2  # of a row: two marks in one row stand so far above and below its middle


@dataclass(frozen=True)
class Dot:
    """One number of one `series` in one row: its place on the axis and its `words`; `more` if it is a lower bound."""

    row: str
    series: str
    value: float
    words: str
    more: bool = False


class DotChart(Picture):
    """A still dot chart with the `rows` from top to bottom and at most two series.

    `axis`: its label, low and high end; `line`: where a vertical line divides it, and the line's words.
    """

    def __init__(
        self,
        dots: Sequence[Dot],
        rows: Sequence[str],
        axis: tuple[str, float, float],
        line: tuple[float, str],
        description: str,
    ):
        self.dots, self.rows, self.axis, self.line = dots, list(rows), axis, line
        self.series = list(dict.fromkeys(dot.series for dot in dots))
        self.height = TOP + ROW * len(self.rows) + BOTTOM
        self.description = f"{description} Horizontal axis: {axis[0]}, {axis[1]:g} to {axis[2]:g}. {self._listed()}"
        super().__init__()

    def build(self) -> None:
        label, low, high = self.axis
        box = (0.26, BOTTOM / self.height, 0.71, ROW * len(self.rows) / self.height)
        self.axes = row_axes(self.figure, box, self.rows)
        self.axes.set(xlim=(low, high), xlabel=label)
        self._one = 0.018 * (high - low)  # the width of a mark and its margin, on the axis
        where, words = self.line
        self.axes.axvline(where, color=style.colour("muted"), lw=style.LINE["normal"])
        self.axes.text(where, -0.6, words, ha="center", va="bottom", color=style.colour("muted"))
        for i, name in enumerate(self.series):
            self._name(i, name, at=where + (high - where) * (0.22 + 0.39 * i))
        for dot in self.dots:
            self._draw(dot)

    def _name(self, i: int, name: str, at: float) -> None:
        colour, marker = style.SERIES[i]
        self.axes.plot([at], [-0.9], marker, color=style.colour(colour), ms=10, clip_on=False)
        self.axes.text(at + self._one, -0.9, name, va="center", color=style.colour(colour), weight="bold")

    def _draw(self, dot: Dot) -> None:
        place = self.series.index(dot.series)
        colour, marker = style.colour(style.SERIES[place][0]), style.SERIES[place][1]
        shared = len({other.series for other in self.dots if other.row == dot.row}) > 1
        y = self.rows.index(dot.row) + (APART * (2 * place - 1) if shared else 0)
        end = dot.value
        if dot.more:
            end += 3 * self._one
            arrow = {"arrowstyle": "-|>", "color": colour, "lw": style.LINE["normal"], "shrinkA": 0, "shrinkB": 0}
            self.axes.annotate("", (end, y), (dot.value, y), arrowprops=arrow)
        self.axes.plot([dot.value], [y], marker, color=colour, ms=10)
        before = shared and dot.value < self.line[0]  # words before the mark, to keep clear of the line
        x, side = (dot.value - self._one, "right") if before else (end + self._one, "left")
        self.axes.text(x, y, dot.words, ha=side, va="center", size=style.TEXT["small"])

    def _listed(self) -> str:
        def of(series: str) -> str:
            return "; ".join(f"{dot.row}: {dot.words}" for dot in self.dots if dot.series == series)

        return " ".join(f"{series} – {of(series)}." for series in self.series)
