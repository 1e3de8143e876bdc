"""A page whose Python is lost: what an explorer and a question say and keep, against a kernel that the test plays.

What JupyterLab does meanwhile is in tests/bad_days.
"""

import json

import pytest
from playwright.sync_api import expect
from tests.browser import fake
from tests.browser.learner import LOCK_IN

from jointlab import lost
from jointlab.learn import Logbook, Prediction

GONE, CUT = lost.WORDS["gone"], lost.WORDS["cut"]
ADDRESS = "prediction pop/remains"


@pytest.fixture(scope="module")
def tab(browser):
    page = browser.new_page()
    page.clock.install()
    yield page
    page.clock.resume()  # it is the clock of all pages
    page.close()


@pytest.fixture
def page(tab):
    return fake.opened(tab)


def tell(page, signal: str, now: str = "") -> None:
    page.evaluate("([signal, now]) => kernel[signal].emit(now)", [signal, now])


def error(page):
    return page.locator(".jl-error")


@pytest.mark.parametrize(
    ("signal", "now"),
    [("statusChanged", "dead"), ("statusChanged", "autorestarting"), ("statusChanged", "restarting"), ("disposed", "")],
)
def test_a_kernel_that_ends_takes_the_hand_back_to_the_picture(page, signal, now):
    page.evaluate("move(70)")
    tell(page, signal, now)
    expect(error(page)).to_have_text(GONE)
    assert (fake.thumb(page), fake.seen(page)) == (50, 50)
    asked = page.evaluate("held.length + asked.length")
    page.evaluate("move(60); release()")
    assert (fake.thumb(page), fake.seen(page)) == (50, 50)
    assert page.evaluate("held.length + asked.length") == asked
    expect(page.locator(".jl-sentence")).to_have_text("It stands at 50.")


def test_a_kernel_that_has_ended_does_not_come_back(page):
    tell(page, "statusChanged", "autorestarting")
    tell(page, "connectionStatusChanged", "connected")
    tell(page, "statusChanged", "idle")
    expect(error(page)).to_have_text(GONE)


def test_a_way_that_is_cut_for_a_moment_is_not_worth_a_word(page):
    tell(page, "connectionStatusChanged", "connecting")
    fake.run(page, 2500)
    tell(page, "connectionStatusChanged", "connected")
    fake.run(page, 9000)
    expect(error(page)).to_be_empty()


def test_when_the_way_is_back_the_explorer_asks_again(page):
    page.evaluate("move(70); release()")
    tell(page, "connectionStatusChanged", "connecting")
    fake.run(page, 3500)
    expect(error(page)).to_have_text(CUT)
    held = page.evaluate("held.length")
    tell(page, "connectionStatusChanged", "connected")
    expect(error(page)).to_be_empty()
    assert page.evaluate("held.length") == held + 1
    page.evaluate("held.splice(0, held.length - 1); answer(); move(80); release(); answer()")
    assert (fake.thumb(page), fake.seen(page)) == (80, 80)


def test_an_explorer_that_goes_hears_no_more(page):
    count = "[...Object.values(kernel)].reduce((sum, { hearers }) => sum + hearers.size, 0)"
    assert page.evaluate(count) == 3
    page.evaluate("leave()")
    assert page.evaluate(count) == 0


ASKED = (
    fake.KERNEL
    + """
window.made = (given) => {  // a block in a page whose Python knows these answers, and hears what the test says
  const data = { spec: SPEC, waits: PLACES, given: { [ADDRESS]: given }, heard: given.length, trouble: '', notice: '' };
  const hear = {};
  const el = document.body.appendChild(document.createElement('div'));
  const model = {
    widget_manager: { kernel }, on: (what, act) => { hear[what] = act; }, off: () => {}, save_changes: () => {},
    get: (name) => data[name], send: ({ again }) => { data.again = again; },
    set: (name, value) => { data[name] = value; hear[`change:${name}`]?.(); },
  };
  render({ model, el });
  return { data, el, hears: (count) => model.set('heard', count) };
};
window.first = made([]);
"""
)


@pytest.fixture
def asking(tab):
    """A page with one prediction; it is of a web server, because others keep nothing."""
    tab.route("http://asking.invalid/", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    tab.goto("http://asking.invalid/")
    tab.evaluate("sessionStorage.clear()")
    block = Prediction("pop", "remains", Logbook(None))
    state = f"const SPEC = {json.dumps(block.spec)}, PLACES = {json.dumps(block.places())};"
    tab.add_script_tag(content=f"{block._esm} {state} window.ADDRESS = '{ADDRESS}'; {ASKED}", type="module")
    tab.wait_for_function("window.first")
    return tab


def answer(page) -> None:
    page.get_by_role("radio").first.check()
    page.get_by_role("combobox").select_option("70")
    page.get_by_role("button", name=LOCK_IN).click()


def test_an_answer_that_nobody_hears_is_handed_over_by_the_next_block_that_asks(asking):
    tell(asking, "statusChanged", "dead")
    answer(asking)
    expect(asking.locator("form:has(button:visible) .jl-trouble")).to_have_text(GONE)
    assert asking.evaluate("(window.second = made([])).data.given[ADDRESS]") == ["0|70"]
    asking.evaluate("second.hears(1)")
    assert asking.evaluate("made([]).data.given[ADDRESS]") == [], "heard once"


def test_an_answer_that_was_given_elsewhere_meanwhile_stands(asking):
    answer(asking)
    assert asking.evaluate("made(['1|90']).data.given[ADDRESS]") == ["1|90"]
    assert asking.evaluate("made([]).data.given[ADDRESS]") == []


def test_an_answer_that_was_under_way_is_told_again_when_the_way_is_back(asking):
    tell(asking, "connectionStatusChanged", "connecting")
    answer(asking)
    fake.run(asking, 3500)
    expect(asking.locator("form:has(button:visible) .jl-trouble")).to_have_text(CUT)
    asking.evaluate(
        "first.data.given = { [ADDRESS]: [] }"
    )  # as the front end brings it from a Python that heard nothing
    tell(asking, "connectionStatusChanged", "connected")
    assert asking.evaluate("first.data.again[ADDRESS]") == ["0|70"]
