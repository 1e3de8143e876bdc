"""The polls of the teacher's pages and the slides that show them: written from data/lessons/NAME.toml, so that page,
slide and prediction agree."""

import re

import nbformat
from tests.course.book import READY, ROOT

from jointlab import sources
from jointlab.learn._forms import letter
from jointlab.learn._question import poll_question

TAUGHT = [lesson for lesson in READY if lesson.name != "start"]
PAGES = {lesson.name: ROOT / "teacher" / f"{lesson.file}.md" for lesson in TAUGHT}
SLIDES = ROOT / "teacher" / "poll-slides.ipynb"
QUOTED = re.compile(r"(?<=^## Poll question\n\n)(?:>.*\n)+", re.MULTILINE)
_OPENING = """# Poll slides

One question for each lesson. **To begin, choose *Run → Run All Cells* in the menu.** Open the table of contents \
(Ctrl + Shift + K), go to your lesson, and choose *Full screen*. Let everybody write down an answer first; then count \
hands, and type the numbers or press **+1**. *Show the answer* when the lesson has come to it, *Ask again* at its end. \
Nothing is stored or sent. [For every lesson](README.md)"""
_FOLDED = {"jupyter": {"source_hidden": True}, "tags": ["hide-input"]}
_FIND = 'import sys\n\nsys.path.append("../notebooks")  # for a Python in which the course is not installed'
_LAST = 'learn.ready("✓ Ready: all slides have run.", "This is the end of the slides.")'


def block(lesson: sources.Lesson) -> str:
    """Question and options, as a quotation in Markdown."""
    asked = poll_question(lesson.name)
    options = "".join(f"> - {letter(i)}. {option}\n" for i, option in enumerate(asked.options))
    return f"> {asked.ask}\n>\n{options}"


def slides() -> list[nbformat.NotebookNode]:
    """The cells of the notebook with all slides, without what they show."""
    new = nbformat.v4
    cells = [
        new.new_markdown_cell(_OPENING, id="opening"),
        new.new_code_cell(_FIND, id="find", metadata=_FOLDED),
        new.new_code_cell("from jointlab import learn\n\nlearn.begin()", id="course", metadata=_FOLDED),
    ]
    for lesson in TAUGHT:
        head = (
            f"## {lesson.number} · {lesson.title}\n\n"
            f"[Teacher's page]({lesson.file}.md) · [The lesson](../notebooks/{lesson.file}.ipynb)"
        )
        cells.append(new.new_markdown_cell(head, id=f"about-{lesson.name}"))
        cells.append(new.new_code_cell(f'learn.Poll("{lesson.name}")', id=f"poll-{lesson.name}", metadata=_FOLDED))
    cells.append(new.new_code_cell(_LAST, id="ready", metadata=_FOLDED))
    return cells


def write() -> None:
    """Bring all pages and slides up to date; what the slides show is stored by running them."""
    for lesson in TAUGHT:
        path = PAGES[lesson.name]
        text = QUOTED.sub(lambda _match, lesson=lesson: block(lesson), path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
    nbformat.write(nbformat.v4.new_notebook(cells=slides()), SLIDES)
