"""A way to the goal of an explorer, for whoever has no screen to find one at."""

import itertools
import random
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from jointlab.explorers import record
from jointlab.explorers.declare import Choice, Declaration
from jointlab.models.require import Impossible
from jointlab.units import number, with_unit

FEW = 2  # controls: ways that move no more are tried first
DIGITS = (2, 3)  # of a number that somebody is to type


def a_way(explorer: Declaration) -> dict[str, Any]:
    """The controls to move from where the explorer opens, in the learner's units, until its goal is reached.

    Tried are positions that a record would have, in numbers as short as they may be: those of one control or two, then
    of all, in an order that is always the same. Raises ValueError if none of them reaches it.
    """
    for exact, digits in itertools.product(_tries(explorer), DIGITS):
        values = {name: _short(value, digits) for name, value in exact.items()}
        with suppress(Impossible):
            if explorer.goal.reached(explorer.state(**values)):
                return {name: value for name, value in values.items() if value != explorer.defaults[name]}
    raise ValueError(f"No recorded position of “{explorer.title}” reaches its goal: name some in `recorded`.")


def _tries(explorer: Declaration) -> Iterator[dict[str, Any]]:
    grid = record.positions(explorer)
    for count in range(1, FEW + 1):
        for names in itertools.combinations(grid, count):
            yield from _all({name: grid[name] for name in names})
    every = list(_all(grid))
    yield from random.Random(10).sample(every, len(every))


def _all(grid: dict[str, list]) -> Iterator[dict[str, Any]]:
    return (dict(zip(grid, values, strict=True)) for values in itertools.product(*grid.values()))


def _short(value: Any, digits: int) -> Any:
    return value if isinstance(value, str) else float(f"{value:.{digits}g}")


def in_words(explorer: Declaration, values: dict[str, Any]) -> str:
    """Where these controls stand, as their labels say it."""
    said = []
    for control in explorer.controls:
        if control.name in values:
            value = values[control.name]
            words = control.options[value] if isinstance(control, Choice) else with_unit(number(value), control.unit)
            said.append(f"{control.label} {words}")
    return "; ".join(said)
