"""Each learner's logbook lies in a folder of that learner's own, however the course is shared."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jointlab.logbook import Logbook, place

PACKAGE = Path(place.__file__).parents[1]
NAME = "my-logbook.sqlite"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="owners and links work differently on Windows")


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course of its own outside of anybody's home: the notebooks, and of the package what the logbook needs."""
    notebooks = tmp_path_factory.mktemp("srv") / "course" / "notebooks"
    (notebooks / "jointlab").mkdir(parents=True)
    for part in ("__init__.py", "data_folder.py", "former_names.py", "language.py"):
        shutil.copy(PACKAGE / part, notebooks / "jointlab" / part)
    shutil.copytree(PACKAGE / "logbook", notebooks / "jointlab" / "logbook")
    (notebooks / "00-start-here.ipynb").write_text("{}")
    return notebooks.parent


@pytest.fixture
def shared(course, tmp_path):
    """The same, for this test alone."""
    return Path(shutil.copytree(course, tmp_path / "srv" / "course"))


def logbook_of(home, notebooks, works_in=None, **environment):
    """Where the logbook of somebody with this home lies who works in these notebooks; a record is written into it."""
    home.mkdir(exist_ok=True)
    program = (
        "from jointlab import logbook\n"
        "book = logbook.default(); book.record('quiz', 'pop/1', {})\n"
        "print(book.path); print(len(book.entries())); print(book.notice); print(book.where)\n"
    )
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JOINTLAB", "JUPYTER", "XDG"))}
    kept |= {"HOME": str(home), "PYTHONPATH": str(notebooks), **environment}
    command = [sys.executable, "-P", "-c", program]  # the notebooks by the way they are reached, as PYTHONPATH says
    done = subprocess.run(command, env=kept, cwd=works_in or notebooks, capture_output=True, text=True, check=True)
    path, count, notice, where = done.stdout.splitlines()
    assert (count, notice) == ("1", "")
    beside = Path(path).parent in (notebooks, works_in)
    assert where == ("in " + (f"{NAME}, beside the lessons" if beside else path))
    return Path(path)


def data_folder(home):
    library = home / "Library" / "Jupyter" if sys.platform == "darwin" else home / ".local" / "share" / "jupyter"
    return library / "jointlab"


def belongs_to_another(path):
    if os.geteuid() != 0:
        pytest.skip("only an administrator can give a folder away")
    os.chown(path, 65534, 65534)


def test_beside_the_notebooks_that_are_ones_own(shared, tmp_path):
    notebooks = shared / "notebooks"
    assert logbook_of(tmp_path / "ann", notebooks) == notebooks / NAME
    at_home = tmp_path / "bob" / "course"
    shutil.copytree(shared, at_home, ignore=shutil.ignore_patterns(NAME))
    assert logbook_of(tmp_path / "bob", at_home / "notebooks") == at_home / "notebooks" / NAME


def test_a_hub_where_everybody_has_a_copy(shared, tmp_path):
    own = tmp_path / "ann" / "course"
    shutil.copytree(shared, own)
    assert logbook_of(tmp_path / "ann", own / "notebooks", JUPYTERHUB_USER="ann") == own / "notebooks" / NAME


@pytest.mark.parametrize("homes", ["a home each", "one home"])
def test_three_students_of_a_folder_that_a_hub_shares(shared, tmp_path, homes):
    found = []
    for name in ("ann", "bob", "../../cy"):
        home = tmp_path / (name[-2:] if homes == "a home each" else "all")
        found.append(logbook_of(home, shared / "notebooks", JUPYTERHUB_USER=name))
        assert found[-1].parent == data_folder(home)
    assert len(set(found)) == 3
    assert list((shared / "notebooks").glob("*.sqlite")) == []


@pytest.mark.parametrize("hub", [{}, {"JUPYTERHUB_USER": "x"}], ids=["no hub", "hub"])
@pytest.mark.parametrize("what", ["course", "course/notebooks", "course/notebooks/jointlab"])
def test_three_students_who_reach_a_shared_folder_by_a_link(shared, tmp_path, what, hub):
    found = []
    for name in ("ann", "bob", "cy"):
        link = tmp_path / name / what
        link.parent.mkdir(parents=True)
        link.symlink_to(shared.parent / what)
        found.append(logbook_of(tmp_path / name, tmp_path / name / "course" / "notebooks", **hub))
        assert found[-1].is_relative_to(tmp_path / name)
        assert not found[-1].resolve().is_relative_to(shared)
    assert len(set(found)) == 3


def test_three_students_of_a_folder_that_belongs_to_a_teacher(shared, tmp_path):
    notebooks = shared / "notebooks"
    notebooks.chmod(0o777)
    belongs_to_another(notebooks)
    found = [logbook_of(tmp_path / name, notebooks) for name in ("ann", "bob", "cy")]
    assert found == [data_folder(tmp_path / name) / NAME for name in ("ann", "bob", "cy")]


def test_a_logbook_of_ones_own_beside_the_notebooks_goes_on(shared, tmp_path):
    """As in a container, where the folder belongs to the machine's user and the file to the container's."""
    notebooks = shared / "notebooks"
    Logbook.open(notebooks / NAME)
    belongs_to_another(notebooks)
    assert logbook_of(tmp_path / "ann", notebooks) == notebooks / NAME


def test_somebody_elses_logbook_beside_the_notebooks_is_left_alone(shared, tmp_path):
    notebooks = shared / "notebooks"
    Logbook.open(notebooks / NAME)
    belongs_to_another(notebooks / NAME)
    assert logbook_of(tmp_path / "ann", notebooks) == data_folder(tmp_path / "ann") / NAME


def test_a_home_that_is_itself_reached_by_a_link(shared, tmp_path):
    real, home = tmp_path / "data" / "ann", tmp_path / "ann"
    shutil.copytree(shared, real / "course")
    home.symlink_to(real)
    notebooks = home / "course" / "notebooks"
    assert logbook_of(home, notebooks) == notebooks / NAME


def test_a_package_that_is_installed_keeps_the_logbook_beside_the_notebook(shared, tmp_path):
    installed, work = tmp_path / "lib" / "site-packages", tmp_path / "work"
    shutil.copytree(shared / "notebooks" / "jointlab", installed / "jointlab")
    work.mkdir()
    assert logbook_of(tmp_path / "ann", installed, works_in=work) == work / NAME


def test_the_environment_names_another_place(shared, tmp_path):
    wanted = tmp_path / "elsewhere.sqlite"
    found = logbook_of(tmp_path / "ann", shared / "notebooks", JOINTLAB_LOGBOOK=str(wanted), JUPYTERHUB_USER="ann")
    assert found == wanted


def test_without_jupyter_it_still_has_a_place(monkeypatch):
    monkeypatch.setitem(sys.modules, "jupyter_core.paths", None)
    assert place._data_folder() == Path.home() / ".jointlab"


def test_a_browser_says_how_long_it_keeps_the_logbook(tmp_path, monkeypatch):
    monkeypatch.setattr(place, "IN_A_BROWSER", True)
    monkeypatch.setattr(place, "_DRIVE", tmp_path / "drive")
    kept = place.in_words(tmp_path / "drive" / NAME)
    assert kept.startswith("in this browser, until this site's data are deleted: in ")
    assert place.in_words(tmp_path / NAME).startswith("only until this page is left")


def test_lessons_of_all_languages_share_a_logbook_in_a_browser(tmp_path, monkeypatch):
    """They lie in a folder of their own, and the package is installed elsewhere."""
    (tmp_path / "es").mkdir()
    monkeypatch.setattr(place, "IN_A_BROWSER", True)
    monkeypatch.setattr(place, "_DRIVE", tmp_path)
    monkeypatch.setattr(place, "__file__", str(tmp_path / "site-packages" / "jointlab" / "logbook" / "place.py"))
    monkeypatch.chdir(tmp_path / "es")
    assert place.default_path() == tmp_path / NAME


def test_where_the_system_knows_no_owners_everything_is_ones_own(tmp_path, monkeypatch):
    monkeypatch.delattr(os, "geteuid")
    assert place._is_mine(tmp_path)


def test_a_logbook_without_a_file_says_so():
    assert Logbook(None).where.startswith("only until the notebook closes")


@pytest.mark.parametrize(
    ("older", "newer"),
    [("jointlab", "jointlab (1)"), ("jointlab/jointlab", "jointlab (1)/jointlab"), ("jointlab-1", "jointlab-2")],
    ids=["a second download", "as Windows unpacks", "a name with a version"],
)
def test_answers_in_an_older_copy_beside_it_are_pointed_to(tmp_path, monkeypatch, older, newer):
    """As long as there is none in the newer copy, which copying that file would lose."""
    for copy in (older, newer):
        (tmp_path / copy / "notebooks").mkdir(parents=True)
    there, here = (tmp_path / copy / "notebooks" / NAME for copy in (older, newer))
    monkeypatch.setattr(place, "_notebooks", lambda: here.parent)
    monkeypatch.delenv("JOINTLAB_LOGBOOK", raising=False)
    assert Logbook.open().notice == ""
    Logbook.open(there).record("quiz", "pop/source", {"right": True})
    book = Logbook.open()
    assert book.path == here
    assert f"in another copy of the course: {there}. " in book.notice
    book.record("quiz", "pop/radius", {"right": True})
    assert book.notice == Logbook.open().notice == ""
    shutil.copy(there, here)  # as the sentence says
    assert [record["name"] for record in Logbook.open().entries()] == ["pop/source"]


def test_no_copy_is_looked_for_where_a_logbook_lies_elsewhere(tmp_path, monkeypatch):
    Logbook.open(tmp_path / "jointlab" / "notebooks" / NAME).record("quiz", "pop/source", {})
    monkeypatch.setattr(place, "_notebooks", lambda: tmp_path / "newer" / "notebooks")
    assert place.in_another_copy(tmp_path / "elsewhere" / NAME) is None
