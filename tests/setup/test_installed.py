"""The package in an environment of its own: `import jointlab` works from any folder, and finds its data."""

import json
import os
import subprocess
import zipfile
from pathlib import Path

import pytest
from tests.setup.conftest import ROOT

BIN = "Scripts" if os.name == "nt" else "bin"
ASKS = "import jointlab, jointlab.sources as s; print(jointlab.__file__, s.DATA, s.value('gravity'), len(s.course()))"


@pytest.fixture(scope="module")
def wheel(index, tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    answer = index("build", "--wheel", "--out-dir", str(folder))
    assert answer.returncode == 0, answer.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(params=["wheel", "editable"])
def environment(request, index, tmp_path):
    """A fresh environment with the package alone, installed in one of the two ways."""
    place = tmp_path / "environment"
    what = ["-e", "."] if request.param == "editable" else [str(request.getfixturevalue("wheel"))]
    for command in (("venv", str(place)), ("pip", "install", "--no-deps", "--python", str(place), *what)):
        answer = index(*command)
        assert answer.returncode == 0, answer.stderr
    return request.param, place


def run(place: Path, folder: Path, *command: str) -> subprocess.CompletedProcess:
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    program = place / BIN / command[0]
    return subprocess.run([program, *command[1:]], cwd=folder, env=settings, capture_output=True, text=True)


def test_it_is_imported_from_a_foreign_folder(environment, tmp_path):
    how, place = environment
    foreign = tmp_path / "week 1"
    foreign.mkdir()
    answer = run(place, foreign, "python", "-c", ASKS)
    assert answer.returncode == 0, answer.stderr
    file, data, gravity, lessons = answer.stdout.split()
    assert (gravity, lessons) == ("9.80665", "16")
    assert Path(file).is_relative_to(ROOT if how == "editable" else place)
    assert Path(data).is_relative_to(ROOT if how == "editable" else place)
    told = json.loads(
        (place / "share" / "jupyter" / "lab" / "settings" / "overrides.d" / "jointlab.json").read_text("utf-8")
    )
    assert told["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"
    if how == "wheel":  # it has no lessons beside it
        said = run(place, foreign, "jointlab").stderr
        assert said.startswith("There are no lessons in ")
        assert said.count("\n") == 1


def test_a_wheel_carries_all_the_data(wheel):
    with zipfile.ZipFile(wheel) as file:
        inside = {name.removeprefix("jointlab/data/") for name in file.namelist() if name.startswith("jointlab/data/")}
    assert inside == {
        path.relative_to(ROOT / "data").as_posix() for path in (ROOT / "data").rglob("*") if path.is_file()
    }
