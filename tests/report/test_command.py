"""The command and the button: two files, where they are, one clear sentence where there are none."""

import os
import random
from pathlib import Path

import pytest
from tests.report import crowd

from jointlab import learn
from jointlab.logbook import Logbook
from jointlab.report import spreadsheet
from jointlab.report.__main__ import main
from jointlab.report.learners import learner
from jointlab.report.menu import Menu


@pytest.fixture
def logbook(tmp_path, monkeypatch):
    path = crowd.save(tmp_path / "my-logbook.sqlite", crowd.records(random.Random(7)))
    monkeypatch.setenv("JOINTLAB_LOGBOOK", str(path))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return path


def run(capsys, *arguments):
    """What the command says, and what it exits with."""
    try:
        main(arguments)
        end = None
    except SystemExit as error:
        end = error.code
    return capsys.readouterr().out, end


def test_ones_own_report(logbook, capsys):
    one = learner(Logbook.open(logbook))
    said, end = run(capsys)
    assert end is None
    page, table = (f"report-{one.code}.{kind}" for kind in ("html", "csv"))
    assert sorted(os.listdir()) == [table, page]
    assert page in said
    assert table in said
    assert f"Your code is {one.code}. Nothing was sent anywhere" in said
    assert spreadsheet.read(Path(table).read_bytes()).learners == [one]


def test_a_name_that_is_no_name_of_a_file(logbook, capsys):
    run(capsys, "--name", "../=Ana: Müller/\n")
    assert {name.split("-", 1)[1][:10] for name in os.listdir()} == {"Ana-Müller"}
    run(capsys, "--name", "Ana", "--to", "made/here")
    assert len(os.listdir("made/here")) == 2


def test_a_class(logbook, tmp_path, capsys):
    run(capsys, "--name", "Ana", "--to", str(tmp_path / "class"))
    crowd.save(tmp_path / "class" / "b.sqlite", crowd.records(random.Random(8)))
    (tmp_path / "class" / "marks.csv").write_text("a,b", encoding="utf-8")
    for _ in range(2):  # what it has written itself is not read the second time
        said, end = run(capsys, str(tmp_path / "class"))
        assert end is None
        assert "marks.csv is no report of this course; it was left out.\nLearners: 2. " in said
    table = (tmp_path / "class" / "class-report.csv").read_bytes()
    assert len(spreadsheet.read(table).learners) == 2
    page = (tmp_path / "class" / "class-report.html").read_text(encoding="utf-8")
    assert "Learners: 2" in page
    assert "Only of the lesson" not in page
    run(capsys, str(tmp_path / "class"), "--lesson", "3")
    page = (tmp_path / "class" / "class-report.html").read_text(encoding="utf-8")
    assert "Only of the lesson 03 · What makes the pop?" in page


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["empty"], "No answers were found: put the learners' reports (.csv) or logbooks (.sqlite) there."),
        (["nowhere"], "The folder nowhere cannot be read (No such file or directory)."),
        (["file.txt"], "The folder file.txt cannot be read (Not a directory)."),
        (["..", "--lesson", "05"], "Nobody has answered anything in that lesson."),
        (["..", "--lesson", "77"], "There is no lesson 77: choose one of 00, 01, 02,"),
        (["--to", "file.txt"], "file.txt cannot be written (File exists)."),
        (["--to", "file.txt/sub"], "file.txt/sub cannot be written (Not a directory)."),
    ],
)
def test_one_clear_sentence(logbook, capsys, arguments, says):
    os.mkdir("empty")
    Path("file.txt").touch()
    _, end = run(capsys, *arguments)
    assert end.startswith(says)
    assert sorted(os.listdir()) == ["empty", "file.txt"]
    assert os.listdir("empty") == []


def test_without_an_answer_there_is_no_report(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("JOINTLAB_LOGBOOK", str(tmp_path / "new.sqlite"))
    monkeypatch.chdir(tmp_path)
    assert run(capsys)[1].startswith("There is no answer in your logbook yet; it is kept ")
    assert not [name for name in os.listdir() if name.endswith((".html", ".csv"))]


def test_a_full_disk_leaves_the_former_report(logbook, capsys, monkeypatch):
    run(capsys)
    before = {path: path.read_bytes() for path in Path().iterdir()}
    learn.Prediction("lifting", "pull", Logbook.open(logbook)).answer("prediction lifting/pull", "1|70")

    def full(*_):
        raise OSError(28, "No space left on device", "report")

    monkeypatch.setattr(os, "replace", full)
    assert "No space left on device" in run(capsys)[1]
    assert {path: path.read_bytes() for path in Path().iterdir()} == before


def test_the_button_writes_beside_the_lesson_and_hands_both_files_to_the_page(logbook):
    book = Logbook.open(logbook)
    menu = Menu(book)
    menu._on_message(menu, {"name": " Ana "}, [])
    one = learner(book, "Ana")
    name = f"report-Ana-{one.code}"
    assert menu.said == f"Two files stand beside this lesson: {name}.html and {name}.csv. Your code is {one.code}."
    assert menu.written["name"] == name
    for kind, ending in (("page", "html"), ("table", "csv")):
        assert Path(f"{name}.{ending}").read_bytes().decode() == menu.written[kind]


def test_the_button_where_nothing_can_be_written(logbook, monkeypatch):
    def closed(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", closed)
    menu = Menu(Logbook.open(logbook))
    menu.write()
    assert menu.said.startswith("Nothing can be written into this folder (Permission denied): save both files with")
    assert menu.written["page"].startswith("<!doctype html>")
    assert os.listdir() == []


def test_the_button_without_an_answer(book):
    menu = Menu(book)
    menu.write()
    assert menu.said.startswith("There is no answer in your logbook yet")
    assert menu.written == {}
