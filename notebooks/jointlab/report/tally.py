"""A class counted: what was chosen how often, where learners are stuck, how sure they were and how often right."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jointlab.drawings.charts.calibration_chart import Said
from jointlab.learn.predict import CONFIDENCE
from jointlab.report.asked import Item, everything, items
from jointlab.report.given import SKIPPED, Answer
from jointlab.report.learners import Learner

Pile = Mapping[str, Sequence[Answer]]  # address → the answers of all learners


@dataclass(frozen=True)
class Choices:
    """How often each answer was the first one to a question, a claim or a case.

    `counts`: option → so many learners, in the order of the options. `otherwise`: so many whose words are none of them,
    because another version of the course asked otherwise; `skipped`: so many who only looked. `lesson`: where most
    answered it, for a claim belongs to several.
    """

    item: Item
    lesson: str
    counts: dict[str, int]
    otherwise: int = 0
    skipped: int = 0

    @property
    def total(self) -> int:
        """So many have chosen one of the options."""
        return sum(self.counts.values())

    @property
    def right(self) -> int:
        """So many have chosen the right one."""
        return self.counts.get(self.item.right, 0)

    @property
    def wrong(self) -> dict[str, int]:
        """The answers that are wrong and were chosen, the most common first."""
        chosen = {words: n for words, n in self.counts.items() if n and self.item.is_right(words) is False}
        return dict(sorted(chosen.items(), key=lambda one: -one[1]))


@dataclass(frozen=True)
class Tries:
    """How an exercise went: so many have `tried`, so many have `solved` it. `stuck`: the newest mistake of those who
    have not → so many; `met`: a mistake → so many learners who made it at some time. The most common first."""

    item: Item
    tried: int
    solved: int
    stuck: dict[str, int]
    met: dict[str, int]


@dataclass(frozen=True)
class Fit:
    """How sure a class was of its first predictions, and how often right: at each level (`said`), and of each question
    (`by_question`): so many answers, so many right, mean confidence as a share."""

    said: list[Said]
    by_question: dict[str, tuple[int, int, float]]


def pile(learners: Iterable[Learner]) -> Pile:
    """All answers of these learners, item by item."""
    found: dict[str, list[Answer]] = {}
    for one in learners:
        for address, answer in one.answers.items():
            found.setdefault(address, []).append(answer)
    return found


def choices(answers: Pile, kind: str, lesson: str | None = None) -> list[Choices]:
    """What was chosen first, of each item of a `kind` that anybody has answered; of one lesson, or of all."""
    return [_choices(item, answers[item.address]) for item in _asked(answers, kind, lesson)]


def tries(answers: Pile, lesson: str | None = None) -> list[Tries]:
    """How each exercise went that anybody has tried."""
    return [_tries(item, answers[item.address]) for item in _asked(answers, "check", lesson)]


def goals(answers: Pile, lesson: str | None = None) -> dict[str, int]:
    """What was to be reached → so many who have."""
    return {item.asks: len(answers[item.address]) for item in _asked(answers, "goal", lesson)}


def fit(answers: Pile, lesson: str | None = None) -> Fit:
    """Confidence beside outcome, of all first predictions whose outcome is known."""
    levels: dict[float, list[bool]] = {}
    questions: dict[str, list[tuple[bool, float]]] = {}
    for item in _asked(answers, "prediction", lesson):
        for answer in answers[item.address]:
            right = item.is_right(answer.words)
            if right is not None and answer.sure in CONFIDENCE:
                levels.setdefault(answer.sure / 100, []).append(right)
                questions.setdefault(item.address, []).append((right, answer.sure / 100))
    said = [Said(sure, sum(rights), len(rights)) for sure, rights in sorted(levels.items())]
    return Fit(said, {address: _of_a_question(pairs) for address, pairs in questions.items()})


def _asked(answers: Pile, kind: str, lesson: str | None = None) -> list[Item]:
    """The items of that kind that anybody has answered."""
    there = everything(lesson).values() if lesson else ()
    wanted = {address for addresses in there for address in addresses} if lesson else answers
    return [item for address, item in items().items() if item.kind == kind and address in answers and address in wanted]


def _choices(item: Item, answers: Sequence[Answer]) -> Choices:
    said = Counter(answer.words for answer in answers)
    counts = {option: said.pop(option, 0) for option in item.options}
    skipped = said.pop(SKIPPED, 0)
    lesson = Counter(answer.lesson for answer in answers).most_common(1)[0][0]
    return Choices(item, lesson, counts, said.total(), skipped)


def _tries(item: Item, answers: Sequence[Answer]) -> Tries:
    stuck = Counter(answer.mistakes[-1] for answer in answers if not answer.solved and answer.mistakes)
    met = Counter(mistake for answer in answers for mistake in dict.fromkeys(answer.mistakes))
    solved = sum(bool(answer.solved) for answer in answers)
    return Tries(item, len(answers), solved, dict(stuck.most_common()), dict(met.most_common()))


def _of_a_question(pairs: Sequence[tuple[bool, float]]) -> tuple[int, int, float]:
    return len(pairs), sum(right for right, _ in pairs), sum(sure for _, sure in pairs) / len(pairs)
