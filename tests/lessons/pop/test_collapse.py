"""The explorer of the collapse: its sentence and its goal say what its model says."""

import re

import numpy as np
import pytest

from jointlab.explorers import Explorer
from jointlab.lessons.pop.collapse import COLLAPSE, TIME, collapse, like_a_recorded_pop
from jointlab.lessons.pop.collapse_picture import PopPicture
from jointlab.models.bubble import acoustics
from jointlab.models.bubble.joint_liquid import joint_fluid
from jointlab.models.bubble.keller_miksis import keller_miksis
from jointlab.models.bubble.recovery import Recovery
from jointlab.models.bubble.statics import equilibrium_radius, resting_bubble, sphere_volume

PRESETS = [{}, *COLLAPSE.presets.values()]


def number(pattern: str, sentence: str) -> float:
    return float(re.search(pattern, sentence)[1].replace(",", ""))


@pytest.mark.parametrize("values", PRESETS)
def test_sentence_says_what_the_model_says(values):
    explorer = Explorer(COLLAPSE, **values)
    state, sentence = explorer.state, explorer.frame["sentence"]
    volume = state.bubble.volume
    shrinks = 100 * volume.min() / volume[0]
    if shrinks >= 1:
        assert number(r"shrinks to (\d+) %", sentence) == round(shrinks)
    assert number(r"and ([\d.]+) mm³ stay", sentence) == pytest.approx(1e9 * volume[-1], rel=0.06)
    assert number(r"its peak is (\d+) dB", sentence) == round(20 * np.log10(np.abs(state.sound).max() / 20e-6))


@pytest.mark.parametrize("values", PRESETS)
def test_some_gas_always_stays_and_it_is_the_balance(values):
    inputs = {**COLLAPSE.defaults, "return_time": 0.5, "viscosity": 1.0, **values}
    state = collapse(**inputs)
    fluid = joint_fluid(inputs["viscosity"])
    bubble = resting_bubble(inputs["radius"] / 1e3, inputs["pressure"] * 1e3, fluid, 1.4)
    rest = sphere_volume(equilibrium_radius(bubble, fluid, 101_325))
    assert state.cavity == pytest.approx(rest, rel=0.03)


def test_every_collapse_begins_with_a_fall_in_pressure():
    for radius in (0.5, 3):
        for pressure in (10, 90):
            heard = collapse(radius, pressure, 2, 0.2).sound
            first = heard[np.argmax(np.abs(heard) > 0.01 * np.abs(heard).max())]
            assert first < 0


def test_the_axis_of_the_sound_says_pressure_and_not_where_the_skin_is():
    """A bubble that only shrinks draws the skin in and nothing else, and yet its sound has both signs."""
    state = collapse(0.5, 90, 8, 1)
    assert (np.diff(state.bubble.radius) < 1e-4 * state.bubble.radius[0]).all()
    loudest = np.abs(state.sound).max()
    assert state.sound.max() > 0.5 * loudest
    assert state.sound.min() < -0.5 * loudest
    picture = PopPicture()
    picture.update(state)
    axes = picture.sound.axes
    ticks = dict(zip(axes.get_yticks(), (label.get_text() for label in axes.get_yticklabels()), strict=True))
    assert ticks == {-1: "below", 0: "rest", 1: "above"}
    assert "pressure" in axes.get_title(loc="left") + axes.get_title()
    words = " ".join(text.get_text() for part in picture.figure.axes for text in part.texts) + PopPicture.description
    assert "skin" not in words


@pytest.mark.parametrize("values", [*PRESETS, {"radius": 0.5, "pressure": 90, "return_time": 8, "viscosity": 1}])
def test_the_skin_sets_off_as_said_and_only_the_first_half_wave_tells(values):
    explorer = Explorer(COLLAPSE, **values)
    state, volume = explorer.state, explorer.state.bubble.volume
    turns = np.flatnonzero(state.sound > 0.02 * np.abs(state.sound).max())[0]
    assert volume[turns] < volume[0]
    assert "begins with a fall in pressure: the skin sets off inwards" in explorer.frame["sentence"]


@pytest.mark.parametrize("values", [*PRESETS, {"radius": 3, "return_time": 0.5}, {"viscosity": 0.1, "pressure": 90}])
def test_what_is_said_agrees_with_a_far_more_careful_solution(values):
    inputs = {**COLLAPSE.defaults, **values}
    fluid = joint_fluid(inputs["viscosity"])
    bubble = resting_bubble(inputs["radius"] / 1e3, inputs["pressure"] * 1e3, fluid, 1.4)
    film = Recovery(inputs["pressure"] * 1e3, 101_325, inputs["return_time"] / 1e3)
    time = np.linspace(TIME[0], TIME[-1], 10 * (TIME.size - 1) + 1)
    careful = keller_miksis(time, bubble, fluid, film, tolerance=1e-9)
    heard = acoustics.monopole_pressure(careful.volume_acceleration, fluid.density, 0.01)
    state = collapse(**inputs)
    assert state.level == pytest.approx(acoustics.peak_level(heard), abs=0.5)
    assert state.peak == pytest.approx(acoustics.peak_frequency(time, heard), rel=0.03)
    assert state.duration == pytest.approx(acoustics.pop_duration(time, heard), rel=0.1)
    assert state.shrinks_to == pytest.approx(careful.volume.min() / careful.volume[0], abs=0.01)


def test_the_goal_can_be_reached_and_missed():
    assert like_a_recorded_pop(collapse(2.2, 75, 3.5, 0.2))
    assert not like_a_recorded_pop(collapse(**COLLAPSE.defaults))


def test_a_longer_return_gives_a_deeper_pop():
    peaks = [collapse(2.2, 75, time, 1.0).peak for time in (1, 2, 4, 8)]
    assert peaks == sorted(peaks, reverse=True)
