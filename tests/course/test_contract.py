"""What every lesson must have, so that nothing a learner or teacher counts on is ever missing."""

import re
import tomllib
from itertools import pairwise
from urllib.parse import unquote

import nbformat
import pytest
from tests.course import links
from tests.course.book import NOTEBOOKS, READY, ROOT, Book, book_of

from jointlab import sources

PARTS = (
    "Predict",
    "See",
    "Play",
    "Build",
    "Explain",
    "How far to trust this",
    "The article says…",
    "Check yourself",
)
BADGES = ("measured", "checked against papers", "textbook model", "toy")
# A number with one of these units in the prose must stand in a checked output of the same lesson.
UNITS = (
    r"ms|µs|s|Hz|kHz|MPa|kPa|Pa s|Pa|mm³|mm|µm|cm|m|mL|dB|kN|N m|N|kg|%|°|degrees"
    r"|pictures a second|million|times"
)
QUANTITY = re.compile(rf"(?<![\w.,–-])(\d[\d,]*(?:\.\d+)?) ?({UNITS})(?!\w| sure)")


@pytest.fixture(params=READY, ids=lambda lesson: lesson.name)
def book(request) -> Book:
    return book_of(request.param)


def test_no_notebook_stands_outside_the_course():
    assert {path.stem for path in NOTEBOOKS.glob("*.ipynb")} == {lesson.file for lesson in READY}


def test_one_title_with_the_question_of_the_course(book):
    titles = [title for level, title in book.headings if level == 1]
    assert titles == [f"{book.lesson.number} · {book.lesson.title}"]
    first = book.markdown[0]
    assert f"**{book.lesson.question}**" in first
    assert re.search(rf"\*{book.lesson.minutes} minutes", first)
    assert "You need" in first


def test_objectives_begin_with_a_verb_that_a_test_can_see(book):
    objectives = re.findall(r"^\d\. \*\*(\w+)\*\*", book.markdown[0], re.MULTILINE)
    assert 3 <= len(objectives) <= 4
    assert {"understand", "know", "learn", "appreciate"}.isdisjoint(objectives)


def test_parts_stand_in_their_order(book):
    titles = [title for level, title in book.headings if level == 2]
    # Lesson 00 shows no phenomenon of its own: it is the one that explains the parts.
    wanted = [part for part in PARTS if not (book.lesson.name == "start" and part == "See")]
    assert [title for title in titles if title in PARTS] == wanted


def test_headings_never_skip_a_level(book):
    levels = [level for level, _ in book.headings]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    titles = [title for _, title in book.headings]
    assert len(set(titles)) == len(titles)


def test_neighbours_are_linked_or_named_as_not_yet_written(book):
    assert links.HEADER.findall(book.markdown[0]) == [links.header(book.lesson)]
    assert book.lesson.name == "start" or "(00-start-here.ipynb)" in book.markdown[0]
    assert book.markdown[-1] == links.footer(book.lesson)
    assert book.cells[-1].cell_type == "markdown"


def test_every_ready_lesson_can_be_reached_from_the_start_and_from_readme():
    listed, table = links.listed(), links.table()
    assert listed in book_of(READY[0]).prose
    assert table in (ROOT / "README.md").read_text(encoding="utf-8")
    for lesson in READY[1:]:
        assert f"({lesson.file}.ipynb)" in listed
        assert f"(teacher/{lesson.file}.md)" in table
        assert lesson.about


def test_a_notebook_shows_its_own_lesson(book):
    code = "\n".join(cell.source for cell in book.code)
    assert set(re.findall(r"jointlab\.lessons\.(\w+)|jointlab\.lessons import (\w+)", code)) == {(book.lesson.name, "")}


def test_links_between_files_lead_somewhere(book):
    for target in re.findall(r"\]\((?!https?://)([^)]+)\)", book.prose):
        file, _, anchor = target.partition("#")
        path = (book.path.parent / file) if file else book.path
        assert path.exists(), target
        if anchor:
            titles = [
                title for cell in nbformat.read(path, 4).cells for title in re.findall(r"^#+ (.*)$", cell.source, re.M)
            ]
            assert anchor in {title.replace(" ", "-") for title in titles}, target


def test_warning_signs_are_one_click_away(book):
    code = "\n".join(cell.source for cell in book.code)
    assert "learn.safety_card(" in code
    if book.lesson.name != "start":
        assert "(00-start-here.ipynb#Warning-signs)" in book.markdown[0]


def test_it_says_that_it_is_general_education(book):
    assert "general education" in book.prose


def test_each_widget_of_a_lesson_is_there(book):
    code = "\n".join(cell.source for cell in book.code)
    plan = sources.lesson(book.lesson.name)
    for name in plan["predict"]:
        assert f'learn.Prediction("{book.lesson.name}", "{name}")' in code
    assert code.count("learn.Outcome(") == len(plan["predict"])
    assert "Explorer(" in code
    for name in plan["build"]:
        assert f'learn.check("{book.lesson.name}", "{name}", ' in code
    assert f'learn.ClaimCards("{book.lesson.name}")' in code
    assert f'learn.Quiz("{book.lesson.name}")' in code
    assert f'learn.glossary("{book.lesson.name}")' in code
    assert "learn.references(" in code


def test_questions_have_a_reason_for_every_answer(book):
    plan = tomllib.loads((ROOT / "data" / "lessons" / f"{book.lesson.name}.toml").read_text(encoding="utf-8"))
    assert 4 <= len(plan["quiz"]) <= 6
    for question in [*plan["quiz"].values(), *plan["predict"].values()]:
        assert 2 <= len(question["options"]) == len(question["because"])
        assert 0 <= question["answer"] < len(question["options"])
        assert all(len(reason) > 20 for reason in question["because"])
    answers = [question["answer"] for question in plan["quiz"].values()]
    assert len(set(answers)) > 1, "the right answer always stands in the same place"
    for question in plan["predict"].values():
        named = [bool(name) for name in question["misconception"]]
        assert named == [i != question["answer"] for i in range(len(named))]


def test_claims_of_the_lesson_exist():
    assert all(sources.claims_of(lesson.name) for lesson in READY)


def test_trust_is_stated_with_badges(book):
    part = book.prose.split("## How far to trust this")[1].split("\n## ")[0]
    assert sum(badge in part for badge in BADGES) >= 2
    assert re.search(r"limits|assum", part)


def test_every_doi_in_the_prose_is_in_the_bibliography_and_listed(book):
    code = "\n".join(cell.source for cell in book.code)
    listed = re.search(r"learn\.references\((.*?)\)", code, re.DOTALL)
    keys = re.findall(r'"(\w+)"', listed[1])
    links = {sources.reference(key).url for key in keys}
    for link in re.findall(r"\]\((https?://[^)]+)\)", book.prose):
        # brackets in an address would end a link of Markdown
        assert unquote(link) in links, f"{link} is not among the references of the lesson"


def test_numbers_in_the_prose_are_checked_outputs(book):
    name = book.lesson.name
    beside = [ROOT / "data" / "lessons" / f"{name}.toml", ROOT / "teacher" / f"{book.lesson.file}.md"]
    texts = [*book.markdown[1:], *(path.read_text(encoding="utf-8") for path in beside if path.exists())]
    said = {f"{amount} {unit}" for amount, unit in QUANTITY.findall("\n".join(texts))}
    said -= {f"{sources.value('gravity'):.3g} N"}  # what a kilogram weighs, in the exercises
    missing = {quantity for quantity in said if not re.search(rf"(?<![\d.,]){re.escape(quantity)}(?!\w)", book.checked)}
    assert not missing


def test_glossary_words_are_used(book):
    text = (book.prose + str(sources.lesson(book.lesson.name))).lower()
    unused = [term for term in sources.glossary(book.lesson.name) if term.lower() not in text]
    assert not unused


def test_code_is_short_and_folded_away(book):
    for cell in book.code:
        assert len(cell.source.splitlines()) <= 14, cell.source
        learner = "return ..." in cell.source
        hidden = cell.metadata.get("jupyter", {}).get("source_hidden", False)
        assert hidden != learner, cell.source
        assert ("hide-input" in cell.metadata.get("tags", [])) == hidden


def test_a_stray_key_deletes_nothing_and_changes_only_what_a_learner_writes(book):
    for cell in book.cells:
        assert cell.metadata.get("deletable") is False, "lock them with tests/refresh.py locks"
        assert cell.metadata.get("editable", True) == ("return ..." in cell.source and cell.cell_type == "code")


def test_it_says_how_to_begin_and_when_it_is_ready(book):
    assert "**To begin, choose *Run → Run All Cells* in the menu.**" in book.markdown[0]
    assert "scroll back" not in book.prose
    assert book.code[-1].source == "learn.ready()"  # the front end ends near it, and so it knows to go back


def test_stored_outputs_are_whole_and_without_errors(book):
    assert [cell.execution_count for cell in book.code] == list(range(1, len(book.code) + 1))
    for cell in book.code:
        assert all(output.output_type != "error" for output in cell.outputs)
        assert not any(output.get("name") == "stderr" for output in cell.outputs)
    assert "widgets" not in nbformat.read(book.path, 4).metadata


def test_stored_outputs_do_not_change_with_every_run(book):
    for cell in book.code:
        for output in cell.outputs:
            widget = output.get("data", {}).get("application/vnd.jupyter.widget-view+json")
            assert widget is None or widget["model_id"].startswith(cell.id), "store them with tests/refresh.py"


def test_every_picture_is_described(book):
    assert not re.findall(r"!\[\]\(", book.prose)
    for cell in book.code:
        for output in cell.outputs:
            data = output.get("data", {})
            assert "image/png" not in data, "a bare PNG has no words: use a Still"
            for alt in re.findall(r'<img alt="([^"]*)"', data.get("text/html", "")):
                assert len(alt) > 100


def test_a_table_fits_a_phone(book):
    """Four columns at most, in prose and in what is printed."""
    heads = re.findall(r"^\|(.*)\|\n\| ?---", book.prose, re.MULTILINE)
    assert all(head.count("|") < 4 for head in heads)
    shown = "".join(output.get("data", {}).get("text/html", "") for cell in book.code for output in cell.outputs)
    assert all(head.count("<th ") <= 4 for head in re.findall(r"<thead>.*?</thead>", shown))


def test_no_personal_path_or_answer_is_stored(book):
    text = book.path.read_text(encoding="utf-8")
    assert not re.search(r"/home/|/work/|/root/|/tmp/|C:\\\\Users", text)
