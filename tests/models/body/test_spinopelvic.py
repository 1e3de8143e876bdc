"""PI = PT + SS: an identity of any points, checked by measuring each angle by itself."""

import numpy as np
import pytest

from jointlab.models.body.spinopelvic import measured_angles, sacral_slope, sacral_top
from jointlab.models.require import Impossible


@pytest.mark.parametrize("seed", range(20))
def test_the_identity_holds_for_any_pelvis(seed):
    random = np.random.default_rng(seed)
    hip = complex(*random.normal(size=2))
    tilt, slope = random.uniform(-60, 60), random.uniform(-40, 80)
    middle = hip + random.uniform(0.05, 0.2) * 1j * np.exp(1j * np.radians(tilt))
    incidence, measured_tilt, measured_slope = measured_angles(hip, middle, np.exp(-1j * np.radians(slope)))
    assert measured_tilt == pytest.approx(tilt)
    assert measured_slope == pytest.approx(slope)
    assert incidence == pytest.approx(measured_tilt + measured_slope, abs=1e-9)


@pytest.mark.parametrize("incidence", [33, 54, 85])
@pytest.mark.parametrize("tilt", [-20, 0, 13, 45])
def test_a_drawn_pelvis_has_its_angles(incidence, tilt):
    found = measured_angles(0, *sacral_top(incidence, tilt, 0.11))
    assert found == pytest.approx((incidence, tilt, incidence - tilt))


@pytest.mark.papercheck  # Case 25: PI 54, SS 41 → PT 13; 10 degrees more tilt → SS 31.
def test_what_tilt_gains_slope_loses():
    assert sacral_slope(54, 13) == 41
    assert sacral_slope(54, 23) == 31


def test_turning_the_whole_pelvis_keeps_its_incidence():
    middle, along = sacral_top(50, 10, 0.1)
    turned = np.exp(1j * np.radians(25))
    assert measured_angles(0, middle * turned, along * turned) == pytest.approx((50, 35, 15))


def test_what_cannot_be_is_refused():
    with pytest.raises(Impossible, match="incidence must be a finite number"):
        sacral_slope(np.nan, 10)
    with pytest.raises(Impossible, match="distance must be"):
        sacral_top(50, 10, 0)
