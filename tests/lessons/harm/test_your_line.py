"""The learner's own share of everybody beside the two blocks: where its mark stands, how it looks, what is said."""

import pytest
from tests.pictures import gallery, own_line, readable

from jointlab.lessons.harm import ABSTRACT
from jointlab.models.evidence.contingency import overall_share

STATES = dict(gallery.looked_at(ABSTRACT))
marked = own_line.marking(ABSTRACT, overall_share)


@pytest.fixture(scope="module")
def picture():
    return ABSTRACT.picture()


@pytest.mark.parametrize("name", STATES)
def test_a_right_line_goes_through_the_mark_of_everybody(picture, name):
    state, yours = marked(picture, STATES[name])
    assert yours.value == pytest.approx(state.ill / 215)
    assert picture.yours.line.get_xdata()[0] == pytest.approx(picture.whole.get_xdata()[0])
    assert not picture.yours.line.is_dashed()


@pytest.mark.parametrize("factor", [0.5, 2, 100, -1])
def test_a_wrong_line_is_dashed_and_points_to_where_it_says(picture, factor):
    _, yours = marked(picture, {}, factor, right=False)
    shown = min(max(100 * yours.value, 0), 100)
    assert list(picture.yours.line.get_xdata()) == [pytest.approx(shown)] * 2
    assert picture.yours.line.is_dashed()
    assert ("→" in picture.yours.words.get_text()) == (yours.value > 1)
    assert ("←" in picture.yours.words.get_text()) == (yours.value < 0)


@pytest.mark.parametrize("name", STATES)
def test_its_words_cover_no_others(picture, name):
    for factor in (1, 0.5, 2, 100, -1):
        marked(picture, STATES[name], factor, right=False)
        assert not [fault for fault in readable.unreadable_in(picture) if "your line" in fault]


def test_what_it_gives_is_told():
    told = [ABSTRACT.build.words(share) for share in (0.628, 0.0, 150.0, -150.0)]
    assert told == ["63 % of all", "0 % of all", "more than 10,000 % of all", "less than −10,000 % of all"]
