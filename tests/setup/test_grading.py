"""nbgrader from end to end on a real lesson: what a teacher and learners do, and what a hostile submission costs."""

import copy
import csv
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import nbformat
import pytest

from jointlab.grading import __main__ as command
from jointlab.grading.edition import POINTS

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(not find_spec("nbgrader"), reason="python -m uv run --group dev --group grading …"),
    pytest.mark.skipif(os.name == "nt", reason="nbgrader's exchange is for Linux and macOS"),
]

LESSON, FILE = "lesson-10", "10-what-your-back-carries.ipynb"
RIGHT = "return 9.81 * (trunk_mass * trunk_arm + load * load_arm) / muscle_arm"
SETTINGS = Path(command.__file__).with_name("nbgrader_config.py")
FORGOT_G = "return (trunk_mass * trunk_arm + load * load_arm) / muscle_arm"
PATCHES = """import jointlab.learn
import numpy as np
from types import SimpleNamespace

jointlab.learn.check = lambda *_, **__: SimpleNamespace(passed=True, sentence="Yes")
np.allclose = np.isfinite = np.any = np.abs = lambda *_, **__: True
"""
OVERWRITES = """from pathlib import Path
import jointlab
from jointlab import data_folder

Path(jointlab.__file__).with_name("units.py").write_text("raise SystemExit")
(data_folder.folder() / "lessons" / "lifting.toml").unlink()
for file in Path.cwd().iterdir():
    file.write_text("{}")
"""


def hand_in(written: str = "", before: str = "", after: str = "", without: tuple[str, ...] = ()):
    """What a learner makes of the notebook: a line in place of the dots, code around it, marked cells deleted."""

    def made(notebook):
        notebook.cells = [cell for cell in notebook.cells if grade_id(cell) not in without]
        for cell in notebook.cells:
            if grade_id(cell) == "back_muscles" and (written or before or after):
                cell.source = f"{before}\n{cell.source.replace('return ...', written or RIGHT)}\n{after}"

    return made


# Learner → what was done, points, what the learner is told.
HOSTILE = {
    "hostile-nothing": (hand_in(), 0, "three dots of muscle_force still stand there"),
    "hostile-syntax": (hand_in("return 9.81 * ("), 0, "There is no muscle_force"),
    "hostile-exit": (hand_in(before="exit()"), 0, "Python had ended before this cell"),
    "hostile-end": (hand_in(after="import os; os._exit(1)"), 0, "Here Python ended"),
    "hostile-loop": (hand_in("while True: pass"), 0, "look for a loop that never ends"),
    "hostile-deaf": (
        hand_in(after="import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass"),
        0,
        "hung and could not be stopped",
    ),
    "hostile-patch": (hand_in("return 1.0", before=PATCHES), 0, "Not quite"),
    "hostile-overwrite": (hand_in("return 1.0", before=OVERWRITES), 0, "There is no muscle_force"),
    "hostile-delete": (hand_in(without=("back_muscles", "back_muscles-test")), 0, "There is no muscle_force"),
}


def grade_id(cell) -> str:
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


class Class:
    """A teacher's folder, an exchange beside it, and a home for each learner."""

    def __init__(self, folder: Path):
        self.folder, self.teacher = folder, folder / "class"
        self.before = (command.NOTEBOOKS / "jointlab" / "units.py").read_text(encoding="utf-8")
        (folder / "exchange").mkdir()
        (folder / "exchange").chmod(0o777)
        (folder / "jupyter").mkdir()  # in the place of /etc/jupyter
        shutil.copy(SETTINGS, folder / "jupyter")
        self.environment = {
            **os.environ,
            "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),  # as `uv run` does
            "JUPYTER_CONFIG_PATH": str(folder / "jupyter"),
            "JUPYTER_DATA_DIR": str(folder / "data"),
            "JOINTLAB_LOGBOOK": str(folder / "grader.sqlite"),
        }

    def nbgrader(self, home: Path, *words: str, fails: bool = False) -> str:
        """Run nbgrader in that folder; what it says."""
        exchange = f"--Exchange.root={self.folder / 'exchange'}"
        home.mkdir(exist_ok=True)
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", *words, exchange],
            cwd=home, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        assert (done.returncode != 0) == fails, done.stdout
        return done.stdout

    def points(self) -> dict[str, float]:
        """Learner → points of the lesson, where a human need not look."""
        from nbgrader.api import Gradebook

        with Gradebook(f"sqlite:///{self.teacher / 'gradebook.db'}") as gradebook:
            found = gradebook.assignment_submissions(LESSON)
            assert {one.max_score for one in found} == {POINTS}
            return {one.student.id: one.score for one in found if not one.needs_manual_grade}

    def told(self, name: str) -> str:
        """All that stands below the cells of a marked submission as an error or as words."""
        notebook = nbformat.read(self.teacher / "autograded" / name / LESSON / FILE, as_version=4)
        outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
        return "\n".join(output.get("evalue", output.get("text", "")) for output in outputs)


def write(path: Path, notebook) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """A class that was handed a lesson, whose work was handed in, marked and given back; and what nbgrader said."""
    group = Class(tmp_path_factory.mktemp("nbgrader"))
    command.main([str(group.teacher), "10"])
    group.nbgrader(group.teacher, "generate_assignment", LESSON)
    group.nbgrader(group.teacher, "release_assignment", LESSON)

    home = group.folder / "ben"  # by the exchange; all others' work is put into the folder, as it may come by mail
    group.nbgrader(home, "fetch_assignment", LESSON)
    fetched = home / LESSON / FILE
    notebook = nbformat.read(fetched, as_version=4)
    hand_in(FORGOT_G)(notebook)
    write(fetched, notebook)
    (home / LESSON / "my-logbook.sqlite").write_text("the learner's own")
    group.nbgrader(home, "submit", LESSON, "--student=ben")
    group.nbgrader(group.teacher, "collect", LESSON)

    released = nbformat.read(group.teacher / "release" / LESSON / FILE, as_version=4)
    notebook = copy.deepcopy(released)
    hand_in(RIGHT)(notebook)
    write(group.teacher / "submitted" / "ana" / LESSON / FILE, notebook)
    released.cells = [cell for cell in released.cells if grade_id(cell)]  # all else deleted, which is quicker to run
    for name, (made, _, _) in HOSTILE.items():
        notebook = copy.deepcopy(released)
        made(notebook)
        write(group.teacher / "submitted" / name / LESSON / FILE, notebook)
    broken = group.teacher / "submitted" / "hostile-broken" / LESSON / FILE
    broken.parent.mkdir(parents=True)
    broken.write_text("no notebook")

    group.said = group.nbgrader(
        group.teacher, "autograde", LESSON, "--student=hostile-*", "--Execute.timeout=8", fails=True
    )
    broken.unlink()
    broken.parent.rmdir()
    group.nbgrader(group.teacher, "autograde", LESSON)
    group.nbgrader(group.teacher, "generate_feedback", LESSON, "--student=ben")
    group.nbgrader(group.teacher, "release_feedback", LESSON, "--student=ben")
    group.nbgrader(group.folder / "ben", "fetch_feedback", LESSON, "--student=ben")
    group.nbgrader(group.teacher, "export")
    return group


def test_learners_fetch_the_lesson_as_it_stands(graded):
    own, fetched = (
        nbformat.read(folder / FILE, as_version=4)
        for folder in (command.NOTEBOOKS, graded.teacher / "release" / LESSON)
    )
    assert len(fetched.cells) == len(own.cells) + 1
    found = {cell.id: cell for cell in fetched.cells}
    for cell in own.cells:
        if cell.cell_type == "code":
            assert found[cell.id].source == cell.source
            assert found[cell.id].outputs == cell.outputs  # the stored pictures
    assert "HIDDEN" not in str(fetched)
    assert RIGHT not in str(fetched)


def test_a_table_of_points_is_written(graded):
    rows = list(csv.DictReader((graded.teacher / "grades.csv").read_text(encoding="utf-8").splitlines()))
    found = {row["student_id"]: float(row["score"]) for row in rows}
    assert found == {**graded.points(), "hostile-broken": 0}
    assert set(graded.points()) == {"ana", "ben", *HOSTILE}


def test_right_work_gets_all_points_and_wrong_work_none_and_a_reason(graded):
    points = graded.points()
    assert (points["ana"], points["ben"]) == (POINTS, 0)
    assert "Yes — 8 fresh inputs" in graded.told("ana")
    assert "a kilogram weighs 9.81 N" in graded.told("ben")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_submission_costs_its_own_points_and_is_told_why(graded, name):
    _, points, words = HOSTILE[name]
    assert graded.points()[name] == points
    assert words in graded.told(name)


def test_the_teacher_is_told_what_cannot_be_read(graded):
    assert "There was an error processing assignment" in graded.said
    assert "'hostile-broken'" in graded.said


def test_what_a_notebook_overwrites_of_the_course_is_a_copy(graded):
    course = command.NOTEBOOKS / "jointlab"
    assert (course / "units.py").read_text(encoding="utf-8") == graded.before
    assert (course.parents[1] / "data" / "lessons" / "lifting.toml").is_file()


def test_no_answer_goes_into_the_graders_logbook_and_no_logbook_is_handed_in(graded):
    assert not (graded.folder / "grader.sqlite").exists()
    assert not list((graded.folder / "exchange").rglob("my-logbook*"))
    assert not list(graded.teacher.rglob("my-logbook*"))


def test_the_feedback_has_points_reason_and_pictures(graded):
    (page,) = (graded.folder / "ben" / LESSON / "feedback").rglob("*.html")
    text = page.read_text(encoding="utf-8")
    assert f"(Score: 0.0 / {POINTS:.1f})" in text
    assert "a kilogram weighs 9.81 N" in text
    assert text.count("data:image") >= 3
    assert "learn.Strip(" not in text, "the lesson's own code"
