"""Predictions, which unlock explorers, and all other questions: by keyboard alone in JupyterLab. One page of lesson
03 serves all; each test goes on where the one before it stopped."""

import re

import pytest
from bench import lab
from playwright.sync_api import expect
from tests.browser.learner import (
    BUBBLE,
    CAMERA,
    LOCK_IN,
    explorer,
    has_focus,
    marks,
    new_marks,
    predict,
    question,
    status,
    tab_to,
)

from jointlab import sources

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
    slider, sentence = box.get_by_role("slider").first, box.locator(".jl-sentence")
    before = marks(box), sentence.text_content()
    slider.scroll_into_view_if_needed()
    track = slider.bounding_box()
    y = track["y"] + track["height"] / 2
    lesson.mouse.move(track["x"] + 0.75 * track["width"], y)
    lesson.mouse.down()
    for step in range(30):
        lesson.mouse.move(track["x"] + (0.75 - 0.02 * step) * track["width"], y)
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
