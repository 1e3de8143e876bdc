"""A function in another Python is judged by its numbers alone, and every other answer becomes a sentence."""

import math

import pytest

from jointlab.grading.apart import NoNumber, judge
from jointlab.grading.kept_whole import KeptWhole
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


def test_what_is_overwritten_or_deleted_comes_back(tmp_path):
    (tmp_path / "data").mkdir()
    changed, gone, left = (tmp_path / name for name in ("a.py", "data/b.csv", "c.py"))
    for path in (changed, gone, left):
        path.write_text("as it was")
    kept = KeptWhole([tmp_path])
    assert kept.put_back() == []
    changed.write_text("raise SystemExit")
    gone.unlink()
    gone.parent.rmdir()
    assert set(kept.put_back()) == {changed, gone}
    assert {path.read_text() for path in (changed, gone, left)} == {"as it was"}


def test_the_course_itself_is_kept():
    assert {"check.py", "lifting.toml", "constants.csv", "ask.js"} <= {path.name for path in KeptWhole().paths}
