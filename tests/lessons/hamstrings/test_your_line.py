"""The learner's own lengthening beside the raised leg: where its mark stands, how it looks, what the sentence says."""

import pytest
from tests.pictures import gallery, own_line

from jointlab.lessons.hamstrings import RAISED_LEG
from jointlab.models.body.hamstring_length import lengthening_from_angles

STATES = dict(gallery.looked_at(RAISED_LEG))
marked = own_line.marking(RAISED_LEG, lengthening_from_angles)


@pytest.fixture(scope="module")
def picture():
    return RAISED_LEG.picture()


@pytest.mark.parametrize("name", STATES)
def test_a_right_line_stands_on_the_mark_of_the_regression(picture, name):
    state, yours = marked(picture, STATES[name])
    assert yours.value == pytest.approx(state.pull.longer["biceps_femoris"]["regression"])
    line, mark = picture.panels.yours.line, picture.panels.marks["biceps_femoris", "regression"]
    places = [artist.axes.transData.transform(artist.get_xydata()) for artist in (line, mark)]
    assert places[0][:, 0] == pytest.approx(places[1][0, 0])
    assert min(places[0][:, 1]) < places[1][0, 1] < max(places[0][:, 1])
    assert not line.is_dashed()


@pytest.mark.parametrize("factor", [0.5, 2, 100, -1])
def test_a_wrong_line_is_dashed_and_stands_where_it_says_or_points_there(picture, factor):
    _, yours = marked(picture, {"raised": 75.0}, factor, right=False)
    mark = picture.panels.yours
    assert mark.axes.get_xlim() == picture.panels.of_length.get_xlim()
    own_line.is_dashed_and_stands_at(mark, 1000 * yours.value)
    assert ("→" in mark.words.get_text()) == (1000 * yours.value > mark.axes.get_xlim()[1])
    assert "←" not in mark.words.get_text(), "even the wrong sign lies on the axis"


def test_it_stays_in_the_row_of_the_muscle_that_it_is_about(picture):
    marked(picture, {})
    box = picture.panels.yours.axes.bbox
    for muscle, band in picture.panels.bands.items():
        height = band.axes.transData.transform(band.get_xydata()[0])[1]
        assert (box.y0 < height < box.y1) == (muscle == "biceps_femoris")


@pytest.mark.parametrize("name", STATES)
def test_its_words_cover_no_others(picture, name):
    for factor in (1, 2, 100, -1):
        marked(picture, STATES[name], factor, right=False)
        assert own_line.faults(picture, picture.panels.yours) == []


def test_what_it_gives_is_told():
    told = [RAISED_LEG.build.words(metres) for metres in (0.0447, 0.0, -0.0181, 4.47)]
    assert told == [f"{size} mm for the biceps femoris" for size in ("44.7", "0", "−18.1", "4,470")]
    assert all(len(words) <= 40 for words in told)
