"""The lower back with a push aimed at one joint, how much of it arrives where, and which joint popped first."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.path import Path
from numpy.typing import NDArray

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.human.layers import closed
from jointlab.drawings.page import Page
from jointlab.drawings.shapes.outlines import box
from jointlab.language import _
from jointlab.lessons.twist.spine_drawings import PITCH, ROWS, Stack
from jointlab.models.body.lumbar_chain import JOINTS
from jointlab.models.body.pop_race import TWISTS
from jointlab.units import fixed, percent

STACK_AT = 178  # pixels from the left: the middle of the stack
PUSH = (350, 36, 470, 290)  # pixels: left, top, right, bottom
FIRST = (506, 36, 676, 290)
TARGET = (758, 182, 912, 224)
HALF = 14  # pixels: half a bar's height
INSIDE, GAP = 0.72, 0.03  # of the axis: from here on words stand in a bar; between its end and words
CHANCE = 1 / len(JOINTS)
ENDS = np.array([0.3, 1.0])  # of the push that reaches the next joint


@dataclass(frozen=True, eq=False)
class PopRace:
    """A push aimed at the joint `aim` (counted from below), of which `arrives` (5,) at each; `first` (5,): share of
    the twists in which each popped first. `rule`: what makes a joint pop, see `first_pop.RULES`."""

    aim: int
    rule: str
    spread: float
    arrives: NDArray
    first: NDArray

    @property
    def hit(self) -> float:
        """Share of the twists in which the target popped first."""
        return float(self.first[self.aim])

    @property
    def popped(self) -> bool:
        """Whether the target has popped already."""
        return self.rule == "popped"


class PopRacePicture(Page):
    """From left to right: the spine, the push, the winners, and how often the target won."""

    height = 346
    description = _(
        "Left: the five vertebrae and the sacrum from behind and above, pulled apart; a purple arrow points at the "
        "joint that the push is aimed at, and each disc is the more orange, the more often its joint popped first. "
        "Next: for each joint a blue bar, the share of the push that arrives there, 0 to 100 %. Next: for each joint "
        "an orange bar, the share of {twists} twists in which it popped first, in words beside it, 0 to 100 %; the "
        "target has a purple frame. Right: how often the target popped first, as a large number and as a dot on an "
        "axis from 0 to 100 %, above two marks: what a lot would do, {chance}, and what clinicians did when they "
        "thrust at the lower back, {measured}, counted in another way. A toy: only that last mark was measured."
    ).format(
        twists=fixed(TWISTS), chance=percent(CHANCE), measured=percent(sources.observation("ross_lumbar_hit").value)
    )

    def lay_out(self) -> None:
        self.stack = Stack(self, STACK_AT)
        self.stack.fan.set_visible(False)
        self.write(12, 337, _("from behind and above, pulled apart"), colour="muted")
        self.write(12, ROWS[0] + PITCH / 2, _("sacrum"), colour="muted")
        self.arrow = self.shape("purple", moves=True, zorder=7)
        self.names = [self.write(PUSH[0] - 10, y, joint, "body", ha="right", moves=True)
                      for y, joint in zip(ROWS, JOINTS, strict=True)]  # fmt: skip
        self.heading(PUSH[0] - 64, 18, _("Push that arrives"))
        self.heading(FIRST[0], 18, _("Popped first"))
        self.push_axes, self.first_axes = (self._column(box_) for box_ in (PUSH, FIRST))
        self.pushes = [self.shape("blue", on=self.push_axes, moves=True) for _joint in JOINTS]
        self.firsts = [self.shape("vermilion", on=self.first_axes, moves=True) for _joint in JOINTS]
        self.frame = self.shape(None, "purple", "normal", on=self.first_axes, moves=True, zorder=6)
        self.words = [self.write(0, y, on=self.first_axes, moves=True) for y in ROWS]
        self._target()

    def _column(self, edges: tuple[int, int, int, int]) -> Axes:
        left, top, right, foot = edges
        ticks = {0: "0", 0.5: "50", 1: "100 %"}
        axes = self.plot(left, top, right, foot, xlim=(0, 1), ylim=(foot, top), yticks=[], xticks=ticks)
        axes.grid(visible=False)
        return axes

    def _target(self) -> None:
        left, top, right, foot = TARGET
        self.heading(left - 10, 18, _("How often on target"))
        self.big = self.write(left - 10, 84, "", "display", "vermilion", bold=True, moves=True)
        self.write(left - 10, 116, _("of {count} twists").format(count=fixed(TWISTS)), colour="muted")
        ticks = {0: "0", 0.5: "50", 1: "100 %"}
        axes = self.target_axes = self.plot(left, top, right, foot, xlim=(0, 1), ylim=(-1, 1), yticks=[], xticks=ticks)
        axes.spines["left"].set_visible(False)
        self.dot = self.line(axes, "vermilion", ls="", marker="o", ms=13, clip_on=False, zorder=6)
        clinicians = sources.observation("ross_lumbar_hit").value
        for value, marker, colour in ((CHANCE, "D", "ink"), (clinicians, "s", "green")):
            axes.plot([value], [-0.5], marker, color=style.colour(colour), ms=9, zorder=5)
        self.write(left - 10, foot + 42, _("◆ by lot: {share}").format(share=percent(CHANCE)))
        self.write(left - 10, foot + 63, _("● this toy"), colour="vermilion", bold=True)
        self.write(
            left - 10,
            foot + 84,
            _("■ clinicians: {share}").format(share=percent(clinicians)),
            colour="green",
            bold=True,
        )
        self.write(left - 10, foot + 102, _("(counted in another way)"), colour="muted")

    def update(self, state: PopRace) -> None:
        self.stack.set(np.zeros(5), state.first)
        y = ROWS[state.aim]
        self.arrow.set_path(closed([_arrow(y)]))
        for i, height in enumerate(ROWS):
            share, aimed = state.first[i], i == state.aim
            self.pushes[i].set_path(_bar(state.arrives[i], height))
            self.firsts[i].set_path(_bar(share, height))
            self.words[i].set_text(_("has popped") if state.popped and aimed else percent(share))
            if share > INSIDE:
                self.words[i].set(x=share - GAP, ha="right", color=style.colour("paper"), weight="bold")
            else:
                self.words[i].set(x=share + GAP, ha="left", color=style.colour("ink"), weight="normal")
            self.names[i].set(weight="bold" if aimed else "normal", color=style.colour("purple" if aimed else "ink"))
        self.frame.set_path(closed([box(0, y - HALF - 3, 1, y + HALF + 3)]))
        self.big.set_text(percent(state.hit))
        self.dot.set_data([state.hit], [0.4])

    def grips(self, state: PopRace) -> Sequence[Grip]:
        """The end of the push on the next joint."""
        beside = state.aim + 1 if state.aim + 1 < len(JOINTS) else state.aim - 1
        return ((Track("reach", ENDS, self.pixels(self.push_axes, ENDS, ROWS[beside])),),)


def _bar(end: float, middle: float) -> Path:
    """A bar from zero."""
    return closed([box(0, middle - HALF, end, middle + HALF)])


def _arrow(y: float) -> NDArray:
    """An arrow from the left, its tip at the disc."""
    tip, head, back = STACK_AT - 46.0, 16.0, 52.0
    barb, shaft = tip - head, tip - back
    return np.array(
        [(tip, y), (barb, y - 9), (barb, y - 4), (shaft, y - 4), (shaft, y + 4), (barb, y + 4), (barb, y + 9)]
    )
