"""A lesson saved as a dark web page, in Chromium: all of its words stand out."""

import pytest
from bench import lab
from nbconvert import HTMLExporter
from tests.browser import eyes
from tests.browser.test_lessons import NOTEBOOKS


@pytest.fixture
def page(browser):
    page = browser.new_page()
    page.route("http**", lambda route: route.abort())  # nbconvert's page would fetch MathJax
    yield page
    page.close()


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_words_stand_out_in_the_dark(page, name):
    html, _ = HTMLExporter(theme="dark").from_filename(str(lab.ROOT / "notebooks" / name))
    page.set_content(html, wait_until="domcontentloaded")
    assert page.evaluate("document.body.dataset.jpThemeLight") == "false"
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
    assert eyes.pale(page) == {}
    if name == NOTEBOOKS[0]:  # the eyes themselves are tested once
        eyes.plant(page)
        assert len(eyes.pale(page)["color-contrast"]) == 3
