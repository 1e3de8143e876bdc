"""The pictures of the film and of the force budget show the state that they are given, and no word is cut off."""

from itertools import combinations, product

import numpy as np
import pytest

from jointlab.drawings import style
from jointlab.drawings.shapes.arrows import arrow
from jointlab.lessons.separation import budget_picture as budget_drawing
from jointlab.lessons.separation import pulled_film_picture as film_drawing
from jointlab.lessons.separation.budget import BUDGET, budget
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


def clear_of_each_other_and_of_the_edge(picture) -> None:
    with style.applied():
        picture.figure.canvas.draw()
    boxes = {}
    for axes in picture.figure.axes:
        labels = [*axes.texts, axes.xaxis.label] if axes.axison else axes.texts
        boxes |= {text: text.get_window_extent() for text in labels if text.get_text() and text.get_visible()}
    for text, box in boxes.items():
        assert box.x0 >= 4, text.get_text()
        assert box.y0 >= 2, text.get_text()
        assert box.x1 <= picture.width - 4, text.get_text()
        assert box.y1 <= picture.height - 4, text.get_text()
    for one, other in combinations(boxes, 2):
        assert not boxes[one].overlaps(boxes[other]), (one.get_text(), other.get_text())


ENDS = [dict(zip(("gap", "speed"), ends, strict=True)) for ends in product((20, 200), (0.1, 100))]


@pytest.mark.parametrize("shape", ["knuckle", "ball", "facet"])
@pytest.mark.parametrize("fluid", ["healthy", "water"])
def test_no_word_of_the_film_is_cut_off_or_hidden(film, shape, fluid):
    for values in [*ENDS, {"gap": 50, "speed": 10}, {"gap": 27, "speed": 10}]:
        clear_of_each_other_and_of_the_edge(shown(film, opening_film(**values, fluid=fluid, shape=shape)))


def test_no_word_of_the_budget_is_cut_off_or_hidden(carried):
    for values in product(*(control.positions(4) for control in BUDGET.controls)):
        clear_of_each_other_and_of_the_edge(shown(carried, budget(*values)))


def test_no_word_of_the_story_is_cut_off_or_hidden():
    clear_of_each_other_and_of_the_edge(FilmStory())


@pytest.mark.parametrize("values", [*ENDS, {"gap": 50, "speed": 10}])
@pytest.mark.parametrize("shape", ["knuckle", "ball", "facet"])
def test_the_curve_is_the_pressure_and_turns_orange_at_zero(film, values, shape):
    state = opening_film(**values, fluid="healthy", shape=shape)
    shown(film, state)
    x, y = (np.concatenate(pair) for pair in zip(film.above.get_data(), film.below.get_data(), strict=True))
    known = ~np.isnan(y)
    right = np.interp(np.abs(x[known]), 1e3 * state.across, state.pressure / 1e3)
    assert y[known] == pytest.approx(right, abs=1e-6 * np.abs(state.centre))
    above, below = film.above.get_ydata(), np.asarray(film.below.get_ydata())
    assert np.nanmin(above) >= 0
    assert (below.size > 0) == (state.centre < 0)
    assert (below <= 0).all()


@pytest.mark.parametrize("shape", ["knuckle", "ball", "facet"])
def test_the_rings_of_the_map_lie_where_the_pressure_has_their_level(film, shape):
    state = opening_film(20, 100, "healthy", shape)
    shown(film, state)
    scale = film_drawing.MAP_PER_MM
    assert film.rim.width == pytest.approx(2e3 * state.half_width * scale)
    assert film.rim.height == pytest.approx(2e3 * state.half_length * scale)
    for ring, level in zip((*film.rings, film.tension), (*film_drawing.LEVELS, 0), strict=True):
        across = ring.width / 2 / scale
        assert np.interp(across, 1e3 * state.across, state.pressure / 1e3) == pytest.approx(level, abs=1e-6)
        assert ring.height / ring.width == pytest.approx(state.half_length / state.half_width)


def test_no_ring_is_drawn_where_the_pressure_stays_high(film):
    shown(film, opening_film(200, 0.1, "water", "knuckle"))
    assert not any(ring.get_visible() for ring in (*film.rings, film.tension))


@pytest.mark.parametrize("shape", ["knuckle", "ball", "facet"])
def test_the_section_shows_the_gap_eight_times_too_thick(film, shape):
    state = opening_film(100, 10, "healthy", shape)
    shown(film, state)
    fluid = film.section._fluid.get_path().vertices
    middle = fluid[np.abs(fluid[:, 0] - film_drawing.SECTION.x) < 0.5, 1]
    pixels_per_um = film_drawing.PER_MM / 1e3
    assert np.ptp(middle) == pytest.approx(8 * 100 * pixels_per_um, rel=0.03)


@pytest.mark.parametrize("values", [*ENDS, {"gap": 50, "speed": 10}])
@pytest.mark.parametrize("shape", ["knuckle", "ball", "facet"])
def test_the_fluid_that_flows_in_comes_from_inside_the_capsule(film, values, shape):
    state = opening_film(**values, fluid="healthy", shape=shape)
    shown(film, state)
    inside_the_fluid(film.flow, film.section)
    places = film.flow.get_path().vertices[:, 0] - film_drawing.SECTION.x
    rim = film_drawing.PER_MM * 1e3 * state.half_width
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
    assert section._fluid.get_path().contains_points(corners, radius=0.5).all()


@pytest.mark.parametrize(("pull", "radius", "tension"), [(100, 5, 0), (140, 7, 1500), (60, 4, 700)])
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
    for radius in (4, 5, 7):
        shown(carried, budget(50, radius, 0))
        y = carried.wetted.get_ydata()
        per_mm = budget_drawing.BOX[2] / np.ptp(budget_drawing.SCENE[0])
        assert np.ptp(y) / per_mm == pytest.approx(2 * radius, rel=0.04)


def test_an_arrow_begins_and_ends_where_it_should():
    for end in ((100, 0), (0, -30), (3, 4)):
        outline = arrow((0, 0), end)
        assert np.linalg.norm(outline - end, axis=1).min() == pytest.approx(0)
        along = np.asarray(end) / np.linalg.norm(end)
        assert (outline @ along).min() == pytest.approx(0)
        assert (outline @ along).max() == pytest.approx(np.linalg.norm(end))


def test_descriptions_name_the_ends_of_the_axes():
    assert f"from {film_drawing.HIGHEST:g} down to minus {-film_drawing.LOWEST:g}" in FILM.picture.description
    assert f"0 to {budget_drawing.MOST} newtons" in BUDGET.picture.description
