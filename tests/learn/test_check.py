"""The check says what to look at, whatever the learner hands in, and never raises."""

import builtins
import itertools
import math
import sys
import time
from types import SimpleNamespace

import numpy as np
import pytest
from tests.learn.cells import written

from jointlab import logbook as logbooks
from jointlab.learn import Check, Mistake
from jointlab.learn.checking import watch
from jointlab.learn.checking.calling import call
from jointlab.learn.checking.check import Message
from jointlab.learn.exercise import exercise
from jointlab.models.bubble import keller_miksis

C = 0.9146813565  # √(3π/2) Γ(5/6)/Γ(1/3), computed apart from the model
collapse_time = exercise("pop", "collapse_time")


def formula(expression):
    return written(f"def f(radius, density, pressure_difference):\n    return {expression}\n")


@pytest.fixture
def ask(book):
    """Hand an attempt to the exercise of lesson 03; check that all is recorded and shown."""

    def hand_in(attempt, check=collapse_time):
        message = check(attempt, logbook=book)
        assert str(message).startswith("Yes — " if message.passed else ("Not quite — ", "Your turn: "))
        assert message._repr_html_().startswith('<div role="status"')
        if message.mistake != "not begun":
            entry = book.latest("check", check.name)["entry"]
            assert (entry["passed"], entry["mistake"]) == (message.passed, message.mistake)
            assert entry["says"] == message.sentence
        return message

    return hand_in


@pytest.mark.parametrize(
    "factor", ["0.915", "0.91468", "0.9147", "math.sqrt(1.5*math.pi)*math.gamma(5/6)/math.gamma(1/3)"]
)
def test_right_answers_pass(ask, factor):
    message = ask(formula(f"{factor} * radius * math.sqrt(density / pressure_difference)"))
    assert message.passed
    assert message.mistake == ""


@pytest.mark.parametrize(
    "right",
    [
        keller_miksis.rayleigh_collapse_time,
        lambda R, rho, dp: np.array(C * R * (rho / dp) ** 0.5),
        lambda *given: C * given[0] * np.sqrt(given[1] / given[2]),
        lambda R, rho, dp, more=0: C * R * np.sqrt(rho / dp) + more,
    ],
)
def test_other_ways_to_write_it_pass(ask, right):
    assert ask(right).passed


def test_printing_is_allowed_and_kept_off_the_page(ask, capsys):
    assert ask(written(f"def f(r, d, p):\n    print('r is', r)\n    return {C} * r * np.sqrt(d / p)\n")).passed
    assert capsys.readouterr().out == ""


ROOT = "np.sqrt(density / pressure_difference)"


@pytest.mark.parametrize(
    ("expression", "mistake", "words"),
    [
        # one declared mistake, made in two ways
        (f"1000 * {C} * radius * {ROOT}", "milliseconds, or radius in mm", "milliseconds"),
        (f"{C} * (1000 * radius) * {ROOT}", "milliseconds, or radius in mm", "millimetres"),
        # two mistakes at once: the named one first
        ("radius * np.sqrt(pressure_difference / density)", "density and pressure swapped", "constant factor as well"),
        # what was not foreseen is recognised by what all results have in common
        (f"-{C} * radius * {ROOT}", "sign", "minus"),
        (f"-3 * {C} * radius * {ROOT}", "sign", "factor of 3"),
        (f"0.93 * radius * {ROOT}", "rounding", "1.017 times"),
        (f"1e6 * {C} * radius * {ROOT}", "unit", "microseconds"),
        (f"{C} * radius * {ROOT} / 60", "unit", "minutes"),
        (f"100 * {C} * radius * {ROOT}", "power of ten", "needs no converting"),
        (f"{C} * radius * np.sqrt(density / (pressure_difference / 1e5))", "power of ten", "under the root"),
        (f"math.pi * {C} * radius * {ROOT}", "factor", "a factor π; one too many"),
        (f"0.25 * {C} * radius * {ROOT}", "factor", "0.25 times the right one for every input: look for a factor 4"),
        (f"0.77 * {C} * radius * {ROOT}", "factor", "0.77 times the right one"),
        (f"{C} * radius * np.sqrt(density) / pressure_difference", "power", "pressure_difference to the power −1"),
        (f"{C} * radius**3 * {ROOT}", "power", "radius to the power 3; it should go with the power 1"),
        ("0.000123", "constant", "0.000123 for every input"),
        (f"{C} * radius + {ROOT}", "sign in the line", "`radius + sqrt`"),
        (f"{C} * (radius + 0.001 * {ROOT}) ** 1.5", "other", "for radius ="),
    ],
)
def test_wrong_formulas_get_their_reason(ask, expression, mistake, words):
    for _ in range(3):  # the inputs are fresh each time
        message = ask(formula(expression))
        assert not message.passed
        assert message.mistake == mistake
        assert words in message.sentence


def handed_in(expression):
    """As `formula`, under the name and with the inputs of the lesson."""
    return written(f"def collapse_time({', '.join(collapse_time.inputs)}):\n    return {expression}\n", "collapse_time")


def test_a_line_comes_back_where_a_newer_copy_of_the_course_brings_an_empty_cell(book):
    """The newest that was right, as a cell that can be pasted; what Python could not read comes back as it was."""
    nothing = collapse_time(handed_in("..."), logbook=book)
    assert (nothing.mistake, nothing.before) == ("not begun", "")
    unreadable = f"{collapse_time.empty}  # my own".replace("return ...", "return 0.9 * (")
    collapse_time.record(Message(False, "", "SyntaxError"), unreadable, book)
    assert collapse_time(logbook=book).before == unreadable
    for expression in (f"{C} * radius * {ROOT}", "radius"):
        collapse_time(handed_in(expression), logbook=book)
    message = collapse_time(handed_in("..."), logbook=book)
    assert message.before == collapse_time.empty.replace("return ...", f"return {C} * radius * {ROOT}")
    assert "Give me back what I wrote here before" in message._repr_html_()
    book.start_afresh("pop", ["collapse_time"])
    assert collapse_time(handed_in("..."), logbook=book).before == ""


def test_arguments_in_another_order_by_name(ask):
    message = ask(written(f"def f(density, radius, pressure_difference):\n    return {C} * radius * {ROOT}\n"))
    assert message.mistake == "argument order"
    assert "(radius, density, pressure_difference)" in message.sentence


def test_arguments_in_another_order_by_result(ask):
    message = ask(written(f"def f(rho, R, dp):\n    return {C} * R * np.sqrt(rho / dp)\n"))
    assert message.mistake == "argument order"
    assert "formula is right" in message.sentence


def test_right_for_some_inputs_only():
    half = Check("half", "", lambda x: abs(x), lambda rng: {"x": rng.choice([-1.0, 1.0]) * rng.uniform(1, 2)})
    seen = {half(lambda x: x).mistake for _ in range(20)}
    assert "partly" in seen


@pytest.mark.parametrize(
    ("source", "mistake", "words"),
    [
        ("def f(r, d): return r", "argument count", "has 2 in its brackets (r, d)"),
        ("def f(): return 1", "argument count", "has none in its brackets"),
        ("def f(r, d, p, more): return r", "argument count", "has 4 in its brackets"),
        ("def f(r, d, p): t = r", "nothing returned", "`return` in front"),
        ("def f(r, d, p): print(r)", "nothing returned", "not `print`"),
        ("def f(r, d, p): return 'r*d'", "returns str", "quotation marks"),
        ("def f(r, d, p): return [r, d]", "returns list", "one number is needed"),
        ("def f(r, d, p): return 0,915", "returns tuple", "decimals with a point"),
        ("def f(r, d, p): return {}", "returns dict", "one number is needed"),
        ("def f(r, d, p): return (-r) ** 0.5", "returns complex", "root of something negative"),
        ("def f(r, d, p): return np.sqrt(-r)", "returns nan", "not a number"),
        ("def f(r, d, p): return np.float64(1) / 0", "returns inf", "division by zero"),
        ("def f(r, d, p): return np.array([r, d])", "returns ndarray", "shape (2,)"),
        ("def f(r, d, p): return np.array([r])", "returns ndarray", "shape (1,)"),
        ("def f(r, d, p): return r == d", "returns bool", "comparison"),
        ("def f(r, d, p): return math.sqrt", "returns builtin_function_or_method", "gives back a function"),
        ("def f(r, d, p):\n    yield r", "returns generator", "place of `yield`"),
        ("def f(r, d, p): return object()", "returns object", "an object"),
        ("def f(r, d, p): return 10**400", "returns int", "an int"),
        (
            "def f(r, d, p):\n    x = 1\n    return sqrt(r)",
            "NameError",
            "Not quite — Python does not know the name sqrt in line 3 (`return sqrt(r)`).",
        ),
        ("def f(r, d, p): return r / 0", "ZeroDivisionError", "in line 1"),
        ("def f(r, d, p): return r(d)", "TypeError", "a * is missing"),
        ("def f(r, d, p): return r * [d + p]", "TypeError", "use round ones"),
        ("def f(r, d, p): return r * '2'", "TypeError", "leave the quotation marks out"),
        ("def f(r, d, p): return r * (d, p)", "TypeError", "a comma makes a row of numbers"),
        ("def f(r, d, p):\n    Odds = r\n    return odds", "NameError", "Did you mean Odds (capital and"),
        ("def f(r, d, p): return math.sqrt(-r)", "ValueError", "math domain error"),
        ("def f(r, d, p): import nonsense_xyz", "ModuleNotFoundError", "nothing needs to be imported"),
        ("def f(r, d, p): return np.sqr(r)", "AttributeError", "after the dot"),
        ("def f(r, d, p): exit()", "NameError", "exit"),
        ("def f(r, d, p): raise SystemExit", "SystemExit", "exit() and quit()"),
        ("def f(r, d, p): raise KeyboardInterrupt", "interrupted", "run the cell again"),
        ("def f(r, d, p): return f(r, d, p)", "RecursionError", "calls itself"),
        ("class Odd(Exception):\n    def __str__(self): return 1/0\ndef f(r, d, p): raise Odd", "Odd", "with Odd."),
        ("class Odd:\n    def __float__(self): return 1/0\ndef f(r, d, p): return Odd()", "returns Odd", "an Odd"),
        (
            "def f(r, d, p):\n    try: return f(r, d, p)\n    except Exception: return f(r, d, p)",
            "RecursionError",
            "calls",
        ),
    ],
)
def test_bad_functions_get_one_sentence(ask, source, mistake, words, monkeypatch):
    monkeypatch.delattr(builtins, "exit", raising=False)
    message = ask(written(source))
    assert message.mistake == mistake
    assert words in message.sentence
    assert "\n" not in message.sentence


LOOPS = {
    "one line": "def f(r, d, p):\n    while True: pass",
    "nested": "def f(r, d, p):\n    while r:\n        for i in range(3):\n            while d > 0:\n      "
    "          d = d + 1",
    "for": "import itertools\ndef f(r, d, p):\n    for i in itertools.count():\n        r += 1",
    "comprehension": "def f(r, d, p): return [0 for _ in iter(int, 1)]",
    "generator": "def f(r, d, p): return sum(0 for _ in iter(int, 1))",
    "helper": "def g(r):\n    while True: r = r\ndef f(r, d, p): return g(r)",
    "printing": "def f(r, d, p):\n    while True: print(r)",
    "except Exception": "def f(r, d, p):\n    while True:\n        try: 1/0\n        except Exception: pass",
}


@pytest.mark.parametrize("source", LOOPS.values(), ids=LOOPS)
def test_endless_loops_are_stopped(source):
    called = call(written(source), [1.0, 1.0, 1.0], (), 0.15)
    assert called.kind == "too slow"
    assert "in line" in called.problem
    assert "0.15 seconds" in called.problem


def test_the_deadline_of_an_exercise(ask, monkeypatch):
    """With a clock that is a tenth of a second later at each look."""
    ticks = itertools.count()
    monkeypatch.setattr(watch, "time", SimpleNamespace(monotonic=lambda: next(ticks) / 10))
    assert "2 seconds" in ask(written(LOOPS["one line"])).sentence


CAUGHT = {
    "bare": "def f(r, d, p):\n    while True:\n        try: pass\n        except: pass",
    "BaseException": "def f(r, d, p):\n    while True:\n        try: r = r + 1\n        except BaseException: pass",
    "both": "def f(r, d, p):\n    while True:\n        try: r = r\n        except (Exception, BaseException): d = d",
    "finally": "def f(r, d, p):\n    while True:\n        try: pass\n        finally: continue",
    "helper": "def g():\n    while True:\n        try: x = len([1])\n        except: pass\ndef f(r, d, p): return g()",
    "class": "class G:\n    def __call__(self, r, d, p):\n"
    "        while True:\n            try: pass\n            except: pass\nf = G()",
    "partial": "import functools\ndef g(a, r, d, p):\n    while True:\n        try: r = r\n        except: pass\n"
    "f = functools.partial(g, 1)",
    "lambda": "def g():\n    while True:\n        try: pass\n        except: pass\nf = lambda r, d, p: g()",
    "no tracing": "import sys\ndef f(r, d, p):\n    sys.settrace(None)\n    while True: pass",
    "result": "class G:\n    def __float__(self):\n        while True: pass\ndef f(r, d, p): return G()",
}


@pytest.mark.parametrize("source", CAUGHT.values(), ids=CAUGHT)
def test_endless_loops_that_catch_everything_are_stopped(source):
    """Python ends the tracing with the first error that it raises."""
    before = sys.gettrace(), sys.getprofile(), sys.getrecursionlimit()
    called = call(written(source), [1.0, 1.0, 1.0], (), 0.1)
    assert called.kind == "too slow"
    for _ in range(1000):  # nothing is raised afterwards
        pass
    assert (sys.gettrace(), sys.getprofile(), sys.getrecursionlimit()) == before


def test_calling_itself_and_catching_everything_is_stopped():
    source = "def f(r, d, p):\n    try: return f(r, d, p)\n    except: return f(r, d, p)"
    assert call(written(source), [1.0, 1.0, 1.0], (), 5.0).kind == "RecursionError"


def test_catching_everything_without_a_loop_is_allowed(ask):
    source = f"def f(r, d, p):\n    try: return {C} * r * np.sqrt(d / p)\n    except: return 0\n"
    assert ask(written(source)).passed


def test_a_whole_check_has_one_deadline(book):
    """Not one for each call: eight that are nearly too slow would take a quarter of a minute."""
    calls = []

    def slow(x):
        calls.append(x)
        time.sleep(0.05)
        return x

    check = Check("slow", "", lambda x: x, lambda rng: {"x": 1.0}, deadline=0.2)
    message = check(slow, logbook=book)
    assert len(calls) <= 4
    assert message.mistake == "too slow"
    assert "8 results were not there after 0.2 seconds" in message.sentence


def test_what_is_left_of_the_deadline_is_not_taken_for_an_endless_loop(book):
    source = "def f(x):\n    while True: pass"
    check = Check("slow", "", lambda x: x, lambda rng: {"x": 1.0}, deadline=0.2)
    assert "8 results were not there after 0.2 seconds" in check(written(source), logbook=book).sentence


@pytest.mark.parametrize(("x", "words"), [(0.0, "here x is 0"), (1.0, "though none of the numbers that come in is")])
def test_a_division_by_zero_says_whether_an_input_is_zero(x, words, book):
    check = Check("zero", "", lambda x: x, lambda rng: {"x": x})
    assert words in check(written("def f(x): return 1 / (x * 0)"), logbook=book).sentence


def test_where_both_are_zero_any_factor_is_right(book):
    check = Check("count", "", lambda n: n - 4, lambda rng: {"n": int(rng.integers(1, 9))})
    assert {check(lambda n: 7.7 * (n - 4), logbook=book).mistake for _ in range(20)} == {"factor"}


def test_an_earlier_trace_function_comes_back(ask):
    def mine(*_arguments):
        return None

    before = sys.gettrace()
    sys.settrace(mine)
    try:
        for attempt in (lambda r, d, p: r, lambda r, d, p: 1 / 0, written(LOOPS["helper"])):
            call(attempt, [1.0, 1.0, 1.0], (), 0.1)
            assert sys.gettrace() is mine
    finally:
        sys.settrace(before)


@pytest.mark.parametrize("attempt", [..., formula("..."), lambda radius, density, pressure_difference: ...])
def test_an_attempt_yet_to_come_is_no_failure(ask, book, attempt):
    message = ask(attempt)
    assert message.sentence.startswith("Your turn: write collapse_time(radius, density, pressure_difference)")
    assert not message.passed
    assert message.notice == ""
    assert book.entries() == []


def test_where_no_code_can_be_written_the_check_says_so(ask, monkeypatch):
    monkeypatch.setenv("SERVER_SOFTWARE", "voila/0.5.13")  # as Voilà tells its kernels
    message = ask(...)
    assert message.notice.startswith("On this page no code can be written.")
    assert message.notice in message._repr_html_()


class _Odd:
    def __repr__(self):
        raise SystemExit

    def __call__(self, *_):
        raise ValueError("odd")


@pytest.mark.parametrize("attempt", [0.5, "text", [1], np.array([1.0]), {}, float("nan"), b"x", 1j])
def test_something_else_than_a_function(ask, attempt):
    message = ask(attempt)
    assert message.mistake == "number for a function"
    assert "its name alone" in message.sentence


@pytest.mark.parametrize("attempt", [int, type, _Odd, _Odd(), np.sqrt, print, len, Check, math.gamma, np.hypot])
def test_odd_callables_never_raise(ask, attempt):
    assert not ask(attempt).passed


def test_the_inputs_are_copies():
    kept = []

    def sample(rng):
        kept.append(rng.uniform(1, 2, 3))
        return {"x": kept[-1]}

    def spoil(x):
        x[:] = 0
        return x

    Check("copy", "", lambda x: x, sample)(spoil)
    assert all((x > 0).all() for x in kept)


# Exercises on whole arrays, and exercises that ask for a number

ROOTS = Check(
    "roots",
    "write roots(x)",
    lambda x: np.sqrt(x),
    lambda rng: {"x": rng.uniform(1, 2, 4)},
    mistakes=(Mistake("half", 0.5, "Half."),),
)


@pytest.mark.parametrize(
    ("attempt", "mistake", "words"),
    [
        (lambda x: np.sqrt(x), "", "right"),
        (lambda x: [v**0.5 for v in x], "", "right"),
        (lambda x: 0.5 * np.sqrt(x), "half", "half."),
        (lambda x: 1.2 * np.sqrt(x), "factor", "1.2 times the right one"),
        (lambda x: float(np.sqrt(x[0])), "returns float", "one number, where an array of shape (4,)"),
        (lambda x: np.sqrt(x)[:2], "returns ndarray", "shape (2,), where shape (4,)"),
        (lambda x: math.sqrt(x), "TypeError", "TypeError"),
        (lambda x: [1, "a"], "returns list", "a list"),
        (lambda x: x**2, "other", "for x = ["),
    ],
)
def test_an_exercise_on_arrays(ask, attempt, mistake, words):
    message = ask(attempt, ROOTS)
    assert message.mistake == mistake
    assert words in message.sentence


NUMBER = Check("number", "how long?", lambda a: 2 * a, given={"a": 0.004}, unit="s")


@pytest.mark.parametrize(
    ("attempt", "mistake", "words"),
    [
        (0.008, "", "that is the right number"),
        (np.float64(0.00801), "", "right"),
        (8, "unit", "milliseconds"),
        (0.004, "factor", "a factor 2; one is missing"),
        (0, "other", "0.008 s is right"),
        (-0.008, "sign", "minus"),
        (lambda: 0.008, "function for a number", "call your function"),
        ("0.008", "returns str", "text"),
        ((0, 8), "returns tuple", "point"),
        (float("nan"), "returns nan", "not a number"),
    ],
)
def test_an_exercise_that_asks_for_a_number(ask, attempt, mistake, words):
    message = ask(attempt, NUMBER)
    assert message.mistake == mistake
    assert words in message.sentence


def test_a_check_needs_inputs_of_one_kind():
    with pytest.raises(ValueError, match="either"):
        Check("x", "", abs)


# Hint, logbook, and errors of the check itself


def test_the_hint_comes_after_two_failures_and_stays_folded(ask, book):
    wrong, right = formula("radius"), formula(f"{C} * radius * {ROOT}")
    assert ask(wrong).hint == ""
    second = ask(wrong)
    assert second.hint == collapse_time.hint
    assert "<details><summary>Show a hint</summary>" in second._repr_html_()
    assert "Hint: " in str(second)
    assert ask(right).hint == ""


def test_what_the_learner_wrote_is_kept(ask, book):
    source = "def f(radius, density, pressure_difference):\n    # my idea\n    return radius * 3\n"
    ask(written(source))
    assert book.latest("check", "collapse_time")["entry"]["attempt"] == source
    ask("0,5")
    assert book.latest("check", "collapse_time")["entry"]["attempt"] == "'0,5'"
    ask(_Odd())
    assert "_Odd" in book.latest("check", "collapse_time")["entry"]["attempt"]


def test_what_the_learner_wrote_is_escaped(ask):
    message = ask(written("def f(r, d, p): raise ValueError('<script>x</script>')"))
    assert "<script>" in str(message)
    assert "<script>" not in message._repr_html_()


def test_an_error_of_the_check_is_not_put_on_the_learner(book):
    broken = Check("broken", "", lambda x: 1 / 0, lambda rng: {"x": 1.0})
    message = broken(lambda x: x, logbook=book)
    assert not message.passed
    assert "error of its own (ZeroDivisionError" in str(message)
    assert "not at fault" in str(message)


def test_without_a_logbook_the_shared_one_is_used():
    collapse_time(formula("radius"))
    assert logbooks.default().latest("check", "collapse_time")["entry"]["passed"] is False


def test_it_prints_as_what_it_asks():
    assert repr(collapse_time) == collapse_time.asks
