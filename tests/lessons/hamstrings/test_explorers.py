"""The three explorers of the lesson on hamstrings: sentences, goals and postures say what the models say."""

import io
import itertools
import re

import numpy as np
import pytest
from PIL import Image
from tests.pictures import gallery, readable

from jointlab.drawings.human.side import outlines
from jointlab.drawings.human.upright import Upright
from jointlab.explorers import Explorer
from jointlab.lessons.hamstrings import INCIDENCE, RAISED_LEG, TOE_TOUCH
from jointlab.lessons.hamstrings.incidence import pelvis, sloping
from jointlab.lessons.hamstrings.long_sitting import long_sitting
from jointlab.lessons.hamstrings.lying import lying
from jointlab.lessons.hamstrings.pull import longer_in_words, moment_in_words, pull
from jointlab.lessons.hamstrings.raised_leg import raised_leg
from jointlab.lessons.hamstrings.raised_leg_picture import WINDOW
from jointlab.lessons.hamstrings.toe_touch import toe_touch
from jointlab.lessons.hamstrings.toe_touch_picture import past_the_toes, tipped
from jointlab.models.body.adult import adult
from jointlab.models.body.kinematics import arm_points, trunk_points
from jointlab.models.body.passive_muscle import passive_moments
from jointlab.models.interval import Interval
from jointlab.models.require import Impossible

EXPLORERS = (RAISED_LEG, TOE_TOUCH, INCIDENCE)


@pytest.mark.parametrize("rolled", np.linspace(0, 40, 9))
@pytest.mark.parametrize(("raised", "knee"), list(itertools.product((0, 40, 100), (0, 60, 110))))
def test_who_lies_rests_on_the_floor_and_no_part_sinks_into_it(raised, rolled, knee):
    if rolled > raised:
        return
    found = lying(adult(), raised, rolled, knee)
    drawn = outlines(Upright(adult()), found.posture, found.hip)
    trunk, leg, far = drawn["skin"][0], drawn["skin"][1], drawn["far leg"][0]
    cloth = drawn["cloth"][0]
    assert min(trunk[:, 1].min(), cloth[:, 1].min()) == pytest.approx(0, abs=0.003)
    assert far[:, 1].min() == pytest.approx(0, abs=0.003)
    assert leg[:, 1].min() > -0.003
    assert float(found.posture.far_leg.hip) >= 0
    assert 30 < float(found.posture.far_leg.knee) < 130


@pytest.mark.parametrize(("tilt", "back", "knee"), list(itertools.product((-30, -10, 10), (10, 35, 60), (0, 20, 40))))
def test_who_sits_rests_on_the_floor_and_reaches_with_straight_arms(tilt, back, knee):
    sits = long_sitting(adult(), tilt, back, knee)
    drawn = outlines(Upright(adult()), sits.posture, sits.hip)
    assert min(part[:, 1].min() for part in (*drawn["skin"], *drawn["cloth"])) == pytest.approx(0, abs=0.003)
    trunk = trunk_points(adult(), sits.posture)
    arm = arm_points(adult(), trunk, sits.posture.arm)
    assert complex(arm.tip) + sits.hip == pytest.approx(sits.fingers)
    assert tilt + back > -25, "nobody falls backwards"


def test_a_shank_that_the_floor_stops_is_told():
    state = raised_leg(10.0, 0.0, 90.0)
    assert state.lying.limited
    assert state.pull.knee < 90
    assert "The floor stops the shank" in RAISED_LEG.sentence(state)
    assert not raised_leg(90.0, 0.0, 90.0).lying.limited


def test_what_the_pelvis_gives_the_hamstrings_are_spared():
    still, rolls = (RAISED_LEG.preset(f"Straight leg, pelvis {how}") for how in ("still", "rolls"))
    assert still.raised == rolls.raised
    assert rolls.pull.hip == pytest.approx(0.68 * still.pull.hip)
    assert rolls.pull.moment.high < 0.3 * still.pull.moment.low


@pytest.mark.parametrize("state", [raised_leg(75, 0, 0), raised_leg(90, 0.2, 40), toe_touch(-10, 30, 0)])
def test_sentences_say_both_ends_of_the_bands(state):
    told = (RAISED_LEG if hasattr(state, "lying") else TOE_TOUCH).sentence(state)
    moments = sorted(passive_moments(state.pull.hip, state.pull.knee).values())
    low, high = re.search(r"Pull on the pelvis: ([\d.]+) to ([\d.]+) N m", told).groups()
    assert (float(low), float(high)) == pytest.approx(moments, rel=0.06)
    assert re.search(r"biceps femoris is (\d+) to (\d+) mm longer", told)
    assert str(round(state.pull.hip)) in told
    assert len(told) <= 240


def test_bands_are_put_into_words():
    assert longer_in_words(Interval(0.054, 0.057, 0.060)) == "54 to 60 mm longer than standing"
    assert longer_in_words(Interval(-0.007, 0.005, 0.016)) == "anything from 7 mm shorter to 16 mm longer than standing"
    assert longer_in_words(Interval(-0.030, -0.02, -0.010)) == "10 to 30 mm shorter than standing"
    assert longer_in_words(Interval(0.0, 0.0, 0.0)) == "as long as standing"
    assert moment_in_words(Interval(0.0, 0.2, 0.4)) == "next to nothing"
    assert moment_in_words(Interval(19.2, 24, 28.6)) == "19 to 29 N m"
    assert [past_the_toes(x) for x in (-0.041, 0.002, 0.12)] == [
        "4 cm short of the toes",
        "at the toes",
        "12 cm past the toes",
    ]
    assert [tipped(x) for x in (-10, 0.2, 5)] == ["10° back", "upright", "5° forward"]


def test_goals_can_be_reached():
    assert Explorer(RAISED_LEG, raised=85.0, share=33.0).frame["goal"], "with a share that was measured in people"
    assert not Explorer(RAISED_LEG, raised=85.0, share=20.0).frame["goal"]
    assert not Explorer(RAISED_LEG, raised=90.0, knee=80.0).frame["goal"], "a straight leg is asked"
    assert Explorer(TOE_TOUCH, tilt=-10.0, back=60.0).frame["goal"], "by the back, not by the legs"
    assert not Explorer(TOE_TOUCH, tilt=10.0, back=45.0).frame["goal"]
    assert Explorer(INCIDENCE, incidence=60.0, tilt=60.0).frame["goal"]
    assert Explorer(INCIDENCE, incidence=50.0, tilt=49.0).frame["goal"]


def test_what_is_told_to_be_at_the_toes_touches_them():
    for back in np.linspace(55, 60, 21):
        state = toe_touch(-8.0, float(back), 0.0)
        assert TOE_TOUCH.goal.reached(state) == ("short" not in TOE_TOUCH.sentence(state))


@pytest.mark.parametrize("raised", [1.5, 44.5, 60.4])
def test_a_typed_half_degree_is_told_so_that_the_sum_is_right(raised):
    told = [int(n) for n in re.findall(r"(\d+)°", RAISED_LEG.sentence(raised_leg(raised, 0.3, 0.0)))]
    assert told[0] == sum(told[1:])
    assert f"by {round(raised)}°: the hip is bent by {round(raised)}°" in RAISED_LEG.sentence(raised_leg(raised, 0, 0))


@pytest.mark.parametrize("declaration", EXPLORERS, ids=lambda one: one.title)
def test_the_screen_shows_what_the_printed_picture_shows(declaration):
    """On the screen all that moves lies above all that stands still; in print, whatever its order says."""
    picture = declaration.picture()
    picture.update(declaration.state())
    printed = _pixels(picture)
    for artist in picture.movers:
        artist.set_zorder(artist.get_zorder() + 1000)
    assert np.mean(np.abs(_pixels(picture) - printed).max(axis=2) > 60) < 2e-5, "something is hidden on the screen"


def _pixels(picture):
    return np.asarray(Image.open(io.BytesIO(picture.png(1))).convert("RGB"), dtype=int)


@pytest.mark.parametrize("share", [0.0, 0.4])
@pytest.mark.parametrize("raised", [60, 75, 85, 90, 100])
def test_no_foot_leaves_the_picture(raised, share):
    found = lying(adult(), raised, share * raised, 0)
    drawn = outlines(Upright(adult()), found.posture, found.hip)
    assert max(part[:, 1].max() for part in drawn["skin"]) < WINDOW[3] - 0.01


def test_the_same_reach_by_different_parts():
    loose, stiff = (TOE_TOUCH.preset(name) for name in ("Loose legs, stiff back", "Stiff legs, loose back"))
    assert loose.pull.hip - stiff.pull.hip > 30
    assert abs(loose.sits.reach - stiff.sits.reach) < 0.10
    assert toe_touch(-10, 60, 0).sits.reach - toe_touch(-10, 20, 0).sits.reach > 0.2


def test_no_slider_breaks_the_identity():
    for incidence, tilt in itertools.product(np.linspace(33, 85, 7), np.linspace(-15, 60, 7)):
        state = pelvis(incidence, tilt)
        assert state.incidence == pytest.approx(incidence)
        assert state.tilt + state.slope == pytest.approx(state.incidence, abs=1e-9)


def test_the_slope_of_the_sacrum_is_put_into_words():
    words = [sloping(slope) for slope in (100, 38, 0.2, -8)]
    assert words == [
        f"The top of the sacrum {how}." for how in ("hangs over", "slopes forward", "is level", "slopes backward")
    ]


def test_what_cannot_be_is_refused_in_a_sentence():
    with pytest.raises(Impossible, match="raised must be between"):
        lying(adult(), 200, 0, 0)
    with pytest.raises(Impossible, match="back must be between"):
        long_sitting(adult(), 0, float("nan"), 0)
    with pytest.raises(Impossible, match="hip must be between"):
        pull(adult(), 150, 0)
    with pytest.raises(Impossible, match="Raise the leg runs from 0 to 100°"):
        RAISED_LEG.state(raised=120.0)


@pytest.mark.parametrize("states", [gallery.looked_at, pytest.param(gallery.in_between, marks=pytest.mark.whole)])
@pytest.mark.parametrize("name", ["RAISED_LEG", "TOE_TOUCH", "INCIDENCE"])
def test_no_ring_lies_on_a_number(name, states):
    declaration, picture = gallery.explorers()[name], gallery.picture(name)
    controls = {control.name: control for control in declaration.controls}
    for state, values in states(declaration):
        shows = declaration.state(**values)
        picture.update(shows)
        tracks = [grip[0] for grip in picture.grips(shows)]
        at = {track.control: track.place(controls[track.control].si(values[track.control])) for track in tracks}
        assert readable.under_a_ring(picture, at) == [], state


@pytest.mark.whole
def test_the_number_of_the_raise_keeps_clear_of_the_ankle():
    picture = RAISED_LEG.picture()
    for raised, knee in itertools.product(range(60, 101, 5), range(70, 111, 5)):
        state = raised_leg(float(raised), 0.0, float(knee))
        picture.update(state)
        places = {grip[0].control: grip[0].place({"raised": raised, "knee": state.pull.knee}[grip[0].control])
                  for grip in picture.grips(state)}  # fmt: skip
        assert readable.under_a_ring(picture, places) == [], (raised, knee)
