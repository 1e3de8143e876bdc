"""An explorer can be put into any box of a notebook, beside anything: it is seen and it answers there."""

import nbformat
import pytest
from bench import lab
from playwright.sync_api import expect

pytestmark = pytest.mark.whole  # JupyterLab and a kernel cost more than most files of tests
SETUP = """
import ipywidgets as W
import matplotlib.pyplot as plt
plt.style.use("dark_background")  # a learner's own settings are the learner's
from jointlab.explorers import Explorer
from jointlab.lessons.start import SYRINGE
explorer = Explorer(SYRINGE)
"""
BOXES = {
    "alone": "explorer",
    "row": 'W.HBox([W.Label("left"), explorer, W.Label("right")])',
    "column": "W.VBox([explorer])",
    "grid": 'W.GridBox([explorer, W.Label("right")])',
    "tab": "W.Tab([explorer])",
    "accordion": "W.Accordion([explorer], selected_index=0)",
    "two": "W.HBox([explorer, Explorer(SYRINGE)])",
    "output": "out = W.Output()\nwith out:\n    display(explorer)\nout",
}


@pytest.fixture(scope="module")
def page(visit, address, folder):
    book = nbformat.v4.new_notebook(metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})
    book.cells = [nbformat.v4.new_code_cell(f"{SETUP}\n{code}") for code in BOXES.values()]
    nbformat.write(book, folder / "notebooks" / "boxes.ipynb")
    with visit() as page:
        page.set_viewport_size({"width": 1366, "height": 768})
        lab.open_notebook(page, address, "boxes.ipynb")
        lab.run_all(page)
        yield page


@pytest.mark.parametrize("box", BOXES)
def test_an_explorer_lives_in_any_box(page, box):
    cell = page.locator(".jp-CodeCell").nth(list(BOXES).index(box))
    found = cell.locator(".jl-explorer").first
    found.scroll_into_view_if_needed()
    size = found.bounding_box()
    assert size["width"] >= 300
    picture = found.locator(".jl-scene").bounding_box()
    assert picture["height"] >= 150
    assert (
        found.locator(".jl-stage svg").evaluate("e => getComputedStyle(e.querySelector('path')).fill") != "rgb(0, 0, 0)"
    )
    sentence = found.locator(".jl-sentence")
    said = sentence.text_content()
    found.get_by_role("slider").nth(1).press("End")
    expect(sentence).not_to_have_text(said)
    assert found.locator(".jl-error").text_content() == ""
    assert page.console_errors == []
