"""The pictures of the lesson: cavities are drawn to scale, and what is drawn is what was counted."""

import numpy as np
import pytest
from matplotlib.patches import Ellipse
from tests.pictures import look

from jointlab.drawings.charts.pictograms import Counted, Group
from jointlab.lessons.refractory import figures
from jointlab.lessons.refractory.dissolve import DISSOLVE
from jointlab.lessons.refractory.dissolve_picture import DissolvingPicture
from jointlab.lessons.refractory.thumbs import JOINT


def test_the_stack_is_what_is_left():
    picture = DissolvingPicture()
    state = DISSOLVE.state()
    picture.update(state)
    time = picture.edge.get_xdata()
    seen = np.isin(state.time, time)
    assert 90 < seen.sum() < 120
    for gas, volume in (("carbon dioxide", state.share), ("nitrogen", state.share * state.shares[:, 1])):
        upper = look.outlines(picture.areas[gas])[1][seen.sum() : 2 * seen.sum()][::-1]
        assert upper == pytest.approx(np.column_stack([time, 100 * volume[seen]]))


def test_cavities_are_drawn_to_scale():
    picture = DissolvingPicture()
    state = DISSOLVE.state()
    picture.update(state)
    bar = np.ptp(picture.bar.get_xdata())
    millimetres = float(picture.bar_word.get_text().removesuffix(" mm"))
    first, *_ = look.outlines(picture.cavities)
    diameter = 2e3 * (3 * state.volume[0] / (4 * np.pi)) ** (1 / 3)
    assert np.ptp(first[:, 0]) / bar * millimetres == pytest.approx(diameter, rel=1e-3)
    (around,) = look.outlines(picture.blood)
    assert np.ptp(around[:, 0]) / bar * millimetres == pytest.approx(diameter + 2e3 * state.blood, rel=1e-3)


def test_a_flat_cavity_is_drawn_to_scale():
    picture = DissolvingPicture()
    state = DISSOLVE.state(volume=100, shape="flat", first="fluid", blood=1.0)
    picture.update(state)
    width, height = np.ptp(look.outlines(picture.cavities)[0], axis=0)
    assert width == pytest.approx(80, rel=1e-3)  # 10 mm at 8 pixels a mm
    assert height / width == pytest.approx(1.273 / 10, rel=0.01)


def test_as_many_joints_are_marked_as_were_counted():
    picture = Counted([Group("all", "of them", 7, 19, "7 of 19")], JOINT, 10, "green", "Counted things.")
    assert len([patch for patch in picture.figure.axes[0].patches if type(patch) is Ellipse]) == 7
    assert "all, of them: 7 of 19" in picture.description


def test_the_figures_show_the_data():
    assert [group.marked for group in figures.thumbs().picture.groups] == [5, 18, 12]
