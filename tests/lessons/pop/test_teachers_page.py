"""The teacher's page of lesson 03: its plans add up, no part is left out, its answers are those of the lesson."""

import re

import pytest
from tests.course.book import READY, ROOT, Book

from jointlab.lessons.pop import CAMERA, COLLAPSE

LESSON = next(lesson for lesson in READY if lesson.name == "pop")
PAGE = (ROOT / "teacher" / f"{LESSON.file}.md").read_text(encoding="utf-8")


def part(heading: str) -> str:
    return PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("minutes", [20, 50])
def test_a_plan_adds_up(minutes):
    spans = [tuple(map(int, span)) for span in re.findall(r"^\| (\d+)–(\d+) \|", part(f"{minutes} minutes"), re.M)]
    assert spans[0][0] == 0
    assert spans[-1][1] == minutes
    assert [end for _, end in spans[:-1]] == [start for start, _ in spans[1:]]


def test_every_part_of_the_lesson_is_in_the_plan_or_for_home():
    plan = part("50 minutes")
    titles = [title for level, title in Book(LESSON).headings if level > 1 and not title.startswith("Go deeper")]
    assert [title for title in titles if f"*{title}*" not in plan and title != "Play"] == []
    deeper = sum(title.startswith("Go deeper") for _, title in Book(LESSON).headings)
    assert f"the {['no', 'one', 'two', 'three'][deeper]} parts that begin with *Go deeper*" in plan


def test_the_settings_that_are_said_to_reach_a_goal_do():
    said = [float(number) for number in re.findall(r"[Rpτμ] = ([\d.]+)", part("Answers"))]
    assert COLLAPSE.goal.reached(COLLAPSE.state(**dict(zip(COLLAPSE.defaults, said, strict=True))))
    shorter = 0.8 * CAMERA.defaults["opening_time"]
    assert CAMERA.goal.reached(CAMERA.state(interval=shorter))
