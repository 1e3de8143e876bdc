"""The charts of lesson 10 show the rows of the data, each on its own axis."""

import numpy as np
import pytest

from jointlab.lessons.lifting import figures
from jointlab.models.body import niosh


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
