"""A course for nbgrader, made out of lessons.

    python -m jointlab.grading FOLDER 10       adds lesson 10 to the class whose folder this is
    python -m jointlab.grading FOLDER 03 10

Each lesson becomes an assignment of that name. The folder gets nbgrader's settings, unless it has some already.
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
        made = [add(asked.folder, _file(number)) for number in asked.lesson]
    except (OSError, ValueError) as error:
        sys.exit(f"Stopped: {error}.")
    for name in made:
        print(f"{name} stands in {asked.folder}. Next, in that folder: nbgrader generate_assignment {name}")


def add(folder: Path, file: str) -> str:
    """Add the lesson of that file (without .ipynb) to a class, with settings if there are none; name of the assignment.

    What stands there of this lesson is written anew. Raises OSError, ValueError.
    """
    notebook = source_edition(nbformat.read(NOTEBOOKS / f"{file}.ipynb", as_version=4))
    (folder / "source" / file).mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, folder / "source" / file / f"{file}.ipynb")
    if not (folder / _SETTINGS).exists():
        shutil.copy(Path(__file__).with_name(_SETTINGS), folder)
    return file


def _file(number: str) -> str:
    """The file of a lesson, by its number."""
    files = {row.number: row.file for row in sources.course() if row.status == "ready"}
    if number.zfill(2) not in files:
        sys.exit(f"There is no lesson {number}: choose one of {', '.join(files)}.")
    return files[number.zfill(2)]


if __name__ == "__main__":
    main()
