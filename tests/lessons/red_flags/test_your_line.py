"""The learner's own chance after a sign: where its mark stands, how it looks, what is said."""

import pytest
from tests.pictures import gallery, own_line, readable

from jointlab.lessons.red_flags import SIGN
from jointlab.models.evidence.diagnosis import post_test_probability

STATES = dict(gallery.looked_at(SIGN))
marked = own_line.marking(SIGN, post_test_probability)


@pytest.fixture(scope="module")
def picture():
    return SIGN.picture()


@pytest.mark.parametrize("name", STATES)
def test_a_right_line_goes_through_the_diamond(picture, name):
    state, yours = marked(picture, STATES[name])
    assert yours.value == pytest.approx(state.after, abs=1e-6)
    assert picture.yours.get_ydata()[0] == pytest.approx(picture.after.get_ydata()[0], abs=1e-3)
    assert not picture.yours.is_dashed()


@pytest.mark.parametrize(("factor", "way"), [(0.0, "↓"), (-1, "↓"), (200, "↑"), (0.5, "")])
def test_a_wrong_line_is_dashed_and_points_to_where_it_says(picture, factor, way):
    marked(picture, {}, factor, right=False)
    assert picture.yours.is_dashed()
    words = picture.yours_words.get_text()
    assert words == f"your line {way}".strip()
    low, high = picture.axes.get_ylim()
    assert low <= picture.yours.get_ydata()[0] <= high


@pytest.mark.parametrize("name", STATES)
def test_its_words_cover_no_others(picture, name):
    for factor in (1, 0.5, 20, -1):
        marked(picture, STATES[name], factor, right=False)
        assert not [fault for fault in readable.unreadable_in(picture) if "your line" in fault]


def test_what_it_gives_is_told():
    assert [SIGN.build.words(chance) for chance in (0.628, 0.0, 150.0, -150.0)] == [
        "63 %",
        "0 %",
        "more than 1,000 %",
        "less than −1,000 %",
    ]
