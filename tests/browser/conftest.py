"""One JupyterLab for all browser tests."""

import shutil
from contextlib import contextmanager

import pytest
from bench import lab
from tests.browser import alone
from tests.browser.learner import watched
from tests.pictures import gallery


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("course")


@pytest.fixture(scope="session")
def address(folder):
    with lab.course(folder) as address:
        yield address


@pytest.fixture(scope="session")
def recorded(request, tmp_path_factory):
    """Address of a page without Python, on which explorers stand with short records, and one that plays.

    All of them, or the sample if only that is tried.
    """
    stand = gallery.explorers() | alone.PLAYED
    if request.config.getoption("markexpr") == "not whole":
        stand = {name: stand[name] for name in stand if name in alone.SAMPLE}
    return alone.write(stand, tmp_path_factory.mktemp("recorded")).as_uri()


@pytest.fixture(scope="session")
def visit(browser, address, folder):
    """Opens a page on a course that nobody has used; the page remembers console errors and requests that leave
    this machine. One visit at a time: when it ends, every kernel is stopped."""

    @contextmanager
    def visiting():
        (folder / "logbook.sqlite").unlink(missing_ok=True)
        lab.settings(folder, "apputils-extension", "themes").unlink(missing_ok=True)
        for notebook in (lab.ROOT / "notebooks").glob("*.ipynb"):
            shutil.copy(notebook, folder / "notebooks")
        page = watched(browser.new_page(), address, address.replace("http", "ws"))
        yield page
        lab.shut_down_kernels(page)
        page.close()

    return visiting
