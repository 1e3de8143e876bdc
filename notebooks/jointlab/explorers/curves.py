"""What of an explorer can be heard: curves on axes, as a lesson says them of a state."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from jointlab.units import number, read_in, rounded, with_unit

Plot = tuple[float, float, float, float]  # left, top, right and bottom of drawn axes, in pixels of the picture


@dataclass(frozen=True)
class Axis:
    """What a plot has along one side: a `label` that can begin a sentence, its ends in SI, and its `scale`, "linear" or
    "log". `unit` is one of `units.PER_SI`; `words` makes words of an SI value where no one unit fits all.
    """

    label: str
    unit: str
    low: float
    high: float
    scale: str = "linear"
    words: Callable[[float], str] | None = None

    def share(self, values: ArrayLike) -> NDArray:
        """How far along the axis SI `values` of any shape lie, 0…1 from end to end; nan for what a logarithmic axis
        has no place for."""
        values = np.asarray(values, dtype=float)
        if self.scale == "linear":
            return (values - self.low) / (self.high - self.low)
        values = np.where(values > 0, values, np.nan)
        return np.log(values / self.low) / math.log(self.high / self.low)

    def value(self, share: float) -> float:
        """The SI value so far along the axis."""
        if self.scale == "linear":
            return self.low + share * (self.high - self.low)
        return self.low * (self.high / self.low) ** share

    def say(self, value: float, digits: int = 3) -> str:
        """An SI value in words, to about a hundredth of the axis, on a logarithmic one with so many `digits`."""
        if self.words:
            return self.words(value)
        if self.scale == "log":
            return with_unit(rounded(read_in(value, self.unit), digits), self.unit)
        span = read_in(self.high - self.low, self.unit)
        decimals = max(0, round(2 - math.log10(span)))
        return with_unit(number(round(read_in(value, self.unit), decimals), 4), self.unit)


@dataclass(frozen=True)
class Level:
    """A height `y` (SI) that a curve may cross: a tick sounds there. `called` goes into "It crosses … at …"."""

    called: str
    y: float


@dataclass(frozen=True)
class Place:
    """Where along a curve, at `x` (SI), a bell sounds. `called` goes into "A bell marks … at …"; of events, of which
    there may be any number, `many` into "3 bells mark …"."""

    called: str
    x: ArrayLike
    many: str = ""


@dataclass(frozen=True)
class Curve:
    """The curve through the points `x` (n,), rising, and `y` (n,) in SI; nan where there is no value.

    `name`: what it is, if not what its axis says, and to tell it from another one; `plot`: where it is drawn, if not
    with the others.
    """

    x: ArrayLike
    y: ArrayLike
    name: str = ""
    level: Level | None = None
    place: Place | None = None
    plot: Plot | None = None


@dataclass(frozen=True)
class Heard:
    """One or more `curves` on the axes `across` and `up` of a `plot`, to be heard one after the other; a point runs
    along each while it sounds."""

    across: Axis
    up: Axis
    curves: Sequence[Curve]
    plot: Plot

    @property
    def ends(self) -> tuple[float, float]:
        """The shares of the axis across between which curves lie: from one to the other time runs."""
        shares = np.concatenate([self.across.share(curve.x) for curve in self.curves])
        return max(float(np.nanmin(shares)), 0.0), min(float(np.nanmax(shares)), 1.0)
