"""A cell that is run again lets go of what it showed before."""

import gc
import weakref
from types import SimpleNamespace

import pytest
from tests.explorers.toy import SWING

from jointlab import rerun
from jointlab.explorers import Explorer


class Shown:
    closed = False

    def close(self):
        self.closed = True


@pytest.fixture
def run(monkeypatch):
    """`run(cell, number)`: from now on that cell runs."""
    monkeypatch.setattr(rerun, "_SHOWN", {})

    def running(cell, number):
        message = {"metadata": {"cellId": cell} if cell else {}, "header": {"msg_id": f"{cell}-{number}"}}
        monkeypatch.setattr(rerun, "get_ipython", lambda: SimpleNamespace(get_parent=lambda: message))

    return running


def show():
    widget = Shown()
    rerun.supersede(widget)
    return widget


def test_a_rerun_cell_closes_all_that_it_showed_before(run):
    run("a", 1)
    first, second = show(), show()
    assert not first.closed  # one cell may show two
    run("b", 2)
    other = show()
    run("a", 3)
    third = show()
    assert first.closed
    assert second.closed
    assert not other.closed
    assert not third.closed


@pytest.mark.parametrize("shell", [None, SimpleNamespace(get_parent=lambda: {})])
def test_without_a_cell_nothing_is_closed(monkeypatch, shell):
    monkeypatch.setattr(rerun, "get_ipython", lambda: shell)
    first, _ = show(), show()
    assert not first.closed


def test_an_explorer_that_was_closed_is_gone(run):
    run("a", 1)
    former = weakref.ref(Explorer(SWING))
    run("a", 2)
    Explorer(SWING)
    gc.collect()
    assert former() is None


def test_what_is_kept_of_an_explorer_that_was_closed_is_light(run):
    """IPython keeps in `Out` what a cell has shown: without its picture, the heaviest part of it."""
    run("a", 1)
    kept = Explorer(SWING)
    picture = weakref.ref(kept.picture)
    run("a", 2)
    Explorer(SWING)
    gc.collect()
    assert picture() is None
