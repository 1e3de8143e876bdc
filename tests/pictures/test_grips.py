"""What a hand can take hold of lies where its control says, in every state in which people look at a picture."""

from functools import cache

import numpy as np
import pytest
from tests.pictures import gallery

from jointlab.drawings.grip import Track
from jointlab.explorers.declare import Choice, Declaration, Slider
from jointlab.explorers.frame import frame

EXPLORERS = gallery.explorers()
APART = 24  # pixels: less, and two grips could not be told apart by a finger
WAY = 60  # pixels: a shorter way would not be worth a hand
MARGIN = 4  # pixels: a grip is seen whole


@cache
def shown(explorer: str):
    """Name, values and grips of every state in which people look at it."""
    declaration, picture, found = gallery.quick(explorer), gallery.picture(explorer), []
    for name, values in gallery.looked_at(declaration):
        state = declaration.state(**values)
        picture.update(state)
        found.append((name, values, picture.grips(state)))
    return found


def control(declaration: Declaration, track: Track) -> Slider | Choice:
    return next(control for control in declaration.controls if control.name == track.control)


@pytest.mark.parametrize("name", EXPLORERS)
def test_something_can_be_taken_hold_of(name):
    declaration = EXPLORERS[name]
    for state, _values, grips in shown(name):
        assert grips, state
        for grip in grips:
            assert len(grip) in (1, 2), state
            for track in grip:
                values_si = list(track.values)
                assert len(track.places) == len(values_si) >= 2, state
                assert np.isfinite(np.asarray(track.places, dtype=float)).all(), state
                of = control(declaration, track)
                if isinstance(of, Slider):
                    assert (np.diff(values_si) > 0).all(), f"{state}: {track.control} must rise"
                    low, high = of.si(of.low), of.si(of.high)
                    assert values_si[0] < high, state
                    assert values_si[-1] > low, state
                else:
                    assert set(values_si) <= set(of.options), state
                way = np.ptp(np.asarray(track.places, dtype=float), axis=0)
                assert np.hypot(*way) >= WAY, f"{state}: the way of {track.control} is too short for a hand"


@pytest.mark.parametrize("name", EXPLORERS)
def test_grips_lie_in_the_picture_apart_and_their_tracks_meet(name):
    declaration, picture = EXPLORERS[name], gallery.picture(name)
    for state, values, grips in shown(name):
        places = []
        for grip in grips:
            found = [np.array(track.place(control(declaration, track).si(values[track.control]))) for track in grip]
            assert np.ptp(found, axis=0).max() < 2, f"{state}: {grip[0].control} stands in two places"
            places.append(found[0])
            assert (found[0] > MARGIN).all(), state
            assert found[0][0] < picture.width - MARGIN, state
            assert found[0][1] < picture.height - MARGIN, state
        for i, one in enumerate(places):
            for other in places[:i]:
                assert np.hypot(*(one - other)) >= APART, f"{state}: two grips in one place"


@pytest.mark.parametrize("name", EXPLORERS)
def test_the_nearest_place_of_a_way_tells_its_value(name):
    """A way must not cross itself: the hand that is at a value's place means that value."""
    for state, _, grips in shown(name):
        for grip in grips:
            for track in grip:
                places = np.asarray(track.places, dtype=float)
                far = np.hypot(*(places[:, None] - places[None]).T) + np.eye(len(places)) * 1e3
                assert far.min() > 0.5, f"{state}: two values of {track.control} in one place"


@pytest.mark.parametrize("name", EXPLORERS)
def test_the_page_gets_the_same_tracks_in_the_units_that_the_learner_reads(name):
    declaration, picture = EXPLORERS[name], gallery.picture(name)
    state, found = frame(declaration, picture, declaration.defaults)
    for grip, sent in zip(picture.grips(state), found["grips"], strict=True):
        for track, told in zip(grip, sent, strict=True):
            of = control(declaration, track)
            assert told["control"] == of.name
            read = [of.si(value) for value in told["values"]]
            assert read == (pytest.approx(list(track.values), rel=1e-5) if isinstance(of, Slider) else track.values)
            assert np.abs(np.asarray(told["places"]) - np.asarray(track.places)).max() <= 0.051
