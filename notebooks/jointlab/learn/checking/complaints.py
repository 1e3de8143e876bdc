"""Python's complaints about a running line, in words for somebody who writes a first one."""

import difflib
import math
import re
from collections.abc import Sequence

from jointlab.language import _
from jointlab.learn.checking.line import Names
from jointlab.learn.checking.results import decimal_comma

CARET = _("In Python a power is written with two stars, as in radius**2, not with ^.")
DOTS = _("The three dots still stand in your line; they only keep the place. Write your formula in their place.")
TIMES = _("To multiply, write *.")

_LIST = _("Square brackets [ ] make a list: to calculate, use round ones ( ).")
_TEXT = _("What stands in quotation marks is text: leave the quotation marks out.")
# Part of what Python says → what helps. The first that fits is told.
_TYPE_ERRORS = {
    r"for \^": CARET,
    "takes exactly one argument": _("Only one thing goes into these brackets: to divide, write / and not a comma."),
    r"operand.*function|must be.* not \w*function": _(
        "Behind the name of a function, such as sqrt, go brackets around what it is taken of: sqrt( )."
    ),
    "not callable": _("Look whether a * is missing between a number or a name and the bracket behind it."),
    "not subscriptable": _("Square brackets [ ] do something else in Python: use round ones ( )."),
    "'list'": _LIST,
    "'set'|'dict'": _("Curly brackets { } make a set: to calculate, use round ones ( )."),
    "'str'": _TEXT,
    "'tuple'|sequence by non-int": _("A comma makes a row of numbers: write decimals with a point, and signs between."),
    "NoneType": _("One part gives nothing (None): print( ) only shows its number, it does not hand it over."),
    "missing.*required": _("Something is missing in the brackets."),
}
# Of a list, a text and a row of numbers that are multiplied, Python says the same: the line tells them apart.
_SEQUENCES = {r"\[": _LIST, "[\"']": _TEXT}
_ADVICE = {
    "UnboundLocalError": _("Give that name a value before the line that uses it."),
    "ModuleNotFoundError": _("Nothing needs to be imported here but what is there already."),
    "ImportError": _("Nothing needs to be imported here but what is there already."),
    "SystemExit": _("A function ends with return; exit() and quit() end the whole program."),
    "OverflowError": _("A number got too large: look for an enormous power."),
    "Asked": _("Nobody has to be asked here: the numbers come in with the names in the brackets. Leave out input( )."),
}


def complaint(error: BaseException, where: str, line: str, names: Names, zeros: Sequence[str] | None = None) -> str:
    """One sentence or two about an error. `where` is such as " in line 2", `line` is what stands there.

    `zeros`: the names in the brackets that were 0; None where there are no brackets.
    """
    kind = type(error).__name__
    if kind == "NameError" and getattr(error, "name", None):
        told = _("Python does not know the name {name}{where}.").format(name=error.name, where=where)
        return f"{told} {unknown_name(error.name, names)}"
    advice = _advice(error, line, zeros)
    if kind == "Asked":
        return advice
    message = first_line(error)
    what = f"{kind}: {message}" if message else kind
    told = _("Python stopped{where} with {what}.").format(where=where, what=what)
    return f"{advice} ({told})" if advice else told


def _advice(error: BaseException, line: str, zeros: Sequence[str] | None) -> str:
    kind, message = type(error).__name__, first_line(error)
    if kind == "ZeroDivisionError":
        if zeros:
            return _(
                "Nothing can be divided by zero, and here {zeros} is 0: look at what stands below the line."
            ).format(zeros=zeros[0])
        if zeros is not None:
            return _("Something below a fraction line is zero, though none of the numbers that come in is.")
        return _("Something below a fraction line is zero.")
    if kind == "AttributeError":
        return _point(message)
    if kind == "ValueError" and re.search("math domain error|expected a (nonnegative|positive)", message):
        return _("There is no root and no logarithm of something below zero: look at what stands in the brackets.")
    if kind != "TypeError":
        return _ADVICE.get(kind, "")
    if "ellipsis" in message.lower():
        return DOTS
    if comma := decimal_comma(line):
        return comma
    written = _SEQUENCES.items() if "sequence by non-int" in message else ()
    fits = [advice for sign, advice in written if re.search(sign, line)]
    fits += [advice for says, advice in _TYPE_ERRORS.items() if re.search(says, message)]
    return next(iter(fits), _("Look whether a * is missing, or a name stands for something else than a number."))


def _point(message: str) -> str:
    if re.match(r"'(float|int)' object", message):
        return f"{_('A point between two names does not multiply.')} {TIMES}"
    return _("Check the spelling after the dot.")


def unknown_name(name: str, names: Names) -> str:
    """What may be meant by a name that Python does not know, and which names there are."""
    return " ".join(filter(None, [meant(name, names), _has(names)]))


def _has(names: Names) -> str:
    return _("You have {names}.").format(names=names.listed()) if list(names) else ""


def meant(name: str, names: Names) -> str:
    """What may be meant by a name that Python does not know; "" if nobody can tell."""
    if name in ("π", "Π"):
        return _("It is written pi.")
    if name in ("x", "X"):
        return TIMES
    if "·" in name:
        return f"{_('It reads {name} as one long name.').format(name=name)} {TIMES}"
    if name in ("np", "numpy", "math"):
        if not names.there:
            return _("This line needs none of its functions.")
        return _("Leave {name} and the point behind it away: {there} stands alone.").format(
            name=name, there=names.there[0]
        )
    if like := _alike(name, names):
        return _("Did you mean {names}?").format(names=_(" or ").join(like))
    if name in vars(math):
        return _("It is a function of the module math: above def, write from math import {name}.").format(name=name)
    return ""


def _alike(name: str, names: Names) -> list[str]:
    """Names that differ by capitals, by a slip of the finger, or by what a hyphen or a blank has cut off."""
    small = {each.casefold(): each for each in names}
    if same := small.get(name.casefold()):
        return [_("{same} (capital and small letters differ)").format(same=same)]
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
