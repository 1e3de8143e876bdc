"""What a row of each table in `data/` becomes: one field per column, in the order of the columns."""

from dataclasses import dataclass

from jointlab.sources.kinds import Count, Flag, Grade, NotNegative, Positive, Share, Status, Verdict, When, Words


@dataclass(frozen=True)
class Constant:
    """What a model or drawing needs: a value in SI units and the range worth trying."""

    name: str
    symbol: str
    value: Positive
    unit: str
    low: NotNegative
    high: Positive
    flag: Flag
    key: str
    note: str


@dataclass(frozen=True)
class Observation:
    """What somebody measured, in SI units; `low` and `high` as the note says, `n` the size of the sample."""

    name: str
    what: Words
    value: float
    unit: str
    low: float | None
    high: float | None
    n: Count | None
    joint: str
    flag: Flag
    key: str
    note: str


@dataclass(frozen=True)
class Claim:
    """One claim of the article, its verdict and the lessons that examine it; `sources` are reference keys. The card in
    a lesson shows `learner_note`; `teacher_note` holds the figures."""

    id: str
    article_section: str
    claim: Words
    verdict: Verdict
    grade: Grade
    sources: tuple[str, ...]
    learner_note: Words
    teacher_note: Words
    lesson: tuple[str, ...]


@dataclass(frozen=True)
class Lesson:
    """One line of the course's table of contents; `status` is ready or planned; `about`: what it shows, for README.

    Everything knows a lesson by its `name`, so that its `number` can change: it stands in the names of its files alone.
    """

    name: str
    number: str
    slug: str
    title: Words
    question: Words
    part: str
    minutes: Count
    status: Status
    about: Words

    @property
    def file(self) -> str:
        """What its notebook and its teacher's page are called, without the ending."""
        return f"{self.number}-{self.slug}"


@dataclass(frozen=True)
class Term:
    """One entry of the glossary."""

    term: Words
    meaning: Words
    lesson: tuple[str, ...]


@dataclass(frozen=True)
class WarningSign:
    """One line of the safety card; `when` is now (emergency), day (call within a day) or soon (ask for a visit);
    `keys` are reference keys."""

    when: When
    sign: Words
    flag: Flag
    keys: tuple[str, ...]


@dataclass(frozen=True)
class BodySegment:
    """One body segment of one sex: `mass` as a share of the body's; `com`: share of the `length` (m, at a `stature`
    of so many m) from the upper end to the centre of mass."""

    name: str
    mass: Share
    com: Share
    length: Positive
    stature: Positive
    flag: Flag
    key: str
    note: str


@dataclass(frozen=True)
class Landmark:
    """A point of the upright body, in m in front of and above the middle of the hip joints."""

    name: str
    forward: float
    up: Positive
    flag: Flag
    key: str
    note: str


@dataclass(frozen=True)
class SpineRange:
    """How far one lumbar joint turns (degrees): neutral zones of bending forward and back, twist and bending sideways,
    and the ranges at a moment of 10 N m; twist and sideways: to one side."""

    name: str
    neutral_bending: Positive
    neutral_twist: Positive
    neutral_side: Positive
    flexion: Positive
    extension: Positive
    twist: Positive
    side: Positive
    flag: Flag
    key: str
    note: str


@dataclass(frozen=True)
class LiftingFrequency:
    """Frequency multipliers of the revised NIOSH lifting equation for one rate, in lifts a minute, by how long the work
    lasts and whether the hands start below or at and above 75 cm."""

    frequency: Positive
    short_below: Share
    short_above: Share
    moderate_below: Share
    moderate_above: Share
    long_below: Share
    long_above: Share
    flag: Flag
    key: str
    note: str


@dataclass(frozen=True)
class LiftingCoupling:
    """Coupling multipliers of that equation for one kind of grip, with the hands below or at and above 75 cm."""

    coupling: str
    below: Share
    above: Share
    flag: Flag
    key: str
    note: str


@dataclass(frozen=True)
class LiftingExample:
    """A published worked example of that equation; `system` is metric (m, kg) or US (in, lb), `limit` as printed."""

    name: str
    system: str
    load: Positive
    horizontal: Positive
    height: Positive
    travel: Positive
    asymmetry: NotNegative
    frequency: Positive
    duration: str
    coupling: str
    limit: Positive
    flag: Flag
    key: str
    note: str


@dataclass(frozen=True)
class Gas:
    """A gas dissolved in the fluid of a joint.

    `henry` (mol/(m³ Pa)) and `diffusivity` (m²/s) in water at 298.15 K, each with its temperature term (K), see
    `models/gas/henry.py`; `tension` (Pa) in the fluid, with a range worth trying. Each has a flag and a key.
    """

    name: str
    formula: str
    henry: Positive
    henry_temperature: Positive
    henry_flag: Flag
    henry_key: str
    tension: Positive
    tension_low: Positive
    tension_high: Positive
    tension_flag: Flag
    tension_key: str
    diffusivity: Positive
    diffusivity_temperature: Positive
    diffusivity_flag: Flag
    diffusivity_key: str
    diffusivity_temperature_flag: Flag
    note: str


@dataclass(frozen=True)
class Reference:
    """One entry of references.bib; `where` is the journal or site, `short` is like "Kawchuk et al. 2015"."""

    key: str
    authors: tuple[str, ...]
    year: int | None
    title: str
    where: str
    doi: str
    url: str
    short: str
    note: str
