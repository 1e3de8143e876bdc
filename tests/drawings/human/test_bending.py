"""Skin bends as skin does: palms and toes lie flat, parts keep their size and never turn inside out."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pytest
from tests.drawings.human.people import PEOPLE, WHO, flat, outside

from jointlab.drawings.human.side import outlines
from jointlab.drawings.human.upright import Upright
from jointlab.drawings.shapes.outlines import area
from jointlab.models.body.kinematics import Arm, Leg, Posture, arm_points, leg_points, trunk_points

ON_HANDS = Posture(90, 0, neck=-30, arm=Arm(90, 0, 90), leg=Leg(90, 90, -50))
ON_FOREARMS = Posture(90, 0, neck=-10, arm=Arm(90, 90, 0), leg=Leg(0, 0, 0, 90))


class Sweep(NamedTuple):
    """One angle through its range: the parts that it bends, the posture at an angle, the angles (from, to)."""

    layer: str
    part: int
    posture: Callable[[float], Posture]
    ends: tuple[int, int]


SWEEPS = {
    "knee": Sweep("skin", 1, lambda angle: Posture(leg=Leg(0, angle)), (0, 130)),
    "hip": Sweep("skin", 1, lambda angle: Posture(leg=Leg(angle)), (-30, 125)),
    "ankle": Sweep("skin", 1, lambda angle: Posture(leg=Leg(0, 0, angle)), (-60, 25)),
    "toes": Sweep("skin", 1, lambda angle: Posture(leg=Leg(0, 0, 0, angle)), (-20, 90)),
    "elbow": Sweep("near arm", 0, lambda angle: Posture(arm=Arm(0, angle)), (0, 140)),
    "wrist": Sweep("near arm", 1, lambda angle: Posture(arm=Arm(0, 0, angle)), (-60, 90)),
    "lower back": Sweep("skin", 0, lambda angle: Posture(lumbar=angle), (-30, 60)),
    "cloth on it": Sweep("cloth", 0, lambda angle: Posture(lumbar=angle), (-30, 60)),
    "upper back": Sweep("skin", 0, lambda angle: Posture(thorax=angle), (-25, 35)),
    "neck": Sweep("skin", 0, lambda angle: Posture(neck=angle), (-60, 45)),
}


def sweep(who: str, joint: str) -> tuple[np.ndarray, list[np.ndarray]]:
    """Angles and the outline of the swept part at each of them."""
    layer, part, posture, (low, high) = SWEEPS[joint]
    angles, upright = np.arange(low, high + 1, 5), Upright(PEOPLE[who])
    return angles, [outlines(upright, posture(float(angle)), hands="flat")[layer][part] for angle in angles]


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("joint", SWEEPS)
def test_a_part_keeps_its_size_while_it_bends(who, joint):
    angles, lines = sweep(who, joint)
    sizes = np.abs([area(line) for line in lines])
    upright = sizes[angles == 0]
    assert np.abs(sizes / upright - 1).max() < 0.08
    assert np.abs(np.diff(sizes) / upright).max() < 0.015, "nothing jumps from one angle to the next"


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("joint", SWEEPS)
def test_skin_crosses_itself_only_in_the_fold_of_a_joint_that_is_far_bent(who, joint):
    for angle, line in zip(*sweep(who, joint), strict=True):
        places = crossings(line)
        assert len(places) <= (0 if abs(angle) < 25 else 3), angle
        assert np.ptp(places or [0j]) < 0.03, angle  # one fold, not a part turned inside out


def crossings(line: np.ndarray) -> list[complex]:
    """Where edges of a closed outline cross each other."""
    start = line @ [1, 1j]
    stop = np.roll(start, -1)

    def side(place: np.ndarray, first: np.ndarray, last: np.ndarray) -> np.ndarray:
        return ((last - first).conjugate() * (place - first)).imag

    one, other = (start[:, None], stop[:, None]), (start, stop)
    apart = (side(start, *one) * side(stop, *one) < 0) & (side(one[0], *other) * side(one[1], *other) < 0)
    return [complex(start[i]) for i in np.nonzero(np.triu(apart))[0]]


def test_a_figure_of_eight_crosses_itself_once():
    eight = np.array([(0, 0), (1, 1), (1, 0), (0, 1)])
    assert len(crossings(eight)) == 1
    assert crossings(np.array([(0, 0), (1, 0), (1, 1), (0, 1)])) == []


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("posture", [ON_HANDS, ON_FOREARMS], ids=["on hands", "on forearms"])
def test_a_flat_palm_lies_flat_below_the_wrist_with_its_fingers_forward(who, posture):
    person = PEOPLE[who]
    hand = outlines(Upright(person), posture, hands="flat")["near arm"][1]
    arm = arm_points(person, trunk_points(person, posture), posture.arm)
    lowest = hand[hand[:, 1] < hand[:, 1].min() + 0.004]
    assert np.ptp(lowest[:, 0]) > 0.6 * abs(arm.tip - arm.wrist), "the palm lies on a level floor"
    assert 0.015 < arm.wrist.imag - hand[:, 1].min() < 0.045
    assert hand[:, 0].max() == pytest.approx(arm.tip.real, abs=0.01)
    fingers = hand[hand[:, 0] > arm.grip.real]
    assert np.ptp(fingers[:, 1]) < 0.022 * person.height, "fingers are flatter than the hand"


def test_a_flat_hand_is_thinner_than_an_open_one_seen_from_its_side():
    upright = Upright(PEOPLE["woman"])
    assert np.ptp(upright.flat_hand.real) < 0.65 * np.ptp(upright.hand.real)
    assert upright.flat_hand.imag.min() == pytest.approx(upright.hand.imag.min(), abs=0.005)


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("toes", [0, 30, 60, 90])
def test_toes_bend_where_the_model_bends_them(who, toes):
    person = PEOPLE[who]
    posture = Posture(leg=Leg(0, 0, 0, toes))
    line = outlines(Upright(person), posture)["skin"][1] @ [1, 1j]
    points = leg_points(person, posture, posture.leg)
    assert np.abs(line - flat(points.ball)).min() < 0.012
    assert np.abs(line - flat(points.toe)).min() < 0.022
    straight = outlines(Upright(person), Posture())["skin"][1] @ [1, 1j]
    behind = straight.real < points.ball.real - 0.03
    assert np.allclose(line[behind], straight[behind]), "only the toes move"


@pytest.mark.parametrize("who", WHO)
def test_toes_of_a_plank_lie_on_the_floor_under_an_upright_foot(who):
    foot = outlines(Upright(PEOPLE[who]), ON_FOREARMS)["skin"][1]
    lowest = foot[foot[:, 1] < foot[:, 1].min() + 0.006]
    length = PEOPLE[who].segments["foot"].length
    assert 0.14 * length < np.ptp(lowest[:, 0]) < 0.4 * length


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("lumbar", [-25, 0, 30, 60])
def test_no_skin_shows_between_cloth_and_a_bent_back(who, lumbar):
    upright = Upright(PEOPLE[who], 0.5)
    drawn = outlines(upright, Posture(90, lumbar, 0.4 * lumbar))
    back = drawn["skin"][0][4:14]  # between the buttocks and the collar
    assert outside(back, drawn["cloth"]) == 0
