"""The explorers of the lesson: rows are turned and sorted, sentences tell the state, goals are no gifts."""

import itertools
from dataclasses import replace

import pytest
from tests.pictures import look

from jointlab import sources
from jointlab.lessons.alternatives import FOREST, PERSON
from jointlab.lessons.alternatives.compared import NEW, SURE, chosen, findings
from jointlab.lessons.alternatives.person import as_with_pills
from jointlab.models.interval import Interval
from jointlab.units import number

SCALES, KINDS, ORDERS = (list(control.options) for control in (FOREST.controls[2], *FOREST.controls[1::2]))


def test_every_finding_stands_on_one_scale_and_in_one_kind_of_comparison():
    shown = [one for scale in SCALES for one in chosen(scale, "all", "effect")]
    assert sorted(map(id, shown)) == sorted(map(id, findings()))
    for scale in SCALES:
        parts = [one for kind in KINDS if kind != "all" for one in chosen(scale, kind, "effect")]
        assert sorted(map(id, parts)) == sorted(map(id, chosen(scale, "all", "effect")))
        assert all(chosen(scale, kind, "effect") for kind in KINDS), "no view is empty"
        assert len(chosen(scale, "all", "effect")) <= 14


def test_all_are_turned_to_one_side():
    """As they are printed, all of them are in favour of the treatment: so all middles are below 0."""
    assert all(one.difference.low < one.difference.middle < one.difference.high for one in findings())
    assert all(one.difference.middle < 0 for one in findings())


@pytest.mark.parametrize(
    ("treatment", "comparison", "points", "printed"),
    [
        ("heat wrap", "a placebo pill, new pain", -21.2, "+1.06 of 5, higher is better"),
        ("acupuncture", "usual care", -9.78, "+9.78 of 100, higher is better"),
        ("pills like ibuprofen", "placebo, new pain", -8.42, "−2.02 of 24, lower is better"),
        ("yoga", "no exercise, a year", -5.2, "−0.52 of 10, lower is better"),
        ("hands-on treatment", "sham hands", -3.86, "+3.86 of 100, higher is better"),
        ("pills like ibuprofen", "placebo, new pain", -7.29, ""),
    ],
)
def test_signs_and_scales_that_trap(treatment, comparison, points, printed):
    (one,) = (
        one
        for one in findings()
        if (one.treatment, one.comparison) == (treatment, comparison) and abs(one.difference.middle - points) < 0.01
    )
    assert one.printed == printed


def test_a_row_says_where_pain_was_new():
    """Heat against new pain and exercise against lasting pain stand in one list: nobody may take them for one."""
    for one in findings():
        assert ("new pain" in one.comparison) == (one.who == NEW), one


def test_staying_active_is_better_than_rest():
    (one,) = (one for one in findings() if one.treatment == "staying active")
    assert one.standardised
    assert one.difference.middle == -sources.alternative("stay_active").value == -0.22
    assert one.printed == "+0.22, higher is better"


def test_the_orders_sort():
    rows = chosen("pain", "all", "effect")
    assert [one.difference.middle for one in rows] == sorted(one.difference.middle for one in rows)
    rows = chosen("pain", "all", "people")
    assert [one.n or 0 for one in rows] == sorted((one.n or 0 for one in rows), reverse=True)
    places = [SURE.index(one.certainty) for one in chosen("pain", "all", "certainty")]
    assert places == sorted(places)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_handle_comes_to_every_row(scale, kind):
    states = [FOREST.state(row=row, scale=scale, against=kind) for row in range(101)]
    assert {state.marked for state in states} == set(range(len(states[0].rows)))
    assert [state.marked for state in states] == sorted(state.marked for state in states)


def test_what_reaches_the_goal_of_the_forest():
    """Pills against lasting pain, on the scale of pain, and nothing else: a true difference that is small."""
    found = {
        (state.here.treatment, state.here.comparison)
        for scale, kind in itertools.product(SCALES, KINDS)
        for row in range(0, 101, 2)
        if FOREST.goal.reached(state := FOREST.state(row=row, scale=scale, against=kind))
    }
    assert found == {("pills like ibuprofen", "placebo, lasting pain")}


@pytest.mark.parametrize(
    "change",
    [
        {"difference": Interval(-5.0, -2.0, 1.0)},
        {"difference": Interval(-20.0, -8.0, -1.0)},
        {"n": 999},
        {"n": None},
        {"against": "nothing"},
    ],
)
def test_the_goal_of_the_forest_asks_for_all_that_it_says(change):
    state = FOREST.state(against="sham", row=75)
    assert FOREST.goal.reached(state)
    other = replace(state, rows=[replace(state.here, **change)], marked=0)
    assert not FOREST.goal.reached(other)


def test_the_goal_of_the_person_needs_people_near_the_line():
    reached = PERSON.state(difference=6, line=15, spread=13, usual=12)
    assert PERSON.goal.reached(reached)
    for change in ({"difference": 6.5}, {"line": 14}, {"spread": 20}, {"usual": -5}, {"usual": 40}):
        values = {"difference": 6, "line": 15, "spread": 13, "usual": 12} | change
        assert not PERSON.goal.reached(PERSON.state(**values)), change


@pytest.mark.papercheck  # van der Gaag 2020: 7.29 points, 514 and 367 of 1,000.
def test_the_preset_of_the_pills_has_the_printed_shares():
    for state in (as_with_pills(), PERSON.preset("Like pills, new pain")):
        assert (state.untreated, state.treated) == pytest.approx((0.367, 0.514), abs=0.002)
        assert state.needed == pytest.approx(6.8, abs=0.1)
        spread = sources.constant("pain_spread")
        assert spread.low < state.spread < spread.high, "a spread as trials have it"
        assert state.difference < state.line


def test_the_buttons_of_the_person_show_what_their_words_say():
    far = PERSON.preset("Pills, a line far away")
    assert far.needed == pytest.approx(44, abs=1)
    idle = PERSON.preset("All better, no effect")
    assert idle.more == 0
    assert idle.untreated > 0.5
    assert PERSON.sentence(idle).endswith("It helps nobody past the line.")
    anyway = PERSON.state(difference=30, line=5, spread=12, usual=40)
    assert "hardly anybody" in PERSON.sentence(anyway), "who passes the line anyway is not helped past it"


def test_sentences_tell_the_state():
    heat = FOREST.state(against="sham")
    assert FOREST.sentence(heat) == (
        "Heat wrap against a placebo pill, new pain, after five days: 21.2 points better (13.6 to 29.0). 258 people, "
        "moderate certainty. More than chance; it may reach the band. Printed: +1.06 of 5, higher is better."
    )
    pills = PERSON.preset("Like pills, new pain")
    assert PERSON.sentence(pills) == (
        "Pain falls by 8.4 points without the treatment and falls by 15.7 points with it. 37 of 100 pass the line "
        "anyway, 51 with the treatment. It helps 1 in 6.8 past the line."
    )
    worse = PERSON.state(usual=-10, difference=0)
    assert PERSON.sentence(worse).startswith("Pain grows by 10 points")
    for scale, kind in itertools.product(SCALES, KINDS):
        for row in range(0, 101, 5):
            assert len(FOREST.sentence(FOREST.state(row=row, scale=scale, against=kind))) <= 240


@pytest.mark.parametrize("row", range(0, 101, 7))
@pytest.mark.parametrize("scale", SCALES)
def test_the_verdict_is_that_of_the_interval_and_the_band(row, scale):
    state = FOREST.state(row=row, scale=scale, against="all")
    low, high, near = -state.here.difference.high, -state.here.difference.low, state.band[0]
    chance, short, past = low <= 0, low > 0 and high < near, low > near
    said = state.verdict
    assert ("Chance alone could" in said) == chance
    assert ("short of the band" in said) == short
    assert ("past the band's near edge" in said) == past
    assert ("may reach" in said) == (not (chance or short or past))


def test_the_unit_is_told_in_the_sentence_and_below_the_axis():
    picture = FOREST.picture()
    for scale, unit in (("pain", "points"), ("spreads", "spreads"), ("daily life", "points")):
        state = FOREST.state(scale=scale, against="all")
        picture.update(state)
        assert f" {unit} better" in FOREST.sentence(state)
        assert unit in look.said(picture.unit)
        assert number(state.scale.length) in look.said(picture.ticks[0])
