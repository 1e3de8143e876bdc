"""The explorer of the collapse: its sentence and its goal say what its model says."""

import itertools
import re

import numpy as np
import pytest

from jointlab import sources
from jointlab.drawings.yours import Yours
from jointlab.explorers import Explorer
from jointlab.lessons.pop.camera import CAMERA
from jointlab.lessons.pop.collapse import COLLAPSE, LENGTH, PITCH, TIME, like_a_recorded_pop
from jointlab.lessons.pop.collapse_picture import HEARD, CollapsePicture
from jointlab.models.bubble import acoustics
from jointlab.models.bubble.joint_liquid import joint_fluid
from jointlab.models.bubble.keller_miksis import keller_miksis
from jointlab.models.bubble.recovery import Recovery
from jointlab.models.bubble.statics import Bubble, Liquid, equilibrium_radius, resting_bubble, sphere_volume

PRESETS = [{}, *COLLAPSE.presets.values()]
OUTSIDE, MICROPHONE = (sources.value(name) for name in ("standard_atmosphere", "microphone_distance"))


def inputs(**values: float) -> dict[str, float]:
    """What the model gets at these values of the controls."""
    at = {**COLLAPSE.defaults, **values}
    return {control.name: control.si(at[control.name]) for control in COLLAPSE.controls}


def resting(radius: float, pressure: float, viscosity: float, **_: float) -> tuple[Bubble, Liquid]:
    """The bubble at first and its fluid, in SI."""
    fluid = joint_fluid(viscosity)
    return resting_bubble(radius, pressure, fluid, sources.value("polytropic_exponent")), fluid


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
    assert number(r"; then ([\d.]+) mm³ stay", sentence) == pytest.approx(1e9 * volume[-1], rel=0.06)
    level = 20 * np.log10(np.abs(state.sound).max() / 20e-6)
    assert number(r"Its peak is (\d+) dB in fluid 10 mm away", sentence) == round(level)
    assert number(r", (\d+) dB outside at 0.5 m\.", sentence) == round(_outside(level))


def _outside(level):
    """The same motion of volume into air, and fainter as the distance grows."""
    ear, liquid, air = (sources.value(name) for name in ("listening_distance", "liquid_density", "air_density"))
    return level + 20 * np.log10(air / liquid * MICROPHONE / ear)


@pytest.mark.parametrize("values", PRESETS)
def test_some_gas_always_stays_and_it_is_the_balance(values):
    values = {"return_time": 0.5, "viscosity": 1.0, **values}
    state = COLLAPSE.state(**values)
    rest = sphere_volume(equilibrium_radius(*resting(**inputs(**values)), OUTSIDE))
    assert state.cavity == pytest.approx(rest, rel=0.03)


def test_every_collapse_begins_with_a_fall_in_pressure():
    for radius in (0.5, 3):
        for pressure in (10, 90):
            heard = COLLAPSE.state(radius=radius, pressure=pressure, return_time=2, viscosity=0.2).sound
            first = heard[np.argmax(np.abs(heard) > 0.01 * np.abs(heard).max())]
            assert first < 0


def test_the_axis_of_the_sound_says_pressure_and_not_where_the_skin_is():
    """A bubble that only shrinks draws the skin in and nothing else, and yet its sound has both signs."""
    state = COLLAPSE.state(radius=0.5, pressure=90, return_time=8, viscosity=1)
    assert (np.diff(state.bubble.radius) < 1e-4 * state.bubble.radius[0]).all()
    loudest = np.abs(state.sound).max()
    assert state.sound.max() > 0.5 * loudest
    assert state.sound.min() < -0.5 * loudest
    picture = CollapsePicture()
    picture.update(state)
    axes = picture.sound.axes
    ticks = dict(zip(axes.get_yticks(), (label.get_text() for label in axes.get_yticklabels()), strict=True))
    assert ticks == {-1: "below", 0: "rest", 1: "above"}
    assert "pressure" in axes.get_title(loc="left") + axes.get_title()
    words = " ".join(text.get_text() for part in picture.figure.axes for text in part.texts)
    words += CollapsePicture.description
    assert "skin" not in words


@pytest.mark.parametrize("values", [*PRESETS, {"radius": 0.5, "pressure": 90, "return_time": 8, "viscosity": 1}])
def test_the_skin_sets_off_as_said_and_only_the_first_half_wave_tells(values):
    explorer = Explorer(COLLAPSE, **values)
    state, volume = explorer.state, explorer.state.bubble.volume
    turns = np.flatnonzero(state.sound > 0.02 * np.abs(state.sound).max())[0]
    assert volume[turns] < volume[0]
    assert "begins with a fall in pressure: the skin sets off inwards" in explorer.frame["sentence"]


@pytest.mark.parametrize(
    "values",
    [
        *PRESETS,
        {"radius": 3, "return_time": 0.5},
        {"viscosity": 0.1, "pressure": 90},
        {"pressure": 10, "return_time": 0.5, "viscosity": 0.1},  # the sharpest of all
    ],
)
def test_what_is_said_agrees_with_a_far_more_careful_solution(values):
    si = inputs(**values)
    bubble, fluid = resting(**si)
    time = np.linspace(TIME[0], TIME[-1], 5 * (TIME.size - 1) + 1)
    careful = keller_miksis(time, bubble, fluid, Recovery(si["pressure"], OUTSIDE, si["return_time"]), tolerance=1e-9)
    heard = acoustics.monopole_pressure(careful.volume_acceleration, fluid.density, MICROPHONE)
    state = COLLAPSE.state(**values)
    assert state.level == pytest.approx(acoustics.peak_level(heard), abs=0.5)
    assert state.peak == pytest.approx(acoustics.peak_frequency(time, heard), rel=0.03)
    assert state.duration == pytest.approx(acoustics.pop_duration(time, heard), rel=0.1)
    assert state.shrinks_to == pytest.approx(careful.volume.min() / careful.volume[0], abs=0.01)


def test_the_goal_can_be_reached_and_missed():
    assert like_a_recorded_pop(COLLAPSE.state(radius=2.8, pressure=75, return_time=3.3, viscosity=0.8))
    assert not like_a_recorded_pop(COLLAPSE.state())


def test_what_cannot_be_heard_is_no_pop():
    """The right pitch and length, but for an ear half a metre away there is next to nothing."""
    state = COLLAPSE.state(radius=0.5, pressure=75, return_time=3.5, viscosity=0.2)
    assert LENGTH[0] <= state.duration <= LENGTH[1]
    assert PITCH[0] <= state.peak <= PITCH[1]
    assert _outside(state.level) < 20
    assert not like_a_recorded_pop(state)


def _matches():
    """Of 300 settings spread over all controls, those that reach the goal: values of the controls, and states."""
    low, high = (np.array([getattr(control, end) for control in COLLAPSE.controls]) for end in ("low", "high"))
    tried = low * (high / low) ** np.random.default_rng(3).random((300, low.size))
    states = [COLLAPSE.state(**dict(zip(COLLAPSE.defaults, values, strict=True))) for values in tried]
    return [(values, state) for values, state in zip(tried, states, strict=True) if like_a_recorded_pop(state)]


@pytest.mark.whole
def test_few_settings_reach_the_goal_and_they_differ_as_the_lesson_says():
    """In some the pressure comes back at once and the gas rings on; in others it takes about as long as the pop."""
    found = _matches()
    assert 5 <= len(found) <= 30
    longer = [1e3 * state.duration / values[2] for values, state in found]
    assert min(longer) < 1.3
    assert max(longer) > 6
    sets = [values[2] for values, _ in found]
    assert max(sets) > 10 * min(sets)


@pytest.mark.parametrize("declaration", [COLLAPSE, CAMERA], ids=lambda one: one.title)
def test_no_button_reaches_a_goal(declaration):
    assert not any(declaration.goal.reached(declaration.preset(name)) for name in declaration.presets)


def test_a_longer_return_gives_a_deeper_pop():
    settings = {"radius": 2.2, "pressure": 75, "viscosity": 1}
    peaks = [COLLAPSE.state(**settings, return_time=time).peak for time in (1, 2, 4, 8)]
    assert peaks == sorted(peaks, reverse=True)


def test_every_bubble_sings_within_what_is_heard_and_drawn():
    for values in itertools.product(*(control.positions(2) for control in COLLAPSE.controls)):
        state = COLLAPSE.state(**dict(zip(COLLAPSE.defaults, values, strict=True)))
        assert HEARD[0] < state.peak < HEARD[1], values


@pytest.mark.parametrize("values", [{}, {"radius": 0.5}, {"radius": 3.0, "pressure": 90.0}])
@pytest.mark.parametrize("factor", [1, 2, 100])
def test_the_learners_line_stands_at_the_end_of_an_empty_bubble(values, factor):
    """0.9147 R √(ρ/Δp), with the bubble's radius and all of the pressure that returns."""
    picture, state = CollapsePicture(), COLLAPSE.state(**values)
    si = inputs(**values)
    density = sources.value("liquid_density")
    time = 0.9147 * si["radius"] * np.sqrt(density / (OUTSIDE - si["pressure"]))
    given = COLLAPSE.build.inputs(state)
    assert given == pytest.approx(
        {"radius": si["radius"], "density": density, "pressure_difference": OUTSIDE - si["pressure"]}, rel=1e-3
    )
    picture.frame_at(state, Yours(factor * time, factor == 1))
    assert list(picture.yours.line.get_xdata()) == pytest.approx([min(1e3 * factor * time, 12)] * 2)
    assert picture.yours.line.axes is picture.radius.axes
    assert picture.yours.line.is_dashed() == (factor != 1)
