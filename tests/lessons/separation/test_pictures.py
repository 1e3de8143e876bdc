"""The pictures of the film and of the force budget show the state that they are given, and no word is cut off."""

from itertools import product

import numpy as np
import pytest

from jointlab.drawings.shapes.arrows import arrow
from jointlab.lessons.separation import budget_picture as budget_drawing
from jointlab.lessons.separation import pulled_film_picture as film_drawing
from jointlab.lessons.separation.budget import budget
from jointlab.lessons.separation.budget_picture import BudgetPicture
from jointlab.lessons.separation.film_story import FilmStory
from jointlab.lessons.separation.pulled_film import FILM, opening_film
from jointlab.lessons.separation.pulled_film_picture import FilmPicture


@pytest.fixture(scope="module")
def film():
    return FilmPicture()


@pytest.fixture(scope="module")
def carried():
    return BudgetPicture()


def shown(picture, state):
    picture.update(state)
    return picture


ENDS = [dict(zip(("gap", "speed"), ends, strict=True)) for ends in product((20, 200), (0.1, 100))]


@pytest.mark.parametrize("values", [*ENDS, {"gap": 50, "speed": 10}])
@pytest.mark.parametrize("shape", ["knuckle", "ball", "facet"])
def test_the_curve_is_the_pressure_and_turns_orange_at_zero(film, values, shape):
    state = FILM.state(**values, shape=shape)
    shown(film, state)
    x, y = (np.concatenate(pair) for pair in zip(film.above.get_data(), film.below.get_data(), strict=True))
    known = ~np.isnan(y)
    right = np.interp(np.abs(x[known]), state.across, state.pressure)
    assert y[known] == pytest.approx(right, abs=1e-6 * np.abs(state.centre))
    above, below = film.above.get_ydata(), np.asarray(film.below.get_ydata())
    assert np.nanmin(above) >= 0
    assert (below.size > 0) == (state.centre < 0)
    assert (below <= 0).all()


@pytest.mark.parametrize("shape", ["knuckle", "ball", "facet"])
def test_the_rings_of_the_map_lie_where_the_pressure_has_their_level(film, shape):
    state = opening_film(20e-6, 0.1, "healthy", shape)
    shown(film, state)
    scale = film_drawing.MAP_PER_METRE
    assert film.rim.width == pytest.approx(2 * state.half_width * scale)
    assert film.rim.height == pytest.approx(2 * state.half_length * scale)
    for ring, level in zip((*film.rings, film.tension), (*film_drawing.LEVELS, 0), strict=True):
        across = ring.width / 2 / scale
        assert np.interp(across, state.across, state.pressure) == pytest.approx(level, abs=1e-3)
        assert ring.height / ring.width == pytest.approx(state.half_length / state.half_width)


def test_no_ring_is_drawn_where_the_pressure_stays_high(film):
    shown(film, opening_film(200e-6, 1e-4, "water", "knuckle"))
    assert not any(ring.get_visible() for ring in (*film.rings, film.tension))


@pytest.mark.parametrize("shape", ["knuckle", "ball", "facet"])
def test_the_section_shows_the_gap_eight_times_too_thick(film, shape):
    state = opening_film(100e-6, 0.01, "healthy", shape)
    shown(film, state)
    fluid = film.section.fluid.get_path().vertices
    middle = fluid[np.abs(fluid[:, 0] - film_drawing.MIDDLE) < 0.5, 1]
    assert np.ptp(middle) == pytest.approx(8 * 100e-6 * film_drawing.PER_METRE, rel=0.03)


@pytest.mark.parametrize("values", [*ENDS, {"gap": 50, "speed": 10}])
@pytest.mark.parametrize("shape", ["knuckle", "ball", "facet"])
def test_the_fluid_that_flows_in_comes_from_inside_the_capsule(film, values, shape):
    state = FILM.state(**values, shape=shape)
    shown(film, state)
    inside_the_fluid(film.flow, film.section)
    places = film.flow.get_path().vertices[:, 0] - film_drawing.MIDDLE
    rim = film_drawing.PER_METRE * state.half_width
    assert np.abs(places).max() > rim + 10, "it begins in the fluid around the rim"
    for side in (-1, 1):
        tips = side * places[side * places > 0]
        assert tips.min() >= rim, "the film itself is thinner than an arrow"


def test_the_fluid_of_the_story_comes_from_inside_the_capsule():
    story = FilmStory()
    inside_the_fluid(story.flow, story.pulled)


def inside_the_fluid(flow, section) -> None:
    """Nothing comes in from outside: no corner of an arrow lies outside the fluid that the capsule encloses."""
    corners = flow.get_path().vertices
    assert section.fluid.get_path().contains_points(corners, radius=0.5).all()


@pytest.mark.parametrize(("pull", "radius", "tension"), [(100, 0.005, 0), (140, 0.007, 1.5e6), (60, 0.004, 7e5)])
def test_bars_and_arrows_are_as_long_as_the_forces(carried, pull, radius, tension):
    state = budget(pull, radius, tension)
    shown(carried, state)
    per_newton = np.ptp(budget_drawing.BARS) / budget_drawing.MOST
    for name, force in (("pull", state.pull), ("film", state.film), ("rest", state.rest)):
        assert np.ptp(carried.bars[name].get_xdata()) == pytest.approx(per_newton * force)
        half = 2 if name == "rest" else 1
        assert np.ptp(carried.forces[name].get_path().vertices[:8, 0]) == pytest.approx(
            budget_drawing.PER_NEWTON * force / half, abs=1e-6
        )


def test_the_wetted_arc_is_as_wide_as_the_film(carried):
    for radius in (0.004, 0.005, 0.007):
        shown(carried, budget(50, radius, 0))
        y = carried.wetted.get_ydata()
        assert np.ptp(y) / budget_drawing.PER_MM == pytest.approx(2e3 * radius, rel=0.04)


def test_an_arrow_begins_and_ends_where_it_should():
    for end in ((100, 0), (0, -30), (3, 4)):
        outline = arrow((0, 0), end)
        assert np.linalg.norm(outline - end, axis=1).min() == pytest.approx(0)
        along = np.asarray(end) / np.linalg.norm(end)
        assert (outline @ along).min() == pytest.approx(0)
        assert (outline @ along).max() == pytest.approx(np.linalg.norm(end))
