"""What a curve does, in words: where it begins and ends, rises and falls, how often it turns, where it is steepest.

Everything is judged as it is drawn and heard: in shares of the plot, on a logarithmic axis by the logarithm.
"""

import itertools

import numpy as np
from numpy.typing import NDArray

from jointlab.explorers.curves import Axis, Curve, Heard
from jointlab.language import _
from jointlab.units import number

LEAST = 0.02  # of the plot's height: what moves or turns by less is not told
WINDOW = 0.1  # of the plot's width: over so much a slope is looked at
STEEP = 1.5  # times the mean slope: from here on, and from the mean through it down, the curve is not even
ALIKE = 0.95  # of the greatest slope: as steep as there
TOUCH = 1e-6  # of the plot's height: what comes no further beyond a level does not cross it

# A way without a turn, by whether it rises and where it is steepest, or flattest.
_WAYS = {
    (True, "evenly"): _("It rises from {first} to {last}, evenly."),
    (True, "steepest first"): _("It rises from {first} to {last}, steepest at the beginning."),
    (True, "steepest last"): _("It rises from {first} to {last}, steepest at the end."),
    (True, "steepest"): _("It rises from {first} to {last}, steepest near {near}."),
    (True, "flattest first"): _("It rises from {first} to {last}, flattest at the beginning."),
    (True, "flattest last"): _("It rises from {first} to {last}, flattest at the end."),
    (True, "flattest"): _("It rises from {first} to {last}, flattest near {near}."),
    (False, "evenly"): _("It falls from {first} to {last}, evenly."),
    (False, "steepest first"): _("It falls from {first} to {last}, steepest at the beginning."),
    (False, "steepest last"): _("It falls from {first} to {last}, steepest at the end."),
    (False, "steepest"): _("It falls from {first} to {last}, steepest near {near}."),
    (False, "flattest first"): _("It falls from {first} to {last}, flattest at the beginning."),
    (False, "flattest last"): _("It falls from {first} to {last}, flattest at the end."),
    (False, "flattest"): _("It falls from {first} to {last}, flattest near {near}."),
}
# With one turn, and with two, by whether it rises first.
_ONE_TURN = {
    True: _("It rises from {first} to {turn} at {place}, then falls to {last}."),
    False: _("It falls from {first} to {turn} at {place}, then rises to {last}."),
}
_TWO_TURNS = {
    True: _("It rises from {first} to {turn} at {place}, falls to {other} at {there}, and rises again to {last}."),
    False: _("It falls from {first} to {turn} at {place}, rises to {other} at {there}, and falls again to {last}."),
}


def words(heard: Heard) -> str:
    """What the curves do, a few sentences."""
    return " ".join(_curve(curve, heard.across, heard.up) for curve in heard.curves)


def key(heard: Heard) -> str:
    """What time and tones mean."""
    across, up = heard.across, heard.up
    told = _("To hear it: from left to right goes time ({across}); the higher the curve, the higher the tone ({up}).")
    along = _ends(across, *(across.value(end) for end in heard.ends))
    return told.format(across=along, up=_ends(up, up.low, up.high))


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
        return _("It has no value here.")
    heights = up.share(y)
    low, high = (up.say(float(end)) for end in (y.min(), y.max()))
    if np.ptp(heights) < LEAST:
        told = _("It stays at {low}.") if low == high else _("It stays between {low} and {high}.")
        return told.format(low=low, high=high)
    found = turns(heights)
    first, *corners, last = (up.say(float(y[i])) for i in (0, *found, -1))
    places = [across.say(float(x[i])) for i in found]
    rises = bool(heights[found[0] if found else -1] > heights[0])
    match len(found):
        case 0:
            how, near = _steepest(across.share(x), heights, across)
            return _WAYS[rises, how].format(first=first, last=last, near=near)
        case 1:
            return _ONE_TURN[rises].format(first=first, turn=corners[0], place=places[0], last=last)
        case 2:
            (turn, other), (place, there) = corners, places
            return _TWO_TURNS[rises].format(first=first, turn=turn, place=place, other=other, there=there, last=last)
    told = _("It begins at {first}, turns {count} times between {low} and {high}, and ends at {last}.")
    told = [told.format(first=first, count=len(found), low=low, high=high, last=last)]
    ends = heights[[0, *found, -1]]
    if np.sum(ends > ends.max() - LEAST) == 1:
        told.append(_("It is highest at {place}.").format(place=across.say(float(x[y.argmax()]))))
    if np.sum(ends < ends.min() + LEAST) == 1:
        told.append(_("It is lowest at {place}.").format(place=across.say(float(x[y.argmin()]))))
    return " ".join(told)


def _steepest(x: NDArray, heights: NDArray, across: Axis) -> tuple[str, str]:
    """Where a curve without a turn is steepest, or flattest: the key of it in _WAYS, and near what."""
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
        return "evenly", ""
    if there[0] == 0:
        return f"{how} first", ""
    if there[-1] == begin.size - 1:
        return f"{how} last", ""
    return how, across.say(across.value(begin[there].mean() + window / 2), 2)


def _silence(curve: Curve, across: Axis, up: Axis) -> str:
    """Where no tone is heard."""
    x, heights = across.share(curve.x), up.share(curve.y)
    told = []
    above = _("Silence where it lies above the plot: {first} to {last}.")
    below = _("Silence where it lies below the plot: {first} to {last}.")
    for outside, where in ((heights > 1, above), (heights < 0, below)):
        if outside.any():
            first, last = (across.say(across.value(min(max(end, 0.0), 1.0))) for end in x[outside][[0, -1]])
            told.append(where.format(first=first, last=last))
    return " ".join(told)


def _level(curve: Curve, across: Axis, up: Axis) -> str:
    """Where it crosses its level."""
    if curve.level is None:
        return ""
    found = crossings(curve, across, up)
    what = {"level": curve.level.called, "height": up.say(curve.level.y)}
    if found.size == 1:
        return _("It crosses {level}, {height}, at {place}: a tick.").format(**what, place=across.say(found[0]))
    if found.size:
        return _("It crosses {level}, {height}, {count} times: a tick each.").format(**what, count=number(found.size))
    is_above = np.nanmean(up.share(curve.y) - up.share(curve.level.y)) > 0
    told = _("It stays above {level}, {height}.") if is_above else _("It stays below {level}, {height}.")
    return told.format(**what)


def _place(curve: Curve, across: Axis, up: Axis) -> str:
    """What its bells mark."""
    if curve.place is None:
        return ""
    called, many, found = curve.place.called, curve.place.many, np.ravel(curve.place.x)
    if found.size != 1:
        return _("{count} bells mark {many}.").format(count=number(found.size), many=many) if found.size else ""
    here = across.say(float(found[0]))
    if many:  # an event, at which a curve may jump
        return _("A bell marks {called} at {place}.").format(called=called, place=here)
    height = float(np.interp(across.share(found[0]), across.share(curve.x), up.share(curve.y)))
    told = _("A bell marks {called} at {place}: {height}.")
    return told.format(called=called, place=here, height=up.say(up.value(height)))


def _ends(axis: Axis, low: float, high: float) -> str:
    """An axis and its ends, SI values, in words."""
    linear, logarithmic = _("{label}: {low} to {high}"), _("{label}: {low} to {high}, logarithmic")
    told = logarithmic if axis.scale == "log" else linear
    return told.format(label=axis.label, low=axis.say(low), high=axis.say(high))
