"""What a camera sees of a pop, and which pops it cannot tell apart.

Assumes a camera that records the cavity's volume, without noise, averaged over the exposure of each picture.
Before and after the record the cavity is taken to stay as it was at its first and last moment.

How far checked: **textbook model** (averaging), against pictures computed by hand; that footage looks alike up to some
difference in volume is a **toy**.
"""

from collections.abc import Sequence
from string import ascii_uppercase

import numpy as np
from numpy.typing import ArrayLike, NDArray

from jointlab.models import require
from jointlab.models.bubble.mechanisms import PopHistory


def mean_volume(history: PopHistory, start: ArrayLike, end: ArrayLike) -> NDArray:
    """Mean cavity volume (m³) between each `start` and `end` (s), in and outside the record. Broadcasts."""
    require.finite(start=start)
    start, end = np.asarray(start, dtype=float), np.asarray(end, dtype=float)
    require.positive(**{"end minus start": end - start})
    time, volume = history.time, history.cavity_volume

    def up_to(moment: NDArray) -> NDArray:
        """The integral of the volume from the first moment of the record."""
        inside = np.clip(moment, time[0], time[-1])
        before = np.clip(np.searchsorted(time, inside, side="right") - 1, 0, time.size - 2)
        height = np.interp(inside, time, volume)
        recorded = history.volume_integral[before] + (inside - time[before]) * (volume[before] + height) / 2
        return recorded + (moment - inside) * height

    return (up_to(end) - up_to(start)) / (end - start)


def pictures(history: PopHistory, interval: float, numbers: ArrayLike, cracks: ArrayLike) -> NDArray:
    """Mean cavity volume (m³) in each of the pictures `numbers` (n,), one every `interval` (s): shape (m, n).

    Picture 0 is the one in which the joint cracks, at each of the moments `cracks` (m,): −0.5 its beginning, 0.5 its
    end. Impossible if `interval` is not above 0.
    """
    starts = (np.asarray(numbers) - 0.5 - np.asarray(cracks, dtype=float)[:, None]) * interval
    return mean_volume(history, starts, starts + interval)


def letters(footage: Sequence[NDArray], seen: float) -> list[str]:
    """A letter for each story from its `footage`, volumes of shape (m, n): n pictures for m moments of the crack.

    Nobody knows when within its picture a joint cracks. So a story gets the letter of an earlier one if any footage
    of it could be footage of that one: if no picture differs by more than `seen`, a share of the largest volume of all.
    """
    require.between(0, 1, seen=seen)
    least = seen * max(one.max() for one in footage)
    first: dict[str, NDArray] = {}
    given = []
    for one in footage:
        apart = {letter: np.abs(one[:, None] - other[None]).max(axis=2).min() for letter, other in first.items()}
        alike = (letter for letter, difference in apart.items() if difference <= least)
        given.append(next(alike, ascii_uppercase[len(first)]))
        first.setdefault(given[-1], one)
    return given
