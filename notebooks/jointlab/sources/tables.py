"""What a row of each table in `data/` becomes: one field per column, in the order of the columns."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Constant:
    """What a model or drawing needs: a value in SI units and the range worth trying."""

    name: str
    symbol: str
    value: float
    unit: str
    low: float
    high: float
    flag: str
    key: str
    note: str


@dataclass(frozen=True)
class Observation:
    """What somebody measured, in SI units; `low` and `high` as the note says, `n` the size of the sample."""

    name: str
    what: str
    value: float
    unit: str
    low: float | None
    high: float | None
    n: int | None
    joint: str
    flag: str
    key: str
    note: str


@dataclass(frozen=True)
class Claim:
    """One claim of the article, its verdict and the lessons that examine it; `sources` are reference keys."""

    id: str
    article_section: str
    claim: str
    verdict: str
    grade: str
    sources: tuple[str, ...]
    teacher_note: str
    lesson: tuple[str, ...]


@dataclass(frozen=True)
class Lesson:
    """One line of the course's table of contents; `status` is ready or planned; `about`: what it shows, for README.

    Everything knows a lesson by its `name`, so that its `number` can change: it stands in the names of its files alone.
    """

    name: str
    number: str
    slug: str
    title: str
    question: str
    part: str
    minutes: int
    status: str
    about: str

    @property
    def file(self) -> str:
        """What its notebook and its teacher's page are called, without the ending."""
        return f"{self.number}-{self.slug}"


@dataclass(frozen=True)
class Term:
    """One entry of the glossary."""

    term: str
    meaning: str
    lesson: tuple[str, ...]


@dataclass(frozen=True)
class WarningSign:
    """One line of the safety card; `when` is now (emergency), day (call within a day) or soon (ask for a visit);
    `keys` are reference keys."""

    when: str
    sign: str
    flag: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class BodySegment:
    """One body segment of one sex: `mass` as a share of the body's; `com`: share of the `length` (m, at a `stature`
    of so many m) from the upper end to the centre of mass."""

    name: str
    mass: float
    com: float
    length: float
    stature: float
    flag: str
    key: str
    note: str


@dataclass(frozen=True)
class Landmark:
    """A point of the upright body, in m in front of and above the middle of the hip joints."""

    name: str
    forward: float
    up: float
    flag: str
    key: str
    note: str


@dataclass(frozen=True)
class LiftingFrequency:
    """Frequency multipliers of the revised NIOSH lifting equation for one rate, in lifts a minute, by how long the work
    lasts and whether the hands start below or at and above 75 cm."""

    frequency: float
    short_below: float
    short_above: float
    moderate_below: float
    moderate_above: float
    long_below: float
    long_above: float
    flag: str
    key: str
    note: str


@dataclass(frozen=True)
class LiftingCoupling:
    """Coupling multipliers of that equation for one kind of grip, with the hands below or at and above 75 cm."""

    coupling: str
    below: float
    above: float
    flag: str
    key: str
    note: str


@dataclass(frozen=True)
class LiftingExample:
    """A published worked example of that equation; `system` is metric (m, kg) or US (in, lb), `limit` as printed."""

    name: str
    system: str
    load: float
    horizontal: float
    height: float
    travel: float
    asymmetry: float
    frequency: float
    duration: str
    coupling: str
    limit: float
    flag: str
    key: str
    note: str


@dataclass(frozen=True)
class MeasuredLoad:
    """One figure of what a back carries, in SI units; `bound` says how the source puts it: exactly (empty), about,
    up to or more than. Different `quantity`, different thing: never compare one with another."""

    name: str
    quantity: str
    posture: str
    bound: str
    value: float
    unit: str
    n: int | None
    flag: str
    key: str
    note: str


@dataclass(frozen=True)
class Prevalence:
    """How large a `share` (0 to 1) of a `population` was hypermobile by a `rule`, with Wilson's interval.

    `n`, `low` and `high` are None where the size of the group is not known.
    """

    name: str
    population: str
    who: str
    n: int | None
    rule: str
    share: float
    low: float | None
    high: float | None
    flag: str
    key: str
    note: str


@dataclass(frozen=True)
class Association:
    """How hypermobility goes together with an `outcome`: a ratio with its 95 % interval, of the kind `effect`.

    Where the source gives no figure, `value` is None and `says` is what it says.
    """

    name: str
    outcome: str
    who: str
    effect: str
    value: float | None
    low: float | None
    high: float | None
    says: str
    n: int | None
    flag: str
    key: str
    note: str


@dataclass(frozen=True)
class Relief:
    """What changed after a thrust or a touch: `outcome` against a `contrast`, from `first` to `last` (s) afterwards.

    `effect` says what `value` is: d (a standardised difference), OR (an odds ratio), points (of 100) or Pa, with its
    95 % interval. Where the source gives no figure, `value` is None and `says` is what it says.
    """

    name: str
    outcome: str
    contrast: str
    who: str
    first: float | None
    last: float | None
    effect: str
    value: float | None
    low: float | None
    high: float | None
    says: str
    n: int | None
    flag: str
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
    henry: float
    henry_temperature: float
    henry_flag: str
    henry_key: str
    tension: float
    tension_low: float
    tension_high: float
    tension_flag: str
    tension_key: str
    diffusivity: float
    diffusivity_temperature: float
    diffusivity_flag: str
    diffusivity_key: str
    diffusivity_temperature_flag: str
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
