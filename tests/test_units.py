"""Numbers in words: what a learner reads is never an exponent, a minus before nothing, or another number."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab import units

MAGNITUDES = st.floats(-9, 12).map(lambda power: 10**power)
NUMBERS = st.tuples(st.sampled_from((-1, 1)), MAGNITUDES).map(math.prod)


def back(text: str) -> float:
    """The number that a text means."""
    return float(text.replace(",", "").replace("−", "-"))


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (999.6, "Pa", "1,000 Pa"),
        (999.4, "Pa", "999 Pa"),
        (0.3125, "ms", "312 ms"),
        (0.9996, "ms", "1,000 ms"),
        (-0.07, "cm", "−7 cm"),
        (-0.0, "cm", "0 cm"),
        (1e-6, "s", "0.000001 s"),
        (20_101, "", "20,101"),
        (45, "°", "45°"),
        (0.5, "%", "50 %"),
    ],
)
def test_amounts(value, unit, words):
    assert units.amount(value, unit) == words


# One of each unit that a reader reads, in SI, as it is defined.
ONE = {
    "s": 1, "ms": 0.001, "µs": 0.000_001, "minutes": 60, "hours": 3600, "days": 86_400,
    "Hz": 1, "kHz": 1000, "pictures a second": 1, "1/s": 1, "rad/s": 1, "% a minute": 0.01 / 60, "% a crack": 0.01,
    "m": 1, "cm": 0.01, "mm": 0.001, "µm": 0.000_001, "nm": 0.000_000_001, "mm/s": 0.001,
    "mm²": 0.001**2, "mm³": 0.001**3, "mL": 0.01**3, "Pa": 1, "kPa": 1000, "MPa": 1_000_000, "Pa s": 1,
    "N": 1, "N/mm": 1000, "kN": 1000, "N m": 1, "kg": 1, "dB": 1, "µmol": 0.000_001, "%": 0.01, "°": 1, "degrees": 1,
    "points": 1, "people": 1, "times": 1, "% per kN": 0.01 / 1000, "% of days": 0.01, "": 1,
}  # fmt: skip


def test_one_of_each_unit_is_one():
    assert units.PER_SI.keys() == ONE.keys()
    for unit, value in ONE.items():
        assert units.amount(value, unit) == units.with_unit("1", unit)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (units.fixed(-0.4), "0"),
        (units.fixed(-0.04, 1), "0.0"),
        (units.fixed(-1234.5), "−1,234"),
        (units.fixed_amount(1_172_304, "kPa"), "1,172 kPa"),
        (units.fixed_amount(-400, "kPa"), "0 kPa"),
        (units.fixed_amount(7.958, "N", 1), "8.0 N"),
        (units.percent(0.416), "42 %"),
        (units.percent(-0.001), "0 %"),
        (units.percent(0.0151, 1), "1.5 %"),
        (units.rounded(1843), "1,800"),
        (units.span(160, 472, "N"), "160 to 470 N"),
        (units.span(-2.2, 4.8, "N m"), "−2.2 to 4.8 N m"),
        (units.span(0.301, 0.3012, "cm"), "30 cm"),
        (units.span(0, 0.004, "%"), "0 to 0.4 %"),
        (units.duration(28_000), "7.8 hours"),
        (units.duration(599.7), "10 minutes"),
        (units.duration(0.2), "less than 1 s"),
    ],
)
def test_other_numbers_in_words(said, words):
    assert said == words


@given(NUMBERS, st.integers(1, 5))
def test_a_number_is_said_with_its_digits_and_no_exponent(value, digits):
    said = units.number(value, digits)
    slack = 0.501 if abs(value) >= 1000 else 0.501 * 10 ** (math.floor(math.log10(abs(value))) + 1 - digits)
    assert abs(back(said) - value) <= slack
    assert "e" not in said
    assert "-" not in said
    assert said.startswith("−") == (value < 0)


@given(NUMBERS, st.integers(0, 4))
def test_a_fixed_number_is_the_nearest_and_zero_has_no_sign(value, decimals):
    said = units.fixed(value, decimals)
    assert abs(back(said) - value) <= 0.5 * 10**-decimals * (1 + 1e-9) + 1e-9 * abs(value)
    assert said.startswith("−") == (back(said) < 0)


@given(NUMBERS, NUMBERS)
def test_a_span_is_read_from_its_low_to_its_high_end(one, other):
    low, high = sorted((one, other))
    ends = [back(end) for end in units.span(low, high, "").split(" to ")]
    assert ends == sorted(ends)
    assert ends[0] == pytest.approx(low, rel=0.051)
    assert ends[-1] == pytest.approx(high, rel=0.051)


@given(NUMBERS, st.sampled_from(sorted(units.PER_SI)))
def test_si_and_back(value, unit):
    assert units.in_si(units.read_in(value, unit), unit) == pytest.approx(value)


def test_an_unknown_unit_is_refused():
    with pytest.raises(KeyError):
        units.amount(1, "furlongs")


@given(MAGNITUDES)
def test_a_duration_is_said_in_a_unit_that_suits_it(seconds):
    said = units.duration(seconds)
    if said == "less than 1 s":
        assert seconds < 1
    else:
        words, unit = said.split(" ")
        assert back(words) / units.PER_SI[unit] == pytest.approx(seconds, rel=0.051)
        assert unit == "days" or back(words) < 121
