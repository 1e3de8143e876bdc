"""A lesson's notebook, cut the way the tests need it."""

import html
import re
from functools import cache
from pathlib import Path

import nbformat

from jointlab import sources

ROOT = Path(__file__).parents[2]
NOTEBOOKS = ROOT / "notebooks"
READY = [lesson for lesson in sources.course() if lesson.status == "ready"]
FOLD = re.compile(r"<details\b.*?</details>", re.DOTALL)
TAG = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL)


def words(cell) -> str:
    """All that a cell says: prose, or printed words and pages with the words of their pictures."""
    if cell.cell_type == "markdown":
        return cell.source
    said = []
    for output in cell.outputs:
        data = output.get("data", {})
        said.append(output.get("text", "") or data.get("text/html", "") or data.get("text/plain", ""))
    return "\n".join(said)


def unfolded(cell) -> str:
    """What of it stands open, as it is stored."""
    without = FOLD.sub(" ", words(cell))
    assert "<details" not in without, "a fold in a fold, or one that never ends"
    return without


def in_sight(cell) -> str:
    """The words that a reader sees of a cell without opening anything."""
    return html.unescape(TAG.sub(" ", unfolded(cell)))


def alternatives(cell) -> str:
    """What its open pictures say to somebody who does not see them."""
    return html.unescape(" ".join(re.findall(r'alt="([^"]*)"', unfolded(cell))))


class Book:
    """One lesson: its cells, its prose, and what its checked cells print; `path`: of a translated one."""

    def __init__(self, lesson: sources.Lesson, path: Path | None = None):
        self.lesson = lesson
        self.path = path or NOTEBOOKS / f"{lesson.file}.ipynb"
        self.cells = nbformat.read(self.path, 4).cells
        self.markdown = [cell.source for cell in self.cells if cell.cell_type == "markdown"]
        self.code = [cell for cell in self.cells if cell.cell_type == "code"]
        self.prose = "\n\n".join(self.markdown)

    @property
    def headings(self) -> list[tuple[int, str]]:
        text = re.sub(r"```.*?```", "", self.prose, flags=re.DOTALL)
        return [(len(marks), title.strip()) for marks, title in re.findall(r"^(#+) (.*)$", text, re.MULTILINE)]

    @property
    def checked(self) -> str:
        """All that the cells marked as checked print or show in words; a run compares the one as it does the other."""
        marked = [cell for cell in self.code if "nbval-check-output" in cell.metadata.get("tags", [])]
        outputs = [output for cell in marked for output in cell.outputs]
        return "\n".join(output.get("text", "") or output.data["text/plain"] for output in outputs)


@cache
def book_of(lesson: sources.Lesson) -> Book:
    """The notebook of a lesson, read once for all tests."""
    return Book(lesson)
