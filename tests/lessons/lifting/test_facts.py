"""The printed numbers of the lesson are those of the models and the data; the lever is drawn to scale."""

import re

import numpy as np
import pytest
from matplotlib.patches import Rectangle

from jointlab import sources
from jointlab.lessons.lifting import facts
from jointlab.lessons.lifting.carry import carry
from jointlab.lessons.lifting.lever import PIVOT, PIXELS, Lever
from jointlab.models.body.compressive_strength import share_weaker
from jointlab.models.interval import Interval


def said(printing, capsys) -> str:
    printing()
    return capsys.readouterr().out


@pytest.mark.parametrize("bend", [30, 45, 70])
def test_the_seesaw_has_the_lever_arms_of_the_body(bend):
    state = carry(bend, 0, 0, 0)
    picture = Lever(state)
    page = picture.page
    lengths = {round(abs(np.diff(line.get_xdata()).item()), 3) for line in page.lines}
    for arm in (state.result.weight_arm, state.result.muscle_arm):
        assert round(PIXELS * float(arm), 3) in lengths
    (weight,) = [patch for patch in page.patches if isinstance(patch, Rectangle)]
    assert weight.get_x() + 38 == pytest.approx(PIVOT[0] + PIXELS * float(state.result.weight_arm))
    assert f"{100 * float(state.result.weight_arm):.0f} cm" in picture.description


def test_the_answer_of_the_first_prediction_is_in_the_band(capsys):
    words = said(facts.print_pull, capsys)
    low, high = map(float, re.search(r"([\d.]+) to ([\d.]+) times her weight", words).groups())
    plan = sources.lesson("lifting")["predict"]["pull"]
    assert "twice" in plan["options"][plan["answer"]]
    assert low < 2 < high
    assert high < 10


def test_bent_knees_spare_the_trunk_and_push_the_box_away():
    ways = facts.ways()
    round_back, knees = ways["lifted with a round back"], ways["lifted with bent knees"]
    assert knees.weight_arm < round_back.weight_arm
    assert knees.load_arm > round_back.load_arm
    assert knees.compression.middle == pytest.approx(round_back.compression.middle, rel=0.1)
    assert ways["held against the body"].compression.high < knees.compression.middle
    beside = carry(0, 0, 0, facts.BOX).result
    assert beside.compression.high < ways["held against the body"].compression.low


@pytest.mark.parametrize(
    ("ends", "words"),
    [((-2.2, 4.8), "−2.2 to 4.8"), ((-340.0, -12.0), "−340 to −12"), ((520.0, 1660.0), "520 to 1,700")],
)
def test_the_ends_of_a_band_keep_their_signs(ends, words):
    low, high = ends
    assert facts._band(Interval(low, (low + high) / 2, high), "") == words


@pytest.mark.parametrize(
    ("arm", "words"),
    [(0.31, "31 cm in front of"), (-0.003, "0 cm from"), (0.004, "0 cm from"), (-0.034, "3 cm behind")],
)
def test_what_is_behind_the_disc_is_called_so(arm, words):
    assert facts._from_disc(arm) == words


def test_shares_of_specimens_are_those_of_the_band(capsys):
    shares = [int(share) / 100 for share in re.findall(r": (\d+) %", said(facts.print_strength, capsys))]
    band = share_weaker(sources.value("action_limit"))
    assert min(shares) == pytest.approx(band.low, abs=0.005)
    assert max(shares) == pytest.approx(band.high, abs=0.005)


def test_twice_as_far_is_half_the_load(capsys):
    words = said(facts.print_distances, capsys)
    near, far, farthest = map(float, re.findall(r"at most ([\d.]+) kg", words))
    assert near == 2 * far
    assert "50 cm in place of 25 cm, twice as far: 50 % of the load" in words
    assert farthest < far


def test_the_balance_moves_with_one_unknown_length(capsys):
    forces = [float(force.replace(",", "")) for force in re.findall(r": ([\d,]+) N", said(facts.print_balance, capsys))]
    usual, short, long, near, far = forces
    assert long < usual < short
    assert short / long == pytest.approx(7 / 3.6, rel=0.05)
    assert far - near == pytest.approx(near - usual, rel=0.05)


def test_taller_and_heavier_carry_more(capsys):
    small, large = re.findall(r"compression ([\d,]+) to ([\d,]+) N", said(facts.print_people, capsys))
    assert all(float(one.replace(",", "")) < float(two.replace(",", "")) for one, two in zip(small, large, strict=True))
