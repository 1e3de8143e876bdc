from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.integrate import quad

from jointlab.models.body.kinematics import Arm, Leg, Posture, both_arms, trunk_points
from jointlab.models.body.masses import Weight, above_l5_s1, centre, trunk_slice, upper_body, whole_body
from jointlab.models.body.segments import PAIRED, body

SEXES = ("female", "male")
BENT = Posture(25, 30, 5, -10, Arm(60, 40, 10), Leg(40, 30, -5), far_arm=Arm(-20, 10), far_leg=Leg(-10, 5, 0))


def density(person, height):
    """kg per m of the upright lower and middle trunk: straight lines that give each segment its mass and centre."""
    lower, middle = person.segments["lower trunk"], person.segments["middle trunk"]
    segment, base = (lower, 0.0) if height < lower.length else (middle, lower.length)
    from_top = 1 - (height - base) / segment.length
    return segment.mass / segment.length * (1 + 6 * (segment.com - 0.5) * (2 * from_top - 1))


@given(st.sampled_from(SEXES), st.floats(0, 0.35), st.floats(0, 0.35))
def test_a_slice_is_the_integral_of_the_density(sex, one, other):
    low, high = min(one, other), max(one, other)
    assume(high - low > 1e-3)
    person = body(sex, 1.7, 70)
    edge = [person.segments["lower trunk"].length]
    mass = quad(lambda h: density(person, h), low, high, points=edge)[0]
    moment = quad(lambda h: h * density(person, h), low, high, points=edge)[0]
    found = trunk_slice(person, low, high)
    assert found.mass == pytest.approx(mass, rel=1e-8)
    assert found.mass * found.place == pytest.approx(moment, rel=1e-8)


@given(st.sampled_from(SEXES), st.lists(st.floats(0.001, 0.999), max_size=6, unique=True))
def test_slices_add_up_to_the_trunk(sex, cuts):
    person = body(sex, 1.6, 55)
    lower, middle = person.segments["lower trunk"], person.segments["middle trunk"]
    top = lower.length + middle.length
    edges = [0, *(top * cut for cut in sorted(cuts)), top]
    slices = [trunk_slice(person, a, b) for a, b in pairwise(edges) if b - a > 1e-9]
    mass, moment = sum(s.mass for s in slices), sum(s.mass * s.place for s in slices)
    assert mass == pytest.approx(lower.mass + middle.mass)
    centres = lower.mass * (1 - lower.com) * lower.length + middle.mass * (top - middle.com * middle.length)
    assert moment == pytest.approx(centres)


@pytest.mark.parametrize("sex", SEXES)
def test_no_slice_of_the_trunk_has_negative_mass(sex):
    for name in ("lower trunk", "middle trunk"):
        assert 1 / 3 < body(sex, 1.7, 70).segments[name].com < 2 / 3


@pytest.mark.parametrize("posture", [Posture(), BENT])
@pytest.mark.parametrize("mass", [70.0, np.array([40.0, 100.0])])
@pytest.mark.parametrize("sex", SEXES)
def test_every_posture_weighs_the_same(sex, mass, posture):
    person = body(sex, 1.75, mass)
    assert sum(piece.mass for piece in whole_body(person, posture)) == pytest.approx(mass, rel=1e-12)
    legs = sum(2 * person.segments[name].mass for name in PAIRED[3:])
    trunk = trunk_points(person, posture)
    carried = upper_body(person, trunk, both_arms(person, posture, trunk))
    assert carried.mass == pytest.approx(mass - legs)


@pytest.mark.papercheck  # Beaucage-Gauvreau et al. 2019: 51.06 % of their model lies above L5-S1.
@pytest.mark.parametrize("sex", SEXES)
def test_half_of_the_body_is_above_the_lowest_disc(sex):
    person = body(sex, 1.7, 84)
    assert centre(above_l5_s1(person, Posture())).mass / 84 == pytest.approx(0.5106, rel=0.03)


def test_the_centre_of_two_weights():
    both = centre([Weight(1.0, 0j), Weight(3.0, 4 + 8j)])
    assert (both.mass, both.place) == (4.0, 3 + 6j)
    many = centre([Weight(np.array([1.0, 2.0]), 1j), Weight(1.0, np.array([2.0, 5.0]))])
    assert many.place == pytest.approx([1 + 0.5j, 5 / 3 + 2j / 3])


def test_one_arm_moves_the_centre_half_as_far_as_two():
    person = body("male", 1.7, 70)
    hanging, both, one = (
        centre(above_l5_s1(person, posture)).place
        for posture in (Posture(), Posture(arm=Arm(90)), Posture(far_arm=Arm(90)))
    )
    assert both.real > hanging.real + 0.02
    assert one == pytest.approx((hanging + both) / 2)


def test_the_far_side_weighs_as_the_near_side():
    person = body("female", 1.7, 70)
    for posture in (Posture(20, 10, arm=Arm(50, 20), leg=Leg(30, 10)), BENT):
        both = posture.with_both_sides()
        swapped = Posture(
            both.pelvis, both.lumbar, both.thorax, both.neck, both.far_arm, both.far_leg, both.arm, both.leg
        )
        here = centre(whole_body(person, posture))
        assert centre(whole_body(person, both)).place == pytest.approx(here.place)
        assert centre(whole_body(person, swapped)).place == pytest.approx(here.place)


def test_many_at_once():
    pelvis, shoulder = np.array([0.0, 30.0, 80.0]), np.array([[0.0], [90.0]])
    mass = np.array([50.0, 70.0, 90.0])
    crowd = whole_body(body("male", 1.8, mass), Posture(pelvis, 20, arm=Arm(shoulder)))
    place = centre(crowd).place
    assert place.shape == (2, 3)
    for i in range(2):
        for j in range(3):
            one = whole_body(body("male", 1.8, mass[j]), Posture(pelvis[j], 20, arm=Arm(shoulder[i, 0])))
            assert place[i, j] == pytest.approx(centre(one).place, abs=1e-12)
