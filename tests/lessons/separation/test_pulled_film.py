"""The explorer of the film: its sentence, its goal and its presets say what the models say."""

import re
from dataclasses import replace

import numpy as np
import pytest

from jointlab import sources
from jointlab.explorers import Explorer
from jointlab.lessons.separation.pulled_film import (
    FILM,
    FLUIDS,
    SHAPES,
    fluid_called,
    opening_film,
    sentence,
    tension_with_a_light_pull,
)
from jointlab.models.film import reynolds

DENSITY = sources.value("liquid_density")


def test_it_opens_as_stefans_law_says():
    state = Explorer(FILM).state
    assert (state.gap, state.speed) == pytest.approx((50e-6, 0.01))
    radius = sources.value("contact_radius")
    assert state.pull == pytest.approx(float(reynolds.stefan_pull(radius, state.gap, state.speed, state.viscosity)))
    outside = sources.value("standard_atmosphere")
    assert state.centre == pytest.approx(
        float(reynolds.stefan_centre_pressure(radius, state.gap, state.speed, state.viscosity, outside))
    )


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("fluid", FLUIDS)
def test_sentence_says_the_numbers_of_the_state(shape, fluid):
    for gap, speed in ((20, 0.1), (20, 100), (50, 10), (200, 100)):
        state = FILM.state(gap=gap, speed=speed, fluid=fluid, shape=shape)
        said = sentence(state)
        kilopascals = int(re.search(r"(minus )?([\d,]+) kPa", said)[2].replace(",", ""))
        assert kilopascals == pytest.approx(abs(state.centre) / 1e3, abs=0.51)
        assert ("minus" in said) == ("tension" in said) == (state.centre < 0)
        assert ("inertia" in said) == (0.15 * DENSITY * state.speed * state.gap / state.viscosity >= 0.1)
        assert len(said) <= 240
        assert ("more than a film of water bore in one experiment" in said) == (state.centre < -1e6)
        if state.pull >= 0.01:
            assert float(re.search(r"with ([\d.,]+) N", said)[1].replace(",", "")) == pytest.approx(
                state.pull, rel=0.05, abs=0.006
            )


def test_a_pressure_just_below_zero_is_not_called_zero():
    state = opening_film(30e-6, 0.1, "healthy", "ball")
    assert -500 < state.centre < 0
    assert "the pressure is just below zero: the liquid is under tension" in sentence(state)


def test_inertia_is_named_where_it_tells_and_nowhere_else():
    assert "inertia" not in sentence(FILM.state())
    assert "inertia" in sentence(FILM.state(gap=200, speed=100, fluid="water", shape="facet"))


def test_an_even_film_spreads_its_pull_and_a_ball_does_not():
    """At the moment when the middle reaches zero, the pull is half the area times the air's pressure, or less."""
    outside = sources.value("standard_atmosphere")
    for shape in SHAPES:
        state = opening_film(20e-6, 0.1, "water", shape)
        at_zero = state.pull / (outside - state.centre) * outside
        even = np.pi * state.half_length * state.half_width * outside / 2
        assert at_zero == pytest.approx(even) if shape != "ball" else at_zero < even / 4


def test_healthy_fluid_resists_most_and_water_least():
    for shape in SHAPES:
        pulls = [opening_film(50e-6, 1e-3, fluid, shape).pull for fluid in FLUIDS]
        assert pulls == sorted(pulls, reverse=True)


def test_every_fluid_of_the_choice_is_one():
    assert fluid_called("water").viscosity(1e6) == sources.value("water_viscosity")
    assert fluid_called("healthy").at_rest == sources.value("healthy_rest_viscosity")


def test_the_goal_needs_a_ball_in_a_socket():
    reached = {
        shape: any(
            tension_with_a_light_pull(FILM.state(gap=gap, speed=speed, fluid=fluid, shape=shape))
            for gap in FILM.controls[0].positions(9)
            for speed in FILM.controls[1].positions(13)
            for fluid in FLUIDS
        )
        for shape in SHAPES
    }
    assert reached == {"knuckle": False, "ball": True, "facet": False}


def test_the_goal_asks_for_both():
    state = opening_film(20e-6, 0.1, "healthy", "ball")
    assert tension_with_a_light_pull(state)
    assert not tension_with_a_light_pull(replace(state, pull=2.0))
    assert not tension_with_a_light_pull(replace(state, pressure=np.abs(state.pressure)))


def test_presets_do_what_their_button_says():
    states = {name: FILM.preset(name) for name in FILM.presets}
    usual = FILM.state()
    assert states["Slow pull"].pull < usual.pull < states["Quick pull"].pull
    assert states["Thinner film"].gap < usual.gap
    assert states["Facet joint"].pull > 2 * usual.pull
