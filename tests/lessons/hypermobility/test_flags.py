"""The explorer of a flag's worth: whole people, published settings, a goal that specificity reaches."""

import numpy as np
import pytest

from jointlab.explorers import Explorer
from jointlab.lessons.hypermobility.flags import SCREENING, right_nine_times_in_ten, screening, sentence
from jointlab.models.evidence.diagnosis import positive_predictive_value

RATES = [(b, s, p) for b in (1, 3.3, 10, 30, 78.8) for s in (50, 84, 100) for p in (50, 61.9, 89, 99.5, 100)]


@pytest.mark.parametrize("rates", RATES)
def test_a_thousand_people_and_nobody_is_cut_in_two(rates):
    state = screening(*rates)
    groups = (state.hits, state.misses, state.false_alarms, state.cleared)
    assert all(isinstance(group, int) and group >= 0 for group in groups)
    assert sum(groups) == 1000
    assert state.hits + state.misses == round(10 * rates[0])


@pytest.mark.parametrize("rates", [(b, s, p) for b, s, p in RATES if b >= 10])
def test_the_people_show_what_bayes_says(rates):
    exact = positive_predictive_value(*(rate / 100 for rate in rates))
    assert screening(*rates).ppv == pytest.approx(exact, abs=0.01)


def test_presets_are_the_published_settings():
    found = {name: SCREENING.model(**values) for name, values in SCREENING.presets.items()}
    assert next(iter(SCREENING.presets.values())) == {"base_rate": 78.8, "sensitivity": 84.0, "specificity": 89.0}
    worth = [round(100 * state.ppv) for state in found.values()]
    assert worth == [97, 94, 27, 46]


def test_the_sentence_counts_what_the_dots_show():
    state = Explorer(SCREENING, base_rate=10.0).state
    assert sentence(state) == (
        "The test flags 183 people. 84 of them are hypermobile, so a flag is right 46 times in 100. "
        "Of the 817 without a flag, 16 are hypermobile."
    )


@pytest.mark.parametrize(
    ("rates", "words"),
    [
        ((10, 100, 89), "none is hypermobile"),
        ((1, 88, 89), "1 is hypermobile"),
        ((10, 84, 100), "a flag is always right"),
        ((1, 50, 50), "right 1 time in 100"),
    ],
)
def test_few_are_said_as_people_say_them(rates, words):
    assert words in sentence(screening(*rates))


def test_the_goal_wants_everyday_people_and_a_specific_test():
    assert not right_nine_times_in_ten(screening(78.8, 84, 89))  # right, but in a clinic
    assert not right_nine_times_in_ten(screening(10, 100, 89))  # no sensitivity reaches it
    assert right_nine_times_in_ten(screening(10, 84, 99))
    worth = [screening(10, 84, p).ppv for p in np.linspace(50, 100, 11)]
    assert worth == sorted(worth)
