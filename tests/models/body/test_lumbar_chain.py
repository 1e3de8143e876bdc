"""Five joints in a row: through both published points, exact sharing, and what is held decides."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab import sources
from jointlab.models.body.lumbar_chain import FULL_MOMENT, JOINTS, MOVEMENTS, Chain, chain, motion_share
from jointlab.models.require import Impossible

movements, joints = st.sampled_from(MOVEMENTS), st.sampled_from(JOINTS)
factors = st.floats(0.1, 50)
moments = st.floats(0, 30)


@pytest.mark.papercheck  # Yamamoto 1989: ranges at 10 N m, and neutral zones.
@pytest.mark.parametrize(
    ("movement", "reach", "neutral"),
    [
        ("bend", [10.0, 8.9, 7.5, 6.5, 5.8], [3.0, 1.8, 1.4, 1.0, 1.6]),
        ("twist", [1.4, 2.2, 2.6, 2.6, 2.3], [0.4, 0.4, 0.7, 0.8, 0.9]),
    ],
)
def test_the_law_goes_through_the_published_points(movement, reach, neutral):
    five = chain(movement)
    assert five.angles(FULL_MOMENT) == pytest.approx(reach)
    assert five.angles(sources.value("neutral_zone_moment")) == pytest.approx(neutral)
    assert five.angles(0) == pytest.approx(np.zeros(5))


@pytest.mark.papercheck  # Shares of the brief's table: twist 12.6, 19.8, 23.4, 23.4, 20.7; flexion 25.8 … 15.0 %.
def test_published_shares():
    for movement, shares in (("twist", [12.6, 19.8, 23.4, 23.4, 20.7]), ("bend", [25.8, 23.0, 19.4, 16.8, 15.0])):
        angles = chain(movement).angles(FULL_MOMENT)
        assert 100 * angles / angles.sum() == pytest.approx(shares, abs=0.06)


@pytest.mark.papercheck  # Secant stiffness of the brief: 7.14, 4.55, 3.85, 3.85, 4.35 N m per degree.
def test_shares_follow_from_stiffness():
    angles = chain("twist").angles(FULL_MOMENT)
    stiffness = FULL_MOMENT / angles
    assert stiffness == pytest.approx([7.14, 4.55, 3.85, 3.85, 4.35], abs=0.01)
    for i, k in enumerate(stiffness):
        others = np.delete(1 / stiffness, i).sum()
        assert motion_share(k, others) == pytest.approx(angles[i] / angles.sum())


@pytest.mark.papercheck  # Series of constant stiffness: twice as soft, f·c / (sum + (f − 1) c); one end moment.
@given(st.lists(st.floats(0.5, 20), min_size=2, max_size=6), st.floats(0.1, 10))
def test_softening_follows_the_series_rule(stiffness, factor):
    flexible = 1 / np.array(stiffness)
    share = motion_share(stiffness[0] / factor, flexible[1:].sum())
    assert share == pytest.approx(factor * flexible[0] / (flexible.sum() + (factor - 1) * flexible[0]))


def test_a_moment_that_fades_away_from_the_sacrum():
    """Of the brief: r = 0.8 from L5-S1, straight joints: twist shares 20, 25, 23, 19, 13 % from below."""
    turned = chain("twist").angles(FULL_MOMENT) * 0.8 ** np.arange(5)
    assert 100 * turned / turned.sum() == pytest.approx([20, 25, 23, 19, 13], abs=0.6)


@given(movements, joints, factors, moments)
def test_moment_and_angle_are_each_others_inverse(movement, joint, factor, moment):
    five = chain(movement, joint, factor)
    assert five.stiffness * five.moments(five.angles(moment)) == pytest.approx(np.full(5, moment), abs=1e-6)


@given(movements, joints, factors, moments, moments)
def test_more_moment_turns_further_and_ever_less(movement, joint, factor, one, other):
    five = chain(movement, joint, factor)
    low, high = sorted((one, other))
    assert (five.angles(high) >= five.angles(low) - 1e-9).all()
    middle = five.angles((low + high) / 2)
    assert (middle >= (five.angles(low) + five.angles(high)) / 2 - 1e-9).all()


@given(movements, joints, factors)
def test_with_the_same_moment_the_neighbours_do_not_notice(movement, joint, factor):
    others = np.array(JOINTS) != joint
    changed, healthy = chain(movement, joint, factor).angles(FULL_MOMENT), chain(movement).angles(FULL_MOMENT)
    assert (changed[others] == healthy[others]).all()
    assert np.sign(changed[~others] - healthy[~others]) == np.sign(np.round(1 - factor, 12)) or abs(factor - 1) < 1e-9


@given(movements, joints, st.one_of(st.floats(1.01, 50), st.just(np.inf)))
def test_with_the_same_whole_angle_every_neighbour_makes_up_for_a_stiff_joint(movement, joint, factor):
    others = np.array(JOINTS) != joint
    healthy = chain(movement).angles(FULL_MOMENT)
    stiff = chain(movement, joint, factor)
    angles = stiff.angles(stiff.moment_for(healthy.sum()))
    assert angles.sum() == pytest.approx(healthy.sum())
    assert (angles[others] > healthy[others]).all()
    assert angles[~others] < healthy[~others]


def test_a_fused_joint_does_not_turn():
    fused = chain("twist", "L4-L5", np.inf)
    assert fused.angles(25.0)[1] == 0
    assert fused.moment_for(11.1) > FULL_MOMENT
    assert fused.moment_for(0) == pytest.approx(0, abs=1e-9)


def test_the_share_of_a_lonely_joint_is_everything():
    assert motion_share(3.0, 0.0) == 1
    assert motion_share([1.0, 2.0], [1.0, 0.5]) == pytest.approx([0.5, 0.5])


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("movement", lambda: chain("lean")),
        ("joint", lambda: chain("twist", "L6-S1")),
        ("stiffness", lambda: chain("twist", "L5-S1", 0.0)),
        ("stiffness", lambda: motion_share(0, 1)),
        ("others", lambda: motion_share(1, -1)),
        ("moments", lambda: chain("bend").angles(-1)),
        ("angles", lambda: chain("bend").moments(-1)),
        ("whole", lambda: chain("bend").moment_for(np.inf)),
        ("neutral zone", lambda: Chain(np.array([2.0]), np.array([1.0]), np.ones(1), 0.5)),
        ("neutral zone", lambda: Chain(np.array([0.1]), np.array([5.0]), np.ones(1), 0.5)),
        ("fused", lambda: Chain(np.array([0.5]), np.array([2.0]), np.array([np.inf]), 0.5)),
    ],
)
def test_impossible_input_is_named(name, call):
    with pytest.raises(Impossible, match=name):
        call()


def test_the_laws_are_possible_over_the_whole_range_of_what_is_assumed():
    row = sources.constant("neutral_zone_moment")
    for movement in MOVEMENTS:
        five = chain(movement)
        for leaves in (row.low, row.high):
            Chain(five.neutral, five.reach, five.stiffness, leaves)
