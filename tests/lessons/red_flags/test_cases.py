"""The cases: each line is one of the card's, caution is never called wrong, what was decided is kept and stands."""

import re

import pytest

from jointlab import sources
from jointlab.learn.alone import alone
from jointlab.lessons.red_flags import Cases
from jointlab.lessons.red_flags.cases import DECISIONS, URGENCY, Case, cases
from jointlab.logbook import Logbook
from jointlab.sources import DamagedData, MissingSource

EVERY = [*cases(1), *cases(2)]
HURRY = {"now": "now", "day": "day", "soon": "soon"}


@pytest.fixture
def book():
    return Logbook.open(":memory:")


def address(name):
    return f"judgement red_flags/{name}"


def test_there_are_at_least_twelve_and_all_four_answers_are_needed():
    assert len(EVERY) >= 12
    assert {case.decides for case in EVERY} == set(DECISIONS)
    assert len({case.tells for case in EVERY}) == len(EVERY)
    for part in (1, 2):
        assert len({case.decides for case in cases(part)}) >= 3


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case.name)
def test_the_card_decides(case):
    """Where a line of the card decides, it asks for just that hurry; where none does, nobody is sent away in danger."""
    by_words = {sign.sign: sign.when for sign in sources.warning_signs()}
    if case.line:
        assert by_words[case.line] == HURRY[case.decides]
    else:
        assert case.decides == "on" or "no line" in case.known
    for key in case.keys:
        sources.reference(key)


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case.name)
def test_both_errors_have_their_price_and_nobody_gets_a_diagnosis(case, book):
    html = Cases(1 if case in cases(1) else 2, book).spec["after"][case.address]
    assert "Too little costs: " in html
    assert "Too much costs: " in html
    assert (case.line in html) if case.line else ("No line of the card fits" in html)
    assert not re.search(r"\b(you have|diagnos)", case.tells, re.IGNORECASE)
    assert len(case.tells.split()) <= 45


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case.name)
def test_more_than_needed_is_never_called_wrong_and_less_never_right(case, book):
    said = Cases(1 if case in cases(1) else 2, book).spec["said"][case.address]
    right = URGENCY.index(case.decides)
    for choice in range(4):
        words = said[f"{choice}|70"]
        assert ("jl-right" in words) == (choice == right)
        assert ("never wrong in doubt" in words) == (choice > right)
        assert ("too late" in words.split("</p>")[0]) == (choice < right)
        assert (f"You said: {DECISIONS[URGENCY[choice]]}." in words) == (choice != right)
        assert "went the other way" not in words or choice < right


def test_a_decision_is_kept_with_its_confidence_and_stands(book):
    block = Cases(1, book)
    block.answer(address("hugo"), "3|90")
    (record,) = book.entries("judgement")
    assert record["name"] == "red_flags/hugo"
    assert record["entry"]["judgement"] == "now"
    assert record["entry"]["confidence"] == 90
    assert record["entry"]["decides"] == "now"
    block.answer(address("hugo"), "0|50")
    assert block.last_error
    assert len(book.entries("judgement")) == 1
    assert Cases(1, book).answers(address("hugo")) == ["3|90"]


def test_twins_follow_and_another_notebook_settles_it(book):
    one, other = Cases(1, book), Cases(1, book)
    one.answer(address("ana"), "0|60")
    assert other.answers(address("ana")) == ["0|60"]
    book.start_afresh("red_flags")
    assert Cases(1, book).answers(address("ana")) == []


@pytest.mark.parametrize(
    "entry", [{}, {"judgement": "never"}, {"judgement": "now", "confidence": 12}, {"judgement": 3}]
)
def test_a_record_that_cannot_be_understood_is_no_answer(book, entry):
    book.record("judgement", "red_flags/ana", entry)
    assert Cases(1, book).answers(address("ana")) == []


@pytest.mark.parametrize("answer", ["", "4|70", "0|71", "now", "0"])
def test_what_is_no_answer_is_not_kept(book, answer):
    block = Cases(1, book)
    block.answer(address("ana"), answer)
    assert block.last_error
    assert not book.entries("judgement")


def test_it_lives_without_python_and_tells_its_words_without_a_kernel(book):
    block = Cases(2, book)
    state = alone(block)
    assert set(state["kept"]) == {case.address for case in cases(2)}
    plain = " ".join(block.words.plain.split())
    for case in cases(2):
        assert case.tells in plain
        assert case.known in plain
    without = re.sub(r"<details.*?</details>", "", block.words.html, flags=re.DOTALL)
    assert not any(case.late in without for case in cases(2)), "the answers stand folded"


def test_every_question_has_labels_for_a_screen_reader(book):
    html = Cases(1, book).spec["html"]
    assert html.count("<fieldset><legend>") == len(cases(1))
    assert html.count('type="radio"') == 4 * len(cases(1))
    assert html.count("How sure are you?") == len(cases(1))


def test_damage_is_told_in_a_sentence():
    whole = {"tells": "A.", "decides": "on", "known": "B.", "late": "C.", "early": "D."}
    assert Case.read("x", whole).line == ""
    with pytest.raises(DamagedData, match="lacks known: repair it in data/lessons"):
        Case.read("x", {name: text for name, text in whole.items() if name != "known"})
    with pytest.raises(DamagedData, match="decides 'wait'"):
        Case.read("x", whole | {"decides": "wait"})
    with pytest.raises(DamagedData, match="which the card has 0 times"):
        Case.read("x", whole | {"line": "Sudden hiccups"})
    with pytest.raises(MissingSource, match="no cases in round 3"):
        cases(3)
