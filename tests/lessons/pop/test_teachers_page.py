"""The settings on the teacher's page of lesson 03 reach the goals."""

import re

from tests.course.book import READY, ROOT

from jointlab.lessons.pop import CAMERA, COLLAPSE

LESSON = next(lesson for lesson in READY if lesson.name == "pop")
PAGE = (ROOT / "teacher" / f"{LESSON.file}.md").read_text(encoding="utf-8")


def part(heading: str) -> str:
    return PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def test_the_settings_that_are_said_to_reach_a_goal_do():
    said = [float(number) for number in re.findall(r"[Rpτμ] = ([\d.]+)", part("Answers"))]
    assert COLLAPSE.goal.reached(COLLAPSE.state(**dict(zip(COLLAPSE.defaults, said, strict=True))))
    shorter = 0.8 * CAMERA.defaults["opening_time"]
    assert CAMERA.goal.reached(CAMERA.state(interval=shorter))
