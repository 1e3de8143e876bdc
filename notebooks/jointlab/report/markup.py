"""A page of its own in the course's look: one file, without a script, for a screen, light or dark, and for paper."""

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from jointlab.drawings import style
from jointlab.drawings.page import Page
from jointlab.language import ENGLISH, N_
from jointlab.learn._block import NBSP

_STYLE = (Path(__file__).parent / "report.css").read_text(encoding="utf-8")
_DARKEST = 0.4
EDUCATION = N_("General education, never personal advice.")


def whole(title: str, *parts: str, spoken: str = ENGLISH) -> str:
    """The page; `parts` are HTML, in the language `spoken`."""
    look = style.css_variables_of_the_reader() + _STYLE
    return (
        f'<!doctype html><html lang="{spoken}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{look}</style></head>"
        f"<body><main>{''.join(parts)}</main></body></html>\n"
    )


def head(kind: str, title: str, *lines: str) -> str:
    """What the page is, of whom, and what is to be known first."""
    return f"<header>{paragraph(kind, 'kind')}<h1>{escape(title)}</h1>{''.join(map(paragraph, lines))}</header>"


def section(title: str, *parts: str) -> str:
    """A part of the page; "" if there is nothing in it."""
    inside = "".join(parts)
    return f"<section><h2>{escape(title)}</h2>{inside}</section>" if inside else ""


def fold(summary: str, *parts: str, is_open: bool = False) -> str:
    """Something to open by a click; on paper it stands open. "" if there is nothing in it."""
    inside = "".join(parts)
    opened = " open" if is_open else ""
    return f"<details{opened}><summary>{escape(summary)}</summary>{inside}</details>" if inside else ""


def paragraph(words: str, kind: str = "") -> str:
    """A paragraph; "" for no words."""
    mark = f' class="{kind}"' if kind else ""
    return f"<p{mark}>{escape(words.replace(' %', f'{NBSP}%'))}</p>" if words else ""


def listed(lines: Iterable[str]) -> str:
    """The lines, below each other."""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]], kind: str = "") -> str:
    """A table whose first column names the rows. Cells are HTML; "" if there are no rows."""
    across = "".join(f'<th scope="col">{escape(words)}</th>' for words in columns)
    down = "".join(
        f'<tr><th scope="row">{name}</th>{"".join(cell if cell[:3] == "<td" else f"<td>{cell}</td>" for cell in cells)}'
        "</tr>"
        for name, *cells in rows
    )
    if not down:
        return ""
    mark = f' class="{kind}"' if kind else ""
    return (
        f'<div class="wide" role="group" aria-label="{escape(caption)}" tabindex="0"><table{mark}>'
        f"<caption>{escape(caption)}</caption><thead><tr>{across}</tr></thead><tbody>{down}</tbody></table></div>"
    )


def bar(words: str, share: float, right: bool = False) -> str:
    """A cell with a bar behind its words, as long as the `share` of 1."""
    return _cell("bar right" if right else "bar", words, share)


def shade(words: str, share: float) -> str:
    """A cell that is the darker the larger the `share` of 1: its words can still be read at 1."""
    return _cell("shade", words, share * _DARKEST)


def _cell(kind: str, words: str, share: float) -> str:
    return f'<td class="{kind}" style="--share: {round(100 * share)}%">{escape(words)}</td>'


def chart(picture: Page, name: str) -> str:
    """A picture with its words, in a frame of that name, which scrolls on a phone."""
    image = f'<div role="img" aria-label="{escape(picture.description)}">{picture.stage_svg()}</div>'
    return f'<div class="wide chart" role="group" aria-label="{escape(name)}" tabindex="0">{image}</div>'
