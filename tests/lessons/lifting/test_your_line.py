"""The learner's own balance in the free body: where its mark stands, how it looks, and what the sentence says."""

import pytest
from tests.pictures import gallery, own_line

from jointlab.lessons.lifting import CARRY
from jointlab.models.body.lumbar_load import muscle_force

STATES = dict(gallery.looked_at(CARRY))
marked = own_line.marking(CARRY, muscle_force)


@pytest.fixture(scope="module")
def picture():
    return CARRY.picture()


def left_edge(line):
    """Pixels from the left at which a line begins."""
    return line.axes.transData.transform(line.get_xydata()[0])[0]


@pytest.mark.parametrize("name", STATES)
def test_a_right_line_stands_on_the_middle_of_the_model(picture, name):
    state, yours = marked(picture, STATES[name])
    if state.result.moment.middle > 0:
        assert yours.value == pytest.approx(float(state.result.muscle.middle))
        assert left_edge(picture.yours.line) == pytest.approx(left_edge(picture.bars.middles["muscles"]))
    else:
        assert yours.value <= 0
        assert picture.yours.words.get_text().strip() == "← your line"
    assert not picture.yours.line.is_dashed()


@pytest.mark.parametrize("factor", [0.5, 2, 100, -1])
def test_a_wrong_line_is_dashed_and_stands_where_it_says_or_points_there(picture, factor):
    _, yours = marked(picture, {"bend": 60.0, "load": 10.0}, factor, right=False)
    assert picture.yours.axes.get_xlim() == picture.bars.of_force.get_xlim()
    own_line.is_dashed_and_stands_at(picture.yours, yours.value)


def test_it_stays_in_the_row_of_the_muscles(picture):
    marked(picture, {})
    box = picture.yours.axes.bbox
    for name, band in picture.bars.bands.items():
        height = band.axes.transData.transform((0, band.get_ydata()[0]))[1]
        assert (box.y0 < height < box.y1) == (name == "muscles")
    assert [round(edge) for edge in (box.x0, box.x1)] == [round(edge) for edge in picture.bars.of_force.bbox.intervalx]


@pytest.mark.parametrize("name", STATES)
def test_its_words_cover_no_others(picture, name):
    for factor in (1, 2, 100, -1):
        marked(picture, STATES[name], factor, right=False)
        assert own_line.faults(picture, picture.yours) == []


def test_what_it_gives_is_told():
    told = [CARRY.build.words(force) for force in (928.9, 0.0, -252.3, 92_891.6)]
    assert told == [
        "a pull of 929 N",
        "a pull of 0 N",
        "−252 N, so the front must pull",
        "a pull of 92,892 N",
    ]
    assert all(len(words) <= 40 for words in told)
