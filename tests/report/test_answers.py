"""What a report knows of a learner is what their logbook holds, counted as the course itself counts it."""

import getpass
import random
import sqlite3
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report import crowd

from jointlab import learn, sources
from jointlab.learn.progress import done, said
from jointlab.logbook import Logbook
from jointlab.models.bubble.keller_miksis import rayleigh_collapse_time
from jointlab.report import spreadsheet, tally
from jointlab.report.asked import all_parts, items, lessons, parts
from jointlab.report.given import SKIPPED, code
from jointlab.report.learners import Learner, counts, learner, tidy

REMAINS = sources.lesson("pop")["predict"]["remains"]
# Part of a lesson → what learn.progress calls it.
CALLED = {"Predict": "predictions", "Build": "checks", "Check yourself": "quiz", "The article says…": "claims"}


@settings(max_examples=6)
@given(st.integers(0, 10**6))
def test_counts_are_those_of_the_course_also_through_a_table_and_back(seed):
    book = crowd.book(seed)
    one = learner(book)
    (back,) = spreadsheet.read(spreadsheet.written([one])).learners
    assert back == one
    assert back.done == done(book)
    of_the_course = learn.progress(book)
    for row in lessons():
        found = counts(back.done, row.name)
        for part, name in CALLED.items():
            assert str(found[part]) == str(getattr(of_the_course[row.name], name))
        people = [found[part] for part in ("See", "More people") if part in found]
        assert sum(one.done for one in people) == of_the_course[row.name].cases.done
    assert tally.fit(tally.pile([back])).said == said(book)


def test_every_part_of_every_lesson_is_known():
    for row in lessons():
        assert set(parts(row.name)) <= set(all_parts())
        assert all(items()[address].asks for addresses in parts(row.name).values() for address in addresses)
    assert {item.kind for item in items().values()} == {"prediction", "quiz", "check", "judgement", "goal"}


def test_the_first_answer_is_kept_apart(book):
    asked = learn.Prediction("pop", "remains", book)
    asked.answer("prediction pop/remains", "0|80")
    asked.answer("prediction pop/remains", "1|99")
    asked.open_outcome()
    found = learner(book).answers["prediction pop/remains"]
    assert (found.words, found.sure, found.right) == (REMAINS["options"][0], 80, False)
    assert (found.last, found.tries, found.solved) == (REMAINS["options"][1], 2, None)


def test_what_was_only_looked_at_is_no_prediction(book):
    asked = learn.Prediction("pop", "remains", book)
    asked.answer("prediction pop/remains", "skip")
    found = learner(book).answers["prediction pop/remains"]
    assert (found.words, found.tries, found.right, found.is_done) == (SKIPPED, 0, None, False)


def test_an_outcome_that_was_not_looked_at_is_not_told(book):
    asked = learn.Prediction("pop", "remains", book)
    asked.answer("prediction pop/remains", "0|80")
    assert learner(book).answers["prediction pop/remains"].right is None
    asked.open_outcome()
    assert learner(book).answers["prediction pop/remains"].right is False


def test_tries_and_mistakes_of_the_real_blocks(book):
    def wrong(radius, density, pressure_difference):
        return radius * (density / pressure_difference) ** 0.5

    for attempt in (wrong, wrong, rayleigh_collapse_time):
        learn.check("pop", "collapse_time", attempt, logbook=book)
    quiz = learn.Quiz("pop", book)
    asked = quiz.questions["source"]
    for choice in (0, asked.answer):
        quiz.answer("quiz pop/source", str(choice))
    found = learner(book).answers
    built, answered = found["check collapse_time"], found["quiz pop/source"]
    assert (built.tries, built.right, built.solved) == (3, False, True)
    assert built.mistakes == ("forgot the factor",) * 2
    assert (answered.words, answered.last) == (asked.options[0], asked.options[asked.answer])
    assert (answered.tries, answered.right, answered.solved) == (2, False, True)


def test_somebody_who_does_more_than_the_card_asks_is_not_wrong(book):
    item = next(one for one in items().values() if one.in_steps and one.right == one.options[1])
    name = item.address.split(" ", 1)[1]
    for judgement, right in (("on", False), ("soon", True), ("now", None)):
        assert item.is_right(crowd.DECISIONS[judgement]) is right
    book.record("judgement", name, {"judgement": "now", "confidence": 60})
    found = learner(book).answers[item.address]
    assert (found.words, found.sure, found.right, found.is_done) == (crowd.DECISIONS["now"], 60, None, True)


def test_a_lesson_that_was_started_afresh_begins_anew(book):
    learn.Prediction("pop", "remains", book).answer("prediction pop/remains", "0|80")
    before = code(book)
    learn.start_afresh("pop", logbook=book)
    assert learner(book).answers == {}
    assert code(book) == before


def test_a_code_tells_nobody_and_stays(tmp_path):
    first, second = (crowd.records(random.Random(seed)) for seed in (1, 2))
    own = code(Logbook.of(first))
    assert own == code(Logbook.of(first[:1])) == code(Logbook.open(crowd.save(tmp_path / "a.sqlite", first)))
    assert own != code(Logbook.of(second))
    assert code(Logbook(None)) == ""
    assert getpass.getuser().upper() not in own
    assert len(own) == 9


def test_a_code_stays_when_the_course_renames_a_lesson(tmp_path):
    path = crowd.save(tmp_path / "old.sqlite", [])
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA user_version = 1")
        entry = '{"option": "x", "confidence": 70}'
        db.execute("INSERT INTO entry (at, kind, name, entry) VALUES ('t', 'prediction', '03/remains', ?)", (entry,))
    old = Logbook.of(
        [{"at": "t", "kind": "prediction", "name": "03/remains", "entry": {"option": "x", "confidence": 70}}]
    )
    assert code(Logbook.open(path)) == code(old)


def test_a_damaged_record_hides_no_other(book):
    for entry in ({}, {"option": 5, "confidence": 70}, {"option": "rewritten", "confidence": 70}):
        book.record("prediction", "pop/camera", entry)
    for kind in ("quiz", "check", "judgement", "goal"):
        book.record(kind, "pop/source", {"option": [], "passed": "?", "judgement": None, "goal": 1})
    book.record("judgement", "S13", {"judgement": "partly"})
    found = learner(book).answers
    assert set(found) == {"prediction pop/camera", "judgement S13"}
    assert found["prediction pop/camera"].words == "rewritten"


@pytest.mark.parametrize(("name", "tidied"), [("  Ana\n\tB ", "Ana B"), ("", ""), ("x" * 99, "x" * 60), ("\x00Z", "Z")])
def test_a_name_is_one_short_line(name, tidied):
    assert tidy(name) == tidied
    assert Learner("C", tidy(name), {}).label == (f"{tidied} (C)" if tidied else "C")
