"""How far the learner has come, and how well the predictions went; read from the logbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from jointlab import logbook as logbooks
from jointlab import sources
from jointlab.drawings.charts.calibration_chart import Said
from jointlab.learn._question import prediction_question
from jointlab.units import percent


@dataclass(frozen=True)
class Count:
    """So many done, of so many that there are."""

    done: int
    total: int

    def __str__(self) -> str:
        return f"{self.done} of {self.total}"


@dataclass(frozen=True)
class LessonProgress:
    """What the learner has done in one lesson. Skipped predictions do not count."""

    lesson: str
    predictions: Count
    checks: Count
    quiz: Count
    claims: Count

    @property
    def share(self) -> float:
        """0 … 1: how much of all that can be done is done."""
        counts = (self.predictions, self.checks, self.quiz, self.claims)
        total = sum(count.total for count in counts)
        return sum(count.done for count in counts) / total if total else 0.0

    def __str__(self) -> str:
        named = {
            "predictions made": self.predictions,
            "checks passed": self.checks,
            "quiz questions solved": self.quiz,
            "claims judged": self.claims,
        }
        told = ", ".join(f"{count} {what}" for what, count in named.items() if count.total)
        return f"{self.lesson}: {told or 'nothing to record'}."


@dataclass(frozen=True)
class Brier:
    """`brier` is the mean of (confidence − outcome)² over `count` predictions.

    0 is best, always saying 50 % gives 0.25; None before the first prediction whose answer is known.
    """

    brier: float | None
    count: int


def progress(logbook: logbooks.Logbook | None = None) -> dict[str, LessonProgress]:
    """Name of the lesson → progress, for every lesson that is ready."""
    book = logbook or logbooks.default()
    done = _done(book)
    return {row.name: _lesson_progress(row.name, done) for row in sources.course() if row.status == "ready"}


def steps(lesson: str, explorers: Sequence[Any] = ()) -> dict[str, list[str]]:
    """Part of a lesson → the logbook's addresses ("kind name") of all that can be done there, in its order.

    `explorers`: declarations; those with a goal count. Raises sources.MissingSource, sources.DamagedData.
    """
    plan = sources.lesson(lesson)
    parts = {
        "Predict": [f"prediction {lesson}/{name}" for name in plan.get("predict", {})],
        "Play": [f"goal {explorer.name}" for explorer in explorers if explorer.goal],
        "Build": [f"check {name}" for name in plan.get("build", {})],
        "The article says…": [f"judgement {claim.id}" for claim in sources.claims_of(lesson)],
        "Check yourself": [f"quiz {lesson}/{name}" for name in plan.get("quiz", {})],
    }
    return {name: addresses for name, addresses in parts.items() if addresses}


def done(logbook: logbooks.Logbook) -> set[str]:
    """Addresses of all that the learner has done, in any lesson."""
    return {f"{kind} {name}" for kind, names in _done(logbook).items() for name in names}


def committed(logbook: logbooks.Logbook) -> set[str]:
    """Addresses of the predictions that were made or declined: their outcomes may be seen."""
    return {f"prediction {record['name']}" for record in logbook.entries("prediction")}


def on_the_map(logbook: logbooks.Logbook | None = None) -> dict[str, str]:
    """Name of the lesson → a few words for its card on the map of the course, for lessons that have been begun."""
    begun = {name: done for name, done in progress(logbook).items() if done.share}
    return {name: "done" if done.share == 1 else f"{percent(done.share)} done" for name, done in begun.items()}


def calibration(logbook: logbooks.Logbook | None = None) -> Brier:
    """How well confidence and outcome go together.

    Only the first answer to a question counts, and no skipped one: what comes later was said with the picture
    in sight.
    """
    losses = [(confidence - right) ** 2 for confidence, right in _first_answers(logbook or logbooks.default())]
    return Brier(sum(losses) / len(losses) if losses else None, len(losses))


def said(logbook: logbooks.Logbook) -> list[Said]:
    """How often each level of confidence was said, and how often rightly; of the same answers as `calibration`."""
    rights: dict[float, list[bool]] = {}
    for confidence, right in _first_answers(logbook):
        rights.setdefault(confidence, []).append(right)
    return [Said(confidence, sum(found), len(found)) for confidence, found in sorted(rights.items())]


def _first_answers(logbook: logbooks.Logbook) -> list[tuple[float, bool]]:
    """Confidence (a share) and outcome of the first answer to each prediction whose outcome is known."""
    first: dict[str, dict] = {}
    for record in logbook.entries("prediction"):
        first.setdefault(record["name"], record["entry"])
    return [answer for key, entry in first.items() if (answer := _answer(key, entry)) is not None]


def _answer(key: str, entry: dict) -> tuple[float, bool] | None:
    """Confidence and outcome; None if skipped, no longer asked, or without a known answer."""
    if entry.get("skipped"):
        return None
    try:
        question = prediction_question(*key.split("/", 1))
    except (sources.MissingSource, sources.DamagedData):
        return None
    if question.answer is None or entry.get("option") not in question.options:
        return None
    return entry["confidence"] / 100, question.options.index(entry["option"]) == question.answer


def _done(book: logbooks.Logbook) -> dict[str, set[str]]:
    """Kind → names of what is done."""
    done: dict[str, set[str]] = {kind: set() for kind in logbooks.KINDS}
    for record in book.entries():
        entry = record["entry"]
        finished = {
            "prediction": not entry.get("skipped"),
            "check": entry.get("passed"),
            "quiz": entry.get("right"),
        }.get(record["kind"], True)
        if finished:
            done[record["kind"]].add(record["name"])
    return done


def _lesson_progress(lesson: str, done: dict[str, set[str]]) -> LessonProgress:
    plan = sources.lesson(lesson)

    def count(kind: str, names: list[str]) -> Count:
        return Count(len(done[kind].intersection(names)), len(names))

    return LessonProgress(
        lesson,
        predictions=count("prediction", [f"{lesson}/{name}" for name in plan.get("predict", {})]),
        checks=count("check", list(plan.get("build", {}))),
        quiz=count("quiz", [f"{lesson}/{name}" for name in plan.get("quiz", {})]),
        claims=count("judgement", [claim.id for claim in sources.claims_of(lesson)]),
    )
