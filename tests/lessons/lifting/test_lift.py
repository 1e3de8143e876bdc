"""The explorer of the lifting equation: picture and sentence say what the equation says, in postures that are human."""

import itertools

import numpy as np
import pytest
from tests.pictures import look

from jointlab.drawings.human.side import outlines
from jointlab.drawings.human.upright import Upright
from jointlab.explorers import Explorer
from jointlab.lessons.lifting.lift import LIFT, LOAD, NEAR, lift
from jointlab.lessons.lifting.lift_picture import END, NAMES, WINDOW, LiftPicture
from jointlab.models.body.niosh import Hands, assess

CORNERS = list(itertools.product((0.20, 0.45, 0.70), (0.05, 0.75, 1.85), (0.05, 0.75, 1.85), (0, 60, 150)))


@pytest.fixture(scope="module")
def explorer():
    return Explorer(LIFT)


@pytest.fixture(scope="module")
def picture():
    return LiftPicture()


def put(explorer: Explorer, **values) -> Explorer:
    explorer.set(**{**LIFT.defaults, **values})
    assert explorer.last_error is None
    return explorer


@pytest.mark.parametrize("values", [LIFT.defaults, *LIFT.presets.values()], ids=["default", *LIFT.presets])
def test_the_limit_is_that_of_the_equation(explorer, values):
    put(explorer, **values)
    full = {**LIFT.defaults, **values}
    origin = Hands(full["horizontal"] / 100, full["start"] / 100, full["twist"])
    judged = assess(LOAD, origin, Hands(NEAR, full["end"] / 100), 1, "short", "fair", control=True)
    assert explorer.state.judged.limit == judged.limit
    assert f"The limit is {judged.limit:.1f} kg" in explorer.frame["sentence"]
    assert ("beyond" if judged.index > 1 else "within") in explorer.frame["sentence"]
    assert f"lifting index {judged.index:.2f}" in explorer.frame["sentence"]


@pytest.mark.parametrize("corner", CORNERS)
def test_every_posture_is_human_and_inside_the_picture(corner):
    state = lift(*corner)
    left, right, _, top = WINDOW
    for pose, x in ((state.start, 0.0), (state.end, END)):
        drawn = outlines(Upright(state.body, 0.6), pose.posture, x + pose.hip, "closed")
        points = np.vstack([*drawn["skin"], *drawn["near arm"]])
        assert points[:, 0].min() > left
        assert points[:, 0].max() < right
        assert points[:, 1].max() < top
        assert points[:, 1].min() > -0.006, "hands and feet on the floor, not in it"


@pytest.mark.parametrize("corner", CORNERS)
def test_hands_hold_the_box_or_the_picture_says_that_it_is_out_of_reach(picture, corner):
    state = lift(*corner)
    picture.update(state)
    assert picture.missed.get_visible() is not state.start.reached
    assert state.end.reached
    if state.start.reached:
        fist = outlines(Upright(state.body, 0.6), state.start.posture, state.start.hip, "closed")["near arm"][1]
        assert np.abs(fist.mean(axis=0) - [state.start.hands.real, state.start.hands.imag]).max() < 0.05


def test_the_end_never_stands_in_the_start(picture):
    """Even the deepest crouch at the end leaves the ruler between the two people free."""
    for height in np.arange(0.05, 1.86, 0.1):
        state = lift(0.25, 0.75, height, 0)
        drawn = outlines(Upright(state.body, 0.6), state.end.posture, END + state.end.hip)
        picture.update(state)
        pixels = picture.rulers["way"].words["D"].get_window_extent().x1
        assert np.vstack(drawn["skin"])[:, 0].min() > WINDOW[0] + pixels / picture.height * (WINDOW[3] - WINDOW[2])


def test_bars_show_both_ends(picture):
    state = lift(0.40, 0.30, 1.00, 45)
    picture.update(state)
    for name in ("start", "end"):
        bars = [bar[:, 0].max() for bar in look.outlines(picture.shares[name])]
        assert bars == pytest.approx(list(state.ends[name].limit.multipliers.values()))
    assert list(state.start.limit.multipliers) == list(NAMES)
    assert picture.values[0].get_text() == "0.62\n1.00"


def test_rulers_measure_what_they_say(picture):
    picture.update(lift(0.40, 0.30, 1.00, 0))
    said = {
        (name, letter): words.get_text()
        for name, rulers in picture.rulers.items()
        for letter, words in rulers.words.items()
    }
    assert said == {
        ("start", "H"): "H 40 cm",
        ("start", "V"): "V 30 cm",
        ("end", "H"): "H 25 cm",
        ("end", "V"): "V 100 cm",
        ("way", "D"): "D 70 cm",
    }


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"horizontal": 64}, "The hands are 64 cm in front of the ankles; the limit is 63 cm."),
        ({"start": 176}, "The hands are 176 cm above the floor; the limit is 175 cm."),
        ({"end": 180}, "The hands are 180 cm above the floor"),
        ({"start": 5, "end": 181}, "The load travels 176 cm up or down; the limit is 175 cm."),
        ({"twist": 136}, "The load is 136 degrees to the side; the limit is 135 degrees."),
    ],
)
def test_what_is_out_of_range_is_named(explorer, values, said):
    put(explorer, **values)
    assert explorer.state.judged.limit == 0
    assert "allows no load" in explorer.frame["sentence"]
    assert said in explorer.frame["sentence"]


@pytest.mark.parametrize("values", [{"horizontal": 63}, {"start": 175}, {"twist": 135}])
def test_the_last_step_inside_is_allowed(explorer, values):
    assert put(explorer, **values).state.judged.limit > 0


@pytest.mark.parametrize(
    ("preset", "letters"),
    [("At arm's length", "HM"), ("Twisted", "AM"), ("From the floor", "HM"), ("Nearly ideal", "FM")],
)
def test_the_sentence_names_what_costs_most(explorer, preset, letters):
    put(explorer, **LIFT.presets[preset])
    limit = explorer.state.ends[explorer.state.decides].limit
    assert explorer.state.worst == letters
    assert limit.multipliers[letters] == min(limit.multipliers.values())
    assert f"{letters} = {limit.multipliers[letters]:.2f}" in explorer.frame["sentence"]


def test_the_goal_is_reached_near_the_body_and_not_by_leaving_the_floor(explorer):
    assert put(explorer, horizontal=25, start=20, end=75).frame["goal"]
    assert not put(explorer, horizontal=40, start=20, end=75).frame["goal"]
    assert not put(explorer, horizontal=25, start=30, end=75).frame["goal"]


def test_moving_one_end_leaves_the_other_alone(explorer):
    put(explorer)
    end = explorer.state.end.posture
    explorer.set(start=60.0)
    assert explorer.state.end.posture is end


@pytest.mark.parametrize("corner", CORNERS)
def test_no_word_lies_under_a_handle(picture, corner):
    state = lift(*corner)
    picture.update(state)
    renderer = picture.figure.canvas.get_renderer()
    values = {"horizontal": corner[0], "start": corner[1], "end": corner[2], "twist": corner[3]}
    boxes = {look.said(t): t.get_window_extent(renderer) for t in look.texts(picture, "") if t.get_visible()}
    for grip in picture.grips(state):
        x, y = grip[0].place(values[grip[0].control])
        y = picture.height - y
        for words, box in boxes.items():
            away = np.hypot(max(box.x0 - x, 0, x - box.x1), max(box.y0 - y, 0, y - box.y1))
            assert away > 10 or not words.strip(), f"{grip[0].control}: {words}"
