"""A function in another Python is judged by its numbers alone, and every other answer becomes a sentence."""

import math
from pathlib import Path

import pytest

from jointlab import data_folder
from jointlab.grading.apart import NoNumber, judge
from jointlab.grading.own_copy import own_copy
from jointlab.learn.exercise import exercise

CHECK = exercise("lifting", "back_muscles")


def right(trunk_mass, trunk_arm, load, load_arm, muscle_arm):
    return 9.81 * (trunk_mass * trunk_arm + load * load_arm) / muscle_arm


def elsewhere(**names):
    """Another Python in which these names are known, as Jupyter tells its answers."""

    def ask(expression):
        try:
            return {"status": "ok", "data": {"text/plain": repr(eval(expression, dict(names)))}}
        except Exception as error:
            return {"status": "error", "ename": type(error).__name__, "evalue": str(error)}

    return ask


def said(function):
    return judge(CHECK, elsewhere(muscle_force=function))


def test_right_results_pass_and_a_usual_mistake_is_named():
    assert said(right).passed
    answer = said(lambda *inputs: right(*inputs) / 9.81)
    assert (answer.passed, answer.mistake) == (False, "g forgotten")
    assert "a kilogram weighs 9.81 N" in answer.sentence


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda *_: ..., "three dots of muscle_force still stand there"),
        (lambda *_: None, "gave nothing back"),
        (lambda *_: "many", "could not convert string to float"),
        (lambda *_: 1 / 0, "ZeroDivisionError"),
        (lambda: 1.0, "TypeError"),
        (lambda *_: math.inf, "gave inf"),
        (lambda *_: math.nan, "gave nan"),
    ],
)
def test_what_is_no_right_number_is_told(function, words):
    answer = said(function)
    assert not answer.passed
    assert words in answer.sentence


def test_a_function_that_is_not_there_is_told():
    assert "There is no muscle_force" in judge(CHECK, elsewhere()).sentence


@pytest.mark.parametrize("answer", [{"text/plain": "'True'"}, {"text/plain": "1.0"}, {"text/html": "yes"}, {}])
def test_a_python_in_which_everything_was_changed_gets_no_points(answer):
    assert not judge(CHECK, lambda _expression: {"status": "ok", "data": answer}).passed


def test_a_python_that_does_not_answer_is_told():
    def ask(_expression):
        raise NoNumber("It hung.")

    assert judge(CHECK, ask).sentence == "It hung."


def test_each_learner_has_a_copy_of_the_course():
    here = Path(data_folder.__file__)
    with own_copy() as first, own_copy() as second:
        assert first != second
        for notebooks in (first, second):
            copied = notebooks / "jointlab" / here.name
            assert copied.read_bytes() == here.read_bytes()
            assert copied.stat().st_ino != here.stat().st_ino
            assert (notebooks.parent / "data" / "lessons" / "lifting.toml").is_file()
            assert list((notebooks / "jointlab" / "__pycache__").glob(f"{here.stem}.*.pyc")), "compiled"
        copied.write_text("raise SystemExit")
        assert (first / "jointlab" / here.name).read_bytes() == here.read_bytes()
    assert not first.exists()
