"""The free body of the adult of the course, who can be taken by the head, by the hands and by the seat."""

from collections.abc import Sequence

import numpy as np

from jointlab.drawings.grip import Grip, Track
from jointlab.lessons.lifting.carry_picture import Carrying, FreeBodyPicture, described
from jointlab.models.body.balance import hip_above_floor, standing
from jointlab.models.body.carrying import CLEARANCE, STEADY
from jointlab.models.body.kinematics import arm_points, trunk_points, turn

BENDS, KNEES, REACHES = (np.linspace(*ends, 9) for ends in ((-10, 90), (0, 120), (0, 90)))  # degrees, along the ways
SEAT = complex(-0.11, 0.06)  # m: from the middle of the upright hips to where a hand pushes them down
SHORT = 0.4  # m: on a shorter way the hands cannot be led
CLOSE = 3.0  # degrees: places on a way are not nearer to each other


class BendingPicture(FreeBodyPicture):
    """What a hand moves: the head leans the trunk, the seat bends the knees, the hands lift the arms."""

    moments, forces = (-40, 380), (0, 11_000)
    description = described(forces)

    def grips(self, state: Carrying) -> Sequence[Grip]:
        """Head and seat, and the hands unless the floor or the balance leave them no way."""
        ways = _ways(state)
        return [(Track(name, values, self.pixels(self.scene, at.real, at.imag)),) for name, (values, at) in ways.items()]


def _ways(state: Carrying) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Control → its values (degrees) and where the thing that it moves is then (m, forward + i·up).

    The arms stay as they are lifted, also where the floor would lift them: near the present place that is true.
    """
    bend, knee = float(state.posture.trunk), float(state.posture.leg.knee)
    reach = float(state.posture.arm.shoulder) - bend
    reaches = np.sort(np.append(REACHES[np.abs(REACHES - reach) > CLOSE], reach))
    bends = np.concatenate([BENDS, np.full(len(KNEES) + len(reaches), bend)])
    knees = np.concatenate([np.full(len(BENDS), knee), KNEES, np.full(len(reaches), knee)])
    lifts = np.concatenate([np.full(len(BENDS) + len(KNEES), reach), reaches])
    posture = standing(state.body, bends, knees, lifts, load=state.load)
    trunk, hip = trunk_points(state.body, posture), hip_above_floor(state.body, posture)
    head = (trunk.skull + trunk.vertex) / 2 + hip
    seat = hip + SEAT * turn(posture.pelvis)
    hands = (arm_points(state.body, trunk, posture.arm).grip + hip)[-len(reaches) :]
    steady = -posture.leg.ankle[-len(reaches) :] <= STEADY
    free = (hands.imag >= CLEARANCE) & steady | (reaches == reach)
    ways = {"bend": (BENDS, head[: len(BENDS)]), "knee": (KNEES, seat[len(BENDS) : len(BENDS) + len(KNEES)])}
    if np.ptp(hands[free].real) + np.ptp(hands[free].imag) > SHORT:
        ways["reach"] = (reaches[free], hands[free])
    return ways
