"""The doors that stay shut while a learner's function is called: pages, prompts and the kernel's own end.

A check calls the function a dozen times. What it prints, shows or asks would flood the page or wait for ever; `exit()`,
as everybody writes it, would take the kernel along, and every picture with it.
"""

import builtins
import contextlib
import io
import sys
import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np
from IPython import get_ipython
from IPython.core.displaypub import DisplayPublisher


class Asked(Exception):
    """The function asks for something to be typed."""


class Silence(io.TextIOBase):
    """Takes what is printed."""

    printed = False

    def write(self, text: str) -> int:
        self.printed = True
        return len(text)


class _Nowhere(DisplayPublisher):
    """Takes what is shown."""

    def publish(self, *_: Any, **__: Any) -> None:
        pass

    def clear_output(self, wait: bool = False) -> None:
        pass


@contextlib.contextmanager
def shut() -> Iterator[Silence]:
    """Nothing gets out while this lasts; afterwards all is as it was."""
    silence = Silence()
    with contextlib.ExitStack() as doors:
        doors.enter_context(contextlib.redirect_stdout(silence))
        doors.enter_context(contextlib.redirect_stderr(Silence()))
        doors.enter_context(warnings.catch_warnings())
        doors.enter_context(np.errstate(all="ignore"))
        doors.enter_context(_nobody_asked())
        doors.enter_context(_kernel_kept())
        doors.enter_context(_figures_closed())
        warnings.simplefilter("ignore")
        yield silence


@contextlib.contextmanager
def _nobody_asked() -> Iterator[None]:
    def refuse(*_: object, **__: object) -> None:
        raise Asked

    asking, typed = builtins.input, sys.stdin
    builtins.input, sys.stdin = refuse, io.StringIO()  # Python's own exit() closes what is typed into
    try:
        yield
    finally:
        builtins.input, sys.stdin = asking, typed


@contextlib.contextmanager
def _kernel_kept() -> Iterator[None]:
    """In a notebook `exit` asks the shell, which ends the kernel a moment later; and displays go through the shell."""
    shell = get_ipython()
    if shell is None:
        yield
        return

    def leave() -> None:
        raise SystemExit

    shown, kinds = shell.display_pub, shell.display_formatter.active_types
    shell.display_pub, shell.ask_exit = _Nowhere(), leave
    shell.display_formatter.active_types = ["text/plain"]  # a picture that nobody sees need not be drawn
    try:
        yield
    finally:
        shell.display_formatter.active_types = kinds
        shell.display_pub = shown
        del shell.ask_exit


@contextlib.contextmanager
def _figures_closed() -> Iterator[None]:
    """Figures that are left open would be shown when the cell has ended."""
    before = _figures()
    try:
        yield
    finally:
        for number in _figures() - before:
            sys.modules["matplotlib.pyplot"].close(number)


def _figures() -> set[int]:
    pyplot = sys.modules.get("matplotlib.pyplot")
    return set(pyplot.get_fignums()) if pyplot else set()
