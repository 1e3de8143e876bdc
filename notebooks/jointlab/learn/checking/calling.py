"""Calls what the learner wrote, and comes back with a value or with one sentence about what went wrong."""

import linecache
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any

import numpy as np

from jointlab.language import _
from jointlab.learn.checking.complaints import DOTS, complaint
from jointlab.learn.checking.doors import shut
from jointlab.learn.checking.line import body, has_dots, is_untouched, names_of
from jointlab.learn.checking.results import Called, as_numbers
from jointlab.learn.checking.watch import Watch, file_of

_DEPTH = _("Your function calls itself over and over (RecursionError): use the formula inside, not its own name.")


def call(function: Callable, arguments: Sequence[Any], shape: tuple[int, ...], seconds: float) -> Called:
    """Call `function` with copies of `arguments`, which shall give numbers of that shape. Nothing is raised."""
    return call_each(function, [arguments], shape, seconds)[0]


def call_each(
    function: Callable, several: Sequence[Sequence[Any]], shape: tuple[int, ...], seconds: float
) -> list[Called]:
    """Call `function` with each of `several` arguments, until one makes a problem; `seconds` are for all together."""
    done: list[Called] = []
    watch = Watch(function, seconds)
    with shut() as silence:
        try:
            watch.start()
            try:
                for arguments in several:
                    copies = [np.array(a) if isinstance(a, np.ndarray) else a for a in arguments]
                    value = function(*copies)
                    done.append(_given_back(function, value, shape, silence.printed))
                    if done[-1].problem:
                        break
            finally:
                watch.stop()
        except BaseException as error:
            watch.stop()
            done.append(_stopped(function, error, watch, several[min(len(done), len(several) - 1)]))
            return done
    if watch.overdue:  # ended, but the function caught even that
        done = [*done[:-1], _overdue(function, watch)]
    return done


def _given_back(function: Callable, value: Any, shape: tuple[int, ...], printed: bool) -> Called:
    if value is ... or (value is None and body(function) and is_untouched(function)):
        return _dots(function)
    if value is None:
        return Called(kind="nothing returned", problem=_nothing(printed))
    return as_numbers(value, shape, function)


def _dots(function: Callable) -> Called:
    if is_untouched(function):
        return Called(kind="not begun", problem=_("Nothing is written yet."))
    return Called(
        kind="dots left",
        problem=_(
            "The line `return ...` still stands there, and there the function ends: put your formula in the place "
            "of the three dots, in that same line."
        ),
    )


def _nothing(printed: bool) -> str:
    if printed:
        return _("Your function prints its result but gives nothing back (None): write `return`, not `print`.")
    return _("Your function gives nothing back (None): put `return` in front of the result, in its last line.")


def _stopped(function: Callable, error: BaseException, watch: Watch, arguments: Sequence[Any]) -> Called:
    if watch.overdue:
        return _overdue(function, watch)
    if isinstance(error, KeyboardInterrupt):
        return Called(kind="interrupted", problem=_("The check was interrupted; run the cell again when you like."))
    if isinstance(error, RecursionError):
        return Called(kind="RecursionError", problem=_DEPTH)
    if isinstance(error, TypeError) and has_dots(function):
        return Called(kind="dots left", problem=DOTS)
    line = _raised_in(function, error.__traceback__)
    names = names_of(function)
    zeros = [name for name, value in zip(names.brackets, arguments, strict=False) if np.ndim(value) == 0 and value == 0]
    says = complaint(error, _place(function, line), linecache.getline(file_of(function), line), names, zeros)
    return Called(kind="input" if type(error).__name__ == "Asked" else type(error).__name__, problem=says)


def _overdue(function: Callable, watch: Watch) -> Called:
    if watch.overdue == "depth":
        return Called(kind="RecursionError", problem=_DEPTH)
    where = _place(function, watch.line)
    sentence = _(
        "Your function was still running after {seconds:.2g} seconds{where}, so it was stopped: look "
        "for a loop that never ends."
    ).format(seconds=watch.seconds, where=where)
    return Called(kind="too slow", problem=sentence)


def _raised_in(function: Callable, traceback: TracebackType | None) -> int:
    """The last line of the function's own file that an error came through; 0 if there is none."""
    line = 0
    while traceback:
        if traceback.tb_frame.f_code.co_filename == file_of(function):
            line = traceback.tb_lineno or line
        traceback = traceback.tb_next
    return line


def _place(function: Callable, line: int) -> str:
    """Such as " in line 3 (`t = radius`)"."""
    if not line:
        return ""
    source = linecache.getline(file_of(function), line).strip()
    return _(" in line {line}").format(line=line) + (f" (`{source}`)" if source else "")
