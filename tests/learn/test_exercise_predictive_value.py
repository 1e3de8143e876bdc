"""The exercise of lesson 07 knows the usual ways to mistake what a flag is worth."""

import numpy as np
import pytest

from jointlab.learn.exercises.screening import predictive_value

RIGHT = "b * s / (b * s + (1 - b) * (1 - p))"


def attempt(expression):
    """A function as a learner would write it; b: base rate, s: sensitivity, p: specificity."""

    def written(base_rate, sensitivity, specificity):
        return eval(expression, {"np": np}, {"b": base_rate, "s": sensitivity, "p": specificity})

    return written


def answer(expression, book):
    return predictive_value(attempt(expression), book)


@pytest.mark.parametrize(
    "expression",
    [
        RIGHT,
        "s * b / (1 - b - p + b * p + b * s)",
        "1 / (1 + (1 - b) / b * (1 - p) / s)",
        "np.array(b * s) / np.sum([b * s, (1 - b) * (1 - p)])",
    ],
)
def test_right_answers_pass(expression, book):
    message = answer(expression, book)
    assert message.passed, message
    assert message.mistake == ""


@pytest.mark.parametrize(
    ("expression", "mistake", "words"),
    [
        ("s", "sensitivity for predictive value", "the other way round"),
        ("b * s / (b * s + b * (1 - s))", "sensitivity for predictive value", "of 100 flagged people"),
        ("p", "specificity for predictive value", "right flags by all flags"),
        ("s / (s + 1 - p)", "base rate forgotten", "half of all people"),
        ("b * s / (b * s + (1 - b) * p)", "specificity for wrong flags", "(1 - specificity)"),
        ("b * s / (b * s + (1 - b) * (1 - s))", "missed people for wrong flags", "come from the others"),
        ("b * s / (b * s + (1 - p))", "others not weighed", "(1 - base_rate)"),
        ("s / (s + (1 - b) * (1 - p))", "hypermobile people not weighed", "sensitivity by base_rate"),
        ("b * s / b * s + (1 - b) * (1 - p)", "brackets forgotten", "Python divides before it adds"),
        ("b * s", "right flags, not divided", "good beginning"),
        ("b * s + (1 - b) * (1 - p)", "all flags", "below the line"),
        ("(1 - b) * (1 - p) / (b * s + (1 - b) * (1 - p))", "share of wrong flags", "share that is right"),
        ("(1 - b) * p / ((1 - b) * p + b * (1 - s))", "negative predictive value", "no flag"),
        ("s / (1 - p)", "likelihood ratio", "multiplies the odds"),
        (f"100 * {RIGHT}", "per cent", "between 0 and 1"),
        (f"2 * {RIGHT}", "factor", "a factor 2"),
        ("0.46", "constant", "for every input"),
        ("b - s", "other", "base_rate ="),
    ],
)
def test_wrong_answers_get_their_reason(expression, mistake, words, book):
    for _ in range(3):  # the inputs are fresh each time
        message = answer(expression, book)
        assert not message.passed
        assert message.mistake == mistake
        assert words in message.sentence


def test_arguments_in_another_order(book):
    message = predictive_value(lambda s, b, p: b * s / (b * s + (1 - b) * (1 - p)), book)
    assert message.mistake == "argument order"


@pytest.mark.parametrize("not_begun", [..., None, lambda base_rate, sensitivity, specificity: ...])
def test_an_attempt_yet_to_come_is_asked_for(not_begun, book):
    message = predictive_value(not_begun, book)
    assert message.sentence.startswith("Your turn: write predictive_value(base_rate, sensitivity, specificity)")
    assert book.entries() == []


def test_the_hint_comes_after_two_failures_and_is_right(book):
    assert answer("s", book).hint == ""
    assert "Right flags: base_rate * sensitivity" in answer("s", book).hint


def test_inputs_keep_clear_of_a_half():
    """At a base rate of one half, forgetting it would not show."""
    rng = np.random.default_rng(7)
    drawn = [predictive_value.sample(rng) for _ in range(300)]
    assert all(given["base_rate"] < 0.45 for given in drawn)
    assert all(0.5 < given[kind] < 1 for given in drawn for kind in ("sensitivity", "specificity"))
