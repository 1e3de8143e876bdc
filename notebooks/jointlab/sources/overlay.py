"""Lays the words of another language over the English data: words alone, never a number, a flag, a unit or a key.

A table `data/es/NAME.csv` has the rows' names in its first column and columns of words behind it; where a table is
known by words (a term of the glossary), the first column is called `english`. `data/es/lessons/NAME.toml` has the shape
of the English file, with the words alone; of a list of tables, each names the one that is meant by its `name`. What is
not there, or empty, stays English.
"""

import csv
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from jointlab.sources.kinds import Words

Row = TypeVar("Row")

# What a learner reads in a file of a lesson; the rest is how it works.
WORDED = {
    "question",
    "ask",
    "asks",
    "options",
    "because",
    "misconception",
    "hint",
    "says",
    "tells",
    "known",
    "late",
    "early",
}


def lay_rows(rows: dict[str, Row], types: Mapping[str, Any], key: str, text: str) -> dict[str, Row]:
    """The same rows with the words in the CSV `text` in place of their own. Raises ValueError, csv.Error."""
    reader = csv.DictReader(text.splitlines(keepends=True), strict=True)
    first, *columns = reader.fieldnames or [""]
    named = "english" if types[key] is Words else key
    if first != named:
        raise ValueError(f"its first column should be {named}")
    if other := [column for column in columns if types.get(column) is not Words]:
        raise ValueError(f"`{other[0]}` is no column of words")
    laid = dict(rows)
    for cells in reader:
        name = cells.pop(first)
        if None in cells or None in cells.values():
            raise ValueError(f"{name!r} has too many or too few cells")
        if name not in rows:
            raise ValueError(f"there is no {name!r} in the English table")
        laid[name] = replace(rows[name], **{column: cell.strip() for column, cell in cells.items() if cell.strip()})
    return laid


def lay_tables(english: Mapping[str, Any], words: Mapping[str, Any], where: str = "") -> dict[str, Any]:
    """The same tables of a TOML file with these `words` in place of their own. Raises ValueError."""
    laid = dict(english)
    for key, given in words.items():
        here = f"{where}.{key}".removeprefix(".")
        if key not in english:
            raise ValueError(f"there is no [{here}] in the English file")
        laid[key] = _laid(english[key], given, here, key in WORDED)
    return laid


def _laid(own: Any, given: Any, here: str, worded: bool) -> Any:
    if isinstance(own, dict) and isinstance(given, dict):
        return lay_tables(own, given, here)
    if _is_tables(own) and _is_tables(given):
        return _each(own, given, here)
    if not worded:
        raise ValueError(f"`{here}` holds no words that a learner reads")
    fits = isinstance(own, str) and isinstance(given, str)
    if not fits and not (_is_texts(own) and _is_texts(given) and len(own) == len(given)):
        raise ValueError(f"`{here}` should be words as in the English file, and as many")
    return given


def _each(own: list[dict], given: list[dict], here: str) -> list[dict]:
    """Tables with names, in the order of the English file."""
    laid = {table.get("name"): table for table in own}
    for table in given:
        name = table.get("name")
        if name not in laid:
            raise ValueError(f"there is no {name!r} in [[{here}]] of the English file")
        laid[name] = lay_tables(laid[name], {key: words for key, words in table.items() if key != "name"}, here)
    return list(laid.values())


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
