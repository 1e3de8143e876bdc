"""A thousand people as dots: who has what a test looks for, who is flagged, and what share of the flags is right.

The blocks of a mosaic keep their height, so their widths show how many people have it and how many have not, and the
dark bands at the foot of the blocks show how many of each are flagged.
"""

from dataclasses import dataclass

import numpy as np
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from jointlab.drawings import style
from jointlab.drawings.charts.dots import Dots
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.page import DASHES, Page
from jointlab.drawings.yours import WORDS, Yours
from jointlab.language import _
from jointlab.units import percent

PEOPLE, ROWS = 1000, 20
COLUMNS = PEOPLE // ROWS
PITCH, DOT = 14, 10  # pixels: from dot to dot, width of a dot
RIMS = {"misses": 2.4, "cleared": 1.5}  # pixels: width of the rim of an empty dot
LEFT, FOOT, GAP = 30, 310, 20  # pixels: first dot from the left, lowest dots from the top, between the two blocks
RIGHT = LEFT + (COLUMNS - 1) * PITCH + GAP  # the last dot
BAR, BAR_WIDTH = 778, 46  # pixels: bar of the flags, from the left, and its width
TOP = FOOT - (ROWS - 1) * PITCH  # the highest dots
HEAD, TAIL = TOP - 29, FOOT + 27  # pixels from the top: the words above the dots and those below
BETWEEN = FOOT - 1.5 * PITCH  # pixels from the top: where a hand takes hold of the border between the blocks
BAR_TOP, BAR_HEIGHT = TOP - DOT / 2, FOOT - TOP + DOT
ROOM = (TOP + 36, FOOT - 52)  # pixels from the top: where words beside the bar are in nobody's way


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

    height = 350
    description = _(
        "One thousand dots, each a person, in two blocks of equal height. Left block, squares: people who are "
        "hypermobile. Right block, circles: people who are not hypermobile. The wider a block, the more people. Filled "
        "marks at the foot of a block are flagged by the test, empty marks above them are not: filled blue squares are "
        "flagged rightly, filled orange circles wrongly. A bar on the right stacks all flagged people: below, in blue, "
        "the right flags; above, in orange, the wrong ones."
    )

    def lay_out(self) -> None:
        self.rows = {
            "cleared": Dots(self, "muted", DOT, PITCH, round_=True, rim=RIMS["cleared"]),
            "misses": Dots(self, "blue", DOT, PITCH, round_=False, rim=RIMS["misses"]),
            "false_alarms": Dots(self, "vermilion", DOT, PITCH, round_=True),
            "hits": Dots(self, "blue", DOT, PITCH, round_=False),
        }
        self.write(BAR + BAR_WIDTH + 16, FOOT + 2, _("of flags right"))
        self.wrong, self.right = (self._bar(name) for name in ("vermilion", "blue"))
        self.seam = self.line(self.page, "paper", solid_capstyle="butt")
        left, right, beside = LEFT - DOT / 2, RIGHT + DOT / 2, BAR + BAR_WIDTH
        bold, at_right = {"bold": True, "moves": True}, {"ha": "right", "moves": True}
        self.words = {
            "have": self.write(left, HEAD, "", "body", "blue", **bold),
            "missed": self.write(left + 154, HEAD, "", "body", moves=True),
            "have_not": self.write(right - 320, HEAD, "", "body", **bold),
            "cleared": self.write(right, HEAD, "", "body", **at_right),
            "hit": self.write(left, TAIL, "", "body", "blue", **bold),
            "alarm": self.write(right, TAIL, "", "body", "vermilion", bold=True, **at_right),
            "flagged": self.write(BAR, HEAD, "", "body", **bold),
            "worth": self.write(beside + 14, FOOT - 26, "", 32, "blue", **bold),
            "wrong": self.write(beside + 16, TOP + 14, "", "label", "vermilion", moves=True),
        }

        # Across the bar, with an edge of paper that keeps it apart from the colours below.
        self.ground = self.line(self.page, "paper", "strong", lw=style.LINE["strong"] + 4, solid_capstyle="butt")
        self.yours = self.line(self.page, "purple", "strong")
        self.yours_words = self.write(beside + 14, 0, colour="purple", bold=True, moves=True)

    def _bar(self, colour: str) -> Rectangle:
        bar = Rectangle((BAR, BAR_TOP), BAR_WIDTH, BAR_HEIGHT, fc=style.colour(colour), ec="none")
        return self.moving(self.page.add_patch(bar))

    def update(self, state: Screening) -> None:
        for block, marked, unmarked in (("have", "hits", "misses"), ("have_not", "false_alarms", "cleared")):
            filled, empty = _rows(block, state.hypermobile, getattr(state, marked))
            self.rows[marked].show(filled)
            self.rows[unmarked].show(empty)
        height = state.ppv * BAR_HEIGHT
        border = BAR_TOP + BAR_HEIGHT - height
        self.right.set_bounds(BAR, border, BAR_WIDTH, height)
        # Of the larger part, so that the smaller one is seen however small it is.
        seam = border + (1 if state.ppv > 0.5 else -1) * style.LINE["normal"] / 2
        self.seam.set_data([BAR, BAR + BAR_WIDTH], [seam, seam])
        self.wrong.set_visible(state.flagged > 0)
        say = {
            "have": _("{count} hypermobile").format(count=state.hypermobile),
            "have_not": _("{count} not hypermobile").format(count=PEOPLE - state.hypermobile),
            "missed": _("{count} not flagged").format(count=state.misses),
            "cleared": _("{count} not flagged").format(count=state.cleared),
            "hit": _("{count} flagged, rightly").format(count=state.hits),
            "alarm": _("{count} flagged, wrongly").format(count=state.false_alarms),
            "flagged": _("All {count} flags").format(count=state.flagged),
            "worth": percent(state.ppv) if state.flagged else "–",
            "wrong": _("{count} wrong").format(count=state.false_alarms),
        }
        for name, words in say.items():
            self.words[name].set_text(words)

    def mark_yours(self, state: Screening, yours: Yours) -> None:
        """The share by the learner's line, on the bar; its words beside, clear of others, at the end of the line."""
        for artist in (self.ground, self.yours, self.yours_words):
            artist.set_visible(yours.value is not None)
        if yours.value is None:
            return
        share = min(max(yours.value, 0.0), 1.0)
        y, beside = BAR_TOP + (1 - share) * BAR_HEIGHT, BAR + BAR_WIDTH + 6
        words_y = min(max(y, ROOM[0]), ROOM[1])
        self.ground.set_data([BAR, BAR + BAR_WIDTH], [y, y])
        self.yours.set_data([BAR - 10, beside, beside], [y, y, words_y])
        self.yours.set_linestyle(DASHES["solid" if yours.right else "dashed"])
        way = " ↑" if yours.value > share else " ↓" if yours.value < share else ""
        self.yours_words.set(text=WORDS + way, y=words_y)

    def grips(self, state: Screening) -> list[Grip]:
        """The border between the blocks, and in each block the border between flagged and not flagged."""
        first = LEFT + (GAP - PITCH) / 2
        border = first + COLUMNS * PITCH * state.hypermobile / PEOPLE
        full, rest = divmod(state.hypermobile, ROWS)
        right, up = _edge(rest, full + 1, full, (LEFT - PITCH / 2 + border) / 2)
        wrong, down = _edge(rest, COLUMNS - full - 1, COLUMNS - full, (border + RIGHT + PITCH / 2) / 2)
        return [
            (Track("base_rate", (0.0, 1.0), [(first, BETWEEN), (first + COLUMNS * PITCH, BETWEEN)]),),
            (Track("sensitivity", right, up),),
            (Track("specificity", 1 - wrong[::-1], down[::-1]),),
        ]


def _edge(rest: int, below: int, above: int, x: float) -> tuple[NDArray, NDArray]:
    """Shares of a block that are flagged, and where the edge of the flagged then stands, in the middle `x`: the lowest
    `rest` rows of the block hold `below` dots each, the others `above`.
    """
    shares, kept = np.unique(np.cumsum([0, rest * below, (ROWS - rest) * above]), return_index=True)
    heights = np.array([0, rest, ROWS])[kept]
    return shares / shares[-1], np.column_stack([np.full(len(kept), x), FOOT + PITCH / 2 - PITCH * heights])


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
