"""Durations side by side on one logarithmic axis, from a tenth of a millisecond to an hour."""

from collections.abc import Sequence
from dataclasses import dataclass

from jointlab.drawings import style
from jointlab.drawings.charts.rows import row_axes
from jointlab.drawings.picture import Picture

TICKS = {
    1e-4: "0.1 ms",
    1e-3: "1 ms",
    1e-2: "10 ms",
    1e-1: "0.1 s",
    1: "1 s",
    10: "10 s",
    60: "1 min",
    600: "10 min",
    3600: "1 h",
}

MARKS = {"event": ("vermilion", "o"), "instrument": ("blue", "s")}


@dataclass(frozen=True)
class Duration:
    """One row: its `label`, from `low` to `high` (s), `note` beside the mark; `event` or `instrument`."""

    label: str
    low: float
    high: float
    note: str
    kind: str = "event"


class Timescales(Picture):
    """A still chart of durations; `rows` are drawn from top to bottom."""

    def __init__(self, rows: Sequence[Duration], description: str):
        self.rows = rows
        self.height = 84 + 52 * len(rows)
        listed = " ".join(f"{row.label}: {row.note}." for row in rows)
        self.description = f"{description} Horizontal axis: time, logarithmic, 0.1 milliseconds to 1 hour. {listed}"
        super().__init__()

    def build(self) -> None:
        labels = [row.label for row in self.rows]
        axes = row_axes(self.figure, (0.29, 52 / self.height, 0.69, 1 - 72 / self.height), labels)
        axes.set(xscale="log", xlim=(8e-5, 5000))
        axes.set_xticks(list(TICKS), list(TICKS.values()))
        axes.minorticks_off()
        for y, row in enumerate(self.rows):
            name, marker = MARKS[row.kind]
            colour = style.colour(name)
            axes.plot([row.low, row.high], [y, y], color=colour, lw=9, alpha=0.35)
            middle = (row.low * row.high) ** 0.5
            axes.plot([middle], [y], marker, color=colour, ms=11)
            before = middle > 5
            x = (row.low if before else row.high) * (0.55 if before else 1.8)
            axes.text(x, y, row.note, ha="right" if before else "left", va="center", size=style.TEXT["small"])
