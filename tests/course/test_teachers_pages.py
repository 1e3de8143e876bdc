"""The teacher's pages: the same parts in the same order, plans that add up, the poll and the answers of the lesson."""

import re
from itertools import pairwise

import nbformat
import pytest
from tests.course import named, polls
from tests.course.book import NOTEBOOKS, ROOT, book_of
from tests.course.polls import TAUGHT

from jointlab import sources
from jointlab.learn._question import poll_question
from jointlab.learn.predict import Prediction

PARTS = [
    "Before class",
    "20 minutes",
    "50 minutes",
    "Poll question",
    "Answers",
    "Wrong answers to expect, and what to say",
    "Board sketch",
    "What to skip",
    "Extension",
    "Where it fits",
    "When to stop",
    "What this lesson is not",
    "What to be careful about",
    "On paper",
]
ON_THE_WAY = {"Words", "References", "What you predicted, and what was found"}  # no part of their own
NAMED_BY_ALL = {
    "Verdict",
    "Grade",
    "Show me without predicting",
    "Start this lesson afresh",
}  # buttons and lists of the widgets
MOST_WORDS = 1800  # what a teacher reads in fifteen minutes, half of it to look up


@pytest.fixture(params=TAUGHT, ids=lambda lesson: lesson.name)
def lesson(request):
    return request.param


def page(lesson) -> str:
    return polls.PAGES[lesson.name].read_text(encoding="utf-8")


def part(lesson, heading: str) -> str:
    return re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", page(lesson), re.MULTILINE | re.DOTALL)[1]


def test_all_pages_have_the_same_parts_in_the_same_order(lesson):
    text = page(lesson)
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == PARTS
    assert all(part(lesson, heading).strip() for heading in PARTS)
    (goals,) = re.findall(r"^\*\*Goals\.\*\* (Pupils can .*\.)$", text, re.MULTILINE)
    assert len(goals.split()) <= 45
    assert len(text.split()) <= MOST_WORDS
    assert "Save and Export" not in text


def test_no_line_stands_twice_on_a_page(lesson):
    lines = [line for line in page(lesson).splitlines() if len(line) > 30 and not line.startswith("| ---")]
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("minutes", [20, 50])
def test_a_plan_leaves_no_minute_out_and_takes_none_twice(lesson, minutes):
    plan = part(lesson, f"{minutes} minutes")
    rows = [(int(start), int(end)) for start, end in re.findall(r"^\| (\d+)–(\d+) \|", plan, re.MULTILINE)]
    assert (rows[0][0], rows[-1][1]) == (0, minutes)
    assert all(start < end for start, end in rows)
    assert all(before[1] == after[0] for before, after in pairwise(rows))
    assert len(re.findall(r"\bpoll\b", plan, re.IGNORECASE)) >= 2, "before and after"


def test_every_part_of_the_lesson_is_planned_or_named_as_left_out(lesson):
    """A part is planned if its own heading, or that of the part it stands in, is set in italics there."""
    plan = "\n".join(part(lesson, heading) for heading in ("50 minutes", "What to skip", "Extension"))
    within = None
    headings = [(level, title) for level, title in book_of(lesson).headings if level > 1 and title not in ON_THE_WAY]
    for (level, title), (below, _) in pairwise([*headings, (2, "")]):
        within = title if level == 2 else within
        planned = "Go deeper" if title.startswith("Go deeper") else title
        if below <= level:  # a part with parts of its own is planned if these are
            assert f"*{planned}*" in plan or f"*{within}*" in plan, title


def test_what_a_page_names_is_there_under_this_name(lesson):
    """Parts, folds, explorers, presets, buttons: what is set in italics and begins with a capital, but on the board."""
    text = page(lesson).replace(part(lesson, "Board sketch"), "").replace("*Run → Run All Cells*", "")
    said = set(re.findall(r"(?<!\*)\*([A-Z0-9“][^*|\n]+)\*(?!\*)", text)) - NAMED_BY_ALL
    there = named.on_the_page(book_of(lesson)) | named.in_explorers(lesson.name)
    assert {name for name in said if not any(one.startswith(name) for one in there)} == set()


def test_what_sleeps_in_the_short_plan_is_woken_there(lesson):
    """Who reads only this plan would stand before a question mark."""
    asleep = named.asleep(book_of(lesson))
    rows = [row for row in part(lesson, "20 minutes").splitlines() if any(f"*{name}*" in row for name in asleep)]
    assert rows
    assert "(press *Show me without predicting* first)" in rows[0]


def test_the_poll_is_the_lessons_own(lesson):
    """The words on the page are those of the slide, and the letter in bold type after them is the right one."""
    assert polls.QUOTED.search(page(lesson))[0] == polls.block(lesson), "store them with tests/refresh.py poll"
    right = "ABCDEF"[poll_question(lesson.name).answer]
    assert re.findall(r"\*\*(\w+)\*\*", part(lesson, "Poll question")) == [right]


def test_what_the_class_is_polled_on_is_a_prediction_or_stands_once(lesson):
    plan = sources.lesson(lesson.name)
    asked = [Prediction(lesson.name, name).question.ask for name in plan["predict"]]
    assert (poll_question(lesson.name).ask in asked) != isinstance(plan.get("poll"), dict)


def test_every_question_has_its_answer_there(lesson):
    """The letter that the learner sees, in the order of the lesson; and last the line to build."""
    *answers, line = re.findall(r"^\| (?!question|---)[^|]+ \| (.*) \|$", part(lesson, "Answers"), re.MULTILINE)
    asked = sources.lesson(lesson.name)
    questions = [*asked["predict"].values(), *asked["quiz"].values()]
    assert [answer[:3] for answer in answers] == [f"{'ABCDEF'[question['answer']]}: " for question in questions]
    assert re.fullmatch(r"`.*`", line)


def test_each_answer_is_told_in_words_of_the_right_option(lesson):
    """So that no row has slipped to another question with the same letter."""
    rows = re.findall(r"^\| (?!question|---)([^|]+ \| [A-F]: .*) \|$", part(lesson, "Answers"), re.MULTILINE)
    asked = sources.lesson(lesson.name)
    questions = [*asked["predict"].values(), *asked["quiz"].values()]
    for row, question in zip(rows, questions, strict=True):
        right = question.get("question", question.get("ask", "")) + " " + question["options"][question["answer"]]
        assert stems(row) & stems(right + " " + question["because"][question["answer"]]), row


def stems(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"[a-z]{4,}|\d+", text.lower())}


def test_it_says_when_to_stop_and_what_it_is_not(lesson):
    stop = part(lesson, "When to stop")
    for told in (r"\bpain\b|hurts|worried|frightened|what to take", r"\bstop", r"\bthe (safety )?card\b"):
        assert re.search(told, stop, re.IGNORECASE), told
    assert part(lesson, "What this lesson is not").startswith("\nNo advice, no diagnosis, no technique. ")


def test_its_links_lead_somewhere(lesson):
    for target in re.findall(r"\]\((?!https?://)([^)#]+)", page(lesson)):
        assert (ROOT / "teacher" / target).exists(), target


def test_no_demonstration_asks_a_pupil_to_try_it_on_the_body():
    shared = " ".join((ROOT / "teacher" / "README.md").read_text(encoding="utf-8").split())
    assert "Nobody cracks, pulls, twists or tests a joint, nobody lifts to try a number out" in shared
    for name, told in {
        "separation": "the teacher pulls, not the class",
        "twist": "Bands snap",
        "hypermobility": "**nobody tests their own or anybody else's joints in class**",
        "lifting": "No pupil lifts to try a number out",
        "six_exercises": "nobody has to show an exercise",
        "hamstrings": "nobody is pushed or pulled further",
    }.items():
        assert told in polls.PAGES[name].read_text(encoding="utf-8"), name


def test_every_page_says_the_same_of_the_projector():
    assert len({part(lesson, "Before class").strip().splitlines()[0] for lesson in TAUGHT}) == 1
    assert not list(NOTEBOOKS.glob("teacher*")), "out of the pupils' list of files"


def test_the_slides_are_those_of_the_lessons():
    stored = nbformat.read(polls.SLIDES, 4).cells
    assert [(cell.id, cell.source) for cell in stored] == [(cell.id, cell.source) for cell in polls.slides()]
    assert all(cell.get("outputs") for cell in stored if cell.id.startswith("poll-")), "tests/refresh.py poll"
    assert "learn.begin()" in stored[2].source, "so that the last cell knows that all were run"
    assert stored[-1].source.startswith("learn.ready(")
    assert all(cell.metadata.get("editable") is False and cell.metadata.deletable is False for cell in stored)
    for target in re.findall(r"\]\(([^)]+)\)", "\n".join(cell.source for cell in stored)):
        assert (polls.SLIDES.parent / target).exists(), target
