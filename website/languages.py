"""The site in other languages: where its notebooks lie, and how pages of one language lead to those of another.

One process speaks one language, so each is built in a process of its own: English at the root of the site, the others
in a folder with their name, such as `es/`. A lesson that is not translated is linked in English, and says so.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from html import escape
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from jointlab import language
from jointlab.language import ENGLISH, N_, _
from jointlab.sources import Lesson

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
# What languages call themselves.
NAMES = {ENGLISH: "English", "es": "Español"}


def notebook(lesson: Lesson, spoken: str = "") -> Path | None:
    """The notebook of a lesson in a language, that of this process if none is named; None if it is not translated."""
    spoken = spoken or language.current()
    path = NOTEBOOKS / ("" if spoken == ENGLISH else spoken) / f"{lesson.file}.ipynb"
    return path if path.exists() else None


def is_english() -> bool:
    """Whether this process builds the root of the site."""
    return language.current() == ENGLISH


def address(page: str, there: bool) -> str:
    """Where a page is found: beside the others of this language if it is `there`, else at the root of the site."""
    return page if there or is_english() else f"../{page}"


def others(lesson: Lesson) -> str:
    """Links from a lesson to the same in other languages, as HTML; "" if there is none."""
    return _links(f"{lesson.file}.html", [spoken for spoken in language.languages() if notebook(lesson, spoken)])


def front_pages() -> str:
    """Links from the first page to that of other languages, as HTML."""
    return _links("index.html", language.languages())


def _links(page: str, languages: Sequence[str]) -> str:
    links = []
    for spoken in languages:
        if spoken != language.current():
            to = ("" if is_english() else "../") + ("" if spoken == ENGLISH else f"{spoken}/") + page
            links.append(f'<a href="{to}" hreflang="{spoken}" lang="{spoken}">{escape(NAMES[spoken])}</a>')
    label = escape(_("This page in another language"))
    return f'<nav class="jl-languages" aria-label="{label}">{" · ".join(links)}</nav>' if links else ""


# What the theme says that Sphinx does not know in every language.
THEME = (
    N_("On this page"), N_("Back to top"), N_("Link to this heading"), N_("Previous"), N_("Next"), N_("Home"),
)  # fmt: skip


def write_theme(source: Path) -> None:
    """Give Sphinx the words of the theme, in the folder of `source` where it looks for them."""
    if is_english():
        return
    catalogue = Catalog(locale=language.current())
    for words in THEME:
        catalogue.add(words, _(words))
    folder = source / "locales" / language.current() / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "sphinx.mo").open("wb") as file:
        write_mo(file, catalogue)


def build_others(site: Path, address: str) -> None:
    """Build the site in all other languages, each below `site`. Raises subprocess.CalledProcessError."""
    for spoken in language.languages()[1:]:
        command = [sys.executable, "-m", "website", str(site / spoken)]
        if address:
            command += ["--address", f"{address}/{spoken}"]
        subprocess.run(command, check=True, env={**os.environ, "JOINTLAB_LANGUAGE": spoken})
