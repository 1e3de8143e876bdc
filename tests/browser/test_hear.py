"""A curve as sound in a real browser: the tones, the button, and the same words as Python's wherever a record plays."""

import numpy as np
import pytest
from playwright.sync_api import expect
from tests.browser import alone, fake
from tests.browser.learner import watched
from tests.pictures import gallery
from tests.sample import sampled

from jointlab.explorers import front, hear
from jointlab.explorers.curves import Axis, Curve, Heard, Level, Place
from jointlab.explorers.declare import Slider

HEARD = {name: declaration for name, declaration in gallery.explorers().items() if declaration.hear}
LOWEST, OCTAVES = 165, 3
TOY = """
window.planSound = planSound;
window.asks = [], window.said = [], window.now = { at: 1 };
window.aloud = hearing({ title: 'Toy', width: 400, height: 300 }, {
  values: () => now, ask: (values) => asks.push(values), over: (words) => said.push(words), fails: () => said.push('!'),
});
document.body.append(aloud.button, aloud.caption, aloud.layer);
"""
# A hundred times a second: how loud it is on either side, and how often a second it goes up through nothing.
LISTEN = """async (heard) => {
    const rate = 22050, context = new OfflineAudioContext(2, rate * 6, rate);
    const end = planSound(context, heard, 0.5);
    const sound = await context.startRendering(), sides = [0, 1].map((side) => sound.getChannelData(side));
    const step = rate / 100, found = [];
    for (let first = 0; first + 4 * step < sound.length; first += step) {
        const loud = sides.map((side) => Math.max(...side.slice(first, first + step).map(Math.abs)));
        const long = sides[0].slice(first, first + 4 * step).map((value, i) => value + sides[1][first + i]);
        let ups = 0, from = 0, to = 0;
        long.forEach((value, i) => { if (i && long[i - 1] < 0 && value >= 0) { ups += 1; from ||= i; to = i; } });
        found.push([...loud, ups > 1 ? (rate * (ups - 1)) / (to - from) : 0]);
    }
    return [end, found];
}"""


@pytest.fixture(scope="module")
def toy(browser):
    page = watched(browser.new_page(), "file:")
    page.set_content("<!doctype html><body></body>")
    page.add_script_tag(content=front.SCRIPT + TOY, type="module")
    page.wait_for_function("window.aloud")
    yield page
    assert page.console_errors == []
    page.close()


def told(y, **more) -> dict:
    """A toy curve of so many even steps."""
    y = np.asarray(y, dtype=float)
    curve = Curve(np.linspace(0, 1, y.size), y, **more)
    return hear.told(Heard(Axis("Way", "m", 0, 1), Axis("Height", "m", 0, 1), [curve], (100, 50, 300, 250)))


def listened(page, heard: dict) -> tuple[np.ndarray, np.ndarray]:
    """Of each hundredth of the way (0 … 400): loudness at the left and the right, and the pitch in Hz."""
    end, found = page.evaluate(LISTEN, heard)
    assert end == pytest.approx(0.5 + heard["seconds"])
    found = np.array(found)
    assert found[:49, :2].max() == 0, "nothing before its time"
    assert found[:, :2].max() < 0.3, "soft"
    heard_at = found[50 : 50 + round(100 * heard["seconds"])]
    return heard_at[:, :2], heard_at[:, 2]


def test_the_tone_is_the_height(toy):
    _, pitch = listened(toy, told([0, 1]))
    moments = np.array([50, 150, 200, 300, 370])
    expected = LOWEST * 2 ** (OCTAVES * (moments + 2) / 400)
    assert pitch[moments] == pytest.approx(expected, rel=0.03)
    _, pitch = listened(toy, told([0.5, 0.5]))
    assert pitch[[20, 200, 380]] == pytest.approx(LOWEST * 2 ** (OCTAVES / 2), rel=0.02)


def test_time_goes_from_left_to_right_softly_and_a_gap_is_silent(toy):
    loud, _ = listened(toy, told([0.2, 0.2, np.nan, 0.8, 0.8]))
    left, right = loud.T
    assert left[20] > 2 * right[20]
    assert right[380] > 2 * left[380]
    assert loud[101:299].max() < 1e-6
    assert loud[0].max() < 0.5 * loud[5].max(), "it comes from nothing"
    assert loud[98].max() < loud[90].max(), "and goes"


def test_ticks_and_bells_can_be_told_from_the_tone(toy):
    without, _ = listened(toy, told([0, 1]))
    with_, _ = listened(toy, told([0, 1], level=Level("the half", 0.5), place=Place("the spot", 0.75)))
    more = np.abs(with_ - without).max(axis=1) > 0.01
    assert set(np.flatnonzero(more)) <= {*range(199, 206), *range(299, 362)}
    assert more[200]
    assert more[300:312].all()


def test_a_key_begins_and_ends_it_and_the_point_runs_along(toy):
    button = toy.locator(".jl-hear")
    assert toy.evaluate("asks.length") == 0
    button.press("Enter")
    expect(button).to_have_attribute("aria-label", "Stop: Toy")
    assert toy.evaluate("asks") == [{"at": 1}]
    toy.evaluate("heard => aloud.arrived(heard)", told([0, 1]))
    expect(toy.locator(".jl-caption")).to_contain_text("Height. It rises from 0 m to 1 m, evenly.")
    point = toy.locator(".jl-trace circle")
    toy.wait_for_function("point => Number(point.getAttribute('cx')) > 105", arg=point.element_handle())
    x, y = (float(point.get_attribute(name)) for name in ("cx", "cy"))
    assert 250 - y == pytest.approx(x - 100, abs=3), "on the curve"
    button.press("Enter")
    expect(button).to_have_attribute("aria-label", "Hear the curve: Toy")
    assert toy.evaluate("said.splice(0)") == ["Height. It rises from 0 m to 1 m, evenly."]


def test_it_ends_by_itself_or_when_the_picture_changes(toy):
    button, caption = toy.locator(".jl-hear"), toy.locator(".jl-caption")
    button.click()
    toy.evaluate("heard => aloud.arrived(heard)", told([0, 1]) | {"seconds": 0.2})
    expect(button).to_have_attribute("aria-label", "Hear the curve: Toy")
    expect(caption).not_to_be_empty()
    button.click()
    toy.evaluate("heard => aloud.arrived(heard)", told([0, 1]))
    toy.evaluate("aloud.seen()")
    expect(button).to_have_attribute("aria-label", "Stop: Toy")
    toy.evaluate("now = { at: 2 }; aloud.seen()")
    expect(button).to_have_attribute("aria-label", "Hear the curve: Toy")
    expect(caption).to_be_empty()
    toy.evaluate("heard => aloud.arrived(heard)", told([0, 1]))
    expect(caption).to_be_empty()  # another view has asked
    button.click()
    toy.evaluate("aloud.arrived(null)")
    expect(button).to_have_attribute("aria-label", "Hear the curve: Toy")


def test_a_python_that_does_not_answer_is_told_of(browser):
    page = browser.new_page()
    page.clock.install()
    fake.opened(page, spec={"hear": True})
    button = page.locator(".jl-hear")
    button.press("Enter")
    expect(button).to_have_attribute("aria-label", "Stop: Toy")
    page.clock.run_for(6500)
    expect(page.locator(".jl-error")).to_contain_text("Python is busy or has stopped.")
    expect(button).to_have_attribute("aria-label", "Hear the curve: Toy")
    page.close()


@pytest.fixture(scope="module")
def page(browser, recorded):
    page = watched(browser.new_page(), "file:")
    page.goto(recorded)
    yield page
    assert page.console_errors == []
    page.close()


# Bring an explorer into a state, by a button or its first slider, and open its words.
SAID = """async (box, [how, sentence]) => {
    const soon = async (ready) => {
        for (let n = 0; n < 400 && !ready(); n++) await new Promise((go) => setTimeout(go, 10));
    };
    const slider = box.querySelector('input[type=range]'), words = box.querySelector('.jl-words');
    const buttons = [...box.querySelectorAll('.jl-buttons button')];
    if (typeof how === 'string') buttons.find((one) => one.textContent === how).click();
    else {
        slider.value = how;
        slider.dispatchEvent(new Event('change'));
    }
    await soon(() => box.querySelector('.jl-sentence').textContent === sentence);
    words.showPopover();
    await soon(() => words.children[1].textContent);
    const said = [box.querySelector('.jl-sentence').textContent, ...[1, 2].map((i) => words.children[i].textContent)];
    words.hidePopover();
    return said;
}"""


@pytest.mark.parametrize("name", sampled(HEARD, alone.SAMPLE))
def test_a_record_says_of_its_curve_what_python_says(page, name):
    declaration, box = HEARD[name], alone.only(page, name)
    first = next(control for control in declaration.controls if isinstance(control, Slider))
    last = len(alone.positions(declaration)[first.name]) - 1
    states = [("Reset", {}), *declaration.presets.items(), ("Reset", {}), (0, {first.name: first.low})]
    states += [(last, {first.name: first.high})]
    for how, values in states:
        state = declaration.state(**values)
        heard = hear.told(declaration.hear(state))
        expected = [declaration.sentence(state), f"The curve now: {heard['words']}", heard["key"]]
        assert box.evaluate(SAID, [how, declaration.sentence(state)]) == expected


def test_a_recorded_curve_is_heard_and_a_moved_control_ends_it(page):
    box = alone.only(page, "SYRINGE")
    box.get_by_role("button", name="Reset", exact=True).click()
    button = box.get_by_role("button", name="Hear the curve")
    button.press("Space")
    expect(box.locator(".jl-caption")).to_contain_text("Pressure inside. It falls from 127 kPa to 25 kPa")
    expect(box.locator(".jl-trace circle")).to_be_visible()
    box.locator("input[type=range]").first.press("Home")
    expect(box.get_by_role("button", name="Hear the curve")).to_be_visible()
    expect(box.locator(".jl-caption")).to_be_empty()
