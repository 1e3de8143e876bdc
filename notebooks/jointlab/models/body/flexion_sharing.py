"""How the lumbar levels share a bend of the lower back: two published rules, which disagree.

Both come from musculoskeletal models, and both assume that each level takes a fixed share of the whole bend, forward
and backward alike. One lets the lower levels bend most, the other the upper ones. They do not even share out the
same bend: one counts from T12 to S1, the other has no joint between T12 and L1. X-rays of healthy people showed about
14 degrees of forward and backward bend together at each level, the lower ones slightly more (observation
`level_range`), and people differ; so an angle from one rule alone is no measurement of a level.

How far checked: *textbook model* (shares as shipped with two models), *checked against papers* (their sums and ends).
Sources: Beaucage-Gauvreau 2019, doi 10.1080/10255842.2018.1564819; Christophy 2012, doi 10.1007/s10237-011-0290-6.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np

from jointlab import sources
from jointlab.language import _
from jointlab.models import require
from jointlab.models.body.kinematics import level_shares
from jointlab.models.require import Impossible

# What a rule is called, and the entry of references.bib that it comes from.
RULES = {"Beaucage-Gauvreau 2019": "beaucage2019", "Christophy 2012": "christophy2012"}

_CHRISTOPHY = {
    "L5-S1": "christophy_share_l5_s1",
    "L4-L5": "christophy_share_l4_l5",
    "L3-L4": "christophy_share_l3_l4",
    "L2-L3": "christophy_share_l2_l3",
    "L1-L2": "christophy_share_l1_l2",
}


def shares(rule: str) -> Mapping[str, float]:
    """Share of each level in lumbar flexion by a rule of RULES, from L5-S1 upwards; they sum to 1.

    A level that is not named does not bend by that rule. Raises Impossible if there is no such rule.
    """
    if rule == "Beaucage-Gauvreau 2019":
        return level_shares()
    if rule == "Christophy 2012":
        return {level: sources.value(row) for level, row in _CHRISTOPHY.items()}
    raise Impossible(
        _("There is no rule called {rule!r}: choose one of {rules}.").format(rule=rule, rules=", ".join(RULES))
    )


def level_angles(flexion: Any, rule: str) -> Mapping[str, Any]:
    """Angle (degrees) of each level when the lower back bends by `flexion` (degrees, backward below 0; any shape).

    Raises Impossible.
    """
    require.finite(flexion=flexion)
    return {level: share * np.asarray(flexion, dtype=float) for level, share in shares(rule).items()}
