"""Lessons as a learner meets them: JupyterLab in a real Chromium."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser import lab

from jointlab import sources

LESSON = "03-what-makes-the-pop.ipynb"
NOTEBOOKS = [f"{lesson.slug}.ipynb" for lesson in sources.course() if lesson.status == "ready"]
EXPLORERS = {
    name: (lab.ROOT / "notebooks" / name).read_text(encoding="utf-8").count("explorers.Explorer(") for name in NOTEBOOKS
}


def predict(page, number: int) -> None:
    """Answer the lesson's prediction number `number` with the first option, by the page's own controls."""
    block = page.locator(".jl-block", has=page.get_by_role("button", name="Lock in my prediction")).nth(number)
    block.scroll_into_view_if_needed()
    block.get_by_role("radio").first.check()
    block.get_by_label("How sure are you?").select_option(index=3)
    block.get_by_role("button", name="Lock in my prediction").click()


@pytest.fixture
def lesson(page, address):
    lab.open_notebook(page, address, LESSON)
    lab.run_all(page)
    return page


def explorer(page, title: str):
    found = page.locator(".jl-explorer", has=page.get_by_text(title, exact=True)).first
    found.scroll_into_view_if_needed()
    return found


def unlocked(page, title: str):
    """The explorer with this title, after every prediction has been made."""
    while page.get_by_role("button", name="Lock in my prediction").count():
        predict(page, 0)
        page.wait_for_timeout(400)
    found = explorer(page, title)
    page.wait_for_function("[...document.querySelectorAll('.jl-explorer fieldset')].every(f => !f.disabled)")
    return found


def test_locked_until_predicted_then_a_drag_moves_picture_and_sentence(lesson):
    box = explorer(lesson, "A bubble when the pressure returns")
    assert "prediction" in box.locator(".jl-lock").text_content()
    assert box.get_by_role("slider").first.is_disabled()
    box = unlocked(lesson, "A bubble when the pressure returns")
    slider = box.get_by_role("slider").first
    before = box.locator(".jl-marks").inner_html(), box.locator(".jl-sentence").text_content()
    slider.scroll_into_view_if_needed()
    track = slider.bounding_box()
    y = track["y"] + track["height"] / 2
    lesson.mouse.move(track["x"] + 0.75 * track["width"], y)
    lesson.mouse.down()
    for step in range(30):
        lesson.mouse.move(track["x"] + (0.75 - 0.02 * step) * track["width"], y)
    lesson.mouse.up()
    lesson.wait_for_timeout(1000)
    after = box.locator(".jl-marks").inner_html(), box.locator(".jl-sentence").text_content()
    assert before[0] != after[0]
    assert before[1] != after[1]
    assert lesson.console_errors == []
    assert lesson.outside == []


def test_keyboard_and_typed_twin(lesson):
    box = unlocked(lesson, "A bubble when the pressure returns")
    slider, twin = box.get_by_role("slider").nth(1), box.get_by_role("spinbutton").nth(1)
    slider.focus()
    before = float(twin.input_value())
    for _ in range(5):
        lesson.keyboard.press("ArrowRight")
    lesson.wait_for_timeout(600)
    assert float(twin.input_value()) > before
    twin.fill("45")
    twin.press("Enter")
    lesson.wait_for_timeout(600)
    assert "45 kPa" in slider.get_attribute("aria-valuetext")
    twin.fill("4500")
    twin.press("Enter")
    assert "Type a number from 10 to 90 kPa" in box.locator(".jl-note").nth(1).text_content()
    box.get_by_role("button", name="Reset").click()
    lesson.wait_for_timeout(600)
    assert float(twin.input_value()) == 20


def test_sound_is_played(lesson):
    box = unlocked(lesson, "A bubble when the pressure returns")
    box.get_by_role("button", name="Listen", exact=False).first.click()
    lesson.wait_for_function("document.querySelector('.jl-explorer audio').duration > 0.1")


def test_a_goal_can_be_reached(lesson):
    box = unlocked(lesson, "Four stories, one camera")
    assert "Goal:" in box.locator(".jl-goal").text_content()
    twin = box.get_by_role("spinbutton").first
    twin.fill("15")
    twin.press("Enter")
    lesson.wait_for_timeout(800)
    assert "Reached:" in box.locator(".jl-goal").text_content()


def test_the_learner_writes_the_formula(lesson):
    cell = lesson.locator(".jp-CodeCell", has=lesson.get_by_text("def collapse_time", exact=False)).first
    cell.scroll_into_view_if_needed()
    cell.locator(".cm-line", has_text="return ...").click()
    lesson.keyboard.press("End")
    for _ in range(3):
        lesson.keyboard.press("Backspace")
    lesson.keyboard.type("0.9147 * radius * density / pressure_difference")
    lesson.keyboard.press("Control+Enter")
    cell.get_by_text("square root", exact=False).first.wait_for(timeout=20_000)
    assert lesson.console_errors == []


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_lesson_lives(page, address, name):
    """Every explorer answers to its first control; nothing goes wrong unseen; axe finds nothing serious."""
    lab.open_notebook(page, address, name)
    lab.run_all(page)
    while page.get_by_role("button", name="Show me without predicting").count():
        page.get_by_role("button", name="Show me without predicting").first.click()
        page.wait_for_timeout(300)
    page.wait_for_function("[...document.querySelectorAll('.jl-explorer fieldset')].every(f => !f.disabled)")
    boxes = page.locator(".jl-explorer")
    assert boxes.count() == EXPLORERS[name]
    for i in range(boxes.count()):
        box = boxes.nth(i)
        before = box.locator(".jl-marks").inner_html()
        for end in ("End", "Home"):
            box.get_by_role("slider").first.press(end)
            page.wait_for_timeout(500)
        assert box.locator(".jl-marks").inner_html() != before
        assert box.locator(".jl-sentence").text_content().endswith(".")
        assert box.locator(".jl-error").text_content() == ""
    assert page.console_errors == []
    assert page.outside == []
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        page.evaluate("theme => jupyterapp.commands.execute('apputils:change-theme', { theme })", theme)
        page.wait_for_timeout(1500)
        assert serious_violations(page) == {}, theme


def serious_violations(page) -> dict[str, list[str]]:
    """What axe finds in our outputs that would keep somebody out: rule → where."""
    found = Axe().run(page, context=".jp-OutputArea", options={"resultTypes": ["violations"]})
    return {
        rule["id"]: [node["html"][:160] for node in rule["nodes"]]
        for rule in found.response["violations"]
        if rule["impact"] in ("serious", "critical")
    }


def test_reloaded_without_a_kernel_the_pictures_are_still_there(lesson, address):
    lesson.evaluate("jupyterapp.commands.execute('docmanager:save')")
    lesson.wait_for_timeout(1500)
    lab.shut_down_kernels(lesson)
    lab.open_notebook(lesson, address, LESSON)
    seen = set()
    for top in range(0, 16_000, 700):
        lesson.evaluate("top => document.querySelector('.jp-WindowedPanel-outer').scrollTo(0, top)", top)
        lesson.wait_for_timeout(150)
        seen |= set(
            lesson.evaluate(
                "[...document.querySelectorAll('.jl-still img')]"
                ".filter(e => e.naturalWidth > 500 && e.offsetHeight > 100).map(e => e.alt)"
            )
        )
    assert len(seen) == 5
    assert all(len(alt) > 100 for alt in seen)
    assert not any(re.search("<|None", alt) for alt in seen)


def test_reloaded_with_a_living_kernel_the_state_is_the_same_and_shown_once(lesson, address):
    box = unlocked(lesson, "A bubble when the pressure returns")
    twin = box.get_by_role("spinbutton").first
    twin.fill("1")
    twin.press("Enter")
    lesson.wait_for_timeout(800)
    said = box.locator(".jl-sentence").text_content()
    lesson.evaluate("jupyterapp.commands.execute('docmanager:save')")
    lesson.wait_for_timeout(1500)
    lab.open_notebook(lesson, address, LESSON, reset=False)
    lesson.wait_for_selector(".jl-explorer .jl-sentence", state="attached", timeout=30_000)
    box = explorer(lesson, "A bubble when the pressure returns")
    assert box.locator(".jl-sentence").text_content() == said
    assert float(box.get_by_role("spinbutton").first.input_value()) == 1
    shown = "[...document.querySelectorAll('.jp-OutputArea:has(.jl-explorer) .jl-still')].filter(e => e.offsetHeight)"
    assert lesson.evaluate(f"{shown}.length") == 0


def test_a_question_whose_cell_is_run_again_still_unlocks(lesson):
    cell = lesson.locator(".jp-CodeCell", has=lesson.get_by_text('learn.Prediction("03", "remains")')).first
    cell.scroll_into_view_if_needed()
    cell.locator(".jp-InputPrompt").click()
    lesson.keyboard.press("Control+Enter")
    lesson.wait_for_timeout(1500)
    predict(lesson, 0)
    lesson.wait_for_timeout(800)
    assert explorer(lesson, "A bubble when the pressure returns").get_by_role("slider").first.is_enabled()
