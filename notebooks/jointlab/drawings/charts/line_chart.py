"""A few curves on one pair of axes, each with its name beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from numpy.typing import ArrayLike

from jointlab.drawings import style
from jointlab.drawings.page import Page
from jointlab.language import _
from jointlab.units import number


@dataclass(frozen=True)
class Curve:
    """One curve through the points (`x`, `y`): solid with marks, or `dashed` without marks.

    `name` stands beside the curve at `name_at`. `marked`: which points, by their number, have a mark; without it, all.
    `hollow`: which marks are hollow. Curves with the same `series` (0–3) share a colour of `style.SERIES`.
    """

    x: ArrayLike
    y: ArrayLike
    series: int
    name: str = ""
    name_at: tuple[float, float] = (0.0, 0.0)
    dashed: bool = False
    hollow: Sequence[int] = field(default_factory=tuple)
    marked: Sequence[int] | None = None


@dataclass(frozen=True)
class Axis:
    """Label and ends of an axis; `ticks` where they are not left to the plot."""

    label: str
    low: float
    high: float
    ticks: Sequence[float] = ()


class LineChart(Page):
    """A still line chart. `notes` are words at places of the plot: {(x, y): words}."""

    height = 460

    def __init__(
        self,
        curves: Sequence[Curve],
        across: Axis,
        up: Axis,
        description: str,
        notes: dict[tuple[float, float], str] | None = None,
    ):
        self.curves, self.across, self.up, self.notes = curves, across, up, notes or {}
        told = {
            _("Horizontal axis: {label}, {low} to {high}."): across,
            _("Vertical axis: {label}, {low} to {high}."): up,
        }
        ends = (
            words.format(label=axis.label, low=number(axis.low), high=number(axis.high)) for words, axis in told.items()
        )
        self.description = f"{description} {' '.join(ends)}"
        super().__init__()

    def lay_out(self) -> None:
        limits = {"xlim": (self.across.low, self.across.high), "ylim": (self.up.low, self.up.high)}
        self.axes = self.plot(77, 23, 931, 391, xlabel=self.across.label, ylabel=self.up.label, **limits)
        if self.across.ticks:
            self.axes.set_xticks(self.across.ticks)
        if self.up.ticks:
            self.axes.set_yticks(self.up.ticks)
        for curve in self.curves:
            self._draw(curve)
        for place, words in self.notes.items():
            self.write(*place, words, on=self.axes)

    def _draw(self, curve: Curve) -> None:
        name, marker = style.SERIES[curve.series]
        colour = style.colour(name)
        if curve.dashed:
            self.axes.plot(curve.x, curve.y, ":", color=colour)
        else:
            marked = None if curve.marked is None else list(curve.marked)
            look = {"marker": marker, "color": colour, "ms": 8, "mec": colour}
            self.axes.plot(curve.x, curve.y, markevery=marked, **look)
            hollow = [(curve.x[i], curve.y[i]) for i in curve.hollow]
            empty = {"ls": "", "mew": style.LINE["thin"], "mfc": style.colour("paper")}
            self.axes.plot([x for x, _ in hollow], [y for _, y in hollow], **look | empty)
        self.write(*curve.name_at, curve.name, "body", name, bold=True, on=self.axes)
