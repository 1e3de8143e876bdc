"""A number that is not known exactly: the lowest and the highest it may be, and the likeliest in the middle."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from jointlab import sources


@dataclass(frozen=True)
class Interval:
    """`low` ≤ `middle` ≤ `high`, numbers or arrays.

    Bands add and multiply as intervals do: the result holds whatever becomes of any numbers inside the bands, also
    where all are at their ends at once. So it may be wider than need be, and never too narrow.
    """

    low: Any
    middle: Any
    high: Any

    @classmethod
    def exactly(cls, value: Any) -> "Interval":
        """A number without any doubt."""
        return cls(value, value, value)

    @classmethod
    def of_constant(cls, name: str) -> "Interval":
        """A constant of the course with the range that its row gives. Raises MissingSource."""
        constant = sources.constant(name)
        return cls(constant.low, constant.value, constant.high)

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.middle + other.middle, self.high + other.high)

    def __mul__(self, other: "Interval") -> "Interval":
        ends = [self.low * other.low, self.low * other.high, self.high * other.low, self.high * other.high]
        low = np.minimum(np.minimum(ends[0], ends[1]), np.minimum(ends[2], ends[3]))
        high = np.maximum(np.maximum(ends[0], ends[1]), np.maximum(ends[2], ends[3]))
        return Interval(low, self.middle * other.middle, high)

    def __truediv__(self, other: "Interval") -> "Interval":
        """Divided by a band above 0."""
        return self * Interval(1 / other.high, 1 / other.middle, 1 / other.low)

    def cosine(self) -> "Interval":
        """Cosine of angles in degrees."""
        low, high = np.cos(np.radians(self.low)), np.cos(np.radians(self.high))
        full = np.floor(np.divide(self.high, 360)) * 360 >= self.low  # a whole turn inside: the cosine reaches 1 there
        half = np.floor(np.divide(self.high, 360) - 0.5) * 360 + 180 >= self.low  # half a turn inside: −1
        return Interval(
            np.where(half, -1.0, np.minimum(low, high)),
            np.cos(np.radians(self.middle)),
            np.where(full, 1.0, np.maximum(low, high)),
        )

    def sine(self) -> "Interval":
        """Sine of angles in degrees."""
        return Interval(self.low - 90, self.middle - 90, self.high - 90).cosine()
