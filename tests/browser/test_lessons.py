"""Every lesson as a learner meets it: JupyterLab in a real Chromium, on a small laptop."""

import pytest
from bench import lab
from playwright.sync_api import expect
from tests.browser import eyes
from tests.browser.learner import marks, new_marks, skip_predictions

from jointlab import sources

NOTEBOOKS = [f"{lesson.file}.ipynb" for lesson in sources.course() if lesson.status == "ready"]
LAPTOP = {"width": 1366, "height": 768}


@pytest.fixture
def page(visit):
    with visit() as page:
        page.set_viewport_size(LAPTOP)
        yield page


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_lesson_lives(page, address, name):
    """Every explorer answers to its first control, in one view; nothing goes wrong unseen; whatever a learner answers,
    opens or gets wrong, axe finds nothing serious in it."""
    lab.open_notebook(page, address, name)
    lab.run_all(page)
    skip_predictions(page)
    boxes = page.locator(".jl-explorer")
    source = (lab.ROOT / "notebooks" / name).read_text(encoding="utf-8")
    expect(boxes).to_have_count(source.count("Explorer(") + source.count(".again()"))
    for box in boxes.all():
        seen = {marks(box)}  # of one that stands once more: where the first has left it
        for end in ("End", "Home"):
            press(page, box, end)
            seen.add(marks(box))
        assert len(seen) > 1
        assert box.locator(".jl-sentence").text_content().endswith(".")
        assert box.locator(".jl-error").text_content() == ""
        assert box.locator("section").bounding_box()["height"] <= 500
        assert box.locator("input[type=range]:visible").first.bounding_box()["width"] >= 300
    answer_everything(page)
    assert page.console_errors == []
    assert page.outside == []
    eyes.open_eyes(page)
    assert eyes.found(page) == {}
    if name == NOTEBOOKS[0]:  # of every lesson, test_exported.py sees the dark side, which takes JupyterLab long
        show_in_the_dark(page)
        assert eyes.pale(page) == {}
        eyes.plant(page)
        assert len(eyes.pale(page)["color-contrast"]) == 3


def press(page, box, key: str) -> None:
    """Press a key on an explorer's first slider; if that moves it, wait for the new picture."""
    slider, seen = box.get_by_role("slider").first, marks(box)
    position = slider.input_value()
    slider.press(key)
    if slider.input_value() != position:
        new_marks(page, box, seen)


def answer_everything(page) -> None:
    """Compare, answer and judge whatever asks, type a number that cannot be, and open whatever folds."""
    page.evaluate(ANSWER)
    expect(page.locator(".jl-block .jl-said:empty")).to_have_count(0)
    twin = page.locator(".jl-explorer .jl-twin input").first
    twin.fill("-99999")
    twin.press("Enter")
    expect(page.locator(".jl-explorer .jl-note:visible")).to_have_count(1)


# No mouse goes there, so it is quick; what hands do with questions is in test_questions.py.
ANSWER = """() => {
    const press = (words) => (form) => [...form.querySelectorAll('button')]
        .filter(button => button.textContent.includes(words)).forEach(button => button.click());
    const forms = [...document.querySelectorAll('.jl-block form')];
    forms.forEach(press('Compare with what happens'));
    forms.forEach((form, i) => {
        const radios = form.querySelectorAll('input[type=radio]'), list = form.querySelector('select');
        if (form.textContent.includes('Check my answer')) radios[i % 2].click();
        else if (list && !radios.length) list.selectedIndex = 1;
    });
    forms.forEach(press('Check my answer'));
    forms.forEach(press('with the evidence'));
    document.querySelectorAll('details').forEach(e => { e.open = true; });
}"""


def show_in_the_dark(page) -> None:
    """Change JupyterLab's theme; wait until its colours stand still."""
    page.evaluate("jupyterapp.commands.execute('apputils:change-theme', { theme: 'JupyterLab Dark' })")
    page.wait_for_function(
        "document.body.dataset.jpThemeName === 'JupyterLab Dark'"
        " && document.getAnimations().every(a => a.playState !== 'running')"
    )
