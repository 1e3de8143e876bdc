"""Progress and calibration, from the logbook alone."""

import pytest

from jointlab import sources
from jointlab.learn import ClaimCards, Logbook, Prediction, Quiz, calibration, check, on_the_map, progress
from jointlab.models.bubble import keller_miksis


def predict(book, name, choice, confidence, lesson="03"):
    asked = Prediction(lesson, name, book)
    if asked.made:
        asked._change.click()
    asked._options.value, asked._confidence.value = choice, confidence
    asked._lock_in.click()
    assert asked.last_error is None


def test_at_the_beginning(book):
    found = progress(book)
    assert set(found) == {row.number for row in sources.course() if row.status == "ready"}
    assert found["03"].share == 0
    assert found["03"].predictions.total == len(sources.lesson("03")["predict"])
    assert found["03"].checks.total == len(sources.lesson("03")["build"]) > 0
    assert calibration(book).brier is None


def test_everything_done(book):
    predict(book, "remains", 1, 90)
    predict(book, "camera", 0, 60)
    check("03", "collapse_time", keller_miksis.rayleigh_collapse_time, book)
    for item in (quiz := Quiz("03", book)).items:
        item.options.value = item.question.answer
        item.check.click()
    for card in (cards := ClaimCards("03", book)).cards:
        card.judgement.value = "partly"
        card.compare.click()
    assert quiz.last_error is cards.last_error is None
    done = progress(book)["03"]
    assert done.share == 1
    assert "2 of 2 predictions made, 1 of 1 checks passed" in str(done)
    assert progress(book)["00"].predictions.done == 0


def test_what_does_not_count(book):
    Prediction("03", "remains", book)._skip.click()
    check("03", "collapse_time", lambda radius, density, pressure_difference: radius, book)
    item = Quiz("03", book).items[0]
    item.options.value = (item.question.answer + 1) % len(item.question.options)
    item.check.click()
    assert progress(book)["03"].share == 0


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
    asked = Prediction("03", "remains", book)
    asked._skip.click()
    predict(book, "remains", 1, 99)
    assert calibration(book).count == 0


def test_questions_that_are_no_longer_asked_do_not_count(book):
    book.record("prediction", "03/gone", {"option": "x", "choice": 0, "confidence": 90})
    book.record("prediction", "03/remains", {"option": "rewritten", "choice": 0, "confidence": 90})
    book.record("prediction", "77/x", {"option": "x", "choice": 0, "confidence": 90})
    assert calibration(book).count == 0


def test_the_map_shows_what_has_been_begun(tmp_path):
    book = Logbook.open(tmp_path / "map.sqlite")
    assert on_the_map(book) == {}
    book.record("judgement", "S28", {"judgement": "partly"})  # a claim of one lesson only
    assert set(on_the_map(book)) == {"03"}
    assert on_the_map(book)["03"].endswith(" % done")
