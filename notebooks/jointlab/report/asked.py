"""All that the course asks: questions, exercises, claims, people to decide on, goals; each known by its address.

All in English, as the logbook keeps the answers: reports of learners who read different languages fit together.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from types import MappingProxyType

from jointlab import sources
from jointlab.explorers.declare import Declaration
from jointlab.language import english
from jointlab.learn._question import Question, prediction_question, quiz_questions
from jointlab.learn.checking.complaints import CARET, DOTS
from jointlab.learn.claims import VERDICTS
from jointlab.learn.progress import steps
from jointlab.lessons.red_flags.cases import DECISIONS, LESSON, Case

_SLIPS = {"caret": CARET, "dots left": DOTS}  # what happens in every exercise
_BEYOND = "Build"  # the part of an exercise that goes beyond the lesson
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Item:
    """One thing that is asked, under its `address` in the logbook ("kind name"), in the words `asks`.

    `options`: the answers that can be chosen; () where something is written or reached. `right`: the one that is right,
    "" where there is none such. `says`: a wrong answer, or the name of a usual mistake → what a learner is told of it.
    `ideas`: a wrong answer → the idea behind it. `known`: what is told whatever was answered. `in_steps`: the options
    rise step by step, and one that is higher than the right one is not wrong.
    """

    address: str
    lesson: str
    part: str
    asks: str
    options: tuple[str, ...] = ()
    right: str = ""
    says: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    ideas: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    known: str = ""
    in_steps: bool = False

    @property
    def kind(self) -> str:
        """What it is, as the logbook has it: prediction, quiz, check, judgement or goal."""
        return self.address.partition(" ")[0]

    def is_right(self, words: str) -> bool | None:
        """Whether this answer is right; None where nobody knows, it is none of the options, or it only does more."""
        if not self.right or words not in self.options:
            return None
        more = self.in_steps and self.options.index(words) > self.options.index(self.right)
        return None if more else words == self.right


@cache
def lessons() -> tuple[sources.Lesson, ...]:
    """The lessons that are ready, in their order."""
    return tuple(row for row in sources.course(in_english=True) if row.status == "ready")


@cache
def titles() -> dict[str, str]:
    """Name of a lesson → its number and title, such as "03 · What makes the pop?"."""
    return {row.name: f"{row.number} · {row.title}" for row in lessons()}


@cache
def parts(lesson: str) -> dict[str, list[str]]:
    """Part of a lesson → addresses of all that everybody is asked there, in its order."""
    return steps(lesson, tuple(_explorers(lesson)))


@cache
def all_parts() -> list[str]:
    """The parts of all lessons in their order: one lesson at least has them all."""
    return list(max((parts(row.name) for row in lessons()), key=len))


@cache
def everything(lesson: str) -> dict[str, list[str]]:
    """The same as `parts`, with the exercises that go beyond the lesson."""
    beyond = [one["address"] for one in _exercises(lesson) if one["address"] not in parts(lesson).get(_BEYOND, ())]
    return {**parts(lesson), _BEYOND: [*parts(lesson).get(_BEYOND, ()), *beyond]}


@cache
def items() -> dict[str, Item]:
    """Address → item, of the whole course, in its order. A claim stands with the first lesson that examines it."""
    found: dict[str, Item] = {}
    for row in lessons():
        for one in _items(row.name):
            found.setdefault(one.address, one)
    return found


def _items(lesson: str) -> list[Item]:
    """The items of a lesson, in the order in which it asks them."""
    part_of = {address: part for part, addresses in everything(lesson).items() for address in addresses}
    order = list(part_of)
    told = (*_questions(lesson), *_goals(lesson), *_exercises(lesson), *_people(lesson), *_claims(lesson))
    told = sorted(told, key=lambda one: order.index(one["address"]))
    return [Item(lesson=lesson, part=part_of[one["address"]], **one) for one in told]


def _questions(lesson: str) -> Iterator[dict]:
    for name in sources.lesson(lesson).get("predict", {}):
        yield _question(f"prediction {lesson}/{name}", prediction_question(lesson, name))
    for name, asked in quiz_questions(lesson).items():
        yield _question(f"quiz {lesson}/{name}", asked)


def _question(address: str, translated: Question) -> dict:
    asked = translated.english or translated
    right = "" if asked.answer is None else asked.options[asked.answer]
    return {
        "address": address,
        "asks": asked.ask,
        "options": asked.options,
        "right": right,
        "says": dict(zip(asked.options, asked.because, strict=True)),
        "ideas": {option: idea for option, idea in zip(asked.options, asked.misconception, strict=True) if idea},
    }


def _goals(lesson: str) -> Iterator[dict]:
    for explorer in _explorers(lesson):
        if explorer.goal:
            goal = explorer.goal.key.format(**explorer.goal.values)
            yield {"address": f"goal {explorer.name}", "asks": f"“{english(explorer.title)}”: {goal}"}


def _explorers(lesson: str) -> Sequence[Declaration]:
    found = vars(import_module(f"jointlab.lessons.{lesson}")).values()
    return [one for one in found if isinstance(one, Declaration)]


def _exercises(lesson: str) -> Iterator[dict]:
    for name, table in sources.lesson(lesson, in_english=True).get("build", {}).items():
        own = {mistake["name"]: mistake["says"] for mistake in table.get("mistake", ())}
        yield {"address": f"check {name}", "asks": table["asks"], "says": {**_SLIPS, **own}}


def _people(lesson: str) -> Iterator[dict]:
    tables = sources.lesson(lesson, in_english=True).get("case", {}) if lesson == LESSON else {}
    for case in (Case.read(name, table) for name, table in tables.items()):
        yield {
            "address": case.address,
            "asks": case.tells,
            "options": tuple(DECISIONS.values()),
            "right": DECISIONS[case.decides],
            "known": case.known,
            "in_steps": True,
        }


def _claims(lesson: str) -> Iterator[dict]:
    for claim in (sources.claim(one.id, in_english=True) for one in sources.claims_of(lesson)):
        yield {
            "address": f"judgement {claim.id}",
            "asks": f"{claim.id}. “{claim.claim}”",
            "options": tuple(VERDICTS),
            "right": claim.verdict,
            "known": claim.learner_note,
        }
