"""Where a hand can take hold of a picture: a place that moves a control along a way, or two controls over an area."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Track:
    """The way that a place in the picture takes while one control runs through its values, all others at rest.

    `values`: of the control, in SI, rising; or some options of a choice. At least two. `places`: one for each value,
    in pixels from the top left of the picture; from one to the next the way is straight, so a bent way needs several.
    """

    control: str
    values: Sequence[Any]
    places: NDArray | Sequence[tuple[float, float]]

    def place(self, value: Any) -> tuple[float, float]:
        """Where the hand finds the thing when the control stands at `value`; beyond the ends, at the end."""
        places = np.asarray(self.places, dtype=float)
        if isinstance(value, str):
            x, y = places[list(self.values).index(value)]
        else:
            x, y = (np.interp(value, self.values, along) for along in places.T)
        return float(x), float(y)


# What a hand takes hold of: one track is a way (a line, an arc); two that cross where it stands make an area.
Grip = tuple[Track, ...]
