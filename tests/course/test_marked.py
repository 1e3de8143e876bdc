"""A translator can reach every word that lessons show: with every message between marks, none stands outside."""

import json
import os
import subprocess
import sys
from functools import cache

import pytest
from tests.course import catalogue

from jointlab import sources

LESSONS = [lesson.name for lesson in sources.course()]
SAMPLE = ["lifting"]


@cache
def outside(states: str, *lessons: str) -> dict[str, dict[str, list[str]]]:
    """Lesson → where → what is not marked; the "first" or "all" states of explorers are looked at, and with
    all of them the figures.

    From a process of its own: lessons speak the language in which they were imported.
    """
    done = subprocess.run(
        [sys.executable, "-m", "tests.course.marked", states, *lessons],
        env={**os.environ, "JOINTLAB_LOGBOOK": ":memory:", "PYTHONPATH": os.pathsep.join(["notebooks", "."])},
        cwd=catalogue.ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


@pytest.mark.parametrize("lesson", SAMPLE)
def test_nothing_stands_outside_of_marks(lesson):
    found = outside("first", *SAMPLE)[lesson]
    assert len(found) >= 2, "an explorer at least, and printed numbers"
    assert {where: words for where, words in found.items() if words} == {}


@pytest.mark.whole
@pytest.mark.parametrize("lesson", LESSONS)
def test_nothing_stands_outside_of_marks_in_any_state(lesson):
    assert {where: words for where, words in outside("all", *LESSONS)[lesson].items() if words} == {}
