"""Check yourself: a few questions with a reason for every option, as often as the learner likes."""

from html import escape

import ipywidgets as W

from jointlab.learn._block import Block, Spoken, button, in_words, letter, radios, text
from jointlab.learn._question import Question, quiz_questions
from jointlab.logbook import Logbook


class Quiz(Block):
    """The `[[quiz]]` questions of a lesson. Raises sources.MissingSource, sources.DamagedData."""

    def __init__(self, lesson: str, logbook: Logbook | None = None):
        self.lesson = lesson
        self.items = [_Item(question, i) for i, question in enumerate(quiz_questions(lesson), 1)]
        self._score = Spoken()
        count = len(self.items)
        parts: list[W.Widget] = [text("Check yourself", "jl-kind")]
        words = [f"Check yourself: {count} questions."]
        for item in self.items:
            heading = text(f"Question {item.number} of {count}. {escape(item.question.ask)}", "jl-ask")
            parts += [heading, item.options, item.check, item.feedback]
            words.append(in_words(f"{item.number}. {item.question.ask}", item.question.options))
        super().__init__("\n\n".join(words), [*parts, self._score], logbook)
        for item in self.items:
            self.on_press(item.check, lambda item=item: self._check(item))

    def score(self) -> str:
        """How it stands, in words; "" before the first answer."""
        answered = [item for item in self.items if item.tries]
        if not answered:
            return ""
        right = sum(item.solved for item in self.items)
        first = sum(item.solved_at == 1 for item in self.items)
        count = len(self.items)
        if right < count:
            return f"{right} of {count} solved so far."
        if first == count:
            return f"All {count} solved, every one at the first try."
        return f"All {count} solved, {first} at the first try. Look at the others again next week."

    def _check(self, item: "_Item") -> None:
        choice = item.options.value
        if choice is None:
            item.feedback.say("<p>Please choose one of the options first. A guess is welcome.</p>")
            return
        right = item.answer(choice)
        entry = {"question": item.question.ask, "option": item.question.options[choice], "choice": choice}
        self.record("quiz", f"{self.lesson}/{item.number}", {**entry, "right": right, "try": item.tries})
        self._score.say(f'<p class="jl-ask">{self.score()}</p>')


class _Item:
    """One question and where the learner stands with it."""

    def __init__(self, question: Question, number: int):
        self.question = question
        self.number = number
        self.options = radios(question.options)
        self.check = button(f"Check my answer to question {number}")
        self.feedback = Spoken()
        self.tries = 0
        self.solved_at = 0  # at which try; 0 while unsolved

    @property
    def solved(self) -> bool:
        return self.solved_at > 0

    def answer(self, choice: int) -> bool:
        """Show the reason for the chosen option. True if it was the right one."""
        self.tries += 1
        right = choice == self.question.answer
        if right and not self.solved:
            self.solved_at = self.tries
        head = f"✓ {letter(choice)} is the answer." if right else f"Not quite — {letter(choice)}."
        tail = "" if right else " Try again whenever you like."
        self.feedback.say(f"<p><strong>{head}</strong> {escape(self.question.because[choice])}{tail}</p>")
        return right
