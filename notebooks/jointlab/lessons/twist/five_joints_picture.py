"""The lower back in a movement, the degrees of its five joints, and the law of the joint that is changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from matplotlib.axes import Axes
from matplotlib.path import Path
from matplotlib.text import Text
from numpy.typing import NDArray

from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.human.layers import closed
from jointlab.drawings.page import Page
from jointlab.drawings.shapes.outlines import box
from jointlab.drawings.yours import Yours, YoursMark
from jointlab.language import _
from jointlab.lessons.twist.spine_drawings import LARGER, PITCH, ROWS, SideView, Stack
from jointlab.models.body.lumbar_chain import FULL_MOMENT, JOINTS, Chain, chain
from jointlab.units import amount, fixed, fixed_amount, percent

STIFFEST = 64.0  # times as stiff: from here on a joint counts as fused
WIDEST = {"bend": 20.0, "twist": 5.0}  # degrees: how far the axes go
HELD = {"moment": _("the same moment"), "angle": _("the same whole turn")}
BARS = (446, 36, 646, 290)  # pixels: left, top, right, bottom
LAW = (766, 66, 940, 290)
MOST = 20.0  # N m on the axis of the law
STACK_AT = 178  # pixels from the left: the middle of the stack
SIDE = (30, 2, 316, 322)
WINDOW = (-0.145, 0.155, -0.045, 0.289)  # m: left, right, bottom, top of the view from the side
_TICKS = 5


@dataclass(frozen=True, eq=False)
class FiveJoints:
    """Five joints in a `movement`, one of them `changed` to so many times its `stiffness`, `held` to the same moment
    or to the same whole turn as healthy ones at FULL_MOMENT. `healthy`, `angles` (5,): degrees from below."""

    movement: str
    held: str
    changed: str
    stiffness: float
    moment: float
    healthy: NDArray
    angles: NDArray

    @property
    def at(self) -> int:
        """Which joint is changed, from below."""
        return JOINTS.index(self.changed)

    @property
    def whole(self) -> float:
        """How far all five turn together, in degrees."""
        return float(self.angles.sum())

    @property
    def shares(self) -> NDArray:
        """What each takes of it."""
        return self.angles / self.whole

    @property
    def fused(self) -> bool:
        """Whether the changed joint does not turn at all."""
        return bool(np.isinf(self.stiffness))

    @property
    def neighbours(self) -> NDArray:
        """How much further than healthy each joint turns that is not changed, as a share."""
        others = np.arange(5) != self.at
        return self.angles[others] / self.healthy[others] - 1


@cache
def _solved(movement: str, held: str, changed: str, stiffness: float) -> tuple[Chain, float, NDArray]:
    joints = chain(movement, changed, stiffness)
    healthy = chain(movement).angles(FULL_MOMENT)
    moment = FULL_MOMENT if held == "moment" else joints.moment_for(healthy.sum())
    return joints, moment, joints.angles(moment)


def five_joints(stiffness: float, changed: str, movement: str, held: str) -> FiveJoints:
    """The state of the explorer; from STIFFEST on a joint is fused."""
    factor = np.inf if stiffness >= STIFFEST else round(stiffness, 6)
    _joints, moment, angles = _solved(movement, held, changed, factor)
    return FiveJoints(movement, held, changed, factor, moment, chain(movement).angles(FULL_MOMENT), angles)


class FiveJointsPicture(Page):
    """Left the spine, in the middle bars of degrees, right the law of the changed joint."""

    height = 346
    description = _(
        "Left: the lower back. A bend is seen from the side, front to the right, with five vertebrae on the sacrum; a "
        "twist from behind and above, pulled apart, and drawn {times} times as large. Each disc is the more "
        "orange, the larger the share of the whole turn that its joint takes. Middle: a bar of degrees for each of the "
        "five joints, L1-L2 at the top and L5-S1, the lowest, at the bottom, with degrees and share in words; a hollow "
        "bar is the healthy joint at {moment}. The name of the changed joint is purple, with a "
        "triangle. Right: line chart for that joint, how far it turns against the moment from 0 to 20 N m; dotted: "
        "healthy, solid: as it is now, with a dot where it stands; a band: the healthy neutral zone."
    ).format(times=LARGER, moment=amount(FULL_MOMENT, "N m"))

    def lay_out(self) -> None:
        left, top, right, foot = SIDE
        low, high, bottom, above = WINDOW
        self.side_axes = self.plot(left, top, right, foot, xlim=(low, high), ylim=(bottom, above))
        self.side_axes.set_axis_off()
        self.side, self.stack = SideView(self.side_axes, self), Stack(self, STACK_AT)
        self.seen = self.write(12, 337, colour="muted", moves=True)
        self.sacrum = self.write(58, ROWS[0] + PITCH / 2, _("sacrum"), colour="muted", moves=True, ha="right")
        self.names = [self.write(0, 0, joint, colour="muted", moves=True, ha="right") for joint in JOINTS]
        self._bars()
        self._law()

    def _bars(self) -> None:
        left, top, right, foot = BARS
        self.heading(left - 66, 18, _("How far each joint turns"))
        self.bars_axes = self.plot(left, top, right, foot, xlim=(0, 1), ylim=(foot, top), yticks=[], xticks=[])
        self.bars_axes.grid(visible=False)
        shown = np.array(ROWS, dtype=float)
        self.rows = [self.write(left - 8, y, joint, "body", ha="right", moves=True)
                     for y, joint in zip(shown, JOINTS, strict=True)]  # fmt: skip
        self.marker = self.line(self.page, "purple", ls="", marker=">", ms=9)
        self.bars = [self.shape("vermilion", "vermilion", on=self.bars_axes, moves=True, zorder=3) for _joint in JOINTS]
        self.ghosts = [self.shape(None, "ink", on=self.bars_axes, moves=True, zorder=4) for _joint in JOINTS]
        self.words = [self.write(right + 4, y, moves=True) for y in shown]
        self.ticks = self._moving_ticks(self.bars_axes, foot)
        self.unit = self.write(
            (left + right) / 2, foot + 30, _("degrees (hollow: healthy)"), colour="muted", ha="center"
        )
        self.kept = self.write(left - 66, 337, colour="purple", bold=True, moves=True)
        self.yours = YoursMark(self, self.bars_axes, at=0.05)

    def _moving_ticks(self, axes: Axes, foot: float) -> list[Text]:
        """Numbers below an axis from 0 to 1 that stand for other degrees in another movement."""
        places = np.linspace(0, 1, _TICKS + 1)
        axes.set_xticks(places, [""] * len(places))
        pixels = self.pixels(axes, places, axes.get_ylim()[0])[:, 0]
        return [self.write(x, foot + 12, colour="muted", ha="center", moves=True) for x in pixels]

    def _law(self) -> None:
        left, top, right, foot = LAW
        self.law_title = self.write(left - 40, 18, "", "label", bold=True, moves=True)
        self.write(
            left - 40,
            42,
            _("moment (N m), measured up to {moment}").format(moment=fixed(FULL_MOMENT)),
            colour="muted",
        )
        limits = {"xlim": (0, 1), "ylim": (0, MOST), "yticks": range(0, int(MOST) + 1, 5)}
        self.law_axes = self.plot(left, top, right, foot, **limits)
        self.zone = self.shape("gas", on=self.law_axes, moves=True, zorder=0)
        self.healthy = self.line(self.law_axes, "ink", "thin", "dotted")
        self.now = self.line(self.law_axes, "vermilion", "strong")
        self.dot = self.line(self.law_axes, "vermilion", ls="", marker="o", ms=11, clip_on=False, zorder=6)
        self.law_ticks = self._moving_ticks(self.law_axes, foot)
        self.write((left + right) / 2, foot + 30, _("degrees · band: neutral zone"), colour="muted", ha="center")
        self.level(self.law_axes, FULL_MOMENT, "muted", "hair", "dashed")

    def update(self, state: FiveJoints) -> None:
        twisted = state.movement == "twist"
        for artist in self.side.artists():
            artist.set_visible(not twisted)
        for artist in (*self.stack.artists(), self.sacrum):
            artist.set_visible(twisted)
        if twisted:
            self.stack.set(state.angles, state.shares)
            places = [(58, y) for y in ROWS]
            self.seen.set_text(_("from behind and above; twist drawn {times} times as large").format(times=LARGER))
        else:
            discs = self.side.set(state.angles)
            places = self.pixels(self.side_axes, discs.real - 0.062, discs.imag)
            self.seen.set_text(_("from the side, front to the right"))
        for text, place in zip(self.names, places, strict=True):
            text.set_position(tuple(place))
        self._set_bars(state)
        self._set_law(state)

    def _set_bars(self, state: FiveJoints) -> None:
        widest = WIDEST[state.movement]
        for i, y in enumerate(ROWS):
            self.bars[i].set_path(_bar(state.angles[i] / widest, y, 13))
            self.bars[i].set_alpha(self.stack.discs[i].get_alpha() if state.movement == "twist" else
                                   self.side.discs[i].get_alpha())  # fmt: skip
            self.ghosts[i].set_path(_bar(state.healthy[i] / widest, y, 16))
            self.words[i].set_text(f"{fixed_amount(state.angles[i], '°', 1)} · {percent(state.shares[i])}")
            changed = i == state.at
            self.rows[i].set(weight="bold" if changed else "normal", color=style.colour("purple" if changed else "ink"))
        same = {"moment": fixed_amount(state.moment, "N m"), "angle": fixed_amount(state.whole, "°", 1)}[state.held]
        self.kept.set_text(f"{HELD[state.held]}: {same}")
        self.marker.set_data([BARS[0] - 74], [ROWS[state.at]])
        for texts in (self.ticks, self.law_ticks):
            for text, place in zip(texts, np.linspace(0, widest, _TICKS + 1), strict=True):
                text.set_text(fixed(place))

    def _set_law(self, state: FiveJoints) -> None:
        widest, at = WIDEST[state.movement], state.at
        self.law_title.set_text(_("The law of {joint}").format(joint=state.changed))
        moments = np.r_[np.linspace(0, 1, 6), np.linspace(1.5, MOST, 24)]
        joints, *_rest = _solved(state.movement, state.held, state.changed, state.stiffness)
        healthy = chain(state.movement)
        for line, of in ((self.healthy, healthy), (self.now, joints)):
            line.set_data(of.angles(moments[:, None])[:, at] / widest, moments)
        end = healthy.neutral[at] / widest
        self.zone.set_path(_bar(end, MOST / 2, MOST / 2))
        self.dot.set_data([state.angles[at] / widest], [state.moment])

    def mark_yours(self, state: FiveJoints, yours: Yours) -> None:
        """The share that the learner's line gives, as degrees of the whole turn."""
        value = None if yours.value is None else yours.value * state.whole / WIDEST[state.movement]
        self.yours.set(Yours(value, yours.right))

    def grips(self, state: FiveJoints) -> Sequence[Grip]:
        """The end of the changed joint's bar."""
        values, ends = _way(state.movement, state.held, state.changed)
        y = ROWS[state.at]
        return ((Track("stiffness", values, self.pixels(self.bars_axes, ends / WIDEST[state.movement], y)),),)


@cache
def _way(movement: str, held: str, changed: str) -> tuple[NDArray, NDArray]:
    """Stiffnesses from soft to fused, and how far the changed joint turns with each."""
    values = np.geomspace(0.25, STIFFEST, 33)
    states = [five_joints(float(value), changed, movement, held) for value in values]
    return values, np.array([state.angles[state.at] for state in states])


def _bar(end: float, middle: float, half: float) -> Path:
    """A bar from zero."""
    return closed([box(0, middle - half, end, middle + half)])
