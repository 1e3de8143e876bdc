"""Explorers and the learner's own formula, by hand in JupyterLab. One page of lesson 03, its predictions skipped,
serves all: each test finds its explorer at its defaults and leaves the page alive."""

import re
import shutil

import pytest
from bench import lab
from playwright.sync_api import expect
from tests.browser import eyes
from tests.browser.learner import BUBBLE, CAMERA, explorer, marks, new_marks, skip_predictions

from jointlab import sources

LESSON = "03-what-makes-the-pop.ipynb"


@pytest.fixture(scope="module")
def lesson(visit, address):
    with visit() as page:
        lab.open_notebook(page, address, LESSON)
        lab.run_all(page)
        skip_predictions(page)
        yield page


@pytest.fixture
def bubble(lesson):
    """The first explorer of the lesson, as it is after a reset."""
    box = explorer(lesson, BUBBLE)
    box.get_by_role("button", name="Reset").click()
    expect(box.get_by_role("textbox").nth(1)).to_have_value("20")
    return box


def test_keyboard_and_typed_twin(lesson, bubble):
    slider, twin = bubble.get_by_role("slider").nth(1), bubble.get_by_role("textbox").nth(1)
    sentence = bubble.locator(".jl-sentence")
    slider.focus()
    before, seen = float(twin.input_value()), marks(bubble)
    for _ in range(5):
        lesson.keyboard.press("ArrowRight")
    new_marks(lesson, bubble, seen)
    assert float(twin.input_value()) > before
    said = sentence.text_content()
    twin.fill("45")
    twin.press("Enter")
    expect(sentence).not_to_have_text(said)
    expect(slider).to_have_attribute("aria-valuetext", "45 kPa")
    twin.fill("4500")
    twin.press("Enter")
    expect(bubble.locator(".jl-note").nth(1)).to_contain_text("Type a number from 10 to 90 kPa")
    bubble.get_by_role("button", name="Reset").click()
    expect(twin).to_have_value("20")


def test_what_the_hand_may_ask_next_is_there_before_it_asks(lesson, bubble):
    """Once the hand has rested on a slider, its next picture is painted in the very task of its move."""
    slider = bubble.get_by_role("slider").nth(1)
    slider.focus()
    step = """range => {
        const box = range.closest('.jl-explorer'), marks = box.querySelector('.jl-marks'), before = marks.innerHTML;
        range.stepUp();
        range.dispatchEvent(new Event('input', { bubbles: true }));
        return marks.innerHTML !== before && box.querySelector('.jl-sentence').textContent;
    }"""
    told = lesson.wait_for_function(step, arg=slider.element_handle(), polling=500).json_value()
    lesson.wait_for_timeout(600)  # Python has heard where the hand rests, and says the same
    assert bubble.locator(".jl-sentence").text_content() == told


def test_a_screen_reader_is_told_once_after_the_hand_rests(lesson, bubble):
    scene, slider = bubble.locator(".jl-scene"), bubble.get_by_role("slider").first
    bubble.evaluate("""box => {
        window.told = [];
        const changes = { childList: true, characterData: true, subtree: true };
        box.querySelectorAll('[role=status], [role=alert], [aria-live]').forEach(region =>
            new MutationObserver(() => told.push(region.textContent)).observe(region, changes));
    }""")
    slider.focus()
    for _ in range(12):
        lesson.keyboard.press("ArrowLeft")
        lesson.wait_for_timeout(40)
    assert lesson.evaluate("told") == []
    lesson.wait_for_function("told.length > 0")
    lesson.wait_for_timeout(900)
    said = bubble.locator(".jl-sentence").text_content()
    assert lesson.evaluate("told") == [said]
    assert scene.get_attribute("aria-label").startswith(said)
    assert scene.get_attribute("role") == "img"


def test_the_thing_itself_is_taken_hold_of(lesson, bubble):
    handle, twin = bubble.locator(".jl-grip").first, bubble.get_by_role("textbox").first
    sentence = bubble.locator(".jl-sentence")
    said = sentence.text_content()
    spot = handle.locator("circle").last.bounding_box()
    x, y = spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2
    lesson.mouse.move(x, y)
    lesson.mouse.down()
    lesson.mouse.move(x, y + 25, steps=8)
    moved = handle.locator("circle").last.bounding_box()
    assert abs(moved["y"] - spot["y"] - 25) < 6  # it stays under the hand
    lesson.mouse.up()
    expect(twin).not_to_have_value("2")
    expect(sentence).not_to_have_text(said)
    assert bubble.get_by_role("slider").first.evaluate("e => e === document.activeElement")  # arrows go on from here


def test_a_decimal_comma_is_a_point(bubble):
    twin = bubble.get_by_role("textbox").first
    twin.fill("0,5")
    twin.press("Enter")
    expect(bubble.get_by_role("slider").first).to_have_attribute("aria-valuetext", "0.5 mm")


def test_sound_is_played(lesson, bubble):
    bubble.get_by_role("button", name="Listen", exact=False).first.click()
    lesson.wait_for_function("document.querySelector('.jl-explorer audio').duration > 0.1")


def test_a_goal_can_be_reached(lesson):
    box = explorer(lesson, CAMERA)
    assert "Goal:" in box.locator(".jl-goal").text_content()
    twin = box.get_by_role("textbox").first
    twin.fill("15")
    twin.press("Enter")
    expect(box.locator(".jl-goal")).to_contain_text("Reached:")


def test_the_learner_writes_the_formula(lesson):
    cell = lesson.locator(".jp-CodeCell", has=lesson.get_by_text("def collapse_time", exact=False)).first
    cell.scroll_into_view_if_needed()
    cell.locator(".cm-line", has_text="return ...").click()
    lesson.keyboard.press("End")
    for _ in range(3):
        lesson.keyboard.press("Backspace")
    lesson.keyboard.type("0.9147 * radius * density / pressure_difference")
    lesson.keyboard.press("Control+Enter")
    cell.get_by_text("square root", exact=False).first.wait_for()
    assert lesson.console_errors == []


def test_reloaded_with_a_living_kernel_the_state_is_the_same_and_shown_once(lesson, address, bubble):
    sentence, twin = bubble.locator(".jl-sentence"), bubble.get_by_role("textbox").first
    before = sentence.text_content()
    twin.fill("1")
    twin.press("Enter")
    expect(sentence).not_to_have_text(before)
    said = sentence.text_content()
    lab.save(lesson)
    lab.open_notebook(lesson, address, LESSON, reset=False)
    box = explorer(lesson, BUBBLE)
    expect(box.locator(".jl-sentence")).to_have_text(said)
    expect(box.get_by_role("textbox").first).to_have_value("1")
    lesson.wait_for_function("[...document.querySelectorAll('.jl-still[id]')].every(e => !e.offsetHeight)")


def test_without_its_kernel_pictures_and_questions_can_be_read(lesson, address, folder, browser):
    """What JupyterLab has saved, opened under another name: with a kernel that knows nothing of it."""
    lab.save(lesson)
    shutil.copy(folder / "notebooks" / LESSON, folder / "notebooks" / "saved.ipynb")
    page = browser.new_page()
    lab.open_notebook(page, address, "saved.ipynb")
    pictures, questions = page.locator(".jl-still img"), page.locator("[id^=jl-words-]")
    expect(pictures).to_have_count(6)
    page.evaluate("jupyterapp.commands.execute('notebook:expand-all-headings')")
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    for picture in pictures.all():
        picture.scroll_into_view_if_needed()
        page.wait_for_function("e => e.naturalWidth > 500 && e.offsetHeight > 100", arg=picture.element_handle())
        alt = picture.get_attribute("alt")
        assert len(alt) > 100
        assert not re.search("<|None", alt)
    expect(questions).to_have_count(6)
    for question in questions.all():
        question.scroll_into_view_if_needed()
        expect(question).to_be_visible()
    first = next(iter(sources.lesson("pop")["predict"].values()))
    expect(questions.first).to_contain_text(first["options"][0])
    page.close()


def test_after_all_this_it_keeps_nobody_out(lesson):
    """What axe finds in the lesson as these hands have left it."""
    eyes.open_eyes(lesson)
    assert eyes.found(lesson) == {}
