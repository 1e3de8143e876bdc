"""How far a person must bend, with straight knees, to bring the palms to a height above the floor.

How far checked: geometry of the body's segments, exact; that the upper back adds a fifth of the bend is assumed.
"""

from typing import Any

import numpy as np

from jointlab.language import _
from jointlab.models import require
from jointlab.models.body.balance import hip_above_floor, standing
from jointlab.models.body.kinematics import Arm, Posture, arm_points, trunk_points
from jointlab.models.body.segments import Body
from jointlab.models.require import Impossible
from jointlab.units import fixed_amount

_BENDS = np.linspace(0.0, 150.0, 16)  # degrees
_UPPER_BACK = 0.2  # share of the bend by which the chest bends on; assumed
_PALM = 0.016  # share of body height from the middle line of a hand to its palm; assumed
_FLAT = 0.12  # m above the floor at which the hands begin to turn flat


def palms_at(body: Body, height: float) -> Posture:
    """Posture with straight knees and hanging arms whose palms are `height` (m) above the floor; 0: flat on it.

    Raises Impossible if the height is below 0, or above what hanging hands of an upright person reach.
    """
    require.not_negative(height=height)
    wrist = 90 * (1 - min(height / _FLAT, 1))
    palms = _palms(body, _bent(body, _BENDS, wrist))
    if height > palms[0]:
        raise Impossible(
            _("height must be at most {most}, where the hands hang when nobody bends.").format(
                most=fixed_amount(palms[0], "m", 2)
            )
        )
    bend = float(np.interp(-height, -palms, _BENDS))
    return _bent(body, bend, wrist)


def _bent(body: Body, bend: Any, wrist: float) -> Posture:
    """Standing, bent by so much, arms hanging, hands turned up by `wrist`."""
    upper = _UPPER_BACK * bend
    stand = standing(body, bend, reach=0.0)
    arm = Arm(bend + upper, 0.0, wrist)
    return Posture(stand.pelvis, stand.lumbar, upper, -0.15 * bend, arm, stand.leg)


def _palms(body: Body, posture: Posture) -> Any:
    """Height of the palms above the floor: of the wrist or of the knuckles, whichever is lower."""
    arm = arm_points(body, trunk_points(body, posture), posture.arm)
    return np.minimum(arm.wrist.imag, arm.grip.imag) - _PALM * body.height + hip_above_floor(body, posture).imag
