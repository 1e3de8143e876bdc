"""Questions on a page of their own, without Python."""

import json
from functools import cache

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect
from tests.browser import eyes
from tests.browser.learner import LOCK_IN, SKIP, answer_everything, question, status
from tests.learn.sheet import Sheet
from tests.sample import sampled

from jointlab import sources
from jointlab.learn import ClaimCards, Logbook, Outcome, Prediction, Quiz
from jointlab.learn.alone import SCRIPT, STYLE, alone

READY = [row.name for row in sources.course() if row.status == "ready"]
SAMPLE = {"start", "pop", "audit"}
REMAINS = sources.lesson("pop")["predict"]["remains"]
FIRST_CLAIM = sources.claims_of("pop")[0]


def stored(lesson: str) -> list:
    """All blocks of a lesson, none of them answered."""
    book = Logbook(None)
    asked = [Prediction(lesson, name, book) for name in sources.lesson(lesson)["predict"]]
    asked[0].when_made(lambda _prediction: None)
    return [*(block for one in asked for block in (one, Outcome(one))), ClaimCards(lesson, book), Quiz(lesson, book)]


def page_of(blocks) -> str:
    """A page that holds these blocks and nothing else."""
    states = json.dumps([alone(block) for block in blocks]).replace("</", "<\\/")
    return f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>Alone</title><style>{STYLE}</style>
        {"".join(block.words.html.join((f'<div id="{block.spec["words"]}">', "</div>")) for block in blocks)}
        <main></main><script type="application/json" id="states">{states}</script>
        <script>told = []; document.addEventListener("jl-answered", (event) => told.push(event.detail));</script>
        <script type="module">{SCRIPT}
        window.render = render;
        for (const state of JSON.parse(document.getElementById("states").textContent)) {{
          const el = document.querySelector("main").appendChild(document.createElement("div"));
          render({{ model: kept(state), el }});
        }}</script></html>"""


@pytest.fixture(scope="module")
def tab(browser, tmp_path_factory):
    """A page in a file; `open(blocks)` fills it. One for all tests: a new one costs more than most of them."""
    tab = opening(browser.new_page(), tmp_path_factory.mktemp("alone") / "alone.html")
    tab.open([])
    yield tab
    tab.close()


def opening(page, file):
    """The page, which from now on can `open(blocks)` and remembers errors."""

    def open_with(blocks):
        file.write_text(page_of(blocks), encoding="utf-8")
        page.goto(file.as_uri())

    page.open, page.errors = open_with, []
    page.on("console", lambda message: page.errors.append(message.text))
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    return page


@pytest.fixture
def page(tab):
    """That page, of a reader who has answered nothing."""
    tab.evaluate("localStorage.clear()")
    tab.errors.clear()
    return tab


def test_alone_on_a_page_everything_answers_and_comes_back(page):
    page.open(stored("pop"))
    told = "told.map(({ name, made }) => `${name} ${made}`)"
    assert page.evaluate(told) == []
    groups = question(page, REMAINS["question"])
    groups.nth(0).get_by_role("radio").nth(0).check()
    groups.nth(0).get_by_label("How sure are you?").select_option("90")
    groups.nth(0).get_by_role("button", name=LOCK_IN).click()
    expect(status(groups.nth(0))).to_contain_text("The controls below are yours now.")
    assert page.evaluate(told) == ["pop/remains true"]
    groups.nth(1).get_by_role("button", name="Compare").click()
    expect(groups.nth(0).get_by_role("button")).to_have_count(0)
    first = question(page, "Question 1 of")
    first.get_by_role("radio").nth(1).check()
    first.get_by_role("button").click()
    claim = question(page, f"{FIRST_CLAIM.id}.")
    claim.get_by_role("combobox").select_option("partly")
    claim.get_by_role("button").click()
    expect(status(claim)).to_contain_text(FIRST_CLAIM.learner_note)
    before = page.locator("main").inner_text()
    assert "Not quite — you predicted" in before
    assert f"1 of {len(sources.lesson('pop')['quiz'])} solved so far." in before
    page.reload()
    page.wait_for_function("before => document.querySelector('main').innerText === before", arg=before)
    assert page.evaluate(told) == ["pop/remains true"]
    assert page.errors == []
    assert not page.locator("[id^=jl-words-]").first.is_visible()


def test_answers_from_the_pages_next_door_come_along_once(page):
    """As in a browser's own Python, beside the website: they are there, and not again after a fresh start."""
    asked = Prediction("pop", "remains", Logbook(None))
    pages = asked.places()
    asked.spec = {**asked.spec, "next_door": pages}
    asked.places = lambda: {address: f"logbook {place}" for address, place in pages.items()}
    page.evaluate("place => localStorage.setItem(place, '[\"0|70\"]')", next(iter(pages.values())))
    page.open([asked])
    lock_in = page.get_by_role("button", name=LOCK_IN)
    expect(status(question(page, REMAINS["question"]))).to_contain_text("You predicted")
    assert not lock_in.is_visible()
    page.evaluate("place => localStorage.removeItem(place)", next(iter(asked.places().values())))
    page.reload()
    expect(lock_in).to_be_visible()
    assert page.errors == []


# Render a question whose Python knows of the answers `given` and hears of nothing more until `hears()`.
DEAF = """({ spec, given }) => {
    const state = { spec, given, heard: Object.values(given).flat().length }, acts = [];
    window.hears = () => { state.heard = Infinity; acts.forEach((act) => act()); };
    const main = document.querySelector("main");
    main.textContent = "";
    render({ el: main.appendChild(document.createElement("div")), model: {
        get: (name) => state[name], set: (name, value) => { state[name] = value; acts.forEach((act) => act()); },
        save_changes() {}, on: (_what, act) => acts.push(act) } });
}"""


def test_what_a_browsers_python_had_no_time_to_hear_comes_along_the_next_time(page):
    """It ends with its page, even at work; what it has heard is in its logbook, and does not come twice."""
    asked = Quiz("pop", Logbook(None))
    page.open([])
    state = {"spec": {**asked.spec, "next_door": asked.places()}, "given": {}}
    page.evaluate(DEAF, state)
    first = question(page, "Question 1 of")
    first.get_by_role("radio").nth(1).check()
    first.get_by_role("button").click()
    words = status(first).inner_text()
    assert words
    page.reload()
    page.evaluate(DEAF, state)
    expect(status(first)).to_have_text(words)
    page.evaluate("hears()")
    page.reload()
    page.evaluate(DEAF, state)  # the lesson was started afresh
    expect(status(first)).to_be_empty()
    assert page.errors == []


def test_where_the_browser_keeps_nothing_it_answers_all_the_same(browser, tmp_path):
    page = opening(browser.new_page(), tmp_path / "alone.html")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } });")
    page.open(stored("pop"))
    groups = question(page, REMAINS["question"])
    groups.nth(0).get_by_role("button", name=SKIP).click()
    groups.nth(1).get_by_role("button", name="Compare").click()
    expect(status(groups.nth(1))).to_contain_text("What happens")
    assert page.errors == []
    page.close()


@pytest.mark.parametrize("lesson", sampled(READY, SAMPLE))
def test_alone_on_a_page_nobody_is_kept_out(page, lesson):
    """What axe finds, contrast too, with everything answered that can be; the dark page differs only in its colours."""
    page.open(stored(lesson))
    answer_everything(page)
    assert page.locator(".jl-right").count() > 0
    assert page.locator(".jl-said:not(:has(.jl-right))").count() > 0
    assert eyes.found_alone(page) == {}
    page.evaluate("document.documentElement.setAttribute('theme', 'dark')")
    if lesson == READY[0]:  # that pale words would be found is tested once
        page.locator("main p").first.evaluate("(node, pale) => { node.innerHTML = pale; }", eyes.PALE)
    pale = eyes.found_alone(page, runOnly=["color-contrast"]).get("color-contrast", [])
    assert pale == ([eyes.PALE] if lesson == READY[0] else [])


def test_what_went_wrong_is_shown_as_text(page):
    asked = Prediction("pop", "remains", Logbook(None))
    asked.trouble, asked.notice = "disk <on> fire", "<b>set aside</b>"
    page.open([asked])
    page.evaluate("document.querySelector('main').textContent = ''")
    page.evaluate(
        """({ spec, trouble, notice }) => {
            const state = { spec, trouble, notice, given: {}, heard: 0 };
            render({ el: document.querySelector("main"), model: { get: (name) => state[name], on() {} } });
        }""",
        {"spec": asked.spec, "trouble": asked.trouble, "notice": asked.notice},
    )
    expect(page.locator(".jl-trouble")).to_have_text("disk <on> fire")
    expect(page.locator(".jl-notice")).to_have_text("<b>set aside</b>")


@pytest.mark.parametrize("lesson", sampled(READY, SAMPLE))
def test_the_page_says_what_python_says(page, lesson):
    """Every answer of every question: the page and the blocks in Python go through all of them side by side."""
    blocks = stored(lesson)
    page.open(blocks)
    places = {address: place for block in blocks for address, place in alone(block)["kept"].items()}
    hands = {block: Sheet(block) for block in blocks}
    said, told, way = {block: in_python(hands[block]) for block in blocks}, [], list(steps(blocks))
    for address, answers in way:
        for block in (block for block in blocks if address in block.given):
            block._known = {**block._known, address: answers}
            block.given = block._known
            block.heard = sum(map(len, block.given.values()))
            said[block] = in_python(hands[block])
        told.append([line for block in blocks for line in said[block]])
    seen = json.loads(page.evaluate(WALK, [[places[address], answers] for address, answers in way]))
    for step, on_the_page, in_words in zip(way, seen, told, strict=True):
        assert on_the_page == in_words, step
    assert len(seen) > 60
    assert len({json.dumps(one) for one in seen}) > 0.8 * len(seen)
    assert sum(len(hand.forms) for hand in hands.values()) == len(seen[0]) - len(blocks)
    assert page.errors == []


# Goes through all answers; after each, what can be read of every question, and the score of every block. As one string:
# that comes soonest. Of many claims ten are in sight: here it is all of them.
WALK = """(way) => JSON.stringify(way.map(([place, answers]) => {
    document.querySelectorAll("form[hidden]").forEach((form) => { form.hidden = false; });
    localStorage.setItem(place, JSON.stringify(answers));
    document.dispatchEvent(new Event("jl-kept"));
    return [...document.querySelectorAll("main > div")].flatMap((block) => [
        ...[...block.querySelectorAll("form")].map((form) => [
            ...[...form.querySelectorAll("button")].filter((one) => one.offsetHeight).map((one) => one.textContent),
            form.querySelector(".jl-said").textContent]),
        [block.querySelector(".jl-score").textContent]]);
}))"""


def in_python(hand: Sheet) -> list[list[str]]:
    read = [[*hand.buttons(form), without_tags(hand.status(form["data-address"]))] for form in hand.forms]
    return [*read, [hand.score()]]


@cache  # most answers say what they have said before
def without_tags(html: str) -> str:
    return BeautifulSoup(html, "html.parser").text


def steps(blocks):
    """(address, all answers under it so far): each answer of each table, then the outcomes opened, then once more."""
    tables = {address: said for block in blocks for address, said in block.spec["said"].items()}
    for address, said in tables.items():
        answers = [key for key in said if key and key[0] != "?" and key != "again" and not key.endswith("opened")]
        kind, name = address.split(" ", 1)
        if kind == "outcome":
            yield address, ["opened"]
            for answer in answers:
                yield f"prediction {name}", [answer]
        elif kind == "quiz":
            yield from ((address, answers[: i + 1]) for i in range(len(answers)))
        else:
            yield from ((address, [answer]) for answer in answers)
