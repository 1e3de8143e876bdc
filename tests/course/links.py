"""How the lessons are linked to each other and listed: all of it follows from data/course.csv."""

import re
from pathlib import Path

import nbformat

from jointlab import sources

ROOT = Path(__file__).parents[2]
NOTEBOOKS = ROOT / "notebooks"
START = "[Start here: the map of the course](00-start-here.ipynb)"
HEADER = re.compile(r"^(?:← |Next: ).*$", re.MULTILINE)
LIST = re.compile(r"^- \[\d\d · .*(?:\n- \[\d\d · .*)*", re.MULTILINE)
TABLE = re.compile(r"^\| \| \|\n\| --- \| --- \|\n(?:\|.*\n)+", re.MULTILINE)


def header(lesson: sources.Lesson) -> str:
    """The line of a notebook's first cell that leads to its neighbours."""
    lessons = sources.course()
    place = lessons.index(lesson)
    if place == 0:
        return f"Next: {_link(lessons[1], ' · ')} →"
    before = f"← {START}" if place == 1 else f"← {_link(lessons[place - 1])} · {START}"
    return f"{before} · {_link(lessons[place + 1])} →" if place + 1 < len(lessons) else before


def footer(lesson: sources.Lesson) -> str:
    """The last lines of a notebook: where to go on."""
    lessons = sources.course()
    later = [other for other in lessons[lessons.index(lesson) + 1 :] if other.status == "ready"]
    on = f"**Next lesson: {_link(later[0], ' · ')} →**" if later else "**You have come to the last lesson so far.**"
    return on if lesson.name == "start" else f"{on} · {START}"


def listed() -> str:
    """The lessons that are ready, as lesson 00 lists them."""
    return "\n".join(f"- {_link(lesson, ' · ')}" for lesson in sources.course()[1:] if lesson.status == "ready")


def table() -> str:
    """The lessons that are ready, as README lists them."""
    rows = []
    for lesson in (lesson for lesson in sources.course() if lesson.status == "ready"):
        cell = f"[{lesson.number} · {lesson.title}](notebooks/{lesson.file}.ipynb)"
        if lesson.name != "start":
            cell += f" · [teacher's page](teacher/{lesson.file}.md)"
        rows.append(f"| {cell} | {lesson.about} |\n")
    return "| | |\n| --- | --- |\n" + "".join(rows)


def write() -> None:
    """Bring all of it up to date."""
    for lesson in (lesson for lesson in sources.course() if lesson.status == "ready"):
        path = NOTEBOOKS / f"{lesson.file}.ipynb"
        book = nbformat.read(path, 4)
        book.cells[0].source = HEADER.sub(lambda _match, lesson=lesson: header(lesson), book.cells[0].source)
        if book.cells[-1].id != "next":
            book.cells.append(nbformat.v4.new_markdown_cell(id="next"))
        book.cells[-1].source = footer(lesson)
        for cell in book.cells if lesson.name == "start" else ():
            if cell.cell_type == "markdown":
                cell.source = LIST.sub(lambda _match: listed(), cell.source)
        nbformat.write(book, path)
    readme = ROOT / "README.md"
    readme.write_text(TABLE.sub(lambda _match: table(), readme.read_text(encoding="utf-8")), encoding="utf-8")


def _link(lesson: sources.Lesson, between: str = " ") -> str:
    words = f"{lesson.number}{between}{lesson.title}"
    return f"[{words}]({lesson.file}.ipynb)" if lesson.status == "ready" else f"{words} *(not yet written)*"
