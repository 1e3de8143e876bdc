"""The explorer of a flag's worth: whole people, published settings, a goal that specificity reaches."""

from itertools import product

import numpy as np
import pytest

from jointlab.lessons.hypermobility.flags import SCREENING, right_nine_times_in_ten, screening, sentence
from jointlab.models.evidence.diagnosis import positive_predictive_value

BASE_RATES, SENSITIVITIES, SPECIFICITIES = (0.01, 0.033, 0.1, 0.3, 0.788), (0.5, 0.84, 1), (0.5, 0.619, 0.89, 0.995, 1)
RATES = list(product(BASE_RATES, SENSITIVITIES, SPECIFICITIES))


@pytest.mark.parametrize("rates", RATES)
def test_a_thousand_people_and_nobody_is_cut_in_two(rates):
    state = screening(*rates)
    groups = (state.hits, state.misses, state.false_alarms, state.cleared)
    assert all(isinstance(group, int) and group >= 0 for group in groups)
    assert sum(groups) == 1000
    assert state.hits + state.misses == round(1000 * rates[0])


@pytest.mark.parametrize("rates", [rates for rates in RATES if rates[0] >= 0.1])
def test_the_people_show_what_bayes_says(rates):
    assert screening(*rates).ppv == pytest.approx(positive_predictive_value(*rates), abs=0.01)


def test_presets_are_the_published_settings():
    assert next(iter(SCREENING.presets.values())) == {"base_rate": 78.8, "sensitivity": 84.0, "specificity": 89.0}
    worth = [round(100 * SCREENING.preset(words).ppv) for words in SCREENING.presets]
    assert worth == [97, 94, 27, 46]


def test_the_sentence_counts_what_the_dots_show():
    assert sentence(SCREENING.state(base_rate=10.0)) == (
        "The test flags 183 people. 84 of them are hypermobile, so a flag is right 46 times in 100. "
        "Of the 817 without a flag, 16 are hypermobile."
    )


@pytest.mark.parametrize(
    ("rates", "words"),
    [
        ((0.1, 1, 0.89), "none is hypermobile"),
        ((0.01, 0.88, 0.89), "1 is hypermobile"),
        ((0.1, 0.84, 1), "a flag is always right"),
        ((0.01, 0.5, 0.5), "right 1 time in 100"),
    ],
)
def test_few_are_said_as_people_say_them(rates, words):
    assert words in sentence(screening(*rates))


def test_the_goal_wants_everyday_people_and_a_specific_test():
    assert not right_nine_times_in_ten(screening(0.788, 0.84, 0.89))  # right, but in a clinic
    assert not right_nine_times_in_ten(screening(0.1, 1, 0.89))  # no sensitivity reaches it
    assert right_nine_times_in_ten(screening(0.1, 0.84, 0.99))
    worth = [screening(0.1, 0.84, p).ppv for p in np.linspace(0.5, 1, 11)]
    assert worth == sorted(worth)
