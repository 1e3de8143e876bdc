"""What a row of the tables of muscles in `data/` becomes, as in `tables`."""

from dataclasses import dataclass

from jointlab.sources.kinds import Flag, Positive, Words


@dataclass(frozen=True)
class Hamstring:
    """One hamstring. By the regression it is thigh · (`start` + `per_hip` · hip + `per_knee` · knee) long (degrees,
    flexion). In the full model its greatest `force` is in N, optimal `fibre` and slack `tendon` in m, `pennation` in
    degrees."""

    name: str
    words: Words
    start: Positive
    per_hip: float
    per_knee: float
    flag: Flag
    key: str
    force: Positive
    fibre: Positive
    tendon: Positive
    pennation: Positive
    package_flag: Flag
    package_key: str
    note: str


@dataclass(frozen=True)
class HamstringLengths:
    """How long the three hamstrings of the full model are, over the thigh's length, at two joint angles (degrees)."""

    name: str
    hip: float
    knee: float
    biceps_femoris: Positive
    semimembranosus: Positive
    semitendinosus: Positive
    flag: Flag
    key: str
    note: str
