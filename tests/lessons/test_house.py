"""Imports run one way through the house, and the project names no place but itself."""

import ast
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "notebooks" / "jointlab"

# What each room may import from; a room may always import from itself.
ALLOWED = {
    "sources": set(),
    "units": set(),
    "logbook": set(),
    "models": {"units", "sources"},
    "drawings": {"units", "sources", "models"},
    "explorers": {"units", "sources", "models", "drawings"},
    "figures": {"units", "sources", "models", "drawings", "explorers"},
    "learn": {"units", "logbook", "sources", "models", "drawings"},
    "selftest": {"sources", "explorers", "learn"},
}
MODULES = [path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py" or path.parent != PACKAGE]


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "jointlab":
            parts = node.module.split(".")
            rooms |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
        if isinstance(node, ast.Import):
            rooms |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("jointlab.")}
    return rooms


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_one_way(path):
    own = room(path)
    assert imported_rooms(path) - {own} <= ALLOWED[own]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_says_what_it_is_for_and_stays_short(path):
    text = path.read_text(encoding="utf-8")
    if text.strip():
        assert ast.get_docstring(ast.parse(text)), path
    assert len(text.splitlines()) <= 320


@pytest.mark.parametrize("room", ["models", "drawings"])
def test_models_and_drawings_know_no_widgets(room):
    for path in (PACKAGE / room).glob("*.py"):
        assert not re.search(r"ipywidgets|anywidget|IPython", path.read_text(encoding="utf-8")), path


def test_models_do_not_plot():
    for path in (PACKAGE / "models").glob("*.py"):
        assert "matplotlib" not in path.read_text(encoding="utf-8"), path


def test_nothing_is_fetched_at_run_time():
    for path in [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.js"), *PACKAGE.rglob("*.css")]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"urllib|requests\.|fetch\(|import\(\s*['\"]http|@import|src=.http", text), path


def test_no_test_depends_on_how_busy_the_machine_is():
    """A test waits for what shall happen, not for a time, and no example of Hypothesis has a deadline."""
    for path in (ROOT / "tests").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"wait_for_timeout\(|\bsleep\(|\bdeadline=(?!None)", text), path
    assert settings.default.deadline is None
    assert HealthCheck.too_slow in settings.default.suppress_health_check
