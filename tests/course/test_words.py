"""Words that a learner sees are marked, so that a translator can reach them; each catalogue has all of them."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.course import catalogue

from jointlab import language, sources, units
from jointlab.learn import safety

PACKAGE = catalogue.ROOT / "notebooks" / "jointlab"
# What speaks to teachers: the page of a class, the table of answers, the polls on their slides, the reset for the next
# class, and what nbgrader gives back. In English for now; what speaks to a learner, the button that writes a report and
# its page, is marked.
FOR_TEACHERS = (
    "grading/",
    "learn/poll.py",
    "report/__main__.py",
    "report/class_page.py",
    "report/files.py",
    "report/gathered.py",
    "report/given.py",
    "report/spreadsheet.py",
    "report/talk.py",
    "reset.py",
)
MAINTAINED = ("language.py", "former_names.py", "sources/", "explorers/record.py", "learn/_question.py")
# What stays English: code, what Python says, what the logbook calls a mistake, what a record is about, and names in
# data by which rows are found.
ENGLISH = re.compile(
    r"from (math|jointlab) import|math domain error|perhaps you missed|^INSERT INTO|LESSON|: E[XP]\w+$|cut here:"
    r"|^(error of the check|function for a number|number for a function|power of ten|names changed places|"
    r"sign in the line|lifting a leg on all fours|hanging leg raise)$"
)
# Calls that are given such names, or names of poses.
NAMES = {"sources.measured_loads", "Pose", "Exercise"}
# Errors of a program, not of a learner.
ERRORS = {"ValueError", "TypeError", "KeyError", "RuntimeError", "DamagedData", "sources.DamagedData"}
LANGUAGES = catalogue.languages()
SENTENCE = re.compile(r"[A-Za-z’']{2,},? [A-Za-z’']{2,},? [A-Za-z’']+")  # three words in a row


def spoken() -> list[Path]:
    """The modules whose words are marked."""
    others = (*FOR_TEACHERS, *MAINTAINED)
    return sorted(path for path in PACKAGE.rglob("*.py") if not path.relative_to(PACKAGE).as_posix().startswith(others))


def unmarked(tree: ast.AST) -> Iterator[str]:
    """What reads like a sentence and is not marked: docstrings, markup and errors of a program left out."""
    if isinstance(tree, ast.Call):
        called = ast.unparse(tree.func)
        if (
            called in {"_", "N_", "ngettext", "pgettext", "re.compile"}
            or called in ERRORS | NAMES
            or called.endswith(".execute")
        ):
            return
    if isinstance(tree, ast.JoinedStr):
        words = "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in tree.values)
        if _is_sentence(words):
            yield words
    elif isinstance(tree, ast.Constant) and isinstance(tree.value, str) and _is_sentence(tree.value):
        yield tree.value
    if isinstance(tree, ast.Compare):  # with what Python says
        return
    for child in ast.iter_child_nodes(tree):
        if isinstance(tree, ast.Dict) and child in tree.keys:  # a key is a name, too
            continue
        if isinstance(tree, ast.JoinedStr) and isinstance(child, ast.Constant):
            continue  # a piece of what was looked at
        if not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):  # a docstring
            yield from unmarked(child)


def _is_sentence(words: str) -> bool:
    plain = re.sub(r"<[^>]*>", "", words)
    style = re.search(r"[{;]\S*:|: [\d#]|NOT NULL", words)
    return bool(SENTENCE.search(plain)) and not style and not ENGLISH.search(words)


@pytest.mark.parametrize("path", spoken(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_what_a_learner_reads_is_marked(path):
    assert list(unmarked(ast.parse(path.read_text(encoding="utf-8")))) == []


def test_no_script_of_a_page_has_words_of_its_own():
    for path in [*PACKAGE.rglob("*.js"), *(catalogue.ROOT / "website").rglob("*.js")]:
        code = re.sub(r"//.*", "", path.read_text(encoding="utf-8"))
        texts = ["".join(text) for text in re.findall(r'"([^"\n]*)"|`([^`]*)`', code)]
        said = [text for text in texts if SENTENCE.search(text) and not text.startswith("input, select")]
        assert said == [], path.name


def fields(words: str) -> set[str]:
    """The names of what is filled in."""
    if "{ }" in words:  # about brackets
        return set()
    return {name for _text, name, _spec, _how in string.Formatter().parse(words) if name}


@pytest.fixture(scope="module", params=LANGUAGES)
def known(request):
    return catalogue.read(request.param)


def test_a_catalogue_holds_what_is_marked_and_nothing_else(known):
    marked = {(message.id, message.context) for message in catalogue.marked() if message.id}
    assert marked == {(message.id, message.context) for message in known if message.id}, "python tests/refresh.py words"


def test_all_of_it_is_translated_with_what_is_filled_in(known):
    """What lessons alone say that have no notebook in that language may wait."""
    missing = {message.id for message in catalogue.untranslated(known)}
    assert missing <= catalogue.waiting(str(known.locale))
    for message in known:
        if message.id and message.id not in missing:
            english = message.id if message.pluralizable else (message.id,)
            told = message.string if message.pluralizable else (message.string,)
            assert {name for one in told for name in fields(one)} <= {name for one in english for name in fields(one)}
            for one in told:
                assert fields(one) == fields(english[-1]) or message.pluralizable, one


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_what_is_read_is_what_was_written(spoken):
    """The compiled catalogue is that of the text beside it: `python tests/refresh.py words` makes it."""
    assert (catalogue.DATA / spoken / "jointlab.mo").read_bytes() == catalogue.compiled(catalogue.read(spoken))


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_the_emergencies_are_the_same_wherever_they_stand(spoken, monkeypatch):
    """In the catalogue, for the day on which the table of warning signs cannot be read, and in that table."""
    told = {message.id: message.string for message in catalogue.read(spoken)}
    monkeypatch.setattr(language, "current", lambda: spoken)
    sources.table.cache_clear()
    signs = [sign.sign for sign in sources.warning_signs() if sign.when == "now"]
    sources.table.cache_clear()
    assert [told[sign] for sign in safety.EMERGENCIES] == signs


def test_every_language_knows_how_it_writes_numbers():
    assert units.MARKS.keys() >= set(language.languages())
