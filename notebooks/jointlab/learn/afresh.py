"""A notebook whose code cells are set back to what they were before anybody wrote in them: for a second class."""

import json
import os
import re
from datetime import datetime
from pathlib import Path

from jointlab import sources
from jointlab.language import _
from jointlab.learn.exercise import exercise

EXERCISE = re.compile(r'learn\.check\("(\w+)", "(\w+)"')  # in a cell: its lesson and its name

WARNING = _(
    "For a second class, or to do it all once more. First save the notebook (Ctrl + S). Predictions, answers and goals "
    "of this lesson are put away, and the grey boxes are emptied; a copy of the notebook stays beside it."
)
_NEXT = _("Now choose File → Reload Notebook from Disk, then Run → Restart Kernel and Run All Cells…")


def said(lesson: str) -> str:
    """Set the notebook of a lesson back, and say what became of it and what to do next. Never raises."""
    put_away = _("The answers to this lesson are put away; nothing was deleted.")
    try:
        path = notebook(lesson)
        copy = set_back(path)
    except (OSError, ValueError, KeyError, sources.DamagedData) as error:
        return _(
            "{put_away} The grey boxes could not be set back ({error}): take “the empty line” below "
            "each of them. Then choose Run → Restart Kernel and Run All Cells…"
        ).format(put_away=put_away, error=error)
    if copy is None:
        unsaved = _(
            "In the grey boxes nothing had been saved: if you see a line of yours there, save and press once more."
        )
        return f"{put_away} {unsaved} {_NEXT}"
    return _(
        "{put_away} The grey boxes of {name} are empty again; what stood there is kept in {name_2}. {next}"
    ).format(put_away=put_away, name=path.name, name_2=copy.name, next=_NEXT)


def notebook(lesson: str) -> Path:
    """The file of the notebook that runs, as the server names it, else the lesson's own file in the working folder.

    Raises sources.MissingSource for a lesson that is not in the course.
    """
    named = Path(os.environ.get("JPY_SESSION_NAME", ""))
    if named.suffix == ".ipynb" and named.is_file():
        return named
    return Path.cwd() / f"{next(row.file for row in sources.course() if row.name == lesson)}.ipynb"


def set_back(path: Path) -> Path | None:
    """Set the exercises of a notebook back; the copy of what it was, or None if nothing had been written there.

    What else the learner has added stays. Raises OSError if the file cannot be read or written, ValueError if it is no
    notebook.
    """
    text = path.read_text(encoding="utf-8")
    fresh = emptied(text)
    if fresh is None:
        return None
    copy = _free(path)
    copy.write_text(text, encoding="utf-8")  # before anything is lost
    path.write_text(fresh, encoding="utf-8")
    return copy


def emptied(text: str, added: bool = False) -> str | None:
    """The text of a notebook with its exercises set back; None if nothing had been written there.

    `added`: cells that a learner has added, which are those that can be deleted, go as well. Raises ValueError if it is
    no notebook.
    """
    book = json.loads(text)
    cells = [cell for cell in book["cells"] if not (added and cell["metadata"].get("deletable", True))]
    changed = [_empty(cell) for cell in cells if cell["cell_type"] == "code"]
    if not any(changed) and len(cells) == len(book["cells"]):
        return None
    return json.dumps({**book, "cells": cells}, indent=1, ensure_ascii=False) + "\n"


def _empty(cell: dict) -> bool:
    """Set one cell back if it holds an exercise; whether it was another before."""
    found = EXERCISE.search("".join(cell["source"]))
    if not found:
        return False
    source = exercise(*found.groups()).empty
    changed = "".join(cell["source"]).strip() != source.strip()
    cell.update(source=source.splitlines(keepends=True), outputs=[], execution_count=None)
    return changed


def _free(path: Path) -> Path:
    """A dated name beside the file."""
    return path.with_name(f"{path.stem}-until-{stamp()}{path.suffix}")


def stamp() -> str:
    """Date and time, for a name."""
    return datetime.now().strftime("%Y-%m-%d-%H%M%S")
