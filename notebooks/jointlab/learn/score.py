"""How well the learner did over the whole course, in words and tables that follow the logbook."""

from collections import Counter
from collections.abc import Sequence
from html import escape
from typing import Any

from jointlab import sources
from jointlab.language import _, ngettext
from jointlab.learn.calibration import FEW, Calibration
from jointlab.learn.claims import VERDICTS
from jointlab.learn.facts import table
from jointlab.learn.progress import Answered, answered, judged
from jointlab.models.evidence import brier_score
from jointlab.units import fixed, percent


class Score(Calibration):
    """The Brier score of all predictions, lesson by lesson, and the one that was surest and did not come true."""

    NAME = "score"
    TOLD = _("Your Brier score, and how each lesson went, stand here as soon as your logbook has a prediction.")

    def empty(self) -> dict[str, Any]:
        return {}

    def found(self) -> list[Answered]:
        return answered(self.logbook)

    def shown(self, answers: Sequence[Answered]) -> str:
        told = "".join(f"<p>{escape(words)}</p>" for words in in_words(answers))
        return told + (by_lesson(answers) if answers else "")


class Judgements(Calibration):
    """The learner's judgements of the article's claims beside the evidence."""

    NAME = "judgements"
    TOLD = _("Your judgements of the claims stand here beside the evidence as soon as your logbook has one.")

    def empty(self) -> dict[str, Any]:
        return {}

    def found(self) -> dict[str, str]:
        return judged(self.logbook)

    def shown(self, own: dict[str, str]) -> str:
        pairs = [(claim.verdict, own[claim.id]) for claim in sources.claims_of("audit") if claim.id in own]
        if not pairs:
            words = _("You have judged no claim yet. Each that you judge, in any lesson, is counted here.")
            return f"<p>{escape(words)}</p>"
        same = sum(verdict == judgement for verdict, judgement in pairs)
        told = ngettext(
            "You have judged {count} claim, {same} of them as the evidence does.",
            "You have judged {count} claims, {same} of them as the evidence does.",
            len(pairs),
        ).format(count=len(pairs), same=same)
        return f'<p class="jl-sentence">{told}</p>{_beside(pairs)}'


def in_words(answers: Sequence[Answered]) -> list[str]:
    """The score and what it consists of, a paragraph each."""
    if not answers:
        return [_("There is no prediction in your logbook yet. Make the two of this lesson: a score will stand here.")]
    score, unfit, open_ = _parts(answers)
    lessons = len({one.lesson for one in answers})
    counted = ngettext("{count} prediction", "{count} predictions", len(answers)).format(count=len(answers))
    told = [
        ngettext(
            "Your Brier score is {score}, over {predictions} in {count} lesson. 0 is best; who always says 50 % gets "
            "0.25.",
            "Your Brier score is {score}, over {predictions} in {count} lessons. 0 is best; who always says 50 % gets "
            "0.25.",
            lessons,
        ).format(score=fixed(score, 2), predictions=counted, count=lessons)
    ]
    if len(answers) < FEW:
        return [*told, _("With fewer than {few}, luck says more than skill.").format(few=FEW)]
    undecided = float(brier_score.brier(brier_score.UNDECIDED, 1))
    if score != undecided:
        better, dearer = _("Yours is better than that."), _("Yours is dearer than that.")
        told[0] += f" {better if score < undecided else dearer}"
    levels = Counter(one.confidence for one in answers)
    luck = brier_score.luck_of_reliability(list(levels), list(levels.values()))
    told.append(
        _(
            "Of it, {unfit} was paid where words and outcomes did not fit, and {open} for what you did "
            "not know. Luck alone makes the first about {luck}, even for somebody whose words fit."
        ).format(unfit=fixed(unfit, 2), open=fixed(open_, 2), luck=fixed(luck, 2))
    )
    wrong = [one for one in answers if one.seen and not one.right]  # what is not yet compared is not given away
    if wrong:
        worst = max(wrong, key=lambda one: one.confidence)
        right = worst.question.options[worst.question.answer]
        told.append(
            _("Your surest miss, at {confidence}: “{ask}” You said: “{options}” It was: “{right}”").format(
                confidence=percent(worst.confidence),
                ask=worst.question.ask,
                options=worst.question.options[worst.option],
                right=right,
            )
        )
    return told


def by_lesson(answers: Sequence[Answered]) -> str:
    """A row for each lesson with a prediction, as HTML."""
    titles = {lesson.name: f"{lesson.number} {lesson.title}" for lesson in sources.course()}
    rows = []
    for name, title in titles.items():
        own = [one for one in answers if one.lesson == name]
        if own:
            sure = sum(one.confidence for one in own) / len(own)
            right = sum(one.right for one in own)
            rows.append(
                (
                    title,
                    _("{right} of {own}").format(right=right, own=len(own)),
                    percent(sure),
                    fixed(_parts(own)[0], 2),
                )
            )
    return table(("lesson", _("came true"), _("you were sure"), _("Brier score")), rows)._repr_html_()


def _parts(answers: Sequence[Answered]) -> tuple[float, float, float]:
    """The Brier score, what of it was paid for words too sure or too shy, and what for not knowing."""
    sure = sorted({one.confidence for one in answers})
    levels = [[one.right for one in answers if one.confidence == level] for level in sure]
    count = [len(level) for level in levels]
    right = [sum(level) / len(level) for level in levels]
    return (
        brier_score.score(sure, right, count),
        brier_score.reliability(sure, right, count),
        brier_score.not_known(right, count),
    )


def _beside(pairs: Sequence[tuple[str, str]]) -> str:
    """Verdict by verdict, what the learner said, as HTML."""
    rows: list[Any] = []
    for verdict in VERDICTS:
        own = Counter(judgement for found, judgement in pairs if found == verdict)
        others = ", ".join(f"{count} {_(word)}" for word, count in own.most_common() if word != verdict)
        if own:
            rows.append((_(verdict), str(own.total()), str(own[verdict]), others or "–"))
    return table((_("the evidence says"), "judged", _("you said the same"), _("you also said")), rows)._repr_html_()
