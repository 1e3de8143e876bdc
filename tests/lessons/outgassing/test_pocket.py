"""The explorer of the pocket: its verdict is Blake's, and its sentence, picture and goal say the same."""

import re

import numpy as np
import pytest
from matplotlib.text import Text

from jointlab import sources
from jointlab.lessons.outgassing.pocket import BORNE, NUCLEUS, pocket, sentence, small_and_opened
from jointlab.lessons.outgassing.pocket_picture import LARGEST, MIDDLE, MOUTH, SCENE, SURFACE, PocketPicture
from jointlab.models.bubble import blake

OUTSIDE, SIGMA, VAPOUR = (sources.value(name) for name in ("standard_atmosphere", "surface_tension", "vapour_pressure"))
RADII = [1e-9, 3e-8, 1e-7, 1e-6, 4e-6, 3e-5, 1e-4]  # m
FALLS = [10e3, 90e3, 94e3, 95.2e3, 101_325, 140e3, 1_101_325, 2e7, 2e8]  # Pa
STATES = [(radius, fall) for radius in RADII for fall in FALLS]


@pytest.fixture(scope="module")
def picture():
    return PocketPicture()


@pytest.mark.parametrize(("radius", "fall"), STATES)
def test_a_pocket_grows_without_end_below_blakes_threshold_and_nowhere_else(radius, fall):
    state = pocket(radius, fall)
    threshold = float(blake.blake_threshold(radius, SIGMA, OUTSIDE, VAPOUR))
    assert state.grows == (OUTSIDE - fall <= threshold)
    if not state.grows:
        grown = state.swells * state.radius
        gas = OUTSIDE + 2 * SIGMA / state.radius - VAPOUR
        outward = gas / state.swells**3 + VAPOUR - 2 * SIGMA / grown
        assert outward == pytest.approx(state.pressure, rel=1e-6, abs=1e-6 * gas)
        critical = float(blake.blake_critical_radius(radius, SIGMA, OUTSIDE, VAPOUR))
        assert 1 <= state.swells <= critical / state.radius


@pytest.mark.parametrize(("radius", "fall"), STATES)
def test_sentence_says_what_the_model_says(radius, fall):
    state = pocket(radius, fall)
    said = sentence(state)
    assert ("grows without end" in said) == state.grows
    squeeze = float(re.search(r"squeezes it with ([\d.,]+) kPa", said)[1].replace(",", ""))
    assert squeeze * 1e3 == pytest.approx(2 * SIGMA / state.radius, rel=5e-3)
    assert "a ball of gas" in said
    assert len(said) <= 235
    assert ("hardly swells" in said) == (not state.grows and state.swells < 1.005)
    if state.pressure < -500:
        assert "to a tension of" in said
    assert ("its limit is a tension" in said) == (state.threshold < -500)


@pytest.mark.parametrize(("radius", "fall"), STATES)
def test_the_picture_shows_the_verdict(picture, radius, fall):
    state = pocket(radius, fall)
    picture.update(state)
    assert picture.fate.get_text() == ("It grows without end." if state.grows else "It holds.")
    assert (len(picture.arrows.get_path()) > 3) == state.grows
    x, y = picture.now.get_xydata()[0]
    assert (x, y) == (state.radius, state.fall)
    curve = np.interp(np.log(x), *np.log(picture.needed.get_data()))
    if abs(np.log(y) - curve) > 0.02:  # the drawn curve has as many points as an eye needs
        assert (np.log(y) > curve) == state.grows
    top = picture.gas.get_path().vertices[:, 1].min()
    right = picture.gas.get_path().vertices[:, 0].max()
    left, highest, end, _ = SCENE
    assert top > highest
    assert left < right < end
    if not state.grows and MOUTH * state.swells < LARGEST:
        assert right - MIDDLE == pytest.approx(MOUTH * state.swells, rel=5e-3)
    assert top < SURFACE


@pytest.mark.whole
def test_the_goal_can_be_reached_by_hand():
    radii, falls = (control.positions(control.steps + 1) for control in NUCLEUS.controls)
    tried = ((radius, fall) for radius in radii for fall in falls)
    reached = [(r, f) for r, f in tried if small_and_opened(NUCLEUS.state(radius=r, fall=f))]
    assert reached
    smallest = min(radius for radius, _ in reached)
    assert 0.05 < smallest < 0.06
    assert all(1e3 * fall <= 1.001 * BORNE for _, fall in reached)


def test_what_answers_the_prediction_comes_with_the_point():
    """Under the veil stands neither the threshold, nor the pull that pure water bears, nor what says where they are."""
    picture = PocketPicture()
    assert {picture.needed, picture.tears} <= {*picture.movers}
    said = {text.get_text() for text in picture.movers if isinstance(text, Text)}
    assert {"without a pocket: 140,000 kPa", "Blake threshold", "holds", "grows without end"} <= said
    assert "140" not in picture.description
    assert "140" in picture.frame_svg()
    stage = re.sub(r"<[^>]*>", " ", picture.stage_svg())
    assert "140" not in stage
    assert "without" not in stage


def test_a_pressure_has_one_unit_and_a_radius_another_in_all_that_is_said():
    picture = PocketPicture()
    said = [sentence(pocket(radius, fall)) for radius, fall in STATES]
    for radius, fall in STATES:
        picture.update(pocket(radius, fall))
        said += [text.get_text() for text in picture.figure.findobj(Text)]
    said += [NUCLEUS.goal.text, picture.description, *(control.unit for control in NUCLEUS.controls)]
    assert not re.search(r"\bMPa\b|\bnm\b|nanomet|megapascal", " ".join(said))
    heads = " ".join(said)
    assert "below the air outside (kPa)" in heads
    assert "radius of the pocket at rest (µm)" in heads


def test_the_picture_says_that_a_pocket_in_a_crack_is_calculated_as_a_ball():
    picture = PocketPicture()
    assert any("calculated as a ball" in text.get_text() for text in picture.figure.findobj(Text))
    assert "calculated as a ball of gas" in picture.description


def test_presets_do_what_their_button_says():
    shown = {name: NUCLEUS.preset(name) for name in NUCLEUS.presets}
    assert abs(shown["A vacuum"].pressure) < 1
    assert not shown["A vacuum"].grows
    assert shown["As in one experiment"].pressure == pytest.approx(-sources.observation("lab_tension").value)
    assert shown["As in one experiment"].grows
    assert shown["A pocket one can see"].grows
    assert not shown["Hardly a pocket"].grows


def test_not_even_a_molecule_sized_pocket_needs_what_pure_water_bears():
    assert OUTSIDE - pocket(1e-9, 1e5).threshold < sources.value("water_tension_limit")
