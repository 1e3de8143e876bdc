"""The free body of the adult of the course, who can be taken by the head, by the hands and by the seat."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.yours import Yours, YoursMark
from jointlab.lessons.lifting.carry_picture import Carrying, FreeBodyPicture, described
from jointlab.lessons.lifting.load_bars import FORCE_ROWS, FORCE_TOP, LEFT, RIGHT
from jointlab.models.body.balance import hip_above_floor, standing
from jointlab.models.body.carrying import CLEARANCE, STEADY
from jointlab.models.body.kinematics import ArmPoints, Trunk, arm_points, trunk_points, turn

BENDS, KNEES, REACHES = (np.linspace(*ends, 9) for ends in ((-10, 90), (0, 120), (0, 90)))  # degrees, along the ways
SEAT = complex(-0.11, 0.06)  # m: from the middle of the upright hips to where a hand pushes them down
SHORT = 0.38  # m: on a shorter way the hands cannot be led
CLOSE = 0.5  # degrees: values along a way are not nearer to each other


class BendingPicture(FreeBodyPicture):
    """What a hand moves: the head leans the trunk, the seat bends the knees, the hands lift the arms."""

    moments, forces = (-40, 380), (0, 11_000)
    description = described(forces)

    def lay_out(self) -> None:
        super().lay_out()
        row = FORCE_TOP + FORCE_ROWS["muscles"]
        axes = self.plot(LEFT, row - 16, RIGHT, row + 32, xlim=self.forces)  # the row of the muscles, on the same axis
        axes.set_axis_off()
        self.yours = YoursMark(self, axes, at=0.1)

    def mark_yours(self, state: Carrying, yours: Yours) -> None:
        """The pull of the back muscles."""
        self.yours.set(yours)

    def handles(self, state: Carrying) -> list[complex]:
        """Head, seat and hands."""
        trunk = trunk_points(state.body, state.posture)
        places = (
            _head(trunk),
            SEAT * turn(state.posture.pelvis),
            _hand(arm_points(state.body, trunk, state.posture.arm)),
        )
        return [complex(place) + state.hip for place in places]

    def grips(self, state: Carrying) -> Sequence[Grip]:
        """Head and seat, and the hands unless the floor or the balance leave them no way."""
        room = self.scene
        return [
            (Track(control, values, self.pixels(room, places.real, places.imag)),)
            for control, (values, places) in _ways(state).items()
        ]


def _ways(state: Carrying) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Control → its values (degrees) and where the thing that it moves is then (m, forward + i·up).

    The arms stay as they are lifted, also where the floor would lift them: near the present place that is true.
    """
    body, bend, knee = state.body, float(state.posture.trunk), float(state.posture.leg.knee)
    reach = float(state.posture.arm.shoulder) - bend
    reaches = np.sort(np.append(REACHES[np.abs(REACHES - reach) > CLOSE], reach))
    ends = np.cumsum([len(BENDS), len(KNEES), len(reaches)])  # of the three ways, one after the other in one posture
    bends, knees, lifts = np.full(ends[-1], bend), np.full(ends[-1], knee), np.full(ends[-1], reach)
    bends[: ends[0]], knees[ends[0] : ends[1]], lifts[ends[1] :] = BENDS, KNEES, reaches
    posture = standing(body, bends, knees, lifts, load=state.load)
    trunk, hip = trunk_points(body, posture), hip_above_floor(body, posture)
    arm = arm_points(body, trunk, posture.arm)
    head, seat, hands = _head(trunk) + hip, SEAT * turn(posture.pelvis) + hip, _hand(arm) + hip
    possible = ((arm.grip + hip).imag >= CLEARANCE) & (-posture.leg.ankle <= STEADY) | (lifts == reach)
    free = np.flatnonzero(possible[ends[1] :])
    led = hands[ends[1] :][free]
    ways = {"bend": (BENDS, head[: ends[0]]), "knee": (KNEES, seat[ends[0] : ends[1]])}
    return ways | ({"reach": (reaches[free], led)} if abs(np.ptp(led.real) + 1j * np.ptp(led.imag)) > SHORT else {})


def _head(trunk: Trunk) -> Any:
    """The middle of the head, from the hips."""
    return (trunk.skull + trunk.vertex) / 2


def _hand(arm: ArmPoints) -> Any:
    """The middle of the fingers, from the hips."""
    return (3 * arm.grip + arm.tip) / 4
