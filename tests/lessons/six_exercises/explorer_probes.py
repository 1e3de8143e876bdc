"""What the pictures of the two explorers of lesson 11 say: which number of the state stands where."""

import numpy as np
import pytest
from tests.pictures import look

from jointlab import sources
from jointlab.drawings.human.muscles import muscle_paths
from jointlab.drawings.human.upright import Upright
from jointlab.lessons.six_exercises.poses import EXERCISES
from jointlab.models.body.adult import adult
from jointlab.models.body.contact import touching
from jointlab.models.body.flexion_sharing import RULES, level_angles
from jointlab.models.body.segments import LEVELS
from jointlab.models.body.skin import Bones
from jointlab.units import percent, span


def moving(picture, state):
    """The body lies on its contacts, each with its arrow and its words; the panels have the state's own numbers."""
    _on_the_floor(picture, state)
    _pushes(picture, state)
    _muscles(picture, state)
    _panels(picture, state)
    _levels(picture, float(state.settled.posture.lumbar))
    _measured(picture, state.exercise)
    _hill(picture, state)


def _on_the_floor(picture, state):
    """No outline dips by more than 3 mm, and the cloth's 4 mm, below the floor; all of the body is in sight."""
    drawn = [p for p in picture.scene.patches if p.get_visible() and look.colour(p) in ("skin", "cloth", "far_skin")]
    points = np.vstack([outline for patch in drawn for outline in look.outlines(patch)])
    assert points[:, 1].min() > -0.007
    left, right = picture.scene.get_xlim()
    assert left < points[:, 0].min()
    assert points[:, 0].max() < right
    assert points[:, 1].max() < picture.scene.get_ylim()[1]


def _pushes(picture, state):
    """An arrow for each contact that bears, its length in proportion, its tip where the contact touches."""
    bearing = sorted((one for one in state.bears if one.force.high > 5), key=lambda one: one.point.real)
    found = sorted(look.arrows(picture.pushes), key=lambda ends: ends[1][0])
    hip = state.settled.hip - state.middle
    assert len(found) == len(bearing)
    for (tail, tip), one in zip(found, bearing, strict=True):
        bones = Bones(adult(), state.settled.posture)
        touched = np.real(touching(adult(), bones, one.contact)) + hip.real
        assert touched.min() - 0.02 < tip[0] < touched.max() + 0.02
        assert tip[1] == pytest.approx(one.contact.height, abs=0.004)
        assert (tip - tail)[1] / picture.wide == pytest.approx(0.30e-3 * float(one.force.middle), rel=0.01)
    shown = [text for text in picture.words if text.get_visible()]
    assert len(shown) == len(bearing)
    for text, one in zip(sorted(shown, key=lambda text: text.get_position()[0]), bearing, strict=True):
        assert look.said(text).endswith(span(one.force.low, one.force.high, "N"))
        assert look.colour(text) == look.colour(picture.pushes) == "green"
    blocks = look.outlines(picture.step)
    steps = [one.contact.height for one in bearing if one.contact.height > 0]
    assert [block[:, 1].max() for block in blocks if len(block) > 3] == pytest.approx(steps)


def _muscles(picture, state):
    """Of the two bands in the trunk, the one whose side must hold is the darker and the thicker one; the dot agrees."""
    drawn = [p for p in picture.scene.patches if p.get_visible() and look.colour(p) == "muscle"]
    assert len(drawn) == 2
    moment = float(state.result.moment.middle)
    holding, resting = ("abdominals", "back muscles") if moment < 0 else ("back muscles", "abdominals")
    hip = state.settled.hip - state.middle
    paths = muscle_paths(Upright(adult()), state.settled.posture, hip)
    found = {
        name: min(drawn, key=lambda band: np.abs(_middle(band) - paths[name].mean(axis=0)).sum()) for name in paths
    }
    strong, weak = found[holding], found[resting]
    assert strong is not weak
    assert strong.get_facecolor()[3] >= weak.get_facecolor()[3]
    share = min(float(state.result.muscle.middle) / 2500, 1)
    faint, full = weak.get_facecolor()[3], 0.95
    assert strong.get_facecolor()[3] == pytest.approx(faint + (full - faint) * share, abs=0.01)
    (x,), _ = picture.panels.moment[1].get_data()
    assert np.sign(x) == np.sign(moment)


def _middle(band):
    return look.outlines(band)[0].mean(axis=0)


def _panels(picture, state):
    for (band, dot), what in (
        (picture.panels.moment, state.result.moment),
        (picture.panels.force, state.result.compression),
    ):
        assert list(band.get_xdata()) == pytest.approx([what.low, what.high])
        assert list(dot.get_xdata()) == pytest.approx([what.middle])
        low, high = band.axes.get_xlim()
        assert low <= what.low <= what.high <= high
    axes = picture.panels.moment[0].axes
    sides = {look.said(text): text.get_position()[0] for text in axes.texts}
    assert sides["muscles in front"] < 0 < sides["back muscles"]


def _levels(picture, lumbar):
    """Each rule's marks are its own angles, in its colour, in the row of the level."""
    for rule, name in zip(RULES, ("Beaucage-", "Christophy"), strict=True):
        marks, angles = picture.panels.marks[rule], level_angles(lumbar, rule)
        assert sorted(marks.get_xdata()) == pytest.approx(sorted(angles.values()))
        rows = dict(zip(marks.get_ydata(), marks.get_xdata(), strict=True))
        for level, angle in angles.items():
            assert rows[17 * (len(LEVELS) - 0.5 - LEVELS.index(level))] == pytest.approx(angle)
        assert look.colour(look.text(picture, name)) == look.colour(marks)


def _measured(picture, exercise):
    """Every figure is a row of the table, and its study and scale are named."""
    told = [look.said(text) for text in picture.panels.studies if look.said(text)]
    rows = {
        "bird-dog": ("ekstrom_gmax_bird", "ekstrom_gmed_bird", "callaghan_eo_bird_near", "callaghan_eo_bird_far"),
        "bridge": ("ekstrom_gmax_bridge", "ekstrom_gmed_bridge", "garciavaquero_es_bridge"),
        "plank": ("garciavaquero_ra_plank", "calatayud_ra_plank"),
    }.get(exercise, ())
    if not rows:
        assert told == ["No figures were found for this exercise."]
    for name in rows:
        row = sources.muscle_activity(name)
        (line,) = (line for line in told if row.scale in line and row.key[:4] in line.lower().replace("í", "i"))
        assert percent(row.value) in line
        assert row.muscle.split(" ")[-1] in line
        assert row.bound in line


def _hill(picture, state):
    (x,), (y,) = picture.dot.get_data()
    assert np.interp(x, *picture.hill.get_data()) == pytest.approx(y, abs=0.5)
    first, *_, last = picture.hill.get_xdata()
    assert (x - first) / (last - first) == pytest.approx(state.at)
    tops = np.diff(np.sign(np.diff(-picture.hill.get_ydata())))
    assert (tops < 0).sum() == len(EXERCISES[state.exercise].ends)
    words = look.text(picture, "one repetition")
    assert words.get_position()[1] - max(picture.hill.get_ydata()) >= 20, "clear of the ring around the dot"
    track = look.tracks(picture, state)["at"]
    assert track.place(state.at) == pytest.approx((x, y), abs=0.5)


def challenge(picture, state):
    """Every band and its mark are the state's; the verdict is what the bands show."""
    for panel, what, factor in (
        (picture.activity, "activity", 100),
        (picture.load, "load", 1),
        (picture.ratio, "ratio", 100_000),
    ):
        for one in state.exercises:
            band, mark, _ = panel[one.name]
            shown = getattr(one, what)
            assert list(band.get_xdata()) == pytest.approx([factor * shown.low, factor * shown.high])
            assert list(mark.get_xdata()) == pytest.approx([factor * shown.middle])
            low, high = band.axes.get_xlim()
            assert low <= factor * shown.low
            assert look.colour(band) == look.colour(mark)
            beyond = factor * shown.high > high
            if what != "ratio":
                assert not beyond
            else:
                assert list(picture.heads[one.name].get_xdata()) == ([high] if beyond else [])
                told = look.numbers(look.said(picture.ends[one.name]))
                assert told == ([pytest.approx(factor * shown.high, rel=0.06)] if beyond else [])
    for text, panel, differs in (
        (picture.activity_says, picture.activity, state.activity_differs),
        (picture.ratio_says, picture.ratio, state.ratio_differs),
    ):
        (a, b), (c, d) = (panel[one.name][0].get_xdata() for one in state.exercises)
        assert differs == (b < c or d < a)
        assert look.said(text) == ("Told apart" if differs else "Void: the bands overlap")
    band = picture.load["bird-dog"][0]
    (end,) = picture.pixels(band.axes, *band.get_xydata()[-1:].T)
    share = (state.exercises[1].load.high - state.doubt.middle) / (state.doubt.high - state.doubt.middle)
    assert look.tracks(picture, state)["unknown"].place(share) == pytest.approx(end, abs=0.5)
