"""Somebody sits on the floor and reaches for the toes; hamstrings drawn on the near leg."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.human.bones import Bones
from jointlab.drawings.human.muscles import MuscleLines
from jointlab.drawings.human.scene import scene
from jointlab.drawings.human.side import SideBody
from jointlab.drawings.page import Page
from jointlab.language import _
from jointlab.lessons.hamstrings.long_sitting import LongSitting, rounded
from jointlab.lessons.hamstrings.pull import Pull
from jointlab.lessons.hamstrings.pull_panels import PANELS, PullPanels, drawn_work
from jointlab.models.body.kinematics import trunk_points, turn
from jointlab.models.body.segments import Body
from jointlab.units import amount, fixed, read_in, with_unit

WINDOW = (-0.62, 1.24, -0.12, 1.06)  # m: left, right, bottom, top of the drawn space
BACKS, TILTS = (np.linspace(*ends, 7) for ends in ((10, 60), (-30, 10)))  # degrees, along the ways
RULER = -0.055  # m: height at which the reach is measured, below the floor
AXIS = 0.30  # m: length of the line that shows how the pelvis is tipped


@dataclass(frozen=True, eq=False)
class ToeTouch:
    """Who `sits` how, and what that does to the hamstrings."""

    body: Body
    sits: LongSitting
    pull: Pull


class ToeTouchPicture(Page):
    """The sitting person, and what the hamstrings do."""

    height = 348
    description = " ".join(
        (
            _(
                "Left: a person seen from the side sits on the floor, legs forward, and stretches the arms to the "
                "toes; spine and pelvis are visible. A red-brown band behind the near thigh, from the sit bone to "
                "below the knee, shows the hamstrings: thicker and darker the harder they are stretched. Below the "
                "floor a purple line runs from below the toes to below the finger tips, with the distance in "
                "centimetres. A green line from the hip shows how far the pelvis is tipped from upright, a dotted one."
            ),
            PANELS,
        )
    )

    def lay_out(self) -> None:
        left, right, *_heights = WINDOW
        self.scene = room = scene(self, WINDOW, floor=(left + 0.1, right - 0.04))
        self.person, self.bones = SideBody(room, self, detail=0.6), Bones(room, self)
        self.muscles = MuscleLines(room, self)
        self.plumb = self.line(room, "muted", "hair", "dotted", zorder=1)
        self.ruler = self.line(room, "purple", zorder=6, marker="|", ms=9)
        self.reach = self.write(0, RULER, colour="purple", bold=True, on=room, moves=True, zorder=9)
        self.upright = self.line(room, "muted", "thin", "dotted", zorder=7)
        self.axis = self.line(room, "green", zorder=7)
        self.tilt = self.write(left + 0.04, 0.24, colour="green", bold=True, on=room, moves=True, zorder=9)
        self.panels = PullPanels(self)

    def update(self, state: ToeTouch) -> None:
        sits = state.sits
        self.person.set(state.body, sits.posture, sits.hip)
        self.bones.set(state.body, sits.posture, sits.hip)
        self.muscles.set(state.body, sits.posture, sits.hip, {"hamstrings": drawn_work(state.pull)})
        self._distance(sits)
        self._pelvis(sits)
        self.panels.set(state.pull)

    def _distance(self, sits: LongSitting) -> None:
        """From below the toes to below the fingers."""
        toes, fingers = sits.toes, sits.fingers
        plumb = [toes, toes.real + 1j * RULER, np.nan, fingers, fingers.real + 1j * RULER]
        self.plumb.set_data(np.real(plumb), np.imag(plumb))
        self.ruler.set_data([toes.real, fingers.real], [RULER, RULER])
        x = min(toes.real, fingers.real) - 0.03
        self.reach.set(text=past_the_toes(sits.reach), position=(x, RULER), ha="right")

    def _pelvis(self, sits: LongSitting) -> None:
        hip, tilt = sits.hip, float(sits.posture.pelvis)
        self.upright.set_data([0, 0], [hip.imag, hip.imag + AXIS])
        ends = np.array([hip, hip + 1j * AXIS * turn(tilt)])
        self.axis.set_data(ends.real, ends.imag)
        self.tilt.set_text(_("pelvis {tilt}").format(tilt=tipped(tilt)))

    def grips(self, state: ToeTouch) -> Sequence[Grip]:
        """The head rounds the back, the end of the green line tips the pelvis."""
        body, sits = state.body, state.sits
        tips = sits.hip + 1j * AXIS * turn(TILTS)
        return [
            (Track("back", BACKS, self._places(_heads(sits, body))),),
            (Track("tilt", TILTS, self._places(tips)),),
        ]

    def _places(self, points: Sequence[complex]) -> np.ndarray:
        return self.pixels(self.scene, np.real(points), np.imag(points))


def _heads(sits: LongSitting, body: Body) -> np.ndarray:
    """Where the head is while the back rounds; the seat stays."""
    trunk = trunk_points(body, rounded(sits.posture, BACKS))
    return (trunk.skull + trunk.vertex) / 2 + sits.hip


def whole_centimetres(metres: float) -> int:
    """A reach as it is told: less than half a centimetre counts as nothing."""
    return round(read_in(metres, "cm"))


def past_the_toes(metres: float) -> str:
    """Such as "7 cm short of the toes"."""
    whole = whole_centimetres(metres)
    if whole == 0:
        return _("at the toes")
    told = _("{distance} past the toes") if whole > 0 else _("{distance} short of the toes")
    return told.format(distance=with_unit(fixed(abs(whole)), "cm"))


def tipped(degrees: float) -> str:
    """Such as "10° back"."""
    whole = round(degrees)
    if not whole:
        return _("upright")
    told = _("{angle} forward") if whole > 0 else _("{angle} back")
    return told.format(angle=amount(abs(whole), "°"))
