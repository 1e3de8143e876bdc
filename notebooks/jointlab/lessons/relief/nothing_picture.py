"""A pain day by day with its bad days marked, and a hundred people who were picked on such a day: half did nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.text import Text
from numpy.typing import NDArray

from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.page import Page
from jointlab.drawings.yours import Yours, YoursMark
from jointlab.language import _
from jointlab.models.evidence.regression import MOST, Group, advantage, threshold
from jointlab.units import fixed

DAYS, LATER = 60, 3  # of the diary; until pain is asked for again
PEOPLE = 50  # in each group
DIARY = (46, 50, 540, 288)  # pixels: left, top, right, bottom
GROUPS = (612, 54, 842, 168)
MORE = (612, 246, 842, 284)
BESIDE = 852  # pixels from the left: numbers beside the groups
APART = (-1.0, 4.0)  # points: the ends of the axis of the difference
ROWS = {"idle": 1.0, "cracked": 0.0}  # where each group stands
SHARES = np.array([0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97, 1.0])  # along the way of the threshold


@dataclass(frozen=True, eq=False)
class Nothing:
    """A pain with its `usual` level, `spread` (points) and `steadiness`; the worst `share` of days lies above `limit`.

    `diary` (DAYS,): of one who does nothing. `idle` and `cracked`: people who were picked on such a day; a crack lowers
    the pain by `effect`.
    """

    share: float
    usual: float
    spread: float
    steadiness: float
    effect: float
    limit: float
    diary: NDArray
    idle: Group
    cracked: Group

    @property
    def bad(self) -> list[int]:
        """The days of the diary above the limit; after one, the next that counts is LATER days off."""
        days: list[int] = []
        for day in np.flatnonzero(self.diary[:-LATER] > self.limit):
            if not days or day >= days[-1] + LATER:
                days.append(int(day))
        return days

    def ends(self, group: Group) -> tuple[float, float]:
        """Mean pain before and after, to a tenth of a point."""
        return round(float(group.before.mean()), 1), round(float(group.after.mean()), 1)

    def fall(self, group: Group) -> float:
        """By how much the mean as it is told has fallen."""
        before, after = self.ends(group)
        return round(before - after, 1)

    @property
    def advantage(self) -> tuple[float, float, float]:
        """By how much more it fell in those who cracked, and the interval."""
        return advantage(self.cracked, self.idle)

    @property
    def could_be_chance(self) -> bool:
        """Whether the interval of the advantage holds 0."""
        _more, low, high = self.advantage
        return low <= 0 <= high


class NothingPicture(Page):
    """Left the diary, right the two groups, and below them by how much more pain fell in those who cracked."""

    height = 346
    description = _(
        "Left: line chart of one person's pain, 0 to {most} points, over {days} days in which nothing is done; a "
        "dotted line is the usual pain, a dashed purple line the limit above which people crack. Orange triangles: "
        "days above it, without those less than {later} days after the last; from each a line leads to a blue dot, "
        "the pain {later} days later. Right: {people} people who were picked on such a day. Two rows, for those who "
        "do nothing and those who crack: mean pain on that day (hollow) and {later} days later (filled), on an axis "
        "from 0 to {most} points, and by how much it changed. Below, on an axis from −1 to 4 points: how much more "
        "it fell in those who cracked, with its 95 % interval; a solid line at 0, a dashed line at what a crack "
        "truly does. Nobody was measured: people and numbers are made up."
    ).format(most=fixed(MOST), days=DAYS, later=LATER, people=2 * PEOPLE)

    def lay_out(self) -> None:
        self._diary()
        self._groups()
        self._more()

    def _diary(self) -> None:
        left, top, right, foot = DIARY
        self.heading(24, 19, _("One person who does nothing: pain, day by day"))
        limits = {"xlim": (0, DAYS), "ylim": (0, MOST), "xticks": range(0, DAYS + 1, 10), "yticks": range(0, 11, 2)}
        axes = self.diary_axes = self.plot(left, top, right, foot, xlabel=_("day"), **limits)
        axes.grid(visible=False)
        self.usual = self.line(axes, "muted", "thin", "dotted")
        self.usual_word = self.write(DAYS + 0.8, 0, _("usual"), colour="muted", on=axes, moves=True)
        self.days = self.line(axes, "ink", "thin")
        self.ways = self.line(axes, "blue", "thin")
        self.later = self.line(axes, "blue", ls="", marker="o", ms=8, clip_on=False, zorder=6)
        self.bad = self.line(axes, "vermilion", ls="", marker="v", ms=10, clip_on=False)
        self.limit = self.line(axes, "purple", "normal", "dashed")
        self.write(left + 6, top + 8, _("▼ bad enough to crack"), colour="vermilion", bold=True)
        self.write(left + 186, top + 8, _("● {count} days later").format(count=LATER), colour="blue", bold=True)
        self.write(left + 306, top + 8, _("– –  the limit"), colour="purple", bold=True)

    def _groups(self) -> None:
        left, top, right, foot = GROUPS
        self.heading(left - 14, 19, _("{count} people, picked on such a day").format(count=2 * PEOPLE))
        limits = {"xlim": (0, MOST), "ylim": (-0.5, 1.5), "xticks": range(0, 11, 2), "yticks": []}
        axes = self.groups_axes = self.plot(left, top, right, foot, **limits)
        axes.spines["left"].set_visible(False)
        self.write(
            left - 14,
            foot + 34,
            _("pain (points): ○ that day, ● {count} days later").format(count=LATER),
            colour="muted",
        )
        words = {
            "idle": _("{count} do nothing").format(count=PEOPLE),
            "cracked": _("{count} crack").format(count=PEOPLE),
        }
        self.rows = {name: self._row(axes, y, words[name]) for name, y in ROWS.items()}
        self.yours = YoursMark(self, axes, at=1.07)

    def _row(self, axes: Axes, y: float, words: str) -> tuple[Line2D, Line2D, Line2D, Text]:
        """Way, mean before and mean after of a group, and the words of what has changed."""
        place = self.pixels(axes, 0, y)[0][1]
        self.write(BESIDE, place - 11, words)
        way = self.line(axes, "blue", "normal")
        before = self.line(axes, "vermilion", ls="", marker="o", ms=11, mfc=style.colour("paper"))
        after = self.line(axes, "blue", ls="", marker="o", ms=11)
        return way, before, after, self.write(BESIDE, place + 9, "", "body", bold=True, moves=True)

    def _more(self) -> None:
        left, top, right, foot = MORE
        self.heading(left - 14, top - 18, _("More relief than doing nothing (points)"))
        limits = {"xlim": APART, "ylim": (-1, 1), "xticks": range(-1, 5), "yticks": []}
        axes = self.more_axes = self.plot(left, top, right, foot, **limits)
        axes.spines["left"].set_visible(False)
        axes.axvline(0, color=style.colour("ink"), lw=style.LINE["thin"])
        self.truth = self.line(axes, "ink", "thin", "dashed")
        self.interval = self.line(axes, "green", "strong", solid_capstyle="butt")
        self.more = self.line(axes, "green", ls="", marker="D", ms=10)
        self.verdict = self.write(BESIDE, (top + foot) / 2, "", "body", "green", bold=True, moves=True)
        self.write(left - 14, foot + 40, _("dashed: what a crack truly does; bar: 95 % interval"), colour="muted")

    def update(self, state: Nothing) -> None:
        days, limit = np.arange(DAYS), max(state.limit, 0.0)
        self.usual.set_data([0, DAYS], [state.usual] * 2)
        self.usual_word.set_y(state.usual)
        self.days.set_data(days, state.diary)
        self.limit.set_data([0, DAYS], [limit] * 2)
        then = np.array(state.bad, dtype=int)
        bad, later = state.diary[then], state.diary[then + LATER]
        self.bad.set_data(then, bad)
        self.later.set_data(then + LATER, later)
        lifted = np.full(bad.size, np.nan)
        self.ways.set_data(
            *(np.column_stack(ends).ravel() for ends in ((then, then + LATER, lifted), (bad, later, lifted)))
        )
        for name, (way, before, after, words) in self.rows.items():
            group, y = getattr(state, name), ROWS[name]
            ends = float(group.before.mean()), float(group.after.mean())
            way.set_data(ends, [y, y])
            before.set_data(ends[:1], [y])
            after.set_data(ends[1:], [y])
            words.set_text(changed(state.fall(group)))
        self._difference(state)

    def _difference(self, state: Nothing) -> None:
        more, low, high = state.advantage
        self.truth.set_data([state.effect] * 2, [-1, 1])
        self.interval.set_data([low, high], [0, 0])
        self.more.set_data([more], [0])
        self.verdict.set_text(fixed(more, 1))

    def mark_yours(self, state: Nothing, yours: Yours) -> None:
        """What the learner's line expects of those who do nothing."""
        self.yours.set(yours)

    def grips(self, state: Nothing) -> Sequence[Grip]:
        """The limit, up and down; and the mean of those who cracked, along the axis, by what a crack does."""
        limits = np.maximum(threshold(SHARES, state.usual, state.spread), 0.0)
        after = float(state.cracked.after.mean())
        effects = np.array([0.0, 3.0])
        moved = after + state.effect - effects
        return (
            (Track("share", SHARES, self.pixels(self.diary_axes, DAYS - 2, limits)),),
            (Track("effect", effects, self.pixels(self.groups_axes, moved, ROWS["cracked"])),),
        )


def changed(fall: float) -> str:
    """By how many points pain has changed, in words."""
    if fall == 0:
        return _("the same")
    told = _("{points} lower") if fall > 0 else _("{points} higher")
    return told.format(points=fixed(abs(fall), 1))
