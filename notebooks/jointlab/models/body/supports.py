"""A body held straight across two supports, as in a plank: a beam, in the closed form that `contact` is held to.

A level floor pushes straight up on elbows and toes. The two pushes sum to the weight and do not topple it, so the far
support carries the weight times the share of the span that lies between the near one and the centre of mass.

How far checked: *textbook model* (statics of a beam on two supports). Assumes that each support pushes in one place:
a forearm lies along the floor, and may push nearer to the elbow or to the hand.
"""

from typing import Any

import numpy as np

from jointlab import sources
from jointlab.language import _
from jointlab.models import require


def toes_force(mass: Any, centre: Any, elbows: Any, toes: Any) -> Any:
    """What the toes carry (N) of a body of `mass` (kg) in a plank; numbers or arrays that broadcast.

    `centre` of mass, `elbows` and `toes`: places along the body in m, from any one mark. Below 0 the toes would have
    to be held down. Raises Impossible, also if elbows and toes are in one place.
    """
    require.positive(mass=mass)
    require.finite(centre=centre, elbows=elbows, toes=toes)
    why_not = _("two supports in one place cannot hold a beam: move elbows and toes apart")
    share = require.quotient(np.subtract(centre, elbows), np.subtract(toes, elbows), why_not)
    return sources.value("gravity") * np.asarray(mass, dtype=float) * share
