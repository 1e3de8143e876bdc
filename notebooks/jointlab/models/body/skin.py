"""Where the skin of a body can touch a floor: rounded pads, each fixed to a bone.

A pad is a circle around a point of a bone; its lowest point touches. Pads follow the outlines that are drawn around
the skeleton (`drawings.human`), so that a body which stands on its pads looks as if it did: no soft part is pressed
flat. Sizes are those of the drawn adult of 1.70 m and 65 kg; they grow with a body as its outlines do.

How far checked: *toy model*; a test holds every pad against the drawn outlines, within 3 mm, for people whose mass is
20 to 31 kg for each square metre of their height squared.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from jointlab.models.body.kinematics import Arm, Leg, Posture, Trunk, arm_points, leg_points, trunk_points, turn
from jointlab.models.body.segments import LEVELS, Body

HEIGHT, _MASS = 1.70, 65.0  # m and kg of the drawn person
FOOT_LENGTH = 0.252  # m
# Heights of the hips, the last rib, the lowest neck vertebra and the crown of the drawn person, in m above the hips.
MARKS = (0.0, 0.2768, 0.5891, 0.8263)
_NAPE = 0.37  # by this share the skin between the shoulder blades follows the neck


class Pad(NamedTuple):
    """A circle on `bone`.

    On the trunk and the head, its middle lies `forward` and `up` (m, from the hips) in the upright drawn person. On a
    limb that hangs: forward (m) of its axis and `up` (share of the segment's length, below 0) of the joint above; on a
    foot: m from the ankle and above the sole. `woman`: m that a woman's skin lies farther forward.
    """

    bone: str
    forward: float
    up: float
    radius: float = 0.0
    woman: float = 0.0


# Parts of the body that can touch a floor. Of a flat part all pads touch at once, of the others the lowest. Where a
# part stays, its first pad does: a round back then rolls, and hardly slides.
FLAT = ("hand", "forearm", "foot", "toes")
PADS: Mapping[str, tuple[Pad, ...]] = {
    "hand": (Pad("hand", 0.0, 0.0, 0.027), Pad("hand", 0.0, -1.0, 0.027)),
    "forearm": (
        Pad("forearm", 0.0, 0.0, 0.040),
        Pad("hand", 0.0, 0.0, 0.0265),
        Pad("hand", 0.0, -1.0, 0.027),
    ),
    "knee": (Pad("shank", 0.0, 0.0, 0.057),),
    "foot": (Pad("foot", -0.030, 0.0, 0.0015), Pad("foot", 0.126, 0.0, 0.0015)),
    "heel": (Pad("foot", -0.030, 0.027, 0.026), Pad("foot", -0.046, 0.060)),
    "toes": (Pad("foot", 0.126, 0.0, 0.0025), Pad("toes", 0.050, 0.0, 0.0025)),
    "instep": (Pad("toes", 0.064, 0.008, 0.008),),
    "pelvis": (
        Pad("pelvis", -0.130, 0.042, 0.0, -0.0061),
        Pad("pelvis", 0.0505, 0.012, 0.183, -0.0085),
        Pad("pelvis", -0.125, -0.042, 0.0, -0.0061),
    ),
    "belly": (
        Pad("belly", 0.113, 0.150),
        Pad("belly", 0.113, 0.120),
        Pad("belly", 0.106, 0.075),
        Pad("pelvis", 0.097, 0.025),
        Pad("pelvis", 0.086, -0.020),
    ),
    "back": (
        Pad("chest", -0.110, 0.505, 0.0, 0.003),
        Pad("chest", 0.107, 0.435, 0.228, 0.008),
        Pad("shoulders", -0.105, 0.515, 0.0, -0.003),
        Pad("shoulders", -0.101, 0.530, 0.0, 0.003),
        Pad("shoulders", -0.081, 0.565, 0.0, 0.001),
        Pad("ribs", -0.108, 0.335, 0.0, 0.002),
        Pad("ribs", -0.096, 0.290, 0.0, 0.0005),
    ),
    "chest": (
        Pad("chest", 0.099, 0.475, 0.0, 0.015),
        Pad("chest", 0.111, 0.425, 0.0, 0.020),
        Pad("chest", 0.113, 0.375, 0.0, 0.020),
        Pad("ribs", 0.107, 0.325, 0.0, 0.007),
    ),
    "head": (
        Pad("head", -0.096, 0.727),
        Pad("head", -0.099, 0.750),
        Pad("head", -0.098, 0.766),
        Pad("head", -0.080, 0.804),
        Pad("head", 0.086, 0.763),
        Pad("head", 0.076, 0.789),
        Pad("head", 0.103, 0.705),
        Pad("head", 0.095, 0.684),
        Pad("head", 0.090, 0.668),
    ),
}
PARTS = tuple(PADS)
ON_ARMS, ON_LEGS = ("hand", "forearm"), ("knee", "foot", "heel", "toes", "instep")


def thickness(body: Body) -> float:
    """How much wider than the drawn person: limbs and chest grow with the root of mass over height."""
    return float(np.sqrt(body.mass / body.height / (_MASS / HEIGHT)))


def waist(body: Body) -> float:
    """How much wider the belly is: it grows with mass over height squared."""
    return float(body.mass / body.height**2 / (_MASS / HEIGHT**2))


class Bones:
    """Where the bones of one body are in `posture`: each a joint and a number that turns its upright points.

    The angles may be arrays. `side`: "near" or "far", for the limbs.
    """

    def __init__(self, body: Body, posture: Posture):
        self._body, self._posture = body, posture
        self.trunk = trunk_points(body, posture)
        self._of_trunk = {
            "pelvis": (0j, self.trunk.rotations[0]),
            "belly": (0j, self.trunk.rotations[0]),
            "ribs": (self.trunk.levels[-1], self.trunk.rotations[-1]),
            "chest": (self.trunk.chest, turn(self.trunk.upper)),
            "shoulders": _shoulders(self.trunk),
            "head": (self.trunk.skull, turn(self.trunk.head)),
        }
        self._limbs: dict[tuple[str, str], dict[str, tuple[Any, Any]]] = {}

    def of(self, part: str, side: str) -> Mapping[str, tuple[Any, Any]]:
        """The bones that bear the pads of `part`."""
        if part not in (*ON_ARMS, *ON_LEGS):
            return self._of_trunk
        limb = "arm" if part in ON_ARMS else "leg"
        if (limb, side) not in self._limbs:
            pose = getattr(self._posture, limb if side == "near" else f"far_{limb}") or getattr(self._posture, limb)
            self._limbs[limb, side] = self._arm(pose) if limb == "arm" else self._leg(pose)
        return self._limbs[limb, side]

    def _arm(self, pose: Arm) -> dict[str, tuple[Any, Any]]:
        points = arm_points(self._body, self.trunk, pose)
        return {"forearm": (points.elbow, turn(-points.forearm)), "hand": (points.wrist, turn(-points.hand))}

    def _leg(self, pose: Leg) -> dict[str, tuple[Any, Any]]:
        points = leg_points(self._body, self._posture, pose)
        toes = turn(-points.foot - np.asarray(pose.toes, dtype=float))
        feet = {"foot": (points.ankle, turn(-points.foot)), "toes": (points.ball, toes)}
        return {"shank": (points.knee, turn(-points.shank)), **feet}


def _shoulders(trunk: Trunk) -> tuple[Any, Any]:
    """Below the nape the skin goes partly with the chest, partly with the neck."""
    of_neck, of_chest = turn((trunk.upper + trunk.head) / 2), turn(trunk.upper)
    return trunk.neck, of_chest + _NAPE * (of_neck - of_chest)


def lowest(body: Body, bones: Bones, part: str, side: str) -> list[Any]:
    """The lowest point of each pad of `part`, forward + i·up in m from the middle of the hip joints."""
    held = bones.of(part, side)
    found = []
    for bone, at, radius in _pads(body, part):
        joint, rotation = held[bone]
        found.append(joint + at * rotation - 1j * radius)
    return found


@lru_cache(maxsize=256)  # no posture changes them
def _pads(body: Body, part: str) -> tuple[tuple[str, complex, float], ...]:
    """The pads of a part in this body: bone, middle from the bone's joint in the upright figure, radius."""
    return tuple((pad.bone, *_sized(body, pad)) for pad in PADS[part])


def _sized(body: Body, pad: Pad) -> tuple[complex, float]:
    wide, scale = thickness(body), body.height / HEIGHT
    forward = pad.forward + (pad.woman if body.sex == "female" else 0.0)
    if pad.bone in ("forearm", "shank"):
        return complex(wide * forward, pad.up * body.segments[pad.bone].length), wide * pad.radius
    if pad.bone == "hand":
        return complex(scale * forward, pad.up * body.segments["hand"].length), scale * pad.radius
    if pad.bone in ("foot", "toes"):
        sole = body.ankle_height if pad.bone == "foot" else 0.0
        long = body.segments["foot"].length / FOOT_LENGTH
        return complex(long * forward, scale * pad.up - sole), long * pad.radius
    across = {"head": scale, "belly": waist(body) * scale}.get(pad.bone, wide)
    return complex(across * forward, _height(body, pad.up)) - _joint(body, pad.bone), across * pad.radius


def _height(body: Body, up: float) -> float:
    """A height of the drawn trunk in this body: hips, last rib, neck and crown fall into place."""
    neck = _neck(body)
    here = (0.0, body.landmarks["T12-L1"].imag, neck, neck + body.segments["head"].length)
    return float(np.interp(up, MARKS, here)) if up >= 0 else up * body.height / HEIGHT


def _neck(body: Body) -> float:
    return sum(body.segments[f"{part} trunk"].length for part in ("lower", "middle", "upper"))


def _joint(body: Body, bone: str) -> complex:
    """Where a bone of the trunk is jointed to what lies below it, upright."""
    chest = complex(-body.axis, _neck(body) - body.segments["upper trunk"].length)
    neck = complex(-body.axis, _neck(body))
    joints = {
        "pelvis": 0j,
        "belly": 0j,
        "shoulders": neck,
        "ribs": body.landmarks[LEVELS[-1]],
        "chest": chest,
        "head": body.landmarks["skull base"],
    }
    return joints[bone]
