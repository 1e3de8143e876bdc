"""Tests, of notebooks too, never touch the learner's own logbook; none depends on how busy the machine is."""

import gc
import os
import re
import sys
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadFileScheduling

os.environ["JOINTLAB_LOGBOOK"] = ":memory:"  # before any module opens it

from jointlab import cell
from jointlab import logbook as logbooks

# What was compiled is kept, also where the environment says no: each notebook has a kernel, and it starts sooner.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# An example that takes long says something about the machine, nothing about the code.
settings.register_profile("course", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("course")

# Thousands of tests are a million things that stay: to look through all of them every few seconds takes a while.
gc.set_threshold(10_000, 20, 20)

# What shares something that is dear to make runs in one process, so that it is made once.
TOGETHER = {
    r"tests/browser/test_(boxes|by_hand|playing_in_lab|report)\.py": "JupyterLab",
    r"tests/browser/test_lessons\.py.*\[\d[02468]": "JupyterLab",
    r"tests/browser/test_lessons\.py": "a second JupyterLab",  # every other lesson
    r"tests/browser": "the records of all explorers",
    r"tests/website/test_(pages|played|for_everyone)": "the website",
    r"tests/(explorers|pictures)": "all pictures",
}


class Together(LoadFileScheduling):
    """Each file in one process, as `--dist loadfile` has it, and what belongs together in the same one."""

    def _split_scope(self, nodeid: str) -> str:
        return next((name for where, name in TOGETHER.items() if re.match(where, nodeid)), super()._split_scope(nodeid))


def pytest_xdist_make_scheduler(config, log):
    return Together(config, log)


@pytest.fixture
def book(tmp_path):
    return logbooks.Logbook.open(tmp_path / "my-logbook.sqlite")


@pytest.fixture
def run_cell(monkeypatch):
    """`run_cell(name, number)`: from now on that cell of a notebook runs."""
    monkeypatch.setattr(cell, "_SHOWN", {})

    def running(name, number):
        message = {"metadata": {"cellId": name} if name else {}, "header": {"msg_id": f"{name}-{number}"}}
        monkeypatch.setattr(cell, "get_ipython", lambda: SimpleNamespace(get_parent=lambda: message))

    return running


@pytest.fixture(autouse=True)
def _no_logbook_of_the_reader(monkeypatch):
    monkeypatch.setenv("JOINTLAB_LOGBOOK", ":memory:")
    logbooks.default.cache_clear()
    yield
    logbooks.default.cache_clear()
