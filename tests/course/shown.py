"""What lessons show outside of marks: imported by marked.py, once every message stands in marks.

Words of data are not looked for: tables laid over it translate them.
"""

import contextlib
import inspect
import io
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from matplotlib.text import Text
from tests.course.marked import CLOSE, OPEN
from tests.course.said import plain, remembering, stills
from tests.pictures import gallery
from website import cells

from jointlab import sources
from jointlab.drawings.picture import Picture
from jointlab.explorers import hear
from jointlab.explorers.declare import Choice, Declaration

INNERMOST = re.compile(rf"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
WORD = r"[A-Za-z’']{2,}"
WORDS = re.compile(rf"{WORD}(?: {WORD})+|[A-Za-z’']{{4,}}")  # some in a row, or one that is no unit


def outside(words: str) -> str:
    """What stands in no mark; a mark may stand in another."""
    before = ""
    while words != before:
        before, words = words, INNERMOST.sub("|", words)
    return words


@cache
def data() -> str:
    """All words of the tables and of the lists of references."""
    paths = [path for kind in ("*.csv", "*.bib") for path in sources.DATA.glob(kind)]
    shorts = [reference.short for reference in sources.bibliography(sources.DATA / "references.bib").values()]
    return " ".join([*(" ".join(path.read_text(encoding="utf-8").split()) for path in paths), *shorts]).lower()


def unmarked(words: str) -> list[str]:
    """The words in a row that stand outside of marks and in no table."""
    return [one for one in WORDS.findall(outside(" ".join(words.split()))) if one.lower() not in data()]


def of_picture(picture: Picture) -> Iterator[str]:
    """Its description, and all its words; as one text, because a message may run through several lines."""
    yield picture.description
    yield " | ".join(text.get_text() for text in picture.figure.findobj(Text) if text.get_visible())


def of_explorer(declaration: Declaration, states: int | None) -> Iterator[str]:
    """All that it shows and says, in its first states or in all that people look at first."""
    picture = declaration.picture()
    yield from (declaration.title, declaration.goal.text, *declaration.presets)
    for control in declaration.controls:
        yield from (control.label, *(control.options.values() if isinstance(control, Choice) else [control.group]))
    yield from (sound.label for sound in declaration.sounds)
    if declaration.build:
        yield from map(declaration.build.words, (-1e9, -1.0, 0.5, 1e9))
    for _name, values in [*gallery.looked_at(declaration)][:states]:
        state = declaration.state(**values)
        picture.update(state)
        yield declaration.sentence(state)
        yield from of_picture(picture)
        if declaration.hear:
            told = hear.told(declaration.hear(state))
            yield from (told["words"], told["key"])


def labels(declaration: Declaration) -> list[str]:
    """Words of an explorer that must stand in marks even if they are short."""
    return [declaration.title, *declaration.presets, *(control.label for control in declaration.controls)]


def of_figures(lesson: sources.Lesson) -> Iterator[str]:
    for still in stills(lesson).values():
        shown = still()
        yield shown.caption
        yield from of_picture(shown.picture)


def printed(facts: ModuleType | None) -> Iterator[str]:
    """What the functions of a lesson that print or show its numbers say; one lesson has none."""
    for function in vars(facts).values() if facts else ():
        own = inspect.isfunction(function) and function.__module__ == facts.__name__
        if own and not function.__name__.startswith("_") and not inspect.signature(function).parameters:
            with contextlib.redirect_stdout(io.StringIO()) as out:
                shown = function()
            yield from out.getvalue().splitlines()
            if hasattr(shown, "_repr_html_"):
                yield from re.split(r"</?(?:td|th|summary|strong)\b[^>]*>", shown._repr_html_())


def of_lesson(lesson: sources.Lesson, states: int | None) -> dict[str, list[str]]:
    """What is not marked, by the explorer or the part of the lesson that shows it; figures, when there is time."""
    found: dict[str, list[str]] = {}
    for name, declaration in cells.declarations(lesson.name).items():
        told = {part for words in of_explorer(remembering(declaration), states) for part in unmarked(words)}
        found[name] = sorted(told | {label for label in labels(declaration) if OPEN not in label})
    package = vars(import_module(f"jointlab.lessons.{lesson.name}"))
    rest = {"facts": printed(package.get("facts"))}
    if states is None and "figures" in package:
        rest["figures"] = of_figures(lesson)
    for name, words in rest.items():
        found[name] = sorted({part for one in words for part in unmarked(plain(one))})
    return found


def everything(names: list[str], states: int | None) -> dict[str, Any]:
    return {lesson.name: of_lesson(lesson, states) for lesson in sources.course() if lesson.name in names}
