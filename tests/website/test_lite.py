"""Lessons to write in, with Python in the browser: what is refused, and two lessons played in JupyterLite.

To play them takes a full Pyodide distribution, which JOINTLAB_PYODIDE names, and the dependency group `lite`.
"""

import json
import os
import sys
import tarfile
import threading
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path

import pytest
from bench import lab
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import expect
from tests.browser.learner import LOCK_IN, cell_of, explorer, marks, new_marks, predict, question, watched, write_line

from jointlab import language, sources

pytest.importorskip("sphinx", reason="the tools of the website are not installed: python -m uv run --group site …")
from website import lite
from website.lesson import Page

PYODIDE = os.environ.get("JOINTLAB_PYODIDE", "")
LESSONS = {"start": "00-start-here", "pop": "03-what-makes-the-pop"}


# What is refused, and how.


@pytest.fixture
def core(tmp_path, monkeypatch):
    """What npm calls pyodide: Python and its lock, without any of the packages that the lock names."""
    monkeypatch.setattr(lite, "fits", lambda: "0.27")
    folder = tmp_path / "pyodide"
    folder.mkdir()
    named = {name: {"file_name": f"{name}.whl", "depends": []} for name in ("numpy", *lite.KERNEL)}
    lock = {"info": {"version": "0.27.7"}, "packages": named}
    (folder / lite.LOCK).write_text(json.dumps(lock))
    for name in lite.RUNTIME:
        (folder / name).touch()
    return folder


def refused(place: Path) -> str:
    with pytest.raises(lite.Refused) as error, lite.opened(place):
        pass
    assert str(place) in str(error.value)
    assert str(error.value).endswith("website/README.md names."), "it says what to do"
    return str(error.value)


def test_a_folder_without_pyodide_is_refused(core, tmp_path):
    assert "is no Pyodide distribution" in refused(tmp_path / "nowhere")
    (core / lite.LOCK).unlink()
    assert "is no Pyodide distribution" in refused(core)


def test_the_core_alone_is_refused(core):
    assert "lacks comm.whl" in refused(core)


def test_another_version_is_refused(core, monkeypatch):
    monkeypatch.setattr(lite, "fits", lambda: "0.28")
    assert "is Pyodide 0.27.7, and JupyterLite's kernel needs 0.28" in refused(core)


def test_a_file_that_is_no_archive_is_refused(tmp_path):
    broken = tmp_path / "pyodide.tar.bz2"
    broken.write_bytes(b"BZh9, and then something else")
    assert "cannot be unpacked" in refused(broken)


def test_without_jupyterlite_nothing_is_built(monkeypatch):
    monkeypatch.setitem(sys.modules, "jupyterlite_pyodide_kernel.constants", None)
    with pytest.raises(lite.Refused, match="--group lite"):
        lite.fits()


def test_an_archive_is_as_good_as_a_folder(core, tmp_path):
    for name in ("numpy", *lite.KERNEL, *(one for one in lite._requirements("jointlab"))):
        (core / f"{name}.whl").touch()
    archive = tmp_path / "pyodide.tar.bz2"
    with tarfile.open(archive, "w:bz2") as packed:
        packed.add(core, "pyodide")
    with lite.opened(archive) as from_archive, lite.opened(core) as from_folder:
        assert from_archive.packages == from_folder.packages
        assert (from_archive.folder / lite.LOCK).is_file()


# What leads there.


@pytest.fixture
def build_part(tmp_path):
    """A page that holds nothing but a line to write, as text; `to_write` leads to where it can be written."""
    gap = new_notebook(cells=[new_code_cell("def twice(x):\n    return ...")])
    (outline,) = (lesson for lesson in sources.course() if lesson.name == "pop")
    return lambda to_write="": Page(outline, gap, tmp_path, "", to_write).text


def test_a_page_leads_to_its_lesson_in_jupyterlite(build_part, tmp_path):
    python = tmp_path / "static" / "pyodide"
    python.mkdir(parents=True)
    (python / "numpy.whl").write_bytes(bytes(3_000_000))
    page = build_part(lite.invitation(tmp_path))
    assert 'href="lite/notebooks/index.html?path=03-what-makes-the-pop.ipynb"' in page
    assert "loads more than 3 MB" in page


def test_a_translated_page_leads_to_the_lesson_in_its_language(build_part, tmp_path, monkeypatch):
    (tmp_path / "static" / "pyodide").mkdir(parents=True)
    monkeypatch.setattr(language, "current", lambda: "es")
    way = 'href="../lite/notebooks/index.html?path=es/03-what-makes-the-pop.ipynb"'
    assert way in build_part(lite.invitation(tmp_path))


def test_jupyterlite_holds_the_lessons_of_all_languages():
    held = {path.relative_to(lite.NOTEBOOKS).as_posix() for path in lite._lessons()}
    assert {f"{name}.ipynb" for name in LESSONS.values()} | {f"es/{name}.ipynb" for name in LESSONS.values()} <= held
    assert len(held) == len(list(lite.NOTEBOOKS.glob("*.ipynb"))) + len(list(lite.NOTEBOOKS.glob("??/*.ipynb")))


def test_without_jupyterlite_a_page_leads_nowhere(build_part):
    assert "return ..." in build_part()
    assert "lite" not in build_part()


# Played.


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Two lessons with JupyterLite, served as any web server does."""
    if not PYODIDE:
        pytest.skip("JOINTLAB_PYODIDE names no Pyodide distribution, so nothing was played in JupyterLite")
    if not find_spec("jupyterlite_core"):
        pytest.skip("JupyterLite is not installed, so nothing was played in it: python -m uv run --group lite …")
    from website.build import build

    lessons = [one if one.name in LESSONS else replace(one, status="planned") for one in sources.course()]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "course", lambda: lessons)
        site = build(tmp_path_factory.mktemp("lite") / "site", most=40, strict=False, pyodide=Path(PYODIDE))
    settings = site / lite.FOLDER / "jupyter-lite.json"
    told = json.loads(settings.read_text(encoding="utf-8"))
    told["jupyter-config-data"]["settingsOverrides"] |= ALL_IN_THE_PAGE
    settings.write_text(json.dumps(told), encoding="utf-8")
    return site


ALL_IN_THE_PAGE = {"@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"}}  # not only cells in sight


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_words):
        pass


@pytest.fixture(scope="module")
def address(site):
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def page(browser, address):
    """One for all: a Python is loaded once. No other host has an address for it; to stop requests on their way would
    stop the service worker as well."""
    shut_out = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    alone = browser.browser.browser_type.launch(executable_path=lab.chromium(), args=[*lab.FLAGS, shut_out])
    page = watched(alone.new_context(viewport={"width": 1366, "height": 768}).new_page(), address)
    page.set_default_timeout(lab.WAIT)
    yield page
    alone.close()


def run_all(page) -> None:
    """Run the lesson that is open, every cell of it in the page."""
    page.wait_for_function("window.jupyterapp?.commands.hasCommand('notebook:run-all-cells')")
    page.wait_for_function("jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'")
    lab.run_all(page)
    assert page.locator("[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    assert page.locator(".jp-OutputArea-output", has_text="Traceback").count() == 0


def open_lesson(page, address: str, lesson: str) -> None:
    """Come from the page of the lesson, and run it."""
    page.goto(f"{address}/{lesson}.html")
    page.get_by_role("link", name="Write it in the browser").first.click()
    run_all(page)


ELSEWHERE = ("ERR_NAME_NOT_RESOLVED", "ERR_INTERNET_DISCONNECTED")


def asks_nobody_else(page) -> bool:
    return not page.outside and not any(sign in words for words in page.console_errors for sign in ELSEWHERE)


def moves(page, title: str) -> None:
    """One control of this explorer is moved, and its picture follows."""
    box = explorer(page, title)
    slider = box.locator("input[type=range]").first
    expect(slider).to_be_enabled()
    before = marks(box)
    slider.press("ArrowRight")
    assert new_marks(page, box, before)


@pytest.mark.whole
def test_a_lesson_is_written_in_the_browser(page, address):
    """Lesson 03: the prediction comes along; it moves; a line is checked; another day it is all there."""
    asked = next(iter(sources.lesson("pop")["predict"].values()))["question"][:30]
    page.goto(f"{address}/{LESSONS['pop']}.html")
    predict(page, asked)
    open_lesson(page, address, LESSONS["pop"])
    assert not question(page, asked).first.get_by_role("button", name=LOCK_IN).is_visible(), "it came along"
    moves(page, "A bubble when the pressure returns")
    cell = write_line(page, "def collapse_time", "0.9147 * radius * sqrt(density / pressure_difference)")
    expect(cell.locator(".jp-OutputArea")).to_contain_text("Yes —")
    quiz = page.locator(".jl-block", has=page.get_by_role("button", name="Check my answer to question 1"))
    quiz.get_by_role("radio").first.press("Space")  # no mouse: the strip above grows by a line meanwhile
    quiz.get_by_role("button", name="Check my answer to question 1").press("Enter")
    said = quiz.locator(".jl-said").first
    expect(said).not_to_be_empty()
    words = said.inner_text()
    lab.save(page)
    page.reload()
    run_all(page)
    quiz = page.locator(".jl-block", has=page.get_by_text("Question 1 of"))
    expect(quiz.locator(".jl-said").first).to_have_text(words)
    expect(cell_of(page, "def collapse_time")).to_contain_text("0.9147 * radius")
    expect(cell_of(page, "def collapse_time").locator(".jp-OutputArea")).to_contain_text("Yes —")
    assert asks_nobody_else(page)


@pytest.mark.whole
def test_the_self_test_says_where_answers_are_kept(page, address):
    """Lesson 00, where the course tests what it needs."""
    open_lesson(page, address, LESSONS["start"])
    tested = page.locator(".jp-CodeCell", has_text="selftest.run()").locator(".jp-OutputArea")  # its code is folded
    expect(tested).to_contain_text("All is well: you can begin.")
    expect(tested).to_contain_text("in this browser, until this site's data are deleted: in my-logbook.sqlite")
    assert asks_nobody_else(page)


@pytest.mark.whole
def test_a_translated_lesson_is_written_in_its_language(page, address):
    """A notebook has a Python of its own, and its first cell chooses the language."""
    page.goto(f"{address}/{lite.FOLDER}/notebooks/index.html?path=es/{LESSONS['pop']}.ipynb")
    run_all(page)
    assert {box.get_attribute("lang") for box in page.locator(".jl-block").all()} == {"es"}
    page.evaluate("document.querySelectorAll('button[value=skip]').forEach(button => button.click())")
    moves(page, "Una burbuja cuando vuelve la presión")
    assert asks_nobody_else(page)
