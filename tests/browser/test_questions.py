"""Questions: by keyboard alone in JupyterLab, and on a page of their own without Python."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from bench import lab
from bs4 import BeautifulSoup
from playwright.sync_api import expect
from tests.browser.learner import LOCK_IN, SKIP, has_focus, question, saved_without_kernel, tab_to
from tests.learn.sheet import Sheet

from jointlab import sources
from jointlab.learn import ClaimCards, Logbook, Outcome, Prediction, Quiz
from jointlab.learn.alone import SCRIPT, STYLE, alone

LESSON = "03-what-makes-the-pop.ipynb"
POP = sources.lesson("pop")
REMAINS = POP["predict"]["remains"]
SOURCE = POP["quiz"]["source"]
FIRST_CLAIM = sources.claims_of("pop")[0]


@pytest.fixture(scope="module")
def lesson(visit, address):
    with visit() as page:
        lab.open_notebook(page, address, LESSON)
        lab.run_all(page)
        yield page


@pytest.fixture
def asked(lesson):
    return question(lesson, REMAINS["question"]).nth(0)


@pytest.fixture
def compared(lesson):
    return question(lesson, REMAINS["question"]).nth(1)


def status(group):
    return group.locator(".jl-said")


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def leaves_the_notebook_alone(page) -> None:
    """Letters that mean something to JupyterLab mean nothing here, and the focus stays where it is."""
    cells = page.locator(".jp-Cell").count()
    before = page.evaluate_handle("document.activeElement")
    press(page, "x", "d", "d", "a", "b", "m")
    assert page.locator(".jp-Cell").count() == cells
    assert page.evaluate("before => before === document.activeElement && before !== document.body", before)
    assert page.evaluate("jupyterapp.shell.currentWidget.content.mode") == "command"


def test_a_prediction_by_keyboard(lesson, asked):
    radios = asked.get_by_role("radio")
    lesson.get_by_text("Warning signs: when a back needs a doctor now").focus()
    tab_to(lesson, radios.first)
    press(lesson, "ArrowDown")
    expect(radios.nth(1)).to_be_checked()
    assert has_focus(radios.nth(1))
    press(lesson, "ArrowUp", "ArrowUp")  # round the end
    expect(radios.last).to_be_checked()
    press(lesson, "ArrowRight")
    expect(radios.first).to_be_checked()
    leaves_the_notebook_alone(lesson)
    press(lesson, "Enter")
    expect(status(asked)).to_contain_text("Nearly there: please choose how sure you are.")
    assert has_focus(asked.get_by_role("combobox"))
    press(lesson, "7")
    expect(asked.get_by_role("combobox")).to_have_value("70")
    press(lesson, "Tab")
    assert has_focus(asked.get_by_role("button", name=LOCK_IN))
    leaves_the_notebook_alone(lesson)
    press(lesson, "Enter")
    expect(status(asked)).to_contain_text(f"You predicted: “{REMAINS['options'][0]}”")
    expect(status(asked)).to_contain_text("The controls below are yours now.")
    assert has_focus(asked.get_by_role("button", name="Change my mind"))
    leaves_the_notebook_alone(lesson)


def test_a_mind_is_changed_by_keyboard(lesson, asked):
    asked.get_by_role("button", name="Change my mind").focus()
    press(lesson, "Enter")
    assert has_focus(asked.get_by_role("radio").first)
    expect(asked.get_by_role("combobox")).to_have_value("70")
    press(lesson, "ArrowDown", "Enter")
    expect(status(asked)).to_contain_text(f"You predicted: “{REMAINS['options'][1]}”")
    assert has_focus(asked.get_by_role("button", name="Change my mind"))


def test_an_outcome_by_keyboard(lesson, asked, compared):
    expect(status(compared)).to_contain_text(f"You predicted: “{REMAINS['options'][1]}”")
    compared.get_by_role("button", name="Compare with what happens").focus()
    press(lesson, "Enter")
    expect(status(compared)).to_contain_text("✓ It went as you predicted")
    assert has_focus(status(compared))
    leaves_the_notebook_alone(lesson)
    expect(asked.get_by_role("button")).to_have_count(0)


def test_a_quiz_by_keyboard(lesson):
    first = question(lesson, f"Question 1 of {len(POP['quiz'])}.")
    first.get_by_role("radio").first.focus()
    press(lesson, "Space", "Enter")
    expect(status(first)).to_contain_text(f"Not quite — A. {SOURCE['because'][0]}")
    assert has_focus(first.get_by_role("radio").first)
    press(lesson, "ArrowDown", "Tab")
    assert has_focus(first.get_by_role("button", name="Check my answer to question 1"))
    press(lesson, "Enter")
    expect(status(first)).to_contain_text(f"✓ B is the answer. {SOURCE['because'][1]}")
    assert has_focus(first.get_by_role("button"))
    leaves_the_notebook_alone(lesson)
    expect(lesson.locator(".jl-score", has_text="1 of 5 solved so far.")).to_be_visible()


def test_a_claim_by_keyboard(lesson):
    claim = question(lesson, f"{FIRST_CLAIM.id}.")
    judgement = claim.get_by_role("combobox", name=f"Your judgement of {FIRST_CLAIM.id}:")
    judgement.focus()
    press(lesson, "ArrowDown", "ArrowDown")
    expect(judgement).to_have_value("partly")
    leaves_the_notebook_alone(lesson)
    press(lesson, "Tab", "Enter")
    expect(status(claim)).to_contain_text(FIRST_CLAIM.teacher_note)
    assert has_focus(status(claim))
    leaves_the_notebook_alone(lesson)


def test_the_words_that_stand_in_are_out_of_sight(lesson):
    words = lesson.locator("[id^=jl-words-]")
    expect(words).to_have_count(6)
    assert not any(one.is_visible() for one in words.all())
    assert all(one.is_visible() for one in lesson.locator(".jl-block").all())


def test_the_focus_is_easily_seen(lesson):
    judgement = question(lesson, f"{sources.claims_of('pop')[1].id}.").get_by_role("combobox")
    judgement.focus()
    press(lesson, "Tab")  # a ring is drawn for keys, not for a script
    ring = lesson.evaluate(
        "(({ outline, outlineColor }) => [outline, outlineColor])(getComputedStyle(document.activeElement))"
    )
    assert re.search(r"\b3px\b", ring[0])
    assert ring[1] == "rgb(0, 104, 168)"  # style.COLOURS["blue"], held to 3:1 in tests/drawings/test_style.py


def test_all_of_it_comes_back_with_a_new_kernel(lesson, address, asked, compared):
    assert lesson.console_errors == []
    lab.shut_down_kernels(lesson)
    lab.open_notebook(lesson, address, LESSON)
    lab.run_all(lesson)
    expect(status(asked)).to_contain_text(f"You predicted: “{REMAINS['options'][1]}”")
    expect(status(asked)).not_to_contain_text("yours now")
    expect(status(compared)).to_contain_text("✓ It went as you predicted")
    first = question(lesson, f"Question 1 of {len(POP['quiz'])}.")
    expect(status(first)).to_contain_text("✓ B is the answer.")
    expect(first.get_by_role("radio").nth(1)).to_be_checked()
    expect(lesson.locator(".jl-score", has_text="1 of 5 solved so far.")).to_be_visible()
    expect(status(question(lesson, f"{FIRST_CLAIM.id}."))).to_contain_text(FIRST_CLAIM.teacher_note)
    assert lesson.console_errors == []


def test_without_its_kernel_the_words_can_be_read(lesson, address, folder, browser):
    with saved_without_kernel(lesson, browser, address, folder, LESSON) as page:
        words = page.locator("[id^=jl-words-]")
        expect(words).to_have_count(6)
        for one in words.all():
            one.scroll_into_view_if_needed()
            expect(one).to_be_visible()
        expect(words.first).to_contain_text(REMAINS["options"][0])


# Alone


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


@pytest.fixture
def page(browser, tmp_path):
    """An empty page in a file, that of a reader who has answered nothing; `page.open(blocks)` fills it."""
    page, file = browser.new_page(), tmp_path / "alone.html"

    def open_with(blocks):
        file.write_text(page_of(blocks), encoding="utf-8")
        page.goto(file.as_uri())

    page.errors, page.open = [], open_with
    page.on("console", lambda message: page.errors.append(message.text))
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.open([])
    page.evaluate("localStorage.clear()")
    yield page
    page.close()


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
    expect(status(claim)).to_contain_text(FIRST_CLAIM.teacher_note)
    before = page.locator("main").inner_text()
    assert "Not quite — you predicted" in before
    assert "1 of 5 solved so far." in before
    page.reload()
    page.wait_for_function("before => document.querySelector('main').innerText === before", arg=before)
    assert page.evaluate(told) == ["pop/remains true"]
    assert page.errors == []
    assert not page.locator("[id^=jl-words-]").first.is_visible()


def test_where_the_browser_keeps_nothing_it_answers_all_the_same(page):
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } });")
    page.open(stored("pop"))
    groups = question(page, REMAINS["question"])
    groups.nth(0).get_by_role("button", name=SKIP).click()
    groups.nth(1).get_by_role("button", name="Compare").click()
    expect(status(groups.nth(1))).to_contain_text("What happens")
    assert page.errors == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_alone_on_a_page_nobody_is_kept_out(page, theme):
    """What axe finds, contrast too, with everything answered that can be."""
    page.open(stored("pop"))
    page.evaluate("theme => document.documentElement.setAttribute('theme', theme)", theme)
    groups = question(page, REMAINS["question"])
    groups.nth(0).get_by_role("button", name=SKIP).click()
    groups.nth(1).get_by_role("button", name="Compare").click()
    for n, asked in enumerate(question(page, re.compile(r"Question \d of")).all()):
        asked.get_by_role("radio").nth(n % 2).check()
        asked.get_by_role("button").click()
    claim = question(page, f"{FIRST_CLAIM.id}.")
    claim.get_by_role("combobox").select_option(FIRST_CLAIM.verdict)
    claim.get_by_role("button").click()
    expect(page.locator(".jl-right")).not_to_have_count(0)
    found = Axe().run(page, context="main").response
    assert "color-contrast" in {rule["id"] for rule in found["passes"]}
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found["violations"]] == []


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


@pytest.mark.parametrize("lesson", [row.name for row in sources.course() if row.status == "ready"])
def test_the_page_says_what_python_says(page, lesson):
    """Every answer of every question: the page and the blocks in Python go through all of them side by side."""
    blocks = stored(lesson)
    page.open(blocks)
    forms = [form["data-address"] for block in blocks for form in Sheet(block).forms]
    seen = []
    for step in steps(blocks):
        address, answers = step
        concerned = [block for block in blocks if address in block.given]
        for block in concerned:
            block._known = {**block._known, address: answers}
            block.given = block._known
            block.heard = sum(map(len, block.given.values()))
        page.evaluate(
            """([place, answers]) => {
                localStorage.setItem(place, JSON.stringify(answers));
                document.dispatchEvent(new Event("jl-kept"));
            }""",
            [alone(concerned[0])["kept"][address], answers],
        )
        seen.append(page.evaluate(SEEN))
        assert seen[-1] == [line for block in blocks for line in in_python(block)], step
    assert len(seen) > 60
    assert len({json.dumps(one) for one in seen}) > 0.8 * len(seen)
    assert len(forms) == len(seen[0]) - len(blocks)
    assert page.errors == []


# What can be read of each question, and the score of each block.
SEEN = """[...document.querySelectorAll("main > div")].flatMap((block) => [
    ...[...block.querySelectorAll("form")].map((form) => [
        ...[...form.querySelectorAll("button")].filter((one) => one.offsetHeight).map((one) => one.textContent),
        form.querySelector(".jl-said").textContent]),
    [block.querySelector(".jl-score").textContent]])"""


def in_python(block) -> list[list[str]]:
    hand = Sheet(block)
    read = [[*hand.buttons(form), without_tags(hand.status(form["data-address"]))] for form in hand.forms]
    return [*read, [hand.score()]]


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
