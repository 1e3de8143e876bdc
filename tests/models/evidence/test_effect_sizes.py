"""Ratios and shares with their intervals: published tables, limits, and properties over whole ranges."""

from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab import sources
from jointlab.models.evidence import effect_sizes


def within_one_in_the_last(value, printed):
    """Whether `value` rounds to what is `printed`, give or take one in the last digit."""
    decimals = len(printed.split(".")[1])
    return abs(float(value) - float(printed)) <= 1.01 * 10**-decimals


@pytest.mark.papercheck
@pytest.mark.parametrize(
    ("hits", "people", "printed"),
    [
        (74, 300, (".247", ".201", ".298")),
        (43, 46, (".935", ".825", ".978")),
        (33, 46, (".717", ".575", ".827")),
        (34, 37, (".919", ".787", ".972")),
        (104, 388, (".268", ".226", ".314")),  # students in Brazil
    ],
)
def test_wilson_intervals(hits, people, printed):
    low, high = effect_sizes.wilson(hits, people)
    assert all(within_one_in_the_last(*pair) for pair in zip((hits / people, low, high), printed, strict=True))


@pytest.mark.papercheck  # Swezey & Swezey 1975: 1 of 15 knuckle crackers, 5 of 13 others; the intervals of both ratios.
def test_ratios_of_a_published_table():
    risk, odds = effect_sizes.risk_ratio(1, 15, 5, 13), effect_sizes.odds_ratio(1, 14, 5, 8)
    printed = (".1733", ".0231", "1.2995"), (".1143", ".0113", "1.158")
    for ratio, words in zip((risk, odds), printed, strict=True):
        found = (ratio.value, ratio.low, ratio.high)
        assert all(within_one_in_the_last(*pair) for pair in zip(found, words, strict=True))


@pytest.mark.papercheck  # Hershkovich et al. 2022: 1355 with hypermobility, 44,755 with back pain, OR 2.912.
def test_the_table_behind_a_published_odds_ratio():
    both = effect_sizes.exposed_cases(2.912, 1355, 44_755, 1_220_073)
    assert both == pytest.approx(135, abs=0.05)
    table = (135, 1355 - 135, 44_755 - 135, 1_220_073 - 1355 - 44_755 + 135)
    row, ratio = sources.association("recruit_back_pain"), effect_sizes.odds_ratio(*table)
    assert ratio.value == pytest.approx(row.value, abs=5e-4)
    assert (ratio.low, ratio.high) == pytest.approx((row.low, row.high), abs=5e-3)


@pytest.mark.parametrize(("hits", "people"), [(74, 300), (1, 15), (23, 40), (9, 10)])
def test_wilsons_ends_are_the_shares_from_which_the_found_one_lies_just_so_far(hits, people):
    """Its definition, without scipy: the found share is 1.96 standard errors of the end away from the end."""
    z = NormalDist().inv_cdf(0.975)
    for end in effect_sizes.wilson(hits, people):
        assert abs(hits / people - end) == pytest.approx(z * (end * (1 - end) / people) ** 0.5, rel=1e-9)


def test_wilson_at_the_ends():
    assert effect_sizes.wilson(0, 10)[0] == 0
    assert effect_sizes.wilson(10, 10)[1] == 1
    assert effect_sizes.wilson(0, 10)[1] > 0.2


def test_an_odds_ratio_of_1_shares_the_cases_out_evenly():
    assert effect_sizes.exposed_cases(1.0, 200, 50, 1000) == pytest.approx(10)


@given(*[st.integers(1, 500)] * 4)
def test_the_interval_of_an_odds_ratio_holds_it_and_turns_round_with_the_table(a, b, c, d):
    ratio, other = effect_sizes.odds_ratio(a, b, c, d), effect_sizes.odds_ratio(c, d, a, b)
    assert ratio.low < ratio.value < ratio.high
    assert (other.value, other.low, other.high) == pytest.approx((1 / ratio.value, 1 / ratio.high, 1 / ratio.low))
    both = effect_sizes.exposed_cases(float(ratio.value), a + b, a + c, a + b + c + d)
    assert both == pytest.approx(a, rel=1e-6)


@given(st.floats(1.05, 20), st.floats(0.001, 0.9).filter(lambda p: abs(p - 0.05) > 1e-9))
def test_an_interval_from_p_excludes_1_exactly_when_p_is_below_5_percent(value, p):
    for ratio in (effect_sizes.ratio_from_p(value, p), effect_sizes.ratio_from_p(1 / value, p)):
        assert (ratio.low > 1 or ratio.high < 1) == (p < 0.05)
