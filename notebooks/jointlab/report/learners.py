"""A learner, known by a code and perhaps a name, and how far they have come."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from jointlab.learn.progress import Count
from jointlab.logbook import Logbook
from jointlab.report.asked import parts
from jointlab.report.given import Answer, answers, code

_LONGEST_NAME = 60  # letters


@dataclass(frozen=True)
class Learner:
    """Somebody's `answers` by their addresses. `code` is made of their logbook; `name` is "" where none was given."""

    code: str
    name: str
    answers: Mapping[str, Answer]

    @property
    def label(self) -> str:
        """The name and the code, or the code alone."""
        return f"{self.name} ({self.code})" if self.name else self.code

    @property
    def done(self) -> set[str]:
        """The addresses of all that is done."""
        return {address for address, answer in self.answers.items() if answer.is_done}


def learner(book: Logbook, name: str = "") -> Learner:
    """Whoever has written this logbook, under the name that they want to give."""
    return Learner(code(book), tidy(name), answers(book))


@lru_cache
def tidy(name: str) -> str:
    """A name in one line, without signs that cannot be printed, and not endless."""
    signs = (sign if sign.isprintable() else " " for sign in name)
    return " ".join("".join(signs).split())[:_LONGEST_NAME]


def counts(done: set[str], lesson: str) -> dict[str, Count]:
    """Part of a lesson → how much of it is done."""
    return {part: Count(len(done.intersection(there)), len(there)) for part, there in parts(lesson).items()}


def total(done: set[str], lesson: str) -> Count:
    """How much of a lesson is done, all parts together."""
    of_parts = counts(done, lesson).values()
    return Count(sum(one.done for one in of_parts), sum(one.total for one in of_parts))
