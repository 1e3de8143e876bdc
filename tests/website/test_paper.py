"""On paper: all that a pupil needs and nothing that answers, all answers for the teacher, two to four pages."""

import re

import pytest
from bs4 import BeautifulSoup
from tests.sample import sampled

from jointlab import sources
from jointlab.learn._question import prediction_question, quiz_questions
from jointlab.learn.safety import EMERGENCIES

READY = {lesson.number: lesson for lesson in sources.course() if lesson.status == "ready"}
PAGE = re.compile(rb"/Type\s*/Page[^s]")


def read(sheet):
    return BeautifulSoup(sheet, "html.parser")


def said(sheet) -> str:
    return re.sub(r"\s+", " ", read(sheet).get_text(" "))


def questions(lesson):
    predictions = [prediction_question(lesson.name, name) for name in sources.lesson(lesson.name).get("predict", {})]
    return [*predictions, *quiz_questions(lesson.name).values()]


@pytest.fixture(params=sampled(READY, {"03"}))
def lesson(request):
    pytest.importorskip("latex2mathml")
    return READY[request.param]


def test_a_hand_out_asks_all_and_answers_nothing(lesson):
    from website.sheets import handout

    words = said(handout(lesson))
    for asked in questions(lesson):
        assert asked.ask in words
        assert all(option in words for option in asked.options)
        assert not any(reason in words for reason in asked.because)
    for claim in sources.claims_of(lesson.name):
        assert claim.claim in words
        assert claim.learner_note not in words
    assert all(sign in words for sign in EMERGENCIES)
    assert not re.search(r"\$|Shift \+ Enter|Run All", words), "formulas are set, and nothing speaks of cells"
    for picture in read(handout(lesson)).find_all("img"):
        assert len(picture["alt"]) > 40


def test_an_answer_sheet_has_every_answer_with_its_reason(lesson):
    from website.sheets import answers

    words = said(answers(lesson))
    for asked in questions(lesson):
        assert all(reason in words for reason in asked.because)
        if asked.answer is not None:
            assert f"{asked.ask} Answer: {'ABCDEFGH'[asked.answer]}" in words
    for claim in sources.claims_of(lesson.name):
        assert f"{claim.verdict} , grade {claim.grade}" in words
    assert "return" in read(answers(lesson)).find("pre").get_text()


@pytest.mark.whole
@pytest.mark.parametrize("number", ["03", "07"])
def test_the_sheets_are_short(browser, tmp_path, number):
    """Chromium prints them; a hand-out has two to four pages, on either paper."""
    from website import paper

    for kind, sheet in paper.SHEETS.items():
        page = browser.new_page()
        page.set_content(paper.whole(sheet(READY[number])))
        for size in paper.FORMATS:
            printed = page.pdf(format=size, margin=paper.MARGIN)
            assert 2 <= len(PAGE.findall(printed)) <= 4, f"{kind} on {size}"
        page.close()
