"""Somebody lies on the back, one foot on the floor, and raises the other leg; hamstrings drawn on it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.human.bones import Bones
from jointlab.drawings.human.muscles import MuscleLines
from jointlab.drawings.human.scene import scene
from jointlab.drawings.human.side import SideBody
from jointlab.drawings.page import Page
from jointlab.drawings.yours import Yours
from jointlab.language import _
from jointlab.lessons.hamstrings.lying import Lying
from jointlab.lessons.hamstrings.pull import Pull
from jointlab.lessons.hamstrings.pull_panels import PANELS, PullPanels, drawn_work
from jointlab.models.body.kinematics import hanging, leg_points
from jointlab.models.body.segments import Body
from jointlab.units import amount, read_in

WINDOW = (-0.86, 0.98, -0.10, 1.12)  # m: left, right, bottom, top of the drawn space
RAISES, KNEES = np.linspace(0, 100, 9), np.linspace(0, 110, 9)  # degrees, along the ways of a hand
SHORT, ABOVE_FLOOR = 0.4, 0.055  # m: on a shorter way the ankle cannot be led; how low it may come
ARC = 0.30  # m: radius of the arc that shows how far the leg is raised
CLOSE = 80.0  # degrees: with a knee that is bent further, the ankle would lie on the number outside the arc


@dataclass(frozen=True, eq=False)
class RaisedLeg:
    """Who lies how, how far the near leg is `raised` (degrees), and what that does to its hamstrings."""

    body: Body
    lying: Lying
    raised: float
    pull: Pull

    @property
    def rolled(self) -> float:
        """How far the pelvis has rolled back, in degrees."""
        return self.raised - self.pull.hip

    @property
    def whole_degrees(self) -> tuple[int, int, int]:
        """Raise, hip and roll as they are told: the last two make the first."""
        raised, hip = round(self.raised), round(self.pull.hip)
        return raised, hip, raised - hip


class RaisedLegPicture(Page):
    """The lying person, and what the hamstrings do."""

    height = 348
    description = " ".join(
        (
            _(
                "Left: a person seen from the side lies on the back, head at the left, one foot on the floor, and "
                "raises the near leg; spine and pelvis are visible. A red-brown band along the back of the raised "
                "thigh, from the sit bone to below the knee, shows the hamstrings: thicker and darker the harder they "
                "are stretched. A blue arc with a number shows how far the thigh is raised from level, a green one how "
                "far the pelvis has rolled back."
            ),
            PANELS,
        )
    )

    def lay_out(self) -> None:
        left, right, *_heights = WINDOW
        self.scene = room = scene(self, WINDOW, floor=(left + 0.03, right - 0.09))
        self.person, self.bones = SideBody(room, self, detail=0.6), Bones(room, self)
        self.muscles = MuscleLines(room, self)
        self.arc, self.roll = self.line(room, "blue", zorder=7), self.line(room, "green", zorder=7)
        self.level = self.line(room, "muted", "hair", "dotted", zorder=3.9)
        box = {"fc": style.colour("paper"), "ec": "none", "alpha": 0.85, "pad": 0.8}
        self.raised = self.write(0, 0, colour="blue", bold=True, on=room, moves=True, zorder=9, bbox=box, ha="center")
        self.rolled = self.write(0, 0, colour="green", bold=True, on=room, moves=True, zorder=9, bbox=box, ha="center")
        self.panels = PullPanels(self)

    def update(self, state: RaisedLeg) -> None:
        found = state.lying
        self.person.set(state.body, found.posture, found.hip)
        self.bones.set(state.body, found.posture, found.hip)
        self.muscles.set(state.body, found.posture, found.hip, {"hamstrings": drawn_work(state.pull)})
        self._angles(state)
        self.panels.set(state.pull)

    def mark_yours(self, state: RaisedLeg, yours: Yours) -> None:
        """How much longer the biceps femoris is."""
        self.panels.yours.set(Yours(None if yours.value is None else read_in(yours.value, "mm"), yours.right))

    def _angles(self, state: RaisedLeg) -> None:
        """The arc of the thigh, from level; that of the pelvis, from how it lies flat."""
        hip, rolled = state.lying.hip, state.rolled
        swept = hip + ARC * np.exp(1j * np.radians(np.linspace(0, state.raised, 30)))
        self.arc.set_data(swept.real, swept.imag)
        ends = [hip, hip + 0.72]
        self.level.set_data(np.real(ends), np.imag(ends))
        towards = np.exp(1j * np.radians(state.raised / 2))
        at = hip + (0.7 * ARC * towards if state.pull.knee > CLOSE else 0.13 + (ARC + 0.05) * towards)
        self.raised.set(
            text=amount(state.whole_degrees[0], "°"), position=(at.real, at.imag), visible=state.raised >= 1
        )
        turned = hip + 0.20 * np.exp(1j * np.radians(180 + np.linspace(0, rolled, 20)))
        self.roll.set(data=(turned.real, turned.imag), visible=rolled >= 1)
        words = _("pelvis {whole_degrees}").format(whole_degrees=amount(state.whole_degrees[2], "°"))
        self.rolled.set(text=words, position=(hip.real - 0.2, WINDOW[2] + 0.045), visible=rolled >= 1)

    def grips(self, state: RaisedLeg) -> Sequence[Grip]:
        """The knee raises the leg, the ankle bends the knee where the floor leaves it a way."""
        body, hip, knee = state.body, state.lying.hip, float(state.pull.knee)
        thigh, shank = (body.segments[part].length for part in ("thigh", "shank"))
        knees = hip + thigh * hanging(90 + RAISES)
        here = leg_points(body, state.lying.posture, state.lying.posture.leg)
        ankles = here.knee + hip + shank * hanging(here.thigh - KNEES)
        free = ankles[(ankles.imag > ABOVE_FLOOR) | (knee >= KNEES)]
        ways: list[Grip] = [(Track("raised", RAISES, self.pixels(self.scene, knees.real, knees.imag)),)]
        if np.ptp(free.real) + np.ptp(free.imag) > SHORT:
            ways.append((Track("knee", KNEES[: len(free)], self.pixels(self.scene, free.real, free.imag)),))
        return ways
