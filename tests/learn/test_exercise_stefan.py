"""Lesson 01's exercises: the metres in Stefan's law, and the law."""

import linecache
from math import pi

import pytest

from jointlab.learn.exercises import film_pull, metres_left


def formula(name, arguments, expression):
    """The function that a learner writes in a notebook cell."""
    source = f"from math import pi\n\n\ndef {name}({arguments}):\n    return {expression}\n"
    file = f"<cell {abs(hash(source))}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    cell = {}
    exec(compile(source, file, "exec"), cell)
    return cell[name]


def count(expression):
    return formula("metres_left", "power", expression)


def law(expression):
    return formula("film_pull", "viscosity, speed, radius, gap", expression)


@pytest.mark.parametrize("expression", ["power - 4", "power - 2 + 1 - 3", "-4 + power", "float(power) - 4.0"])
def test_right_counts_pass(book, expression):
    for _ in range(3):
        assert metres_left(count(expression), book).passed


@pytest.mark.parametrize(
    ("expression", "mistake", "words"),
    [
        ("power", "only the radius counted", "only the radius"),
        ("power + 1 - 3", "pascal taken for newton, or gap counted once", "newton per square metre"),
        ("power - 2 + 1 - 1", "pascal taken for newton, or gap counted once", "power three"),
        ("power - 2 - 3", "speed forgotten", "metre of the speed"),
        ("power - 2 + 1 + 3", "gap above the line", "not as +3"),
        ("power - 2 + 1", "gap forgotten", "brings −3"),
        ("4 - power", "metres turned over", "turned over"),
        ("4", "constant", "for every input"),
    ],
)
def test_wrong_counts_get_their_reason(book, expression, mistake, words):
    for _ in range(3):  # the inputs are fresh each time
        message = metres_left(count(expression), book)
        assert not message.passed
        assert message.mistake == mistake
        assert words in message.sentence


ABOVE = "3 * pi * viscosity * radius**4 * speed"


@pytest.mark.parametrize(
    "right",
    [
        law(f"{ABOVE} / (2 * gap**3)"),
        law(f"{ABOVE} / 2 / gap**3"),
        law("1.5 * 3.14159 * viscosity * speed * radius * (radius / gap)**3"),
        lambda m, v, a, h: pi * a**2 * (3 * m * v * a**2 / h**3) / 2,
    ],
)
def test_right_laws_pass(book, right):
    for _ in range(3):
        assert film_pull(right, book).passed


@pytest.mark.parametrize(
    ("expression", "mistake", "words"),
    [
        ("3 * pi * viscosity * radius**2 * speed / (2 * gap**3)", "the misprint: radius squared", "misprinted"),
        ("pi * viscosity * radius**2 * speed / gap**3", "the misprint: radius squared", "constant factor as well"),
        ("3 * pi * viscosity * radius**3 * speed / (2 * gap**3)", "radius with the power three", "Count the metres"),
        (f"{ABOVE} / (2 * gap**2)", "gap squared", "power three"),
        (f"{ABOVE} / (2 * gap)", "gap without a power", "gap**3"),
        (f"{ABOVE} / 2 * gap**3", "brackets forgotten", "(2 * gap**3)"),
        (f"{ABOVE} * 2 * gap**3", "gap above the line", "divide"),
        ("3 * viscosity * speed * radius**2 / gap**3", "pressure in the middle", "half of that"),
        ("3 * pi * viscosity * radius * 4 * speed / (2 * gap * 3)", "power taken for a product", "two stars"),
        ("3 * pi * viscosity * (2 * radius)**4 * speed / (2 * gap**3)", "diameter for radius", "16 times"),
        ("3 * pi * viscosity * (radius / 2)**4 * speed / (2 * gap**3)", "radius halved", "sixteenth"),
        ("viscosity * radius**4 * speed / gap**3", "3 and π and 2 forgotten", "3 · π / 2"),
        (f"{ABOVE} / gap**3 * 2", "2 above the line", "four times"),
        (f"{ABOVE} / gap**3", "factor", "2"),
        ("3 * viscosity * radius**4 * speed / (2 * gap**3)", "factor", "π"),
        (
            "3 * pi * viscosity * (1e3 * radius)**4 * speed / (2 * (1e3 * gap)**3)",
            "radius and gap in millimetres, or speed in millimetres a second",
            "thousand times too large",
        ),
        (
            "3 * pi * viscosity * (1e3 * radius)**4 * 1e3 * speed / (2 * (1e3 * gap)**3)",
            "all in millimetres",
            "million times",
        ),
        ("3 * pi * viscosity * (1e3 * radius)**4 * speed / (2 * gap**3)", "radius in millimetres", "power 12"),
        (f"{ABOVE} / (2 * (1e3 * gap)**3)", "gap in millimetres", "thousand million"),
        ("3 * pi * speed * gap**4 * viscosity / (2 * radius**3)", "argument order", "(viscosity, speed, radius, gap)"),
        (f"-{ABOVE} / (2 * gap**3)", "sign", "minus"),
    ],
)
def test_wrong_laws_get_their_reason(book, expression, mistake, words):
    for _ in range(3):
        message = film_pull(law(expression), book)
        assert not message.passed
        assert message.mistake == mistake
        assert words in message.sentence


def test_a_caret_is_explained(book):
    message = film_pull(law("3 * pi * viscosity * radius^4 * speed / (2 * gap^3)"), book)
    assert not message.passed
    assert "**" in message.sentence


@pytest.mark.parametrize(
    ("check", "wrong", "shows"), [(metres_left, count("9"), "−3"), (film_pull, law("gap"), "gap**3")]
)
def test_a_hint_comes_after_the_second_failure(book, check, wrong, shows):
    assert not check(wrong, book).hint
    assert shows in check(wrong, book).hint
