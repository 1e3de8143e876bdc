"""Lesson 04's exercise: the time that diffusion takes."""

import linecache

import numpy as np
import pytest

from jointlab.learn.exercises import diffusion_time
from jointlab.models import dissolution


def formula(expression):
    """The function that a learner writes in a notebook cell."""
    source = f"def diffusion_time(distance, diffusivity):\n    return {expression}\n"
    file = f"<cell {abs(hash(source))}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    cell = {"np": np}
    exec(compile(source, file, "exec"), cell)
    return cell["diffusion_time"]


@pytest.mark.parametrize(
    "right",
    [
        formula("distance**2 / diffusivity"),
        formula("distance * distance / diffusivity"),
        formula("distance / diffusivity * distance"),
        formula("pow(distance, 2) / diffusivity"),
        formula("np.square(distance) / diffusivity"),
        dissolution.diffusion_time,
    ],
)
def test_right_answers_pass(book, right):
    for _ in range(3):
        assert diffusion_time(right, book).passed


@pytest.mark.parametrize(
    ("expression", "mistake", "words"),
    [
        ("distance / diffusivity", "distance not squared", "square is missing"),
        ("distance * 2 / diffusivity", "doubled, not squared", "two stars"),
        ("diffusivity / distance**2", "upside down", "upside down"),
        ("diffusivity / distance", "upside down and not squared", "a speed"),
        ("distance**2 * diffusivity", "multiplied", "divide by the diffusivity"),
        ("distance * diffusivity", "multiplied and not squared", "distance belongs squared"),
        ("(distance * diffusivity) ** 0.5", "reach for time", "other way"),
        ("(distance / diffusivity) ** 2", "diffusivity squared, too", "brackets"),
        ("distance**3 / diffusivity", "cubed", "a volume"),
        ("distance**2 / diffusivity / 60", "minutes", "minutes"),
        ("distance**2 / diffusivity / 3600", "hours", "hours"),
        ("(2 * distance) ** 2 / diffusivity", "diameter for radius", "doubled"),
        ("(distance / 2) ** 2 / diffusivity", "distance halved", "halved"),
        ("distance**2 / (2 * diffusivity)", "half the scale", "no number in front"),
        ("distance**2 / (6 * diffusivity)", "a sixth of the scale", "no number in front"),
        ("(1000 * distance) ** 2 / diffusivity", "distance in mm", "a million times too long"),
        ("(distance / 1000) ** 2 / diffusivity", "distance taken for mm", "in metres already"),
        ("1000 * distance**2 / diffusivity", "milliseconds", "milliseconds"),
        ("-(distance**2) / diffusivity", "sign", "minus"),
        ("distance**2 / diffusivity**0.5", "power", "diffusivity"),
        ("distance^2 / diffusivity", "TypeError", "two stars"),
        ("print(distance**2 / diffusivity)", "nothing returned", "return"),
    ],
)
def test_wrong_formulas_get_their_reason(book, expression, mistake, words):
    for _ in range(3):  # the inputs are fresh each time
        message = diffusion_time(formula(expression), book)
        assert not message.passed
        assert message.mistake == mistake
        assert words in message.sentence


def test_a_hint_comes_after_the_second_failure(book):
    wrong = formula("distance")
    assert not diffusion_time(wrong, book).hint
    assert "distance²" in diffusion_time(wrong, book).hint
