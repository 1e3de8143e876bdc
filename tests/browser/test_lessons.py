"""Every lesson as a learner meets it: JupyterLab in a real Chromium."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from bench import lab
from playwright.sync_api import expect
from tests.browser.learner import marks, new_marks, skip_predictions

from jointlab import sources

NOTEBOOKS = [f"{lesson.file}.ipynb" for lesson in sources.course() if lesson.status == "ready"]


@pytest.fixture
def page(visit):
    with visit() as page:
        yield page


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_lesson_lives(page, address, name):
    """Every explorer answers to its first control; nothing goes wrong unseen; axe finds nothing serious."""
    lab.open_notebook(page, address, name)
    lab.run_all(page)
    skip_predictions(page)
    boxes = page.locator(".jl-explorer")
    source = (lab.ROOT / "notebooks" / name).read_text(encoding="utf-8")
    expect(boxes).to_have_count(source.count("Explorer("))
    for box in boxes.all():
        before = marks(box)
        for end in ("End", "Home"):
            press(page, box, end)
        assert marks(box) != before
        assert box.locator(".jl-sentence").text_content().endswith(".")
        assert box.locator(".jl-error").text_content() == ""
    assert page.console_errors == []
    assert page.outside == []
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        show_in(page, theme)
        assert serious_violations(page) == {}, theme


def press(page, box, key: str) -> None:
    """Press a key on an explorer's first slider; if that moves it, wait for the new picture."""
    slider, seen = box.get_by_role("slider").first, marks(box)
    position = slider.input_value()
    slider.press(key)
    if slider.input_value() != position:
        new_marks(page, box, seen)


def show_in(page, theme: str) -> None:
    """Change JupyterLab's theme; wait until its colours stand still."""
    page.evaluate("theme => jupyterapp.commands.execute('apputils:change-theme', { theme })", theme)
    page.wait_for_function(
        "theme => document.body.dataset.jpThemeName === theme"
        " && document.getAnimations().every(a => a.playState !== 'running')",
        arg=theme,
    )


def serious_violations(page) -> dict[str, list[str]]:
    """What axe finds in our outputs that would keep somebody out: rule → where."""
    found = Axe().run(page, context=".jp-OutputArea", options={"resultTypes": ["violations"]})
    return {
        rule["id"]: [node["html"][:160] for node in rule["nodes"]]
        for rule in found.response["violations"]
        if rule["impact"] in ("serious", "critical")
    }
