"""The catalogues of other languages: what the code says, what is translated of it, and the file that is read."""

import io
import re
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
# Where words are marked, and by which names.
SPOKEN = ("notebooks/jointlab", "website")
# What Babel writes into the head of a file and git knows better, or nobody asks for: it would change every time.
_HEAD = re.compile(rb'^"(?:Project-Id|Report|POT-|PO-|Last-|Language-Team|Generated).*\n', re.MULTILINE)
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
MARKS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def languages() -> list[str]:
    """Those that have a catalogue."""
    return sorted(path.parent.name for path in DATA.glob("*/jointlab.po"))


def marked() -> Catalog:
    """All that is marked in the code, each with the file that says it and the translator's notes before it."""
    found = Catalog(charset="utf-8")
    for folder in SPOKEN:
        for name, _line, message, notes, context in extract_from_dir(
            ROOT / folder, [("**.py", "python")], keywords=MARKS, comment_tags=["Translators:"], strip_comment_tags=True
        ):
            found.add(message, locations=[(f"{folder}/{name}", None)], auto_comments=notes, context=context)
    return found


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
