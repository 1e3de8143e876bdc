"""A body on the floor that moves through an exercise: what pushes on it, who holds its lowest disc, what bends."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

import numpy as np
from matplotlib.text import Text

from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.human.bones import Bones
from jointlab.drawings.human.muscles import MuscleLines
from jointlab.drawings.human.scene import scene
from jointlab.drawings.human.side import SideBody
from jointlab.drawings.page import Page
from jointlab.drawings.shapes import outlines
from jointlab.drawings.shapes.arrows import arrow
from jointlab.drawings.yours import Yours
from jointlab.language import _
from jointlab.lessons.six_exercises.hold_panels import HoldPanels
from jointlab.lessons.six_exercises.poses import EXERCISES
from jointlab.lessons.six_exercises.toes_gauge import ToesGauge
from jointlab.models.body.adult import adult
from jointlab.models.body.contact import Reaction
from jointlab.models.body.lumbar_load import SpineLoad
from jointlab.models.body.settle import Settled
from jointlab.units import span

STANDING = 0.7  # m: whose hips are higher stands
FLAT, UPRIGHT = 1.0, 1.45  # how much more room is shown around who stands
WINDOW = (-1.17, 1.17, -0.36, 1.24)  # m: left, right, bottom, top of the drawn space, of who lies or kneels
PER_NEWTON = 0.30e-3  # m of arrow for a newton
STRONG = 2500.0  # N: muscles that pull so hard are drawn at their darkest
LEAST = 5.0  # N: a push that cannot be more is not drawn
LETTER, GAP = 0.034, 0.05  # m: width of a letter, and between the words of two pushes, in who lies or kneels
HILL = (350.0, 545.0, 48.0, 22.0)  # px: from, to, foot and height of the way of one repetition
# What bears on one side alone, and what bears on both or in the middle.
ONE = {"hand": _("hand"), "forearm": _("forearm"), "knee": _("knee"), "foot": _("foot"), "heel": _("heel"),
       "toes": _("toes"), "instep": _("instep")}  # fmt: skip
BOTH = {"hand": _("hands"), "forearm": _("forearms"), "knee": _("knees"), "foot": _("feet"), "heel": _("heels"),
        "toes": _("toes"), "instep": _("insteps"), "head": _("head"), "back": _("upper back"), "chest": _("chest"),
        "belly": _("belly"), "pelvis": _("pelvis")}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Moving:
    """The adult of the course in an `exercise`, `at` a share of one repetition: how the body lies on its contacts, what
    L5-S1 carries, and what each contact bears. `middle`: m along the floor, of all that the exercise reaches."""

    exercise: str
    at: float
    settled: Settled
    middle: float
    result: SpineLoad
    bears: Sequence[Reaction]

    @property
    def plank_ends(self) -> dict[str, Reaction]:
        """Forearms and toes, if the body is held by nothing else; else nothing."""
        ends = {one.contact.part: one for one in self.bears}
        return ends if set(ends) == {"forearm", "toes"} else {}


class MovingPicture(Page):
    """The body with what the floor pushes, and at its right the panels of what its lower back does."""

    height = 386
    description = _(
        "Left: a person on a floor, seen from the side, with spine and pelvis, in one moment of an exercise. Green "
        "arrows below the floor, all to one scale, push up where the body rests, with how much in newtons. Two bands "
        "in the trunk, back muscles and abdominal muscles, are thicker and darker the harder they must pull. Above, a "
        "hill for each pose that a repetition leads to, there and back, with a dot at this moment. Right, from above: "
        "the moment about the lowest disc, L5-S1, to the left if muscles in front hold it, to the right if the back "
        "muscles do, and the compression of the disc, each as a band with a dot in its middle; how far each level of "
        "the lower back is bent from standing, by two published rules, a round mark and a square one; and what studies "
        "measured of muscles in this exercise, each with its own scale."
    )

    def lay_out(self) -> None:
        left, right, *_heights = WINDOW
        self.scene = room = scene(self, WINDOW, floor=(left, right))
        self.person = SideBody(room, self, detail=0.7)
        self.muscles, self.bones = MuscleLines(room, self), Bones(room, self)
        self.step = self.shape("grid", "muted", on=room, moves=True, zorder=1)
        self.pushes = self.shape("green", on=room, moves=True, zorder=3)
        self.words = [self.write(0, 0, colour="green", bold=True, ha="center", moves=True) for _word in range(6)]
        self.words = [self._word() for _number in range(6)]
        self._hill()
        self.panels, self.gauge = HoldPanels(self), ToesGauge(self)

    def _word(self) -> Text:
        return self.write(0, 0, colour="green", bold=True, on=self.scene, moves=True, ha="center", linespacing=1.15)

    def _hill(self) -> None:
        self.hill = self.line(self.page, "muted", "thin")
        self.write(HILL[0], HILL[2] + 22, _("one repetition, there and back"), colour="muted")
        self.dot = self.line(self.page, "blue", ls="none", marker="o", ms=11, zorder=6)

    def update(self, state: Moving) -> None:
        posture, hip = state.settled.posture, state.settled.hip - state.middle
        self.wide = UPRIGHT if state.settled.hip.imag > STANDING else FLAT
        self.scene.set(xlim=np.multiply(WINDOW[:2], self.wide), ylim=np.multiply(WINDOW[2:], self.wide))
        self.person.set(adult(), posture, hip, "flat")
        self.bones.set(adult(), posture, hip)
        self.muscles.set(adult(), posture, hip, work(state.result))
        self._draw_pushes(state.bears, hip)
        self.hill.set_data(*on_hill(state.exercise, np.linspace(0, 1, 81)))
        self.dot.set_data(*on_hill(state.exercise, np.array([state.at])))
        self.panels.set(state.exercise, float(posture.lumbar), state.result)
        self.gauge.hide()

    def mark_yours(self, state: Moving, yours: Yours) -> None:
        """What the toes carry in a plank; elsewhere the line says nothing."""
        if state.plank_ends:
            self.gauge.set(state.plank_ends["toes"].force, yours)

    def _draw_pushes(self, bears: Sequence[Reaction], hip: complex) -> None:
        """An arrow for each push, its foot so far below the floor as it is large, and words below all of them."""
        pushes = sorted((place for place in bears if place.force.high > LEAST), key=lambda one: one.point.real)
        places = [complex(one.point) + hip for one in pushes]
        long = [PER_NEWTON * self.wide * float(one.force.middle) for one in pushes]
        drawn = [  # from below the floor, or from inside a step
            arrow((at.real, at.imag - far), (at.real, at.imag), 0.016 * self.wide, 0.045 * self.wide)
            for at, far in zip(places, long, strict=True)
        ]
        self.pushes.set_path(outlines.path(*drawn))
        steps = [
            _block(at, one.contact.height) for at, one in zip(places, pushes, strict=True) if one.contact.height > 0
        ]
        self.step.set_path(outlines.path(*steps))
        told = [f"{part_name(one)}\n{span(one.force.low, one.force.high, 'N')}" for one in pushes]
        widths = [self.wide * (GAP + LETTER * max(map(len, words.split("\n")))) for words in told]
        across = spread([at.real for at in places], widths)
        for text, words, x in zip_longest(self.words, told, across):
            text.set(text=words or "", visible=bool(words), position=(x or 0.0, -0.25 * self.wide))

    def grips(self, state: Moving) -> Sequence[Grip]:
        """The dot on the hill, which leads through the repetition."""
        shares = np.linspace(0, 1, 41)
        return [(Track("at", shares, np.column_stack(on_hill(state.exercise, shares))),)]


def _block(at: complex, height: float) -> np.ndarray:
    """A step of this height (m) below a place."""
    return np.array([(at.real + x, y) for x, y in ((-0.12, 0), (0.12, 0), (0.12, height), (-0.12, height), (-0.12, 0))])


def part_name(one: Reaction) -> str:
    """What bears, in words: of both sides if it does."""
    return (BOTH if one.contact.side == "both" else ONE)[one.contact.part]


def work(result: SpineLoad) -> dict[str, float]:
    """How hard the muscles in front of the disc and behind it pull, as shares of STRONG; one of them is at rest."""
    share = min(float(result.muscle.middle) / STRONG, 1.0)
    front = result.moment.middle < 0
    return {"abdominals": share if front else 0.0, "back muscles": 0.0 if front else share}


def spread(places: Sequence[float], widths: Sequence[float]) -> list[float]:
    """Rising `places` of things so wide, moved as little as it takes for none to overlap the next."""
    offsets = np.cumsum([0.0, *((one + other) / 2 for one, other in pairwise(widths))])
    groups: list[list[float]] = []  # of things that touch: each group stands around its own mean
    for place, offset in zip(places, offsets, strict=False):
        groups.append([place - offset])
        while len(groups) > 1 and np.mean(groups[-2]) > np.mean(groups[-1]):
            groups[-2:] = [groups[-2] + groups[-1]]
    means = [float(np.mean(group)) for group in groups for _place in group]
    return [mean + offset for mean, offset in zip(means, offsets, strict=False)]


def on_hill(exercise: str, shares: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pixels on the way of one repetition: a hill for every pose to which it leads, and back."""
    first, last, foot, height = HILL
    hills = len(EXERCISES[exercise].ends)
    return first + shares * (last - first), foot - height * (1 - np.cos(2 * np.pi * hills * shares)) / 2
