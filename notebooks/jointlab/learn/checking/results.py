"""What the learner's function takes and what it gives back: numbers, or one sentence about what else it is."""

import inspect
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from jointlab.learn.checking.line import source_of


@dataclass(frozen=True)
class Called:
    """What came of a call: the `value`, or a `problem` in a sentence with a short `kind` for the logbook."""

    value: Any = None
    kind: str = ""
    problem: str = ""


def wrong_signature(function: Callable, names: Sequence[str]) -> Called | None:
    """A problem if what stands in the brackets of `function` does not fit inputs called `names`, in that order."""
    wanted = ", ".join(names)
    if inspect.iscoroutinefunction(function):
        return Called(kind="async", problem="The word `async` stands in front of `def`: take it away.")
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):  # some compiled functions do not tell
        return None
    own = list(signature.parameters)
    if own != list(names) and sorted(own) == sorted(names):
        return Called(
            kind="argument order",
            problem=f"The names in the brackets stand in another order: write ({wanted}) behind the function's name.",
        )
    try:
        signature.bind(*names)
    except TypeError:
        pass
    else:
        return None
    if any(parameter.kind is parameter.KEYWORD_ONLY for parameter in signature.parameters.values()):
        return Called(
            kind="star", problem=f"A star * stands among the names in the brackets: take it away, write ({wanted})."
        )
    has = f"has {len(own)} in its brackets ({', '.join(own)})" if own else "has none in its brackets"
    given = f"The check fills in {len(names)} number{'s' if len(names) > 1 else ''} ({wanted})"
    return Called(kind="argument count", problem=f"{given}, and your function {has}.")


def as_numbers(value: Any, shape: tuple[int, ...], function: Callable | None = None) -> Called:
    """`value` as an array of floats of that shape, () for a single number; or the problem with it.

    `function`: where it came from, to see what was written.
    """
    problem = _odd_kind(value, shape, function)
    if problem:
        return problem
    try:
        numbers = np.asarray(value, dtype=float)
    except Exception:
        return _odd(value, f"gives back {_a(value)}, where a number is needed")
    if numbers.shape != shape:
        return _wrong_shape(value, numbers.shape, shape)
    if np.isnan(numbers).any():
        return _odd(
            "nan",
            "gives back nan (not a number): look for the root or logarithm of something negative, or for 0/0",
        )
    if np.isinf(numbers).any():
        return _odd("inf", "gives back an infinite number: look for a division by zero or an enormous power")
    return Called(numbers)


def _odd_kind(value: Any, shape: tuple[int, ...], function: Callable | None) -> Called | None:
    if isinstance(value, bool | np.bool_):
        return _odd(value, f"gives back {bool(value)}: a comparison such as == or <, where a number is needed")
    if isinstance(value, str | bytes):
        return _odd(value, "gives back text: leave out the quotation marks and calculate")
    if inspect.isgenerator(value):
        return _odd(value, f"gives back {_a(value)}: write `return` in place of `yield`")
    if inspect.iscoroutine(value):
        value.close()  # or Python complains later that nobody has waited for it
        return _odd(value, f"gives back {_a(value)}: leave out the word `async`")
    if callable(value):
        return _odd(value, "gives back a function: call it, with brackets and its inputs behind the name")
    if isinstance(value, complex | np.complexfloating):
        root = "look for a root of something negative" if value.imag else "leave out the j, or the word complex"
        return _odd(value, f"gives back a complex number: {root}")
    if isinstance(value, tuple) and not shape:
        return _odd(value, f"gives back {_several(value, function)}")
    if isinstance(value, list | set | dict) and not shape:
        brackets = "round brackets ( ) hold a formula together, the others make something else"
        return _odd(value, f"gives back {_a(value)}, where one number is needed: {brackets}")
    return None


DECIMAL_COMMA = re.compile(r"(?<![\w.])(\d+),(\d+)\b")


def decimal_comma(text: str) -> str:
    """What to do about a decimal comma in `text`; "" if there is none."""
    found = DECIMAL_COMMA.search(text)
    if not found:
        return ""
    return f"Python reads {found[0]} as two numbers: write decimals with a point, {found[1]}.{found[2]}."


def _several(value: tuple, function: Callable | None) -> str:
    if len(value) == 1:
        return "a row of one number: take away the comma at the end of the line"
    if comma := decimal_comma("" if function is None else source_of(function)):
        return f"{len(value)} numbers, where one is needed. {comma.removesuffix('.')}"
    return f"{len(value)} numbers: return one, and write decimals with a point (0.5), not 0,5"


def _wrong_shape(value: Any, own: tuple[int, ...], wanted: tuple[int, ...]) -> Called:
    if not wanted:
        return _odd(value, f"gives back an array of shape {own}, where one number is needed")
    if not own:
        return _odd(value, f"gives back one number, where an array of shape {wanted} is needed: one for each input")
    return _odd(value, f"gives back an array of shape {own}, where shape {wanted} is needed")


def _odd(value: Any, what: str) -> Called:
    kind = value if isinstance(value, str) and value in ("nan", "inf") else type(value).__name__
    return Called(kind=f"returns {kind}", problem=f"Your function {what}.")


def _a(value: Any) -> str:
    name = type(value).__name__
    return f"{'an' if name[0] in 'aeiouAEIOU' else 'a'} {name}"
