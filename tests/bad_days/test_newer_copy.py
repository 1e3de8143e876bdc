"""A newer copy of the course is unpacked over an older one, in which somebody has answered, written and run."""

import os
import shutil

import nbformat
from bench import lab
from nbclient import NotebookClient

from jointlab.logbook import Logbook

LESSON = "03-what-makes-the-pop.ipynb"
LINE = "return 0.9 * radius  # my own"


def run(notebook, folder, monkeypatch) -> str:
    """Run the cells of a notebook in this folder, as a learner's kernel does; all that is shown."""
    monkeypatch.delenv("JOINTLAB_LOGBOOK", raising=False)
    monkeypatch.delenv("PYTHONPATH", raising=False)  # the package beside the notebook
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": os.fspath(folder)}}).execute()
    return str([cell.outputs for cell in notebook.cells if cell.cell_type == "code"])


def exercise(folder):
    """The lesson with its first cell, which imports, and the cell of its line alone, so that it is quick to run."""
    notebook = nbformat.read(folder / LESSON, as_version=4)
    notebook.cells = [cell for cell in notebook.cells if cell.id in ("cell-01", "cell-25")]
    return notebook


def test_a_newer_copy_is_unpacked_over_an_older_one(tmp_path, monkeypatch):
    """Answers go on, what the older copy leaves behind does no harm, and the line that was overwritten is offered."""
    lab.lay_out(tmp_path)
    folder = tmp_path / "notebooks"
    left_behind = folder / "jointlab" / "learn.py"  # a module that is a folder now; the logbook was one once
    left_behind.write_text("raise SystemExit", encoding="utf-8")
    written = exercise(folder)
    written.cells[1].source = written.cells[1].source.replace("return ...", LINE)
    nbformat.write(written, folder / LESSON)
    assert "Not quite" in run(written, folder, monkeypatch)
    Logbook.open(folder / "my-logbook.sqlite").record("quiz", "pop/source", {"right": True})

    shutil.copy(lab.ROOT / "notebooks" / LESSON, folder)
    shown = run(exercise(folder), folder, monkeypatch)
    assert "Your turn" in shown
    assert "Give me back what I wrote here before" in shown
    assert LINE in shown
    names = [record["name"] for record in Logbook.open(folder / "my-logbook.sqlite").entries()]
    assert names == ["collapse_time", "pop/source"]
