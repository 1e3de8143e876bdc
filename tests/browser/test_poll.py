"""The poll slide on a page of its own: counted by keyboard, answered, asked again, on a full screen, for everybody."""

import json

import pytest
from playwright.sync_api import expect
from tests.browser import eyes

from jointlab import sources
from jointlab.learn import Poll
from jointlab.learn._question import poll_question

pytestmark = pytest.mark.whole
TAUGHT = [row.name for row in sources.course() if row.status == "ready" and row.name != "start"]
ASKED = poll_question("lifting")
FITS = """(() => {
    const { scrollHeight, clientHeight } = document.querySelector(".jl-poll section");
    return scrollHeight <= clientHeight;
})()"""
LETTERS = "parseFloat(getComputedStyle(document.querySelector('.jl-option')).fontSize) / innerHeight"
ROOM = {"width": 1366, "height": 768}


def page_of(lesson: str, light: bool) -> str:
    """A page that holds this slide and nothing else, as JupyterLab's light or dark theme would."""
    spec = json.dumps(Poll(lesson).spec).replace("</", "<\\/")
    return f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>Poll</title><style>{Poll._css}</style>
        <body data-jp-theme-light="{str(light).lower()}"><main></main><script type="module">{Poll._esm}
        const spec = {spec};
        render({{ model: {{ get: () => spec }}, el: document.querySelector("main") }});</script></body></html>"""


@pytest.fixture(scope="module")
def tab(browser, tmp_path_factory):
    """A page in a file; `open(lesson)` fills it. One for all tests: a new one costs more than most of them."""
    page, file = browser.new_page(), tmp_path_factory.mktemp("poll") / "poll.html"
    page.set_viewport_size(ROOM)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    def open_with(lesson: str = "lifting", light: bool = True) -> None:
        file.write_text(page_of(lesson, light), encoding="utf-8")
        page.goto(file.as_uri())

    page.open = open_with
    yield page
    page.close()
    assert errors == []


def hands(page, *counts: int) -> None:
    for letter, count in zip("ABCD", counts, strict=True):
        page.get_by_label(f"Hands for {letter}").fill(str(count))


def bars(page) -> list[str]:
    return [text for text in page.locator(".jl-bar:visible").all_inner_texts() if text]


def test_a_class_is_polled_and_polled_again_by_keyboard_alone(tab):
    tab.open()
    for _ in range(2):  # past the button of the full screen, to the first number
        tab.keyboard.press("Tab")
    tab.keyboard.type("4")
    tab.keyboard.press("Tab")
    for _ in range(2):
        tab.keyboard.press("Enter")  # +1, twice
    hands(tab, 6, 12, 5, 1)
    assert bars(tab) == [
        "6 · 25\N{NO-BREAK SPACE}%",
        "12 · 50\N{NO-BREAK SPACE}%",
        "5 · 21\N{NO-BREAK SPACE}%",
        "1 · 4\N{NO-BREAK SPACE}%",
    ]
    said = tab.get_by_role("status")
    expect(said).to_have_text("24 hands counted.")
    expect(tab.get_by_text(ASKED.because[0])).to_be_hidden()
    tab.get_by_role("button", name="Ask again").press("Enter")
    expect(tab.get_by_label("Hands for A")).to_be_focused()
    expect(said).to_have_text("No hands counted yet. The striped bars are those from before.")
    hands(tab, 1, 3, 20, 0)
    assert "before 12 · 50\N{NO-BREAK SPACE}%" in bars(tab)
    assert "now 20 · 83\N{NO-BREAK SPACE}%" in bars(tab)
    tab.get_by_role("button", name="Show the answer").press(" ")
    for reason in ASKED.because:
        expect(tab.get_by_text(reason)).to_be_visible()
    expect(tab.locator(".jl-right")).to_contain_text(f"C. {ASKED.options[2]}")
    expect(said).to_contain_text("Right is C. 20 of 24 chose it, 83")
    expect(said).to_contain_text("Before it was 5 of 24, 21")
    tab.get_by_role("button", name="Start over").press("Enter")
    assert bars(tab) == []
    expect(tab.locator(".jl-right")).to_have_count(0)


def test_plus_one_counts_and_what_is_no_number_of_hands_is_said(tab):
    tab.open()
    for _ in range(3):
        tab.get_by_role("button", name="One more hand for B").click()
    expect(tab.get_by_label("Hands for B")).to_have_value("3")
    for wrong in ("-1", "2.5", "1000"):
        tab.get_by_label("Hands for B").fill(wrong)
        expect(tab.get_by_role("status")).to_have_text("Type a whole number of hands, 0 to 999.")
    tab.get_by_label("Hands for B").fill("")
    expect(tab.get_by_role("status")).to_have_text("No hands counted yet.")


@pytest.mark.parametrize("lesson", TAUGHT)
def test_a_full_screen_holds_all_of_it_in_letters_for_the_back_row(tab, lesson):
    tab.open(lesson)
    tab.get_by_role("button", name="Full screen").click()
    expect(tab.get_by_role("button", name="Leave full screen")).to_be_visible()
    assert tab.evaluate(FITS)
    assert tab.evaluate(LETTERS) >= 1 / 32  # while it is asked
    hands(tab, 4, 13, 6, 1)
    tab.get_by_role("button", name="Ask again").click()
    hands(tab, 1, 3, 18, 2)
    tab.get_by_role("button", name="Show the answer").click()
    assert tab.evaluate(FITS)
    assert tab.evaluate(LETTERS) >= 1 / 48  # with both counts and all reasons


@pytest.mark.parametrize("light", [True, False], ids=["light", "dark"])
def test_nobody_is_kept_out(tab, light):
    tab.open(light=light)
    tab.evaluate(
        "document.body.style.background = getComputedStyle(document.querySelector('.jl-poll')).backgroundColor"
    )
    hands(tab, 4, 13, 6, 1)
    tab.get_by_role("button", name="Show the answer").click()
    assert eyes.found_alone(tab) == {}
