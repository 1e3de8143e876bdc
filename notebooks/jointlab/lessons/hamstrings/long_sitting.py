"""Somebody who sits on the floor, legs forward, and reaches for the toes: the sit-and-reach test.

Where the fingers end depends on the pelvis, on the spine, on the knees and on the lengths of arms and legs; only the
first of these is held by the hamstrings. Assumes heels on the floor, stretched arms whose fingers are at the height of
the toes, and a chest that rounds along with the lumbar spine by a quarter as much.

How far checked: geometry of the body's segments, exact; that a person sits so is a *toy model*.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from jointlab.lessons.hamstrings.resting import below_leg_end, below_shorts, below_trunk
from jointlab.models import require
from jointlab.models.body.kinematics import Arm, Leg, Posture, leg_points, trunk_points
from jointlab.models.body.segments import Body

_STEP = 0.5  # degrees by which a thigh is lifted to see how its heel rises
_ROUNDS = 2
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
    lifted, height = _seated(body, tilt, back, knee)
    hip, leg = 1j * height, Leg(hip=90.0 + lifted + tilt, knee=knee)
    trunk = rounded(Posture(tilt, leg=leg), back)
    toes = complex(leg_points(body, trunk, leg).toe) + hip
    points = trunk_points(body, trunk)
    shoulder = complex(points.shoulder) + hip
    arm = sum(body.segments[part].length for part in ("upper arm", "forearm", "hand")) + body.fingers
    drop = shoulder.imag - toes.imag
    lift = float(np.degrees(np.arccos(np.clip(drop / arm, -1, 1))))
    fingers = shoulder + arm * np.sin(np.radians(lift)) - 1j * arm * np.cos(np.radians(lift))
    posture = replace(trunk, arm=Arm(shoulder=lift + float(points.upper)))
    return LongSitting(posture, hip, toes, complex(fingers))


def rounded(posture: Posture, back: Any) -> Posture:
    """`posture` with the back rounded by `back` (degrees; may be an array)."""
    return replace(posture, lumbar=back, thorax=_CHEST * back, neck=_LOOKS_UP * np.maximum(posture.pelvis + back, 0.0))


def _seated(body: Body, tilt: float, back: float, knee: float) -> tuple[float, float]:
    """How far the thigh is lifted from level for the heel to rest on the floor (degrees), and how high the hips are."""
    lifted, below = 0.0, below_trunk(body, rounded(Posture(tilt), back))
    for _round in range(_ROUNDS):
        legs = [Leg(hip=90.0 + lifted + tilt + step, knee=knee) for step in (0.0, _STEP)]
        height = max(below, below_shorts(body, legs[0], tilt))
        deep, higher = (below_leg_end(body, leg, tilt) for leg in legs)
        lifted += _STEP * (deep - height) / (deep - higher)
    leg = Leg(hip=90.0 + lifted + tilt, knee=knee)
    return lifted, max(below, below_shorts(body, leg, tilt))
