"""Answers as a table that a school's spreadsheet opens, and back again.

UTF-8 with a mark at its beginning, by which spreadsheets know it. A cell that would be taken for a formula gets an
apostrophe before it. What a spreadsheet has saved again, with semicolons or tabs, without the mark, or in the code page
of Western Europe, is read as well.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache

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
_TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")  # a spreadsheet may have made something else of it


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
        columns = _columns(next(rows, []))
        for cells in rows:
            _take(cells, columns, of, found)
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
    return cell[1:] if cell[:1] == "'" and cell.lstrip("'").startswith(_FORMULAS) else cell


def _decoded(data: bytes) -> str:
    for encoding in ("utf-16" if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig", "cp1252"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    raise Foreign("is no text")


def _columns(head: Sequence[str]) -> dict[str, int]:
    columns = {name.strip(): place for place, name in enumerate(head)}
    if not set(COLUMNS) <= set(columns):
        raise Foreign("is no report of this course")
    return columns


def _take(cells: Sequence[str], columns: dict[str, int], of: dict, found: Read) -> None:
    """Take a row into `of`: (code, name) → address → answer."""
    if not any(cells):
        return
    try:
        cell = {name: _as_it_was(cells[columns[name]]) for name in COLUMNS}
        if int(cell["format"].removeprefix(_FORMAT)) > FORMAT:
            raise Foreign("was written by a newer version of the course: update yours to read it")
        answer = _answer(cell) if cell["address"] in items() else None
    except Foreign:
        raise
    except (IndexError, KeyError, ValueError):
        found.broken += 1
        return
    if answer is None:
        found.unknown += 1
    else:
        of.setdefault((tidy(cell["code"]), tidy(cell["name"])), {})[answer.address] = answer


def _answer(cell: dict[str, str]) -> Answer:
    """Raises KeyError, ValueError for a cell that holds something else."""
    return Answer(
        cell["address"],
        _lesson_of(cell),
        cell["answer"],
        cell["latest answer"],
        int(cell["sure (%)"]) if cell["sure (%)"] else None,
        int(cell["tries"]),
        _NO[cell["right"]],
        _NO[cell["solved"]],
        tuple(filter(None, cell["mistakes"].split(_BETWEEN))),
        *(cell[when] if _TIME.fullmatch(cell[when]) else "" for when in ("first time", "latest time")),
    )


def _lesson_of(cell: dict[str, str]) -> str:
    return _names().get(cell["lesson"]) or items()[cell["address"]].lesson


@cache
def _names() -> dict[str, str]:
    """Number and title of a lesson → its name."""
    return {title: name for name, title in titles().items()}
