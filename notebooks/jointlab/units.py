"""From SI to the units that a reader reads, and to text."""

# How many of the unit that a reader reads go into one SI unit.
PER_SI = {
    "s": 1, "ms": 1e3, "µs": 1e6, "minutes": 1 / 60, "Hz": 1, "kHz": 1e-3, "pictures a second": 1,
    "m": 1, "mm": 1e3, "µm": 1e6, "nm": 1e9, "mm³": 1e9, "mL": 1e6, "Pa": 1, "Pa s": 1, "kPa": 1e-3, "MPa": 1e-6,
    "N": 1, "%": 100, "degrees": 1, "": 1,
}  # fmt: skip


def amount(value: float, unit: str) -> str:
    """An SI `value` in the `unit` a reader reads, with three significant digits: `amount(0.3125, "ms")` is "312 ms"."""
    number = value * PER_SI[unit]
    text = f"{number:,.0f}" if abs(number) >= 1000 else f"{number:.3g}"
    return f"{text} {unit}".strip()
