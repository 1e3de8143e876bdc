"""What a prediction costs: how sure somebody was, beside how often it came true.

A prediction that came true has the outcome 1, any other 0. It costs the square of the distance between how sure one was
and the outcome; the mean of all costs is the Brier score. 0 is best, 1 worst; always saying 50 % costs 0.25.

Sources: Brier 1950 (the score, for a question with two outcomes counted once); Murphy 1973 (its parts). How far
checked: **textbook model**. Assumes that all predictions weigh the same.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from jointlab.language import _
from jointlab.models import require

UNDECIDED = 0.5  # as likely as not


def brier(sure: ArrayLike, right: ArrayLike) -> NDArray:
    """The mean cost of predictions of each of which one was so `sure`, and of which a share `right` came true.

    Both are shares from 0 to 1, and broadcast. Raises Impossible for others.
    """
    require.between(0, 1, sure=sure, right=right)
    sure, right = np.asarray(sure, dtype=float), np.asarray(right, dtype=float)
    return right * (1 - sure) ** 2 + (1 - right) * sure**2


def reliability(sure: ArrayLike, right: ArrayLike, count: ArrayLike = 1.0) -> float:
    """The part of the score that is paid for being surer, or less sure, than one is right: Σ n (sure − right)² / Σ n.

    `sure`, `right`, `count`: of each level, how sure one was, the share that came true, how many there were. Raises
    Impossible for shares beyond 0 to 1, or without a prediction.
    """
    require.between(0, 1, sure=sure, right=right)
    return _mean(np.subtract(sure, right) ** 2, count)


def not_known(right: ArrayLike, count: ArrayLike = 1.0) -> float:
    """The part that no choice of words could have saved: Σ n right (1 − right) / Σ n.

    It is small for somebody who puts what is known and what is not known on different levels. Raises Impossible.
    """
    require.between(0, 1, right=right)
    right = np.asarray(right, dtype=float)
    return _mean(right * (1 - right), count)


def score(sure: ArrayLike, right: ArrayLike, count: ArrayLike = 1.0) -> float:
    """The Brier score over several levels, which is the sum of `reliability` and `not_known`. Raises Impossible."""
    return _mean(brier(sure, right), count)


def luck_of_mean(sure: ArrayLike, count: ArrayLike) -> float:
    """Standard deviation of the share that comes true, of somebody whose words fit: √(Σ n s (1 − s)) / Σ n.

    `sure`, `count`: of each level, how sure one was, and how many there were. Assumes that no answer depends on
    another. Raises Impossible.
    """
    sure, count = np.asarray(sure, dtype=float), np.asarray(count, dtype=float)
    return float(np.sqrt(not_known(sure, count) / count.sum()))


def luck_of_questions(gap: ArrayLike, count: ArrayLike) -> float:
    """Standard error of the mean gap between share and confidence, Σ n g / Σ n, where the answers to one question hang
    together, as those of a class do that shares an idea: √(k / (k − 1)) √(Σ n² (g − mean)²) / Σ n.

    `gap`, `count`: of each of k questions, at least two. Assumes that the questions do not depend on each other.
    Raises Impossible.
    """
    gap, count = np.asarray(gap, dtype=float), np.asarray(count, dtype=float)
    require.positive(count=count, **{_("the number of questions, less one"): np.size(gap) - 1})
    far = count * (gap - _mean(gap, count))
    return float(np.sqrt(gap.size / (gap.size - 1) * np.sum(far**2)) / count.sum())


def luck_of_reliability(sure: ArrayLike, count: ArrayLike) -> float:
    """What luck alone puts into `reliability`, on average, of somebody whose words fit: Σ s (1 − s) / Σ n.

    Few answers at many levels make it large: no level has the share that it would have in the long run. `sure`,
    `count`: as in `luck_of_mean`. Raises Impossible.
    """
    require.positive(count=count)
    return not_known(sure) * np.size(sure) / float(np.sum(count))


def _mean(costs: ArrayLike, count: ArrayLike) -> float:
    """The mean of the levels' costs, each weighed by how many predictions it has."""
    require.not_negative(count=count)
    weights = np.broadcast_to(np.asarray(count, dtype=float), np.shape(costs))
    require.positive(**{_("the number of predictions"): weights.sum()})
    return float(np.average(costs, weights=weights))
