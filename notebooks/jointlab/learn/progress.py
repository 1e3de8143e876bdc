"""How far the learner has come, and how well the predictions went; read from the logbook."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from jointlab import logbook as logbooks
from jointlab import sources
from jointlab.drawings.charts.calibration_chart import Said
from jointlab.language import N_, _
from jointlab.learn._question import Question, prediction_question
from jointlab.learn.article import AUDIT
from jointlab.learn.predict import CONFIDENCE
from jointlab.units import percent


@dataclass(frozen=True)
class Count:
    """So many done, of so many that there are."""

    done: int
    total: int

    def __str__(self) -> str:
        return _("{count} of {all}").format(count=self.done, all=self.total)


@dataclass(frozen=True)
class LessonProgress:
    """What the learner has done in one lesson. Skipped predictions do not count."""

    lesson: str
    predictions: Count
    checks: Count
    quiz: Count
    claims: Count
    cases: Count = Count(0, 0)

    @property
    def share(self) -> float:
        """0 … 1: how much of all that can be done is done."""
        counts = (self.predictions, self.checks, self.quiz, self.claims, self.cases)
        total = sum(count.total for count in counts)
        return sum(count.done for count in counts) / total if total else 0.0

    def __str__(self) -> str:
        named = {
            _("{count} predictions made"): self.predictions,
            _("{count} checks passed"): self.checks,
            _("{count} quiz questions solved"): self.quiz,
            _("{count} claims judged"): self.claims,
            _("{count} people decided on"): self.cases,
        }
        told = ", ".join(words.format(count=count) for words, count in named.items() if count.total)
        return f"{self.lesson}: {told or _('nothing to record')}."


@dataclass(frozen=True)
class Answered:
    """A prediction of a `lesson`: the `option` chosen (from 0), and how sure one was (`confidence`, a share).

    `seen`: the learner has looked at its outcome.
    """

    lesson: str
    question: Question
    option: int
    confidence: float
    seen: bool

    @property
    def right(self) -> bool:
        """Whether it came true."""
        return self.option == self.question.answer


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
    """Part of a lesson, in English → the logbook's addresses ("kind name") of all that can be done there, in its order.

    `explorers`: declarations; those with a goal count. Raises sources.MissingSource, sources.DamagedData.
    """
    plan = sources.lesson(lesson)
    parts = {
        N_("Predict"): [f"prediction {lesson}/{name}" for name in plan.get("predict", {})],
        N_("See"): _cases(lesson, 1),
        N_("Play"): [f"goal {explorer.name}" for explorer in explorers if explorer.goal],
        N_("Build"): [f"check {name}" for name in _exercises(plan)],
        N_("More people"): _cases(lesson, 2),
        N_("The article says…"): [f"judgement {claim.id}" for claim in sources.claims_of(lesson)],
        N_("Check yourself"): [f"quiz {lesson}/{name}" for name in plan.get("quiz", {})],
    }
    return {name: addresses for name, addresses in parts.items() if addresses}


def _cases(lesson: str, part: int) -> list[str]:
    """Addresses of the people to decide on, in the first or the second round; few lessons have any."""
    people = sources.lesson(lesson).get("case", {})
    return [f"judgement {lesson}/{name}" for name, case in people.items() if case.get("round") == part]


def done(logbook: logbooks.Logbook) -> set[str]:
    """Addresses of all that the learner has done, in any lesson."""
    return {f"{kind} {name}" for kind, names in _done(logbook).items() for name in names}


def committed(logbook: logbooks.Logbook) -> set[str]:
    """Addresses of the predictions that were made or declined: their outcomes may be seen."""
    answers = [record for record in logbook.entries("prediction") if is_an_answer(record["entry"])]
    return {f"prediction {record['name']}" for record in answers}


def on_the_map(logbook: logbooks.Logbook | None = None) -> dict[str, str]:
    """Name of the lesson → a few words for its card on the map of the course, for lessons that have been begun."""
    begun = {name: done for name, done in progress(logbook).items() if _is_begun(done)}
    return {
        name: _("done") if done.share == 1 else _("{share} done").format(share=percent(done.share))
        for name, done in begun.items()
    }


def _is_begun(done: LessonProgress) -> bool:
    """Claims that were judged elsewhere do not begin the lesson that takes all of them."""
    own = (done.predictions, done.checks, done.quiz, done.cases)
    return any(count.done for count in own) or (done.lesson != AUDIT and done.claims.done > 0)


def calibration(logbook: logbooks.Logbook | None = None) -> Brier:
    """How well confidence and outcome go together.

    Only the first answer to a question counts, and no skipped one: what comes later was said with the picture
    in sight.
    """
    losses = [(one.confidence - one.right) ** 2 for one in answered(logbook or logbooks.default())]
    return Brier(sum(losses) / len(losses) if losses else None, len(losses))


def said(logbook: logbooks.Logbook) -> list[Said]:
    """How often each level of confidence was said, and how often rightly; of the same answers as `calibration`."""
    rights: dict[float, list[bool]] = {}
    for one in answered(logbook):
        rights.setdefault(one.confidence, []).append(one.right)
    return [Said(confidence, sum(found), len(found)) for confidence, found in sorted(rights.items())]


def answered(logbook: logbooks.Logbook) -> list[Answered]:
    """The first answer to each prediction whose outcome is known, oldest first."""
    first: dict[str, dict] = {}
    for record in logbook.entries("prediction"):
        if is_an_answer(record["entry"]):
            first.setdefault(record["name"], record["entry"])
    seen = {record["name"] for record in logbook.entries("outcome")}
    return [answer for key, entry in first.items() if (answer := _answer(key, entry, key in seen)) is not None]


def judged(logbook: logbooks.Logbook) -> dict[str, str]:
    """Id of a claim → the learner's judgement of it, as the cards show it."""
    records = logbook.entries("judgement")
    known = {record["name"]: record["entry"].get("judgement") for record in records}
    return {name: judgement for name, judgement in known.items() if isinstance(judgement, str)}


def _answer(key: str, entry: dict, seen: bool) -> Answered | None:
    """What was predicted, and the outcome; None if skipped, no longer asked, or without a known answer."""
    if entry.get("skipped"):
        return None
    lesson, _, name = key.partition("/")
    try:
        question = prediction_question(lesson, name)
    except (sources.MissingSource, sources.DamagedData):
        return None
    if question.answer is None or entry.get("option") not in question.kept_as:
        return None
    option = question.kept_as.index(entry["option"])
    return Answered(lesson, question, option, entry["confidence"] / 100, seen)


def start_afresh(lesson: str, explorers: Sequence[Any] = (), logbook: logbooks.Logbook | None = None) -> None:
    """Start a lesson afresh, with its explorers (declarations), as soon as its cells have run again.

    Nothing is deleted. A claim of this lesson is to be judged anew in every lesson that has its card; but the audit,
    which has all claims, puts away only what was judged in it, and claims that are its own. Raises
    sources.MissingSource, sources.DamagedData.
    """
    exercises = sources.lesson(lesson).get("build", {})
    claims = [claim.id for claim in sources.claims_of(lesson) if lesson != AUDIT or claim.lesson == (AUDIT,)]
    names = [*exercises, *claims, *(explorer.name for explorer in explorers)]
    (logbook or logbooks.default()).start_afresh(lesson, names)


def _exercises(plan: dict[str, Any]) -> list[str]:
    """The exercises that everybody does; one that goes `beyond` stands below a heading that is shut."""
    return [name for name, table in plan.get("build", {}).items() if not table.get("beyond")]


def is_an_answer(entry: dict) -> bool:
    """Whether a record holds a prediction that can be understood, whatever else was written into the file."""
    said = isinstance(entry.get("option"), str) and entry.get("confidence") in list(CONFIDENCE)
    return said or bool(entry.get("skipped"))


# Kind of what can be done → whether a record of it says that it is.
FINISHED: dict[str, Callable[[dict], bool]] = {
    "prediction": lambda entry: is_an_answer(entry) and not entry.get("skipped"),
    "goal": lambda entry: isinstance(entry.get("goal"), str),
    "check": lambda entry: entry.get("passed") is True,
    "judgement": lambda entry: isinstance(entry.get("judgement"), str),
    "quiz": lambda entry: entry.get("right") is True,
}


def _done(book: logbooks.Logbook) -> dict[str, set[str]]:
    """Kind → names of what is done. Asked kind by kind: where controls were left is told much more often."""
    return {
        kind: {record["name"] for record in book.entries(kind) if finished(record["entry"])}
        for kind, finished in FINISHED.items()
    }


def _lesson_progress(lesson: str, done: dict[str, set[str]]) -> LessonProgress:
    plan = sources.lesson(lesson)

    def count(kind: str, names: list[str]) -> Count:
        return Count(len(done[kind].intersection(names)), len(names))

    return LessonProgress(
        lesson,
        predictions=count("prediction", [f"{lesson}/{name}" for name in plan.get("predict", {})]),
        checks=count("check", _exercises(plan)),
        quiz=count("quiz", [f"{lesson}/{name}" for name in plan.get("quiz", {})]),
        claims=count("judgement", [claim.id for claim in sources.claims_of(lesson)]),
        cases=count("judgement", [f"{lesson}/{name}" for name in plan.get("case", {})]),
    )
