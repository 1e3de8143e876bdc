"""A still on a phone, on a wide page, on paper and to a screen reader, outside JupyterLab: a page of the web."""

import pytest
from bench import lab
from tests.browser import fake

from jointlab.drawings.page import Page
from jointlab.drawings.still import Still
from jointlab.learn import safety_card


class Sketch(Page):
    height = 100
    description = "A sketch of something."

    def lay_out(self) -> None:
        self.write(20, 20, "words")


@pytest.fixture(scope="module")
def page(browser):
    page = browser.new_page()
    lost = '<div class="jp-OutputArea-output jupyter-widgets">Error displaying widget: model not found</div>'
    page.set_content(f"<!doctype html>{Still(Sketch(), 'A caption.', stands_in=True)._repr_html_()}{lost}")
    yield page
    page.close()


def sizes(page) -> tuple[int, int]:
    """Of the frame and of the picture in it: how wide they are."""
    return tuple(page.locator(f".jl-still {part}").evaluate("e => e.offsetWidth") for part in ("div", "img"))


def test_on_a_phone_the_frame_scrolls_by_keyboard_and_the_page_does_not(page):
    page.set_viewport_size({"width": 390, "height": 700})
    frame, picture = sizes(page)
    assert frame < 390
    assert picture == 812
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.jl-still div').scrollLeft > 0", timeout=lab.WAIT)


def test_on_a_wide_page_it_fills_its_frame(page):
    page.set_viewport_size({"width": 1280, "height": 700})
    assert sizes(page) == (960, 960)


def test_on_paper_it_is_as_wide_as_the_page(page):
    page.set_viewport_size({"width": 700, "height": 700})
    page.emulate_media(media="print")
    frame, picture = sizes(page)
    page.emulate_media(media="screen")
    assert frame == picture < 700


def test_the_lost_widget_is_not_read_and_what_helps_is(page):
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    read = [(node.get("name") or {}).get("value", "") for node in nodes if not node["ignored"]]
    assert not any("Error displaying" in words for words in read)
    assert any(words.startswith("Asleep.") for words in read)


def test_the_warning_signs_are_open_on_paper(page):
    """Folded on a screen, where one click opens them; paper cannot be clicked."""
    page.set_content(f"<!doctype html>{safety_card(folded=True)._repr_html_()}")
    seen = "document.querySelector('.jl-signs li').checkVisibility({ contentVisibilityAuto: true })"
    assert not page.evaluate(seen)
    page.emulate_media(media="print")
    page.wait_for_function(seen)
    assert page.locator(".jl-signs li").last.evaluate("e => e.getBoundingClientRect().height") > 10
    page.emulate_media(media="screen")


def test_a_still_gives_way_to_its_own_explorer_on_any_page(page):
    """By the explorer's doing alone: no front end's elements are there."""
    still = Still(Sketch(), stands_in=True, mark="jl-still-toy")._repr_html_()
    other = Still(Sketch(), stands_in=True, mark="jl-still-other")._repr_html_()
    fake.opened(page, spec={"still": "jl-still-toy"}, body=still + other)
    assert page.locator("#jl-still-toy").is_hidden()
    assert page.locator("#jl-still-other").is_visible()
    page.evaluate("leave(); document.querySelector('.jl-explorer').remove()")
    assert page.locator("#jl-still-toy").is_visible()
