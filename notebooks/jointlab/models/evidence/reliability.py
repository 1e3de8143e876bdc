"""Inter-rater reliability: how often two examiners agree, by luck and beyond it.

Shares run from 0 to 1. Everything broadcasts. Assumes two examiners who say yes equally often.

How far checked: **textbook model**, **checked against papers** (kappa of two studies of hypermobility); how examiners
slip is a **toy model**.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from jointlab.language import _
from jointlab.models import require
from jointlab.models.require import quotient


def chance_agreement(prevalence: ArrayLike) -> NDArray:
    """How often two examiners agree by luck if each says yes to a share `prevalence`: p² + (1 − p)²."""
    require.between(0, 1, prevalence=prevalence)
    return np.square(prevalence) + np.square(np.subtract(1, prevalence))


def kappa(agreement: ArrayLike, prevalence: ArrayLike) -> NDArray:
    """Cohen's kappa of two examiners who agree on a share `agreement` and both say yes to a share `prevalence`.

    0 is what luck gives, 1 is full agreement, below 0 is worse than luck. Impossible at a prevalence of 0 or 1, and
    for less agreement than two such examiners cannot avoid, |1 − 2p|.
    """
    require.between(0, 1, agreement=agreement)
    luck = chance_agreement(prevalence)
    value = quotient(np.subtract(agreement, luck), 1 - luck, _("all get the same answer, so kappa has no value"))
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
    """Impossible where two examiners with the same prevalence cannot disagree as often as said."""
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

    Impossible if they agree on no more than half of the people: then nothing can be told from their verdicts; and if
    they say yes more seldom, or no, than such slips alone would make them.
    """
    agreed = agreement(kappa, prevalence)
    require.positive(**{"agreement minus one half": np.subtract(agreed, 0.5)})
    slips = (1 - np.sqrt(2 * agreed - 1)) / 2
    base_rate = (prevalence - slips) / (1 - 2 * slips)
    require.between(0, 1, **{_("the base rate behind this kappa"): base_rate})
    return base_rate, slips
