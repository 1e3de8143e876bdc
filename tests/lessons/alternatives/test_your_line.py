"""The learner's own standard error in the marked row: where its mark stands, how it looks, what is said."""

import pytest
from tests.pictures import gallery, own_line, readable

from jointlab.drawings.yours import Yours
from jointlab.lessons.alternatives import FOREST
from jointlab.models.evidence.intervals import standard_error

STATES = dict(gallery.looked_at(FOREST))
marked = own_line.marking(FOREST, standard_error)


@pytest.fixture(scope="module")
def picture():
    return FOREST.picture()


@pytest.mark.parametrize("name", STATES)
def test_a_right_line_goes_through_the_end_of_the_bar(picture, name):
    marked(picture, STATES[name])
    assert picture.yours.line.get_xdata()[0] == pytest.approx(picture.error.get_xdata()[1])
    assert not picture.yours.line.is_dashed()


@pytest.mark.parametrize("factor", [0.5, 2, 100, -1])
def test_a_wrong_line_is_dashed_and_points_to_where_it_says(picture, factor):
    state, yours = marked(picture, {}, factor, right=False)
    place = (state.here.difference.middle + yours.value) / state.scale.length
    assert picture.yours.line.get_xdata()[0] == pytest.approx(min(max(place, -1), 0.25))
    assert picture.yours.line.is_dashed()
    assert ("→" in picture.yours.words.get_text()) == (place > 0.25)


def test_without_a_value_nothing_is_marked(picture):
    picture.frame_at(FOREST.state(), Yours())
    assert not picture.yours.line.get_visible()


@pytest.mark.parametrize("name", STATES)
def test_its_words_cover_no_others(picture, name):
    for factor in (1, 0.5, 2, 100, -1):
        marked(picture, STATES[name], factor, right=False)
        assert not [fault for fault in readable.unreadable_in(picture) if "your line" in fault]


def test_what_it_gives_is_told():
    told = [FOREST.build.words(error) for error in (1.88, 0.0, 5000.0, -5000.0)]
    assert told == [
        "a standard error of 1.88",
        "a standard error of 0.00",
        "a standard error of more than 1,000",
        "a standard error of less than −1,000",
    ]
