import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab.models.bubble import Liquid, sphere_volume
from jointlab.models.camera import closing_chance, closing_visible, frames, mean_volume
from jointlab.models.mechanisms import Joint, PopHistory, event_time, inception, partial_collapse


def story(time, volume):
    time, volume = np.asarray(time, dtype=float), np.asarray(volume, dtype=float)
    return PopHistory("story", time, volume, 0 * volume, 0 * volume)


TENT = story([0.0, 1.0, 2.0], [0.0, 1.0, 0.0])  # grows for a second, then shrinks for another


def test_frames_by_hand():
    start, volume = frames(TENT, 1.0)
    assert start == pytest.approx([-1, 0, 1, 2])
    assert volume == pytest.approx([0, 0.5, 0.5, 0])
    start, volume = frames(TENT, 2.0, offset=-1.0)
    assert volume[start == -1.0] == pytest.approx(0.25)
    assert volume[start == 1.0] == pytest.approx(0.25)


@given(st.floats(0.05, 10), st.floats(-5, 5))
def test_back_to_back_frames_lose_nothing(interval, offset):
    start, volume = frames(TENT, interval, offset)
    assert volume.sum() * interval == pytest.approx(1.0)
    assert start[0] <= 0
    assert start[-1] + interval >= 2
    assert (volume >= -1e-12).all()


def test_what_lies_outside_the_record_stays_as_it_was():
    _, volume = frames(story([0.0, 1.0], [2.0, 4.0]), 0.5)
    assert volume[[0, -1]] == pytest.approx([2, 4])


def test_the_mean_between_any_two_moments():
    assert mean_volume(TENT, [0.0, 0.5, -9.0, 5.0], [2.0, 1.5, -8.0, 6.0]) == pytest.approx([0.5, 0.75, 0, 0])
    with pytest.raises(ValueError, match="end minus start"):
        mean_volume(TENT, 1.0, 1.0)


def test_a_short_exposure_sees_the_moment():
    start, volume = frames(story(np.linspace(0, 2, 2001), np.linspace(0, 2, 2001)), 0.25, exposure=1e-3)
    inside = (start >= 0) & (start < 2)
    assert volume[inside] == pytest.approx(start[inside], abs=1e-3)


def test_closing_is_seen_only_in_frames_that_fall():
    assert closing_visible(TENT, [0.0, 0.9, 0.1])
    assert not closing_visible(TENT, [0.0, 0.9, 0.6])
    assert not closing_visible(TENT, [0.0, 0.1, 0.0])  # a blur of a brief cavity
    assert closing_visible(TENT, [0.0, 0.9, 0.6], share=0.2)


@pytest.fixture(scope="module")
def rivals():
    joint = Joint(Liquid(1010.0, 1.0, 0.06, 6280.0, 1500.0), 101_325.0, sphere_volume(2.5e-3), 3e-3, 1.4)
    time = event_time(4e-3, 15e-3, 1e-5)
    return inception(time, joint, -3e5, 10e-6), partial_collapse(time, joint, 13e3, 2e-3)


# 3.2 frames/s (doi 10.1371/journal.pone.0119470) cannot order events; about 1,200 frames/s are asked for.
@pytest.mark.papercheck
def test_how_fast_a_camera_must_be(rivals):
    growth, collapse = rivals
    assert closing_chance(collapse, 1 / 3.2) == 0
    assert closing_chance(collapse, 1 / 1200) == 1
    assert 0 < closing_chance(collapse, 3e-3) < 1
    for interval in (1 / 3.2, 3e-3, 1 / 1200):
        assert closing_chance(growth, interval) == 0


def test_a_slower_camera_never_sees_more(rivals):
    chances = [closing_chance(rivals[1], interval) for interval in np.geomspace(5e-4, 0.1, 10)]
    assert (np.diff(chances) <= 0).all()


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("interval", lambda: frames(TENT, 0.0)),
        ("exposure", lambda: frames(TENT, 1.0, exposure=0.0)),
        ("exposure", lambda: frames(TENT, 1.0, exposure=1.1)),
        ("offset", lambda: frames(TENT, 1.0, offset=np.nan)),
        ("number of frames", lambda: frames(TENT, 1e-9)),
        ("volume", lambda: closing_visible(TENT, [-1.0])),
        ("share", lambda: closing_visible(TENT, [1.0], share=2.0)),
        ("phases", lambda: closing_chance(TENT, 1.0, phases=0)),
        ("interval", lambda: closing_chance(TENT, np.nan)),
    ],
)
def test_impossible_input_is_named(name, call):
    with pytest.raises(ValueError, match=name):
        call()
