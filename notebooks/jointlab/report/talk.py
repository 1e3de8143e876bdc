"""What a teacher may want to talk about next: where a class went wrong together, and what can be said to it."""

from dataclasses import dataclass

from jointlab.learn.calibration import BEYOND_LUCK, FEW
from jointlab.learn.claims import SAYS
from jointlab.models.evidence import brier_score
from jointlab.report import tally
from jointlab.report.asked import Item, titles
from jointlab.units import percent

QUESTIONS, EXERCISES, CLAIMS, PEOPLE = 3, 1, 1, 1  # so many of each, at most: a lesson has room for few
SHARED = 0.2  # of those who answered: a wrong answer that so many share is worth a word
HALF = 0.5
# What the check calls a slip that may happen in every exercise → what can be said to it.
SLIPS = {
    "SyntaxError": "Python cannot read the line: look for a bracket without its partner, or a sign that is missing.",
    "NameError": "A name in the line is none of those in the brackets: write them as they stand there.",
    "ZeroDivisionError": "Something below a fraction line is zero, though none of the numbers that come in is.",
    "constant": "The line gives the same number whatever comes in: calculate with the names in the brackets.",
    "nothing returned": "The function hands nothing back: its last line begins with return.",
    "returns str": "What stands in quotation marks is text: leave the quotation marks out.",
    "returns tuple": "A comma makes a row of numbers: write decimals with a point, 0.5, not 0,5.",
}


@dataclass(frozen=True)
class Topic:
    """Something to talk about: `where` it was asked, what was asked, what happened (`told`, a sentence each), what to
    `say` to it, and the right answer in a sentence."""

    where: str
    asks: str
    told: tuple[str, ...]
    say: str
    right: str = ""


def topics(answers: tally.Pile, learners: int, lesson: str | None = None) -> list[Topic]:
    """The most urgent first: people who were sent too late, then questions, exercises and claims; of the answers of so
    many `learners`."""
    least = 2 if learners > 2 else 1  # of many learners, one alone is no matter for all
    return [
        *_people(answers, lesson),
        *_questions(answers, lesson, least),
        *_exercises(answers, lesson, least),
        *_claims(answers, lesson, least),
    ]


def calibrated(fit: tally.Fit) -> str:
    """How sure a class was and how often right, in words, and what luck has to do with it."""
    count, right = sum(one.count for one in fit.said), sum(one.right for one in fit.said)
    if not count:
        return ""
    sure = sum(one.confidence * one.count for one in fit.said) / count
    told = (
        f"{right} of {count} first predictions came true, {percent(right / count)}; on average the learners were "
        f"{percent(sure)} sure."
    )
    if len(fit.by_question) < FEW:
        return (
            f"{told} All of them answer the same few questions ({len(fit.by_question)}). So this tells how hard these "
            f"were, not yet how well the class knows what it knows: that takes {FEW} questions or more."
        )
    gaps = [hits / n - mean for n, hits, mean in fit.by_question.values()]
    counts = [n for n, _, _ in fit.by_question.values()]
    luck = brier_score.luck_of_questions(gaps, counts)
    if abs(right / count - sure) <= BEYOND_LUCK * luck:
        return f"{told} The two fit, as far as the luck of the questions lets anybody tell."
    if right / count > sure:
        return f"{told} The learners knew more than they thought."
    return f"{told} The learners were surer than they were right."


def _where(item: Item, lesson: str = "") -> str:
    return f"{titles()[lesson or item.lesson]} · {item.part}"


def _most(wrong: dict[str, int]) -> tuple[str, int]:
    """The most common wrong answer, and how common; ("", 0) if there is none."""
    return next(iter(wrong.items()), ("", 0))


def _people(answers: tally.Pile, lesson: str | None) -> list[Topic]:
    late = [one for one in tally.choices(answers, "judgement", lesson) if one.item.in_steps and one.wrong]
    late.sort(key=lambda one: -sum(one.wrong.values()) / one.total)
    return [
        Topic(
            _where(one.item),
            one.item.asks,
            (f"{sum(one.wrong.values())} of {one.total} decided for less than the safe answer.",),
            one.item.known,
            f"The safe answer: {one.item.right}.",
        )
        for one in late[:PEOPLE]
    ]


def _questions(answers: tally.Pile, lesson: str | None, least: int) -> list[Topic]:
    asked = [one for kind in ("prediction", "quiz") for one in tally.choices(answers, kind, lesson)]
    shared = [one for one in asked if _most(one.wrong)[1] >= max(least, SHARED * one.total)]
    shared.sort(key=lambda one: -_most(one.wrong)[1] / one.total)
    return [_question(one) for one in shared[:QUESTIONS]]


def _question(one: tally.Choices) -> Topic:
    words, count = _most(one.wrong)
    told = [f"{count} of {one.total} chose at first: “{words}”"]
    if idea := one.item.ideas.get(words):
        told.append(f"The idea behind it: “{idea}”.")
    right = f"Right, and chosen by {one.right} of {one.total}: “{one.item.right}”"
    return Topic(_where(one.item), one.item.asks, tuple(told), one.item.says[words], right)


def _exercises(answers: tally.Pile, lesson: str | None, least: int) -> list[Topic]:
    stuck = [one for one in tally.tries(answers, lesson) if one.tried - one.solved >= least]
    stuck.sort(key=lambda one: one.solved / one.tried)
    return [_exercise(one) for one in stuck[:EXERCISES]]


def said_to(item: Item, mistake: str) -> str:
    """What can be said to a mistake of an exercise; "" where the course has no words for it."""
    return item.says.get(mistake) or SLIPS.get(mistake, "")


def _exercise(one: tally.Tries) -> Topic:
    told = [f"{one.solved} of {one.tried} who tried it got it right."]
    # Of two mistakes that are as common, the one that the exercise knows: a wrong thought before a slip.
    stuck = sorted(one.stuck, key=lambda name: (-one.stuck[name], name not in one.item.says))
    told += [f"Most often stuck at: “{name}” ({one.stuck[name]})." for name in stuck[:1]]
    known = next((name for name in (*stuck, *one.met) if said_to(one.item, name)), "")
    if known and known not in stuck[:1]:
        told.append(f"What is said below answers another mistake: “{known}”, made by {one.met[known]}.")
    asks = one.item.asks[:1].upper() + one.item.asks[1:]
    return Topic(_where(one.item), asks, tuple(told), said_to(one.item, known))


def _claims(answers: tally.Pile, lesson: str | None, least: int) -> list[Topic]:
    apart = [one for one in differing(answers, lesson) if one.total >= least and one.right < HALF * one.total]
    return [
        Topic(
            _where(one.item, one.lesson),
            one.item.asks,
            (
                f"{one.right} of {one.total} judged as the evidence does.",
                f"The most common other judgement was “{_most(one.wrong)[0]}”: {_most(one.wrong)[1]} of {one.total}.",
            ),
            one.item.known,
            SAYS[one.item.right],
        )
        for one in apart[:CLAIMS]
    ]


def differing(answers: tally.Pile, lesson: str | None = None) -> list[tally.Choices]:
    """The claims that were judged; those first in which class and evidence differ most."""
    judged = [one for one in tally.choices(answers, "judgement", lesson) if not one.item.in_steps and one.total]
    return sorted(judged, key=lambda one: (one.right / one.total, -one.total))
