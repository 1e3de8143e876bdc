"""The poll on each teacher's page: written from data/lessons/NAME.toml, so that page, slide and prediction agree."""

import re

from tests.course.book import READY, ROOT

from jointlab import sources
from jointlab.learn._forms import letter
from jointlab.learn._question import poll_question

PAGES = {lesson.name: ROOT / "teacher" / f"{lesson.file}.md" for lesson in READY if lesson.name != "start"}
QUOTED = re.compile(r"(?<=^## Poll question\n\n)(?:>.*\n)+", re.MULTILINE)


def block(lesson: sources.Lesson) -> str:
    """Question and options, as a quotation in Markdown."""
    asked = poll_question(lesson.name)
    options = "".join(f"> - {letter(i)}. {option}\n" for i, option in enumerate(asked.options))
    return f"> {asked.ask}\n>\n{options}"


def write() -> None:
    """Bring all pages up to date."""
    for lesson in (lesson for lesson in READY if lesson.name in PAGES):
        path = PAGES[lesson.name]
        text = QUOTED.sub(lambda _match, lesson=lesson: block(lesson), path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
