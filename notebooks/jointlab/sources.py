"""Every constant, observation, claim and reference of the course, read from the folder `data/`.

A row becomes an object with one field per column; an empty cell is None or "". What the columns, units and
flags mean is written in `data/README.md`.
"""

import csv
import tomllib
from dataclasses import dataclass, fields
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

DATA = Path(__file__).resolve().parents[2] / "data"

Row = TypeVar("Row")


class MissingSource(KeyError):
    """Nothing of that name is in the data."""

    def __str__(self) -> str:  # a KeyError would print its sentence in quotation marks
        return str(self.args[0])


class DamagedData(OSError):
    """A data file is missing or cannot be read."""


@dataclass(frozen=True)
class Constant:
    """What a model or drawing needs: a value in SI units and the range worth trying."""

    name: str
    symbol: str
    value: float
    unit: str
    low: float
    high: float
    flag: str
    key: str
    note: str


@dataclass(frozen=True)
class Observation:
    """What somebody measured, in SI units; `low` and `high` as the note says, `n` the size of the sample."""

    name: str
    what: str
    value: float
    unit: str
    low: float | None
    high: float | None
    n: int | None
    joint: str
    flag: str
    key: str
    note: str


@dataclass(frozen=True)
class Claim:
    """One claim of the article, its verdict and the lessons that examine it; `sources` are reference keys."""

    id: str
    article_section: str
    claim: str
    verdict: str
    grade: str
    sources: tuple[str, ...]
    teacher_note: str
    lesson: tuple[str, ...]


@dataclass(frozen=True)
class Lesson:
    """One line of the course's table of contents; `status` is ready or planned."""

    number: str
    slug: str
    title: str
    question: str
    part: str
    minutes: int
    status: str


@dataclass(frozen=True)
class Term:
    """One entry of the glossary."""

    term: str
    meaning: str
    lesson: tuple[str, ...]


@dataclass(frozen=True)
class WarningSign:
    """One line of the safety card; `when` is now (emergency) or soon (ask for a visit)."""

    when: str
    sign: str
    flag: str
    key: str


@dataclass(frozen=True)
class Reference:
    """One entry of references.bib; `where` is the journal or site, `short` is like "Kawchuk et al. 2015"."""

    key: str
    authors: tuple[str, ...]
    year: int | None
    title: str
    where: str
    doi: str
    url: str
    short: str
    note: str


def constant(name: str) -> Constant:
    """The constant called `name` in constants.csv. Raises MissingSource."""
    return _find(_table(DATA / "constants.csv", Constant), name, "constant", "constants.csv")


def value(name: str) -> float:
    """The value of the constant called `name`, in its SI unit. Raises MissingSource."""
    return constant(name).value


def observation(name: str) -> Observation:
    """The observation called `name` in observations.csv. Raises MissingSource."""
    return _find(_table(DATA / "observations.csv", Observation), name, "observation", "observations.csv")


def claim(id: str) -> Claim:
    """The claim with this number, such as "S13". Raises MissingSource."""
    return _find(_table(DATA / "claims.csv", Claim), id, "claim", "claims.csv")


def claims_of(lesson: str) -> tuple[Claim, ...]:
    """The claims that the lesson with this number examines, in the article's order. Raises MissingSource."""
    number = _outline(lesson).number
    return tuple(claim for claim in _table(DATA / "claims.csv", Claim).values() if number in claim.lesson)


def reference(key: str) -> Reference:
    """The entry of references.bib with this key, such as "kawchuk2015". Raises MissingSource."""
    return _find(_references(DATA / "references.bib"), key, "reference", "references.bib")


def lesson(number: str) -> dict[str, Any]:
    """What lessons/NN.toml says. Raises MissingSource if there is no such lesson or it is only planned."""
    outline = _outline(number)
    path = DATA / "lessons" / f"{outline.number}.toml"
    if outline.status == "planned" and not path.exists():
        raise MissingSource(f"Lesson {outline.number} is only planned: choose one that is ready.")
    try:
        return tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise _damaged(path, error) from error


def course() -> list[Lesson]:
    """The table of contents, lesson by lesson."""
    return list(_table(DATA / "course.csv", Lesson).values())


def glossary(lesson: str | None = None) -> dict[str, str]:
    """Term → meaning, of one lesson or of the whole course. Raises MissingSource."""
    number = None if lesson is None else _outline(lesson).number
    terms = _table(DATA / "glossary.csv", Term).values()
    return {term.term: term.meaning for term in terms if number is None or number in term.lesson}


def warning_signs() -> list[WarningSign]:
    """The safety card: the emergencies first, then what needs a visit soon."""
    return list(_table(DATA / "warning_signs.csv", WarningSign, key="sign").values())


def _outline(number: str) -> Lesson:
    return _find(_table(DATA / "course.csv", Lesson), number, "lesson", "course.csv")


def _find(table: dict[str, Row], name: str, kind: str, file: str) -> Row:
    try:
        return table[name]
    except KeyError:
        close = get_close_matches(str(name), table, n=1)
        advice = f"did you mean {close[0]!r}?" if close else "look there for the names."
        raise MissingSource(f"There is no {kind} called {name!r} in data/{file}: {advice}") from None


# What a cell becomes, by the type of its field.
_CELL = {
    str: str,
    int: int,
    float: float,
    int | None: lambda cell: int(cell) if cell else None,
    float | None: lambda cell: float(cell) if cell else None,
    tuple[str, ...]: lambda cell: tuple(cell.split()),
}


@cache
def _table(path: Path, kind: type[Row], key: str | None = None) -> dict[str, Row]:
    """The rows of a CSV file as objects of class `kind`, by their first column or by `key`."""
    types = {column.name: column.type for column in fields(kind)}
    key = key or next(iter(types))
    table: dict[str, Row] = {}
    reader = csv.DictReader(_text(path).splitlines(keepends=True), strict=True)
    try:
        if reader.fieldnames != list(types):
            raise ValueError(f"its columns should be {', '.join(types)}")
        for cells in reader:
            if None in cells or None in cells.values():
                raise ValueError("too many or too few cells")
            row = kind(**{name: _CELL[types[name]](cell.strip()) for name, cell in cells.items()})
            if getattr(row, key) in table:
                raise ValueError(f"{getattr(row, key)!r} stands there twice")
            table[getattr(row, key)] = row
    except (ValueError, csv.Error) as error:
        raise _damaged(path, f"line {reader.line_num}: {error}") from error
    return table


@cache
def _references(path: Path) -> dict[str, Reference]:
    from pybtex.database import parse_string  # here, because most notebooks start without it
    from pybtex.exceptions import PybtexError

    try:
        entries = parse_string(_text(path), "bibtex").entries
    except PybtexError as error:
        raise _damaged(path, error) from error
    return {key: _as_reference(key, entry) for key, entry in entries.items()}


def _as_reference(key: str, entry: Any) -> Reference:
    def field(name: str) -> str:
        return entry.fields.get(name, "").replace("``", "“").replace("''", "”").strip("{}")

    people = entry.persons.get("author", [])
    surnames = [" ".join(person.prelast_names + person.last_names).strip("{}") for person in people]
    given = [" ".join(person.first_names + person.middle_names) for person in people]
    where = field("journal") or field("howpublished")
    year = field("year")
    return Reference(
        key=key,
        authors=tuple(f"{first} {last}".strip() for first, last in zip(given, surnames, strict=True)),
        year=int(year) if year else None,
        title=field("title"),
        where=where,
        doi=field("doi"),
        url=_address(field("doi"), field("pmid"), field("url")),
        short=f"{_who(surnames) or where} {year}".strip(),
        note=field("note"),
    )


def _who(surnames: list[str]) -> str:
    if len(surnames) > 2 or "others" in surnames:
        return f"{surnames[0]} et al."
    return " & ".join(surnames)


def _address(doi: str, pmid: str, url: str) -> str:
    if doi:
        return f"https://doi.org/{doi}"
    return f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/" if pmid else url


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")  # spreadsheets like to put a byte-order mark in front
    except FileNotFoundError as error:
        raise _damaged(path, "it is missing") from error
    except (OSError, UnicodeDecodeError) as error:
        raise _damaged(path, error) from error


def _damaged(path: Path, why: object) -> DamagedData:
    return DamagedData(f"The data file {path} cannot be used ({why}): repair it or download the course again.")
