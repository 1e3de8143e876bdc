"""Somebody who lies on the back with one foot on the floor and raises the other leg.

Assumes a chest that stays where it lies, a pelvis that rolls back with the leg while the lumbar spine makes up for it,
and outlines that do not give way: the lowest of them touches the floor. The far foot stands flat, with its thigh less
raised where the shank is too short. Where the floor is in the way of a hanging shank, the knee bends less.

How far checked: geometry of the body's segments, exact; that a person lies so is a *toy model*, for drawing.
"""

from dataclasses import dataclass

import numpy as np

from jointlab.models import require
from jointlab.models.body.kinematics import Arm, Leg, Posture, trunk_points
from jointlab.models.body.segments import Body

_FAR = 52.0  # degrees by which the thigh of the far leg is raised from level; assumed
_SEAT, _CHEST = (
    0.0835,
    0.0625,
)  # shares of the height: from hip joints and middle of the chest to the skin behind; by eye
_SHANK = 0.034  # share of the height from the shank's middle to its back, at the heel; by eye
_STRETCHED = 0.98  # share of the shank's length to which the far knee may be above the ankle
_NECK = 12.0  # degrees: the head lies a little lifted, as on a thin cushion; assumed


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
    pelvis = -90.0 - rolled
    trunk = Posture(pelvis, rolled, neck=_NECK, arm=Arm(-4.0, 6.0))
    height = _hip_height(body, trunk)
    allowed = min(knee, _most_knee(body, raised, height))
    leg = Leg(hip=raised - rolled, knee=allowed, ankle=-8.0)
    posture = Posture(pelvis, rolled, neck=_NECK, arm=trunk.arm, leg=leg, far_leg=_standing_foot(body, rolled, height))
    return Lying(posture, 1j * height, allowed < knee)


def _hip_height(body: Body, posture: Posture) -> float:
    """m from the floor: the chest lies on it, or the seat where that is lower."""
    chest = complex(trunk_points(body, posture).chest)
    return max(_SEAT * body.height, _CHEST * body.height - chest.imag)


def _most_knee(body: Body, raised: float, height: float) -> float:
    """How far the knee may bend before the heel meets the floor, in degrees."""
    thigh, shank = (body.segments[part].length for part in ("thigh", "shank"))
    room = height + thigh * np.sin(np.radians(raised)) - _SHANK * body.height
    if room >= shank:
        return 180.0
    return raised + float(np.degrees(np.arcsin(room / shank)))


def _standing_foot(body: Body, rolled: float, height: float) -> Leg:
    """The far leg with its foot flat."""
    thigh, shank = (body.segments[part].length for part in ("thigh", "shank"))
    reachable = (_STRETCHED * shank + body.ankle_height - height) / thigh
    raised = min(_FAR, float(np.degrees(np.arcsin(np.clip(reachable, -1, 1)))))
    drop = height + thigh * np.sin(np.radians(raised)) - body.ankle_height
    away = float(np.degrees(np.arccos(drop / shank)))  # of the shank from upright, foot ahead
    return Leg(hip=raised - rolled, knee=90.0 + raised - away, ankle=-away)
