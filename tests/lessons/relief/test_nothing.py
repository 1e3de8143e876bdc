"""The explorer of doing nothing: its draws are like most, its goal is one, its words say what the numbers say."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
from tests.pictures import look

from jointlab.drawings.yours import Yours
from jointlab.lessons.relief import facts
from jointlab.lessons.relief.nothing import NOTHING, looks_like_relief, sentence
from jointlab.lessons.relief.nothing_picture import LATER, NothingPicture, changed
from jointlab.models.evidence.regression import excess, expected_change, expected_later

CONTROLS = NOTHING.controls


def grid(count, **fixed):
    """States at `count` positions of every control that is not fixed."""
    names = [control.name for control in CONTROLS if control.name not in fixed]
    places = [control.positions(count) for control in CONTROLS if control.name not in fixed]
    for at in itertools.product(*places):
        yield NOTHING.state(**dict(zip(names, at, strict=True)), **fixed)


def test_it_opens_where_the_second_prediction_asks():
    state = NOTHING.state()
    assert (state.usual, state.effect) == (4, 0)
    assert state.ends(state.idle) == (5.8, 4.9)
    assert len(state.bad) >= 4


@pytest.mark.parametrize("share", [2, 10, 30, 100])
@pytest.mark.parametrize("spread", [0.3, 0.8, 1.4])
@pytest.mark.parametrize("steadiness", [0, 40, 90])
def test_the_hundred_people_are_like_most(share, spread, steadiness):
    """Each mean lies within two standard errors of what the model says of very many people."""
    state = NOTHING.state(share=share, spread=spread, steadiness=steadiness)
    for group in (state.idle, state.cracked):
        error = spread * np.sqrt((1 - (steadiness / 100) ** 2) / 50) + 0.02
        expected = expected_later(4, steadiness / 100, group.before.mean())
        assert group.after.mean() == pytest.approx(expected, abs=2 * error)
        assert group.before.mean() == pytest.approx(4 + excess(share / 100, spread), abs=2 * spread / np.sqrt(50))


def test_pain_stays_on_its_scale_and_nobody_loses_more_than_there_is():
    for state in grid(3):
        for pain in (state.diary, state.idle.before, state.idle.after, state.cracked.before, state.cracked.after):
            assert pain.min() >= 0
            assert pain.max() <= 10


def test_lots_claim_no_effect_where_there_is_none():
    assert all(state.could_be_chance for state in grid(4, effect=0.0))


def test_the_groups_are_different_people():
    state = NOTHING.state()
    assert set(state.idle.before).isdisjoint(state.cracked.before)
    assert state.advantage[0] != 0


def test_harm_is_more_than_chance_as_well():
    helped = NOTHING.state(effect=1.5)
    assert not replace(helped, idle=helped.cracked, cracked=helped.idle).could_be_chance


def test_a_large_effect_is_more_than_chance_and_a_small_one_is_not():
    assert not NOTHING.state(effect=0.4).could_be_chance  # as the teacher's page says
    assert NOTHING.state(effect=0.3).could_be_chance  # as the lesson says
    for effect in (0.5, 1.0, 2.0):
        more, low, high = NOTHING.state(effect=effect).advantage
        assert low <= effect <= high
        assert more == pytest.approx(NOTHING.state().advantage[0] + effect, abs=0.02)


def test_what_nothing_does_follows_the_three_causes():
    """The worse the day, the wider the pain, the less steady: the further it falls; any day: not at all."""

    def fall(**at):
        return NOTHING.state(**at).fall(NOTHING.state(**at).idle)

    assert fall(share=2) > fall(share=10) > fall(share=50) > 0.2
    assert fall(spread=1.4) > fall(spread=0.6)
    assert fall(steadiness=0) > fall(steadiness=40) > fall(steadiness=90) > -0.1
    assert abs(fall(share=100)) < 0.3
    for state in grid(3, effect=0.0):
        expected = -expected_change(state.share, state.spread, state.steadiness)
        assert state.fall(state.idle) == pytest.approx(expected, abs=0.45)


def test_the_goal_is_two_points_of_relief_by_a_crack_that_does_nothing():
    assert looks_like_relief(NOTHING.state(share=3, spread=1.4, steadiness=10))
    assert not looks_like_relief(NOTHING.state(share=3, spread=1.4, steadiness=10, effect=0.05))
    assert not looks_like_relief(NOTHING.state(share=3, spread=0.8, steadiness=10))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "On the worst 10 % of days pain is 5.8; three days after doing nothing it is 4.9, 0.9 lower."),
        ({"share": 100}, "On any day pain is 4.1; three days after doing nothing it is 4.2, 0.1 higher."),
        ({"effect": 1.5}, "is more than chance."),
        ({"effect": 0.1}, "could be chance."),
    ],
)
def test_the_sentence_says_what_both_rows_show(values, words):
    said = sentence(NOTHING.state(**values))
    assert words in said
    assert len(said) <= 240


def test_a_change_is_told_with_its_direction():
    assert [changed(fall) for fall in (1.2, 0.0, -0.3)] == ["1.2 lower", "the same", "0.3 higher"]


@pytest.mark.parametrize("values", [{}, {"share": 2, "steadiness": 0}, {"steadiness": 90, "spread": 0.3}])
def test_the_learners_line_stands_where_the_model_expects_those_who_do_nothing(values):
    picture, state = NothingPicture(), NOTHING.state(**values)
    given = NOTHING.build.inputs(state)
    assert set(given) == {"usual", "steadiness", "worst"}
    right = float(expected_later(**given))
    picture.frame_at(state, Yours(right, True))
    assert list(picture.yours.line.get_xdata()) == [right] * 2
    assert right == pytest.approx(state.idle.after.mean(), abs=0.4)
    assert not picture.yours.line.is_dashed()
    words = NOTHING.build.words(right)
    assert len(words) <= 40
    assert look.numbers(words)[0] == pytest.approx(right, abs=0.051)


def test_three_days_are_three_days_everywhere():
    assert LATER == 3
    assert "3 days" in CONTROLS[2].label
    assert "3 days later" in NothingPicture.description
    assert "three days" in sentence(NOTHING.state())


def test_the_table_of_buttons_is_what_the_buttons_show():
    words = repr(facts.settings())
    for name in NOTHING.presets:
        state = NOTHING.preset(name)
        row = next(line for line in words.splitlines() if line.startswith(name.lower()))
        assert changed(state.fall(state.idle)) in row
        assert changed(state.fall(state.cracked)) in row


def test_one_study_in_two_places_is_named_once_more():
    """What the lesson says of the review: that its table lists a study which is counted beside it."""
    words = repr(facts.pops())
    assert "Bialosky et al. 2010" in words
    assert "Moorman & Newell 2022" in words
    assert "bialosky2010" in facts.sources.relief("pop_review").note
