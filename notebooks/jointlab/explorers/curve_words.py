"""What a curve does, in words: where it begins and ends, rises and falls, how often it turns, where it is steepest.

Everything is judged as it is drawn and heard: in shares of the plot, on a logarithmic axis by the logarithm.
"""

import itertools

import numpy as np
from numpy.typing import NDArray

from jointlab.explorers.curves import Axis, Curve, Heard
from jointlab.units import number

LEAST = 0.02  # of the plot's height: what moves or turns by less is not told
WINDOW = 0.1  # of the plot's width: over so much a slope is looked at
STEEP = 1.5  # times the mean slope: from here on, and from the mean through it down, the curve is not even
ALIKE = 0.95  # of the greatest slope: as steep as there
TOUCH = 1e-6  # of the plot's height: what comes no further beyond a level does not cross it


def words(heard: Heard) -> str:
    """What the curves do, a few sentences."""
    return " ".join(_curve(curve, heard.across, heard.up) for curve in heard.curves)


def key(heard: Heard) -> str:
    """What time and tones mean."""
    across, up = heard.across, heard.up
    left, right = (across.say(across.value(end)) for end in heard.ends)
    return (
        f"To hear it: from left to right goes time ({across.label}: {left} to {right}{_scale(across)}); the higher the "
        f"curve, the higher the tone ({up.label}: {up.say(up.low)} to {up.say(up.high)}{_scale(up)})."
    )


def crossings(curve: Curve, across: Axis, up: Axis) -> NDArray:
    """Where along x (SI) the curve crosses its level: (n,)."""
    x, y = across.share(curve.x), up.share(curve.y)
    above = y - up.share(curve.level.y)
    x, above = x[np.isfinite(above)], above[np.isfinite(above)]
    beyond = np.flatnonzero(np.abs(above) > TOUCH)
    found = []
    for start, stop in itertools.pairwise(beyond):
        if above[start] * above[stop] < 0:
            after = start + int(np.argmax(above[start : stop + 1] * above[start] <= 0))
            share = above[after - 1] / (above[after - 1] - above[after])
            found.append(across.value(x[after - 1] + share * (x[after] - x[after - 1])))
    return np.array(found)


def turns(heights: NDArray, least: float = LEAST) -> list[int]:
    """Which of the `heights` (n,) are turning points: what goes back by less than `least` has not turned."""
    found, way, high, low = [], 0, 0, 0
    for i, height in enumerate(heights):
        high = i if height > heights[high] else high
        low = i if height < heights[low] else low
        if way <= 0 and height - heights[low] >= least:
            found += [low] if way else []
            way, high = 1, i
        elif way >= 0 and heights[high] - height >= least:
            found += [high] if way else []
            way, low = -1, i
    return found


def _curve(curve: Curve, across: Axis, up: Axis) -> str:
    tells = (_course, _silence, _level, _place)
    return " ".join(filter(None, [f"{curve.name or up.label}.", *(tell(curve, across, up) for tell in tells)]))


def _course(curve: Curve, across: Axis, up: Axis) -> str:
    """How it runs from its first value to its last."""
    known = np.isfinite(up.share(curve.y))
    x, y = np.asarray(curve.x, dtype=float)[known], np.asarray(curve.y, dtype=float)[known]
    if not y.size:
        return "It has no value here."
    heights = up.share(y)
    low, high = (up.say(float(end)) for end in (y.min(), y.max()))
    if np.ptp(heights) < LEAST:
        return f"It stays at {low}." if low == high else f"It stays between {low} and {high}."
    found = turns(heights)
    first, *corners, last = (up.say(float(y[i])) for i in (0, *found, -1))
    places = [across.say(float(x[i])) for i in found]
    does, then = ("rises", "falls") if heights[found[0] if found else -1] > heights[0] else ("falls", "rises")
    match len(found):
        case 0:
            return f"It {does} from {first} to {last}, {_steepest(across.share(x), heights, across)}."
        case 1:
            return f"It {does} from {first} to {corners[0]} at {places[0]}, then {then} to {last}."
        case 2:
            return (
                f"It {does} from {first} to {corners[0]} at {places[0]}, {then} to {corners[1]} at {places[1]}, and "
                f"{does} again to {last}."
            )
    told = [f"It begins at {first}, turns {len(found)} times between {low} and {high}, and ends at {last}."]
    ends = heights[[0, *found, -1]]
    if np.sum(ends > ends.max() - LEAST) == 1:
        told.append(f"It is highest at {across.say(float(x[y.argmax()]))}.")
    if np.sum(ends < ends.min() + LEAST) == 1:
        told.append(f"It is lowest at {across.say(float(x[y.argmin()]))}.")
    return " ".join(told)


def _steepest(x: NDArray, heights: NDArray, across: Axis) -> str:
    """Where a curve without a turn is steepest, or flattest, as the end of a sentence."""
    first, last = x[0], x[-1]
    window = WINDOW * (last - first)
    begin = np.linspace(first, last - window, 37)
    change = np.abs(np.interp(begin + window, x, heights) - np.interp(begin, x, heights))
    mean = WINDOW * abs(heights[-1] - heights[0])
    if change.max() >= STEEP * mean:
        how, there = "steepest", np.flatnonzero(change >= ALIKE * change.max())
    elif change.min() <= mean / STEEP:
        how, there = "flattest", np.flatnonzero(change <= change.min() / ALIKE)
    else:
        return "evenly"
    if there[0] == 0:
        return f"{how} at the beginning"
    if there[-1] == begin.size - 1:
        return f"{how} at the end"
    return f"{how} near {across.say(across.value(begin[there].mean() + window / 2), 2)}"


def _silence(curve: Curve, across: Axis, up: Axis) -> str:
    """Where no tone is heard."""
    x, heights = across.share(curve.x), up.share(curve.y)
    told = []
    for outside, where in ((heights > 1, "above"), (heights < 0, "below")):
        if outside.any():
            first, last = (across.say(across.value(min(max(end, 0.0), 1.0))) for end in x[outside][[0, -1]])
            told.append(f"Silence where it lies {where} the plot: {first} to {last}.")
    return " ".join(told)


def _level(curve: Curve, across: Axis, up: Axis) -> str:
    """Where it crosses its level."""
    if curve.level is None:
        return ""
    called = f"{curve.level.called}, {up.say(curve.level.y)}"
    found = crossings(curve, across, up)
    if found.size:
        if found.size == 1:
            return f"It crosses {called}, at {across.say(found[0])}: a tick."
        return f"It crosses {called}, {number(found.size)} times: a tick each."
    heights = up.share(curve.y) - up.share(curve.level.y)
    return f"It stays {'above' if np.nanmean(heights) > 0 else 'below'} {called}."


def _place(curve: Curve, across: Axis, up: Axis) -> str:
    """What its bells mark."""
    if curve.place is None:
        return ""
    called, many, found = curve.place.called, curve.place.many, np.ravel(curve.place.x)
    if found.size != 1:
        return f"{number(found.size)} bells mark {many}." if found.size else ""
    here = across.say(float(found[0]))
    if many:  # an event, at which a curve may jump
        return f"A bell marks {called} at {here}."
    height = float(np.interp(across.share(found[0]), across.share(curve.x), up.share(curve.y)))
    return f"A bell marks {called} at {here}: {up.say(up.value(height))}."


def _scale(axis: Axis) -> str:
    return ", logarithmic" if axis.scale == "log" else ""
