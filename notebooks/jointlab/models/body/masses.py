"""Where the weight of a body lies, piece by piece, in any posture.

The trunk is cut at the lumbar discs: each vertebra carries the slice of trunk at its height, and turns with it.

How far checked: *measured* (the table of segments); that the mass of a trunk segment grows or shrinks evenly along
its length, so that its centre lies where the table says, is a *textbook model*.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np

from jointlab.models.body.kinematics import ArmPoints, LegPoints, Posture, Trunk, both_arms, leg_points, trunk_points
from jointlab.models.body.segments import LEVELS, Body


@dataclass(frozen=True)
class Weight:
    """`mass` (kg) with its centre at `place` (forward + i·up, in m from the middle of the hip joints)."""

    mass: Any
    place: Any


def centre(weights: list[Weight]) -> Weight:
    """All of them as one."""
    mass = sum(weight.mass for weight in weights)
    return Weight(mass, sum(weight.mass * weight.place for weight in weights) / mass)


def upper_body(body: Body, trunk: Trunk, arms: tuple[ArmPoints, ArmPoints]) -> Weight:
    """All that the hips carry, as one: pelvis, trunk, head and both `arms`."""
    return centre([_pelvis(body, trunk), *_upper(body, trunk, arms)])


def above_l5_s1(
    body: Body, posture: Posture, trunk: Trunk | None = None, arms: tuple[ArmPoints, ArmPoints] | None = None
) -> list[Weight]:
    """All that the disc L5-S1 carries: lumbar slices and lower chest from below, upper chest, head, both arms.

    `trunk` and `arms`: their points, if they are known already.
    """
    trunk = trunk or trunk_points(body, posture)
    return _upper(body, trunk, arms or both_arms(body, posture, trunk))


def whole_body(body: Body, posture: Posture) -> list[Weight]:
    """Every piece of the body."""
    trunk = trunk_points(body, posture)
    near = leg_weights(body, leg_points(body, posture, posture.leg))
    far = leg_weights(body, leg_points(body, posture, posture.far_leg)) if posture.far_leg else near
    return [_pelvis(body, trunk), *above_l5_s1(body, posture, trunk), *near, *far]


def trunk_slice(body: Body, low: Any, high: Any) -> Weight:
    """The slice of the upright trunk between two heights (m above the hips): its mass, and the height of its centre
    as `place`. Lower and middle trunk only, since the upper trunk is never cut."""
    mass, moment, floor = 0.0, 0.0, 0.0
    for name in ("lower trunk", "middle trunk"):
        segment = body.segments[name]
        shares = [1 - np.clip((height - floor) / segment.length, 0, 1) for height in (low, high)]
        (first, first_moment), (last, last_moment) = (_up_to(share, segment.com) for share in shares)
        inside = segment.mass * (first - last)
        mass = mass + inside
        moment = (
            moment + inside * (floor + segment.length) - segment.mass * segment.length * (first_moment - last_moment)
        )
        floor = floor + segment.length
    return Weight(mass, moment / mass)


def _up_to(share: Any, com: float) -> tuple[Any, Any]:
    """Mass and first moment, as shares of the whole, of the upper `share` of a segment whose density changes evenly
    from end to end so that its centre is at `com`."""
    slope = 6 * (com - 0.5)
    mass = share + slope * (share**2 - share)
    return mass, share**2 / 2 + slope * (2 * share**3 / 3 - share**2 / 2)


@lru_cache(maxsize=64)  # no posture changes them
def _slices(body: Body) -> list[Weight]:
    """The upright trunk cut at the six lumbar discs, from the hips to the lower end of the breastbone."""
    breastbone = body.segments["lower trunk"].length + body.segments["middle trunk"].length
    cuts = [0.0, *(body.landmarks[level].imag for level in LEVELS), breastbone]
    return [trunk_slice(body, low, high) for low, high in pairwise(cuts)]


def _turned(body: Body, part: Weight, origin: Any, moved: Any, rotation: Any) -> Weight:
    """A slice of the upright trunk, carried along by the joint below it (from `origin` to `moved`) and turned."""
    return Weight(part.mass, moved + (-body.axis + 1j * part.place - origin) * rotation)


def _pelvis(body: Body, trunk: Trunk) -> Weight:
    return _turned(body, _slices(body)[0], 0, 0, trunk.rotations[0])


def _upper(body: Body, trunk: Trunk, arms: tuple[ArmPoints, ArmPoints]) -> list[Weight]:
    near = arm_weights(body, arms[0])
    far = near if arms[1] is arms[0] else arm_weights(body, arms[1])
    return [*_lumbar_slices(body, trunk), _chest(body, trunk), head_weight(body, trunk), *near, *far]


def _lumbar_slices(body: Body, trunk: Trunk) -> list[Weight]:
    origins = [body.landmarks[level] for level in LEVELS]
    each = zip(_slices(body)[1:], origins, trunk.levels, trunk.rotations[1:], strict=True)
    return [_turned(body, *piece) for piece in each]


def _chest(body: Body, trunk: Trunk) -> Weight:
    """The upper trunk; what lies between T12-L1 and the breastbone's end is the last of the slices."""
    upper = body.segments["upper trunk"]
    return Weight(upper.mass, trunk.neck + upper.com * (trunk.chest - trunk.neck))


def head_weight(body: Body, trunk: Trunk) -> Weight:
    """Head and neck."""
    head = body.segments["head"]
    return Weight(head.mass, trunk.vertex + head.com * (trunk.neck - trunk.vertex))


def arm_weights(body: Body, points: ArmPoints) -> list[Weight]:
    """Upper arm, forearm and hand."""
    ends = (("upper arm", points.shoulder, points.elbow), ("forearm", points.elbow, points.wrist))
    return [_along(body, *end) for end in (*ends, ("hand", points.wrist, points.grip))]


def leg_weights(body: Body, points: LegPoints) -> list[Weight]:
    """Thigh, shank and foot."""
    ends = (("thigh", points.hip, points.knee), ("shank", points.knee, points.ankle))
    return [_along(body, *end) for end in (*ends, ("foot", points.heel, points.toe))]


def _along(body: Body, name: str, start: Any, stop: Any) -> Weight:
    segment = body.segments[name]
    return Weight(segment.mass, start + segment.com * (stop - start))
