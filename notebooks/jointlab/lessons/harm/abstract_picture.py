"""People of a study as squares, in two blocks, and the share of everybody on the line between the shares of the blocks.

On that line the whole divides the way as the people are divided: the larger a block, the nearer to its own share.
"""

from dataclasses import dataclass
from math import ceil

import numpy as np
from matplotlib.text import Text
from numpy.typing import NDArray

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.page import Page
from jointlab.drawings.shapes import outlines
from jointlab.drawings.yours import Yours, YoursMark
from jointlab.language import _
from jointlab.units import percent, read_in

ASKED = sources.observation("oa_asked")
PEOPLE, ILL = ASKED.n, round(ASKED.value)
PRINTED = tuple(sources.observation(name).value for name in ("printed_oa_crackers", "printed_oa_others"))
NEAR = 0.01  # so near to a printed share counts as it
PAIRS = (("crack", "do not"), ("with", "without"))  # groups of which the two printed shares may be, in their order

ROWS, PITCH, SQUARE = 8, 18, 14  # squares above each other; px from square to square, width of one
LEFT, TOP, GAP = 24, 34, 24  # px: first square, between the blocks
FOOT = TOP + (ROWS - 1) * PITCH + SQUARE
RIGHT = LEFT + (ceil(PEOPLE / ROWS) + 1) * PITCH + GAP
SHARES = (132, 556, 252, 304)  # px: left, right, top, bottom of the plot of shares
MIDDLE = (260, 450)  # px: between these, words of the whole may stand on either side of it
LANES = (0.86, 0.14)  # where the two blocks stand in it, those who crack above
CARD, VALUES, CARD_TOP = 612, 936, 24  # px: the four shares on the right
LINES = {"crack": 88, "do not": 113, "with": 181, "without": 206}  # px from the top


@dataclass(frozen=True)
class Crowd:
    """Whole people, 215 in all: those who crack their knuckles and those who do not, with osteoarthritis or without."""

    crackers_ill: int
    crackers_well: int
    others_ill: int
    others_well: int

    @property
    def crackers(self) -> int:
        """All who crack."""
        return self.crackers_ill + self.crackers_well

    @property
    def others(self) -> int:
        """All who do not."""
        return self.others_ill + self.others_well

    @property
    def ill(self) -> int:
        """All with osteoarthritis."""
        return self.crackers_ill + self.others_ill

    @property
    def shares(self) -> dict[str, float | None]:
        """The four shares that an abstract could print, by the group of which they are; None of a group of nobody."""
        parts = {
            "crack": (self.crackers_ill, self.crackers),
            "do not": (self.others_ill, self.others),
            "with": (self.crackers_ill, self.ill),
            "without": (self.crackers_well, PEOPLE - self.ill),
        }
        return {name: part / whole if whole else None for name, (part, whole) in parts.items()}

    @property
    def fitting(self) -> set[str]:
        """Which of the four shares come near to the one that is printed in their place."""
        return {
            name
            for pair in PAIRS
            for name, printed in zip(pair, PRINTED, strict=True)
            if (share := self.shares[name]) is not None and abs(share - printed) <= NEAR
        }


class AbstractPicture(Page):
    """The blocks, the line between their shares, and the four shares in numbers."""

    height = 350
    description = _(
        "{people} squares, each a person, in two blocks: on the left people who crack their knuckles, on the right "
        "people who do not. Filled blue squares at the foot of a block have osteoarthritis of the hand, empty ones "
        "have not. Below, an axis of the share with osteoarthritis, 0 to 100 %: a blue dot for those who crack, below "
        "it an orange square for those who do not, a line between them, and on this line a diamond for all people, "
        "the nearer to a block the larger it is. A dashed line marks what the study had, "
        "{ill} of {people}. On the right the four shares that can be read off: osteoarthritis among those who crack "
        "and among those who do not; people who crack among those with osteoarthritis and among those without; a tick "
        "marks those near to the share that is printed in their place."
    ).format(people=PEOPLE, ill=ILL)

    def lay_out(self) -> None:
        self.ill = self.shape("blue", moves=True)
        self.well = self.shape("paper", "muted", moves=True)
        bold, at_right = {"bold": True, "moves": True}, {"ha": "right", "moves": True}
        self.words = {
            "crackers": self.write(LEFT, 18, "", "body", **bold),
            "others": self.write(RIGHT, 18, "", "body", bold=True, **at_right),
            "crackers_ill": self.write(LEFT, FOOT + 17, "", colour="blue", moves=True),
            "others_ill": self.write(RIGHT, FOOT + 17, "", colour="blue", **at_right),
        }
        self._plot()
        self._card()

    def _plot(self) -> None:
        left, right, top, bottom = SHARES
        ticks = {value: f"{value} %" for value in range(0, 101, 20)}
        self.axes = self.plot(left, top, right, bottom, xlim=(0, 100), ylim=(0, 1), xticks=ticks, yticks=[])
        self.axes.spines["left"].set_visible(False)
        for words, lane in zip((_("who crack"), _("who do not")), LANES, strict=True):
            self.write(LEFT, bottom - lane * (bottom - top), words)
        study = read_in(ILL / PEOPLE, "%")
        self.axes.plot([study, study], [-0.1, 1.15], color=style.colour("green"), ls=(0, (4, 3)), clip_on=False)
        x = left + (right - left) * study / 100
        self.write(
            x,
            338,
            _("in the study: {ill} of {people}").format(ill=ILL, people=PEOPLE),
            colour="green",
            bold=True,
            ha="center",
        )
        self.write(LEFT, 338, _("with osteoarthritis"), colour="muted")
        self.between = self.line(self.axes, "ink", "thin")
        look = {"ls": "", "clip_on": False, "zorder": 4}
        self.ends = [
            self.line(self.axes, colour, marker=marker, ms=13, **look)
            for colour, marker in (("blue", "o"), ("vermilion", "s"))
        ]
        self.whole = self.line(self.axes, "ink", marker="D", ms=10, mfc=style.colour("paper"), mew=2.4, **look)
        ground = {"fc": style.colour("paper"), "ec": "none", "pad": 1}
        self.overall = self.write(0, 0, "", bold=True, moves=True, zorder=6, bbox=ground)
        self.yours = YoursMark(self, self.axes, at=1.36)

    def _card(self) -> None:
        self.heading(CARD, CARD_TOP, _("What an abstract could print"))
        for y, words in ((60, _("Who has osteoarthritis?")), (153, _("Who cracks?"))):
            self.write(CARD, y, words, "body", bold=True)
        whom = {
            "crack": _("of those who crack"),
            "do not": _("of those who do not"),
            "with": _("of those with osteoarthritis"),
            "without": _("of those without"),
        }
        for name, words in whom.items():
            self.write(CARD, LINES[name], words)
        self.values: dict[str, Text] = {
            name: self.write(VALUES - 30, y, "", "label", bold=True, ha="right", moves=True)
            for name, y in LINES.items()
        }
        self.ticks: dict[str, Text] = {
            name: self.write(VALUES, y, "✓", "title", "green", bold=True, ha="right", moves=True)
            for name, y in LINES.items()
        }
        first, second = (percent(share, 1) for share in PRINTED)
        self.write(
            CARD,
            258,
            _("Printed: {first} and {second},").format(first=first, second=second),
            "body",
            "green",
            bold=True,
        )
        self.write(
            CARD,
            283,
            _("and {ill} of {people} people with osteoarthritis.").format(ill=ILL, people=PEOPLE),
            "small",
            "green",
        )
        self.write(CARD, 310, _("✓ near to the printed one in its place"), "small", "green")

    def update(self, state: Crowd) -> None:
        places = [_block(LEFT, state.crackers), _block(_border(state.crackers) + GAP / 2, state.others)]
        parts = list(zip(places, (state.crackers_ill, state.others_ill), strict=True))
        self.ill.set_path(outlines.path(*(_square(*xy) for block, ill in parts for xy in block[:ill])))
        self.well.set_path(outlines.path(*(_square(*xy) for block, ill in parts for xy in block[ill:])))
        ill = _("{count} with osteoarthritis")
        say = {
            "crackers": _("{count} crack their knuckles").format(count=state.crackers),
            "others": _("{count} do not").format(count=state.others),
            "crackers_ill": ill.format(count=state.crackers_ill),
            "others_ill": ill.format(count=state.others_ill),
        }
        for name, words in say.items():
            self.words[name].set_text(words)
        shares, fitting = state.shares, state.fitting
        for name, share in shares.items():
            self.values[name].set_text("–" if share is None else percent(share, 1))
            self.ticks[name].set_visible(name in fitting)
        self._weigh(state)

    def _weigh(self, state: Crowd) -> None:
        ends = [read_in(state.shares[name], "%") for name in ("crack", "do not")]
        whole, height = read_in(state.ill / PEOPLE, "%"), np.interp(state.crackers / PEOPLE, (0, 1), LANES[::-1])
        self.between.set_data(ends, LANES)
        for mark, share, lane in zip(self.ends, ends, LANES, strict=True):
            mark.set_data([share], [lane])
        self.whole.set_data([whole], [height])
        left, right, top, bottom = SHARES
        x, y = left + (right - left) * whole / 100, bottom - height * (bottom - top)
        after = x < MIDDLE[0] or (ends[0] <= ends[1] and x < MIDDLE[1])  # above the line, where it has room
        self.overall.set(
            text=_("all: {ill} of {people}").format(ill=state.ill, people=PEOPLE),
            position=(x + 12 if after else x - 12, y - 12),
        )
        self.overall.set_ha("left" if after else "right")

    def mark_yours(self, state: Crowd, yours: Yours) -> None:
        """The share of everybody by the learner's line."""
        value = None if yours.value is None else read_in(yours.value, "%")
        self.yours.set(Yours(value, yours.right))

    def grips(self, state: Crowd) -> list[Grip]:
        """The border between the blocks, and the two marks on the axis of shares."""
        crackers, y = np.array([0, PEOPLE]), (TOP + FOOT) / 2
        border = np.column_stack([[_border(n) for n in crackers], [y, y]])
        left, right, top, bottom = SHARES
        lanes = (bottom - lane * (bottom - top) for lane in LANES)
        return [
            (Track("share", crackers / PEOPLE, border),),
            *(
                (Track(name, (0.0, 1.0), [(left, lane), (right, lane)]),)
                for name, lane in zip(("among_crackers", "among_others"), lanes, strict=True)
            ),
        ]


def _border(crackers: int) -> float:
    """The middle of the gap between the blocks."""
    return LEFT + PITCH * (crackers / ROWS + 0.5) + GAP / 2 - (PITCH - SQUARE) / 2


def _block(left: float, people: int) -> NDArray:
    """The places of the squares (their top left corners), from the foot up, row by row."""
    columns = max(1, ceil(people / ROWS))
    row, column = np.divmod(np.arange(people), columns)
    return np.column_stack([left + column * PITCH, FOOT - SQUARE - row * PITCH])


def _square(x: float, y: float) -> NDArray:
    return np.array([(x, y), (x + SQUARE, y), (x + SQUARE, y + SQUARE), (x, y + SQUARE)])
