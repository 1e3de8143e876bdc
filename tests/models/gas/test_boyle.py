"""Boyle's law against Boyle's own numbers, and against what a law of this kind must keep."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab.models.gas.boyle import boyle_pressure

# Length of the air in the closed leg (equal spaces) and pressure that it bore (inches of mercury: whole inches,
# then sixteenths).
BOYLE_1662 = np.array(
    [
        (48, 29, 2), (46, 30, 9), (44, 31, 15), (42, 33, 8), (40, 35, 5), (38, 37, 0), (36, 39, 5), (34, 41, 10),
        (32, 44, 3), (30, 47, 1), (28, 50, 5), (26, 54, 5), (24, 58, 13), (23, 61, 5), (22, 64, 1), (21, 67, 1),
        (20, 70, 11), (19, 74, 2), (18, 77, 14), (17, 82, 12), (16, 87, 14), (15, 93, 1), (14, 100, 7),
        (13, 107, 13), (12, 117, 9),
    ]
)  # fmt: skip

amounts = st.floats(1e-6, 1e6)


@pytest.mark.papercheck  # doi 10.1152/jappl.1999.87.4.1543
def test_boyles_own_table():
    spaces, inches, sixteenths = BOYLE_1662.T
    measured = inches + sixteenths / 16
    said = boyle_pressure(measured[0], spaces[0], spaces)
    assert said == pytest.approx(measured, rel=0.013)
    assert said[0] == measured[0]
    assert measured[-1] / measured[0] > 4, "the table covers a fourfold squeeze"


def test_five_millilitres_pulled_to_twenty_leave_a_quarter():
    assert boyle_pressure(101_325.0, 5e-6, 20e-6) == pytest.approx(101_325 / 4)


@given(amounts, amounts, amounts)
def test_pressure_times_volume_is_kept(pressure, first, then):
    assert boyle_pressure(pressure, first, then) * then == pytest.approx(pressure * first)


@given(amounts, amounts, amounts, amounts)
def test_the_way_does_not_matter(pressure, first, stop, then):
    in_two = boyle_pressure(boyle_pressure(pressure, first, stop), stop, then)
    assert in_two == pytest.approx(boyle_pressure(pressure, first, then))


def test_arrays_broadcast():
    pressures = boyle_pressure(100.0, [[1.0], [2.0]], [1.0, 2.0, 4.0])
    assert pressures.tolist() == [[100, 50, 25], [200, 100, 50]]


@pytest.mark.parametrize("bad", [0.0, -1.0, np.nan, np.inf, "much", []])
@pytest.mark.parametrize("name", ["start_pressure", "start_volume", "volume"])
def test_impossible_input_is_refused_by_name(name, bad):
    usual = {"start_pressure": 1.0, "start_volume": 1.0, "volume": 1.0}
    with pytest.raises(ValueError, match=rf"^{name} must be a finite number greater than 0"):
        boyle_pressure(**{**usual, name: bad})
