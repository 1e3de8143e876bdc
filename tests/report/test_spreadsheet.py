"""The table opens in a spreadsheet, harms nobody there, and can be read again, also when a spreadsheet has saved it."""

import codecs
import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report import crowd

from jointlab.report.given import Answer
from jointlab.report.learners import Learner, learner, tidy
from jointlab.report.spreadsheet import COLUMNS, Foreign, read, written

ADDRESS = "check collapse_time"
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
DANGEROUS = st.sampled_from(list("=+-@＝'")).flatmap(lambda sign: TEXT.map(lambda rest: sign + rest))


@pytest.fixture(scope="module")
def one():
    return learner(crowd.book(3), "Zoë")


def rows(table):
    return list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def saved_again(table, delimiter=",", encoding="utf-8-sig", **changes):
    """The table as a spreadsheet may save it; `changes`: column → what becomes of its cells."""
    head, *body = rows(table)
    for name, change in changes.items():
        for row in body:
            row[head.index(name)] = change(row[head.index(name)])
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([head, *body])
    return text.getvalue().encode(encoding, "replace")


def test_it_says_in_words_what_was_asked_and_answered(one):
    table = written([one])
    assert table.startswith(codecs.BOM_UTF8)
    head, *body = rows(table)
    assert tuple(head) == COLUMNS
    assert len(body) == len(one.answers)
    cells = [dict(zip(head, row, strict=True)) for row in body]
    for cell, answer in zip(cells, one.answers.values(), strict=True):
        assert (cell["name"], cell["code"], cell["address"]) == ("Zoë", one.code, answer.address)
        assert cell["question"]
        assert cell["sure (%)"] == ("" if answer.sure is None else str(answer.sure))
        assert cell["right"] == {True: "yes", False: "no", None: ""}[answer.right]
    assert {cell["lesson"][:2] for cell in cells} == {"00", "03", "13"}


@settings(max_examples=40)
@given(DANGEROUS | TEXT, st.lists(TEXT.filter(lambda name: name and "; " not in name), max_size=2), TEXT.map(tidy))
def test_no_cell_is_a_formula_and_all_come_back(words, mistakes, name):
    """Whatever a learner writes into a line of Python, a copied file or the box for a name."""
    answer = Answer(ADDRESS, "pop", words, words, mistakes=tuple(mistakes), right=False, solved=False)
    table = written([Learner("BCDF-2345", name, {ADDRESS: answer})])
    _, cells = rows(table)
    assert not any(cell.startswith(tuple("=+-@\t\r＝＋－＠")) for cell in cells)
    (back,) = read(table).learners
    assert back.answers[ADDRESS] == answer
    assert back.name == name


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_a_spreadsheet_has_saved_is_read(one, delimiter, encoding):
    assert read(saved_again(written([one]), delimiter, encoding)).learners == [one]


def test_western_letters_and_times_by_another_clock(one):
    """An old spreadsheet: no sign but its own, and times as its country writes them."""
    changes = {"first time": lambda _: "25/11/2026 10:00", "latest time": lambda _: "x"}
    (back,) = read(saved_again(written([one]), ";", "cp1252", **changes)).learners
    assert back.name == "Zoë"
    assert {answer.began + answer.ended for answer in back.answers.values()} == {""}
    assert back.done == one.done


def test_columns_may_be_moved_and_added(one):
    head, *body = rows(written([one]))
    moved = [["mark", *reversed(head)], *(["B+", *reversed(row)] for row in body)]
    text = io.StringIO()
    csv.writer(text).writerows(moved)
    assert read(text.getvalue().encode()).learners == [one]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no report of this course"),
        (b"name,mark\nAna,3\n", "no report of this course"),
        (b"\x81\x8d\x00\xff", "no text"),
    ],
)
def test_a_foreign_table_is_told_from_a_report(data, says):
    with pytest.raises(Foreign, match=says):
        read(data)


def test_a_table_of_a_newer_course_is_not_guessed_at(one):
    with pytest.raises(Foreign, match="newer version"):
        read(saved_again(written([one]), format=lambda _: "jointlab report 2"))


def test_lines_that_cannot_be_understood_hide_no_other(one):
    table = written([one])
    spoiled = saved_again(table, tries=lambda cell: "many" if cell == "1" else cell)
    found = read(spoiled)
    once = sum(answer.tries == 1 for answer in one.answers.values())
    assert found.broken == once > 0
    assert sum(len(back.answers) for back in found.learners) == len(one.answers) - once
    found = read(saved_again(table, address=lambda cell: cell.replace("quiz ", "quiz old-")))
    assert found.unknown == sum(address.startswith("quiz ") for address in one.answers) > 0


def test_what_stands_before_a_cut_is_read(one):
    table = written([one])
    found = read(table[: len(table) // 2])
    (back,) = found.learners
    assert 0 < len(back.answers) < len(one.answers)
    assert all(one.answers[address] == answer for address, answer in list(back.answers.items())[:-1])
