"""Calls what the learner wrote, and comes back with a value or with one sentence about what went wrong."""

import ast
import contextlib
import inspect
import io
import linecache
import sys
import textwrap
import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import FrameType, TracebackType
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Called:
    """What came of a call: the `value`, or a `problem` in a sentence with a short `kind` for the logbook."""

    value: Any = None
    kind: str = ""
    problem: str = ""


class _OutOfTime(BaseException):
    """Ends a call that takes too long. A BaseException, so that `except Exception` lets it pass."""


class _Watch:
    """Ends a call after some seconds, or before it has called itself too deep.

    Why a trace function. A signal needs a main thread on Unix: no Windows, no browser, and no JupyterLab
    thread that answers a button. A second thread can be abandoned but not stopped: the loop would heat the
    laptop until the kernel is restarted, and kernels in a browser have no threads. The trace function runs
    between two steps of the learner's own Python, everywhere, and stops just that call. What it cannot stop
    is one long step inside compiled code, such as `10**10**10` or `time.sleep(999)`; for that there is the
    stop button. Python ends the tracing when a trace function raises, so code that catches everything
    gets away once and for all: `_cannot_be_stopped` finds it before.
    """

    def __init__(self, function: Callable, seconds: float):
        self.function = function
        self.own = getattr(function, "__globals__", None)  # of a notebook: whatever was written in its cells
        self.seconds = seconds
        self.line = 0  # where the function was at work when it had to be ended
        self.overdue = ""  # "time" or "depth" once the call had to be ended

    def __enter__(self) -> "_Watch":
        self._before = sys.gettrace()  # of a debugger or a coverage run
        self._room = sys.getrecursionlimit() - _depth() - 150  # calls left, less what the check itself may need
        self._end = time.monotonic() + self.seconds
        sys.settrace(self._trace)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(self._before)

    def _trace(self, frame: FrameType, event: str, _argument: Any) -> Callable:
        # `while True: pass` stays within one line for ever; libraries are followed by line, which is quicker.
        frame.f_trace_opcodes = frame.f_globals is self.own
        self._room -= {"call": 1, "return": -1}.get(event, 0)
        if self._room < 0:
            self.overdue = "depth"
        elif time.monotonic() > self._end:
            self.overdue = "time"
        if self.overdue and frame.f_lineno is not None:  # Python's own clearing up belongs to no line
            self.line = self.line or _line(self.function, frame)
            raise _OutOfTime
        return self._trace


def _line(function: Callable, frame: FrameType | None) -> int:
    """The line of the function's own file that is at work in `frame`, or that has called it; 0 for none."""
    while frame and frame.f_code.co_filename != _file(function):
        frame = frame.f_back
    return frame.f_lineno if frame else 0


def _depth() -> int:
    frame, depth = sys._getframe(), 0
    while frame := frame.f_back:
        depth += 1
    return depth


class _Silence(io.TextIOBase):
    """Takes what the learner's function prints: twenty calls, or an endless loop, would flood the page."""

    printed = False

    def write(self, text: str) -> int:
        self.printed = True
        return len(text)


def call(function: Callable, arguments: Sequence[Any], seconds: float) -> Called:
    """Call `function` with copies of `arguments`. Nothing that the function does is raised."""
    problem = _cannot_be_stopped(function)
    if problem:
        return problem
    copies = [np.array(a) if isinstance(a, np.ndarray) else a for a in arguments]
    silence, watch = _Silence(), _Watch(function, seconds)
    try:
        with contextlib.redirect_stdout(silence), warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            with watch:
                value = function(*copies)
    except BaseException as error:
        return _stopped(function, error, watch)
    if watch.overdue:  # ended, but the function caught even that
        return _overdue(function, watch)
    if value is None:
        return Called(kind="nothing returned", problem=_nothing(silence.printed))
    return Called(value)


def _cannot_be_stopped(function: Callable) -> Called | None:
    """A problem if the source catches everything, and has a loop or a call of itself that may never end."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, TypeError, SyntaxError):  # no source, or a lambda in the middle of a line
        return None
    nodes = list(ast.walk(tree))
    repeats = any(isinstance(n, ast.While | ast.For) or _name(n) == function.__name__ for n in nodes)
    catches = [n for n in nodes if isinstance(n, ast.ExceptHandler) and _name(n.type) in (None, "BaseException")]
    if not (repeats and catches):
        return None
    return Called(
        kind="catches everything",
        problem="Your function catches every error, even the one that would stop an endless loop: "
        "behind `except`, name the error that you expect, such as `except ValueError:`.",
    )


def _name(node: ast.AST | None) -> str | None:
    """The name that a node is; None for no node, "" for anything else."""
    return None if node is None else getattr(node, "id", "")


def _nothing(printed: bool) -> str:
    if printed:
        return "Your function prints its result but gives nothing back (None): write `return`, not `print`."
    return "Your function gives nothing back (None): put `return` in front of the result, in its last line."


def _stopped(function: Callable, error: BaseException, watch: _Watch) -> Called:
    if watch.overdue:
        return _overdue(function, watch)
    if isinstance(error, KeyboardInterrupt):
        return Called(kind="interrupted", problem="The check was interrupted; run the cell again when you like.")
    name = type(error).__name__
    if isinstance(error, RecursionError):
        return Called(kind=name, problem=_ADVICE_DEPTH)
    where = _place(function, _raised_in(function, error.__traceback__))
    message = _first_line(error)
    told = f"Python stopped{where} with {name}{': ' if message else ''}{message}."
    advice = _ADVICE_CARET if "for ^:" in message else _ADVICE.get(name, "")
    return Called(kind=name, problem=f"{told} {advice}".strip())


def _overdue(function: Callable, watch: _Watch) -> Called:
    if watch.overdue == "depth":
        return Called(kind="RecursionError", problem=_ADVICE_DEPTH)
    where = _place(function, watch.line)
    sentence = (
        f"Your function was still running after {watch.seconds:g} seconds{where}, so it was stopped: "
        "look for a loop that never ends."
    )
    return Called(kind="too slow", problem=sentence)


_ADVICE_CARET = "In Python a power is written with two stars, as in radius**2, not with ^."
_ADVICE_DEPTH = "Your function calls itself over and over (RecursionError): use the formula inside, not its own name."
_ADVICE = {
    "NameError": "Check the spelling; for a function of NumPy write np. in front of it, such as np.sqrt.",
    "UnboundLocalError": "Give that name a value before the line that uses it.",
    "ZeroDivisionError": "None of the inputs is zero: look at what stands below the fraction line.",
    "ModuleNotFoundError": "This exercise needs no more than NumPy: import numpy as np.",
    "AttributeError": "Check the spelling after the dot.",
    "TypeError": "Look whether a * is missing, or a name stands for something else than a number.",
    "SystemExit": "A function ends with return; exit() and quit() end the whole program.",
}


def _first_line(error: BaseException) -> str:
    try:
        lines = str(error).strip().splitlines()
    except Exception:  # the learner may have written that exception, too
        return ""
    return lines[0][:200].rstrip(".") if lines else ""


def _raised_in(function: Callable, traceback: TracebackType | None) -> int:
    """The last line of the function's own file that an error came through; 0 if there is none."""
    line = 0
    while traceback:
        if traceback.tb_frame.f_code.co_filename == _file(function):
            line = traceback.tb_lineno or line
        traceback = traceback.tb_next
    return line


def _file(function: Callable) -> str:
    """The file, in a notebook the cell, in which a function was written; "" if it was not written in Python."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    return code.co_filename if code else ""


def _place(function: Callable, line: int) -> str:
    """Such as " in line 3 (`t = radius`)"."""
    if not line:
        return ""
    source = linecache.getline(_file(function), line).strip()
    return f" in line {line}" + (f" (`{source}`)" if source else "")


def wrong_signature(function: Callable, names: Sequence[str]) -> Called | None:
    """A problem if `function` cannot take arguments called `names`, in that order."""
    wanted = ", ".join(names)
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):  # some compiled functions do not tell
        return None
    own = list(signature.parameters)
    if own != list(names) and sorted(own) == sorted(names):
        return Called(
            kind="argument order",
            problem=f"The arguments come in another order: write ({wanted}) after the function's name.",
        )
    try:
        signature.bind(*names)
    except TypeError:
        has = f"takes {len(own)} ({', '.join(own)})" if own else "takes none"
        return Called(
            kind="argument count",
            problem=f"The check gives {len(names)} arguments ({wanted}), and your function {has}.",
        )
    return None


def as_numbers(value: Any, shape: tuple[int, ...]) -> Called:
    """`value` as an array of floats of that shape, () for a single number; or the problem with it."""
    problem = _odd_kind(value, shape)
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


def _odd_kind(value: Any, shape: tuple[int, ...]) -> Called | None:
    if isinstance(value, bool | np.bool_):
        return _odd(value, f"gives back {bool(value)}: a comparison such as == or <, where a number is needed")
    if isinstance(value, str | bytes):
        return _odd(value, "gives back text: leave out the quotation marks and calculate")
    if inspect.isgenerator(value) or inspect.iscoroutine(value):
        return _odd(value, f"gives back {_a(value)}: write `return` in place of `yield`, and no `async`")
    if callable(value):
        return _odd(value, "gives back a function: call it, with brackets and its inputs behind the name")
    if isinstance(value, complex | np.complexfloating):
        return _odd(value, "gives back a complex number: look for a root of something negative")
    if isinstance(value, tuple) and not shape:
        return _odd(
            value,
            f"gives back {len(value)} values: return one, and write decimals with a point (0.5), not 0,5",
        )
    if isinstance(value, list | set | dict) and not shape:
        return _odd(value, f"gives back {_a(value)}, where one number is needed")
    return None


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
