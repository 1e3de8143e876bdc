"""A function that lives in a learner's Python, which is another process: asked for one number after the other.

All that comes back is a number or a sentence. Whatever has been done to the check, to NumPy or to anything else over
there, it gives no point here.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jointlab.learn.checking.check import Check, Message


class NoNumber(Exception):
    """Why there is no number, in a sentence for the learner."""


def judge(check: Check, ask: Callable[[str], Mapping[str, Any]]) -> Message:
    """What the check says of the learner's function.

    `ask(expression)` has an expression evaluated over there, and gives Jupyter's answer to a `user_expression`. It may
    raise NoNumber.
    """
    try:
        return check.compare_results(lambda *values: _number(check.function_name, values, ask))
    except NoNumber as error:
        return Message(False, str(error), "no number")


def _number(function: str, values: Sequence[float], ask: Callable[[str], Mapping[str, Any]]) -> float:
    call = f"{function}({', '.join(repr(value) for value in values)})"
    said = ask(f"repr(float({call}))")  # the digits as they are, whatever is set there for showing numbers
    if said["status"] != "ok":
        raise NoNumber(_complaint(function, said["ename"], said["evalue"]))
    try:
        value = float(said["data"]["text/plain"].strip("'\""))
    except (KeyError, ValueError):
        raise NoNumber(f"{function} gave no number.") from None
    if not math.isfinite(value):
        raise NoNumber(f"{function} gave {value}, which is no number to compare.")
    return value


def _complaint(function: str, name: str, words: str) -> str:
    if name == "NameError" and f"'{function}'" in words:
        return f"There is no {function}: its cell was deleted, or could not be run (see there)."
    if "ellipsis" in words:
        return f"The three dots of {function} still stand there: nothing was handed in."
    if "NoneType" in words:
        return f"{function} gave nothing back: it needs `return` in front of the result."
    return f"{function} gave no number ({name}: {words[:200]})."
