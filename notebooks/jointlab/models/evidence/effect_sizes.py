"""Effect sizes: ratios of risks and odds, and shares, with their intervals.

Everything but `wilson` and `exposed_cases` broadcasts.

How far checked: **textbook model**, **checked against papers** (Wilson intervals, a 2 × 2 table rebuilt from a
published one).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import brentq
from scipy.stats import binomtest, norm

from jointlab.language import _
from jointlab.models import require


@dataclass(frozen=True)
class Ratio:
    """A ratio with its interval."""

    value: NDArray
    low: NDArray
    high: NDArray


def risk_ratio(
    cases: ArrayLike, people: ArrayLike, other_cases: ArrayLike, other_people: ArrayLike, confidence: float = 0.95
) -> Ratio:
    """Risk `cases` / `people` over the risk `other_cases` / `other_people`, with its log-Wald interval.

    Impossible if a group has no case, because the interval then has no end.
    """
    require.positive(cases=cases, people=people, other_cases=other_cases, other_people=other_people)
    for some, all_of_them in ((cases, people), (other_cases, other_people)):
        require.not_negative(**{"people minus cases": np.subtract(all_of_them, some)})
    value = np.divide(cases, people) / np.divide(other_cases, other_people)
    variance = (
        np.divide(1.0, cases) - np.divide(1.0, people) + np.divide(1.0, other_cases) - np.divide(1.0, other_people)
    )
    return _log_interval(value, np.sqrt(variance), confidence)


def odds_ratio(a: ArrayLike, b: ArrayLike, c: ArrayLike, d: ArrayLike, confidence: float = 0.95) -> Ratio:
    """Odds a : b of the exposed over odds c : d of the others, with its log-Wald interval.

    `a` and `c` are people with the outcome, `b` and `d` without. Impossible if one is 0.
    """
    require.positive(a=a, b=b, c=c, d=d)
    spread = np.sqrt(sum(np.divide(1.0, count) for count in (a, b, c, d)))
    return _log_interval(np.multiply(a, d) / np.multiply(b, c), spread, confidence)


def ratio_from_p(value: ArrayLike, p: ArrayLike, confidence: float = 0.95) -> Ratio:
    """A published ratio and its two-sided p, with the log-Wald interval that belongs to them.

    Impossible for a ratio of 1, whose p of 1 says nothing of its spread.
    """
    require.positive(value=value, p=p)
    require.positive(**{"1 minus p": np.subtract(1, p), _("distance of the ratio from 1"): np.abs(np.log(value))})
    return _log_interval(np.asarray(value, dtype=float), np.abs(np.log(value)) / norm.isf(np.divide(p, 2)), confidence)


def _log_interval(value: NDArray, spread: NDArray, confidence: float) -> Ratio:
    reach = np.exp(norm.isf((1 - confidence) / 2) * spread)
    return Ratio(value, value / reach, value * reach)


def exposed_cases(odds_ratio: float, exposed: float, cases: float, people: float) -> float:
    """How many of the `exposed` are cases, when the margins of a 2 × 2 table and its odds ratio are published.

    Exactly one number fits. Impossible if the margins cannot be.
    """
    require.positive(odds_ratio=odds_ratio, exposed=exposed, cases=cases)
    require.positive(**{"people minus exposed": people - exposed, "people minus cases": people - cases})

    def misfit(both: float) -> float:
        return both * (people - exposed - cases + both) - odds_ratio * (exposed - both) * (cases - both)

    return float(brentq(misfit, max(0.0, exposed + cases - people), min(exposed, cases)))


def wilson(hits: int, people: int, confidence: float = 0.95) -> tuple[float, float]:
    """Wilson's interval for the share `hits` / `people` (whole numbers)."""
    require.not_negative(hits=hits, **{"people minus hits": np.subtract(people, hits)})
    require.positive(people=people)
    interval = binomtest(int(hits), int(people)).proportion_ci(confidence, method="wilson")
    return float(interval.low), float(interval.high)
