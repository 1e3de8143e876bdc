"""What an explorer keeps on its page: that its goal was reached, where its controls were left, what was refused."""

import pytest
from playwright.sync_api import expect
from tests.browser import fake


@pytest.fixture
def page(browser):
    page = browser.new_page()
    page.clock.install()
    yield fake.opened(page, spec={"goal": "more than 90", "after": "prediction toy/asked"})
    page.clock.resume()  # it is the clock of all pages
    page.close()


def move(page, at):
    page.evaluate("at => { move(at); release(); }", at)
    while page.evaluate("held.length"):
        page.evaluate("answer()")


def test_a_goal_that_was_reached_stays_reached(page):
    goal = page.locator(".jl-goal b")
    expect(goal).to_have_text("☆ Goal:")
    move(page, 95)
    expect(goal).to_have_text("★ Reached:")
    page.evaluate("tell('reached', true)")
    move(page, 20)
    expect(goal).to_have_text("★ Goal:")
    expect(page.locator(".jl-goal")).to_have_attribute("title", "Reached before")
    page.evaluate("tell('reached', false)")
    expect(goal).to_have_text("☆ Goal:")


def test_a_veiled_goal_tells_nothing(page):
    page.evaluate("tell('reached', true); tell('locked', 'Predict first.')")
    expect(page.locator(".jl-goal b")).to_have_text("☆ Goal:")


def test_where_the_controls_were_left_is_told_after_a_while(page):
    page.clock.pause_at(page.evaluate("Date.now()") / 1e3 + 60)  # on a busy machine time would pass between two calls
    page.clock.run_for(5000)
    assert page.evaluate("lefts") == [], "nothing was moved"
    move(page, 20)
    move(page, 30)
    fake.run(page, 1900)
    assert page.evaluate("lefts") == []
    fake.run(page, 200)
    assert page.evaluate("lefts") == [30]


def test_and_at_once_when_the_page_closes(page):
    move(page, 20)
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("lefts") == [20]
    fake.run(page, 5000)
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("lefts") == [20], "once is enough"


def test_what_waits_for_a_hand_knows_whether_one_was_there(page):
    box = page.locator("section")
    expect(box).to_have_attribute("data-after", "prediction toy/asked")
    assert box.get_attribute("data-moved") is None
    page.evaluate("move(20)")
    assert box.get_attribute("data-moved") == ""


def test_a_number_that_is_refused_hides_no_name_and_does_not_stay(page):
    box = page.get_by_role("textbox")
    box.fill("700")
    box.press("Enter")
    note = page.locator(".jl-note")
    expect(note).to_have_text("Type a number from 0 to 100.")
    label = page.locator("label")
    assert note.bounding_box()["y"] >= label.bounding_box()["y"] + label.bounding_box()["height"]
    expect(box).to_have_value("700")
    box.blur()
    expect(box).to_have_value("50")
    expect(note).to_be_visible()
    move(page, 20)
    expect(note).to_have_text("")
