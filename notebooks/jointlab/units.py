"""From SI to the units that a reader reads, and from numbers to words: every number that a learner sees is made here.

Angles are the exception to SI: models and readers alike have them in degrees.
"""

from collections.abc import Callable
from decimal import Decimal

from jointlab.language import N_, _, current, ngettext

# How many of the unit that a reader reads go into one SI unit.
PER_SI = {
    "s": 1, "ms": 1e3, "µs": 1e6, "minutes": 1 / 60, "hours": 1 / 3600, "days": 1 / 86400,
    "Hz": 1, "kHz": 1e-3, "pictures a second": 1, "1/s": 1, "rad/s": 1, "% a minute": 6000, "% a crack": 100,
    "m": 1, "cm": 1e2, "mm": 1e3, "µm": 1e6, "nm": 1e9, "mm/s": 1e3, "mm²": 1e6, "mm³": 1e9, "mL": 1e6,
    "Pa": 1, "kPa": 1e-3, "MPa": 1e-6, "Pa s": 1, "N": 1, "N/mm": 1e-3, "kN": 1e-3, "N m": 1, "kg": 1, "dB": 1,
    "µmol": 1e6, "%": 100, "% of days": 100, "% per kN": 1e5, "°": 1, "degrees": 1, "points": 1, "people": 1,
    "times": 1, "of 10": 10, "of 88": 88, "": 1,
}  # fmt: skip

# Units that are words: those that are counted, by their number …
_COUNTED: dict[str, Callable[[float], str]] = {
    "minutes": lambda count: ngettext("minute", "minutes", count),
    "hours": lambda count: ngettext("hour", "hours", count),
    "days": lambda count: ngettext("day", "days", count),
    "degrees": lambda count: ngettext("degree", "degrees", count),
    "points": lambda count: ngettext("point", "points", count),
    "people": lambda count: ngettext("person", "people", count),
    "times": lambda count: ngettext("time", "times", count),
    "pictures a second": lambda count: ngettext("picture a second", "pictures a second", count),
}
# … and those that are always the same.
_WORDED = {
    N_("% a minute"), N_("% a crack"), N_("% of days"), N_("% per kN"), N_("of 10"), N_("of 88"),
}  # fmt: skip

MINUS = "−"
# How a language writes numbers: before the decimals, between thousands, and from how many digits on these are parted.
MARKS = {"en": (".", ",", 4), "es": (",", "\N{NARROW NO-BREAK SPACE}", 5)}


def number(value: float, digits: int = 3) -> str:
    """`value` with so many significant digits, from 1,000 on with all digits before the point.

    Never an exponent, never a minus before nothing: `number(999.6)` is "1,000", `number(-0.0)` is "0".
    """
    if abs(value) >= 1000:
        return fixed(value)
    return _signed(format(Decimal(f"{value:.{digits}g}"), ",f"))


def rounded(value: float, digits: int = 2) -> str:
    """`value` with so many significant digits and nothing but zeros behind them: `rounded(1843)` is "1,800"."""
    return number(float(f"{value:.{digits}g}"), digits)


def fixed(value: float, decimals: int = 0) -> str:
    """`value` with so many digits after the point: `fixed(-0.04, 1)` is "0.0", `fixed(-1234.5)` is "−1,234"."""
    return _signed(f"{value:,.{decimals}f}")


def _signed(text: str) -> str:
    digits = text.removeprefix("-")
    return spelled(MINUS + digits if text.startswith("-") and digits.strip("0.,") else digits)


def spelled(text: str) -> str:
    """A number that is written as in English, such as "−20,100.5", as the learner's language writes it."""
    decimal, thousands, parted = MARKS[current()]
    whole, point, rest = text.partition(".")
    if sum(letter.isdigit() for letter in whole) < parted:
        thousands = ""
    return whole.replace(",", thousands) + point.replace(".", decimal) + rest


def unit_in_words(unit: str, count: float = 2) -> str:
    """A unit as it is read behind this number: "minutes", and "minute" behind 1."""
    if unit in _COUNTED:
        return _COUNTED[unit](count)
    return _(unit) if unit in _WORDED else unit


def read_in(value: float, unit: str) -> float:
    """An SI `value` in the `unit` a reader reads. Raises KeyError if PER_SI has no such unit."""
    return value * PER_SI[unit]


def in_si(value: float, unit: str) -> float:
    """A `value` in the `unit` a reader reads, in SI. Raises KeyError if PER_SI has no such unit."""
    return value / PER_SI[unit]


def with_unit(words: str, unit: str) -> str:
    """`words` and their `unit`, with the space that belongs between them."""
    return f"{words}{'' if unit == '°' else ' '}{unit_in_words(unit, 1 if words == '1' else 2)}".strip()


def amount(value: float, unit: str, digits: int = 3) -> str:
    """An SI `value` in the `unit` a reader reads: `amount(0.3125, "ms")` is "312 ms"."""
    return with_unit(number(read_in(value, unit), digits), unit)


def fixed_amount(value: float, unit: str, decimals: int = 0) -> str:
    """The same with so many digits after the point: `fixed_amount(1_172_304, "kPa")` is "1,172 kPa"."""
    return with_unit(fixed(read_in(value, unit), decimals), unit)


def pressure(pascals: float) -> str:
    """A pressure in kPa, from 1,000 kPa on in MPa: `pressure(1_101_325)` is "1.1 MPa"."""
    return amount(pascals, "kPa" if abs(pascals) < 999_500 else "MPa")


def percent(share: float, decimals: int = 0) -> str:
    """A share of 1 in per cent: `percent(0.416)` is "42 %"."""
    return with_unit(fixed(100 * share, decimals), "%")


def span(low: float, high: float, unit: str, digits: int = 2) -> str:
    """From one SI value to another, with few digits, as a spread deserves: `span(160, 472, "N")` is "160 to 470 N"."""
    first, last = (rounded(read_in(end, unit), digits) for end in (low, high))
    return with_unit(first if first == last else _("{low} to {high}").format(low=first, high=last), unit)


def duration(seconds: float) -> str:
    """A time in the unit that suits it, with two or three digits: `duration(28_000)` is "7.8 hours"."""
    for unit, from_here in (("days", 2 * 86400), ("hours", 100 * 60), ("minutes", 120), ("s", 1)):
        if seconds >= from_here:
            time = read_in(seconds, unit)
            return with_unit(fixed(time) if time >= 10 else number(time, 2), unit)
    return _("less than 1 s")
