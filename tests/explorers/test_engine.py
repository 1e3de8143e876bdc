"""The engine: from a declaration to frames, sentences, locks, sounds and errors in words."""

import io
import wave
from dataclasses import replace

import pytest
from tests.explorers.toy import SWING

from jointlab import sources
from jointlab.explorers import Explorer
from jointlab.explorers.declare import Slider


@pytest.fixture
def swing():
    return Explorer(SWING)


def test_opens_at_the_defaults_with_picture_and_sentence(swing):
    assert swing.frame["values"] == {"damping": 0.5, "frequency": 1, "start": "high"}
    assert swing.frame["sentence"] == "The damping is 0.50 per second."
    assert swing.frame["marks"].startswith("<svg")
    assert swing.frame["error"] == ""


def test_a_request_of_the_page_is_answered_with_its_number(swing):
    before = swing.frame["marks"]
    swing.set_state({"request": {"id": 7, "values": {**SWING.defaults, "damping": 1.5}}})
    assert swing.frame["id"] == 7
    assert swing.frame["sentence"] == "The damping is 1.50 per second."
    assert swing.frame["goal"] is True
    assert swing.frame["marks"] != before


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (99, "runs from 0 to 2 1/s; 99"),
        (-0.1, "runs from 0 to 2 1/s; -0.1"),
        ("x", "runs from"),
        (None, "runs from"),
        (float("nan"), "runs from"),
    ],
)
def test_an_impossible_value_is_refused_in_words(swing, value, words):
    before = swing.frame
    swing.set(damping=value)
    assert words in swing.frame["error"]
    assert swing.frame["marks"] == before["marks"]
    assert swing.frame["values"] == before["values"]


def test_an_unknown_option_is_refused_in_words(swing):
    swing.set(start="sideways")
    assert "from above, from rest" in swing.frame["error"]


def test_what_the_model_says_of_its_limits_is_shown(swing):
    swing.set(damping=2, frequency=10)
    assert "A swing so damped cannot be so fast." in swing.frame["error"]


def test_a_mistake_in_the_explorer_is_shown_and_kept_for_tests(swing):
    swing.set(damping=2, start="rest")
    assert "Press Reset" in swing.frame["error"]
    assert isinstance(swing.last_error, ZeroDivisionError)
    swing.set(**SWING.defaults)
    assert swing.last_error is None
    assert swing.frame["error"] == ""


def test_a_mistake_of_the_program_is_never_shown_as_the_learners(swing):
    swing.set(damping=2, frequency=5)
    assert "an error of its own (ValueError" in swing.frame["error"]
    assert "last state that works" not in swing.frame["error"]


def test_a_frame_is_published_whole_or_not_at_all(monkeypatch):
    explorer = Explorer(replace(SWING, sentence=lambda state: f"{1 / (state['damping'] - 1):.2f}."))
    before = explorer.frame
    explorer.set(damping=1)
    assert "ZeroDivisionError" in explorer.frame["error"]
    assert {**explorer.frame, "id": 0, "error": ""} == before


def test_the_page_hears_where_a_hand_can_take_hold(swing):
    damping, start, frequency = swing.frame["grips"]
    assert damping == [{"control": "damping", "values": [0, 2], "places": [[200, 400], [600, 400]]}]
    assert start[0]["values"] == ["high", "rest"]
    assert frequency[0]["places"][0] == [300, 300]
    swing.set(damping=2)
    assert swing.frame["grips"][2][0]["places"][0] == [600, 300]


def test_a_slider_takes_range_and_default_from_the_row_of_a_constant():
    row = sources.constant("film_thickness")
    slider = Slider.of_constant("film_thickness", "Gap", "h", "µm")
    assert (slider.low, slider.default, slider.high) == pytest.approx((row.low * 1e6, row.value * 1e6, row.high * 1e6))
    assert slider.si(slider.default) == pytest.approx(row.value)


def test_a_slider_of_a_constant_may_be_narrower_than_its_row_and_never_wider():
    slider = Slider.of_constant("film_thickness", "Gap", "h", "µm", name="gap", low=5, high=200)
    assert (slider.name, slider.low, slider.default, slider.high) == ("gap", 5, 50, 200)
    for end in ({"low": 0.5}, {"high": 501}, {"low": 51}, {"high": 49}):
        with pytest.raises(ValueError, match="film_thickness must lie within 1 to 500 µm, around 50"):
            Slider.of_constant("film_thickness", "Gap", "h", "µm", **end)


def test_a_button_always_shows_the_same_whatever_was_set_before(swing):
    assert swing.spec["presets"] == {"Strong": {"damping": 1.5, "frequency": 1, "start": "high"}}


def test_the_lock_opens_when_the_prediction_is_made():
    class Prediction:
        key = "toy/asked"
        made = False

        def when_made(self, callback):
            self.callback = callback

    prediction = Prediction()
    explorer = Explorer(SWING, unlock=prediction)
    assert "prediction" in explorer.locked
    prediction.callback(prediction)
    assert explorer.locked == ""


def test_a_prediction_made_earlier_leaves_no_lock():
    class Prediction:
        key = "toy/asked"
        made = True

    assert Explorer(SWING, unlock=Prediction()).locked == ""


def test_the_sound_is_a_wav_file_and_never_too_loud(swing):
    sent = []
    swing.send = lambda content, buffers=None: sent.append((content, buffers))
    swing._handle_custom_msg({"sound": 0, "values": {**SWING.defaults, "damping": 0.1}}, [])
    [(content, [data])] = sent
    assert content == {"sound": 0}
    with wave.open(io.BytesIO(data)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getnframes()) == (8000, 1, 200)
        assert max(abs(int.from_bytes(file.readframes(1), "little", signed=True)) for _ in range(200)) == 32767


def test_an_unknown_sound_is_an_error_in_words(swing):
    swing._handle_custom_msg({"sound": 9, "values": SWING.defaults}, [])
    assert "The sound could not be made" in swing.frame["error"]


def test_a_page_without_a_kernel_gets_a_picture_with_words(swing, monkeypatch):
    shown = []
    monkeypatch.setattr("jointlab.cell.display", lambda *args, **kwargs: shown.append((args, kwargs)))
    swing._ipython_display_()
    still, widget = shown
    html = still[0][0]._repr_html_()
    assert 'alt="Line plot. Horizontal axis: time' in html
    assert html.count("The damping is 0.50 per second.") == 1  # below the picture, not in its words as well
    assert "data:image/png;base64," in html
    assert "application/vnd.jupyter.widget-view+json" in widget[0][0]


def test_frames_are_small_and_follow_the_theme(swing):
    assert len(swing.frame["marks"]) < 20_000
    assert "var(--jl-blue," in swing.frame["marks"]
    assert "<style" not in swing.spec["stage"]


def test_the_page_hears_which_slider_plays_and_how():
    damping, *others = SWING.controls
    controls = (replace(damping, plays=4.0, loops=True), *others)
    first, second, third = Explorer(replace(SWING, controls=controls)).spec["controls"]
    assert (first["plays"], first["loops"]) == (4, True)
    assert (second["plays"], second["loops"]) == (0, False)
    assert "plays" not in third


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"plays": 0.9, "steps": 20}, "x: a slider plays for 1 to 8 seconds, not 0.9"),
        ({"plays": 8.1, "steps": 200}, "not 8.1"),
        ({"plays": -4.0}, "not -4"),
        ({"plays": float("nan")}, "not nan"),
        ({"loops": True}, "not 0"),
        ({"plays": 4.0, "steps": 79}, "to play for 4 s it needs 80 to 160 steps"),
        ({"plays": 4.0, "steps": 161}, "to play for 4 s it needs 80 to 160 steps"),
    ],
)
def test_a_slider_that_cannot_play_well_is_refused(wrong, words):
    with pytest.raises(ValueError, match=words):
        Slider("x", "x", "", "", 0, 1, 0, **wrong)


@pytest.mark.parametrize("ends", [{"plays": 1, "steps": 20}, {"plays": 8.0, "steps": 320}, {"plays": 4.0}])
def test_a_slider_that_can_play_is_taken(ends):
    assert Slider("x", "x", "", "", 0, 1, 0, **ends).plays == ends["plays"]


@pytest.mark.parametrize("scale", ["linear", "log"])
def test_slider_positions_run_from_end_to_end(scale):
    slider = Slider("x", "x", "", "", 0.1, 10, 1, steps=7, scale=scale)
    positions = slider.positions(5)
    assert positions == sorted(positions)
    assert (positions[0], positions[-1]) == pytest.approx((0.1, 10))
