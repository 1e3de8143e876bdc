"""The teacher's page fits the lesson as it is: its plans add up and name every part, its key is the lesson's own."""

import re

import pytest
from tests.course.book import READY, ROOT, Book

(LESSON,) = (lesson for lesson in READY if lesson.name == "hypermobility")
PAGE = (ROOT / "teacher" / f"{LESSON.file}.md").read_text(encoding="utf-8")


def part(heading: str) -> str:
    """What stands below one heading of the page."""
    return re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)[1]


@pytest.mark.parametrize("minutes", [20, 50])
def test_a_plan_adds_up(minutes):
    steps = [(int(a), int(b)) for a, b in re.findall(r"^\| (\d+)–(\d+) \|", part(f"{minutes} minutes"), re.MULTILINE)]
    assert [start for start, _ in steps] == [0, *(end for _, end in steps[:-1])]
    assert steps[-1][1] == minutes


def test_every_part_is_in_the_plan_or_for_home():
    plan = part("50 minutes")
    wanted = [title for level, title in Book(LESSON).headings if level in (2, 3)]
    # The plan names explorers and parts; where an explorer is the part "Play", its name is enough.
    for title in wanted:
        if title.startswith("Go deeper") or title in ("Play", "What you predicted, and what was found"):
            continue
        if title not in ("Words", "References"):
            assert title in plan, title
    assert "Go deeper" in plan
    assert "Two examiners" in plan


def test_it_says_when_to_stop_and_who_should_see_a_doctor():
    assert "**When to stop.**" in PAGE
    for reason in ("Complaints", "slip out", "fragile skin", "in the family"):
        assert reason in PAGE
