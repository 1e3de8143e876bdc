"""Refuse impossible quantities with one clear sentence, before any arithmetic can turn them into NaN.

Every check takes keyword arguments, so that the sentence can name the quantity as the caller knows it:
`require.positive(radius=radius, viscosity=viscosity)`. Numbers and arrays are both welcome.
"""

from collections.abc import Callable
from math import isfinite
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from jointlab.language import _
from jointlab.units import spelled

Number = TypeVar("Number", float, NDArray)  # what most models take and give back alike


class Impossible(ValueError):
    """Input that cannot be. Its sentence is meant for a learner; any other ValueError is a mistake of the program."""


class ModelLimit(Impossible):
    """The numbers are possible, but the model cannot follow them."""


def finite(**quantities: object) -> None:
    """Raise Impossible unless every quantity is a finite number or array of them."""
    _check(quantities, np.isfinite, lambda: _("a finite number"))


def positive(**quantities: object) -> None:
    """Raise Impossible unless every quantity is finite and greater than 0."""
    _check(quantities, lambda numbers: numbers > 0, lambda: _("a finite number greater than 0"))


def not_negative(**quantities: object) -> None:
    """Raise Impossible unless every quantity is finite and 0 or more."""
    _check(quantities, lambda numbers: numbers >= 0, lambda: _("a finite number, 0 or more"))


def between(low: float, high: float, **quantities: object) -> None:
    """Raise Impossible unless every quantity lies between `low` and `high`, both included."""
    _check(
        quantities,
        lambda numbers: (numbers >= low) & (numbers <= high),
        lambda: _("between {low} and {high}").format(low=_told(low), high=_told(high)),
    )


def rising(**quantities: object) -> None:
    """Raise Impossible unless every quantity is a line of two or more finite numbers, each above the last."""
    finite(**quantities)
    for name, given in quantities.items():
        numbers = np.asarray(given, dtype=float)
        if numbers.ndim != 1 or numbers.size < 2:
            raise Impossible(
                _("{name} must be a line of at least two numbers; got the shape {shape}.").format(
                    name=name, shape=numbers.shape
                )
            )
        if not (np.diff(numbers) > 0).all():
            raise Impossible(_("{name} must rise from each number to the next.").format(name=name))


def quotient(part: NDArray, whole: NDArray, why_not: str) -> NDArray:
    """`part` / `whole`. Raises Impossible with the reason `why_not` where `whole` is 0."""
    if np.any(np.asarray(whole) == 0):
        raise Impossible(f"{why_not[0].upper()}{why_not[1:]}.")
    return part / whole


def _told(value: float) -> str:
    return spelled(f"{value:g}")


def _check(quantities: dict[str, object], allows: Callable[[Number], Number], allowed: Callable[[], str]) -> None:
    """`allowed`: in words, which are put together only when they are needed, because models check at every step."""
    for name, given in quantities.items():
        if isinstance(given, float) and isfinite(given) and allows(given):
            continue  # one number is what most calls hand over, and NumPy would take ten times as long to look at it
        try:
            numbers = np.asarray(given, dtype=float)
        except (TypeError, ValueError):
            raise Impossible(
                _("{name} must be {allowed}; got {given!r}.").format(name=name, allowed=allowed(), given=given)
            ) from None
        if numbers.size == 0:
            raise Impossible(_("{name} must be {allowed}; got an empty array.").format(name=name, allowed=allowed()))
        fine = np.isfinite(numbers) & allows(numbers)
        if np.count_nonzero(fine) < fine.size:
            raise Impossible(
                _("{name} must be {allowed}; got {flat}.").format(
                    name=name, allowed=allowed(), flat=_told(numbers[~fine].flat[0])
                )
            )
