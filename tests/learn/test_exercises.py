"""Every exercise that data/lessons declares: its formulas, its mistakes, and how its notebook asks for it."""

import ast
import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import nbformat
import numpy as np
import pytest
from tests.learn.cells import formula

from jointlab import learn, sources
from jointlab.learn.exercise import exercise
from jointlab.models.film import reynolds
from jointlab.models.gas import henry

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
READY = [lesson for lesson in sources.course() if lesson.status == "ready"]
EXERCISES = [(lesson.name, name) for lesson in READY for name in sources.lesson(lesson.name)["build"]]
LESSON = {name: number for number, name in EXERCISES}
MISTAKES = [
    pytest.param(number, name, entry, id=f"{number}-{name}-{entry['name']}")
    for number, name in EXERCISES
    for entry in sources.lesson(number)["build"][name].get("mistake", ())
]
each_exercise = pytest.mark.parametrize(("number", "name"), EXERCISES, ids=LESSON)


def names_of(check):
    """The inputs, in the order in which the learner's function takes them."""
    return list(check.given or check.sample(np.random.default_rng(0)))


def answers(name, expression, book, times=3):
    """What the exercise says to this formula; several times, because the inputs are fresh each time."""
    check = exercise(LESSON[name], name)
    return [check(formula(names_of(check), expression), logbook=book) for _ in range(times)]


def test_no_two_exercises_share_a_name():
    """The logbook knows them by name alone."""
    assert len(LESSON) == len(EXERCISES) >= len(READY)


# Right and wrong answers


@each_exercise
def test_the_reference_is_a_model_and_passes(book, number, name):
    table = sources.lesson(number)["build"][name]
    assert table.get("reference", "models.").startswith("models.")
    check = exercise(number, name)
    assert check(
        lambda *values: check.reference(**dict(zip(names_of(check), values, strict=True))), logbook=book
    ).passed


@pytest.mark.parametrize(("number", "name", "entry"), MISTAKES)
def test_every_declared_mistake_gets_its_own_reason(book, number, name, entry):
    check = exercise(number, name)
    names = names_of(check)

    def by_factor(*values):
        return entry["factor"] * check.reference(**dict(zip(names, values, strict=True)))

    attempt = formula(names, entry["wrong"]) if "wrong" in entry else by_factor
    for _ in range(3):  # the inputs are fresh each time
        message = check(attempt, logbook=book)
        assert (message.passed, message.mistake) == (False, entry["name"])
        assert message.sentence.lower().endswith(entry["says"][1:].lower())


ALL = "(p_co2 * h_co2 + p_n2 * h_n2 + p_o2 * h_o2)"
BOTH = "(trunk_mass * trunk_arm + load * load_arm)"
ABOVE = "3 * pi * viscosity * radius**4 * speed"
RIGHT = {
    "boyle_pressure": ["start_volume / volume * start_pressure"],
    "metres_left": ["power - 2 + 1 - 3", "float(power) - 4.0"],
    "film_pull": [
        f"{ABOVE} / 2 / gap**3",
        "1.5 * 3.14159 * viscosity * speed * radius * (radius / gap)**3",
        "pi * radius**2 * (3 * viscosity * speed * radius**2 / gap**3) / 2",
    ],
    "co2_share": [
        "1 / (1 + (p_n2 * h_n2 + p_o2 * h_o2) / (p_co2 * h_co2))",
        "np.divide(p_co2 * h_co2, np.dot([p_co2, p_n2, p_o2], [h_co2, h_n2, h_o2]))",
    ],
    "collapse_time": ["0.915 * radius * (density / pressure_difference) ** 0.5"],
    "diffusion_time": [
        "distance / diffusivity * distance",
        "pow(distance, 2) / diffusivity",
        "np.square(distance) / diffusivity",
    ],
    "predictive_value": [
        "sensitivity * base_rate / (1 - base_rate - specificity + base_rate * specificity + base_rate * sensitivity)",
        "1 / (1 + (1 - base_rate) / base_rate * (1 - specificity) / sensitivity)",
    ],
    "back_muscles": [
        f"{BOTH} * 9.80665 / muscle_arm",
        "9.81 * trunk_mass * trunk_arm / muscle_arm + 9.81 * load * load_arm / muscle_arm",
        "np.dot([trunk_mass * 9.81, load * 9.81], [trunk_arm, load_arm]) / muscle_arm",
    ],
}


@pytest.mark.parametrize(("name", "expression"), [(name, right) for name in RIGHT for right in RIGHT[name]])
def test_other_spellings_pass(book, name, expression):
    for message in answers(name, expression, book):
        assert message.passed, message


@pytest.mark.parametrize(
    ("name", "expression", "mistake", "words"),
    [
        # another way to make a declared mistake
        ("metres_left", "power - 2 + 1 - 1", "pascal taken for newton, or gap counted once", "power three"),
        ("predictive_value", "base_rate * sensitivity / base_rate", "sensitivity for predictive value", "of 100"),
        ("co2_share", f"100 * p_co2 * h_co2 / {ALL}", "percent", "leave out the 100"),
        ("diffusion_time", "(2 * distance)**2 / diffusivity", "diameter for radius", "doubled"),
        ("diffusion_time", "(1000 * distance)**2 / diffusivity", "distance in mm", "a million times too long"),
        ("back_muscles", f"9.81 * {BOTH} / (100 * muscle_arm)", "muscle arm in cm, or trunk and load arms taken for cm",
         "hundred times too small"),
        ("film_pull", "3 * pi * viscosity * (1e3 * radius)**4 * 1e3 * speed / (2 * (1e3 * gap)**3)",
         "all in millimetres", "million times"),
        ("film_pull", f"{ABOVE} / (2 * (1e3 * gap)**3)", "gap in millimetres", "thousand million"),
        # a declared mistake and a constant besides
        ("co2_share", "100 * p_co2 / (p_co2 + p_n2 + p_o2)", "solubility forgotten", "constant factor as well"),
        ("film_pull", "pi * viscosity * radius**2 * speed / gap**3", "the misprint: radius squared", "as well"),
        ("back_muscles", "load * load_arm / muscle_arm", "trunk forgotten", "constant factor as well"),
        ("back_muscles", BOTH, "not divided by the muscle arm", "constant factor as well"),
        # what no exercise declares
        ("metres_left", "5", "constant", "for every input"),
        ("film_pull", f"{ABOVE} / gap**3", "factor", "2"),
        ("film_pull", "3 * viscosity * radius**4 * speed / (2 * gap**3)", "factor", "π"),
        ("film_pull", "3 * pi * speed * gap**4 * viscosity / (2 * radius**3)", "names changed places",
         "radius and gap have changed places"),
        ("film_pull", f"-{ABOVE} / (2 * gap**3)", "sign", "minus"),
        ("film_pull", "3 * pi * viscosity * radius^4 * speed / (2 * gap^3)", "TypeError", "two stars"),
        ("diffusion_time", "distance**2 / diffusivity**0.5", "power", "diffusivity"),
        ("diffusion_time", "print(distance**2 / diffusivity)", "nothing returned", "return"),
        ("predictive_value", "base_rate - sensitivity", "input missing", "specificity"),
        ("predictive_value", "base_rate - sensitivity + specificity", "other", "base_rate ="),
        ("back_muscles", f"9.81 * {BOTH} / muscle_arm / 1000", "unit", "kilonewtons"),
    ],
)  # fmt: skip
def test_what_is_not_declared_in_these_words(book, name, expression, mistake, words):
    for message in answers(name, expression, book):
        assert (message.passed, message.mistake) == (False, mistake)
        assert words in message.sentence


@each_exercise
def test_the_hint_comes_after_the_second_failure(book, number, name):
    first, second = answers(name, "0.123", book, times=2)
    assert first.hint == ""
    assert second.hint == sources.lesson(number)["build"][name]["hint"] != ""


MODELS = {
    "film_pull": lambda viscosity, speed, radius, gap: reynolds.stefan_pull(radius, gap, speed, viscosity),
    "co2_share": lambda *given: henry.shares(henry.content(given[:3], given[3:]))[0],
}


@pytest.mark.parametrize("name", MODELS)
def test_a_right_formula_agrees_with_the_model(book, name):
    """Declared as a formula, because the model takes other names or all gases at once."""
    assert exercise(LESSON[name], name)(MODELS[name], logbook=book).passed


def test_every_right_result_comes_from_a_model_or_is_held_to_one():
    declared = {name for number, name in EXERCISES if "right" in sources.lesson(number)["build"][name]}
    assert declared == {*MODELS, "metres_left"}  # a count, which needs no model


def test_base_rates_keep_clear_of_a_half():
    """At one half, forgetting the base rate would not show."""
    rng, check = np.random.default_rng(7), exercise("hypermobility", "predictive_value")
    drawn = [check.sample(rng) for _ in range(300)]
    assert all(given["base_rate"] < 0.45 for given in drawn)
    assert all(0.5 < given[kind] < 1 for given in drawn for kind in ("sensitivity", "specificity"))


# The notebooks


@cache
def build_cells(number):
    """Exercise → (lesson that is named, code of its cell, the printed solution)."""
    slug = next(lesson.file for lesson in READY if lesson.name == number)
    cells = nbformat.read(NOTEBOOKS / f"{slug}.ipynb", 4).cells
    found = {}
    for cell, after in pairwise(cells):
        if "learn.check(" in cell.source:
            lesson, name = re.search(r'^learn\.check\("(\w+)", "(\w+)", \w+\)$', cell.source, re.M).groups()
            solution = re.search(r"<summary>A solution</summary>\n\n```python\n(.*?)```", after.source, re.S)
            found[name] = (lesson, cell.source, solution[1])
    return found


@pytest.mark.parametrize("number", [lesson.name for lesson in READY])
def test_a_notebook_asks_for_all_exercises_of_its_own_lesson(number):
    cells = build_cells(number)
    assert list(cells) == list(sources.lesson(number)["build"])
    assert {lesson for lesson, _, _ in cells.values()} == {number}


@each_exercise
def test_the_printed_solution_passes(book, number, name):
    _, cell, solution = build_cells(number)[name]
    notebook = {"learn": learn}
    exec(cell, notebook)  # with its imports
    exec(solution, notebook)
    own = ast.parse(solution).body[-1].name
    assert exercise(number, name)(notebook[own], logbook=book).passed


@each_exercise
def test_the_empty_function_the_solution_and_the_words_agree(number, name):
    """The function that is handed over has the same name and the same arguments everywhere."""
    _, cell, solution = build_cells(number)[name]
    check = exercise(number, name)
    called = ast.parse(cell).body[-1].value.args[2].id
    for source in (cell, solution):
        function = next(node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef))
        assert (function.name, [each.arg for each in function.args.args]) == (called, names_of(check))
    assert check.asks.startswith(f"write {called}({', '.join(names_of(check))}): ")


# Declarations


DECLARED = """
[build.pull]
asks = "write pull(a, b): the product."
right = "a * b"
inputs.a = [1, 2]
inputs.b = {log = [1e-6, 1]}
mistake = [{name = "sum", wrong = "a + b", says = "Multiply."}, {name = "ten", factor = 10, says = "Too much."}]
"""


@pytest.fixture
def declare(tmp_path, monkeypatch):
    """A course of nothing but lesson 00, which says these words."""

    def write(text):
        (tmp_path / "lessons" / "start.toml").write_text(text, encoding="utf-8")

    (tmp_path / "lessons").mkdir()
    for table, lines in (("course.csv", 2), ("claims.csv", 2)):
        whole = (sources.DATA / table).read_text(encoding="utf-8").splitlines(keepends=True)
        (tmp_path / table).write_text("".join(whole[:lines]), encoding="utf-8")
    monkeypatch.setattr(sources, "DATA", tmp_path)
    return write


def test_an_exercise_is_known_by_its_words_alone(declare, book):
    declare(DECLARED)
    assert learn.check("start", "pull").sentence == "Your turn: write pull(a, b): the product."
    assert learn.check("start", "pull", lambda a, b: b * a, logbook=book).passed
    assert learn.check("start", "pull", lambda a, b: b + a, logbook=book).mistake == "sum"
    assert learn.check("start", "pull", lambda a, b: 10 * a * b, logbook=book).mistake == "ten"
    assert {entry["name"] for entry in book.entries("check")} == {"pull"}
    assert str(learn.progress(book)["start"]).startswith("start: 1 of 1 checks passed")


def test_the_example_for_authors_works(declare, book):
    text = (NOTEBOOKS.parent / "data" / "README.md").read_text(encoding="utf-8")
    declare(re.search(r"```toml\n(\[build.*?)```", text, re.S)[1])
    assert learn.check("start", "fall_time", lambda height, gravity: np.sqrt(2 * height / gravity), logbook=book).passed
    assert learn.check("start", "fall_time", lambda h, g: 2 * h / g, logbook=book).mistake == "root forgotten"


def test_a_number_may_be_asked_for(declare, book):
    declare(DECLARED.replace("inputs.a = [1, 2]", "given.a = 3").replace("inputs.b = {log = [1e-6, 1]}", "given.b = 4"))
    assert learn.check("start", "pull", 12.0, logbook=book).passed
    assert learn.check("start", "pull", 7, logbook=book).mistake == "sum"


def test_formulas_know_what_a_learner_would_have_imported(declare, book):
    declare(DECLARED.replace('"a * b"', '"np.sqrt(a) + sqrt(b) + math.exp(b) + log(a) + abs(sin(pi * b))"'))
    assert not learn.check("start", "pull", lambda a, b: a * b, logbook=book).passed


def test_inputs_are_drawn_as_declared(declare):
    whole = '[build.x]\nasks = "?"\nright = "n"\ninputs.n = {whole = [0, 3]}\n'
    declare(DECLARED + whole)
    rng = np.random.default_rng(3)
    drawn = [exercise("start", "pull").sample(rng) for _ in range(600)]
    assert all(1 <= given["a"] <= 2 and 1e-6 <= given["b"] <= 1 for given in drawn)
    assert np.mean([given["a"] for given in drawn]) == pytest.approx(1.5, abs=0.05)
    assert np.mean([np.log10(given["b"]) for given in drawn]) == pytest.approx(-3, abs=0.3)  # evenly on a log scale
    counts = [exercise("start", "x").sample(rng)["n"] for _ in range(100)]
    assert set(counts) == {0, 1, 2, 3}
    assert all(type(count) is int for count in counts)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("asks =", "ask =", "`ask` means nothing here"),
        ("asks = ", "asks = ''  # ", "it needs `asks`"),
        ('right = "a * b"', "", "either `reference` or `right`"),
        (
            'right = "a * b"',
            'reference = "models.film.reynolds:no_such_pull"',
            "no function 'models.film.reynolds:no_such_pull'",
        ),
        ('right = "a * b"', 'reference = "models.no_such_room:pull"', "no function 'models.no_such_room:pull'"),
        ('right = "a * b"', 'reference = "film"', "no function 'film'"),
        ('right = "a * b"', 'reference = "models.film.reynolds:stefan_pull"', "the right result cannot be calculated"),
        ('"a * b"', '"a * c"', "the right result cannot be calculated: name 'c' is not defined"),
        ('"a * b"', '"inf * a"', "the right result is not a finite number"),
        ('"a * b"', '"a * "', "'a * ' is not a formula"),
        ('"a + b"', '"a + b = c"', "the mistake 'sum': 'a + b = c' is not a formula"),
        ('"a + b"', "2", "the mistake 'sum': 2 is not a formula"),
        ('"a + b"', '"a + gap"', "the mistake 'sum' cannot be calculated: name 'gap' is not defined"),
        ("factor = 10, ", "", "the mistake 'ten': it needs either `wrong` or `factor`"),
        ("factor = 10", "factor = 10, wrong = 'a'", "the mistake 'ten': it needs either `wrong` or `factor`"),
        ("factor = 10", "factor = 'ten'", "the mistake 'ten': could not convert"),
        ('name = "sum", ', "", "each mistake needs `name` and `says`"),
        ("inputs.a = [1, 2]", "inputs.a = [2, 1]", "the range of a is not"),
        ("inputs.a = [1, 2]", "inputs.a = [1, 2, 3]", "the range of a is not"),
        ("inputs.a = [1, 2]", "inputs.a = 5", "the range of a is not"),
        ("inputs.a = [1, 2]", "inputs.a = ['x', 'y']", "the range of a is not"),
        ("inputs.a = [1, 2]", "inputs.a = {often = [1, 2]}", "the range of a is not"),
        ("log = [1e-6, 1]", "log = [0, 1]", "the range of b is not"),
        ("inputs.a = [1, 2]", "given.a = 1", "either `inputs` or `given`"),
    ],
)
def test_a_slip_in_a_declaration_is_named(declare, old, new, words):
    assert old in DECLARED
    declare(DECLARED.replace(old, new))
    with pytest.raises(sources.DamagedData) as error:
        learn.check("start", "pull")
    sentence = str(error.value)
    assert sentence.startswith("[build.pull] in data/lessons/start.toml cannot be used (")
    assert words in sentence
    assert "\n" not in sentence


def test_an_exercise_that_is_not_there(declare):
    declare(DECLARED)
    with pytest.raises(
        sources.MissingSource, match=r"The lesson 'start' has no exercise called 'push'; it has: pull\."
    ):
        learn.check("start", "push")
