"""The charts of lesson 10 show the rows of the data, each on its own axis."""

import numpy as np
import pytest

from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.panels import Panel, Panels
from jointlab.lessons.lifting import figures
from jointlab.models.body import niosh


def test_each_panel_has_its_own_axis():
    bars = {"standing": Mark(0.5, words="0.5 MPa", bar=True), "bent": Mark(1.5, 1, 2, "1 to 2 MPa", bar=True)}
    one = Panel("Pressure", "one man", ("pressure (MPa)", 3, 1), bars, "It is no force, and more words than one line.")
    bars = {"standing": Mark(500, words="500 N", bar=True), "bent": Mark(3000, words="3,000 N", bar=True)}
    two = Panel("Force", "a model", ("force (N)", 6000, 2000), bars, "All.")
    picture = Panels((one, two), "Two bar charts.")
    _, first, second = picture.figure.axes
    assert [bar.get_width() for bar in first.patches] == [0.5, 1.5]
    assert [bar.get_width() for bar in second.patches] == [500, 3000]
    assert (first.get_xlim()[1], second.get_xlim()[1]) == (3, 6000)
    assert [list(line.get_xdata()) for line in first.lines] == [[1, 2]]
    assert [label.get_text() for label in second.get_xticklabels()] == ["0", "2,000", "4,000", "6,000"]
    for words in ("pressure (MPa)", "force (N)", "1 to 2 MPa", "It is no force"):
        assert words in picture.description


def test_often_shows_the_whole_table():
    axes = figures.often().picture.axes
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
    hollow = [x for line in axes.lines if line.get_linestyle() == "None" for x in line.get_xdata()]
    assert hollow == [13, 14, 15, 11, 12, 9, 10]


def test_the_two_classic_measurements_disagree_on_sitting_alone():
    (rows,) = figures.disc_pressures().picture.groups.values()
    both = {row.label: [np.sign(mark.value - 100) for mark in row.marks] for row in rows if len(row.marks) == 2}
    assert [label for label, (one, other) in both.items() if one != other] == ["sitting, no backrest"]
    assert len(both) == 3
