"""The card in which a check answers, and in which Python's complaints are told."""

from collections.abc import Sequence
from html import escape

from jointlab.language import _, tag

GOOD, OPEN = "var(--jp-success-color1, #2e7d32)", "var(--jp-brand-color1, #1976d2)"
_LOOK = (
    "max-width: 46em; font-size: 1.05em; line-height: 1.5; padding: 0.4em 1.1em; "
    "color: var(--jp-content-font-color1, #1d2733)"
)
_CODE = "margin: 0.5em 0; padding: 0.4em 0.8em; white-space: pre-wrap; background: var(--jp-layout-color2, #eef1f4)"
EMPTY_LINE = _("Give me the empty line back")
WRITTEN_BEFORE = _("Give me back what I wrote here before")


def card(colour: str, parts: Sequence[str]) -> str:
    """HTML parts on one card; empty ones are left out."""
    edge = f"border-left: 4px solid {colour}"
    return f'<div role="status"{tag()} style="{_LOOK}; {edge}">{"".join(filter(None, parts))}</div>'


def paragraph(words: str) -> str:
    """A paragraph; "" for no words."""
    return f"<p>{escape(words)}</p>" if words else ""


def quoted(line: str, start: int = 0, end: int = 0) -> str:
    """A line of the learner's, with the place from `start` to `end` marked; "" for no line."""
    if not line.strip():
        return ""
    marked = escape(line[start:end])
    mark = f'<mark style="background: #ffe08a; color: #1d2733; font-weight: bold">{marked}</mark>' if marked else ""
    return f'<pre style="{_CODE}">{escape(line[:start])}{mark}{escape(line[end:])}</pre>'


def folded(title: str, inside: str) -> str:
    """Something to open by a click; "" if there is nothing inside."""
    return f"<details><summary>{escape(title)}</summary>{inside}</details>" if inside else ""


def to_copy(text: str) -> str:
    """A box of code; one click in it marks all of it, in every page and without a script. "" for no text."""
    if not text:
        return ""
    ask = paragraph(
        _(
            "Click into the box, which marks all of it. Copy it, and paste it over what stands in the grey cell, or "
            "into a new cell below if you want to keep both. What you have written so far is in your logbook as well."
        )
    )
    return f'{ask}<pre style="{_CODE}; user-select: all; -webkit-user-select: all" tabindex="0">{escape(text)}</pre>'
