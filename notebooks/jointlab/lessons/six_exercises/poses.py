"""Key poses of six exercises, and each exercise as an animation from joint angles.

All angles are assumed: chosen to look like the exercises as they are taught, within human range, and not measured in
anybody. Contacts bend them a little further, so that hands, knees and feet are on the floor (`models.body.settle`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from jointlab.language import N_, _
from jointlab.models import require
from jointlab.models.body.contact import Contact
from jointlab.models.body.kinematics import Arm, Leg, Posture, between
from jointlab.models.body.segments import Body
from jointlab.models.body.settle import Settled, settle
from jointlab.models.require import Impossible

TOWEL = 0.025  # m: height of what lies under the forehead of a prone person; assumed
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
    """A posture as it is meant, what of it touches the floor, and the pose whose hands, knees and feet keep their
    places in this one."""

    posture: Posture
    contacts: Sequence[Contact]
    places_of: str = ""


POSES: Mapping[str, Pose] = {
    "supine lying": Pose(Posture(-89, 8, arm=_BESIDE, leg=Leg(-3, 0, -25)), (*_LYING, Contact("heel", rests=True))),
    "supine, knees bent": Pose(Posture(-93, 2, arm=_BESIDE, leg=Leg(48, 112, -25)), _HOOK),
    "pelvis tilted back": Pose(
        Posture(-102, 18, arm=_BESIDE, leg=Leg(38, 112, -25)), _HOOK, places_of="supine, knees bent"
    ),
    "bridge": Pose(Posture(-115, 4, 5, 40, _BESIDE, Leg(-2, 100, -8)), _SHOULDERS, places_of="supine, knees bent"),
    "prone lying": Pose(
        Posture(91, -4, neck=18, arm=Arm(161, 20), leg=Leg(8, 2, -50)),
        (
            Contact("belly"),
            Contact("chest"),
            replace(_HEAD, height=TOWEL),
            Contact("forearm", rests=True),
            Contact("instep", rests=True),
        ),
    ),
    "all fours": Pose(Posture(82, 0, neck=-12, arm=Arm(82, 6, 84), leg=Leg(82, 97, -48)), _KNEELING),
    "cat": Pose(Posture(58, 30, 14, 24, Arm(100, 6, 80), Leg(58, 97, -48)), _KNEELING, places_of="all fours"),
    "cow": Pose(Posture(93, -15, -4, -34, Arm(74, 6, 84), Leg(93, 97, -48)), _KNEELING, places_of="all fours"),
    "bird-dog": Pose(
        Posture(82, 0, neck=-12, arm=Arm(166), leg=Leg(82, 97, -48), far_arm=Arm(82, 6, 84), far_leg=Leg(-4, 4, -20)),
        _CROSSED,
        places_of="all fours",
    ),
    "plank on the knees": Pose(
        Posture(76, 0, neck=-8, arm=Arm(80, 88), leg=Leg(4, 18, 0, 68)), (*_PLANK, Contact("knee"))
    ),
    "plank": Pose(
        Posture(82, 0, neck=-8, arm=Arm(82, 88), leg=Leg(0, 4, 2, 62)), _PLANK, places_of="plank on the knees"
    ),
    "heel on a step": Pose(Posture(2, 0, arm=_ON_HIPS, leg=Leg(32, 4), far_leg=Leg(-4, 2, 6)), _STRETCH),
    "hamstring stretch": Pose(
        Posture(34, 6, 2, -14, _ON_HIPS, Leg(66, 4), far_leg=Leg(26, 2, 6)), _STRETCH, places_of="heel on a step"
    ),
}
# The way of a limb that is lifted is bent towards this posture, so that foot and hand do not pass through the floor.
_LIFTED = Posture(
    82, 0, neck=-12, arm=Arm(130, 50, 60), leg=Leg(82, 97, -48), far_arm=Arm(82, 6, 84), far_leg=Leg(18, 97, -30)
)


@dataclass(frozen=True)
class Exercise:
    """One repetition: from the pose `start` to each of `ends` and back; on the way that touches what touches at the
    end. `via`: a posture towards which the way is bent."""

    start: str
    ends: tuple[str, ...]
    via: Posture | None = None


EXERCISES: Mapping[str, Exercise] = {
    N_("pelvic tilt"): Exercise("supine, knees bent", ("pelvis tilted back",)),
    N_("cat-cow"): Exercise("all fours", ("cat", "cow")),
    N_("bird-dog"): Exercise("all fours", ("bird-dog",), _LIFTED),
    N_("bridge"): Exercise("supine, knees bent", ("bridge",)),
    N_("plank"): Exercise("plank on the knees", ("plank",)),
    N_("hamstring stretch"): Exercise("heel on a step", ("hamstring stretch",)),
}
_START = 1e-9  # a share of the way that counts as none
_ROLLING = ("pelvis", "chest", "head", "instep")


def pose(name: str, body: Body) -> Settled:
    """A key pose of POSES on the floor. Raises Impossible."""
    if name not in POSES:
        raise Impossible(_("There is no pose {name!r}; there are {poses}.").format(name=name, poses=", ".join(POSES)))
    return _settled(name, body)


def frame(name: str, share: float, body: Body) -> Settled:
    """One of EXERCISES at a `share` (0…1) of one repetition, there and back. Raises Impossible."""
    if name not in EXERCISES:
        raise Impossible(
            _("There is no exercise {name!r}; there are {exercises}.").format(name=name, exercises=", ".join(EXERCISES))
        )
    require.between(0, 1, share=share)
    exercise = EXERCISES[name]
    start, swing = pose(exercise.start, body), len(exercise.ends) * share
    end = pose(exercise.ends[min(int(swing), len(exercise.ends) - 1)], body)
    way = float(1 - np.cos(2 * np.pi * swing)) / 2  # there and back without a jerk
    if way < _START:
        return start
    hip = start.hip + way * (end.hip - start.hip)
    return settle(body, _between(start.posture, exercise.via, end.posture, way), end.contacts, hip)


def _between(start: Posture, via: Posture | None, end: Posture, way: float) -> Posture:
    if via is None:
        return between(start, end, way)
    return between(between(start, via, way), between(via, end, way), way)


@lru_cache(maxsize=256)
def _settled(name: str, body: Body) -> Settled:
    meant = POSES[name]
    if not meant.places_of:
        return settle(body, meant.posture, meant.contacts)
    base = _settled(meant.places_of, body)
    found = settle(body, meant.posture, _placed(meant.contacts, base), base.hip)
    return replace(found, contacts=_placed(meant.contacts, base))


def _placed(contacts: Sequence[Contact], base: Settled) -> tuple[Contact, ...]:
    """Hands, forearms, knees and feet get the places which they have in `base`; trunk and head may roll, and arms that
    merely rest may slide."""
    places = {}
    for one in base.contacts:
        places |= {(one.part, side): one.at for side in ("near", "far", "both") if one.side in ("both", side)}
    slides = ("hand", "forearm", *_ROLLING)
    return tuple(
        one
        if one.part in _ROLLING or (one.rests and one.part in slides)
        else replace(one, at=places[one.part, one.side])
        for one in contacts
    )
