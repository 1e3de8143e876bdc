"""The Brier score and its two parts: closed forms, limits, and what holds for all of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab.models.evidence import calibration
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
    assert calibration.brier(sure, right) == pytest.approx(score)


@given(st.lists(st.tuples(SHARE, st.booleans()), min_size=1, max_size=30))
def test_it_is_the_mean_of_the_squares_of_single_predictions(answers):
    sure, came_true = (np.array(column, dtype=float) for column in zip(*answers, strict=True))
    assert calibration.score(sure, came_true) == pytest.approx(np.mean((sure - came_true) ** 2))


@given(SHARE, SHARE)
def test_honesty_is_best(sure, right):
    """No other number costs less than the share that comes true."""
    assert calibration.brier(right, right) <= calibration.brier(sure, right) + 1e-12
    assert 0 <= calibration.brier(sure, right) <= 1
    assert calibration.brier(calibration.UNDECIDED, right) == pytest.approx(0.25)


@given(LEVELS)
def test_the_parts_add_up(levels):
    sure, right, count = zip(*levels, strict=True)
    parts = calibration.reliability(sure, right, count) + calibration.not_known(right, count)
    assert calibration.score(sure, right, count) == pytest.approx(parts)


@given(LEVELS)
def test_putting_levels_together_never_helps_the_part_that_is_not_known(levels):
    """Who tells apart what is known and what is not pays less: Murphy's resolution is never negative."""
    _, right, count = zip(*levels, strict=True)
    overall = np.average(right, weights=count)
    assert calibration.not_known(right, count) <= calibration.not_known(overall) + 1e-12


def test_a_level_counts_as_often_as_it_was_said():
    assert calibration.score([1, 1], [1, 0], [3, 1]) == pytest.approx(0.25)
    assert calibration.reliability([0.9, 0.5], [0.7, 0.5], [10, 10]) == pytest.approx(0.02)


@pytest.mark.parametrize(
    "act",
    [
        lambda: calibration.brier(1.1, 0.5),
        lambda: calibration.brier(0.5, -0.1),
        lambda: calibration.score([0.5], [0.5], [0]),
        lambda: calibration.reliability([0.5], [1.5]),
        lambda: calibration.not_known([0.5], [-1]),
    ],
)
def test_what_cannot_be_is_refused(act):
    with pytest.raises(Impossible):
        act()
