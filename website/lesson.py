"""A lesson as Markdown: its prose, its pictures as files, and boxes for what lives in it."""

import base64
import hashlib
import html
import json
import re
from html import escape
from pathlib import Path
from typing import Any

from jointlab import language
from jointlab.explorers.declare import Declaration
from jointlab.explorers.engine import View
from jointlab.language import _
from jointlab.learn.alone import opening
from jointlab.sources import Lesson
from website import cells, living
from website.cells import Living
from website.languages import address as languages_address
from website.languages import others

_LINK = re.compile(r"\]\((?:([\w./-]*?[\w-]+)\.ipynb)?(#[^)]*)?\)")
# What a page cannot do: run cells, and answer to what is written in them. By the language of the prose.
_RUNS = {
    "en": re.compile(
        r"\*\*To begin, choose \*Run → Run All Cells\* in the menu\.\*\* ?"
        r"| (?:Then press|Press) \*\*Shift \+ Enter\*\*\.| and press \*\*Shift \+ Enter\*\*(?=\.)"
        r"| Wrong turns are welcome[;:] each gets an answer\.| Each wrong turn gets an answer\."
    ),
    "es": re.compile(
        r"\*\*Para empezar, elige en el menú \*Run → Run All Cells\*\*\* \(«[^»]*»\)\. ?"
        r"| Después pulsa \*\*Shift \+ Enter\*\*\.| y pulsa \*\*Shift \+ Enter\*\* \([^)]*\)(?=\.)"
    ),
}
_PICTURE = re.compile(r'width="(\d+)" src="data:image/png;base64,([^"]*)"')
_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)  # it scrolls sideways where it is wider than the page
_STATE = re.compile(r'<script type="application/json">(.*?)</script>', re.DOTALL)
LONG = 60_000  # letters of questions, of which all but the first are loaded when they come near
ONLY_IN_NOTEBOOKS = "only-in-notebooks"  # tag of a cell that has no meaning on a page
_YOURS = f"### {_('Your line in the picture')}"


class Page:
    """One lesson as it is written: `text`, and the `explorers` that play in it.

    Pictures, and the words of many questions, go below `static` as files: a page is small, and they are loaded when
    they come near. `to_write`: HTML that leads to where the learner's lines can be written, "{lesson}" in it for the
    name of the notebook; "" where there is no such place.
    """

    def __init__(self, lesson: Lesson, notebook: Any, static: Path, address: str = "", to_write: str = ""):
        self.lesson = lesson
        self.static = static
        self.to_write = to_write.format(lesson=lesson.file)
        self.explorers: list[Declaration] = []
        parts = [self._cell(cell, shown) for cell, shown in _without_yours(list(cells.run(notebook)))]
        self.text = (
            "\n\n".join([self._head(address), *filter(None, [raw(others(lesson)) if others(lesson) else "", *parts])])
            + "\n"
        )

    def _head(self, address: str) -> str:
        return head(f"{self.lesson.number} · {self.lesson.title}", self.lesson.question, self.lesson.name, address)

    def _cell(self, cell: Any, shown: list[cells.Shown]) -> str:
        if ONLY_IN_NOTEBOOKS in cell.metadata.get("tags", []):
            return ""
        if cell.cell_type == "markdown":
            return prose(cell.source)
        if cells.is_written_by_the_learner(cell):
            return f"```python\n{cell.source}\n```\n\n{raw(_write() + self.to_write)}"
        self.explorers += [one.declaration for one in living.explorers(shown)]
        return "\n\n".join(raw(self._small(found)) for one in shown if (found := _html(one)))

    def _small(self, text: str) -> str:
        """The same HTML, what is large in it kept as files."""

        def kept(match: re.Match) -> str:
            data = base64.b64decode(match[2])
            name = f"{hashlib.sha256(data).hexdigest()[:16]}.png"
            (self.static / "pictures" / name).write_bytes(data)
            wide, high = (int.from_bytes(data[at : at + 4]) for at in (16, 20))  # as a PNG says them
            height = round(int(match[1]) * high / wide)
            return f'width="{match[1]}" height="{height}" loading="lazy" src="_static/pictures/{name}"'

        def moved(match: re.Match) -> str:
            if len(match[1]) < LONG:
                return match[0]
            state = json.loads(match[1])
            spec = json.dumps(state["spec"], ensure_ascii=False, separators=(",", ":"))
            name = hashlib.sha256(spec.encode()).hexdigest()[:16]
            (self.static / "asks" / f"{name}.js").write_text(f'jointlab.brings("{name}", {spec});\n', encoding="utf-8")
            state["spec"] = opening(state["spec"])
            return living.data(state, f' data-late="{name}"')

        return _TABLE.sub(r'<div class="jl-table">\g<0></div>', _STATE.sub(moved, _PICTURE.sub(kept, text)))


def prose(text: str, outside: str = "../") -> str:
    """Markdown of a notebook, with links to pages in place of notebooks. What begins with `outside` is of another
    build: a lesson that is not translated, at the root of the site."""
    elsewhere = re.compile(rf"\[([^\]]*)\]\(({re.escape(outside)}[\w-]+)\.ipynb(#[^)]*)?\)")
    text = elsewhere.sub(lambda found: f'<a href="{found[2]}.html{(found[3] or "").lower()}">{found[1]}</a>', text)

    def link(match: re.Match) -> str:
        page, anchor = match[1], match[2] or ""
        return f"]({f'{page}.md' if page else ''}{anchor.lower()})"

    return _LINK.sub(link, _RUNS[language.current()].sub("", text))


def _write() -> str:
    """What a page says below lines that can only be read there."""
    told = escape(
        _(
            "Here you can only read these lines. Try yours on paper, then open the solution. To write and run it, "
            "{python}."
        )
    )
    link = f'<a href="{languages_address("with-python.html", False)}">{escape(_("open the course with Python"))}</a>'
    return f'<p class="jl-coarse">{told.format(python=link)}</p>'


def raw(text: str) -> str:
    """HTML in a page of Markdown, as it is."""
    return f"``````{{raw}} html\n{text}\n``````"


def _html(shown: cells.Shown) -> str:
    if isinstance(shown, Living):
        return living.html(shown)
    return shown.html or f'<pre class="jl-printed">{html.escape(shown.text)}</pre>'


def _without_yours(found: list[tuple[Any, list[cells.Shown]]]) -> list[tuple[Any, list[cells.Shown]]]:
    """Without the learner's line in the picture, which only Python can draw, and the words that lead to it."""
    return [
        (cell, shown)
        for cell, shown in found
        if not cell.source.startswith(_YOURS)
        and not any(isinstance(one, Living) and isinstance(one.widget, View) for one in shown)
    ]


def head(title: str, description: str, face: str, address: str) -> str:
    """What search engines and shared links show of a page: its question and, where `address` is known, a picture."""
    told = {"description": description, "property=og:title": title, "property=og:description": description}
    if address:  # a link that is shared names its picture in full
        told["property=og:image"] = f"{address}/_static/faces/{face}.png"
    lines = "".join(
        f"    {json.dumps(name)}: {json.dumps(words, ensure_ascii=False)}\n" for name, words in told.items()
    )
    return f"---\nmyst:\n  html_meta:\n{lines}---"
