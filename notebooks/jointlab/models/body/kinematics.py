"""From joint angles to points: where a body's joints lie in the plane that divides left from right.

Points are complex numbers, forward + i·up, in metres; turning a point forward by an angle is one multiplication. All
angles are in degrees, and all are 0 in a person who stands upright with hanging arms. Every angle may be an array, for
many postures at once; points then have its shape. How far checked: geometry, exact for rigid segments; that the
trunk above the lumbar spine is one rigid piece with one bend in the middle of the chest is a textbook model.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from types import MappingProxyType
from typing import Any

import numpy as np

from jointlab import sources
from jointlab.models import require
from jointlab.models.body.segments import LEVELS, Body

_CLOCKWISE = -math.pi / 180  # radians a degree


@dataclass(frozen=True)
class Arm:
    """Flexion lifts the arm forward (`shoulder`), bends the `elbow` and the `wrist` to the palm's side."""

    shoulder: Any = 0.0
    elbow: Any = 0.0
    wrist: Any = 0.0


@dataclass(frozen=True)
class Leg:
    """Flexion lifts the thigh forward (`hip`), bends the `knee` (below 0: bent backwards), pulls up the foot
    (`ankle`) and bends the `toes` up from the sole."""

    hip: Any = 0.0
    knee: Any = 0.0
    ankle: Any = 0.0
    toes: Any = 0.0


@dataclass(frozen=True)
class Posture:
    """Joint angles of a whole body.

    `pelvis`: turned forward from upright. `lumbar`: flexion, shared by the levels from L5-S1 to T12-L1; below 0 is
    extension. `thorax`: flexion in the middle of the chest. `neck`: flexion. The far arm and leg do as the near
    ones unless given.
    """

    pelvis: Any = 0.0
    lumbar: Any = 0.0
    thorax: Any = 0.0
    neck: Any = 0.0
    arm: Arm = Arm()
    leg: Leg = Leg()
    far_arm: Arm | None = None
    far_leg: Leg | None = None

    @property
    def trunk(self) -> Any:
        """How far the chest leans forward from upright, in degrees."""
        return self.pelvis + self.lumbar

    def with_both_sides(self) -> "Posture":
        """The same posture with its far arm and leg spelled out."""
        return replace(self, far_arm=self.far_arm or self.arm, far_leg=self.far_leg or self.leg)

    def with_one_side(self) -> "Posture":
        """The same posture without a far arm or leg that does as the near one; of one posture only, not of many."""
        arm, leg = (None if far == near else far for far, near in ((self.far_arm, self.arm), (self.far_leg, self.leg)))
        return replace(self, far_arm=arm, far_leg=leg)


def require_finite(posture: Posture) -> None:
    """Raise Impossible unless every angle is a finite number or an array of them."""
    both = posture.with_both_sides()
    parts = {"pelvis": both.pelvis, "lumbar": both.lumbar, "thorax": both.thorax, "neck": both.neck}
    for side, limb in (("", both.arm), ("far_", both.far_arm), ("", both.leg), ("far_", both.far_leg)):
        parts |= {side + field.name: getattr(limb, field.name) for field in fields(limb)}
    require.finite(**parts)


def between(first: Posture, second: Posture, share: float) -> Posture:
    """The posture on the way from `first` (`share` 0) to `second` (1): every angle moves evenly."""
    return _mix(first.with_both_sides(), second.with_both_sides(), share)


def _mix(first: Any, second: Any, share: float) -> Any:
    mixed = {}
    for field in fields(first):
        one, other = getattr(first, field.name), getattr(second, field.name)
        limb = isinstance(one, Arm | Leg)
        mixed[field.name] = _mix(one, other, share) if limb else one + share * (other - one)
    return type(first)(**mixed)


def turn(degrees: Any) -> Any:
    """The complex number that turns a point forward (from up to forward) by this angle."""
    if isinstance(degrees, float):  # as drawings ask for it, thousands of times; NumPy would take five times as long
        return np.complex128(complex(math.cos(degrees * _CLOCKWISE), math.sin(degrees * _CLOCKWISE)))
    angle = np.multiply(degrees, _CLOCKWISE)
    turned = np.empty(np.shape(angle), dtype=complex)
    turned.real, turned.imag = np.cos(angle), np.sin(angle)  # quicker than exp(1j * angle)
    return turned[()]  # a number for a number


@dataclass(frozen=True)
class Trunk:
    """Points of the trunk and head, from the middle of the hip joints.

    `levels`: the discs L5-S1, L4-L5 … T12-L1, one point each; `turns`: how far each of the pieces above them leans
    forward in degrees (L5, L4 … L1, chest); `rotations`: the same as numbers to multiply upright points by, that of
    the pelvis first. `chest`: where the chest bends; `neck`: seventh neck vertebra.
    """

    levels: tuple[Any, ...]
    turns: tuple[Any, ...]
    rotations: tuple[Any, ...]
    chest: Any
    neck: Any
    skull: Any
    vertex: Any
    shoulder: Any
    upper: Any  # degrees: how far the upper chest, which carries neck and arms, leans forward
    head: Any  # degrees, of the head


_SHARES = {
    "L5-S1": "flexion_share_l5_s1",
    "L4-L5": "flexion_share_l4_l5",
    "L3-L4": "flexion_share_l3_l4",
    "L2-L3": "flexion_share_l2_l3",
    "L1-L2": "flexion_share_l1_l2",
    "T12-L1": "flexion_share_t12_l1",
}


@cache  # no posture changes them
def level_shares() -> Mapping[str, float]:
    """Share of each level in lumbar flexion, L5-S1 to T12-L1; they sum to 1. Source: Beaucage-Gauvreau 2019."""
    shares = {level: sources.value(row) for level, row in _SHARES.items()}
    whole = sum(shares.values())
    return MappingProxyType({level: share / whole for level, share in shares.items()})


def trunk_points(body: Body, posture: Posture) -> Trunk:
    """Points of trunk and head."""
    upright = [body.landmarks[level] for level in LEVELS]
    lean = np.asarray(posture.pelvis, dtype=float)
    turns, rotations = [], [turn(lean)]
    levels = [upright[0] * rotations[0]]
    for share, here, above in zip(level_shares().values(), upright, [*upright[1:], None], strict=True):
        lean = lean + share * np.asarray(posture.lumbar, dtype=float)
        turns.append(lean)
        rotations.append(turn(lean))
        if above is not None:
            levels.append(levels[-1] + (above - here) * rotations[-1])
    segments = body.segments
    middle = segments["lower trunk"].length + segments["middle trunk"].length
    top = middle + segments["upper trunk"].length
    bend = -body.axis + 1j * middle  # upright, at the height of the lower end of the breastbone
    seventh = -body.axis + 1j * top  # upright, the seventh neck vertebra
    upper = lean + np.asarray(posture.thorax, dtype=float)
    head = upper + np.asarray(posture.neck, dtype=float)
    chest = levels[-1] + (bend - upright[-1]) * rotations[-1]
    upper_turn = turn(upper)
    neck = chest + (seventh - bend) * upper_turn
    shoulder = chest + (body.landmarks["shoulder"] - bend) * upper_turn
    skull = neck + (body.landmarks["skull base"] - seventh) * turn((upper + head) / 2)
    vertex = skull + (seventh + 1j * segments["head"].length - body.landmarks["skull base"]) * turn(head)
    return Trunk(tuple(levels), tuple(turns), tuple(rotations), chest, neck, skull, vertex, shoulder, upper, head)


@dataclass(frozen=True)
class ArmPoints:
    """Points of one arm. `grip`: the knuckles, where a load hangs; `tip`: the finger tips. `forearm`, `hand`: how far
    they are lifted forward from hanging, in degrees."""

    shoulder: Any
    elbow: Any
    wrist: Any
    grip: Any
    tip: Any
    upper: Any
    forearm: Any
    hand: Any


def arm_points(body: Body, trunk: Trunk, arm: Arm) -> ArmPoints:
    """Points of an arm that hangs from `trunk`."""
    upper = np.asarray(arm.shoulder, dtype=float) - trunk.upper
    forearm = upper + np.asarray(arm.elbow, dtype=float)
    hand = forearm + np.asarray(arm.wrist, dtype=float)
    lengths = {name: body.segments[name].length for name in ("upper arm", "forearm", "hand")}
    elbow = trunk.shoulder + lengths["upper arm"] * hanging(upper)
    wrist = elbow + lengths["forearm"] * hanging(forearm)
    along = hanging(hand)
    grip = wrist + lengths["hand"] * along
    return ArmPoints(trunk.shoulder, elbow, wrist, grip, grip + body.fingers * along, upper, forearm, hand)


def both_arms(body: Body, posture: Posture, trunk: Trunk) -> tuple[ArmPoints, ArmPoints]:
    """Points of the near and the far arm."""
    near = arm_points(body, trunk, posture.arm)
    return near, arm_points(body, trunk, posture.far_arm) if posture.far_arm else near


def hanging(degrees: Any) -> Any:
    """Direction of something that hangs, lifted forward by this angle."""
    return -1j * turn(-degrees)


@dataclass(frozen=True)
class LegPoints:
    """Points of one leg from its hip. `ball`: where the toes begin, on the sole; `toe`: their tip. `thigh`, `shank`:
    how far they are lifted forward from hanging, in degrees; `foot`: how far the sole's front is lifted from level."""

    hip: Any
    knee: Any
    ankle: Any
    heel: Any
    ball: Any
    toe: Any
    thigh: Any
    shank: Any
    foot: Any


# Where the heel lies behind the ankle, as a share of the foot's length; assumed, for the drawing and the balance.
_HEEL = 0.22
# Where the toes bend, from the heel, as a share of the foot's length; assumed.
_BALL = 0.72


def leg_points(body: Body, posture: Posture, leg: Leg) -> LegPoints:
    """Points of a leg; the hip is the origin."""
    thigh = np.asarray(leg.hip, dtype=float) - posture.pelvis
    shank = thigh - np.asarray(leg.knee, dtype=float)
    foot = shank + np.asarray(leg.ankle, dtype=float)
    knee = body.segments["thigh"].length * hanging(thigh)
    ankle = knee + body.segments["shank"].length * hanging(shank)
    length = body.segments["foot"].length
    ahead = turn(-foot)  # along the sole
    heel = ankle - (1j * body.ankle_height + _HEEL * length) * ahead
    ball = heel + _BALL * length * ahead
    toe = ball + (1 - _BALL) * length * ahead * turn(-np.asarray(leg.toes, dtype=float))
    return LegPoints(0 * knee, knee, ankle, heel, ball, toe, thigh, shank, foot)
