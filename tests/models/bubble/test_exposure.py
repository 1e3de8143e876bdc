import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab.models.bubble.exposure import letters, mean_volume, pictures
from jointlab.models.bubble.mechanisms import PopHistory


def story(time, volume):
    time, volume = np.asarray(time, dtype=float), np.asarray(volume, dtype=float)
    return PopHistory("story", time, volume, 0 * volume, 0 * volume)


TENT = story([0.0, 1.0, 2.0], [0.0, 1.0, 0.0])  # grows for a second, then shrinks for another


def test_pictures_by_hand():
    assert mean_volume(TENT, [0.0, 0.5, -9.0, 5.0], [2.0, 1.5, -8.0, 6.0]) == pytest.approx([0.5, 0.75, 0, 0])


@given(st.floats(0.05, 10), st.floats(-5, 0))
def test_back_to_back_pictures_lose_nothing(interval, offset):
    start = np.arange(offset, 3, interval)
    volume = mean_volume(TENT, start, start + interval)
    assert volume.sum() * interval == pytest.approx(1.0)
    assert (volume >= -1e-12).all()


def test_what_lies_outside_the_record_stays_as_it_was():
    ramp = story([0.0, 1.0], [2.0, 4.0])
    assert mean_volume(ramp, [-2.0, 7.0], [-1.0, 8.0]) == pytest.approx([2, 4])


def test_a_short_exposure_sees_the_moment():
    line = story(np.linspace(0, 2, 2001), np.linspace(0, 2, 2001))
    start = np.arange(0, 2, 0.25)
    assert mean_volume(line, start, start + 1e-4) == pytest.approx(start, abs=1e-4)


@pytest.mark.parametrize(("start", "end", "name"), [(1.0, 1.0, "end minus start"), (np.nan, 1.0, "start")])
def test_impossible_input_is_named(start, end, name):
    with pytest.raises(ValueError, match=name):
        mean_volume(TENT, start, end)


def test_pictures_are_counted_from_the_one_with_the_crack():
    """The tent begins at the crack: at the beginning, in the middle and at the end of a picture of 2 s."""
    taken = pictures(TENT, 2.0, [-1, 0, 1], [-0.5, 0.0, 0.5])
    assert taken == pytest.approx(np.array([[0, 0.5, 0], [0, 0.25, 0.25], [0, 0, 0.5]]))


def test_letters_are_shared_only_within_what_can_be_seen():
    footage = [np.array([[0.0, 10.0]]), np.array([[0.0, 7.5]]), np.array([[0.0, 7.4]])]
    assert letters(footage, 0.25) == ["A", "A", "B"]
    assert letters(footage, 0.1) == ["A", "B", "B"]


def test_one_moment_of_the_crack_at_which_footage_looks_alike_is_enough():
    two_moments = np.array([[0.0, 0.0], [0.0, 9.0]])
    assert letters([np.array([[0.0, 10.0]]), two_moments], 0.25) == ["A", "A"]


def test_a_later_story_may_look_like_any_earlier_one():
    footage = [np.array([[0.0, volume]]) for volume in (10.0, 1.0, 9.0, 2.0)]
    assert letters(footage, 0.25) == ["A", "B", "A", "B"]
