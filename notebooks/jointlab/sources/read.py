"""Reads the files of `data/` whole, or says in one sentence why not."""

import csv
from dataclasses import fields
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from jointlab.sources.tables import Reference

Row = TypeVar("Row")


class MissingSource(KeyError):
    """Nothing of that name is in the data."""

    def __str__(self) -> str:  # a KeyError would print its sentence in quotation marks
        return str(self.args[0])


class DamagedData(OSError):
    """A data file is missing or cannot be read."""


def find(rows: dict[str, Row], name: str, kind: str, file: str) -> Row:
    """The row called `name`. Raises MissingSource in words: `kind` and `file` say what was looked for, and where."""
    try:
        return rows[name]
    except KeyError:
        close = get_close_matches(str(name), rows, n=1)
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
def table(path: Path, kind: type[Row], key: str | None = None) -> dict[str, Row]:
    """The rows of a CSV file as objects of class `kind`, by their first column or by `key`. Raises DamagedData."""
    types = {column.name: column.type for column in fields(kind)}
    key = key or next(iter(types))
    rows: dict[str, Row] = {}
    reader = csv.DictReader(text(path).splitlines(keepends=True), strict=True)
    try:
        if reader.fieldnames != list(types):
            raise ValueError(f"its columns should be {', '.join(types)}")
        for cells in reader:
            if None in cells or None in cells.values():
                raise ValueError("too many or too few cells")
            row = kind(**{name: _CELL[types[name]](cell.strip()) for name, cell in cells.items()})
            if getattr(row, key) in rows:
                raise ValueError(f"{getattr(row, key)!r} stands there twice")
            rows[getattr(row, key)] = row
    except (ValueError, csv.Error) as error:
        raise damaged(path, f"line {reader.line_num}: {error}") from error
    return rows


@cache
def bibliography(path: Path) -> dict[str, Reference]:
    """The entries of a BibTeX file by their keys. Raises DamagedData."""
    from pybtex.database import parse_string  # here, because most notebooks start without it
    from pybtex.exceptions import PybtexError

    try:
        entries = parse_string(text(path), "bibtex").entries
    except PybtexError as error:
        raise damaged(path, error) from error
    return {key: _as_reference(key, entry) for key, entry in entries.items()}


def _as_reference(key: str, entry: Any) -> Reference:
    def field(name: str) -> str:
        return entry.fields.get(name, "").replace("``", "“").replace("''", "”").replace(r"\&", "&").strip("{}")

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


def text(path: Path) -> str:
    """A whole file. Raises DamagedData."""
    try:
        return path.read_text(encoding="utf-8-sig")  # spreadsheets like to put a byte-order mark in front
    except FileNotFoundError as error:
        raise damaged(path, "it is missing") from error
    except (OSError, UnicodeDecodeError) as error:
        raise damaged(path, error) from error


def damaged(path: Path, why: object) -> DamagedData:
    """The error that says what is wrong with a data file and what to do."""
    return DamagedData(f"The data file {path} cannot be used ({why}): repair it or download the course again.")
