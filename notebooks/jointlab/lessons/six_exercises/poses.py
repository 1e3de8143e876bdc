"""Key poses of six exercises, and each exercise as an animation from joint angles.

All angles are assumed: chosen to look like the exercises as they are taught, within human range, and not measured in
anybody. Contacts bend them a little further, so that hands, knees and feet are on the floor (`models.body.settle`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from jointlab.models import require
from jointlab.models.body.contact import Contact
from jointlab.models.body.kinematics import Arm, Leg, Posture, between
from jointlab.models.body.segments import Body
from jointlab.models.body.settle import Settled, settle
from jointlab.models.require import Impossible

STEP = 0.20  # m: height of the step on which a heel is laid; assumed

_HEAD, _HANDS = Contact("head", rests=True), Contact("hand", rests=True)
_LYING = (Contact("pelvis"), Contact("back"), _HEAD, _HANDS)
_HOOK = (*_LYING, Contact("foot", rests=True))
_SHOULDERS = (Contact("back"), Contact("foot"), _HEAD, _HANDS)
_KNEELING = (Contact("hand"), Contact("knee"), Contact("instep", rests=True))
_CROSSED = (Contact("hand", "far"), Contact("knee", "near"), Contact("instep", "near", rests=True))
_PLANK = (Contact("forearm"), Contact("toes"))
_STRETCH = (Contact("heel", "near", height=STEP), Contact("foot", "far"))
_ON_HIPS = Arm(-45, 85, 20)
_BESIDE = Arm(-8, 2, 5)


@dataclass(frozen=True)
class Pose:
    """A posture as it is meant, and what of it touches the floor."""

    posture: Posture
    contacts: Sequence[Contact]


POSES: Mapping[str, Pose] = {
    "supine lying": Pose(
        Posture(-89, 8, neck=0, arm=_BESIDE, leg=Leg(-3, 0, -25)), (*_LYING, Contact("heel", rests=True))
    ),
    "supine, knees bent": Pose(Posture(-93, 6, neck=0, arm=_BESIDE, leg=Leg(42, 100, -25)), _HOOK),
    "pelvis tilted back": Pose(Posture(-110, 26, neck=0, arm=_BESIDE, leg=Leg(25, 100, -25)), _HOOK),
    "bridge": Pose(Posture(-113, 4, 5, 40, _BESIDE, Leg(-2, 96, -8)), _SHOULDERS),
    "prone lying": Pose(
        Posture(91, -4, neck=22, arm=Arm(161, 20), leg=Leg(-2, 4, -50)),
        (Contact("pelvis"), Contact("chest"), _HEAD, Contact("forearm", rests=True), Contact("instep", rests=True)),
    ),
    "all fours": Pose(Posture(82, 0, neck=-12, arm=Arm(82, 6, 84), leg=Leg(82, 97, -48)), _KNEELING),
    "cat": Pose(Posture(66, 30, 14, 24, Arm(104, 4, 84), Leg(66, 97, -48)), _KNEELING),
    "cow": Pose(Posture(91, -15, -4, -34, Arm(70, 4, 84), Leg(91, 97, -48)), _KNEELING),
    "bird-dog": Pose(
        Posture(82, 0, neck=-12, arm=Arm(166), leg=Leg(82, 97, -48), far_arm=Arm(82, 6, 84), far_leg=Leg(-4, 4, -20)),
        _CROSSED,
    ),
    "bird-dog, knee bent": Pose(
        Posture(82, 0, neck=-12, arm=Arm(124), leg=Leg(82, 97, -48), far_arm=Arm(82, 6, 84), far_leg=Leg(18, 97, -30)),
        _CROSSED,
    ),
    "plank": Pose(Posture(82, 0, neck=-8, arm=Arm(82, 88), leg=Leg(0, 2, 2, 62)), _PLANK),
    "plank on the knees": Pose(
        Posture(76, 0, neck=-8, arm=Arm(80, 88), leg=Leg(4, 18, 0, 68)), (*_PLANK, Contact("knee"))
    ),
    "heel on a step": Pose(
        Posture(2, 0, arm=_ON_HIPS, leg=Leg(32, 4), far_leg=Leg(-4, 2, 6)),
        _STRETCH,
    ),
    "hamstring stretch": Pose(
        Posture(34, 6, 2, -14, _ON_HIPS, Leg(66, 4), far_leg=Leg(26, 2, 6)),
        _STRETCH,
    ),
}


@dataclass(frozen=True)
class Exercise:
    """One repetition: from the pose `start` to `end` and back, or through both ends of a swing about `start`.

    `via`: a pose towards which the way there is bent, so that a foot does not pass through the floor. `moving`: what stays on the floor on the way, if that is not what touches it at the start.
    """

    start: str
    ends: tuple[str, ...]
    moving: Sequence[Contact] = ()
    via: str = ""


EXERCISES: Mapping[str, Exercise] = {
    "pelvic tilt": Exercise("supine, knees bent", ("pelvis tilted back",)),
    "cat-cow": Exercise("all fours", ("cat", "cow")),
    "bird-dog": Exercise("all fours", ("bird-dog",), _CROSSED, "bird-dog, knee bent"),
    "bridge": Exercise("supine, knees bent", ("bridge",), _SHOULDERS),
    "plank": Exercise("plank on the knees", ("plank",), _PLANK),
    "hamstring stretch": Exercise("heel on a step", ("hamstring stretch",)),
}


def pose(name: str, body: Body) -> Settled:
    """A key pose of POSES on the floor. Raises Impossible."""
    _require_known(name, POSES)
    return _settled(name, body)


def frame(name: str, share: float, body: Body) -> Settled:
    """One of EXERCISES at a `share` (0…1) of one repetition, there and back. Raises Impossible."""
    _require_known(name, EXERCISES)
    require.between(0, 1, share=share)
    exercise = EXERCISES[name]
    start, ends = _keys(name, body)
    swing = len(ends) * share
    end = ends[min(int(swing), len(ends) - 1)]
    way = float(1 - np.cos(2 * np.pi * swing)) / 2  # there and back without a jerk
    if way < 1e-9:
        return start
    if exercise.via:
        via = POSES[exercise.via].posture
        path = between(between(start.posture, via, way), between(via, end.posture, way), way)
    else:
        path = between(start.posture, end.posture, way)
    contacts = _placed(exercise.moving or POSES[exercise.start].contacts, start)
    hip = start.hip + way * (end.hip - start.hip)
    return settle(body, path, contacts, hip)


def _require_known(name: str, known: Mapping[str, object]) -> None:
    if name not in known:
        raise Impossible(f"{name!r} is none of {', '.join(known)}.")


@lru_cache(maxsize=256)
def _settled(name: str, body: Body) -> Settled:
    return settle(body, POSES[name].posture, POSES[name].contacts)


@lru_cache(maxsize=64)
def _keys(name: str, body: Body) -> tuple[Settled, tuple[Settled, ...]]:
    """Start and ends of an exercise, with hands and feet in the same places."""
    exercise = EXERCISES[name]
    start = pose(exercise.start, body)
    moving = _placed(exercise.moving or POSES[exercise.start].contacts, start)
    return start, tuple(settle(body, POSES[end].posture, moving, start.hip) for end in exercise.ends)


def _placed(contacts: Sequence[Contact], start: Settled) -> tuple[Contact, ...]:
    """Hands, forearms, knees and feet stay where they are at the start; trunk and head may roll."""
    places = {}
    for contact in start.contacts:
        places |= {
            (contact.part, side): contact.at for side in ("near", "far", "both") if contact.side in ("both", side)
        }
    free = ("pelvis", "back", "chest", "head", "instep")
    return tuple(
        one if one.rests and one.part != "foot" or one.part in free else replace(one, at=places[one.part, one.side])
        for one in contacts
    )
