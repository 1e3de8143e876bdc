"""A lesson in another language is the same lesson: the same cells and answers, in that language all through."""

import json
import os
import re
import subprocess
import sys

import nbformat
import pytest
from tests.course import catalogue
from website import cells

from jointlab import sources

ROOT = catalogue.ROOT
NOTEBOOKS = ROOT / "notebooks"
TRANSLATED = sorted(NOTEBOOKS.glob("??/*.ipynb"))
LANGUAGES = catalogue.languages()
LEAST = 3  # words in a row that tell one language from another
LINK = re.compile(r"\]\(([^)#\s]+)")


@pytest.fixture(params=TRANSLATED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def both(request):
    """The cells of a translated notebook without the one that chooses its language, and those of the English one."""
    own = nbformat.read(request.param, 4).cells
    chooses = [cell for cell in own if "language" in cell.metadata.get("tags", [])]
    assert [cell.source.splitlines()[-1] for cell in chooses] == [f'language.use("{request.param.parent.name}")']
    assert next(cell for cell in own if cell.cell_type == "code") is chooses[0], "before any other code"
    return [cell for cell in own if cell is not chooses[0]], nbformat.read(NOTEBOOKS / request.param.name, 4).cells


def test_it_has_the_same_cells_and_the_same_code(both):
    own, english = both
    assert [(cell.id, cell.cell_type, cell.metadata) for cell in own] == [
        (cell.id, cell.cell_type, cell.metadata) for cell in english
    ]
    code = [[cell.source for cell in cells if cell.cell_type == "code"] for cells in both]
    assert code[0] == code[1]


def test_its_prose_has_the_same_parts(both):
    for own, english in zip(*both, strict=True):
        if english.cell_type != "markdown":
            continue
        for mark in (r"^#+ ", r"class=\"until-[^\"]*\"", r"https?://[^\s)>\"]+", r"\$\$", r"```"):
            found = [re.findall(mark, cell.source, re.MULTILINE) for cell in (own, english)]
            assert found[0] == found[1], english.id


def test_its_links_lead_to_lessons(both):
    for cell in both[0]:
        for target in LINK.findall(cell.source if cell.cell_type == "markdown" else ""):
            if not target.startswith("http"):
                assert (NOTEBOOKS / "es" / target).exists(), target


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_notebook_has_its_words_and_the_other_way_round(spoken):
    words = {path.stem for path in (sources.DATA / spoken / "lessons").glob("*.toml")}
    assert {
        lesson.name for lesson in sources.course() if (NOTEBOOKS / spoken / f"{lesson.file}.ipynb").exists()
    } == words


@pytest.fixture(scope="module", params=LANGUAGES)
def said(request):
    """All that the lessons of a language say, from a process that speaks it."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.course.said"],
        env={**os.environ, "JOINTLAB_LANGUAGE": request.param, "PYTHONPATH": os.pathsep.join(["notebooks", "."])},
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def pieces(words: str) -> list[str]:
    """What of an English message must not be seen: its stretches of words between what is filled in."""
    found = re.split(r"\{[^}]*\}|\n", words)
    return [" ".join(piece.split()) for piece in found if len(re.findall(r"[A-Za-z’']{2,}", piece)) >= LEAST]


def english_words() -> set[str]:
    messages = [message.id for message in catalogue.marked() if message.id]
    told = [words for message in messages for words in ([message] if isinstance(message, str) else message)]
    for name in ("start", "pop"):
        told += _texts(sources.lesson(name, in_english=True))
        told += [claim.claim for claim in sources.claims_of(name)]
        told += [*sources.glossary(name).values(), *(sign.sign for sign in sources.warning_signs())]
    return {piece for words in told for piece in pieces(words)}


def _texts(value) -> list[str]:
    """The words that an overlay may hold."""
    found = []
    for key, part in value.items():
        if key in sources.overlay.WORDED:
            found += [part] if isinstance(part, str) else part
        for table in part if isinstance(part, list) else [part]:
            found += _texts(table) if isinstance(table, dict) else []
    return found


@pytest.mark.whole
def test_no_english_is_left(said):
    english = english_words()
    assert len(english) > 500
    leaks = {
        (where, piece) for where, words in said["said"].items() for one in words for piece in english if piece in one
    }
    assert leaks == set()


@pytest.mark.whole
def test_numbers_are_written_as_the_language_does(said):
    code = ("cells", "sheets", "checks", "selftest", "report")  # numbers of Python stand there, too
    told = [one for where, words in said["said"].items() if not where.startswith(code) for one in words]
    assert sum(bool(re.search(r"\d,\d", one)) for one in told) > 10
    assert [one for one in told if re.search(r"\d\.\d", one)] == []


@pytest.mark.whole
def test_all_words_can_be_read(said):
    assert said["unreadable"] == []


@pytest.mark.whole
def test_the_logbook_knows_explorers_and_goals_by_their_english(said):
    english = [one for name in ("start", "pop") for one in cells.declarations(name).values()]
    assert said["goals"] == {one.name: one.goal.key for one in english}


ANSWERS = """
from jointlab.explorers import Explorer
from jointlab.learn import Prediction, Quiz
from jointlab.lessons.start import SYRINGE
from jointlab.report import files
asked, quiz = Prediction("pop", "remains"), Quiz("pop")
explorer = Explorer(SYRINGE)
{act}
print(asked.choice, asked.confidence, quiz.tries("source"), explorer.reached, explorer.request["values"]["plunger"])
print(files.own(explorer.logbook, "")[1].table.decode())
"""
GIVES = """
asked.answer("prediction pop/remains", "1|70")
quiz.answer("quiz pop/source", "0")
explorer.set(plunger=15.0)
explorer.logbook.record("settings", SYRINGE.name, {"values": {"enclosed": 5.0, "plunger": 15.0}})
"""


@pytest.mark.whole
@pytest.mark.parametrize(("first", "then"), [("en", "es"), ("es", "en")])
def test_another_language_loses_no_answer(tmp_path, first, then):
    found = []
    for spoken, act in ((first, GIVES), (then, "")):
        kept = {"JOINTLAB_LANGUAGE": spoken, "JOINTLAB_LOGBOOK": str(tmp_path / "my-logbook.sqlite")}
        script = ANSWERS.format(act=act)
        found.append(
            subprocess.run(
                [sys.executable, "-c", script],
                env={**os.environ, **kept, "PYTHONPATH": str(NOTEBOOKS)},
                capture_output=True,
                text=True,
                check=True,
            ).stdout
        )
    assert found[0] == found[1], "its report included"
    assert found[0].startswith("1 70 [0] True 15.0\n")
