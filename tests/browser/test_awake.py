"""A page that hears Python says so, and goes back to its beginning where all cells have just run.

On a page of the web, so that nothing depends on the elements of one front end.
"""

import json

import pytest

from jointlab.learn.awake import Ready

PAGE = """
<!doctype html><body style="margin:0"><div id="book" style="height:600px;overflow:auto">
<section class="jl-begin" tabindex="-1">Warning signs</section><div style="height:3000px"></div>
<p class="waits" id="WORDS">not yet</p><div id="cell"></div></div></body>
"""
MODEL = """
const hear = {};
window.sent = [];
const on = (what, act) => { hear[what] = act; };
const model = { get: () => SPEC, send: (message) => sent.push(message), on, off: () => {} };
window.answer = (age) => hear["msg:custom"]({ age });
window.leave = render({ model, el: document.querySelector("#cell") });
"""


@pytest.fixture
def page(browser):
    page = browser.new_page()
    yield page
    page.close()


def opened(page, back=True):
    """The page, scrolled to its end as a front end does that runs all cells; Python has not answered yet."""
    page.set_viewport_size({"width": 900, "height": 600})
    spec = Ready("✓ Ready.", "not yet", "end", back=back).spec
    page.set_content(PAGE.replace("WORDS", spec["words"]))
    page.evaluate("book.scrollTop = 9999")
    page.add_script_tag(content=f"const SPEC = {json.dumps(spec)};" + Ready._esm + MODEL, type="module")
    page.wait_for_function("window.sent?.length")


def place(page) -> int:
    return page.evaluate("book.scrollTop")


def test_it_says_so_and_goes_back(page):
    opened(page)
    assert page.locator(".waits").is_visible()
    page.evaluate("answer(0.4)")
    assert place(page) == 0
    assert page.get_by_role("status").text_content() == "✓ Ready."
    assert page.locator(".waits").is_hidden()
    assert page.locator("[popover]").is_visible()
    assert page.evaluate("document.activeElement.className") == "jl-begin"


@pytest.mark.parametrize("why", ["one cell alone was run", "the page was opened anew", "the reader is elsewhere"])
def test_nobody_is_torn_away(page, why):
    opened(page, back=why != "one cell alone was run")
    if why == "the reader is elsewhere":
        page.evaluate("book.scrollTop = 700")
    before = place(page)
    page.evaluate(f"answer({300 if why == 'the page was opened anew' else 0.4})")
    assert place(page) == before > 0
    assert page.locator("[popover]").is_hidden()
    assert page.get_by_role("status").text_content() == "✓ Ready."


def test_when_it_goes_what_stands_in_for_it_is_back(page):
    opened(page)
    page.evaluate("answer(0.4)")
    page.evaluate("leave(); cell.replaceChildren()")
    assert page.locator(".waits").is_visible()
