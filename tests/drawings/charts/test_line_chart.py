"""A line chart shows its curves, their marks and their names."""

import pytest
from tests.pictures import extents, look
from tests.pictures.readable import unreadable_in

from jointlab.drawings.charts.line_chart import Axis, Curve, LineChart


@pytest.fixture(scope="module")
def chart():
    curves = (
        Curve((0, 1, 2), (1, 0.5, 0.2), 0, "falls", (1.2, 0.6), hollow=(2,)),
        Curve((2, 2), (0.2, 0), 0, dashed=True),
        Curve((0, 1, 2), (-1, 0, 1), 1, "rises", (1.2, 0.1), marked=(0, 2)),
    )
    return LineChart(curves, Axis("rate", 0, 3), Axis("share", -1, 1), "Line chart.", {(2.2, 0.8): "a note"})


def test_every_word_can_be_read(chart):
    assert unreadable_in(chart) == []


def test_a_curve_is_marked_where_asked_and_hollow_where_asked(chart):
    solid, hollow, dotted = look.lines(chart.axes, "blue")
    assert list(zip(*solid.get_data(), strict=True)) == [(0, 1), (1, 0.5), (2, 0.2)]
    assert list(zip(*hollow.get_data(), strict=True)) == [(2, 0.2)]
    assert extents.colour_name(hollow.get_markerfacecolor()) == "paper"
    assert dotted.get_linestyle() == ":"
    assert [line.get_markevery() for line in look.lines(chart.axes, "vermilion")] == [[0, 2]]


def test_names_have_the_colour_of_their_curve(chart):
    assert [look.colour(look.text(chart, words)) for words in ("falls", "rises", "a note")] == [
        "blue",
        "vermilion",
        "ink",
    ]


def test_a_note_stands_at_its_place(chart):
    assert look.text(chart, "a note").get_position() == (2.2, 0.8)


def test_the_axes_are_described(chart):
    assert chart.description == "Line chart. Horizontal axis: rate, 0 to 3. Vertical axis: share, −1 to 1."
