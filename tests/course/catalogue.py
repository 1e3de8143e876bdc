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
        for words in said_in_code(nbformat.read(path, 4)):
            found.add(words, locations=[(path.relative_to(ROOT).as_posix(), None)])
    return found


def said_in_code(notebook: nbformat.NotebookNode) -> Iterator[str]:
    """The words that code cells of a notebook give to `learn.found`: its code is English in every language."""
    for cell in notebook.cells:
        for node in ast.walk(ast.parse(cell.source)) if cell.cell_type == "code" else ():
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "found":
                yield from (given.value.value for given in node.keywords if given.arg == "words")


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


def untranslated(catalogue: Catalog) -> list[Message]:
    """What still stands in English."""
    return [one for one in catalogue if one.id and not all(one.string if one.pluralizable else [one.string])]
