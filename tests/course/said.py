"""Prints, as JSON, what the translated lessons say in the language of JOINTLAB_LANGUAGE: run by test_translated.py.

One process speaks one language, so a test of another one asks here.
"""

import contextlib
import io
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from math import sqrt
from typing import Any

import nbformat
from bs4 import BeautifulSoup
from tests.pictures import extents, gallery, readable
from website import cells, languages
from website.cells import Living
from website.sheets import answers, handout

from jointlab import logbook, selftest, sources
from jointlab.drawings.charts.calibration_chart import CalibrationChart
from jointlab.drawings.still import Still
from jointlab.explorers import front, hear
from jointlab.explorers.declare import Declaration
from jointlab.explorers.engine import Explorer
from jointlab.learn import Prediction, Quiz
from jointlab.learn.exercise import exercise
from jointlab.report import own_page
from jointlab.report.learners import learner

MARKUP = ("html", "said", "after", "unlocked", "bar")  # of a spec; "scores" and the like are plain


def lessons() -> list[sources.Lesson]:
    return [lesson for lesson in sources.course() if languages.notebook(lesson)]


def of_pages(lesson: sources.Lesson) -> Iterator[str]:
    """What every cell shows: printed, to read, to answer, to move."""
    for _cell, found in cells.run(nbformat.read(languages.notebook(lesson), 4)):
        for shown in found:
            if not isinstance(shown, Living):
                yield shown.text or shown.html
                continue
            if shown.stands_in is not None:
                yield shown.stands_in._repr_html_()
            if not isinstance(shown.widget, Explorer):
                spec = getattr(shown.widget, "spec", {})
                names = {key: list(spec[key].values()) for key in ("names",) if key in spec}  # their keys are English
                yield json.dumps({**spec, "steps": "", **names}, ensure_ascii=False)


def of_explorer(declaration: Declaration) -> Iterator[str]:
    picture = declaration.picture()
    yield from (declaration.title, picture.description, *declaration.presets, declaration.goal.text)
    yield from (control.label for control in declaration.controls)
    yield from (sound.label for sound in declaration.sounds)
    yield from (text.get_text() for _, text in extents.standing(picture) if hasattr(text, "get_text"))
    for state in (declaration.state(**values) for values in states(declaration)):
        yield declaration.sentence(state)
        if declaration.hear:
            heard = hear.told(declaration.hear(state))
            yield from (heard["words"], heard["key"])


def of_checks(lesson: sources.Lesson) -> Iterator[str]:
    """What is said to usual mistakes of a first line."""
    book = logbook.Logbook(None)
    lines = [
        lambda a, b, c: 0.5,
        lambda a, b, c: None,
        lambda a, b, c: "1",
        lambda a, b, c: (1, 2),
        lambda a, b, c: 1 / 0,
        lambda a, b, c: unknown,  # noqa: F821
        lambda a: a,
        lambda a, b, c: a * b,
        lambda a, b, c: -sqrt(a / b),
    ]
    for name in sources.lesson(lesson.name)["build"]:
        check = exercise(lesson.name, name)
        names = check.inputs
        right = lambda *given, check=check, names=names: float(check.reference(**dict(zip(names, given, strict=True))))  # noqa: E731
        for attempt in (..., 3, *lines, lambda *given, right=right: 2 * right(*given), right):
            yield check(attempt, logbook=book)._repr_html_()


def of_a_report() -> Iterator[str]:
    """The page of somebody who has answered the translated lessons, some of it wrongly."""
    book = logbook.Logbook(None)
    for lesson in lessons():
        tables = sources.lesson(lesson.name)
        for name in tables["predict"]:
            Prediction(lesson.name, name, logbook=book).answer(f"prediction {lesson.name}/{name}", "0|70")
            book.record("outcome", f"{lesson.name}/{name}", {})
        for name in tables["quiz"]:
            Quiz(lesson.name, book).answer(f"quiz {lesson.name}/{name}", "0")
        for name in tables["build"]:
            exercise(lesson.name, name)(lambda a, b, c: 0.5, logbook=book)
        for claim in sources.claims_of(lesson.name):
            book.record("judgement", claim.id, {"judgement": "no data", "lesson": lesson.name})
    page = own_page.page(learner(book, "Ana"))
    yield page[page.index("<main>") :]


def faults(declaration: Declaration) -> Iterator[str]:
    """Words that cannot be read, in any state that people look at first."""
    picture = declaration.picture()
    for values in states(declaration):
        picture.update(declaration.state(**values))
        yield from (f"{declaration.name}, {values}: {fault}" for fault in readable.unreadable_in(picture))


def states(declaration: Declaration) -> list[dict[str, Any]]:
    """What people see first, what the buttons show, and some of the ends of everything."""
    return [values for _name, values in gallery.looked_at(declaration)][:8]


def everything() -> dict[str, Any]:
    said: dict[str, list[str]] = {"the page": [*front.WORDS.values()]}
    unreadable = [f"calibration: {fault}" for fault in readable.unreadable_in(CalibrationChart())]
    for lesson in lessons():
        explorers = cells.declarations(lesson.name).values()
        said[f"cells of {lesson.name}"] = list(of_pages(lesson))
        said[f"checks of {lesson.name}"] = list(of_checks(lesson))
        said[f"sheets of {lesson.name}"] = [handout(lesson), answers(lesson)]
        for one in map(remembering, explorers):
            said[one.name] = list(of_explorer(one))
            unreadable += faults(one)
        for name, still in stills(lesson).items():
            unreadable += [f"{name}: {fault}" for fault in readable.unreadable_in(still().picture)]
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        selftest.run()
    said["selftest"] = [printed.getvalue()]
    said["report"] = list(of_a_report())
    names = {one.name: one.goal.key for lesson in lessons() for one in cells.declarations(lesson.name).values()}
    return {
        "said": {where: [plain(one) for one in words] for where, words in said.items()},
        "unreadable": unreadable,
        "goals": names,
    }


def remembering(declaration: Declaration) -> Declaration:
    """The same explorer, which calculates a state once."""
    return replace(declaration, model=cache(declaration.model))


def stills(lesson: sources.Lesson) -> dict[str, Callable[[], Still]]:
    """The still figures of a lesson, as `gallery.stills`, but of this lesson alone: to import all takes long."""
    figures = vars(import_module(f"jointlab.lessons.{lesson.name}.figures"))
    return {name: one for name, one in figures.items() if getattr(one, "__annotations__", {}).get("return") is Still}


def plain(words: str) -> str:
    """Without markup."""
    return " ".join(BeautifulSoup(words, "html.parser").get_text(" ").split())


if __name__ == "__main__":
    json.dump(everything(), sys.stdout, ensure_ascii=False)
