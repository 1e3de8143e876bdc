"""A thousand people as dots: who has what a test looks for, who is flagged, and what share of the flags is right.

The blocks of a mosaic keep their height, so their widths show how many people have it and how many have not, and the
dark bands at the foot of the blocks show how many of each are flagged. A row of dots is one dashed line: matplotlib
then writes a few hundred characters where a thousand marks would take a hundred thousand.
"""

from dataclasses import dataclass

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from jointlab.drawings import style
from jointlab.drawings.page import Page
from jointlab.units import percent

PEOPLE, ROWS = 1000, 20
COLUMNS = PEOPLE // ROWS
PITCH, DOT = 14, 10  # pixels: from dot to dot, width of a dot
RIMS = {"misses": 2.4, "cleared": 1.5}  # pixels: width of the rim of an empty dot
LEFT, FOOT, GAP = 30, 350, 14  # pixels: first dot from the left, lowest dots from the top, between the two blocks
RIGHT = LEFT + (COLUMNS - 1) * PITCH + GAP  # the last dot
BAR, BAR_WIDTH = 778, 46  # pixels: bar of the flags, from the left, and its width
TOP = FOOT - (ROWS - 1) * PITCH  # the highest dots
BAR_TOP, BAR_HEIGHT = TOP - DOT / 2, FOOT - TOP + DOT


@dataclass(frozen=True)
class Screening:
    """Whole numbers of people, 1,000 in all: `hits` and `misses` are hypermobile, `false_alarms` and `cleared` are not;
    `hits` and `false_alarms` are flagged.
    """

    hits: int
    misses: int
    false_alarms: int
    cleared: int

    @property
    def hypermobile(self) -> int:
        """All who have what the test looks for."""
        return self.hits + self.misses

    @property
    def flagged(self) -> int:
        """All who are flagged."""
        return self.hits + self.false_alarms

    @property
    def ppv(self) -> float:
        """The share of the flagged who are hypermobile; 0 if nobody is flagged."""
        return self.hits / self.flagged if self.flagged else 0.0


class FlagsPicture(Page):
    """The dots, and a bar of those who are flagged."""

    height = 404
    description = (
        "One thousand dots, each a person, in two blocks of equal height. Left block, squares: people who are "
        "hypermobile. Right block, circles: people who are not hypermobile. The wider a block, the more people. Filled "
        "marks at the foot of a block are flagged by the test, empty marks above them are not: filled blue squares are "
        "flagged rightly, filled orange circles wrongly. A bar on the right stacks all flagged people: below, in blue, "
        "the right flags; above, in orange, the wrong ones."
    )

    def lay_out(self) -> None:
        # An empty dot is one in its colour, and a smaller one on it in the colour of paper.
        self.rows = {
            "cleared": [self._round("muted"), self._round("paper", DOT - 2 * RIMS["cleared"])],
            "misses": [self._square("blue"), self._square("paper", DOT - 2 * RIMS["misses"])],
            "false_alarms": [self._round("vermilion")],
            "hits": [self._square("blue")],
        }
        self.write(BAR, TOP - 46, "All flags", "body", bold=True)
        self.write(BAR + BAR_WIDTH + 16, FOOT + 2, "of flags right")
        self.wrong = self._bar(fc=style.colour("vermilion"), ec="none")
        self.right = self._bar(fc=style.colour("blue"), ec=style.colour("paper"))
        left, right, beside = LEFT - DOT / 2, RIGHT + DOT / 2, BAR + BAR_WIDTH
        bold, at_right = {"bold": True, "moves": True}, {"ha": "right", "moves": True}
        self.words = {
            "have": self.write(left, TOP - 46, "", "body", "blue", **bold),
            "have_not": self.write(right, TOP - 46, "", "body", bold=True, **at_right),
            "missed": self.write(left, TOP - 22, "", "body", moves=True),
            "cleared": self.write(right, TOP - 22, "", "body", **at_right),
            "hit": self.write(left, FOOT + 29, "", "body", "blue", **bold),
            "alarm": self.write(right, FOOT + 29, "", "body", "vermilion", bold=True, **at_right),
            "flagged": self.write(BAR, TOP - 22, "", "body", moves=True),
            "worth": self.write(beside + 14, FOOT - 26, "", 32, "blue", **bold),
            "wrong": self.write(beside + 16, TOP + 14, "", "label", "vermilion", moves=True),
        }

    def _bar(self, **look: str) -> Rectangle:
        return self.moving(self.page.add_patch(Rectangle((BAR, BAR_TOP), BAR_WIDTH, BAR_HEIGHT, **look)))

    def _round(self, colour: str, size: float = DOT) -> tuple[Line2D, float]:
        """A line whose dashes have hardly any length, but round ends."""
        return self._dashes(colour, size, 0.01, "round")

    def _square(self, colour: str, size: float = DOT) -> tuple[Line2D, float]:
        """A line whose dashes are as long as they are wide."""
        return self._dashes(colour, size, size, "butt")

    def _dashes(self, colour: str, size: float, dash: float, ends: str) -> tuple[Line2D, float]:
        """The line, and how far (pixels) it begins in front of the middle of its first dot."""
        pattern = (0, (dash / size, (PITCH - dash) / size))  # matplotlib counts in line widths
        return self.line(self.page, colour, lw=size, ls=pattern, dash_capstyle=ends, snap=False), dash / 2

    def update(self, state: Screening) -> None:
        for block, marked, unmarked in (("have", "hits", "misses"), ("have_not", "false_alarms", "cleared")):
            filled, empty = _rows(block, state.hypermobile, getattr(state, marked))
            _draw(self.rows[marked], filled)
            _draw(self.rows[unmarked], empty)
        height = state.ppv * BAR_HEIGHT
        self.right.set_bounds(BAR, BAR_TOP + BAR_HEIGHT - height, BAR_WIDTH, height)
        self.wrong.set_visible(state.flagged > 0)
        say = {
            "have": f"{state.hypermobile} hypermobile",
            "have_not": f"{PEOPLE - state.hypermobile} not hypermobile",
            "missed": f"{state.misses} not flagged",
            "cleared": f"{state.cleared} not flagged",
            "hit": f"{state.hits} flagged, rightly",
            "alarm": f"{state.false_alarms} flagged, wrongly",
            "flagged": f"{state.flagged} people",
            "worth": percent(state.ppv) if state.flagged else "–",
            "wrong": f"{state.false_alarms} wrong",
        }
        for name, words in say.items():
            self.words[name].set_text(words)


def _draw(lines: list[tuple[Line2D, float]], rows: NDArray) -> None:
    """Rows of dots, each (x of the first, x of the last, y), as one broken line of dashes."""
    for line, before in lines:
        x = np.column_stack([rows[:, 0] - before, rows[:, 1] + before, np.full(len(rows), np.nan)])
        line.set_data(x.ravel(), np.repeat(rows[:, 2], 3))


def _rows(block: str, have: int, marked: int) -> tuple[NDArray, NDArray]:
    """The rows of a block, from below: the first `marked` people, and the rest.

    The left block fills its columns from the left; the column in which the two blocks meet belongs to both: its lower
    part to the left one, its upper part to the right one.
    """
    full, rest = divmod(have, ROWS)
    filled, empty, placed = [], [], 0
    for row in range(ROWS):
        meets = full + (row < rest)  # the first column of the right block in this row
        first, after = (0, meets) if block == "have" else (meets, COLUMNS)
        across = LEFT + (0 if block == "have" else GAP)
        split = first + min(max(marked - placed, 0), after - first)
        placed += after - first
        for kind, start, end in ((filled, first, split), (empty, split, after)):
            if end > start:
                kind.append((across + start * PITCH, across + (end - 1) * PITCH, FOOT - row * PITCH))
    return tuple(np.array(kind, dtype=float).reshape(-1, 3) for kind in (filled, empty))
