"""The poll of a lesson: which question it is, and the words that stand in for its slide."""

import html
import re

import pytest

from jointlab import sources
from jointlab.learn import Poll
from jointlab.learn._question import poll_question, prediction_question
from jointlab.learn.poll import SAYS


@pytest.mark.parametrize(("lesson", "name"), [("lifting", "pull"), ("relief", "idle"), ("alternatives", "person")])
def test_a_class_is_polled_on_the_first_prediction_or_on_the_one_that_is_named(lesson, name):
    assert poll_question(lesson) == prediction_question(lesson, name)


def test_a_poll_may_ask_a_question_of_its_own():
    asked = poll_question("twist")
    assert asked.ask == sources.lesson("twist")["poll"]["question"]
    assert asked.options[asked.answer] == "That depends on what stays the same."


def test_the_slide_knows_all_that_the_question_holds():
    spec, asked = Poll("lifting").spec, poll_question("lifting")
    assert spec["title"] == "10 · What does your lower back carry?"
    assert (spec["ask"], spec["options"], spec["because"]) == (asked.ask, [*asked.options], [*asked.because])
    assert spec["answer"] == asked.answer


def test_the_page_finds_every_word_that_it_says():
    said = re.findall(r'says(?:\.(\w+)|\["([\w ]+)"\])', Poll._esm)
    named = {one or other for one, other in said} | {"before", "now"}
    assert named == set(SAYS)


def test_where_nothing_lives_the_answer_is_folded():
    words = Poll("lifting").stands_in
    open_, fold = html.unescape(words._repr_html_()).split("<details>")
    asked = poll_question("lifting")
    assert asked.options[asked.answer] in open_
    assert asked.because[asked.answer] not in open_
    assert asked.because[asked.answer] in fold
    assert "Right is C." in repr(words)


@pytest.mark.parametrize("lesson", ["nothing", "planned"])
def test_a_lesson_that_is_not_there_is_said(lesson):
    with pytest.raises(sources.MissingSource, match=lesson):
        Poll(lesson)


def test_a_damaged_poll_is_said(monkeypatch):
    monkeypatch.setattr(sources, "lesson", lambda _name: {"poll": {"question": "Why?", "options": ["One."]}})
    with pytest.raises(sources.DamagedData, match="poll of the lesson 'pop' needs a question and at least two options"):
        poll_question("pop")


def test_a_poll_that_names_no_prediction_is_said(monkeypatch):
    monkeypatch.setattr(sources, "lesson", lambda _name: {"poll": "gone", "predict": {"here": {}}})
    with pytest.raises(sources.MissingSource, match="no prediction called 'gone'; it has: here"):
        poll_question("pop")
