"""From numbers that are not right to a sentence that helps: what do all of them have in common?"""

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations, permutations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jointlab import units
from jointlab.language import N_, _, listed
from jointlab.learn.checking.complaints import CARET
from jointlab.learn.checking.line import has_caret, names_of, names_used
from jointlab.learn.checking.mending import mend
from jointlab.learn.checking.trials import Mistake, Trials

# What a constant factor means if the result is in this unit.
_UNITS = {
    "s": {1e3: N_("milliseconds"), 1e6: N_("microseconds"), 1 / 60: N_("minutes")},
    "m": {1e3: N_("millimetres"), 1e2: N_("centimetres"), 1e6: N_("micrometres")},
    "Pa": {1e-3: N_("kilopascals"), 1e-6: N_("megapascals"), 1e-5: N_("bar")},
    "N": {1e-3: N_("kilonewtons")},
    "rad": {180 / math.pi: N_("degrees")},
    "deg": {math.pi / 180: N_("radians")},
}
# Factors that formulas like to lose, with their names.
_FACTORS = {
    "2": 2.0, "3": 3.0, "4": 4.0, "8": 8.0, "π": math.pi, "2π": 2 * math.pi, "4π": 4 * math.pi,
    "4π/3": 4 * math.pi / 3, "√2": math.sqrt(2), "g = 9.81": 9.81,
}  # fmt: skip
_AFTERWARDS = _("(Afterwards, look at the constant factor as well.)")
_DECIMALS = range(7)  # to how many a learner may have rounded

Told = tuple[str, str] | None


def diagnose(
    trials: Trials,
    mistakes: Sequence[Mistake],
    function: Callable | None = None,
    again: Callable[[Sequence[Any]], Any] = lambda arguments: None,
) -> tuple[str, str]:
    """The mistake's name and a sentence about it.

    `function` is what the learner wrote, `again(arguments)` calls it once more; a number has neither.
    """
    if function and has_caret(function):
        return "caret", CARET
    for mistake in mistakes:
        if trials.close(trials.got, trials.mistaken(mistake)):
            return mistake.name, mistake.sentence
    return (
        _rounded(trials)
        or _constant_ratio(trials)
        or _upside_down(trials)
        or _mistake_and_factor(trials, mistakes)
        or _changed_places(trials, function, again)
        or (function and mend(trials, function))
        or _same_for_all(trials)
        or _without(trials, function)
        or _other_power(trials)
        or _same_amount(trials)
        or _an_example(trials)
    )


def _constant_ratio(trials: Trials) -> Told:
    ratio = trials.ratio(trials.right)
    if ratio is None:
        return None
    if ratio < 0:
        size = units.number(-ratio)
        told = _("Your result has the opposite sign{always}: look for a minus.").format(always=trials.always)
        if _near(ratio, -1, trials):
            return "sign", told
        return "sign", f"{told} {_('The size differs, too, by a factor of {size}.').format(size=size)}"
    if abs(ratio - 1) < 0.05:
        told = _("Very close: your result is {times} the right one{always}.").format(
            times=_times(ratio), always=trials.always
        )
        if trials.constant:
            return "rounding", f"{told} {_('Use more digits of the constant.')}"
        return "rounding", f"{told} {_('The formula is right, but for a number in it.')}" if trials.several else told
    return _unit(ratio, trials) or _lost_factor(ratio, trials)


def _unit(ratio: float, trials: Trials) -> Told:
    """A ratio that comes from units: of the result, or of something inside the formula."""
    said = {"times": _times(ratio), "always": trials.always}
    for factor, name in _UNITS.get(trials.unit, {}).items():
        if _near(ratio, factor, trials):
            told = _("Your result is {times} the right one{always}: it looks like {name} in place of {unit}.")
            return "unit", told.format(**said, name=_(name), unit=trials.unit)
    power = math.log10(ratio)
    if _near(ratio, 10.0 ** round(power), trials):
        return "power of ten", _(
            "Your result is {times} the right one{always}: a unit was converted that needs no converting. Use the "
            "numbers as they come in."
        ).format(**said)
    if _near(ratio, 10.0 ** (round(2 * power) / 2), trials):
        return "power of ten", _(
            "Your result is {times} the right one{always}, the root of a power of ten: something under the root is in "
            "another unit. Use the numbers as they come in."
        ).format(**said)
    return None


def _lost_factor(ratio: float, trials: Trials) -> Told:
    """A ratio that comes from a constant. One number alone may differ by any factor: that says nothing."""
    said = {"times": _times(ratio), "always": trials.always}
    many = _("Your result is {times} the right one{always}: look for a factor {name}; one too many.")
    missing = _("Your result is {times} the right one{always}: look for a factor {name}; one is missing.")
    for name, factor in _FACTORS.items():
        for value, told in ((factor, many), (1 / factor, missing)):
            if _near(ratio, value, trials):
                return "factor", told.format(**said, name=name)
    if not trials.several:
        return None
    told = _("Your result is {times} the right one{always}: the formula is right, except for a constant factor.")
    return "factor", told.format(**said)


def _times(ratio: float) -> str:
    """Such as "0.25 times"; far from 1 as a power of ten."""
    power = round(math.log10(ratio))
    if abs(power) >= 6 and math.isclose(ratio, 10.0**power, rel_tol=0.01):
        return _("10 to the power {power} times").format(power=units.number(power))
    return _("{number} times").format(number=units.number(ratio, 4))


def _near(ratio: float, value: float, trials: Trials) -> bool:
    return math.isclose(ratio, value, rel_tol=trials.tolerance)


def _upside_down(trials: Trials) -> Told:
    with np.errstate(all="ignore"):
        ratio = trials.ratio(1 / trials.right) if trials.several else None
    if ratio is None:
        return None
    told = _("Your fraction stands upside down: what is above the line belongs below it.")
    return "upside down", told if _near(ratio, 1, trials) else f"{told} {_AFTERWARDS}"


def _rounded(trials: Trials) -> Told:
    """Right, but for the digits that were cut off."""
    for decimals in _DECIMALS if trials.several and trials.got.any() else ():
        scale = 10.0**decimals
        for cut in (np.round, np.floor, np.trunc):
            if np.array_equal(trials.got, cut(trials.right * scale) / scale):
                return "rounded away", (
                    _(
                        "Your formula is right, but its result is cut off or rounded: leave out round( ), int( ) and "
                        "//, and hand over all digits."
                    )
                )
    return None


def _mistake_and_factor(trials: Trials, mistakes: Sequence[Mistake]) -> Told:
    """A named mistake, and a constant factor besides. A result that is always the same says nothing of a factor."""
    for mistake in mistakes if trials.several and np.ptp(trials.got) else ():
        if callable(mistake.wrong) and trials.ratio(trials.mistaken(mistake)) is not None:
            return mistake.name, f"{mistake.sentence} {_AFTERWARDS}"
    return None


def _changed_places(trials: Trials, function: Callable | None, again: Callable[[Sequence[Any]], Any]) -> Told:
    """The right formula with its inputs in another order."""
    names = list(trials.inputs[0])
    if function is None or len(names) < 2:
        return None
    for other in _orders(names):
        for given, right in zip(trials.inputs, trials.right, strict=True):
            result = again([given[name] for name in other])
            if result is None or not trials.close(result, right):
                break
        else:
            return _places(names, other, function)
    return None


def _orders(names: list[str]) -> list[list[str]]:
    """Other orders: two that have changed places; of up to four, all."""
    orders = []
    for one, two in combinations(names, 2):
        swap = {one: two, two: one}
        orders.append([swap.get(name, name) for name in names])
    return orders + [list(order) for order in permutations(names)][1:] if len(names) <= 4 else orders


def _places(names: list[str], other: list[str], function: Callable) -> tuple[str, str]:
    if list(names_of(function).brackets) != names:
        wanted = ", ".join(names)
        return "argument order", (
            _(
                "Your formula is right, but the numbers come in another order: the names in the brackets "
                "of the first line have to stand for ({wanted})."
            ).format(wanted=wanted)
        )
    moved = [name for name, place in zip(names, other, strict=True) if name != place]
    told = _("The signs and numbers are right, but {names} have changed places in your formula.")
    return "names changed places", told.format(names=listed(moved))


def _same_for_all(trials: Trials) -> Told:
    first = trials.got[0]
    if trials.several and np.array_equal(trials.got, np.broadcast_to(first, trials.got.shape)) and not first.ndim:
        brackets = ", ".join(trials.inputs[0])
        return "constant", (
            _(
                "Your function gives {first} for every input. Asked is a formula that works for all of "
                "them: calculate with the names in the brackets ({brackets})."
            ).format(first=_short(first), brackets=brackets)
        )
    return None


def _without(trials: Trials, function: Callable | None) -> Told:
    """Nothing depends on one of the inputs. All exercises need all of theirs."""
    names = list(trials.inputs[0])
    used = names_used(function) if function else None
    own = list(names_of(function).brackets)[: len(names)] if function else []
    missing = [name for name, mine in zip(names, own, strict=False) if used is not None and mine not in used]
    powers = _powers(trials.inputs, trials.got)
    if powers is not None:
        missing = missing or [name for name, power in zip(names, powers, strict=True) if abs(power) < 0.01]
    if not missing:
        return None
    told = _("Your result does not depend on {names} yet: the formula needs {names}, too.")
    return "input missing", told.format(names=listed(missing))


def _other_power(trials: Trials) -> Told:
    """Both are products of powers of the inputs: name the input whose power differs."""
    own, right = _powers(trials.inputs, trials.got), _powers(trials.inputs, trials.right)
    if own is None or right is None:
        return None
    for name, mine, theirs in zip(trials.inputs[0], own, right, strict=True):
        if abs(mine - theirs) > 0.01:
            return "power", (
                _("Your result goes with {name} to the power {mine}; it should go with the power {theirs}.").format(
                    name=name, mine=units.number(mine), theirs=units.number(theirs)
                )
            )
    return None


def _powers(inputs: Sequence[Mapping[str, Any]], results: NDArray) -> NDArray | None:
    """The exponents, if `results` is a constant times powers of the (positive) inputs; else None."""
    table = np.array([list(given.values()) for given in inputs], dtype=object)
    if results.ndim != 1 or any(np.ndim(cell) for cell in table.ravel()):
        return None
    table = table.astype(float)
    if len(table) < table.shape[1] + 2 or np.any(table <= 0) or np.any(results <= 0):
        return None
    logs = np.column_stack([np.log(table), np.ones(len(table))])
    fit, _, rank, _ = np.linalg.lstsq(logs, np.log(results), rcond=None)
    misfit = np.max(np.abs(logs @ fit - np.log(results)))
    return np.round(fit[:-1], 6) if rank == logs.shape[1] and misfit < 1e-6 else None


def _same_amount(trials: Trials) -> Told:
    amount = trials.difference()
    if amount is None:
        return None
    large = _(
        "Your result is too large by {amount}{always}: a number is added or taken away that does not belong there, or "
        "one is missing."
    )
    small = _(
        "Your result is too small by {amount}{always}: a number is added or taken away that does not belong there, or "
        "one is missing."
    )
    told = large if amount > 0 else small
    return "difference", told.format(amount=units.number(abs(amount)), always=trials.always)


def _an_example(trials: Trials) -> tuple[str, str]:
    """Nothing in common: show the first input that went wrong."""
    fine = [trials.close(g, r) for g, r in zip(trials.got, trials.right, strict=True)]
    worst = fine.index(False)
    given = ", ".join(f"{name} = {_short(value)}" for name, value in trials.inputs[worst].items())
    unit = f" {trials.unit}" if trials.unit else ""
    said = {"given": given, "got": _short(trials.got[worst]), "right": f"{_short(trials.right[worst])}{unit}"}
    if any(fine):
        told = _(
            "Your function is right for {fine} of {all} inputs, but for {given} it gives {got}, and {right} is right."
        )
        return "partly", told.format(**said, fine=sum(fine), all=len(fine))
    told = _("Your function runs, but its result is not right yet: for {given} it gives {got}, and {right} is right.")
    return "other", told.format(**said)


def _short(value: Any) -> str:
    """As Python writes it, in four digits: such a number may be typed in again."""
    return f"{float(value):.4g}" if not np.ndim(value) else np.array2string(np.asarray(value), precision=4, threshold=6)
