"""Somebody who lies on the back with one foot on the floor and raises the other leg.

Assumes a chest that stays where it lies and a pelvis that rolls back with the leg while the lumbar spine makes up for
it. The far foot stands flat, with its thigh less raised where the shank is too short. Where the floor is in the way of
a hanging shank, the knee bends less.

How far checked: geometry of the body's segments, exact; that a person lies so is a *toy model*, for drawing.
"""

from dataclasses import dataclass, replace

import numpy as np

from jointlab.lessons.hamstrings.resting import below_leg, below_shorts, below_trunk
from jointlab.models import require
from jointlab.models.body.kinematics import Arm, Leg, Posture
from jointlab.models.body.segments import Body

_FAR = 45.0  # degrees by which the thigh of the far leg is raised from level; assumed
_STRETCHED = 0.98  # share of the shank's length to which the far knee may be above the ankle
_NECK = 12.0  # degrees: the head lies a little lifted, as on a thin cushion; assumed
_ANKLE = -8.0  # degrees of the raised foot; assumed
_HALVINGS = 12  # that find how far the floor lets the knee bend


@dataclass(frozen=True, eq=False)
class Lying:
    """`posture`, with the middle of the hip joints at `hip` (forward + i·up, m, floor at 0). `limited`: the floor stops
    the knee from bending as far as was asked."""

    posture: Posture
    hip: complex
    limited: bool


def lying(body: Body, raised: float, rolled: float, knee: float) -> Lying:
    """The near thigh `raised` from level, the pelvis `rolled` back from lying flat, the near `knee` bent (degrees).

    Raises Impossible.
    """
    require.between(0, 120, raised=raised, knee=knee)
    require.between(0, 60, rolled=rolled)
    posture = Posture(-90.0 - rolled, rolled, neck=_NECK, arm=Arm(-4.0, 6.0))
    straight = Leg(hip=raised - rolled, ankle=_ANKLE)
    height = max(below_trunk(body, posture), below_shorts(body, straight, posture.pelvis))
    leg = Leg(hip=raised - rolled, knee=_knee(body, raised, rolled, knee, height), ankle=_ANKLE)
    posture = replace(posture, leg=leg, far_leg=_standing_foot(body, rolled, height))
    return Lying(posture, 1j * height, leg.knee < knee)


def _knee(body: Body, raised: float, rolled: float, knee: float, height: float) -> float:
    """How far the knee bends: as far as asked, or until the leg meets the floor (degrees)."""

    def fits(bent: float) -> bool:
        leg = Leg(hip=raised - rolled, knee=bent, ankle=_ANKLE)
        return below_leg(body, leg, -90.0 - rolled) <= height

    if fits(knee):
        return knee
    low, high = 0.0, knee
    for _round in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _standing_foot(body: Body, rolled: float, height: float) -> Leg:
    """The far leg with its foot flat."""
    thigh, shank = (body.segments[part].length for part in ("thigh", "shank"))
    reachable = (_STRETCHED * shank + body.ankle_height - height) / thigh
    raised = min(_FAR, float(np.degrees(np.arcsin(np.clip(reachable, -1, 1)))))
    drop = height + thigh * np.sin(np.radians(raised)) - body.ankle_height
    away = float(np.degrees(np.arccos(drop / shank)))  # of the shank from upright, foot ahead
    return Leg(hip=raised - rolled, knee=90.0 + raised - away, ankle=-away)
