"""Somebody who sits on the floor, legs forward, and reaches for the toes: the sit-and-reach test.

Where the fingers end depends on the pelvis, on the spine, on the knees and on the lengths of arms and legs; only the
first of these is held by the hamstrings. Assumes heels on the floor, stretched arms whose fingers are at the height of
the toes, and a chest that rounds along with the lumbar spine by a quarter as much.

How far checked: geometry of the body's segments, exact; that a person sits so is a *toy model*.
"""

from dataclasses import dataclass

import numpy as np

from jointlab.models import require
from jointlab.models.body.kinematics import Arm, Leg, Posture, leg_points, trunk_points
from jointlab.models.body.segments import Body

_SEAT = 0.066  # share of the height: from the hip joints to the skin below them, sitting; by eye
_HEEL = 0.033  # share of the height: from the middle of the shank to the skin behind it, at the heel; by eye
_CHEST = 0.25  # degrees that the chest rounds for one of the lumbar spine; assumed
_LOOKS_UP = -0.2  # degrees of the neck for one of the trunk's lean; assumed


@dataclass(frozen=True, eq=False)
class LongSitting:
    """`posture`, with the middle of the hip joints at `hip` (forward + i·up, m, floor at 0). `toes`, `fingers`: where
    their tips are; `reach`: how far the fingers come past the toes (m; below 0: short of them)."""

    posture: Posture
    hip: complex
    toes: complex
    fingers: complex

    @property
    def reach(self) -> float:
        """m past the toes; below 0: short of them."""
        return (self.fingers - self.toes).real


def long_sitting(body: Body, tilt: float, back: float, knee: float) -> LongSitting:
    """The pelvis tipped forward from upright by `tilt`, the lumbar spine and the `knee` bent (degrees).

    Raises Impossible.
    """
    require.between(-60, 60, tilt=tilt)
    require.between(-30, 90, back=back)
    require.between(0, 90, knee=knee)
    hip = 1j * _SEAT * body.height
    lifted = _thigh_above_level(body, knee)
    leg = Leg(hip=90.0 + lifted + tilt, knee=knee)
    trunk = Posture(tilt, back, thorax=_CHEST * back, neck=_LOOKS_UP * max(tilt + back, 0.0), leg=leg)
    toes = complex(leg_points(body, trunk, leg).toe) + hip
    points = trunk_points(body, trunk)
    shoulder = complex(points.shoulder) + hip
    arm = sum(body.segments[part].length for part in ("upper arm", "forearm", "hand")) + body.fingers
    drop = shoulder.imag - toes.imag
    lift = float(np.degrees(np.arccos(np.clip(drop / arm, -1, 1))))
    fingers = shoulder + arm * np.sin(np.radians(lift)) - 1j * arm * np.cos(np.radians(lift))
    posture = Posture(tilt, back, trunk.thorax, trunk.neck, arm=Arm(shoulder=lift + float(points.upper)), leg=leg)
    return LongSitting(posture, hip, toes, complex(fingers))


def _thigh_above_level(body: Body, knee: float) -> float:
    """How far the thigh is lifted from level for the heel to rest on the floor, in degrees."""
    thigh, shank = (body.segments[part].length for part in ("thigh", "shank"))
    across, along = shank * np.sin(np.radians(knee)), thigh + shank * np.cos(np.radians(knee))
    rise = (_HEEL - _SEAT) * body.height
    return float(np.degrees(np.arctan2(across, along) + np.arcsin(rise / np.hypot(across, along))))
