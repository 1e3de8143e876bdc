"""Five lumbar joints in a row: how far each turns under a moment, and how they share a whole turn.

A joint's law, angle θ against moment M: straight through its neutral zone, which ends at a small moment, and from there
on ever stiffer,

    M = k θ + a max(θ − neutral zone, 0)²,

with k and a from two published points, the end of the neutral zone and the range at 10 N m. So it is a textbook shape
through two points: between them nothing was printed. A joint that is `stiffness` times as stiff needs that many times
the moment for the same angle; an infinite stiffness is a joint that is fused.

The joints are in series: each bears the same moment, and their angles add up. What a change of one joint does to its
neighbours hangs on what is held: under the same moment they do not notice, with the same whole angle they make up for
it.

How far checked: *textbook model* through means of ten spines of the dead (*checked against papers* at both points);
assumed: the moment at which a neutral zone ends, and that the printed width is that of one side (the abstract does not
say whether it counts one side or both). Muscles, weight and the coupling of movements are left out.
Source: Yamamoto 1989, doi 10.1097/00007632-198911000-00020.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from jointlab import sources
from jointlab.language import _
from jointlab.models import require
from jointlab.models.require import Impossible

FULL_MOMENT = 10.0  # N m, at which the ranges were measured
JOINTS = ("L5-S1", "L4-L5", "L3-L4", "L2-L3", "L1-L2")  # from below
MOVEMENTS = ("bend", "twist")
_ROWS = {"bend": ("neutral_bending", "flexion"), "twist": ("neutral_twist", "twist")}
_STEPS = 60  # halvings of a search for a moment


@dataclass(frozen=True, eq=False)
class Chain:
    """Joints in a row; `neutral` and `reach` (degrees, at FULL_MOMENT) of each, and how many times as stiff it is made.

    All are lines of one number per joint; `stiffness` may be infinite. Raises Impossible for a joint whose neutral zone
    is no part of its reach, and if all are fused.
    """

    neutral: NDArray
    reach: NDArray
    stiffness: NDArray
    leaves: float  # N m: moment at the end of the neutral zone

    def __post_init__(self) -> None:
        require.positive(neutral=self.neutral, reach=self.reach, leaves=self.leaves)
        if not (self.slope * self.reach < FULL_MOMENT).all() or not (self.neutral < self.reach).all():
            raise Impossible(_("A neutral zone must end before the reach, and take less than the whole moment."))
        if not (self.stiffness > 0).all():
            raise Impossible(_("stiffness must be greater than 0 for every joint."))
        if np.isinf(self.stiffness).all():
            raise Impossible(_("One joint at least must not be fused."))

    @property
    def slope(self) -> NDArray:
        """k of the law, N m per degree."""
        return self.leaves / self.neutral

    @property
    def bend(self) -> NDArray:
        """a of the law, N m per degree²."""
        return (FULL_MOMENT - self.slope * self.reach) / (self.reach - self.neutral) ** 2

    def moments(self, angles: ArrayLike) -> NDArray:
        """Moment (N m) on each joint as it is, before any change of stiffness, at its angle (degrees, 0 or more)."""
        require.not_negative(angles=angles)
        return self.slope * angles + self.bend * np.maximum(np.asarray(angles) - self.neutral, 0) ** 2

    def angles(self, moments: ArrayLike) -> NDArray:
        """Angle (degrees) of each joint under a moment (N m, 0 or more): one for all, or one for each."""
        require.not_negative(moments=moments)
        moments = np.asarray(moments, dtype=float) / self.stiffness
        within = moments / self.slope
        # Beyond the neutral zone: a x² + k x − (M − M of its end) = 0 for x, the angle beyond it.
        over = np.maximum(moments - self.leaves, 0)
        beyond = 2 * over / (self.slope + np.sqrt(self.slope**2 + 4 * self.bend * over))
        return np.where(moments <= self.leaves, within, self.neutral + beyond)

    def moment_for(self, whole: float) -> float:
        """Moment (N m) at which the angles add up to `whole` (degrees)."""
        require.not_negative(whole=whole)
        low, high = 0.0, FULL_MOMENT
        while self.angles(high).sum() < whole:
            high *= 2
        for _round in range(_STEPS):
            middle = (low + high) / 2
            low, high = (middle, high) if self.angles(middle).sum() < whole else (low, middle)
        return (low + high) / 2


def chain(movement: str, changed: str = JOINTS[0], stiffness: float = 1.0) -> Chain:
    """The five joints of the lower back in a movement of MOVEMENTS, one of them `stiffness` times as stiff.

    Raises Impossible if there is no such movement or joint.
    """
    for name, given, known in (("movement", movement, MOVEMENTS), ("joint", changed, JOINTS)):
        if given not in known:
            raise Impossible(
                _("There is no {name} called {given!r}: choose one of {known}.").format(
                    name=name, given=given, known=", ".join(known)
                )
            )
    neutral, reach = _published(movement)
    return Chain(
        neutral,
        reach,
        np.where(np.array(JOINTS) == changed, stiffness, 1.0),
        sources.value("neutral_zone_moment"),
    )


@cache
def _published(movement: str) -> tuple[NDArray, NDArray]:
    rows = sources.spine_ranges()
    neutral, reach = (np.array([getattr(rows[joint], part) for joint in JOINTS]) for part in _ROWS[movement])
    return neutral, reach


def motion_share(stiffness: ArrayLike, others: ArrayLike) -> NDArray:
    """Share of a whole turn that one joint takes: its flexibility, 1/`stiffness`, over that of all.

    `others`: 1/stiffness of all other joints, added up, in the unit of 1/`stiffness`; 0 if there are none. Broadcasts.
    """
    require.positive(stiffness=stiffness)
    require.not_negative(others=others)
    return 1 / np.asarray(stiffness, dtype=float) / (1 / np.asarray(stiffness, dtype=float) + others)
