"""What a camera sees of a pop, and how fast it must be to tell growth from collapse.

Assumes a camera that records the cavity's volume, without noise, averaged over the exposure of each frame.
Before and after the record the cavity is taken to stay as it was at its first and last moment.

How far checked: **textbook model** (averaging), against frames computed by hand.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from jointlab.models import _require as require
from jointlab.models.mechanisms import PopHistory

MOST_FRAMES = 1_000_000


def frames(history: PopHistory, interval: float, offset: float = 0.0, exposure: float = 1.0) -> tuple[NDArray, NDArray]:
    """Start (s) and mean cavity volume (m³) of every frame from just before the record to just after it.

    One frame starts at `offset` (s) and the others every `interval` (s); the shutter is open for the share
    `exposure` of the interval, above 0 and up to 1. Two arrays of one shape.
    """
    require.positive(interval=interval, exposure=exposure)
    require.between(0, 1, exposure=exposure)
    require.finite(offset=offset)
    time = history.time
    require.between(0, MOST_FRAMES, **{"number of frames": np.ptp(time) / interval})
    first, last = np.floor((time[0] - offset) / interval), np.ceil((time[-1] - offset) / interval)
    start = offset + np.arange(first - 1, last + 1) * interval
    return start, mean_volume(history, start, start + exposure * interval)


def mean_volume(history: PopHistory, start: ArrayLike, end: ArrayLike) -> NDArray:
    """Mean cavity volume (m³) between each `start` and `end` (s), in and outside the record. Broadcasts."""
    require.finite(start=start)
    start, end = np.asarray(start, dtype=float), np.asarray(end, dtype=float)
    require.positive(**{"end minus start": end - start})
    # The integral of the volume up to any moment, the record lengthened by its first and last volume.
    time, volume = history.time, history.cavity_volume
    edges = np.concatenate([[min(time[0], start.min()) - 1], time, [max(time[-1], end.max()) + 1]])
    heights = np.concatenate([volume[:1], volume, volume[-1:]])
    integral = np.append(0.0, np.cumsum(np.diff(edges) * (heights[1:] + heights[:-1]) / 2))

    def up_to(moment: NDArray) -> NDArray:
        before = np.clip(np.searchsorted(edges, moment, side="right") - 1, 0, edges.size - 2)
        height = np.interp(moment, edges, heights)
        return integral[before] + (moment - edges[before]) * (heights[before] + height) / 2

    return (up_to(end) - up_to(start)) / (end - start)


def closing_visible(history: PopHistory, volume: ArrayLike, share: float = 0.5) -> bool:
    """Whether the frames' `volume` (m³) falls, from largest to last, by over `share` of the true cavity.

    A cavity that springs open in a closed joint overshoots to at most twice the size at which it rests, so
    a fall by more than half speaks for a collapse. A blurred frame shows little of a brief cavity: hence the
    measure is the true one, the largest in `history`.
    """
    require.not_negative(volume=volume)
    require.between(0, 1, share=share)
    volume = np.asarray(volume, dtype=float)
    return bool(volume.max() - volume[-1] > share * history.cavity_volume.max())


def closing_chance(
    history: PopHistory, interval: float, exposure: float = 1.0, share: float = 0.5, phases: int = 24
) -> float:
    """How likely (0 to 1) a camera sees the cavity close when nobody can time the pop.

    The share of `phases` evenly spread offsets at which `closing_visible`; other arguments as for `frames`.
    """
    require.between(1, 10_000, phases=phases)
    require.positive(interval=interval)
    offsets = np.arange(phases) / phases * interval
    seen = [closing_visible(history, frames(history, interval, offset, exposure)[1], share) for offset in offsets]
    return float(np.mean(seen))
