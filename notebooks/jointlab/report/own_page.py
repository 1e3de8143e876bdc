"""One learner's work as a page: first what is worth another look, then how far they are, then every answer."""

from collections.abc import Callable
from html import escape

from jointlab.learn.calibration import sentence
from jointlab.learn.progress import Count
from jointlab.report import markup, tally
from jointlab.report.asked import Item, all_parts, everything, items, titles
from jointlab.report.calibration_picture import CalibrationPicture
from jointlab.report.given import SKIPPED, Answer
from jointlab.report.learners import Learner, counts

_SURE = "How sure, and how often right"
WORTH = 5  # so many things are worth another look at a time


def page(learner: Learner) -> str:
    """The page, as HTML."""
    said = tally.fit(tally.pile([learner])).said
    sure = [markup.paragraph(sentence(said)), markup.chart(CalibrationPicture(said), _SURE)] if said else []
    return markup.whole(
        f"Jointlab report · {learner.label}",
        _head(learner),
        markup.section("Worth another look", *_looks(learner)),
        markup.section("How far you are", _how_far(learner)),
        markup.section(_SURE, *sure),
        *(markup.section(titles()[lesson], _answers(learner, lesson)) for lesson in begun(learner)),
    )


def begun(learner: Learner) -> list[str]:
    """The lessons in which something was answered."""
    at = {answer.lesson for answer in learner.answers.values()}
    return [lesson for lesson in titles() if lesson in at]


def worth_another_look(learner: Learner) -> list[tuple[str, str]]:
    """Lesson and sentence, of what is open, and of the predictions that were surest and did not come true. Nothing that
    is not solved yet is given away."""
    open_ = [answer for answer in learner.answers.values() if answer.solved is False]
    missed = [one for one in learner.answers.values() if one.address.startswith("prediction ") and one.right is False]
    missed.sort(key=lambda answer: -(answer.sure or 0))
    return [(titles()[answer.lesson], _why(items()[answer.address], answer)) for answer in [*open_, *missed]][:WORTH]


def _looks(learner: Learner) -> list[str]:
    return [
        f'<div class="answer">{markup.paragraph(title, "kind")}{markup.paragraph(why)}</div>'
        for title, why in worth_another_look(learner)
    ]


def _why(item: Item, answer: Answer) -> str:
    if item.kind == "quiz":
        return f"This question is not solved yet: “{item.asks}”"
    if item.kind == "check":
        told = item.says.get(answer.mistakes[-1], "") if answer.mistakes else ""
        return f"The line to build is not right yet. {told}".strip()
    return f"You were {answer.sure} % sure of this: “{answer.words}” It went otherwise. {item.says[answer.words]}"


def _head(learner: Learner) -> str:
    times = sorted(time for one in learner.answers.values() for time in (one.began, one.ended) if time)
    when = [f"From {times[0]} to {times[-1]}."] if times else []
    return markup.head(
        "Jointlab · one learner’s report",
        learner.name or learner.code,
        f"Code of this logbook: {learner.code}. Questions, exercises and claims answered: {len(learner.answers)}.",
        *when,
        "Made on the learner’s own computer, from their logbook. Nothing was sent anywhere: to whom it is given, the "
        f"learner decides. {markup.EDUCATION}",
    )


def _how_far(learner: Learner) -> str:
    rows = []
    for lesson in begun(learner):
        done = counts(learner.done, lesson)
        rows.append([escape(titles()[lesson]), *(_count(done.get(part)) for part in all_parts())])
    return markup.table("Done, of all that there is in each part of a lesson", ["lesson", *all_parts()], rows, "grid")


def _count(count: Count | None) -> str:
    return "–" if count is None else markup.shade(str(count), count.done / count.total)


def _answers(learner: Learner, lesson: str) -> str:
    """Part by part, what was answered in a lesson."""
    own = {address: one for address, one in learner.answers.items() if one.lesson == lesson}
    told = []
    for part, addresses in everything(lesson).items():
        shown = [_told(own[address]) for address in addresses if address in own]
        told += [f"<h3>{escape(part)}</h3>", *shown] if shown else []
    return "".join(told)


def _told(answer: Answer) -> str:
    item = items()[answer.address]
    mark = "right" if answer.right or answer.solved or item.kind == "goal" else ""
    return (
        f'<div class="answer">{markup.paragraph(item.asks, "head")}{_said(item, answer)}'
        f"{markup.paragraph(outcome(item, answer), mark)}</div>"
    )


def _said(item: Item, answer: Answer) -> str:
    """What the learner said or wrote, as HTML."""
    if item.kind == "goal" or answer.words == SKIPPED:
        return ""
    if item.kind == "check":
        return f"<p><code>{escape(answer.last)}</code></p>"
    words = answer.last if item.kind == "quiz" else answer.words
    sure = "" if answer.sure is None else f" You were {answer.sure} % sure."
    return markup.paragraph(f"You said: “{words}”{sure}")


def outcome(item: Item, answer: Answer) -> str:
    """What came of an answer, in a sentence or two; nothing that the learner has not seen in the lesson."""
    return _OUTCOMES[item.kind](item, answer)


def _of_a_prediction(item: Item, answer: Answer) -> str:
    if answer.words == SKIPPED:
        return "Looked at without predicting." if not answer.tries else f"Predicted afterwards: “{answer.last}”"
    if answer.right is None:
        return "Not compared with what happens yet."
    if answer.right:
        return "✓ It went as predicted."
    return f"It went otherwise: “{item.right}” {item.says[item.right]}"


def _of_a_question(item: Item, answer: Answer) -> str:
    if not answer.solved:
        return f"Not solved yet. Tries so far: {answer.tries}."
    return "✓ Solved at the first try." if answer.right else f"✓ Solved. Tries in all: {answer.tries}."


def _of_an_exercise(item: Item, answer: Answer) -> str:
    met = ", ".join(f"“{name}”" for name in dict.fromkeys(answer.mistakes))
    way = f" Mistakes on the way: {met}." if met else ""
    if not answer.solved:
        return f"Not right yet. Tries so far: {answer.tries}.{way}"
    return ("✓ Right at the first try." if answer.right else f"✓ Right. Tries in all: {answer.tries}.") + way


def _of_a_judgement(item: Item, answer: Answer) -> str:
    if item.in_steps and answer.right is None:
        return f"Safer than needed, and never wrong in doubt. Enough is: {item.right}."
    if item.in_steps:
        return "✓ So does the safe answer." if answer.right else f"That may be too late. The safe answer: {item.right}."
    return "✓ The evidence says the same." if answer.right else f"The evidence says: {item.right}. {item.known}"


_OUTCOMES: dict[str, Callable[[Item, Answer], str]] = {
    "prediction": _of_a_prediction,
    "quiz": _of_a_question,
    "check": _of_an_exercise,
    "judgement": _of_a_judgement,
    "goal": lambda item, answer: "✓ Reached.",
}
