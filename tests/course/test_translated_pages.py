"""A teacher's page in another language is the English one: same parts, minutes and letters; its names are on screen."""

import gettext
import re
import tomllib
from pathlib import Path

import pytest
from tests.course import named
from tests.course.book import NOTEBOOKS, ROOT, Book
from tests.course.polls import PAGES

from jointlab import sources
from jointlab.learn._forms import letter

TEACHER = ROOT / "teacher"
PARTS = {
    "es": [
        "Antes de la clase",
        "20 minutos",
        "50 minutos",
        "Pregunta de la encuesta",
        "Respuestas",
        "Respuestas equivocadas que oirás, y qué decir",
        "Dibujo en la pizarra",
        "Qué dejar fuera",
        "Para ir más lejos",
        "Dónde encaja",
        "Cuándo parar",
        "Lo que esta lección no es",
        "Con qué tener cuidado",
        "En papel",
    ]
}
ON_THE_BOARD = PARTS["es"].index("Dibujo en la pizarra")
IN_THE_MENU = "Run → Run All Cells"


@pytest.fixture(params=sorted(TEACHER.glob("??/*.md")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def page(request) -> Path:
    return request.param


def parts(text: str) -> list[tuple[str, str]]:
    """Each part: its heading, and what stands below."""
    return re.findall(r"^## ([^\n]*)\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)


def lesson_of(page: Path) -> sources.Lesson:
    return next(lesson for lesson in sources.course() if lesson.file == page.stem)


def test_it_has_the_same_parts_minutes_and_letters(page):
    own, english = (path.read_text(encoding="utf-8") for path in (page, PAGES[lesson_of(page).name]))
    assert [heading for heading, _ in parts(own)] == PARTS[page.parent.name]
    for (heading, told), (_, meant) in zip(parts(own), parts(english), strict=True):
        assert told.strip(), heading
        for mark in (r"^\| \d+–\d+ \|", r"\| ([A-F]): ", r"\*\*([A-F])\*\*", r"^> - [A-F]\.", r"`\d[^`]*\(.*\)`"):
            assert re.findall(mark, told, re.MULTILINE) == re.findall(mark, meant, re.MULTILINE), heading


def test_its_poll_is_the_prediction_of_the_lesson(page):
    words = sources.DATA / page.parent.name / "lessons" / f"{lesson_of(page).name}.toml"
    poll = next(iter(tomllib.loads(words.read_text(encoding="utf-8"))["predict"].values()))
    options = "".join(f"> - {letter(i)}. {option}\n" for i, option in enumerate(poll["options"]))
    assert f"\n> {poll['question']}\n>\n{options}" in page.read_text(encoding="utf-8")


def test_what_it_names_is_there_under_this_name(page):
    text = "".join(told for n, (_, told) in enumerate(parts(page.read_text(encoding="utf-8"))) if n != ON_THE_BOARD)
    said = set(re.findall(r"(?<!\*)\*([A-ZÁÉÍÓÚ¿0-9][^*|\n]+)\*(?!\*)", text)) - {IN_THE_MENU}
    lesson = lesson_of(page)
    with (sources.DATA / page.parent.name / "jointlab.mo").open("rb") as file:
        translated = gettext.GNUTranslations(file).gettext
    book = Book(lesson, NOTEBOOKS / page.parent.name / f"{page.stem}.ipynb")
    there = named.on_the_page(book) | {translated(name) for name in named.in_explorers(lesson.name)}
    there.add(translated("Show me without predicting"))
    assert {name for name in said if not any(one.startswith(name) for one in there)} == set()


def test_its_links_lead_somewhere(page):
    for target in re.findall(r"\]\((?!https?://)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
