"""A lesson for a second class: answers put away, exercises set back, what was written kept in a copy."""

import json
import shutil
from pathlib import Path

import pytest

from jointlab import sources
from jointlab.learn import Strip, afresh
from jointlab.learn.exercise import exercise

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
LESSON = "03-what-makes-the-pop.ipynb"


@pytest.fixture
def lesson(tmp_path, monkeypatch):
    """A copy of lesson 03 in the working folder; `lesson.write(line)` saves a learner's line in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    return Path(shutil.copy(NOTEBOOKS / LESSON, tmp_path))


def write(path, line="return 42  # mine"):
    text = path.read_text(encoding="utf-8")
    assert text.count("return ...") == 1
    path.write_text(text.replace("return ...", line), encoding="utf-8")


def exercises(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if "learn.check(" in "".join(cell["source"])]


def test_what_was_written_goes_and_is_kept(lesson):
    write(lesson)
    written = lesson.read_bytes()
    copy = afresh.set_back(lesson)
    assert exercises(lesson) == [exercise("pop", "collapse_time").empty]
    assert copy.read_bytes() == written
    assert copy.parent == lesson.parent
    assert afresh.set_back(lesson) is None, "nothing is written there"
    assert len(list(lesson.parent.glob("*.ipynb"))) == 2


def test_all_else_stays(lesson):
    before = json.loads(lesson.read_text(encoding="utf-8"))
    write(lesson)
    afresh.set_back(lesson)
    after = json.loads(lesson.read_text(encoding="utf-8"))
    for old, new in zip(before["cells"], after["cells"], strict=True):
        if "learn.check(" not in "".join(old["source"]):
            assert new == old
    assert after["metadata"] == before["metadata"]


@pytest.mark.parametrize("row", [row for row in sources.course() if row.status == "ready"], ids=lambda row: row.name)
def test_every_lesson_as_it_is_stored_is_set_back_already(row):
    path = NOTEBOOKS / f"{row.file}.ipynb"
    assert exercises(path)
    stored = path.read_bytes()
    assert afresh.set_back(path) is None
    assert path.read_bytes() == stored


def test_the_strip_does_it_all(lesson, book):
    write(lesson)
    strip = Strip("pop", logbook=book)
    book.record("check", "collapse_time", {"passed": True})
    strip.place = "check collapse_time"
    assert strip.done
    strip._on_message(strip, {"afresh": True}, [])
    assert strip.done == []
    assert strip.place == Strip("pop", logbook=book).place == "", "it begins at the beginning"
    assert "empty again" in strip.said
    assert "Reload Notebook from Disk" in strip.said
    strip._on_message(strip, {"afresh": True}, [])
    assert "nothing had been saved" in strip.said
    assert len(json.loads(book.export())) > 1, "nothing was deleted"


def test_the_notebook_that_runs_is_meant_whatever_it_is_called(lesson, tmp_path, monkeypatch):
    other = lesson.rename(tmp_path / "Anna's copy.ipynb")
    write(other)
    monkeypatch.setenv("JPY_SESSION_NAME", str(other))
    assert "Anna's copy.ipynb are empty again" in afresh.said("pop")


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_text("{", encoding="utf-8")])
def test_without_a_file_it_says_what_to_do(lesson, spoil):
    spoil(lesson)
    assert "could not be set back" in afresh.said("pop")
    assert "the empty line" in afresh.said("pop")
