"""Both explorers: what they open with, what their words say, goals that are no gift, and a quick frame."""

import itertools
import re

import numpy as np
import pytest
from tests.pictures import look

from jointlab import sources
from jointlab.drawings.yours import Yours
from jointlab.lessons.twist import facts
from jointlab.lessons.twist.first_pop import POP_RACE, hits_like_clinicians
from jointlab.lessons.twist.first_pop import sentence as race_sentence
from jointlab.lessons.twist.five_joints import FIVE_JOINTS, lowest_turns_further, sentence
from jointlab.lessons.twist.five_joints_picture import FiveJointsPicture
from jointlab.lessons.twist.spine_drawings import shade
from jointlab.models.body.lumbar_chain import JOINTS, motion_share

FUSED = FIVE_JOINTS.controls[0].high


def grid(declaration, count, **fixed):
    """States at `count` positions of every control that is not fixed."""
    names = [control.name for control in declaration.controls if control.name not in fixed]
    places = [control.positions(count) for control in declaration.controls if control.name not in fixed]
    for at in itertools.product(*places):
        yield declaration.state(**dict(zip(names, at, strict=True)), **fixed)


@pytest.mark.papercheck  # Yamamoto 1989: one joint of a twist at 10 N m after the other.
def test_it_opens_with_the_published_table():
    state = FIVE_JOINTS.state()
    assert list(state.angles) == pytest.approx([1.4, 2.2, 2.6, 2.6, 2.3])
    assert state.shares[0] == min(state.shares)
    assert state.moment == 10
    bent = FIVE_JOINTS.preset("A bend")
    assert list(bent.angles) == pytest.approx([10.0, 8.9, 7.5, 6.5, 5.8])
    assert bent.shares[0] == max(bent.shares)


def test_what_is_held_decides_what_the_neighbours_do():
    """The point of the lesson: the same stiff joint, opposite answers."""
    for state in grid(FIVE_JOINTS, 5):
        if state.held == "moment":
            assert state.neighbours == pytest.approx(np.zeros(4))
        elif state.stiffness > 1.001:
            assert (state.neighbours > 0).all()
        elif state.stiffness < 0.999:
            assert (state.neighbours < 0).all()
        if state.held == "angle":
            assert state.whole == pytest.approx(state.healthy.sum())


def test_the_sentence_says_what_the_numbers_say():
    for state in grid(FIVE_JOINTS, 5):
        words = sentence(state)
        assert len(words) <= 240
        assert words.startswith({"bend": "Bend", "twist": "Twist"}[state.movement])
        assert f"{state.whole:.1f}°" in words
        if state.stiffness == 1:
            assert "all five joints healthy" in words
            continue
        assert state.changed in words
        assert ("fused, no longer turns" in words) == state.fused
        if state.held == "moment":
            assert "The other four turn as before" in words
            continue
        assert ("further" in words) == (state.neighbours[0] > 0)
        assert ("less far" in words) == (state.neighbours[0] < 0)
        low, high = np.sort(np.round(100 * np.abs(state.neighbours)))[[0, -1]]
        told = look.numbers(re.search(r"The others turn (.*? %)", words)[1])
        assert (told[0], told[-1]) == pytest.approx((low, high), abs=1)
        assert ("more than was measured" in words) == (state.moment > 10.01)
        assert look.numbers(words.split("It takes ")[1])[0] == pytest.approx(state.moment, abs=0.051)


def test_the_lowest_joint_turns_further_only_where_another_is_stiffened():
    assert lowest_turns_further(FIVE_JOINTS.state(stiffness=45.25483399593904, changed="L3-L4", held="angle"))
    for off in (
        {"held": "moment"},
        {"movement": "bend"},
        {"changed": "L5-S1"},
        {"stiffness": FUSED},
        {"stiffness": 4.0},
    ):
        far = {"stiffness": 45.25483399593904, "changed": "L3-L4", "held": "angle"} | off
        assert not lowest_turns_further(FIVE_JOINTS.state(**far)), off


@pytest.mark.whole
@pytest.mark.parametrize(("declaration", "most"), [(FIVE_JOINTS, 0.05), (POP_RACE, 0.02)])
def test_no_goal_is_a_gift(declaration, most):
    reached = declaration.goal.reached
    assert not reached(declaration.state())
    assert not any(reached(declaration.preset(words)) for words in declaration.presets)
    count = 9 if declaration is FIVE_JOINTS else 8
    found = [reached(state) for state in grid(declaration, count)]
    assert np.mean(found) <= most


def test_the_goal_of_the_race_can_be_reached_and_is_about_one_rule():
    near = {"reach": 30.0, "spread": 28.0, "rule": "angle", "aim": "L5-S1"}
    assert abs(POP_RACE.state(**near).hit - sources.observation("ross_lumbar_hit").value) <= 0.01
    assert hits_like_clinicians(POP_RACE.state(**near))
    assert not hits_like_clinicians(POP_RACE.state(**near | {"rule": "range"}))
    others = [
        POP_RACE.state(**near | {"aim": aim, "reach": reach}) for aim in JOINTS[1:] for reach in range(30, 101, 5)
    ]
    assert any(abs(state.hit - 0.53) <= 0.01 for state in others)
    assert not any(map(hits_like_clinicians, others))


def test_one_assumption_turns_the_race_around():
    """Near its own end, the target at the lowest joint wins most often; at one angle, it hardly ever does."""
    assert POP_RACE.state().hit > 0.5
    assert POP_RACE.state(rule="angle").hit < 0.1
    assert POP_RACE.state(reach=100).hit == pytest.approx(0.2, abs=0.05)
    popped = POP_RACE.state(rule="popped")
    assert popped.hit == 0
    assert popped.first[1] > POP_RACE.state().first[1]


def test_the_words_of_the_race_say_who_won():
    for state in grid(POP_RACE, 4):
        words = race_sentence(state)
        assert len(words) <= 240
        target = JOINTS[state.aim]
        assert f"aimed at {target}" in words
        others = {joint: share for joint, share in zip(JOINTS, state.first, strict=True) if joint != target}
        best = max(others.values())
        named = re.search(r"(L\d-[LS]\d) in (\d+) %", words)
        assert others[named[1]] == best
        assert float(named[2]) == pytest.approx(100 * best, abs=0.51)
        if not state.popped:
            assert ("most often" in words and "though" not in words) == (state.hit > best)
            assert ("at the same angle" in words) == (state.rule == "angle")
            assert "assumed" in words


def test_the_rows_of_the_buttons_are_those_of_the_buttons():
    for table, declaration in ((facts.settings, FIVE_JOINTS), (facts.races, POP_RACE)):
        text = repr(table())
        for words in declaration.presets:
            assert f"\n{words.lower()}: " in text
    assert "fused, same turn: L4-L5: 0.0 degrees, healthy 2.2 degrees; +22 % to +27 %; 11.1 degrees, 17.5 N m" in repr(
        facts.settings()
    )


def test_colours_rise_with_the_share():
    shares = np.linspace(0, 0.4, 9)
    assert (np.diff([shade(share) for share in shares]) > 0).all()
    assert (shade(0), shade(0.4), shade(1)) == pytest.approx((0.1, 1, 1))


def test_the_line_gets_what_the_joints_have():
    for state in grid(FIVE_JOINTS, 5):
        inputs = FIVE_JOINTS.build.inputs(state)
        share = motion_share(**inputs)
        assert share == pytest.approx(state.shares[state.at], abs=1e-6)
    assert FIVE_JOINTS.build.words(0.234) == "23 % of the whole turn"


def test_the_line_is_marked_in_degrees_of_the_changed_joint():
    picture = FiveJointsPicture()
    for state in (FIVE_JOINTS.preset("Stiff, same turn"), FIVE_JOINTS.preset("A bend")):
        picture.update(state)
        share = motion_share(**FIVE_JOINTS.build.inputs(state))
        picture.mark_yours(state, Yours(float(share), True))
        marked = picture.yours.line.get_xdata()[0]
        assert marked == pytest.approx(look.outlines(picture.bars[state.at])[0][:, 0].max())
        picture.mark_yours(state, Yours(None))
        assert not picture.yours.line.get_visible()


def test_every_assumption_of_the_toy_matters():
    """From end to end of what is assumed, each of three controls moves the share on target by more than half."""
    for name in ("reach", "spread"):
        (control,) = (control for control in POP_RACE.controls if control.name == name)
        low, high = (POP_RACE.state(**{name: end}).hit for end in control.positions(2))
        assert low - high > 0.5
    assert POP_RACE.state().hit - POP_RACE.state(rule="angle").hit > 0.5
    hits = [POP_RACE.preset(words).hit for words in ("A local push", "The whole back", "All at one angle")]
    assert hits == pytest.approx([0.93, 0.19, 0.03], abs=0.006)
