"""How much compression a lumbar spine bears: not a limit, but a spread of specimens.

The figures come from the spines of dead people, pressed in machines until something gave, pooled from many studies. A
share of specimens is no person's risk.

Published are the mean, the standard deviation and the range. Three distributions that meet mean and deviation are
compared. The normal one puts 3 % of the specimens below zero, which is absurd; the gamma distribution expects the
weakest and the strongest of 1192 about where they were found, so it is the middle; how far the others depart says how
much is not known.

How far checked: *measured* (mean, deviation, range), spread between them: *textbook model*.
Source: Jäger 2018, doi 10.17179/excli2018-1206.
"""

from typing import Any

import numpy as np
from scipy import stats

from jointlab import sources
from jointlab.models import require
from jointlab.models.interval import Interval


def strength_distributions() -> dict[str, Any]:
    """Distributions of the strength (N) of lumbar specimens with the published mean and deviation.

    "normal", "gamma" and "lognormal", each a frozen distribution of scipy.stats.
    """
    mean = sources.observation("lumbar_strength").value
    deviation = sources.observation("lumbar_strength_sd").value
    relative = (deviation / mean) ** 2
    sigma = np.sqrt(np.log1p(relative))
    return {
        "normal": stats.norm(mean, deviation),
        "gamma": stats.gamma(1 / relative, scale=mean * relative),
        "lognormal": stats.lognorm(sigma, scale=mean * np.exp(-(sigma**2) / 2)),
    }


def share_weaker(compression: Any) -> Interval:
    """Share (0 to 1) of lumbar specimens that fail below a `compression` (N); a number or an array.

    The middle is the gamma distribution, the band spans all three. Raises Impossible.
    """
    require.not_negative(compression=compression)
    shares = {name: spread.cdf(compression) for name, spread in strength_distributions().items()}
    every = np.stack(list(shares.values()))
    return Interval(every.min(axis=0), shares["gamma"], every.max(axis=0))
