"""Reports in a browser: all can read them, light, dark, on a phone and on paper; and the button that writes one."""

import random

import nbformat
import pytest
from bench import lab
from playwright.sync_api import expect
from tests.browser import eyes
from tests.browser.learner import tab_to
from tests.report import crowd

from jointlab.logbook import Logbook
from jointlab.report import class_page, own_page
from jointlab.report.gathered import Gathered
from jointlab.report.learners import learner

pytestmark = pytest.mark.whole
ALL_SHUT = "document.querySelectorAll('details').forEach(one => { one.open = false; })"
ALL_OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true; })"


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Addresses of one learner's page, and of a class's."""
    folder = tmp_path_factory.mktemp("reports")
    learners = [
        learner(crowd.book(seed, ("pop", "red_flags")), f"Pupil {seed}" if seed % 2 else "") for seed in range(6)
    ]
    found = Gathered(learners, ["marks.csv is no report of this course; it was left out."], {"Pupil 1": ["a.csv"]})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(class_page, "MANY", 5)  # so that the list of learners is folded
        texts = {"own": own_page.page(learners[1]), "class": class_page.page(found)}
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(params=["own", "class"])
def report(request, browser, pages):
    page = browser.new_page()
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto((pages / f"{request.param}.html").as_uri())
    yield page
    page.close()


def test_a_report_keeps_nobody_out(report):
    report.evaluate(ALL_OPEN)
    assert eyes.found_alone(report) == {}
    report.emulate_media(color_scheme="dark")
    assert eyes.found_alone(report, runOnly=["color-contrast"]) == {}
    report.evaluate(f"document.querySelector('main').insertAdjacentHTML('beforeend', '{eyes.PALE}')")
    report.emulate_media(color_scheme="light")
    assert set(eyes.found_alone(report, runOnly=["color-contrast"])) == {"color-contrast"}


def test_a_report_fits_a_phone(report):
    report.evaluate(ALL_OPEN)
    report.set_viewport_size({"width": 390, "height": 844})
    assert report.evaluate("document.documentElement.scrollWidth") == 390


def test_on_paper_all_that_is_folded_stands_open(report):
    report.evaluate(ALL_SHUT)
    report.emulate_media(media="print", color_scheme="dark")
    tables = report.locator("details table")
    for n in range(tables.count()):
        expect(tables.nth(n)).to_be_visible()
    assert report.evaluate("getComputedStyle(document.body).color") == "rgb(28, 39, 51)", "the colours of light paper"


def test_the_button_by_keyboard(visit, address, folder):
    """It is opened, a name is typed, and both files are there: in the folder, and to be saved from the page."""
    notebook = folder / "notebooks" / "button.ipynb"
    cell = nbformat.v4.new_code_cell("from jointlab.report.menu import Menu\n\nMenu()")
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    nbformat.write(nbformat.v4.new_notebook(cells=[cell], metadata={"kernelspec": kernel}), notebook)
    with visit() as page:
        crowd.save(folder / "logbook.sqlite", crowd.records(random.Random(2)))
        lab.open_notebook(page, address, notebook.name)
        page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")
        box = page.locator(".jl-report")
        box.locator("summary").focus()
        page.keyboard.press("Enter")
        tab_to(page, box.get_by_label("Your name"))
        page.keyboard.type("dd Ana")
        page.keyboard.press("Enter")
        one = learner(Logbook.open(folder / "logbook.sqlite"), "dd Ana")
        expect(box.get_by_role("status")).to_contain_text(f"Your code is {one.code}.")
        name = f"report-dd-Ana-{one.code}"
        for words, ending in (("Save the page", "html"), ("Save the table", "csv")):
            with page.expect_download() as download:
                box.get_by_role("link", name=words).click()
            assert download.value.suggested_filename == f"{name}.{ending}"
            kept = (folder / "notebooks" / f"{name}.{ending}").read_bytes()
            assert download.value.path().read_bytes() == kept
        with page.expect_popup() as opened:
            box.get_by_role("link", name="Open the page").click()
        expect(opened.value.get_by_role("heading", level=1)).to_have_text("dd Ana")
        assert eyes.found(page) == {}
        assert page.console_errors == []
        assert page.outside == []
    notebook.unlink()
