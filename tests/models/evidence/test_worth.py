"""What tests, examiners and ratios are worth: published tables, limits, and properties over whole ranges."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab import sources
from jointlab.models.evidence import diagnosis, effect_sizes, reliability

SHARES = st.floats(0.01, 0.99)


def within_one_in_the_last(value, printed):
    """Whether `value` rounds to what is `printed`, give or take one in the last digit."""
    decimals = len(printed.split(".")[1])
    return abs(float(value) - float(printed)) <= 1.01 * 10**-decimals


# ------------------------------------------------------------------ against papers


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


@pytest.mark.papercheck  # Junge et al. 2013: kappa of two ways to test the same children.
@pytest.mark.parametrize(
    ("kappa", "prevalence", "luck", "raw"), [(0.64, 0.42, 0.5128, 0.8246), (0.59, 0.46, 0.5032, 0.7963)]
)
def test_raw_agreement_behind_a_published_kappa(kappa, prevalence, luck, raw):
    assert reliability.chance_agreement(prevalence) == pytest.approx(luck, abs=5e-5)
    assert reliability.agreement(kappa, prevalence) == pytest.approx(raw, abs=5e-5)


@pytest.mark.papercheck  # Swezey & Swezey 1975: 1 of 15 knuckle crackers, 5 of 13 others; the intervals of both ratios.
def test_ratios_of_a_published_table():
    risk, odds = effect_sizes.risk_ratio(1, 15, 5, 13), effect_sizes.odds_ratio(1, 14, 5, 8)
    printed = (".1733", ".0231", "1.2995"), (".1143", ".0113", "1.158")
    for ratio, words in zip((risk, odds), printed, strict=True):
        found = (ratio.value, ratio.low, ratio.high)
        assert all(within_one_in_the_last(*pair) for pair in zip(found, words, strict=True))


@pytest.mark.papercheck  # Schlager et al. 2020: 84.1 and 61.9 %, with 44 of 301 women at 5 points or more.
def test_the_questionnaire_among_pregnant_women():
    sensitivity, specificity = (
        sources.observation(name).value
        for name in ("questionnaire_sensitivity_pregnant", "questionnaire_specificity_pregnant")
    )
    table = diagnosis.confusion(44 / 301, sensitivity, specificity, 301)
    assert (round(float(table.hits)), round(float(table.cleared))) == (37, 159)
    assert table.ppv == pytest.approx(37 / 135, abs=1e-3)
    assert table.npv == pytest.approx(159 / 166, abs=1e-3)
    assert diagnosis.likelihood_ratio(sensitivity, specificity) == pytest.approx(2.21, abs=0.01)


@pytest.mark.papercheck  # Hershkovich et al. 2022: 1355 with hypermobility, 44,755 with back pain, OR 2.912.
def test_the_table_behind_a_published_odds_ratio():
    both = effect_sizes.exposed_cases(2.912, 1355, 44_755, 1_220_073)
    assert both == pytest.approx(135, abs=0.05)
    table = (135, 1355 - 135, 44_755 - 135, 1_220_073 - 1355 - 44_755 + 135)
    row, ratio = sources.association("recruit_back_pain"), effect_sizes.odds_ratio(*table)
    assert ratio.value == pytest.approx(row.value, abs=5e-4)
    assert (ratio.low, ratio.high) == pytest.approx((row.low, row.high), abs=5e-3)


@pytest.mark.papercheck  # Henschke et al. 2009, in people: 942 of 1172 flagged, all 11 serious cases among them.
def test_a_flag_that_most_people_carry():
    table = diagnosis.confusion(11 / 1172, 1.0, 1 - 931 / 1161, 1172)
    assert table.ppv == pytest.approx(0.0117, abs=5e-5)
    assert diagnosis.likelihood_ratio(1.0, 1 - 931 / 1161) == pytest.approx(1.25, abs=5e-3)


# ------------------------------------------------------------------ limits


def test_a_perfect_test_is_always_right_and_a_coin_tells_nothing():
    assert diagnosis.positive_predictive_value(0.2, 1, 1) == 1
    rates = np.linspace(0.01, 0.99, 9)
    assert diagnosis.positive_predictive_value(rates, 0.7, 0.3) == pytest.approx(rates)
    assert diagnosis.likelihood_ratio(0.7, 0.3) == pytest.approx(1)


def test_where_nobody_has_it_every_flag_is_wrong():
    assert diagnosis.positive_predictive_value(0, 0.84, 0.89) == 0
    assert diagnosis.confusion(0, 0.84, 0.89).npv == 1
    assert diagnosis.positive_predictive_value(1, 0.84, 0.89) == 1


def test_kappa_of_luck_is_0_and_of_full_agreement_1():
    prevalence = np.linspace(0.05, 0.95, 7)
    assert reliability.kappa(reliability.chance_agreement(prevalence), prevalence) == pytest.approx(0)
    assert reliability.kappa(1.0, prevalence) == pytest.approx(1)
    assert reliability.kappa(0.9, 0.5) == pytest.approx(0.8)


def test_wilson_at_the_ends():
    assert effect_sizes.wilson(0, 10)[0] == 0
    assert effect_sizes.wilson(10, 10)[1] == 1
    assert effect_sizes.wilson(0, 10)[1] > 0.2


def test_an_odds_ratio_of_1_shares_the_cases_out_evenly():
    assert effect_sizes.exposed_cases(1.0, 200, 50, 1000) == pytest.approx(10)


# ------------------------------------------------------------------ properties


@given(SHARES, SHARES, SHARES, st.floats(1, 1e6))
def test_nobody_gets_lost(base_rate, sensitivity, specificity, people):
    table = diagnosis.confusion(base_rate, sensitivity, specificity, people)
    assert table.flagged + table.unflagged == pytest.approx(people)
    assert table.hits + table.misses == pytest.approx(people * base_rate)
    assert table.hits / (table.hits + table.misses) == pytest.approx(sensitivity)
    assert table.cleared / (table.cleared + table.false_alarms) == pytest.approx(specificity)


@given(SHARES, SHARES, SHARES)
def test_bayes_in_odds_is_bayes_in_people(base_rate, sensitivity, specificity):
    odds = base_rate / (1 - base_rate) * diagnosis.likelihood_ratio(sensitivity, specificity)
    assert diagnosis.positive_predictive_value(base_rate, sensitivity, specificity) == pytest.approx(odds / (1 + odds))


@given(st.floats(0.01, 0.9), SHARES, SHARES)
def test_a_flag_is_worth_more_where_more_people_have_it(base_rate, sensitivity, specificity):
    rates = [base_rate, base_rate + 0.05]
    rising = np.diff(diagnosis.positive_predictive_value(rates, sensitivity, specificity))
    falling = np.diff(diagnosis.confusion(rates, sensitivity, specificity).npv)
    assert rising > 0
    assert falling < 0


@given(st.floats(0, 1), SHARES)
def test_kappa_and_agreement_are_inverse(part, prevalence):
    least = abs(1 - 2 * prevalence)
    agreed = least + part * (1 - least)
    assert -1 <= reliability.kappa(agreed, prevalence) <= 1
    assert reliability.agreement(reliability.kappa(agreed, prevalence), prevalence) == pytest.approx(agreed)


@given(SHARES, st.floats(0, 0.5))
def test_two_examiners_agree_as_often_whoever_they_examine(base_rate, slips):
    seen = reliability.two_examiners(base_rate, slips)
    assert seen.agreement == pytest.approx((1 - slips) ** 2 + slips**2)
    assert seen.agreement + seen.split == pytest.approx(1)
    assert seen.prevalence == pytest.approx(base_rate * (1 - slips) + (1 - base_rate) * slips)


@given(st.floats(0.01, 0.45), st.floats(0.005, 0.45))
def test_kappa_falls_where_fewer_people_have_it_though_nobody_slips_more(base_rate, slips):
    rare, common = (reliability.two_examiners(rate, slips) for rate in (base_rate, base_rate + 0.05))
    assert reliability.kappa(rare.agreement, rare.prevalence) < reliability.kappa(common.agreement, common.prevalence)


@given(st.floats(0.01, 0.99), st.floats(0, 0.45))
def test_examiners_are_found_again_from_their_kappa(base_rate, slips):
    seen = reliability.two_examiners(base_rate, slips)
    found = reliability.examiners_behind(reliability.kappa(seen.agreement, seen.prevalence), seen.prevalence)
    assert found == pytest.approx((base_rate, slips), abs=1e-5)


@pytest.mark.papercheck  # Junge et al. 2013: kappa 0.64 at 42 % is two examiners who each slip with one child in ten.
def test_slips_behind_a_published_kappa():
    base_rate, slips = reliability.examiners_behind(0.64, 0.42)
    assert (base_rate, slips) == pytest.approx((0.4006, 0.0971), abs=1e-3)
    rare = reliability.two_examiners(0.05, slips)
    assert reliability.kappa(rare.agreement, rare.prevalence) == pytest.approx(0.26, abs=5e-3)


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


def test_arrays_are_welcome():
    assert diagnosis.confusion([0.1, 0.2], 0.8, 0.9, 1000).hits == pytest.approx([80, 160])
    assert effect_sizes.risk_ratio([2, 4], 10, 2, 10).value == pytest.approx([1, 2])


# ------------------------------------------------------------------ what cannot be


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        (lambda: diagnosis.confusion(84, 0.84, 0.89), "base_rate must be between 0 and 1; got 84"),
        (lambda: diagnosis.confusion(0.1, 1.2, 0.89), "sensitivity must be between 0 and 1"),
        (lambda: diagnosis.confusion(0.1, 0.8, 0.9, 0), "people must be a finite number greater than 0"),
        (lambda: diagnosis.positive_predictive_value(0.1, 0, 1), r"Nobody is flagged.*no predictive value\.$"),
        (lambda: diagnosis.confusion(0.1, 1, 0).npv, r"Everybody is flagged.*\.$"),
        (lambda: diagnosis.likelihood_ratio(0.8, 1), r"Specificity is 1.*has no end\.$"),
        (lambda: reliability.kappa(0.9, 1), r"All get the same answer.*\.$"),
        (lambda: reliability.kappa(0.5, 0.1), "agreement minus"),
        (lambda: reliability.agreement(-0.9, 0.1), "agreement minus"),
        (lambda: reliability.two_examiners(0.1, 1.5), "slips must be between 0 and 1"),
        (lambda: reliability.examiners_behind(-0.2, 0.5), "agreement minus one half"),
        (lambda: reliability.examiners_behind(0.0, 0.05), "the base rate behind this kappa"),
        (lambda: effect_sizes.wilson(11, 10), "people minus hits"),
        (lambda: effect_sizes.risk_ratio(0, 10, 2, 10), "cases must be a finite number greater than 0"),
        (lambda: effect_sizes.risk_ratio(11, 10, 2, 10), "people minus cases"),
        (lambda: effect_sizes.odds_ratio(1, 0, 2, 10), "b must be a finite number greater than 0"),
        (lambda: effect_sizes.ratio_from_p(1.0, 0.5), "distance of the ratio from 1"),
        (lambda: effect_sizes.ratio_from_p(2.0, 1.0), "1 minus p"),
        (lambda: effect_sizes.exposed_cases(2.0, 11, 5, 10), "people minus exposed"),
    ],
)
def test_what_cannot_be_is_said_in_words(ask, sentence):
    with pytest.raises(ValueError, match=sentence):
        ask()
