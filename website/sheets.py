"""What stands on a lesson's hand-out and on its answer sheet, as HTML."""

import base64
import re
from collections.abc import Iterator
from html import escape

import nbformat
from latex2mathml.converter import convert
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin

from jointlab import sources
from jointlab.drawings.still import small
from jointlab.explorers.declare import Declaration
from jointlab.language import _, quoted
from jointlab.learn._forms import letter
from jointlab.learn._question import Question, prediction_question, quiz_questions
from jointlab.learn.claims import GRADES, VERDICTS
from jointlab.learn.predict import CONFIDENCE
from jointlab.learn.safety import safety_card
from website import cells
from website.goals import a_way, in_words
from website.languages import notebook
from website.lesson import prose

_FOLD = re.compile(r"<details.*?</details>", re.DOTALL)
_SOLUTION = re.compile(rf"<summary>(?:<strong>)?{re.escape(_('A solution'))}.*?```python\n(.*?)```", re.DOTALL)
_LEARN = re.compile(r"^from jointlab import learn\n+", re.MULTILINE)
_BOX = '<span class="box"></span>'


def _formula(text: str, options: dict) -> str:
    return convert(text, display="block" if options.get("display_mode") else "inline")


_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table").use(dollarmath_plugin, renderer=_formula)


def handout(lesson: sources.Lesson) -> str:
    """What a pupil gets: the question, room to guess, claims to judge, the pictures, one line to write, questions.

    Claims come before the pictures, which tell something about them.
    """
    parts = [
        _title(lesson, f"{_('Name')} {'_' * 23} &nbsp; {_('Class')} {'_' * 9} &nbsp; {_('Date')} {'_' * 9}"),
        _section("predict", _("Predict"), *(_asked(question) + _confidence() for question in _predictions(lesson))),
        safety_card()._repr_html_(),
        _section("the", _("The article says…"), _claims(lesson)),
        _section("look", _("Look"), *(_picture(one) for one in explorers(lesson))),
        _section("build", _("Build one line"), *_build(lesson)),
        _section("check", _("Check yourself"), *(_asked(one, f"{i}. ") for i, one in _quiz(lesson))),
    ]
    return "".join(parts)


def answers(lesson: sources.Lesson) -> str:
    """What the teacher keeps: which answer is right, and why the others are not; the verdicts; what reaches the goals;
    the line."""
    parts = [
        _title(lesson, _("Answers, for the teacher")),
        _section("predict", _("Predict"), *(_answered(question) for question in _predictions(lesson))),
        _section("the", _("The article says…"), _verdicts(lesson)),
        _section("look", _("Look"), *(_way(one) for one in explorers(lesson) if one.goal)),
        _section("build", _("Build one line"), *(f"<pre>{escape(code)}</pre>" for code in _solutions(lesson))),
        _section("check", _("Check yourself"), *(_answered(one, f"{i}. ") for i, one in _quiz(lesson))),
    ]
    return "".join(parts)


def _title(lesson: sources.Lesson, line: str) -> str:
    return (
        f"<header><h1>{lesson.number} · {escape(lesson.title)}</h1><p><strong>{escape(lesson.question)}</strong></p>"
        f"<p>{line}</p></header>"
    )


def _section(kind: str, title: str, *parts: str) -> str:
    """A part of a sheet, or "" if there is nothing in it. `kind`: its class in paper.css."""
    return f'<section class="{kind}"><h2>{title}</h2><div>{"".join(parts)}</div></section>' if any(parts) else ""


def _predictions(lesson: sources.Lesson) -> list[Question]:
    return [prediction_question(lesson.name, name) for name in sources.lesson(lesson.name).get("predict", {})]


def _quiz(lesson: sources.Lesson) -> Iterator[tuple[int, Question]]:
    return enumerate(quiz_questions(lesson.name).values(), 1)


def _asked(question: Question, number: str = "") -> str:
    options = "".join(f"<li>{_BOX}{letter(i)}. {escape(option)}</li>" for i, option in enumerate(question.options))
    return f'<div class="asked"><p><strong>{number}{escape(question.ask)}</strong></p><ul>{options}</ul></div>'


def _confidence() -> str:
    return f"<p>{_('How sure are you?')} {' '.join(f'{_BOX}{percent} %' for percent in CONFIDENCE)}</p>"


def _answered(question: Question, number: str = "") -> str:
    right = _("nobody knows") if question.answer is None else letter(question.answer)
    reasons = "".join(
        f"<li{' class=right' if i == question.answer else ''}>{letter(i)}. {escape(option)} "
        f"<em>{escape(question.because[i])}</em></li>"
        for i, option in enumerate(question.options)
    )
    asked = f"<p><strong>{number}{escape(question.ask)}</strong> {_('Answer:')} <strong>{right}</strong></p>"
    return f'<div class="asked">{asked}<ul>{reasons}</ul></div>'


def explorers(lesson: sources.Lesson) -> Iterator[Declaration]:
    """Those of the lesson, in the order in which its notebook names them."""
    known = cells.declarations(lesson.name)
    source = "\n".join(cell.source for cell in _notebook(lesson).cells if cell.cell_type == "code")
    shown = dict.fromkeys(re.findall(r"\bExplorer\(\s*(\w+)", source))
    return (known[name] for name in shown if name in known)


def _picture(explorer: Declaration) -> str:
    """An explorer as it opens, its goal, and room to write what is seen."""
    picture = explorer.picture()
    state = explorer.at(explorer.defaults)
    picture.update(state)
    data = base64.b64encode(small(picture.png(scale=2))).decode()
    told = _("At the screen: {goal}. Which settings do it?")
    goal = f"<p>{escape(told.format(goal=explorer.goal.text))}</p>" if explorer.goal else ""
    return (
        f'<div class="asked"><figure><figcaption><strong>{escape(explorer.title)}</strong></figcaption>'
        f'<img alt="{escape(picture.description)}" src="data:image/png;base64,{data}">'
        f"<p>{escape(explorer.sentence(state))}</p></figure>{goal}{_lines(2)}</div>"
    )


def _way(explorer: Declaration) -> str:
    """One way to the goal of an explorer, and what is seen there."""
    values = a_way(explorer)
    goal = f"<strong>{escape(explorer.title)}</strong>: {escape(explorer.goal.text)}"
    return (
        f'<p class="asked">{goal}. {_("One way of several:")} {escape(in_words(explorer, values))}. '
        f"<em>{escape(explorer.sentence(explorer.state(**values)))}</em></p>"
    )


def _notebook(lesson: sources.Lesson) -> nbformat.NotebookNode:
    return nbformat.read(notebook(lesson), 4)


def _build(lesson: sources.Lesson) -> Iterator[str]:
    """The words before each gap, the code with the gap, and room to write."""
    before = ""
    for cell in _notebook(lesson).cells:
        if cell.cell_type == "markdown":
            before = cell.source
        elif cells.is_written_by_the_learner(cell):
            words = _FOLD.sub("", prose(before)).removeprefix(f"## {_('Build')}").strip()
            code = _LEARN.sub("", cell.source.split("\n\n\nlearn.check", 1)[0]).strip()
            yield f'<div class="asked">{_MARKDOWN.render(words)}<pre>{escape(code)}</pre>{_lines(1)}</div>'


def _solutions(lesson: sources.Lesson) -> list[str]:
    source = "\n".join(cell.source for cell in _notebook(lesson).cells if cell.cell_type == "markdown")
    return _SOLUTION.findall(source)


def _claims(lesson: sources.Lesson) -> str:
    asked = f"<th>{_('What do you think? Tick before you look.')}</th>"
    head = asked + "".join(f"<th>{escape(_(verdict))}</th>" for verdict in VERDICTS)
    rows = "".join(
        f"<tr><td>{claim.id}. {quoted(escape(claim.claim))}</td>{f'<td>{_BOX}</td>' * len(VERDICTS)}</tr>"
        for claim in sources.claims_of(lesson.name)
    )
    return f'<table class="claims"><thead><tr>{head}</tr></thead>{rows}</table>'


def _verdicts(lesson: sources.Lesson) -> str:
    rows = "".join(
        f"<li><strong>{claim.id}.</strong> {quoted(escape(claim.claim))} <strong>{escape(_(claim.verdict))}</strong>, "
        f"{_('grade {grade}').format(grade=claim.grade)}: <em>{escape(claim.learner_note)}</em></li>"
        for claim in sources.claims_of(lesson.name)
    )
    grades = "; ".join(f"{grade}: {meaning}" for grade, meaning in GRADES.items())
    return f"<ul>{rows}</ul><p>{_('Grades. {grades}.').format(grades=grades)}</p>"


def _lines(count: int) -> str:
    return '<div class="line"></div>' * count
