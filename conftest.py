"""Tests, of notebooks too, never touch the learner's own logbook; none depends on how busy the machine is."""

import os

import pytest
from hypothesis import HealthCheck, settings

os.environ["JOINTLAB_LOGBOOK"] = ":memory:"  # before any module opens it

from jointlab import logbook as logbooks

# An example that takes long says something about the machine, nothing about the code.
settings.register_profile("course", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("course")


@pytest.fixture
def book(tmp_path):
    return logbooks.Logbook.open(tmp_path / "my-logbook.sqlite")


@pytest.fixture(autouse=True)
def _no_logbook_of_the_reader(monkeypatch):
    monkeypatch.setenv("JOINTLAB_LOGBOOK", ":memory:")
    logbooks.default.cache_clear()
    yield
    logbooks.default.cache_clear()
