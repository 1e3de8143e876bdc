"""What a body rests on, and how much each place bears.

A level floor without friction pushes up on what touches it. Statics knows two things, that these pushes sum to the
weight and that they do not topple the body: enough for two places, not for more. Where statics leaves it open, each
push is a band: the least and the most that leave all others at 0 or above. A flat hand, forearm or foot may push
anywhere along its length; a limb that only lies on the floor presses as a loose one does, at most: head and arms, and
the feet of a kneeling person, may also be held up, so that they only touch.

How far checked: *textbook model*, exact for the body's segments. Friction and pushes to the side are left out; with
them, supports could push against each other, as the feet of a tripod do.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jointlab import sources, units
from jointlab.language import _
from jointlab.models import require
from jointlab.models.body.kinematics import Posture, arm_points, both_arms, leg_points, require_finite
from jointlab.models.body.masses import Weight, arm_weights, centre, head_weight, leg_weights, whole_body
from jointlab.models.body.segments import Body
from jointlab.models.body.skin import FLAT, ON_ARMS, ON_LEGS, PARTS, Bones, lowest
from jointlab.models.interval import Interval
from jointlab.models.require import Impossible

SIDES = ("both", "near", "far")
_LEVEL = 0.01  # m: contacts that differ more than this in height do not stand on the same floor
_NOTHING = 1e-9  # share of the weight below which a push counts as none


@dataclass(frozen=True)
class Contact:
    """One `part` of the body (PARTS) that touches the floor; of a limb that of one `side` or of "both".

    `rests`: the limb, or the head, only lies there, as loose as if its joint to the rest of the body did nothing.
    `height`: m of the step on which it stands. `at`: m along the floor where its first pad stays, if it
    must (`settle`).
    Raises Impossible.
    """

    part: str
    side: str = "both"
    rests: bool = False
    height: float = 0.0
    at: float | None = None

    def __post_init__(self) -> None:
        if self.part not in PARTS:
            raise Impossible(
                _("No part that can touch the floor is called {part!r}; there are {parts}.").format(
                    part=self.part, parts=", ".join(PARTS)
                )
            )
        if self.side not in SIDES:
            raise Impossible(_('side must be "near", "far" or "both"; got {side!r}.').format(side=self.side))
        if self.side != "both" and self.part not in (*ON_ARMS, *ON_LEGS):
            raise Impossible(_("There is one {part} only: leave out the side.").format(part=self.part))
        if self.rests and self.part in ("pelvis", "belly", "back", "chest", "knee"):
            raise Impossible(
                _("The {part} bears what is left; only a hand, forearm, foot or head can merely rest.").format(
                    part=self.part
                )
            )
        require.finite(height=self.height, **({} if self.at is None else {"at": self.at}))

    @property
    def above(self) -> bool:
        """Whether it touches the floor with something that lies above the disc L5-S1."""
        return self.part in (*ON_ARMS, "back", "chest", "head")


def by_side(posture: Posture, contacts: Sequence[Contact]) -> list[Contact]:
    """The same contacts, with those of both sides named one by one where the far limb has a pose of its own."""
    found, posture = [], posture.with_one_side()
    for contact in contacts:
        far = posture.far_arm if contact.part in ON_ARMS else posture.far_leg if contact.part in ON_LEGS else None
        apart = contact.side == "both" and far is not None
        found += [replace(contact, side=side) for side in ("near", "far")] if apart else [contact]
    return found


def touching(body: Body, bones: Bones, contact: Contact) -> list[Any]:
    """The points of the skin with which a contact touches a level floor, in m from the hips: of a flat part both ends
    first, of any other the lowest. `bones` may be those of many postures."""
    points = lowest(body, bones, contact.part, "far" if contact.side == "far" else "near")
    if contact.part in FLAT or len(points) == 1:
        return points
    return [_lowest(points)]


def _lowest(points: list[Any]) -> Any:
    stacked = np.array(np.broadcast_arrays(*points))
    return np.take_along_axis(stacked, stacked.imag.argmin(axis=0)[None], axis=0)[0]


@dataclass(frozen=True)
class Reaction:
    """How much the floor pushes up (`force`, a band in N, of both sides together where they are alike) on `contact`.

    `point`: the middle of where it touches, in m from the middle of the hip joints.
    """

    contact: Contact
    point: complex
    force: Interval


@dataclass(frozen=True)
class Statics:
    """All that statics allow. `forces`: N, one row for each way to share the weight that cannot be mixed from others,
    one column for each of `points`; `middle`: one way, of the middles (N, one for each contact); `owner`: the number of
    the contact to which a column belongs. `shift`: N m by which the weight above L5-S1 then turns forward more than the
    table of segments says, one for each row; `below`: the same of the weight below it."""

    contacts: list[Contact]
    points: NDArray
    owner: NDArray
    forces: NDArray
    middle: NDArray
    shift: NDArray
    below: NDArray

    @property
    def centres(self) -> NDArray:
        """The middle of where each contact touches, in m from the middle of the hip joints."""
        return np.array([self.points[self.owner == i].mean() for i in range(len(self.contacts))])


def reactions(body: Body, posture: Posture, contacts: Sequence[Contact], load: float = 0.0) -> list[Reaction]:
    """How much of the weight each contact of a settled posture bears, with `load` (kg) in both hands together.

    The middle of a band takes every push in the middle of where the part touches, and a limb that rests as relaxed.
    With more than two places that bear, it is the mean of all that statics allow, and no better than any other number
    of the band. Raises Impossible if nothing supports the body, or if its weight falls outside the supports.
    """
    found = statics(body, posture, contacts, load)
    bands = []
    for i, contact in enumerate(found.contacts):
        total = found.forces[:, found.owner == i].sum(axis=1)
        bands.append(Reaction(contact, found.centres[i], Interval(total.min(), found.middle[i], total.max())))
    return bands


def statics(
    body: Body,
    posture: Posture,
    contacts: Sequence[Contact],
    load: float = 0.0,
    shift: tuple[float, float] = (0.0, 0.0),
    below: tuple[float, float] = (0.0, 0.0),
) -> Statics:
    """All ways to share the weight of one posture.

    `shift` and `below`: from how many to how many N m the weight above L5-S1, and that below it, may turn the body
    forward more than the table of segments says. Raises Impossible.
    """
    require.not_negative(load=load)
    require_finite(posture)
    _require_free_hands(contacts, load)
    if not contacts:
        raise Impossible(_("Nothing supports this posture: name at least one part of the body that touches the floor."))
    bones, named = Bones(body, posture), by_side(posture, contacts)
    touched = [[complex(point) for point in touching(body, bones, contact)[:2]] for contact in named]
    _require_level(named, touched)
    whole = centre([*whole_body(body, posture), *_load(body, bones, posture, load)])
    weight = float(sources.value("gravity") * whole.mass)
    place = float(np.real(whole.place))
    least, most = np.transpose([_range(body, posture, bones, contact, named, touched) for contact in named])
    # A limb that rests presses in one place; a flat part that bears may press at either end.
    spread = [[np.mean(ends)] if one.rests else ends for one, ends in zip(named, touched, strict=True)]
    owner = np.repeat(np.arange(len(named)), [len(ends) for ends in spread])
    points = np.concatenate(spread)
    centres = np.array([np.mean(ends) for ends in touched])
    unsure = np.array([shift, below])
    columns = np.array([[*np.ones(points.size), 0.0, 0.0], [*points.real, -1.0, -1.0]])
    room = np.array([*(most - least)[owner], *np.ptp(unsure, axis=1)])
    turns = weight * place + unsure[:, 0].sum()
    ways = corners(columns, room, np.array([weight - least.sum(), turns - least @ centres.real]))
    if not len(ways):
        raise Impossible(_topples(place, points.real))
    forces = ways[:, :-2] + np.where(np.isinf(most), 0.0, least)[owner]
    shares = np.array([forces[:, owner == i].sum(axis=1) for i in range(len(named))])
    middle = _middle(centres.real, most, weight, place, shares.mean(axis=1))
    return Statics(named, points, owner, forces, middle, *(ways[:, -2:] + unsure[:, 0]).T)


def corners(columns: NDArray, caps: NDArray, sums: NDArray) -> NDArray:
    """All corners of the room of x with `columns` · x = `sums` and 0 ≤ x ≤ `caps`, one a row; none if it is empty.

    `columns`: shape (2, n). At a corner all but two of x are at an end of their range.
    """
    count, found = columns.shape[1], []
    slack = _NOTHING * np.abs(sums).max()
    for pair in combinations(range(count), 2):
        basis = columns[:, pair]
        if abs(np.linalg.det(basis)) < _NOTHING:
            continue
        rest = [i for i in range(count) if i not in pair]
        choices = [(0.0, cap) if 0 < cap < np.inf else (0.0,) for cap in caps[rest]]
        ends = np.array(list(product(*choices)))
        x = np.zeros((len(ends), count))
        x[:, rest] = ends
        x[:, pair] = np.linalg.solve(basis, sums[:, None] - columns[:, rest] @ ends.T).T
        found.append(x[((x >= -slack) & (x <= caps + slack)).all(axis=1)])
    return np.clip(np.vstack(found), 0, None) if found else np.empty((0, count))


def _middle(places: NDArray, caps: NDArray, weight: float, place: float, otherwise: NDArray) -> NDArray:
    """One way to share the weight, of the middles of all contacts, with every limb that rests relaxed: if more than two
    bear, the mean of all corners. `otherwise`: what counts where no such way exists."""
    bears = np.isinf(caps)
    resting = np.where(bears, 0.0, caps)
    left = np.array([weight - resting.sum(), weight * place - resting @ places])
    ways = corners(np.array([np.ones(bears.sum()), places[bears]]), caps[bears], left)
    if not len(ways):
        return otherwise
    resting[bears] = ways.mean(axis=0)
    return resting


def _range(
    body: Body, posture: Posture, bones: Bones, contact: Contact, named: list[Contact], touched: list[list[complex]]
) -> tuple[float, float]:
    """The least and the most (N) with which a contact may press: without end, but where a limb rests. Then the joint
    between it and the rest of the body does nothing, and the floor carries so much of the limb's weight as keeps it
    level; what is light may also be held up, so that it only touches: head, arms, and the feet of who kneels."""
    if not contact.rests:
        return 0.0, np.inf
    joint, limb = _limb(body, posture, bones, contact, named)
    own = centre(limb)
    arm = (np.mean(touched[named.index(contact)]) - joint).real
    share = (own.place - joint).real / arm if arm else 1.0
    sides = 2 if contact.side == "both" and contact.part != "head" else 1
    most = float(sources.value("gravity") * sides * own.mass * np.clip(share, 0, 1))
    return (0.0 if contact.above or kneels(contact, named) else most), most


def kneels(contact: Contact, named: list[Contact]) -> bool:
    """Whether the knee above this foot is on the floor."""
    return contact.part in ON_LEGS and any(o.part == "knee" and o.side in ("both", contact.side) for o in named)


def _limb(
    body: Body, posture: Posture, bones: Bones, contact: Contact, named: list[Contact]
) -> tuple[complex, list[Weight]]:
    """What lies beyond the joint that relaxes where a contact rests: neck, shoulder, or knee if it is on the floor, or
    hip; and that joint."""
    if contact.part == "head":
        return bones.trunk.neck, [head_weight(body, bones.trunk)]
    both = posture.with_both_sides()
    near = contact.side != "far"
    if contact.part in ON_ARMS:
        points = arm_points(body, bones.trunk, posture.arm if near else both.far_arm)
        return points.shoulder, arm_weights(body, points)
    points = leg_points(body, posture, posture.leg if near else both.far_leg)
    pieces = leg_weights(body, points)
    return (points.knee, pieces[1:]) if kneels(contact, named) else (points.hip, pieces)


def _load(body: Body, bones: Bones, posture: Posture, load: float) -> list[Weight]:
    """A load that hangs midway between the hands."""
    near, far = both_arms(body, posture, bones.trunk)
    return [Weight(float(load), (near.grip + far.grip) / 2)] if load else []


def _require_free_hands(contacts: Sequence[Contact], load: float) -> None:
    leaning = [contact.part for contact in contacts if contact.part in ON_ARMS]
    if load and leaning:
        raise Impossible(
            _("A {part} that rests on the floor cannot hold a load of {load} kg.").format(
                part=leaning[0], load=units.spelled(f"{load:g}")
            )
        )


def _require_level(named: list[Contact], touched: list[list[complex]]) -> None:
    """Raise Impossible unless all contacts reach the same floor."""
    heights = [min(point.imag for point in ends) - one.height for one, ends in zip(named, touched, strict=True)]
    high, low = int(np.argmax(heights)), int(np.argmin(heights))
    if heights[high] - heights[low] > _LEVEL:
        apart = units.amount(heights[high] - heights[low], "cm", 2)
        raise Impossible(
            _(
                "Not all touch the same floor: {high} {apart} above {low}; settle the posture on its contacts first."
            ).format(high=named[high].part, apart=apart, low=named[low].part)
        )


def _topples(place: float, supports: NDArray) -> str:
    ahead = place > supports.mean()
    gap = place - supports.max() if ahead else supports.min() - place
    if gap > 0 and ahead:
        told = _("Nobody can stay like this: the weight falls {by} in front of all that bears it.")
    elif gap > 0:
        told = _("Nobody can stay like this: the weight falls {by} behind all that bears it.")
    elif ahead:
        told = _("Nobody can stay like this: the weight falls in front of all that bears it.")
    else:
        told = _("Nobody can stay like this: the weight falls behind all that bears it.")
    return told.format(by=units.amount(gap, "cm", 2))
