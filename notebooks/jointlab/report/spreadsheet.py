"""Answers as a table that a school's spreadsheet opens, and back again.

UTF-8 with a mark at its beginning, by which spreadsheets know it. A cell that would be taken for a formula gets an
apostrophe before it. What a spreadsheet has saved again, with semicolons or tabs, without the mark, or in the code page
of Western Europe, is read as well.
"""

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, lru_cache
from operator import itemgetter

from jointlab.report.asked import items, titles
from jointlab.report.given import Answer
from jointlab.report.learners import Learner, tidy

COLUMNS = (
    "code", "name", "lesson", "part", "question", "answer", "sure (%)", "right", "latest answer", "solved", "tries",
    "mistakes", "first time", "latest time", "address", "format",
)  # fmt: skip
FORMAT = 1  # a table with a higher one is from a newer version of the course
_FORMAT = "jointlab report "
_FORMULAS = tuple("=+-@\t\r\n＝＋－＠")  # what a cell must not begin with
_YES = {True: "yes", False: "no", None: ""}
_NO = {words: value for value, words in _YES.items()}
_BETWEEN = "; "  # names of mistakes
_TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")


class Foreign(ValueError):
    """This is no report of the course, or not one that this version can read; says so as in "ana.csv …"."""


@dataclass
class Read:
    """What was read of a table: its `learners`; how many answers are to questions that are `unknown` in this version of
    the course, and how many lines are `broken`."""

    learners: list[Learner] = field(default_factory=list)
    unknown: int = 0
    broken: int = 0


def written(learners: Iterable[Learner]) -> bytes:
    """The table of these learners, a row for each answer."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for one in learners:
        rows.writerows(map(_harmless, _row(one, answer)) for answer in one.answers.values())
    return codecs.BOM_UTF8 + text.getvalue().encode("utf-8", "replace")


def read(data: bytes) -> Read:
    """The learners of a table. Raises Foreign."""
    text = _decoded(data)
    head = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))
    found, of = Read(), {}
    with suppress(csv.Error):  # a table that was cut off: what stands before is whole
        pick = _columns(next(rows, []))
        for cells in rows:
            _take(cells, pick, of, found)
    found.learners = [Learner(code, name, answers) for (code, name), answers in of.items()]
    return found


def _row(learner: Learner, answer: Answer) -> tuple:
    item = items()[answer.address]
    return (
        learner.code, learner.name, titles()[answer.lesson], item.part, item.asks, answer.words, answer.sure,
        _YES[answer.right], answer.last, _YES[answer.solved], answer.tries, _BETWEEN.join(answer.mistakes),
        answer.began, answer.ended, answer.address, f"{_FORMAT}{FORMAT}",
    )  # fmt: skip


def _harmless(cell: object) -> object:
    """The cell; with an apostrophe before it, if a spreadsheet would calculate what a learner has written."""
    is_formula = isinstance(cell, str) and cell.lstrip("'").startswith(_FORMULAS)
    return f"'{cell}" if is_formula else cell


def _as_it_was(cell: str) -> str:
    return cell[1:] if cell and cell[0] == "'" and cell.lstrip("'").startswith(_FORMULAS) else cell


def _decoded(data: bytes) -> str:
    for encoding in ("utf-16" if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig", "cp1252"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    raise Foreign("is no text")


def _columns(head: Sequence[str]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """Picks the cells of a row in the order of COLUMNS, wherever somebody has moved them. Raises Foreign."""
    places = {name.strip(): place for place, name in enumerate(head)}
    if not set(COLUMNS) <= set(places):
        raise Foreign("is no report of this course")
    return itemgetter(*(places[name] for name in COLUMNS))


def _take(cells: Sequence[str], pick: Callable, of: dict, found: Read) -> None:
    """Take a row into `of`: (code, name) → address → answer."""
    if not any(cells):
        return
    try:
        code, name, *rest, address, version = map(_as_it_was, pick(cells))
        _check_version(version)
        answer = _answer(address, *rest) if address in items() else None
    except Foreign:
        raise
    except (IndexError, KeyError, ValueError):
        found.broken += 1
        return
    if answer is None:
        found.unknown += 1
    else:
        of.setdefault((tidy(code), tidy(name)), {})[address] = answer


@lru_cache
def _check_version(words: str) -> None:
    """Raises Foreign for a later version, ValueError for something else."""
    if int(words.removeprefix(_FORMAT)) > FORMAT:
        raise Foreign("was written by a newer version of the course (update yours to read it)")


# fmt: off
def _answer(
    address: str, lesson: str, _part: str, _asks: str, words: str, sure: str, right: str, last: str, solved: str,
    tries: str, mistakes: str, began: str, ended: str,
) -> Answer:
    # fmt: on
    """Raises KeyError, ValueError for a cell that holds something else than it should."""
    return Answer(
        address,
        _names().get(lesson) or items()[address].lesson,
        words,
        last,
        int(sure) if sure else None,
        int(tries),
        _NO[right],
        _NO[solved],
        tuple(filter(None, mistakes.split(_BETWEEN))),
        _time(began),
        _time(ended),
    )


@lru_cache(10_000)
def _time(cell: str) -> str:
    """The time in a cell; "" if a spreadsheet has made something else of it."""
    return cell if _TIME.fullmatch(cell) else ""


@cache
def _names() -> dict[str, str]:
    """Number and title of a lesson → its name."""
    return {title: name for name, title in titles().items()}
