"""How heavy may a load be? The revised NIOSH lifting equation, for one task lifted with both hands.

A load constant is multiplied by six numbers from 0 to 1, one for each thing that makes a lift harder:
RWL = LC · HM · VM · DM · AM · FM · CM. The result is the weight that nearly all healthy workers could lift for hours
without a higher risk of back pain from lifting, as its authors put it; the lifting index is the load over it. It is a
rule for planning work, made from biomechanics, energy use and what people find acceptable. It is no limit of a spine.
Back pain becomes more common up to an index of about 3; beyond, the few studies do not agree, and the shape of the rise
is uncertain (Waters et al. 2011, doi 10.1097/JOM.0b013e31822cfe5e; Garg et al. 2014, doi 10.1177/0018720813486669).

It does not hold for lifting with one hand, seated, kneeling, in a tight space, on a slippery floor, fast (floor to
table in under a second), for more than eight hours, for loads that slosh or sag, nor for carrying, pushing, pulling,
wheelbarrows or shovels. Jobs made of several different lifts need its composite index, which is not here.

Two unit systems stand side by side, because the manual's constants are no exact conversions of each other (75 cm, but
30 inches). `METRIC` takes metres and kilograms, `US` inches and pounds. How far checked: **checked against papers**
(formulas, tables and worked examples of the manual, which rounds every multiplier to two digits).
Source: Waters, Putz-Anderson & Garg, DHHS (NIOSH) 94-110, revised 2021, doi 10.26616/NIOSHPUB94110revised092021.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from jointlab import sources
from jointlab.language import _
from jointlab.models import require
from jointlab.models.require import Impossible
from jointlab.units import amount, spelled

DURATIONS = {"short": _("up to 1 hour"), "moderate": _("1 to 2 hours"), "long": _("2 to 8 hours")}
COUPLINGS = ("good", "fair", "poor")
WIDEST_ASYMMETRY = 135.0  # degrees
RAREST = 0.2  # lifts a minute: rarer lifts count as this
# A height of 0.7499999999999999 m, as computers make it, is 0.75 m: thresholds forgive a billionth.
_FORGIVEN = 1e-9


@dataclass(frozen=True)
class System:
    """The constants of the equation in one system of units.

    `load_constant` LC; H counts as at least `nearest` and may be at most `farthest`; VM is 1 at the height `knuckle`
    and falls by `per_height` for each unit of length away from it, to 0 above `highest`; DM = 0.82 + `per_travel`/D,
    with D at least `shortest` and at most `longest`.
    """

    load_constant: float
    nearest: float
    farthest: float
    knuckle: float
    per_height: float
    highest: float
    per_travel: float
    shortest: float
    longest: float
    length_unit: str
    weight_unit: str


METRIC = System(23, 0.25, 0.63, 0.75, 0.3, 1.75, 0.045, 0.25, 1.75, "m", "kg")
US = System(51, 10, 25, 30, 0.0075, 70, 1.8, 10, 70, "inches", "lb")


def horizontal_multiplier(horizontal: ArrayLike, system: System = METRIC) -> NDArray:
    """HM: nearest/H, for hands `horizontal` in front of the ankles; 1 when near, 0 beyond reach. Broadcasts."""
    require.not_negative(horizontal=horizontal)
    share = system.nearest / np.maximum(horizontal, system.nearest)
    return np.where(_above(horizontal, system.farthest), 0.0, share)


def vertical_multiplier(height: ArrayLike, system: System = METRIC) -> NDArray:
    """VM: falls on both sides of knuckle height, for hands at `height` above the floor; 0 too high up. Broadcasts."""
    require.not_negative(height=height)
    share = 1 - system.per_height * np.abs(np.subtract(height, system.knuckle))
    return np.where(_above(height, system.highest), 0.0, share)


def distance_multiplier(travel: ArrayLike, system: System = METRIC) -> NDArray:
    """DM: 0.82 + per_travel/D, for a load that travels so far up or down; 0 if too far. Broadcasts."""
    require.not_negative(travel=travel)
    share = 0.82 + system.per_travel / np.maximum(travel, system.shortest)
    return np.where(_above(travel, system.longest), 0.0, share)


def asymmetry_multiplier(asymmetry: ArrayLike) -> NDArray:
    """AM: 1 − 0.0032 A, for a load `asymmetry` degrees to the side, either side; 0 beyond 135. Broadcasts."""
    require.between(0, 180, asymmetry=asymmetry)
    share = 1 - 0.0032 * np.asarray(asymmetry, dtype=float)
    return np.where(_above(asymmetry, WIDEST_ASYMMETRY), 0.0, share)


def frequency_multiplier(
    frequency: ArrayLike, duration: str, start_height: ArrayLike, system: System = METRIC
) -> NDArray:
    """FM for so many lifts a minute, by the manual's table. Broadcasts.

    `duration` is a key of DURATIONS; `start_height` is where the hands are when the lift begins, whichever end is
    judged. Between two rows of the table the manual asks for a straight line. Above the last row that allows anything
    it is 0: there the table ends, and no straight line leads down to nothing.
    """
    require.not_negative(frequency=frequency, start_height=start_height)
    _one_of(DURATIONS, duration=duration)
    above = _reaches(start_height, system.knuckle)
    return np.where(
        above,
        _from_table(frequency, *frequency_table(duration, above=True)),
        _from_table(frequency, *frequency_table(duration, above=False)),
    )


def frequency_table(duration: str, above: bool) -> tuple[NDArray, NDArray]:
    """Lifts a minute and FM, as far as the table allows any, for hands that start below or `above` knuckle height."""
    _one_of(DURATIONS, duration=duration)
    rows = sources.lifting_frequency()
    rates = np.array([row.frequency for row in rows])
    shares = np.array([getattr(row, f"{duration}_{'above' if above else 'below'}") for row in rows])
    return rates[shares > 0], shares[shares > 0]


def coupling_multiplier(coupling: str, height: ArrayLike, system: System = METRIC) -> NDArray:
    """CM for a grip that is good, fair or poor, with the hands at `height`. Broadcasts."""
    require.not_negative(height=height)
    _one_of(COUPLINGS, coupling=coupling)
    row = sources.lifting_coupling(coupling)
    return np.where(_reaches(height, system.knuckle), row.above, row.below)


@dataclass(frozen=True)
class Hands:
    """Where the hands are at one end of a lift: `horizontal` H from the middle between the ankles and `height` V
    above the floor (m or in), `asymmetry` A in degrees away from straight ahead. Raises Impossible."""

    horizontal: float
    height: float
    asymmetry: float = 0.0

    def __post_init__(self):
        require.not_negative(horizontal=self.horizontal, height=self.height)
        require.between(0, 180, asymmetry=self.asymmetry)


@dataclass(frozen=True)
class Limit:
    """The weight limit at one end of a lift. `multipliers`: the six, by their two letters; `weight`: kg or lb;
    `outside`: a sentence for each quantity that lies where the equation allows no load."""

    multipliers: dict[str, float]
    weight: float
    outside: tuple[str, ...]


@dataclass(frozen=True)
class Assessment:
    """One lift judged. `ends`: the limit at each end judged; `limit`: the lower one; `index`: load over limit,
    infinite where no load is allowed."""

    load: float
    ends: dict[str, Limit]

    @property
    def limit(self) -> float:
        """kg or lb."""
        return min(end.weight for end in self.ends.values())

    @property
    def index(self) -> float:
        """The lifting index: above 1 the risk is raised for some workers."""
        return self.load / self.limit if self.limit > 0 else float("inf")

    @property
    def outside(self) -> tuple[str, ...]:
        """What lies where the equation allows no load, each named once."""
        return tuple(dict.fromkeys(sentence for end in self.ends.values() for sentence in end.outside))


def weight_limit(
    hands: Hands,
    travel: float,
    frequency: float = RAREST,
    duration: str = "short",
    coupling: str = "good",
    start_height: float | None = None,
    system: System = METRIC,
) -> Limit:
    """The recommended weight limit (RWL) with the hands at one place.

    `travel`: how far the load goes up or down; `frequency`: lifts a minute; `start_height`: where the lift begins, if
    `hands` are at its end. Raises Impossible.
    """
    start = hands.height if start_height is None else start_height
    multipliers = {
        "HM": horizontal_multiplier(hands.horizontal, system),
        "VM": vertical_multiplier(hands.height, system),
        "DM": distance_multiplier(travel, system),
        "AM": asymmetry_multiplier(hands.asymmetry),
        "FM": frequency_multiplier(frequency, duration, start, system),
        "CM": coupling_multiplier(coupling, hands.height, system),
    }
    multipliers = {name: float(share) for name, share in multipliers.items()}
    weight = system.load_constant * float(np.prod(list(multipliers.values())))
    most_often = frequency_table(duration, above=bool(_reaches(start, system.knuckle)))[0][-1]
    horizontal, farthest, height, highest, way, longest = (
        _length(length, system)
        for length in (hands.horizontal, system.farthest, hands.height, system.highest, travel, system.longest)
    )
    why = {
        "HM": _("The hands are {horizontal} in front of the ankles; the limit is {farthest}.").format(
            horizontal=horizontal, farthest=farthest
        ),
        "VM": _("The hands are {height} above the floor; the limit is {highest}.").format(
            height=height, highest=highest
        ),
        "DM": _("The load travels {way} up or down; the limit is {longest}.").format(way=way, longest=longest),
        "AM": _("The load is {asymmetry} degrees to the side; the limit is {widest} degrees.").format(
            asymmetry=_told(hands.asymmetry), widest=_told(WIDEST_ASYMMETRY)
        ),
        "FM": _(
            "The load is lifted {frequency} times a minute; for {hours} from this height the limit is {most_often}."
        ).format(frequency=_told(frequency), hours=DURATIONS[duration], most_often=_told(most_often)),
    }
    return Limit(multipliers, weight, tuple(words for name, words in why.items() if multipliers[name] == 0))


def assess(
    load: float,
    origin: Hands,
    destination: Hands,
    frequency: float = RAREST,
    duration: str = "short",
    coupling: str = "good",
    control: bool = False,
    system: System = METRIC,
) -> Assessment:
    """Judge the lift of a `load` (kg or lb) from `origin` to `destination`.

    With significant `control` at the destination (the load must be held, placed with care or grasped anew there),
    both ends are judged and the lower limit counts; otherwise the origin alone. Raises Impossible.
    """
    require.positive(load=load)
    how_often = {"frequency": frequency, "duration": duration, "coupling": coupling, "system": system}
    travel = abs(destination.height - origin.height)
    ends = {"origin": weight_limit(origin, travel, **how_often)}
    if control:
        ends["destination"] = weight_limit(destination, travel, start_height=origin.height, **how_often)
    return Assessment(float(load), ends)


def _length(length: float, system: System) -> str:
    """As people measure a lift: in cm or inches."""
    return amount(length, "cm") if system is METRIC else f"{_told(length)} {system.length_unit}"


def _told(value: float) -> str:
    return spelled(f"{value:g}")


def _above(quantity: ArrayLike, threshold: float) -> NDArray:
    return np.asarray(quantity, dtype=float) > threshold * (1 + _FORGIVEN)


def _reaches(quantity: ArrayLike, threshold: float) -> NDArray:
    return np.asarray(quantity, dtype=float) >= threshold * (1 - _FORGIVEN)


def _from_table(frequency: ArrayLike, rates: NDArray, shares: NDArray) -> NDArray:
    return np.where(_above(frequency, rates[-1]), 0.0, np.interp(frequency, rates, shares))


def _one_of(allowed, **words: str) -> None:
    for name, word in words.items():
        if word not in tuple(allowed):
            raise Impossible(
                _("{name} must be one of {allowed}; got {word!r}.").format(
                    name=name, allowed=", ".join(allowed), word=word
                )
            )
