"""Reads the files of `data/` whole, or says in one sentence why not."""

import csv
import re
import tomllib
from dataclasses import fields
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from jointlab import language
from jointlab.sources.kinds import as_field, in_order
from jointlab.sources.overlay import lay_rows, lay_tables
from jointlab.sources.tables import Reference

Row = TypeVar("Row")

# Control characters, and what git writes between two versions of a line; tabs and the ends of lines are as they should.
_STRAY = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|^(?:<{7}|={7}|>{7}|\|{7})(?= |\r?$)")


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
        told = (
            language._("There is no {kind} called {name!r} in data/{file}: did you mean {close!r}?")
            if close
            else language._("There is no {kind} called {name!r} in data/{file}: look there for the names.")
        )
        raise MissingSource(told.format(kind=kind, name=name, file=file, close="".join(close))) from None


@cache
def table(path: Path, kind: type[Row], key: str | None = None, in_english: bool = False) -> dict[str, Row]:
    """The rows of a CSV file as objects of class `kind`, by their first column or by `key`. Raises DamagedData.

    Their words are those of the learner's language, as far as there are such (see `overlay`), or as they are
    `in_english`.
    """
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
            row = kind(**{name: _field(name, types[name], cell.strip()) for name, cell in cells.items()})
            in_order(row)
            if not getattr(row, key):
                raise ValueError(f"`{key}` is empty")
            if getattr(row, key) in rows:
                raise ValueError(f"{getattr(row, key)!r} stands there twice")
            rows[getattr(row, key)] = row
        if not rows:
            raise ValueError("it has no rows")
    except (ValueError, csv.Error) as error:
        raise damaged(path, f"line {reader.line_num}: {error}") from error
    words = None if in_english else translated(path)
    try:
        return lay_rows(rows, types, key, text(words)) if words else rows
    except (ValueError, csv.Error) as error:
        raise damaged(words, error) from error


def tables(path: Path, in_english: bool = False) -> dict[str, Any]:
    """The tables of a TOML file, with words as in `table`; or as they are `in_english`. Raises DamagedData."""
    laid = _toml(path)
    words = None if in_english else translated(path)
    try:
        return lay_tables(laid, _toml(words)) if words else laid
    except ValueError as error:
        raise damaged(words, error) from error


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text(path))
    except tomllib.TOMLDecodeError as error:
        raise damaged(path, error) from error


def translated(path: Path) -> Path | None:
    """The file with the words of the learner's language for a data file; None where English does."""
    if language.current() == language.ENGLISH:
        return None
    spoken = language.current()
    places = (folder / spoken / path.relative_to(folder) for folder in path.parents)
    return next((place for place in places if place.exists()), None)


def _field(name: str, kind: Any, cell: str) -> Any:
    try:
        return as_field(kind, cell)
    except ValueError as error:
        raise ValueError(f"`{name}`: {error}") from None


@cache
def bibliography(path: Path) -> dict[str, Reference]:
    """The entries of a BibTeX file by their keys. Raises DamagedData."""
    from pybtex.database import parse_string  # here, because most notebooks start without it
    from pybtex.exceptions import PybtexError

    try:
        entries = parse_string(text(path), "bibtex").entries
        if not entries:
            raise ValueError("it has no entries")
        return {key: _as_reference(key, entry) for key, entry in entries.items()}
    except (PybtexError, ValueError) as error:
        raise damaged(path, error) from error


def _as_reference(key: str, entry: Any) -> Reference:
    def field(name: str) -> str:
        return entry.fields.get(name, "").replace("``", "“").replace("''", "”").replace(r"\&", "&").strip("{}")

    people = entry.persons.get("author", [])
    surnames = [" ".join(person.prelast_names + person.last_names).strip("{}") for person in people]
    given = [" ".join(person.first_names + person.middle_names) for person in people]
    where = field("journal") or field("howpublished")
    year = field("year")
    if year and not year.isdecimal():
        raise ValueError(f"the year of {key} is {year!r}")
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
    """A whole file. Raises DamagedData, also where a half-finished merge or a broken disk has left its marks in it."""
    try:
        words = path.read_text(encoding="utf-8-sig")  # spreadsheets like to put a byte-order mark in front
    except FileNotFoundError as error:
        raise damaged(path, "it is missing") from error
    except (OSError, UnicodeDecodeError) as error:
        raise damaged(path, error) from error
    for number, line in enumerate(words.split("\n"), 1):
        mark = _STRAY.search(line)
        if mark:
            raise damaged(path, f"line {number}: {mark[0]!r} does not belong there")
    return words


def damaged(path: Path, why: object) -> DamagedData:
    """The error that says what is wrong with a data file and what to do."""
    told = language._("The data file {path} cannot be used ({why}): repair it or download the course again.")
    return DamagedData(told.format(path=path, why=why))
