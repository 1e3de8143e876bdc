"""Many studies of one habit, as they would come out: what chance, size and three faults make of a true effect.

Two groups of equal size, people with a habit and others, are looked at once, and somebody judges who has harm. A
**toy model**: no real study stands behind its numbers, and the three faults are the simplest of their kind.

- confounding: hard work with the hands does harm as well, and people with the habit do more of it;
- an examiner who knows who has the habit and finds harm in some of them who have none;
- leavers: some of those whom the habit has harmed have given it up, and are not asked.

A study finds something if its 95 % interval (log-Wald) leaves out 1.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binom

from jointlab.language import _
from jointlab.models import require
from jointlab.models.evidence.effect_sizes import risk_ratio

STUDIES = 200
BASE = 0.2  # share of the others who have harm
HARD_WORK, HARD_WORK_EFFECT = 0.3, 2.0  # share of the others who work hard with their hands; how it multiplies the risk
_SEED = 9


@dataclass(frozen=True)
class Design:
    """So many `people` in each group; the faults as shares: how much more of those with the habit do hard work, in how
    many of them without harm an `examiner` sees some, how many of the harmed were `leavers`.
    """

    people: int
    confounding: float = 0.0
    examiner: float = 0.0
    leavers: float = 0.0

    def __post_init__(self) -> None:
        require.positive(people=self.people)
        require.between(0, 1 - HARD_WORK, confounding=self.confounding)
        require.between(0, 1, examiner=self.examiner)
        require.between(0, 0.99, leavers=self.leavers)


@dataclass(frozen=True, eq=False)
class Studies:
    """Risk ratios of the studies with their intervals, from the least to the largest ratio; three arrays alike."""

    ratio: NDArray
    low: NDArray
    high: NDArray

    @property
    def find_harm(self) -> NDArray:
        """Which of them say that the habit harms."""
        return self.low > 1

    @property
    def find_protection(self) -> NDArray:
        """Which of them say that it protects."""
        return self.high < 1


def seen_risk(effect: float, design: Design) -> float:
    """The share of people with the habit in whom such a study sees harm, if the habit truly multiplies the risk by
    `effect`; of the others it sees `BASE`. Impossible where more than all would have harm.
    """
    require.positive(effect=effect)
    without_work = BASE / (1 + HARD_WORK * (HARD_WORK_EFFECT - 1))
    worked = 1 + (HARD_WORK + design.confounding) * (HARD_WORK_EFFECT - 1)
    risk = without_work * effect * worked
    require.between(0, 1, **{_("the risk of people with the habit"): risk})
    asked = risk * (1 - design.leavers) / (1 - risk * design.leavers)
    return float(asked + design.examiner * (1 - asked))


def simulate(effect: float, design: Design, seed: int = _SEED) -> Studies:
    """`STUDIES` studies of a habit that multiplies the risk by `effect`, always the same for the same `seed`.

    Where a group has no case, or nothing but cases, half a person is added to each of the four counts.
    """
    chance = _chances(seed)
    cases = binom.ppf(chance[0], design.people, seen_risk(effect, design))
    others = binom.ppf(chance[1], design.people, BASE)
    empty = np.minimum(np.minimum(cases, others), design.people - np.maximum(cases, others)) == 0
    people = design.people + 1.0 * empty
    found = risk_ratio(cases + empty / 2, people, others + empty / 2, people)
    order = np.argsort(found.value, kind="stable")
    return Studies(*(np.asarray(part)[order] for part in (found.value, found.low, found.high)))


def _chances(seed: int) -> NDArray:
    """One chance for each group of each study: a slider then moves the studies and does not shuffle them."""
    return np.random.default_rng(seed).random((2, STUDIES))
