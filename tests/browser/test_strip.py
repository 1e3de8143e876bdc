"""The strip on a page: what it says, where it leads, what it opens, what it remembers."""

import json

import pytest
from playwright.sync_api import expect
from tests.sample import sampled

from jointlab.learn import Strip
from jointlab.learn.progress import steps
from jointlab.lessons.lifting import CARRY, LIFT

PAGE = """<!doctype html><body style="margin: 0"><div id="strip"></div>
<form data-address="prediction pop/camera" style="margin-top: 1500px"><input type="radio" aria-label="A"></form>
<details class="until-prediction-pop/camera" id="own"><summary>What did you find?</summary>Three stories.</details>
<details class="until-prediction-pop/remains" id="hand"><summary>What did you find?</summary>A gas space.</details>
<section data-after="prediction pop/remains"></section>
<details class="until-check-collapse_time" id="other"><summary>The table</summary>Numbers.</details>
<section data-address="goal toy" style="margin-top: 1500px"><button disabled>no</button><button>yes</button></section>
<form data-address="judgement of another lesson"><button type="button">elsewhere</button></form>"""
MODEL = """const data = GIVEN, hear = {};
window.kept = [];
window.tell = (changes) => { Object.assign(data, changes); Object.values(hear).forEach((act) => act()); };
window.leave = render({ el: document.getElementById('strip'), model: {
  get: (name) => data[name], set: (name, value) => { data[name] = value; kept.push(value); },
  on: (what, act) => { hear[what] = act; }, off: (what) => { delete hear[what]; }, save_changes: () => {},
  send: (message) => { kept.push(message); },
} });"""
STEPS = [
    ["Predict", ["prediction pop/camera"]],
    ["Play", ["goal toy", "goal none"]],
    ["Build", ["check collapse_time"]],
]


@pytest.fixture
def shown(browser):
    page = browser.new_page()

    def show(done=(), opens=(), place="", steps=STEPS):
        given = {
            "spec": {
                "steps": steps,
                "names": {name: name for name, _ in steps},
                "words": "w",
                "warning": "First save.",
            },
            "done": [*done],
            "opens": [*opens],
            "place": place,
            "said": "",
        }
        script = Strip._esm.replace("export default", "window.unused =") + MODEL.replace("GIVEN", json.dumps(given))
        page.set_content(PAGE)
        page.add_script_tag(content=script, type="module")
        page.wait_for_function("window.leave !== undefined")
        return page

    yield show
    page.close()


def is_open(page, name):
    return page.evaluate(f"document.getElementById('{name}').open")


def test_it_says_what_is_done_and_where_to_go_on(shown):
    page = shown()
    expect(page.locator(".jl-on")).to_have_text("Begin with “Predict”")
    expect(page.get_by_role("button", name="Play: 0 of 2 done")).to_have_text("○ Play 0 of 2")
    page.evaluate("tell({ done: ['prediction pop/camera', 'goal toy'], opens: ['prediction pop/camera', 'goal toy'] })")
    expect(page.get_by_role("button", name="Predict: 1 of 1 done")).to_have_text("✓ Predict")
    expect(page.get_by_role("button", name="Play: 1 of 2 done")).to_be_visible()
    expect(page.locator(".jl-on")).to_have_text("Go on with “Play”")
    every = [part for _, parts in STEPS for part in parts]
    page.evaluate("all => tell({ done: all, opens: all })", every)
    expect(page.locator(".jl-on")).to_have_text("All done ★")
    expect(page.locator(".jl-on")).to_be_disabled()


@pytest.mark.parametrize("width", sampled([320, 390, 683, 960], {"320"}))
def test_it_keeps_its_height_whatever_is_touched_or_done(shown, width):
    """Else the page moves under the finger that does it, and its press is lost."""
    every = list(steps("lifting", [CARRY, LIFT]).items())
    page = shown(steps=every)
    page.add_style_tag(content=Strip._css)
    page.set_viewport_size({"width": width, "height": 700})
    high = "document.querySelector('.jl-strip').getBoundingClientRect().height"
    parts = [part for _, some in every for part in some]
    before = page.evaluate(high)
    for i, part in enumerate(parts):
        page.evaluate("place => tell({ place })", part)
        assert page.evaluate(high) == before, f"{part} touched"
        page.evaluate("done => tell({ done, opens: done })", parts[: i + 1])
        assert page.evaluate(high) == before, f"{part} done"


def test_it_leads_to_the_part(shown):
    page = shown(done=["prediction pop/camera"], opens=["prediction pop/camera"])
    page.locator(".jl-on").press("Enter")
    expect(page.locator("[data-address='goal toy']")).to_be_in_viewport()
    expect(page.get_by_text("yes")).to_be_focused()
    below = page.evaluate(
        "innerHeight - document.querySelector('[data-address=\"goal toy\"]').getBoundingClientRect().bottom"
    )
    assert 0 <= below < 100, "what says what to try stands above it, in sight"
    page.evaluate("scrollTo(0, 0)")
    page.get_by_role("button", name="Predict: 1 of 1 done").click()
    expect(page.locator("[data-address='prediction pop/camera']")).to_be_in_viewport()


def test_it_goes_on_where_a_hand_was_last(shown):
    expect(shown(place="goal toy").locator(".jl-on")).to_have_text("Go on with “Play”")
    expect(shown(place="goal toy", done=["goal toy"], opens=["goal toy"]).locator(".jl-on")).to_have_text(
        "Go on with “Predict”"
    )


def test_a_declined_prediction_is_not_asked_for_again(shown):
    expect(shown(opens=["prediction pop/camera"]).locator(".jl-on")).to_have_text("Go on with “Play”")


def test_it_remembers_the_part_that_was_touched(shown):
    page = shown()
    page.get_by_text("elsewhere").click()
    page.get_by_role("radio").focus()
    page.get_by_role("radio").click()
    page.get_by_text("yes").click()
    assert page.evaluate("kept") == ["prediction pop/camera", "goal toy"]


def test_what_waits_opens_once(shown):
    page = shown()
    assert not is_open(page, "own")
    page.evaluate("tell({ opens: ['prediction pop/camera'] })")
    assert is_open(page, "own")
    assert not is_open(page, "other")
    page.locator("#own summary").click()
    page.evaluate("tell({ done: ['prediction pop/camera'] })")
    assert not is_open(page, "own"), "whoever closes it wants it closed"


def test_what_is_found_with_an_explorer_waits_for_a_hand_on_it(shown):
    page = shown(opens=["prediction pop/remains", "prediction pop/camera"])
    assert is_open(page, "own")
    assert not is_open(page, "hand")
    page.evaluate("document.querySelector('[data-after]').dataset.moved = ''")
    page.wait_for_function("document.getElementById('hand').open")


def test_what_comes_later_opens_too(shown):
    """In Run All the strip is there before what it opens."""
    page = shown(opens=["check collapse_time"])
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<details class=\"until-check-collapse_time\" id=\"late\">')"
    )
    page.wait_for_function("document.getElementById('late').open")


def test_afresh_asks_first_and_says_what_became_of_it(shown):
    page = shown()
    start = page.get_by_role("button", name="Start afresh")
    expect(start).to_be_hidden()
    page.get_by_text("Start this lesson afresh").press("Enter")
    start.click()
    assert page.evaluate("kept") == [{"afresh": True}]
    page.evaluate("tell({ said: 'All is put away.' })")
    expect(page.get_by_role("status")).to_have_text("All is put away.")


def test_it_leaves_nothing_behind(shown):
    page = shown()
    page.evaluate("leave()")
    page.get_by_role("radio").click()
    assert page.evaluate("kept") == []
