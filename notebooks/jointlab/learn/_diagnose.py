"""From numbers that are not right to a sentence that helps: what do all of them have in common?"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Mistake:
    """A usual mistake: `wrong` gives what a learner gets who makes it, or is the factor it differs by."""

    name: str
    wrong: Callable[..., Any] | float
    sentence: str


@dataclass(frozen=True)
class Trials:
    """What was tried: `inputs`, one mapping a trial; results of learner and reference, a row a trial."""

    inputs: Sequence[Mapping[str, Any]]
    got: NDArray
    right: NDArray
    unit: str
    tolerance: float

    def close(self, got: NDArray, right: NDArray) -> bool:
        """Equal within the tolerance, everywhere."""
        slack = 1e-9 * np.max(np.abs(right), initial=0.0)
        return bool(np.allclose(got, right, rtol=self.tolerance, atol=slack))

    @property
    def always(self) -> str:
        """Says that all trials agree, if there was more than one."""
        return " for every input" if self.got.size > 1 else ""

    def ratio(self, right: NDArray) -> float | None:
        """The constant by which the learner's results differ from `right`; None if there is none."""
        with np.errstate(all="ignore"):
            ratios = (self.got / right).ravel()
        if not np.isfinite(ratios).all() or np.any(ratios == 0):
            return None
        middle = float(np.median(ratios))
        return middle if np.ptp(ratios) <= self.tolerance * abs(middle) else None


# What a constant factor means if the result is in this unit.
_UNITS = {
    "s": {1e3: "milliseconds", 1e6: "microseconds", 1 / 60: "minutes"},
    "m": {1e3: "millimetres", 1e2: "centimetres", 1e6: "micrometres"},
    "Pa": {1e-3: "kilopascals", 1e-6: "megapascals", 1e-5: "bar"},
    "N": {1e-3: "kilonewtons"},
    "rad": {180 / math.pi: "degrees"},
    "deg": {math.pi / 180: "radians"},
}
# Factors that formulas like to lose, with their names.
_FACTORS = {
    "2": 2.0, "3": 3.0, "4": 4.0, "8": 8.0, "π": math.pi, "2π": 2 * math.pi, "4π": 4 * math.pi,
    "4π/3": 4 * math.pi / 3, "√2": math.sqrt(2), "g = 9.81": 9.81,
}  # fmt: skip


def diagnose(trials: Trials, mistakes: Sequence[Mistake], again: Callable[[Sequence[Any]], Any]) -> tuple[str, str]:
    """The mistake's name and a sentence about it. `again(arguments)` repeats the learner's function."""
    for mistake in mistakes:
        if trials.close(trials.got, _as_mistaken(mistake, trials)):
            return mistake.name, mistake.sentence
    return (
        _constant_ratio(trials)
        or _mistake_and_factor(trials, mistakes)
        or _other_order(trials, again)
        or _same_for_all(trials)
        or _other_power(trials)
        or _an_example(trials)
    )


def _as_mistaken(mistake: Mistake, trials: Trials) -> NDArray:
    if callable(mistake.wrong):
        return np.array([mistake.wrong(**given) for given in trials.inputs], dtype=float)
    return mistake.wrong * trials.right


def _constant_ratio(trials: Trials) -> tuple[str, str] | None:
    ratio = trials.ratio(trials.right)
    if ratio is None:
        return None
    if ratio < 0:
        tail = "" if _near(ratio, -1, trials) else f" The size differs, too, by a factor of {-ratio:.3g}."
        return "sign", f"Your result has the opposite sign{trials.always}: look for a minus.{tail}"
    if abs(ratio - 1) < 0.05:
        return "rounding", (
            f"Very close: your result is {ratio:.4g} times the right one{trials.always}. "
            "Use more digits of the constant."
        )
    return _unit(ratio, trials) or _lost_factor(ratio, trials)


def _unit(ratio: float, trials: Trials) -> tuple[str, str] | None:
    """A ratio that comes from units: of the result, or of something inside the formula."""
    for factor, name in _UNITS.get(trials.unit, {}).items():
        if _near(ratio, factor, trials):
            return "unit", (
                f"Your result is {ratio:.4g} times the right one{trials.always}: "
                f"it looks like {name} in place of {trials.unit}."
            )
    power = math.log10(ratio)
    if _near(ratio, 10.0 ** round(power), trials):
        return "power of ten", (
            f"Your result is {ratio:.4g} times the right one{trials.always}: "
            "a unit was converted that needs no converting. Use the inputs as they come."
        )
    if _near(ratio, 10.0 ** (round(2 * power) / 2), trials):
        return "power of ten", (
            f"Your result is {ratio:.4g} times the right one{trials.always}, the root of a power of ten: "
            "something under the root is in another unit. Use the inputs as they come."
        )
    return None


def _lost_factor(ratio: float, trials: Trials) -> tuple[str, str] | None:
    """A ratio that comes from a constant. One number alone may differ by any factor: that says nothing."""
    for name, factor in _FACTORS.items():
        for value, words in ((factor, "one too many"), (1 / factor, "one is missing")):
            if _near(ratio, value, trials):
                return "factor", (
                    f"Your result is {ratio:.4g} of the right one{trials.always}: look for a factor {name}; {words}."
                )
    if trials.got.size < 2:
        return None
    return "factor", (
        f"Your result is {ratio:.4g} of the right one{trials.always}: "
        "the formula is right, except for a constant factor."
    )


def _near(ratio: float, value: float, trials: Trials) -> bool:
    return math.isclose(ratio, value, rel_tol=trials.tolerance)


def _mistake_and_factor(trials: Trials, mistakes: Sequence[Mistake]) -> tuple[str, str] | None:
    """A named mistake, and a constant factor besides."""
    for mistake in mistakes if trials.got.size > 1 else ():
        if callable(mistake.wrong) and trials.ratio(_as_mistaken(mistake, trials)) is not None:
            return mistake.name, f"{mistake.sentence} (Afterwards, look at the constant factor as well.)"
    return None


def _other_order(trials: Trials, again: Callable[[Sequence[Any]], Any]) -> tuple[str, str] | None:
    """The right formula with its arguments in another order."""
    names = list(trials.inputs[0])
    if not 2 <= len(names) <= 4:
        return None
    for other in list(permutations(names))[1:]:
        for given, right in zip(trials.inputs, trials.right, strict=True):
            result = again([given[name] for name in other])
            if result is None or not trials.close(result, right):
                break
        else:
            wanted = ", ".join(names)
            return "argument order", f"Your formula is right, but write its arguments in this order: ({wanted})."
    return None


def _same_for_all(trials: Trials) -> tuple[str, str] | None:
    first = trials.got[0]
    if trials.got.size > 1 and np.array_equal(trials.got, np.broadcast_to(first, trials.got.shape)) and not first.ndim:
        return "constant", (
            f"Your function gives {first:.4g} for every input: calculate with its arguments, not with fixed numbers."
        )
    return None


def _other_power(trials: Trials) -> tuple[str, str] | None:
    """Both are products of powers of the inputs: name the input whose power differs."""
    own, right = _powers(trials.inputs, trials.got), _powers(trials.inputs, trials.right)
    if own is None or right is None:
        return None
    for name, mine, theirs in zip(trials.inputs[0], own, right, strict=True):
        if abs(mine - theirs) > 0.01:
            return "power", (
                f"Your result goes with {name} to the power {mine:.3g}; it should go with the power {theirs:.3g}."
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
    return fit[:-1] if rank == logs.shape[1] and misfit < 1e-6 else None


def _an_example(trials: Trials) -> tuple[str, str]:
    """Nothing in common: show the first input that went wrong."""
    fine = [trials.close(g, r) for g, r in zip(trials.got, trials.right, strict=True)]
    worst = fine.index(False)
    given = ", ".join(f"{name} = {_short(value)}" for name, value in trials.inputs[worst].items())
    unit = f" {trials.unit}" if trials.unit else ""
    example = f"for {given} it gives {_short(trials.got[worst])}, and {_short(trials.right[worst])}{unit} is right."
    if any(fine):
        return "partly", f"Your function is right for {sum(fine)} of {len(fine)} inputs, but {example}"
    return "other", f"Your function runs, but its result is not right yet: {example}"


def _short(value: Any) -> str:
    return f"{float(value):.4g}" if not np.ndim(value) else np.array2string(np.asarray(value), precision=4, threshold=6)
