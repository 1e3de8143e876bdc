"""Every test of this folder writes to a logbook of its own."""

import pytest

from jointlab.learn import logbook as logbooks


@pytest.fixture
def book(tmp_path):
    return logbooks.Logbook.open(tmp_path / "my-logbook.sqlite")


@pytest.fixture(autouse=True)
def _no_logbook_of_the_reader(monkeypatch):
    monkeypatch.setenv("JOINTLAB_LOGBOOK", ":memory:")
    logbooks.default.cache_clear()
    yield
    logbooks.default.cache_clear()
