"""The explorers of the lesson on ligaments: what is reached, what is said, what stands in where nothing is known."""

import itertools

import numpy as np
import pytest

from jointlab.lessons.stretch import SLUMP, STRETCH
from jointlab.lessons.stretch.slump import ways_part
from jointlab.lessons.stretch.slump_picture import SEAT, SLUMPED, seat_height
from jointlab.lessons.stretch.uncrimp import sentence, toe_and_torn
from jointlab.models.body.adult import adult
from jointlab.models.body.kinematics import leg_points
from jointlab.models.tissue.ligament import LIGAMENTS, MEASURED, TABLES


def everywhere(declaration):
    """A state at every position of all controls."""
    positions = [
        control.positions(control.steps + 1) if hasattr(control, "steps") else control.positions()
        for control in declaration.controls
    ]
    for values in itertools.product(*positions):
        yield declaration.state(**dict(zip([control.name for control in declaration.controls], values, strict=True)))


@pytest.mark.whole
@pytest.mark.parametrize("explorer", [STRETCH, SLUMP], ids=lambda one: one.name)
def test_a_goal_is_reached_by_few_settings_and_by_no_button(explorer):
    reached = [explorer.goal.reached(state) for state in everywhere(explorer)]
    assert 0 < np.mean(reached) < 0.05
    assert not any(explorer.goal.reached(explorer.preset(words)) for words in explorer.presets)
    assert not explorer.goal.reached(explorer.state())


def test_two_tables_contradict_each_other_only_of_the_front_ligament():
    found = {(s.ligament, s.table, round(s.strain, 3)) for s in everywhere(STRETCH) if toe_and_torn(s)}
    assert found == {("front", "two", 0.115), ("front", "two", 0.12)}


@pytest.mark.parametrize("ligament", LIGAMENTS)
def test_where_no_curve_was_measured_two_slopes_stand_in(ligament):
    state = STRETCH.state(ligament=ligament, table=MEASURED)
    assert state.table == (MEASURED if ligament == "capsule" else "two")
    assert [STRETCH.state(ligament=ligament, table=table).table for table in TABLES] == list(TABLES)


def test_the_sentence_tells_pull_slope_fibres_and_the_others():
    said = sentence(STRETCH.state(strain=6.0, ligament="front", table="two"))
    assert "Front ligament stretched by 6 %: a pull of 24.8 N, and 31.8 N more for each further mm" in said
    assert "39 % of the fibres are taut (by Kuo et al. 2010). The others say 10 to 270 N." in said


def test_a_torn_ligament_is_called_so():
    said = sentence(STRETCH.state(strain=60.0, ligament="flavum", table="two"))
    assert "Yellow ligament stretched by 60 %: Kuo et al. 2010 has it torn, at 27 % already." in said
    assert STRETCH.state(strain=60.0, ligament="capsule", table=MEASURED).failed is False


def test_a_table_without_authors_is_called_by_its_year():
    assert "(by a table of 2021; length assumed)" in sentence(STRETCH.state(ligament="back", table="three"))


@pytest.mark.parametrize(
    ("ligament", "table", "assumed"),
    [
        ("capsule", MEASURED, "area and length"), ("capsule", "two", "length"), ("capsule", "one", "length"),
        ("front", "two", ""), ("front", "one", ""), ("front", "three", "length"),
    ],
)  # fmt: skip
def test_what_is_assumed_of_its_size_is_said(ligament, table, assumed):
    state = STRETCH.state(strain=10.0, ligament=ligament, table=table)
    assert state.curve.assumed == assumed
    assert (f"; {assumed} assumed)" in sentence(state)) == bool(assumed)
    assert ("assumed" in sentence(state)) == bool(assumed)


def test_that_two_slopes_stand_in_is_said():
    words = "Only the capsule was measured: two slopes stand in."
    assert words in sentence(STRETCH.state(ligament="tips", table=MEASURED))
    assert words not in sentence(STRETCH.state(ligament="tips", table="two"))
    assert words not in sentence(STRETCH.state(ligament="capsule", table=MEASURED))


def test_the_slump_says_how_far_and_what_is_left():
    assert SLUMP.sentence(SLUMP.state()) == "Bent for 20 minutes, the back bends 5.5 degrees further than at the start."
    said = SLUMP.sentence(SLUMP.state(held=20.0, rested=20.0))
    assert said == (
        "Bent for 20 minutes, the back bends 5.5 degrees further. After 20 minutes upright 1.5 degrees of that are "
        "left (27 %) by two times; by one time 0.0 degrees."
    )


def test_the_slump_counts_in_minutes_as_its_sliders_do():
    said = SLUMP.sentence(SLUMP.state(held=1.0, rested=1.0))
    assert said.startswith("Bent for 1 minute, ")
    assert " After 1 minute upright " in said


def test_the_ways_back_are_together_at_first_and_at_two_minutes():
    for rested in (0.0, 2.0):
        state = SLUMP.state(held=20.0, rested=rested)
        assert state.left == pytest.approx(state.left_one, abs=0.01)
    assert ways_part(SLUMP.state(held=29.0, rested=10.0))
    assert not ways_part(SLUMP.state(held=29.0, rested=30.0))
    assert not ways_part(SLUMP.state(held=40.0, rested=10.0)), "too long a slump"


def test_the_drawn_person_sits_on_the_stool_with_flat_feet():
    leg = leg_points(adult(), SLUMPED, SLUMPED.leg)
    assert seat_height() + SEAT + leg.ankle.imag == pytest.approx(adult().ankle_height)
    assert SLUMPED.leg.hip + SLUMPED.leg.ankle - SLUMPED.leg.knee == pytest.approx(SLUMPED.pelvis), "sole level"
