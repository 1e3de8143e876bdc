"""The Brier score and its two parts: closed forms, limits, and what holds for all of them."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab.models.evidence import brier_score
from jointlab.models.require import Impossible

SHARE = st.floats(0, 1)
LEVELS = st.lists(st.tuples(SHARE, SHARE, st.integers(1, 50)), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("sure", "right", "score"),
    [
        (1.0, 1.0, 0.0),
        (1.0, 0.0, 1.0),
        (0.5, 0.37, 0.25),
        (0.9, 0.7, 0.25),  # Ben of the lesson, who scores as somebody who knows nothing
        (0.7, 0.7, 0.21),
        (0.7, 1.0, 0.09),  # the three worked examples of an encyclopaedia: 100 %, 70 % and rain, 30 % and rain
        (0.3, 1.0, 0.49),
    ],
)
def test_known_scores(sure, right, score):
    assert brier_score.brier(sure, right) == pytest.approx(score)


@given(st.lists(st.tuples(SHARE, st.booleans()), min_size=1, max_size=30))
def test_it_is_the_mean_of_the_squares_of_single_predictions(answers):
    sure, came_true = (np.array(column, dtype=float) for column in zip(*answers, strict=True))
    assert brier_score.score(sure, came_true) == pytest.approx(np.mean((sure - came_true) ** 2))


@given(SHARE, SHARE)
def test_honesty_is_best(sure, right):
    """No other number costs less than the share that comes true."""
    assert brier_score.brier(right, right) <= brier_score.brier(sure, right) + 1e-12
    assert 0 <= brier_score.brier(sure, right) <= 1
    assert brier_score.brier(brier_score.UNDECIDED, right) == pytest.approx(0.25)


@given(LEVELS)
def test_the_parts_add_up(levels):
    sure, right, count = zip(*levels, strict=True)
    parts = brier_score.reliability(sure, right, count) + brier_score.not_known(right, count)
    assert brier_score.score(sure, right, count) == pytest.approx(parts)


@given(LEVELS)
def test_putting_levels_together_never_helps_the_part_that_is_not_known(levels):
    """Who tells apart what is known and what is not pays less: Murphy's resolution is never negative."""
    _, right, count = zip(*levels, strict=True)
    overall = np.average(right, weights=count)
    assert brier_score.not_known(right, count) <= brier_score.not_known(overall) + 1e-12


@pytest.mark.whole
@given(st.lists(st.tuples(st.floats(0.05, 0.95), st.integers(1, 6)), min_size=1, max_size=3))
def test_what_luck_alone_does_is_the_mean_over_all_that_can_come_true(levels):
    """Each number of right answers at each level, weighed by how often it comes to somebody whose words fit."""
    sure, count = zip(*levels, strict=True)
    total, apart, spread = 0.0, 0.0, 0.0
    for right in itertools.product(*(range(n + 1) for n in count)):
        of = list(zip(right, count, sure, strict=True))
        chance = math.prod(math.comb(n, k) * s**k * (1 - s) ** (n - k) for k, n, s in of)
        shares = np.divide(right, count)
        total += chance
        apart += chance * brier_score.reliability(sure, shares, count)
        spread += chance * np.average(np.subtract(shares, sure), weights=count) ** 2
    assert total == pytest.approx(1)
    assert brier_score.luck_of_reliability(sure, count) == pytest.approx(apart)
    assert brier_score.luck_of_mean(sure, count) == pytest.approx(math.sqrt(spread))


@given(st.lists(st.floats(-1, 1), min_size=2, max_size=9), st.integers(1, 30))
def test_questions_with_equally_many_answers_are_a_plain_sample(gaps, count):
    """The standard error of a mean, whatever the number of answers to each: a larger class asks no more questions."""
    plain = np.std(gaps, ddof=1) / math.sqrt(len(gaps))
    assert brier_score.luck_of_questions(gaps, [count] * len(gaps)) == pytest.approx(plain)


def test_the_error_of_questions_is_what_drawing_them_anew_makes():
    """40,000 classes, each asked 12 questions out of a well of them, by 5 to 40 learners."""
    rng = np.random.default_rng(1)
    well, sizes = rng.normal(0.1, 0.3, 500), rng.integers(5, 40, 500)
    drawn = rng.integers(0, 500, (40_000, 12))
    gaps, counts = well[drawn], sizes[drawn]
    means = (gaps * counts).sum(axis=1) / counts.sum(axis=1)
    told = [brier_score.luck_of_questions(g, n) for g, n in zip(gaps[:2000], counts[:2000], strict=True)]
    assert np.sqrt(np.mean(np.square(told))) == pytest.approx(means.std(), rel=0.06)


def test_a_level_counts_as_often_as_it_was_said():
    assert brier_score.score([1, 1], [1, 0], [3, 1]) == pytest.approx(0.25)
    assert brier_score.reliability([0.9, 0.5], [0.7, 0.5], [10, 10]) == pytest.approx(0.02)


@pytest.mark.parametrize(
    "act",
    [
        lambda: brier_score.brier(1.1, 0.5),
        lambda: brier_score.brier(0.5, -0.1),
        lambda: brier_score.score([0.5], [0.5], [0]),
        lambda: brier_score.luck_of_questions([0.1], [30]),
        lambda: brier_score.reliability([0.5], [1.5]),
        lambda: brier_score.not_known([0.5], [-1]),
        lambda: brier_score.luck_of_reliability([0.5], [0]),
        lambda: brier_score.luck_of_mean([0.5], [0]),
        lambda: brier_score.luck_of_mean([1.5], [1]),
    ],
)
def test_what_cannot_be_is_refused(act):
    with pytest.raises(Impossible):
        act()
