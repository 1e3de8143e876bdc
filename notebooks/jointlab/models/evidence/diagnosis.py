"""What a yes-or-no test is worth: its four kinds of people, its predictive values, its likelihood ratios.

Shares run from 0 to 1. Everything broadcasts. Assumes that the truth of every person is known, and that sensitivity
and specificity belong to the test alone. The second is often wrong: both change with the people who are tested
(spectrum bias), so a test's figures hold for the setting in which they were found.

How far checked: **textbook model**, **checked against papers** (a questionnaire among pregnant women; red flags of back
pain).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from jointlab.language import _
from jointlab.models import require
from jointlab.models.require import quotient


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
        """Positive predictive value: the share of the flagged who have it. Impossible if nobody is flagged."""
        return quotient(self.hits, self.flagged, _("nobody is flagged, so a flag has no predictive value"))

    @property
    def npv(self) -> NDArray:
        """Negative predictive value: the share of the unflagged who do not have it. Impossible if all are flagged."""
        return quotient(
            self.cleared, self.unflagged, _("everybody is flagged, so a missing flag has no predictive value")
        )


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
    """The share of the flagged who have it (Bayes). Impossible if nobody is flagged."""
    return confusion(base_rate, sensitivity, specificity).ppv


def likelihood_ratio(sensitivity: ArrayLike, specificity: ArrayLike) -> NDArray:
    """LR+: how many times a flag multiplies the odds, sensitivity / (1 − specificity).

    Impossible at a specificity of 1, where it has no end.
    """
    require.between(0, 1, sensitivity=sensitivity, specificity=specificity)
    return quotient(
        np.asarray(sensitivity, dtype=float),
        np.subtract(1, specificity),
        _("specificity is 1, so the likelihood ratio has no end"),
    )


def absent_likelihood_ratio(sensitivity: ArrayLike, specificity: ArrayLike) -> NDArray:
    """LR−: how many times a flag that is missing multiplies the odds, (1 − sensitivity) / specificity.

    Impossible at a specificity of 0, where everybody without it is flagged.
    """
    require.between(0, 1, sensitivity=sensitivity, specificity=specificity)
    return quotient(
        np.subtract(1, sensitivity),
        np.asarray(specificity, dtype=float),
        _("specificity is 0, so only people who have it can be without a flag"),
    )


def post_test_probability(chance: ArrayLike, ratio: ArrayLike) -> NDArray:
    """The chance after a finding that multiplies the odds by `ratio` (a likelihood ratio), from the chance before.

    Odds are p / (1 − p); ratio · odds, turned back into a chance. It holds for any number of findings one after the
    other, as long as they come independently of each other in those who have it and in those who have not.
    """
    require.between(0, 1, chance=chance)
    require.not_negative(ratio=ratio)
    have = np.multiply(ratio, chance)
    return quotient(have, have + np.subtract(1, chance), _("the finding rules out what is certain"))
