"""How the whole course went, in words: what the logbook holds, no more, also where it holds little or nothing."""

import pytest
from bs4 import BeautifulSoup

from jointlab import sources
from jointlab.learn import ClaimCards, Judgements, Prediction, Score, calibration
from jointlab.learn.calibration import FEW
from jointlab.learn.progress import answered
from jointlab.learn.score import in_words

READY = [row.name for row in sources.course() if row.status == "ready"]


def text(widget) -> str:
    return " ".join(BeautifulSoup(widget.html, "html.parser").get_text(" ").split())


def predict_all(book, sure, right, look=True):
    """Each prediction of the course, so sure, and by turns right and wrong as `right` says."""
    told = 0
    for lesson in READY:
        for name, table in sources.lesson(lesson)["predict"].items():
            wrong = (table["answer"] + 1) % len(table["options"])
            choice = table["answer"] if right[told % len(right)] else wrong
            asked = Prediction(lesson, name, book)
            asked.answer(f"prediction {lesson}/{name}", f"{choice}|{sure}")
            if look:
                asked.outcome().answer(f"outcome {lesson}/{name}", "opened")
            told += 1
    return told


def test_an_empty_logbook_says_how_to_begin(book):
    assert text(Score(book)).startswith("There is no prediction in your logbook yet.")
    assert "You have judged no claim yet." in text(Judgements(book))


def test_it_follows_the_logbook_and_says_that_one_is_luck(book):
    score = Score(book)
    Prediction("pop", "remains", book).answer("prediction pop/remains", "1|90")
    told = text(score)
    assert "Your Brier score is 0.01, over 1 prediction in 1 lesson." in told
    assert f"With fewer than {FEW}, luck says more than skill." in told
    assert "03 What makes the pop? 1 of 1 90 % 0.01" in told
    assert "Your surest miss" not in told


def test_a_whole_course_is_taken_apart(book):
    count = predict_all(book, 90, (True, True, True, False))
    told = text(Score(book))
    answers = answered(book)
    share = sum(one.right for one in answers) / count
    brier = share * 0.01 + (1 - share) * 0.81
    assert f"Your Brier score is {brier:.2f}, over {count} predictions in {len(READY)} lessons." in told
    assert calibration(book).brier == pytest.approx(brier)
    assert f"{(0.9 - share) ** 2:.2f} was paid where words and outcomes did not fit" in told
    assert f"Luck alone makes the first about {0.09 / count:.2f}, even for somebody whose words fit." in told
    assert f"{share * (1 - share):.2f} for what you did not know" in told
    assert "Your surest miss, at 90 %" in told
    assert ("Yours is better than that." in told) == (brier < 0.25)
    for lesson in sources.course():
        assert (f"{lesson.number} {lesson.title}" in told) == (lesson.status == "ready")


def test_few_answers_at_many_levels_are_mostly_luck(book):
    """Two answers at each of five levels: of a score of about 0.2, luck alone makes about 0.09."""
    names = [f"{lesson} {name}" for lesson in READY for name in sources.lesson(lesson)["predict"]][:FEW]
    for i, (lesson, name) in enumerate(address.split() for address in names):
        sure = (50, 60, 70, 80, 99)[i % 5]
        answer = sources.lesson(lesson)["predict"][name]["answer"]
        Prediction(lesson, name, book).answer(f"prediction {lesson}/{name}", f"{answer}|{sure}")
    assert "Luck alone makes the first about 0.09" in text(Score(book))


def test_the_surest_miss_is_told_with_what_was_right(book):
    predict_all(book, 60, (True,))
    assert not any("surest miss" in words for words in in_words(answered(book)))
    missed = sources.lesson("pop")["predict"]["remains"]
    again = Prediction("pop", "remains", book)
    wrong = next(i for i in range(len(missed["options"])) if i != missed["answer"])
    again.answer("prediction pop/remains", f"{wrong}|99")  # a second answer does not count
    assert not any("surest miss" in words for words in in_words(answered(book)))


def test_an_outcome_that_was_not_looked_at_is_not_given_away(book):
    predict_all(book, 90, (False,), look=False)
    told = text(Score(book))
    assert "surest miss" not in told
    assert "Yours is dearer than that." in told


def test_who_always_says_half_is_not_told_to_say_less(book):
    predict_all(book, 50, (True, False))
    told = text(Score(book))
    assert "Your Brier score is 0.25" in told
    assert "than that" not in told


def test_judgements_stand_beside_the_evidence(book):
    table = Judgements(book)
    cards = ClaimCards("harm", book)
    for address, claim in list(cards.claims.items())[:4]:
        cards.answer(address, claim.verdict)
    cards.answer("judgement S47", "contradicted")
    told = text(table)
    assert "You have judged 5 claims, 4 of them as the evidence does." in told
    weak = [claim.verdict for claim in list(cards.claims.values())[:4]].count("weak evidence")
    assert f"weak evidence {weak + 1} {weak} 1 contradicted" in told
    assert "supported" not in told.split("you also said")[1]


def test_where_nothing_lives_words_stand_in(book):
    for widget in (Score(book), Judgements(book)):
        assert widget.TOLD
        assert widget.words == f"jl-{widget.NAME}-words"
    assert len({Score(book).words, Judgements(book).words}) == 2
