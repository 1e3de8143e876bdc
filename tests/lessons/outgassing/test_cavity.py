"""The explorer of the cavity: its sentence, its picture and its goal say what the balance of gases says."""

import re

import numpy as np
import pytest
from tests.pictures import extents, look, readable

from jointlab import sources
from jointlab.drawings.yours import Yours
from jointlab.learn.exercise import exercise
from jointlab.lessons.outgassing.cavity import GAS, REPORTED, as_told, sentence
from jointlab.lessons.outgassing.cavity_picture import FLUID, FOOT, SIZES, Cavity, CavityPicture
from jointlab.lessons.outgassing.facts import size_as_told
from jointlab.models.gas import henry
from jointlab.models.gas.joint_gases import joint_gases

SUPPLIES = ("none", "bicarbonate")
STATES = [
    (size, dioxide, supply) for size in (0.1, 3, 15, 80, 200) for dioxide in (4.53, 6.13, 20) for supply in SUPPLIES
]


def cavity(size: float, dioxide: float, supply: str) -> Cavity:
    """Of a size in % of the fluid, with kPa of carbon dioxide."""
    return GAS.state(size=size, carbon_dioxide=dioxide, supply=supply)


@pytest.fixture(scope="module")
def picture():
    return CavityPicture()


def test_the_largest_cavity_is_what_a_full_pull_was_seen_to_open():
    assert SIZES[1] == sources.observation("distraction_ratio").value - 1


def numbers(text):
    return [float(number) for number in re.findall(r"\d+(?:\.\d+)?", text)]


@pytest.mark.parametrize(("size", "dioxide", "supply"), STATES)
def test_sentence_says_what_the_balance_says(size, dioxide, supply):
    gases = joint_gases(1e3 * dioxide)
    held = [supply == "bicarbonate", False, False]
    inside = henry.cavity_pressures(gases.tension, gases.solubility, size / 100, gases.temperature, held)
    shares = 100 * henry.shares(inside)
    said = sentence(cavity(size, dioxide, supply))
    told = numbers(said)
    assert told[0] == size
    assert told[1:4] == pytest.approx(shares, abs=0.5)
    assert told[4] == pytest.approx((inside.sum() + sources.value("vapour_pressure")) / 1e3, rel=5e-3)
    fizzes = inside.sum() + sources.value("vapour_pressure") > sources.value("standard_atmosphere")
    assert ("more than the air outside" in said) == fizzes
    if fizzes:
        return
    left = 100 * (1 - inside / gases.tension)
    assert told[5] == pytest.approx(left[1], abs=0.5)
    if held[0]:
        assert "the carbon dioxide is replaced" in said
    else:
        assert told[6] == pytest.approx(max(left[0], 1), abs=0.5)


def test_some_of_the_fluids_that_can_be_chosen_would_fizz_by_themselves():
    assert "fizz" in sentence(cavity(0.1, 20, "none"))
    assert "fizz" not in sentence(cavity(0.1, 6.13, "none"))


@pytest.mark.parametrize(("size", "dioxide", "supply"), STATES)
def test_nothing_leaves_its_place(picture, size, dioxide, supply):
    picture.update(cavity(size, dioxide, supply))
    places = np.vstack([line.get_xydata() for line in picture.dots.values()])
    assert places[:, 0].min() > 24
    assert places[:, 0].max() < 24 + FLUID
    assert places[:, 1].max() < FOOT
    assert places[:, 1].min() > FOOT - FLUID
    assert look.span(picture.cavity)[1] < 390, "clear of the plot"
    assert picture.size.get_position()[1] > 84, "clear of the words above"
    renderer = picture.figure.canvas.get_renderer()
    for name, label in picture.labels.items():
        if label.get_visible():
            left, right, above, below = look.span(picture.stripes[name])
            words = label.get_window_extent(renderer)
            assert words.width < right - left or right < words.x0 < words.x1 < 425, name
            assert label.get_size() < below - above, name


def test_the_point_stands_on_the_curve(picture):
    for size, dioxide, supply in STATES:
        state = cavity(size, dioxide, supply)
        picture.update(state)
        x, y = picture.now.get_xydata()[-1]
        assert y == pytest.approx(100 * state.carbon_dioxide)
        (band,) = look.outlines(picture.bands["carbon dioxide"])
        curve = band[: len(state.ratios)]
        assert np.interp(np.log(x), np.log(curve[:, 0]), curve[:, 1]) == pytest.approx(y, abs=0.3)


def test_alone_the_usual_fluid_never_reaches_what_is_reported():
    sizes = GAS.controls[0].positions(121)
    assert max(cavity(size, 6.13, "none").carbon_dioxide for size in sizes) < 0.76
    assert not any(as_told(cavity(size, 6.13, "none")) for size in sizes)


def test_the_goal_can_be_reached_by_hand_and_in_more_than_one_way():
    sizes, pressures = (control.positions(control.steps + 1) for control in GAS.controls[:2])
    helped = [size for size in sizes if as_told(cavity(size, GAS.defaults["carbon_dioxide"], "bicarbonate"))]
    assert helped
    assert min(helped) > 70
    rich = [size for size in sizes if as_told(cavity(size, pressures[-1], "none"))]
    assert rich
    assert 25 < min(rich) < 45
    assert not any(as_told(cavity(REPORTED, pressure, supply)) for pressure in pressures for supply in SUPPLIES)


@pytest.mark.parametrize(("dioxide", "supply"), [(6.13, "bicarbonate"), (20, "none")])
def test_the_sizes_with_as_much_as_is_told_are_printed(dioxide, supply):
    assert as_told(cavity(100 * size_as_told(1e3 * dioxide, supply), dioxide, supply))


def test_what_answers_the_prediction_comes_with_the_areas(picture):
    assert {*picture.words.values(), *picture.bands.values()} <= {*picture.movers}


@pytest.mark.parametrize("dioxide", [4.53, 6.13, 20])
def test_the_learners_line_is_where_the_share_goes_in_ever_larger_cavities(picture, dioxide):
    state = cavity(200, dioxide, "none")
    given = GAS.build.inputs(state)
    assert {*given} == {*exercise("outgassing", "co2_share").inputs}
    assert [given[name] for name in ("p_co2", "p_o2")] == pytest.approx([dioxide, 5.33], rel=1e-3)
    share = co2_share(given)
    limit = henry.cavity_pressures(state.before, joint_gases().solubility, np.array(1e6), joint_gases().temperature)
    assert share == pytest.approx(henry.shares(limit)[0], rel=1e-4)
    assert state.carbon_dioxide < share


@pytest.mark.parametrize("right", [True, False])
def test_the_learners_line_stands_at_its_share_and_hides_no_words(picture, right):
    ticks, others = readable.of_the_stage(picture)
    for size, dioxide, supply in [*STATES, (4, 6.13, "none")]:
        state = cavity(size, dioxide, supply)
        picture.update(state)
        for factor in (1, 2, 0.5, 0.01, 100, -1):
            share = factor * co2_share(GAS.build.inputs(state))
            picture.mark_yours(state, Yours(share, right))
            assert list(picture.yours.line.get_ydata()) == pytest.approx([np.clip(100 * share, 0, 100)] * 2)
            assert picture.yours.line.is_dashed() != right
            words = extents.boxes(picture, picture.movers)
            assert readable.unreadable(picture, words, ticks | others) == [], (size, dioxide, factor)
            own = words[picture.yours.words].padded(-1)
            (foot, top) = picture.now.get_transform().transform(picture.now.get_xydata())
            assert not own.x0 < foot[0] < own.x1 or min(own.y1, top[1]) < max(own.y0, foot[1]), "on the cavity's line"
            told = picture.told.get_transform().transform((0, picture.told.get_ydata()[0]))[1]
            assert not own.y0 < told < own.y1, "on the line of what is told"
    picture.mark_yours(state, Yours())
    assert not picture.yours.line.get_visible()


def co2_share(given):
    """By Henry's law, as the exercise asks."""
    amounts = {gas: given[f"p_{gas}"] * given[f"h_{gas}"] for gas in ("co2", "n2", "o2")}
    return amounts["co2"] / sum(amounts.values())


def test_presets_do_what_their_button_says():
    shown = {name: GAS.preset(name) for name in GAS.presets}
    assert shown["Just a speck"].carbon_dioxide == pytest.approx(0.07, abs=0.01)
    gas = shown["As large as reported"].ratio
    assert gas / (gas + 1) == pytest.approx(sources.observation("cavity_share").value, rel=5e-3), "of gas and fluid"
    assert shown["Very large"].carbon_dioxide > 0.7
    assert shown["Bicarbonate helps"].held
