"""Lesson 09's exercise: the balance of moments at the lower back."""

import linecache

import numpy as np
import pytest

from jointlab.learn.exercises import back_muscles
from jointlab.models.spine_load import muscle_force

NAMES = "trunk_mass, trunk_arm, load, load_arm, muscle_arm"
BOTH = "trunk_mass * trunk_arm + load * load_arm"


def formula(expression):
    """The function that a learner writes in a notebook cell."""
    source = f"def muscle_force({NAMES}):\n    return {expression}\n"
    file = f"<cell {abs(hash(source))}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    cell = {}
    exec(compile(source, file, "exec"), cell)
    return cell["muscle_force"]


@pytest.mark.parametrize(
    "right",
    [
        formula(f"9.81 * ({BOTH}) / muscle_arm"),
        formula(f"({BOTH}) * 9.80665 / muscle_arm"),
        formula("9.81 * trunk_mass * trunk_arm / muscle_arm + 9.81 * load * load_arm / muscle_arm"),
        lambda m, a, load, b, e: np.dot([m * 9.81, load * 9.81], [a, b]) / e,
        muscle_force,
    ],
)
def test_right_answers_pass(book, right):
    for _ in range(3):
        assert back_muscles(right, book).passed


@pytest.mark.parametrize(
    ("expression", "mistake", "words"),
    [
        (f"({BOTH}) / muscle_arm", "g forgotten", "9.81 N"),
        (f"9.81**2 * ({BOTH}) / muscle_arm", "g twice", "once turns kilograms into newtons"),
        (
            f"9.81 * ({BOTH}) / (muscle_arm * 100)",
            "muscle arm in cm, or trunk and load arms taken for cm",
            "hundred times too small",
        ),
        (
            f"9.81 * 100 * ({BOTH}) / muscle_arm",
            "trunk and load arms in cm, or muscle arm taken for cm",
            "hundred times too large",
        ),
        ("9.81 * load * load_arm / muscle_arm", "trunk forgotten", "The trunk leans, too"),
        ("load * load_arm / muscle_arm", "trunk forgotten", "constant factor as well"),
        ("9.81 * trunk_mass * trunk_arm / muscle_arm", "load forgotten", "add the load"),
        ("(9.81 * trunk_mass * trunk_arm + load * load_arm) / muscle_arm", "g on one side only: trunk", "Brackets"),
        ("(trunk_mass * trunk_arm + 9.81 * load * load_arm) / muscle_arm", "g on one side only: load", "Brackets"),
        (
            "9.81 * (trunk_mass * trunk_arm + load * load_arm / muscle_arm)",
            "only the load divided",
            "/ comes before +",
        ),
        (f"9.81 * ({BOTH}) * muscle_arm", "multiplied by the muscle arm", "short arm means a large force"),
        (f"9.81 * ({BOTH})", "not divided by the muscle arm", "newton metres"),
        (BOTH, "not divided by the muscle arm", "constant factor as well"),
        ("9.81 * (trunk_mass * trunk_arm - load * load_arm) / muscle_arm", "moments subtracted", "they add up"),
        (
            "9.81 * (load * load_arm - trunk_mass * trunk_arm) / muscle_arm",
            "moments subtracted the other way",
            "they add up",
        ),
        ("9.81 * (trunk_mass + load)", "lever arms forgotten", "makes the moment"),
        (
            "9.81 * (trunk_mass + load) * (trunk_arm + load_arm) / muscle_arm",
            "weights and arms added apart",
            "multiply first, then add",
        ),
        ("9.81 * (trunk_mass * load_arm + load * trunk_arm) / muscle_arm", "lever arms swapped", "changed places"),
        ("9.81 * (trunk_mass + load) * trunk_arm / muscle_arm", "one lever arm for all", "load · load_arm"),
        (f"9.81 * ({BOTH}) / muscle_arm / 1000", "unit", "kilonewtons"),
        (f"-9.81 * ({BOTH}) / muscle_arm", "sign", "minus"),
    ],
)
def test_wrong_formulas_get_their_reason(book, expression, mistake, words):
    for _ in range(3):  # the inputs are fresh each time
        message = back_muscles(formula(expression), book)
        assert not message.passed
        assert message.mistake == mistake
        assert words in message.sentence


def test_a_hint_comes_after_the_second_failure(book):
    wrong = formula("load")
    assert not back_muscles(wrong, book).hint
    assert "9.81 · (trunk_mass · trunk_arm + load · load_arm)" in back_muscles(wrong, book).hint
