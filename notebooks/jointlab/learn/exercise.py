"""The exercises of a lesson, as data/lessons/NAME.toml declares them under `[build]` (see data/README.md)."""

import math
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import numpy as np

from jointlab import logbook as logbooks
from jointlab import sources
from jointlab.language import _
from jointlab.learn.checking.check import Check, Message, Mistake

# What a formula may name besides its inputs, as in a notebook where a learner has imported what is needed.
_NAMES = {"np": np, "math": math, **{name: value for name, value in vars(math).items() if name[0] != "_"}}

# How an input may be drawn from its two ends.
_DRAWS = {
    "even": lambda rng, low, high: rng.uniform(low, high),
    "log": lambda rng, low, high: math.exp(rng.uniform(math.log(low), math.log(high))),
    "whole": lambda rng, low, high: int(rng.integers(low, high, endpoint=True)),
}
_WORDS = {"asks", "hint", "unit", "reference", "right", "inputs", "given", "mistake", "imports", "beyond"}


def check(lesson: str, name: str, attempt: Any = ..., *more: Any, logbook: logbooks.Logbook | None = None) -> Message:
    """Check an attempt at the exercise `name` of a lesson: a function, or a number where one is asked for.

    `...` is an attempt yet to come. Raises sources.MissingSource, sources.DamagedData.
    """
    return exercise(lesson, name)(attempt, *more, logbook=logbook)


def exercise(lesson: str, name: str) -> Check:
    """`[build.NAME]` of a lesson. Raises sources.MissingSource, sources.DamagedData."""
    tables = sources.lesson(lesson).get("build", {})
    if name not in tables:
        known = ", ".join(tables) or "none"
        raise sources.MissingSource(
            _("The lesson {lesson!r} has no exercise called {name!r}; it has: {known}.").format(
                lesson=lesson, name=name, known=known
            )
        )
    try:
        return _read(lesson, name, tables[name])
    except ValueError as error:
        entry = f"[build.{name}] in data/lessons/{lesson}.toml"
        raise sources.DamagedData(f"{entry} cannot be used ({error}): repair it there.") from error


def _read(lesson: str, name: str, table: Mapping[str, Any]) -> Check:
    """The exercise that a table declares. Raises ValueError with what is wrong, in a few words."""
    if unknown := sorted(set(table) - _WORDS):
        raise ValueError(f"`{unknown[0]}` means nothing here")
    if not table.get("asks"):
        raise ValueError("it needs `asks`")
    kind, right = _one_of(table, "reference", "right")
    reads, inputs = _one_of(table, "inputs", "given")
    made = Check(
        name=name,
        asks=table["asks"],
        reference=_function(right) if kind == "reference" else _formula(right),
        sample=_sample(inputs) if reads == "inputs" else None,
        given=inputs if reads == "given" else None,
        unit=table.get("unit", ""),
        mistakes=tuple(_mistake(entry) for entry in table.get("mistake", ())),
        hint=table.get("hint", ""),
        lesson=lesson,
        imports=_imports(table),
    )
    _try_out(made)
    return made


def _imports(table: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of `math` that stand in the cell for the learner."""
    names = tuple(table.get("imports", ()))
    if unknown := [name for name in names if not hasattr(math, name)]:
        raise ValueError(f"the module math has no {unknown[0]!r}")
    return names


def _one_of(table: Mapping[str, Any], *words: str) -> tuple[str, Any]:
    """The one of these words that the table holds, and what stands there."""
    there = [word for word in words if word in table]
    if len(there) != 1:
        raise ValueError(f"it needs either `{words[0]}` or `{words[1]}`")
    return there[0], table[there[0]]


def _function(path: str) -> Callable[..., Any]:
    """The function of the package that is written as "models.film.reynolds:stefan_pull"."""
    module, _, name = path.partition(":")
    try:
        return getattr(import_module(f"jointlab.{module}"), name)
    except (ImportError, AttributeError) as error:
        raise ValueError(f"there is no function {path!r} in the package") from error


def _formula(text: str) -> Callable[..., Any]:
    """A function that takes the inputs by name and calculates what is written, as Python would in a notebook."""
    try:
        code = compile(text, "<formula>", "eval")
    except (SyntaxError, TypeError) as error:
        raise ValueError(f"{text!r} is not a formula") from error
    return lambda **given: eval(code, {**_NAMES, **given})


def _sample(ranges: Mapping[str, Any]) -> Callable[[np.random.Generator], dict[str, Any]]:
    """A function that draws fresh inputs: evenly from [low, high], or as {log = [low, high]} says."""
    drawn = {name: _range(name, written) for name, written in ranges.items()}

    def sample(rng: np.random.Generator) -> dict[str, Any]:
        return {name: _DRAWS[how](rng, low, high) for name, (how, low, high) in drawn.items()}

    return sample


def _range(name: str, written: Any) -> tuple[str, float, float]:
    """How to draw the input, and its two ends."""
    try:
        ((how, (low, high)),) = written.items() if isinstance(written, dict) else [("even", written)]
        low, high = float(low), float(high)
        usable = how in _DRAWS and low < high and (how != "log" or low > 0)
    except (TypeError, ValueError):
        usable = False
    if not usable:
        raise ValueError(f"the range of {name} is not [low, high], {{log = [low, high]}} or {{whole = [low, high]}}")
    return how, low, high


def _mistake(entry: Mapping[str, Any]) -> Mistake:
    name, says = entry.get("name"), entry.get("says")
    if not name or not says:
        raise ValueError("each mistake needs `name` and `says`")
    try:
        kind, wrong = _one_of(entry, "wrong", "factor")
        return Mistake(name, _formula(wrong) if kind == "wrong" else float(wrong), says)
    except (TypeError, ValueError) as error:
        raise ValueError(f"the mistake {name!r}: {error}") from error


def _try_out(made: Check) -> None:
    """Calculate everything once, so that a slip is found when the exercise is read, whatever the learner wrote."""
    given = made.given or made.sample(np.random.default_rng(0))
    wrong = {f"the mistake {mistake.name!r}": mistake.wrong for mistake in made.mistakes if callable(mistake.wrong)}
    for what, formula in {"the right result": made.reference, **wrong}.items():
        try:
            finite = np.isfinite(np.asarray(formula(**given), dtype=float)).all()
        except Exception as error:
            raise ValueError(f"{what} cannot be calculated: {error}") from error
        if not finite:
            raise ValueError(f"{what} is not a finite number")
