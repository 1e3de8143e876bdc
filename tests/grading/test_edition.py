"""Every lesson as nbgrader's source: what is marked, how many points, and that learners get the lesson as it stands."""

import json
import re

import nbformat
import pytest
from tests.course.book import NOTEBOOKS, READY
from tests.each import each

from jointlab.grading import edition
from jointlab.learn.afresh import EXERCISE
from jointlab.learn.exercise import exercise

REGION = r"^{indent}### BEGIN {what}\n(.*?)^{indent}### END {what}\n?"


def notebook_of(lesson):
    """As it stands, without the stored outputs, which take long to read."""
    notebook = json.loads((NOTEBOOKS / f"{lesson.file}.ipynb").read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"])
        if cell["cell_type"] == "code":
            cell["outputs"] = []
    return nbformat.from_dict(notebook)


@pytest.fixture(scope="module")
def editions():
    """Lesson → its notebook, marked."""
    return {lesson: edition.source_edition(notebook_of(lesson)) for lesson in READY}


def solution_cells(notebook):
    return [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("solution")]


def grade_cells(notebook):
    return [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")]


def for_learners(source: str) -> str:
    """A cell as nbgrader hands it out: the dots in place of the solution, no hidden tests."""
    source = re.sub(REGION.format(indent="    ", what="SOLUTION"), "    return ...\n", source, flags=re.M | re.S)
    return re.sub(REGION.format(indent="", what="HIDDEN TESTS"), "", source, flags=re.M | re.S)


def solution(cell) -> str:
    return re.search(REGION.format(indent="    ", what="SOLUTION"), cell.source, re.M | re.S)[1]


@each("lesson", READY)
def test_one_line_is_marked_and_its_test_stands_behind_it(lesson, editions):
    notebook = editions[lesson]
    (line,), (test,) = solution_cells(notebook), grade_cells(notebook)
    assert notebook.cells.index(test) == notebook.cells.index(line) + 1
    assert test.metadata["nbgrader"]["points"] == edition.POINTS
    assert f"{edition.POINTS} points" in for_learners(test.source)
    name = line.metadata["nbgrader"]["grade_id"]
    assert test.metadata["nbgrader"]["grade_id"] == f"{name}-test"
    assert EXERCISE.search(test.source)[0] == EXERCISE.search(line.source)[0]
    ids = [cell.id for cell in notebook.cells]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("line", "out", "error"),
    [
        ("...", "", "0 of 4 points when this cell was run. Your turn: "),
        ("trunk_mass", "", "0 of 4 points when this cell was run. Not quite — "),
        (None, "4 of 4 points when this cell was run.\n", ""),
    ],
    ids=["untouched", "wrong", "right"],
)
def test_the_button_validate_is_told_the_points_so_far(line, out, error, editions, capsys):
    """nbgrader calls a cell a failure that writes to the stream for errors; it succeeded with an empty notebook."""
    notebook = next(notebook for lesson, notebook in editions.items() if lesson.name == "lifting")
    (cell,), (test,) = solution_cells(notebook), grade_cells(notebook)
    source = cell.source if line is None else for_learners(cell.source).replace("...", line)
    handed_out = for_learners(test.source)
    assert not EXERCISE.search(handed_out), "it would be set back like an exercise"
    exec(f"{source.split('learn.check')[0]}\n{handed_out}", {"__name__": "__main__"})
    said = capsys.readouterr()
    assert said.out == out
    assert said.err.startswith(error)
    assert bool(said.err) == bool(error)


@each("lesson", READY)
def test_the_solution_is_right(lesson, editions):
    (line,) = solution_cells(editions[lesson])
    lesson_name, name = EXERCISE.search(line.source).groups()
    check = exercise(lesson_name, name)
    names = {}
    exec(line.source.split("learn.check")[0], names)
    assert check.compare_results(names[check.function_name]).passed


@each("lesson", READY)
def test_learners_get_the_lesson_and_no_answer(lesson, editions):
    own = {cell.id: cell for cell in notebook_of(lesson).cells}
    (line,) = solution_cells(editions[lesson])
    handed_out = {cell.id: for_learners(cell.source) for cell in editions[lesson].cells}
    assert {name: handed_out[name] for name, cell in own.items() if cell.cell_type == "code"} == {
        name: cell.source for name, cell in own.items() if cell.cell_type == "code"
    }
    everything = "\n".join(handed_out.values())
    returned = solution(line).splitlines()[-1].strip()
    assert returned.startswith("return ")
    assert returned not in everything
    assert "HIDDEN" not in everything
    assert ".ipynb" not in re.sub(r"https?://\S+", "", everything), "a link to what does not lie beside it"
    for name, cell in own.items():  # of the prose nothing but that fold is gone, and links are words
        if cell.cell_type == "markdown":
            folds = [edition.FOLD.sub("", cell.source), cell.source]
            assert handed_out[name] in [edition.LINK.sub(r"\1", text) for text in folds]


def test_format_is_nbgraders_and_a_notebooks(editions):
    notebook = editions[READY[0]]
    for cell in (*solution_cells(notebook), *grade_cells(notebook)):
        about = cell.metadata["nbgrader"]
        assert set(about) - {"points"} == {"grade", "solution", "locked", "task", "grade_id", "schema_version"}
    nbformat.validate(notebook)


def test_an_exercise_that_goes_beyond_is_not_marked(editions):
    (lesson,) = (lesson for lesson in READY if lesson.name == "separation")
    (line,) = solution_cells(editions[lesson])
    assert line.metadata["nbgrader"]["grade_id"] == "film_pull"
    assert any("return power - 2 + 1 - 3" in cell.source for cell in editions[lesson].cells), "its solution stays"


def test_a_lesson_that_was_written_in_is_refused():
    notebook = notebook_of(READY[0])
    (line,) = (cell for cell in notebook.cells if cell.cell_type == "code" and "return ..." in cell.source)
    line.source = line.source.replace("...", "1.0")
    with pytest.raises(ValueError, match="set it back first"):
        edition.source_edition(notebook)


def test_a_lesson_without_a_solution_is_refused():
    notebook = notebook_of(READY[0])
    notebook.cells = [cell for cell in notebook.cells if "A solution" not in cell.source]
    with pytest.raises(ValueError, match="no fold shows a solution of pressure_after"):
        edition.source_edition(notebook)
