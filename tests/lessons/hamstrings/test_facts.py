"""The printed numbers of the lesson on hamstrings are those of models and data, and answer its questions as it does."""

import re

import pytest

from jointlab import sources
from jointlab.lessons.hamstrings import facts
from jointlab.lessons.hamstrings.incidence import INCIDENCE
from jointlab.models.body.passive_muscle import passive_moments


def said(printing, capsys) -> str:
    printing()
    return capsys.readouterr().out


def test_the_first_prediction_is_answered_by_the_model():
    plan = sources.lesson("hamstrings")["predict"]["standing"]
    assert "slack" in plan["options"][plan["answer"]]
    assert max(passive_moments(0, 0).values()) < 0.1 < 20 < min(passive_moments(70, 0).values())


def test_the_second_prediction_is_answered_by_the_data(capsys):
    words = said(facts.print_weeks, capsys)
    plan = sources.lesson("hamstrings")["predict"]["weeks"]
    for amount in ("17 degrees", "19 N"):
        assert amount in words
        assert amount in plan["because"][plan["answer"]]


def test_what_the_pelvis_spares_is_told_beside_the_pull_without_it(capsys):
    still, rolls = said(facts.print_spared, capsys).splitlines()
    assert still in said(facts.print_pull, capsys)
    both = [[float(force) for force in re.findall(r"([\d.]+) N m", line)] for line in (still, rolls)]
    assert max(both[1]) < min(both[0]) / 4
    assert "rolls: raised by 75 degrees, hip bent by 51 degrees" in rolls


def test_an_odds_ratio_per_degree_multiplies(capsys):
    words = said(facts.print_reading, capsys)
    found = re.findall(r"(\d+) degrees less has ([\d.]+) times the odds \(([\d.]+) to ([\d.]+)\)", words)
    assert len(found) == 2
    for degrees, *ratios in found:
        for ratio, base in zip(ratios, (0.96, 0.98, 0.94), strict=True):
            assert float(ratio) == pytest.approx((1 / base) ** int(degrees), abs=0.0051)


@pytest.mark.papercheck  # Cases 24 and 26: 37.2 + 6.4 = 43.6; 18.5 + 24.7 = 43.2; 18.3 / 6.43 = 284.8 %.
def test_the_identity_holds_in_the_means_of_those_who_stood_and_sat(capsys):
    words = said(facts.print_standing_and_sitting, capsys)
    rows = re.findall(r"tilt ([\d.]+) degrees \+ slope ([\d.]+) degrees = ([\d.]+) degrees", words)
    assert [tuple(map(float, row)) for row in rows] == [(6.4, 37.2, 43.6), (24.7, 18.5, 43.2)]
    assert "285 %" in words
    assert "the sums differ by 0.4 degrees" in words
    for row, name in zip(rows, ("Standing", "The same, sitting"), strict=True):
        shown = INCIDENCE.preset(name)
        assert (shown.tilt, shown.incidence) == pytest.approx((round(float(row[0])), 44), abs=1e-6)


def test_the_price_of_a_straight_line(capsys):
    constant, low, high, mean = map(float, re.findall(r"([\d.]+) cm", said(facts.print_arms, capsys))[1:])
    assert low < constant < high
    assert mean == pytest.approx(constant, rel=0.1)


def test_the_chair_has_no_certain_sign(capsys):
    words = said(facts.print_lengths, capsys)
    assert "semimembranosus anything from 7 mm shorter to 16 mm longer" in words
    assert words.count("anything") == 1


def test_the_same_hips_reach_farther_with_a_round_back(capsys):
    words = said(facts.print_reach, capsys)
    assert re.search(r"hips bent by 75 degrees, back rounded by 20 degrees: fingers \d+ cm short", words)
    assert "hips bent by 75 degrees, back rounded by 60 degrees: fingers at the toes" in words


def test_it_is_told_where_the_two_curves_cross(capsys):
    (told,) = re.findall(r"from (\d+) degrees on the first says more", said(facts.print_pull, capsys))
    before, after = (passive_moments(int(told) - step, 0) for step in (1, 0))
    assert before["Thelen 2003"] < before["Millard 2013"]
    assert after["Thelen 2003"] > after["Millard 2013"]
