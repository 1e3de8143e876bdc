"""Standing postures that a person can hold: feet flat on the floor and the weight above them.

How far checked: the balance is exact for the body's segments (*textbook model*). How spine and hips share a bend is
assumed; at the farthest bend it meets the total of one sample of 41 people within a degree (Esola et al. 1996, Spine
21(1):71).
"""

from typing import Any

import numpy as np

from jointlab import sources
from jointlab.models import require
from jointlab.models.body.kinematics import Arm, Leg, Posture, both_arms, leg_points, trunk_points
from jointlab.models.body.masses import upper_body
from jointlab.models.body.segments import Body

# The bends (degrees) between which the sample's ratio of lumbar to hip motion is given; beyond, all is from the hips.
_BENDS = np.array([0.0, 30.0, 60.0, 90.0])
_PHASES = ("early", "middle", "late")
# The weight of a quiet stander falls this share of the foot's length in front of the ankle; assumed.
_IN_FRONT = 0.2


def lumbar_flexion(bend: Any) -> Any:
    """Degrees that the lumbar spine gives to a forward `bend` of the trunk (degrees); the hips give the rest.

    The spine leads and the hips follow. Bending back (below 0) is taken to start as bending forward does.
    """
    bend = np.asarray(bend, dtype=float)
    ratios = np.array([sources.value(f"lumbar_to_hip_{phase}") for phase in _PHASES])
    shares = ratios / (1 + ratios)
    lumbar = np.concatenate([[0.0], np.cumsum(np.diff(_BENDS) * shares)])
    return np.minimum(bend, 0) * shares[0] + np.interp(bend, _BENDS, lumbar)


def standing(
    body: Body,
    bend: Any = 0.0,
    knee: Any = 0.0,
    reach: Any = 0.0,
    elbow: Any = 0.0,
    load: Any = 0.0,
    lumbar: Any = None,
) -> Posture:
    """Posture with feet flat, the chest leaning forward by `bend` and the knees bent by `knee` (degrees).

    `reach`: how far the upper arms are lifted forward from hanging straight down; `elbow`: how far they bend. The
    shanks lean as far as keeps the weight of body and `load` (kg, in both hands together) above the feet. `lumbar`:
    flexion of the lumbar spine, by default what `lumbar_flexion` gives. All may be arrays. Raises Impossible.
    """
    require.not_negative(load=load)
    require.between(-180, 180, bend=bend, knee=knee, reach=reach, elbow=elbow)
    flexion = lumbar_flexion(bend) if lumbar is None else np.asarray(lumbar, dtype=float)
    require.between(-180, 180, lumbar=flexion)
    pelvis = np.asarray(bend, dtype=float) - flexion
    upright = Posture(pelvis, flexion, neck=_looks_up(bend), arm=Arm(np.asarray(reach, dtype=float) + bend, elbow))
    shank = _shank(body, upright, np.asarray(knee, dtype=float), np.asarray(load, dtype=float))
    leg = Leg(hip=shank + knee + pelvis, knee=knee, ankle=-shank)
    return Posture(pelvis, flexion, neck=upright.neck, arm=upright.arm, leg=leg)


def _looks_up(bend: Any) -> Any:
    """A person who bends forward lifts the head a little, to see the hands."""
    return -0.25 * np.clip(bend, 0, 120)


def _shank(body: Body, posture: Posture, knee: Any, load: Any) -> Any:
    """How far the shank hangs forward (below 0: leans forward over the foot) where the weight is above the feet."""
    shank, thigh, foot = (body.segments[name] for name in ("shank", "thigh", "foot"))
    trunk = trunk_points(body, posture)
    arms = both_arms(body, posture, trunk)
    above = upper_body(body, trunk, arms)
    grip = arms[0].grip.real
    carried = above.mass + load
    # Moments about the ankle of what turns with the shank and of what turns with the thigh.
    with_shank = shank.length * (2 * (1 - shank.com) * shank.mass + 2 * thigh.mass + carried)
    with_thigh = thigh.length * (2 * (1 - thigh.com) * thigh.mass + carried)
    target = _IN_FRONT * foot.length * (carried + 2 * shank.mass + 2 * thigh.mass)
    moment = above.mass * above.place.real + load * grip - target
    across = with_shank + with_thigh * np.cos(np.radians(knee))
    along = with_thigh * np.sin(np.radians(knee))
    share = np.clip(moment / np.hypot(across, along), -1, 1)  # beyond: nobody could stand so
    return np.degrees(np.arcsin(share) - np.arctan2(along, across))


def hip_above_floor(body: Body, posture: Posture) -> Any:
    """Where the hips are, from the near ankle's place on the floor: forward + i·up, in m."""
    leg = leg_points(body, posture, posture.leg)
    return 1j * body.ankle_height - leg.ankle
