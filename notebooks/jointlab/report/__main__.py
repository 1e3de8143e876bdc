"""One learner's work, or a class's, as a page and as a table.

    python -m jointlab.report                    your own answers, from your logbook
    python -m jointlab.report --name Ana         the same, under a name
    python -m jointlab.report FOLDER             a class: the reports (.csv) and logbooks (.sqlite) in a folder
    python -m jointlab.report FOLDER --lesson 03

Nothing is sent anywhere, and no file that is read is changed.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from jointlab.logbook import Logbook
from jointlab.report import files
from jointlab.report.asked import lessons
from jointlab.report.gathered import gathered


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the two files and say where they are. Exits with a sentence where that cannot be done."""
    sys.stdout.reconfigure(errors="replace")  # a terminal may lack a letter of somebody's name
    reads = argparse.ArgumentParser(
        prog="python -m jointlab.report", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    reads.add_argument("folder", nargs="?", type=Path, help="of a class; without it, the report is your own")
    reads.add_argument("--name", default="", help="your name; without it, a code stands for you")
    reads.add_argument("--lesson", default="", help="its number: the class's page is about this lesson alone")
    reads.add_argument("--to", type=Path, help="the folder to write into; else FOLDER, or the one you are in")
    asked = reads.parse_args(arguments)
    try:
        told = _class(asked.folder, asked.to, asked.lesson) if asked.folder else _own(asked.name, asked.to)
    except files.NothingToReport as error:
        sys.exit(str(error))
    except OSError as error:
        where, why = error.filename or "The report", error.strerror or error
        sys.exit(
            f"{where} cannot be written ({why}). If a spreadsheet has it open, close it there; or name another folder "
            "with --to."
        )
    print("\n".join(told))


def _own(name: str, to: Path | None) -> list[str]:
    book = Logbook.open()
    one, report = files.own(book, name)
    page, table = report.write(to or Path.cwd())
    return [
        *([book.notice] if book.notice else []),
        f"Your report stands in {page}, to read and to print, and in {table}, for a spreadsheet.",
        f"Your code is {one.code}. Nothing was sent anywhere: to whom you give the files is for you to decide.",
    ]


def _class(folder: Path, to: Path | None, lesson: str) -> list[str]:
    name = _name_of(lesson) if lesson else None
    try:
        found = gathered(folder)
    except OSError as error:
        sys.exit(f"The folder {folder} cannot be read ({error.strerror or error}).")
    print("\n".join(found.notes), end="\n" if found.notes else "")
    page, table = files.of_a_class(found, name).write(to or folder)
    return [
        f"Learners: {len(found.learners)}. The class's report stands in {page}, to read and to print, and in {table}, "
        "for a spreadsheet. Nothing was sent anywhere."
    ]


def _name_of(number: str) -> str:
    """The name of a lesson, by its number."""
    names = {row.number: row.name for row in lessons()}
    if number.zfill(2) not in names:
        sys.exit(f"There is no lesson {number}: choose one of {', '.join(names)}.")
    return names[number.zfill(2)]


if __name__ == "__main__":
    main()
