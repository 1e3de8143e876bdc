"""A body that is laid down lies: contacts touch, places hold, what need not give way does not."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jointlab.models.body.balance import standing
from jointlab.models.body.contact import Contact, by_side, touching
from jointlab.models.body.kinematics import Arm, Leg, Posture
from jointlab.models.body.segments import body
from jointlab.models.body.settle import settle
from jointlab.models.body.skin import PADS, PARTS, Bones, lowest
from jointlab.models.require import Impossible

MAN = body("male", 1.75, 70)
KNEELING = Posture(82, 0, neck=-12, arm=Arm(82, 6, 84), leg=Leg(82, 97, -48))
ON_FOUR = (Contact("hand"), Contact("knee"), Contact("instep", rests=True))
SUPINE = Posture(-93, 2, arm=Arm(-8, 2, 5), leg=Leg(42, 100, -25))
ON_BACK = (Contact("pelvis"), Contact("back"), Contact("foot"), Contact("head", rests=True))


def gaps(person, settled):
    """How far (m) every end of every contact is from its floor."""
    bones = Bones(person, settled.posture)
    return [
        (point + settled.hip).imag - one.height
        for one in by_side(settled.posture, settled.contacts)
        for point in touching(person, bones, one)
    ]


@settings(max_examples=50, deadline=None)
@given(
    st.floats(-20, 40), st.floats(-5, 15), st.floats(70, 90), st.floats(0, 20), st.floats(1.5, 1.95), st.floats(50, 100)
)
def test_hands_and_knees_find_the_floor(lumbar, thorax, pelvis, elbow, height, mass):
    person = body("female", height, mass)
    arm = Arm(82 + thorax, elbow, 84)
    posture = replace(KNEELING, pelvis=pelvis - 0.6 * lumbar, lumbar=lumbar, thorax=thorax, arm=arm)
    found = settle(person, posture, ON_FOUR)
    assert np.abs(gaps(person, found)).max() < 1e-4
    assert found.posture.lumbar == lumbar
    assert found.posture.thorax == thorax
    assert found.posture.arm.elbow == elbow
    assert found.posture.leg.ankle == posture.leg.ankle
    assert found.hip.real == 0


def test_on_the_back_pelvis_chest_head_and_feet_touch():
    found = settle(MAN, SUPINE, ON_BACK)
    assert np.abs(gaps(MAN, found)).max() < 1e-4
    assert found.posture.leg.knee == SUPINE.leg.knee
    assert found.posture.lumbar == SUPINE.lumbar


def test_what_is_settled_stays_as_it_is():
    once = settle(MAN, KNEELING, ON_FOUR)
    again = settle(MAN, once.posture, once.contacts, once.hip)
    assert again.hip == pytest.approx(once.hip, abs=1e-4)
    assert again.posture.leg.hip == pytest.approx(once.posture.leg.hip, abs=0.01)
    assert again.posture.arm.shoulder == pytest.approx(once.posture.arm.shoulder, abs=0.01)


def test_hands_and_knees_keep_their_places():
    start = settle(MAN, KNEELING, ON_FOUR)
    held = [one if one.part == "instep" else replace(one) for one in start.contacts]
    moved = settle(MAN, replace(start.posture, lumbar=25, pelvis=62), held, start.hip)
    for before, after in zip(start.contacts, moved.contacts, strict=True):
        if before.part != "instep":
            assert after.at == pytest.approx(before.at, abs=1e-4)
    assert np.abs(gaps(MAN, moved)).max() < 1e-4


def test_near_and_far_limbs_reach_the_floor_apart():
    posture = replace(KNEELING, far_arm=Arm(60, 30, 84), far_leg=Leg(60, 80, -48))
    found = settle(MAN, posture, (Contact("hand"), Contact("knee")))
    assert {(one.part, one.side) for one in found.contacts} == {
        ("hand", "near"), ("hand", "far"), ("knee", "near"), ("knee", "far"),
    }  # fmt: skip
    assert np.abs(gaps(MAN, found)).max() < 1e-4
    assert found.posture.arm != found.posture.far_arm


def test_left_and_right_may_change_places():
    posture = replace(KNEELING, far_arm=Arm(160), far_leg=Leg(0, 5))
    mirrored = replace(posture, arm=posture.far_arm, far_arm=posture.arm, leg=posture.far_leg, far_leg=posture.leg)
    here = settle(MAN, posture, (Contact("hand", "near"), Contact("knee", "near")))
    there = settle(MAN, mirrored, (Contact("hand", "far"), Contact("knee", "far")))
    assert there.hip == pytest.approx(here.hip, abs=1e-6)
    assert there.posture.far_arm.shoulder == pytest.approx(here.posture.arm.shoulder, abs=1e-6)
    assert there.posture.arm == mirrored.arm


def test_whoever_stands_stands_where_balance_says():
    for how in ({}, {"bend": 40}, {"bend": 30, "knee": 70}):
        posture = standing(MAN, **how)
        found = settle(MAN, posture, [Contact("foot")])
        assert found.posture.leg.ankle == pytest.approx(posture.leg.ankle, abs=0.05)
        assert found.posture.leg.hip == pytest.approx(posture.leg.hip, abs=0.05)


def test_a_step_lifts_the_heel():
    posture = Posture(2, arm=Arm(), leg=Leg(32, 4), far_leg=Leg(-4, 2, 6))
    for height in (0.1, 0.3):
        contacts = (Contact("heel", "near", height=height), Contact("foot", "far"))
        found = settle(MAN, posture, contacts)
        assert np.abs(gaps(MAN, found)).max() < 1e-4
        heel = min(point.imag for point in lowest(MAN, Bones(MAN, found.posture), "heel", "near")) + found.hip.imag
        assert heel == pytest.approx(height, abs=1e-4)


@pytest.mark.parametrize("part", PARTS)
def test_pads_are_fixed_to_their_bones(part):
    """Turning the whole body turns every pad's middle about the hips, and nothing else."""
    upright, leaning = (Bones(MAN, Posture(pelvis)) for pelvis in (0.0, 90.0))
    radii = [pad.radius for pad in PADS[part]]
    for here, there, radius in zip(
        lowest(MAN, upright, part, "near"), lowest(MAN, leaning, part, "near"), radii, strict=True
    ):
        assert abs(abs(there) - abs(here)) <= 2 * 1.1 * radius + 1e-9  # the touching point lies a radius below


@pytest.mark.parametrize(
    ("posture", "contacts", "sentence"),
    [
        (Posture(), [], "Nothing supports this posture"),
        (Posture(np.nan), [Contact("pelvis"), Contact("back")], "pelvis must be a finite number; got nan"),
        (Posture(leg=Leg(np.inf)), [Contact("foot")], "hip must be a finite number; got inf"),
        (Posture(lumbar=np.nan), [Contact("foot")], "lumbar must be a finite number; got nan"),
        (Posture(-90), [Contact("pelvis"), Contact("back", at=3.0), Contact("foot", at=9.0)], "out of reach"),
    ],
)
def test_what_cannot_be_is_refused_in_words(posture, contacts, sentence):
    with pytest.raises(Impossible, match=sentence):
        settle(MAN, posture, contacts)
