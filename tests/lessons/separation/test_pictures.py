"""The fluid that flows in, in the explorer of the film and in its story, comes from inside the closed capsule."""

from itertools import product

import numpy as np
import pytest
from tests.pictures import extents, look, readable

from jointlab.drawings.yours import Yours
from jointlab.learn.exercise import exercise
from jointlab.lessons.separation.film_story import FilmStory
from jointlab.lessons.separation.pulled_film import FILM
from jointlab.lessons.separation.pulled_film_picture import MIDDLE, PER_METRE, FilmPicture
from jointlab.models.film.reynolds import stefan_pull

ENDS = [
    {"gap": gap, "speed": speed, "fluid": fluid, "shape": shape}
    for gap, speed in ((20, 0.1), (20, 100), (200, 0.1), (200, 100), (50, 10))
    for fluid in ("healthy", "water")
    for shape in ("knuckle", "ball", "facet")
]


@pytest.fixture(scope="module")
def film():
    return FilmPicture()


@pytest.mark.parametrize(("gap", "speed"), [*product((20, 200), (0.1, 100)), (50, 10)])
@pytest.mark.parametrize("shape", ["knuckle", "ball", "facet"])
def test_the_fluid_that_flows_in_comes_from_inside_the_capsule(film, gap, speed, shape):
    state = FILM.state(gap=gap, speed=speed, shape=shape)
    film.update(state)
    inside_the_fluid(film.flow, film.section)
    places = film.flow.get_path().vertices[:, 0] - MIDDLE
    rim = PER_METRE * state.half_width
    assert np.abs(places).max() > rim + 10, "it begins in the fluid around the rim"
    for side in (-1, 1):
        tips = side * places[side * places > 0]
        assert tips.min() >= rim, "the film itself is thinner than an arrow"


# The learner's value over the true one, and whether the line counts as right: each end of the scale with both.
GIVEN = [(1, True), (1, False), (2, False), (0.5, True), (0.01, False), (100, True), (1e12, False), (-1, True)]


@pytest.mark.whole
def test_the_learners_line_stands_on_the_scale_of_the_pull_and_hides_no_words(film):
    ticks, others = readable.of_the_stage(film)
    for values, (factor, right) in product(ENDS, GIVEN):
        state = FILM.state(**values)
        film.update(state)
        value = factor * law(state)
        film.mark_yours(state, Yours(value, right))
        assert film.yours.line.is_dashed() != right
        (drawn, _) = film.pixels(film.yours.axes, film.yours.line.get_xdata()[0], 0.5)[0]
        (least, most), (first, last) = (0.01, 1000), (look_for(film, "0.01"), look_for(film, "1,000 N"))
        share = np.log10(np.clip(value, least, most) / least) / np.log10(most / least)
        assert drawn == pytest.approx(first + (last - first) * share, abs=0.5)
        if factor == 1 and values["shape"] == "knuckle" and state.pull > least:
            assert drawn == pytest.approx(film.point.get_xdata()[0], abs=0.5)
        assert readable.unreadable(film, extents.boxes(film, film.movers), ticks | others) == [], values
    film.mark_yours(state, Yours())
    assert not film.yours.line.get_visible()


def law(state):
    """The pull (N) by Stefan's law for what the learner's brackets get."""
    inputs = FILM.build.inputs(state)
    assert {*inputs} == {*exercise("separation", "film_pull").inputs}
    return float(stefan_pull(*(inputs[name] for name in ("radius", "gap", "speed", "viscosity"))))


def look_for(picture, words):
    """Where the number stands on the scale, in pixels from the left."""
    return look.text(picture, words).get_position()[0]


def test_the_learners_discs_are_as_large_as_the_film():
    for values in ENDS:
        state = FILM.state(**values)
        inputs = FILM.build.inputs(state)
        assert inputs["radius"] ** 2 == pytest.approx(state.half_width * state.half_length)
        assert (inputs["gap"], inputs["speed"], inputs["viscosity"]) == (state.gap, state.speed, state.viscosity)
        if values["shape"] == "ball":
            assert law(state) > 2 * state.pull, "where it is wider than in the middle, a film pulls less"
        else:
            assert law(state) == pytest.approx(state.pull, rel=0.01)


def test_the_fluid_of_the_story_comes_from_inside_the_capsule():
    story = FilmStory()
    inside_the_fluid(story.flow, story.pulled)


def inside_the_fluid(flow, section) -> None:
    """Nothing comes in from outside: no corner of an arrow lies outside the fluid that the capsule encloses."""
    corners = flow.get_path().vertices
    assert section.fluid.get_path().contains_points(corners, radius=0.5).all()
