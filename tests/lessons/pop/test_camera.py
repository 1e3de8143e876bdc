"""The explorer of the camera: letters, sentence and goal say what the pictures show."""

import numpy as np
import pytest

from jointlab.explorers import Explorer
from jointlab.lessons.pop.camera import CAMERA, LEFT_OVER, TITLES, histories
from jointlab.lessons.pop.camera_picture import Footage

SCANNER = "The scanner of 2015"


def filmed(interval: float, opening_time: float) -> Footage:
    """Both in ms."""
    return CAMERA.state(interval=interval, opening_time=opening_time)


@pytest.mark.parametrize("opening_time", [1, 5, 20, 50, 100])
def test_the_scanner_only_sees_whether_gas_is_left(opening_time):
    groups = CAMERA.state(**CAMERA.presets[SCANNER], opening_time=opening_time).groups
    assert list(groups.values()) == [["Birth", "Partial collapse", "Capsule recoil"], ["Complete collapse"]]


@pytest.mark.parametrize("opening_time", [1, 5, 20, 100])
def test_a_picture_must_not_take_much_longer_than_the_opening(opening_time):
    assert filmed(0.8 * opening_time, opening_time).tells_birth_from_collapse
    assert not filmed(2 * opening_time, opening_time).tells_birth_from_collapse


def test_gas_alone_hardly_tells_birth_from_recoil():
    assert len(filmed(0.2, 20).groups) == 4
    for interval in (1000 / 1200, 5, 20, 312.5):
        groups = filmed(interval, 20).groups.values()
        rivals = [[title for title in titles if title != "Partial collapse"] for titles in groups]
        assert ["Birth", "Capsule recoil"] in rivals


def test_the_letters_do_not_depend_on_the_moment_that_happens_to_be_shown():
    states = (CAMERA.state(interval=15, phase=phase) for phase in range(0, 101, 5))
    assert len({tuple(strip.letter for strip in state.strips) for state in states}) == 1


def test_sentence_names_the_films_that_look_alike():
    explorer = Explorer(CAMERA)
    assert "alike: birth, partial collapse and capsule recoil." in explorer.frame["sentence"]
    assert not explorer.frame["goal"]
    explorer.set(interval=0.2)
    assert "all four films differ" in explorer.frame["sentence"]
    assert not explorer.frame["goal"], "quick, but the goal asks for slow"
    explorer.set(interval=15.0)
    assert "alike: birth and capsule recoil." in explorer.frame["sentence"]
    assert explorer.frame["goal"]


@pytest.mark.parametrize("opening_time", [1.0, 20.0, 100.0])
def test_the_stories_leave_what_they_should(opening_time):
    birth, complete, partial, capsule = (history.cavity_volume for history in histories(opening_time / 1e3))
    assert birth[-200:].mean() == pytest.approx(LEFT_OVER, rel=0.06)
    assert partial[-200:].mean() == pytest.approx(LEFT_OVER, rel=0.06)
    assert complete[-200:].mean() < 0.03 * complete.max()
    assert capsule[-200:].mean() == pytest.approx(LEFT_OVER, rel=0.06), "Brodeur 1995: the gas is released"
    assert (capsule >= 0).all()


def test_only_collapses_begin_inwards():
    assert [history.polarity for history in histories(0.02)] == [1, -1, -1, 1]


def test_every_story_is_before_the_camera():
    strips = filmed(5, 20).strips
    assert tuple(strip.title for strip in strips) == TITLES
    for strip in strips:
        assert strip.frames.shape == (8,)
        assert (np.diff(strip.clock) > 0).all()
        assert (strip.truth >= 0).all()
