"""The audit takes every claim once, says no more than the ledger, and no lesson says anything else."""

import html
import re

import pytest
from tests.course.book import READY, ROOT, TAG, book_of, words

from jointlab import sources
from jointlab.learn import claims as cards
from jointlab.learn.article import PARTS
from jointlab.lessons.audit import facts
from jointlab.lessons.audit.ledger import CLAIMS

KNOWN = {claim.id: claim for claim in CLAIMS}


def test_each_claim_has_its_lesson_its_verdict_and_a_source_or_an_honest_nobody_looked():
    lessons = {lesson.name for lesson in sources.course()}
    for claim in CLAIMS:
        assert "audit" in claim.lesson
        assert set(claim.lesson) <= lessons
        assert claim.verdict in cards.SAYS
        assert claim.grade in cards.GRADES
        assert claim.article_section in PARTS
        assert claim.sources or claim.verdict == "no data"
        assert (claim.grade == "D") or claim.verdict != "no data", "nobody looked: there is nothing but reasoning"


@pytest.mark.parametrize("lesson", READY, ids=lambda lesson: lesson.name)
def test_the_cards_of_a_lesson_say_what_the_ledger_says(lesson):
    """Its stored page, too: verdict, note and grade of each of its claims, and of no other."""
    (cell,) = (cell for cell in book_of(lesson).code if "learn.ClaimCards(" in cell.source)
    said = " ".join(html.unescape(TAG.sub(" ", words(cell))).split())
    own = sources.claims_of(lesson.name)
    for claim in own:
        told = f"{claim.id}. {cards.SAYS[claim.verdict]} {claim.learner_note}"
        assert f"{told} What stands behind this (grade {claim.grade})" in said, claim.id
    assert set(re.findall(r"\b(S\d\d)\. ", said)) == {claim.id for claim in own}


@pytest.mark.parametrize("lesson", READY, ids=lambda lesson: lesson.name)
def test_no_verdict_in_the_prose_differs_from_the_ledger(lesson):
    """Where a lesson names a claim and a verdict, as in “S78: supported, A”."""
    text = "\n".join(map(words, book_of(lesson).cells))
    for name, verdict, grade in re.findall(rf"(S\d\d): ({'|'.join(cards.VERDICTS)}), ([A-D])", text):
        assert (KNOWN[name].verdict, KNOWN[name].grade) == (verdict, grade), name


def test_quotations_are_short_and_in_their_places():
    assert len(facts.CONTRADICTIONS) == 5
    for _about, *places, ids in facts.CONTRADICTIONS:
        assert set(ids) <= set(KNOWN)
        for place in places:
            (quoted,) = re.findall(r"“([^”]*)”", place)
            assert 2 <= len(quoted.split()) <= 8, "the article is quoted in short phrases only"
            (named,) = (name for name in dict.fromkeys(PARTS.values()) if place.startswith(name))
            assert named in {PARTS[KNOWN[name].article_section] for name in ids}


# Where a quotation that leaves out this word, or ends here, would say more than the article does.
QUALIFIED = ("Generally, it’s not recommended", "a feeling of stiffness", "frequently harmless", "could indicate")
QUALIFIED += ("may be compensating", "and to muscles that relax")


def test_quotations_keep_the_words_that_make_them_careful():
    told = repr(facts.contradictions())
    assert not [words for words in QUALIFIED if words not in told]


def test_knowing_which_saves_as_much_as_two_more_hits():
    """What the prose below the table says of it."""
    scores = [float(score) for score in re.findall(r"(0\.\d{3})", repr(facts.knows_which()))]
    one, apart, more = scores
    assert one - apart == pytest.approx(one - more, abs=0.005)
    assert more > apart


def test_what_is_left_covers_each_part_of_the_article_with_claims_of_its_own():
    assert list(facts.LEFT) == list(dict.fromkeys(PARTS.values()))
    for name, (_words, ids) in facts.LEFT.items():
        assert {PARTS[KNOWN[one].article_section] for one in ids} == {name}


def test_what_is_said_about_moving_names_the_lesson_of_each_claim():
    numbers = {lesson.name: int(lesson.number) for lesson in sources.course()}
    for _about, told, ids, lessons in facts.MOVING:
        of = {numbers[name] for one in ids for name in KNOWN[one].lesson if name != "audit"}
        assert of == {int(number) for number in lessons.split(", ")}, told
        assert not re.search(r"\b(should|must|try|avoid|you)\b", told), "no advice"


def test_figures_in_these_tables_stand_in_the_ledger():
    said = [(told, ids) for told, ids in facts.LEFT.values()] + [(told, ids) for _about, told, ids, _ in facts.MOVING]
    for told, ids in said:
        known = " ".join(KNOWN[one].teacher_note for one in ids)
        for number in re.findall(r"\d[\d,]*\d|\d", told):
            assert re.search(rf"(?<!\d){number}(?!\d)", known), f"{number} in “{told}”"


def test_the_tally_counts_all():
    told = repr(facts.tally())
    assert sum(int(count) for count in re.findall(r"^(\d+) [a-z]", told, re.MULTILINE)) == 88
    for verdict in cards.VERDICTS:
        assert f"{sum(claim.verdict == verdict for claim in CLAIMS)} {verdict}:" in told


def test_the_prediction_and_the_prose_know_the_counts():
    """The numbers in words stand in the lesson by hand: they follow the ledger."""
    count = {verdict: sum(claim.verdict == verdict for claim in CLAIMS) for verdict in cards.VERDICTS}
    book = book_of(next(lesson for lesson in READY if lesson.name == "audit"))
    (short,) = (cell.source for cell in book.cells if cell.id == "in-two-minutes")
    assert f"supports {count['supported']} and contradicts {count['contradicted']}." in short
    assert f"Of {count['partly']} a part holds" in short
    assert f"For {count['weak evidence']} the evidence is weak" in short
    assert f"For {count['no data']} nobody looked" in short
    asked = sources.lesson("audit")["predict"]["contradicted"]
    assert count["contradicted"] < 5
    assert f"contradicts {count['contradicted']} claims, and it supports {count['supported']}" in asked["because"][3]
    assert f"for {count['no data']} claims no study" in asked["because"][2]
    page = (ROOT / "teacher" / f"{book.lesson.file}.md").read_text(encoding="utf-8")
    assert f"It is **D**: {count['contradicted']}. It supports {count['supported']};" in page
    assert f"Fewer than 5: it is {count['contradicted']}." in page
    assert f"“Only {count['contradicted']} are wrong" in page
