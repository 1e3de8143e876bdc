"""The printed numbers of the lesson follow from the data and the models."""

import pytest
from tests.pictures.look import numbers

from jointlab import sources
from jointlab.lessons.red_flags import facts
from jointlab.lessons.red_flags.cases import cases
from jointlab.lessons.red_flags.chances import about, in_percent, one_in


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (facts.any_flag, "942 (80 %)"),
        (facts.any_flag, "11 (0.94 %, 1 in 107)"),
        (facts.any_flag, "at most 11 of 942 (1 in 86)"),
        (facts.any_flag, "from 1 in 153 to 1 in 48"),
        (facts.any_flag, "at most 1.25"),
        (facts.suspicion, "5 of 11 (45 %)"),
        (facts.suspicion, "6 of 1,161 (0.52 %)"),
        (facts.suspicion, "suspicion multiplies the odds by: 88 (31 to 250)"),
        (facts.missing, "19 of 100"),
        (facts.missing, "43 of 100"),
        (facts.missing, "multiplies the odds by: 0.65"),
        (facts.missing, "3.3 % had something serious in the spine, that leaves: 2.2 %"),
        (facts.ten_times, "0.94 %; 8.7 %"),
        (facts.ten_times, "an emergency department, the spine only: 3.3 %; 25 %"),
        (facts.numbness, "chance after: 27 %"),
        (facts.lines, "1,000: 99 %; 843 of 1,000"),
    ],
)
def test_printed_numbers(page, words):
    assert words in repr(page())


# Name of a case → the rows of data/observations.csv whose figures it tells, as people of 100 or as factors.
TOLD = {
    "carla": {"recovered_in_a_year": 100, "pain_gone_for_half": 1 / 86400},
    "femi": {"cancer_if_before": 100, "cancer_if_before_at_family_doctors": 100},
    "ines": {"lr_saddle_numbness": 1},
    "dmitri": {"stiff_spine_found_late": 100},
    "kim": {"bulge_at_20": 100},
    "eva": {"fracture_if_steroids": 100},
    "nils": {"lr_weight_loss": 1},
    "grace": {"lr_fever": 1},
}


@pytest.mark.parametrize("name", TOLD)
def test_a_case_tells_the_figure_of_the_data(name):
    (case,) = (case for case in (*cases(1), *cases(2)) if case.name == name)
    for row, factor in TOLD[name].items():
        figure = sources.observation(row)
        assert round(factor * figure.value) in numbers(case.known)
        assert figure.key in case.keys
        if figure.low is not None:
            assert {round(factor * figure.low), round(factor * figure.high)} <= set(numbers(case.known))


def test_no_other_case_tells_a_figure():
    for case in (*cases(1), *cases(2)):
        assert bool(numbers(case.known)) == (case.name in TOLD), case.name


@pytest.mark.parametrize(
    ("say", "value", "words"),
    [
        (one_in, 0, "none"),
        (one_in, 1, "all"),
        (one_in, 0.01, "1 in 100"),
        (one_in, 0.45, "45 in 100"),
        (one_in, 0.995, "99.5 in 100"),
        (in_percent, 0.995, "99.5 %"),
        (in_percent, 0.0117, "1.2 %"),
        (about, 0, "none"),
        (about, 0.3, "fewer than 1"),
        (about, 9.4, "about 9"),
    ],
)
def test_chances_as_people_say_them(say, value, words):
    assert say(value) == words
