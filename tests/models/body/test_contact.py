"""What a body rests on: closed forms, balance of forces, another solver's limits, and refusals."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from jointlab.models.body.balance import standing
from jointlab.models.body.contact import Contact, by_side, corners, reactions, statics
from jointlab.models.body.kinematics import Arm, Leg, Posture, arm_points, trunk_points
from jointlab.models.body.masses import centre, whole_body
from jointlab.models.body.segments import body
from jointlab.models.body.settle import settle
from jointlab.models.require import Impossible

G = 9.80665
MAN = body("male", 1.75, 70)
ON_HANDS = Posture(82, 0, arm=Arm(82, 6, 84), leg=Leg(82, 97, -48))
HANDS_AND_KNEES = (Contact("hand"), Contact("knee"))
ON_FOREARMS = Posture(82, 0, arm=Arm(82, 88), leg=Leg(0, 4, 2, 62))
PLANK = (Contact("forearm"), Contact("toes"))
ON_BACK = Posture(-93, 2, arm=Arm(-8, 2, 5), leg=Leg(42, 100, -25))
BACK = (Contact("pelvis"), Contact("back"), Contact("head", rests=True), Contact("hand", rests=True))


def settled(posture, contacts, person=MAN):
    found = settle(person, posture, contacts)
    return found.posture, found.contacts


def weight_of(posture, person=MAN):
    whole = centre(whole_body(person, posture))
    return G * float(whole.mass), float(whole.place.real)


SUPPORTED = [
    settled(ON_HANDS, HANDS_AND_KNEES),
    settled(ON_HANDS, (*HANDS_AND_KNEES, Contact("instep", rests=True))),
    settled(ON_FOREARMS, PLANK),
    settled(ON_BACK, (*BACK, Contact("foot"))),
    settled(ON_BACK, (*BACK, Contact("foot", rests=True))),
    settled(
        replace(ON_HANDS, arm=Arm(160), far_arm=ON_HANDS.arm, far_leg=Leg(0, 5)),
        (Contact("hand", "far"), Contact("knee", "near")),
    ),
]


# ------------------------------------------------------------------ two places


@pytest.mark.parametrize(("posture", "contacts"), [SUPPORTED[0], SUPPORTED[2], SUPPORTED[5]])
def test_two_places_bear_as_the_ends_of_a_beam_do(posture, contacts):
    weight, place = weight_of(posture)
    front, rear = reactions(MAN, posture, contacts)
    share = (place - rear.point.real) / (front.point.real - rear.point.real)
    assert 0 < share < 1
    assert front.force.middle == pytest.approx(share * weight, rel=1e-9)
    assert rear.force.middle == pytest.approx((1 - share) * weight, rel=1e-9)


def test_two_points_are_exact():
    """Heels and the tips of the toes of one foot: nothing of the kind is flat."""
    posture = Posture(arm=Arm(8))
    heel, instep = (Contact("heel"), Contact("instep"))
    posture, contacts = settled(posture, (heel, instep))
    for found in reactions(MAN, posture, contacts):
        assert found.force.low == pytest.approx(found.force.middle, rel=1e-9)
        assert found.force.high == pytest.approx(found.force.middle, rel=1e-9)


def test_a_flat_hand_may_push_anywhere_along_itself():
    posture, contacts = SUPPORTED[0]
    hand, knee = reactions(MAN, posture, contacts)
    found = statics(MAN, posture, contacts)
    weight, place = weight_of(posture)
    ends = found.points[found.owner == 0].real
    expected = sorted(weight * (place - knee.point.real) / (end - knee.point.real) for end in ends)
    assert [hand.force.low, hand.force.high] == pytest.approx(expected)
    assert hand.force.low < hand.force.middle < hand.force.high


def test_one_flat_foot_bears_everything():
    for posture in (standing(MAN), standing(MAN, 60), standing(MAN, 30, 80, 10)):
        (found,) = reactions(MAN, posture, [Contact("foot")])
        weight, _ = weight_of(posture)
        assert [found.force.low, found.force.middle, found.force.high] == pytest.approx([weight] * 3)


def test_a_load_in_the_hands_is_borne_as_well():
    posture = standing(MAN, 20, load=15)
    (found,) = reactions(MAN, posture, [Contact("foot")], load=15)
    assert found.force.middle == pytest.approx(G * (70 + 15))


# ------------------------------------------------------------------ balance


@pytest.mark.parametrize(("posture", "contacts"), SUPPORTED)
@pytest.mark.parametrize(
    ("shift", "below"), [((0.0, 0.0), (0.0, 0.0)), ((-9.0, 4.0), (0.0, 0.0)), ((-2.0, 2.0), (-7.0, 1.0))]
)
def test_every_way_is_in_balance(posture, contacts, shift, below):
    weight, place = weight_of(posture)
    found = statics(MAN, posture, contacts, shift=shift, below=below)
    assert len(found.forces) >= 1
    assert (found.forces >= 0).all()
    assert found.forces.sum(axis=1) == pytest.approx(weight, rel=1e-9)
    assert found.forces @ found.points.real == pytest.approx(weight * place + found.shift + found.below, abs=1e-6)
    for found_shifts, meant in ((found.shift, shift), (found.below, below)):
        assert [found_shifts.min(), found_shifts.max()] == pytest.approx(meant)
    assert found.middle.sum() == pytest.approx(weight, rel=1e-9)
    assert found.middle @ found.centres.real == pytest.approx(weight * place, abs=1e-6)
    for one in reactions(MAN, posture, contacts):
        assert -1e-9 <= one.force.low <= one.force.middle + 1e-6
        assert one.force.middle <= one.force.high + 1e-6


@given(
    st.lists(st.floats(-1, 1), min_size=3, max_size=6, unique_by=lambda x: round(x, 2)),
    st.lists(st.floats(0, 1), min_size=6, max_size=6),
    st.lists(st.sampled_from([np.inf, 0.0, 50.0, 300.0]), min_size=6, max_size=6),
    st.integers(0, 5),
)
def test_corners_reach_the_limits_that_a_linear_programme_finds(places, shares, caps, seed):
    """The sums are those of some x in the room, so that it is not empty."""
    caps = np.array(caps[: len(places)])
    inside = np.array(shares[: len(places)]) * np.minimum(caps, 400.0)
    columns = np.array([np.ones(len(places)), places])
    sums = columns @ inside
    found = corners(columns, caps, sums)
    cost = np.random.default_rng(seed).normal(size=len(places))
    for sign in (1, -1):
        best = linprog(sign * cost, A_eq=columns, b_eq=sums, bounds=[(0, cap) for cap in caps])
        assert best.status == 0
        assert (found @ (sign * cost)).min() == pytest.approx(best.fun, abs=1e-4)


def test_three_places_leave_each_open():
    posture, contacts = SUPPORTED[3]
    for one in reactions(MAN, posture, contacts):
        if not one.contact.rests:
            assert one.force.high - one.force.low > 50


def test_a_loose_arm_lies_level_about_its_shoulder_or_is_held_up():
    posture, contacts = SUPPORTED[4]
    hand = next(one for one in reactions(MAN, posture, contacts) if one.contact.part == "hand")
    arm = arm_points(MAN, trunk_points(MAN, posture), posture.arm)
    names = (("upper arm", arm.shoulder, arm.elbow), ("forearm", arm.elbow, arm.wrist), ("hand", arm.wrist, arm.grip))
    torque = 0.0
    for name, start, stop in names:
        segment = MAN.segments[name]
        torque += 2 * G * segment.mass * (start + segment.com * (stop - start) - arm.shoulder).real
    assert hand.force.middle * (hand.point - arm.shoulder).real == pytest.approx(torque)
    assert hand.force.low == 0
    assert hand.force.high == hand.force.middle


def test_feet_behind_knees_may_be_held_up():
    posture, contacts = SUPPORTED[1]
    feet = next(one for one in reactions(MAN, posture, contacts) if one.contact.part == "instep")
    assert feet.force.low == 0
    lower_legs = 2 * G * (MAN.segments["shank"].mass + MAN.segments["foot"].mass)
    assert 0.3 * lower_legs < feet.force.high < 0.7 * lower_legs


# ------------------------------------------------------------------ symmetry and scale


def test_left_and_right_may_change_places():
    posture, contacts = SUPPORTED[5]
    both = posture.with_both_sides()
    mirrored = Posture(both.pelvis, both.lumbar, both.thorax, both.neck, both.far_arm, both.far_leg, both.arm, both.leg)
    other = [replace(one, side={"near": "far", "far": "near"}[one.side]) for one in contacts]
    for here, there in zip(reactions(MAN, posture, contacts), reactions(MAN, mirrored, other), strict=True):
        assert there.force.middle == pytest.approx(here.force.middle, rel=1e-12)
        assert there.point == pytest.approx(here.point)


def test_limbs_alike_count_as_one_place():
    posture, contacts = SUPPORTED[0]
    spelled_out = posture.with_both_sides()
    assert by_side(spelled_out, contacts) == list(contacts)
    for here, there in zip(reactions(MAN, posture, contacts), reactions(MAN, spelled_out, contacts), strict=True):
        assert there.force == here.force
    apart = replace(posture, far_arm=Arm(60, 40, 80))
    assert [(one.part, one.side) for one in by_side(apart, contacts)] == [
        ("hand", "near"), ("hand", "far"), ("knee", "both"),
    ]  # fmt: skip


def test_a_tenth_more_mass_is_a_tenth_more_push():
    posture, contacts = SUPPORTED[0]
    heavier = reactions(body("male", 1.75, 77), posture, contacts)
    for one, more in zip(reactions(MAN, posture, contacts), heavier, strict=True):
        assert more.force.middle / one.force.middle == pytest.approx(1.1, rel=1e-3)  # its knees are thicker, too


# ------------------------------------------------------------------ refusals


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (
            lambda: Contact("ear"),
            "No part that can touch the floor is called 'ear'; there are hand, forearm",
        ),
        (lambda: Contact("hand", "left"), 'side must be "near", "far" or "both"; got \'left\''),
        (lambda: Contact("pelvis", "near"), "There is one pelvis only"),
        (lambda: Contact("back", rests=True), "The back bears what is left"),
        (lambda: Contact("heel", height=np.nan), "height must be a finite number; got nan"),
        (lambda: reactions(MAN, Posture(), []), "Nothing supports this posture"),
        (
            lambda: reactions(MAN, Posture(20, 20), [Contact("foot")]),
            "Nobody can stay like this: the weight falls .* cm",
        ),
        (lambda: reactions(MAN, Posture(-20), [Contact("foot")]), "the weight falls .* behind all that bears it"),
        (lambda: reactions(MAN, *SUPPORTED[0][:1], [Contact("knee")]), "in front of all that bears it"),
        (
            lambda: reactions(MAN, Posture(), [Contact("foot"), Contact("hand")]),
            "Not all touch the same floor: hand .* cm above foot",
        ),
        (lambda: reactions(MAN, *SUPPORTED[0], load=5), "A hand that rests on the floor cannot hold a load of 5 kg"),
        (lambda: reactions(MAN, *SUPPORTED[2], load=2), "A forearm that rests on the floor cannot hold"),
        (lambda: reactions(MAN, Posture(), [Contact("foot")], load=-1), "load must be a finite number, 0 or more"),
    ],
)
def test_what_cannot_be_is_refused_in_words(call, sentence):
    with pytest.raises(Impossible, match=sentence):
        call()


def test_a_step_is_part_of_the_floor():
    posture = replace(standing(MAN), far_leg=standing(MAN).leg, leg=Leg(40, 5))
    found = settle(MAN, posture, (Contact("heel", "near", height=0.2), Contact("foot", "far")))
    bands = reactions(MAN, found.posture, found.contacts)
    assert sum(one.force.middle for one in bands) == pytest.approx(70 * G)
    with pytest.raises(Impossible, match="Not all touch the same floor"):
        reactions(MAN, found.posture, [replace(one, height=0.0) for one in found.contacts])
