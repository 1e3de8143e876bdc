"""What a row of the table of ligaments in `data/` becomes, as in `tables`."""

from dataclasses import dataclass
from typing import Literal

from jointlab.sources.kinds import Flag, Positive, Share


@dataclass(frozen=True)
class Ligament:
    """One ligament in one published table with so many `slopes`, each up to a strain.

    The slopes are in `unit`: moduli (Pa), which take an `area` (m²), or stiffnesses (N/m). `length` in m; `most`: pull
    in N at which it fails.
    """

    name: str
    ligament: str
    slopes: Literal["one", "two", "three"]
    unit: Literal["Pa", "N/m"]
    first: Positive
    first_end: Share | None
    second: Positive | None
    second_end: Share | None
    third: Positive | None
    area: Positive | None
    length: Positive | None
    most: Positive | None
    flag: Flag
    key: str
    note: str
