"""The explorers of the lesson: people are whole, sentences tell the state, goals are no gifts, faults do their work."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab.lessons.harm import ABSTRACT, STUDY
from jointlab.lessons.harm.abstract import crowd
from jointlab.models.evidence import power
from jointlab.models.evidence.studies import BASE, STUDIES

SHARES = st.floats(0, 1)


@given(st.floats(0.01, 0.99), SHARES, SHARES)
def test_people_are_whole_and_all_there(share, among_crackers, among_others):
    state = crowd(share, among_crackers, among_others)
    parts = (state.crackers_ill, state.crackers_well, state.others_ill, state.others_well)
    assert sum(parts) == 215
    assert min(parts) >= 0
    assert state.crackers == round(215 * share)
    assert abs(state.crackers_ill - among_crackers * state.crackers) <= 0.5
    assert abs(state.others_ill - among_others * state.others) <= 0.5


@pytest.mark.parametrize("share", range(1, 100, 7))
def test_whoever_cracks_the_printed_shares_never_make_135(share):
    """The discovery: read as they are worded, both shares keep the whole far below what the study had."""
    literal = ABSTRACT.presets["As the abstract words it"]
    state = ABSTRACT.state(**{**literal, "share": float(share)})
    assert 36 <= state.ill <= 47


def test_the_goal_is_reached_where_the_shares_are_turned_round():
    state = ABSTRACT.state(share=19, among_crackers=58.5, among_others=63.8)
    assert ABSTRACT.goal.reached(state)
    assert (state.ill, state.fitting) == (135, {"with", "without"})


@pytest.mark.parametrize("values", [(21, 66.5, 62), (10, 19, 67.5)], ids=["exchanged", "one of each question"])
def test_two_shares_that_were_never_printed_together_are_no_answer(values):
    """135 have it and both printed shares are there, but in places in which no abstract could have meant them."""
    state = ABSTRACT.state(**dict(zip(("share", "among_crackers", "among_others"), values, strict=True)))
    printed = {0.181, 0.215}
    near = {one for one in printed for share in state.shares.values() if abs(share - one) <= 0.01}
    assert (abs(state.ill - 135) <= 1, near) == (True, printed)
    assert not ABSTRACT.goal.reached(state)


def test_the_goal_of_the_study_takes_enough_people_and_few_faults():
    clean = {"harmed": 40, "confounding": 0, "examiner": 0, "leavers": 0}
    reached = [n for n in range(20, 151, 5) if STUDY.goal.reached(STUDY.state(people=n, **clean))]
    needed = power.needed_in_each(2 * BASE, BASE, 0.9)
    assert min(reached) == pytest.approx(needed, abs=10)
    assert 150 in reached
    for fault in ({"confounding": 30}, {"examiner": 8}, {"leavers": 30}):
        assert not STUDY.goal.reached(STUDY.state(people=150, **clean | fault)), fault


def test_the_buttons_show_what_their_words_say():
    small, large, knows, left = (STUDY.preset(name) for name in STUDY.presets)
    assert abs(small.misses - STUDIES / 2) < 0.05 * STUDIES
    assert small.false_alarms <= 0.05 * STUDIES
    assert large.false_alarms > 0.4 * STUDIES
    assert knows.false_alarms > 0.4 * STUDIES
    assert left.misses > 0.9 * STUDIES
    assert left.harmless.find_protection.sum() > STUDIES / 2


def test_sentences_tell_the_state():
    state = ABSTRACT.preset("As the abstract words it")
    assert ABSTRACT.sentence(state) == (
        "Of 43 who crack 19 % have osteoarthritis, of 172 who do not 22 %: together 45 of 215. Turned round: of those "
        "with osteoarthritis 18 % crack, of those without 21 %."
    )
    heaps = STUDY.preset("Small and clean")
    told = [int(number) for number in re.findall(r"\d+", STUDY.sentence(heaps))]
    found = int(heaps.harmful.find_harm.sum())
    assert told == [heaps.false_alarms, STUDIES, 40, 100, 20, heaps.misses, STUDIES, heaps.false_alarms, found]
    for declaration in (ABSTRACT, STUDY):
        assert all(len(declaration.sentence(declaration.preset(name))) <= 240 for name in declaration.presets)
