"""The course as it came: what was answered and written is put away, byte for byte, and nothing is lost on the way."""

import json
import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.report import crowd

from jointlab import reset
from jointlab.learn.exercise import exercise

ROOT = Path(__file__).parents[1]
LESSONS = ("00-start-here.ipynb", "03-what-makes-the-pop.ipynb", "10-what-your-back-carries.ipynb")
POP, LIFTING = LESSONS[1:]


@pytest.fixture
def course(tmp_path, monkeypatch):
    """The folder of a course of three lessons, as it came."""
    notebooks = tmp_path / "course" / "notebooks"
    notebooks.mkdir(parents=True)
    for name in LESSONS:
        shutil.copy(ROOT / "notebooks" / name, notebooks)
    monkeypatch.setattr(reset, "NOTEBOOKS", notebooks)
    monkeypatch.setattr(reset, "open_notebooks", lambda folder: [])
    monkeypatch.setenv("JOINTLAB_LOGBOOK", str(notebooks / "my-logbook.sqlite"))
    return notebooks


@pytest.fixture
def used(course):
    """The same after a class: answers, a line, a cell of one's own, copies that JupyterLab and the strip have left."""
    crowd.save(course / "my-logbook.sqlite", crowd.records(random.Random(1)))
    text = (course / POP).read_text(encoding="utf-8")
    (course / POP).write_text(text.replace("return ...", "return 42  # mine"), encoding="utf-8")
    book = json.loads((course / LIFTING).read_text(encoding="utf-8"))
    own = {"cell_type": "code", "id": "own", "metadata": {}, "source": "1 + 1", "outputs": [], "execution_count": None}
    book["cells"].insert(5, own)
    (course / LIFTING).write_text(json.dumps(book), encoding="utf-8")
    (course / ".ipynb_checkpoints").mkdir()
    for left in ("03-what-makes-the-pop-until-2026-11-20-101500.ipynb", "my-logbook-set-aside-2026-11-20-101500.sqlite",
                 "report-KTMR-4R7H.csv", ".ipynb_checkpoints/03-what-makes-the-pop-checkpoint.ipynb"):  # fmt: skip
        (course / left).write_text("of a learner", encoding="utf-8")
    return course


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(capsys, *arguments):
    try:
        reset.main(arguments)
        end = None
    except SystemExit as error:
        end = error.code
    return capsys.readouterr().out, end


def says(monkeypatch, words):
    monkeypatch.setattr("builtins.input", lambda asks: words)


def test_all_of_a_class_is_put_away_byte_for_byte(used, capsys, monkeypatch):
    before, asked = files(used), []
    monkeypatch.setattr("builtins.input", lambda asks: asked.append(asks) or "y")
    said, end = run(capsys)
    assert end is None
    assert asked == ["Put all of it away? y/N: "]
    (folder,) = (used.parent / "put-away").iterdir()
    assert f"All of it lies in {folder} now." in said
    assert "Lessons with answers: 00, 03, 13." in said
    kept = files(folder)
    assert kept == {name: before[name] for name in before if name != LESSONS[0]}
    assert set(files(used)) == set(LESSONS)


def test_lessons_are_as_they_came(used, capsys):
    run(capsys, "--yes")
    for name in (POP, LIFTING):
        came, now = (json.loads((folder / name).read_text(encoding="utf-8")) for folder in (ROOT / "notebooks", used))
        assert now["metadata"] == came["metadata"]
        for old, new in zip(came["cells"], now["cells"], strict=True):
            if found := re.search(r'learn\.check\("(\w+)", "(\w+)"', "".join(old["source"])):
                assert "".join(new["source"]) == exercise(*found.groups()).empty
                assert new["outputs"] == []
            else:
                assert new == old, "stored pictures stay"


def test_the_second_time_there_is_nothing_to_do(used, capsys):
    run(capsys, "--yes")
    before = files(used.parent)
    assert run(capsys, "--yes") == (
        "There is nothing to put away: no answers, and nothing written in the lessons.\n",
        None,
    )
    assert files(used.parent) == before


@pytest.mark.parametrize("words", ["", "n", "no", "yy"])
def test_only_a_yes_is_one(used, capsys, monkeypatch, words):
    before = files(used.parent)
    says(monkeypatch, words)
    assert "Nothing was changed." in run(capsys)[0]
    assert files(used.parent) == before


def test_where_nobody_can_be_asked_nothing_is_done(used, capsys, monkeypatch):
    before = files(used.parent)

    def nobody(_):
        raise EOFError

    monkeypatch.setattr("builtins.input", nobody)
    assert "Nothing was changed." in run(capsys)[0]
    assert files(used.parent) == before


def test_another_place_and_a_logbook_elsewhere(used, capsys, tmp_path, monkeypatch):
    elsewhere = tmp_path / "home" / "my-logbook-ana.sqlite"
    elsewhere.parent.mkdir()
    os.rename(used / "my-logbook.sqlite", elsewhere)
    data = elsewhere.read_bytes()
    monkeypatch.setenv("JOINTLAB_LOGBOOK", str(elsewhere))
    run(capsys, "--yes", "--to", str(tmp_path / "stick"))
    (folder,) = (tmp_path / "stick").iterdir()
    assert (folder / "elsewhere" / elsewhere.name).read_bytes() == data
    assert not elsewhere.exists()
    assert not (used.parent / "put-away").exists()


def test_a_full_disk_in_the_middle_loses_nothing(used, capsys, monkeypatch):
    before, copied, copy = files(used), [], shutil.copy2

    def full(path, to):
        if len(copied) == 3:
            raise OSError(28, "No space left on device", str(to))
        copied.append(path)
        copy(path, to)

    monkeypatch.setattr(shutil, "copy2", full)
    end = run(capsys, "--yes")[1]
    assert "stood in the way (No space left on device)" in end
    assert files(used) == before
    monkeypatch.undo()


def test_a_copy_that_is_not_the_same_stops_it(used, capsys, monkeypatch):
    before = files(used)
    monkeypatch.setattr(shutil, "copy2", lambda path, to: Path(to).write_bytes(b"half"))
    assert "the copy differs" in run(capsys, "--yes")[1]
    assert files(used) == before


def test_what_is_not_of_the_course_or_not_understood_stays_and_is_named(used, capsys):
    (used / "Untitled.ipynb").write_text("{}", encoding="utf-8")
    (used / LESSONS[0]).write_text("[", encoding="utf-8")
    said, _ = run(capsys, "--yes")
    assert "Not of the course, so they stay where they are: Untitled.ipynb." in said
    assert f"{LESSONS[0]} cannot be understood" in said
    assert (used / LESSONS[0]).read_text(encoding="utf-8") == "["
    assert (used / "Untitled.ipynb").exists()


def test_while_a_lesson_is_open_it_refuses(used, capsys, monkeypatch):
    before = files(used.parent)
    monkeypatch.setattr(reset, "open_notebooks", lambda folder: [POP] if folder == used else [])
    assert run(capsys, "--yes")[1] == (
        f"Open at this moment: {POP}. Close JupyterLab (File → Shut Down), then try again."
    )
    assert files(used.parent) == before


def test_a_kernel_is_known_by_its_notebook(tmp_path):
    """A process that is started as a kernel is, in the folder of the notebook, and told its name by the server."""
    environment = {**os.environ, "JPY_SESSION_NAME": str(tmp_path / POP)}
    wait = "import sys; print('here', flush=True); sys.stdin.read()"
    kernel = [sys.executable, "-c", wait, "ipykernel_launcher"]
    with subprocess.Popen(kernel, cwd=tmp_path, env=environment, stdin=-1, stdout=-1) as process:
        process.stdout.readline()
        assert reset.open_notebooks(tmp_path) == [POP]
        assert reset.open_notebooks(tmp_path / "elsewhere") == []
        process.communicate()
    assert reset.open_notebooks(tmp_path) == []


def test_without_a_logbook_file_lessons_are_set_back_all_the_same(used, capsys, monkeypatch):
    monkeypatch.setenv("JOINTLAB_LOGBOOK", ":memory:")
    said, end = run(capsys, "--yes")
    assert end is None
    assert "The logbook" not in said
    assert "What was written into lessons" in said
