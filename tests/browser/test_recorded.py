"""Explorers on a page without Python: they play from their records, and find their place in every window."""

import math
from dataclasses import replace

import pytest
from bench import lab
from playwright.sync_api import expect
from tests.browser import alone, eyes
from tests.browser.learner import PRESS, watched
from tests.explorers.toy import SWING
from tests.pictures import gallery
from tests.sample import sampled

from jointlab.explorers import record
from jointlab.explorers.declare import Slider

EXPLORERS = gallery.explorers() | alone.PLAYED
LAPTOP = {"width": 946, "height": 500}  # what a notebook leaves of 1366 × 768: 930 pixels and two margins
PHONE = {"width": 390, "height": 844}
PROJECTOR = {"width": 853, "height": 480}  # 1280 × 720 at 150 %


@pytest.fixture(scope="module")
def page(browser, recorded):
    page = watched(browser.new_page(), "file:")
    page.set_viewport_size(LAPTOP)
    page.goto(recorded)
    yield page
    page.close()


@pytest.fixture
def laptop(page):
    page.set_viewport_size(LAPTOP)
    return page


@pytest.mark.parametrize("name", sampled(EXPLORERS, alone.SAMPLE))
def test_an_explorer_plays_without_python(laptop, name):
    """By its first slider, by a typed number, by a button; what the other buttons lead to, all tests below look at."""
    declaration, box = EXPLORERS[name], alone.only(laptop, name)
    sentence = box.locator(".jl-sentence")
    first = next(control for control in declaration.controls if isinstance(control, Slider))
    slider = box.locator("input[type=range]").first
    box.get_by_role("button", name="Reset", exact=True).click()
    for key, value in (("End", first.high), ("Home", first.low)):
        slider.press(key)
        expect(sentence).to_have_text(declaration.sentence(declaration.state(**{first.name: value})))
    twin = box.locator("input[type=text]").first
    twin.fill(f"{first.default:g}".replace(".", ","))  # a comma is a point
    twin.press("Enter")
    expect(sentence).to_have_text(declaration.sentence(declaration.state()))
    if declaration.sounds:
        box.get_by_role("button", name="Listen", exact=False).first.click()
        laptop.wait_for_function("name => document.querySelector(`#${name} audio`).duration > 0.1", arg=name)
    assert laptop.console_errors == []
    assert laptop.outside == []


def test_a_slider_plays_from_a_record_as_from_python(browser, tmp_path):
    swing = alone.plays(replace(SWING, recorded={"frequency": [1.0]}), 1.0, high=1.9)
    context = browser.browser.new_context()  # the page of the other tests stays in front
    page = watched(context.new_page(), "file:")
    page.goto(alone.write({"swing": swing}, tmp_path, lambda declaration: declaration).as_uri())
    sentences = page.evaluate_handle("""() => {
        const said = document.querySelector('.jl-sentence'), seen = new Set();
        new MutationObserver(() => seen.add(said.textContent)).observe(said, { childList: true });
        return seen;
    }""")
    page.get_by_role("button", name="Play: damping").click()
    page.wait_for_function("seen => seen.size >= 13", arg=sentences)
    page.get_by_role("button", name="Pause: damping").click()
    twin, sentence = page.locator("input[type=text]").first, page.locator(".jl-sentence")
    expect(sentence).to_have_text(swing.sentence(swing.state(damping=float(twin.input_value()))))
    known = {swing.sentence(swing.state(damping=value)) for value in record.positions(swing)["damping"]}
    assert set(page.evaluate("seen => [...seen]", sentences)) <= known
    assert page.console_errors == []
    context.close()


# From now on nothing more can be unpacked.
NO_MORE = "() => { window.DecompressionStream = class { constructor() { throw Error('unpacked too late'); } }; }"


def test_the_first_step_of_a_hand_waits_for_nothing(browser, tmp_path, monkeypatch):
    monkeypatch.setattr(record, "CHUNK", 1)  # each frame is a piece of its own
    swing = replace(SWING, recorded={"damping": [0.0, 0.5, 1.0], "frequency": [1.0]})
    page = browser.browser.new_context().new_page()
    page.set_default_timeout(lab.WAIT)
    page.add_init_script("""const unpacks = DecompressionStream;
        window.DecompressionStream = class { constructor(how) { window.began = true; return new unpacks(how); } }""")
    page.goto(alone.write({"swing": swing}, tmp_path, lambda declaration: declaration).as_uri())
    page.wait_for_function("window.began")  # all of them at once
    page.evaluate(NO_MORE)
    page.locator("input[type=range]").first.press("ArrowRight")
    expect(page.locator(".jl-sentence")).to_have_text(swing.sentence(swing.state(damping=1.0)))
    page.context.close()


MEASURE = """box => {
    const top = box.querySelector('section').getBoundingClientRect().top;
    const part = (selector) => {
        const { left, width, top: y, bottom, height } = box.querySelector(selector).getBoundingClientRect();
        return { left, width, height, top: Math.round(y - top), bottom: Math.round(bottom - top) };
    };
    const picture = box.querySelector('.jl-stage svg'), scale = picture.getScreenCTM().a;
    const texts = [...box.querySelectorAll('.jl-layer text')];
    const cut = (selector) => { const e = box.querySelector(selector); return e.scrollWidth > e.clientWidth + 1; };
    return {
        scale,
        height: part('section').height, width: part('section').width,
        tracks: [...box.querySelectorAll('input[type=range]')].map(e => e.clientWidth).filter(Boolean),
        words: Math.min(...texts.map(e => parseFloat(getComputedStyle(e).fontSize))) * scale,
        scene: [part('.jl-scene').top, part('.jl-scene').bottom], said: [part('.jl-said').top, part('.jl-said').bottom],
        sentence: part('.jl-sentence').bottom, controls: [part('fieldset').top, part('fieldset').bottom],
        head: part('.jl-head').height, cut: cut('.jl-goal'), wide: document.documentElement.scrollWidth,
        bottom: part('section').bottom, top, goal: box.querySelector('.jl-goal').textContent,
    };
}"""


def looked_at(page, name):
    """The explorer at its default and in every preset: it says what Python says, and is measured."""
    declaration, box = EXPLORERS[name], alone.only(page, name)
    states = {"Reset": {}, **declaration.presets}
    sentences = [declaration.sentence(declaration.state(**values)) for values in states.values()]
    look = f"""async (box, states) => {{
        const found = [];
        for (const state of states) found.push([await ({PRESS})(box, state), ({MEASURE})(box)]);
        return found;
    }}"""
    found = box.evaluate(look, list(zip(states, sentences, strict=True)))
    assert [said for said, _ in found] == sentences
    if declaration.goal:
        reached = [declaration.goal.reached(declaration.state(**values)) for values in states.values()]
        assert ["★ Reached:" in measured["goal"] for _, measured in found] == reached
        assert all(declaration.goal.text in measured["goal"] for _, measured in found)
    yield from zip(states, (measured for _, measured in found), strict=True)


@pytest.mark.parametrize("name", sampled(EXPLORERS, alone.SAMPLE))
def test_on_a_laptop_picture_sentence_and_controls_stand_together(laptop, name):
    seen = dict(looked_at(laptop, name))
    for words, found in seen.items():
        assert found["width"] == pytest.approx(930, abs=1), words
        assert found["height"] <= 500, words
        assert found["scene"][1] <= found["said"][0] + 1, words
        assert found["sentence"] <= found["said"][1] + 1, f"{words}: the sentence needs more than its two lines"
        assert found["said"][1] <= found["controls"][0] + 3, words
        assert found["controls"][1] <= found["bottom"], words
        assert min(found["tracks"]) >= 300, words
        assert found["words"] >= 10.9, words
        assert not found["cut"], words
        assert found["head"] == pytest.approx(26, abs=1), words
    # Nothing is pushed by what is said or reached.
    for part in ("height", "scene", "controls"):
        assert len({str(found[part]) for found in seen.values()}) == 1, part


# Has a number refused, by no hand, so that it is quick; a hand does so in test_by_hand.py.
REFUSED = """twin => {
    twin.value = '-99999';
    twin.dispatchEvent(new Event('change'));
}"""
# What is seen before, while and after a number is refused: what stands where, and the notes in sight.
LOOKS = f"""box => {{
    const seen = () => [({MEASURE})(box),
        [...box.querySelectorAll('.jl-note')].filter(note => note.offsetHeight).map(note => note.textContent)];
    const twin = box.querySelector('input[type=text]'), before = seen();
    ({REFUSED})(twin);
    const refused = seen();
    [...box.querySelectorAll('button')].find(button => button.textContent === 'Reset').click();
    return [before, refused, seen()];
}}"""


@pytest.mark.parametrize("name", sampled(EXPLORERS, alone.SAMPLE))
def test_a_refused_number_pushes_nothing(laptop, name):
    (before, none), (refused, [note]), (_, gone) = alone.only(laptop, name).evaluate(LOOKS)
    assert "Type a number from" in note
    assert {**refused, "top": 0} == {**before, "top": 0}
    assert none == gone == []


# How far the ring around a slider that has the focus reaches over the number above it (px).
OVER = """slider => {
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(slider);
    const number = slider.closest('.jl-control').querySelector('.jl-twin input').getBoundingClientRect();
    const ring = slider.getBoundingClientRect().top - parseFloat(outlineWidth) - parseFloat(outlineOffset);
    return [outlineStyle, number.bottom - ring];
}"""


def test_the_ring_of_a_slider_leaves_the_number_above_it_whole(laptop):
    for box in alone.all_of(laptop):
        slider = box.get_by_role("slider").first
        slider.press("ArrowRight")
        style, over = slider.evaluate(OVER)
        assert style == "solid"
        assert over <= 0.5


def test_nobody_is_kept_out(laptop):
    """What axe finds on the page of explorers, with a number refused in each; words in pictures are judged in
    test_contrast.py. The dark page differs only in its colours."""
    for box in alone.all_of(laptop):
        box.locator("input[type=text]").first.evaluate(REFUSED)
        expect(box.locator(".jl-note:visible")).to_have_count(1)
    faults = eyes.found_alone(laptop)
    laptop.evaluate("document.documentElement.setAttribute('theme', 'dark')")
    laptop.locator(".jl-note:visible").first.evaluate("(node, pale) => { node.innerHTML = pale; }", eyes.PALE)
    dark = eyes.found_alone(laptop, runOnly=["color-contrast"])
    laptop.reload()  # as the other tests expect it
    assert [faults, dark] == [{}, {"color-contrast": [eyes.PALE]}], "only the words that were made pale"


@pytest.mark.parametrize("name", sampled(EXPLORERS, alone.SAMPLE))
def test_on_a_phone_there_is_one_column_and_words_can_be_read(page, name):
    page.set_viewport_size(PHONE)
    for words, found in looked_at(page, name):
        assert found["wide"] <= PHONE["width"], f"{words}: the page scrolls sideways"
        assert found["words"] >= 11, words
        assert min(found["tracks"]) >= 300, words
        assert found["scene"][1] <= found["said"][0] + 8, words
        assert found["said"][1] <= found["controls"][0] + 8, words


@pytest.mark.parametrize("name", sampled(EXPLORERS, alone.SAMPLE))
def test_a_projector_shows_everything_in_full_screen(page, name):
    page.set_viewport_size(PROJECTOR)
    box = alone.only(page, name)
    box.get_by_role("button", name="Full screen", exact=False).click()
    page.wait_for_function("document.fullscreenElement")
    for words, found in looked_at(page, name):
        assert found["top"] >= 0, words
        assert found["bottom"] <= PROJECTOR["height"] + 1, words
        assert found["controls"][1] <= PROJECTOR["height"], words
        assert found["sentence"] <= found["controls"][0] + 1, words
        assert found["wide"] <= PROJECTOR["width"], words
        assert min(found["tracks"]) >= 300, words
        assert 1.5 * found["words"] >= 11, words  # 150 %: a CSS pixel is one and a half of the projector's
    page.keyboard.press("Escape")
    page.evaluate("document.fullscreenElement && document.exitFullscreen()")
    page.wait_for_function("!document.fullscreenElement")


# Of every handle: what it moves, and the ways in the window on which it does.
WAYS = """box => {
    const kept = JSON.parse(box.nextElementSibling.textContent), at = box.querySelector('.jl-grips').getScreenCTM();
    return JSON.parse(kept.first)[3].map(grip => grip.map(({ control, places }) =>
        [control, places.map(([x, y]) => [x * at.a + at.e, y * at.d + at.f])]));
}"""


@pytest.mark.parametrize("name", sampled(EXPLORERS, alone.SAMPLE))
def test_a_hand_can_move_the_thing_itself(laptop, name):
    """Every handle, dragged to the farther end of its way: its slider or list moves along, where other positions than
    the first are recorded."""
    declaration, box = EXPLORERS[name], alone.only(laptop, name)
    reset = ["Reset", declaration.sentence(declaration.state())]
    assert box.evaluate(PRESS, reset) == reset[1]
    recorded, moved = alone.positions(declaration), []
    handles, ways = box.locator(".jl-grip:visible"), box.evaluate(WAYS)
    assert handles.count() == len(ways) >= 1
    for i, ((control, places), *_) in enumerate(ways):
        before = settings(box)
        spot = handles.nth(i).locator("circle").last.bounding_box()
        x, y = spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2
        laptop.mouse.move(x, y)
        laptop.mouse.down()
        laptop.mouse.move(*max(places, key=lambda place: math.dist(place, (x, y))), steps=2)
        laptop.mouse.up()
        moved.append(settings(box) != before)
        assert moved[-1] or len(recorded[control]) == 1, control
        assert box.evaluate(PRESS, reset) == reset[1]
    assert any(moved)


# Where the focus comes in the box, until it leaves it.
STOPS = """box => {
    const stops = [document.activeElement.localName];
    box.addEventListener('focusin', ({ target }) => { if (!stops.over) stops.push(target.localName); });
    box.addEventListener('focusout', (event) => { stops.over ||= !box.contains(event.relatedTarget); });
    return stops;
}"""


@pytest.mark.parametrize("name", sampled(EXPLORERS, alone.SAMPLE))
def test_a_keyboard_stops_at_controls_alone(laptop, name):
    """A handle would be one more stop at which no key does anything: its slider has them."""
    box = alone.only(laptop, name)
    box.get_by_role("button", name="Full screen", exact=False).focus()
    stops = box.evaluate_handle(STOPS)
    while not stops.evaluate("stops => stops.over"):
        laptop.keyboard.press("Tab")
        laptop.keyboard.press("Tab")
    found = stops.evaluate("stops => [...stops]")
    assert set(found) <= {"button", "select", "input"}
    assert found.count("input") >= 2


def settings(box) -> list[str]:
    return box.evaluate("box => [...box.querySelectorAll('input[type=range], select')].map(e => e.value)")
