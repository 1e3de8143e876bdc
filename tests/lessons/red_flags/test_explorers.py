"""The explorers of the lesson: nobody gets lost, sentences tell the state, goals are no gifts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab import sources
from jointlab.lessons.red_flags import SIGN, TWO_WAYS
from jointlab.lessons.red_flags.sign import signed
from jointlab.lessons.red_flags.two_ways_picture import Line
from jointlab.models.evidence import diagnosis

RATES, SHARES = st.floats(0.001, 0.5), st.floats(0.01, 1)


@given(RATES, SHARES, SHARES, st.sampled_from(["present", "absent"]))
def test_a_thousand_whole_people_near_the_expected_ones(base_rate, sensitivity, specificity, sign):
    state = signed(base_rate, sensitivity, specificity, sign)
    people = [everybody for everybody, _ in state.whole.values()]
    assert sum(people) == 1000
    for name, (everybody, serious) in state.whole.items():
        assert 0 <= serious <= everybody
        assert (everybody, serious) == pytest.approx(state.groups[name], abs=1.5)


@given(RATES, st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_what_it_means_is_what_the_group_shows(base_rate, sensitivity, specificity):
    for sign, name in (("present", "with"), ("absent", "without")):
        state = signed(base_rate, sensitivity, specificity, sign)
        people, serious = state.groups[name]
        assert state.after == pytest.approx(serious / people)


def test_the_step_of_a_sign_is_as_long_wherever_it_begins():
    """The discovery: on the axis of odds, the base rate moves the step and leaves its length."""
    picture, lengths = SIGN.picture(), []
    for base_rate in (0.5, 1.0, 5.0, 20.0):
        picture.update(SIGN.state(base_rate=base_rate, sensitivity=60.0, specificity=90.0))
        lengths.append(float(np.diff(picture.step.get_ydata())[0]))
    assert lengths == pytest.approx([np.log(6)] * 4)


@pytest.mark.papercheck  # Henschke et al. 2009: 942 of 1172 carry a flag; clinicians 5 of 11, 6 wrongly
def test_the_buttons_are_the_published_settings():
    any_flag, suspected, not_suspected, no_sign = (SIGN.preset(words) for words in SIGN.presets)
    assert any_flag.after == pytest.approx(0.0117, abs=5e-5)
    assert any_flag.groups["with"][0] == pytest.approx(804, abs=1)
    assert (suspected.ratio, suspected.after) == (pytest.approx(88, abs=0.5), pytest.approx(5 / 11, abs=1e-3))
    assert not_suspected.after == pytest.approx(6 / 1161, rel=1e-3)
    most = [sources.observation(f"nerve_sign_{name}_most").value for name in ("sensitivity", "specificity")]
    assert no_sign.ratio == pytest.approx(diagnosis.absent_likelihood_ratio(*most))
    assert no_sign.after == pytest.approx(0.0216, abs=1e-4)


def test_an_absence_clears_only_if_nearly_all_of_the_serious_have_the_sign():
    rare = {"base_rate": 1.0, "specificity": 80.0, "sign": "absent"}
    reached = [s for s in range(50, 101) if SIGN.goal.reached(SIGN.state(**rare, sensitivity=float(s)))]
    assert 90 < min(reached) < 95
    assert reached == list(range(min(reached), 101))
    assert not SIGN.goal.reached(SIGN.state(**rare | {"sign": "present"}, sensitivity=100.0))
    assert not SIGN.goal.reached(SIGN.state(**rare | {"specificity": 40.0}, sensitivity=100.0))


def test_nine_of_ten_at_least_cost_takes_a_miss_that_weighs_more_than_two_hundred_visits():
    """What the fold below the explorer says."""
    weights = np.geomspace(1, 1000, 400)
    states = [Line(Line(0.0, 0.01, weight).cheapest, 0.01, weight) for weight in weights]
    reached = [state for state in states if TWO_WAYS.goal.reached(state)]
    least = min(state.weight for state in reached)
    assert 200 < least < 240
    (state,) = (state for state in reached if state.weight == least)
    assert (state.needless + 1000 * 0.01 * state.found) == pytest.approx(470, abs=10)
    assert not TWO_WAYS.goal.reached(Line(state.line + 0.4, 0.01, least))


@pytest.mark.parametrize(
    ("values", "meaning"),
    [
        ({"sensitivity": 1.0}, "It speaks against something serious."),
        ({"sensitivity": 1.0, "specificity": 1.0, "sign": "absent"}, "Here its absence is the warning."),
        ({"base_rate": 0.1, "sensitivity": 100.0, "sign": "absent"}, "There was hardly anything to clear."),
        ({"sensitivity": 100.0, "sign": "absent"}, "This absence clears, but too few people."),
        ({"sensitivity": 60.0, "specificity": 90.0, "sign": "absent"}, "Its absence helps, but does not clear."),
        ({"sensitivity": 60.0, "specificity": 90.0}, "It tells something."),
    ],
)
def test_a_sign_that_points_the_other_way_is_not_called_weak(values, meaning):
    assert SIGN.sentence(SIGN.state(**values)).endswith(meaning)


def test_hardly_any_are_not_told_as_none_nor_nearly_all_as_all():
    assert "; more than 99 of 100 serious cases are found." in TWO_WAYS.sentence(TWO_WAYS.state(line=-2.5))
    assert "; fewer than 1 of 100 serious cases are found." in TWO_WAYS.sentence(TWO_WAYS.state(line=4.5))
    assert "; 45 of 100 serious cases are found." in TWO_WAYS.sentence(TWO_WAYS.state())


@pytest.mark.parametrize(("base_rate", "told"), [(1.0, "of 10"), (0.1, "of 1"), (0.1585, "of about 2")])
def test_people_are_whole(base_rate, told):
    picture = TWO_WAYS.picture()
    picture.update(TWO_WAYS.state(base_rate=base_rate))
    assert picture.counts["missed"].get_text().endswith(told)


def test_sentences_tell_the_state():
    assert SIGN.sentence(SIGN.preset("Any red flag, at best")) == (
        "Of 1,000 people, about 804 have the sign, about 9 of them with something serious: 1 in 86. "
        "Before it was 1 in 107. It tells little."
    )
    assert SIGN.sentence(SIGN.state(sensitivity=100.0, specificity=80.0, sign="absent")).endswith(
        "none of them with something serious. Before it was 1 in 107. This absence clears."
    )
    far_left, far_right = (TWO_WAYS.sentence(TWO_WAYS.state(line=line, weight=100.0)) for line in (-2.5, 4.0))
    assert far_left.endswith("A line further right would cost less: send fewer.")
    assert far_right.endswith("A line further left would cost less: send more.")
    for declaration in (SIGN, TWO_WAYS):
        assert all(len(declaration.sentence(declaration.preset(name))) <= 240 for name in declaration.presets)
