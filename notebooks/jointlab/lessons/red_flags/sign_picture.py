"""A thousand people in two groups, with a sign and without it, and how a chance moves when the sign is known.

On the axis of chances, equal steps are equal factors of the odds. So the step of a sign is as long wherever it begins.
"""

from dataclasses import dataclass
from math import ceil

import numpy as np
from matplotlib.patches import FancyBboxPatch
from numpy.typing import NDArray

from jointlab.drawings import style
from jointlab.drawings.charts.dots import Dots
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.page import DASHES, Page
from jointlab.drawings.yours import WORDS, Yours
from jointlab.language import _
from jointlab.lessons.red_flags.chances import about, in_percent
from jointlab.models.evidence.diagnosis import (
    absent_likelihood_ratio,
    confusion,
    likelihood_ratio,
    post_test_probability,
)
from jointlab.units import number

PEOPLE, ROWS, PITCH, DOT, SQUARE = 1000, 20, 12, 6, 10  # of the dots; px from dot to dot, width of a dot and a square
LEFT, TOP, GAP = 26, 58, 26  # px: first dot, highest dots, between the two groups
FOOT = TOP + (ROWS - 1) * PITCH
RIGHT = LEFT + PEOPLE // ROWS * PITCH + GAP  # px: the last dot that there can be
AROUND = 9  # px from dots to the frame around them
HEAD, TAIL = 24, FOOT + 31  # px: words above and below the dots
PLOT = (792, 66, 946, 312)  # px: left, top, right, bottom of the axis of chances
CARD = 680  # px: words of that side
ENDS = (2e-5, 0.999)  # chances at the ends of the axis
TICKS = {
    1e-4: _("1 in 10,000"),
    1e-3: _("1 in 1,000"),
    1e-2: _("1 in 100"),
    0.1: _("1 in 10"),
    0.5: _("1 in 2"),
    0.9: _("9 in 10"),
    0.99: _("99 in 100"),
}
STEP, APART = 0.14, 20  # place of the step on the axis across; px between the words beside it
FIRST, LAST = 0.001, 0.5  # chances before: ends of the slider


@dataclass(frozen=True)
class Signed:
    """People of whom a share `base_rate` has something serious, and a sign; `present`: whether it is asked what its
    presence means, or what its absence means.
    """

    base_rate: float
    sensitivity: float
    specificity: float
    present: bool

    @property
    def ratio(self) -> float:
        """By what the finding multiplies the odds; infinite where it proves."""
        if self.present and self.specificity == 1:
            return float("inf")
        ratio = likelihood_ratio if self.present else absent_likelihood_ratio
        return float(ratio(self.sensitivity, self.specificity))

    @property
    def after(self) -> float:
        """The chance of something serious, once the finding is known."""
        ratio = self.ratio
        return 1.0 if np.isinf(ratio) else float(post_test_probability(self.base_rate, ratio))

    @property
    def groups(self) -> dict[str, tuple[float, float]]:
        """With the sign and without it: how many of a thousand are to be expected, and how many of them serious."""
        table = confusion(self.base_rate, self.sensitivity, self.specificity, PEOPLE)
        return {
            "with": (float(table.flagged), float(table.hits)),
            "without": (float(table.unflagged), float(table.misses)),
        }

    @property
    def whole(self) -> dict[str, tuple[int, int]]:
        """The same as whole people, a thousand in all: everybody and the serious of each group."""
        have, hits = round(PEOPLE * self.base_rate), round(PEOPLE * self.base_rate * self.sensitivity)
        alarms = round((PEOPLE - have) * (1 - self.specificity))
        return {"with": (hits + alarms, hits), "without": (PEOPLE - hits - alarms, have - hits)}


def height(chance: float) -> float:
    """Where a chance stands on the axis: the logarithm of its odds, at the ends of the axis if beyond."""
    chance = min(max(chance, ENDS[0]), ENDS[1])
    return float(np.log(chance / (1 - chance)))


class SignPicture(Page):
    """Both groups, the chosen one in a frame, and the chance before and after."""

    height = 350
    description = _(
        "One thousand marks, each a person with back pain, in two groups: on the left those with the sign, on the "
        "right those without it. Orange squares have something serious, grey dots have not; their numbers are rounded "
        "to whole people. A frame stands around the group that is asked about. On the right, an upright axis of the "
        "chance of something serious, from 1 in 50,000 to 999 in 1,000; equal steps on it multiply the odds by the "
        "same number. A ring shows the chance before, a line leads from it to a diamond, the chance once the sign is "
        "known to be there or missing."
    )

    def lay_out(self) -> None:
        self.frame = self.moving(
            self.page.add_patch(
                FancyBboxPatch(
                    (0, 0),
                    1,
                    1,
                    boxstyle="round,pad=0,rounding_size=8",
                    fc=style.colour("panel"),
                    ec=style.colour("ink"),
                    lw=style.LINE["normal"],
                )
            )
        )
        self.others = Dots(self, "muted", DOT, PITCH, round_=True)
        self.serious = Dots(self, "vermilion", SQUARE, PITCH, round_=False)
        at_right = {"ha": "right", "moves": True}
        self.heads = {
            "with": self.write(LEFT - AROUND, HEAD, "", "body", moves=True),
            "without": self.write(RIGHT + AROUND, HEAD, "", "body", **at_right),
        }
        self.tails = {
            "with": self.write(LEFT - AROUND, TAIL, "", "body", "vermilion", bold=True, moves=True),
            "without": self.write(RIGHT + AROUND, TAIL, "", "body", "vermilion", bold=True, **at_right),
        }
        self._axis()

    def _axis(self) -> None:
        self.heading(CARD, HEAD, _("Chance of something serious"))
        self.multiplied = self.write(CARD, HEAD + 22, "", moves=True)
        left, top, right, bottom = PLOT
        ticks = {height(chance): words for chance, words in TICKS.items()}
        limits = {"xlim": (0, 1), "ylim": tuple(map(height, ENDS))}
        self.axes = self.plot(left, top, right, bottom, xticks=[], yticks=ticks, **limits)
        self.axes.grid(axis="x", visible=False)
        self.axes.spines["bottom"].set_visible(False)
        self.step = self.line(self.axes, "vermilion", solid_capstyle="butt", zorder=4)
        self.before = self.line(
            self.axes, "ink", marker="o", ms=11, mfc=style.colour("paper"), mew=style.LINE["normal"], zorder=5
        )
        self.after = self.line(self.axes, "vermilion", marker="D", ms=10, zorder=6, clip_on=False)
        self.words = {
            "before": self.write(0, 0, "", on=self.axes, moves=True),
            "after": self.write(0, 0, "", "body", "vermilion", bold=True, on=self.axes, moves=True),
        }
        self.yours = self.line(self.axes, "purple", "strong", zorder=7, clip_on=False)
        self.yours_words = self.write(CARD, TAIL, "", colour="purple", bold=True, moves=True)

    def update(self, state: Signed) -> None:
        chosen = "with" if state.present else "without"
        spots = _spots(state.whole)
        self.others.show(np.vstack([spots[name][0] for name in spots]))
        self.serious.show(np.vstack([spots[name][1] for name in spots]))
        self._frame_around(state.whole, chosen)
        for name, (people, serious) in state.groups.items():
            head = _("With the sign: {people}") if name == "with" else _("Without the sign: {people}")
            self.heads[name].set_text(head.format(people=about(people)))
            self.heads[name].set_weight("bold" if name == chosen else "normal")
            self.tails[name].set_text(_("{people} of them serious").format(people=about(serious)))
        self._move_chance(state)

    def _frame_around(self, whole: dict[str, tuple[int, int]], chosen: str) -> None:
        first = LEFT if chosen == "with" else _second(whole)
        columns = max(ceil(whole[chosen][0] / ROWS), 1)
        top, tall = TOP - AROUND, FOOT - TOP + 2 * AROUND
        self.frame.set_bounds(first - AROUND, top, (columns - 1) * PITCH + 2 * AROUND, tall)

    def _move_chance(self, state: Signed) -> None:
        self.multiplied.set_text(_multiplied(state))
        ends = {"before": height(state.base_rate), "after": height(state.after)}
        self.step.set_data([STEP, STEP], list(ends.values()))
        self.before.set_data([STEP], [ends["before"]])
        self.after.set_data([STEP], [ends["after"]])
        self.words["before"].set_text(_("before: {chance}").format(chance=in_percent(state.base_rate)))
        self.words["after"].set_text(_("after: {chance}").format(chance=in_percent(state.after)))
        self._place_words(ends)

    def _place_words(self, ends: dict[str, float]) -> None:
        """The words stand beside their marks, and apart from each other."""
        a_pixel = np.ptp(self.axes.get_ylim()) / (PLOT[3] - PLOT[1])
        middle, apart = (ends["before"] + ends["after"]) / 2, APART * a_pixel
        up = ends["after"] >= ends["before"]
        if abs(ends["after"] - ends["before"]) < apart:
            ends = {"before": middle - (1 if up else -1) * apart / 2, "after": middle + (1 if up else -1) * apart / 2}
        for name, text in self.words.items():
            text.set_position((STEP + 0.1, ends[name]))

    def mark_yours(self, state: Signed, yours: Yours) -> None:
        """A bar across the axis at the chance that the learner's line gives; its words stand below the axis."""
        for artist in (self.yours, self.yours_words):
            artist.set_visible(yours.value is not None)
        if yours.value is None:
            return
        level = height(yours.value)
        self.yours.set_data([-0.05, 0.2], [level, level])
        self.yours.set_linestyle(DASHES["solid" if yours.right else "dashed"])
        way = " ↑" if yours.value > ENDS[1] else " ↓" if yours.value < ENDS[0] else ""
        self.yours_words.set_text(f"{WORDS}{way}")

    def grips(self, state: Signed) -> list[Grip]:
        """The ring of the chance before."""
        rates = np.geomspace(FIRST, LAST, 40)
        levels = np.array([height(rate) for rate in rates])
        places = self.pixels(self.axes, np.full(levels.size, STEP), levels)
        return [(Track("base_rate", rates, places),)]


def _multiplied(state: Signed) -> str:
    """By what the finding multiplies the odds, in words."""
    if np.isinf(state.ratio):
        return _("The sign proves it") if state.present else _("Its absence proves it")
    told = (
        _("The sign multiplies the odds by {ratio}")
        if state.present
        else _("Its absence multiplies the odds by {ratio}")
    )
    return told.format(ratio=number(state.ratio, 3 if 1 <= state.ratio < 10 else 2))


def _second(whole: dict[str, tuple[int, int]]) -> float:
    """Pixels from the left: the first dots of the second group."""
    return LEFT + (ceil(whole["with"][0] / ROWS) - 1) * PITCH + GAP if whole["with"][0] else LEFT + GAP


def _spots(whole: dict[str, tuple[int, int]]) -> dict[str, tuple[NDArray, NDArray]]:
    """Rows of dots and of squares of each group (see Dots): the serious stand first, column by column."""
    starts = {"with": LEFT, "without": _second(whole)}
    return {name: _rows(starts[name], people, serious) for name, (people, serious) in whole.items()}


def _rows(left: float, people: int, serious: int) -> tuple[NDArray, NDArray]:
    up = np.arange(ROWS)
    every, first = (count // ROWS + (up < count % ROWS) for count in (people, serious))
    y = FOOT - up * PITCH
    others = np.column_stack([left + first * PITCH, left + (every - 1) * PITCH, y])[every > first]
    squares = np.column_stack([np.full(ROWS, float(left)), left + (first - 1) * PITCH, y])[first > 0]
    return others, squares
