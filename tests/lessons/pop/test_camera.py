"""The explorer of the camera: letters, sentence and goal say what the films show."""

import numpy as np
import pytest

from jointlab.explorers import Explorer
from jointlab.lessons.pop.camera import CAMERA, LEFT_OVER, SEEN, TITLES, film, histories, letters

SCANNER = 312.5  # ms


@pytest.mark.parametrize("opening_time", [1, 5, 20, 50, 100])
def test_the_scanner_only_sees_whether_gas_is_left(opening_time):
    groups = film(SCANNER, 50, opening_time).groups
    assert list(groups.values()) == [["Birth", "Partial collapse", "Capsule recoil"], ["Complete collapse"]]


@pytest.mark.parametrize("opening_time", [1, 5, 20, 100])
def test_a_picture_must_not_take_much_longer_than_the_opening(opening_time):
    assert film(0.8 * opening_time, 50, opening_time).tells_birth_from_collapse
    assert not film(2 * opening_time, 50, opening_time).tells_birth_from_collapse


def test_gas_alone_hardly_tells_birth_from_recoil():
    assert len(film(0.2, 50, 20).groups) == 4
    for interval in (1000 / 1200, 5, 20, SCANNER):
        assert ["Birth", "Capsule recoil"] in [
            [title for title in titles if title != "Partial collapse"]
            for titles in film(interval, 50, 20).groups.values()
        ]


def test_the_letters_do_not_depend_on_the_moment_that_happens_to_be_shown():
    assert len({tuple(story.group for story in film(15, phase, 20).stories) for phase in range(0, 101, 5)}) == 1


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
    birth, complete, partial, capsule = (1e9 * h.cavity_volume for h in histories(opening_time / 1e3))
    assert birth[-200:].mean() == pytest.approx(1e9 * LEFT_OVER, rel=0.06)
    assert partial[-200:].mean() == pytest.approx(1e9 * LEFT_OVER, rel=0.06)
    assert complete[-200:].mean() < 0.03 * complete.max()
    assert capsule[-200:].mean() == pytest.approx(1e9 * LEFT_OVER, rel=0.06), "Brodeur 1995: the gas is released"
    assert (capsule >= 0).all()


def test_only_collapses_begin_inwards():
    assert [history.polarity for history in histories(0.02)] == [1, -1, -1, 1]


def test_letters_are_shared_only_within_what_can_be_seen():
    films = [np.array([[0.0, 10.0]]), np.array([[0.0, 10 * (1 - SEEN)]]), np.array([[0.0, 10 * (1 - SEEN) - 0.1]])]
    assert letters(films) == ["A", "A", "B"]
    two_moments = np.array([[0.0, 0.0], [0.0, 9.0]])  # at one moment of the crack it looks like the first film
    assert letters([films[0], two_moments]) == ["A", "A"]


def test_every_story_is_on_film():
    stories = film(5, 50, 20).stories
    assert tuple(story.title for story in stories) == TITLES
    for story in stories:
        assert story.frames.shape == (8,)
        assert (np.diff(story.clock) > 0).all()
        assert (story.truth >= 0).all()
