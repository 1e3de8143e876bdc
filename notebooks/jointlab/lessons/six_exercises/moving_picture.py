"""A body on the floor that moves through an exercise: what pushes on it, who holds its lowest disc, what bends."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

import numpy as np
from matplotlib.text import Text

from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.human.bones import Bones
from jointlab.drawings.human.muscles import MuscleLines
from jointlab.drawings.human.scene import scene
from jointlab.drawings.human.side import SideBody
from jointlab.drawings.page import Page
from jointlab.drawings.shapes import outlines
from jointlab.drawings.shapes.arrows import arrow
from jointlab.lessons.six_exercises.hold_panels import HoldPanels
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
APART = 0.43  # m between the words of two pushes, in who lies or kneels
HILL = (28.0, 238.0, 48.0, 22.0)  # px: from, to, foot and height of the way of one repetition
PLURAL = {"back": "upper back", "pelvis": "pelvis", "head": "head", "foot": "feet", "toes": "toes"}  # others take an s


@dataclass(frozen=True, eq=False)
class Moving:
    """The adult of the course in an `exercise`, `at` a share of one repetition: how the body lies on its contacts, what
    L5-S1 carries, and what each contact bears. `middle`: m, of the places on which the exercise begins."""

    exercise: str
    at: float
    settled: Settled
    middle: float
    result: SpineLoad
    bears: Sequence[Reaction]


class MovingPicture(Page):
    """The body with what the floor pushes, and at its right the panels of what its lower back does."""

    height = 386
    description = (
        "Left: a person on a floor, seen from the side, with spine and pelvis, in one moment of an exercise. Green "
        "arrows below the floor, all to one scale, push up where the body rests, with how much in newtons. Two bands "
        "in the trunk, back muscles and abdominal muscles, are thicker and darker the harder they must pull. Below, a "
        "hill is the way of one repetition, there and back, with a dot at this moment. Right, from above: the moment "
        "about the lowest disc, L5-S1, to the left if muscles in front hold it, to the right if the back muscles do, "
        "and the compression of the disc, each as a band with a dot in its middle; how far each level of the lower "
        "back is bent from standing, by two published rules, a round mark and a square one; and what studies measured "
        "of muscles in this exercise, each with its own scale."
    )

    def lay_out(self) -> None:
        left, right, *_ = WINDOW
        self.scene = room = scene(self, WINDOW, floor=(left, right))
        self.person = SideBody(room, self, detail=0.7)
        self.muscles, self.bones = MuscleLines(room, self), Bones(room, self)
        self.step = self.shape("grid", "muted", on=room, moves=True, zorder=1)
        self.pushes = self.shape("green", on=room, moves=True, zorder=3)
        self.words = [self.write(0, 0, colour="green", bold=True, ha="center", moves=True) for _ in range(6)]
        self.words = [self._word() for _ in range(6)]
        self._hill()
        self.panels = HoldPanels(self)

    def _word(self) -> Text:
        return self.write(0, 0, colour="green", bold=True, on=self.scene, moves=True, ha="center", linespacing=1.15)

    def _hill(self) -> None:
        self.page.plot(*_on_hill(np.linspace(0, 1, 61)), color=style.colour("muted"), lw=style.LINE["thin"])
        self.write(HILL[0], HILL[2] + 16, "one repetition, there and back", colour="muted")
        self.dot = self.line(self.page, "blue", ls="none", marker="o", ms=11, zorder=6)

    def update(self, state: Moving) -> None:
        posture, hip = state.settled.posture, state.settled.hip - state.middle
        self.wide = UPRIGHT if state.settled.hip.imag > STANDING else FLAT
        self.scene.set(xlim=np.multiply(WINDOW[:2], self.wide), ylim=np.multiply(WINDOW[2:], self.wide))
        self.person.set(adult(), posture, hip, "flat")
        self.bones.set(adult(), posture, hip)
        self.muscles.set(adult(), posture, hip, work(state.result))
        self._draw_pushes(state.bears, hip)
        x, y = _on_hill(np.array([state.at]))
        self.dot.set_data(x, y)
        self.panels.set(state.exercise, float(posture.lumbar), state.result)

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
        across = spread([at.real for at in places], APART * self.wide)
        for words, one, x in zip_longest(self.words, pushes, across):
            told = f"{part_name(one)}\n{span(one.force.low, one.force.high, 'N')}" if one else ""
            words.set(text=told, visible=one is not None, position=(x or 0.0, -0.25 * self.wide))

    def grips(self, state: Moving) -> Sequence[Grip]:
        """The dot on the hill, which leads through the repetition."""
        shares = np.linspace(0, 1, 31)
        return [(Track("at", shares, np.column_stack(_on_hill(shares))),)]


def _block(at: complex, height: float) -> np.ndarray:
    """A step of this height (m) below a place."""
    return np.array([(at.real + x, y) for x, y in ((-0.12, 0), (0.12, 0), (0.12, height), (-0.12, height), (-0.12, 0))])


def part_name(one: Reaction) -> str:
    """What bears, in words: of both sides if it does."""
    part = one.contact.part
    if one.contact.side != "both":
        return part
    return PLURAL.get(part, f"{part}s")


def work(result: SpineLoad) -> dict[str, float]:
    """How hard the muscles in front of the disc and behind it pull, as shares of STRONG; one of them is at rest."""
    share = min(float(result.muscle.middle) / STRONG, 1.0)
    front = result.moment.middle < 0
    return {"abdominals": share if front else 0.0, "back muscles": 0.0 if front else share}


def spread(places: Sequence[float], apart: float) -> list[float]:
    """Rising `places`, moved so that none is nearer to the next than `apart`, and as little as that takes."""
    groups: list[list[float]] = []  # places that touch, each group around its own mean
    for place in places:
        groups.append([place])
        while len(groups) > 1 and _ends(groups[-2], apart)[1] + apart > _ends(groups[-1], apart)[0]:
            groups[-2:] = [groups[-2] + groups[-1]]
    return [_ends(group, apart)[0] + i * apart for group in groups for i in range(len(group))]


def _ends(group: Sequence[float], apart: float) -> tuple[float, float]:
    half = apart * (len(group) - 1) / 2
    middle = float(np.mean(group))
    return middle - half, middle + half


def _on_hill(shares: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pixels of the way of one repetition: up to its turning point and back."""
    first, last, foot, height = HILL
    return first + shares * (last - first), foot - height * (1 - np.cos(2 * np.pi * shares)) / 2
