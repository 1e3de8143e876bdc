"""The explorer of the toy habit: waits follow the formula, the joint is the floor, and it says that it is a toy."""

import math

import numpy as np
import pytest

from jointlab import sources
from jointlab.lessons.relief.urge import URGE, quickens_to_the_joint, sentence
from jointlab.lessons.relief.urge_picture import POINTS, UrgePicture


def at(rate, threshold, refractory, learning):
    """The state at these positions of the controls: % a minute, %, minutes, % a crack."""
    return URGE.state(rate=rate, threshold=threshold, refractory=refractory, learning=learning)


def test_it_opens_with_the_numbers_that_are_called_assumed():
    state = URGE.state()
    assert URGE.defaults == {"rate": 5, "threshold": 80, "refractory": 20, "learning": 0}
    assert state.habit.rate == pytest.approx(sources.value("urge_rate"))
    assert state.habit.threshold == pytest.approx(sources.value("urge_threshold"))
    assert {sources.constant(name).flag for name in ("urge_rate", "urge_relieved", "urge_threshold")} == {"A"}
    assert state.last_wait / 60 == pytest.approx(math.log(0.9 / 0.2) / 0.05)
    assert state.allowed == 6


def test_only_a_habit_that_quickens_slowly_reaches_the_goal():
    assert not quickens_to_the_joint(at(5, 80, 20, 0)), "the urge sets all of them"
    assert not quickens_to_the_joint(at(10, 80, 20, 0)), "the joint sets all of them"
    assert not quickens_to_the_joint(at(5, 80, 20, 25)), "one wait, and it is learned"
    slowly = at(5, 80, 20, 8)
    assert [round(wait / 60) for wait in slowly.story.intervals] == [30, 25, 21, 20, 20]
    assert quickens_to_the_joint(slowly)
    assert not quickens_to_the_joint(at(1, 95, 60, 40)), "no crack at all"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ((5, 80, 20, 0), "Three cracks in two hours; the last came after a wait of 30 minutes"),
        ((2, 90, 20, 0), "One crack in two hours; it came after a wait of 110 minutes"),
        ((1, 95, 60, 0), "No crack in two hours: the urge would need 289 minutes"),
        ((30, 30, 5, 0), "24 cracks in two hours"),
    ],
)
def test_the_sentence_counts_and_says_that_it_is_a_toy(values, words):
    said = sentence(at(*values))
    assert words in said
    assert "Nothing in this toy is ill, and nothing in it is measured." in said


def test_the_drawn_urge_follows_its_formula_between_its_points():
    """The urge that rises fastest, in front of a joint that waits longest: nearly all of the curve lies in its bend."""
    state = at(30, 95, 60, 0)
    picture = UrgePicture()
    picture.update(state)
    minutes, percent = (values[:POINTS] for values in picture.urge.get_data())
    between = np.linspace(0, minutes[-1], 200)
    expected = 100 * state.habit.urge(60 * between)
    assert np.interp(between, minutes, percent) == pytest.approx(expected, abs=4)
