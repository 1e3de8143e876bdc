"""What the pictures of the lesson on ligaments say: which number of the state stands where."""

import numpy as np
import pytest
from tests.pictures import look

from jointlab import sources
from jointlab.lessons.stretch.fibres import COUNT, LEFT, REST
from jointlab.lessons.stretch.in_place import GAPS, lines, slack_length
from jointlab.lessons.stretch.segment_plate import OUTLINES
from jointlab.lessons.stretch.slump_picture import SLUMPED
from jointlab.lessons.stretch.uncrimp_picture import FULL, NAMES
from jointlab.models.body.adult import adult
from jointlab.models.body.kinematics import trunk_points
from jointlab.models.tissue.creep import crept, one_time, spells, two_times


def STRETCH(picture, state):
    curve, full = state.curve, FULL[state.ligament]
    _fibres(picture.fibres, state)
    (marked,) = look.outlines(picture.plate.marked)
    assert len(marked) >= len(OUTLINES[state.ligament])
    assert np.abs(marked[0] - OUTLINES[state.ligament][0]).max() < 1e-9
    assert look.said(picture.name) == NAMES[state.ligament].capitalize()
    assert look.colour(picture.name) == look.colour(picture.plate.marked) == "vermilion"
    pull, stiff = float(curve.force(state.strain)), float(curve.stiffness(state.strain))
    if state.failed:
        assert look.said(picture.pull) == "Torn"
        assert not look.said(picture.stiffness) + look.said(picture.taut)
    else:
        assert look.numbers(look.said(picture.pull))[0] == pytest.approx(pull, rel=0.006, abs=1e-6)
        assert look.numbers(look.said(picture.stiffness))[0] == pytest.approx(stiff / 1000, rel=0.006)
        assert look.numbers(look.said(picture.taut))[0] == round(100 * float(curve.taut(state.strain)))
    assert look.said(picture.assumed) == (f"{curve.assumed} assumed" if curve.assumed and not state.failed else "")
    assert [look.numbers(look.said(tick))[0] for tick in picture.ticks] == [0, full / 2, full]
    _curves(picture, state, pull, full)
    _regions(picture, curve)
    (bone,), (dot,) = (
        [track.place(state.strain) for track in way] for way in picture.grips(state) if way[0].control == "strain"
    )
    assert bone[0] == pytest.approx(LEFT + REST * (1 + state.strain), abs=0.1)
    assert dot[0] == pytest.approx(_pixel(picture.axes, 100 * state.strain, 0, picture.height)[0], abs=0.1)


def _fibres(fibres, state):
    """Slack fibres are waves as long as they are when taut; taut ones are straight, and torn ones have a gap."""
    curve, strain = state.curve, state.strain
    slacks = curve.slacks(COUNT)
    slack = look.outlines(fibres.slack) if fibres.slack.get_visible() else []
    taut = look.outlines(fibres.taut) if fibres.taut.get_visible() else []
    assert len(slack) == (slacks > strain).sum()
    assert len(taut) == (slacks <= strain).sum() * (2 if state.failed else 1)
    lengths = sorted(np.linalg.norm(np.diff(wave, axis=0), axis=1).sum() / REST for wave in slack)
    assert lengths == pytest.approx(sorted(1 + slacks[slacks > strain]), rel=0.03)
    for line in taut:
        assert np.ptp(line[:, 1]) == 0
    if taut and not state.failed:
        assert np.ptp(taut[0][:, 0]) == pytest.approx(REST * (1 + strain))
    assert len(slack) / COUNT == pytest.approx(1 - float(curve.taut(strain)), abs=1 / COUNT)


def _curves(picture, state, pull, full):
    curve = state.curve
    x, y = picture.line_here.get_data()
    assert y == pytest.approx(curve.force(x / 100) / full, rel=1e-9, abs=1e-9)
    assert x[-1] == pytest.approx(100 * min(curve.fails or 0.6, 0.6))
    others = [other for table, other in state.curves.items() if table != state.table]
    drawn = [line for line in picture.rest if len(line.get_xdata())]
    assert len(drawn) == len(others)
    for line, other in zip(drawn, others, strict=True):
        assert line.get_ydata() == pytest.approx(other.force(line.get_xdata() / 100) / full, rel=1e-9, abs=1e-9)
    assert list(picture.dot.get_xdata()) == [pytest.approx(100 * state.strain)]
    assert picture.dot.get_ydata()[0] == pytest.approx(0 if state.failed else min(pull / full, 1))
    assert picture.dot.get_marker() == ("X" if state.failed else "^" if pull > full else "o")
    (x0, x1), (y0, y1) = picture.tangent.get_data()
    assert (y1 - y0) / (x1 - x0) * 100 * full == pytest.approx(float(curve.slope(state.strain)))
    assert picture.tangent.get_visible() != state.failed


def _regions(picture, curve):
    low, high = (picture.axes.bbox.x0, picture.axes.bbox.x1)
    toe, torn = picture.toe.get_xdata(), picture.torn.get_xdata()
    assert (toe[1] - low) / (high - low) == pytest.approx((curve.toe or 0) / 0.6, abs=1e-6)
    assert (look.said(picture.toe_words) == "no toe region") == (curve.toe is None)
    assert picture.torn.get_visible() == (curve.fails is not None and curve.fails < 0.6)
    if picture.torn.get_visible():
        assert (torn[0] - low) / (high - low) == pytest.approx(curve.fails / 0.6, abs=1e-6)
        assert look.said(picture.torn_words) == "fails"
    elif curve.fails:
        assert look.numbers(look.said(picture.torn_words)) == [round(100 * curve.fails)]
    else:
        assert "not told" in look.said(picture.torn_words)


def _pixel(axes, x, y, height):
    return axes.transData.transform((x, y)) * (1, -1) + (0, height)


def SLUMP(picture, state):
    start = state.held / 60
    x, y = picture.rises.get_data()
    assert x[-1] == pytest.approx(start)
    assert y == pytest.approx(crept(60 * x))
    for line, way, colour in ((picture.two, two_times(), "blue"), (picture.one, one_time(), "vermilion")):
        x, y = line.get_data()
        assert y == pytest.approx(state.crept * way.left(60 * (x - start)), abs=1e-9)
        assert look.colour(line) == colour
    assert picture.one.is_dashed()
    assert not picture.two.is_dashed()
    assert picture.now.get_xydata()[0] == pytest.approx((start + state.rested / 60, state.left))
    assert look.numbers(look.said(picture.angle))[0] == pytest.approx(state.left, abs=0.051)
    assert look.outlines(picture.bent)[0][:, 0].max() == pytest.approx(start)
    measured = start == pytest.approx(20)
    assert picture.creep.get_visible() == (start > 19.5), "what was measured after 20 minutes, where nobody is slumped"
    assert {part.get_visible() for part in (picture.half, picture.not_all, picture.late)} == {measured}
    if measured:
        assert state.crept == pytest.approx(sources.observation("flexion_creep").value)
        share = sources.observation("stiffness_back_2").value
        assert picture.half.get_xydata()[0] == pytest.approx((22, share * state.crept))
        assert picture.late.get_xdata()[0] == pytest.approx(40), "longer than the 20 min of bending: more is not told"
        assert look.said(picture.not_all) == "20 minutes upright: not all of it back"
        assert state.crept * two_times().left(1200.0) > 1 > 0.01 > state.crept * one_time().left(1200.0)
    _bent_further(picture, state)
    held, rested = (way[0] for way in picture.grips(state))
    assert held.place(state.held) == pytest.approx(_pixel(picture.axes, start, 7.5, 350), abs=1)
    assert rested.place(state.rested) == pytest.approx(
        _pixel(picture.axes, start + state.rested / 60, state.left, 350), abs=14
    )


def _bent_further(picture, state):
    """The drawn lower back bends further by just the angle that is told, and the stool and the floor hold the body."""
    upper, before = (
        np.angle(line[-1] - line[-2], deg=True)
        for line in (_spine_drawn(state.left), picture.before.get_xydata() @ [1, 1j])
    )
    assert before - upper == pytest.approx(state.left, abs=1e-6)
    skins = [piece for p in look.shapes(picture.scene, "skin") for piece in look.outlines(p)]
    assert min(skin[:, 1].min() for skin in skins) == pytest.approx(0, abs=0.012), "feet on the floor"


def _spine_drawn(further):
    from dataclasses import replace

    trunk = trunk_points(adult(), replace(SLUMPED, lumbar=SLUMPED.lumbar + further))
    return np.array([complex(trunk.chest), complex(trunk.neck)])


def in_place(picture):
    """The fibres are as long in both drawings, and just taut in the second; none is said to be slack at rest."""
    assert "at rest" not in (picture.description + " ".join(map(look.said, look.texts(picture, "")))).lower()
    for rest, pulled in zip(*(lines(gap) for gap in GAPS), strict=True):
        length = slack_length(rest)
        assert length == pytest.approx(np.linalg.norm(np.diff(pulled, axis=0), axis=1).sum())
        assert length > 1.2 * np.linalg.norm(np.diff(rest, axis=0), axis=1).sum()
    axes = [a for a in picture.figure.axes if look.shapes(a, "cartilage")]
    fibres = [[p for p in a.patches if not p.get_fill() or look.colour(p) == "none"] for a in axes]
    assert [len([p for p in drawn if p.get_zorder() == 3.05]) for drawn in fibres] == [3, 3]
    for words in ("Slack", "Pulled", "capsule", "joint fluid", "cartilage"):
        assert look.texts(picture, words)


def spells_with_rests(picture):
    """Each bar is its observation, or what the model gives at the end."""
    schedules = {"4 times 3 min": (180, 720, 4, "rests_long"), "12 times 1 min": (60, 240, 12, "rests_short")}
    expected = []
    for fade in (None, one_time().fast, 2400.0):
        for bent, rested, count, name in schedules.values():
            value = sources.observation(name).value if fade is None else spells(bent, rested, count, fade)[-1]
            expected.append(value)
    bars = [p for a in picture.figure.axes for p in a.patches if look.colour(p) in ("blue", "vermilion", "green")]
    assert sorted(bar.get_width() for bar in bars) == pytest.approx(sorted(expected))
    for value in expected:
        assert look.texts(picture, f"{value:.1f}°")
        assert f"{value:.1f}°" in picture.description


def loop(picture):
    """A loop of the two moduli, through whose ends the straight line runs."""
    stored, lost = (sources.observation(f"capsule_{name}").value for name in ("storage", "loss"))
    closed, straight = look.lines(picture.axes, "blue")[0], look.lines(picture.axes, "vermilion")[0]
    x, y = closed.get_xdata() / 100, closed.get_ydata() * 1000
    most = x.max()
    assert ((y - stored * x) / lost) ** 2 + x**2 == pytest.approx(np.full(x.size, most**2))
    assert straight.get_ydata() * 1000 == pytest.approx(stored * straight.get_xdata() / 100)
    assert all("from the middle" in label for label in (picture.axes.get_xlabel(), picture.axes.get_ylabel())), (
        "a ligament that is pulled cannot push"
    )
    area = abs(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) / 2
    assert area == pytest.approx(np.pi * lost * most**2, rel=1e-3), "what is lost"
