"""Python's complaints about a running line, in words for somebody who writes a first one."""

import difflib
import math
import re
from collections.abc import Sequence

from jointlab.learn.checking.line import Names
from jointlab.learn.checking.results import decimal_comma

CARET = "In Python a power is written with two stars, as in radius**2, not with ^."
DOTS = "The three dots still stand in your line; they only keep the place. Write your formula in their place."
TIMES = "To multiply, write *."

# Part of what Python says → what helps. The first that fits is told.
_TYPE_ERRORS = {
    r"for \^": CARET,
    "takes exactly one argument": "Only one thing goes into these brackets: to divide, write / and not a comma.",
    r"operand.*function|must be.* not \w*function": "Behind the name of a function, such as sqrt, go brackets around "
    "what it is taken of: sqrt( ).",
    "not callable": "Look whether a * is missing between a number or a name and the bracket behind it.",
    "not subscriptable": "Square brackets [ ] do something else in Python: use round ones ( ).",
    "'list'": "Square brackets [ ] make a list: to calculate, use round ones ( ).",
    "'set'|'dict'": "Curly brackets { } make a set: to calculate, use round ones ( ).",
    "'str'": "What stands in quotation marks is text: leave the quotation marks out.",
    "'tuple'|sequence by non-int": "A comma makes a row of numbers: write decimals with a point, and signs between.",
    "NoneType": "One part gives nothing (None): print( ) only shows its number, it does not hand it over.",
    "missing.*required": "Something is missing in the brackets.",
}
_ADVICE = {
    "UnboundLocalError": "Give that name a value before the line that uses it.",
    "ModuleNotFoundError": "Nothing needs to be imported here but what is there already.",
    "ImportError": "Nothing needs to be imported here but what is there already.",
    "SystemExit": "A function ends with return; exit() and quit() end the whole program.",
    "OverflowError": "A number got too large: look for an enormous power.",
    "Asked": "Nobody has to be asked here: the numbers come in with the names in the brackets. Leave out input( ).",
}


def complaint(error: BaseException, where: str, line: str, names: Names, zeros: Sequence[str] | None = None) -> str:
    """One sentence or two about an error. `where` is such as " in line 2", `line` is what stands there.

    `zeros`: the names in the brackets that were 0; None where there are no brackets.
    """
    kind = type(error).__name__
    if kind == "NameError" and getattr(error, "name", None):
        return f"Python does not know the name {error.name}{where}. {unknown_name(error.name, names)}"
    advice = _advice(error, line, zeros)
    if kind == "Asked":
        return advice
    message = first_line(error)
    told = f"Python stopped{where} with {kind}{': ' if message else ''}{message}."
    return f"{advice} ({told.removesuffix('.')}.)" if advice else told


def _advice(error: BaseException, line: str, zeros: Sequence[str] | None) -> str:
    kind, message = type(error).__name__, first_line(error)
    if kind == "ZeroDivisionError":
        if zeros:
            return f"Nothing can be divided by zero, and here {zeros[0]} is 0: look at what stands below the line."
        inputs = ", though none of the numbers that come in is" if zeros is not None else ""
        return f"Something below a fraction line is zero{inputs}."
    if kind == "AttributeError":
        return _point(message)
    if kind == "ValueError" and re.search("math domain error|expected a (nonnegative|positive)", message):
        return "There is no root and no logarithm of something below zero: look at what stands in the brackets."
    if kind != "TypeError":
        return _ADVICE.get(kind, "")
    if "ellipsis" in message.lower():
        return DOTS
    if comma := decimal_comma(line):
        return comma
    fits = (advice for says, advice in _TYPE_ERRORS.items() if re.search(says, message))
    return next(fits, "Look whether a * is missing, or a name stands for something else than a number.")


def _point(message: str) -> str:
    if re.match(r"'(float|int)' object", message):
        return f"A point between two names does not multiply. {TIMES}"
    return "Check the spelling after the dot."


def unknown_name(name: str, names: Names) -> str:
    """What may be meant by a name that Python does not know, and which names there are."""
    return " ".join(filter(None, [_meant(name, names), f"You have {names.listed()}." if list(names) else ""]))


def _meant(name: str, names: Names) -> str:
    if name in ("π", "Π"):
        return "It is written pi."
    if name in ("x", "X"):
        return TIMES
    if "·" in name:
        return f"It reads {name} as one long name. {TIMES}"
    if name in ("np", "numpy", "math"):
        if not names.there:
            return "This line needs none of its functions."
        return f"Leave {name} and the point behind it away: {names.there[0]} stands alone."
    if like := _alike(name, names):
        return f"Did you mean {' or '.join(like)}?"
    if name in vars(math):
        return f"It is a function of the module math: above def, write from math import {name}."
    return ""


def _alike(name: str, names: Names) -> list[str]:
    """Names that differ by capitals, by a slip of the finger, or by what a hyphen or a blank has cut off."""
    small = {each.casefold(): each for each in names}
    if same := small.get(name.casefold()):
        return [f"{same} (capital and small letters differ)"]
    if parts := [each for each in names if name.casefold() in each.casefold().split("_")]:
        return parts[:3]
    close = difflib.get_close_matches(name.casefold(), small, n=1, cutoff=0.7)
    return [small[each] for each in close]


def first_line(error: BaseException) -> str:
    """What an error says, in one line."""
    try:
        lines = [] if error.args == (None,) else str(error).strip().splitlines()
    except Exception:  # the learner may have written that exception, too
        return ""
    return lines[0][:200].rstrip(".") if lines else ""
