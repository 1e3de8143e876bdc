import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab.models.bubble import blake

ATMOSPHERE = 101_325.0


@pytest.mark.papercheck  # Cases 1 and 2: doi 10.1201/b17278-4, water, diameters 1 µm and 100 nm.
@pytest.mark.parametrize(("diameter", "atmospheres"), [(1e-6, 3.87), (100e-9, 29.7)])
def test_laplace_pressure(diameter, atmospheres):
    inside = ATMOSPHERE + blake.laplace_pressure(diameter / 2, 72.8e-3)
    assert inside / ATMOSPHERE == pytest.approx(atmospheres, rel=5e-3)


@pytest.mark.papercheck  # Blake threshold (Brennen 1995, ch. 2): σ 0.06 N/m, vapour at 37 °C 6.28 kPa, 1 atm.
def test_blake_threshold():
    threshold = blake.blake_threshold([1e-6, 10e-6, 100e-6], 0.06, ATMOSPHERE, 6280.0)
    assert threshold == pytest.approx([-28e3, 4.7e3, 6.2e3], rel=0.02)


@given(st.floats(1e-7, 1e-3), st.floats(0.02, 0.08), st.floats(2e4, 3e5), st.floats(0, 7e3))
def test_blake_threshold_is_the_turning_point_of_the_static_balance(radius, sigma, ambient, vapour):
    critical = blake.blake_critical_radius(radius, sigma, ambient, vapour)
    gas = ambient + 2 * sigma / radius - vapour

    def outside(r):
        return vapour + gas * (radius / r) ** 3 - 2 * sigma / r

    assert critical > radius
    threshold = blake.blake_threshold(radius, sigma, ambient, vapour)
    assert threshold == pytest.approx(outside(critical), rel=1e-6, abs=1e-6 * gas)
    around = outside(critical * np.array([0.99, 1.01]))
    assert (around >= threshold).all()
    assert threshold < vapour


def test_smaller_pockets_bear_more():
    thresholds = blake.blake_threshold(np.geomspace(1e-7, 1e-3, 50), 0.06, ATMOSPHERE, 6280.0)
    assert (np.diff(thresholds) > 0).all()


@pytest.mark.parametrize("bad", [0.0, -1e-6, np.nan, np.inf])
def test_impossible_radius(bad):
    for call in (
        lambda: blake.laplace_pressure(bad, 0.06),
        lambda: blake.blake_critical_radius(bad, 0.06, ATMOSPHERE, 6280.0),
        lambda: blake.blake_threshold(bad, 0.06, ATMOSPHERE, 6280.0),
    ):
        with pytest.raises(ValueError, match="radius"):
            call()


def test_a_pocket_without_gas_is_refused():
    with pytest.raises(ValueError, match="ambient"):
        blake.blake_threshold(1e-3, 0.06, 1000.0, 6280.0)
