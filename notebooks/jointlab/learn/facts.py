"""The numbers of a lesson in one place, printed so that the tests can compare them with the prose.

Each number that a lesson quotes with a unit stands in such a list, with what it is and who measured it.
"""

from collections.abc import Mapping

from jointlab import sources
from jointlab.units import amount


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
