"""What a test is worth: published tables, limits, and properties over whole ranges."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab import sources
from jointlab.models.evidence import diagnosis, effect_sizes, reliability
from jointlab.models.require import Impossible

SHARES = st.floats(0.01, 0.99)


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


@pytest.mark.papercheck  # Henschke et al. 2009, in people: 942 of 1172 flagged, all 11 serious cases among them.
def test_a_flag_that_most_people_carry():
    table = diagnosis.confusion(11 / 1172, 1.0, 1 - 931 / 1161, 1172)
    assert table.ppv == pytest.approx(0.0117, abs=5e-5)
    assert diagnosis.likelihood_ratio(1.0, 1 - 931 / 1161) == pytest.approx(1.25, abs=5e-3)


def test_a_perfect_test_is_always_right_and_a_coin_tells_nothing():
    assert diagnosis.positive_predictive_value(0.2, 1, 1) == 1
    rates = np.linspace(0.01, 0.99, 9)
    assert diagnosis.positive_predictive_value(rates, 0.7, 0.3) == pytest.approx(rates)
    assert diagnosis.likelihood_ratio(0.7, 0.3) == pytest.approx(1)


def test_where_nobody_has_it_every_flag_is_wrong():
    assert diagnosis.positive_predictive_value(0, 0.84, 0.89) == 0
    assert diagnosis.confusion(0, 0.84, 0.89).npv == 1
    assert diagnosis.positive_predictive_value(1, 0.84, 0.89) == 1


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


def test_arrays_are_welcome():
    assert diagnosis.confusion([0.1, 0.2], 0.8, 0.9, 1000).hits == pytest.approx([80, 160])
    assert effect_sizes.risk_ratio([2, 4], 10, 2, 10).value == pytest.approx([1, 2])


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


@pytest.mark.papercheck  # Henschke et al. 2009: clinicians found 5 of 11 and suspected 6 of the other 1161 wrongly.
def test_what_clinicians_suspected():
    sensitivity, specificity = 5 / 11, 1 - 6 / 1161
    ratio = diagnosis.likelihood_ratio(sensitivity, specificity)
    assert ratio == pytest.approx(88, abs=0.5)
    assert diagnosis.post_test_probability(11 / 1172, ratio) == pytest.approx(5 / 11)
    absent = diagnosis.absent_likelihood_ratio(sensitivity, specificity)
    assert diagnosis.post_test_probability(11 / 1172, absent) == pytest.approx(6 / 1161)


@given(SHARES, SHARES, SHARES)
def test_odds_times_ratio_is_what_the_people_show(base_rate, sensitivity, specificity):
    table = diagnosis.confusion(base_rate, sensitivity, specificity)
    present = diagnosis.likelihood_ratio(sensitivity, specificity)
    absent = diagnosis.absent_likelihood_ratio(sensitivity, specificity)
    assert diagnosis.post_test_probability(base_rate, present) == pytest.approx(table.ppv)
    assert diagnosis.post_test_probability(base_rate, absent) == pytest.approx(1 - table.npv)


@given(SHARES, st.floats(0.01, 100), st.floats(0.01, 100))
def test_findings_follow_each_other_in_any_order(probability, first, second):
    one = diagnosis.post_test_probability(diagnosis.post_test_probability(probability, first), second)
    assert one == pytest.approx(diagnosis.post_test_probability(probability, first * second))
    assert (one > probability) == (first * second > 1) or first * second == pytest.approx(1)


def test_a_ratio_of_1_teaches_nothing_and_one_of_0_rules_out():
    assert diagnosis.post_test_probability(0.2, 1) == pytest.approx(0.2)
    assert diagnosis.post_test_probability(0.2, 0) == 0
    assert diagnosis.post_test_probability(1, 0.01) == 1


def test_what_cannot_be_said_of_a_ratio():
    with pytest.raises(Impossible, match="only people who have it can be without a flag"):
        diagnosis.absent_likelihood_ratio(0.5, 0)
    with pytest.raises(Impossible, match="rules out what is certain"):
        diagnosis.post_test_probability(1, 0)
    with pytest.raises(Impossible, match="ratio must be a finite number, 0 or more"):
        diagnosis.post_test_probability(0.5, -1)
