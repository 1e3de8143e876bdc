"""The words of a lesson, as a list to read."""

from html import escape

from jointlab import sources
from jointlab.learn._block import Page


def glossary(lesson: str) -> Page:
    """The terms that data/glossary.csv gives to `lesson`, such as "03". Raises sources.DamagedData."""
    terms = sources.glossary(lesson)
    items = "".join(f"<li><strong>{escape(term)}</strong>: {escape(terms[term])}</li>" for term in terms)
    words = "\n".join(f"- {term}: {meaning}" for term, meaning in terms.items())
    return Page(f'<ul style="max-width: 760px">{items}</ul>', words)
