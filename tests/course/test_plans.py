"""The plans of a teacher's page add up, and nothing of the lesson is forgotten in them."""

import re
from itertools import pairwise

import pytest
from tests.course.book import READY, ROOT, Book

from jointlab import sources

PLANNED = [lesson for lesson in READY if (ROOT / "teacher" / f"{lesson.file}.md").exists()]
ON_THE_WAY = {"Words", "References", "What you predicted, and what was found"}  # no part of their own


@pytest.fixture(params=PLANNED, ids=lambda lesson: lesson.name)
def lesson(request):
    return request.param


def part(lesson, heading: str) -> str:
    page = (ROOT / "teacher" / f"{lesson.file}.md").read_text(encoding="utf-8")
    return re.search(rf"^## {heading}\n(.*?)(?=^## )", page, re.MULTILINE | re.DOTALL)[1]


@pytest.mark.parametrize("minutes", [20, 50])
def test_a_plan_leaves_no_minute_out_and_takes_none_twice(lesson, minutes):
    plan = part(lesson, f"{minutes} minutes")
    rows = [(int(start), int(end)) for start, end in re.findall(r"^\| (\d+)–(\d+) \|", plan, re.MULTILINE)]
    assert (rows[0][0], rows[-1][1]) == (0, minutes)
    assert all(before[1] == after[0] for before, after in pairwise(rows))


def test_every_part_is_in_the_plan_of_a_lesson_or_named_as_for_home(lesson):
    """A part is planned if its own heading, or that of the part it stands in, is set in italics there."""
    plan, within = part(lesson, "50 minutes"), None
    headings = [(level, title) for level, title in Book(lesson).headings if level > 1 and title not in ON_THE_WAY]
    for (level, title), (below, _) in pairwise([*headings, (2, "")]):
        within = title if level == 2 else within
        planned = "Go deeper" if title.startswith("Go deeper") else title
        if below <= level:  # a part with parts of its own is planned if these are
            assert f"*{planned}*" in plan or f"*{within}*" in plan, title


def test_every_question_has_its_answer_there(lesson):
    """The letter that the learner sees, in the order of the lesson; and last the line to build."""
    *answers, line = re.findall(r"^\| (?!question|---)[^|]+ \| (.*) \|$", part(lesson, "Answers"), re.MULTILINE)
    asked = sources.lesson(lesson.name)
    questions = [*asked["predict"].values(), *asked["quiz"].values()]
    assert [answer[:3] for answer in answers] == [f"{'ABCDEF'[question['answer']]}: " for question in questions]
    assert re.fullmatch(r"`.*`", line)
