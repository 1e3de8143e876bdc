"""Where to draw a line between people who are sent to a doctor now and people who are not, and what both errors cost.

How alarming somebody looks is a number. Among people with nothing serious it is normally distributed around 0 with a
spread of 1; among those with something serious around `separation`, with the same spread. Who lies above the line is
sent. A person with something serious who is not sent costs `weight` times as much as one who is sent needlessly.

The area under the curve (AUC) of such a test is Φ(separation / √2): how often a serious case looks worse than another
one. Costs are least where the odds of something serious, for somebody who stands on the line, are 1 to `weight`:

    line = separation / 2 + ln((1 − p) / (p · weight)) / separation.

How far checked: **toy model**; the formula against a search, and the area against numbers that were drawn. How alarming
a back looks is no number, and what a missed case weighs is a judgement, not a measurement.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtr, ndtri

from jointlab.language import _
from jointlab.models import require


def separation(area: float) -> float:
    """How far apart the two groups stand if the area under the curve is `area` (above 0.5, below 1)."""
    require.positive(**{_("the area less one half"): area - 0.5, "1 minus the area": 1 - area})
    return float(np.sqrt(2) * ndtri(area))


def sent(line: ArrayLike, separation: ArrayLike) -> tuple[NDArray, NDArray]:
    """The shares above the `line`: of those with something serious (the sensitivity), and of the others."""
    require.finite(line=line, separation=separation)
    return ndtr(np.subtract(separation, line)), ndtr(np.negative(line))


def cost(line: ArrayLike, separation: ArrayLike, base_rate: ArrayLike, weight: ArrayLike) -> tuple[NDArray, NDArray]:
    """What those cost who are missed, and what those cost who are sent needlessly; in needless visits per person."""
    require.between(0, 1, base_rate=base_rate)
    require.positive(weight=weight)
    found, others = sent(line, separation)
    return base_rate * weight * (1 - found), np.subtract(1, base_rate) * others


def cheapest_line(separation: ArrayLike, base_rate: ArrayLike, weight: ArrayLike) -> NDArray:
    """The line at which both errors together cost least. Impossible where nobody, or everybody, is serious."""
    others = np.subtract(1, base_rate)
    require.positive(separation=separation, base_rate=base_rate, weight=weight, **{"1 minus the base rate": others})
    return np.divide(separation, 2) + np.log(others / np.multiply(base_rate, weight)) / separation
