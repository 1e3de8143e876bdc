"""Where a line costs least: the closed form against a search, the area against people who were drawn."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar

from jointlab import sources
from jointlab.models.evidence import diagnosis, two_errors
from jointlab.models.require import Impossible

LINES, APART = st.floats(-3, 5), st.floats(0.2, 4)
RATES, WEIGHTS = st.floats(0.001, 0.5), st.floats(1, 1000)


@pytest.mark.papercheck  # Henschke et al. 2009: the rule of four features for fractures has an area of 0.834.
def test_the_area_is_how_often_a_serious_case_looks_worse():
    area = sources.observation("fracture_rule_auc").value
    apart = two_errors.separation(area)
    assert apart == pytest.approx(1.372, abs=1e-3)
    drawn = np.random.default_rng(3).standard_normal((2, 200_000))
    assert np.mean(drawn[0] + apart > drawn[1]) == pytest.approx(area, abs=3e-3)


@given(LINES, APART)
def test_a_higher_line_sends_fewer_of_both(line, apart):
    found, others = two_errors.sent(line, apart)
    assert found > others
    higher = two_errors.sent(line + 0.1, apart)
    assert higher[0] < found
    assert higher[1] < others


def test_a_line_far_away_sends_all_or_nobody():
    assert two_errors.sent(-40, 1) == pytest.approx((1, 1))
    assert two_errors.sent(40, 1) == pytest.approx((0, 0))
    assert two_errors.cost(40, 1, 0.01, 100) == pytest.approx((1, 0))
    assert two_errors.cost(-40, 1, 0.01, 100) == pytest.approx((0, 0.99))


@given(st.floats(0.5, 3), RATES, WEIGHTS)
def test_no_other_line_costs_less(apart, base_rate, weight):
    best = float(two_errors.cheapest_line(apart, base_rate, weight))

    def total(line):
        return float(sum(two_errors.cost(line, apart, base_rate, weight)))

    found = minimize_scalar(total, bounds=(best - 3, best + 3), method="bounded", options={"xatol": 1e-7})
    assert total(best) <= found.fun * (1 + 1e-6) + 1e-15


@given(st.floats(0.5, 3), RATES, WEIGHTS)
def test_who_stands_on_the_cheapest_line_is_worth_one_visit(apart, base_rate, weight):
    """There the odds of something serious are 1 to the weight of a missed case."""
    line = two_errors.cheapest_line(apart, base_rate, weight)
    taller = np.exp(-((line - apart) ** 2) / 2) / np.exp(-(line**2) / 2)
    chance = diagnosis.post_test_probability(base_rate, taller)
    assert chance / (1 - chance) == pytest.approx(1 / weight, rel=1e-6)


def test_what_cannot_be():
    with pytest.raises(Impossible, match="the area less one half"):
        two_errors.separation(0.5)
    with pytest.raises(Impossible, match="1 minus the base rate"):
        two_errors.cheapest_line(1, 1, 10)
    with pytest.raises(Impossible, match="weight must be"):
        two_errors.cost(1, 1, 0.1, 0)
