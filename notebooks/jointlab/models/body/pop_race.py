"""A toy of a race: a twist grows until the first of five joints pops.

A push is aimed at one joint. There the twisting moment is whole; on each next joint, a share `reach` of it. Each joint
pops at an angle of its own, drawn anew for every twist: log-normal, around a `typical` angle, with a coefficient of
variation `spread`. As the twist grows, the joint that needs the smallest push wins. A joint that has popped before
does not take part.

With the law of `lumbar_chain` the push that a joint needs follows from its angle: nothing has to be followed in time.

How far checked: *toy model*; the race against exact limits (no spread; a push that reaches all alike). Nobody measured
at which angle a joint of the lower back pops, how that varies, or how a push is shared; real thrusts make several
joints pop. The toy shows what would follow, and which numbers are missing.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from jointlab.language import _
from jointlab.models import require
from jointlab.models.body.lumbar_chain import Chain
from jointlab.models.require import Impossible

TWISTS = 10_000
SEED = 7


@cache
def luck(joints: int) -> NDArray:
    """Chance, drawn once: standard normal numbers (TWISTS, joints)."""
    drawn = np.random.default_rng(SEED).standard_normal((TWISTS, joints))
    drawn.setflags(write=False)
    return drawn


def arriving(joints: int, aim: int, reach: float) -> NDArray:
    """Share of the push that arrives at each joint, if it is aimed at the joint `aim` (counted from 0)."""
    require.between(0, 1, reach=reach)
    if not 0 <= aim < joints:
        raise Impossible(
            _("aim must be one of the {joints} joints, counted from 0; got {aim}.").format(joints=joints, aim=aim)
        )
    return np.asarray(reach, dtype=float) ** np.abs(np.arange(joints) - aim)


def pushes(joints: Chain, typical: NDArray, aim: int, reach: float, spread: float) -> NDArray:
    """The push (N m, where it is aimed) that each joint needs to pop in each twist, (TWISTS, joints).

    `typical`: median angle (degrees) at which each pops.
    """
    require.positive(reach=reach, typical=typical)
    require.not_negative(spread=spread)
    wide = np.sqrt(np.log1p(spread**2))
    critical = typical * np.exp(wide * luck(len(typical)))
    return joints.stiffness * joints.moments(critical) / arriving(len(typical), aim, reach)


def race(needed: NDArray, popped: NDArray) -> NDArray:
    """Share of the twists in which each joint pops first; `popped`: joints that do not take part, one truth for each.

    Raises Impossible if none is left.
    """
    if popped.all():
        raise Impossible(_("One joint at least must be left that has not popped."))
    first = np.argmin(np.where(popped, np.inf, needed), axis=1)
    return np.bincount(first, minlength=needed.shape[1]) / len(needed)
