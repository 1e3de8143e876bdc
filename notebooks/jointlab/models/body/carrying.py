"""How a person who bends and lifts the arms with a load stands, if the floor and the balance have their say.

How far checked: the balance is that of `standing`; the postures are tested for loads up to 0.38 of the body's mass. How
far above the floor the hands stay (within 4 cm in the deepest squat with the heaviest load), and how far a person leans
back before falling, are assumed.
"""

from dataclasses import dataclass

import numpy as np

from jointlab.models.body.balance import hip_above_floor, standing
from jointlab.models.body.kinematics import Posture, arm_points, trunk_points
from jointlab.models.body.segments import Body

STEADY = 20.0  # degrees: legs that lean back farther than this end in a fall; assumed
CLEARANCE = 0.16  # m: how far above the floor the hands stay, so that a load finds room below them; assumed
_TRIED = 10  # lifts of the arms between which the farthest steady one is interpolated


@dataclass(frozen=True)
class Carried:
    """`posture`, and `limited`: the arms are lifted less than asked for, because the person would fall."""

    posture: Posture
    limited: bool


def carrying(body: Body, bend: float, knee: float, reach: float, load: float) -> Carried:
    """The posture of one person who bends by `bend` and the knees by `knee`, lifts the arms by `reach`, holds `load`.

    Angles in degrees, `reach` from hanging, `load` in kg. Where the floor is in the way of hanging hands, the arms are
    lifted as far as it takes; where lifting them would topple the person, they are lifted less. Raises Impossible.
    """
    posture = standing(body, bend, knee, reach, load=load)
    least = 0.0
    for _ in range(2):  # lifted arms shift the balance, and with it the height of the shoulders: look twice
        least = _least_reach(body, posture)
        if least > reach:
            posture = standing(body, bend, knee, least, load=load)
    limited = -posture.leg.ankle > STEADY and reach > least
    if limited:
        tried = np.linspace(least, reach, _TRIED)
        leans_back = -standing(body, bend, knee, tried, load=load).leg.ankle
        posture = standing(body, bend, knee, float(np.interp(STEADY, leans_back, tried)), load=load)
    return Carried(posture, limited)


def _least_reach(body: Body, posture: Posture) -> float:
    """How far hanging arms must be lifted for the hands to clear the floor, in degrees."""
    trunk = trunk_points(body, posture)
    shoulder = float((trunk.shoulder + hip_above_floor(body, posture)).imag)
    length = float(abs(arm_points(body, trunk, posture.arm).grip - trunk.shoulder))
    return float(np.degrees(np.arccos(np.clip((shoulder - CLEARANCE) / length, -1, 1))))
