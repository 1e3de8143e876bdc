"""A forest plot shows every figure with its interval at its place, and in words what has no figure."""

import numpy as np
import pytest

from jointlab.drawings.charts.forest import Forest, Row, Scale

SCALE = Scale(0.2, 6, {0.5: "½", 1: "1", 2: "2"}, "odds ratio", log=True, null=1, sides=("less", "more"))
GROUPS = {
    "Some": [Row("one", 1.8, 1.1, 3.0, "1.8", "a study"), Row("far", 3.0, 0.1, 20.0, "wide")],
    "Others": [
        Row("none", None, None, None, "n = 9", says="no link"),
        Row("up", None, None, None, "", says="raised", leans=1),
        Row("bare", 0.5, None, None, "0.5"),
    ],
}


@pytest.fixture(scope="module")
def chart():
    return Forest(GROUPS, SCALE, "A chart.")


def drawn(chart):
    return chart.figure.axes[0]


def test_values_and_intervals_stand_where_they_belong(chart):
    points = [
        line.get_xdata()[0] for line in drawn(chart).lines if line.get_marker() in "osD^" and len(line.get_xdata()) == 1
    ]
    assert points == [1.8, 3.0, 0.5]
    bars = [tuple(line.get_xdata()) for line in drawn(chart).lines if len(line.get_xdata()) == 2]
    assert (1.1, 3.0) in bars
    assert (0.2, 6) in bars  # cut at the ends of the axis …
    heads = [line.get_marker() for line in drawn(chart).lines if line.get_marker() in "<>"]
    assert heads == ["<", ">"]  # … and marked as such


def test_rows_do_not_meet(chart):
    y = sorted({float(line.get_ydata()[0]) for line in drawn(chart).lines if line.get_marker() in "osD^"})
    words = [text.get_position()[1] for text in chart.figure.axes[1].texts]
    assert min(np.diff(y)) >= chart.pitch - 1e-9
    assert max(words) < chart.height - 60


def test_what_has_no_figure_stands_in_words_at_the_line(chart):
    said = {text.get_text().strip(): text for text in drawn(chart).texts}
    assert said["no link"].get_position()[0] == said["raised"].get_position()[0] == SCALE.null
    assert said["no link"].get_ha() == "center"
    assert said["raised"].get_ha() == "left"


def test_the_description_lists_every_row(chart):
    for words in ("Some: one, a study, 1.8", "no link, n = 9", "raised", "logarithmic, 0.2 to 6"):
        assert words in chart.description
    assert "\n" not in chart.description


def test_a_chart_without_a_line_of_no_difference():
    plain = Scale(0, 100, {0: "0", 50: "50"}, "per cent")
    chart = Forest({"All": [Row("some", 30, 20, 40, "30 %")]}, plain, "A chart.")
    assert drawn(chart).get_xscale() == "linear"
    assert not drawn(chart).texts
    assert chart.height < 160
