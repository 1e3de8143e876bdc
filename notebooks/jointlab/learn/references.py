"""The papers behind a lesson, as a list to read and to follow."""

from html import escape

from jointlab import sources
from jointlab.learn._block import Page


def references(*keys: str) -> Page:
    """The entries of data/references.bib with these keys, in this order. Raises sources.MissingSource."""
    entries = [sources.reference(key) for key in keys]
    items = "".join(f"<li>{_citation(entry)}</li>" for entry in entries)
    words = "\n".join(f"- {_citation_in_words(entry)}" for entry in entries)
    return Page(f'<ul style="max-width: 760px">{items}</ul>', words)


def link(entry: sources.Reference) -> str:
    """The short name of a reference as an HTML link, underlined: colour alone tells no link. Without an address on the
    web, the name alone."""
    name = escape(entry.short)
    if not entry.url.startswith(("https://", "http://")):
        return name
    look = 'style="text-decoration: underline" target="_blank" rel="noopener"'
    return f'<a href="{escape(entry.url)}" {look}>{name}</a>'


def _citation(entry: sources.Reference) -> str:
    where = f" <em>{escape(_where(entry))}</em>." if _where(entry) else ""
    return f"{link(entry)}.{escape(_sentence(entry.title))}{where}"


def _citation_in_words(entry: sources.Reference) -> str:
    where = f" {_where(entry)}." if _where(entry) else ""
    return f"{entry.short}.{_sentence(entry.title)}{where} {entry.url}".strip()


def _where(entry: sources.Reference) -> str:
    """Where it appeared; nothing if that stands first already, because nobody has seen who wrote it."""
    return entry.where if entry.authors else ""


def _sentence(title: str) -> str:
    """A title as a sentence of its own; nothing where nobody has checked it."""
    if not title:
        return ""
    return f" {title}" if title.endswith(("?", "!", ".")) else f" {title}."
