"""A carried load is held in postures that people can hold: hands above the floor, weight above the feet, no fall."""

import itertools

import numpy as np
import pytest
from tests.each import each

from jointlab import sources
from jointlab.models.body.adult import adult
from jointlab.models.body.balance import hip_above_floor, standing
from jointlab.models.body.carrying import CLEARANCE, STEADY, carrying
from jointlab.models.body.kinematics import arm_points, leg_points, trunk_points
from jointlab.models.body.masses import Weight, centre, whole_body
from jointlab.models.body.segments import body

PEOPLE = [adult(), body("male", 2.0, 130), body("female", 1.45, 45)]
CORNERS = list(itertools.product((-10, 30, 90), (0, 45, 90), (0, 45, 90), (0, 0.15, 0.38)))  # the last: load over mass


def knuckles(person, posture) -> complex:
    """Forward + i·up from the ankles, on the floor."""
    arm = arm_points(person, trunk_points(person, posture), posture.arm)
    return complex(arm.grip + hip_above_floor(person, posture))


def test_the_adult_is_the_one_of_the_constants():
    assert adult().height == sources.value("adult_height")
    assert adult().mass == pytest.approx(sources.value("adult_mass"))
    assert adult() is adult()


@each("corner", CORNERS)
@each("person", PEOPLE)
def test_hands_clear_the_floor_and_legs_lean_back_no_farther_than_is_steady(person, corner):
    bend, knee, reach, load = *corner[:3], corner[3] * person.mass
    carried = carrying(person, bend, knee, reach, load)
    assert carried.posture.trunk == pytest.approx(bend)
    assert carried.posture.leg.knee == knee
    hands = knuckles(person, carried.posture)
    assert hands.imag > CLEARANCE - 0.04, "looking twice leaves a small error"
    lifted = carried.posture.arm.shoulder - bend
    if carried.limited:
        assert lifted < reach
        assert -carried.posture.leg.ankle == pytest.approx(STEADY, abs=0.5)
    elif lifted > reach:
        assert hands.imag == pytest.approx(CLEARANCE, abs=0.04), "no farther than it takes"
    else:
        assert carried.posture == standing(person, bend, knee, reach, load=load)


@each("corner", CORNERS)
def test_the_weight_of_body_and_load_is_above_the_feet(corner):
    person, load = adult(), corner[3] * adult().mass
    posture = carrying(person, *corner[:3], load).posture
    leg = leg_points(person, posture, posture.leg)
    held = Weight(load, knuckles(person, posture) - complex(hip_above_floor(person, posture)))
    whole = centre([*whole_body(person, posture), held]).place
    assert 0.15 < (whole - leg.heel).real / person.segments["foot"].length < 0.85


def test_arms_are_held_back_where_the_person_would_fall_and_nowhere_else():
    assert carrying(adult(), 90, 0, 90, 25).limited
    assert not carrying(adult(), 30, 0, 20, 5).limited
    assert not carrying(adult(), 90, 0, 0, 25).limited, "hanging arms cannot be lifted less"


def test_nothing_jumps_where_the_floor_or_the_balance_begins_to_matter():
    lifts = np.linspace(0, 90, 181)
    for bend, knee, load in ((90, 90, 25), (90, 0, 25), (60, 90, 10)):
        grips = np.array([knuckles(adult(), carrying(adult(), bend, knee, lift, load).posture) for lift in lifts])
        assert np.abs(np.diff(grips)).max() < 0.02
