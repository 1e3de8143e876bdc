"""What carries a name in a lesson, as a teacher reads it off the screen: headings, folds, explorers with all theirs."""

import html
import re
from importlib import import_module

from tests.course.book import TAG, Book, words

from jointlab.explorers.declare import Choice, Declaration

FOLDED = re.compile(r"<summary\b[^>]*>(.*?)</summary>", re.DOTALL)


def on_the_page(book: Book) -> set[str]:
    """Headings, and the words of what folds."""
    folds = (fold for cell in book.cells if "<summary" in (said := words(cell)) for fold in FOLDED.findall(said))
    return {title for _, title in book.headings} | {html.unescape(TAG.sub("", fold)).strip() for fold in folds}


def in_explorers(lesson: str) -> set[str]:
    """Titles, buttons, controls and options of a lesson's explorers."""
    found = set()
    for one in vars(import_module(f"jointlab.lessons.{lesson}")).values():
        if isinstance(one, Declaration):
            found |= {one.title, *one.presets, *(sound.label for sound in one.sounds)}
            found |= {control.label for control in one.controls}
            found |= {
                option for control in one.controls if isinstance(control, Choice) for option in control.options.values()
            }
    return found


def asleep(book: Book) -> set[str]:
    """The headings below which an explorer sleeps until something is predicted."""
    found, heading = set(), ""
    for cell in book.cells:
        if cell.cell_type == "markdown":
            heading = re.findall(r"^#+ (.*)$", f"# {heading}\n{cell.source}", re.MULTILINE)[-1]
        elif "Explorer(" in cell.source and "unlock=" in cell.source:
            found.add(heading)
    return found
