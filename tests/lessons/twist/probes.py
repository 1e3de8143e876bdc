"""What the pictures of the lesson say: which number of the state stands where."""

from itertools import pairwise

import numpy as np
import pytest
from scipy.stats import binomtest
from tests.pictures import look

from jointlab import sources
from jointlab.models.body.lumbar_chain import JOINTS, chain

WIDEST = {"twist": 5, "bend": 20}  # degrees on the axes


def FIVE_JOINTS(picture, state):
    _bars(picture, state)
    _law(picture, state)
    if state.movement == "twist":
        _stack(picture, state.angles, state.shares)
        assert look.said(picture.seen) == "from behind and above; twist drawn 3 times as large"
    else:
        _side(picture, state)
        assert look.said(picture.seen) == "from the side, front to the right"
    for artist in picture.stack.artists():
        assert artist.get_visible() == (state.movement == "twist")
    for artist in picture.side.artists():
        assert artist.get_visible() == (state.movement == "bend")
    _hand_on_a_bar(picture, state)


def _bars(picture, state):
    """From above L1-L2 to L5-S1: a bar of degrees, a hollow one of the healthy joint, degrees and share in words."""
    widest = WIDEST[state.movement]
    heights = []
    for i, joint in enumerate(JOINTS):
        label, bar, ghost, words = picture.rows[i], picture.bars[i], picture.ghosts[i], picture.words[i]
        assert look.said(label) == joint
        (outline,), (hollow,) = look.outlines(bar), look.outlines(ghost)
        assert (outline[:, 0].min(), outline[:, 0].max()) == pytest.approx((0, state.angles[i] / widest))
        assert hollow[:, 0].max() == pytest.approx(state.healthy[i] / widest)
        assert look.colour(bar) == "vermilion"
        assert look.colour_name(ghost.get_edgecolor()) == "ink"
        degrees, share = look.numbers(look.said(words))
        assert degrees == pytest.approx(state.angles[i], abs=0.051)
        assert share == pytest.approx(100 * state.angles[i] / state.angles.sum(), abs=0.51)
        y = _middle(outline)
        assert label.get_position()[1] == words.get_position()[1] == pytest.approx(y)
        changed = joint == state.changed
        assert (label.get_weight() == "bold") == changed
        assert (look.colour(label) == "purple") == changed
        if changed:
            assert picture.marker.get_ydata()[0] == pytest.approx(y)
        heights.append(y)
    assert heights == sorted(heights, reverse=True), "the lowest joint is the lowest row"
    for ticks in (picture.ticks, picture.law_ticks):
        assert [float(look.said(tick)) for tick in ticks] == pytest.approx(np.linspace(0, widest, 6))
    assert look.text(picture, "degrees (hollow: healthy)")
    kept = {"moment": "the same moment: 10 N m", "angle": f"the same whole turn: {state.healthy.sum():.1f}°"}
    assert look.said(picture.kept) == kept[state.held]


def _law(picture, state):
    """Of the changed joint: angle against moment, healthy dotted, as it is solid, the neutral zone, where it stands."""
    widest, at = WIDEST[state.movement], JOINTS.index(state.changed)
    assert look.said(picture.law_title) == f"The law of {state.changed}"
    for line, joints in (
        (picture.healthy, chain(state.movement)),
        (picture.now, chain(state.movement, state.changed, state.stiffness)),
    ):
        angles, moments = line.get_data()
        assert (moments[0], moments[-1]) == (0, 20)
        expected = [joints.angles(moment)[at] / widest for moment in moments]
        assert angles == pytest.approx(np.array(expected))
    assert picture.healthy.get_linestyle() != "-"
    assert picture.now.get_linestyle() == "-"
    assert look.span(picture.zone)[:2] == pytest.approx((0, chain(state.movement).neutral[at] / widest))
    ((x, y),) = picture.dot.get_xydata()
    assert (x * widest, y) == pytest.approx((state.angles[at], state.moment))
    assert 0 <= y <= 20
    assert look.text(picture, "moment (N m), measured up to 10"), "the dashed line needs its meaning"
    assert look.text(picture, "degrees · band: neutral zone")
    (measured,) = look.lines(picture.law_axes, "muted")
    assert list(measured.get_ydata()) == [10, 10]


def _stack(picture, angles, shares):
    """Six bones from below; each turned by three times the sum of the joints below it; discs by share."""
    stack = picture.stack
    assert len(stack.plates) == len(stack.holes) == 6
    tips = stack.fan.get_xydata()
    turned = np.r_[0, np.cumsum(angles)]
    middles = [np.mean([look.span(plate)[2], look.span(plate)[3]]) for plate in stack.plates]
    assert middles == sorted(middles, reverse=True)
    for tip, whole, back in zip(tips, turned, (0.054, *[0.076] * 5), strict=True):
        right = (tip[0] - stack.middle) / (1750 * back)
        assert right == pytest.approx(np.sin(np.radians(3 * whole)), abs=1e-6)
    strengths = [disc.get_alpha() for disc in stack.discs]
    _strong_where_large(strengths, shares)
    for disc, y in zip(stack.discs, (260, 209, 158, 107, 56), strict=True):
        assert np.mean(look.span(disc)[2:]) == pytest.approx(y, abs=5)
        assert look.colour(disc) == "vermilion"


def _strong_where_large(strengths, shares):
    """The larger the share, the stronger the colour, up to 40 % of the whole turn."""
    at = np.argsort(shares)
    assert (np.diff(np.array(strengths)[at]) >= -1e-9).all()
    assert strengths == pytest.approx([0.1 + 0.9 * min(share / 0.4, 1) for share in shares])


def _side(picture, state):
    """Each disc lies where the joints below have carried it; the top vertebra is turned by all of them."""
    side = picture.side
    middles = [np.mean(outline, axis=0) for disc in side.discs for outline in look.outlines(disc)]
    assert all(above[1] > below[1] for below, above in pairwise(middles))
    strengths = [disc.get_alpha() for disc in side.discs]
    _strong_where_large(strengths, state.shares)
    standing = type(side)(picture.side_axes, _Nothing())
    standing.set(np.full(5, 1e-9))
    for i, (now, before) in enumerate(
        zip(look.outlines(side.vertebrae), look.outlines(standing.vertebrae), strict=True)
    ):
        turned = _direction(now) / _direction(before)
        assert -np.degrees(np.angle(turned)) == pytest.approx(state.angles[: i + 1].sum(), abs=1e-3)
    for artist in standing.artists():
        artist.remove()


def _middle(outline):
    """Height of the middle of a bar."""
    return (outline[:, 1].min() + outline[:, 1].max()) / 2


class _Nothing:
    """A page that remembers nothing of what moves."""

    def moving(self, artist):
        return artist


def _direction(outline):
    return complex(*(outline[3] - outline[0]))


def _hand_on_a_bar(picture, state):
    """At the end of the changed joint's bar."""
    place = look.tracks(picture, state)["stiffness"].place(min(state.stiffness, 64))
    i = JOINTS.index(state.changed)
    x, y = _on(picture, picture.bars_axes, place)
    assert x * WIDEST[state.movement] == pytest.approx(state.angles[i], abs=0.05)
    assert y == pytest.approx(_middle(look.outlines(picture.bars[i])[0]))


def POP_RACE(picture, state):
    """Per joint what arrives and how often it popped first; the target framed; its share large and on the axis."""
    for i, joint in enumerate(JOINTS):
        (push,), (first,) = look.outlines(picture.pushes[i]), look.outlines(picture.firsts[i])
        assert push[:, 0].max() == pytest.approx(state.arrives[i])
        assert first[:, 0].max() == pytest.approx(state.first[i])
        assert look.colour(picture.pushes[i]) == "blue"
        assert look.colour(picture.firsts[i]) == "vermilion"
        y = _middle(push)
        assert _middle(first) == pytest.approx(y)
        words, aimed = look.said(picture.words[i]), i == state.aim
        if aimed and state.popped:
            assert words == "has popped"
            assert state.first[i] == 0
        else:
            assert look.numbers(words)[0] == pytest.approx(100 * state.first[i], abs=0.51)
        assert look.said(picture.names[i]) == joint
        assert picture.words[i].get_position()[1] == picture.names[i].get_position()[1] == pytest.approx(y)
        assert (look.colour(picture.names[i]) == "purple") == aimed
        if aimed:
            assert np.mean(look.span(picture.frame)[2:]) == pytest.approx(y)
            arrow = look.outlines(picture.arrow)[0]
            assert arrow[np.argmax(arrow[:, 0]), 1] == pytest.approx(y), "the arrow points at the target"
    assert look.numbers(look.said(picture.big))[0] == pytest.approx(100 * state.first[state.aim], abs=0.51)
    assert picture.dot.get_xdata()[0] == state.first[state.aim]
    fixed = {line.get_marker(): line.get_xdata()[0] for line in picture.target_axes.lines if line is not picture.dot}
    measured = sources.observation("ross_lumbar_hit").value
    assert fixed == {"D": 0.2, "s": measured}
    assert look.text(picture, "◆ by lot: 20 %")
    assert look.text(picture, f"■ clinicians: {100 * measured:.0f} %")
    assert look.text(picture, "(counted in another way)"), "the toy counts who pops first, the study who pops alone"
    assert look.text(picture, "of 10,000 twists")
    _stack(picture, np.zeros(5), state.first)
    place = look.tracks(picture, state)["reach"].place(
        state.arrives[1] if state.aim == 0 else state.arrives[state.aim - 1]
    )
    x, y = _on(picture, picture.push_axes, place)
    beside = state.aim + 1 if state.aim < 4 else 3
    assert x == pytest.approx(state.arrives[beside], abs=0.01)
    assert y == pytest.approx(_middle(look.outlines(picture.pushes[beside])[0]), abs=0.5)


def _on(picture, axes, place):
    """A place in pixels from the top left of the picture, as the plot has it."""
    return axes.transData.inverted().transform((place[0], picture.height - place[1]))


def hits(picture):
    """A row for each study: share, Wilson's interval, counts in words."""
    rows = look.rows(picture)
    names = ("ross_lumbar_hit", "cramer_zone", "cramer_up_side", "mourad_same_side", "dunning_same_side")
    assert len(rows) == len(names)
    for row, name in zip(rows, names, strict=True):
        found = sources.observation(name)
        if found.unit == "1":
            assert row.values == pytest.approx([found.value])
            continue
        test = binomtest(round(found.value), found.n).proportion_ci(method="wilson")
        assert row.values == pytest.approx([found.value / found.n])
        assert row.ends == pytest.approx([test.low, test.high])
        assert f"{found.value:.0f} of {found.n}: {100 * found.value / found.n:.0f} %" in row.note
    assert rows[0].label.startswith("just the joint aimed at"), "thrusts that popped several joints were no hits"


def worth(picture):
    """Two differences in pain with their intervals, below 0 where aiming did better."""
    rows = look.rows(picture)
    for row, name in zip(rows, ("target_pain", "target_pain_later"), strict=True):
        found = sources.observation(name)
        assert row.values == pytest.approx([found.value])
        assert row.ends == pytest.approx([found.low, found.high])
    left = look.text(picture, "aiming better")
    assert left.get_horizontalalignment() == "right"


def ranges(picture):
    """A bar for each joint, from above L1-L2 to L5-S1, in twist and in bending forward; degrees beside it."""
    rows = look.rows(picture)
    chart = picture.figure.axes[1]
    bars = [patch for patch in chart.patches if patch.get_width()]
    expected = [(heading, joint, getattr(sources.spine_ranges()[joint], part))
                for heading, part in (("Twist to one side", "twist"), ("Bend forward", "flexion"))
                for joint in reversed(JOINTS)]  # fmt: skip
    for row, bar, (heading, joint, angle) in zip(rows, bars, expected, strict=True):
        assert (row.heading, row.label, row.note) == (heading, joint, f"{angle:.1f}°")
        assert bar.get_width() == pytest.approx(angle)
