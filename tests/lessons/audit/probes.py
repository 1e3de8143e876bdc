"""What the pictures of the lesson on the audit say: which claim stands where, and what an answer costs."""

from collections import Counter

import numpy as np
import pytest
from tests.pictures import look

from jointlab import sources
from jointlab.learn.article import part
from jointlab.learn.claims import GRADES, VERDICTS
from jointlab.models.evidence import brier_score
from jointlab.units import fixed, percent

COLOURS = {"supported": "green", "partly": "blue", "weak evidence": "amber", "contradicted": "vermilion"} | {
    "no data": "muted"
}
SIDE = 16  # px


def SQUARES(picture, state):
    shown = [claim for claim in sources.claims_of("audit") if state.within in ("whole", part(claim))]
    counted = Counter(claim.verdict for claim in shown)
    corners = []
    for verdict, colour in COLOURS.items():
        patch = picture.filled[verdict]
        pieces = [outline[:4] for outline in look.outlines(patch)]
        assert look.colour(patch) == colour
        assert len(pieces) == counted[verdict], verdict
        assert look.said(picture.counts[verdict]) == str(counted[verdict])
        label = look.text(picture, verdict)
        assert all(abs(piece[:, 1].mean() - label.get_position()[1] - 10) < 34 for piece in pieces), verdict
        corners += [piece.min(axis=0) for piece in pieces]
    hollow = [outline[:4].min(axis=0) for outline in look.outlines(picture.hollow)]
    assert look.colour(picture.hollow) == "paper"
    assert len(hollow) == 88 - len(shown)
    everywhere = np.array([*corners, *hollow])
    assert len(np.unique(everywhere.round(), axis=0)) == 88
    _grades(picture, shown, np.array(corners))
    _ring(picture, state)
    _card(picture, state.chosen)


def _grades(picture, shown, corners):
    """In the column of each grade stand as many squares as there are claims of it."""
    heads = [look.text(picture, "grade A" if grade == "A" else grade).get_position()[0] for grade in GRADES]
    column = np.searchsorted(heads, corners[:, 0] + 1) - 1
    grades = Counter(claim.grade for claim in shown)
    for i, grade in enumerate(GRADES):
        assert (column == i).sum() == grades[grade], grade


def _ring(picture, state):
    """Around one square, that of the chosen claim: in the row of its verdict and the column of its grade."""
    left, right, top, bottom = look.span(picture.ring)
    middle = np.array([(left + right) / 2, (top + bottom) / 2])
    assert right - left == pytest.approx(SIDE + 8)
    assert np.array(look.tracks(picture, state)["square"].place((state.place + 1) / 88)) == pytest.approx(middle)
    chosen = state.chosen
    label = look.text(picture, chosen.verdict).get_position()[1]
    assert abs(middle[1] - label - 10) < 34
    heads = [look.text(picture, "grade A" if grade == "A" else grade).get_position()[0] for grade in GRADES]
    assert list(GRADES)[np.searchsorted(heads, middle[0]) - 1] == chosen.grade
    colour = COLOURS[chosen.verdict] if state.holds(chosen) else "paper"
    pixel = (middle[0], picture.height - middle[1])
    assert look.ground(picture, pixel) == colour


def _card(picture, chosen):
    assert look.said(picture.name) == f"{chosen.id} · {part(chosen)}"
    assert look.said(picture.claim) == f"“{chosen.claim}”"
    assert look.said(picture.verdict) == f"{chosen.verdict.capitalize()}, grade {chosen.grade}"
    assert look.said(picture.note) == chosen.learner_note
    assert look.said(picture.grade) == f"{chosen.grade}: {GRADES[chosen.grade]}"
    assert look.colour(picture.sign) == COLOURS[chosen.verdict]
    assert list(COLOURS) == list(VERDICTS)


def TWENTY_ANSWERS(picture, state):
    cost = brier_score.score(state.sure, state.right)
    told = look.numbers(look.said(picture.total))
    parts = brier_score.reliability(state.sure, state.right), brier_score.not_known(state.right)
    assert told == pytest.approx([cost, *parts], abs=6e-4)
    assert told[0] == pytest.approx(told[1] + told[2], abs=1.6e-3)
    for ten, sure, right, colour in zip(picture.rows, state.sure, state.right, ("blue", "vermilion"), strict=True):
        _row(ten, sure, right, colour)
    names = [("sure", "right"), ("other_sure", "other_right")]
    tracks = look.tracks(picture, state)
    for ten, (sure, right), said, true in zip(picture.rows, names, state.sure, state.right, strict=True):
        at = picture.pixels(ten.axes, ten.mark.get_xdata()[0], ten.mark.get_ydata()[0])
        assert np.array(tracks[sure].place(said)) == pytest.approx(np.ravel(at), abs=0.6)
        assert tracks[right].place(true)[0] == pytest.approx(ten.border.get_xdata()[0])


def _row(ten, sure, right, colour):
    true = round(10 * right)
    cost = right * (1 - sure) ** 2 + (1 - right) * sure**2
    assert look.said(ten.words) == f"{percent(sure)} sure, {true} of 10 come true: {fixed(cost, 3)} on average"
    assert {look.colour(one) for one in (ten.words, ten.costs, ten.curve, ten.mark)} == {colour}
    areas = [look.area(outline[:4]) for outline in look.outlines(ten.costs)]
    wanted = [(1 - sure) ** 2] * true + [sure**2] * (10 - true)
    assert np.array(areas) / 42**2 == pytest.approx(wanted, abs=1e-6)
    signs = "".join(look.said(tick) for tick in ten.ticks)
    assert signs == "✓" * true + "✗" * (10 - true)
    middles = [tick.get_position()[0] for tick in ten.ticks]
    assert (np.array(middles) < ten.border.get_xdata()[0]).sum() == true
    assert (ten.mark.get_xdata()[0], ten.mark.get_ydata()[0]) == pytest.approx((sure, cost))
    x, y = ten.curve.get_xydata().T
    assert y == pytest.approx(right * (1 - x) ** 2 + (1 - right) * x**2)
    (best,), (least,) = ten.cheapest.get_data()
    assert best == pytest.approx(max(right, 0.5))
    assert least == pytest.approx(y.min(), abs=2e-4)
    level = [line for line in ten.axes.lines if line.get_linestyle() not in ("-", "None")]
    assert [line.get_ydata()[0] for line in level if line is not ten.curve] == pytest.approx([0.25])
