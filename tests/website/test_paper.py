"""On paper: all that a pupil needs and nothing that answers, all answers for the teacher, two to four pages."""

import re

import pytest
from bs4 import BeautifulSoup
from tests.pictures import gallery
from tests.sample import sampled

from jointlab import sources
from jointlab.learn._question import prediction_question, quiz_questions
from jointlab.learn.safety import EMERGENCIES

READY = {lesson.number: lesson for lesson in sources.course() if lesson.status == "ready"}
PAGE = re.compile(rb"/Type\s*/Page[^s]")


def read(sheet):
    return BeautifulSoup(sheet, "html.parser")


def questions(lesson):
    predictions = [prediction_question(lesson.name, name) for name in sources.lesson(lesson.name).get("predict", {})]
    return [*predictions, *quiz_questions(lesson.name).values()]


@pytest.fixture(params=sampled(READY, {"13"}))
def lesson(request):
    pytest.importorskip("latex2mathml")
    return READY[request.param]


def test_a_hand_out_asks_all_and_answers_nothing(lesson):
    from website.sheets import handout

    sheet = read(handout(lesson))
    words = re.sub(r"\s+", " ", sheet.get_text(" "))
    for asked in questions(lesson):
        assert asked.ask in words
        assert all(option in words for option in asked.options)
        assert not any(reason in words for reason in asked.because)
    for claim in sources.claims_of(lesson.name):
        assert claim.claim in words
        assert claim.learner_note not in words
    assert all(sign in words for sign in EMERGENCIES)
    assert not re.search(r"\$|Shift \+ Enter|Run All|import learn", words), "formulas are set; nothing speaks of cells"
    assert not re.search(r"wrong turn (gets|each)|each gets an answer", words), "paper does not answer"
    for picture in sheet.find_all("img"):
        assert len(picture["alt"]) > 40
    parts = [title.get_text() for title in sheet.find_all("h2")]
    assert parts.index("The article says…") < parts.index("Look"), "the pictures tell something about the claims"


def test_an_answer_sheet_has_every_answer_with_its_reason(lesson):
    from website.sheets import answers, explorers

    sheet = read(answers(lesson))
    words = re.sub(r"\s+", " ", sheet.get_text(" "))
    for asked in questions(lesson):
        assert all(reason in words for reason in asked.because)
        if asked.answer is not None:
            assert f"{asked.ask} Answer: {'ABCDEFGH'[asked.answer]}" in words
    for claim in sources.claims_of(lesson.name):
        assert f"{claim.verdict} , grade {claim.grade}" in words
    assert "return" in sheet.find("pre").get_text()
    for explorer in explorers(lesson):
        if explorer.goal:
            assert f"{explorer.title} : {explorer.goal.text}. One way of several: " in words


@pytest.mark.parametrize("title", ["A closed syringe", "What is a sign worth?", "Two ways to be wrong"])
def test_a_way_to_a_goal_can_be_typed_and_leads_there(title):
    pytest.importorskip("latex2mathml")
    from website.goals import a_way, in_words

    explorer = next(one for one in gallery.explorers().values() if one.title == title)
    values = a_way(explorer)
    assert explorer.goal.reached(explorer.state(**values))
    assert 1 <= len(values) <= len(explorer.controls)
    assert all(isinstance(value, str) or value == float(f"{value:.3g}") for value in values.values())
    told = in_words(explorer, values)
    assert all(control.label in told for control in explorer.controls if control.name in values)


@pytest.mark.whole
@pytest.mark.parametrize(("number", "leads_on"), [("04", False), ("13", True)])
def test_the_sheets_are_short(browser, number, leads_on):
    """Chromium prints them: two to four pages, on either paper. The pictures begin a page, so that nobody sees them who
    still predicts, unless the claims have led to a second page already."""
    from website import paper

    for kind, sheet in paper.SHEETS.items():
        page = browser.new_page()
        page.set_content(paper.whole(sheet(READY[number])))
        for size in paper.FORMATS:
            pages = len(PAGE.findall(paper.printed(page, size, "A title & more")))
            assert 2 <= pages <= 4, f"{kind} on {size}"
            if kind == "hand-out":
                assert page.locator("body.leads-on").count() == leads_on, size
        page.close()
