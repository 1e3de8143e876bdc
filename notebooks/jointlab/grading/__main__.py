"""A class for nbgrader, made out of lessons.

    python -m jointlab.grading FOLDER 10       adds lesson 10 to the class whose folder this is
    python -m jointlab.grading FOLDER 03 10

Lesson 10 becomes the assignment lesson-10. The folder gets nbgrader's settings, unless it has some already.
teacher/grading.md says what comes next.
"""

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import nbformat

from jointlab import sources
from jointlab.grading.edition import source_edition

NOTEBOOKS = Path(__file__).resolve().parents[2]
_SETTINGS = "nbgrader_config.py"


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the sources and say what comes next. Exits with a sentence where that cannot be done."""
    reads = argparse.ArgumentParser(
        prog="python -m jointlab.grading", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    reads.add_argument("folder", type=Path, help="of the class")
    reads.add_argument("lesson", nargs="+", help="its number")
    asked = reads.parse_args(arguments)
    try:
        made = [add(asked.folder, number) for number in asked.lesson]
    except (OSError, ValueError) as error:
        sys.exit(f"Stopped, because {error}.")
    print(f"In {asked.folder / 'source'} now: {', '.join(made)}. Next: nbgrader generate_assignment {made[0]}")


def add(folder: Path, number: str) -> str:
    """Add a lesson to a class, with settings if there are none; name of the assignment.

    What stands in its sources of this lesson is written anew. Raises OSError; ValueError if there is no such lesson, or
    if it was written in.
    """
    files = {row.number: row.file for row in sources.course() if row.status == "ready"}
    number = number.zfill(2)
    if number not in files:
        raise ValueError(f"there is no lesson {number}: choose one of {', '.join(files)}")
    notebook = source_edition(nbformat.read(NOTEBOOKS / f"{files[number]}.ipynb", as_version=4))
    assignment = f"lesson-{number}"
    (folder / "source" / assignment).mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, folder / "source" / assignment / f"{files[number]}.ipynb")
    if not (folder / _SETTINGS).exists():
        shutil.copy(Path(__file__).with_name(_SETTINGS), folder)
    return assignment


if __name__ == "__main__":
    main()
