"""The usual mistakes, made in every exercise that there is: each gets its own words, every time, in plain language."""

import ast
import re
from functools import cache
from itertools import combinations

import numpy as np
import pytest
from tests.learn.cells import written
from tests.learn.test_exercises import EXERCISES, LESSON, build_cells

from jointlab import sources
from jointlab.learn.checking.line import formula as formula_of
from jointlab.learn.exercise import exercise

TIMES = 3  # the inputs are fresh each time
# For readers without Python; and none is told to use what no lesson has.
FOREIGN = re.compile(r"\b(argument|parameter|signature|callable|e[-+]\d\d|np\.)", re.IGNORECASE)
each_exercise = pytest.mark.parametrize("name", LESSON)


class Slip:
    """An exercise and its printed solution, in one line, to make slips in."""

    def __init__(self, name):
        self.check = exercise(LESSON[name], name)
        _, _, solution = build_cells(LESSON[name])[name]
        function = self.check.function_name
        self.right = ast.unparse(formula_of(written(f"from math import pi, sqrt\n{solution}", function)))
        self.imports = "".join(f"from math import {name}\n" for name in self.check.imports)
        self.head = f"def {function}({', '.join(self.check.inputs)}):"
        self.declared = {entry["name"] for entry in sources.lesson(LESSON[name])["build"][name].get("mistake", ())}

    def function(self, body, head=""):
        source = (
            f"{self.imports}\n\n{head or self.head}\n" + "\n".join(f"    {line}" for line in body.splitlines()) + "\n"
        )
        return written(source, self.check.function_name)

    def answers(self, body, head="", times=TIMES):
        return [self.hand_in(self.function(body, head)) for _ in range(times)]

    def hand_in(self, attempt):
        message = self.check(attempt, logbook=self.book)
        said = message.sentence.split("(Python stopped")[0]
        assert not FOREIGN.search(said), said
        assert "\n" not in message.sentence
        return message


kept = cache(Slip)  # to read an exercise takes longer than to make a slip in it


@pytest.fixture
def slip(name, book):
    kept(name).book = book
    return kept(name)


def kinds(messages):
    return {message.mistake for message in messages}


@each_exercise
def test_the_solution_in_one_line_passes(slip):
    assert kinds(slip.answers(f"return {slip.right}")) == {""}


BODIES = {
    "return ...\nreturn {}": "dots left",
    "{}\nreturn ...": "dots left",
    "x = {}\nreturn ...": "dots left",
    "return ... * ({})": "dots left",
    "return 2 - ...": "dots left",
    "return ...": "not begun",
    "...": "not begun",
    "'''My idea.'''\nreturn ...": "not begun",
    "x = {}": "nothing returned",
    "{}": "nothing returned",
    "print({})": "nothing returned",
    "return {},": "returns tuple",
    "return [{}]": "returns list",
    "return '{}'": "returns str",
    "return complex({})": "returns complex",
    "return ({}) * 1j": "returns complex",
    "return -({})": "sign",
    "return ({}) * 1.02": "rounding",
    "return ({}) * 7.7": "factor",
    "return ({}) * 0": "constant",
    "return input('?')": "input",
    "return nonsense * ({})": "NameError",
    "return {} ^ 2": {"TypeError", "caret"},
    "return [{}] / 2": "TypeError",
    "return ({})(2)": "TypeError",
    "yield {}": "returns generator",
}


@pytest.mark.parametrize("body", BODIES)
@each_exercise
def test_a_slip_has_its_own_words(slip, name, body):
    messages = slip.answers(body.format(slip.right))
    wanted = BODIES[body]
    better = slip.declared if wanted == "sign" else set()
    assert kinds(messages) <= (wanted if isinstance(wanted, set) else {wanted}) | better
    assert not any(message.passed for message in messages)


@each_exercise
def test_digits_of_a_constant_are_asked_for_only_where_there_is_one(slip, name):
    sentences = [message.sentence for message in slip.answers(f"return ({slip.right}) * 1.02")]
    said = {"digits of the constant" in sentence for sentence in sentences}
    assert said == {name in ("collapse_time", "back_muscles", "toes_force", "standard_error")}


@each_exercise
def test_whoever_is_very_close_is_told_where_to_look(slip, name):
    for message in slip.answers(f"return ({slip.right}) * 1.02"):
        assert "digits of the constant" in message.sentence or "but for a number in it" in message.sentence


@each_exercise
def test_whole_numbers_are_told_to_be_cut_off(slip, name):
    """Unless the result is so large that it makes no difference, or whole by itself."""
    for body in (f"return int({slip.right})", f"return ({slip.right}) // 1"):
        assert kinds(slip.answers(body)) <= {"", "rounded away"}
    small = {"film_pull", "co2_share", "collapse_time", "predictive_value", "hamstring_length"}
    if name in small:
        assert kinds(slip.answers(f"return int(0.01 * ({slip.right}) * 100)")) == {"rounded away"}


@each_exercise
def test_upside_down(slip, name):
    if name != "metres_left":  # whose right result may be 0
        assert kinds(slip.answers(f"return 1 / ({slip.right})")) <= {"upside down", "parts upside down"}


@each_exercise
def test_names_that_have_changed_places(slip, name):
    """Each two of them: the right formula of other inputs. Some declare that they know better what happened."""
    for one, two in combinations(slip.check.inputs, 2):
        line = exchanged(slip.right, one, two)
        for message in slip.answers(f"return {line}"):
            assert message.passed or message.mistake in {"names changed places", "power of ten", "sign", *slip.declared}
            if message.mistake == "names changed places":
                mended = exchanged(line, *re.search(r"but (\w+) and (\w+) have", message.sentence).groups())
                assert kinds(slip.answers(f"return {mended}")) == {""}


def exchanged(line, one, two):
    return re.sub(rf"\b({one}|{two})\b", lambda found: two if found[0] == one else one, line)


@each_exercise
def test_other_names_or_another_order_in_the_brackets(slip):
    names = slip.check.inputs
    if len(names) > 1:
        other = [*names[1:], names[0]]
        head = slip.head.replace(", ".join(names), ", ".join(other))
        assert kinds(slip.answers(f"return {slip.right}", head)) == {"argument order"}
    star = slip.head.replace("(", "(*, ")
    assert kinds(slip.answers(f"return {slip.right}", star)) == {"star"}
    more = slip.head.replace(")", ", more)")
    assert kinds(slip.answers(f"return {slip.right}", more)) == {"argument count"}
    asynchronous = slip.hand_in(slip.function(f"return {slip.right}", f"async {slip.head}"))
    assert asynchronous.mistake == "async"


@each_exercise
def test_a_misspelt_name_finds_its_own(slip):
    for right in slip.check.inputs:
        for wrong in {right.upper(), right[:-1] + "q" * (len(right) > 4) + right[-1], right.replace("_", "")} - {right}:
            [message] = slip.answers("return " + re.sub(rf"\b{right}\b", wrong, slip.right), times=1)
            assert message.mistake == "NameError", (right, wrong)
            assert f"Did you mean {right}" in message.sentence
            assert "You have " in message.sentence


@each_exercise
def test_without_brackets(slip):
    bare = re.sub(r"(?<!sqrt)\(([^()]*)\)", r"\1", re.sub(r"(?<!sqrt)\(([^()]*)\)", r"\1", slip.right))
    if bare == slip.right:
        return
    for message in slip.answers(f"return {bare}"):
        assert re.search(r"[Bb]rackets|Only the hip's part", message.sentence), message.sentence


@each_exercise
def test_one_sign_is_not_right(slip):
    """It never comes to no more than an example."""
    for sign in re.finditer(r" ([-+*/]) ", slip.right):
        for other in {"+", "-", "*", "/"} - {sign[1]}:
            line = f"{slip.right[: sign.start(1)]}{other}{slip.right[sign.end(1) :]}"
            for message in slip.answers(f"return {line}", times=1):
                assert message.passed or message.mistake != "other", (line, message.sentence)


@each_exercise
def test_an_input_that_is_missing_is_named(slip):
    for name in slip.check.inputs:
        for message in slip.answers("return " + re.sub(rf"\b{name}\b", "1.7", slip.right), times=1):
            known = message.mistake not in ("other", "partly")
            assert known, message.sentence
            if message.mistake == "input missing":
                assert name in message.sentence


@each_exercise
def test_every_input_is_needed(slip):
    """Or it would be wrong to say that one is missing."""
    rng = np.random.default_rng(5)
    for name in slip.check.inputs:
        first, second = slip.check.sample(rng), slip.check.sample(rng)
        changed = {**first, name: second[name]}
        assert slip.check.reference(**first) != slip.check.reference(**changed)


@each_exercise
def test_what_is_handed_over_is_no_function(slip):
    function = slip.function(f"return {slip.right}")
    for attempt in (1.5, slip.check.function_name, "text", None, (1, 2)):
        message = slip.hand_in(attempt)
        assert message.mistake == "number for a function"
        assert f"It is called {slip.check.function_name}: hand over its name alone" in message.sentence
    assert "no `return` yet" in slip.hand_in(None).sentence
    assert slip.check(function, 0.001, 1000, logbook=slip.book).mistake == "too many"
    assert slip.check(function, 5, logbook=slip.book).mistake == "too many"


# What is told leaves something to do


TOKEN = re.compile(r"\*\*|\d+\.?\d*|[A-Za-z_]\w*|\S")
PART = re.compile(r"\*\*|\d+\.?\d*|[-+*/()]")


def solution_in(text, check):
    """The right formula, if it stands in `text`; else ""."""
    for sign, python in {"·": "*", "²": "**2", "−": "-", "π": "pi", "√": "sqrt"}.items():
        text = text.replace(sign, python)
    rng = np.random.default_rng(1)
    inputs = [check.sample(rng) for _ in range(6)]
    known = {name: np.array([given[name] for given in inputs], float) for name in check.inputs}
    space = {"__builtins__": {}, "pi": np.pi, "sqrt": np.sqrt, **known}
    right = np.array([check.reference(**given) for given in inputs], float)
    tokens = TOKEN.findall(text)
    part = [token in space or bool(PART.fullmatch(token)) for token in tokens]
    for i in range(len(tokens)):
        for j in range(i + 1, len(tokens) + 1):
            if not part[j - 1]:
                break
            if set(known) <= set(tokens[i:j]):
                try:
                    with np.errstate(all="ignore"):
                        if np.allclose(eval(" ".join(tokens[i:j]), space), right, rtol=0.005):
                            return " ".join(tokens[i:j])
                except (SyntaxError, TypeError):
                    continue
    return ""


@pytest.mark.parametrize(("lesson", "name"), EXERCISES)
def test_no_hint_and_no_answer_gives_the_whole_line_away(lesson, name):
    check, table = exercise(lesson, name), sources.lesson(lesson)["build"][name]
    texts = [table["asks"], table["hint"], *(entry["says"] for entry in table["mistake"])]
    assert [found for text in texts if (found := solution_in(text, check))] == []


def test_a_line_that_is_given_away_would_be_found():
    check = exercise("pop", "collapse_time")
    assert solution_in("The time is 0.9147 · radius · √(density / pressure_difference).", check)


@pytest.mark.parametrize(("lesson", "name"), EXERCISES)
def test_the_empty_line_is_the_cell_of_the_notebook(lesson, name):
    assert exercise(lesson, name).empty == build_cells(lesson)[name][1]
