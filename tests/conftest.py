"""One Chromium for all tests that need it; without it they are skipped, or fail where asked."""

import os

import pytest
from bench import lab

REQUIRED = os.environ.get("JOINTLAB_BROWSER") == "required"


@pytest.fixture(scope="session")
def browser():
    if lab.chromium() is None:
        message = "no Chromium or Chrome is installed, so the browser tests did not run"
        pytest.fail(message) if REQUIRED else pytest.skip(message)
    sync_api = pytest.importorskip("playwright.sync_api")
    playwright = sync_api.sync_playwright().start()
    browser = playwright.chromium.launch(executable_path=lab.chromium(), args=lab.FLAGS)
    context = browser.new_context(viewport={"width": 1280, "height": 1000})  # one: JupyterLab is loaded once
    context.set_default_timeout(lab.WAIT)
    sync_api.expect.set_options(timeout=lab.WAIT)
    yield context
    browser.close()
    playwright.stop()
