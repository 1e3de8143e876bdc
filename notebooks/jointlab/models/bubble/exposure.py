"""What a camera sees of a pop.

Assumes a camera that records the cavity's volume, without noise, averaged over the exposure of each picture.
Before and after the record the cavity is taken to stay as it was at its first and last moment.

How far checked: **textbook model** (averaging), against pictures computed by hand.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from jointlab.models import require
from jointlab.models.bubble.mechanisms import PopHistory


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
