"""The language that a learner reads: English, or another whose words lie in `data/LANGUAGE/`.

English is the key. `_("Reset")` gives the words that stand beside "Reset" in the catalogue of the language, or "Reset"
itself where there are none; a sentence with values in it is filled afterwards: `_("{count} solved.").format(count=3)`.
So that a translator sees whole sentences, none is put together from halves, and none is an f-string.

One process speaks one language: `JOINTLAB_LANGUAGE` in its environment, or `use("es")` before the lessons are imported.
A catalogue is `jointlab.po`, which people write, and `jointlab.mo`, which the standard library reads
(`python tests/refresh.py words` makes the one of the other).
"""

import gettext
import json
import os
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any

from jointlab.data_folder import folder

ENGLISH = "en"
CATALOGUE = "jointlab.mo"

_chosen: dict[str, str] = {}
_said: dict[str, str] = {}  # words that were given → their English


def languages() -> list[str]:
    """Those that a learner can choose, English first, as their two letters."""
    return [ENGLISH, *sorted(path.parent.name for path in folder().glob(f"*/{CATALOGUE}"))]


def current() -> str:
    """The language of this process, such as "en". Raises ValueError if the course is not written in it."""
    return _known(_chosen.get("language") or os.environ.get("JOINTLAB_LANGUAGE") or ENGLISH)


def use(language: str) -> None:
    """From now on speak this language, such as "es".

    Raises ValueError if the course is not written in it, RuntimeError if words were asked for in another one already.
    """
    _known(language)
    if _words.cache_info().currsize and language != current():
        raise RuntimeError(
            f"The lessons were loaded in another language already ({current()}): restart the kernel, and let "
            f'language.use("{language}") run before anything else of the course.'
        )
    _chosen["language"] = language


def _(english: str) -> str:
    """The same in the learner's language."""
    words = _words().gettext(english) if english else ""  # to nothing gettext answers with the catalogue's head
    _said.setdefault(words, english)  # words that are looked up once more keep their English
    return words


def ngettext(one: str, many: str, count: float) -> str:
    """The words for one or for many, in the learner's language."""
    return _words().ngettext(one, many, count)


def pgettext(context: str, english: str) -> str:
    """As `_`, for words that mean several things; `context` says which is meant."""
    return _words().pgettext(context, english)


def listed(words: Sequence[str]) -> str:
    """Words as in a sentence: "radius, gap and pi"."""
    *first, last = words
    return _("{first} and {last}").format(first=", ".join(first), last=last) if first else last


def quoted(words: str) -> str:
    """Words in the quotation marks of the learner's language."""
    return _("“{words}”").format(words=words)


def N_(english: str) -> str:
    """The same: marks words that are translated where they are shown, because here they are names as well."""
    return english


def english(words: str) -> str:
    """The English of words that `_` has given; the same words if it has not.

    What is kept for good, such as the name of an explorer in the logbook, is kept by its English.
    """
    return _said.get(words, words)


def alphabetical(words: str) -> str:
    """By what words are sorted in a list: without accents and capitals."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", words.casefold()) if letter.isalnum())


def tag() -> str:
    """The attribute by which HTML says its language; "" for English, which the page around it speaks."""
    return "" if current() == ENGLISH else f' lang="{current()}"'


def script(**words: Any) -> str:
    """The first lines of a script in the page: its words in the learner's language, so that it has none of its own.

    `WORDS.name` gives one; `filled(WORDS.name, {count: 3})` fills in what stands in brackets; `LANGUAGE` is for `lang`.
    """
    return (
        f"const LANGUAGE = {json.dumps('' if current() == ENGLISH else current())};\n"
        f"const WORDS = {json.dumps(words, ensure_ascii=False)};\n"
        "const filled = (words, values) => words.replace(/\\{(\\w+)\\}/g, (_all, name) => values[name]);\n"
    )


@cache  # every number that is written asks for it
def _known(language: str) -> str:
    if language not in languages():
        raise ValueError(f"There is no course in the language {language!r}: choose one of {', '.join(languages())}.")
    return language


@cache
def _words() -> gettext.NullTranslations:
    if current() == ENGLISH:
        return gettext.NullTranslations()
    with (folder() / current() / CATALOGUE).open("rb") as file:
        return gettext.GNUTranslations(file)
