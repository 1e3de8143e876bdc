"""The explorers of the lesson: what sentences tell, that goals are no gifts, what the buttons show."""

import itertools

import numpy as np
import pytest
from tests.pictures import gallery, readable

from jointlab.drawings.yours import Yours
from jointlab.lessons.audit import SQUARES, TWENTY_ANSWERS
from jointlab.lessons.audit.ledger import CLAIMS
from jointlab.models.evidence import brier_score

STATES = dict(gallery.looked_at(TWENTY_ANSWERS))


def test_each_claim_has_one_square_in_the_order_of_verdicts():
    assert sorted(claim.id for claim in CLAIMS) == [f"S{number:02}" for number in range(1, 89)]
    seen = [SQUARES.state(square=number).chosen.id for number in range(1, 89)]
    assert seen == [claim.id for claim in CLAIMS]


def test_the_one_supported_risk_is_no_risk():
    within = {"within": "What are the risks?"}
    found = [SQUARES.state(square=n, **within) for n in range(1, 89)]
    reached = [state.chosen for state in found if SQUARES.goal.reached(state)]
    assert [claim.id for claim in reached] == ["S40"]
    assert "opens the facet joints" in reached[0].claim


def test_goals_are_needles():
    parts = SQUARES.controls[1].options
    grid = itertools.product(range(1, 89), parts)
    assert np.mean([SQUARES.goal.reached(SQUARES.state(square=n, within=name)) for n, name in grid]) < 0.002
    grid = itertools.product(*(control.positions(8) for control in TWENTY_ANSWERS.controls))
    names = [control.name for control in TWENTY_ANSWERS.controls]
    share = np.mean(
        [TWENTY_ANSWERS.goal.reached(TWENTY_ANSWERS.state(**dict(zip(names, v, strict=True)))) for v in grid]
    )
    assert 0 < share < 0.01


def test_the_goal_takes_knowing_which():
    """Fifteen of twenty at one level, whichever, do not reach it; neither do nine and six."""
    for sure in range(50, 101):
        for right in (8, 9, 10):
            values = {"sure": sure, "other_sure": sure, "right": right, "other_right": 15 - right}
            assert not TWENTY_ANSWERS.goal.reached(TWENTY_ANSWERS.state(**values))
    best = {"sure": 90, "right": 9, "other_sure": 60, "other_right": 6}
    assert not TWENTY_ANSWERS.goal.reached(TWENTY_ANSWERS.state(**best))
    known = {"sure": 100, "right": 10, "other_sure": 50, "other_right": 5}
    assert TWENTY_ANSWERS.goal.reached(TWENTY_ANSWERS.state(**known))


def test_the_buttons_show_what_their_words_say():
    ben, anna, cleo, dan = (TWENTY_ANSWERS.preset(name) for name in TWENTY_ANSWERS.presets)
    assert ben.score == pytest.approx(anna.score) == pytest.approx(0.25)
    assert ben.right == cleo.right
    assert cleo.score < ben.score
    assert cleo.reliability == pytest.approx(0)
    assert sum(dan.right) == pytest.approx(1.5)
    for words, state in zip(TWENTY_ANSWERS.presets, (ben, anna, cleo, dan), strict=True):
        assert {f"{round(100 * sure)} %" for sure in state.sure} == {words.split(": ")[1].removesuffix(" each time")}
    for words, values in SQUARES.presets.items():
        state = SQUARES.state(**values)
        assert state.holds(state.chosen), words


def test_sentences_tell_the_state():
    risks = SQUARES.state(square=16, within="What are the risks?")
    assert SQUARES.sentence(risks) == (
        "In “What are the risks?” 11 claims: 1 supported, 2 partly, 6 weak evidence, 2 no data. So 9 % stand as they "
        "are. Square chosen: S87, partly, grade A."
    )
    assert TWENTY_ANSWERS.sentence(TWENTY_ANSWERS.preset("Ben: 90 % each time")) == (
        "First ten, 90 % sure: 7 come true; other ten, 90 % sure: 7 come true. Brier score 0.250: 0.040 for words that "
        "do not fit, 0.210 for not knowing. Always saying 50 % costs 0.250."
    )
    for declaration in (SQUARES, TWENTY_ANSWERS):
        assert all(len(declaration.sentence(declaration.preset(name))) <= 240 for name in declaration.presets)


@pytest.fixture(scope="module")
def picture():
    return TWENTY_ANSWERS.picture()


@pytest.mark.parametrize("name", STATES)
def test_a_right_line_goes_through_the_mark_of_the_first_ten(picture, name):
    state = TWENTY_ANSWERS.state(**STATES[name])
    value = float(brier_score.brier(**TWENTY_ANSWERS.build.inputs(state)))
    picture.frame_at(state, Yours(value, True))
    assert picture.yours.line.get_ydata()[0] == pytest.approx(picture.rows[0].mark.get_ydata()[0])
    assert not picture.yours.line.is_dashed()


@pytest.mark.parametrize("factor", [0.5, 2, 100, -1])
@pytest.mark.parametrize("name", STATES)
def test_the_words_of_a_wrong_line_cover_no_others(picture, name, factor):
    state = TWENTY_ANSWERS.state(**STATES[name])
    value = factor * float(brier_score.brier(**TWENTY_ANSWERS.build.inputs(state)))
    picture.frame_at(state, Yours(value, False))
    assert picture.yours.line.is_dashed()
    assert not [fault for fault in readable.unreadable_in(picture) if "your line" in fault]


def test_what_the_line_gives_is_told():
    told = [TWENTY_ANSWERS.build.words(value) for value in (0.25, 0.0, 150.0, -150.0)]
    assert told == [f"{words} for the first ten" for words in ("0.250", "0.000", "more than 100", "less than −100")]
