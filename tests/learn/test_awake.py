"""Words that only a page that answers can say; the way back to the beginning after all cells have run."""

from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest

from jointlab import cell, selftest
from jointlab.learn import begin, safety_card
from jointlab.learn import ready as ready_of
from jointlab.learn.awake import Ready


@pytest.fixture
def ask(monkeypatch):
    """`ask(seconds)`: the page asks for the run of a cell so long after it was opened."""
    monkeypatch.setattr("jointlab.learn.awake._BEGUN", {"at": None})

    def asking(seconds):
        header = {} if seconds is None else {"date": datetime(2026, 1, 1) + timedelta(seconds=seconds)}
        monkeypatch.setattr(cell, "get_ipython", lambda: SimpleNamespace(get_parent=lambda: {"header": header}))

    return asking


@pytest.mark.parametrize(
    ("first", "last", "back"), [(60, 61, True), (60, 200, False), (60, 20, False), (None, None, False)]
)
def test_the_page_goes_back_only_after_all_cells_were_run_at_once(ask, first, last, back):
    ask(first)
    safety_card()
    ask(last)
    assert ready_of().spec["back"] is back


def test_what_is_no_lesson_says_so_in_its_own_words(ask):
    ask(60)
    begin()
    slides = ready_of("all slides", "not yet")
    assert slides.spec["back"] is True
    assert (slides.spec["says"], slides.waits) == ("all slides", "not yet")


def test_without_a_first_cell_nothing_goes_back(ask):
    ask(3)
    assert ready_of().spec["back"] is False


def test_python_answers_how_long_ago_its_cell_ran(monkeypatch):
    widget, sent = Ready("says", "waits", "end"), []
    monkeypatch.setattr(widget, "send", sent.append)
    widget._handle_custom_msg({"here": True}, [])
    assert 0 <= sent[0]["age"] < 60


def shown(monkeypatch, capsys) -> tuple[str, list]:
    """What the self-test prints, and what it displays."""
    displayed = []
    monkeypatch.setattr(selftest, "display", displayed.append)
    assert selftest.run() is None  # or the cell would end with "True"
    return capsys.readouterr().out, displayed


def test_all_is_well_only_when_the_page_says_so(monkeypatch, capsys):
    printed, [page] = shown(monkeypatch, capsys)
    assert printed.count("✓") == 5
    assert "All is well" not in printed
    assert page.spec["says"].endswith("All is well: you can begin.")
    assert page.waits.startswith("✗ page")
    assert "anywidget must be installed where JupyterLab itself runs" in page.waits


def test_what_is_missing_is_said_last(monkeypatch, capsys):
    def gone():
        raise RuntimeError("there is no data")

    monkeypatch.setitem(selftest.CHECKS, "data", gone)
    printed, [page] = shown(monkeypatch, capsys)
    assert "✗ data: there is no data" in printed
    assert "Something is missing: see the lines marked ✗." in page.spec["says"]


def test_without_widgets_at_all_the_line_is_there(monkeypatch, capsys):
    def fails(_widget):
        raise RuntimeError("no widgets")

    monkeypatch.setattr(selftest, "display", fails)
    selftest.run()
    assert "✗ page: no widgets" in capsys.readouterr().out
