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


def test_the_answer_of_the_first_prediction_is_in_the_band():
    words = repr(facts.pull())
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
    ("arm", "words"), [(0.31, "31 cm"), (-0.003, "0 cm"), (0.004, "0 cm"), (-0.034, "3 cm behind")]
)
def test_what_is_behind_the_disc_is_called_so(arm, words):
    assert facts._from_disc(arm) == words


def test_each_way_of_holding_the_box_stands_beside_what_was_measured_of_it():
    """The row of a way has the pressure of the same way, and the distances that the model has."""
    for words, name, line in zip(
        facts.ways(), ("round", "knees", "close"), _rows(facts.distance_and_knees()), strict=True
    ):
        pressure, compression, arms = line.removeprefix(f"{words}: ").split("; ")
        row = sources.measured_load(f"wilke_lift_{name}")
        assert float(pressure.split()[0]) == pytest.approx(row.value / 1e6)
        assert {"round": "back round", "knees": "knees bent", "close": "close to the body"}[name] in row.posture
        result = facts.ways()[words]
        low, high = (float(end.replace(",", "")) for end in re.findall(r"[\d,]+", compression))
        assert (low, high) == pytest.approx((result.compression.low, result.compression.high), rel=0.05)
        arms = tuple(float(arm) for arm in re.findall(r"(\d+) cm", arms))
        assert arms == pytest.approx((100 * result.weight_arm, 100 * result.load_arm), abs=0.51)


def _rows(page) -> list[str]:
    """The lines of a table in words, without its head and without the words that it is folded under."""
    return repr(page).splitlines()[1:] if "<details" not in page._repr_html_() else repr(page).splitlines()[2:]


def test_shares_of_specimens_are_those_of_the_band():
    shares = [int(share) / 100 for share in re.findall(r": (\d+) %", repr(facts.strength()))]
    band = share_weaker(sources.value("action_limit"))
    assert min(shares) == pytest.approx(band.low, abs=0.005)
    assert max(shares) == pytest.approx(band.high, abs=0.005)


def test_twice_as_far_is_half_the_load():
    near, far, farthest = (float(kg) for kg in re.findall(r"at most ([\d.]+) kg", repr(facts.distances())))
    assert near == 2 * far
    assert "50 cm: at most 11.5 kg; 50 %" in _rows(facts.distances())
    assert farthest < far


def test_the_balance_moves_with_one_unknown_length():
    forces = [float(line.split("; ")[-1].removesuffix(" N").replace(",", "")) for line in _rows(facts.balance())]
    usual, short, long, near, far = forces
    assert long < usual < short
    assert short / long == pytest.approx(7 / 3.6, rel=0.05)
    assert far - near == pytest.approx(near - usual, rel=0.05)


def test_taller_and_heavier_carry_more():
    small, large = (re.findall(r"; ([\d,]+) to ([\d,]+) N", line)[0] for line in _rows(facts.people()))
    assert all(float(one.replace(",", "")) < float(two.replace(",", "")) for one, two in zip(small, large, strict=True))


def test_no_table_of_the_lesson_has_a_cell_or_a_head_without_words():
    pages = [facts.pull(), facts.sitting(), facts.implant(), facts.people(), facts.strength(), facts.examples()]
    for page in [*pages, facts.distances(), facts.balance(), facts.step(), facts.distance_and_knees()]:
        assert not re.search(r"<t[hd][^>]*></t[hd]>", page._repr_html_())
        assert not re.search(r"_|nan|−0\b", repr(page))
