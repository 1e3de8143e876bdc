"""What the pictures of the lesson on six exercises say: which number of the models and of the data stands where."""

import re

import numpy as np
import pytest
from matplotlib.text import Text
from tests.lessons.six_exercises import explorer_probes
from tests.pictures import look
from tests.pictures.extents import colour_name

from jointlab import sources
from jointlab.lessons.six_exercises import facts
from jointlab.lessons.six_exercises.poses import pose
from jointlab.models.body.adult import adult
from jointlab.models.body.contact import reactions
from jointlab.models.body.flexion_sharing import level_angles
from jointlab.models.body.kinematics import trunk_points
from jointlab.models.evidence.challenge import activity

# Pose: what its two ends are called, the side that its words name, and the muscles drawn.
HELD = {
    "all fours": ("knees hands", "either side", 0),
    "plank": ("toes forearms", "front", 1),
    "bridge": ("upper_back feet", "behind", 2),
}


def MOVING(picture, state):
    explorer_probes.moving(picture, state)


def CHALLENGE(picture, state):
    explorer_probes.challenge(picture, state)


def on_the_floor(picture):
    """The bodies on their two ends, without what a prediction asks: no muscle, no moment, no side is drawn or told."""
    _bodies(picture, picture.figure.axes[1:], muscles=False)
    told = " ".join([picture.description, *(look.said(text) for text in picture.figure.findobj(Text))])
    assert not re.search(r"front|behind|muscle|belly|N m", told)


def who_holds(picture):
    """Each pose stands on its floor with two arrows under it; its band is that of the model, its words the side's."""
    _, *bodies, chart = picture.figure.axes
    _bodies(picture, bodies, muscles=True)
    bands = [line for line in look.lines(chart, "vermilion") if line.get_linestyle() != "None" and line.get_alpha()]
    dots = [line for line in look.lines(chart, "vermilion") if line.get_linestyle() == "None"]
    names = [text for text in picture.page.texts if look.said(text) in {name.capitalize() for name in HELD}]
    for (name, (_, side, _)), band, dot in zip(HELD.items(), bands, dots, strict=True):
        moment = facts.loaded(name).moment
        assert tuple(band.get_xdata()) == pytest.approx((moment.low, moment.high)), name
        assert list(dot.get_xdata()) == pytest.approx([moment.middle])
        assert chart.get_xlim()[0] < moment.low < moment.high < chart.get_xlim()[1]
        height = band.get_ydata()[0]
        (words,) = (text for text in chart.texts if 0 < height - text.get_position()[1] < 40)
        assert look.said(words).startswith(side)
        numbers = look.numbers(look.said(words).replace("–", " "))
        expected = sorted(map(abs, (moment.low, moment.high)))[-len(numbers) :]
        assert numbers == pytest.approx(expected, rel=0.06)
        _, row = picture.pixels(chart, np.array([0.0]), np.array([height]))[0]
        beside = min(names, key=lambda text, row=row: abs(text.get_position()[1] - row))
        assert look.said(beside) == name.capitalize()
    zero = next(line for line in look.lines(chart, "ink"))
    assert list(zero.get_xdata()) == [0, 0]
    left, right = (look.text(picture, words).get_horizontalalignment() for words in ("in front", "held behind"))
    assert (left, right) == ("right", "left"), "one each side of the line"


def _bodies(picture, rooms, muscles):
    for (name, (ends, _, many)), axes in zip(HELD.items(), rooms, strict=True):
        settled = pose(name, adult())
        _body(axes, settled, many if muscles else 0)
        _ends(axes, settled, ends.split())
        heading = next(text for text in picture.page.texts if look.said(text) == name.capitalize())
        left, right = picture.pixels(axes, np.array(axes.get_xlim()), np.zeros(2))[:, 0]
        assert left - 1 < heading.get_position()[0] < right


def _body(axes, settled, muscles):
    """On the floor, with a dot on the lowest joint, and with the muscles of the side that holds."""
    skin = np.vstack([outline for patch in look.shapes(axes, "skin") for outline in look.outlines(patch)])
    assert skin[:, 1].min() == pytest.approx(0, abs=0.006)
    assert skin[:, 0].min() > axes.get_xlim()[0]
    assert skin[:, 0].max() < axes.get_xlim()[1]
    (dot,) = (patch for patch in look.shapes(axes, "ink") if hasattr(patch, "get_radius"))
    joint = complex(trunk_points(adult(), settled.posture).levels[0])
    assert dot.get_center()[1] == pytest.approx(joint.imag + settled.hip.imag)
    bands = [patch for patch in axes.patches if patch.get_visible() and colour_name(patch.get_edgecolor()) == "muscle"]
    assert len(bands) == muscles


def _ends(axes, settled, ends):
    """An arrow up to each end that bears, as long as its push, with its name and band beside it."""
    bearing = [one for one in reactions(adult(), settled.posture, settled.contacts) if not one.contact.rests]
    found = sorted((look.span(patch) for patch in look.shapes(axes, "blue")), key=lambda span: span[0])
    bearing.sort(key=lambda one: one.point.real)
    words = sorted(axes.texts, key=lambda text: text.get_position()[0])
    longs = []
    for (left, right, low, high), one, text, name in zip(found, bearing, words, ends, strict=True):
        assert high == pytest.approx(0, abs=1e-9)
        longs.append(-low / float(one.force.middle))
        assert text.get_position()[0] == pytest.approx((left + right) / 2)
        said = look.said(text)
        assert said.startswith(name.replace("_", " "))
        assert look.numbers(said) == pytest.approx([one.force.low, one.force.high], rel=0.05)
        assert look.colour(text) == "blue"
    assert longs == pytest.approx([longs[0]] * len(longs))
    gap = (found[1][0] + found[1][1] - found[0][0] - found[0][1]) / 2
    assert gap == pytest.approx(bearing[1].point.real - bearing[0].point.real)


def two_rules(picture):
    """Circles are one rule, squares the other; a level that a rule does not bend has no mark of it."""
    looks = {"Beaucage-Gauvreau 2019": ("blue", "o"), "Christophy 2012": ("purple", "s")}
    angles = {rule: level_angles(40.0, rule) for rule in looks}
    labels = [row.label for row in look.rows(picture)]
    assert labels == ["T12-L1", "L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"]
    for label in labels:
        row = look.row(picture, label)
        shown = dict(zip(row.marks, row.values, strict=True))
        for rule, mark in looks.items():
            assert (mark in shown) == (label in angles[rule])
            if mark in shown:
                assert shown[mark] == pytest.approx(angles[rule][label])
        assert look.numbers(row.words) == pytest.approx(
            [angles[rule][label] for rule in looks if label in angles[rule]], rel=0.01
        )
    for rule, (colour, _) in looks.items():
        assert look.colour(look.text(picture, rule)) == colour


def who_works(picture):
    """Each bar ends at its row; lines are intervals; bars without a known spread are hollow and have none."""
    _, men, healthy, patients = picture.figure.axes
    panels = {
        "callaghan1998": (men, ("eo_bird_near", "eo_bird_far", "ra_bird_near", "ra_bird_far"), "callaghan", "MVC"),
        "ekstrom2007": (healthy, ("gmax_bridge", "gmed_bridge", "gmax_bird", "gmed_bird"), "ekstrom", "MVIC"),
        "calatayud2019": (patients, ("ra_plank", "ra_curl", "es_bird", "es_squat"), "calatayud", "nEMG"),
    }
    for key, (axes, names, study, scale) in panels.items():
        assert axes.get_xlabel() == f"% of {scale}"
        lines = [line for line in axes.lines if len(line.get_xdata())]
        assert len(lines) == (0 if study == "ekstrom" else 4)
        for i, (bar, name) in enumerate(zip(axes.patches, names, strict=True)):
            row = sources.muscle_activity(f"{study}_{name}")
            assert (row.key, row.scale) == (key, scale)
            assert (bar.get_x(), bar.get_width()) == pytest.approx((0, 100 * row.value)), name
            label, words = (look.said(text) for text in axes.texts[2 * i : 2 * i + 2])
            assert row.muscle in label
            assert (row.exercise if study != "callaghan" else row.side.replace("'", "’")) in label
            ends = _ends_of(row)
            assert look.numbers(words) == pytest.approx([100 * row.value, *ends], rel=0.04)
            assert (bar.get_facecolor()[3] == 0) == (not ends), "hollow where the spread was not seen"
            if ends:
                assert list(lines[i].get_xdata()) == pytest.approx(ends)
    assert "not seen" in picture.panels[1].misses
    assert "Hollow" in picture.panels[1].misses


def _ends_of(row):
    if row.key == "callaghan1998":
        band = activity(row).band
        return [100 * band.low, 100 * band.high]
    return [] if row.low is None else [100 * row.low, 100 * row.high]


def pain(picture):
    """Less pain lies to the left; the pale band begins where the review calls a difference important."""
    for heading, name, important in (
        ("Pain", "hayden_pain", "exercise_pain_important"),
        ("Pain", "hayden_pain_other", "exercise_pain_important"),
        ("Pain", "ijzelenberg_pain", "exercise_pain_important"),
        ("Limits in daily life", "hayden_function", "exercise_function_important"),
    ):
        row = sources.exercise_trial(name)
        (shown,) = (one for one in look.rows(picture) if one.heading == heading and row.contrast in one.label)
        _finding(shown, row)
        assert row.who in shown.label
        (band,) = (line for line in shown.lines if line.get_alpha())
        assert list(band.get_xdata()) == pytest.approx(
            [picture.axes.get_xlim()[0], -sources.observation(important).value]
        )
    assert len(look.rows(picture)) == 4
    assert look.text(picture, "less with exercise").get_horizontalalignment() == "right"
    assert picture.axes.get_xlabel() == "points of 100"


def prevention(picture):
    """Every ratio with its interval and its kind, left of 1."""
    names = ("steffens_with_education", "steffens_alone", "afterwards_recurrence", "pocovi_recurrence")
    kinds = ("risk ratio", "risk ratio", "rate ratio", "hazard ratio")
    for shown, name, kind in zip(look.rows(picture), names, kinds, strict=True):
        row = sources.exercise_trial(name)
        _finding(shown, row)
        assert shown.label.startswith(row.treatment)
        assert kind in shown.label
        assert (row.contrast or "not seen") in shown.label
        assert row.high < 1
    assert picture.axes.get_xscale() == "log"
    assert look.text(picture, "fewer with exercise").get_horizontalalignment() == "right"


def _finding(shown, row):
    assert shown.values == pytest.approx([row.value])
    assert shown.ends == pytest.approx([row.low, row.high])
    assert look.numbers(shown.note.split(")")[0]) == pytest.approx([row.value, row.low, row.high])
    assert (row.certainty or f"n = {row.n}") in shown.note
