"""Every constant, observation, claim and reference of the course, read from the folder `data/`.

A row becomes an object with one field per column (`rows`); an empty cell is None or "". What the columns, units and
flags mean is written in `data/README.md`.
"""

import tomllib
from pathlib import Path
from typing import Any

from jointlab.sources.read import DamagedData, MissingSource, bibliography, damaged, find, table, text
from jointlab.sources.rows import (
    BodySegment,
    Claim,
    Constant,
    Landmark,
    Lesson,
    Observation,
    Reference,
    Term,
    WarningSign,
)

__all__ = [
    "DATA",
    "BodySegment",
    "Claim",
    "Constant",
    "DamagedData",
    "Landmark",
    "Lesson",
    "MissingSource",
    "Observation",
    "Reference",
    "Term",
    "WarningSign",
    "claim",
    "claims_of",
    "constant",
    "course",
    "glossary",
    "landmarks",
    "lesson",
    "observation",
    "reference",
    "segment",
    "value",
    "warning_signs",
]

DATA = Path(__file__).resolve().parents[3] / "data"


def constant(name: str) -> Constant:
    """The constant called `name` in constants.csv. Raises MissingSource."""
    return find(table(DATA / "constants.csv", Constant), name, "constant", "constants.csv")


def value(name: str) -> float:
    """The value of the constant called `name`, in its SI unit. Raises MissingSource."""
    return constant(name).value


def observation(name: str) -> Observation:
    """The observation called `name` in observations.csv. Raises MissingSource."""
    return find(table(DATA / "observations.csv", Observation), name, "observation", "observations.csv")


def claim(id: str) -> Claim:
    """The claim with this number, such as "S13". Raises MissingSource."""
    return find(table(DATA / "claims.csv", Claim), id, "claim", "claims.csv")


def claims_of(lesson: str) -> tuple[Claim, ...]:
    """The claims that the lesson with this number examines, in the article's order. Raises MissingSource."""
    number = _outline(lesson).number
    return tuple(claim for claim in table(DATA / "claims.csv", Claim).values() if number in claim.lesson)


def reference(key: str) -> Reference:
    """The entry of references.bib with this key, such as "kawchuk2015". Raises MissingSource."""
    return find(bibliography(DATA / "references.bib"), key, "reference", "references.bib")


def segment(name: str) -> BodySegment:
    """The body segment called `name` in segments.csv, such as "female thigh". Raises MissingSource."""
    return find(table(DATA / "segments.csv", BodySegment), name, "body segment", "segments.csv")


def landmarks() -> dict[str, Landmark]:
    """The points of the upright body in landmarks.csv, by name."""
    return table(DATA / "landmarks.csv", Landmark)


def lesson(number: str) -> dict[str, Any]:
    """What lessons/NN.toml says. Raises MissingSource if there is no such lesson or it is only planned."""
    outline = _outline(number)
    path = DATA / "lessons" / f"{outline.number}.toml"
    if outline.status == "planned" and not path.exists():
        raise MissingSource(f"Lesson {outline.number} is only planned: choose one that is ready.")
    try:
        return tomllib.loads(text(path))
    except tomllib.TOMLDecodeError as error:
        raise damaged(path, error) from error


def course() -> list[Lesson]:
    """The table of contents, lesson by lesson."""
    return list(table(DATA / "course.csv", Lesson).values())


def glossary(lesson: str | None = None) -> dict[str, str]:
    """Term → meaning, of one lesson or of the whole course. Raises MissingSource."""
    number = None if lesson is None else _outline(lesson).number
    terms = table(DATA / "glossary.csv", Term).values()
    return {term.term: term.meaning for term in terms if number is None or number in term.lesson}


def warning_signs() -> list[WarningSign]:
    """The safety card: the emergencies first, then what needs a visit soon."""
    return list(table(DATA / "warning_signs.csv", WarningSign, key="sign").values())


def _outline(number: str) -> Lesson:
    return find(table(DATA / "course.csv", Lesson), number, "lesson", "course.csv")
