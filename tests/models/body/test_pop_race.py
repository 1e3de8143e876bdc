"""The race of five joints: exact where there is no chance, fair where all are alike."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from jointlab.models.body.lumbar_chain import Chain, chain
from jointlab.models.body.pop_race import TWISTS, arriving, luck, pushes, race
from jointlab.models.require import Impossible

NONE = np.zeros(5, dtype=bool)
TWIST = chain("twist")
ALIKE = Chain(np.full(5, 0.5), np.full(5, 2.0), np.ones(5), 0.5)
aims, reaches, spreads = st.integers(0, 4), st.floats(0.3, 1), st.floats(0, 0.6)


def shares(joints, aim, reach, spread, popped=NONE):
    return race(pushes(joints, joints.reach, aim, reach, spread), popped)


@given(aims, st.floats(0.3, 0.99))
def test_without_scatter_the_target_always_wins_if_all_need_the_same(aim, reach):
    assert shares(TWIST, aim, reach, 0.0)[aim] == 1


@given(aims, reaches, spreads)
def test_shares_are_shares(aim, reach, spread):
    found = shares(TWIST, aim, reach, spread)
    assert found.sum() == pytest.approx(1)
    assert (found >= 0).all()


def test_a_push_that_reaches_all_alike_joints_alike_is_a_lottery():
    found = shares(ALIKE, 2, 1.0, 0.3) * TWISTS
    low, high = binom.interval(0.9999, TWISTS, 0.2)
    assert ((low <= found) & (found <= high)).all()


@given(aims, st.floats(0.05, 0.6))
def test_a_more_local_push_hits_more_often(aim, spread):
    hits = [shares(TWIST, aim, reach, spread)[aim] for reach in (1.0, 0.8, 0.6, 0.4)]
    assert hits == sorted(hits)
    assert hits[-1] > hits[0]


@given(aims, reaches, spreads, aims)
def test_a_joint_that_has_popped_wins_no_more(aim, reach, spread, popped):
    out = np.arange(5) == popped
    before, after = shares(TWIST, aim, reach, spread), shares(TWIST, aim, reach, spread, out)
    assert after[popped] == 0
    assert (after[~out] >= before[~out]).all()


def test_needed_pushes_follow_from_the_law():
    """The median push on target is that of the typical angle; on the next joint it is as many times larger as less of
    the push arrives there."""
    needed = np.median(pushes(TWIST, TWIST.reach, 1, 0.5, 0.2), axis=0)
    assert needed == pytest.approx(10.0 / np.array([0.5, 1, 0.5, 0.25, 0.125]), rel=0.03)
    assert arriving(5, 1, 0.5) == pytest.approx([0.5, 1, 0.5, 0.25, 0.125])


def test_the_spread_is_a_coefficient_of_variation():
    angles = np.exp(np.sqrt(np.log1p(0.3**2)) * luck(5))
    assert angles.std() / angles.mean() == pytest.approx(0.3, rel=0.03)
    straight = Chain(np.full(5, 0.5), np.full(5, 10.0 - 1e-9), np.ones(5), 0.5)  # all but straight: push ∝ angle
    needed = pushes(straight, np.full(5, 2.0), 0, 1.0, 0.3)
    assert needed.std() / needed.mean() == pytest.approx(0.3, rel=0.03)


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("aim", lambda: arriving(5, 5, 0.5)),
        ("reach", lambda: arriving(5, 0, 1.2)),
        ("reach", lambda: pushes(TWIST, TWIST.reach, 0, 0.0, 0.2)),
        ("spread", lambda: pushes(TWIST, TWIST.reach, 0, 0.5, -0.1)),
        ("typical", lambda: pushes(TWIST, 0 * TWIST.reach, 0, 0.5, 0.1)),
        ("left", lambda: race(np.ones((3, 5)), ~NONE)),
    ],
)
def test_impossible_input_is_named(name, call):
    with pytest.raises(Impossible, match=name):
        call()
