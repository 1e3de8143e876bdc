"""Predict first: an explorer is locked until its question is answered. One page serves all, each test has its own
question."""

import re

import pytest
from bench import lab
from playwright.sync_api import expect
from tests.browser.learner import BUBBLE, CAMERA, explorer, marks, new_marks, predict

from jointlab import sources

ASKED = {name: question["question"] for name, question in sources.lesson("pop")["predict"].items()}


@pytest.fixture(scope="module")
def lesson(visit, address):
    with visit() as page:
        lab.open_notebook(page, address, "03-what-makes-the-pop.ipynb")
        lab.run_all(page)
        yield page


def test_locked_until_predicted_then_a_drag_moves_picture_and_sentence(lesson):
    box = explorer(lesson, BUBBLE)
    slider, sentence = box.get_by_role("slider").first, box.locator(".jl-sentence")
    assert "prediction" in box.locator(".jl-lock").text_content()
    assert slider.is_disabled()
    predict(lesson, ASKED["remains"])
    expect(slider).to_be_enabled()
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
    predict(lesson, ASKED["camera"])
    expect(explorer(lesson, CAMERA).get_by_role("slider").first).to_be_enabled()
