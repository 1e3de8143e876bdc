"""How loud a model says a pop is, over all inputs that nobody has measured."""

import numpy as np

from jointlab.drawings import style
from jointlab.drawings.charts.rows import row_axes
from jointlab.drawings.picture import Picture


class Levels(Picture):
    """A still strip chart of peak levels. `rows` maps a row's label to its levels (dB re 20 µPa), any number each."""

    def __init__(self, rows: dict[str, np.ndarray], description: str):
        self.rows = rows
        self.height = 96 + 84 * len(rows)
        spans = "; ".join(f"{label}: {min(levels):.0f} to {max(levels):.0f} dB" for label, levels in rows.items())
        self.description = f"{description} Horizontal axis: peak level, decibels, 0 to 220. {spans}."
        super().__init__()

    def build(self) -> None:
        axes = row_axes(self.figure, (0.27, 64 / self.height, 0.70, 1 - 84 / self.height), self.rows, gap=0.03)
        axes.set(xlim=(0, 220), xlabel="peak level (dB re 20 µPa)")
        for y, levels in enumerate(self.rows.values()):
            name, marker = style.SERIES[y % len(style.SERIES)]
            colour = style.colour(name)
            low, high = min(levels), max(levels)
            axes.plot([low, high], [y, y], color=colour, lw=10, alpha=0.2)
            axes.plot(levels, np.full(len(levels), y), marker, color=colour, ms=9, alpha=0.7, mew=0)
            axes.text((low + high) / 2, y - 0.24, f"{high - low:.0f} dB apart", ha="center", va="bottom", size=13)
