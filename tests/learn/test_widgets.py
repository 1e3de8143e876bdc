"""Every block of questions, driven as a hand would: fields chosen, buttons pressed; words and logbook looked at."""

import dataclasses
import gc
import json
import re
from html import unescape
from itertools import product
from typing import get_args

import pytest
from bs4 import BeautifulSoup
from IPython.core.formatters import DisplayFormatter
from tests.learn.sheet import Sheet

from jointlab import cell, sources
from jointlab.learn import (
    ClaimCards,
    Logbook,
    Prediction,
    Quiz,
    claims,
    predict,
    quiz,
    references,
    safety,
    safety_card,
)
from jointlab.learn._question import Question
from jointlab.learn.alone import SCRIPT, STYLE, alone
from jointlab.sources.kinds import Grade, Verdict

READY = [lesson.name for lesson in sources.course() if lesson.status == "ready"]
SURE = "\N{NO-BREAK SPACE}% sure"


def text(html):
    return re.sub(r"[ \n]+", " ", BeautifulSoup(html, "html.parser").get_text(" ")).strip()


@pytest.fixture
def book(tmp_path):
    """In a file, as a learner's: what was answered comes back from it."""
    return Logbook.open(tmp_path / "my-logbook.sqlite")


@pytest.fixture
def shown(monkeypatch):
    """What a block puts on the page: the two bundles, in their order."""
    bundles, formatter = [], DisplayFormatter()

    def display(data, raw=False, **_):
        bundles.append(data if raw else formatter.format(data)[0])

    monkeypatch.setattr(cell, "display", display)
    return bundles


@pytest.fixture
def prediction(book):
    return Prediction("pop", "remains", book)


@pytest.fixture
def hand(prediction):
    return Sheet(prediction)


def lock_in(prediction, choice, confidence, hand=None):
    hand = hand or Sheet(prediction)
    hand.choose(choice=choice, sure=confidence)
    hand.press("Lock in my prediction")
    assert prediction.last_error is None


def compare(outcome):
    hand = Sheet(outcome)
    hand.press("Compare with what happens")
    assert outcome.last_error is None
    return hand.said()


@pytest.fixture(params=["prediction", "outcome", "quiz", "claims"])
def block(request, book):
    if request.param == "quiz":
        return Quiz("pop", book)
    if request.param == "claims":
        return ClaimCards("pop", book)
    asked = Prediction("pop", "remains", book)
    return asked if request.param == "prediction" else asked.outcome()


def answer_everything(block):
    """The first answer to all that can be answered."""
    for address, said in block.spec["said"].items():
        answer = next(key for key in said if key and key[0] != "?" and key != "again")
        if address.startswith("outcome "):
            block.prediction.answer(f"prediction {block.prediction.key}", answer)
            answer = "opened"
        block.answer(address, answer)
    assert block.last_error is None


def test_every_control_has_a_name_and_every_question_is_a_group(block):
    page = BeautifulSoup(block.spec["html"], "html.parser")
    for form in page.find_all("form"):
        assert [child.name for child in form.children] == ["fieldset"]
        assert form.fieldset.contents[0].name == "legend"
        assert form.legend.text.strip()
        radios = form.find_all("input")
        assert {radio["name"] for radio in radios} <= {"choice"}
        assert [radio["value"] for radio in radios] == [str(i) for i in range(len(radios))]
        assert all(re.match(r"[A-F]\. \S", radio.parent.text) and radio.parent.name == "label" for radio in radios)
        for select in form.find_all("select"):
            assert select.parent.name == "label"
            assert select.parent.span.text.strip()
            assert (select.option["value"], select.option.text) == ("", "please choose")
    names = [node.text for node in page.find_all("button")] + [node.span.text for node in page.select(".jl-list")]
    assert all(names)
    assert len(set(names)) == len(names)
    legends = [legend.text for legend in page.find_all("legend")]
    assert len(set(legends)) == len(legends)


def test_spoken_regions_are_there_from_the_start_and_empty(block):
    page = BeautifulSoup(block.spec["html"], "html.parser")
    for form in page.find_all("form"):
        [region] = form.select("[role=status]")
        assert region.text == ""
        assert region["tabindex"] == "-1"  # it can hold the focus when a button has gone
        assert not [part for part in region.parents if part.get("data-when")]


def test_words_without_a_kernel_come_first_and_do_not_depend_on_the_learner(block, book, shown):
    block._ipython_display_()
    answer_everything(block)
    assert book.entries() != []
    block._ipython_display_()
    words, widget, words_later, _ = shown
    assert words == words_later
    assert set(words) == {"text/html", "text/plain"}
    assert f'id="{block.spec["words"]}"' in words["text/html"]
    assert "application/vnd.jupyter.widget-view+json" in widget
    assert "text/html" not in widget
    assert widget["text/plain"] == "Run this notebook to answer."
    assert max(map(len, words["text/plain"].splitlines())) <= 96
    without_addresses = re.sub(r"\s+https://[^;\s]+", "", words["text/plain"])
    assert "".join(text(words["text/html"]).split()) == "".join(without_addresses.split())


def test_no_two_widgets_share_the_words_that_stand_in_for_them(book):
    both = [Prediction("pop", "remains", book) for _ in range(2)]
    assert both[0].spec["words"] != both[1].spec["words"]


def test_an_error_of_an_answer_is_said_and_nothing_is_taken(block, monkeypatch):
    def broken(*_arguments):
        raise RuntimeError("disk <on> fire")

    given = block.given
    with monkeypatch.context() as patched:
        patched.setattr(block.logbook, "record", broken)
        address = next(iter(block.spec["said"]))
        block.answer(address, next(key for key in block.spec["said"][address] if key and key[0] != "?"))
    assert isinstance(block.last_error, RuntimeError)
    assert "RuntimeError: disk <on> fire" in block.trouble
    assert block.given == given
    answer_everything(block)
    assert block.trouble == ""


@pytest.mark.parametrize("answer", ["", "9|70", "0|55", "9", "-1", "nonsense"])
def test_an_answer_that_cannot_be_is_not_taken(block, answer, book):
    address = next(iter(block.spec["said"]))
    if address.startswith("outcome "):
        return
    block.set_state({"given": {**block.given, address: [answer]}})
    assert block.last_error is not None
    assert "error of its own" in block.trouble
    assert block.given[address] == []
    assert book.entries() == []


def test_the_page_knows_how_many_answers_have_arrived(block):
    assert block.heard == 0
    answer_everything(block)
    assert block.heard == sum(map(len, block.given.values())) > 0


def test_the_notice_of_the_logbook_is_shown(tmp_path):
    path = tmp_path / "a.sqlite"
    path.write_bytes(b"not a logbook")
    assert "set-aside" in Sheet(Prediction("pop", "remains", Logbook.open(path))).said()


def test_a_notice_that_comes_with_an_answer_is_shown(book):
    asked = Prediction("pop", "remains", book)
    book.path.write_bytes(b"overwritten by a sync program")
    Sheet(asked).press("Show me without predicting")
    assert "set-aside" in asked.notice


def test_two_widgets_of_one_question_agree(block, book):
    kinds = {"Prediction": lambda: Prediction("pop", "remains", book), "Quiz": lambda: Quiz("pop", book)}
    kinds |= {
        "Outcome": lambda: Prediction("pop", "remains", book).outcome(),
        "ClaimCards": lambda: ClaimCards("pop", book),
    }
    twin = kinds[type(block).__name__]()
    answer_everything(block)
    assert twin.given == block.given
    assert twin.heard == block.heard
    stranger = Prediction("pop", "camera", book)
    assert not any(stranger.given.values())
    assert len(book.entries()) == sum(map(len, block.given.values()))  # each answer is recorded once


def test_answers_come_back(block, book):
    answer_everything(block)
    again = {"Quiz": Quiz, "ClaimCards": ClaimCards}.get(type(block).__name__)
    found = again("pop", book) if again else Prediction("pop", "remains", book)
    assert found.given == block.given


def test_a_cell_that_is_run_again_closes_its_former_question_and_those_who_know_it_follow(book, run_cell):
    run_cell("a", 1)
    first = Prediction("pop", "remains", book)
    run_cell("b", 2)
    outcome, elsewhere = first.outcome(), Prediction("pop", "remains", book)
    run_cell("a", 3)
    second = Prediction("pop", "remains", book)
    assert [block.comm is None for block in (first, outcome, elsewhere, second)] == [True, False, False, False]
    lock_in(second, 1, 70)
    assert first.made
    assert elsewhere.made
    assert "You predicted" in Sheet(outcome).said()


def test_what_waited_for_a_question_that_was_closed_is_released_all_the_same(book, run_cell):
    heard = []
    run_cell("a", 1)
    Prediction("pop", "remains", book).when_made(heard.append)  # nobody else holds it
    run_cell("a", 2)
    second = Prediction("pop", "remains", book)
    gc.collect()
    assert second.unlocks
    lock_in(second, 1, 70)
    assert heard == [second]


def test_what_waits_for_the_only_question_still_hears_of_it(prediction):
    heard = []
    prediction.when_made(heard.append)
    prediction.close()
    prediction.answer("prediction pop/remains", "1|70")
    assert heard == [prediction]


def test_a_page_of_its_own_gets_plain_data_without_answers(block):
    answer_everything(block)
    state = json.loads(json.dumps(alone(block)))
    assert state["spec"] == block.spec
    assert list(state["kept"]) == list(block.given)
    assert "given" not in state
    assert len(set(state["kept"].values())) == len(state["kept"])
    assert "function kept(" in SCRIPT
    assert "import" not in re.sub(r"//.*", "", SCRIPT)
    assert "--jl-paper:#fffefb" in STYLE


def test_a_rewritten_question_is_kept_in_another_place(book, monkeypatch):
    before = alone(Prediction("pop", "remains", book))["kept"]
    question = Question("Which?", ("a", "b"), None, ("because a", "because b"), ("", ""))
    monkeypatch.setattr(predict, "prediction_question", lambda *_: question)
    after = alone(Prediction("pop", "remains", book))["kept"]
    assert list(before) == list(after)
    assert not set(before.values()) & set(after.values())


# Prediction


def test_a_prediction_in_words(prediction):
    words = prediction.words.plain
    for part in (
        prediction.question.ask[:40],
        *[o[:40] for o in prediction.question.options],
        "50, 60, 70, 80, 90, 99 %",
    ):
        assert part in words


def test_a_prediction_is_asked_made_recorded_and_released(prediction, hand, book):
    heard = []
    prediction.when_made(heard.append)
    assert not prediction.made
    assert prediction.choice is None
    assert hand.buttons() == ["Lock in my prediction", "Show me without predicting"]
    lock_in(prediction, 0, 70, hand)
    assert prediction.made
    assert (prediction.choice, prediction.confidence) == (0, 70)
    assert prediction.latest == {"choice": 0, "confidence": 70}
    assert heard == [prediction]
    assert f"You predicted: “{prediction.question.options[0]}” (70{SURE})." in hand.said()
    assert hand.buttons() == ["Change my mind"]
    entry = book.latest("prediction", "pop/remains")["entry"]
    assert (entry["choice"], entry["confidence"], entry["option"]) == (0, 70, prediction.question.options[0])
    prediction.when_made(heard.append)
    assert len(heard) == 2


def test_it_says_that_controls_are_free_only_where_something_waited(prediction, hand):
    other = Prediction("pop", "camera", prediction.logbook)
    prediction.when_made(lambda _p: None)
    assert "are yours now" not in hand.said()
    lock_in(prediction, 0, 70, hand)
    assert "The controls below are yours now." in hand.said()
    hand.press("Change my mind")
    assert "are yours now" not in hand.said()
    lock_in(other, 0, 70)
    other.when_made(lambda _p: None)  # the controls were never locked
    assert "are yours now" not in Sheet(other).said()


def test_nothing_is_released_before_answer_and_confidence_are_chosen(prediction, hand, book):
    hand.press("Lock in my prediction")
    assert "Nearly there: please choose one of the answers and how sure you are." in hand.said()
    hand.choose(choice=2)
    hand.press("Lock in my prediction")
    assert "please choose how sure you are" in hand.said()
    hand = Sheet(prediction)
    hand.choose(sure=70)
    hand.press("Lock in my prediction")
    assert "please choose one of the answers. A guess" in hand.said()
    assert not prediction.made
    assert book.entries() == []


def test_looking_without_predicting(prediction, hand, book):
    heard = []
    prediction.when_made(heard.append)
    hand.press("Show me without predicting")
    assert prediction.made
    assert prediction.choice is None
    assert prediction.latest == {"skipped": True}
    assert len(heard) == 1
    assert book.latest("prediction", "pop/remains")["entry"]["skipped"] is True
    assert "a guess makes the answer stick" in hand.said()
    assert hand.buttons() == ["Predict after all"]
    hand.press("Predict after all")
    assert hand.buttons() == ["Lock in my prediction"]
    lock_in(prediction, 1, 60, hand)
    assert prediction.choice == 1
    assert len(heard) == 1
    assert len(book.entries("prediction")) == 2


def test_a_changed_mind_is_kept_beside_the_first(prediction, hand, book):
    lock_in(prediction, 0, 70, hand)
    hand.press("Change my mind")
    assert prediction.made  # what was released stays released
    assert "Choose again; your earlier prediction is kept as well." in hand.said()
    assert hand.chosen["prediction pop/remains"] == {"choice": "0", "sure": "70"}
    lock_in(prediction, 1, 90, hand)
    assert [e["entry"]["choice"] for e in book.entries("prediction")] == [0, 1]
    assert prediction.choice == 1


def test_no_change_once_the_outcome_was_opened(prediction, hand, book):
    outcome = prediction.outcome()
    lock_in(prediction, 0, 70, hand)
    compare(outcome)
    assert hand.buttons() == []
    assert "You predicted" in hand.said()
    again = Prediction("pop", "remains", book)
    assert again.opened
    assert Sheet(again).buttons() == []
    again.answer("prediction pop/remains", "1|70")  # of a page that does not know yet
    assert again.choice == 0
    assert "stands" in again.trouble
    assert len(book.entries("prediction")) == 1


def test_an_outcome_can_be_opened_from_python_once(prediction, book):
    lock_in(prediction, 1, 70)
    for _ in range(2):
        prediction.open_outcome()
    assert prediction.opened
    assert [e["entry"] for e in book.entries("outcome")] == [{"choice": 1, "answer": 1}]


def test_it_is_remembered(prediction, book):
    lock_in(prediction, 0, 70)
    heard = []
    again = Prediction("pop", "remains", book)
    again.when_made(heard.append)
    assert heard == [again]
    assert (again.choice, again.confidence) == (0, 70)
    assert "You predicted" in Sheet(again).said()
    assert "You predicted" in Sheet(again.outcome()).said()


def test_a_skip_is_remembered(prediction, hand, book):
    hand.press("Show me without predicting")
    again = Prediction("pop", "remains", book)
    assert again.made
    assert again.choice is None


@pytest.mark.parametrize("confidence", [70, 75, None])
def test_a_rewritten_question_is_asked_anew(book, confidence):
    option = "an old option" if confidence == 70 else sources.lesson("pop")["predict"]["remains"]["options"][0]
    book.record("prediction", "pop/remains", {"choice": 0, "option": option, "confidence": confidence})
    assert not Prediction("pop", "remains", book).made


def test_a_question_that_was_rewritten_after_its_outcome_can_be_answered(book):
    book.record("outcome", "pop/remains", {"choice": 0, "answer": 1})
    asked = Prediction("pop", "remains", book)
    lock_in(asked, 1, 70)
    assert asked.choice == 1


def test_one_broken_callback_does_not_stop_the_others(prediction, hand):
    heard = []
    prediction.when_made(lambda _p: 1 / 0)
    prediction.when_made(heard.append)
    hand.press("Show me without predicting")
    assert heard == [prediction]
    assert isinstance(prediction.last_error, ZeroDivisionError)
    assert "ZeroDivisionError" in hand.said()


def test_unknown_predictions_name_the_known_ones(book):
    with pytest.raises(sources.MissingSource, match="remains, camera"):
        Prediction("pop", "nonsense", book)


# Outcome


def test_an_outcome_waits_for_its_prediction_and_follows_it(prediction, hand, book):
    outcome = prediction.outcome()
    seen = Sheet(outcome)
    assert "There is no prediction yet" in seen.said()
    assert "under “Predict first”" in seen.said(), "what stands above a question, in whatever part it waits"
    assert ">Predict first<" in prediction.spec["html"]
    assert seen.buttons() == []
    lock_in(prediction, 0, 90, hand)
    assert "You predicted" in seen.said()
    assert seen.buttons() == ["Compare with what happens"]
    seen.press("Compare with what happens")
    question = prediction.question
    for part in (
        "Not quite — you predicted",
        question.because[0],
        question.misconception[0],
        f"What happens: “{question.options[1]}”",
        question.because[1],
        "% sure and it went the other way: worth remembering",
    ):
        assert part in seen.said()
    assert seen.buttons() == []
    assert book.latest("outcome", "pop/remains")["entry"] == {"choice": 0, "answer": 1}
    assert outcome.last_error is prediction.last_error is None


def test_an_outcome_that_was_foreseen(prediction):
    outcome = prediction.outcome()
    lock_in(prediction, 1, 99)
    told = compare(outcome)
    assert "✓ It went as you predicted" in told
    assert prediction.question.because[1] in told
    assert "Not quite" not in told


def test_an_outcome_after_a_skip(prediction, hand):
    outcome = prediction.outcome()
    hand.press("Show me without predicting")
    told = compare(outcome)
    assert "without predicting" in told
    assert prediction.question.options[1] in told


def test_an_outcome_that_nobody_knows(monkeypatch, book):
    question = Question("Which?", ("a", "b"), None, ("because a", "because b"), ("", ""))
    monkeypatch.setattr(predict, "prediction_question", lambda *_: question)
    asked = Prediction("pop", "open", book)
    outcome = asked.outcome()
    lock_in(asked, 0, 50)
    assert "Nobody knows the answer yet. because a" in compare(outcome)
    assert "What happens" not in outcome.words.plain
    skipped = Prediction("pop", "open", Logbook(None))
    Sheet(skipped).press("Show me without predicting")
    assert "without predicting. Nobody knows the answer yet." in compare(skipped.outcome())


def test_an_outcome_in_words(prediction):
    words = prediction.outcome().words.plain.replace("\n", " ")
    assert prediction.question.ask[:60] in words
    assert "What happens: " + prediction.question.options[1][:50] in words


@pytest.mark.parametrize("lesson", READY)
def test_the_whole_table_of_answers_says_what_is_right(lesson):
    """Every choice with every confidence of every prediction: as it is told when it is locked in, and compared."""
    for name in sources.lesson(lesson)["predict"]:
        asked = predict.prediction_question(lesson, name)
        tables = [Prediction(lesson, name, Logbook(None)), Prediction(lesson, name, Logbook(None)).outcome()]
        locked, compared = (next(iter(block.spec["said"].values())) for block in tables)
        for choice, sure in product(range(len(asked.options)), predict.CONFIDENCE):
            answer, quoted = f"{choice}|{sure}", f"“{asked.options[choice]}” ({sure}{SURE})"
            assert text(locked[answer]) == text(compared[answer]) == f"You predicted: {quoted}."
            told = [asked.because[choice], f"“{asked.misconception[choice]}”.", f"“{asked.options[asked.answer]}”"]
            right = choice == asked.answer
            head = f"✓ It went as you predicted: {quoted}." if right else f"Not quite — you predicted: {quoted}."
            middle = "" if right else f" {told[0]} The idea behind it is shared by many people: {told[1]}"
            happens = "" if right else f" What happens: {told[2]}"
            end = f"{asked.because[asked.answer]} {predict.sureness(right, sure)}"
            assert text(compared[f"{answer}|opened"]) == f"{head}{middle}{happens} {end}"
        skipped = f"You chose to look without predicting. What happens: {told[2]} {asked.because[asked.answer]}"
        assert text(compared["skip|opened"]) == skipped
        assert len(compared) == 2 * (len(asked.options) * len(predict.CONFIDENCE) + 1) + 1


@pytest.mark.parametrize("right", [True, False])
def test_every_confidence_gets_words_of_its_own_kind(right):
    sentences = [predict.sureness(right, c) for c in predict.CONFIDENCE]
    assert len({s.replace(str(c), "") for s, c in zip(sentences, predict.CONFIDENCE, strict=True)}) == 3
    assert all(str(c) in s for s, c in zip(sentences, predict.CONFIDENCE, strict=True))


def test_who_is_ninety_per_cent_sure_is_told_that_this_was_sure():
    assert "rightly so" in predict.sureness(True, 90)
    assert "rightly so" not in predict.sureness(True, 80)
    assert "worth remembering" in predict.sureness(False, 90)
    assert "a fair measure" in predict.sureness(True, 70)


def test_questions_are_shown_as_text_and_not_as_html(monkeypatch, book):
    question = Question("Is <b>p</b> < 1?", ("<i>a</i>", "b"), 1, ("x < y", "y"), ("<u>", ""))
    monkeypatch.setattr(predict, "prediction_question", lambda *_: question)
    monkeypatch.setattr(quiz, "quiz_questions", lambda *_: {"html": question})
    asked = Prediction("pop", "html", book)
    blocks = [asked, asked.outcome(), Quiz("pop", book)]
    for block in blocks:
        answers = "".join(said for table in block.spec["said"].values() for said in table.values())
        assert not re.search(r"<[biu]>", block.spec["html"] + answers + block.words.html)
    lock_in(asked, 0, 50)
    assert "x < y" in compare(blocks[1])


# Quiz


def choose(block, name, choice):
    """Choose an option of the quiz question of this name, and check it; what is said then."""
    hand = Sheet(block)
    hand.choose(f"/{name}", choice=choice)
    hand.press(hand.form(f"/{name}").button.text)
    return text(hand.status(f"/{name}"))


def test_every_option_of_every_question_gets_its_reason(book):
    block = Quiz("pop", book)
    for name, question in block.questions.items():
        for choice, because in enumerate(question.because):
            told = choose(block, name, choice)
            letter = "ABCDEF"[choice]
            if choice == question.answer:
                assert told == f"✓ {letter} is the answer. {because}"
            else:
                assert told == f"Not quite — {letter}. {because} Try again whenever you like."
    assert block.last_error is None
    assert len(book.entries("quiz")) == sum(len(question.options) for question in block.questions.values())
    assert "solved" in block.score()
    assert block.score().startswith("All")


def test_the_score_in_words(book):
    block = Quiz("pop", book)
    hand = Sheet(block)
    assert block.score() == hand.score() == ""
    first, *rest = block.questions
    hand.press("Check my answer to question 1")
    assert "choose one of the options first" in hand.said()
    assert book.entries() == []
    asked = block.questions[first]
    told = choose(block, first, (asked.answer + 1) % len(asked.options))
    assert "Try again whenever you like" in told
    assert block.score() == f"0 of {len(block.questions)} solved so far."
    for name, question in block.questions.items():
        choose(block, name, question.answer)
    assert (
        block.score()
        == f"All {len(block.questions)} solved, {len(rest)} at the first try. Look at the others again next week."
    )
    assert block.score() in hand.said()
    entries = [e["entry"] for e in book.entries("quiz", f"pop/{first}")]
    assert [(e["right"], e["try"]) for e in entries] == [(False, 1), (True, 2)]


def test_all_at_the_first_try(book):
    block = Quiz("pop", book)
    for name, question in block.questions.items():
        choose(block, name, question.answer)
        assert block.score() == Sheet(block).score()
    assert "every one at the first try" in Sheet(block).said()


def test_what_was_answered_in_a_quiz_comes_back_with_its_score(book):
    block = Quiz("pop", book)
    first, second, *_ = block.questions
    wrong = (block.questions[first].answer + 1) % 4
    told = choose(block, first, wrong)
    choose(block, second, block.questions[second].answer)
    again = Quiz("pop", Logbook.open(book.path))
    assert told in Sheet(again).said()
    assert again.score() == f"1 of {len(block.questions)} solved so far."
    choose(again, first, block.questions[first].answer)
    assert again.tries(first) == [wrong, block.questions[first].answer]
    assert book.latest("quiz", f"pop/{first}")["entry"]["try"] == 2


def test_an_option_that_is_no_longer_there_is_forgotten(book):
    block = Quiz("pop", book)
    first = next(iter(block.questions))
    book.record("quiz", f"pop/{first}", {"option": "an old option", "choice": 1, "right": True})
    assert Quiz("pop", book).tries(first) == []


def test_an_option_that_has_moved_is_found_by_its_words(book):
    asked = Quiz("pop", book).questions["source"]
    book.record("quiz", "pop/source", {"option": asked.options[2], "choice": 0})
    assert Quiz("pop", book).tries("source") == [2]


def test_a_quiz_in_words_without_its_answers(book):
    words = Quiz("pop", book).words.plain.replace("\n     ", " ")
    for i, table in enumerate(sources.lesson("pop")["quiz"].values(), 1):
        assert f"{i}. {table['ask'][:50]}" in words
        for option in table["options"]:
            assert option[:50] in words
        for because in table["because"]:
            assert because not in words


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ({"ask": "?", "options": ["a"], "because": ["x"]}, "two options"),
        ({"ask": "?", "options": ["a", "a"], "because": ["x", "y"]}, "twice"),
        ({"ask": "?", "options": ["a", "b"], "because": ["x"]}, "one `because`"),
        ({"ask": "?", "options": ["a", "b"], "because": ["x", "y"], "answer": 2}, "no option number 2"),
        ({}, "needs a question"),
    ],
)
def test_a_question_that_cannot_be_used_is_named(table, fault):
    with pytest.raises(sources.DamagedData, match=f"Quiz 7 .*{fault}"):
        Question.read(table, "Quiz 7")


GOOD = {"ask": "?", "options": ["a", "b"], "because": ["x", "y"], "answer": 0}


@pytest.mark.parametrize(
    ("tables", "fault"),
    [
        ({"good": GOOD, "lost": {k: v for k, v in GOOD.items() if k != "answer"}}, "'lost' .* has no `answer`"),
        ([GOOD], r"without a name: write \[quiz.NAME\]"),
    ],
)
def test_a_quiz_that_cannot_be_solved_is_refused(monkeypatch, tables, fault):
    monkeypatch.setattr(sources, "lesson", lambda _name, **_how: {"quiz": tables})
    with pytest.raises(sources.DamagedData, match=fault):
        Quiz("pop", Logbook(None))


# Claims


def test_a_claim_is_judged_before_the_evidence_is_shown(book):
    cards = ClaimCards("pop", book)
    claim = next(iter(cards.claims.values()))
    hand = Sheet(cards)
    assert claim.learner_note not in hand.said()
    assert f"{claim.id}. “{claim.claim}”" in hand.said()
    hand.press(f"Compare {claim.id} with the evidence")
    assert "judge the claim first" in hand.said()
    assert book.entries() == []
    other = "no data" if claim.verdict != "no data" else "partly"
    hand.choose(claim.id, judgement=other)
    hand.press(f"Compare {claim.id} with the evidence")
    told = hand.said()
    assert f"You said: {other}. {claims.SAYS[claim.verdict]}" in told
    assert f"(grade {claim.grade}): {claims.GRADES[claim.grade]}." in told
    assert claim.learner_note in told
    for key in claim.sources:
        assert f'href="{sources.reference(key).url}"' in hand.status(claim.id)
        assert sources.reference(key).short in told
    assert f"Compare {claim.id} with the evidence" not in hand.buttons()
    assert f"Your judgement of {claim.id}" not in told
    assert cards.judgement(claim) == other
    entries = book.entries("judgement", claim.id)
    assert [e["entry"]["judgement"] for e in entries] == [other]
    assert entries[0]["entry"]["verdict"] == claim.verdict
    assert cards.last_error is None
    cards.answer(f"judgement {claim.id}", "supported")  # of a page that does not know yet
    assert cards.judgement(claim) == other
    assert len(book.entries()) == 1


@pytest.mark.parametrize("lesson", READY)
def test_the_whole_table_of_judgements(lesson, book):
    cards = ClaimCards(lesson, book)
    for address, claim in cards.claims.items():
        for own in claims.VERDICTS:
            told = text(cards.spec["said"][address][own] + cards.spec["after"][address])
            begin = "✓ That is our judgement, too." if own == claim.verdict else f"You said: {own}."
            assert told.startswith(f"{begin} {claims.SAYS[claim.verdict]}")
            assert claim.learner_note in told
            assert claim.teacher_note not in told


def test_every_verdict_and_grade_has_its_words():
    known = {"supported", "partly", "weak evidence", "contradicted", "no data"}
    assert set(claims.VERDICTS) == set(claims.SAYS) == known == set(get_args(Verdict))
    assert set(claims.GRADES) == set(get_args(Grade))
    assert all(words.startswith(f"{verdict}: ") for verdict, words in claims.VERDICTS.items())


def test_agreeing_with_the_evidence(book):
    cards = ClaimCards("pop", book)
    address, claim = list(cards.claims.items())[1]
    cards.answer(address, claim.verdict)
    assert "✓ That is our judgement, too." in text(Sheet(cards).status(claim.id))


def test_a_judgement_is_remembered(book):
    cards = ClaimCards("pop", book)
    first, second, *_ = cards.claims.items()
    cards.answer(first[0], "partly")
    again = ClaimCards("pop", book)
    assert again.judgement(first[1]) == "partly"
    assert first[1].learner_note in Sheet(again).said()
    assert second[1].learner_note not in Sheet(again).said()


@pytest.mark.parametrize(("what", "value"), [("verdict", "suported"), ("grade", "E")])
def test_an_unknown_verdict_or_grade_is_refused(monkeypatch, what, value):
    claim = dataclasses.replace(sources.claims_of("pop")[1], **{what: value})
    monkeypatch.setattr(sources, "claims_of", lambda _lesson: (claim,))
    with pytest.raises(sources.DamagedData, match=f"{claim.id} in data/claims.csv has the {what} '{value}'"):
        ClaimCards("pop", Logbook(None))


@pytest.mark.parametrize("lesson", ["start", "pop"])
def test_claims_in_words(lesson, book):
    cards = ClaimCards(lesson, book)
    words = cards.words.plain.replace("\n", " ")
    assert [c.id for c in cards.claims.values()] == [c.id for c in sources.claims_of(lesson)]
    for claim in sources.claims_of(lesson):
        assert f"{claim.id}. “{claim.claim}”" in words
        assert claim.learner_note in words
        assert words.index(claim.claim) < words.index("What the evidence says") < words.index(claim.learner_note)
        for key in claim.sources:
            assert f'href="{sources.reference(key).url}"' in cards.words.html
            assert sources.reference(key).url in words


# References and the safety card


def test_references_have_names_and_addresses():
    page = references("kawchuk2015", "boutin2017")
    assert "Kawchuk et al. 2015" in repr(page)
    assert "https://doi.org/10.1371/journal.pone.0119470" in repr(page)
    assert 'href="https://doi.org/10.1371/journal.pone.0119470"' in page._repr_html_()
    assert page._repr_html_().index("Kawchuk") < page._repr_html_().index("Boutin")
    with pytest.raises(sources.MissingSource):
        references("nobody1900")


def test_the_safety_card_is_complete():
    card = safety_card()
    for sign in sources.warning_signs():
        assert sign.sign in repr(card)
        assert sign.sign in unescape(card._repr_html_())
    places = [repr(card).index(words) for words in ("emergency department", "within a day", "visit soon")]
    assert places == sorted(places)
    assert "missing" not in repr(card)


def test_the_emergencies_are_read_in_20_seconds():
    """Four words a second are plain reading; whoever is frightened reads the first part, so that is what must fit."""
    card = repr(safety_card()).removeprefix("Safety card")
    emergencies, within_a_day = (card[: card.index(after)] for after in ("Call a doctor", "Ask for a visit"))
    read = [len(re.findall(r"\w[\w'-]*", words)) for words in (emergencies, within_a_day, card)]
    assert all(map(int.__le__, read, (82, 110, 140))), read


HEADER = "when,sign,flag,keys\n"


@pytest.mark.parametrize(
    "harm",
    [
        "gone",
        b"",
        b"\xff\xfe\x00",
        b"when,sign\nnow,x\n",
        HEADER.encode(),
        (HEADER + "soon,Weight loss without trying,V,finucane2020\n").encode(),
        (HEADER + "NOW,Any fall,V,downie2013\nsoon,Weight loss,V,finucane2020\n").encode(),
        (HEADER + "now,,V,downie2013\n").encode(),
    ],
    ids=["gone", "empty", "binary", "columns", "no line", "no emergency", "a heading that is not known", "no sign"],
)
@pytest.mark.parametrize("folded", [False, True])
def test_the_safety_card_shows_the_emergencies_whatever_happened_to_its_file(tmp_path, monkeypatch, harm, folded):
    if harm != "gone":
        (tmp_path / "warning_signs.csv").write_bytes(harm)
    monkeypatch.setattr(sources, "DATA", tmp_path)
    card = safety_card(folded)
    for words in (repr(card), unescape(card._repr_html_())):
        assert all(sign in words for sign in safety.EMERGENCIES)
        assert "emergency department now" in words
        assert "other signs are missing" in words
        assert "warning_signs.csv" in words


def test_the_safety_card_survives_a_fault_that_nobody_thought_of(monkeypatch):
    def fails() -> None:
        raise RuntimeError("<b>something</b> else")

    monkeypatch.setattr(sources, "warning_signs", fails)
    card = safety_card()
    assert all(sign in repr(card) for sign in safety.EMERGENCIES)
    assert "<b>something" not in card._repr_html_()


def test_the_built_in_emergencies_are_those_of_the_file():
    assert list(safety.EMERGENCIES) == [sign.sign for sign in sources.warning_signs() if sign.when == "now"]
