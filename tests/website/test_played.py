"""The website in a browser, from a folder, all other hosts shut out: on a laptop, a phone, in the dark, on paper."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser import eyes
from tests.browser.learner import LOCK_IN, answer_everything, question
from tests.website.reading import LAPTOP, LESSONS, PHONE, come_near, lives, opened, skip_predictions

from jointlab import sources

pytestmark = pytest.mark.whole
TEACHER = "teacher/03-what-makes-the-pop"


@pytest.mark.parametrize("window", [LAPTOP, PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_is_played_through(page, site, lesson, window):
    """Predict, and the explorer wakes; play; answer all that asks; come back another day."""
    opened(page, site, LESSONS[lesson], window)
    first = next(iter(sources.lesson(lesson)["predict"].values()))
    asked = question(page, first["question"][:30]).first
    asked.get_by_role("radio").first.check()
    asked.get_by_label("How sure are you?").select_option("70")
    asked.get_by_role("button", name=LOCK_IN).click()
    skip_predictions(page)
    for number in range(page.locator(".jl-live").count()):
        box = lives(page, number)
        slider = box.locator("input[type=range]").first
        before = box.locator(".jl-marks").inner_html()
        slider.press("Home")
        slider.press("End")
        page.wait_for_function(
            "([marks, old]) => marks.innerHTML !== old", arg=[box.locator(".jl-marks").element_handle(), before]
        )
        assert box.locator(".jl-sentence").inner_text()
    come_near(page)
    answer_everything(page)
    counts = page.locator(".jl-strip").inner_text()
    assert re.search(r"✓ Predict|Predict 1 of 2", counts), "what was skipped does not count"
    assert "✓ The article says…" in counts
    page.reload()
    again = question(page, first["question"][:30]).first
    expect(again.get_by_role("button", name=LOCK_IN)).to_be_hidden()
    sure = page.locator(".jl-sure[data-kind=calibration]")
    expect(sure).to_contain_text("on average you were")
    expect(sure.get_by_role("img", name="70 % sure, right ").first).to_be_visible()
    assert sure.locator("circle").count() == sure.locator("svg > text").count() == 1


def test_the_pop_is_heard(page, site):
    opened(page, site, LESSONS["pop"], PHONE)
    skip_predictions(page)
    box = lives(page)
    box.get_by_role("button", name="Listen", exact=False).first.click()
    page.wait_for_function("document.querySelector('.jl-live audio')?.duration > 0.1")


def test_a_reached_goal_is_kept(page, site):
    opened(page, site, LESSONS["start"])
    skip_predictions(page)
    box = lives(page)
    slider = box.locator("input[type=range]").nth(1)  # the plunger
    slider.press("Home")
    while not box.locator(".jl-reached").count() and slider.evaluate("node => node.valueAsNumber < node.max"):
        slider.press("ArrowRight")
    expect(box.locator(".jl-reached")).to_be_visible()
    page.reload()
    expect(lives(page).locator(".jl-goal")).to_contain_text("★")


@pytest.mark.parametrize("name", [*LESSONS.values(), "index", "claims", "words", "teachers", TEACHER, "with-python"])
def test_nobody_is_kept_out(page, site, name):
    """All that axe finds in what a page of the theme holds, contrast included, with everything answered and open; the
    dark page differs only in its colours."""
    opened(page, site, name)
    if name in LESSONS.values():
        skip_predictions(page)
        come_near(page)
        answer_everything(page)
    assert eyes.found_alone(page, within="article") == {}
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("document.getAnimations().every(one => one.playState !== 'running')")  # of colours
    assert eyes.found_alone(page, within="article", runOnly=["color-contrast"]) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_eyes_are_open(page, site, scheme):
    page.emulate_media(color_scheme=scheme)
    opened(page, site, "index")
    page.locator("article p").first.evaluate("(node, pale) => { node.innerHTML = pale; }", eyes.PALE)
    assert eyes.found_alone(page, within="article", runOnly=["color-contrast"]) == {"color-contrast": [eyes.PALE]}


@pytest.mark.parametrize("name", [*LESSONS.values(), TEACHER, "index", "claims"])
@pytest.mark.parametrize("width", [320, 390])
def test_no_page_is_wider_than_a_phone(page, site, name, width):
    opened(page, site, name, {"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(BEYOND) == []


# The theme hides what is wider than the page: nothing may be, but what scrolls in a frame of its own.
BEYOND = """() => [...document.querySelectorAll('article *')].filter(node => {
    if (node.closest('svg, math, .jl-view, .jl-still, .jl-table, .table-wrapper, pre, .jl-formula')) return false;
    return node.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
}).map(node => node.outerHTML.slice(0, 80))"""


def test_a_word_is_found(page, site):
    page.goto((site / "search.html").as_uri() + "?q=tribonucleation")
    page.locator("#search-results li a").first.wait_for()
    assert page.locator("#search-results li").count() >= 1


def test_a_class_is_polled(page, site):
    opened(page, site, TEACHER)
    page.get_by_label("Hands for B").fill("7")
    expect(page.locator(".jl-poll").get_by_role("status")).to_have_text("7 hands counted.")
    page.get_by_role("button", name="Show the answer").click()
    expect(page.locator(".jl-right")).to_contain_text("✓ Right.")


def test_the_ledger_is_searched(page, site):
    opened(page, site, "claims")
    claims, said = page.locator(".jl-claim:visible"), page.locator(".jl-filter output")
    expect(said).to_have_text("88 of 88 claims")
    page.locator(".jl-filter").get_by_role("searchbox").fill("endorphin")
    assert 0 < claims.count() < 10
    expect(said).to_have_text(f"{claims.count()} of 88 claims")
    page.get_by_label("Lesson", exact=True).select_option("03")
    assert all("03" in claim.get_attribute("data-lesson") for claim in claims.all())


def test_on_paper_the_signs_are_open_and_nothing_is_left_to_press(page, site):
    opened(page, site, LESSONS["pop"])
    lives(page)
    page.emulate_media(media="print")
    assert page.locator(".jl-signs li").first.is_visible()
    assert page.locator(".highlight:visible, article button:visible, article input[type=range]:visible").count() == 0
    assert page.locator(".skip-to-content").is_hidden(), "it would stand on each page, over the text"
    link = page.locator('article p a[href^="https://doi"]:visible').first  # in a table it has no room
    assert "https://doi" in link.evaluate("node => getComputedStyle(node, '::after').content")
