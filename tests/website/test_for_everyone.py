"""Whoever reads the website, by whatever means: nothing moves under a hand, a focus is seen, a phone shows all."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.learner import question
from tests.website.reading import LAPTOP, LESSONS, PHONE, come_near, lives, opened, skip_predictions

from jointlab import sources

pytestmark = pytest.mark.whole

# What moves without a hand that moves it, and how high everything is that comes later.
SHIFTS = """window.shifts = [];
new PerformanceObserver(seen => seen.getEntries().forEach(one => shifts.push(one.value)))
    .observe({ type: "layout-shift", buffered: true });"""
HEIGHTS = (
    "[...document.querySelectorAll('.jl-live, .jl-asks')].map(box => Math.round(box.getBoundingClientRect().height))"
)
WANDER = """async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += 700) {
        scrollTo({ top: y, behavior: "instant" });
        await new Promise(requestAnimationFrame);
    }
}"""


@pytest.mark.parametrize("window", [LAPTOP, PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize("lesson", ["pop", "audit"])
def test_nothing_moves_under_a_hand_when_something_wakes(page, site, lesson, window):
    page.add_init_script(SHIFTS)
    opened(page, site, LESSONS[lesson], window)
    page.wait_for_function("document.querySelector('.jl-explorer .jl-sentence')?.textContent")
    before = page.evaluate(HEIGHTS)
    page.evaluate("shifts.length = 0")  # from here on a hand may be on its way
    page.evaluate(WANDER)
    come_near(page)
    page.wait_for_function("[...document.querySelectorAll('.jl-live .jl-stage')].every(stage => stage.innerHTML)")
    assert page.evaluate(HEIGHTS) == before
    assert page.evaluate("shifts.reduce((sum, one) => sum + one, 0)") < 0.01


# The record has come, and waits.
HOLD = "jointlab.brings = (brings => (...record) => { window.held = () => brings(...record); })(jointlab.brings)"


def test_what_is_asked_before_the_picture_has_come_is_answered(page, site):
    """A hand may be quicker than the record: nothing that it did is lost."""
    opened(page, site, LESSONS["pop"])
    page.evaluate(HOLD)
    skip_predictions(page)
    box = lives(page, 1)  # far down: it has not come yet
    told = box.locator(".jl-sentence").inner_text()
    page.wait_for_function("Boolean(window.held)")
    box.locator("input[type=range]").first.press("End")
    assert box.locator(".jl-stage svg").count() == 0
    expect(box.locator(".jl-sentence")).to_have_text(told)
    page.evaluate("held()")
    expect(box.locator(".jl-sentence")).not_to_have_text(told)
    assert box.locator(".jl-stage svg").count() == 1


def test_a_newcomer_comes_from_the_first_page_to_the_picture_by_links(page, site):
    """The question is in sight at once, and leads on to the picture."""
    opened(page, site, "index", PHONE)
    page.get_by_role("link", name="what makes the pop", exact=True).click()
    first = question(page, next(iter(sources.lesson("pop")["predict"].values()))["question"][:30]).first
    expect(first.get_by_role("radio").first).to_be_in_viewport()
    skip_predictions(page)
    page.get_by_role("link", name="To the picture").first.click()
    expect(page.locator(".jl-live .jl-head").first).to_be_in_viewport()


def test_a_picture_is_swiped_on_a_phone_and_a_tap_shows_all_of_it(page, site):
    opened(page, site, LESSONS["pop"], PHONE)
    skip_predictions(page)
    box, still = lives(page), page.locator(".jl-still:has(img:visible)").first
    for place, within in ((box, ".jl-view"), (still, "> div")):
        frame = place.locator(within).first
        assert frame.evaluate("node => node.tabIndex") == 0
        assert frame.get_attribute("data-more") == "right"
        place.get_by_role("button", name="whole picture").click()
        assert frame.evaluate("node => node.scrollWidth <= node.clientWidth && node.tabIndex < 0")
    box.locator("input[type=range]").last.focus()
    expect(box.locator(".jl-view")).to_be_in_viewport()  # it stays while a control is moved


# Where the focus is: what cannot be seen to have it, or lies under something else.
FOCUS = """() => {
    const node = document.activeElement, { outlineStyle, outlineWidth } = getComputedStyle(node);
    const { left, top, width, height, bottom } = node.getBoundingClientRect();
    if (node.matches(".sidebar-toggle")) return ""; // its label has the ring
    if (node === document.body) return "lost";
    const named = node.outerHTML.slice(0, 90);
    if (outlineStyle === "none" || outlineWidth === "0px") return "no ring: " + named;
    if (bottom < 1 || top > innerHeight - 1) return "out of sight: " + named;
    const over = document.elementFromPoint(left + width / 2, Math.min(Math.max(top + height / 2, 0), innerHeight - 1));
    return over && !node.contains(over) && !over.contains(node) && !over.closest("label") ? "covered: " + named : "";
}"""
LAST = "document.activeElement === [...document.querySelectorAll('article .jl-block button')].at(-1)"


@pytest.mark.parametrize("window", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_by_keyboard_the_focus_is_seen_from_first_to_last(page, site, window):
    page.emulate_media(reduced_motion="reduce")  # or the page would still be on its way
    opened(page, site, LESSONS["pop"], window)
    faults = []
    for _ in range(400):
        page.keyboard.press("Tab")
        fault = page.evaluate(FOCUS)
        faults += [fault] if fault else []
        if page.evaluate(LAST):
            break
    else:
        raise AssertionError("the last question was not reached")
    assert faults == []


# One prediction that came true and one that did not, 90 % sure of both; one that did not, 50 % sure.
SAID = """() => {
    const { predictions } = jointlab.course;
    [[true, 90], [false, 90], [false, 50]].forEach(([right, sure], i) => {
        const answer = predictions[i].right;
        localStorage.setItem(predictions[i].place, JSON.stringify([`${right ? answer : answer + 1}|${sure}`]));
    });
    document.dispatchEvent(new Event("jl-kept"));
}"""


def test_how_sure_one_was_is_marked_where_it_belongs(page, site):
    opened(page, site, LESSONS["audit"])
    page.evaluate(SAID)
    sure = page.locator(".jl-sure[data-kind=calibration]")
    expect(sure).to_contain_text("1 of your 3 predictions came true; on average you were 77 % sure. With fewer than 10")
    told = re.compile("50 % sure, right 0 of 1 times; 90 % sure, right 1 of 2 times")
    expect(sure.locator("[role=img]")).to_have_attribute("aria-label", told)
    chart = page.evaluate("jointlab.course.chart")
    ((_, left), (_, right)), ((_, bottom), (_, top)) = chart["across"], chart["up"]
    look = "nodes => nodes.map(node => ['cx', 'cy', 'r'].map(name => Number(node.getAttribute(name))))"
    (x50, y50, r50), (x90, y90, r90) = sure.locator("circle").evaluate_all(look)
    assert [x50, y50] == pytest.approx([left, bottom])
    assert [x90, y90] == pytest.approx([left + 0.8 * (right - left), (bottom + top) / 2])
    assert r90 > r50, "more was said"
