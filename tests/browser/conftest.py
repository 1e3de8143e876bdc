"""One JupyterLab and one Chromium for all browser tests; without them the tests are skipped, or fail where asked."""

import os

import pytest
from tests.browser import lab

REQUIRED = os.environ.get("JOINTLAB_BROWSER") == "required"


@pytest.fixture(scope="session")
def browser():
    if lab.chromium() is None:
        message = "no Chromium or Chrome is installed, so the browser tests did not run"
        pytest.fail(message) if REQUIRED else pytest.skip(message)
    playwright = pytest.importorskip("playwright.sync_api").sync_playwright().start()
    browser = playwright.chromium.launch(executable_path=lab.chromium(), args=lab.FLAGS)
    yield browser
    browser.close()
    playwright.stop()


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("course")


@pytest.fixture(scope="session")
def address(folder):
    with lab.course(folder) as address:
        yield address


@pytest.fixture
def page(browser, address, folder):
    """A fresh page and an empty logbook; it remembers console errors and requests that leave this machine."""
    (folder / "logbook.sqlite").unlink(missing_ok=True)
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    page.console_errors, page.outside = [], []
    page.on("console", lambda message: message.type == "error" and page.console_errors.append(message.text))
    page.on("pageerror", lambda error: page.console_errors.append(str(error)))
    inside = (address, address.replace("http", "ws"), "data:", "blob:")
    page.on("request", lambda request: request.url.startswith(inside) or page.outside.append(request.url))
    yield page
    lab.shut_down_kernels(page)
    page.close()
