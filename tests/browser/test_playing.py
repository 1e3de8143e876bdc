"""A slider that plays: what is seen, asked and said meanwhile, and what makes it stop. The test keeps the clock."""

import pytest
from bench import lab
from playwright.sync_api import expect
from tests.browser import fake
from tests.browser.fake import button, press, run, seen, thumb

PLAYS = {"plays": 4}  # its 100 positions in 4 s: one each 40 ms
LOOPS = {**PLAYS, "loops": True}
ALONE = {"ahead": False}  # nothing is drawn ahead
TOLD = """() => {
    window.told = [];
    const changes = { childList: true, characterData: true, subtree: true };
    document.querySelectorAll('[role=status], [role=alert]').forEach((region) =>
        new MutationObserver(() => told.push(region.textContent)).observe(region, changes));
}"""


@pytest.fixture(scope="module")
def tab(browser):
    """A page whose clock the tests keep. One for all: a new one costs more than most of them."""
    context = browser.browser.new_context(viewport={"width": 946, "height": 600})
    context.set_default_timeout(lab.WAIT)
    context.clock.install(time=0)
    yield context.new_page()
    context.close()


@pytest.fixture
def opened(tab):
    """Opens a page whose Python answers within 100 ms, and stops the clock: it stands still but for `run`."""

    def open_page(slider=PLAYS, spec=None, pace=100):
        tab.clock.resume()
        tab.emulate_media(reduced_motion="no-preference")
        tab.mouse.move(0, 0)
        fake.opened(tab, slider, spec)
        tab.clock.pause_at(tab.evaluate("Date.now()") / 1e3 + 60)
        tab.evaluate("([pace]) => { window.pace = pace; }", [pace])
        return tab

    return open_page


def is_playing(page) -> bool:
    """As the button says, and as the slider shows."""
    says = button(page).get_attribute("aria-label")
    before = thumb(page)
    run(page, 1100)
    assert says == ("Play: At" if thumb(page) == before else "Pause: At")
    return says == "Pause: At"


def way(page, steps: int, ms: int = 200) -> list[int]:
    """Where the thumb stands after each of `steps` times `ms`; the picture is never far from it."""
    places = []
    for _ in range(steps):
        run(page, ms)
        places.append(thumb(page))
        assert abs(seen(page) - places[-1]) <= 1
    return places


def test_it_goes_there_and_back_in_its_time(opened):
    page = opened()
    press(page)
    run(page, 1000)
    there = thumb(page)
    assert 70 <= there <= 76
    assert way(page, 4) == pytest.approx([there + 5, there + 10, there + 15, there + 20], abs=1)
    run(page, 2000)
    assert thumb(page) == pytest.approx(200 - there - 20 - 50, abs=1)
    run(page, 8000)
    assert thumb(page) == pytest.approx(200 - there - 20 - 50, abs=1)


def test_or_round_and_round(opened):
    page = opened(LOOPS)
    press(page)
    run(page, 3000)
    here = thumb(page)
    assert 20 <= here <= 26
    run(page, 4000)
    assert thumb(page) == pytest.approx(here, abs=1)
    assert way(page, 3) == pytest.approx([here + 5, here + 10, here + 15], abs=1)


@pytest.mark.parametrize("slider", [PLAYS, LOOPS])
def test_frames_are_asked_one_message_at_a_time_in_the_order_of_play_and_only_once(opened, slider):
    page = opened(slider)
    press(page)
    run(page, 8000)
    first, second, *_ = page.evaluate("asked.map((values) => values.map(Math.round))")
    assert first[:3] == [51, 52, 53]  # by the hand that comes to the button
    assert second == sorted(second)
    assert second[0] > max(first)
    assert page.evaluate("asked.length") <= 10
    asked = page.evaluate("asked.flat()")
    assert sorted([*asked, 50]) == pytest.approx(range(101))
    assert page.evaluate("[most, held.length]") == [1, 0]
    run(page, 8000)
    assert page.evaluate("asked.flat().length") == len(asked)


def test_a_slow_python_is_asked_for_what_comes_when_it_will_have_answered(opened):
    page = opened(pace=600)  # 15 positions pass meanwhile, a message holds 12
    press(page)
    run(page, 700)
    assert page.evaluate("asked[1][0]") - thumb(page) >= 12
    run(page, 500)
    at = thumb(page)
    run(page, 200)
    assert abs(seen(page) - thumb(page)) <= 6
    assert thumb(page) > at
    run(page, 15_000)
    assert way(page, 10)
    assert page.evaluate("most") == 1


def test_python_hears_once_where_it_pauses(opened):
    page = opened()
    press(page)
    run(page, 3000)
    page.evaluate("pace = null")
    press(page)
    assert page.evaluate("held.map(({ values }) => values.at)") == [thumb(page)]
    page.evaluate("answer()")
    assert seen(page) == thumb(page)
    assert not is_playing(page)
    assert page.evaluate("held") == []


def test_it_goes_on_the_way_on_which_it_was(opened):
    page = opened()
    press(page)
    run(page, 3000)  # on its way back
    press(page)
    run(page, 500)
    here = thumb(page)
    press(page)
    run(page, 400)
    assert thumb(page) == pytest.approx(here - 10, abs=1)


def test_with_nothing_drawn_ahead_it_plays_with_one_request_on_its_way(opened):
    page = opened(spec=ALONE, pace=150)
    press(page)
    pictures = [50]
    for _ in range(100):
        run(page, 80)
        pictures += [seen(page)] if seen(page) != pictures[-1] else []
    assert page.evaluate("[most, asked.length]") == [1, 0]
    assert len(pictures) > 40
    assert abs(seen(page) - thumb(page)) <= 3
    press(page)
    run(page, 1000)
    assert seen(page) == thumb(page)


@pytest.mark.parametrize("spec", [{}, ALONE])
def test_a_python_that_falls_silent_stops_it_and_is_told_of(opened, spec):
    page = opened(spec=spec)
    press(page)
    run(page, 500)
    page.evaluate("pace = null")
    run(page, 6500)
    assert button(page).get_attribute("aria-label") == "Play: At"
    expect(page.locator(".jl-error")).to_contain_text("Python is busy or has stopped.")
    page.evaluate("while (held.length) answer()")  # it is back
    expect(page.locator(".jl-error")).to_be_empty()
    assert seen(page) == thumb(page)


def test_one_that_was_silent_before_is_told_of_too(opened):
    page = opened(pace=None)
    page.evaluate("rest()")  # asked for frames around the hand
    page.evaluate("move(60)")
    press(page)
    page.evaluate("answer()")  # for the hand, and then no more
    run(page, 6500)
    expect(page.locator(".jl-error")).to_contain_text("Python is busy or has stopped.")
    assert not is_playing(page)


def test_a_screen_reader_hears_nothing_while_it_plays_and_once_when_it_pauses(opened):
    page = opened()
    page.evaluate(TOLD)
    press(page)
    run(page, 5000)
    assert page.evaluate("told") == []
    sentence = page.locator(".jl-sentence")
    assert sentence.text_content() == f"It stands at {thumb(page)}."  # on screen it follows
    press(page)
    run(page, 5000)
    assert page.evaluate("told") == [sentence.text_content()]
    assert page.locator(".jl-scene").get_attribute("aria-label").startswith(sentence.text_content())


def test_what_it_hears_is_said_even_if_nothing_has_changed(opened):
    page = opened()
    run(page, 1000)
    page.evaluate(TOLD)
    press(page)
    press(page)
    run(page, 5000)
    assert page.evaluate("told") == ["It stands at 50."]


def test_an_answer_for_a_hand_that_moved_before_brings_nothing_back(opened):
    page = opened()
    page.evaluate("""() => {
        const marks = document.querySelector('.jl-marks');
        window.pictures = [];
        new MutationObserver(() => pictures.push(seen())).observe(marks, { childList: true });
    }""")
    page.evaluate("rest()")
    run(page, 1000)
    page.evaluate("pace = 180; release(); move(40)")  # known: Python hears where the hand rests
    press(page)
    run(page, 1000)
    assert page.evaluate("held.length") == 0
    pictures = page.evaluate("pictures")
    assert len(pictures) > 15
    assert pictures == sorted(pictures)


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_a_keyboard_plays_and_pauses(opened, key):
    page = opened()
    page.locator(".jl-full").focus()
    page.keyboard.press("Tab")
    assert button(page).evaluate("node => node === document.activeElement")
    page.keyboard.press(key)
    run(page, 500)
    assert is_playing(page)
    page.keyboard.press(key)
    assert not is_playing(page)


def test_whoever_takes_a_control_has_it(opened):
    page = opened(spec={"presets": {"Low": {"at": 10}}})
    takes = {
        "Reset": lambda: page.get_by_role("button", name="Reset").click(),
        "preset": lambda: page.get_by_role("button", name="Low").click(),
        "track": lambda: page.locator("input[type=range]").click(position={"x": 100, "y": 10}),
        "Tab": lambda: page.keyboard.press("Tab"),
        "handle": lambda: page.evaluate("move(30)"),
    }
    for name, take in takes.items():
        press(page)
        run(page, 500)
        take()
        run(page, 300)
        assert not is_playing(page), name
        assert seen(page) == thumb(page), name
        if name == "preset":
            assert thumb(page) == 10


def test_another_view_that_is_moved_stops_it_there(opened):
    page = opened()
    press(page)
    run(page, 3000)
    asked = page.evaluate("asked.length")
    page.evaluate("others(30)")
    assert [seen(page), thumb(page)] == [30, 30]
    assert not is_playing(page)
    assert seen(page) == 30
    assert page.evaluate("[asked.length, held.length]") == [asked, 0]


def test_it_stops_where_nobody_sees_it(opened):
    page = opened()
    page.evaluate("document.body.append(Object.assign(document.createElement('div'), { style: 'height: 3000px' }))")
    press(page)
    run(page, 300)
    page.evaluate("scrollTo(0, 1500)")
    expect(button(page)).to_have_attribute("aria-label", "Play: At")
    page.evaluate("scrollTo(0, 0)")
    assert not is_playing(page)
    press(page)
    run(page, 300)
    hide = "Object.defineProperty(document, 'hidden', { value: true })"
    page.evaluate(f"{hide}; document.dispatchEvent(new Event('visibilitychange'))")
    assert not is_playing(page)


def test_less_motion_means_a_few_calm_steps(opened):
    page = opened()
    assert button(page).get_attribute("title") == ""
    page.emulate_media(reduced_motion="reduce")
    expect(button(page)).to_have_attribute("title", "In steps of a second, because this device asks for less motion")
    run(page, 5000)
    assert thumb(page) == 50  # never by itself
    page.evaluate(TOLD)
    press(page)
    run(page, 200)
    places = [thumb(page)]
    for _ in range(55):
        run(page, 100)
        if thumb(page) != places[-1]:
            places.append(thumb(page))
            assert seen(page) == places[-1]
    assert places == [67, 83, 100, 83, 67, 50]
    assert page.evaluate("told") == []
    assert page.evaluate("asked.slice(1).flat().length") <= 6  # the first is asked for by the hand


def test_a_page_that_has_gone_leaves_nothing_behind(opened):
    page = opened()
    press(page)
    run(page, 300)
    before = thumb(page)
    page.evaluate("leave()")
    run(page, 500)
    assert thumb(page) == before
