"""Regression to the mean: what becomes by itself of a pain that was picked because it was bad.

Pain (points) goes up and down around what is usual, as a normal distribution with a spread. Of what it lies above
usual, the share `steadiness` is left later, on average; the rest of the later pain is chance. Somebody acts on the
worst share of days only. On those the pain lies higher than usual by the mean of the upper tail of the distribution,

    excess = spread · φ(z) / share,    with a share above z,

and without any treatment it changes by −(1 − steadiness) · excess until later.

How far checked: **textbook model**; drawn people and days against the formula, and the formula against quadrature. That
pain is normal and equally steady on good and bad days is assumed: a real pain has flares, and ends at nothing.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.signal import lfilter
from scipy.special import ndtri
from scipy.stats import t

from jointlab.models import require

MOST = 10.0  # points: the end of the scale; the other is 0
CONFIDENCE = 0.95


def threshold(share: ArrayLike, usual: ArrayLike, spread: ArrayLike) -> NDArray:
    """The pain above which the worst `share` (above 0, to 1) of days lie; −inf if that is all days."""
    _checked(share, usual, spread)
    return usual + spread * ndtri(1 - np.asarray(share, dtype=float))


def excess(share: ArrayLike, spread: ArrayLike) -> NDArray:
    """How far above usual the pain lies on the worst `share` of days, on average."""
    _checked(share, 0.0, spread)
    z = ndtri(1 - np.asarray(share, dtype=float))
    return spread * np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi) / share


def expected_change(share: ArrayLike, spread: ArrayLike, steadiness: ArrayLike) -> NDArray:
    """Mean change of the pain, in points, after days that were picked because they were among the worst `share`."""
    require.between(0, 1, steadiness=steadiness)
    return -(1 - np.asarray(steadiness, dtype=float)) * excess(share, spread)


def expected_later(usual: ArrayLike, steadiness: ArrayLike, worst: ArrayLike) -> NDArray:
    """The pain to be expected later, if nothing is done, of somebody whose pain is `worst` now."""
    require.finite(usual=usual, worst=worst)
    require.between(0, 1, steadiness=steadiness)
    return usual + np.multiply(steadiness, np.subtract(worst, usual))


def diary(usual: float, spread: float, steadiness: float, later: int, luck: NDArray) -> NDArray:
    """Pain (days,) day by day; `luck` (days,): independent numbers of a standard normal distribution.

    What is left after so many days, `later`, is `steadiness`. The scale ends at 0 and MOST.
    """
    _checked(1.0, usual, spread)
    require.between(0, 1, steadiness=steadiness)
    require.positive(later=later)
    next_day = steadiness ** (1 / later)
    steps = np.sqrt(1 - next_day**2) * np.asarray(luck, dtype=float)
    steps[0] = luck[0]  # so that the first day is like any other
    return np.clip(usual + spread * lfilter([1.0], [1.0, -next_day], steps), 0, MOST)


@dataclass(frozen=True, eq=False)
class Group:
    """People who were picked because of their pain: `before` (people,) and some time `after` (people,), in points."""

    before: NDArray
    after: NDArray

    @property
    def fall(self) -> float:
        """By how many points the mean has fallen."""
        return float(self.before.mean() - self.after.mean())


def picked(share: float, usual: float, spread: float, steadiness: float, luck: NDArray, effect: float = 0.0) -> Group:
    """People who are picked on one of their worst days, and whose pain something then lowers by `effect` points.

    `luck` (2, people): for the day, numbers between 0 and 1; for what comes later, of a standard normal distribution.
    Pain cannot fall below 0: who has less than `effect` loses what there is.
    """
    _checked(share, usual, spread)
    require.between(0, 1, steadiness=steadiness)
    require.not_negative(effect=effect)
    day, rest = np.asarray(luck, dtype=float)
    before = usual + spread * ndtri(1 - share * day)
    after = expected_later(usual, steadiness, before) + spread * np.sqrt(1 - steadiness**2) * rest - effect
    return Group(np.clip(before, 0, MOST), np.clip(after, 0, MOST))


def advantage(treated: Group, others: Group) -> tuple[float, float, float]:
    """By how many points more the pain of the `treated` fell, and the ends of its interval (CONFIDENCE; Welch)."""
    falls = [group.before - group.after for group in (treated, others)]
    errors = [np.var(fall, ddof=1) / fall.size for fall in falls]
    error = np.sqrt(sum(errors))
    freedom = sum(errors) ** 2 / sum(one**2 / (fall.size - 1) for one, fall in zip(errors, falls, strict=True))
    half = float(t.ppf((1 + CONFIDENCE) / 2, freedom) * error)
    more = float(falls[0].mean() - falls[1].mean())
    return more, more - half, more + half


def _checked(share: ArrayLike, usual: ArrayLike, spread: ArrayLike) -> None:
    require.positive(share=share, spread=spread)
    require.between(0, 1, share=share)
    require.finite(usual=usual)
