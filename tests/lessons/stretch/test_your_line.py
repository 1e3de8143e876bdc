"""The learner's own pull beside the curves: where its mark stands, and where it is not shown."""

import pytest
from tests.pictures import gallery, readable

from jointlab.drawings.page import DASHES
from jointlab.drawings.yours import Yours
from jointlab.lessons.stretch import STRETCH
from jointlab.lessons.stretch.uncrimp_picture import FULL
from jointlab.models.tissue.ligament import bilinear

STATES = dict(gallery.looked_at(STRETCH))


@pytest.fixture(scope="module")
def picture():
    return STRETCH.picture()


def marked(picture, values, factor=1.0, right=True):
    """The state and what the learner's line gives there, marked."""
    state = STRETCH.state(**values)
    inputs = STRETCH.build.inputs(state)
    stress = inputs["first"] * inputs["toe"] + inputs["second"] * (inputs["strain"] - inputs["toe"])
    yours = Yours(factor * inputs["area"] * stress, right)
    picture.frame_at(state, yours)
    return state, yours


@pytest.mark.parametrize("strain", [0.25, 0.3, 0.5])
@pytest.mark.parametrize("ligament", FULL)
def test_a_right_line_stands_at_the_pull_of_the_table_with_two_slopes(picture, ligament, strain):
    state, yours = marked(picture, {"strain": 100 * strain, "ligament": ligament, "table": "one"})
    assert yours.value == pytest.approx(float(state.curves["two"].force(strain)))
    assert yours.value == pytest.approx(bilinear(**STRETCH.build.inputs(state)))
    height = min(yours.value / FULL[ligament], 1)
    assert list(picture.yours.line.get_ydata()) == pytest.approx([height, height])
    assert not picture.yours.line.is_dashed()


@pytest.mark.parametrize("factor", [0.5, 3, 1e-9, -1])
def test_a_wrong_line_is_dashed_and_points_beyond_the_edge(picture, factor):
    _, yours = marked(picture, {"strain": 50.0, "ligament": "front", "table": "two"}, factor, right=False)
    share = yours.value / FULL["front"]
    height, _ = picture.yours.line.get_ydata()
    assert height == pytest.approx(min(max(share, 0), 1))
    assert picture.yours.line._unscaled_dash_pattern == DASHES["dashed"]
    assert ("↑" in picture.yours.words.get_text()) == (share > 1)


def test_in_the_toe_region_nothing_is_marked(picture):
    marked(picture, {"strain": 5.0, "ligament": "front", "table": "two"})
    assert not picture.yours.line.get_visible()


@pytest.mark.parametrize("name", STATES)
def test_its_words_cover_no_others(picture, name):
    for factor in (1, 2, 100, -1):
        marked(picture, STATES[name], factor, right=False)
        assert not [fault for fault in readable.unreadable_in(picture) if "your line" in fault]


def test_what_it_gives_is_told():
    told = [STRETCH.build.words(newtons) for newtons in (24.8, 0.0, -3.0, 12345.0)]
    assert told == [f"{size} N by two slopes (beyond the toe region)" for size in ("24.8", "0", "−3", "12,345")]
