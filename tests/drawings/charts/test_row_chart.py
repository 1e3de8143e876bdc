"""A chart of rows shows each of its channels where its number says, at both ends, and says it in words."""

import numpy as np
import pytest
from tests.pictures import extents, look
from tests.pictures.readable import unreadable_in

from jointlab.drawings import style
from jointlab.drawings.charts.marks import BAR, ONWARDS, Mark
from jointlab.drawings.charts.row_chart import Layout, Row, RowChart, Scale, every

RATIOS = Scale(0.2, 6, {0.5: "½", 1: "1", 2: "2"}, "odds ratio", log=True, null=1, sides=("less", "more"))
HUNDRED = Scale(0, 100, every(50, 0, 100), "per cent")
RED_FLAGS = {
    "Some": [
        Row("one", [Mark(1.8, 1.1, 3.0)], "1.8\nn = 20", under="a study"),
        Row("far", [Mark(3.0, 0.1, 20.0)], "wide"),
    ],
    "Others": [
        Row("nothing", [Mark(words="no link")], "n = 9"),
        Row("up", [Mark(words="raised", leans=1)]),
        Row("down", [Mark(words="lowered", leans=-1)]),
        Row("bare", [Mark(0.5)], "0.5"),
    ],
}
BEFORE, AFTER = style.SERIES[2:]
EXERCISES = {
    "": [
        Row("bridge", [Mark(20, words="20 %", series=BEFORE), Mark(35, words="35 %", series=AFTER)]),
        Row("plank", [Mark(96, words="96 %", series=AFTER)]),
        Row("lift", [Mark(40, words="more than 40 %", series=AFTER, more=True)]),
    ]
}


@pytest.fixture(scope="module")
def ratios():
    return RowChart(RED_FLAGS, RATIOS, "A forest plot.", Layout(pitch=46))


@pytest.fixture(scope="module")
def exercises():
    layout = Layout(left=250, right=930, pitch=42, close=True)
    return RowChart(EXERCISES, HUNDRED, "A dot chart.", layout, {"before": BEFORE, "after": AFTER})


def one_row(*marks, scale=HUNDRED, **row):
    """A chart with one row of these marks."""
    return RowChart({"": [Row("all", marks, **row)]}, scale, "A chart.")


def points(chart, colour="blue"):
    return [line for line in look.lines(chart.axes, colour) if line.get_linestyle() == "None"]


def pixels(chart, *places):
    return chart.axes.transData.transform([(place, 0) for place in places])[:, 0]


@pytest.mark.parametrize("name", ["ratios", "exercises"])
def test_every_word_can_be_read_and_every_colour_is_of_the_palette(name, request):
    chart = request.getfixturevalue(name)
    assert unreadable_in(chart) == []
    assert not any("#" in extents.colour_name(line.get_color()) for line in chart.axes.lines)


def test_values_and_intervals_stand_where_they_belong(ratios):
    rows = look.rows(ratios)
    assert [row.label for row in rows] == ["one a study", "far", "nothing", "up", "down", "bare"]
    assert [row.heading for row in rows] == ["Some"] * 2 + ["Others"] * 4
    assert [row.values for row in rows] == [[1.8], [3.0], [], [], [], [0.5]]
    assert rows[0].ends == [1.1, 3.0]
    assert rows[-1].ends == []
    assert ratios.axes.get_xscale() == "log"


def test_an_interval_that_leaves_the_axis_is_cut_there_and_has_heads(ratios):
    far = look.row(ratios, "far")
    assert (far.ends, far.heads) == ([0.2, 6], ["<", ">"])
    assert look.row(ratios, "one").heads == []
    assert [float(line.get_xdata()[0]) for line in far.lines if line.get_marker() in ("<", ">")] == [0.2, 6]


def test_every_group_has_a_look_of_its_own(ratios):
    assert look.row(ratios, "one").marks == [("blue", "o")]
    assert look.row(ratios, "bare").marks == [("vermilion", "s")]


def test_what_has_no_figure_stands_in_words_at_the_line(ratios):
    for words, side in (("no link", "center"), ("raised", "left"), ("lowered", "right")):
        text = look.text(ratios, words)
        assert (text.get_position()[0], text.get_ha()) == (1, side)
        assert look.colour(text) == "vermilion"
    (null,) = look.lines(ratios.axes, "ink")
    assert list(null.get_xdata()) == [1, 1]
    assert np.sign(np.log(look.centre(look.text(ratios, "← less"))[0])) == -1
    assert np.sign(np.log(look.centre(look.text(ratios, "more →"))[0])) == 1


def test_without_a_line_of_no_difference_a_finding_stands_where_the_axis_begins():
    chart = one_row(Mark(words="not measured", leans=1), scale=Scale(10, 50, {10: "10"}))
    assert look.text(chart, "not measured").get_position()[0] == 10


def test_the_words_of_the_line_stand_above_it():
    chart = one_row(Mark(20), scale=Scale(0, 100, {}, null=40, at_null="standing"))
    words = look.text(chart, "standing")
    assert look.centre(words)[0] == pytest.approx(40)
    assert words.get_position()[1] < chart.top


def test_rows_do_not_meet_and_stay_above_the_foot(ratios):
    heights = [ratios.top + 46 * (i + 0.5) + 46 * (1 + (i > 1)) for i in range(6)]
    notes = [text.get_position()[1] for text in ratios.page.texts if text.get_position()[0] == 778]
    assert notes == heights
    assert heights[-1] + 23 == ratios.bottom == ratios.height - 62
    assert RowChart(RED_FLAGS, Scale(0.2, 6, {}), "").height == ratios.height - 6 * 16 - 26 - 22


def test_series_in_one_row_stand_apart_and_are_named(exercises):
    bridge = look.row(exercises, "bridge")
    assert (bridge.values, bridge.marks) == ([20, 35], [BEFORE, AFTER])
    first, second = (line.get_ydata()[0] for line in bridge.lines)
    assert second - first == pytest.approx(0.4 * 42)
    assert (first + second) / 2 == pytest.approx(exercises.top + 21)
    assert exercises.top == 8 + 30  # the names stand above the plot
    names = {line.get_marker(): (line.get_xdata()[0], look.colour(line)) for line in exercises.page.lines}
    for name, (colour, marker) in (("before", BEFORE), ("after", AFTER)):
        text = look.text(exercises, name)
        box = text.get_window_extent(exercises.figure.canvas.get_renderer())
        assert 0 < box.x0 - names[marker][0] < 15
        assert look.colour(text) == names[marker][1] == colour
    assert names[BEFORE[1]] < names[AFTER[1]]


def test_labels_begin_at_the_edge_or_end_at_the_axis(ratios, exercises):
    for chart, label, place in ((ratios, "far", (16, "left")), (exercises, "lift", (236, "right"))):
        text = look.text(chart, label)
        assert (text.get_position()[0], text.get_ha()) == place


def test_words_stand_beside_their_mark_inside_the_axis(exercises):
    after, before = look.text(exercises, "35 %"), look.text(exercises, "96 %")
    place, other = pixels(exercises, after.get_position()[0], before.get_position()[0])
    assert (after.get_ha(), before.get_ha()) == ("left", "right")
    assert place - pixels(exercises, 35)[0] == pytest.approx(pixels(exercises, 96)[0] - other) == 13


def test_words_do_not_cross_the_line_of_no_difference():
    scale = Scale(0, 100, {}, null=50)
    sides = [
        look.text(one_row(Mark(x, words="some words", leans=0), scale=scale), "some").get_ha() for x in (10, 45, 50)
    ]
    assert sides == ["left", "right", "left"]


def test_words_stand_beyond_the_interval():
    text = look.text(one_row(Mark(30, 20, 50, words="30 %")), "30 %")
    chart = one_row(Mark(30, 20, 50))
    assert pixels(chart, text.get_position()[0])[0] == pytest.approx(pixels(chart, 50)[0] + 13)
    text = look.text(one_row(Mark(90, 70, 95, words="90 %")), "90 %")
    assert pixels(chart, text.get_position()[0])[0] == pytest.approx(pixels(chart, 70)[0] - 13)


def test_words_over_a_mark_stand_over_its_middle():
    chart = one_row(Mark([10, 30, 40], words="30 apart", over=True), Mark(80, words="one", over=True))
    for words, x in (("30 apart", 25), ("one", 80)):
        text = look.text(chart, words)
        assert look.centre(text)[0] == pytest.approx(x, abs=0.1)
        assert text.get_position()[1] < chart.top + 15


def test_an_arrow_points_on_from_a_lower_bound(exercises):
    lift = look.row(exercises, "lift")
    tail, tip = lift.ends
    assert (tail, lift.heads) == (40, [">"])
    assert np.diff(pixels(exercises, tail, tip)) == pytest.approx(ONWARDS)
    assert look.text(exercises, "more than 40 %").get_position()[0] > tip


@pytest.mark.parametrize(
    ("fill", "face", "half"), [("full", "blue", "full"), ("half", "blue", "left"), ("hollow", "paper", "full")]
)
def test_a_mark_is_filled_half_filled_or_hollow(fill, face, half):
    (mark,) = points(one_row(Mark(50, fill=fill)))
    assert (extents.colour_name(mark.get_markerfacecolor()), mark.get_fillstyle()) == (face, half)
    assert extents.colour_name(mark.get_markerfacecoloralt()) == "paper"
    assert extents.colour_name(mark.get_markeredgecolor()) == "blue"


def test_many_values_at_once_are_see_through_over_a_band_of_their_range():
    chart = one_row(Mark([10, 30, 40]), band=(10, 40), series=("green", "D"))
    (marks,) = points(chart, "green")
    assert list(marks.get_xdata()) == [10, 30, 40]
    assert marks.get_alpha() < 1
    (band,) = (line for line in look.lines(chart.axes, "green") if line is not marks)
    assert list(band.get_xdata()) == [10, 40]
    assert band.get_alpha() < marks.get_alpha()
    assert band.get_linewidth() >= 10


def test_a_bar_begins_at_zero_and_its_interval_has_ends():
    chart = one_row(Mark(30, 20, 50, words="30 %", bar=True), scale=Scale(-10, 60, {}))
    (bar,) = look.shapes(chart.axes, "blue")
    assert (bar.get_x(), bar.get_width()) == (0, 30)
    assert abs(bar.get_height()) == pytest.approx(BAR)  # in a chart of rows, heights are pixels
    (interval,) = look.lines(chart.axes, "ink")
    assert (list(interval.get_xdata()), interval.get_marker()) == ([20, 50], "|")
    assert points(chart) == []
    assert pixels(chart, look.text(chart, "30 %").get_position()[0]) == pytest.approx(pixels(chart, 50) + 8)


def test_the_description_lists_the_axis_and_every_row(ratios, exercises):
    assert ratios.description == (
        "A forest plot. Horizontal axis: odds ratio, logarithmic, 0.2 to 6. "
        "Some – one, a study: 1.8, n = 20; far: wide. "
        "Others – nothing: no link, n = 9; up: raised; down: lowered; bare: 0.5."
    )
    assert exercises.description == (
        "A dot chart. Horizontal axis: per cent, 0 to 100. bridge: 20 % (before), 35 % (after); plank: 96 % (after); "
        "lift: more than 40 % (after)."
    )


def test_what_is_spoken_stands_in_place_of_words_and_ends():
    chart = one_row(Mark(20, words="a fifth"), scale=Scale(-1, 99, {}, spoken="share"), spoken="20 of 100")
    assert chart.description == "A chart. Horizontal axis: share. all: 20 of 100."
    assert one_row(Mark(20)).description == "A chart. Horizontal axis: per cent, 0 to 100. all."


def test_ticks_at_every_step_have_words():
    assert every(1000, -1000, 1000) == {-1000: "−1,000", 0: "0", 1000: "1,000"}
    assert [text.get_text() for text in one_row(Mark(1)).axes.get_xticklabels()] == ["0", "50", "100"]
