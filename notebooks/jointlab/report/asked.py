"""All that the course asks: questions, exercises, claims, people to decide on, goals; each known by its address.

All in English, as the logbook keeps the answers: reports of learners who read different languages fit together. What
is shown to the learner alone is said in their language (`Item.told`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from types import MappingProxyType

from jointlab import sources
from jointlab.explorers.declare import Declaration
from jointlab.language import _, english, quoted
from jointlab.learn._question import Question, prediction_question, quiz_questions
from jointlab.learn.checking.complaints import CARET, DOTS
from jointlab.learn.claims import VERDICTS
from jointlab.learn.progress import steps
from jointlab.lessons.red_flags.cases import DECISIONS, LESSON, Case

_SLIPS = {"caret": CARET, "dots left": DOTS}  # what happens in every exercise, as the learner reads it
_BEYOND = "Build"  # the part of an exercise that goes beyond the lesson
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Item:
    """One thing that is asked, under its `address` in the logbook ("kind name"), in the words `asks`.

    `options`: the answers that can be chosen; () where something is written or reached. `right`: the one that is right,
    "" where there is none such. `says`: a wrong answer, or the name of a usual mistake → what a learner is told of it.
    `ideas`: a wrong answer → the idea behind it. `known`: what is told whatever was answered. `in_steps`: the options
    rise step by step, and one that is higher than the right one is not wrong. `shown`: any of these words → the same
    in the learner's language, where that is another one.
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
    shown: Mapping[str, str] = field(default_factory=lambda: NOTHING)

    @property
    def kind(self) -> str:
        """What it is, as the logbook has it: prediction, quiz, check, judgement or goal."""
        return self.address.partition(" ")[0]

    def told(self, words: str) -> str:
        """Any of its words, in the learner's language."""
        return self.shown.get(words, words)

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
def titles(in_english: bool = True) -> dict[str, str]:
    """Name of a lesson → its number and title, such as "03 · What makes the pop?"."""
    ready = (row for row in sources.course(in_english=in_english) if row.status == "ready")
    return {row.name: f"{row.number} · {row.title}" for row in ready}


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
        "shown": _shown(
            (asked.ask, *asked.options, *asked.because), (translated.ask, *translated.options, *translated.because)
        ),
    }


def _shown(in_english: Iterable[str], own: Iterable[str]) -> dict[str, str]:
    """The one → the other, where they differ."""
    return {words: told for words, told in zip(in_english, own, strict=True) if words != told}


def _goals(lesson: str) -> Iterator[dict]:
    for explorer in _explorers(lesson):
        if explorer.goal:
            goal = explorer.goal.key.format(**explorer.goal.values)
            asks, told = f"“{english(explorer.title)}”: {goal}", f"{quoted(explorer.title)}: {explorer.goal.text}"
            yield {"address": f"goal {explorer.name}", "asks": asks, "shown": _shown([asks], [told])}


def _explorers(lesson: str) -> Sequence[Declaration]:
    found = vars(import_module(f"jointlab.lessons.{lesson}")).values()
    return [one for one in found if isinstance(one, Declaration)]


def _exercises(lesson: str) -> Iterator[dict]:
    own = sources.lesson(lesson).get("build", {})
    slips = {name: english(words) for name, words in _SLIPS.items()}
    for name, table in sources.lesson(lesson, in_english=True).get("build", {}).items():
        says, told = ({one["name"]: one["says"] for one in of.get("mistake", ())} for of in (table, own[name]))
        says, told = {**slips, **says}, {**_SLIPS, **told}
        words = (table["asks"], *says.values()), (own[name]["asks"], *(told[mistake] for mistake in says))
        yield {"address": f"check {name}", "asks": table["asks"], "says": says, "shown": _shown(*words)}


def _people(lesson: str) -> Iterator[dict]:
    tables = sources.lesson(lesson, in_english=True).get("case", {}) if lesson == LESSON else {}
    decisions = {name: english(words) for name, words in DECISIONS.items()}
    for name, table in tables.items():
        case, own = Case.read(name, table), Case.read(name, sources.lesson(lesson)["case"][name])
        words = (case.tells, case.known, *decisions.values()), (own.tells, own.known, *DECISIONS.values())
        yield {
            "address": case.address,
            "asks": case.tells,
            "options": tuple(decisions.values()),
            "right": decisions[case.decides],
            "known": case.known,
            "in_steps": True,
            "shown": _shown(*words),
        }


def _claims(lesson: str) -> Iterator[dict]:
    for own in sources.claims_of(lesson):
        claim = sources.claim(own.id, in_english=True)
        asks, told = f"{claim.id}. “{claim.claim}”", f"{own.id}. {quoted(own.claim)}"
        words = (asks, claim.learner_note, *VERDICTS), (told, own.learner_note, *map(_, VERDICTS))
        yield {
            "address": f"judgement {claim.id}",
            "asks": asks,
            "options": tuple(VERDICTS),
            "right": claim.verdict,
            "known": claim.learner_note,
            "shown": _shown(*words),
        }
