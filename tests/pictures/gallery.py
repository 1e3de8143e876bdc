"""Every picture of the course in the states in which people look at it, found by walking the lessons.

Nothing is listed by hand: an explorer is any `Declaration`, a still any function that promises a `Still`.
"""

import importlib
import inspect
import itertools
import pkgutil
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from jointlab import lessons
from jointlab.drawings.picture import Picture
from jointlab.drawings.still import Still
from jointlab.explorers import Explorer
from jointlab.explorers.declare import Declaration

CORNERS = 200  # of an explorer with many controls, so many are tried, always the same
IN_BETWEEN = 150  # of all positions at both ends and in the middle


@cache
def _names() -> dict[str, dict[str, Any]]:
    """Module → its names, for every module of the lessons."""
    walk = pkgutil.walk_packages(lessons.__path__, "jointlab.lessons.")
    return {module.name: vars(importlib.import_module(module.name)) for module in walk}


@cache
def explorers() -> dict[str, Declaration]:
    """Every Declaration of the package, by the name of its variable."""
    return {
        name: value for names in _names().values() for name, value in names.items() if isinstance(value, Declaration)
    }


@cache
def quick(name: str) -> Declaration:
    """The same explorer, which calculates a state once: most tests look at the same few."""
    declaration = explorers()[name]
    return replace(declaration, model=lru_cache(maxsize=256)(declaration.model))


@cache
def stills() -> dict[str, Callable[[], Still]]:
    """Every function of the package that returns a Still, by its lesson's and its own name: "outgassing-ages"."""
    found = {}
    for module, names in _names().items():
        for name, value in names.items():
            own = inspect.isfunction(value) and value.__module__ == module
            if own and inspect.signature(value).return_annotation is Still:
                found[f"{module.split('.')[2]}-{name}"] = value
    return found


def corners(declaration: Declaration, most: int = CORNERS) -> Iterator[dict[str, Any]]:
    """All controls at an end at once, in every combination; of very many, `most`, always the same."""
    ends = list(itertools.product(*(control.positions(2) for control in declaration.controls)))
    names = [control.name for control in declaration.controls]
    if len(ends) > most:
        ends = random.Random(1).sample(ends, most)
    yield from (dict(zip(names, corner, strict=True)) for corner in ends)


def looked_at(declaration: Declaration) -> Iterator[tuple[str, dict[str, Any]]]:
    """What people see first, what the buttons show, and the ends of everything: a name and all values."""
    yield "default", declaration.defaults
    for words, values in declaration.presets.items():
        yield words, {**declaration.defaults, **values}
    for values in corners(declaration, most=16):
        yield "corner " + " ".join(_short(value) for value in values.values()), values


def in_between(declaration: Declaration) -> Iterator[tuple[str, dict[str, Any]]]:
    """Positions at the ends and in the middle of everything, with names as `looked_at` gives them."""
    names = [control.name for control in declaration.controls]
    grid = list(itertools.product(*(control.positions(3) for control in declaration.controls)))
    for values in random.Random(2).sample(grid, min(IN_BETWEEN, len(grid))):
        yield str(values), dict(zip(names, values, strict=True))


def _short(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


@cache
def picture(name: str) -> Picture:
    """The picture of an explorer, made once; it stands as whoever had it last has left it."""
    return explorers()[name].picture()


@cache
def live(name: str) -> Explorer:
    """An explorer that lives, made once; its controls stand as whoever had it last has left them."""
    return Explorer(quick(name))


@cache
def _shown(name: str, values: tuple[tuple[str, Any], ...]) -> tuple[dict[str, Any], Exception | None]:
    explorer = live(name)
    explorer.set(**dict(values))
    return explorer.frame, explorer.last_error


def shown(name: str, values: dict[str, Any]) -> tuple[dict[str, Any], Exception | None]:
    """What an explorer that lives shows at `values`, one for every control, and what went wrong; each drawn once."""
    return _shown(name, tuple(sorted(values.items())))


@cache
def still(name: str) -> Picture:
    """The picture of a still, made once."""
    return stills()[name]().picture
