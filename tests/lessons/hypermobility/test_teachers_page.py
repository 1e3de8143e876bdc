"""The teacher's page of lesson 08 says what doctors ask for."""

from tests.course.book import READY, ROOT

(LESSON,) = (lesson for lesson in READY if lesson.name == "hypermobility")
PAGE = (ROOT / "teacher" / f"{LESSON.file}.md").read_text(encoding="utf-8")


def test_it_says_when_to_stop_and_who_should_see_a_doctor():
    assert "## When to stop" in PAGE
    for reason in ("Complaints", "slip out", "fragile skin", "in the family"):
        assert reason in PAGE
