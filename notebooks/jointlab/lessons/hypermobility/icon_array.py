"""A thousand people as dots: who has what a test looks for, who is flagged, and what share of the flags is right.

The blocks of a mosaic keep their height, so their widths show how many people have it and how many have not, and the
dark bands at the foot of the blocks show how many of each are flagged. A row of dots is one dashed line: matplotlib
then writes a few hundred characters where a thousand marks would take a hundred thousand.
"""

from typing import Any

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from jointlab.drawings import style
from jointlab.drawings.picture import Picture

PEOPLE, ROWS = 1000, 20
COLUMNS = PEOPLE // ROWS
PITCH, DOT = 14, 10  # pixels: from dot to dot, width of a dot
RIMS = {"misses": 2.4, "cleared": 1.5}  # pixels: width of the rim of an empty dot
LEFT, FOOT, GAP = 30, 350, 14  # pixels: first dot from the left, lowest dots from the top, between the two blocks
RIGHT = LEFT + (COLUMNS - 1) * PITCH + GAP  # the last dot
BAR, BAR_WIDTH = 778, 46  # pixels: bar of the flags, from the left, and its width
TOP = FOOT - (ROWS - 1) * PITCH  # the highest dots


def in_words(have: str, have_not: str) -> str:
    """The description of the picture, for people who are called so."""
    return (
        f"One thousand dots, each a person, in two blocks of equal height. Left block, squares: people who are {have}. "
        f"Right block, circles: people who are {have_not}. The wider a block, the more people. Filled marks at the "
        "foot of a block are flagged by the test, empty marks above them are not: filled blue squares are flagged "
        "rightly, filled orange circles wrongly. A bar on the right stacks all flagged people: below, in blue, the "
        "right flags; above, in orange, the wrong ones."
    )


class Dots(Picture):
    """`update` takes a state with whole numbers of people: `hits`, `misses`, `false_alarms`, `cleared`, 1,000 in all.

    A subclass says in `have`, `have_not` and `description` what the test looks for.
    """

    height = 404
    have, have_not = "ill", "well"
    description = in_words(have, have_not)

    def build(self) -> None:
        page = self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(self.height, 0))
        page.set_axis_off()
        self.page = page
        # An empty dot is one in its colour, and a smaller one on it in the colour of paper.
        self.rows = {
            "cleared": [self._round("muted"), self._round("paper", DOT - 2 * RIMS["cleared"])],
            "misses": [self._square("blue"), self._square("paper", DOT - 2 * RIMS["misses"])],
            "false_alarms": [self._round("vermilion")],
            "hits": [self._square("blue")],
        }
        self._bar()
        bold = {"weight": "bold", "va": "center"}
        left, right = LEFT - DOT / 2, RIGHT + DOT / 2
        self.words = {
            "have": self._text(left, TOP - 46, ha="left", color=style.colour("blue"), **bold),
            "have_not": self._text(right, TOP - 46, ha="right", **bold),
            "missed": self._text(left, TOP - 22, ha="left", va="center"),
            "cleared": self._text(right, TOP - 22, ha="right", va="center"),
            "hit": self._text(left, FOOT + 29, ha="left", color=style.colour("blue"), **bold),
            "alarm": self._text(right, FOOT + 29, ha="right", color=style.colour("vermilion"), **bold),
            "flagged": self._text(BAR, TOP - 22, ha="left", va="center"),
            "worth": self._text(BAR + BAR_WIDTH + 14, FOOT - 26, ha="left", va="center", size=32, weight="bold"),
            "wrong": self._text(BAR + BAR_WIDTH + 16, TOP + 14, ha="left", va="center", size=style.TEXT["label"]),
        }
        self.words["worth"].set_color(style.colour("blue"))
        self.words["wrong"].set_color(style.colour("vermilion"))

    def _text(self, x: float, y: float, **how) -> Any:
        return self.moving(self.page.text(x, y, "", **how))

    def _bar(self) -> None:
        """Bar of the flagged people and the words that stay."""
        page, top, height = self.page, TOP - DOT / 2, FOOT - TOP + DOT
        page.text(BAR, TOP - 46, "All flags", va="center", weight="bold")
        page.text(BAR + BAR_WIDTH + 16, FOOT + 2, "of flags right", va="center", size=style.TEXT["small"])
        wrong = Rectangle((BAR, top), BAR_WIDTH, height, fc=style.colour("vermilion"), ec="none")
        right = Rectangle((BAR, top), BAR_WIDTH, height, fc=style.colour("blue"), ec=style.colour("paper"))
        self.wrong, self.right = (self.moving(page.add_patch(part)) for part in (wrong, right))

    def _round(self, colour: str, size: float = DOT) -> tuple[Line2D, float]:
        """A line whose dashes have hardly any length, but round ends."""
        return self._dashes(colour, size, 0.01, "round")

    def _square(self, colour: str, size: float = DOT) -> tuple[Line2D, float]:
        """A line whose dashes are as long as they are wide."""
        return self._dashes(colour, size, size, "butt")

    def _dashes(self, colour: str, size: float, dash: float, ends: str) -> tuple[Line2D, float]:
        """The line, and how far (pixels) it begins in front of the middle of its first dot."""
        pattern = (0, (dash / size, (PITCH - dash) / size))  # matplotlib counts in line widths
        how = {"lw": size, "ls": pattern, "dash_capstyle": ends, "color": style.colour(colour)}
        return self.moving(self.page.plot([], [], snap=False, **how)[0]), dash / 2

    def update(self, state: Any) -> None:
        have, flagged = state.hits + state.misses, state.hits + state.false_alarms
        for block, marked, unmarked in (("have", "hits", "misses"), ("have_not", "false_alarms", "cleared")):
            filled, empty = _rows(block, have, getattr(state, marked))
            _draw(self.rows[marked], filled)
            _draw(self.rows[unmarked], empty)
        share = state.hits / flagged if flagged else 0.0
        height = FOOT - TOP + DOT
        self.right.set_bounds(BAR, FOOT + DOT / 2 - share * height, BAR_WIDTH, share * height)
        self.wrong.set_visible(flagged > 0)
        say = {
            "have": f"{have} {self.have}",
            "have_not": f"{PEOPLE - have} {self.have_not}",
            "missed": f"{state.misses} not flagged",
            "cleared": f"{state.cleared} not flagged",
            "hit": f"{state.hits} flagged, rightly",
            "alarm": f"{state.false_alarms} flagged, wrongly",
            "flagged": f"{flagged} people",
            "worth": f"{100 * share:.0f} %" if flagged else "–",
            "wrong": f"{state.false_alarms} wrong",
        }
        for name, words in say.items():
            self.words[name].set_text(words)


def _draw(lines: list[tuple[Line2D, float]], rows: np.ndarray) -> None:
    """Rows of dots, each (x of the first, x of the last, y), as one broken line of dashes."""
    for line, before in lines:
        x = np.column_stack([rows[:, 0] - before, rows[:, 1] + before, np.full(len(rows), np.nan)])
        line.set_data(x.ravel(), np.repeat(rows[:, 2], 3))


def _rows(block: str, have: int, marked: int) -> tuple[np.ndarray, np.ndarray]:
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
