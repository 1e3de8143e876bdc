"""Hands come to where they are wanted, by postures that people can hold, and nothing jumps on the way."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sample import sampled

from jointlab.models.body.balance import hip_above_floor
from jointlab.models.body.kinematics import arm_points, leg_points, trunk_points
from jointlab.models.body.masses import Weight, centre, whole_body
from jointlab.models.body.niosh import METRIC
from jointlab.models.body.reach import LOWEST, reaching
from jointlab.models.body.segments import body

WOMAN = body("female", 1.68, 65)
PEOPLE = [WOMAN, body("male", 1.80, 80), body("female", 1.50, 50), body("male", 1.95, 110)]
horizontals = st.floats(0.20, METRIC.farthest)
heights = st.floats(LOWEST, METRIC.highest)
loads = st.floats(0, 0.2)  # of the body's mass: with more, far out, nobody could stand


def knuckles(person, posture) -> complex:
    """Forward + i·up from the ankles, on the floor."""
    arm = arm_points(person, trunk_points(person, posture), posture.arm)
    return complex(arm.grip + hip_above_floor(person, posture))


def crown(person, posture) -> complex:
    return complex(trunk_points(person, posture).vertex + hip_above_floor(person, posture))


@given(person=st.sampled_from(PEOPLE), horizontal=horizontals, height=heights, load=loads)
def test_hands_are_where_they_are_wanted_or_it_says_by_how_much_not(person, horizontal, height, load):
    load *= person.mass
    found = reaching(person, horizontal, height, load)
    away = abs(knuckles(person, found.posture) - complex(horizontal, height))
    assert away == pytest.approx(found.miss, abs=0.01)


@pytest.mark.parametrize("horizontal", [0.25, 0.40, 0.50])
def test_the_woman_of_the_course_reaches_all_usual_places(horizontal):
    for height in np.linspace(LOWEST, 1.65, 33):
        found = reaching(WOMAN, horizontal, height, 10)
        assert found.miss < 0.005
        assert knuckles(WOMAN, found.posture) == pytest.approx(complex(horizontal, height), abs=0.01)


def test_a_shelf_beyond_her_reach_is_missed_and_a_taller_man_reaches_it():
    assert reaching(WOMAN, 0.63, 1.75).miss > 0.05
    assert reaching(body("male", 1.95, 110), 0.63, 1.75).miss < 0.01


def test_a_miss_grows_with_the_distance():
    misses = [reaching(WOMAN, horizontal, 1.75).miss for horizontal in (0.55, 0.60, 0.65, 0.70)]
    assert (np.diff(misses) > 0).all()


@given(person=st.sampled_from(PEOPLE), horizontal=horizontals, height=heights, load=loads)
def test_every_posture_is_human(person, horizontal, height, load):
    load *= person.mass
    posture = reaching(person, horizontal, height, load).posture
    assert 0 <= posture.trunk <= 110
    assert 0 <= posture.leg.knee <= 130
    assert 0 <= posture.arm.elbow <= 150
    assert -30 <= posture.leg.ankle <= 30, "shanks lean as ankles allow"
    assert -60 <= posture.arm.shoulder <= 205
    hip = complex(hip_above_floor(person, posture))
    assert hip.imag > 0.15, "nobody sits on the floor"
    assert hip.imag + complex(leg_points(person, posture, posture.leg).knee).imag > 0.15


@given(person=st.sampled_from(PEOPLE), horizontal=horizontals, height=heights, load=loads)
def test_the_weight_of_body_and_load_is_above_the_feet(person, horizontal, height, load):
    load *= person.mass
    posture = reaching(person, horizontal, height, load).posture
    leg = leg_points(person, posture, posture.leg)
    held = Weight(load, knuckles(person, posture) - complex(hip_above_floor(person, posture)))
    whole = centre([*whole_body(person, posture), held]).place
    length = person.segments["foot"].length
    assert 0.15 < (whole - leg.heel).real / length < 0.85
    assert leg.foot == pytest.approx(0, abs=1e-9)


STEP = 0.004  # m of the hands: less than one step of a control


@pytest.mark.parametrize("height", sampled([0.05, 0.4, 0.75, 1.3, 1.6], {"0.4"}))
def test_nothing_jumps_as_the_hands_move_forward(height):
    places = np.arange(0.20, 0.70, STEP)
    crowns = np.array([crown(WOMAN, reaching(WOMAN, place, height, 10).posture) for place in places])
    assert np.abs(np.diff(crowns)).max() < 8 * STEP


@pytest.mark.parametrize("horizontal", sampled([0.3, 0.45, 0.2], {"0.3"}))
def test_nothing_jumps_as_the_hands_move_up(horizontal):
    person = {0.3: PEOPLE[0], 0.45: PEOPLE[1], 0.2: PEOPLE[2]}[horizontal]
    postures = [reaching(person, horizontal, height, 10).posture for height in np.arange(0.05, 1.85, STEP)]
    crowns = np.array([crown(person, posture) for posture in postures])
    assert np.abs(np.diff(crowns)).max() < 8 * STEP
    grips = np.array([knuckles(person, posture) for posture in postures])
    assert np.abs(np.diff(grips)).max() < 2 * STEP


def test_knees_and_back_share_a_lift_from_the_floor_and_near_hands_need_neither():
    low, high = (reaching(WOMAN, 0.35, height, 10).posture for height in (0.15, 1.1))
    assert low.leg.knee > 80
    assert 50 < low.trunk < 90
    assert high.leg.knee == 0
    assert high.trunk == pytest.approx(0, abs=0.5)
    assert high.arm.elbow > 60


def test_arms_go_overhead():
    posture = reaching(WOMAN, 0.25, 1.75).posture
    assert posture.arm.shoulder > 60
    assert knuckles(WOMAN, posture).imag > crown(WOMAN, posture).imag


def test_hands_come_no_lower_than_they_are_thick():
    assert reaching(WOMAN, 0.4, 0.0).posture == reaching(WOMAN, 0.4, LOWEST).posture


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"horizontal": -0.1}, "horizontal must be between 0 and 1"),
        ({"horizontal": np.nan}, "horizontal must be between"),
        ({"height": 3.0}, "height must be between 0 and 2.2"),
        ({"load": -1}, "load must be a finite number, 0 or more"),
    ],
)
def test_impossible_wishes_are_refused_in_words(wrong, words):
    with pytest.raises(ValueError, match=words):
        reaching(WOMAN, **{"horizontal": 0.4, "height": 0.5, **wrong})
