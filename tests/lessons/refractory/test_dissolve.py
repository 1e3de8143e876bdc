"""The explorer of the dissolving cavity: it is the model, to a thousandth; the goal can be reached in unlike ways."""

import math
from itertools import product

import numpy as np
import pytest

from jointlab import sources
from jointlab.drawings.yours import Yours
from jointlab.lessons.refractory.dissolve import DISSOLVE, TIME, dissolving, gone_in_time, nitrogen, sentence
from jointlab.lessons.refractory.dissolve_picture import DissolvingPicture
from jointlab.models.gas.epstein_plesset import dissolve
from jointlab.models.gas.joint_cavity import first_gas, gas_that_lasts, joint_shape, joint_tissue
from jointlab.models.gas.joint_gases import joint_gases


@pytest.fixture(scope="module")
def picture():
    return DissolvingPicture()


@pytest.mark.parametrize("corner", list(product(*(control.positions(2) for control in DISSOLVE.controls))))
def test_it_is_as_good_as_a_tight_solution(corner):
    volume, shape, first, blood = (c.si(end) for c, end in zip(DISSOLVE.controls, corner, strict=True))
    tight = dissolve(TIME, volume, first_gas(first), joint_shape(shape), joint_tissue(blood), tolerance=1e-8)
    assert dissolving(volume, shape, first, blood).share == pytest.approx(tight.share, abs=1e-3)


@pytest.mark.parametrize(
    ("shape", "first", "blood"),
    [("sphere", "young", 0.73), ("flat", "young", 0.73), ("flat", "fluid", 2.0), ("sphere", "carbon dioxide", 10.0)],
)
def test_the_goal_is_reached_by_very_different_cavities(shape, first, blood):
    volume = 1e9 * gas_that_lasts(1200, 0.1, shape, first, blood / 1e3)
    slider = DISSOLVE.controls[0]
    nearest = min(slider.positions(slider.steps + 1), key=lambda position: abs(math.log(position / volume)))
    assert gone_in_time(DISSOLVE.state(volume=nearest, shape=shape, first=first, blood=blood))


def test_it_opens_where_the_lesson_begins():
    state = DISSOLVE.state()
    assert "57 % of its volume is left" in sentence(state)
    assert nitrogen(state) == pytest.approx(0.86, abs=0.01)
    assert state.blood == pytest.approx(sources.value("mcp_cartilage_thickness"))


def test_the_volumes_are_those_of_the_run():
    state = dissolving(1e-7, "flat", "fluid", 1e-3)
    assert state.volume[0] == pytest.approx(1e-7)
    assert (np.diff(state.volume) <= 0).all()
    assert state.width == pytest.approx(0.01)
    assert dissolving(1e-7, "sphere", "fluid", 1e-3).width is None


def test_each_fate_has_its_words():
    assert "Within a second" in sentence(dissolving(1e-11, "flat", "young", 0.73e-3))
    assert "Even after 10 days" in sentence(dissolving(2e-7, "flat", "young", 1e-2))
    assert "the cavity is gone" in sentence(dissolving(1e-11, "sphere", "carbon dioxide", 1e-4))
    assert "Carbon dioxide dissolves well" in sentence(dissolving(2e-9, "sphere", "carbon dioxide", 0.73e-3))
    assert "a short way to lose it" in sentence(dissolving(1e-11, "flat", "young", 0.73e-3))
    assert "Nitrogen dissolves badly" in sentence(dissolving(2e-8, "sphere", "young", 1e-3))


@pytest.mark.parametrize(("shape", "first"), list(product(("sphere", "flat"), ("young", "fluid", "carbon dioxide"))))
@pytest.mark.parametrize("aim", [430, 500, 560])
def test_a_hand_draws_the_ring_to_where_it_wants_it(picture, shape, first, aim):
    """The way of the ring is exact only at the ring; a hand that stays at one place must still arrive, not swing."""
    volume, off = 2e-9, []
    for _ in range(10):
        state = dissolving(volume, shape, first, 3e-3)
        picture.update(state)
        ((track,), *_) = picture.grips(state)
        off.append(track.place(volume)[0] - aim)
        volume = float(np.clip(np.interp(aim, np.asarray(track.places)[:, 0], track.values), 1e-11, 2e-7))
    assert abs(off[-1]) < 3 or volume in (1e-11, 2e-7)
    assert (np.diff(np.abs(off)) < 3).all()


@pytest.mark.parametrize("shape", ["sphere", "flat"])
@pytest.mark.parametrize("blood", [0.1, 0.73, 10.0])
@pytest.mark.parametrize("factor", [1, 2, 100])
def test_the_learners_line_stands_on_the_axis_of_time(picture, shape, blood, factor):
    """At distance²/D, with the D of nitrogen, whatever else the cavity is."""
    state = DISSOLVE.state(shape=shape, blood=blood, first="fluid")
    given = DISSOLVE.build.inputs(state)
    gases = joint_gases()
    time = (blood * 1e-3) ** 2 / gases.diffusivity[gases.names.index("nitrogen")]
    assert given["distance"] ** 2 / given["diffusivity"] == pytest.approx(time)
    picture.frame_at(state, Yours(factor * time, factor == 1))
    mark, axes = picture.yours.line, picture.edge.axes
    drawn = [picture.pixels(mark.axes, x, 0)[0, 0] for x in mark.get_xdata()]
    expected = picture.pixels(axes, min(factor * time, 864_000), 0)[0, 0]
    assert drawn == pytest.approx([expected] * 2, abs=0.01)
    assert mark.is_dashed() == (factor != 1)
    assert picture.yours.words.get_text().strip("\N{NO-BREAK SPACE}") == (
        "your line" if factor * time < 864_000 else "your line →"
    )


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(-3, "less than 1 s"), (200, "3.3 minutes"), (1e5, "28 hours"), (1e300, "more than 1,000 days")],
)
def test_the_time_of_the_learners_line_is_told(seconds, words):
    assert DISSOLVE.build.words(seconds) == f"{words} to reach the blood"
    assert len(DISSOLVE.build.words(seconds)) <= 40


def test_what_comes_before_the_axis_is_marked_at_its_beginning():
    picture = DissolvingPicture()
    picture.frame_at(DISSOLVE.state(), Yours(-5.0, False))
    assert list(picture.yours.line.get_xdata()) == [1, 1]
    assert picture.yours.words.get_text() == "\N{NO-BREAK SPACE}← your line"


def test_the_goal_is_no_gift():
    """No button reaches it, and most settings do not."""
    assert not any(DISSOLVE.goal.reached(DISSOLVE.preset(name)) for name in DISSOLVE.presets)
    places = [control.positions(5) for control in DISSOLVE.controls]
    names = [control.name for control in DISSOLVE.controls]
    states = [DISSOLVE.state(**dict(zip(names, at, strict=True))) for at in product(*places)]
    assert np.mean([DISSOLVE.goal.reached(state) for state in states]) < 0.1
