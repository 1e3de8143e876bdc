"""What the learner's function takes and what it gives back: numbers, or one sentence about what else it is."""

import inspect
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from jointlab.language import _, ngettext
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
        return Called(kind="async", problem=_("The word `async` stands in front of `def`: take it away."))
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):  # some compiled functions do not tell
        return None
    own = list(signature.parameters)
    if own != list(names) and sorted(own) == sorted(names):
        return Called(
            kind="argument order",
            problem=_(
                "The names in the brackets stand in another order: write ({wanted}) behind the function's name."
            ).format(wanted=wanted),
        )
    try:
        signature.bind(*names)
    except TypeError:
        pass
    else:
        return None
    if any(parameter.kind is parameter.KEYWORD_ONLY for parameter in signature.parameters.values()):
        return Called(
            kind="star",
            problem=_("A star * stands among the names in the brackets: take it away, write ({wanted}).").format(
                wanted=wanted
            ),
        )
    return Called(kind="argument count", problem=_count(names, own))


def _count(names: Sequence[str], own: Sequence[str]) -> str:
    if own:
        told = ngettext(
            "The check fills in {count} number ({wanted}), and your function has {own} in its brackets ({names}).",
            "The check fills in {count} numbers ({wanted}), and your function has {own} in its brackets ({names}).",
            len(names),
        )
    else:
        told = ngettext(
            "The check fills in {count} number ({wanted}), and your function has none in its brackets.",
            "The check fills in {count} numbers ({wanted}), and your function has none in its brackets.",
            len(names),
        )
    return told.format(count=len(names), wanted=", ".join(names), own=len(own), names=", ".join(own))


def as_numbers(value: Any, shape: tuple[int, ...], function: Callable | None = None) -> Called:
    """`value` as an array of floats of that shape, () for a single number; or the problem with it.

    `function`: where it came from, to see what was written.
    """
    found = _numbers(value, shape, function)
    if not found.problem:
        return found
    told = _("Your attempt is {what}.") if function is None else _("Your function gives back {what}.")
    return replace(found, problem=told.format(what=found.problem))


def _numbers(value: Any, shape: tuple[int, ...], function: Callable | None) -> Called:
    """The same with the problem as a few words."""
    problem = _odd_kind(value, shape, function)
    if problem:
        return problem
    try:
        numbers = np.asarray(value, dtype=float)
    except Exception:
        return _odd(value, _("{value}, where a number is needed").format(value=_a(value)))
    if numbers.shape != shape:
        return _wrong_shape(value, numbers.shape, shape)
    if np.isnan(numbers).any():
        return _odd(
            "nan",
            _("nan (not a number): look for the root or logarithm of something negative, or for 0/0"),
        )
    if np.isinf(numbers).any():
        return _odd("inf", _("an infinite number: look for a division by zero or an enormous power"))
    return Called(numbers)


def _odd_kind(value: Any, shape: tuple[int, ...], function: Callable | None) -> Called | None:
    if isinstance(value, bool | np.bool_):
        return _odd(
            value, _("{value}: a comparison such as == or <, where a number is needed").format(value=bool(value))
        )
    if isinstance(value, str | bytes):
        return _odd(value, _("text: leave out the quotation marks and calculate"))
    if inspect.isgenerator(value):
        return _odd(value, _("{value}: write `return` in place of `yield`").format(value=_a(value)))
    if inspect.iscoroutine(value):
        value.close()  # or Python complains later that nobody has waited for it
        return _odd(value, _("{value}: leave out the word `async`").format(value=_a(value)))
    if callable(value):
        return _odd(value, _("a function: call it, with brackets and its inputs behind the name"))
    if isinstance(value, complex | np.complexfloating):
        if value.imag:
            return _odd(value, _("a complex number: look for a root of something negative"))
        return _odd(value, _("a complex number: leave out the j, or the word complex"))
    if isinstance(value, tuple) and not shape:
        return _odd(value, f"{_several(value, function)}")
    if isinstance(value, list | set | dict) and not shape:
        told = _(
            "{what}, where one number is needed: round brackets ( ) hold a formula together, the others make something "
            "else"
        )
        return _odd(value, told.format(what=_a(value)))
    return None


DECIMAL_COMMA = re.compile(r"(?<![\w.])(\d+),(\d+)\b")


def decimal_comma(text: str) -> str:
    """What to do about a decimal comma in `text`; "" if there is none."""
    found = DECIMAL_COMMA.search(text)
    if not found:
        return ""
    return _("Python reads {found} as two numbers: write decimals with a point, {found_2}.{found_3}.").format(
        found=found[0], found_2=found[1], found_3=found[2]
    )


def _several(value: tuple, function: Callable | None) -> str:
    if len(value) == 1:
        return _("a row of one number: take away the comma at the end of the line")
    if comma := decimal_comma("" if function is None else source_of(function)):
        return _("{value} numbers, where one is needed. {removesuffix}").format(
            value=len(value), removesuffix=comma.removesuffix(".")
        )
    return _("{value} numbers: return one, and write decimals with a point (0.5), not 0,5").format(value=len(value))


def _wrong_shape(value: Any, own: tuple[int, ...], wanted: tuple[int, ...]) -> Called:
    if not wanted:
        return _odd(value, _("an array of shape {own}, where one number is needed").format(own=own))
    if not own:
        return _odd(
            value, _("one number, where an array of shape {wanted} is needed: one for each input").format(wanted=wanted)
        )
    return _odd(value, _("an array of shape {own}, where shape {wanted} is needed").format(own=own, wanted=wanted))


def _odd(value: Any, what: str) -> Called:
    kind = value if isinstance(value, str) and value in ("nan", "inf") else type(value).__name__
    return Called(kind=f"returns {kind}", problem=what)


def _a(value: Any) -> str:
    name = type(value).__name__
    return (_("an {kind}") if name[0] in "aeiouAEIOU" else _("a {kind}")).format(kind=name)
