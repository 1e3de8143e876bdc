"""Predictions, which unlock explorers, and all other questions: by keyboard alone in JupyterLab; then explorers and the
learner's own formula, by hand. One page of lesson 03 serves all, because JupyterLab and a kernel cost more than most
tests. Of questions, each test goes on where the one before it stopped; of explorers, each finds its own at its defaults
and leaves the page alive."""

import re
import shutil

import pytest
from bench import lab
from playwright.sync_api import expect
from tests.browser import eyes
from tests.browser.learner import (
    BUBBLE,
    CAMERA,
    LOCK_IN,
    explorer,
    has_focus,
    held_slider,
    marks,
    new_marks,
    predict,
    question,
    skip_predictions,
    status,
    tab_to,
    write_line,
)

from jointlab import sources

pytestmark = pytest.mark.whole  # JupyterLab and a kernel cost more than most files of tests

LESSON = "03-what-makes-the-pop.ipynb"
POP = sources.lesson("pop")
REMAINS = POP["predict"]["remains"]
SOURCE = POP["quiz"]["source"]
VEILED = "Make your prediction above first: then the picture comes alive, and the controls are yours."
FIRST_CLAIM = sources.claims_of("pop")[0]


@pytest.fixture(scope="module")
def lesson(visit, address):
    with visit() as page:
        lab.open_notebook(page, address, LESSON)
        lab.run_all(page)
        yield page


@pytest.fixture
def asked(lesson):
    return question(lesson, REMAINS["question"]).nth(0)


@pytest.fixture
def compared(lesson):
    return question(lesson, REMAINS["question"]).nth(1)


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def leaves_the_notebook_alone(page) -> None:
    """Letters that mean something to JupyterLab mean nothing here, and the focus stays where it is."""
    cells = page.locator(".jp-Cell").count()
    before = page.evaluate_handle("document.activeElement")
    press(page, "x", "d", "d", "a", "b", "m")
    assert page.locator(".jp-Cell").count() == cells
    assert page.evaluate("before => before === document.activeElement && before !== document.body", before)
    assert page.evaluate("jupyterapp.shell.currentWidget.content.mode") == "command"


def test_a_prediction_by_keyboard(lesson, asked):
    """Until it is made, the explorer below it is locked."""
    box = explorer(lesson, BUBBLE)
    expect(box.locator(".jl-sentence")).to_have_text(VEILED)
    expect(box.locator(".jl-marks")).to_be_empty()
    expect(box.locator(".jl-grips")).to_be_hidden()
    expect(box.get_by_role("img")).to_have_accessible_name(re.compile(f"^{VEILED}"))
    expect(box.get_by_role("slider").first).to_be_disabled()
    radios = asked.get_by_role("radio")
    lesson.get_by_text("Warning signs: when a back needs a doctor now").focus()
    tab_to(lesson, radios.first)
    press(lesson, "ArrowDown")
    expect(radios.nth(1)).to_be_checked()
    assert has_focus(radios.nth(1))
    press(lesson, "ArrowUp", "ArrowUp")  # round the end
    expect(radios.last).to_be_checked()
    press(lesson, "ArrowRight")
    expect(radios.first).to_be_checked()
    leaves_the_notebook_alone(lesson)
    press(lesson, "Enter")
    expect(status(asked)).to_contain_text("Nearly there: please choose how sure you are.")
    assert has_focus(asked.get_by_role("combobox"))
    press(lesson, "7")
    expect(asked.get_by_role("combobox")).to_have_value("70")
    press(lesson, "Tab")
    assert has_focus(asked.get_by_role("button", name=LOCK_IN))
    leaves_the_notebook_alone(lesson)
    press(lesson, "Enter")
    expect(status(asked)).to_contain_text(f"You predicted: “{REMAINS['options'][0]}”")
    expect(status(asked)).to_contain_text("The controls below are yours now.")
    assert has_focus(asked.get_by_role("button", name="Change my mind"))
    leaves_the_notebook_alone(lesson)
    expect(box.get_by_role("slider").first).to_be_enabled()


def test_then_a_drag_moves_picture_and_sentence(lesson):
    box = explorer(lesson, BUBBLE)
    sentence = box.locator(".jl-sentence")
    before = marks(box), sentence.text_content()
    held_slider(lesson, box, steps=30)
    lesson.mouse.up()
    new_marks(lesson, box, before[0])
    expect(sentence).not_to_have_text(before[1])
    assert lesson.console_errors == []
    assert lesson.outside == []


def test_a_mind_is_changed_by_keyboard(lesson, asked):
    asked.get_by_role("button", name="Change my mind").focus()
    press(lesson, "Enter")
    assert has_focus(asked.get_by_role("radio").first)
    expect(asked.get_by_role("combobox")).to_have_value("70")
    press(lesson, "ArrowDown", "Enter")
    expect(status(asked)).to_contain_text(f"You predicted: “{REMAINS['options'][1]}”")
    assert has_focus(asked.get_by_role("button", name="Change my mind"))


def test_an_outcome_by_keyboard(lesson, asked, compared):
    expect(status(compared)).to_contain_text(f"You predicted: “{REMAINS['options'][1]}”")
    compared.get_by_role("button", name="Compare with what happens").focus()
    press(lesson, "Enter")
    expect(status(compared)).to_contain_text("✓ It went as you predicted")
    assert has_focus(status(compared))
    leaves_the_notebook_alone(lesson)
    expect(asked.get_by_role("button")).to_have_count(0)


def test_a_quiz_by_keyboard(lesson):
    first = question(lesson, f"Question 1 of {len(POP['quiz'])}.")
    first.get_by_role("radio").first.focus()
    press(lesson, "Space", "Enter")
    expect(status(first)).to_contain_text(f"Not quite — A. {SOURCE['because'][0]}")
    assert has_focus(first.get_by_role("radio").first)
    press(lesson, "ArrowDown", "Tab")
    assert has_focus(first.get_by_role("button", name="Check my answer to question 1"))
    press(lesson, "Enter")
    expect(status(first)).to_contain_text(f"✓ B is the answer. {SOURCE['because'][1]}")
    assert has_focus(first.get_by_role("button"))
    leaves_the_notebook_alone(lesson)
    expect(lesson.locator(".jl-score", has_text=f"1 of {len(POP['quiz'])} solved so far.")).to_be_visible()


def test_a_claim_by_keyboard(lesson):
    claim = question(lesson, f"{FIRST_CLAIM.id}.")
    judgement = claim.get_by_role("combobox", name=f"Your judgement of {FIRST_CLAIM.id}:")
    judgement.focus()
    press(lesson, "ArrowDown", "ArrowDown")
    expect(judgement).to_have_value("partly")
    leaves_the_notebook_alone(lesson)
    press(lesson, "Tab", "Enter")
    expect(status(claim)).to_contain_text(FIRST_CLAIM.learner_note)
    assert has_focus(status(claim))
    leaves_the_notebook_alone(lesson)


def test_the_words_that_stand_in_are_out_of_sight(lesson):
    words = lesson.locator("[id^=jl-words-]")
    expect(words).to_have_count(6)
    assert not any(one.is_visible() for one in words.all())
    assert all(one.is_visible() for one in lesson.locator(".jl-block").all())


def test_the_focus_is_easily_seen(lesson):
    judgement = question(lesson, f"{sources.claims_of('pop')[1].id}.").get_by_role("combobox")
    judgement.focus()
    press(lesson, "Tab")  # a ring is drawn for keys, not for a script
    ring = lesson.evaluate(
        "(({ outline, outlineColor }) => [outline, outlineColor])(getComputedStyle(document.activeElement))"
    )
    assert re.search(r"\b3px\b", ring[0])
    assert ring[1] == "rgb(0, 104, 168)"  # style.COLOURS["blue"], held to 3:1 in tests/drawings/test_style.py


def test_a_question_whose_cell_is_run_again_still_unlocks(lesson):
    box = explorer(lesson, CAMERA)
    assert box.get_by_role("slider").first.is_disabled()
    cell = lesson.locator(".jp-CodeCell", has=lesson.get_by_text('learn.Prediction("pop", "camera")')).first
    cell.scroll_into_view_if_needed()
    prompt, earlier = cell.locator(".jp-InputPrompt"), cell.locator(".jl-block").element_handle()
    prompt.click()
    lesson.keyboard.press("Control+Enter")
    lesson.wait_for_function("block => !block.isConnected", arg=earlier)
    expect(prompt).to_have_text(re.compile(r"^\[\d+\]:"))
    predict(lesson, POP["predict"]["camera"]["question"])
    expect(explorer(lesson, CAMERA).get_by_role("slider").first).to_be_enabled()


def test_all_of_it_comes_back_with_a_new_kernel(lesson, asked, compared):
    assert lesson.console_errors == []
    lesson.evaluate("jupyterapp.commands.execute('notebook:clear-all-cell-outputs')")
    expect(lesson.locator(".jl-block")).to_have_count(0)
    lesson.evaluate("jupyterapp.shell.currentWidget.sessionContext.restartKernel()")
    lab.run_all(lesson)
    expect(status(asked)).to_contain_text(f"You predicted: “{REMAINS['options'][1]}”")
    expect(status(asked)).not_to_contain_text("yours now")
    expect(status(compared)).to_contain_text("✓ It went as you predicted")
    first = question(lesson, f"Question 1 of {len(POP['quiz'])}.")
    expect(status(first)).to_contain_text("✓ B is the answer.")
    expect(first.get_by_role("radio").nth(1)).to_be_checked()
    expect(lesson.locator(".jl-score", has_text=f"1 of {len(POP['quiz'])} solved so far.")).to_be_visible()
    expect(status(question(lesson, f"{FIRST_CLAIM.id}."))).to_contain_text(FIRST_CLAIM.learner_note)
    assert lesson.console_errors == []


@pytest.fixture(scope="module")
def unlocked(lesson):
    """The same page, with all predictions made or skipped."""
    skip_predictions(lesson)
    return lesson


@pytest.fixture
def bubble(unlocked):
    """The first explorer of the lesson, as it is after a reset."""
    box = explorer(unlocked, BUBBLE)
    box.get_by_role("button", name="Reset").click()
    expect(box.get_by_role("textbox").nth(1)).to_have_value("20")
    return box


def test_keyboard_and_typed_twin(unlocked, bubble):
    slider, twin = bubble.get_by_role("slider").nth(1), bubble.get_by_role("textbox").nth(1)
    sentence = bubble.locator(".jl-sentence")
    slider.focus()
    before, seen = float(twin.input_value()), marks(bubble)
    for _ in range(5):
        unlocked.keyboard.press("ArrowRight")
    new_marks(unlocked, bubble, seen)
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


def test_what_the_hand_may_ask_next_is_there_before_it_asks(unlocked, bubble):
    """Once the hand has rested on a slider, its next picture is painted in the very task of its move."""
    slider = bubble.get_by_role("slider").nth(1)
    slider.focus()
    step = """range => {
        const box = range.closest('.jl-explorer'), marks = box.querySelector('.jl-marks'), before = marks.innerHTML;
        range.stepUp();
        range.dispatchEvent(new Event('input', { bubbles: true }));
        return marks.innerHTML !== before && box.querySelector('.jl-sentence').textContent;
    }"""
    told = unlocked.wait_for_function(step, arg=slider.element_handle(), polling=500).json_value()
    unlocked.wait_for_timeout(600)  # Python has heard where the hand rests, and says the same
    assert bubble.locator(".jl-sentence").text_content() == told


def test_a_screen_reader_is_told_once_after_the_hand_rests(unlocked, bubble):
    scene, slider = bubble.locator(".jl-scene"), bubble.get_by_role("slider").first
    bubble.evaluate("""box => {
        window.told = [];
        const changes = { childList: true, characterData: true, subtree: true };
        box.querySelectorAll('[role=status], [role=alert], [aria-live]').forEach(region =>
            new MutationObserver(() => told.push(region.textContent)).observe(region, changes));
    }""")
    slider.focus()
    for _ in range(12):
        unlocked.keyboard.press("ArrowLeft")
        unlocked.wait_for_timeout(40)
    assert unlocked.evaluate("told") == []
    unlocked.wait_for_function("told.length > 0")
    unlocked.wait_for_timeout(900)
    said = bubble.locator(".jl-sentence").text_content()
    assert unlocked.evaluate("told") == [said]
    assert scene.get_attribute("aria-label").startswith(said)
    assert scene.get_attribute("role") == "img"


def test_the_thing_itself_is_taken_hold_of(unlocked, bubble):
    handle, twin = bubble.locator(".jl-grip").first, bubble.get_by_role("textbox").first
    sentence = bubble.locator(".jl-sentence")
    said = sentence.text_content()
    spot = handle.locator("circle").last.bounding_box()
    x, y = spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2
    unlocked.mouse.move(x, y)
    unlocked.mouse.down()
    unlocked.mouse.move(x, y + 25, steps=8)
    moved = handle.locator("circle").last.bounding_box()
    assert abs(moved["y"] - spot["y"] - 25) < 6  # it stays under the hand
    unlocked.mouse.up()
    expect(twin).not_to_have_value("2")
    expect(sentence).not_to_have_text(said)
    assert bubble.get_by_role("slider").first.evaluate("e => e === document.activeElement")  # arrows go on from here


def test_a_decimal_comma_is_a_point(bubble):
    twin = bubble.get_by_role("textbox").first
    twin.fill("0,5")
    twin.press("Enter")
    expect(bubble.get_by_role("slider").first).to_have_attribute("aria-valuetext", "0.5 mm")


def test_sound_is_played(unlocked, bubble):
    bubble.get_by_role("button", name="Listen", exact=False).first.click()
    unlocked.wait_for_function("document.querySelector('.jl-explorer audio').duration > 0.1")


def test_a_goal_can_be_reached(unlocked):
    box = explorer(unlocked, CAMERA)
    assert "Goal:" in box.locator(".jl-goal").text_content()
    twin = box.get_by_role("textbox").first
    twin.fill("15")
    twin.press("Enter")
    expect(box.locator(".jl-goal")).to_contain_text("Reached:")


def test_the_learner_writes_the_formula(unlocked):
    cell = write_line(unlocked, "def collapse_time", "0.9147 * radius * density / pressure_difference")
    cell.get_by_text("square root", exact=False).first.wait_for()
    assert unlocked.console_errors == []


def test_reloaded_with_a_living_kernel_the_state_is_the_same_and_shown_once(unlocked, address, bubble):
    sentence, twin = bubble.locator(".jl-sentence"), bubble.get_by_role("textbox").first
    before = sentence.text_content()
    twin.fill("1")
    twin.press("Enter")
    expect(sentence).not_to_have_text(before)
    said = sentence.text_content()
    lab.save(unlocked)
    lab.open_notebook(unlocked, address, LESSON, reset=False)
    box = explorer(unlocked, BUBBLE)
    expect(box.locator(".jl-sentence")).to_have_text(said)
    expect(box.get_by_role("textbox").first).to_have_value("1")
    unlocked.wait_for_function("[...document.querySelectorAll('.jl-still[id]')].every(e => !e.offsetHeight)")


def test_without_its_kernel_pictures_and_questions_can_be_read(unlocked, address, folder, browser):
    """What JupyterLab has saved, unlocked under another name: with a kernel that knows nothing of it."""
    lab.save(unlocked)
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
    for one in questions.all():
        one.scroll_into_view_if_needed()
        expect(one).to_be_visible()
    first = next(iter(POP["predict"].values()))
    expect(questions.first).to_contain_text(first["options"][0])
    page.close()


def test_after_all_this_it_keeps_nobody_out(unlocked):
    """What axe finds in the lesson as these hands have left it."""
    eyes.open_eyes(unlocked)
    assert eyes.found(unlocked) == {}
