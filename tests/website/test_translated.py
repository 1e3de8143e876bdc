"""The site in another language: its own words all through, and a way to each lesson in either language."""

import os
import re
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect
from tests.website.reading import LAPTOP, lives, opened
from website import languages
from website.lesson import prose

from jointlab import language
from jointlab.sources import course

BUILD = "import sys; from pathlib import Path; from website.build import build; build(Path(sys.argv[1]), '', 30)"
START, POP, WAIT = (course()[number] for number in (0, 3, 4))


def test_a_lesson_names_itself_in_other_languages(monkeypatch):
    assert 'href="es/00-start-here.html" hreflang="es" lang="es">Español<' in languages.others(START)
    assert languages.others(WAIT) == ""
    monkeypatch.setattr(language, "current", lambda: "es")
    assert 'href="../00-start-here.html" hreflang="en" lang="en">English<' in languages.others(START)


def test_links_to_lessons_that_are_not_translated_leave_the_build():
    text = "[uno](00-start-here.ipynb#Signos) y [**otro**](../04-why-not-twice.ipynb#Look)"
    assert prose(text) == '[uno](00-start-here.md#signos) y <a href="../04-why-not-twice.html#look">**otro**</a>'
    assert prose("[a](../03-a.ipynb) [b](../../04-b.ipynb)", outside="../../") == (
        '[a](../03-a.md) <a href="../../04-b.html">b</a>'
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The Spanish site, strictly built, from a process that speaks Spanish."""
    pytest.importorskip("furo")
    folder = tmp_path_factory.mktemp("website") / "es"
    spoken = {"JOINTLAB_LANGUAGE": "es", "PYTHONPATH": os.pathsep.join(["notebooks", "."])}
    subprocess.run([sys.executable, "-c", BUILD, str(folder)], env={**os.environ, **spoken}, check=True)
    return folder


def read(path):
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


@pytest.mark.whole
def test_every_page_of_a_translated_site_speaks_its_language(site):
    pages = {path.relative_to(site).as_posix(): read(path) for path in site.rglob("*.html")}
    assert {f"{START.file}.html", f"{POP.file}.html", "index.html", "claims.html", f"teacher/{POP.file}.html"} <= set(
        pages
    )
    assert f"{WAIT.file}.html" not in pages
    assert {page.html["lang"] for page in pages.values()} == {"es"}
    lesson = pages[f"{POP.file}.html"]
    assert lesson.find("a", hreflang="en")["href"] == f"../{POP.file}.html"
    assert "En esta página" in lesson.get_text()
    assert not re.search(r"Run All|Restart Kernel|Shift \+ Enter|JupyterLab", lesson.get_text())
    waits = pages["index.html"].find("a", class_="jl-card", href=f"../{WAIT.file}.html")
    assert "en inglés" in waits.get_text()
    assert waits.find("img")["src"] == f"../_static/faces/{WAIT.name}.png"


@pytest.mark.whole
def test_every_link_of_a_translated_site_leads_to_a_page_of_it_or_to_english(site):
    known = {lesson.file for lesson in course()} | {"index", "with-python"}
    for path in site.rglob("*.html"):
        for one in read(path).find_all("a", href=True):
            target = one["href"].partition("#")[0]
            if not target or re.match(r"\w+:", target):
                continue
            found = (path.parent / target).resolve()
            if found.is_relative_to(site.resolve()):
                assert found.exists(), f"{path.name}: {target}"
            else:
                assert found.parent == site.resolve().parent, f"{path.name}: {target}"
                assert found.stem in known, f"{path.name}: {target}"


# Buttons of an explorer that lie over each other.
OVER = """box => {
    const all = [...box.querySelectorAll("button")]
        .map(one => [one.textContent || one.className, one.getBoundingClientRect()]);
    return all.flatMap(([name, a], i) => all.slice(i + 1).filter(([, b]) => a.width && b.width &&
        a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).map(([other]) => [name, other]));
}"""


@pytest.mark.whole
def test_longer_words_hide_no_button(browser, site):
    page = opened(browser.new_page(), site, POP.file, LAPTOP)
    for number in range(page.locator(".jl-live").count()):
        assert lives(page, number).evaluate(OVER) == []
    page.close()


@pytest.mark.whole
def test_a_class_is_polled_in_its_language(browser, site):
    page = opened(browser.new_page(), site, f"teacher/{POP.file}", LAPTOP)
    page.get_by_label("Manos por B", exact=True).fill("7")
    expect(page.locator(".jl-poll").get_by_role("status")).to_have_text("Manos contadas: 7.")
    page.get_by_role("button", name="Mostrar la respuesta").click()
    expect(page.locator(".jl-right")).to_contain_text("✓ Correcto.")
    page.close()
