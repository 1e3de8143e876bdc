"""Nine joints: thresholds that are exact, cut-offs as published, a distribution through the measured points."""

from dataclasses import fields, replace
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import betabinom

from jointlab import sources
from jointlab.models.evidence import beighton
from jointlab.models.evidence.beighton import PALMS, Measures, Side

STIFF, LOOSE = Side(60, 0.03, 0, 0), Side(90, 0, 10, 10)
ALL_STIFF, ALL_LOOSE = Measures(STIFF, STIFF, 0.1), Measures(LOOSE, LOOSE, 0)
JOINTS = [(field.name, side) for field in fields(Side) for side in ("left", "right")] + [PALMS]
PERTH = {
    "girls": [sources.prevalence(name).share for name in ("perth_girls_4", "perth_girls_6")],
    "boys": [sources.prevalence(name).share for name in ("perth_boys_4", "perth_boys_6")],
}


# ------------------------------------------------------------------ the score


def at(measures, joint):
    """What is measured at a joint."""
    name, side = joint
    return measures.palms if joint == PALMS else getattr(measures.sides[side], name)


def put(measures, joint, value):
    """The same body with another measure at one joint."""
    name, side = joint
    return replace(measures, **{side: replace(measures.sides[side], **{name: value})} if side else {name: value})


def test_all_thresholds_just_reached_are_nine_points():
    assert beighton.score(ALL_LOOSE) == beighton.POINTS == len(JOINTS) == 9
    assert beighton.score(ALL_STIFF) == 0


@pytest.mark.parametrize("joint", JOINTS)
def test_each_joint_is_worth_one_point_exactly_at_its_threshold(joint):
    threshold = at(ALL_LOOSE, joint)
    short = np.nextafter(1e-6, 1) if threshold == 0 else threshold - 1e-6
    assert beighton.points(put(ALL_STIFF, joint, threshold)) == {other: other == joint for other in JOINTS}
    assert beighton.score(put(ALL_LOOSE, joint, short)) == 8
    assert beighton.score(put(ALL_STIFF, joint, short)) == 0


def test_a_slider_that_stops_at_the_threshold_reaches_it():
    """low + (high − low)·i/steps is now and then a rounding below the number that is shown."""
    reached = -10.4 + (40 + 10.4) * 85 / 210
    assert 10 - 1e-12 < reached < 10
    assert beighton.points(put(ALL_STIFF, ("elbow", "left"), reached))["elbow", "left"]


@given(st.lists(st.booleans(), min_size=9, max_size=9))
def test_the_score_counts_the_loose_joints(loose):
    measures = ALL_STIFF
    for joint, yes in zip(JOINTS, loose, strict=True):
        measures = put(measures, joint, at(ALL_LOOSE if yes else ALL_STIFF, joint))
    assert beighton.score(measures) == sum(loose)
    assert beighton.points(measures) == dict(zip(JOINTS, loose, strict=True))


@given(st.sampled_from(JOINTS), st.floats(0, 120), st.floats(0, 120))
def test_more_motion_never_costs_a_point(joint, one, other):
    least, most = sorted((one, other))
    gap = joint[0] in ("thumb", "palms")
    tight, wide = (most, least) if gap else (least, most)
    assert beighton.score(put(ALL_STIFF, joint, tight)) <= beighton.score(put(ALL_STIFF, joint, wide))


@pytest.mark.parametrize(
    ("joint", "value", "sentence"),
    [
        (("thumb", "left"), -0.01, "thumb must be a finite number, 0 or more"),
        (PALMS, float("nan"), "palms must be a finite number, 0 or more"),
        (("elbow", "right"), 400, "elbow must be between -180 and 180; got 400"),
        (("knee", "left"), "ten", "knee must be between -180 and 180; got 'ten'"),
        (("little_finger", "left"), -181, "little_finger must be between -180 and 180; got -181"),
    ],
)
def test_what_no_joint_can_measure_is_refused(joint, value, sentence):
    with pytest.raises(ValueError, match=sentence):
        put(ALL_STIFF, joint, value)


# ------------------------------------------------------------------ the lines


@pytest.mark.papercheck  # 6 until grown by the framework of 2023, 5 and 4 by the table of the criteria of 2017.
def test_cut_offs_of_2023_and_2017():
    assert [beighton.cut_off(stage) for stage in ("child", "adult", "older")] == [6, 5, 4]
    assert list(beighton.STAGES) == ["child", "adult", "older"]


@pytest.mark.parametrize(
    ("score", "stage", "yes", "counts"),
    [
        (5, "adult", 0, True),
        (4, "adult", 0, False),
        (4, "adult", 1, False),
        (4, "adult", 2, True),
        (3, "adult", 5, False),  # two points short: no number of answers makes up for them
        (5, "child", 5, False),  # the five questions are for grown people
        (6, "child", 0, True),
        (4, "older", 0, True),
        (3, "older", 2, True),
    ],
)
def test_one_point_short_may_be_made_up_for(score, stage, yes, counts):
    assert beighton.counts_as_hypermobile(score, stage, yes) is counts


def test_a_higher_score_never_counts_less():
    for stage, yes in product(beighton.STAGES, range(6)):
        counted = [beighton.counts_as_hypermobile(score, stage, yes) for score in range(10)]
        assert counted == sorted(counted)


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        (lambda: beighton.cut_off("teenager"), "stage must be one of child, adult, older; got 'teenager'"),
        (lambda: beighton.counts_as_hypermobile(10, "adult"), "score must be between 0 and 9"),
        (lambda: beighton.counts_as_hypermobile(4, "adult", 6), "yes_answers must be between 0 and 5"),
    ],
)
def test_what_is_no_stage_or_score_is_refused(ask, sentence):
    with pytest.raises(ValueError, match=sentence):
        ask()


# ------------------------------------------------------------------ many people


@pytest.mark.papercheck  # Morris et al. 2017: 60.6 and 26.1 % of girls, 36.7 and 11.5 % of boys.
@pytest.mark.parametrize("who", PERTH)
def test_the_distribution_passes_through_both_measured_points(who):
    shares = beighton.score_distribution(*PERTH[who])
    assert beighton.at_or_above(shares, [4, 6]) == pytest.approx(PERTH[who], abs=1e-9)
    assert shares.sum() == pytest.approx(1)


@pytest.mark.papercheck  # Girls to boys at 4 or more and at 6 or more; the line against the people.
def test_moving_the_line_by_two_changes_more_than_changing_the_people():
    girls, boys = (np.array(PERTH[who]) for who in ("girls", "boys"))
    assert girls / boys == pytest.approx([1.65, 2.27], abs=5e-3)
    moved = np.array([girls[0] / girls[1], boys[0] / boys[1]])
    assert moved == pytest.approx([2.32, 3.19], abs=5e-3)
    assert moved.min() > (girls / boys).max()


@given(st.floats(-2.5, 3.5), st.floats(-2.5, 3.5))
def test_any_beta_binomial_is_found_again(log_one, log_other):
    shape = np.exp([log_one, log_other])
    at_4, at_6 = betabinom.sf([3, 5], 9, *shape)
    if 1e-4 < at_6 < at_4 < 1 - 1e-4:
        assert beighton.score_distribution(at_4, at_6) == pytest.approx(betabinom.pmf(range(10), 9, *shape), abs=1e-5)


def test_shares_above_a_line_fall_with_the_line():
    shares = beighton.score_distribution(*PERTH["girls"])
    above = beighton.at_or_above(shares, np.arange(10))
    assert above[0] == pytest.approx(1)
    assert all(after < before for before, after in pairwise(above))


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        (lambda: beighton.score_distribution(0.3, 0.4), "at_least_4 minus at_least_6"),
        (lambda: beighton.score_distribution(1.0, 0.4), "1 minus at_least_4"),
        (lambda: beighton.score_distribution(0.6, 0.0), "at_least_6 must be a finite number greater than 0"),
        (lambda: beighton.score_distribution(0.5, 0.01), "No beta-binomial has 0.5 of people at 4 points or more"),
        (lambda: beighton.at_or_above([0.5, 0.5], 1), "ten numbers that add up to 1"),
        (lambda: beighton.at_or_above(np.full(10, 0.2), 1), "ten numbers that add up to 1"),
        (lambda: beighton.at_or_above(np.full(10, 0.1), 10), "line must be between 0 and 9"),
    ],
)
def test_what_no_crowd_can_score_is_refused(ask, sentence):
    with pytest.raises(ValueError, match=sentence):
        ask()


# ------------------------------------------------------------------ the angle and the ruler


def test_at_the_threshold_chance_is_even_and_a_perfect_ruler_is_sure():
    assert beighton.chance_to_score(10, 10, [0.1, 1, 7]) == pytest.approx(0.5)
    assert beighton.chance_to_score([8, 12], 10, 1e-3) == pytest.approx([0, 1])


def test_a_true_8_degrees_scores_sometimes():
    errors = [sources.observation(name).value for name in ("angle_error_least", "angle_error_most")]
    assert beighton.chance_to_score(8, 10, errors) == pytest.approx([0.0228, 0.386], abs=5e-4)


@given(st.floats(-20, 40), st.floats(0.5, 10), st.floats(0.1, 10))
def test_error_is_as_likely_to_take_a_point_as_to_give_one(angle, distance, error):
    given_away = beighton.chance_to_score(angle, angle + distance, error)
    taken = 1 - beighton.chance_to_score(angle, angle - distance, error)
    assert given_away == pytest.approx(taken, abs=1e-12)
    assert given_away < 0.5
