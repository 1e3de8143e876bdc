"""Regression to the mean: the closed form against quadrature, drawn people and days against the closed form."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import norm

from jointlab.models.evidence.regression import (
    MOST,
    Group,
    advantage,
    diary,
    excess,
    expected_change,
    expected_later,
    picked,
    threshold,
)

shares, spreads, steady = st.floats(0.001, 1), st.floats(0.1, 3), st.floats(0, 1)
points = st.floats(0, 10)


def luck(people, seed=1):
    rng = np.random.default_rng(seed)
    return np.array([rng.random(people), rng.standard_normal(people)])


@given(shares, points, spreads)
def test_so_many_days_lie_above_the_threshold(share, usual, spread):
    assert norm.sf(threshold(share, usual, spread), usual, spread) == pytest.approx(share)


@pytest.mark.parametrize("share", [0.001, 0.02, 0.1, 0.5, 0.9, 1.0])
@pytest.mark.parametrize("spread", [0.3, 1.4])
def test_the_excess_is_the_mean_of_the_upper_tail(share, spread):
    low = float(threshold(share, 0, spread))
    mean, _ = quad(lambda x: x * norm.pdf(x, 0, spread) / share, max(low, -12 * spread), 12 * spread)
    assert excess(share, spread) == pytest.approx(mean, abs=1e-7)


def test_the_tenth_worst_days_lie_1_75_spreads_above_usual():
    """Tables of the normal distribution: z = 1.2816, density 0.17550."""
    assert threshold(0.1, 0, 1) == pytest.approx(1.28155, abs=1e-4)
    assert excess(0.1, 1) == pytest.approx(1.7550, abs=1e-4)
    assert expected_change(0.1, 2, 0.25) == pytest.approx(-0.75 * 2 * 1.7550, abs=1e-3)


@given(shares, spreads, steady)
def test_nothing_at_all_never_makes_picked_people_worse(share, spread, steadiness):
    assert expected_change(share, spread, steadiness) <= 1e-12
    assert expected_change(1.0, spread, steadiness) == pytest.approx(0, abs=1e-12), "nobody was picked"
    assert expected_change(share, spread, 1.0) == 0, "what stays as it is does not return"


@given(shares, spreads, steady, st.floats(0.01, 0.9))
def test_the_worse_the_day_and_the_less_steady_the_pain_the_larger_the_fall(share, spread, steadiness, less):
    assert expected_change(share * less, spread, steadiness) <= expected_change(share, spread, steadiness) + 1e-12
    assert expected_change(share, spread, steadiness * less) <= expected_change(share, spread, steadiness) + 1e-12


@given(points, steady, points)
def test_what_is_expected_lies_between_usual_and_worst(usual, steadiness, worst):
    later = expected_later(usual, steadiness, worst)
    assert min(usual, worst) - 1e-9 <= later <= max(usual, worst) + 1e-9
    assert expected_later(usual, 0, worst) == usual
    assert expected_later(usual, 1, worst) == pytest.approx(worst)


@pytest.mark.parametrize(("share", "spread", "steadiness"), [(0.05, 0.8, 0.0), (0.2, 1.2, 0.5), (1.0, 1.0, 0.3)])
@pytest.mark.parametrize("effect", [0.0, 0.7])
def test_drawn_people_do_as_the_formula_says(share, spread, steadiness, effect):
    """400,000 of them, so far from the ends of the scale that these do not matter."""
    group = picked(share, 5.0, spread, steadiness, luck(400_000), effect)
    assert group.before.min() >= threshold(share, 5.0, spread) - 1e-9
    assert group.before.mean() == pytest.approx(5 + excess(share, spread), abs=0.01)
    assert group.fall == pytest.approx(effect - expected_change(share, spread, steadiness), abs=0.012)
    rest = group.after - expected_later(5.0, steadiness, group.before)
    assert rest.std() == pytest.approx(spread * math.sqrt(1 - steadiness**2), rel=0.01)
    slope, start = np.polyfit(group.before, group.after + effect, 1)
    assert slope == pytest.approx(steadiness, abs=0.03)
    assert slope * 5 + start == pytest.approx(5, abs=0.05)


def test_pain_does_not_fall_below_nothing():
    group = picked(0.1, 2.0, 1.5, 0.0, luck(1000), effect=3.0)
    assert group.after.min() == 0
    assert picked(0.01, 9.0, 1.5, 0.0, luck(1000)).before.max() == MOST


def test_a_long_diary_has_the_spread_and_the_steadiness_that_were_asked_for():
    days = diary(5.0, 0.9, 0.4, 3, np.random.default_rng(2).standard_normal(200_000))
    assert (days.mean(), days.std()) == (pytest.approx(5, abs=0.02), pytest.approx(0.9, abs=0.01))
    assert np.corrcoef(days[:-3], days[3:])[0, 1] == pytest.approx(0.4, abs=0.01)
    assert np.corrcoef(days[:-1], days[1:])[0, 1] == pytest.approx(0.4 ** (1 / 3), abs=0.01)


def test_bad_days_of_a_diary_fall_as_the_formula_says():
    days = diary(5.0, 0.9, 0.4, 3, np.random.default_rng(3).standard_normal(400_000))
    bad = np.flatnonzero(days[:-3] > threshold(0.1, 5.0, 0.9))
    assert (days[bad + 3] - days[bad]).mean() == pytest.approx(expected_change(0.1, 0.9, 0.4), abs=0.02)


@pytest.mark.whole
def test_the_interval_of_the_advantage_holds_the_truth_95_times_in_100():
    inside = 0
    for seed in range(2000):
        draws = luck(100, seed)
        treated = picked(0.1, 5.0, 1.0, 0.3, draws[:, :50], effect=0.5)
        _, low, high = advantage(treated, picked(0.1, 5.0, 1.0, 0.3, draws[:, 50:]))
        inside += low <= 0.5 <= high
    assert inside / 2000 == pytest.approx(0.95, abs=0.015)


def test_the_advantage_of_known_numbers():
    """Welch, by hand: falls 1, 2, 3 against 0, 0, 3: means 2 and 1, variances 1 and 3."""
    treated, others = (
        Group(np.array([4.0, 5, 6]), np.array([3.0, 3, 3])),
        Group(np.array([3.0, 3, 3]), np.array([3.0, 3, 0])),
    )
    more, low, high = advantage(treated, others)
    assert more == pytest.approx(1)
    freedom = (1 / 3 + 1) ** 2 / ((1 / 3) ** 2 / 2 + 1 / 2)
    assert freedom == pytest.approx(3.2)
    assert (low + high) / 2 == pytest.approx(1)
    assert high - more == pytest.approx(3.072 * math.sqrt(4 / 3), rel=0.01)  # t of 3.2 degrees of freedom, by tables


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("share", lambda: threshold(0, 4, 1)),
        ("share", lambda: excess(1.2, 1)),
        ("spread", lambda: excess(0.1, 0)),
        ("usual", lambda: threshold(0.1, math.nan, 1)),
        ("steadiness", lambda: expected_change(0.1, 1, 1.5)),
        ("worst", lambda: expected_later(4, 0.5, math.inf)),
        ("later", lambda: diary(4, 1, 0.5, 0, np.zeros(5))),
        ("steadiness", lambda: diary(4, 1, -0.1, 3, np.zeros(5))),
        ("effect", lambda: picked(0.1, 4, 1, 0.5, luck(3), -1)),
    ],
)
def test_impossible_input_is_named(name, call):
    with pytest.raises(ValueError, match=name):
        call()
