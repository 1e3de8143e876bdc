"""The toy of a habit: its intervals against the closed form, its floor, and what learning can do."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from jointlab.models.habit import Habit, live

MINUTE = 60.0
USUAL = {"rate": 0.05 / MINUTE, "threshold": 0.8, "relieved": 0.1, "refractory": 20 * MINUTE}

habits = st.builds(
    Habit,
    rate=st.floats(1e-4, 1e-2),
    threshold=st.floats(0.3, 0.95),
    relieved=st.floats(0, 0.25),
    refractory=st.floats(600, 3600),
    learning=st.floats(0, 0.9),
)


@pytest.mark.papercheck  # Case PC38: rate 0.05 a minute, 0.1 after relief, threshold 0.8: a crack every 30.1 minutes.
def test_the_usual_habit():
    story = live(Habit(**USUAL), 4 * 3600)
    assert story.intervals / MINUTE == pytest.approx(np.full(7, 30.1), abs=0.05)


@given(habits)
def test_the_urge_obeys_its_equation(habit):
    times = np.linspace(0, 3 / habit.rate, 20)
    solution = solve_ivp(lambda _t, u: habit.rate * (1 - u), (0, times[-1]), [habit.relieved], t_eval=times, rtol=1e-9)
    assert habit.urge(times) == pytest.approx(solution.y[0], abs=1e-6)


@given(habits)
def test_a_crack_comes_as_soon_as_both_allow_it(habit):
    story = live(habit, 20 * habit.interval())
    for wait, threshold in zip(story.intervals, story.thresholds, strict=False):
        assert wait >= habit.refractory * (1 - 1e-9)
        assert habit.urge(wait) >= threshold - 1e-9
        early = wait - 1e-3 / habit.rate
        assert early < habit.refractory or habit.urge(early) < threshold


@given(habits)
def test_learning_only_shortens_the_wait_and_the_joint_ends_it(habit):
    story = live(habit, 20 * habit.interval())
    assert (np.diff(story.intervals) <= 1e-6).all()
    assert (story.thresholds >= habit.relieved).all()
    if habit.learning > 0.5:
        assert story.intervals[-1] == pytest.approx(habit.refractory, abs=1e-3 / habit.rate)


def test_without_learning_nothing_changes():
    story = live(Habit(**USUAL), 7200)
    assert (story.thresholds == 0.8).all()
    assert story.thresholds.size == story.cracks.size + 1


def test_a_strong_threshold_may_never_be_met_in_time():
    assert live(Habit(**USUAL | {"threshold": 0.999}), 7200).cracks.size == 0
    assert Habit(**USUAL).interval(0.05) == 20 * MINUTE


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("rate", lambda: Habit(**USUAL | {"rate": 0})),
        ("threshold", lambda: Habit(**USUAL | {"threshold": 0.05})),
        ("threshold", lambda: Habit(**USUAL | {"threshold": 1.0})),
        ("relieved", lambda: Habit(**USUAL | {"relieved": -0.1})),
        ("refractory", lambda: Habit(**USUAL | {"refractory": math.inf})),
        ("learning", lambda: Habit(**USUAL, learning=1.5)),
        ("duration", lambda: live(Habit(**USUAL), 0)),
        ("duration", lambda: live(Habit(**USUAL | {"rate": 100.0, "refractory": 0}), 1e6)),
    ],
)
def test_impossible_input_is_named(name, call):
    with pytest.raises(ValueError, match=name):
        call()
