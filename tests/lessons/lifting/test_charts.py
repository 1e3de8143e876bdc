"""The charts show the numbers that they are given, in words as well, and none of their words is cut off or hidden."""

import re
from itertools import combinations, product

import numpy as np
import pytest
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from jointlab.drawings import style
from jointlab.drawings.charts.line_chart import Axis, Curve, LineChart
from jointlab.drawings.picture import Picture
from jointlab.drawings.still import Still
from jointlab.lessons.lifting import figures
from jointlab.lessons.lifting.dot_chart import Dot, DotChart
from jointlab.lessons.lifting.panels import Bar, Panel, Panels
from jointlab.models.body import niosh


def dot_chart() -> DotChart:
    dots = (
        Dot("sitting", "first", 92, "92 %"),
        Dot("sitting", "second", 140, "140 %"),
        Dot("bent", "first", 220, "220 %"),
        Dot("bent", "second", 200, "more than 200 %", more=True),
    )
    return DotChart(dots, ("sitting", "bent"), ("share (%)", 0, 300), (100, "standing"), "Dot chart.")


def panels() -> Panels:
    bars = (Bar("standing", 0.5, "0.5 MPa"), Bar("bent", 1.1, "1 to 2 MPa", (1.0, 2.0)))
    one = Panel("Pressure", "one man", ("pressure (MPa)", 3, 1), bars, "It is no force, and more words than one line.")
    two = Panel(
        "Force",
        "a model",
        ("force (N)", 6000, 2000),
        (Bar("standing", 500, "500 N"), Bar("bent", 3e3, "3,000 N")),
        "All.",
    )
    return Panels((one, two), "Two bar charts.")


def line_chart() -> LineChart:
    curves = (
        Curve((0, 1, 2), (1, 0.5, 0.2), 0, "falls", (1.2, 0.6), hollow=(2,)),
        Curve((2, 2), (0.2, 0), 0, dashed=True),
    )
    return LineChart(curves, Axis("rate", 0, 3), Axis("share", 0, 1), "Line chart.", {(2.2, 0.8): "a note"})


@pytest.fixture
def drawn(monkeypatch):
    """The picture that a figure of a lesson hands to its Still."""
    seen = []
    monkeypatch.setattr(figures, "Still", lambda picture, caption="": seen.append(picture))

    def draw(figure) -> Picture:
        figure()
        return seen[-1]

    return draw


def extents(picture: Picture) -> tuple[dict[Text, Bbox], dict[Text, Bbox]]:
    """Where the words stand: those at the ticks, and all others."""
    with style.applied():
        picture.figure.canvas.draw()
    ticks, others = {}, {}
    for axes in picture.figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            low, high = sorted(axis.get_view_interval())
            at = zip(axis.get_ticklocs(), axis.get_ticklabels(), strict=True)
            ticks |= {label: label.get_window_extent() for where, label in at if axes.axison and low <= where <= high}
        words = [*axes.texts, axes.xaxis.label, axes.yaxis.label]
        others |= {text: text.get_window_extent() for text in words if text.get_text()}
    return ticks, others


@pytest.mark.parametrize(
    "make",
    [dot_chart, panels, line_chart, figures.disc_pressures, figures.three_quantities, figures.often, figures.lever],
)
def test_words_are_inside_the_picture_and_clear_of_each_other(make, drawn):
    picture = make() if make.__module__ == __name__ else drawn(make)
    ticks, others = extents(picture)
    for text, box in (ticks | others).items():
        assert text.get_size() >= style.TEXT["small"]
        assert min(box.x0, box.y0) >= 0, text.get_text()
        assert box.x1 <= picture.width, text.get_text()
        assert box.y1 <= picture.height, text.get_text()
    pairs = [*combinations(others.items(), 2), *product(ticks.items(), others.items())]
    for (one, a), (other, b) in pairs:
        assert not a.overlaps(b), (one.get_text(), other.get_text())


@pytest.mark.parametrize("make", [dot_chart, panels, line_chart])
def test_colours_come_from_the_palette(make):
    assert not re.findall(r"(?:fill|stroke): (#[0-9a-f]{6})", make().stage_svg())


def test_a_dot_lies_where_its_number_says_and_a_bound_points_onwards():
    chart = dot_chart()
    marks = [line for line in chart.axes.lines if len(line.get_xdata()) == 1 and line.get_ydata()[0] > -0.5]
    assert [line.get_xdata()[0] for line in marks] == [92, 140, 220, 200]
    assert [round(line.get_ydata()[0]) for line in marks] == [0, 0, 1, 1]
    arrows = [note for note in chart.axes.texts if getattr(note, "arrow_patch", None)]
    assert [arrow.xyann for arrow in arrows] == [(200, pytest.approx(1.2))]
    assert arrows[0].xy[0] > 200
    for words in ("sitting: 92 %", "bent: more than 200 %", "0 to 300"):
        assert words in chart.description


def test_each_panel_has_its_own_axis():
    picture = panels()
    _, first, second = picture.figure.axes
    assert [bar.get_width() for bar in first.patches] == [0.5, 1.1]
    assert [bar.get_width() for bar in second.patches] == [500, 3000]
    assert (first.get_xlim()[1], second.get_xlim()[1]) == (3, 6000)
    assert [list(line.get_xdata()) for line in first.lines] == [[1.0, 2.0]]
    for words in ("pressure (MPa)", "force (N)", "1 to 2 MPa", "It is no force"):
        assert words in picture.description


def test_a_curve_is_marked_hollow_where_asked():
    axes = line_chart().figure.axes[0]
    hollow = [line for line in axes.lines if line.get_markerfacecolor() == style.colour("paper")]
    assert [list(line.get_xdata()) for line in hollow] == [[2]]


def test_often_shows_the_whole_table(drawn):
    axes = drawn(figures.often).figure.axes[0]
    solid = [line for line in axes.lines if line.get_linestyle() == "-"]
    for line, duration in zip(solid, niosh.DURATIONS, strict=True):
        expected = niosh.frequency_multiplier(line.get_xdata(), duration, 0.75)
        assert line.get_ydata() == pytest.approx(expected)
        assert niosh.frequency_multiplier(line.get_xdata()[-1] + 0.1, duration, 0.75) == 0
    dotted = [line for line in axes.lines if line.get_linestyle() == ":"]
    for line, duration in zip(dotted, niosh.DURATIONS, strict=True):
        rate, share = line.get_xdata()[0], line.get_ydata()[0]
        assert niosh.frequency_multiplier(rate, duration, 0.74) == share > 0
        assert niosh.frequency_multiplier(rate + 0.1, duration, 0.74) == 0
    hollow = [x for line in axes.lines if line.get_markerfacecolor() == style.colour("paper") for x in line.get_xdata()]
    assert hollow == [13, 14, 15, 11, 12, 9, 10]


def test_the_two_classic_measurements_disagree_on_sitting_alone(drawn):
    dots = drawn(figures.disc_pressures).dots
    by_study = {study: {d.row: d for d in dots if d.series == study} for study in {d.series for d in dots}}
    one, other = by_study.values()
    sides = {row: np.sign([study[row].value - 100 for study in (one, other)]) for row in set(one) & set(other)}
    assert [row for row, (a, b) in sides.items() if a != b] == ["sitting, no backrest"]
    assert len(sides) == 3


@pytest.mark.parametrize("figure", [figures.disc_pressures, figures.three_quantities, figures.often, figures.lever])
def test_figures_of_the_lesson_are_described(figure):
    still = figure()
    assert isinstance(still, Still)
    assert len(still.alt) > 100
    assert still.caption.endswith(".")
    assert "nan" not in still.alt
