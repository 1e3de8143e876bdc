"""How a person stands, bends and stretches to have both hands at a place in front of them.

The back bends as little as lets the arms reach, and the knees bend with it, the more the lower the hands are; the feet
stay flat and the weight above them. People choose differently, and none of these choices was measured.

How far checked: *toy model* of the choice; the geometry is exact, the balance that of `standing`. The postures are
tested to be human for loads up to a fifth of the body's mass.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.interpolate import CubicSpline

from jointlab.models import require
from jointlab.models.body.balance import hip_above_floor, standing
from jointlab.models.body.kinematics import Posture, trunk_points, turn
from jointlab.models.body.segments import Body

LOWEST = 0.05  # m above the floor: a hand has thickness, so its knuckles come no lower
HIGHEST, FARTHEST = 2.2, 1.0  # m: beyond, nobody would look for the hands
_BENDS = np.linspace(0.0, 110.0, 56)  # degrees, that are tried …
_FINE_BENDS = np.linspace(0.0, 110.0, 4401)  # … and between them, so that nothing moves in steps
_KNEES = 1.5  # degrees of the knees for one of the back, with the hands near floor and feet; assumed
_MOST_KNEE, _MOST_ELBOW = 130.0, 150.0  # degrees
_STRAIGHT, _CROUCHED = 0.80, 0.25  # m: hands from this high up need no knees; from this low down, all of them; assumed
_NEAR, _FAR = 0.35, 1.10  # m: so near, bent knees help in full; so far, they help no more; assumed
_EASY = 0.95  # share of its length to which an arm likes to be stretched; assumed
_STIFF = 0.05  # share by which stretching farther is as unwelcome as a bend by a right angle; assumed
_ROUNDS = 3  # arms shift the balance, and balance the arms: each round leaves about a quarter of the error


@dataclass(frozen=True)
class Reached:
    """`posture`, and `miss`: how far (m) the hands stay away from where they were wanted."""

    posture: Posture
    miss: float


def reaching(body: Body, horizontal: float, height: float, load: float = 0.0) -> Reached:
    """The posture in which the hands of one person hold `load` (kg) `horizontal` m in front of the ankles.

    `height`: of the knuckles above the floor, in m; below `LOWEST` it counts as that. What is too far for the arms is
    no error: they stretch towards it, and `miss` says how much is missing. Raises Impossible.
    """
    require.between(0, FARTHEST, horizontal=horizontal)
    require.between(0, HIGHEST, height=height)
    require.not_negative(load=load)
    wanted = complex(horizontal, max(height, LOWEST))
    tried = _settled(body, _BENDS, wanted, load, (0 * _BENDS, 0 * _BENDS), _ROUNDS)
    bend = _least_effort(tried.apart / _arm(body))
    arms = tuple(float(np.interp(bend, _BENDS, angle)) for angle in tried.arms)
    found = _settled(body, bend, wanted, load, arms, 1)
    posture = standing(body, bend, _knee(bend, wanted), *found.arms, load)
    return Reached(posture, abs(float(found.apart - np.clip(found.apart, _folded_arm(body), _arm(body)))))


def _lengths(body: Body) -> tuple[float, float]:
    """Of the upper arm, and from the elbow to the knuckles."""
    upper, forearm, hand = (body.segments[name].length for name in ("upper arm", "forearm", "hand"))
    return upper, forearm + hand


def _arm(body: Body) -> float:
    """From the shoulder to the knuckles, stretched."""
    return sum(_lengths(body))


def _folded_arm(body: Body) -> float:
    """The same with the elbow bent as far as it goes."""
    upper, lower = _lengths(body)
    return abs(upper + lower * turn(_MOST_ELBOW))


def _knee(bend: Any, wanted: complex) -> Any:
    """How far the knees bend along with the back."""
    low = _smooth_step((_STRAIGHT - wanted.imag) / (_STRAIGHT - _CROUCHED))
    near = _smooth_step((_FAR - wanted.real) / (_FAR - _NEAR))
    return np.minimum(_KNEES * low * near * bend, _MOST_KNEE)


def _smooth_step(share: float) -> float:
    """From 0 to 1 without a corner."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)


def _least_effort(stretch: Any) -> float:
    """The bend that costs least, if at each of `_BENDS` the hands are `stretch` arm's lengths from the shoulder.

    A bend costs, and so do arms that must be stretched more than is easy.
    """
    between = CubicSpline(_BENDS, stretch)(_FINE_BENDS)
    effort = (_FINE_BENDS / 90) ** 2 + (np.maximum(between - _EASY, 0) / _STIFF) ** 2
    return float(_FINE_BENDS[np.argmin(effort)])


@dataclass(frozen=True)
class _Settled:
    """`arms`: how far they are lifted and bent (degrees); `apart`: from the shoulders to where the hands should be."""

    arms: tuple[Any, Any]
    apart: Any


def _settled(body: Body, bend: Any, wanted: complex, load: float, arms: tuple[Any, Any], rounds: int) -> _Settled:
    """Bend so far, stand in balance, bring the hands where they are wanted; look again, since that moves the weight."""
    knee = _knee(bend, wanted)
    for _ in range(rounds):
        posture = standing(body, bend, knee, *arms, load)
        away = wanted - trunk_points(body, posture).shoulder - hip_above_floor(body, posture)
        arms = _two_links(body, away)
    return _Settled(arms, np.abs(away))


def _two_links(body: Body, away: Any) -> tuple[Any, Any]:
    """How far the upper arm is lifted from hanging, and the elbow bent, for hands that are `away` from the shoulder."""
    upper, lower = _lengths(body)
    cosine = (np.abs(away) ** 2 - upper**2 - lower**2) / (2 * upper * lower)
    elbow = np.minimum(np.degrees(np.arccos(np.clip(cosine, -1, 1))), _MOST_ELBOW)
    fold = np.degrees(np.angle(upper + lower * turn(-elbow)))
    return np.clip(90 + np.degrees(np.angle(away)) - fold, -90, 180), elbow
