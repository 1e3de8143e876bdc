"""A cell shows a widget and what stands in for it; run again, it lets go of what it showed before."""

import gc
import weakref
from types import SimpleNamespace

import pytest
from tests.explorers.toy import SWING

from jointlab import cell
from jointlab.explorers import Explorer


class Shown:
    closed = False

    def close(self):
        self.closed = True


def show():
    widget = Shown()
    cell.supersede(widget)
    return widget


def test_a_rerun_cell_closes_all_that_it_showed_before(run_cell):
    run_cell("a", 1)
    first, second = show(), show()
    assert not first.closed  # one cell may show two
    run_cell("b", 2)
    other = show()
    run_cell("a", 3)
    third = show()
    assert first.closed
    assert second.closed
    assert not other.closed
    assert not third.closed


@pytest.mark.parametrize("shell", [None, SimpleNamespace(get_parent=lambda: {})])
def test_without_a_cell_nothing_is_closed(monkeypatch, shell):
    monkeypatch.setattr(cell, "get_ipython", lambda: shell)
    first, _ = show(), show()
    assert not first.closed


def test_an_explorer_that_was_closed_is_gone(run_cell):
    run_cell("a", 1)
    former = weakref.ref(Explorer(SWING))
    run_cell("a", 2)
    Explorer(SWING)
    gc.collect()
    assert former() is None


def test_what_is_kept_of_an_explorer_that_was_closed_is_light(run_cell):
    """IPython keeps in `Out` what a cell has shown: without its picture, the heaviest part of it."""
    run_cell("a", 1)
    kept = Explorer(SWING)
    picture = weakref.ref(kept.picture)
    run_cell("a", 2)
    Explorer(SWING)
    gc.collect()
    assert picture() is None


def test_what_stands_in_bears_a_mark_of_this_kernel(monkeypatch):
    """Or a lesson that lives would hide what stands in another copy of it, where nothing lives yet."""
    first = cell.mark("jl-still-x")
    assert first == cell.mark("jl-still-x") != cell.mark("jl-still-y")
    monkeypatch.setattr(cell, "_RUN", "12345678")
    assert cell.mark("jl-still-x") != first
