"""Python's complaints on the page of a notebook: the card of the checks in place of a red traceback.

What is known is told in a sentence, with the learner's line and the place in it; everything keeps Python's own words,
folded. It stays an error: the reply to the page says so, and cells that were to run next do not. Where nobody sits
before the page who could be asked for input (nbclient, nbval, papermill), the usual traceback goes out. Nothing happens
outside of a notebook.

All errors of a cell pass IPython's `_showtraceback`, which every kind of shell has for itself. Its `set_custom_exc`
would miss those that Python finds between reading and running, such as a `return` outside of a function.
"""

import linecache
import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from html import escape
from types import TracebackType
from typing import Any

from IPython import get_ipython
from IPython.display import display

from jointlab import logbook as logbooks
from jointlab import sources
from jointlab.language import _
from jointlab.learn.checking import card as cards
from jointlab.learn.checking.complaints import complaint, first_line, meant
from jointlab.learn.checking.line import Names
from jointlab.learn.checking.slips import slip

_RUN_ALL = _("In the menu, Run → Run All Cells runs every cell from the top.")
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_HANDED_OVER = re.compile(r"^\s*learn\.check\(\s*[\"'](\w+)[\"']\s*,\s*[\"'](\w+)[\"']", re.MULTILINE)
_failed: list[str] = []  # what an import of the course has complained of, oldest first


@dataclass(frozen=True)
class Told:
    """What is told about an error: a sentence, and the learner's line with the place from `start` to `end`."""

    sentence: str
    line: str = ""
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        mark = " " * self.start + "^" * (self.end - self.start)
        return "\n".join(filter(None, [self.sentence, self.line, mark.rstrip()]))


def install() -> None:
    """From now on errors in this notebook are told kindly. Once is enough."""
    shell = get_ipython()
    if hasattr(shell, "get_parent") and getattr(shell._showtraceback, "func", None) is not _show:
        shell._showtraceback = partial(_show, shell, shell._showtraceback)
        # Of `2(radius)`: it would be printed three times, and leads astray. The card says what is missing.
        warnings.filterwarnings("ignore", ".*perhaps you missed a comma", SyntaxWarning)


def _show(shell: Any, as_usual: Callable, kind: type, error: BaseException, lines: list[str]) -> None:
    """What IPython calls; `lines` are its own traceback."""
    content = shell.get_parent().get("content", {})
    if not isinstance(error, Exception) or not content.get("allow_stdin"):
        as_usual(kind, error, lines)
        return
    try:
        source = content.get("code", "")
        told = tell(error, source, shell.user_ns)
        html = cards.card(cards.OPEN, [_head(told), *_help(told, type(error).__name__, source), _own_words(lines)])
    except Exception:  # better the usual words than none
        as_usual(kind, error, lines)
        return
    display({"text/html": html, "text/plain": str(told)}, raw=True)
    shell._last_traceback = lines  # for the reply, which says that it was an error


def _head(told: Told) -> str:
    return cards.paragraph(told.sentence) + cards.quoted(told.line, told.start, told.end)


def _own_words(lines: list[str]) -> str:
    words = escape(_COLOURS.sub("", "\n".join(lines)))
    return cards.folded(_("Python's own words"), f'<pre style="white-space: pre-wrap; font-size: 0.85em">{words}</pre>')


def _help(told: Told, kind: str, source: str) -> list[str]:
    """In a cell that hands over an exercise: an attempt that Python cannot read is one, too, and is written down."""
    # Imported here: this module has to be there when one of these imports fails.
    from jointlab.learn.checking.check import Message
    from jointlab.learn.exercise import exercise

    handed_over = _HANDED_OVER.search(source)
    if not handed_over:
        return []
    try:
        check = exercise(*handed_over.groups())
    except (sources.DamagedData, sources.MissingSource):
        return []
    return check.record(Message(False, told.sentence, kind), source, logbooks.default()).help()


def tell(error: Exception, source: str, known: dict[str, Any]) -> Told:
    """What to tell of an error in a cell with this `source`, where `known` is what has a name so far."""
    if isinstance(error, SyntaxError):
        return _unreadable(error, source)
    line = _line_of(error.__traceback__)
    if isinstance(error, sources.DamagedData | sources.MissingSource | ImportError):
        told = f"{first_line(error)}."
        if isinstance(error, ImportError):
            told = _("Something that this cell needs is missing: {what}").format(what=told)
        return _not_loaded(told, line)
    if isinstance(error, NameError) and error.name:
        place = re.search(rf"\b{re.escape(error.name)}\b", line)
        return Told(_nameless(error.name, source, known), line, *(place.span() if place else (0, 0)))
    if isinstance(error, TypeError) and _HANDED_OVER.search(line):
        return Told(_("The check needs your function's name alone: leave out the brackets behind it."), line)
    return Told(complaint(error, "", line, Names()), line)


def _not_loaded(sentence: str, line: str) -> Told:
    """Cells that follow will miss what this one was to bring."""
    if "import" in line:
        _failed.append(sentence)
    return Told(sentence)


def _unreadable(error: SyntaxError, source: str) -> Told:
    lines = (error.text or "").splitlines() or source.splitlines()[(error.lineno or 1) - 1 :] or [""]
    line = lines[0]
    if found := slip(line, error, _names_in(source)):
        return Told(found.sentence, line, found.start, found.end)
    start = min(max((error.offset or 1) - 1, 0), len(line))
    end = (error.end_offset or 0) - 1 if error.end_lineno == error.lineno else len(line)
    says = _(
        "Python cannot read this line ({msg}). Look at the marked place, and at what stands just before it."
    ).format(msg=error.msg)
    return Told(says, line, start, min(max(end, start + 1), len(line)))


def _names_in(source: str) -> Names:
    """The names in the brackets of the functions of a cell, and what it imports, though Python cannot read it."""
    brackets = re.findall(r"^\s*def \w+\(([^)]*)", source, re.MULTILINE)
    imports = re.findall(r"^from math import ([\w, ]+)$", source, re.MULTILINE)
    return Names(*(tuple(re.findall(r"\w+", " ".join(found))) for found in (brackets, imports)))


def _nameless(name: str, source: str, known: dict[str, Any]) -> str:
    missing = _("The name {name} is not there yet.").format(name=name)
    if _failed:
        stopped = _("Another cell, which was to bring it, has stopped: {why} Look there first.")
        return f"{missing} {stopped.format(why=_failed[-1])}"
    made = re.findall(r"^def (\w+)\(", source, re.MULTILINE)
    if _HANDED_OVER.search(source) and made and name not in made:
        return _(
            "Your function is called {made}, and the last line hands over {name}: give both the same name."
        ).format(made=made[0], name=name)
    return f"{missing} {meant(name, Names(tuple(each for each in known if each[0] != '_'))) or _RUN_ALL}"


def _line_of(traceback: TracebackType | None) -> str:
    """The last line of a cell that an error came through."""
    line = ""
    while traceback:
        frame = traceback.tb_frame
        if frame.f_globals.get("__name__") == "__main__":
            line = linecache.getline(frame.f_code.co_filename, traceback.tb_lineno or 0).rstrip() or line
        traceback = traceback.tb_next
    return line
