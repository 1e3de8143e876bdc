"""The files of a report: a page to read and to print, and a table for a spreadsheet. They are whole, or not there."""

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from jointlab.language import _
from jointlab.logbook import Logbook
from jointlab.report import class_page, own_page, spreadsheet
from jointlab.report.gathered import CLASS, Gathered
from jointlab.report.learners import Learner, learner


class NothingToReport(ValueError):
    """There is no answer; says so in a sentence."""


class Files(NamedTuple):
    """What is written: the same name twice, a page and a table."""

    name: str
    page: bytes
    table: bytes

    def write(self, folder: Path) -> tuple[Path, Path]:
        """Write both into a folder, which is made if need be; where they stand. Raises OSError."""
        folder.mkdir(parents=True, exist_ok=True)
        return _replace(folder / f"{self.name}.html", self.page), _replace(folder / f"{self.name}.csv", self.table)


def own(book: Logbook, name: str = "") -> tuple[Learner, Files]:
    """Whoever wrote this logbook, and the files of their report. Raises NothingToReport."""
    one = learner(book, name)
    if not one.answers:
        told = _("There is no answer in your logbook yet; it is kept {where}.")
        raise NothingToReport(told.format(where=book.where))
    called = "-".join(filter(None, ("report", re.sub(r"[^\w]+", "-", one.name).strip("-"), one.code)))
    return one, Files(called, _bytes(own_page.page(one)), spreadsheet.written([one]))


def of_a_class(found: Gathered, lesson: str | None = None) -> Files:
    """The files of a class's report; `lesson`: the name of the only one that the page is about.

    Raises NothingToReport.
    """
    if not found.learners:
        raise NothingToReport("No answers were found: put the learners' reports (.csv) or logbooks (.sqlite) there.")
    if lesson and not class_page.begun(found.learners, lesson):
        raise NothingToReport("Nobody has answered anything in that lesson.")
    return Files(CLASS, _bytes(class_page.page(found, lesson)), spreadsheet.written(found.learners))


def _bytes(page: str) -> bytes:
    return page.encode("utf-8", "replace")


def _replace(path: Path, data: bytes) -> Path:
    """Write beside it, then put it in its place: a full disk leaves what was there before."""
    beside = path.with_name(f"{path.name}.part")
    try:
        beside.write_bytes(data)
        os.replace(beside, path)
    finally:
        with suppress(OSError):
            beside.unlink()
    return path
