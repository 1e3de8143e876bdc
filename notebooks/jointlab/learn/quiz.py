"""Check yourself: a few questions with a reason for every option, as often as the learner likes."""

from html import escape
from typing import Any

from jointlab import logbook as logbooks
from jointlab.language import _
from jointlab.learn._block import Block
from jointlab.learn._forms import STATUS, Form, Words, button, form, heading, key, letter, paragraph, question, radios
from jointlab.learn._question import Question, quiz_questions


class Quiz(Block):
    """The `[quiz.NAME]` questions of a lesson. Raises sources.MissingSource, sources.DamagedData."""

    def __init__(self, lesson: str, logbook: logbooks.Logbook | None = None):
        self.lesson = lesson
        self.questions = quiz_questions(lesson)
        count = len(self.questions)
        right = {self.address(name): str(asked.answer) for name, asked in self.questions.items()}
        super().__init__(
            _("Check yourself"),
            [_form(self.address(name), asked, i, count) for i, (name, asked) in enumerate(self.questions.items(), 1)],
            _words(list(self.questions.values())),
            logbook or logbooks.default(),
            right=right,
            scores={key(n, first): score(n, first, count) for n in range(count + 1) for first in range(n + 1)},
        )

    def address(self, name: str) -> str:
        """Where the logbook keeps the answers to the question of this name."""
        return f"quiz {self.lesson}/{name}"

    def tries(self, name: str) -> list[int]:
        """The options that were chosen in the question of this name, oldest first."""
        return [int(answer) for answer in self.answers(self.address(name))]

    def score(self) -> str:
        """How it stands, in words; "" before the first answer."""
        tries = {name: self.tries(name) for name in self.questions}
        if not any(tries.values()):
            return ""
        solved = [name for name, asked in self.questions.items() if asked.answer in tries[name]]
        first = [name for name in solved if tries[name][0] == self.questions[name].answer]
        return score(len(solved), len(first), len(self.questions))

    def asked(self) -> dict[str, str]:
        return {self.address(name): asked.in_words() for name, asked in self.questions.items()}

    def earlier(self, address: str) -> list[str]:
        """All answers, but for those to options that are no longer there."""
        options = self._question(address).kept_as
        entries = (record["entry"] for record in self.logbook.entries(*address.split(" ", 1)))
        return [str(options.index(entry["option"])) for entry in entries if entry.get("option") in options]

    def entry(self, address: str, answer: str) -> dict[str, Any]:
        asked = self._question(address)
        choice = [str(i) for i in range(len(asked.options))].index(answer)
        right = choice == asked.answer
        entry = {"question": asked.asked_as, "option": asked.kept_as[choice], "choice": choice}
        return {**entry, "right": right, "try": len(self.answers(address)) + 1}

    def _question(self, address: str) -> Question:
        return self.questions[address.partition("/")[2]]


def score(solved: int, first: int, count: int) -> str:
    """How it stands in words, when so many of `count` questions are solved, so many of them at the first try."""
    if solved < count:
        return _("{solved} of {count} solved so far.").format(solved=solved, count=count)
    if first == count:
        return _("All {count} solved, every one at the first try.").format(count=count)
    return _("All {count} solved, {first} at the first try. Look at the others again next week.").format(
        count=count, first=first
    )


def _form(address: str, asked: Question, number: int, count: int) -> Form:
    said = {str(choice): _reason(asked, choice) for choice in range(len(asked.options))}
    said["?choice"] = paragraph(_("Please choose one of the options first. A guess is welcome."))
    parts = [radios(asked.options), button(_("Check my answer to question {number}").format(number=number)), STATUS]
    return form(
        address, _("Question {number} of {count}. {ask}").format(number=number, count=count, ask=asked.ask), parts, said
    )


def _reason(asked: Question, choice: int) -> str:
    """What is said to who has chosen this option."""
    because = escape(asked.because[choice])
    if choice == asked.answer:
        right = _("✓ {letter} is the answer.").format(letter=letter(choice))
        return f'<p class="jl-right"><strong>{right}</strong> {because}</p>'
    wrong, again = _("Not quite — {letter}.").format(letter=letter(choice)), _("Try again whenever you like.")
    return f"<p><strong>{wrong}</strong> {because} {again}</p>"


def _words(questions: list[Question]) -> Words:
    words = heading(_("Check yourself: {questions} questions.").format(questions=len(questions)))
    for number, asked in enumerate(questions, 1):
        words += question(f"{number}. {asked.ask}", asked.options)
    return words
