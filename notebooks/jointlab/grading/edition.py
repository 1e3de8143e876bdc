"""A lesson as nbgrader's source: the notebook as it stands, its line marked as the learner's, with a test behind it.

Marked is the line of the part Build, which everybody does. Nothing else is: a prediction is a guess that nobody marks,
as every lesson promises; claims and questions may be answered until they are right; and an exercise that goes beyond
the lesson is for whoever likes. The line itself has all its points or none, because the check says as often as one asks
whether it is right.
"""

import re

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from jointlab import sources
from jointlab.learn.afresh import EXERCISE
from jointlab.learn.exercise import exercise

POINTS = 4

_DOTS = "    return ..."
FOLD = re.compile(r"\n*<details>\n<summary>[^<]*</summary>\n\n```python\n.*?```\n\n</details>", re.DOTALL)
LINK = re.compile(r"\[([^\]]+)\]\(\d\d-[^)]*\.ipynb[^)]*\)")  # to a lesson, which will not stand beside this one
_TEST = """\
# Your line gives {points} points if its results are right: the check above tells you. (This cell is for nbgrader.)
# After a change, run it again.
from jointlab.grading import points

points.so_far("{lesson}", "{name}", {function})
### BEGIN HIDDEN TESTS
answer = learn.check("{lesson}", "{name}", {function}, logbook=learn.Logbook(None))
assert answer.passed, answer.sentence
### END HIDDEN TESTS"""


def source_edition(notebook: NotebookNode) -> NotebookNode:
    """Mark a lesson's notebook (format 4.5), in place, for nbgrader; it is given back.

    The solution moves out of its fold into the cell, between nbgrader's marks; links to other lessons become words.
    Raises ValueError if a marked exercise has no solution, or is not as it came.
    """
    for number, cell in reversed(list(enumerate(notebook.cells))):
        if cell.cell_type == "markdown":
            cell.source = LINK.sub(r"\1", cell.source)
        elif marked := _marked(cell):
            lesson, name = marked
            _mark(cell, name, _solution(notebook, exercise(lesson, name).function_name))
            notebook.cells.insert(number + 1, _test(lesson, name))
    return notebook


def grade_cell(grade_id: str, points: float, source: str = "") -> NotebookNode:
    """A cell that gives points; an empty one gets its source from nbgrader's gradebook."""
    about = _about(grade_id, grade=True, locked=True, points=points)
    return new_code_cell(source, id=grade_id, metadata={"deletable": False, "editable": False, "nbgrader": about})


def _test(lesson: str, name: str) -> NotebookNode:
    """The cell that gives the points of an exercise; learners see the points so far, not the test itself."""
    function = exercise(lesson, name).function_name
    return grade_cell(f"{name}-test", POINTS, _TEST.format(points=POINTS, lesson=lesson, name=name, function=function))


def _marked(cell: NotebookNode) -> tuple[str, str] | None:
    """Lesson and name of the exercise that everybody does in this cell, if there is one."""
    found = EXERCISE.search(cell.source)
    if not found or sources.lesson(found[1])["build"][found[2]].get("beyond"):
        return None
    return found[1], found[2]


def _mark(cell: NotebookNode, name: str, solution: str) -> None:
    """Put the solution in the place of the dots; nbgrader puts the dots back (`code_stub`) in what learners get."""
    if cell.source.count(_DOTS) != 1:
        raise ValueError(f"the cell of {name} is not as it came: set it back first (python -m jointlab.reset)")
    lines = ["### BEGIN SOLUTION", *solution.splitlines(), "### END SOLUTION"]
    cell.source = cell.source.replace(_DOTS, "\n".join(f"    {line}" for line in lines))
    cell.metadata["nbgrader"] = _about(name, solution=True)


def _solution(notebook: NotebookNode, function: str) -> str:
    """The body of that function in the fold that shows it, which is taken out of the prose."""
    for cell in notebook.cells:
        for fold in FOLD.finditer(cell.source) if cell.cell_type == "markdown" else ():
            if body := re.search(rf"^def {function}\(.*\):\n((?:    .*\n)+)```", fold[0], re.MULTILINE):
                cell.source = cell.source.replace(fold[0], "")
                return re.sub("^    ", "", body[1], flags=re.MULTILINE)
    raise ValueError(f"no fold shows a solution of {function}")


def _about(grade_id: str, **said: object) -> dict[str, object]:
    """What nbgrader reads of a cell (its format 3)."""
    kinds = {"grade": False, "solution": False, "locked": False, "task": False}
    return {**kinds, "grade_id": grade_id, "schema_version": 3, **said}
