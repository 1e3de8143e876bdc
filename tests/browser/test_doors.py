"""Two more doors: Notebook 7, where a learner runs and writes, and Voilà, which makes a page of a notebook that plays.

Skipped where they are not installed; `--group doors` brings them.
"""

from importlib.util import find_spec

import pytest
from bench import lab
from playwright.sync_api import expect
from tests.browser.learner import (
    answer_everything,
    close_dialogs,
    comes,
    explorer,
    predict,
    question,
    status,
    watched,
    write_line,
)

from jointlab import lost, sources
from jointlab.logbook import Logbook

LESSON = "00-start-here.ipynb"
SYRINGE = sources.lesson("start")["predict"]["syringe"]
# Of what stands in for living widgets, what is in sight.
DEAD = "[...document.querySelectorAll('[id^=jl-words-], [id^=jl-still-]')].filter(e => e.offsetHeight).length"
pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where a copy of the course lies for each door."""
    return tmp_path_factory.mktemp("doors")


@pytest.fixture(scope="module", params=["notebook", "voila"])
def door(request, folder):
    """One of the doors, and its address."""
    if not find_spec(request.param):
        pytest.skip(f"{request.param} is not installed: python -m uv run --group dev --group doors …")
    with lab.course(folder / request.param, request.param) as address:
        yield request.param, address


@pytest.fixture
def page(browser, door):
    address = door[1]
    page = watched(browser.new_page(), address, address.replace("http", "ws"))
    page.route("**", lambda route: route.continue_() if route.request.url.startswith(address) else route.abort())
    yield page
    page.close()


def opened(page, door: str, address: str) -> None:
    """Open the lesson and wait until all of it has run."""
    if door == "notebook":
        lab.open_notebook(page, address, LESSON, at="notebooks")
        page.console_errors.clear()  # as it opens, Notebook 7.6 has an error of its own, with an empty notebook too
        lab.run_all(page)
    else:
        page.goto(f"{address}/voila/render/{LESSON}", wait_until="domcontentloaded")
    expect(page.get_by_text("✓ Ready: everything in this lesson has run.").first).to_be_attached()
    expect(page.get_by_text("All is well: you can begin.")).to_be_attached()  # which only a living page says


IDLE = "jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'"


def what_helps(page, door: str, address: str) -> None:
    """What the page says when Python has stopped: a choice of the menu, or to load the page anew."""
    if door == "voila":
        opened(page, door, address)
        return
    page.wait_for_function(IDLE)  # else Notebook does not know yet that its kernel is another one
    close_dialogs(page)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Restart Kernel and Run All Cells…").click()
    page.locator(".jp-Dialog .jp-mod-accept").click()


def test_python_stops_and_what_the_page_says_helps_there(page, door, folder):
    """An answer that Python did not hear is in the logbook afterwards, once."""
    opened(page, *door)
    box = explorer(page, "A closed syringe")
    words = lost.ON_A_PAGE if door[0] == "voila" else lost.IN_A_NOTEBOOK
    lab.kernel().kill()
    expect(box.locator(".jl-error")).to_have_text(words["gone"])
    asked = question(page, sources.lesson("start")["quiz"]["toy"]["ask"])
    asked.get_by_role("radio").first.dispatch_event("click")
    asked.get_by_role("button", name="Check my answer").dispatch_event("click")
    expect(page.locator(".jl-trouble:not(:empty)")).to_have_text(words["gone"])
    what_helps(page, *door)
    expect(box.locator(".jl-error")).to_be_empty()
    logbook = Logbook.open(folder / door[0] / "logbook.sqlite")
    comes(page, lambda: logbook.entries("quiz", "start/toy"))
    assert len(logbook.entries("quiz", "start/toy")) == 1
    if door[0] == "notebook":
        lab.shut_down_kernels(page)


def test_a_lesson_is_played_and_comes_back(page, door):
    """Predict, move, reach the goal, answer all; when it is opened again, the answers stand."""
    opened(page, *door)
    assert page.evaluate(DEAD) == 0
    predict(page, SYRINGE["question"])
    box = explorer(page, "A closed syringe")
    twin = box.get_by_label("Plunger at").and_(box.get_by_role("textbox"))
    twin.fill("15")
    twin.press("Enter")
    expect(box.locator(".jl-goal")).to_contain_text("Reached:")
    answer_everything(page)
    if door[0] == "notebook":
        cell = write_line(page, "def pressure_after", "start_pressure * start_volume / volume")
        expect(cell.get_by_text("Yes — ")).to_be_visible()
        assert page.console_errors == page.outside == []
    else:
        expect(page.get_by_text("On this page no code can be written.")).to_be_visible()
        assert page.locator(".jp-InputArea-editor, .highlight pre").filter(has_text="learn.").count() == 0
        assert {address.split("/")[2] for address in page.outside} <= {"cdn.jsdelivr.net"}  # Voilà's own icons
    opened(page, *door)
    expect(status(question(page, SYRINGE["question"]).first)).to_contain_text("You predicted: ")
