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
def address(tmp_path_factory):
    with lab.course(tmp_path_factory.mktemp("course")) as address:
        yield address


@pytest.fixture
def page(browser, address):
    """A fresh page that remembers the console's errors and every request that leaves this machine."""
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    page.console_errors, page.outside = [], []
    page.on("console", lambda message: message.type == "error" and page.console_errors.append(message.text))
    page.on("pageerror", lambda error: page.console_errors.append(str(error)))
    inside = (address, address.replace("http", "ws"), "data:", "blob:")
    page.on("request", lambda request: request.url.startswith(inside) or page.outside.append(request.url))
    yield page
    lab.shut_down_kernels(page)
    page.close()
