"""Progress and calibration, from the logbook alone."""

import pytest

from jointlab import sources
from jointlab.learn import ClaimCards, Logbook, Prediction, Quiz, calibration, check, on_the_map, progress
from jointlab.models.bubble import keller_miksis


def predict(book, name, choice, confidence, lesson="pop"):
    asked = Prediction(lesson, name, book)
    asked.answer(f"prediction {lesson}/{name}", f"{choice}|{confidence}")
    assert asked.last_error is None


def test_at_the_beginning(book):
    found = progress(book)
    assert set(found) == {row.name for row in sources.course() if row.status == "ready"}
    assert found["pop"].share == 0
    assert found["pop"].predictions.total == len(sources.lesson("pop")["predict"])
    assert found["pop"].checks.total == len(sources.lesson("pop")["build"]) > 0
    assert calibration(book).brier is None


def test_everything_done(book):
    predict(book, "remains", 1, 90)
    predict(book, "camera", 0, 60)
    check("pop", "collapse_time", keller_miksis.rayleigh_collapse_time, logbook=book)
    for name, question in (quiz := Quiz("pop", book)).questions.items():
        quiz.answer(f"quiz pop/{name}", str(question.answer))
    for claim in (cards := ClaimCards("pop", book)).claims:
        cards.answer(claim, "partly")
    assert quiz.last_error is cards.last_error is None
    done = progress(book)["pop"]
    assert done.share == 1
    assert "2 of 2 predictions made, 1 of 1 checks passed" in str(done)
    assert progress(book)["start"].predictions.done == 0


def test_what_does_not_count(book):
    Prediction("pop", "remains", book).answer("prediction pop/remains", "skip")
    check("pop", "collapse_time", lambda radius, density, pressure_difference: radius, logbook=book)
    quiz = Quiz("pop", book)
    name, question = next(iter(quiz.questions.items()))
    quiz.answer(f"quiz pop/{name}", str((question.answer + 1) % len(question.options)))
    assert len(book.entries()) == 3
    assert progress(book)["pop"].share == 0


def test_the_brier_score_by_hand(book):
    predict(book, "remains", 1, 90)  # right
    predict(book, "camera", 0, 60)  # wrong
    assert calibration(book).brier == pytest.approx(((0.9 - 1) ** 2 + 0.6**2) / 2)
    assert calibration(book).count == 2


def test_only_the_first_answer_counts(book):
    predict(book, "remains", 0, 80)
    predict(book, "remains", 1, 99)
    assert calibration(book).brier == pytest.approx(0.64)


def test_predicting_after_a_look_does_not_count(book):
    Prediction("pop", "remains", book).answer("prediction pop/remains", "skip")
    predict(book, "remains", 1, 99)
    assert calibration(book).count == 0


def test_questions_that_are_no_longer_asked_do_not_count(book):
    book.record("prediction", "pop/gone", {"option": "x", "choice": 0, "confidence": 90})
    book.record("prediction", "pop/remains", {"option": "rewritten", "choice": 0, "confidence": 90})
    book.record("prediction", "77/x", {"option": "x", "choice": 0, "confidence": 90})
    assert calibration(book).count == 0


def test_the_map_shows_what_has_been_begun(tmp_path):
    book = Logbook.open(tmp_path / "map.sqlite")
    assert on_the_map(book) == {}
    book.record("judgement", "S28", {"judgement": "partly"})  # a claim of one lesson only
    assert set(on_the_map(book)) == {"pop"}
    assert on_the_map(book)["pop"].endswith(" % done")
