"""The pages as files: small, whole, and with no address of another host to fetch from."""

import re

import pytest
from bs4 import BeautifulSoup

pytestmark = pytest.mark.whole
LARGEST = 300_000  # bytes of a lesson's page before its first explorer is near
FETCHED = {"script": "src", "img": "src", "link": "href", "source": "src", "iframe": "src"}


@pytest.fixture(params=["00-start-here", "03-what-makes-the-pop", "15-audit-the-article"])
def lesson(request, site):
    return site / f"{request.param}.html"


def read(path):
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def test_a_lesson_is_small_until_something_comes_near(lesson):
    assert lesson.stat().st_size <= LARGEST
    assert "base64" not in lesson.read_text(encoding="utf-8")


def test_nothing_is_fetched_from_elsewhere(site):
    for path in site.rglob("*.html"):
        for tag, attribute in FETCHED.items():
            for one in read(path).find_all(tag):
                assert not re.match(r"(https?:)?//", one.get(attribute) or ""), f"{path.name}: {one}"
    for path in site.rglob("*.css"):
        assert not re.search(r"url\(['\"]?(https?:)?//", path.read_text(encoding="utf-8")), path.name


def test_every_link_inside_leads_somewhere(site):
    ids = {path: {one["id"] for one in read(path).find_all(id=True)} for path in site.rglob("*.html")}
    for path in ids:
        for one in read(path).find_all("a", href=True):
            target, _, anchor = one["href"].partition("#")
            # Of other lessons two are built here, and of other languages nothing.
            elsewhere = r"\w+:|\w\w/index\.html|.*\d\d-[\w-]+\.(html|md)"
            if re.match(elsewhere, one["href"]):
                continue
            found = (path.parent / target).resolve() if target else path
            assert found.exists(), f"{path.name}: {one['href']}"
            if anchor and found in ids:
                assert anchor in ids[found], f"{path.name}: {one['href']}"


def test_a_teachers_page_names_nothing_that_is_not_here(site):
    row = read(site / "teacher" / "03-what-makes-the-pop.html").select_one("article p")
    assert row.get_text() == "The lesson · Start here"
    assert [link.get_text() for link in row.find_all("a")] == ["The lesson", "Start here"]


def test_what_moves_and_what_asks_is_all_there(lesson, site):
    page = read(lesson)
    assert page.select(".jl-asks")
    for box in page.select(".jl-live"):
        assert (site / "_static" / "records" / f"{box['data-explorer']}.js").exists()
        assert box.find("img")["alt"], "a picture with its words stands in until it lives"
    assert len(page.select(".jl-progress")) == len(page.select(".jl-sure[data-kind=calibration]")) == 1


def test_nothing_speaks_of_running_cells(lesson):
    assert not re.search(r"Run All|Restart Kernel|Shift \+ Enter|JupyterLab", read(lesson).get_text())


def test_without_pyodide_nothing_leads_to_jupyterlite(site, lesson):
    assert not read(lesson).select(".jl-write")
    assert not (site / "lite").exists()


def test_formulas_need_no_script(site):
    page = read(site / "03-what-makes-the-pop.html")
    assert page.find("math")
    assert "$$" not in page.get_text()


def test_a_shared_link_tells_the_question(lesson):
    head = read(lesson).head
    assert head.find("meta", attrs={"name": "description"})["content"].endswith("?")
    assert head.find("meta", attrs={"property": "og:title"})["content"][:2].isdigit()


def test_all_claims_stand_in_the_ledger(site):
    claims = read(site / "claims.html").select(".jl-claim")
    assert len({claim["id"] for claim in claims}) == 88
