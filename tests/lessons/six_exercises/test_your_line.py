"""The learner's own beam beside the moving body: what its axis shows, and that it is silent where it does not hold."""

import numpy as np
import pytest
from tests.pictures import look, own_line, readable

from jointlab.drawings.yours import Yours
from jointlab.lessons.six_exercises import MOVING
from jointlab.models.body.supports import toes_force

HEADING = "The toes of the plank carry (N)"


@pytest.fixture(scope="module")
def picture():
    return MOVING.picture()


def line(mass, centre, elbows, toes):
    """What a right line of the learner's gives; nothing for nothing."""
    return float(toes_force(mass, centre, elbows, toes)) if np.isfinite(mass) else None


marked = own_line.marking(MOVING, line)


@pytest.mark.parametrize("at", [1.0, 20.0, 50.0, 97.0])
def test_a_right_line_stands_on_the_middle_of_what_the_toes_carry(picture, at):
    state, yours = marked(picture, {"exercise": "plank", "at": at})
    (toes,) = (one.force for one in state.bears if one.contact.part == "toes")
    gauge = picture.gauge
    assert yours.value == pytest.approx(float(toes.middle))
    assert list(gauge.yours.line.get_xdata()) == 2 * [pytest.approx(yours.value)]
    assert list(gauge.band.get_xdata()) == pytest.approx([float(toes.low), float(toes.high)])
    assert list(gauge.dot.get_xdata()) == pytest.approx([float(toes.middle)])
    assert not gauge.yours.line.is_dashed()
    assert look.texts(picture, HEADING)


def test_it_moves_with_the_repetition(picture):
    first, last = (marked(picture, {"exercise": "plank", "at": at})[1].value for at in (5.0, 50.0))
    assert last - first > 5


@pytest.mark.parametrize("factor", [0.5, 2, 100, -1])
def test_a_wrong_line_is_dashed_and_stands_where_it_says_or_points_there(picture, factor):
    _, yours = marked(picture, {"exercise": "plank"}, factor, right=False)
    mark = picture.gauge.yours
    own_line.is_dashed_and_stands_at(mark, yours.value)
    assert ("→" in mark.words.get_text(), "←" in mark.words.get_text()) == (factor == 100, factor == -1)


@pytest.mark.parametrize(
    "values",
    [{"exercise": "plank", "at": 0.0}, {"exercise": "bridge"}, {"exercise": "bird-dog"}, {"exercise": "cat-cow"}],
)
def test_without_the_two_supports_of_a_plank_there_is_nothing(picture, values):
    marked(picture, {"exercise": "plank"})
    _, yours = marked(picture, values)
    assert yours.value is None
    picture.frame_at(MOVING.state(**values), Yours(245.0))  # a line that gives the same, whatever it is asked
    assert not look.texts(picture, HEADING)
    assert not look.texts(picture, "your line")


def test_without_a_line_there_is_no_axis_for_it(picture):
    marked(picture, {"exercise": "plank"})
    picture.frame_at(MOVING.state(exercise="plank"))
    assert not look.texts(picture, HEADING)
    assert not picture.gauge.dot.get_visible()


@pytest.mark.parametrize("at", [1.0, 50.0])
def test_its_words_cover_no_others(picture, at):
    for factor in (1, 0.05, 2, 100, -1):
        marked(picture, {"exercise": "plank", "at": at}, factor, right=False)
        assert not readable.unreadable_in(picture)


def test_what_it_gives_is_told():
    told = [MOVING.build.words(force) for force in (240.7, -240.7, 24_068.0)]
    assert told == [f"{force} N on the toes of a plank" for force in ("241", "−241", "24,068")]
    assert all(len(words) <= 40 for words in told)
