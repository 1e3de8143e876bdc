"""One learner's work as a page: first what is worth another look, then how far they are, then every answer."""

from collections.abc import Callable
from html import escape

from jointlab.language import ENGLISH, _, current
from jointlab.learn.calibration import sentence
from jointlab.learn.progress import Count
from jointlab.report import markup, tally
from jointlab.report.asked import Item, all_parts, everything, items, titles
from jointlab.report.calibration_picture import CalibrationPicture
from jointlab.report.given import SKIPPED, Answer
from jointlab.report.learners import Learner, counts

_SURE = _("How sure, and how often right")
WORTH = 5  # so many things are worth another look at a time


def page(learner: Learner) -> str:
    """The page, as HTML."""
    said = tally.fit(tally.pile([learner])).said
    sure = [markup.paragraph(sentence(said)), markup.chart(CalibrationPicture(said), _SURE)] if said else []
    return markup.whole(
        _("Jointlab report · {name}").format(name=learner.label),
        _head(learner),
        markup.section(_("Worth another look"), *_looks(learner)),
        markup.section(_("How far you are"), _how_far(learner)),
        markup.section(_SURE, *sure),
        *(markup.section(_title(lesson), _answers(learner, lesson)) for lesson in begun(learner)),
        spoken=current(),
    )


def _title(lesson: str) -> str:
    return titles(in_english=False)[lesson]


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
    return [(_title(answer.lesson), _why(items()[answer.address], answer)) for answer in [*open_, *missed]][:WORTH]


def _looks(learner: Learner) -> list[str]:
    return [
        f'<div class="answer">{markup.paragraph(title, "kind")}{markup.paragraph(why)}</div>'
        for title, why in worth_another_look(learner)
    ]


def _why(item: Item, answer: Answer) -> str:
    if item.kind == "quiz":
        return _("This question is not solved yet: “{question}”").format(question=item.told(item.asks))
    if item.kind == "check":
        says = item.told(item.says.get(answer.mistakes[-1], "")) if answer.mistakes else ""
        return " ".join(filter(None, (_("The line to build is not right yet."), says)))
    told = _("You were {sure} % sure of this: “{words}” It went otherwise.")
    return f"{told.format(sure=answer.sure, words=item.told(answer.words))} {item.told(item.says[answer.words])}"


def _head(learner: Learner) -> str:
    times = sorted(time for one in learner.answers.values() for time in (one.began, one.ended) if time)
    when = [_("From {first} to {last}.").format(first=times[0], last=times[-1])] if times else []
    return markup.head(
        _("Jointlab · one learner’s report"),
        learner.name or learner.code,
        _("Code of this logbook: {code}. Questions, exercises and claims answered: {count}.").format(
            code=learner.code, count=len(learner.answers)
        ),
        *when,
        _(
            "Made on the learner’s own computer, from their logbook. Nothing was sent anywhere: to whom it is given, "
            "the learner decides. {education}"
        ).format(education=_(markup.EDUCATION)),
    )


def _how_far(learner: Learner) -> str:
    rows = []
    for lesson in begun(learner):
        done = counts(learner.done, lesson)
        rows.append([escape(_title(lesson)), *(_count(done.get(part)) for part in all_parts())])
    return markup.table(
        _("Done, of all that there is in each part of a lesson"), [_("lesson"), *map(_, all_parts())], rows, "grid"
    )


def _count(count: Count | None) -> str:
    return "–" if count is None else markup.shade(str(count), count.done / count.total)


def _answers(learner: Learner, lesson: str) -> str:
    """Part by part, what was answered in a lesson."""
    own = {address: one for address, one in learner.answers.items() if one.lesson == lesson}
    told = []
    for part, addresses in everything(lesson).items():
        shown = [_told(own[address]) for address in addresses if address in own]
        told += [f"<h3>{escape(_(part))}</h3>", *shown] if shown else []
    return "".join(told)


def _told(answer: Answer) -> str:
    item = items()[answer.address]
    mark = "right" if answer.right or answer.solved or item.kind == "goal" else ""
    return (
        f'<div class="answer">{markup.paragraph(item.told(item.asks), "head")}{_said(item, answer)}'
        f"{markup.paragraph(outcome(item, answer), mark)}</div>"
    )


def _said(item: Item, answer: Answer) -> str:
    """What the learner said or wrote, as HTML."""
    if item.kind == "goal" or answer.words == SKIPPED:
        return ""
    if item.kind == "check":
        return f"<p><code>{escape(answer.last)}</code></p>"
    words = answer.last if item.kind == "quiz" else answer.words
    told = [_("You said: “{words}”").format(words=item.told(words))]
    if answer.sure is not None:
        told.append(_("You were {sure} % sure.").format(sure=answer.sure))
    return markup.paragraph(" ".join(told))


def outcome(item: Item, answer: Answer) -> str:
    """What came of an answer, in a sentence or two; nothing that the learner has not seen in the lesson."""
    return _OUTCOMES[item.kind](item, answer)


def _of_a_prediction(item: Item, answer: Answer) -> str:
    if answer.words == SKIPPED:
        if not answer.tries:
            return _("Looked at without predicting.")
        return _("Predicted afterwards: “{words}”").format(words=item.told(answer.last))
    if answer.right is None:
        return _("Not compared with what happens yet.")
    if answer.right:
        return _("✓ It went as predicted.")
    told = _("It went otherwise: “{words}”").format(words=item.told(item.right))
    return f"{told} {item.told(item.says[item.right])}"


def _of_a_question(_item: Item, answer: Answer) -> str:
    if not answer.solved:
        return _("Not solved yet. Tries so far: {count}.").format(count=answer.tries)
    told = _("✓ Solved at the first try.") if answer.right else _("✓ Solved. Tries in all: {count}.")
    return told.format(count=answer.tries)


def _of_an_exercise(_item: Item, answer: Answer) -> str:
    if not answer.solved:
        told = _("Not right yet. Tries so far: {count}.")
    else:
        told = _("✓ Right at the first try.") if answer.right else _("✓ Right. Tries in all: {count}.")
    return " ".join(filter(None, (told.format(count=answer.tries), _mistakes(answer))))


def _mistakes(answer: Answer) -> str:
    """Which mistakes were on the way; only in English have they names."""
    if not answer.mistakes or current() != ENGLISH:
        return ""
    met = ", ".join(f"“{name}”" for name in dict.fromkeys(answer.mistakes))
    return _("Mistakes on the way: {names}.").format(names=met)


def _of_a_judgement(item: Item, answer: Answer) -> str:
    right = item.told(item.right)
    if item.in_steps:
        if answer.right is None:
            return _("Safer than needed, and never wrong in doubt. Enough is: {decision}.").format(decision=right)
        told = (
            _("✓ So does the safe answer.") if answer.right else _("That may be too late. The safe answer: {decision}.")
        )
        return told.format(decision=right)
    if answer.right:
        return _("✓ The evidence says the same.")
    return f"{_('The evidence says: {verdict}.').format(verdict=right)} {item.told(item.known)}"


_OUTCOMES: dict[str, Callable[[Item, Answer], str]] = {
    "prediction": _of_a_prediction,
    "quiz": _of_a_question,
    "check": _of_an_exercise,
    "judgement": _of_a_judgement,
    "goal": lambda _item, _answer: _("✓ Reached."),
}
