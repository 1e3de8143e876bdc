"""A few curves on one pair of axes, each with its name beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from numpy.typing import ArrayLike

from jointlab.drawings import style
from jointlab.drawings.picture import Picture


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


class LineChart(Picture):
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
        ends = (
            f"{name} axis: {axis.label}, {axis.low:g} to {axis.high:g}."
            for name, axis in (("Horizontal", across), ("Vertical", up))
        )
        self.description = f"{description} {' '.join(ends)}"
        super().__init__()

    def build(self) -> None:
        axes = self.figure.add_axes((0.08, 0.15, 0.89, 0.80))
        axes.set(xlim=(self.across.low, self.across.high), ylim=(self.up.low, self.up.high))
        axes.set(xlabel=self.across.label, ylabel=self.up.label)
        if self.across.ticks:
            axes.set_xticks(self.across.ticks)
        if self.up.ticks:
            axes.set_yticks(self.up.ticks)
        for curve in self.curves:
            name, marker = style.SERIES[curve.series]
            colour = style.colour(name)
            if curve.dashed:
                axes.plot(curve.x, curve.y, ":", color=colour)
            else:
                marked = None if curve.marked is None else list(curve.marked)
                axes.plot(curve.x, curve.y, "-", marker=marker, markevery=marked, color=colour, ms=8, mec=colour)
                hollow = list(curve.hollow)
                shape = {"ls": "", "marker": marker, "ms": 8, "mec": colour, "mew": style.LINE["thin"]}
                axes.plot(
                    *([points[i] for i in hollow] for points in (curve.x, curve.y)), mfc=style.colour("paper"), **shape
                )
            axes.text(*curve.name_at, curve.name, color=colour, weight="bold", va="center")
        for place, words in self.notes.items():
            axes.text(*place, words, size=style.TEXT["small"], va="center", linespacing=1.4)
