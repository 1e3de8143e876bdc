"""A lesson is started afresh: its earlier records are out of sight, and nothing is deleted."""

import json
from types import SimpleNamespace

from tests.explorers.toy import SWING

from jointlab import sources
from jointlab.explorers import Explorer
from jointlab.learn import ClaimCards, Prediction, Quiz, check, progress, start_afresh
from jointlab.logbook import Logbook

OF_POP = [
    ("prediction", "pop/remains"),
    ("outcome", "pop/remains"),
    ("quiz", "pop/source"),
    ("place", "pop"),
    ("goal", "a-camera"),
    ("check", "collapse_time"),
    ("judgement", "S28"),
]
OF_OTHERS = [("prediction", "popcorn/remains"), ("quiz", "lifting/distance"), ("check", "back_muscles")]


def seen(book):
    return [(record["kind"], record["name"]) for record in book.entries() if record["kind"] != "afresh"]


def test_what_was_recorded_of_a_lesson_is_out_of_sight_and_the_rest_is_not(book):
    for kind, name in OF_POP + OF_OTHERS:
        book.record(kind, name, {})
    book.start_afresh("pop", ["collapse_time", "S28", "a-camera"])
    for looked_at in (book, Logbook.open(book.path)):
        assert seen(looked_at) == OF_OTHERS
        assert all(looked_at.latest(kind, name) is None for kind, name in OF_POP)
        assert all(looked_at.entries(kind) == [] for kind in ("outcome", "place", "goal", "judgement"))
        exported = [(record["kind"], record["name"]) for record in json.loads(looked_at.export())]
        assert exported == [*OF_POP, *OF_OTHERS, ("afresh", "pop")]


def test_what_comes_afterwards_is_seen_and_a_lesson_may_be_started_afresh_again(book):
    book.record("quiz", "pop/source", {"n": 1})
    book.start_afresh("pop")
    book.record("quiz", "pop/source", {"n": 2})
    assert [record["entry"]["n"] for record in book.entries("quiz", "pop/source")] == [2]
    book.start_afresh("pop")
    assert book.latest("quiz", "pop/source") is None
    book.record("quiz", "pop/source", {"n": 3})
    assert Logbook.open(book.path).latest("quiz", "pop/source")["entry"] == {"n": 3}


def test_it_counts_among_what_is_not_in_the_file_yet():
    book = Logbook(None)
    for n in range(2):
        book.record("quiz", "pop/source", {"n": n})
        book.start_afresh("lifting")
    assert len(book.entries("quiz")) == 2
    book.start_afresh("pop")
    assert book.entries("quiz") == []
    book.record("quiz", "pop/source", {"n": 3})
    assert [record["entry"]["n"] for record in book.entries()[-1:]] == [3]


def test_a_second_class_finds_a_clean_lesson(book):
    asked, quiz, cards = Prediction("pop", "remains", book), Quiz("pop", book), ClaimCards("pop", book)
    asked.answer("prediction pop/remains", "1|90")
    asked.open_outcome()
    for name, question in quiz.questions.items():
        quiz.answer(f"quiz pop/{name}", str(question.answer))
    for address in cards.claims:
        cards.answer(address, "partly")
    for _ in range(2):
        hint = check("pop", "collapse_time", lambda radius, density, pressure_difference: radius, logbook=book).hint
    assert hint
    book.record("goal", "four-stories", {"goal": "see it"})
    book.record("prediction", "lifting/pull", {"option": "x", "confidence": 90})
    start_afresh("pop", [SimpleNamespace(name="four-stories")], book)
    again = Logbook.open(book.path)
    assert progress(again)["pop"].share == 0
    assert not any([*Quiz("pop", again).given.values(), *ClaimCards("pop", again).given.values()])
    assert not any(Prediction("pop", "remains", again).given.values())
    assert again.latest("goal", "four-stories") is None
    assert not check("pop", "collapse_time", lambda radius, density, pressure_difference: radius, logbook=again).hint
    assert again.latest("prediction", "lifting/pull") is not None


def test_the_audit_puts_away_only_what_was_judged_in_it(book):
    """A judgement of another lesson belongs to that lesson, though the audit shows it."""
    ClaimCards("pop", book).answer("judgement S13", "partly")
    audit = ClaimCards("audit", book)
    audit.answer("judgement S68", "partly")
    audit.answer("judgement S04", "partly")
    book.record("judgement", "S23", {"judgement": "partly"})  # of no other lesson, and written before it said where
    start_afresh("audit", [], book)
    for looked_at in (book, Logbook.open(book.path)):
        judged = {address for address, answers in ClaimCards("audit", looked_at).given.items() if answers}
        assert judged == {"judgement S13"}
        assert ClaimCards("pop", looked_at).given["judgement S68"] == []
    assert ClaimCards("audit", book).given["judgement S13"] == audit.given["judgement S13"] == ["partly"]
    start_afresh("pop", [], book)
    assert not any(ClaimCards("audit", book).given.values()), "its own lesson puts it away"


def test_every_ready_lesson_can_be_started_afresh(book):
    for lesson in [row.name for row in sources.course() if row.status == "ready"]:
        start_afresh(lesson, logbook=book)
        assert book.latest("afresh", lesson)["entry"]["names"][: len(sources.lesson(lesson).get("build", {}))] == list(
            sources.lesson(lesson).get("build", {})
        )


def test_what_lives_on_the_page_begins_anew(book):
    """The next class finds no answer of the last, even before the cells have run again."""
    asked, cards, quiz = Prediction("pop", "remains", book), ClaimCards("pop", book), Quiz("pop", book)
    outcome, swing = asked.outcome(), Explorer(SWING, unlock=asked, logbook=book)
    asked.answer("prediction pop/remains", "0|70")
    asked.open_outcome()
    cards.answer("judgement S13", "partly")
    quiz.answer("quiz pop/source", "1")
    swing.set(damping=1.5)
    assert swing.reached
    assert not swing.locked
    start_afresh("pop", [SWING], book)
    for block in (asked, outcome, cards, quiz):
        assert not any(block.given.values())
        assert block.heard == 0
    assert not asked.made
    assert swing.locked
    assert not swing.reached
    assert swing.frame["values"] == SWING.defaults
    asked.answer("prediction pop/remains", "1|60")
    assert not swing.locked
    assert outcome.answers("prediction pop/remains") == ["1|60"]


def test_what_was_closed_is_left_alone(book):
    swing = Explorer(SWING, logbook=book)
    swing.set(damping=1.5)
    swing.close()
    start_afresh("pop", [SWING], book)
    assert swing.frame["values"]["damping"] == 1.5


def test_another_lesson_keeps_what_stands_on_its_page(book):
    asked = Prediction("lifting", "pull", book)
    asked.answer("prediction lifting/pull", "0|70")
    start_afresh("pop", [], book)
    assert asked.made
