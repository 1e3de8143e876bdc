"""The plan of the house holds: imports run downwards, lessons stand side by side, and every part has its floor."""

import ast
import re
from collections import Counter
from graphlib import TopologicalSorter

from tests.course.house import PACKAGE, imports, lesson, modules, reached_from, room
from tests.each import each

# What each room may import from; a room may always import from itself.
KIT = {"language", "units", "sources", "models", "drawings"}
ALLOWED = {
    "data_folder": set(),
    "language": {"data_folder"},
    "sources": {"data_folder", "language"},
    "units": {"language"},
    "former_names": set(),
    "logbook": {"former_names", "language"},
    "cell": {"language"},
    "lost": {"language", "cell"},
    "__main__": {"language"},
    "models": {"language", "units", "sources"},
    "drawings": {"language", "units", "sources", "models"},
    "explorers": KIT | {"logbook", "cell", "lost"},
    "learn": KIT | {"logbook", "cell", "lost"},
    "lessons": KIT | {"explorers", "learn"},
    "grading": {"data_folder", "sources", "learn"},
    "reset": {"sources", "logbook", "learn"},
    "report": KIT | {"logbook", "cell", "explorers", "learn", "lessons"},
    "selftest": {"language", "sources", "logbook", "explorers", "learn", "lessons"},
}
# These stand below all pictures, or are one whole: the drawn person is never cut in two.
GROUND = ("drawings.style", "drawings.picture", "drawings.still", "drawings.page", "drawings.human.")
# Every lesson has these, and every command its own beginning.
OF_EVERY_LESSON = {"__init__", "__main__", "figures", "facts"}


def test_all_rooms_are_looked_at():
    assert {room(name) for name in modules()} == set(ALLOWED)
    assert Counter(map(room, modules()))["lessons"] >= 35
    assert len(modules()) >= 115


def test_there_is_no_circle():
    TopologicalSorter({name: imports(name) for name in modules()}).prepare()


@each("name", modules())
def test_imports_run_downwards(name):
    assert {room(other) for other in imports(name)} - {room(name)} <= ALLOWED[room(name)]


@each("name", [name for name in modules() if lesson(name)])
def test_a_lesson_imports_no_lesson(name):
    assert {lesson(other) for other in imports(name)} <= {None, lesson(name)}


@each("name", [name for name in modules() if room(name) == "drawings" and not name.startswith(GROUND)])
def test_what_one_lesson_alone_draws_lives_in_that_lesson(name):
    users = {lesson(other) or room(other) for other in modules() if name in reached_from(other)} - {"drawings"}
    assert len(users) >= 2 or users == {"learn"}, f"only {users} needs it: move it there"


def test_no_word_stands_on_two_floors():
    floors: dict[str, set[str]] = {}
    for name in modules():
        *_, last = name.split(".")
        floors.setdefault(last, set()).add(f"{room(name)} {lesson(name) or ''}".strip())
    for folder in {path.parent for path in modules().values()} - {PACKAGE}:
        floors.setdefault(folder.name, set()).add(folder.relative_to(PACKAGE).parts[0])
    assert {word: found for word, found in floors.items() if len(found) > 1 and word not in OF_EVERY_LESSON} == {}


@each("name", modules())
def test_a_module_says_what_it_is_for_and_stays_short(name):
    text = modules()[name].read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) <= 320


@each("name", [name for name in modules() if room(name) in ("models", "drawings")])
def test_models_and_drawings_know_no_widgets(name):
    assert not re.search(r"ipywidgets|anywidget|IPython", modules()[name].read_text(encoding="utf-8"))


@each("name", [name for name in modules() if room(name) == "models"])
def test_models_do_not_plot(name):
    assert "matplotlib" not in modules()[name].read_text(encoding="utf-8")


@each("name", [name for name in modules() if room(name) in ("lessons", "drawings")])
def test_numbers_become_words_in_one_place(name):
    """By jointlab.units alone: a format of one's own forgets the true minus, an exponent, a minus before nothing."""
    by_hand = re.compile(r""":[.,0-9]*[gfe%]\}|\b100 \*|\* 100\b|replace\("-\"""")
    assert by_hand.findall(modules()[name].read_text(encoding="utf-8")) == []


def test_nothing_is_fetched_at_run_time():
    files = [path for kind in ("*.py", "*.js", "*.css") for path in PACKAGE.rglob(kind)]
    assert len(files) >= 130
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"urllib|requests\.|fetch\(|import\(\s*['\"]http|@import|src=.http", text), path
