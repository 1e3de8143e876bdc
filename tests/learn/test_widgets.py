"""Every widget, driven as a hand would: values set, buttons pressed; words and logbook looked at."""

import re
from html import unescape

import ipywidgets as W
import pytest

from jointlab import sources
from jointlab.learn import ClaimCards, Logbook, Prediction, Quiz, _block, predict, references, safety, safety_card
from jointlab.learn._question import Question


def said(widget):
    """What a block shows now, as plain text: hidden parts left out."""
    if widget.layout.display == "none":
        return ""
    if isinstance(widget, W.HTML):
        return unescape(re.sub(r"<style.*?</style>|<[^>]+>", " ", widget.value, flags=re.DOTALL))
    if isinstance(widget, W.Button):
        return f"[{widget.description}]"
    return " ".join(said(child) for child in getattr(widget, "children", ()))


def everything(widget):
    yield widget
    for child in getattr(widget, "children", ()):
        yield from everything(child)


def plain(widget):
    bundle = widget._repr_mimebundle_()
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    assert "application/vnd.jupyter.widget-view+json" in data
    assert "text/html" not in data
    return data["text/plain"]


@pytest.fixture
def prediction(book):
    return Prediction("pop", "remains", book)


def lock_in(prediction, choice, confidence):
    prediction._options.value = choice
    prediction._confidence.value = confidence
    prediction._lock_in.click()
    assert prediction.last_error is None


@pytest.fixture(params=["prediction", "outcome", "quiz", "claims"])
def block(request, book):
    if request.param == "quiz":
        return Quiz("pop", book)
    if request.param == "claims":
        return ClaimCards("pop", book)
    asked = Prediction("pop", "remains", book)
    return asked if request.param == "prediction" else asked.outcome()


def test_every_control_has_a_name_and_no_slider_is_used(block):
    for widget in everything(block):
        assert not isinstance(widget, W.widget_int._BoundedInt | W.widget_float._BoundedFloat)
        if isinstance(widget, W.Button):
            assert widget.description
            assert not widget.icon
        if isinstance(widget, W.Dropdown):
            assert widget.description
        if isinstance(widget, W.RadioButtons):
            assert all(re.match(r"[A-F]\. \S", label) for label in widget._options_labels)
    names = [widget.description for widget in everything(block) if isinstance(widget, W.Button | W.Dropdown)]
    assert len(set(names)) == len(names)


def test_spoken_regions_are_there_from_the_start(block):
    regions = [widget for widget in everything(block) if isinstance(widget, _block.Spoken)]
    assert regions
    assert all('role="status" aria-live="polite"' in region.value for region in regions)


def test_words_without_a_kernel_do_not_depend_on_the_learner(block, book):
    before = plain(block)
    for widget in everything(block):
        if isinstance(widget, W.RadioButtons | W.Dropdown):
            widget.value = widget.options[1][1]
    for widget in everything(block):
        if isinstance(widget, W.Button):
            widget.click()
    assert block.last_error is None
    assert book.entries() != [] or "Your prediction" in before
    assert plain(block) == before
    assert max(map(len, before.splitlines())) <= 110


def test_an_error_in_a_press_is_said_and_kept(block, monkeypatch):
    def broken(*_arguments):
        raise RuntimeError("disk <on> fire")

    pressed = _block.button("Press")
    block.on_press(pressed, broken)
    pressed.click()
    assert isinstance(block.last_error, RuntimeError)
    assert "RuntimeError: disk <on> fire" in said(block)
    assert "<on>" not in block._trouble.value


def test_the_notice_of_the_logbook_is_shown(tmp_path):
    path = tmp_path / "a.sqlite"
    path.write_bytes(b"not a logbook")
    assert "set-aside" in said(Prediction("pop", "remains", Logbook.open(path)))


# Prediction


def test_a_prediction_in_words(prediction):
    words = plain(prediction)
    for part in (
        prediction.question.ask[:40],
        *[o[:40] for o in prediction.question.options],
        "50, 60, 70, 80, 90, 99 %",
    ):
        assert part in words


def test_a_prediction_is_asked_made_recorded_and_released(prediction, book):
    heard = []
    prediction.when_made(heard.append)
    assert not prediction.made
    assert prediction.choice is None
    assert "[Change my mind]" not in said(prediction)
    lock_in(prediction, 0, 70)
    assert prediction.made
    assert (prediction.choice, prediction.confidence) == (0, 70)
    assert heard == [prediction]
    assert f"You predicted: “{prediction.question.options[0]}” (70\N{NO-BREAK SPACE}% sure)." in said(prediction)
    assert "[Lock in" not in said(prediction)
    entry = book.latest("prediction", "pop/remains")["entry"]
    assert (entry["choice"], entry["confidence"], entry["option"]) == (0, 70, prediction.question.options[0])
    prediction.when_made(heard.append)
    assert len(heard) == 2


def test_nothing_is_released_before_answer_and_confidence_are_chosen(prediction, book):
    prediction._lock_in.click()
    assert "please choose one of the answers and how sure you are" in said(prediction)
    prediction._options.value = 2
    prediction._lock_in.click()
    assert "please choose how sure you are" in said(prediction)
    assert not prediction.made
    assert book.entries() == []


def test_looking_without_predicting(prediction, book):
    heard = []
    prediction.when_made(heard.append)
    prediction._skip.click()
    assert prediction.made
    assert prediction.choice is None
    assert len(heard) == 1
    assert book.latest("prediction", "pop/remains")["entry"]["skipped"] is True
    assert "[Predict after all]" in said(prediction)
    assert "[Show me" not in said(prediction)
    prediction._change.click()
    lock_in(prediction, 1, 60)
    assert prediction.choice == 1
    assert len(heard) == 1
    assert len(book.entries("prediction")) == 2


def test_a_changed_mind_is_kept_beside_the_first(prediction, book):
    lock_in(prediction, 0, 70)
    prediction._change.click()
    assert prediction.made  # what was released stays released
    assert prediction._options.value == 0
    lock_in(prediction, 1, 90)
    assert [e["entry"]["choice"] for e in book.entries("prediction")] == [0, 1]
    assert prediction.choice == 1


def test_no_change_once_the_outcome_was_opened(prediction, book):
    outcome = prediction.outcome()
    lock_in(prediction, 0, 70)
    outcome._open.click()
    assert "[Change my mind]" not in said(prediction)
    again = Prediction("pop", "remains", book)
    assert again.opened
    assert "[Change my mind]" not in said(again)


def test_it_is_remembered(prediction, book):
    lock_in(prediction, 0, 70)
    heard = []
    again = Prediction("pop", "remains", book)
    again.when_made(heard.append)
    assert heard == [again]
    assert (again.choice, again.confidence) == (0, 70)
    assert "You predicted" in said(again)
    assert "You predicted" in said(again.outcome())


def test_a_skip_is_remembered(prediction, book):
    prediction._skip.click()
    again = Prediction("pop", "remains", book)
    assert again.made
    assert again.choice is None


def test_a_rewritten_question_is_asked_anew(book):
    book.record("prediction", "pop/remains", {"choice": 0, "option": "an old option", "confidence": 70})
    assert not Prediction("pop", "remains", book).made


def test_one_broken_callback_does_not_stop_the_others(prediction):
    heard = []
    prediction.when_made(lambda _p: 1 / 0)
    prediction.when_made(heard.append)
    prediction._skip.click()
    assert heard == [prediction]
    assert isinstance(prediction.last_error, ZeroDivisionError)


def test_unknown_predictions_name_the_known_ones(book):
    with pytest.raises(sources.MissingSource, match="remains, camera"):
        Prediction("pop", "nonsense", book)


# Outcome


def test_an_outcome_waits_for_its_prediction_and_follows_it(prediction, book):
    outcome = prediction.outcome()
    assert "There is no prediction yet" in said(outcome)
    assert "[Compare" not in said(outcome)
    lock_in(prediction, 0, 90)
    assert "You predicted" in said(outcome)
    assert "[Compare with what happens]" in said(outcome)
    outcome._open.click()
    question = prediction.question
    told = said(outcome)
    for part in (
        "Not quite — you predicted",
        question.because[0],
        question.misconception[0],
        f"What happens: “{question.options[1]}”",
        question.because[1],
        "% sure and it went the other way: worth remembering",
    ):
        assert part in told
    assert "[Compare" not in told
    assert book.latest("outcome", "pop/remains")["entry"] == {"choice": 0, "answer": 1}
    assert outcome.last_error is prediction.last_error is None


def test_an_outcome_that_was_foreseen(prediction):
    outcome = prediction.outcome()
    lock_in(prediction, 1, 99)
    outcome._open.click()
    assert "✓ It went as you predicted" in said(outcome)
    assert prediction.question.because[1] in said(outcome)
    assert "Not quite" not in said(outcome)


def test_an_outcome_after_a_skip(prediction):
    outcome = prediction.outcome()
    prediction._skip.click()
    outcome._open.click()
    assert "without predicting" in said(outcome)
    assert prediction.question.options[1] in said(outcome)


def test_an_outcome_that_nobody_knows(monkeypatch, book):
    question = Question("Which?", ("a", "b"), None, ("because a", "because b"), ("", ""))
    monkeypatch.setattr(predict, "prediction_question", lambda *_: question)
    asked = Prediction("pop", "open", book)
    outcome = asked.outcome()
    lock_in(asked, 0, 50)
    outcome._open.click()
    assert "Nobody knows the answer yet. because a" in re.sub(r"\s+", " ", said(outcome))
    assert "What happens" not in plain(outcome)


def test_an_outcome_in_words(prediction):
    words = plain(prediction.outcome()).replace("\n", " ")
    assert prediction.question.ask[:60] in words
    assert "What happens: " + prediction.question.options[1][:50] in words


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
    asked = Prediction("pop", "html", book)
    outcome = asked.outcome()
    lock_in(asked, 0, 50)
    outcome._open.click()
    values = "".join(w.value for block in (asked, outcome) for w in everything(block) if isinstance(w, W.HTML))
    assert not re.search(r"<[biu]>", values)
    assert "x < y" in said(outcome)


# Quiz


def test_every_option_of_every_question_gets_its_reason(book):
    quiz = Quiz("pop", book)
    for item in quiz.items:
        for choice, because in enumerate(item.question.because):
            item.options.value = choice
            item.check.click()
            head = "is the answer" if choice == item.question.answer else "Not quite —"
            assert head in said(item.feedback)
            assert because in said(item.feedback)
    assert quiz.last_error is None
    assert len(book.entries("quiz")) == sum(len(item.question.options) for item in quiz.items)
    assert all(item.solved for item in quiz.items)


def test_the_score_in_words(book):
    quiz = Quiz("pop", book)
    assert quiz.score() == ""
    first, *rest = quiz.items
    first.check.click()
    assert "choose one of the options first" in said(quiz)
    assert book.entries() == []
    first.options.value = (first.question.answer + 1) % len(first.question.options)
    first.check.click()
    assert "Try again whenever you like" in said(quiz)
    assert quiz.score() == f"0 of {len(quiz.items)} solved so far."
    for item in quiz.items:
        item.options.value = item.question.answer
        item.check.click()
    assert (
        quiz.score()
        == f"All {len(quiz.items)} solved, {len(rest)} at the first try. Look at the others again next week."
    )
    assert quiz.score() in said(quiz)
    entries = [e["entry"] for e in book.entries("quiz", "pop/1")]
    assert [(e["right"], e["try"]) for e in entries] == [(False, 1), (True, 2)]


def test_all_at_the_first_try(book):
    quiz = Quiz("pop", book)
    for item in quiz.items:
        item.options.value = item.question.answer
        item.check.click()
    assert "every one at the first try" in said(quiz)


def test_a_quiz_in_words(book):
    words = plain(Quiz("pop", book)).replace("\n   ", "")
    for i, table in enumerate(sources.lesson("pop")["quiz"], 1):
        assert f"{i}. {table['ask'][:50]}" in words
        for option in table["options"]:
            assert option[:50] in words


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


# Claims


def test_a_claim_is_judged_before_the_evidence_is_shown(book):
    cards = ClaimCards("pop", book)
    card = cards.cards[0]
    claim = card.claim
    assert claim.teacher_note not in said(cards)
    card.compare.click()
    assert "judge the claim first" in said(cards)
    assert book.entries() == []
    other = "no data" if claim.verdict != "no data" else "partly"
    card.judgement.value = other
    card.compare.click()
    told = said(cards)
    assert f"You said: {other}. The evidence says: {claim.verdict}" in told
    assert f"grade {claim.grade} (" in told
    assert claim.teacher_note in told
    for key in claim.sources:
        assert sources.reference(key).url in card.evidence.value
        assert sources.reference(key).short in told
    assert card.judgement.disabled
    card.compare.click()
    entries = book.entries("judgement", claim.id)
    assert [e["entry"]["judgement"] for e in entries] == [other]
    assert entries[0]["entry"]["verdict"] == claim.verdict
    assert cards.last_error is None


def test_agreeing_with_the_evidence(book):
    card = ClaimCards("pop", book).cards[1]
    card.judgement.value = card.claim.verdict
    card.compare.click()
    assert "✓ You and the evidence agree" in said(card.evidence)


def test_a_judgement_is_remembered(book):
    first = ClaimCards("pop", book).cards[0]
    first.judgement.value = "partly"
    first.compare.click()
    again = ClaimCards("pop", book)
    assert again.cards[0].judgement.value == "partly"
    assert again.cards[0].claim.teacher_note in said(again)
    assert again.cards[1].claim.teacher_note not in said(again)


@pytest.mark.parametrize("lesson", ["start", "pop"])
def test_claims_in_words(lesson, book):
    cards = ClaimCards(lesson, book)
    words = plain(cards).replace("\n", " ")
    assert [c.claim.id for c in cards.cards] == [c.id for c in sources.claims_of(lesson)]
    for claim in sources.claims_of(lesson):
        assert f"{claim.id}. “{claim.claim}”" in words
        assert claim.teacher_note in words
        assert words.index(claim.claim) < words.index("What the evidence says") < words.index(claim.teacher_note)


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
    card = repr(safety_card())
    emergencies = card[: card.index("Call a doctor")].removeprefix("Safety card")
    assert len(re.findall(r"\w[\w'-]*", emergencies)) <= 85
    assert len(re.findall(r"\w[\w'-]*", card.removeprefix("Safety card"))) <= 145


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
