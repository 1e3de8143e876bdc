"""Shares beyond a line and the number needed to treat: printed results, limits, and drawn people."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab import sources
from jointlab.models.evidence import responders
from jointlab.models.evidence.responders import Responders
from jointlab.models.require import Impossible

POINTS = st.floats(-40, 80)
SPREADS = st.floats(2, 40)
SHARES = st.floats(0.01, 0.99)


@pytest.mark.papercheck  # van der Gaag 2020: 514 and 367 of 1,000, so 147 more, and one in 6.8.
def test_number_needed_to_treat_of_two_printed_shares():
    with_pills, without = (sources.observation(name).value for name in ("nsaid_improved", "placebo_improved"))
    assert with_pills - without == pytest.approx(0.147)
    assert responders.number_needed_to_treat(with_pills, without) == pytest.approx(6.8, abs=0.01)


@pytest.mark.papercheck  # Steffens 2016 at a base rate of 40 % a year: risk ratios 0.55 and 0.65 need 5.6 and 7.1.
def test_number_needed_to_treat_of_two_risk_ratios():
    base = 0.4
    trials = (sources.exercise_trial(name).value for name in ("steffens_with_education", "steffens_alone"))
    needed = [float(responders.number_needed_to_treat(1 - ratio * base, 1 - base)) for ratio in trials]
    assert needed == pytest.approx([5.6, 7.1], abs=0.05)


def test_drawn_people_pass_the_line_as_often_as_the_formula_says():
    two = Responders(difference=7.3, usual=8.4, spread=19.4, line=15)
    luck = np.random.default_rng(14).standard_normal(200_000)
    assert np.mean(two.usual + two.spread * luck > two.line) == pytest.approx(two.untreated, abs=0.004)
    assert np.mean(two.usual + two.difference + two.spread * luck > two.line) == pytest.approx(two.treated, abs=0.004)


@given(POINTS, POINTS, SPREADS)
def test_half_pass_a_line_at_the_mean_and_the_tails_are_alike(line, change, spread):
    assert responders.share_beyond(change, change, spread) == pytest.approx(0.5)
    beyond, mirrored = (responders.share_beyond(x, change, spread) for x in (line, 2 * change - line))
    assert beyond + mirrored == pytest.approx(1)


@given(st.floats(0.5, 30), POINTS, SPREADS, POINTS)
def test_a_treatment_that_helps_lets_more_pass_and_never_more_than_at_the_best_line(difference, usual, spread, line):
    two = Responders(difference, usual, spread, line)
    best = Responders(difference, usual, spread, usual + difference / 2)
    assert 0 <= two.more <= best.more + 1e-12
    assert two.more == pytest.approx(two.treated - two.untreated)
    assert best.needed == pytest.approx(1 / best.more)


@given(SHARES, SHARES, st.floats(-20, 40), SPREADS)
def test_spreads_between_two_shares_are_those_of_the_means(treated, untreated, line, spread):
    usual = line - spread * float(responders.spreads_between(0.5, untreated))
    apart = spread * float(responders.spreads_between(treated, untreated))
    two = Responders(apart, usual, spread, line)
    assert (two.treated, two.untreated) == pytest.approx((treated, untreated), abs=1e-6)


def test_a_mean_below_the_line_may_help_one_in_seven_and_the_same_mean_nobody():
    near, far = (Responders(6, usual, 12, 15) for usual in (12, -25))
    assert near.needed < 7
    assert far.more < 0.002


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: responders.share_beyond(15, 0, 0), "spread must be"),
        (lambda: responders.number_needed_to_treat(0.3, 0.3), "treated minus untreated must be"),
        (lambda: responders.number_needed_to_treat(1.3, 0.3), "treated must be between 0 and 1"),
        (lambda: responders.spreads_between(1.0, 0.3), "1 minus share must be"),
        (lambda: Responders(0, 8, 20, 15).needed, "treated minus untreated must be"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(call, says):
    with pytest.raises(Impossible, match=says):
        call()
