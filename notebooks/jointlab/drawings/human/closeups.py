"""Single joints seen close: outlines, in metres, of a hand, a thumb, an elbow and a knee bent as far as they go.

Outlines are closed, points are complex (to the right + i·up). Of a joint there is its outline, and where in it a hand
takes hold to bend it; that may be asked for many angles (degrees) or gaps (m) at once.
"""

from functools import cache
from typing import Any

import numpy as np

from jointlab.drawings.human.bend import bent, bent_leg
from jointlab.drawings.human.upright import Upright
from jointlab.drawings.shapes.outlines import smooth
from jointlab.models.body.kinematics import Leg, turn
from jointlab.models.body.segments import Body

# A hand lying palm down, seen from the little finger's side; right and up from the wrist, from the forearm's cut end.
PALM = (
    (-0.055, 0.031), (-0.020, 0.031), (0.030, 0.034), (0.068, 0.031), (0.090, 0.021), (0.095, 0.008), (0.086, -0.001),
    (0.030, -0.001), (-0.055, -0.001),
)  # fmt: skip
FINGERS = (
    (0.070, -0.001), (0.070, 0.021), (0.110, 0.020), (0.150, 0.016), (0.172, 0.010), (0.176, 0.004), (0.168, -0.001),
    (0.120, -0.001),
)  # fmt: skip
# A forearm with its palm side down and the hand bent down at the wrist, from the forearm's cut end.
WRIST_BENT = (
    (-0.105, 0.034), (-0.060, 0.031), (-0.010, 0.028), (0.022, 0.020), (0.042, -0.006), (0.058, -0.060),
    (0.072, -0.105), (0.078, -0.148), (0.070, -0.164), (0.060, -0.148), (0.046, -0.105), (0.020, -0.062),
    (0.000, -0.034), (-0.020, -0.027), (-0.060, -0.028), (-0.105, -0.031),
)  # fmt: skip
KNUCKLE, LITTLE_FINGER = 0.082 + 0.012j, 0.066  # where the little finger is hinged, and its length
HINGE, THUMB = 0.018 - 0.038j, 0.074  # where the thumb is hinged, and its length
LITTLE_TIP = 0.0075  # m: half its thickness at the end
HELD = 0.7  # of the fingers' length from the knuckles, where a hand holds them
UNDERSIDE, TIP = 0.028, 0.0085  # m: how far the forearm's palm side lies below its middle; half the thumb's thickness


def hand_on_table() -> tuple[np.ndarray, np.ndarray]:
    """What stands still around the little finger: the other fingers, and in front of them the back of the hand."""
    return _complex(FINGERS), _complex(PALM)


def little_finger(angle: float) -> np.ndarray:
    """The little finger of a hand on a table, bent back at its knuckle by `angle`."""
    return KNUCKLE + rod(LITTLE_FINGER, 0.0105, LITTLE_TIP) * turn(-angle)


def little_fingertip(angle: Any) -> Any:
    """The middle of its round tip."""
    return KNUCKLE + (LITTLE_FINGER - LITTLE_TIP) * turn(-angle)


def hand_bent_down() -> np.ndarray:
    """What stands still around the thumb: forearm and hand, bent down at the wrist."""
    return _complex(WRIST_BENT)


def thumb(gap: float) -> np.ndarray:
    """The thumb, whose tip is `gap` away from the forearm."""
    return HINGE - rod(THUMB, 0.0120, TIP) * _lift(gap)


def thumb_tip(gap: Any) -> Any:
    """The middle of its round tip; a `gap` below 0 lies inside the forearm."""
    return HINGE - (THUMB - TIP) * _lift(gap)


def _lift(gap: Any) -> Any:
    drop = np.clip((-UNDERSIDE - TIP - gap - HINGE.imag) / THUMB, -1, 1)
    return np.conj(turn(-np.degrees(np.arcsin(drop))))


@cache
def _complex(points: tuple) -> np.ndarray:
    """A smooth line through points, closed by a straight cut."""
    x, y = smooth(points, 40).T
    return x + 1j * y


def elbow(upright: Upright, angle: float) -> np.ndarray:
    """An arm held out to the right, palm up, the upper arm still; the elbow, at 0, past straight by `angle`."""
    at = upright.body.segments["upper arm"].length
    arm = _cut(upright.front_arm, 0.45 * at)
    return (bent(arm, -arm.imag, -1j * at, at, angle, near=0.04) + 1j * at) * 1j


def fingertips(body: Body, angle: Any) -> Any:
    """The ends of the fingers of this arm, held from above and below."""
    length = body.segments["forearm"].length + body.segments["hand"].length + HELD * body.fingers
    return length * turn(angle)


def knee(upright: Upright, angle: float) -> np.ndarray:
    """A leg seen from the side, facing right, the thigh still; the knee, at 0, past straight by `angle`."""
    at = upright.body.segments["thigh"].length
    return bent_leg(upright.body, Leg(knee=-angle), 0.0, _cut(upright.leg, 0.5 * at)) + 1j * at


def ankle(body: Body, angle: Any) -> Any:
    """The ankle of this leg."""
    return -1j * body.segments["shank"].length * turn(-angle)


def _cut(limb: np.ndarray, at: float) -> np.ndarray:
    """A hanging limb without what lies above `at` (m below its joint)."""
    return limb[-limb.imag >= at]


def rod(length: float, base: float, tip: float, count: int = 7) -> np.ndarray:
    """A finger that points to the right from its hinge at 0, with half its thickness at both ends."""
    round_tip = length - tip + tip * np.exp(1j * np.radians(np.linspace(-90, 90, count)))
    round_base = base * np.exp(1j * np.radians(np.linspace(90, 270, count)))
    return np.concatenate([round_tip, round_base])
