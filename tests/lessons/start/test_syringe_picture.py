"""The air of the drawn syringe is spread evenly and stays in its place, and the plunger stays on the page."""

import numpy as np
import pytest
from tests.pictures import extents, look, readable

from jointlab.drawings.yours import Yours
from jointlab.lessons.start.syringe import SYRINGE
from jointlab.lessons.start.syringe_picture import FLANGE, SyringePicture

STATES = [(enclosed, volume) for enclosed in (4, 5, 7.3, 10) for volume in (4, 5, 12.45, 20)]


@pytest.fixture(scope="module")
def picture():
    return SyringePicture()


def show(picture, enclosed, volume):
    """Update to `enclosed` and `volume` in mL."""
    state = SYRINGE.state(enclosed=enclosed, plunger=volume)
    picture.update(state)
    return state


def box(patch) -> np.ndarray:
    """Left, top and right, bottom of a patch in the picture's pixels, y counted from the top."""
    corners = patch.get_window_extent(patch.figure.canvas.get_renderer()).get_points()
    return np.sort(np.abs(corners - (0, SyringePicture.height)), axis=0)


def dots(picture) -> np.ndarray:
    """The middles of the dots of air, in pixels of the page."""
    return np.array(look.outlines(picture.dots))[:, 0]


def mark_of(picture, volume) -> float:
    """Where the number `volume` stands on the barrel, in pixels from the left."""
    return next(text.get_position()[0] for text in picture.page.texts if text.get_text() == str(volume))


@pytest.mark.parametrize(("enclosed", "volume"), STATES)
def test_all_air_is_between_tip_and_stopper(picture, enclosed, volume):
    show(picture, enclosed, volume)
    x, y = dots(picture).T
    half = picture.dots.get_linewidth() / 2
    (left, top), (right, bottom) = box(picture.gas)
    assert left == pytest.approx(mark_of(picture, 0))
    assert right == pytest.approx(box(picture.stopper)[0, 0])
    assert x.min() - half >= left
    assert x.max() + half <= right
    assert y.min() - half >= top
    assert y.max() + half <= bottom


def test_the_air_is_spread_evenly(picture):
    """No fifth of the space holds much more or less than a fifth of the dots, along and across."""
    for enclosed, volume in STATES:
        show(picture, enclosed, volume)
        for places, (low, high) in zip(dots(picture).T, box(picture.gas).T, strict=True):
            clear = picture.dots.get_linewidth() / 2 + 2
            counts, _ = np.histogram(places, bins=5, range=(low + clear, high - clear))
            assert counts.sum() == len(places)
            assert counts / len(places) == pytest.approx(0.2, abs=0.08)


def test_no_dot_hides_another(picture):
    show(picture, 10, 4)
    places = dots(picture)
    apart = np.linalg.norm(places[:, None] - places[None], axis=2)[np.triu_indices(len(places), 1)]
    assert apart.min() > 2


@pytest.mark.parametrize(("enclosed", "volume"), STATES)
def test_the_curve_stays_on_its_plot_and_leads_through_the_point(picture, enclosed, volume):
    state = show(picture, enclosed, volume)
    assert picture.guide.get_markevery() == [-1]
    volumes, pressures = picture.curve.get_data()
    assert np.interp(state.volume, volumes, pressures) == pytest.approx(state.pressure, rel=0.005)
    low, high = picture.curve.axes.get_ylim()
    assert low <= pressures.min()
    assert pressures.max() <= high


@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize(("enclosed", "volume"), [*STATES, (5, 5.6)])
def test_the_learners_line_leads_through_the_point_and_hides_no_words(picture, enclosed, volume, right):
    state = show(picture, enclosed, volume)
    ticks, others = readable.of_the_stage(picture)
    for factor in (1, 2, 0.5, 0.01, 100, -1):
        value = factor * state.pressure / 1e3  # kPa
        picture.mark_yours(state, Yours(value, right))
        assert picture.yours.line.get_visible()
        assert picture.yours.line.is_dashed() != right
        level = picture.yours.line.get_ydata()[0]
        assert level == pytest.approx(np.clip(1e3 * value, *picture.curve.axes.get_ylim()))
        words = extents.boxes(picture, picture.movers)
        assert readable.unreadable(picture, words, ticks | others) == []
        own = words[picture.yours.words].padded(2)
        curve = picture.curve.get_transform().transform(picture.curve.get_xydata())
        air = picture.curve.axes.transData.transform((0, 101_325))[1]
        assert not any(own.contains(*place) for place in curve)
        assert not own.padded(-2).y0 < air < own.padded(-2).y1, "it stands on the line of the air outside"
        point = picture.page.transData.transform(picture.guide.get_xydata()[-1])
        drawn = picture.yours.axes.transData.transform((0, level))[1]
        assert (drawn == pytest.approx(point[1])) == (factor == 1)
    picture.mark_yours(state, Yours())
    assert not picture.yours.line.get_visible()


def test_everything_stays_on_the_page(picture):
    for enclosed, volume in STATES:
        show(picture, enclosed, volume)
        for patch in (picture.rod, picture.stopper, picture.gas, picture.reading):
            (left, top), (right, bottom) = box(patch)
            assert left >= 0
            assert top >= 0
            assert right <= picture.width
            assert bottom <= picture.height
        assert box(picture.rod)[1, 0] > FLANGE, "the rest for the thumb never enters the barrel"
        assert box(picture.stopper)[1, 0] < FLANGE, "the stopper never leaves the barrel"


def test_a_frame_is_small(picture):
    show(picture, 10, 4)
    assert len(picture.movers) <= 12
    assert len(picture.frame_svg()) < 9_000
