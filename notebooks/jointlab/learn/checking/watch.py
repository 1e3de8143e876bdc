"""Ends a call that takes too long, or that has called itself too deep.

Why a trace function. A signal needs a main thread on Unix: no Windows, no browser, and no JupyterLab thread that
answers a button. The trace function runs between two steps of the learner's own Python, everywhere, and stops just
that call.

Why a profile function and a second thread besides. Python ends the tracing when a trace function raises, so code that
catches everything (`except:`) would get away once and for all. The profile function hears of the next call, raises
there and begins the tracing anew; Python ends it for that, but the tracing sets it up again. Where nothing is called,
the thread raises again and again, wherever the function is at work, until it meets a step that nothing guards. (A
kernel in a browser has no threads: there such a loop runs until the page is reloaded.)

What neither can stop is one long step inside compiled code. The stop button ends some of them (`time.sleep(999)`,
`10**10**10`, a regular expression without end), nothing but a new kernel the others (`sum(itertools.count())`). A call
that ends the process (`os._exit`, `os.abort`, a null pointer) cannot be helped from inside the process.
"""

import contextlib
import ctypes
import inspect
import sys
import threading
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

_ROOM = 1000  # calls within calls that Python allows by itself; a learner may have set less
_PATIENCE = 0.2  # s between the deadline and the second thread's first try
_AGAIN = 0.02  # s between two tries


class OutOfTime(BaseException):
    """Ends a call that takes too long. A BaseException, so that `except Exception` lets it pass."""


class Watch:
    """`start` it, call the function, `stop` it: twice does no harm, and is needed if stopping was itself cut short."""

    def __init__(self, function: Callable, seconds: float):
        self.function = function
        self.own = getattr(function, "__globals__", None)  # of a notebook: whatever was written in its cells
        self.seconds = seconds
        self.line = 0  # where the function was at work when it had to be ended
        self.overdue = ""  # "time" or "depth" once the call had to be ended

    def start(self) -> None:
        """From here on the seconds run."""
        self._before = sys.gettrace(), sys.getprofile()  # of a debugger or a coverage run
        self._limit = sys.getrecursionlimit()
        depth = _depth()
        sys.setrecursionlimit(max(self._limit, depth + _ROOM))
        self._room = sys.getrecursionlimit() - depth - 150  # calls left, less what the check itself may need
        self._over, self._turn = threading.Event(), threading.Lock()
        self._caller = threading.get_ident()
        self._end = time.monotonic() + self.seconds
        second = threading.Thread(target=self._insist, daemon=True)
        with contextlib.suppress(RuntimeError):  # no threads in a browser
            second.start()
        sys.settrace(self._trace)

    def stop(self) -> None:
        """Nothing is raised in the caller any more once this is done, however often it has to begin anew."""
        while True:
            try:
                if self.overdue:  # else nobody has touched it, and a profiler may be at work
                    sys.setprofile(self._before[1])
                sys.settrace(self._before[0])
                self._over.set()
                with self._turn:  # from here on nothing more is raised
                    pass
                for _ in range(100):  # what has been raised, but not yet arrived, arrives in a loop at the latest
                    pass
                sys.setrecursionlimit(self._limit)
                return
            except OutOfTime:
                continue

    def _trace(self, frame: FrameType, event: str, _argument: Any) -> Callable | None:
        if frame.f_globals is globals():  # never in the middle of stopping
            return None
        # `while True: pass` stays within one line for ever; libraries are followed by line, which is quicker.
        frame.f_trace_opcodes = frame.f_globals is self.own
        self._room -= {"call": 1, "return": -1}.get(event, 0)
        if self._room < 0:
            self.overdue = "depth"
        elif time.monotonic() > self._end:
            self.overdue = "time"
        # Python's own clearing up belongs to no line; and an error that is on its way shall reach its handler.
        if self.overdue and frame.f_lineno is not None and event != "exception":
            self.line = self.line or line_of(self.function, frame)
            sys.setprofile(self._trace_again)
            raise OutOfTime
        return self._trace

    def _trace_again(self, frame: FrameType, event: str, _argument: Any) -> None:
        """The profile function, at calls and returns: tracing begins anew here, and where the call came from."""
        if frame.f_globals is globals():
            return
        for each in filter(None, (frame, frame.f_back)):
            each.f_trace = self._trace
        sys.settrace(self._trace)
        if event == "call":  # of a handler, perhaps, where nothing guards it
            raise OutOfTime

    def _insist(self) -> None:
        """The second thread."""
        if self._over.wait(self.seconds + _PATIENCE):
            return
        while not self._over.wait(_AGAIN):
            with self._turn:
                if not self._over.is_set():
                    self.overdue = self.overdue or "time"
                    caller = ctypes.c_ulong(self._caller)
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(caller, ctypes.py_object(OutOfTime))


def line_of(function: Callable, frame: FrameType | None) -> int:
    """The line of the function's own file that is at work in `frame`, or that has called it; 0 for none."""
    while frame and frame.f_code.co_filename != file_of(function):
        frame = frame.f_back
    return frame.f_lineno if frame else 0


def file_of(function: Callable) -> str:
    """The file, in a notebook the cell, in which a function was written; "" if it was not written in Python."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    return code.co_filename if code else ""


def _depth() -> int:
    frame, depth = sys._getframe(), 0
    while frame := frame.f_back:
        depth += 1
    return depth
