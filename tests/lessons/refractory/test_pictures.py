"""The pictures of the lesson: cavities are drawn to scale, and what is drawn is what was counted."""

import numpy as np
import pytest
from matplotlib.patches import Circle, Ellipse
from tests.pictures import look, readable

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.charts.marks import Mark
from jointlab.lessons.refractory import figures
from jointlab.lessons.refractory.dissolve import DISSOLVE
from jointlab.lessons.refractory.dissolve_picture import DissolvingPicture
from jointlab.lessons.refractory.over_time import OverTime, study
from jointlab.lessons.refractory.pictograms import JOINT, PERSON, Counted, Group


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


@pytest.mark.parametrize(("icon", "mark"), [(JOINT, Ellipse), (PERSON, Circle)])
def test_as_many_are_marked_as_were_counted(icon, mark):
    picture = Counted([Group("all", "of them", 7, 19, "7 of 19")], icon, 10, "green", "Counted things.")
    drawn = [patch for patch in picture.figure.axes[0].patches if type(patch) is mark]
    marked = [patch for patch in drawn if patch.get_facecolor() not in {(*style_rgb("paper"), 1.0)}]
    assert len(marked) == 7
    assert len(drawn) == (7 if icon is JOINT else 19)
    assert "all, of them: 7 of 19" in picture.description


def style_rgb(name):
    hexes = style.colour(name).lstrip("#")
    return tuple(int(hexes[i : i + 2], 16) / 255 for i in (0, 2, 4))


def test_the_figures_show_the_data():
    assert [group.marked for group in figures.thumbs().picture.groups] == [5, 18, 12]
    people = figures.with_or_without()
    assert [(group.marked, group.total) for group in people.picture.groups] == [(14, 50), (5, 21)]
    assert "one of 71 people" in people.caption
    chart = figures.relief_over_time().picture
    assert [effect.value for _, effect in chart.effects] == [sources.relief(name).value for name in figures.SIZES]
    found = [{mark.fill for mark in row.marks} for row in chart.groups[""]]
    assert found == [{"half", "hollow", "full"}, {"hollow"}, {"hollow", "full"}]


def test_times_and_findings_are_said_in_words():
    chart = OverTime(
        [(0, Mark(0.5, 0.1, 0.9)), (0, Mark(0.7, 0.2, 1.2))],
        [study("one", "20 people", {0: "full", 5: "hollow"}, {0: "here"})],
        ("effect (d)", -0.2, 2),
        {"large": 0.8},
        10,
        "a note",
        "A chart.",
    )
    assert "0 minutes: 0.5 (0.1 to 0.9)" in chart.description
    assert "one, 20 people: minute 0: a difference, minute 5: no difference found." in chart.description
    assert "minutes, 0 to 10" in chart.description
    assert readable.unreadable_in(chart) == []
