"""A curve as sound, as plain data: from left to right in a few seconds, the higher the curve the higher the tone.

Tones follow the axes of the plot, not the curve's own ends: the same height is the same tone whatever the controls do,
and a logarithmic axis is heard as it is seen. `front/hear.js` makes sound of it.
"""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from jointlab.explorers import curve_words
from jointlab.explorers.curves import Curve, Heard

SECONDS = (4.0, 2.8)  # for a curve: if it is the only one, and for each of several
FINE = 1000  # steps of time and of tone: 4 ms, and a twenty-eighth of a semitone
NEAR = 0.005  # of the plot: where a straight way is so near to the curve, no point between is kept


def told(heard: Heard) -> dict[str, Any]:
    """What a page needs to let it be heard, and to say it.

    {"seconds" of each curve; "curves"; "words": what the curves do; "key": what time and tones mean}. Of each curve:
    "runs", a list of moments and one of tones for every stretch that lies in the plot; "ticks" and "bells", moments;
    "plot": the pixels left, top, right, bottom between which a point runs. Moments and tones are whole numbers 0…FINE.
    """
    return {
        "seconds": SECONDS[len(heard.curves) > 1],
        "curves": [_sounds(heard, curve) for curve in heard.curves],
        "words": curve_words.words(heard),
        "key": curve_words.key(heard),
    }


def _sounds(heard: Heard, curve: Curve) -> dict[str, Any]:
    moments, tones = _moments(heard, curve.x), heard.up.share(curve.y)
    runs = [_thinned(*run) for run in _runs(moments, tones)]
    ticks = curve_words.crossings(curve, heard.across, heard.up) if curve.level else ()
    return {
        "runs": [[_whole(moments), _whole(tones)] for moments, tones in runs],
        "ticks": _whole(_moments(heard, ticks)),
        "bells": _whole(_moments(heard, curve.place.x if curve.place else ())),
        "plot": _way(heard, curve),
    }


def _way(heard: Heard, curve: Curve) -> list[float]:
    """The part of the plot along which time runs, in pixels."""
    left, top, right, bottom = curve.plot or heard.plot
    start, stop = (round(left + (right - left) * end, 1) for end in heard.ends)
    return [start, top, stop, bottom]


def _moments(heard: Heard, x: ArrayLike) -> NDArray:
    """When (0…1 of the way) the places `x` (SI) are heard."""
    first, last = heard.ends
    return np.round((heard.across.share(np.ravel(x)) - first) / (last - first), 9)  # an end is 0 or 1, not a bit more


def _runs(moments: NDArray, tones: NDArray) -> list[tuple[NDArray, NDArray]]:
    """The stretches that lie in the plot, each ending where the curve leaves it: moments and tones, 0…1."""
    moments, tones = _with_borders(moments, tones)
    inside = (tones >= 0) & (tones <= 1) & (moments >= 0) & (moments <= 1)  # nan is not
    borders = np.flatnonzero(np.diff(np.r_[False, inside, False]))
    return [(moments[a:b], tones[a:b]) for a, b in zip(borders[::2], borders[1::2], strict=True)]


def _with_borders(moments: NDArray, tones: NDArray) -> tuple[NDArray, NDArray]:
    """The same curve with a point more wherever it crosses the foot or the top of the plot."""
    for border in (0.0, 1.0):
        off = tones - border
        cuts = np.flatnonzero(off[:-1] * off[1:] < 0)
        share = off[cuts] / (off[cuts] - off[cuts + 1])
        at = moments[cuts] + share * (moments[cuts + 1] - moments[cuts])
        moments, tones = np.insert(moments, cuts + 1, at), np.insert(tones, cuts + 1, border)
    return moments, tones


def _thinned(moments: NDArray, tones: NDArray) -> tuple[NDArray, NDArray]:
    """Few points between which straight ways keep NEAR to the curve: ends, corners and peaks stay."""
    kept = np.zeros(len(moments), dtype=bool)
    kept[[0, -1]] = True
    ways = [(0, len(moments) - 1)]
    while ways:
        first, last = ways.pop()
        if last - first < 2:
            continue
        between = slice(first + 1, last)
        off = np.abs(tones[between] - np.interp(moments[between], moments[[first, last]], tones[[first, last]]))
        if off.max() > NEAR:
            middle = first + 1 + int(off.argmax())
            kept[middle] = True
            ways += [(first, middle), (middle, last)]
    return moments[kept], tones[kept]


def _whole(shares: NDArray) -> list[int]:
    return np.round(FINE * np.asarray(shares)).astype(int).tolist()
