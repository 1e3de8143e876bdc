"""The explorer of the syringe: its sentence and its goal say what Boyle's law says."""

import re

import pytest

from jointlab.explorers import Explorer
from jointlab.lessons.start.syringe import SYRINGE, at_a_third, sentence
from jointlab.models.gas.boyle import boyle_pressure


def test_it_opens_at_the_pressure_of_the_room():
    state = Explorer(SYRINGE).state
    assert state.pressure == pytest.approx(101_325)
    assert "stands where it was when the tip was closed: the air fills 5 mL." in sentence(state)
    assert "the same, 101 kPa" in sentence(state)


@pytest.mark.parametrize("enclosed", [4, 5, 7.3, 10])
@pytest.mark.parametrize("plunger", [4, 5, 8.7, 14.6, 20])
def test_sentence_says_what_the_law_says(enclosed, plunger):
    said = sentence(SYRINGE.state(enclosed=enclosed, plunger=plunger))
    right = 101.325 * enclosed / plunger
    assert plunger == enclosed or f"The {enclosed} mL of air that were closed in" in said
    assert f" {plunger} mL." in said
    assert int(re.findall(r"(\d+) kPa", said)[-1]) == round(right)
    if plunger > enclosed:
        assert "fallen from 101 kPa" in said
        assert "the air outside pushes the plunger in" in said
    if plunger < enclosed:
        assert "risen from 101 kPa" in said
        assert "the air inside pushes the plunger out" in said


@pytest.mark.parametrize(
    ("enclosed", "plunger", "words"),
    [
        (4, 20, "a fifth of"),
        (5, 20, "a quarter of"),
        (5, 15, "a third of"),
        (5, 10, "half"),
        (6, 8, "three quarters of"),
        (9, 6, "one and a half times"),
        (10, 5, "twice"),
        (10, 4, "2.5 times"),
        (7.3, 20, "0.36 times"),
    ],
)
def test_shares_are_said_as_people_say_them(enclosed, plunger, words):
    assert f"kPa, {words} the pressure outside" in sentence(SYRINGE.state(enclosed=enclosed, plunger=plunger))


def test_presets_do_what_their_button_says():
    shares = {name: SYRINGE.preset(name).share for name in SYRINGE.presets}
    for name, share in shares.items():
        assert share == pytest.approx(2.0 if name.startswith("Half") else 0.5), name


@pytest.mark.parametrize(
    ("enclosed", "plunger", "reached"),
    [(5, 15, True), (4, 12, True), (4, 12.3, True), (4, 12.4, False), (4, 11.6, False), (5, 5, False), (5, 20, False)],
)
def test_the_goal_is_a_third(enclosed, plunger, reached):
    assert at_a_third(SYRINGE.state(enclosed=enclosed, plunger=plunger)) is reached


@pytest.mark.parametrize(("enclosed", "plunger"), [(5, 5), (4, 20), (10, 4), (7.3, 12.5)])
def test_the_learners_line_gets_kilopascals_and_millilitres(enclosed, plunger):
    state = SYRINGE.state(enclosed=enclosed, plunger=plunger)
    inputs = SYRINGE.build.inputs(state)
    assert inputs == pytest.approx({"start_pressure": 101.325, "start_volume": enclosed, "volume": plunger})
    right = float(boyle_pressure(**inputs))
    assert right == pytest.approx(state.pressure / 1e3)
    assert SYRINGE.build.words(right) == f"{right:.3g} kPa"


def test_the_state_of_the_prediction_can_be_reached_by_hand():
    for control, value in zip(SYRINGE.controls, (5, 20), strict=True):
        position = (value - control.low) / (control.high - control.low) * control.steps
        assert position == pytest.approx(round(position))
