from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab.models.body.kinematics import (
    Arm,
    Leg,
    Posture,
    arm_points,
    between,
    both_arms,
    hanging,
    leg_points,
    level_shares,
    require_finite,
    trunk_points,
    turn,
)
from jointlab.models.body.segments import LEVELS, body

PERSON = body("female", 1.65, 60)
angles = st.floats(-150, 150)
arms = st.builds(Arm, shoulder=angles, elbow=st.floats(0, 150), wrist=st.floats(-80, 80))
legs = st.builds(Leg, hip=angles, knee=st.floats(0, 150), ankle=st.floats(-50, 30))
postures = st.builds(
    Posture,
    pelvis=angles,
    lumbar=st.floats(-30, 80),
    thorax=st.floats(-20, 40),
    neck=st.floats(-60, 60),
    arm=arms,
    leg=legs,
    far_arm=st.none() | arms,
    far_leg=st.none() | legs,
)


def pieces(person, posture):
    """Every rigid piece of the body as (name, one end, other end)."""
    trunk = trunk_points(person, posture)
    bones = [(above, trunk.levels[i], trunk.levels[i + 1]) for i, above in enumerate(LEVELS[:-1])]
    bones += [
        ("pelvis", 0, trunk.levels[0]),
        ("lower chest", trunk.levels[-1], trunk.chest),
        ("upper chest", trunk.chest, trunk.neck),
        ("shoulder", trunk.chest, trunk.shoulder),
        ("neck", trunk.neck, trunk.skull),
        ("head", trunk.skull, trunk.vertex),
    ]
    for side, arm in zip(("near", "far"), both_arms(person, posture, trunk), strict=True):
        joints = (arm.shoulder, arm.elbow, arm.wrist, arm.grip, arm.tip)
        bones += [(f"{side} arm {i}", *ends) for i, ends in enumerate(pairwise(joints))]
    for side, leg in (("near", posture.leg), ("far", posture.far_leg or posture.leg)):
        points = leg_points(person, posture, leg)
        joints = (points.hip, points.knee, points.ankle, points.heel, points.ball, points.toe)
        bones += [(f"{side} leg {i}", *ends) for i, ends in enumerate(pairwise(joints))]
    return bones


UPRIGHT = {name: abs(stop - start) for name, start, stop in pieces(PERSON, Posture())}


@given(postures)
def test_no_posture_stretches_a_bone(posture):
    for name, start, stop in pieces(PERSON, posture):
        assert abs(stop - start) == pytest.approx(UPRIGHT[name], rel=1e-9), name


def test_upright_is_the_table():
    trunk = trunk_points(PERSON, Posture())
    assert list(trunk.levels) == [PERSON.landmarks[level] for level in LEVELS]
    assert trunk.shoulder == pytest.approx(PERSON.landmarks["shoulder"])
    assert trunk.skull == pytest.approx(PERSON.landmarks["skull base"])
    assert trunk.vertex.imag == pytest.approx(PERSON.height - PERSON.hip_height)
    near, far = both_arms(PERSON, Posture(), trunk)
    assert near is far
    assert near.tip == pytest.approx(near.shoulder - 1j * (near.shoulder - near.tip).imag)  # straight down
    leg = leg_points(PERSON, Posture(), Leg())
    assert leg.ankle == pytest.approx(1j * (PERSON.ankle_height - PERSON.hip_height))
    assert leg.heel.imag == pytest.approx(-PERSON.hip_height)
    assert leg.heel.real < leg.ankle.real < leg.ball.real < leg.toe.real


@pytest.mark.papercheck  # Beaucage-Gauvreau et al. 2019: 80 degrees of lumbar flexion.
def test_shares_of_the_levels():
    shares = level_shares()
    assert list(shares) == list(LEVELS)
    assert sum(shares.values()) == pytest.approx(1, rel=1e-12)
    assert 80 * shares["L5-S1"] == pytest.approx(11.2, abs=0.05)
    assert 80 * shares["L4-L5"] == pytest.approx(20.8, abs=0.05)


@given(st.floats(-90, 120), st.floats(-30, 80))
def test_the_levels_add_up_to_the_lean_of_the_chest(pelvis, lumbar):
    posture = Posture(pelvis, lumbar)
    trunk = trunk_points(PERSON, posture)
    assert posture.trunk == pelvis + lumbar
    assert trunk.turns[-1] == trunk.upper == pytest.approx(pelvis + lumbar)
    assert np.diff([pelvis, *trunk.turns]) == pytest.approx(lumbar * np.array(list(level_shares().values())), abs=1e-9)
    assert trunk.rotations == pytest.approx([turn(angle) for angle in (pelvis, *trunk.turns)])


@given(postures, st.floats(-90, 90))
def test_turning_the_pelvis_turns_everything_above_it(posture, more):
    before = trunk_points(PERSON, posture)
    turned = Posture(posture.pelvis + more, posture.lumbar, posture.thorax, posture.neck, arm=posture.arm)
    after = trunk_points(PERSON, turned)
    for name in ("chest", "neck", "skull", "vertex", "shoulder"):
        assert getattr(after, name) == pytest.approx(getattr(before, name) * turn(more), abs=1e-9)
    hands = [arm_points(PERSON, trunk, posture.arm).tip for trunk in (before, after)]
    assert hands[1] == pytest.approx(hands[0] * turn(more), abs=1e-9)


@given(angles, angles)
def test_turning(one, other):
    assert turn(one) * turn(other) == pytest.approx(turn(one + other), abs=1e-12)
    assert abs(turn(one)) == pytest.approx(1)
    assert 1j * turn(90) == pytest.approx(1, abs=1e-12)  # up becomes forward
    assert hanging(0) == pytest.approx(-1j)
    assert hanging(90) == pytest.approx(1, abs=1e-12)


def test_flexion_goes_the_way_the_words_say():
    trunk = trunk_points(PERSON, Posture())
    lifted = arm_points(PERSON, trunk, Arm(shoulder=90))
    assert lifted.grip.imag == pytest.approx(lifted.shoulder.imag)
    assert lifted.grip.real > lifted.shoulder.real
    bent = arm_points(PERSON, trunk, Arm(elbow=90, wrist=30))
    assert bent.elbow.real == pytest.approx(bent.shoulder.real)
    assert bent.wrist.real > bent.elbow.real
    assert bent.tip.imag > bent.wrist.imag
    leg = leg_points(PERSON, Posture(), Leg(hip=90, knee=90))
    assert leg.knee.real > 0.3
    assert leg.ankle.real == pytest.approx(leg.knee.real)
    assert leg_points(PERSON, Posture(), Leg(knee=60)).ankle.real < 0
    raised = leg_points(PERSON, Posture(), Leg(ankle=20))
    assert raised.toe.imag > raised.heel.imag
    tiptoe = leg_points(PERSON, Posture(), Leg(toes=60))
    assert tiptoe.ball.imag == pytest.approx(tiptoe.heel.imag)
    assert np.degrees(np.angle(tiptoe.toe - tiptoe.ball)) == pytest.approx(60)
    assert trunk_points(PERSON, Posture(neck=30)).vertex.real > trunk.vertex.real
    assert trunk_points(PERSON, Posture(lumbar=-20)).shoulder.real < trunk.shoulder.real


@given(postures, postures, st.floats(0, 1))
def test_the_way_from_one_posture_to_another(first, second, share):
    assert between(first, second, 0) == first.with_both_sides()
    assert between(first, second, 1).arm.shoulder == pytest.approx(second.arm.shoulder, abs=1e-9)
    assert between(first, second, 1).far_leg.knee == pytest.approx((second.far_leg or second.leg).knee, abs=1e-9)
    part = between(first, second, share)
    assert part.pelvis == pytest.approx(first.pelvis + share * (second.pelvis - first.pelvis))
    assert between(first, first, share).lumbar == pytest.approx(first.lumbar)


def test_many_postures_at_once():
    rng = np.random.default_rng(1)
    pelvis, lumbar, shoulder, knee = rng.uniform(-60, 90, (4, 7))
    heights = np.array([[1.5], [1.9]])
    crowd = body("male", heights, 70)
    many = Posture(pelvis, lumbar, 10, -5, Arm(shoulder, 40, 5), Leg(20, knee, 3), far_arm=Arm(0, pelvis))
    found = {name: np.broadcast_to(stop, (2, 7)) for name, _, stop in pieces(crowd, many)}
    for i in range(2):
        person = body("male", heights[i, 0], 70)
        for j in range(7):
            one = Posture(pelvis[j], lumbar[j], 10, -5, Arm(shoulder[j], 40, 5), Leg(20, knee[j], 3), Arm(0, pelvis[j]))
            for name, _, stop in pieces(person, one):
                assert found[name][i, j] == pytest.approx(stop, abs=1e-12)


def test_a_far_limb_that_does_as_the_near_one_need_not_be_named():
    alike = Posture(10, arm=Arm(40), leg=Leg(20, 30))
    assert alike.with_both_sides().with_one_side() == alike
    apart = replace(alike, far_arm=Arm(10))
    assert apart.with_both_sides().with_one_side() == apart


def test_every_angle_must_be_a_finite_number():
    for bad in (Posture(leg=Leg(toes=np.nan)), Posture(far_leg=Leg(knee=np.inf)), Posture(neck="stiff")):
        with pytest.raises(ValueError, match="must be a finite number"):
            require_finite(bad)
