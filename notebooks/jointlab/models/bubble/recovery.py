"""How the pressure around a bubble changes in time.

Anything with a `rate` (Pa/s) that can be called with a time (s) and answers with a pressure (Pa), for
numbers and arrays alike, can drive a bubble. Two are enough here. The recovery is an assumption, not a
measurement; its smoothness matters: in slow recoveries the peak of the sound can double if the pressure
starts with a kink.

How far checked: **toy model** of the true pressure in a joint.
"""

from dataclasses import dataclass
from typing import Protocol

from jointlab.models import require
from jointlab.models.require import Number


class PressureHistory(Protocol):
    """What a bubble needs to know of the film around it."""

    def at(self, time: float) -> tuple[float, float]:
        """Pressure (Pa) and its rate (Pa/s) at one `time` (s): what a solver asks for thousands of times."""

    def __call__(self, time: Number) -> Number:
        """Pressure (Pa) at `time` (s)."""

    def rate(self, time: Number) -> Number:
        """Its rate of change (Pa/s) at `time` (s)."""


@dataclass(frozen=True)
class Steady:
    """A `pressure` (Pa) that never changes."""

    pressure: float

    def __post_init__(self) -> None:
        require.finite(pressure=self.pressure)

    def at(self, time: float) -> tuple[float, float]:
        return self.pressure, 0.0

    def __call__(self, time: Number) -> Number:
        return self.pressure + 0 * time

    def rate(self, time: Number) -> Number:
        return 0 * time


@dataclass(frozen=True)
class Recovery:
    """Pressure that rises smoothly from `low` at time 0 to `high` (Pa) at time `duration` (s).

    The rise is `smootherstep`: pressure, rate and curvature are continuous. Impossible unless low ≤ high.
    """

    low: float
    high: float
    duration: float

    def __post_init__(self) -> None:
        require.finite(low=self.low, high=self.high)
        require.positive(duration=self.duration)
        require.not_negative(**{"high minus low": self.high - self.low})

    def at(self, time: float) -> tuple[float, float]:
        s = time / self.duration
        if s <= 0:
            return self.low, 0.0
        if s >= 1:
            return self.high, 0.0
        rise = self.high - self.low
        return self.low + rise * _step(s), rise * _slope(s) / self.duration

    def __call__(self, time: Number) -> Number:
        return self.low + (self.high - self.low) * smootherstep(time / self.duration)

    def rate(self, time: Number) -> Number:
        return (self.high - self.low) * _slope(_clip(time / self.duration)) / self.duration


def smootherstep(s: Number) -> Number:
    """0 up to s = 0, 1 from s = 1, and between them 6s⁵ − 15s⁴ + 10s³: twice continuously differentiable."""
    return _step(_clip(s))


def smootherstep_curvature(s: Number) -> Number:
    """The second derivative of `smootherstep`: 60s − 180s² + 120s³ between 0 and 1, else 0."""
    s = _clip(s)
    return 60 * s * (1 - s) * (1 - 2 * s)


def _step(s: Number) -> Number:
    return s * s * s * (10 + s * (6 * s - 15))


def _slope(s: Number) -> Number:
    bell = s * (1 - s)
    return 30 * bell * bell


def _clip(s: Number) -> Number:
    # Clips numbers and arrays alike to 0…1; np.clip is far slower on the single numbers a solver asks for.
    return 0.5 * (1 + abs(s) - abs(s - 1))
