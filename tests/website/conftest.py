"""The website of three lessons with short records, built once; skipped in one line where its tools are missing."""

import warnings
from dataclasses import replace
from importlib.util import find_spec

import pytest
from tests.browser.learner import watched
from tests.website.reading import LAPTOP, LESSONS

from jointlab import sources


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    if not (find_spec("sphinx") and find_spec("furo")):
        pytest.skip("the tools of the website are not installed: python -m uv run --group site …")
    from website.build import build

    lessons = [one if one.name in LESSONS else replace(one, status="planned") for one in sources.course()]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "course", lambda: lessons)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Sphinx says to those who extend it
            return build(tmp_path_factory.mktemp("website") / "site", most=120, strict=False)  # links to other lessons


@pytest.fixture
def page(browser, site):
    page = watched(browser.new_page(), site.as_uri())
    page.set_viewport_size(LAPTOP)
    yield page
    assert page.console_errors == []
    assert page.outside == []
    page.evaluate("localStorage.clear()")
    page.close()
