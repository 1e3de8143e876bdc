"""A question with options, as data/lessons/NAME.toml declares it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jointlab import sources
from jointlab.language import _


@dataclass(frozen=True)
class Question:
    """`answer` counts from 0, or is None where nobody knows; `because`, `misconception`: one per option.

    `english`: the same question in English, if this is another language: by that the logbook knows it.
    """

    ask: str
    options: tuple[str, ...]
    answer: int | None
    because: tuple[str, ...]
    misconception: tuple[str, ...]
    english: "Question | None" = None

    @property
    def asked_as(self) -> str:
        """What the logbook knows the question by, in every language."""
        return (self.english or self).ask

    @property
    def kept_as(self) -> tuple[str, ...]:
        """What the logbook knows the options by, in every language."""
        return (self.english or self).options

    @classmethod
    def read(cls, table: Mapping[str, Any], where: str, english: Mapping[str, Any] | None = None) -> "Question":
        """The question in a TOML table; `where` names it in a sources.DamagedData if it cannot be used. `english`: the
        same table in English, if it is in another language."""
        options = tuple(table.get("options", ()))
        question = cls(
            ask=table.get("ask") or table.get("question") or "",
            options=options,
            answer=table.get("answer"),
            because=tuple(table.get("because", ())),
            misconception=tuple(table.get("misconception", ("",) * len(options))),
            english=None if english in (None, table) else cls.read(english, where),
        )
        fault = question._fault()
        if fault:
            raise sources.DamagedData(f"{where} {fault}: repair it in data/lessons.")
        return question

    def in_words(self) -> str:
        """All that is asked, in English; other words are another question, another language is not."""
        return "\n".join([self.asked_as, *self.kept_as])

    def _fault(self) -> str:
        if not self.ask or len(self.options) < 2:
            return "needs a question and at least two options"
        if len(set(self.options)) < len(self.options):
            return "has the same option twice"
        if not len(self.options) == len(self.because) == len(self.misconception):
            return "needs one `because` (and one `misconception`) per option"
        if self.answer is not None and self.answer not in range(len(self.options)):
            return f"has no option number {self.answer}; the first is 0"
        return ""


def prediction_question(lesson: str, name: str) -> Question:
    """`[predict.NAME]` of a lesson. Raises sources.MissingSource, sources.DamagedData."""
    table = sources.lesson(lesson).get("predict", {})
    if name not in table:
        known = ", ".join(table) or "none"
        raise sources.MissingSource(
            _("The lesson {lesson!r} has no prediction called {name!r}; it has: {known}.").format(
                lesson=lesson, name=name, known=known
            )
        )
    english = sources.lesson(lesson, in_english=True)["predict"][name]
    return Question.read(table[name], f"The prediction {name!r} of the lesson {lesson!r}", english)


def poll_question(lesson: str) -> Question:
    """What a class is polled on: the table `[poll]`, or the prediction that `poll` names, or the first one.

    Raises sources.MissingSource, sources.DamagedData.
    """
    plan = sources.lesson(lesson)
    poll = plan.get("poll") or next(iter(plan.get("predict", {})), "")
    if isinstance(poll, str):
        return prediction_question(lesson, poll)
    return Question.read(poll, f"The poll of the lesson {lesson!r}")


def quiz_questions(lesson: str) -> dict[str, Question]:
    """Name → question, of all `[quiz.NAME]` of a lesson. Raises sources.MissingSource, sources.DamagedData."""
    tables = sources.lesson(lesson).get("quiz", {})
    if not isinstance(tables, dict):
        raise sources.DamagedData(f"The quiz of the lesson {lesson!r} has questions without a name: write [quiz.NAME].")
    english = sources.lesson(lesson, in_english=True).get("quiz", {})
    questions = {}
    for name, table in tables.items():
        where = f"The quiz question {name!r} of the lesson {lesson!r}"
        questions[name] = Question.read(table, where, english.get(name))
        if questions[name].answer is None:
            raise sources.DamagedData(f"{where} has no `answer`, so nobody could solve it: repair it in data/lessons.")
    return questions
