"""Every constant, observation, claim and reference of the course, read from the folder `data/`.

A row becomes an object with one field per column (`rows`); an empty cell is None or "". What the columns, units and
flags mean is written in `data/README.md`.
"""

from pathlib import Path
from typing import Any

from jointlab import language
from jointlab.data_folder import folder
from jointlab.language import alphabetical
from jointlab.sources.findings import (
    Alternative,
    Association,
    ExerciseTrial,
    MeasuredLoad,
    MuscleActivity,
    Prevalence,
    Relief,
)
from jointlab.sources.ligament_tables import Ligament
from jointlab.sources.muscle_tables import Hamstring, HamstringLengths
from jointlab.sources.read import (
    DamagedData,
    MissingSource,
    Row,
    bibliography,
    damaged,
    find,
    table,
    tables,
    translated,
)
from jointlab.sources.tables import (
    BodySegment,
    Claim,
    Constant,
    Gas,
    Landmark,
    Lesson,
    LiftingCoupling,
    LiftingExample,
    LiftingFrequency,
    Observation,
    Reference,
    SpineRange,
    Term,
    WarningSign,
)

__all__ = [
    "DATA",
    "Alternative",
    "Association",
    "BodySegment",
    "Claim",
    "Constant",
    "DamagedData",
    "ExerciseTrial",
    "Gas",
    "Hamstring",
    "HamstringLengths",
    "Landmark",
    "Lesson",
    "LiftingCoupling",
    "LiftingExample",
    "LiftingFrequency",
    "Ligament",
    "MeasuredLoad",
    "MissingSource",
    "MuscleActivity",
    "Observation",
    "Prevalence",
    "Reference",
    "Relief",
    "SpineRange",
    "Term",
    "WarningSign",
    "alternative",
    "alternatives",
    "association",
    "claim",
    "claims_of",
    "constant",
    "course",
    "exercise_trial",
    "gas",
    "gases",
    "glossary",
    "hamstring",
    "hamstring_lengths",
    "hamstrings",
    "is_translated",
    "landmarks",
    "lesson",
    "lifting_coupling",
    "lifting_examples",
    "lifting_frequency",
    "ligament",
    "ligaments",
    "measured_load",
    "measured_loads",
    "muscle_activities",
    "muscle_activity",
    "observation",
    "prevalence",
    "reference",
    "relief",
    "segment",
    "spine_ranges",
    "value",
    "warning_signs",
]

DATA = folder()


def constant(name: str) -> Constant:
    """The constant called `name` in constants.csv. Raises MissingSource."""
    return find(table(DATA / "constants.csv", Constant), name, "constant", "constants.csv")


def value(name: str) -> float:
    """The value of the constant called `name`, in its SI unit. Raises MissingSource."""
    return constant(name).value


def observation(name: str) -> Observation:
    """The observation called `name` in observations.csv. Raises MissingSource."""
    return find(table(DATA / "observations.csv", Observation), name, "observation", "observations.csv")


def claim(id: str, in_english: bool = False) -> Claim:
    """The claim with this number, such as "S13", in the learner's language or `in_english`. Raises MissingSource."""
    return find(table(DATA / "claims.csv", Claim, in_english=in_english), id, "claim", "claims.csv")


def claims_of(lesson: str) -> tuple[Claim, ...]:
    """The claims that the lesson of this name examines, in the article's order. Raises MissingSource."""
    return _of_lesson(DATA / "claims.csv", Claim, lesson)


def reference(key: str) -> Reference:
    """The entry of references.bib with this key, such as "kawchuk2015". Raises MissingSource."""
    return find(bibliography(DATA / "references.bib"), key, "reference", "references.bib")


def gas(name: str) -> Gas:
    """The gas called `name` in gases.csv, such as "carbon dioxide". Raises MissingSource."""
    return find(table(DATA / "gases.csv", Gas), name, "gas", "gases.csv")


def gases() -> tuple[Gas, ...]:
    """The gases that are dissolved in a joint: carbon dioxide, nitrogen, oxygen."""
    return tuple(table(DATA / "gases.csv", Gas).values())


def segment(name: str) -> BodySegment:
    """The body segment called `name` in segments.csv, such as "female thigh". Raises MissingSource."""
    return find(table(DATA / "segments.csv", BodySegment), name, "body segment", "segments.csv")


def landmarks() -> dict[str, Landmark]:
    """The points of the upright body in landmarks.csv, by name."""
    return table(DATA / "landmarks.csv", Landmark)


def spine_ranges() -> dict[str, SpineRange]:
    """The rows of spine_ranges.csv by the joint's name, from L5-S1 upwards."""
    return table(DATA / "spine_ranges.csv", SpineRange)


def hamstring(name: str) -> Hamstring:
    """The hamstring called `name` in hamstrings.csv, such as "biceps_femoris". Raises MissingSource."""
    return find(table(DATA / "hamstrings.csv", Hamstring), name, "hamstring", "hamstrings.csv")


def hamstrings() -> tuple[Hamstring, ...]:
    """The three hamstrings that cross hip and knee."""
    return tuple(table(DATA / "hamstrings.csv", Hamstring).values())


def hamstring_lengths() -> tuple[HamstringLengths, ...]:
    """The rows of hamstring_lengths.csv, by rising angle of the hip, then of the knee."""
    return tuple(table(DATA / "hamstring_lengths.csv", HamstringLengths).values())


def ligament(name: str) -> Ligament:
    """The row called `name` in ligaments.csv, such as "front_two". Raises MissingSource."""
    return find(table(DATA / "ligaments.csv", Ligament), name, "ligament", "ligaments.csv")


def ligaments() -> tuple[Ligament, ...]:
    """All rows of ligaments.csv: ligament by ligament, table by table."""
    return tuple(table(DATA / "ligaments.csv", Ligament).values())


def lifting_frequency() -> list[LiftingFrequency]:
    """The rows of lifting_frequency.csv, by rising rate."""
    return list(table(DATA / "lifting_frequency.csv", LiftingFrequency).values())


def lifting_coupling(coupling: str) -> LiftingCoupling:
    """The row of lifting_coupling.csv for a grip that is good, fair or poor. Raises MissingSource."""
    return find(table(DATA / "lifting_coupling.csv", LiftingCoupling), coupling, "coupling", "lifting_coupling.csv")


def lifting_examples() -> list[LiftingExample]:
    """The worked examples of lifting_examples.csv."""
    return list(table(DATA / "lifting_examples.csv", LiftingExample).values())


def measured_load(name: str) -> MeasuredLoad:
    """The figure called `name` in spine_loads.csv, such as "wilke_standing". Raises MissingSource."""
    return find(table(DATA / "spine_loads.csv", MeasuredLoad), name, "spine load", "spine_loads.csv")


def measured_loads(quantity: str) -> list[MeasuredLoad]:
    """All figures of one `quantity` in spine_loads.csv. Raises MissingSource if it is none of them."""
    rows = table(DATA / "spine_loads.csv", MeasuredLoad).values()
    wanted = find({row.quantity: row.quantity for row in rows}, quantity, "quantity", "spine_loads.csv")
    return [row for row in rows if row.quantity == wanted]


def muscle_activity(name: str) -> MuscleActivity:
    """The row called `name` in exercise_emg.csv. Raises MissingSource."""
    return find(table(DATA / "exercise_emg.csv", MuscleActivity), name, "muscle activity", "exercise_emg.csv")


def muscle_activities(exercise: str) -> list[MuscleActivity]:
    """All rows of one `exercise`, in English, in exercise_emg.csv. Raises MissingSource if there is none of it."""
    path = DATA / "exercise_emg.csv"
    english = {name: row.exercise for name, row in table(path, MuscleActivity, in_english=True).items()}
    wanted = find({words: words for words in english.values()}, exercise, "exercise", "exercise_emg.csv")
    return [row for name, row in table(path, MuscleActivity).items() if english[name] == wanted]


def exercise_trial(name: str) -> ExerciseTrial:
    """The row called `name` in exercise_trials.csv. Raises MissingSource."""
    return find(table(DATA / "exercise_trials.csv", ExerciseTrial), name, "exercise trial", "exercise_trials.csv")


def prevalence(name: str) -> Prevalence:
    """The row called `name` in prevalence.csv, such as "perth_girls_4". Raises MissingSource."""
    return find(table(DATA / "prevalence.csv", Prevalence), name, "prevalence", "prevalence.csv")


def association(name: str) -> Association:
    """The row called `name` in associations.csv, such as "knee_pain". Raises MissingSource."""
    return find(table(DATA / "associations.csv", Association), name, "association", "associations.csv")


def relief(name: str) -> Relief:
    """The row called `name` in relief.csv, such as "threshold_30". Raises MissingSource."""
    return find(table(DATA / "relief.csv", Relief), name, "relief", "relief.csv")


def alternative(name: str) -> Alternative:
    """The row called `name` in alternatives.csv, such as "heat_wrap". Raises MissingSource."""
    return find(table(DATA / "alternatives.csv", Alternative), name, "alternative", "alternatives.csv")


def alternatives() -> tuple[Alternative, ...]:
    """All rows of alternatives.csv."""
    return tuple(table(DATA / "alternatives.csv", Alternative).values())


def lesson(name: str, in_english: bool = False) -> dict[str, Any]:
    """What lessons/NAME.toml says, in the learner's language or `in_english`, by which answers are kept.

    Raises MissingSource if there is no such lesson or it is only planned.
    """
    outline = _outline(name)
    path = DATA / "lessons" / f"{name}.toml"
    if outline.status == "planned" and not path.exists():
        raise MissingSource(f"The lesson {name!r} is only planned: choose one that is ready.")
    return tables(path, in_english)


def is_translated(name: str) -> bool:
    """Whether the lesson of this name speaks the learner's language."""
    return language.current() == language.ENGLISH or translated(DATA / "lessons" / f"{name}.toml") is not None


def course(in_english: bool = False) -> list[Lesson]:
    """The table of contents, lesson by lesson, in the learner's language or `in_english`."""
    return list(table(DATA / "course.csv", Lesson, in_english=in_english).values())


def glossary(lesson: str | None = None) -> dict[str, str]:
    """Term → meaning, of one lesson or of the whole course, in alphabetical order. Raises MissingSource."""
    path = DATA / "glossary.csv"
    terms = table(path, Term).values() if lesson is None else _of_lesson(path, Term, lesson)
    return {term.term: term.meaning for term in sorted(terms, key=lambda term: alphabetical(term.term))}


def warning_signs(english: str = "") -> list[WarningSign]:
    """The safety card: the emergencies first, then what needs a call within a day, then what needs a visit soon; or
    those of its lines in whose English these words stand."""
    path = DATA / "warning_signs.csv"
    signs = table(path, WarningSign, key="sign")
    if not any(sign.when == "now" for sign in signs.values()):
        raise damaged(path, "it names no emergency")
    return [sign for words, sign in signs.items() if english in words]


def _of_lesson(path: Path, kind: type[Row], lesson: str) -> tuple[Row, ...]:
    """The rows of a table that belong to a lesson; one that is ready has some."""
    outline = _outline(lesson)
    rows = tuple(row for row in table(path, kind).values() if outline.name in row.lesson)
    if not rows and outline.status == "ready":
        raise damaged(path, f"it has no row for the lesson {outline.name!r}")
    return rows


def _outline(name: str) -> Lesson:
    return find(table(DATA / "course.csv", Lesson), name, "lesson", "course.csv")
