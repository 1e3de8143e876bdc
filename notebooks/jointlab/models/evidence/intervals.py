"""What a printed interval says beyond itself: its standard error, how far from nothing, how wide people differ.

A 95 % interval of a difference of means reaches 1.96 standard errors to either side; that of a ratio does so in
logarithms. Two groups of equal size make a standard error of 2 spreads / √(people), if the difference is the same in
all trials: where trials disagree, pooled intervals are wider, and `spread_behind` gives too much.

Differences come on scales that end at 100, 24, 10 or 5, on which more may be better or worse. `in_points` brings them
to points of 100 with one sign: below 0 is better. It stretches the scale; that the steps of two scales feel alike is
assumed. A standardised difference counts in spreads, and becomes points when the spread is known.

How far checked: **textbook model**, **checked against papers** (z and p of printed intervals, a review's own
translation of an effect size into points).
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import norm

from jointlab.models import require
from jointlab.models.interval import Interval

HUNDRED = 100.0


def standard_error(low: ArrayLike, high: ArrayLike, confidence: float = 0.95) -> NDArray:
    """The standard error behind the interval from `low` to `high` of a difference, in the same unit."""
    require.finite(low=low, high=high)
    require.positive(**{"high minus low": np.subtract(high, low)})
    require.between(0.5, 0.999, confidence=confidence)
    return np.subtract(high, low) / (2 * norm.isf((1 - confidence) / 2))


def ratio_standard_error(low: ArrayLike, high: ArrayLike, confidence: float = 0.95) -> NDArray:
    """The standard error of the logarithm of a ratio with the interval from `low` to `high`."""
    require.positive(low=low, high=high)
    return standard_error(np.log(low), np.log(high), confidence)


def two_sided_p(value: ArrayLike, error: ArrayLike) -> NDArray:
    """How often chance alone lies as far from 0 as `value`, whose standard error is `error`."""
    require.finite(value=value)
    require.positive(error=error)
    return 2 * norm.sf(np.abs(np.divide(value, error)))


def spread_behind(error: ArrayLike, people: ArrayLike) -> NDArray:
    """The standard deviation among `people`, in two groups of equal size, whose difference has this standard error."""
    require.positive(error=error, people=people)
    return np.multiply(error, np.sqrt(people)) / 2


def in_points(difference: Interval, end: float, more_is_better: bool = False) -> Interval:
    """A difference on a scale from 0 to `end` in points of 100, turned so that below 0 is better."""
    require.finite(low=difference.low, middle=difference.middle, high=difference.high)
    require.positive(end=end)
    return _turned(difference, HUNDRED / end, more_is_better)


def in_spreads(difference: Interval, more_is_better: bool = False) -> Interval:
    """A standardised difference turned so that below 0 is better."""
    return _turned(difference, 1.0, more_is_better)


def translated(standardised: Interval, spread: Interval) -> Interval:
    """A standardised difference in points, for a `spread` among people that is known between two ends, above 0."""
    require.positive(spread=spread.low)
    return standardised * spread


def _turned(difference: Interval, factor: float, over: bool) -> Interval:
    return difference * Interval.exactly(-factor if over else factor)
