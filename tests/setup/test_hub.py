"""A hub: its files tell one story, and a real JupyterHub keeps what each learner answers in that learner's home."""

import asyncio
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import nbformat
import pytest
import yaml
from bench import hub as bench
from bench import real_hub
from bench.learner import Learner
from jupyter_server.serverapp import MappingKernelManager, ServerApp

ROOT = Path(__file__).parents[2]
HUB = ROOT / "hub"
VALUES = yaml.safe_load((HUB / "values.yaml").read_text(encoding="utf-8"))
LEARNER = VALUES["singleuser"]
README = (HUB / "README.md").read_text(encoding="utf-8")
POST_BUILD = (ROOT / "postBuild").read_text(encoding="utf-8")
LESSON = "10-what-your-back-carries.ipynb"


def megabytes(quantity: str) -> float:
    """Of a quantity as JupyterHub reads it."""
    number, unit = re.fullmatch(r"(\d+)([MG])", quantity).groups()
    return int(number) * {"M": 1, "G": 1024}[unit]


# The files.


def test_learners_land_in_a_lesson_that_gitpuller_has_brought():
    brought = LEARNER["lifecycleHooks"]["postStart"]["exec"]["command"][-1]
    folder = re.match(r"gitpuller \S+ \S+ (\S+) \|\| true", brought)[1]
    way = LEARNER["defaultUrl"].removeprefix(f"/lab/tree/{folder}/")
    assert (ROOT / way).is_file()


def test_the_link_that_readme_gives_leads_to_a_lesson():
    link = re.search(r"https://HUB/hub/user-redirect/git-pull\?\S+", README)[0]
    asked = {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}
    assert set(asked) == {"repo", "branch", "targetpath", "urlpath"}
    assert (ROOT / asked["urlpath"].removeprefix(f"lab/tree/{asked['targetpath']}/")).is_file()


def test_what_learners_are_told_is_what_the_course_reads():
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "notebooks" / "jointlab").rglob("*.py"))
    ours = [name for name in LEARNER["extraEnv"] if name.startswith("JOINTLAB")]
    assert ours
    assert all(f'"{name}"' in code for name in ours)


def test_what_is_said_of_idle_lessons_is_understood(tmp_path):
    file = LEARNER["extraFiles"]["idle"]
    (tmp_path / Path(file["mountPath"]).name).write_text(json.dumps(file["data"]))
    server = ServerApp(config_dir=str(tmp_path))
    server.load_config_file()
    assert server.config["MappingKernelManager"] == file["data"]["MappingKernelManager"]
    assert set(file["data"]["MappingKernelManager"]) <= set(MappingKernelManager.class_trait_names(config=True))


def test_both_hubs_keep_to_the_same_limits():
    told = dict(re.findall(r"tljh-config set (\S+) (\S+)", (HUB / "littlest.sh").read_text(encoding="utf-8")))
    assert told == {
        "limits.memory": LEARNER["memory"]["limit"],
        "limits.cpu": str(LEARNER["cpu"]["limit"]),
        "services.cull.timeout": str(VALUES["cull"]["timeout"]),
        "services.cull.every": str(VALUES["cull"]["every"]),
    }
    config = type("Config", (), {"Spawner": type("Spawner", (), {})})
    exec((HUB / "littlest_config.py").read_text(encoding="utf-8"), {"get_config": lambda: config})
    assert config.Spawner.environment == LEARNER["extraEnv"]


@pytest.mark.skipif(os.name == "nt", reason="they are for Linux, and Windows has no bash to read them")
@pytest.mark.parametrize("script", [ROOT / "postBuild", HUB / "littlest.sh"], ids=lambda script: script.name)
def test_scripts_can_be_read_and_run(script):
    assert os.access(script, os.X_OK)
    assert subprocess.run(["bash", "-n", str(script)], capture_output=True, text=True, check=True).stderr == ""


def test_the_image_is_made_from_environment_yml():
    """repo2docker reads nothing else where one of these folders stands."""
    assert not (ROOT / "binder").exists()
    assert not (ROOT / ".binder").exists()


def test_the_image_takes_the_lock_and_what_a_hub_adds(index, tmp_path):
    added = re.findall(r"pip install --no-cache-dir (\S+)", POST_BUILD)
    answer = index(
        "pip", "install", "--dry-run", "--no-build", "--python-platform", "x86_64-manylinux_2_28",
        "--python-version", "3.13", "--target", str(tmp_path), "-r", "requirements.lock", "jupyterhub>=5.4,<6", *added,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr
    assert all(f"+ {one}" in answer.stderr for one in added)


# What larger classes need.


def row(**changed):
    """A measured row, in round numbers."""
    return {"each": 256, "common": 512, "cpu start": 2, "cpu run all": 2, "cpu move": 0.06} | changed


def test_a_class_needs_what_its_learners_take_and_a_margin():
    """256 MB × 100 × 1.5, and half a GB once; 2 of 120 s, × 100 × 1.5; 0.06 s × 10 of 60, × 100 × 1.5."""
    assert bench.need(row(), 100) == (38, 3, 2)
    assert bench.need(row(each=512), 100) == (76, 3, 2)
    assert bench.need(row(**{"cpu start": 12}), 100) == (38, 6, 2)
    assert bench.need(row(**{"cpu run all": 8}), 100) == (38, 10, 2)
    assert bench.need(row(**{"cpu move": 0.12}), 100) == (38, 3, 3)


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_the_sizes_in_readme_follow_from_what_was_measured_there():
    lines = README.splitlines()
    measured = {}
    for line in lines:
        if re.match(r"\| \d+ \| (on|off) \|", line):
            _, ahead, _, _, _, held, start, run_all, move, _ = cells(line)
            told = {"each": held.split()[0], "cpu start": start, "cpu run all": run_all, "cpu move": move}
            measured[ahead] = {name: float(one) for name, one in told.items()}  # the largest class comes last
    common = {"common": float(re.search(r"hub and proxy hold (\d+) MB", README)[1])}
    sizes = [list(map(int, cells(line))) for line in lines if re.fullmatch(r"\| \d+( \| \d+){4} \|", line)]
    assert [size[0] for size in sizes] == list(bench.CLASSES)
    for count, *told in sizes:
        wanted = (*bench.need(measured["on"] | common, count), bench.need(measured["off"] | common, count).play)
        assert told == pytest.approx(wanted, rel=0.03, abs=1)  # the rows are rounded


# A real hub.


@pytest.mark.whole
def test_a_real_hub_serves_a_lesson_and_keeps_each_learners_answers_apart(tmp_path):
    """Ana has a copy of the course in her home, Ben's and Cleo's homes have a link to one that all share."""
    if lacks := real_hub.missing():
        pytest.skip(lacks)
    with real_hub.hub(tmp_path) as hub:
        asyncio.run(lesson_on(hub, tmp_path))


async def lesson_on(hub, folder):
    real_hub.give_course(hub.homes / "ana")
    real_hub.give_course(folder / "srv")
    for name in ("ben", "cleo"):
        (hub.homes / name).mkdir()
        (hub.homes / name / "jointlab").symlink_to(folder / "srv" / "jointlab")
    ana, ben, cleo = (Learner(hub, name) for name in ("ana", "ben", "cleo"))
    await asyncio.gather(*(learner.start() for learner in (ana, ben, cleo)))
    await asyncio.gather(bench.lesson(ana, f"jointlab/notebooks/{LESSON}"), *(answers(one) for one in (ben, cleo)))

    assert len(await ana.visit(3, 0, ahead=False)) == 3  # each waits for the picture of the position asked for
    held = bench.memory(bench.processes(hub)["ana"])
    assert 100 < held < megabytes(LEARNER["memory"]["guarantee"]) < megabytes(LEARNER["memory"]["limit"])

    assert await answers(ana, opened=True) == hub.homes / "ana" / "jointlab" / "notebooks" / "my-logbook.sqlite"
    assert not list((folder / "srv").rglob("my-logbook*"))


PREDICT = """
from jointlab import logbook
book = logbook.default()
book.record("prediction", "pop/first", {"who": USER})
print(book.path, [one["entry"].get("who") for one in book.entries() if one["kind"] == "prediction"], sep="|")
"""


async def answers(learner, opened=False):
    """The learner predicts; where the logbook lies, in which nobody else's prediction is."""
    if not opened:
        await learner.open(f"jointlab/notebooks/{LESSON}")
    told = await learner.run(PREDICT.replace("USER", repr(learner.name)))
    path, who = told.strip().split("|")
    assert who == repr([learner.name])
    path = Path(path)
    assert path.is_relative_to(learner.hub.homes / learner.name)
    assert path.is_file()
    return path


@pytest.mark.whole
@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_a_newer_lesson_comes_and_does_not_undo_what_a_learner_wrote(tmp_path):
    """The learner has run the lesson and written a line; the newer one has other words and other outputs."""
    pull = pytest.importorskip("nbgitpuller.pull", reason="python -m uv run --group dev --group hub …")
    course, home = tmp_path / "course", tmp_path / "home"
    course.mkdir()
    git(course, "init", "-q", "-b", "main")
    shutil.copy(ROOT / "notebooks" / LESSON, course)

    def brought():
        git(course, "add", ".")
        git(course, "-c", "user.name=T", "-c", "user.email=t@t.invalid", "commit", "-qm", "A lesson")
        list(pull.GitPuller(f"file://{course}", str(home), branch="main").pull())

    brought()
    mine, theirs = (nbformat.read(folder / LESSON, 4) for folder in (home, course))
    words, lines = (
        [cell for cell in book.cells if cell.cell_type == kind] for book, kind in ((theirs, "markdown"), (mine, "code"))
    )
    lines[-1].source += "\n# my own line"
    for cell in lines:
        cell.outputs, cell.execution_count = [], 7
    words[0].source += "\n\nNewer words."
    words[-1].source += "\n\nThe last words."
    next(cell for cell in theirs.cells if cell.get("outputs")).outputs.clear()
    nbformat.write(mine, home / LESSON)
    nbformat.write(theirs, course / LESSON)
    (course / "new.ipynb").write_text("{}")
    brought()
    merged = nbformat.read(home / LESSON, 4)
    nbformat.validate(merged)
    sources = "\n".join(cell.source for cell in merged.cells)
    assert "# my own line" in sources
    assert "Newer words." in sources
    assert (home / "new.ipynb").exists()


def git(folder, *words):
    subprocess.run(["git", *words], cwd=folder, check=True)
