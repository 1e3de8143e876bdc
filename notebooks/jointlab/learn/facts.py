"""The numbers of a lesson in one place, printed so that the tests can compare them with the prose.

Each number that a lesson quotes with a unit stands in such a list, with what it is and who measured it.
"""

import textwrap
from collections.abc import Mapping

from jointlab import sources
from jointlab.units import amount, duration


def measured(name: str, unit: str) -> str:
    """One observation of data/observations.csv in words: value, range, what it is, how many, who."""
    seen = sources.observation(name)
    span = "" if None in (seen.low, seen.high) else f" ({amount(seen.low, unit)} to {amount(seen.high, unit)})"
    many = f", n = {seen.n}" if seen.n else ""
    return f"{seen.what}: {amount(seen.value, unit)}{span}{many} [{sources.reference(seen.key).short}]"


def print_measured(units: Mapping[str, str]) -> None:
    """Print one line per observation; `units` maps its name to the unit to read it in."""
    for name, unit in units.items():
        print(measured(name, unit))


def print_constants(units: Mapping[str, str]) -> None:
    """Print one line per constant of data/constants.csv; `units` maps its name to the unit to read it in."""
    for name, unit in units.items():
        constant = sources.constant(name)
        source = "assumed" if constant.flag == "A" else sources.reference(constant.key).short
        print(f"{name.replace('_', ' ')}: {amount(constant.value, unit)} [{source}]")


def relieved(name: str) -> str:
    """One row of data/relief.csv in words: what, when, against what, in whom, how much, how many, who."""
    row = sources.relief(name)
    found = row.says
    if row.value is not None:
        scale, before, behind = _EFFECTS[row.effect]
        numbers = [f"{scale * number:.3g}".replace("-", "−") for number in (row.value, row.low, row.high)]
        found = f"{before}{numbers[0]}{behind} ({numbers[1]} to {numbers[2]})"
    when = "" if row.first is None else f", {_when(row.first, row.last)}"
    against = "compared with before" if row.contrast == "before" else f"against {row.contrast}"
    many = f", n = {row.n}" if row.n else ""
    return f"{row.outcome}{when}, {against}, {row.who}: {found}{many} [{sources.reference(row.key).short}]"


# Kind of effect: factor from SI, words in front of the number and behind it.
_EFFECTS = {
    "d": (1, "d = ", ""),
    "OR": (1, "odds ratio ", ""),
    "points": (1, "", " points of 100"),
    "Pa": (1e-3, "", " kPa higher"),
}


def _when(first: float, last: float) -> str:
    """Such as "at once", "after 5 minutes" or "from 10 minutes to 30 minutes"."""
    if last > first:
        return f"from {duration(first) if first else 'at once'} to {duration(last)}"
    return f"after {duration(first)}" if first else "at once"


def print_relief(*names: str) -> None:
    """Print a few lines per row of data/relief.csv."""
    for name in names:
        print(textwrap.fill(relieved(name), 100, subsequent_indent="    "))
