"""Laying a body onto the floor: the posture nearest to a given one in which all that should touch does.

Angles that lead to a contact may give way: the arm of a hand, the leg of a foot, the tilt of the pelvis under a back.
Of all postures that touch, the one is taken whose angles change least, and hands and feet that have a place stay there.

How far checked: geometry, exact for rigid segments and the pads of `skin`; that a body gives way so is assumed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jointlab.language import _
from jointlab.models.body.contact import Contact, by_side, kneels, touching
from jointlab.models.body.kinematics import Posture, require_finite
from jointlab.models.body.segments import Body
from jointlab.models.body.skin import ON_ARMS, ON_LEGS, Bones, lowest
from jointlab.models.require import Impossible

# Which angles give way so that a part touches, of its own limb or of the trunk …
_GIVING = {
    "hand": ("pelvis", "shoulder", "wrist"),
    "forearm": ("shoulder", "elbow", "wrist"),
    "knee": ("hip",),
    "foot": ("hip", "ankle"),
    "heel": ("hip",),
    "toes": ("pelvis", "ankle", "toes"),
    "instep": ("hip",),
    "pelvis": ("pelvis",),
    "belly": ("pelvis",),
    "back": ("pelvis",),
    "chest": ("pelvis",),
    "head": ("neck",),
}
# … and which besides, where it has a place to stay.
_GIVING_IN_PLACE = {"hand": ("elbow",), "foot": ("knee",), "knee": ("knee",), "toes": ("hip", "knee")}
_OF_TRUNK = ("pelvis", "neck")
_STEP = 1e-3  # degrees and mm: how far everything is tried, to see what moves
_NEAR = 1e-5  # m: settled
_ROUNDS = 25
_FAR = 15.0  # the most that one round may change, in degrees and cm
_STIFF = {"pelvis": 0.3}  # gives way so much less than the joints of a limb
_HIPS = 10.0  # lifting the whole body by 1 cm costs what 1/10 of a degree costs; moving it along, what 1 degree does


@dataclass(frozen=True)
class Settled:
    """`posture` on its `contacts`, the middle of the hips at `hip` (m, forward + i·up above the floor); each contact
    now has its place: its first pad is `at` so many m along the floor."""

    posture: Posture
    hip: complex
    contacts: tuple[Contact, ...]


def settle(body: Body, posture: Posture, contacts: Sequence[Contact], hip: complex = 0j) -> Settled:
    """The posture nearest to `posture` whose `contacts` all touch the floor, or their step, and stay at their place.

    The hips stay above `hip` unless a contact has a place. Raises Impossible if there is none.
    """
    if not contacts:
        raise Impossible(_("Nothing supports this posture: name at least one part of the body that touches the floor."))
    require_finite(posture)
    posture = posture.with_one_side()
    named = by_side(posture, contacts)
    names = _freedoms(named)
    values = np.array([*_read(posture, names), 100 * hip.real, 100 * _start(body, posture, named)])
    moves = [*(_STIFF.get(name, 1.0) for name in names), 1.0 if _held(named) else 0.0, _HIPS]
    for _round in range(_ROUNDS):
        tried = values[:, None] + _STEP * np.eye(len(values), len(values) + 1, 1)
        gaps = _gaps(body, posture, named, names, tried)
        if np.abs(gaps[:, 0]).max() < _NEAR:
            return _settled(body, posture, named, names, values)
        slopes = (gaps[:, 1:] - gaps[:, :1]) / _STEP * moves
        change = moves * (np.linalg.pinv(slopes, rcond=1e-4) @ -gaps[:, 0])
        values = values + change * min(1.0, _FAR / np.abs(change[:-2]).max(initial=1e-9))
    raise Impossible(
        _("This posture cannot be laid onto the floor with all these parts at once: they are out of reach.")
    )


def _freedoms(named: list[Contact]) -> list[str]:
    """The angles that give way, each once, by name as in a posture."""
    found: dict[str, None] = {}
    for contact in named:
        limb = "arm." if contact.part in ON_ARMS else "leg." if contact.part in ON_LEGS else ""
        of_limb = f"{'far_' if contact.side == 'far' else ''}{limb}"
        gives = ("knee",) if contact.part == "instep" and kneels(contact, named) else _GIVING[contact.part]
        angles = gives + (() if contact.at is None else _GIVING_IN_PLACE.get(contact.part, ()))
        found |= {angle if angle in _OF_TRUNK else of_limb + angle: None for angle in angles}
    return list(found)


def _held(named: list[Contact]) -> bool:
    return any(contact.at is not None for contact in named)


def _start(body: Body, posture: Posture, named: list[Contact]) -> float:
    """How high the hips are where nothing is below the floor."""
    bones = Bones(body, posture)
    return max(one.height - float(np.min(np.imag(touching(body, bones, one)))) for one in named)


def _read(posture: Posture, names: list[str]) -> list[Any]:
    both = posture.with_both_sides()
    found = []
    for name in names:
        limb, _dot, angle = name.rpartition(".")
        found.append(getattr(getattr(both, limb) if limb else both, angle))
    return found


def _with(posture: Posture, names: list[str], values: Sequence[Any]) -> Posture:
    """`posture` with these angles."""
    both, changed = posture.with_both_sides(), {}
    for name, value in zip(names, values, strict=True):
        limb, _dot, angle = name.rpartition(".")
        changed |= {limb: replace(changed.get(limb, getattr(both, limb)), **{angle: value})} if limb else {angle: value}
    return replace(posture, **changed)


def _gaps(body: Body, posture: Posture, named: list[Contact], names: list[str], values: NDArray) -> NDArray:
    """How far (m) each contact is above its floor and in front of its place, one row for each of both."""
    bones = Bones(body, _with(posture, names, list(values[:-2])))
    across, up = values[-2] / 100, values[-1] / 100
    rows = []
    for contact in named:
        points = touching(body, bones, contact)
        rows += [np.imag(point) + up - contact.height for point in points]
        if contact.at is not None:
            rows.append(_place(body, bones, contact) + across - contact.at)
    return np.array(np.broadcast_arrays(*rows, across)[:-1])


def _place(body: Body, bones: Bones, contact: Contact) -> Any:
    """Where the first pad of a contact is along the floor, in m from the hips."""
    return np.real(lowest(body, bones, contact.part, "far" if contact.side == "far" else "near")[0])


def _settled(body: Body, posture: Posture, named: list[Contact], names: list[str], values: NDArray) -> Settled:
    found = _with(posture, names, [float(value) for value in values[:-2]])
    hip = complex(values[-2], values[-1]) / 100
    bones = Bones(body, found)
    places = [float(_place(body, bones, contact)) + hip.real for contact in named]
    return Settled(found, hip, tuple(replace(one, at=at) for one, at in zip(named, places, strict=True)))
