"""Durations side by side on one logarithmic axis, from a tenth of a millisecond to an hour."""

from collections.abc import Sequence

from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.row_chart import Layout, Row, RowChart, Scale
from jointlab.language import _
from jointlab.units import amount

TIME = Scale(
    low=8e-5,
    high=5000,
    ticks={
        **{time: amount(time, "ms") for time in (1e-4, 1e-3, 1e-2)},
        **{time: amount(time, "s") for time in (0.1, 1, 10)},
        60: "1 min",
        600: "10 min",
        3600: "1 h",
    },
    log=True,
    spoken=_("time, logarithmic, 0.1 milliseconds to 1 hour"),
)
EVENT, INSTRUMENT = ("vermilion", "o"), ("blue", "s")


def event(label: str, low: float, high: float, words: str) -> Row:
    """Something that lasts from `low` to `high` (s); its mark is in the middle of the two, as ratios go."""
    return Row(label, [Mark((low * high) ** 0.5, low, high, words)], series=EVENT)


def instrument(label: str, time: float, words: str) -> Row:
    """Something that looks for so long (s)."""
    return Row(label, [Mark(time, words=words)], series=INSTRUMENT)


def durations(rows: Sequence[Row], description: str) -> RowChart:
    """A still chart of durations."""
    return RowChart({"": rows}, TIME, description, Layout(left=278, right=940, pitch=54, close=True))
