"""What a yes-or-no test is worth: its four kinds of people, its predictive values, and how far two examiners agree.

Shares run from 0 to 1. Everything but `wilson` broadcasts. Assumes that the truth of every person is known, and that
sensitivity and specificity belong to the test alone. The second is often wrong: both change with the people who are
tested (spectrum bias), so a test's figures hold for the setting in which they were found.

How far checked: **textbook model**, **checked against papers** (Wilson intervals, kappa of two studies of
hypermobility, a 2 × 2 table rebuilt from a published one).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import brentq
from scipy.stats import binomtest, norm

from jointlab.models import require


@dataclass(frozen=True)
class Confusion:
    """How many people are what, and are called what.

    `hits` have it and are flagged, `misses` have it and are not; `false_alarms` have it not and are flagged,
    `cleared` have it not and are not flagged.
    """

    hits: NDArray
    misses: NDArray
    false_alarms: NDArray
    cleared: NDArray

    @property
    def flagged(self) -> NDArray:
        """All people who are flagged, rightly or wrongly."""
        return self.hits + self.false_alarms

    @property
    def unflagged(self) -> NDArray:
        """All people who are not."""
        return self.misses + self.cleared

    @property
    def ppv(self) -> NDArray:
        """Positive predictive value: the share of the flagged who have it. ValueError if nobody is flagged."""
        return _share(self.hits, self.flagged, "nobody is flagged, so a flag has no predictive value")

    @property
    def npv(self) -> NDArray:
        """Negative predictive value: the share of the unflagged who do not have it. ValueError if all are flagged."""
        return _share(self.cleared, self.unflagged, "everybody is flagged, so a missing flag has no predictive value")


def confusion(
    base_rate: ArrayLike, sensitivity: ArrayLike, specificity: ArrayLike, people: ArrayLike = 1.0
) -> Confusion:
    """The four groups among so many `people` of whom a share `base_rate` has what the test looks for.

    `sensitivity`: share of those who have it that is flagged; `specificity`: share of the others that is not.
    """
    require.between(0, 1, base_rate=base_rate, sensitivity=sensitivity, specificity=specificity)
    require.positive(people=people)
    have = np.multiply(people, base_rate)
    others = np.multiply(people, np.subtract(1, base_rate))
    missed, wrongly = np.subtract(1, sensitivity), np.subtract(1, specificity)
    return Confusion(have * sensitivity, have * missed, others * wrongly, others * specificity)


def positive_predictive_value(base_rate: ArrayLike, sensitivity: ArrayLike, specificity: ArrayLike) -> NDArray:
    """The share of the flagged who have it (Bayes). ValueError if nobody is flagged."""
    return confusion(base_rate, sensitivity, specificity).ppv


def likelihood_ratio(sensitivity: ArrayLike, specificity: ArrayLike) -> NDArray:
    """LR+: how many times a flag multiplies the odds, sensitivity / (1 − specificity).

    ValueError at a specificity of 1, where it has no end.
    """
    require.between(0, 1, sensitivity=sensitivity, specificity=specificity)
    return _share(
        np.asarray(sensitivity, dtype=float),
        np.subtract(1, specificity),
        "specificity is 1, so the likelihood ratio has no end",
    )


def _share(part: NDArray, whole: NDArray, why_not: str) -> NDArray:
    if np.any(np.asarray(whole) == 0):
        raise ValueError(f"{why_not[0].upper()}{why_not[1:]}.")
    return part / whole


def wilson(hits: int, people: int, confidence: float = 0.95) -> tuple[float, float]:
    """Wilson's interval for the share `hits` / `people` (whole numbers)."""
    require.not_negative(hits=hits, **{"people minus hits": np.subtract(people, hits)})
    require.positive(people=people)
    interval = binomtest(int(hits), int(people)).proportion_ci(confidence, method="wilson")
    return float(interval.low), float(interval.high)


def chance_agreement(prevalence: ArrayLike) -> NDArray:
    """How often two examiners agree by luck if each says yes to a share `prevalence`: p² + (1 − p)²."""
    require.between(0, 1, prevalence=prevalence)
    return np.square(prevalence) + np.square(np.subtract(1, prevalence))


def kappa(agreement: ArrayLike, prevalence: ArrayLike) -> NDArray:
    """Cohen's kappa of two examiners who agree on a share `agreement` and both say yes to a share `prevalence`.

    0 is what luck gives, 1 is full agreement, below 0 is worse than luck. ValueError at a prevalence of 0 or 1, and
    for less agreement than two such examiners cannot avoid, |1 − 2p|.
    """
    require.between(0, 1, agreement=agreement)
    luck = chance_agreement(prevalence)
    value = _share(np.subtract(agreement, luck), 1 - luck, "all get the same answer, so kappa has no value")
    _unavoidable(agreement, prevalence)
    return value


def agreement(kappa: ArrayLike, prevalence: ArrayLike) -> NDArray:
    """The share of people on whom two examiners agree, from their kappa: the inverse of `kappa`."""
    require.between(-1, 1, kappa=kappa)
    luck = chance_agreement(prevalence)
    share = luck + np.multiply(kappa, 1 - luck)
    _unavoidable(share, prevalence)
    return share


def _unavoidable(agreement: ArrayLike, prevalence: ArrayLike) -> None:
    """ValueError where two examiners with the same prevalence cannot disagree as often as said."""
    least = np.abs(1 - np.multiply(2, prevalence))
    require.not_negative(**{"agreement minus |1 − 2·prevalence|": np.subtract(agreement, least) + 1e-12})


@dataclass(frozen=True)
class Examiners:
    """Two examiners' verdicts as shares of all people: `both_yes`, `both_no`, and `split` where they differ."""

    both_yes: NDArray
    both_no: NDArray
    split: NDArray

    @property
    def agreement(self) -> NDArray:
        """The share of people on whom they agree."""
        return self.both_yes + self.both_no

    @property
    def prevalence(self) -> NDArray:
        """The share of people to whom each of them says yes."""
        return self.both_yes + self.split / 2


def two_examiners(base_rate: ArrayLike, slips: ArrayLike) -> Examiners:
    """Two examiners of people of whom a share `base_rate` has it; each misjudges a share `slips`, unlike the other.

    A toy model: equally careful examiners, who slip as often with those who have it as with those who have not.
    """
    require.between(0, 1, base_rate=base_rate, slips=slips)
    right, wrong = np.square(np.subtract(1, slips)), np.square(slips)
    others = np.subtract(1, base_rate)
    both_yes, both_no = base_rate * right + others * wrong, others * right + base_rate * wrong
    return Examiners(both_yes, both_no, 1 - both_yes - both_no)


def examiners_behind(kappa: ArrayLike, prevalence: ArrayLike) -> tuple[NDArray, NDArray]:
    """The base rate and the slips with which `two_examiners` have this kappa and both say yes to a share `prevalence`.

    ValueError if they agree on no more than half of the people: then nothing can be told from their verdicts; and if
    they say yes more seldom, or no, than such slips alone would make them.
    """
    agreed = agreement(kappa, prevalence)
    require.positive(**{"agreement minus one half": np.subtract(agreed, 0.5)})
    slips = (1 - np.sqrt(2 * agreed - 1)) / 2
    base_rate = (prevalence - slips) / (1 - 2 * slips)
    require.between(0, 1, **{"the base rate behind this kappa": base_rate})
    return base_rate, slips


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

    ValueError if a group has no case, because the interval then has no end.
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

    `a` and `c` are people with the outcome, `b` and `d` without. ValueError if one is 0.
    """
    require.positive(a=a, b=b, c=c, d=d)
    spread = np.sqrt(sum(np.divide(1.0, count) for count in (a, b, c, d)))
    return _log_interval(np.multiply(a, d) / np.multiply(b, c), spread, confidence)


def ratio_from_p(value: ArrayLike, p: ArrayLike, confidence: float = 0.95) -> Ratio:
    """A published ratio and its two-sided p, with the log-Wald interval that belongs to them.

    ValueError for a ratio of 1, whose p of 1 says nothing of its spread.
    """
    require.positive(value=value, p=p)
    require.positive(**{"1 minus p": np.subtract(1, p), "distance of the ratio from 1": np.abs(np.log(value))})
    return _log_interval(np.asarray(value, dtype=float), np.abs(np.log(value)) / norm.isf(np.divide(p, 2)), confidence)


def _log_interval(value: NDArray, spread: NDArray, confidence: float) -> Ratio:
    reach = np.exp(norm.isf((1 - confidence) / 2) * spread)
    return Ratio(value, value / reach, value * reach)


def exposed_cases(odds_ratio: float, exposed: float, cases: float, people: float) -> float:
    """How many of the `exposed` are cases, when the margins of a 2 × 2 table and its odds ratio are published.

    Exactly one number fits. ValueError if the margins cannot be.
    """
    require.positive(odds_ratio=odds_ratio, exposed=exposed, cases=cases)
    require.positive(**{"people minus exposed": people - exposed, "people minus cases": people - cases})

    def misfit(both: float) -> float:
        return both * (people - exposed - cases + both) - odds_ratio * (exposed - both) * (cases - both)

    return float(brentq(misfit, max(0.0, exposed + cases - people), min(exposed, cases)))
