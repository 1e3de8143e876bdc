"""A lesson fits the minutes that it states, and can be read."""

import re

import pytest
from nbformat.v4 import new_markdown_cell as markdown
from tests.course import length
from tests.course.book import READY, book_of

from jointlab import sources


@pytest.fixture(params=READY, ids=lambda lesson: lesson.name)
def book(request):
    return book_of(request.param)


def test_the_path_that_everyone_takes_is_short(book):
    assert length.length(book).words <= length.LONGEST


def test_the_minutes_in_the_title_are_those_that_it_takes(book):
    first = book.markdown[0]
    alone = re.search(r"\*50 minutes in class, about (\d+) alone", first) or re.search(r"\*(\d+) minutes\.", first)
    assert int(alone[1]) == length.length(book).minutes


def test_sentences_are_short(book):
    lines = [length.count(line) for line in length.sentences(book)]
    assert sum(lines) / len(lines) <= length.LONGEST_SENTENCE_ON_AVERAGE
    assert max(lines) <= length.LONGEST_SENTENCE


def test_the_answer_stands_near_the_top_for_somebody_in_a_break(book):
    if book.lesson.name == "start":
        return
    at = [cell.id for cell in book.cells].index("strip")
    short = book.cells[at + 1]
    found = re.fullmatch(
        r"<details><summary><strong>In two minutes</strong></summary>\n\n(.*)\n\n</details>", short.source, re.DOTALL
    )
    assert found
    assert 50 <= length.count(found[1]) <= 160


def test_a_term_is_set_in_italics_where_it_first_appears(book):
    """There it is explained in words: in sight or folded, on paper or not. The first cell and headings use none, and
    titles in a list of lessons do not count."""
    prose = [
        re.sub(r"^(#+ |- \[\d\d · ).*$", "", text, flags=re.MULTILINE)
        for text in book.markdown[1:]
        if "In two minutes" not in text
    ]
    text = length.LINK.sub(r"\1", "\n\n".join(prose))
    emphasised = [span.span() for span in re.finditer(r"(?<![*\w])\*{1,2}[^*\n]+\*{1,2}", text)]
    for term in sources.glossary(book.lesson.name):
        first = re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text, re.IGNORECASE)
        if first:
            around = text[max(0, first.start() - 60) : first.end() + 40]
            assert any(start < first.start() < end for start, end in emphasised), f"{term}: …{around}…"


def test_what_goes_beyond_is_shut(book):
    deeper = [cell for cell in book.cells if re.match(r"#+ Go deeper", cell.source)]
    assert all(cell.metadata.get(length.SHUT) for cell in deeper)
    assert all(re.match(r"### Go deeper: .", cell.source) for cell in book.cells if cell.metadata.get(length.SHUT))


def test_nothing_leads_to_what_is_shut(book):
    """The strip cannot go there: an exercise below a shut heading goes beyond (explorers: see test_veils.py)."""
    shown = [cell.source for cell in length.open_cells(book)]
    hidden = [cell.source for cell in book.code if cell.source not in shown]
    beyond = {name for name, table in sources.lesson(book.lesson.name)["build"].items() if table.get("beyond")}
    assert beyond == {name for source in hidden for name in re.findall(r'learn\.check\("\w+", "(\w+)"', source)}


class Toy:
    """A lesson of five cells: a text, a shut heading with a text and a part in it, and a text after it."""

    def __init__(self):
        shut = {length.SHUT: True}
        texts = [
            "## A\n\nOne two three.",
            "### Go deeper: b",
            "Four five six.",
            "#### In it",
            "## C\n\nSeven, eight nine.",
        ]
        self.cells = [markdown(text, metadata=shut if "deeper" in text else {}) for text in texts]
        self.markdown = texts


def test_a_shut_heading_hides_all_below_it_until_the_next_of_its_level():
    assert [cell.source[:4] for cell in length.open_cells(Toy())] == ["## A", "## C"]


def test_headings_tables_and_links_are_no_sentences():
    toy = Toy()
    toy.markdown = [
        "# Title of this\n\nOne two [three four](a.md).\n\n| a b c d |\n\n- Five six seven.\n- Eight 9 ten!"
    ]
    assert [length.count(line) for line in length.sentences(toy)] == [4, 3, 3]
