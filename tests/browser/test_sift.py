"""All claims on one page: the bar finds what is asked for, ten stand in sight, and nothing judged runs away."""

import pytest
from playwright.sync_api import expect
from tests.browser.learner import has_focus, question, status
from tests.browser.test_questions_alone import opening, page_of

from jointlab import sources
from jointlab.learn import ClaimCards, Logbook
from jointlab.learn.article import part

CLAIMS = sources.claims_of("audit")
COUNT = len(CLAIMS)
VERDICT, GRADE = "Verdict, of those you judged", "Grade, of those you judged"


@pytest.fixture(scope="module")
def tab(browser, tmp_path_factory):
    tab = opening(browser.new_page(), tmp_path_factory.mktemp("sift") / "page.html")
    yield tab
    tab.close()


@pytest.fixture
def page(tab):
    tab.open([ClaimCards("audit", Logbook(None))])
    tab.evaluate("localStorage.clear()")
    tab.reload()
    return tab


def in_sight(page) -> list[str]:
    """Ids of the claims in sight."""
    return [words[:3] for words in page.locator("form:visible legend").all_inner_texts()]


def said(page):
    return page.locator(".jl-count")


def test_ten_stand_in_sight_and_the_next_ten_follow(page):
    assert in_sight(page) == [claim.id for claim in CLAIMS[:10]]
    expect(said(page)).to_have_text(f"{COUNT} of {COUNT} claims fit; numbers 1 to 10 are shown.")
    before, after = page.get_by_role("button", name="The ten before"), page.get_by_role("button", name="The next ten")
    expect(before).to_be_disabled()
    seen = in_sight(page)
    while after.is_enabled():
        after.click()
        assert has_focus(said(page)), "what is in sight now is read aloud"
        seen += in_sight(page)
    assert seen == [claim.id for claim in CLAIMS]
    before.click()
    expect(said(page)).to_contain_text("numbers 71 to 80")
    assert page.errors == []


@pytest.mark.parametrize(
    ("label", "option", "fits"),
    [
        ("Part of the article", "What are the risks?", lambda claim: part(claim) == "What are the risks?"),
        ("Lesson", "09 Does cracking harm you?", lambda claim: "harm" in claim.lesson),
    ],
)
def test_a_list_leaves_what_fits(page, label, option, fits):
    page.get_by_role("combobox", name=label, exact=True).select_option(label=option)
    wanted = [claim.id for claim in CLAIMS if fits(claim)]
    assert in_sight(page) == wanted[:10]
    expect(said(page)).to_contain_text(f"{len(wanted)} of {COUNT} claims fit")


@pytest.mark.parametrize(
    ("label", "option", "fits"),
    [
        (VERDICT, "supported", lambda claim: claim.verdict == "supported"),
        (GRADE, "A: several trials, reviews or direct measurements that agree", lambda claim: claim.grade == "A"),
    ],
)
def test_verdicts_and_grades_give_nothing_away(page, label, option, fits):
    """They choose among claims that are judged, and say so."""
    chosen = page.get_by_role("combobox", name=label, exact=True)
    chosen.select_option(label=option)
    assert in_sight(page) == []
    expect(said(page)).to_have_text("No claim fits, among those you judged: set a list back to “all”.")
    chosen.select_option("")
    for claim in CLAIMS[:6]:
        form = question(page, f"{claim.id}.")
        form.get_by_role("combobox").select_option("partly")
        form.get_by_role("button").click()
    chosen.select_option(label=option)
    wanted = [claim.id for claim in CLAIMS[:6] if fits(claim)]
    assert wanted
    assert in_sight(page) == wanted
    expect(said(page)).to_contain_text(f"{len(wanted)} of {COUNT} claims fit, among those you judged")


def test_words_are_found_in_any_order_and_nothing_found_is_said(page):
    words = page.get_by_label("With the words")
    words.fill("Back  CRACKING")
    wanted = [
        claim.id
        for claim in CLAIMS
        if {"cracking", "back"} <= {w for w in ("cracking", "back") if w in claim.claim.lower()}
    ]
    assert in_sight(page) == wanted[:10]
    words.fill("zebra")
    assert in_sight(page) == []
    expect(said(page)).to_have_text("No claim fits: set a list back to “all”.")


def test_two_conditions_hold_together(page):
    page.get_by_label("Part of the article").select_option(label="Is it safe?")
    page.get_by_role("combobox", name="Lesson", exact=True).select_option(label="09 Does cracking harm you?")
    assert in_sight(page) == ["S09", "S12"]


def test_what_is_judged_stays_until_the_bar_is_asked_again(page):
    page.get_by_label("not judged yet").check()
    first = question(page, f"{CLAIMS[0].id}.")
    first.get_by_role("combobox").select_option("partly")
    first.get_by_role("button").click()
    expect(status(first)).to_contain_text(CLAIMS[0].learner_note)
    assert in_sight(page)[0] == CLAIMS[0].id
    page.get_by_label("not judged yet").uncheck()
    page.get_by_label("not judged yet").check()
    assert in_sight(page) == [claim.id for claim in CLAIMS[1:11]]
    page.reload()
    page.get_by_label("not judged yet").check()
    expect(said(page)).to_contain_text(f"{COUNT - 1} of {COUNT} claims fit")


def test_what_the_strip_looks_for_comes_in_sight(page):
    page.get_by_role("combobox", name=GRADE, exact=True).select_option("A")
    page.evaluate("""document.querySelector('[data-address="judgement S77"]').dispatchEvent(new Event("jl-sought"))""")
    assert in_sight(page) == [claim.id for claim in CLAIMS[70:80]]
    expect(page.get_by_role("combobox", name=GRADE, exact=True)).to_have_value("")


def test_where_nothing_lives_all_claims_stand_folded_by_part():
    html = page_of([ClaimCards("audit", Logbook(None))])
    cards = ClaimCards("audit", Logbook(None))
    assert cards.words.html.count("<details>") == len({part(claim) for claim in CLAIMS})
    for claim in CLAIMS:
        assert claim.learner_note in cards.words.plain.replace("\n", " ")
    assert "jl-sift" in html


def test_few_claims_have_no_bar():
    assert "sift" not in ClaimCards("harm", Logbook(None)).spec
