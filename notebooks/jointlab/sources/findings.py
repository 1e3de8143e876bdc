"""What a row of each table of findings becomes: what was measured of people, or what trials found."""

from dataclasses import dataclass

from jointlab.sources.kinds import Against, Better, Certainty, Count, Flag, NotNegative, Outcome, Positive, Share, Words


@dataclass(frozen=True)
class MeasuredLoad:
    """One figure of what a back carries, in SI units; `bound` says how the source puts it: exactly (empty), about,
    up to, less than, at least, more than, or low, without a figure (`value` is None). Different `quantity`, different
    thing: never compare one with another."""

    name: str
    quantity: str
    posture: Words
    bound: str
    value: float | None
    unit: str
    n: Count | None
    flag: Flag
    key: str
    note: str


@dataclass(frozen=True)
class MuscleActivity:
    """How active a `muscle` was in an `exercise`, by the electricity on the skin over it: a share of a reference.

    `scale` says of which reference, and `key` in which study: never compare across either. `bound` says what `value`
    is: a mean (empty), about one, a median with the interval `low` to `high`, an end (less than, up to, more than), or
    nothing but the range `low` to `high` of several studies. `sd` is the standard deviation among `n` people.
    """

    name: str
    exercise: str
    detail: str
    muscle: str
    side: str
    bound: str
    value: Positive | None
    sd: Positive | None
    low: Positive | None
    high: Positive | None
    n: Count | None
    scale: str
    flag: Flag
    key: str
    note: str


@dataclass(frozen=True)
class Prevalence:
    """How large a `share` (0 to 1) of a `population` was hypermobile by a `rule`, with Wilson's interval.

    `n`, `low` and `high` are None where the size of the group is not known.
    """

    name: str
    population: Words
    who: Words
    n: Count | None
    rule: str
    share: Share
    low: Share | None
    high: Share | None
    flag: Flag
    key: str
    note: str


@dataclass(frozen=True)
class Association:
    """How hypermobility goes together with an `outcome`: a ratio with its 95 % interval, of the kind `effect`.

    Where the source gives no figure, `value` is None and `says` is what it says.
    """

    name: str
    outcome: Words
    who: Words
    effect: str
    value: Positive | None
    low: Positive | None
    high: Positive | None
    says: Words
    n: Count | None
    flag: Flag
    key: str
    note: str


@dataclass(frozen=True)
class Relief:
    """What changed after a thrust or a touch: `outcome` against a `contrast`, from `first` to `last` (s) afterwards.

    `effect` says what `value` is: d (a standardised difference), OR (an odds ratio), points (of 100) or Pa, with its
    95 % interval. Where the source gives no figure, `value` is None and `says` is what it says. The `contrast` "before"
    is the same people earlier; it keeps that word in every language, since how it is told hangs on it.
    """

    name: str
    outcome: Words
    contrast: Words
    who: Words
    first: NotNegative | None
    last: NotNegative | None
    effect: str
    value: float | None
    low: float | None
    high: float | None
    says: Words
    n: Count | None
    flag: Flag
    key: str
    note: str


@dataclass(frozen=True)
class ExerciseTrial:
    """What trials found of an exercise: an `outcome` with a `treatment` against a `contrast` (empty: not seen).

    `effect` says what `value` is: points (of 100) or d (a standardised difference), below 0 where the treatment did
    better; RR, HR or rate ratio, below 1 where it did; with its 95 % interval or its `p`. Where the source gives no
    figure, `value` is None and `says` is what it says. `certainty` is the source's own, as far as it was seen.
    """

    name: str
    outcome: Words
    treatment: str
    contrast: str
    who: Words
    effect: str
    value: float | None
    low: float | None
    high: float | None
    p: Share | None
    says: Words
    certainty: str
    n: Count | None
    flag: Flag
    key: str
    note: str


@dataclass(frozen=True)
class Alternative:
    """What trials found of a `treatment` of people with back pain, compared with a `comparison` of the kind `against`.

    `value` is a difference of means between the groups, with its 95 % interval, on a scale from 0 to `scale`; without
    a `scale` it is standardised (SMD, in standard deviations). `better` says which end is the good one: where it is
    "higher", a value above 0 is in favour of the treatment. `certainty` is the source's own rating, if it has one.
    """

    name: str
    treatment: Words
    comparison: Words
    against: Against
    who: Words
    outcome: Outcome
    when: Words
    scale: Positive | None
    better: Better
    value: float
    low: float
    high: float
    n: Count | None
    certainty: Certainty
    flag: Flag
    key: str
    note: str
