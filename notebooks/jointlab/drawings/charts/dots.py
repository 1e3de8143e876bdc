"""People as dots in rows.

A row is one dashed line, a dash for each person: matplotlib then writes a few hundred characters where a thousand marks
would take a hundred thousand.
"""

import numpy as np
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from jointlab.drawings.page import Page


class Dots:
    """Dots of one kind that follow the state: squares or circles `size` pixels wide, `pitch` pixels from dot to dot.

    With a `rim` (pixels) they are empty. `lines`: the dashed line, and for empty dots the paper that lies on it.
    """

    def __init__(self, page: Page, colour: str, size: float, pitch: float, *, round_: bool, rim: float = 0):
        layers = [(colour, size), ("paper", size - 2 * rim)] if rim else [(colour, size)]
        # A round dot is a dash that has hardly any length, but round ends; a square one is as long as it is wide.
        dashes = [0.01 if round_ else width for _, width in layers]
        self._before = [dash / 2 for dash in dashes]
        self.lines = [
            _dashed(page, name, width, dash, pitch, "round" if round_ else "butt")
            for (name, width), dash in zip(layers, dashes, strict=True)
        ]

    def show(self, rows: NDArray) -> None:
        """Draw `rows`, each (x of the first dot, x of the last, y) in pixels, shape (n, 3)."""
        for line, before in zip(self.lines, self._before, strict=True):
            x = np.column_stack([rows[:, 0] - before, rows[:, 1] + before, np.full(len(rows), np.nan)])
            line.set_data(x.ravel(), np.repeat(rows[:, 2], 3))


def _dashed(page: Page, colour: str, width: float, dash: float, pitch: float, ends: str) -> Line2D:
    pattern = (0, (dash / width, (pitch - dash) / width))  # matplotlib counts in line widths
    return page.line(page.page, colour, lw=width, ls=pattern, dash_capstyle=ends, snap=False)
