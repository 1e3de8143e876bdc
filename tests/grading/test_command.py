"""`python -m jointlab.grading`: a class's folder gets sources and settings, and a mistake gets a sentence."""

import nbformat
import pytest

from jointlab.grading.__main__ import NOTEBOOKS, main

SETTINGS = "nbgrader_config.py"


def test_a_class_gets_a_lesson_and_nbgraders_settings(tmp_path, capsys):
    main([str(tmp_path / "class"), "0"])
    assert "Next: nbgrader generate_assignment lesson-00" in capsys.readouterr().out
    (source,) = (tmp_path / "class" / "source" / "lesson-00").iterdir()
    assert source.name == "00-start-here.ipynb"
    marked = [cell for cell in nbformat.read(source, as_version=4).cells if "nbgrader" in cell.metadata]
    assert [cell.metadata["nbgrader"]["grade_id"] for cell in marked] == ["boyle_pressure", "boyle_pressure-test"]
    compile((tmp_path / "class" / SETTINGS).read_text(encoding="utf-8"), SETTINGS, "exec")
    assert "BEGIN SOLUTION" not in (NOTEBOOKS / source.name).read_text(encoding="utf-8"), "the lesson stays as it was"


def test_settings_that_a_teacher_has_changed_stay(tmp_path):
    (tmp_path / SETTINGS).write_text("# mine")
    main([str(tmp_path), "00"])
    assert (tmp_path / SETTINGS).read_text() == "# mine"


def test_a_lesson_that_is_not_there_is_said_in_a_sentence(tmp_path):
    with pytest.raises(SystemExit, match="Stopped, because there is no lesson 44: choose one of 00, 01, "):
        main([str(tmp_path), "44"])
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(SystemExit, match=r"Stopped, because .*Not a directory|Stopped, because .*file"):
        main([str(tmp_path / "file"), "00"])
