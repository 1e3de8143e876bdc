"""The printed numbers of the lesson follow from the data and the models."""

import re

import pytest
from tests.course.book import READY, book_of

from jointlab import sources
from jointlab.lessons.harm import facts
from jointlab.lessons.harm.counted import old_people, who_are_ill, who_crack


def said(page):
    return repr(page)


def test_the_tables_are_those_of_the_data():
    assert who_crack() == (23, 127, 17, 79)
    assert who_are_ill() == (23, 40, 104, 166)
    assert old_people() == (1, 15, 5, 13)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (facts.printed, "135 of 215"),
        (facts.printed, "0.548"),
        (facts.only_table, "23 of 127 crack; 18.1 %"),
        (facts.only_table, "17 of 79 crack; 21.5 %"),
        (facts.only_table, "23 of 40 have osteoarthritis; 57.5 %"),
        (facts.only_table, "104 of 166 have osteoarthritis; 62.7 %"),
        (facts.excluded, "0.92 (0.69 to 1.23)"),
        (facts.excluded, "0.81 (0.40 to 1.63)"),
        (facts.excluded, "0.81 (0.38 to 1.75)"),
        (facts.events, "1 in 250 million"),
        (facts.excluded, "60 % lower to 63 % higher"),
        (facts.excluded, "10 % of the time"),
        (facts.excluded, "2.4 times"),
        (facts.excluded, "5.9 times"),
        (facts.excluded, "0.65 (0.34 to 1.24)"),
        (facts.small_study, "109 in each group"),
        (facts.small_study, "435 in each group"),
        (facts.none_seen, "none of 183 people: at most 1.6 of 100"),
        (facts.events, "less than 0.27 in a million"),
    ],
)
def test_printed_numbers(page, words):
    assert words in said(page())


def test_half_of_the_small_studies_find_what_is_there():
    found, harmless = (int(n) for n in re.findall(r": (\d+) of 200", said(facts.small_study())))
    assert found == pytest.approx(100, abs=8)
    assert harmless == pytest.approx(0.025 * 200, abs=4)


def test_the_neck_has_the_line_of_the_safety_card():
    (sign,) = (sign for sign in sources.warning_signs() if "neck crack" in sign.sign)
    assert sign.when == "now"
    assert sign.sign in said(facts.neck())


def test_only_an_upper_bound_is_called_less_than():
    lines = [line for line in said(facts.events()).splitlines() if "less than" in line]
    assert len(lines) == 1
    assert "Oliphant" in lines[0]


@pytest.fixture(scope="module")
def prose():
    return book_of(next(lesson for lesson in READY if lesson.name == "harm")).prose


def test_no_study_is_called_larger_than_it_is(prose):
    """The table of 2011 is not the largest: more were looked at in the clinic of 1990."""
    people = who_crack()[1] + who_crack()[3]
    assert people < sources.observation("clinic_crackers").n
    assert f"a study of {people} people" in prose
    assert "largest" not in prose


def test_the_stroke_may_come_as_late_as_the_source_says(prose):
    row = sources.observation("stroke_after_pain")
    assert "14 days" in said(facts.measured_all())
    face = sources.observation("face_tingles")
    days = f"Among {face.n} people it came up to {row.value / 86400:g} days after the first pain; nearly half felt"
    assert days in prose
    assert 0.45 < face.value < 0.5


def test_the_last_screen_has_what_is_unknown_of_looseness_and_of_backs(prose):
    (screen,) = re.findall(r"### On one screen\n\n(.*?)\n\n", prose, re.DOTALL)
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in screen.splitlines()]
    assert rows[0] == ["known", "unknown", "merely repeated"]
    assert all(cell for row in rows for cell in row)
    unknown = " ".join(row[1] for row in rows[2:])
    assert "backs grow loose" in unknown
    assert "self-cracking harms a back" in unknown


def test_a_row_without_a_denominator_is_given_none():
    (line,) = (line for line in said(facts.events()).splitlines() if "Oliphant" in line)
    assert "the abstract does not say" in line
    assert "per " not in line
