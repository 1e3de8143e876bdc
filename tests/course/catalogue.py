"""The catalogues of other languages: what the code says, what is translated of it, and the file that is read."""

import ast
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import nbformat
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from tests.course import house

from jointlab import sources

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
# Where words are marked.
SPOKEN = ("notebooks/jointlab", "website")
# What Babel writes into the head of a file and git knows better, or nobody asks for: it would change every time.
_HEAD = re.compile(rb'^"(?:Project-Id|Report|POT-|PO-|Last-|Language-Team|Generated).*\n', re.MULTILINE)
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)


def languages() -> list[str]:
    """Those that have a catalogue."""
    return sorted(path.parent.name for path in DATA.glob("*/jointlab.po"))


def marked() -> Catalog:
    """All that is marked in the code, each with the files that say it."""
    found = Catalog(charset="utf-8")
    for path in sorted(path for folder in SPOKEN for path in (ROOT / folder).rglob("*.py")):
        for message, context in marked_in(ast.parse(path.read_text(encoding="utf-8"))):
            found.add(message, locations=[(path.relative_to(ROOT).as_posix(), None)], context=context)
    for path in sorted((ROOT / "notebooks").glob("??/*.ipynb")):
        for words in named_in(path):
            found.add(words, locations=[(f"notebooks/{path.name}", None)])
    return found


def named_in(notebook: Path) -> Iterator[str]:
    """What the code cells of a notebook call their folds, in English: code is the same in all languages."""
    for cell in nbformat.read(notebook, 4).cells:
        code = ast.parse(cell.source if cell.cell_type == "code" else "")
        given = (node for node in ast.walk(code) if isinstance(node, ast.keyword))
        folds = (getattr(one.value, "value", "") for one in given if one.arg in ("words", "folded"))
        yield from (name for name in folds if isinstance(name, str) and name)


def marked_in(tree: ast.AST) -> Iterator[tuple[str | tuple[str, str], str | None]]:
    """Each message of a module, and its context. By its tree: what reads tokens alone misses a mark in an f-string."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        mark = getattr(node.func, "id", getattr(node.func, "attr", ""))
        words = [given.value for given in node.args if isinstance(given, ast.Constant) and isinstance(given.value, str)]
        if mark in ("_", "N_") and words:
            yield words[0], None
        if mark == "ngettext" and words:
            yield (words[0], words[1]), None
        if mark == "pgettext" and words:
            yield words[1], words[0]


def read(language: str) -> Catalog:
    """The catalogue as people have written it."""
    return read_po(io.BytesIO((DATA / language / "jointlab.po").read_bytes()), locale=language)


def written(catalogue: Catalog) -> bytes:
    """A catalogue as text."""
    text = io.BytesIO()
    write_po(
        text, catalogue, width=110, sort_by_file=True, omit_header=False, include_lineno=False, ignore_obsolete=True
    )
    return _HEAD.sub(b"", text.getvalue().lstrip())


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as the standard library reads it; what is not translated is left out."""
    data = io.BytesIO()
    catalogue.creation_date = catalogue.revision_date = _NO_DATE
    write_mo(data, catalogue)
    return data.getvalue()


def refresh(language: str) -> None:
    """Bring a catalogue up to date: new words without a translation, no words that are gone; and compile it."""
    catalogue = read(language)
    catalogue.update(marked(), no_fuzzy_matching=True)
    (DATA / language / "jointlab.po").write_bytes(written(catalogue))
    (DATA / language / "jointlab.mo").write_bytes(compiled(catalogue))
    missing = untranslated(catalogue)
    print(f"{language}: {len(catalogue)} messages, {len(missing)} of them not translated yet")


def waiting(language: str) -> set[str | tuple[str, str]]:
    """Messages that no lesson shows which is written in this language: they may stand in English until one is.

    That is, what is said only in the folders of other lessons and in models and drawings that only those need.
    """
    written = {one.name for one in sources.course() if (ROOT / "notebooks" / language / f"{one.file}.ipynb").exists()}
    begins = [
        name
        for name in house.modules()
        if house.lesson(name) in written or house.room(name) not in ("lessons", "models", "drawings")
    ]
    needed = frozenset().union(*map(house.reached_from, begins))
    later = {
        path.relative_to(ROOT).as_posix()
        for name, path in house.modules().items()
        if house.lesson(name) not in written and (house.lesson(name) or name not in needed)
    }
    return {message.id for message in marked() if {where for where, _line in message.locations} <= later}


def untranslated(catalogue: Catalog) -> list[Message]:
    """What still stands in English."""
    return [one for one in catalogue if one.id and not all(one.string if one.pluralizable else [one.string])]
