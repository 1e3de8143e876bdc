"""Curves that can be heard: tones follow the plot, words follow the curve, and both follow every explorer's state."""

import json
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.lines import Line2D
from tests.pictures import gallery

from jointlab.explorers import Explorer, curve_words, hear
from jointlab.explorers.curves import Axis, Curve, Heard, Level, Place

WAY, HEIGHT = Axis("Way", "mm", 0.0, 0.1), Axis("Height", "", 0.0, 1.0)
LOG_HEIGHT = Axis("Height", "kPa", 1e3, 1e6, "log")
PLOT = (100, 50, 300, 250)
ACROSS = np.linspace(0, 0.1, 41)
HEARD = [name for name, declaration in gallery.explorers().items() if declaration.hear]
heights = st.lists(st.floats(0, 1), min_size=2, max_size=40)


def told(y, x=None, up=HEIGHT, **more):
    y = np.asarray(y, dtype=float)
    x = np.linspace(0, 0.1, y.size) if x is None else x
    return hear.told(Heard(WAY, up, [Curve(x, y, **more)], PLOT))


def tones(y, **more) -> list[int]:
    """All tones of one curve, whatever stretches it falls into."""
    return [tone for _, run in told(y, **more)["curves"][0]["runs"] for tone in run]


def moves(found: list[int]) -> set[int]:
    return {int(np.sign(step)) for step in np.diff(found)} - {0}


@given(heights)
def test_what_rises_is_heard_to_rise(given_heights):
    assert moves(tones(sorted(given_heights))) <= {1}
    assert moves(tones(sorted(given_heights, reverse=True))) <= {-1}


@given(heights)
def test_what_is_heard_is_the_curve(given_heights):
    """Between the few points that are kept, the way is as near to the curve as an ear can tell."""
    [run] = told(given_heights)["curves"][0]["runs"]
    moments, found = (np.array(part) / hear.FINE for part in run)
    assert (moments[0], moments[-1]) == (0, 1)
    at = np.linspace(0, 1, len(given_heights))
    kept = np.interp(at, moments, found)
    steepest = np.abs(np.diff(given_heights)).max() * len(given_heights)
    assert np.abs(kept - given_heights).max() <= hear.NEAR + (1 + steepest) / hear.FINE


@given(st.floats(0, 1))
def test_what_stays_has_one_tone(height):
    assert len({*tones([height] * 5)}) == 1
    assert len(tones([height] * 50)) == 2, "and needs no more than its ends"


def test_the_same_height_is_the_same_tone_whatever_the_curve():
    assert tones([0, 0.5])[-1] == tones([0.5, 0.6])[0] == 500


def test_a_logarithmic_axis_is_heard_as_it_is_seen():
    assert tones([1e3, 1e4, 1e5, 1e6], up=LOG_HEIGHT) == [0, 1000], "ten times as much, again and again: evenly"
    moments = hear.told(Heard(LOG_HEIGHT, HEIGHT, [Curve([1e3, 1e4, 1e6], [0, 1, 0])], PLOT))["curves"][0]["runs"][0][0]
    assert moments == [0, 333, 1000]
    with np.errstate(all="raise"):
        assert told([1e4, 0, 1e5], up=LOG_HEIGHT)["curves"][0]["runs"] == [[[0], [333]], [[1000], [667]]]


def test_where_there_is_no_value_there_is_silence():
    y = [0.1, 0.2, np.nan, np.nan, 0.5, 0.6]
    assert [moments for moments, _ in told(y)["curves"][0]["runs"]] == [[0, 200], [800, 1000]]
    assert told([np.nan, np.nan])["words"] == "Height. It has no value here."


def test_what_leaves_the_plot_is_silent_from_its_border_on():
    heard = told([0.5, 1.5, 1.5, 0.5, -0.5])
    assert heard["curves"][0]["runs"] == [[[0, 125], [500, 1000]], [[625, 875], [1000, 0]]]
    assert "Silence where it lies above the plot: 25 mm to 50 mm." in heard["words"]
    assert "Silence where it lies below the plot: 100 mm to 100 mm." in heard["words"]


def test_a_peak_between_many_points_is_kept():
    y = np.zeros(4001)
    y[1234] = 0.9
    assert max(tones(y)) == 900
    assert len(tones(y)) == 5


def test_time_runs_where_the_curve_lies():
    heard = told([0, 1], x=np.array([0.05, 0.1]))
    assert heard["curves"][0]["plot"] == [200, 50, 300, 250]
    assert heard["key"].startswith("To hear it: from left to right goes time (Way: 50 mm to 100 mm);")


def test_ticks_sound_where_a_level_is_crossed_and_bells_where_a_place_is():
    level, place = Level("the half", 0.5), Place("the spot", 0.02)
    [curve] = (heard := told([0, 1, 0], level=level, place=place))["curves"]
    assert (curve["ticks"], curve["bells"]) == ([250, 750], [200])
    assert "It crosses the half, 0.5, 2 times: a tick each. A bell marks the spot at 20 mm: 0.4." in heard["words"]
    assert "It stays above the half, 0.5." in told([0.6, 0.5, 0.9], level=level)["words"], "it only touches it"
    assert "It crosses the half, 0.5, at 25 mm: a tick." in told([0.3, 0.5, 0.5, 0.5, 0.8], level=level)["words"]
    many = Place("the crack", [0.02, 0.04], "the cracks")
    assert "2 bells mark the cracks." in told([0, 1], place=many)["words"]
    assert "bell" not in told([0, 1], place=Place("the crack", [], "the cracks"))["words"]


@pytest.mark.parametrize(
    ("y", "words"),
    [
        ([0.4, 0.4], "It stays at 0.4."),
        ([0.4, 0.418, 0.4], "It stays between 0.4 and 0.42."),
        ([0, 0.5, 1], "It rises from 0 to 1, evenly."),
        ([1, 0.1, 0], "It falls from 1 to 0, steepest at the beginning."),
        ([0, 0.1, 1], "It rises from 0 to 1, steepest at the end."),
        ([0, 0.05, 0.1, 0.9, 0.95, 1], "It rises from 0 to 1, steepest near 50 mm."),
        ([0, 0.3, 0.6, 0.9, 0.95], "It rises from 0 to 0.95, flattest at the end."),
        ([0, 1, 0.5], "It rises from 0 to 1 at 50 mm, then falls to 0.5."),
        ([1, 0.2, 0.8], "It falls from 1 to 0.2 at 50 mm, then rises to 0.8."),
        ([0, 1, 0.2, 0.8, 0.8], "It rises from 0 to 1 at 25 mm, falls to 0.2 at 50 mm, and rises again to 0.8."),
        (
            [0.1, 0.9, 0.2, 1, 0.3, 0.8],
            "It begins at 0.1, turns 4 times between 0.1 and 1, and ends at 0.8. It is highest at 60 mm. "
            "It is lowest at 0 mm.",
        ),
        ([0, 1, 0, 1, 0], "It begins at 0, turns 3 times between 0 and 1, and ends at 0."),
    ],
)
def test_words_say_what_a_curve_does(y, words):
    assert told(y)["words"] == f"Height. {words}"


@given(heights)
def test_turns_are_those_that_can_be_heard(given_heights):
    found = [0, *curve_words.turns(np.array(given_heights)), len(given_heights) - 1]
    corners = np.array(given_heights)[found]
    steps = np.diff(corners)[:-1]  # the last way may be short: the curve ends where it ends
    assert (np.abs(steps[1:]) >= curve_words.LEAST).all()
    assert (np.sign(steps[1:]) == -np.sign(steps[:-1])).all()


def test_python_answers_a_page_that_wants_to_hear():
    declaration = gallery.explorers()["SYRINGE"]
    explorer, sent = Explorer(declaration), []
    explorer.send = lambda content, buffers=None: sent.append(content)
    values = {"enclosed": 10.0, "plunger": 5.0}
    explorer._handle_custom_msg({"hear": True, "values": values}, [])
    assert sent == [{"hear": hear.told(declaration.hear(declaration.state(**values)))}]
    explorer._handle_custom_msg({"hear": True, "values": {"enclosed": 99.0}}, [])
    assert "The sound could not be made" in explorer.frame["error"]
    assert sent[1:] == [{"hear": None}]


def test_a_curve_is_heard_in_most_lessons():
    lessons = {gallery.explorers()[name].picture.__module__.split(".")[2] for name in HEARD}
    assert len(HEARD) >= 16
    assert len(lessons) >= 10


@pytest.fixture(params=HEARD)
def states(request):
    """Of an explorer that can be heard: each state in which people look at it, and what is heard there."""
    declaration = gallery.quick(request.param)
    found = []
    for words, values in gallery.looked_at(declaration):
        state = declaration.state(**values)
        heard = declaration.hear(state)
        found.append((words, state, heard, hear.told(heard)))
    return request.param, found


def test_every_explorer_says_what_its_curve_does(states):
    for words, _state, heard, sounds in states[1]:
        said = sounds["words"]
        assert not re.search(r"\bnan\b|\binf\b|\de[+-]?\d|−0(?![.\d])|  ", said), f"{words}: {said}"
        assert len(said) < 400, f"{words}: {said}"
        assert len(json.dumps(sounds, separators=(",", ":"))) < 2600, words  # as it travels
        names = "|".join(re.escape(curve.name or heard.up.label) for curve in heard.curves)
        parts = re.split(rf"(?:^| )(?:{names})\. ", said)
        assert len(parts) == len(heard.curves) + 1
        for part, curve, sound in zip(parts[1:], heard.curves, sounds["curves"], strict=True):
            _as_the_data_have_it(part, curve, heard)
            _within(sound)


def _as_the_data_have_it(said: str, curve: Curve, heard: Heard) -> None:
    """The words against the data, looked at in another way than the words were made."""
    y = np.asarray(curve.y, dtype=float)
    first, last, low, high = (heard.up.say(float(value)) for value in (y[0], y[-1], y.min(), y.max()))
    rises = re.match(r"It (rises|falls) from (.+?) to (.+?)(?: at .+?)?, (?:even|steep|flat|then)", said)
    if said.startswith("It stays at"):
        assert low == high
    elif said.startswith("It stays between"):
        assert {low, high} <= {*re.match(r"It stays between (.+) and (.+?)\. ?", said + " ").groups()}
    elif "turns" in said:
        assert f"between {low} and {high}, and ends at {last}" in said
    elif rises:
        way, start, end = rises.groups()
        assert start == first
        assert (way == "rises") == (y[np.flatnonzero([heard.up.say(float(one)) == end for one in y])].mean() > y[0])
        assert ("then" in said.split(". ")[0]) or end == last
    crossed = re.search(r"It crosses .*?(\d+) times", said)
    if curve.level:
        side = np.sign(y - curve.level.y)
        changes = int((np.diff(side[side != 0]) != 0).sum())
        assert changes == (int(crossed[1]) if crossed else int("It crosses" in said))


def _within(sound: dict) -> None:
    """Every moment and tone lies in the plot, and time never runs back."""
    for moments, found in sound["runs"]:
        assert len(moments) == len(found) >= 1
        assert moments == sorted(moments)
        assert 0 <= min(found + moments) <= max(found + moments) <= hear.FINE
    for moments in (sound["ticks"], sound["bells"]):
        assert all(0 <= moment <= hear.FINE for moment in moments)


def test_the_point_that_runs_along_stays_on_the_drawn_curve(states):
    """Which also says that a tone belongs to the height in the picture, and a moment to the place."""
    name, looked_at = states
    picture = gallery.picture(name)
    for words, state, _heard, sounds in looked_at:
        picture.update(state)
        for sound in sounds["curves"]:
            left, top, right, bottom = sound["plot"]
            drawn = _drawn(picture, top, bottom)
            for moments, found in sound["runs"]:
                inside = np.array([0 < tone < hear.FINE for tone in found])  # at a border a drawn line may end earlier
                x = left + (right - left) * np.array(moments) / hear.FINE
                y = bottom - (bottom - top) * np.array(found) / hear.FINE
                far = np.array([_distance(point, drawn) for point in zip(x, y, strict=True)])
                assert far[inside].max(initial=0) < 2, f"{words}: {far[inside].max():.1f} pixels off"


def _drawn(picture, top: float, bottom: float) -> list[np.ndarray]:
    """The lines and edges, in pixels, that move on the axes which reach from `top` to `bottom`."""
    found = []
    for artist in picture.movers:
        if not artist.get_visible() or not hasattr(artist, "get_path"):
            continue
        frame = artist.axes.get_window_extent()
        ends = (picture.height - frame.y1, picture.height - frame.y0)
        if np.abs(np.subtract(ends, (top, bottom))).max() < 0.5:
            places = artist.axes.transData if isinstance(artist, Line2D) else artist.get_transform()
            found.append(places.transform(artist.get_path().vertices) * (1, -1) + (0, picture.height))
    return found


def _distance(point: tuple[float, float], lines: list[np.ndarray]) -> float:
    """From a point to the nearest of the straight pieces."""
    best = np.inf
    for line in lines:
        start, step = line[:-1], np.diff(line, axis=0)
        length = np.maximum((step**2).sum(axis=1), 1e-9)
        share = np.clip(((point - start) * step).sum(axis=1) / length, 0, 1)
        off = np.hypot(*(start + share[:, None] * step - point).T)
        best = min(best, float(np.nanmin(off, initial=np.inf)))
    return best
