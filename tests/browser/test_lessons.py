"""A lesson as a learner meets it: JupyterLab in a real Chromium, on a small laptop.

JupyterLab costs more than all else. So the test command tries lesson 00; `pytest -m whole` tries the others, and lesson
03 by hand in test_by_hand.py, as does `.ci/run`. What every lesson is held to each time: its notebook runs
(nbval), and its explorers break in no state (test_sweep.py).
"""

import re

import nbformat
import pytest
from bench import lab
from playwright.sync_api import expect
from tests.browser import eyes
from tests.browser.learner import answer_everything, marks, new_marks, skip_predictions
from tests.sample import sampled

from jointlab import sources

SAMPLE = {"00-start-here"}
# Where axe looks here: the first, and the one whose cases are asked nowhere else. It sees the prose and outputs of all
# lessons in test_exported.py, all questions in test_questions_alone.py, all explorers in test_recorded.py.
LOOKED_AT = {"start", "red_flags"}
READY = [lesson for lesson in sources.course() if lesson.status == "ready"]
LESSONS = sampled(READY, SAMPLE, lambda lesson: lesson.file)
# The classes of folds that wait for something of this kind and are open.
OPEN = """kind => [...document.querySelectorAll(`details[class^='${kind}']`)].filter(fold => fold.open)
    .map(fold => fold.className)"""
# Whether an explorer that stands in two places says the same in both.
ALIKE = """() => { const said = {};
    return [...document.querySelectorAll('.jl-explorer')].every(box => { const one = box.querySelector('section');
        const words = one.querySelector('.jl-sentence').textContent;
        return (said[one.ariaLabel] ??= words) === words; }); }"""
AT = "jupyterapp.shell.currentWidget.content"  # the notebook that is open
LAPTOP = {"width": 1366, "height": 768}


@pytest.fixture(scope="module")
def window(visit):
    """One JupyterLab for all lessons: to start it takes longer than most of them."""
    with visit() as page:
        page.set_viewport_size(LAPTOP)
        yield page


@pytest.fixture
def page(window, address, lesson):
    """The lesson, opened where another one was before."""
    window.console_errors.clear()
    window.outside.clear()
    name = f"{lesson.file}.ipynb"
    if window.url == "about:blank":
        lab.open_notebook(window, address, name)
    else:
        lab.open_next(window, name)
    return window


def test_the_sample_is_ready():
    assert {lesson.file for lesson in READY} >= SAMPLE


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_lives(page, lesson):
    """Every explorer answers to its first control, in one view; nothing goes wrong unseen; whatever a learner answers,
    opens or gets wrong, it is said in words."""
    cells = nbformat.read(lab.ROOT / "notebooks" / f"{lesson.file}.ipynb", 4).cells
    source = "\n".join(cell.source for cell in cells)
    lab.run_all(page)
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()  # back from the last cell
    assert page.evaluate(OPEN, "until-") == []
    if lesson.name == "start":
        go_by_keyboard(page)
    page.evaluate("jupyterapp.commands.execute('notebook:expand-all-headings')")  # “Go deeper”
    skip_predictions(page)
    boxes = page.locator(".jl-explorer")
    expect(boxes).to_have_count(source.count("Explorer(") + source.count(".again()"))
    moved = set()
    for box in boxes.all():
        title = box.locator("section").get_attribute("aria-label")
        if title not in moved:  # a second one follows by itself, a little later: two hands at once are nobody's
            moved.add(title)
            assert any([press(page, box, end) for end in ("End", "Home")])
        assert box.locator(".jl-sentence").text_content().endswith(".")
        assert box.locator(".jl-error").text_content() == ""
        assert box.locator("section").bounding_box()["height"] <= 500
        assert box.locator("input[type=range]:visible").first.bounding_box()["width"] >= 300
    page.wait_for_function(ALIKE)
    waiting = len(re.findall(r'until-prediction-|learn\.found\(\s*"prediction-', source))  # in prose, in outputs
    page.wait_for_function(f"({OPEN})('until-prediction-').length === {waiting}")
    if lesson.name == "start":
        expect(page.get_by_text("All is well: you can begin.")).to_be_attached()  # which only the page can say
    answer_everything(page)
    refuse_a_number(page)
    assert page.console_errors == []
    assert page.outside == []
    if lesson.name in LOOKED_AT:
        eyes.open_eyes(page)
        assert eyes.found(page) == {}
    if lesson.name == "start":  # of every lesson, test_exported.py sees the dark side, which takes JupyterLab long
        show_in_the_dark(page)
        eyes.plant(page)
        assert eyes.pale(page) == {"color-contrast": 3 * [eyes.PALE]}, "what was planted, and nothing else"


def go_by_keyboard(page) -> None:
    """What “By keyboard” in lesson 00 says: the palette, arrows from cell to cell, into a grey box and out of it."""
    while "return ..." not in page.evaluate(f"{AT}.activeCell.model.sharedModel.getSource()"):
        before = page.evaluate(f"{AT}.activeCellIndex")
        page.keyboard.press("ArrowDown")
        page.wait_for_function(f"{AT}.activeCellIndex > {before}")  # cells with hidden code are passed over
    box = page.evaluate(f"{AT}.activeCellIndex")
    for key, mode, cell in (
        ("Enter", "edit", box),
        ("Escape", "command", box),
        ("Control+Enter", "command", box),
        ("Shift+Enter", "command", box + 1),
    ):
        page.keyboard.press(key)
        page.wait_for_function(f"{AT}.mode === '{mode}' && {AT}.activeCellIndex === {cell}")
    page.keyboard.press("Control+Shift+C")
    expect(page.locator(".lm-CommandPalette-input")).to_be_focused()
    page.keyboard.type("run all cells")
    expect(page.locator(".lm-CommandPalette-item.lm-mod-active")).to_contain_text("Run All Cells")
    page.keyboard.press("Escape")


def press(page, box, key: str) -> bool:
    """Press a key on an explorer's first slider; if that moves it, wait for the new picture. Whether it did."""
    slider, seen = box.get_by_role("slider").first, marks(box)
    position = slider.input_value()
    slider.press(key)
    moved = slider.input_value() != position
    if moved:
        new_marks(page, box, seen)
    return moved


def refuse_a_number(page) -> None:
    """Type a number that cannot be."""
    twin = page.locator(".jl-explorer .jl-twin input").first
    twin.fill("-99999")
    twin.press("Enter")
    expect(page.locator(".jl-explorer .jl-note:visible")).to_have_count(1)


def show_in_the_dark(page) -> None:
    """Change JupyterLab's theme; wait until its colours stand still."""
    page.evaluate("jupyterapp.commands.execute('apputils:change-theme', { theme: 'JupyterLab Dark' })")
    page.wait_for_function(
        "document.body.dataset.jpThemeName === 'JupyterLab Dark'"
        " && document.getAnimations().every(a => a.playState !== 'running')"
    )
