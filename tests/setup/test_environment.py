"""pyproject.toml, requirements.lock, environment.yml and what is installed must tell the same story."""

import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
import yaml
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from tests.sample import sampled

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))

ASKED = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
GROUPS = PROJECT["dependency-groups"]  # the one of maintainers includes that of the website
TOOLS = [Requirement(one) for group in GROUPS.values() for one in group if isinstance(one, str)]
# The Pythons that pyproject.toml admits, and the machines that README promises to serve, as uv calls them.
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
MACHINES = (
    "x86_64-manylinux_2_28",
    "aarch64-manylinux_2_28",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-msvc",
    "aarch64-pc-windows-msvc",
)
NOT_PROMISED = {("aarch64-pc-windows-msvc", "3.11")}  # README says so
PINS = [Requirement(line.rstrip("\\ ")) for line in LOCK.splitlines() if re.match(r"[A-Za-z0-9]", line)]


def pinned(name: str, **environment: str) -> list[str]:
    """The versions that the lock gives a package on the machine described by `environment`."""
    machine = {**default_environment(), **environment}
    return [
        str(pin.specifier).removeprefix("==")
        for pin in PINS
        if canonicalize_name(pin.name) == canonicalize_name(name)
        and (pin.marker is None or pin.marker.evaluate(machine))
    ]


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", ["Linux", "Darwin", "Windows"])
def test_lock_answers_every_dependency(python, system):
    platform = {"Linux": "linux", "Darwin": "darwin", "Windows": "win32"}[system]
    machine = {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "platform_system": system,
        "sys_platform": platform,
        "os_name": "nt" if system == "Windows" else "posix",
    }
    for asked in ASKED:
        found = pinned(asked.name, **machine)
        assert len(found) == 1, f"{asked.name} is pinned {len(found)} times for Python {python} on {system}"
        assert asked.specifier.contains(found[0]), f"{asked} is not met by the lock's {found[0]}"


def test_the_pythons_tried_are_those_promised():
    asked = SpecifierSet(PROJECT["project"]["requires-python"])
    assert [f"3.{minor}" for minor in range(9, 20) if asked.contains(f"3.{minor}.0")] == list(PYTHONS)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"{PYTHONS[0]} to {PYTHONS[-1]} will do" in readme
    assert "on Windows with an ARM processor, from 3.12" in readme


@pytest.mark.parametrize("python", sampled(PYTHONS, {PYTHONS[-1]}))
@pytest.mark.parametrize("machine", MACHINES)
def test_each_machine_gets_all_parts_ready_made(machine, python, index, tmp_path):
    """Nobody needs a compiler: the lock is served by wheels alone, on every machine that README names."""
    if (machine, python) in NOT_PROMISED:
        pytest.skip("README asks for a newer Python on this machine")
    answer = index(
        "pip", "install", "--dry-run", "--no-build", "--python-platform", machine, "--python-version", python,
        "--target", str(tmp_path), "--no-deps", "-r", "requirements.lock",
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr
    assert "Would install" in answer.stderr


def test_learners_do_without_the_tools_of_maintainers():
    assert PROJECT["tool"]["uv"]["default-groups"] == []
    here = {canonicalize_name(tool.name) for tool in TOOLS} - {canonicalize_name(pin.name) for pin in PINS}
    assert {"pytest", "playwright", "hypothesis", "ruff", "nbval", "voila"} <= here


def test_every_pin_is_exact_and_hashed():
    assert len(PINS) > 50
    for pin in PINS:
        assert re.fullmatch(r"==[^,*]+", str(pin.specifier)), pin
    blocks = re.split(r"\n(?=[A-Za-z0-9])", LOCK.strip())
    assert all("--hash=sha256:" in block for block in blocks)


def test_lock_holds_no_address():
    assert "://" not in LOCK
    assert "://" not in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_these_tests_run_with_what_the_lock_says():
    different = []
    for pin in PINS:
        if pin.marker and not pin.marker.evaluate():
            continue
        try:
            here = version(pin.name)
        except PackageNotFoundError:
            here = "nothing"
        if not pin.specifier.contains(here, prereleases=True):
            different.append(f"{pin.name}: lock {pin.specifier}, here {here}")
    assert not different, "write requirements.lock anew (CONTRIBUTING.md): " + "; ".join(different)


def test_conda_can_read_environment_yml():
    assert set(CONDA) == {"name", "channels", "dependencies"}
    assert CONDA["channels"] == ["conda-forge", "nodefaults"]
    specs = [line for line in CONDA["dependencies"] if isinstance(line, str)]
    for line in specs:  # a conda match specification: a lower-case name, then versions
        assert re.fullmatch(r"[a-z0-9_.-]+?( ?[<>=!~][<>=!~0-9.*,|]+)?", line), line
    names = [re.match("[a-z0-9_.-]+", line)[0] for line in specs]
    assert names == ["python", "pip"]
    assert CONDA["dependencies"][-1] == {"pip": ["-r requirements.lock"]}


def test_binder_understands_which_python():
    """repo2docker reads `python=3.13` and takes its own old default for a range or `>=`."""
    spec = next(line for line in CONDA["dependencies"] if str(line).startswith("python"))
    python = re.fullmatch(r"python=(3\.\d+)", spec)[1]
    asked = SpecifierSet(PROJECT["project"]["requires-python"])
    assert asked.contains(f"{python}.0")
    assert asked.contains(".".join(map(str, sys.version_info[:3])))


OPEN = "python -m pip install uv && python -m uv run jointlab"
TEST = "python -m uv run --group dev pytest"


def test_readme_gives_the_two_commands():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme.count(f"```\n{OPEN}\n```") == 1
    assert readme.count(f"```\npython -m pip install uv && {TEST}\n```") == 1
    assert TEST in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_the_first_screen_of_readme_is_for_somebody_alone():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    begin = readme.split("## Begin")[1].split("\n## ")[0]
    for words in ("Download ZIP", "unzip", "terminal in that folder", OPEN, "Run → Run All Cells"):
        assert words in begin
    for trouble in ('"python" is not found', "Failed to download", "externally-managed-environment", "random.py"):
        assert trouble in begin
    assert readme.index(OPEN) < 2000  # characters: the first screen
    assert "pytest" not in begin


def test_what_a_citation_says_is_so():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == PROJECT["project"]["version"]
    assert citation["license"] in PROJECT["project"]["license"].split(" AND ")
    assert all((ROOT / name).exists() for name in PROJECT["project"]["license-files"])


@pytest.mark.parametrize("page", ["README.md", "DOORS.md", "CONTRIBUTING.md", "hub/README.md", "website/README.md"])
def test_links_of_the_first_pages_lead_somewhere(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?://)([^)#]+)", text)
    assert [target for target in targets if not (ROOT / page).parent.joinpath(target).exists()] == []


def test_the_doors_that_were_tried_are_those_of_the_lock():
    doors = (ROOT / "DOORS.md").read_text(encoding="utf-8")
    assert f"**JupyterLab** {'.'.join(pinned('jupyterlab')[0].split('.')[:2])} |" in doors
    tried = [line for line in doors.splitlines() if "each change" in line]
    assert all(any(f"**{door}" in line for line in tried) for door in ("JupyterLab", "Notebook", "Voilà"))
