"""The mark of the learner's own line: where it stands, how it looks, which way it points."""

import pytest

from jointlab.drawings.page import DASHES, Page
from jointlab.drawings.yours import Yours, YoursMark


class Sheet(Page):
    along = "x"

    def lay_out(self):
        self.yours = YoursMark(self, self.plot(100, 50, 700, 350, xlim=(0, 10), ylim=(0, 5)), self.along)


class Upright(Sheet):
    along = "y"


@pytest.mark.parametrize(
    ("value", "at", "words"),
    [(2.0, 2.0, "\N{NO-BREAK SPACE}your line"), (9.0, 9.0, "your line\N{NO-BREAK SPACE}"),
     (99.0, 10.0, "your line →\N{NO-BREAK SPACE}"), (-1.0, 0.0, "\N{NO-BREAK SPACE}← your line")],
)  # fmt: skip
def test_it_stands_at_the_value_or_points_to_it(value, at, words):
    mark = Sheet().yours
    mark.set(Yours(value, True))
    assert list(mark.line.get_xdata()) == [at, at]
    assert list(mark.line.get_ydata()) == [0, 5]
    assert mark.words.get_text() == words
    assert mark.words.get_ha() == ("right" if at > 5 else "left"), "on the side that has room"


@pytest.mark.parametrize(
    ("value", "at", "words"), [(1.0, 1.0, "your line"), (7.0, 5.0, "your line ↑"), (-7, 0, "your line ↓")]
)
def test_across(value, at, words):
    mark = Upright().yours
    mark.set(Yours(value, True))
    assert list(mark.line.get_ydata()) == [at, at]
    assert mark.words.get_text() == words


@pytest.mark.parametrize(
    ("value", "below", "under"), [(1, None, False), (4, None, True), (4, False, False), (1, True, True)]
)
def test_the_words_of_a_level_line_stand_clear_of_it(value, below, under):
    sheet = Upright()
    sheet.yours.set(Yours(value, True), below=below)
    box = sheet.yours.words.get_window_extent(sheet.figure.canvas.get_renderer())
    level = sheet.yours.axes.transData.transform((0, value))[1]
    half = sheet.yours.line.get_linewidth() / 2
    assert box.y1 < level - half if under else box.y0 > level + half


def test_a_wrong_line_is_dashed_and_none_is_not_there():
    mark = Sheet().yours
    assert not mark.words.get_visible()
    mark.set(Yours(2.0, False))
    assert mark.line._unscaled_dash_pattern == DASHES["dashed"]
    mark.set(Yours(2.0, True))
    assert not mark.line.is_dashed()
    assert mark.line.get_visible()
    mark.set(Yours())
    assert not mark.line.get_visible()
    assert not mark.words.get_visible()
