"""What the pages say is what the answers are, counted here once more and otherwise; what matters first stands first."""

import random
import re
from collections import Counter

import pytest
from bs4 import BeautifulSoup
from tests.report import crowd

from jointlab import learn, sources
from jointlab.learn.calibration import FEW
from jointlab.learn.progress import answered
from jointlab.logbook import Logbook
from jointlab.report import class_page, own_page, talk, tally
from jointlab.report.asked import items, titles
from jointlab.report.gathered import Gathered
from jointlab.report.given import Answer
from jointlab.report.learners import Learner, learner

CLASS = 12
POP = sources.lesson("pop")


@pytest.fixture(scope="module")
def books():
    return [crowd.book(seed) for seed in range(CLASS)]


@pytest.fixture(scope="module")
def learners(books):
    return [learner(book, f"Pupil {n}" if n % 2 else "") for n, book in enumerate(books)]


@pytest.fixture(scope="module")
def found(learners):
    return Gathered(learners, ["marks.csv is no report of this course; it was left out."], {"Pupil 1": ["a.csv"]})


@pytest.fixture(scope="module")
def page(found):
    return BeautifulSoup(class_page.page(found), "html.parser")


def firsts(books, kind, name):
    """The first entries of that kind and name, book by book."""
    entries = (book.entries(kind, name) for book in books)
    return [one[0]["entry"] for one in entries if one]


def words(node):
    return " ".join(node.get_text(" ").split())


def section(page, title):
    return page.find("h2", string=title).parent


def question(page, asks):
    """Option → what stands beside it, of the table below these words."""
    caption = page.find("caption", string=asks)
    rows = caption.find_parent("table").select("tbody tr")
    return {row.th.find(string=True).removeprefix("✓ "): words(row.td) for row in rows}


def test_first_what_to_talk_about_then_who(page):
    titles_ = [words(one) for one in page.find_all("h2")]
    assert titles_[:3] == ["To talk about next", "Who did what", "How sure, and how often right"]
    assert titles_[-2:] == ["The article’s claims", "The files"]
    assert words(page.h1) == f"Learners: {CLASS}"


@pytest.mark.parametrize(("kind", "part"), [("prediction", "predict"), ("quiz", "quiz")])
def test_every_question_says_how_many_chose_what(page, books, kind, part):
    for name, asked in POP[part].items():
        chosen = Counter(entry.get("option") for entry in firsts(books, kind, f"pop/{name}"))
        total = sum(chosen[option] for option in asked["options"])
        told = question(page, asked.get("question") or asked["ask"])
        assert told == {option: f"{chosen[option]} of {total}" for option in asked["options"]}


def test_who_did_what_is_what_the_course_counts(page, books, learners):
    grid = section(page, "Who did what").find("table")
    rows = grid.select("tbody tr")
    columns = [words(cell)[:2] for cell in grid.select("thead th")][1:-1]
    assert columns == ["00", "03", "13"]
    by_number = {row.number: row.name for row in sources.course()}
    for row, one, book in zip(rows, learners, books, strict=True):
        assert words(row.th) == one.label
        done = learn.progress(book)
        for number, cell in zip(columns, row.select("td"), strict=False):
            name = by_number[number]
            own = done[name]
            counted = (own.predictions, own.checks, own.quiz, own.claims, own.cases)
            goals = [item for item in items().values() if item.kind == "goal" and item.lesson == name]
            reached = sum(bool(book.entries(*item.address.split(" ", 1))) for item in goals)
            assert (
                words(cell)
                == f"{sum(c.done for c in counted) + reached} of {sum(c.total for c in counted) + len(goals)}"
            )


def test_an_exercise_says_how_many_got_it_and_where_they_are_stuck(page, books):
    tried = [book.entries("check", "collapse_time") for book in books]
    tried = [[one["entry"] for one in entries] for entries in tried if entries]
    solved = sum(any(entry["passed"] for entry in entries) for entries in tried)
    asks = POP["build"]["collapse_time"]["asks"]
    head = page.find("p", string=asks[0].upper() + asks[1:])
    assert words(head.find_next("p")) == f"{solved} of {len(tried)} who tried it got it right."
    rows = {words(row.th): [words(cell) for cell in row.select("td")] for row in head.find_next("tbody").select("tr")}
    met = Counter(name for entries in tried for name in {entry["mistake"] for entry in entries} - {""})
    still = Counter(
        [entry["mistake"] for entry in entries if entry["mistake"]][-1]
        for entries in tried
        if not any(entry["passed"] for entry in entries)
    )
    assert {name: (int(cells[0]), int(cells[1])) for name, cells in rows.items()} == {
        name: (met[name], still[name]) for name in met
    }
    says = {mistake["name"]: mistake["says"] for mistake in POP["build"]["collapse_time"]["mistake"]}
    assert all(rows[name][2] == says[name] for name in rows if name in says)


def test_claims_stand_by_how_far_class_and_evidence_differ(page, books):
    rows = section(page, "The article’s claims").select("tbody tr")
    shares = []
    for row in rows:
        claim = sources.claim(words(row.th).split(".")[0])
        said = Counter(entry["judgement"] for entry in firsts(books, "judgement", claim.id))
        same, common, verdict = (words(cell) for cell in row.select("td"))
        assert (same, verdict) == (f"{said[claim.verdict]} of {said.total()}", claim.verdict)
        assert common in {f"{word} ({count})" for word, count in said.items() if count == max(said.values())}
        shares.append(said[claim.verdict] / said.total())
    assert shares == sorted(shares)
    assert len(rows) > 10


def test_calibration_is_that_of_all_first_predictions(page, books):
    pairs = [(one.confidence, one.right) for book in books for one in answered(book)]
    told = words(section(page, "How sure, and how often right"))
    assert f"{sum(right for _, right in pairs)} of {len(pairs)} first predictions came true" in told
    assert f"the same few questions ({len(tally.fit(tally.pile(map(learner, books))).by_question)})" in told


def test_the_most_shared_wrong_answer_comes_first_with_its_idea_and_what_to_say():
    """Ten learners, of whom seven share an idea, one has another, two are right."""
    asked, books = POP["predict"]["remains"], []
    for choice in [0] * 7 + [2] + [1] * 2:
        books.append(Logbook(None))
        learn.Prediction("pop", "remains", books[-1]).answer("prediction pop/remains", f"{choice}|70")
    (topic,) = talk.topics(tally.pile(map(learner, books)), 10)
    assert topic.asks == asked["question"]
    assert topic.told == (
        f"7 of 10 chose at first: “{asked['options'][0]}”",
        f"The idea behind it: “{asked['misconception'][0]}”.",
    )
    assert topic.say == asked["because"][0]
    assert topic.right == f"Right, and chosen by 2 of 10: “{asked['options'][1]}”"


@pytest.mark.parametrize(
    ("made", "told", "answered"),
    [
        (["too slow", "lever arms forgotten"], "lever arms forgotten", ""),
        (["returns str", "lever arms forgotten"], "lever arms forgotten", ""),
        (["too slow", "too slow", "lever arms forgotten"], "too slow", "lever arms forgotten"),
        (["too slow", "too slow"], "too slow", ""),
        (["returns str", "returns str"], "returns str", ""),
    ],
)
def test_what_is_said_to_a_line_belongs_to_the_mistake_that_is_named(made, told, answered):
    """For some mistakes the course has no words."""
    books = [
        Logbook.of([crowd.record("check", "back_muscles", {"passed": False, "mistake": name, "attempt": ""})])
        for name in made
    ]
    (topic,) = talk.topics(tally.pile(map(learner, books)), len(books))
    says = {
        mistake["name"]: mistake["says"] for mistake in sources.lesson("lifting")["build"]["back_muscles"]["mistake"]
    }
    assert topic.told[1] == f"Most often stuck at: “{told}” ({made.count(told)})."
    assert topic.say == (says | talk.SLIPS).get(answered or told, "")
    other = f"What is said below answers another mistake: “{answered}”, made by {made.count(answered)}."
    assert topic.told[2:] == ((other,) if answered else ())


def test_slips_that_are_answered_are_called_so_by_the_check():
    lines = {
        "NameError": "return mass",
        "ZeroDivisionError": "return 1 / 0",
        "constant": "return 1",
        "nothing returned": "pass",
        "returns str": "return 'trunk_mass'",
        "returns tuple": "return 9, 81",
    }
    assert {"SyntaxError", *lines} == talk.SLIPS.keys()  # the one that keeps the check from being run
    for slip, line in lines.items():
        book, cell = Logbook(None), {}
        exec(f"def muscle_force(trunk_mass, trunk_arm, load, load_arm, muscle_arm):\n    {line}\n", cell)
        learn.check("lifting", "back_muscles", cell["muscle_force"], logbook=book)
        assert [one["entry"]["mistake"] for one in book.entries("check", "back_muscles")] == [slip]


def test_a_person_who_was_sent_too_late_comes_before_all_else(learners):
    found = talk.topics(tally.pile(learners), CLASS)
    assert found[0].where.startswith(titles()["red_flags"])
    assert found[0].right.startswith("The safe answer: ")
    assert found[0].say
    assert len(found) <= talk.QUESTIONS + talk.EXERCISES + talk.CLAIMS + talk.PEOPLE


def test_of_many_learners_one_alone_is_no_matter_for_all():
    book = Logbook(None)
    learn.Prediction("pop", "remains", book).answer("prediction pop/remains", "0|70")
    answers = tally.pile([learner(book)])
    assert talk.topics(answers, 30) == []
    assert len(talk.topics(answers, 1)) == 1


@pytest.mark.parametrize(
    ("rights", "ends"),
    [((10, 10), "knew more than they thought."), ((0, 0), "surer than they were right."), ((10, 4), "anybody tell.")],
)
def test_luck_is_that_of_the_questions_not_of_the_answers(rights, ends):
    """Ten answers to each, 70 % sure; where questions differ much, many answers to few of them tell little."""
    by_question = {f"q{n}": (10, rights[n % 2], 0.7) for n in range(FEW)}
    total = sum(right for _, right, _ in by_question.values())
    fit = tally.Fit([tally.Said(0.7, total, 10 * FEW)], by_question)
    assert talk.calibrated(fit).endswith(ends)
    assert f"{total} of {10 * FEW} first predictions" in talk.calibrated(fit)


def test_one_lesson_alone(found, learners):
    page = BeautifulSoup(class_page.page(found, "pop"), "html.parser")
    assert [words(one) for one in page.find_all("h2")][3:-2] == [titles()["pop"]]
    own = {claim.id for claim in sources.claims_of("pop")}
    rows = section(page, "The article’s claims").select("tbody th")
    assert {words(row).split(".")[0] for row in rows} <= own
    assert not any("Harmless" in words(one) for one in page.select(".topic"))
    assert words(page.header).count("Only of the lesson 03 · What makes the pop?.") == 1


def test_answers_of_another_version_are_counted_apart():
    address = "prediction pop/remains"
    other = Answer(address, "pop", "asked otherwise then", "asked otherwise then", sure=70)
    (choices,) = tally.choices(tally.pile([Learner("A", "", {address: other})]), "prediction")
    assert (choices.total, choices.otherwise, choices.skipped) == (0, 1, 0)
    page = class_page.page(Gathered([Learner("A", "", {address: other})]))
    assert "Answered in another version of the course: 1." in page


@pytest.fixture(scope="module")
def own(books):
    return BeautifulSoup(own_page.page(learner(books[0], "Ana")), "html.parser")


def test_ones_own_page_tells_all_that_was_answered(own, books):
    one = learner(books[0])
    shown = own.select("section .answer .head")
    assert len(shown) == len(one.answers)
    assert {words(head) for head in shown} == {" ".join(items()[address].asks.split()) for address in one.answers}
    assert one.code in words(own.header)
    assert words(own.h1) == "Ana"


def test_ones_own_page_gives_nothing_away(own, books):
    one = learner(books[0])
    hidden = [answer for answer in one.answers.values() if answer.address.startswith("prediction ") and answer.tries]
    hidden = [answer for answer in hidden if answer.right is None]
    unsolved = [answer for answer in one.answers.values() if answer.address.startswith("quiz ") and not answer.solved]
    assert hidden
    assert unsolved
    for answer in [*hidden, *unsolved]:
        item = items()[answer.address]
        told = words(own.find("p", class_="head", string=item.asks).parent)
        assert item.says[item.right] not in told
        assert item.right not in told or item.right in (answer.words, answer.last)


def test_worth_another_look_names_what_is_open_and_the_surest_miss(book):
    asked = learn.Prediction("pop", "remains", book)
    asked.answer("prediction pop/remains", "2|99")
    assert own_page.worth_another_look(learner(book)) == []
    asked.open_outcome()
    learn.check("pop", "collapse_time", lambda radius, density, pressure_difference: radius, logbook=book)
    quiz = learn.Quiz("pop", book)
    quiz.answer("quiz pop/source", "0")
    told = [why for _, why in own_page.worth_another_look(learner(book))]
    assert told[0].startswith("The line to build is not right yet.")
    assert told[1] == f"This question is not solved yet: “{POP['quiz']['source']['ask']}”"
    assert told[2].startswith("You were 99 % sure of this: ")
    quiz.answer("quiz pop/source", str(POP["quiz"]["source"]["answer"]))
    assert len(own_page.worth_another_look(learner(book))) == 2


def test_a_page_is_one_file_without_a_script_whatever_was_written():
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    records = crowd.records(random.Random(4))
    for record in records:
        for part in ("attempt", "mistake", "option", "judgement"):
            if part in record["entry"]:
                record["entry"][part] += evil
    one = learner(Logbook.of(records), evil)
    assert one.answers
    for text in (own_page.page(one), class_page.page(Gathered([one], [evil], {evil: [evil]}))):
        page = BeautifulSoup(text, "html.parser")
        assert not page.select("script, img, link, iframe, [onerror], [src]")
        assert not re.search(r"https?://(?!www\.w3\.org)", text)
        assert evil[:8] in page.get_text()


def test_who_tried_an_exercise_and_is_stuck_is_named(page, learners):
    caption = page.find("caption", string="Tried to build the line, and have not got it yet")
    rows = {words(row.th): [words(cell) for cell in row.select("td")] for row in caption.parent.select("tbody tr")}
    address = "check collapse_time"
    stuck = [one.label for one in learners if address in one.answers and not one.answers[address].solved]
    assert stuck
    assert rows[titles()["pop"]] == [str(len(stuck)), ", ".join(stuck)]


def test_a_claim_to_talk_about_is_told_as_it_was_judged():
    """The right judgement may still be the most common one: then no other is called so."""
    claim = sources.claim("S67")
    books = [Logbook(None) for _ in range(5)]
    for book, judgement in zip(books, [claim.verdict] * 2 + ["supported", "no data", "contradicted"], strict=True):
        book.record("judgement", claim.id, {"judgement": judgement, "lesson": "pop"})
    (topic,) = talk.topics(tally.pile(map(learner, books)), 5)
    assert topic.told[0] == "2 of 5 judged as the evidence does."
    assert re.fullmatch(
        r"The most common other judgement was “(supported|no data|contradicted)”: 1 of 5\.", topic.told[1]
    )
    assert topic.where.startswith(titles()["pop"])
    assert topic.say == claim.learner_note


def test_names_stand_where_the_page_says_that_they_do(page, learners):
    rest = BeautifulSoup(str(page), "html.parser")
    for title in ("Who did what", "The files"):
        section(rest, title).decompose()
    told = rest.get_text()
    assert not [one.label for one in learners if one.code in told or (one.name and one.name in told)]
