"""A lesson saved as a web page, light and dark, in Chromium: it keeps nobody out."""

import pytest
from bench import lab
from nbconvert import HTMLExporter
from tests.browser import eyes
from tests.sample import sampled

from jointlab import sources

NOTEBOOKS = [f"{lesson.file}.ipynb" for lesson in sources.course() if lesson.status == "ready"]


@pytest.fixture(scope="module")
def page(browser):
    page = browser.new_page()
    page.route("http**", lambda route: route.abort())  # nbconvert's page would fetch MathJax
    yield page
    page.close()


def opened(page, name: str, theme: str) -> None:
    """Open the whole lesson on the page."""
    html, _ = HTMLExporter(theme=theme).from_filename(str(lab.ROOT / "notebooks" / name))
    page.set_content(html, wait_until="domcontentloaded")
    assert page.evaluate("document.body.dataset.jpThemeLight") == str(theme == "light").lower()
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")


@pytest.mark.parametrize("name", sampled(NOTEBOOKS, NOTEBOOKS[:1]))
def test_nobody_is_kept_out(page, name):
    """What axe finds in prose and outputs; the dark page differs only in its colours."""
    opened(page, name, "light")
    assert eyes.found(page) == {}
    opened(page, name, "dark")
    if name == NOTEBOOKS[0]:  # the eyes themselves are tested once
        eyes.plant(page)
    assert eyes.pale(page).get("color-contrast", []) == (3 * [eyes.PALE] if name == NOTEBOOKS[0] else [])
