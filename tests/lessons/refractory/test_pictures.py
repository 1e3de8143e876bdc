"""The pictures of lesson 04: no word is cut off or hidden, whatever the state; what is drawn is what was counted."""

from itertools import combinations, product

import numpy as np
import pytest
from matplotlib.patches import Circle, Ellipse

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.charts.marks import Mark
from jointlab.lessons.refractory import figures
from jointlab.lessons.refractory.dissolve import DISSOLVE
from jointlab.lessons.refractory.dissolve_picture import STACK, DissolvingPicture
from jointlab.lessons.refractory.over_time import OverTime, study
from jointlab.lessons.refractory.pictograms import JOINT, PERSON, Counted, Group
from jointlab.lessons.refractory.urge import URGE

FIGURES = {
    "thumbs": figures.thumbs,
    "sizes": figures.sizes,
    "reopening": figures.reopening,
    "with or without": figures.with_or_without,
    "over time": figures.relief_over_time,
}


@pytest.fixture
def drawn(monkeypatch):
    """The picture that a figure hands to its Still."""
    seen = []
    monkeypatch.setattr(figures, "Still", lambda picture, caption="": seen.append(picture))

    def draw(figure):
        figure()
        return seen[-1]

    return draw


def all_is_readable(picture):
    with style.applied():
        picture.figure.canvas.draw()
    boxes = {}
    for axes in picture.figure.axes:
        texts = [*axes.texts, axes.title, axes._left_title, axes.xaxis.label, axes.yaxis.label]
        boxes |= {text: text.get_window_extent() for text in texts if text.get_text().strip() and text.get_visible()}
    for text, box in boxes.items():
        assert text.get_size() >= style.TEXT["small"], text.get_text()
        assert min(box.x0, box.y0) >= 0, text.get_text()
        assert box.x1 <= picture.width, text.get_text()
        assert box.y1 <= picture.height, text.get_text()
    for (one, a), (other, b) in combinations(boxes.items(), 2):
        assert not a.padded(-1).overlaps(b), (one.get_text(), other.get_text())


@pytest.mark.parametrize("declaration", [DISSOLVE, URGE], ids=["DISSOLVE", "URGE"])
def test_words_of_an_explorer_are_clear_of_each_other_in_every_corner(declaration):
    picture = declaration.picture()
    for corner in product(*(control.positions(3) for control in declaration.controls)):
        picture.update(declaration.model(*corner))
        all_is_readable(picture)


@pytest.mark.parametrize("name", FIGURES)
def test_words_of_a_figure_are_clear_of_each_other(name, drawn):
    picture = drawn(FIGURES[name])
    all_is_readable(picture)
    assert len(picture.description) > 100


def test_the_stack_is_what_is_left():
    picture = DissolvingPicture()
    state = DISSOLVE.model(**DISSOLVE.defaults)
    picture.update(state)
    top = picture.areas[STACK[-1]].get_path().vertices[len(state.time) :][::-1]
    assert top == pytest.approx(np.column_stack([state.time, 100 * state.share]))
    nitrogen = picture.areas["nitrogen"].get_path().vertices[len(state.time) :][::-1, 1]
    assert nitrogen == pytest.approx(100 * state.share * state.shares[:, 1])


def test_cavities_are_drawn_to_scale():
    picture = DissolvingPicture()
    state = DISSOLVE.model(**DISSOLVE.defaults)
    picture.update(state)
    bar = np.ptp(picture.bar.get_xdata())
    millimetres = float(picture.bar_word.get_text().removesuffix(" mm"))
    first = picture.cavities.get_path().vertices[:41]
    diameter = 2e3 * (3 * state.volume[0] / (4 * np.pi)) ** (1 / 3)
    assert np.ptp(first[:, 0]) / bar * millimetres == pytest.approx(diameter, rel=1e-3)
    around = picture.blood.get_path().vertices
    assert np.ptp(around[:, 0]) / bar * millimetres == pytest.approx(diameter + 2e3 * state.blood, rel=1e-3)


def test_a_flat_cavity_is_drawn_to_scale():
    picture = DissolvingPicture()
    state = DISSOLVE.model(100, "flat", "fluid", 1.0)
    picture.update(state)
    width, height = np.ptp(picture.cavities.get_path().vertices[:41], axis=0)
    assert width == pytest.approx(100, rel=1e-3)  # 10 mm at 10 pixels a mm
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


def test_the_figures_show_the_data(drawn):
    assert [group.marked for group in drawn(figures.thumbs).groups] == [5, 18, 12]
    assert [(group.marked, group.total) for group in drawn(figures.with_or_without).groups] == [(14, 50), (5, 21)]
    chart = drawn(figures.relief_over_time)
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
    all_is_readable(chart)
