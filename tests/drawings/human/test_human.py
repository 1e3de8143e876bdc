"""The drawn body is a body: whole, on the floor, with its joints inside its skin, in every posture of the course."""

from dataclasses import replace

import numpy as np
import pytest
from matplotlib.colors import to_hex, to_rgb
from tests.drawings.human.people import EVERY, OTHER, PEOPLE, STANDING, WHO, flat, inside, postures

from jointlab.drawings import style
from jointlab.drawings.human import closeups
from jointlab.drawings.human.bones import bones
from jointlab.drawings.human.front import FrontBody
from jointlab.drawings.human.side import SideBody, outlines
from jointlab.drawings.human.upright import Upright
from jointlab.drawings.picture import Picture
from jointlab.models.body.balance import hip_above_floor, standing
from jointlab.models.body.forward_bend import palms_at
from jointlab.models.body.kinematics import Posture, arm_points, between, leg_points, trunk_points
from jointlab.models.body.segments import body


@pytest.mark.parametrize(("who", "name"), EVERY)
def test_joints_lie_inside_the_skin(who, name):
    person, posture = PEOPLE[who], postures(who)[name]
    drawn = outlines(Upright(person), posture)
    trunk = trunk_points(person, posture)
    for level in trunk.levels:
        assert inside(flat(level), *drawn["skin"])
    arm, leg = arm_points(person, trunk, posture.arm), leg_points(person, posture, posture.leg)
    for joint in (arm.elbow, arm.wrist, arm.grip):
        assert inside(flat(joint), *drawn["near arm"], radius=0.003)
    assert inside(flat(arm.shoulder), *drawn["near arm"])
    for joint in (leg.knee, leg.ankle):
        assert inside(flat(joint), drawn["skin"][1])


@pytest.mark.parametrize(("who", "name"), EVERY)
def test_bones_lie_inside_the_trunk(who, name):
    person, posture = PEOPLE[who], postures(who)[name]
    skin = outlines(Upright(person), posture)["skin"]
    for kind, parts in bones(person, posture).items():
        within = [np.mean([inside(complex(*point), *skin) for point in part]) for part in parts]
        assert min(within) > 0.7, kind  # the tip of a spinous process may touch the skin
        assert np.mean(within) > 0.95, kind


@pytest.mark.parametrize(("who", "name"), EVERY)
def test_the_drawn_spine_runs_from_the_lowest_disc_to_the_skull(who, name):
    person, posture = PEOPLE[who], postures(who)[name]
    drawn, trunk = bones(person, posture), trunk_points(person, posture)
    (x, y), (top_x, top_y) = drawn["lumbar spine"][0].mean(axis=0), drawn["upper spine"][-1].mean(axis=0)
    assert abs(complex(x, y) - flat(trunk.levels[0])) < 0.05 * person.height
    assert abs(complex(top_x, top_y) - flat(trunk.skull)) < 0.03 * person.height


@pytest.mark.parametrize(("who", "name"), EVERY)
def test_hands_hang_on_arms_and_legs_on_the_trunk(who, name):
    drawn = outlines(Upright(PEOPLE[who]), postures(who)[name])
    for arm, hand in filter(None, (drawn["near arm"], drawn["far arm"])):
        assert any(inside(complex(*point), arm) for point in hand)
    trunk, leg = drawn["skin"]
    assert np.mean([inside(complex(*point), trunk) for point in leg]) > 0.04


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("name", STANDING)
def test_standing_feet_are_on_the_floor(who, name):
    person = PEOPLE[who]
    posture = standing(person, **STANDING[name])
    leg = outlines(Upright(person), posture, hip_above_floor(person, posture))["skin"][1]
    assert leg[:, 1].min() == pytest.approx(0, abs=0.006)
    sole = leg[leg[:, 1] < 0.012]
    assert np.ptp(sole[:, 0]) > 0.6 * person.segments["foot"].length, "the sole lies flat"


@pytest.mark.parametrize("who", WHO)
def test_an_upright_body_is_as_tall_as_it_says(who):
    person = PEOPLE[who]
    skin = outlines(Upright(person), Posture(), 1j * person.hip_height)["skin"]
    points = np.vstack(skin)
    assert np.ptp(points[:, 1]) == pytest.approx(person.height, abs=0.012)


@pytest.mark.parametrize(("first", "second"), [("upright", "far down"), ("squat", "reaching"), ("all fours", "cat")])
def test_poses_move_smoothly_into_each_other(first, second):
    upright, known = Upright(PEOPLE["woman"]), postures("woman")
    shares = np.linspace(0, 1, 101)
    last = None
    for share in shares:
        drawn = outlines(upright, between(known[first], known[second], share))
        points = np.vstack([*drawn["skin"], *drawn["near arm"]])
        assert np.isfinite(points).all()
        if last is not None:
            assert np.abs(points - last).max() < 0.035, "nothing jumps from one per cent of the way to the next"
        last = points


@pytest.mark.parametrize(("who", "name"), EVERY)
def test_skin_has_no_tears(who, name):
    """Neighbouring points of an outline stay neighbours."""
    for parts in outlines(Upright(PEOPLE[who]), postures(who)[name]).values():
        for line in parts:
            steps = np.linalg.norm(np.diff(np.vstack([line, line[:1]]), axis=0), axis=1)
            assert steps.max() < 0.16, "a line this long is a cut across the body"


def test_far_limbs_are_drawn_only_where_they_differ():
    person = PEOPLE["man"]
    same, other = OTHER["sitting"], OTHER["striding"]
    assert outlines(Upright(person), same)["far leg"] == []
    assert outlines(Upright(person), replace(same, far_leg=same.leg))["far leg"] == []
    assert len(outlines(Upright(person), other)["far leg"]) == 1


def test_far_limbs_are_darker_than_near_ones_and_lie_behind_them():
    picture = Drawn()
    SideBody(picture.axes, picture).set(PEOPLE["woman"], OTHER["striding"], 0.85j)
    seen = [patch for patch in picture.movers if patch.get_visible() and patch.get_fill()]
    fills = {to_hex(patch.get_facecolor()): patch.get_zorder() for patch in seen}
    far, near = ([style.colour(name) for name in names] for names in (("far_skin", "far_cloth"), ("skin", "cloth")))
    assert {*far, *near} <= fills.keys()
    assert [to_hex(patch.get_facecolor()) for patch in seen].count(far[0]) == 2  # an arm and a leg
    assert max(fills[colour] for colour in far) < min(fills[colour] for colour in near)
    for dark, light in zip(far, near, strict=True):
        assert sum(to_rgb(dark)) < sum(to_rgb(light))


def test_heavier_is_wider_and_a_fist_is_shorter():
    thin, thick = (Upright(body("male", 1.75, mass)) for mass in (60, 110))
    assert np.ptp(thick.trunk.real) > 1.2 * np.ptp(thin.trunk.real)
    assert np.ptp(thick.leg.real) >= np.ptp(thin.leg.real)
    assert np.ptp(thin.fist.imag) < 0.8 * np.ptp(thin.hand.imag)


class Drawn(Picture):
    """A picture with one body in it."""

    def build(self):
        self.axes = self.figure.add_axes((0, 0, 1, 1), xlim=(-1, 1), ylim=(-0.1, 1.9))


def test_a_figure_is_moving_and_light():
    picture = Drawn()
    SideBody(picture.axes, picture).set(PEOPLE["woman"], Posture(), 0.85j)
    assert "<path" in picture.frame_svg()
    assert len(picture.frame_svg()) < 40_000


# ------------------------------------------------------------------ from the front, and close


def test_from_the_front_both_sides_are_alike():
    picture = Drawn()
    figure = FrontBody(picture.axes, picture, PEOPLE["woman"])
    figure.set(90, -5, -5)
    for joint in ("elbow", "wrist", "tip"):
        left, right = (figure.arm_joint(joint, side, 90, -5) for side in ("left", "right"))
        assert left == pytest.approx(-right.conjugate())
    assert figure.knee("left").imag == pytest.approx(figure.knee("right").imag)


@pytest.mark.parametrize("side", ["left", "right"])
def test_an_elbow_past_straight_hangs_through(side):
    picture = Drawn()
    figure = FrontBody(picture.axes, picture, PEOPLE["woman"])
    straight, past = (figure.arm_joint("tip", side, 90, elbow) for elbow in (0, -15))
    assert past.imag < straight.imag - 0.05


@pytest.mark.parametrize("angle", [0, 45, 90, 110])
def test_the_little_finger_is_bent_by_its_angle(angle):
    finger = closeups.little_finger(angle)
    tip = finger[np.argmax(np.abs(finger - closeups.KNUCKLE))] - closeups.KNUCKLE
    assert np.degrees(np.angle(tip)) == pytest.approx(angle, abs=8)
    held = closeups.little_fingertip(angle) - closeups.KNUCKLE
    assert np.degrees(np.angle(held)) == pytest.approx(angle)
    assert abs(held) == pytest.approx(closeups.LITTLE_FINGER - closeups.LITTLE_TIP)


@pytest.mark.parametrize("gap", [0.0, 0.01, 0.03, 0.05])
def test_the_thumb_ends_short_by_its_gap(gap):
    finger = closeups.thumb(gap)
    farthest = finger[np.argmax(np.abs(finger - closeups.HINGE))]
    short = -closeups.UNDERSIDE - farthest.imag - closeups.TIP
    assert short == pytest.approx(gap, abs=0.006)
    assert np.abs(closeups.thumb_tip(gap) - finger).min() == pytest.approx(closeups.TIP, rel=0.05)


@pytest.mark.parametrize("angle", [0.0, 10.0, 20.0])
def test_elbow_and_knee_go_past_straight_by_their_angle(angle):
    upright = Upright(PEOPLE["woman"])
    arm = closeups.elbow(upright, angle)
    hand = arm[arm.real > upright.body.segments["forearm"].length]
    assert np.degrees(np.angle(np.mean(hand))) == pytest.approx(-angle, abs=2)
    assert np.degrees(np.angle(closeups.fingertips(upright.body, angle))) == pytest.approx(-angle)
    leg = closeups.knee(upright, angle)
    ankle = upright.body.segments["shank"].length
    shin = leg[(np.abs(leg) > 0.5 * ankle) & (np.abs(leg) < 0.8 * ankle)]
    assert np.degrees(np.angle(np.mean(shin[shin.imag < 0]) / -1j)) == pytest.approx(angle, abs=3)
    assert closeups.ankle(upright.body, angle) / -1j == pytest.approx(ankle * np.exp(1j * np.radians(angle)))


@pytest.mark.parametrize("height", [0.0, 0.05, 0.2, 0.4])
def test_palms_come_to_their_height_with_straight_knees(height):
    person = PEOPLE["woman"]
    posture = palms_at(person, height)
    hand = outlines(Upright(person), posture, hip_above_floor(person, posture), "flat")["near arm"][1]
    assert posture.leg.knee == 0
    assert hand[:, 1].min() < height + 0.012
    assert hand[:, 1].min() > -0.003


def test_palms_cannot_be_below_the_floor_or_above_hanging_hands():
    with pytest.raises(ValueError, match="height must be a finite number, 0 or more"):
        palms_at(PEOPLE["woman"], -0.1)
    with pytest.raises(ValueError, match="height must be at most"):
        palms_at(PEOPLE["woman"], 1.5)
