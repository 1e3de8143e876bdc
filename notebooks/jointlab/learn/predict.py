"""Predict first, compare later: `Prediction` asks before the picture moves, `outcome()` comes back to it."""

from collections.abc import Callable, Sequence
from itertools import product
from typing import Any

import traitlets

from jointlab import logbook as logbooks
from jointlab.language import _
from jointlab.learn._block import Block
from jointlab.learn._forms import (
    STATUS,
    Form,
    Words,
    at,
    button,
    choice_of,
    form,
    heading,
    key,
    paragraph,
    question,
    radios,
    sentence,
)
from jointlab.learn._question import Question, prediction_question

CONFIDENCE = {
    50: _("50 % sure: as likely as not"),
    60: _("60 % sure"),
    70: _("70 % sure"),
    80: _("80 % sure"),
    90: _("90 % sure"),
    99: _("99 % sure: I would be astonished to be wrong"),
}
SKIP, OPENED = "skip", "opened"  # what is answered besides a choice and a confidence
_HOW_SURE = _("How sure are you?")
_UNLOCKED = f"<p>{_('The controls below are yours now.')}</p>"


class Prediction(Block):
    """The question `[predict.NAME]` of a lesson: the learner commits to an answer and to how sure they are.

    `made` is True once the learner has predicted, or has asked to be shown without predicting;
    `when_made(callback)` hears of it. `choice` and `confidence` (percent) are None before a prediction and
    after a skip. Raises sources.MissingSource, sources.DamagedData.
    """

    _waiting: Sequence[Callable[[Any], None]] = ()  # nothing waits for a widget that could not be made
    unlocks = traitlets.Bool(False).tag(sync=True)  # something waits, or has waited, for this prediction

    def __init__(self, lesson: str, name: str, logbook: logbooks.Logbook | None = None):
        self.question: Question = prediction_question(lesson, name)
        self.key = f"{lesson}/{name}"
        self._waiting = []
        book = logbook or logbooks.default()
        forms = [_prediction_form(self.key, self.question)]
        super().__init__(
            _("Predict first"), forms, _prediction_words(self.question), book, prediction=self.key, unlocked=_UNLOCKED
        )

    @property
    def latest(self) -> dict[str, Any]:
        """The newest answer: {"choice", "confidence"} or {"skipped"}; {} before there is one."""
        return _meaning(self.answers(f"prediction {self.key}"))

    @property
    def made(self) -> bool:
        """True once predicted or skipped: what waited may start."""
        return bool(self.latest)

    @property
    def choice(self) -> int | None:
        """Which option was predicted, counted from 0."""
        return self.latest.get("choice")

    @property
    def confidence(self) -> int | None:
        """How sure the learner was, in percent."""
        return self.latest.get("confidence")

    @property
    def opened(self) -> bool:
        """True once the learner has seen the outcome: from then on the prediction stands."""
        return bool(self.answers(f"outcome {self.key}"))

    def when_made(self, callback: Callable[["Prediction"], None]) -> None:
        """Call `callback(self)` once the prediction is made: at once if it is already."""
        if self.made:
            self.guard(callback, self)
        else:
            self._waiting.append(callback)
            self.unlocks = True

    def outcome(self) -> "Outcome":
        """The widget that shows this prediction beside what happens."""
        return Outcome(self)

    def open_outcome(self) -> None:
        """The learner has seen the answer: from now on the prediction stands."""
        if not self.opened:
            self.answer(f"outcome {self.key}", OPENED)

    def asked(self) -> dict[str, str]:
        return dict.fromkeys((f"prediction {self.key}", f"outcome {self.key}"), self.question.in_words())

    def earlier(self, address: str) -> list[str]:
        """The newest record that fits the question as it is asked now."""
        kind, name = address.split(" ", 1)
        entries = [record["entry"] for record in self.logbook.entries(kind, name)]
        if kind == "outcome":
            return [OPENED] if entries else []
        return [answer for entry in entries if (answer := _recorded(self.question, entry))][-1:]

    def entry(self, address: str, answer: str) -> dict[str, Any]:
        if address.startswith("outcome "):
            return {"choice": self.choice, "answer": self.question.answer}
        if self.made and self.opened:
            raise ValueError("its outcome has been opened, so this prediction stands")
        if answer not in _every_answer(self.question):
            raise ValueError(f"{answer!r} is no answer to it")
        asked = {"question": self.question.asked_as}
        if answer == SKIP:
            return {**asked, "skipped": True}
        meant = _meaning([answer])
        return {**asked, **meant, "option": self.question.kept_as[meant["choice"]]}

    def settled_elsewhere(self, address: str) -> bool:
        both = (f"prediction {self.key}", f"outcome {self.key}")
        return address == both[0] and not self.opened and all(map(self.earlier, both))

    def settled(self, address: str) -> None:
        """What has waited may start."""
        if self.made:
            waiting, self._waiting = self._waiting, []
            for callback in waiting:
                self.guard(callback, self)

    def close(self) -> None:
        """What waits for this one waits for another widget of the same question from now on, if there is any."""
        while self._waiting and (twin := self._living_twin()):
            twin.when_made(self._waiting.pop(0))
        super().close()

    def _living_twin(self) -> "Prediction | None":
        twins = [other for other in self._others() if isinstance(other, Prediction) and other.key == self.key]
        return next((twin for twin in twins if twin.comm is not None), None)


class Outcome(Block):
    """The learner's prediction beside what happens, with the reason for their option; follows it live."""

    def __init__(self, prediction: Prediction):
        self.prediction = prediction
        forms = [_outcome_form(prediction.key, prediction.question)]
        super().__init__(_("Your prediction"), forms, _outcome_words(prediction.question), prediction.logbook)

    def asked(self) -> dict[str, str]:
        return self.prediction.asked()

    def earlier(self, address: str) -> list[str]:
        return self.prediction.earlier(address)

    def entry(self, address: str, answer: str) -> dict[str, Any]:
        return self.prediction.entry(address, answer)


def _recorded(asked: Question, entry: dict[str, Any]) -> str:
    """The answer in a record; "" if it is none to the question as it is asked now."""
    if entry.get("skipped"):
        return SKIP
    option = entry.get("option")
    answer = key(asked.kept_as.index(option), entry.get("confidence")) if option in asked.kept_as else ""
    return answer if answer in _every_answer(asked) else ""


def _meaning(answers: list[str]) -> dict[str, Any]:
    """What the newest of these answers says; {} if there is none."""
    if not answers:
        return {}
    if answers[-1] == SKIP:
        return {"skipped": True}
    choice, confidence = map(int, answers[-1].split("|"))
    return {"choice": choice, "confidence": confidence}


def _prediction_form(name: str, asked: Question) -> Form:
    address = f"prediction {name}"
    said = {answer: paragraph(_status(asked, answer)) for answer in _every_answer(asked)}
    missing = {
        "choice": _("Nearly there: please choose one of the answers. A guess is welcome."),
        "sure": _("Nearly there: please choose how sure you are. A guess is welcome."),
        "choice sure": _("Nearly there: please choose one of the answers and how sure you are. A guess is welcome."),
    }
    said |= {f"?{fields}": paragraph(words) for fields, words in missing.items()}
    said["again"] = paragraph(_("Choose again; your earlier prediction is kept as well."))
    parts = [
        at("open again", radios(asked.options), choice_of("sure", _HOW_SURE, CONFIDENCE)),
        STATUS,
        button(_("Lock in my prediction"), times="open again", main=True),
        button(_("Show me without predicting"), SKIP, "open"),
        button(_("Change my mind"), "again", "made"),
        button(_("Predict after all"), "again", "skipped"),
    ]
    return form(address, asked.ask, parts, said, opened=f"outcome {name}")


def _outcome_form(name: str, asked: Question) -> Form:
    address = f"outcome {name}"
    said = {
        "": paragraph(
            _(
                "There is no prediction yet. The question waits further up in this lesson, under “Predict first”: "
                "answer it there, and the comparison appears here."
            )
        )
    }
    for answer in _every_answer(asked):
        skipped = answer == SKIP
        said[answer] = paragraph(_("You chose to look without predicting.") if skipped else _status(asked, answer))
        said[key(answer, OPENED)] = _comparison(asked, answer)
    parts = [STATUS, button(_("Compare with what happens"), OPENED, "made skipped", main=True)]
    return form(address, asked.ask, parts, said, asked=f"prediction {name}", opened=address)


def _every_answer(asked: Question) -> list[str]:
    return [SKIP, *(key(choice, sure) for choice, sure in product(range(len(asked.options)), CONFIDENCE))]


def _prediction_words(asked: Question) -> Words:
    levels = ", ".join(str(level) for level in CONFIDENCE)
    return heading(_("Predict first.")) + question(asked.ask, asked.options) + sentence(f"{_HOW_SURE} {levels} %.")


def _outcome_words(asked: Question) -> Words:
    words = heading(_("Your prediction, compared.")) + question(asked.ask, asked.options)
    if asked.answer is None:
        return words
    return words + sentence(
        _("What happens: {options} {because}").format(
            options=asked.options[asked.answer], because=asked.because[asked.answer]
        )
    )


def _status(asked: Question, answer: str) -> str:
    if answer == SKIP:
        return _("You chose to look without predicting. That is fine; but a guess makes the answer stick.")
    return _("You predicted: {asked}.").format(asked=_quoted(asked, answer))


def _quoted(asked: Question, answer: str) -> str:
    """A prediction in words, such as “It stays.” (70 % sure)."""
    meant = _meaning([answer])
    return _("“{options}” ({confidence}\N{NO-BREAK SPACE}% sure)").format(
        options=asked.options[meant["choice"]], confidence=meant["confidence"]
    )


def _comparison(asked: Question, answer: str) -> str:
    """The prediction beside what happens, as HTML."""
    happens = (
        ""
        if asked.answer is None
        else paragraph(_("What happens: “{options}”").format(options=asked.options[asked.answer]), "jl-head")
    )
    known = "" if asked.answer is None else paragraph(asked.because[asked.answer])
    if answer == SKIP:
        skipped, unknown = _("You chose to look without predicting."), _("Nobody knows the answer yet.")
        return paragraph(skipped if happens else f"{skipped} {unknown}") + happens + known
    meant = _meaning([answer])
    reason = paragraph(asked.because[meant["choice"]])
    if asked.answer is None:
        return (
            paragraph(_("You predicted: {asked}. Nobody knows the answer yet.").format(asked=_quoted(asked, answer)))
            + reason
        )
    right = meant["choice"] == asked.answer
    measured = paragraph(sureness(right, meant["confidence"]))
    if right:
        return (
            paragraph(
                _("✓ It went as you predicted: {asked}.").format(asked=_quoted(asked, answer)), "jl-head jl-right"
            )
            + known
            + measured
        )
    idea = asked.misconception[meant["choice"]]
    shared = paragraph(_("The idea behind it is shared by many people: “{idea}”.").format(idea=idea)) if idea else ""
    not_quite = paragraph(_("Not quite — you predicted: {asked}.").format(asked=_quoted(asked, answer)), "jl-head")
    return not_quite + reason + shared + happens + known + measured


def sureness(right: bool, confidence: int) -> str:
    """What being right or wrong says about a confidence in percent, kindly."""
    if right and confidence >= 90:
        told = _("You were {sure}\N{NO-BREAK SPACE}% sure, and rightly so.")
    elif right and confidence >= 70:
        told = _("You were {sure}\N{NO-BREAK SPACE}% sure: a fair measure of what you knew.")
    elif right:
        told = _("You were {sure}\N{NO-BREAK SPACE}% sure: you knew more than you thought.")
    elif confidence >= 90:
        told = _("You were {sure}\N{NO-BREAK SPACE}% sure and it went the other way: worth remembering.")
    elif confidence >= 70:
        told = _(
            "You were {sure}\N{NO-BREAK SPACE}% sure and it went the other way: a surprise, and surprises teach best."
        )
    else:
        told = _("You were {sure}\N{NO-BREAK SPACE}% sure, so you had left room for this.")
    return told.format(sure=confidence)
