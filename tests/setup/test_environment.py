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

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))

ASKED = [Requirement(line) for line in PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]]
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


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
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
    assert not different, "write requirements.lock anew (README, For maintainers): " + "; ".join(different)


def test_conda_can_read_environment_yml():
    assert set(CONDA) == {"name", "channels", "dependencies"}
    assert CONDA["channels"] == ["conda-forge", "nodefaults"]
    specs = [line for line in CONDA["dependencies"] if isinstance(line, str)]
    for line in specs:  # a conda match specification: a lower-case name, then versions without spaces inside
        assert re.fullmatch(r"[a-z0-9_.-]+( [<>=!~0-9.*,|]+)?", line), line
    names = [line.split()[0] for line in specs]
    assert names == ["python", "pip"]
    assert CONDA["dependencies"][-1] == {"pip": ["-r requirements.lock"]}


def test_one_range_of_python():
    asked = PROJECT["project"]["requires-python"]
    spec = next(line for line in CONDA["dependencies"] if line.startswith("python"))
    assert SpecifierSet(spec.removeprefix("python").strip()) == SpecifierSet(asked)
    assert SpecifierSet(asked).contains(".".join(map(str, sys.version_info[:3])))


def test_readme_gives_the_two_commands():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "python -m pip install uv && python -m uv run jupyter lab notebooks/00-start-here.ipynb" in readme
    assert "python -m pip install uv && python -m uv run pytest" in readme


def test_links_of_readme_lead_somewhere():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?://)([^)]+)\)", readme)
    assert len(targets) >= 4
    assert [target for target in targets if not (ROOT / target).exists()] == []
