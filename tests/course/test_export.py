"""A lesson saved as a web page, without a kernel: pictures with words, and code folded away on request."""

import re
from functools import cache
from pathlib import Path

import pytest
from nbconvert import HTMLExporter
from tests.sample import sampled
from traitlets.config import Config

from jointlab import sources

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
READY = [lesson for lesson in sources.course() if lesson.status == "ready"]


@cache
def page(lesson: sources.Lesson) -> str:
    return exported(lesson)


def exported(lesson: sources.Lesson, **settings) -> str:
    html, _ = HTMLExporter(config=Config(settings)).from_filename(str(NOTEBOOKS / f"{lesson.file}.ipynb"))
    return html


@pytest.fixture(params=sampled(READY, {"start", "pop", "red_flags"}, lambda lesson: lesson.name))
def lesson(request):
    return request.param


def test_every_picture_of_an_exported_page_has_words(lesson):
    pictures = re.findall(r"<img\b[^>]*>", page(lesson))
    assert pictures
    for picture in pictures:
        assert len(re.search(r'alt="([^"]*)"', picture)[1]) > 100, picture[:200]


def test_a_question_can_be_read_on_an_exported_page(lesson):
    html = page(lesson)
    for question in sources.lesson(lesson.name)["predict"].values():
        assert question["options"][0].split(":")[0][:25] in html


def test_questions_of_an_exported_page_are_text_that_wraps(lesson):
    """One for each block: no lines of a fixed width, which paper would cut."""
    plan = sources.lesson(lesson.name)
    rounds = {case["round"] for case in plan.get("case", {}).values()}
    blocks = 2 * len(plan["predict"]) + 2 + len(rounds)
    assert page(lesson).count('<div id="jl-words-') == blocks


def test_code_can_be_left_out_of_an_exported_page(lesson):
    removal = {"enabled": True, "remove_input_tags": {"hide-input"}}
    html = exported(lesson, TagRemovePreprocessor=removal)
    assert "ClaimCards" not in html
    assert '<span class="k">def</span>' in html  # the learner's own cell stays
