"""Predict first, compare later: `Prediction` asks before the picture moves, `outcome()` comes back to it."""

from collections.abc import Callable
from html import escape
from typing import Any
from weakref import WeakSet

import traitlets

from jointlab.learn._block import (
    NBSP,
    Block,
    Spoken,
    button,
    dropdown,
    in_words,
    radios,
    row,
    show,
    text,
    wrap,
)
from jointlab.learn._question import Question, prediction_question
from jointlab.logbook import Logbook

CONFIDENCE = {
    50: "50 % sure: as likely as not",
    60: "60 % sure",
    70: "70 % sure",
    80: "80 % sure",
    90: "90 % sure",
    99: "99 % sure: I would be astonished to be wrong",
}


# A cell that is run again makes a second widget of the same question; what waits for the first must hear as well.
_LIVE: "WeakSet[Prediction]" = WeakSet()


class Prediction(Block):
    """The question `[predict.NAME]` of a lesson: the learner commits to an answer and to how sure they are.

    `made` is True once the learner has predicted, or has asked to be shown without predicting;
    `when_made(callback)` hears of it. `choice` and `confidence` (percent) are None before a prediction and
    after a skip. Raises sources.MissingSource, sources.DamagedData.
    """

    # The newest record of this prediction: {} before there is one.
    latest = traitlets.Dict()

    def __init__(self, lesson: str, name: str, logbook: Logbook | None = None):
        self.question: Question = prediction_question(lesson, name)
        self.key = f"{lesson}/{name}"
        self._waiting: list[Callable[[Any], None]] = []
        self._options = radios(self.question.options)
        self._confidence = dropdown("How sure are you?", [(words, c) for c, words in CONFIDENCE.items()])
        self._lock_in = button("Lock in my prediction", main=True)
        self._skip = button("Show me without predicting")
        self._change = button("Change my mind")
        self._said = Spoken()
        super().__init__(self._in_words(), self._parts(), logbook)
        self.on_press(self._lock_in, self._predict)
        self.on_press(self._skip, self._record_skip)
        self.on_press(self._change, self._ask_again)
        self.opened = bool(self.logbook.entries("outcome", self.key))
        self.latest = self._earlier()
        self._display()
        _LIVE.add(self)

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

    def when_made(self, callback: Callable[["Prediction"], None]) -> None:
        """Call `callback(self)` once the prediction is made: at once if it is already."""
        if self.made:
            self.guard(callback, self)
        else:
            self._waiting.append(callback)

    def outcome(self) -> "Outcome":
        """The widget that shows this prediction beside what happens."""
        return Outcome(self)

    def open_outcome(self) -> None:
        """The learner has seen the answer: from now on the prediction stands."""
        if not self.opened:
            self.record("outcome", self.key, {"choice": self.choice, "answer": self.question.answer})
        self.opened = True
        self._display()

    def _parts(self) -> list:
        buttons = row(self._lock_in, self._skip, self._change)
        heading = [text("Predict first", "jl-kind"), text(escape(self.question.ask), "jl-ask")]
        return [*heading, self._options, self._confidence, self._said, buttons]

    def _in_words(self) -> str:
        levels = ", ".join(str(level) for level in CONFIDENCE)
        return "\n".join(
            [
                "Predict first.",
                in_words(self.question.ask, self.question.options),
                f"How sure are you? {levels} %.",
            ]
        )

    def _earlier(self) -> dict[str, Any]:
        """The newest record, unless the question has been rewritten since."""
        newest = self.logbook.latest("prediction", self.key)
        if newest is None:
            return {}
        entry = newest["entry"]
        if entry.get("skipped"):
            return {"skipped": True}
        if entry.get("option") not in self.question.options:
            return {}
        choice = self.question.options.index(entry["option"])
        return {"choice": choice, "confidence": entry["confidence"]}

    def _predict(self) -> None:
        choice, confidence = self._options.value, self._confidence.value
        missing = [] if choice is not None else ["one of the answers"]
        missing += [] if confidence is not None else ["how sure you are"]
        if missing:
            self._said.say(f"<p>Nearly there: please choose {' and '.join(missing)}. A guess is welcome.</p>")
            return
        entry = {"choice": choice, "option": self.question.options[choice], "confidence": confidence}
        self.record("prediction", self.key, {"question": self.question.ask, **entry})
        self._make({"choice": choice, "confidence": confidence})

    def _record_skip(self) -> None:
        self.record("prediction", self.key, {"question": self.question.ask, "skipped": True})
        self._make({"skipped": True})

    def _make(self, latest: dict[str, Any]) -> None:
        for twin in [other for other in _LIVE if other.key == self.key and other.logbook is self.logbook]:
            twin._take(latest)
        self._change.focus()  # the button that had the focus is hidden now

    def _take(self, latest: dict[str, Any]) -> None:
        self.latest = latest
        self._display()
        waiting, self._waiting = self._waiting, []
        for callback in waiting:
            self.guard(callback, self)

    def _ask_again(self) -> None:
        """Back to the question. What was predicted before stays recorded, and in force until a new one."""
        self._options.value = self.choice
        self._confidence.value = self.confidence
        self._display(asking=True)
        self._said.say("<p>Choose again; your earlier prediction is kept as well.</p>")
        self._lock_in.focus()

    def _display(self, asking: bool = False) -> None:
        """Show the question or the prediction, and only the buttons that make sense."""
        asking = asking or not self.made
        show(self._options, asking)
        show(self._confidence, asking)
        show(self._lock_in, asking)
        show(self._skip, not self.made)
        show(self._change, not asking and not self.opened)
        self._change.description = "Predict after all" if self.latest.get("skipped") else "Change my mind"
        self._said.say("" if asking else f"<p>{escape(self._status())}</p>")

    def _status(self) -> str:
        if self.latest.get("skipped"):
            return "You chose to look without predicting. That is fine; but a guess makes the answer stick."
        return f"You predicted: {self.quoted()}."

    def quoted(self) -> str:
        """The prediction in words, such as “It stays.” (70 % sure)."""
        return f"“{self.question.options[self.choice]}” ({self.confidence}{NBSP}% sure)"


class Outcome(Block):
    """The learner's prediction beside what happens, with the reason for their option; follows it live."""

    def __init__(self, prediction: Prediction):
        self.prediction = prediction
        self._open = button("Compare with what happens", main=True)
        self._said = Spoken()
        heading = [text("Your prediction", "jl-kind"), text(escape(prediction.question.ask), "jl-ask")]
        super().__init__(self._in_words(), [*heading, self._said, self._open], prediction.logbook)
        self.on_press(self._open, self._lay_side_by_side)
        prediction.observe(lambda _change: self.guard(self._display), "latest")
        self._display()

    def _in_words(self) -> str:
        question = self.prediction.question
        words = ["Your prediction, compared.", in_words(question.ask, question.options)]
        if question.answer is not None:
            words += [wrap(f"What happens: {question.options[question.answer]} {question.because[question.answer]}")]
        return "\n".join(words)

    def _lay_side_by_side(self) -> None:
        self.prediction.open_outcome()
        self._display()

    def _display(self) -> None:
        made, opened = self.prediction.made, self.prediction.opened
        show(self._open, made and not opened)
        if made and opened:
            paragraphs = _comparison(self.prediction)
        elif made and not self.prediction.latest.get("skipped"):
            paragraphs = [f"You predicted: {self.prediction.quoted()}."]
        elif made:
            paragraphs = ["You chose to look without predicting."]
        else:
            paragraphs = [
                "There is no prediction yet. The question waits in the part “Predict” of this lesson: answer it "
                "there, and the comparison appears here."
            ]
        self._said.say("".join(f"<p>{escape(p)}</p>" for p in paragraphs))


def _comparison(prediction: Prediction) -> list[str]:
    """The prediction beside the answer, as sentences."""
    question, choice, answer = prediction.question, prediction.choice, prediction.question.answer
    if choice is None:
        if answer is None:
            return ["You chose to look without predicting. Nobody knows the answer yet."]
        return [
            "You chose to look without predicting.",
            f"What happens: “{question.options[answer]}”",
            question.because[answer],
        ]
    if answer is None:
        return [
            f"You predicted: {prediction.quoted()}. Nobody knows the answer yet.",
            question.because[choice],
        ]
    if choice == answer:
        return [
            f"✓ It went as you predicted: {prediction.quoted()}.",
            question.because[answer],
            sureness(True, prediction.confidence),
        ]
    told = [f"Not quite — you predicted: {prediction.quoted()}.", question.because[choice]]
    if question.misconception[choice]:
        told.append(f"The idea behind it is shared by many people: “{question.misconception[choice]}”.")
    told += [f"What happens: “{question.options[answer]}”", question.because[answer]]
    return [*told, sureness(False, prediction.confidence)]


def sureness(right: bool, confidence: int) -> str:
    """What being right or wrong says about a confidence in percent, kindly."""
    sure = f"You were {confidence}{NBSP}% sure"
    if right and confidence >= 90:
        return f"{sure}, and rightly so."
    if right and confidence >= 70:
        return f"{sure}: a fair measure of what you knew."
    if right:
        return f"{sure}: you knew more than you thought."
    if confidence >= 90:
        return f"{sure} and it went the other way: worth remembering."
    if confidence >= 70:
        return f"{sure} and it went the other way: a surprise, and surprises teach best."
    return f"{sure}, so you had left room for this."
