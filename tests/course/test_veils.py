"""Nobody can read an answer before the question: what would answer a prediction does not stand open near it.

Each prediction names in its `betrayed_by` (data/lessons/NAME.toml) what would answer it. From the title of the lesson
to its part "Explain" nothing of that stands open: not in the prose, in no printed number, in no picture's words. What
stands folded, or waits for a prediction in a veiled explorer, is no betrayal, but must be there.
"""

import html
import re
import tomllib

import pytest
from tests.course.book import READY, ROOT, TAG, alternatives, book_of, in_sight, words
from tests.course.length import open_cells
from tests.pictures import gallery

WAITS = re.compile(r"\b([A-Z_]+), unlock=")


def data(lesson):
    return tomllib.loads((ROOT / "data" / "lessons" / f"{lesson.name}.toml").read_text(encoding="utf-8"))


def plan(lesson):
    return data(lesson)["predict"]


def stage(name: str) -> str:
    """What a veiled explorer says all the same: words that stand still, its goal, the words of its buttons."""
    declaration = gallery.explorers()[name]
    picture = declaration.picture()
    still = " ".join(re.findall(r"<text[^>]*>(.*?)</text>", picture.stage_svg() + picture.top_svg(), re.DOTALL))
    goal = declaration.goal.text if declaration.goal else ""
    return " ".join([html.unescape(TAG.sub("", still)), goal, *declaration.presets, declaration.title])


def asks(cell) -> bool:
    """Whether this cell shows questions: their options may say anything."""
    return cell.cell_type == "code" and bool(re.search(r"learn\.(Prediction|ClaimCards|Quiz)\(", cell.source))


@pytest.fixture(params=READY, ids=lambda lesson: lesson.name)
def book(request):
    return book_of(request.param)


@pytest.fixture
def before(book):
    """The cells from the title to the part “Explain”."""
    end = next(i for i, cell in enumerate(book.cells) if re.search(r"^## Explain$", cell.source, re.MULTILINE))
    return [cell for cell in book.cells[:end] if not asks(cell)]


def test_nothing_answers_a_prediction_before_it_is_made(book, before):
    veiled = [name for cell in book.code for name in WAITS.findall(cell.source)]
    open_words = "\n".join([*map(in_sight, before), *map(alternatives, before), *map(stage, veiled)])
    for name, question in plan(book.lesson).items():
        for pattern in question["betrayed_by"]:
            found = re.search(pattern, open_words, re.IGNORECASE)
            assert not found, f"{name} is answered: …{open_words[max(0, found.start() - 60) : found.end() + 60]}…"


def test_what_would_answer_it_stands_somewhere(book):
    """A pattern that matches nothing guards nothing."""
    everything = html.unescape("\n".join(words(cell) for cell in book.cells if not asks(cell)))
    for name, question in plan(book.lesson).items():
        assert question["betrayed_by"], name
        for pattern in question["betrayed_by"]:
            assert re.search(pattern, everything, re.IGNORECASE), f"{name}: {pattern}"


@pytest.mark.parametrize("earlier", [lesson for lesson in READY if lesson.number < "04"], ids=lambda one: one.name)
def test_no_lesson_counts_the_thumbs_before_lesson_04_asks(earlier):
    """Not even folded, in a table or on a card: how many of them still hold gas is the question of lesson 04."""
    said = html.unescape("\n".join(words(cell) for cell in book_of(earlier).cells))
    assert not re.search(r"\b12 of (the |these )?18|\b12 (thumbs|still)|two thirds of the thumbs", said)


def test_nothing_is_said_of_a_case_before_it_is_decided(book):
    open_words = "\n".join(in_sight(cell) for cell in book.cells if cell.cell_type == "markdown")
    for name in data(book.lesson).get("case", {}):
        assert not re.search(rf"\b{name}\b", open_words, re.IGNORECASE), name


def test_every_fold_waits_for_something_that_can_be_done(book):
    code = "\n".join(cell.source for cell in book.code)
    goals = [gallery.explorers()[name] for name in re.findall(r"Explorer\(([A-Z_]+)", code)]
    known = {f"prediction-{book.lesson.name}/{name}" for name in plan(book.lesson)}
    known |= {f"check-{name}" for _, name in re.findall(r'learn\.check\("(\w+)", "(\w+)"', code)}
    known |= {f"goal-{one.name}" for one in goals if one.goal}
    known |= {f"judgement-{book.lesson.name}/{name}" for name in data(book.lesson).get("case", {})}
    waits = re.findall(r'<details class="until-([^"]*)"', book.prose) + re.findall(r'learn\.found\(\s*"([^"]*)"', code)
    assert set(waits) <= known


def test_the_strip_knows_every_explorer_to_which_it_can_lead(book):
    """Not those below a heading that is shut."""
    code = "\n".join(cell.source for cell in open_cells(book) if cell.cell_type == "code")
    (strip,) = re.findall(r"learn\.Strip\((.*?)\)", code, re.DOTALL)
    lesson, *names = re.findall(r"[\w]+", strip)
    assert lesson == book.lesson.name
    assert names == re.findall(r"Explorer\(([A-Z_]+)", code)
    assert code.index("learn.Strip(") < code.index("learn.Prediction(")


def test_the_line_of_the_lesson_runs_a_picture(book):
    code = "\n".join(cell.source for cell in book.code)
    ((lesson, name),) = re.findall(r'line=learn\.OwnLine\("(\w+)", "(\w+)"\)', code)
    assert f'learn.check("{lesson}", "{name}"' in code
    (shown,) = re.findall(r"^(\w+)\.again\(\)$", code, re.MULTILINE)
    (explorer,) = re.findall(rf"^{shown} = Explorer\(([A-Z_]+),", code, re.MULTILINE)
    assert gallery.explorers()[explorer].build
    assert code.index(f"{shown}.again()") > code.index(f'learn.check("{lesson}", "{name}"')
    assert "learn.Calibration()" in code
