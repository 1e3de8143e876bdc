"""The fluid that flows in, in the explorer of the film and in its story, comes from inside the closed capsule."""

from itertools import product

import numpy as np
import pytest

from jointlab.lessons.separation.film_story import FilmStory
from jointlab.lessons.separation.pulled_film import FILM
from jointlab.lessons.separation.pulled_film_picture import MIDDLE, PER_METRE, FilmPicture


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


def test_the_fluid_of_the_story_comes_from_inside_the_capsule():
    story = FilmStory()
    inside_the_fluid(story.flow, story.pulled)


def inside_the_fluid(flow, section) -> None:
    """Nothing comes in from outside: no corner of an arrow lies outside the fluid that the capsule encloses."""
    corners = flow.get_path().vertices
    assert section.fluid.get_path().contains_points(corners, radius=0.5).all()
