"""From SI to the units that a reader reads, and to text."""

# How many of the unit that a reader reads go into one SI unit.
PER_SI = {
    "s": 1, "ms": 1e3, "µs": 1e6, "minutes": 1 / 60, "hours": 1 / 3600, "days": 1 / 86400,
    "Hz": 1, "kHz": 1e-3, "pictures a second": 1,
    "m": 1, "mm": 1e3, "µm": 1e6, "nm": 1e9, "mm³": 1e9, "mL": 1e6, "Pa": 1, "Pa s": 1, "kPa": 1e-3, "MPa": 1e-6,
    "N": 1, "%": 100, "degrees": 1, "": 1,
}  # fmt: skip


def amount(value: float, unit: str) -> str:
    """An SI `value` in the `unit` a reader reads, with three significant digits: `amount(0.3125, "ms")` is "312 ms"."""
    number = value * PER_SI[unit]
    text = f"{number:,.0f}" if abs(number) >= 1000 else f"{number:.3g}"
    return f"{text} {unit}".strip()


def duration(seconds: float) -> str:
    """A time in the unit that suits it, with two or three digits: `duration(28_000)` is "7.8 hours"."""
    for unit, from_here in (("days", 2 * 86400), ("hours", 100 * 60), ("minutes", 120), ("s", 1)):
        if seconds >= from_here:
            number = seconds * PER_SI[unit]
            return f"{number:.0f} {unit}" if number >= 10 else f"{number:.2g} {unit}"
    return "less than 1 s"
