import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab.models.bubble.statics import (
    Bubble,
    Liquid,
    ModelLimit,
    equilibrium_radius,
    resting_bubble,
    sphere_radius,
    sphere_volume,
)

ATMOSPHERE = 101_325.0
NO_SKIN = Liquid(1000.0, 0.01, 0.0, 6280.0, 1500.0)
SYNOVIAL = Liquid(1010.0, 0.01, 0.06, 6280.0, 1500.0)


@pytest.mark.papercheck  # Partial collapse is generic: the gas leaves 0.72 at 0.3 atm, 0.91 at 0.7 atm.
@pytest.mark.parametrize(("share", "ratio"), [(0.3, 0.72), (0.7, 0.91)])
def test_a_gas_bubble_keeps_most_of_its_radius(share, ratio):
    bubble = resting_bubble(1e-3, share * ATMOSPHERE, SYNOVIAL, 1.4)
    assert equilibrium_radius(bubble, SYNOVIAL, ATMOSPHERE) / 1e-3 == pytest.approx(ratio, abs=0.006)


@given(st.floats(1e-5, 5e-3), st.floats(7e3, 3e5), st.floats(7e3, 3e5), st.floats(1, 5 / 3))
def test_equilibrium_follows_the_gas_law_when_there_is_no_skin(radius, before, after, kappa):
    bubble = resting_bubble(radius, before, NO_SKIN, kappa)
    expected = ((before - 6280) / (after - 6280)) ** (1 / (3 * kappa))
    assert equilibrium_radius(bubble, NO_SKIN, after) / radius == pytest.approx(expected, rel=1e-9)


@given(st.floats(1e-5, 5e-3), st.floats(7e3, 3e5))
def test_a_resting_bubble_stays(radius, ambient):
    bubble = resting_bubble(radius, ambient, SYNOVIAL, 1.4)
    assert equilibrium_radius(bubble, SYNOVIAL, ambient) == pytest.approx(radius, rel=1e-9)


@given(st.floats(-1e6, 0), st.floats(1e-13, 1e-10))
def test_confinement_lets_a_pocket_grow_until_the_tension_is_used_up(tension, compliance):
    nucleus = resting_bubble(50e-6, ATMOSPHERE, SYNOVIAL, 1.0)
    rest = equilibrium_radius(nucleus, SYNOVIAL, tension, compliance)
    gained = sphere_volume(rest) - sphere_volume(nucleus.radius)
    outside = tension + gained / compliance
    inside = nucleus.gas_pressure_at(rest) + 6280 - 2 * 0.06 / rest
    assert outside == pytest.approx(inside, abs=1e-6 * (abs(tension) + ATMOSPHERE))
    assert gained <= compliance * (nucleus.gas_pressure + 6280 - tension)


def test_without_confinement_tension_knows_no_limit():
    nucleus = resting_bubble(10e-6, ATMOSPHERE, SYNOVIAL, 1.0)
    with pytest.raises(ModelLimit, match="grows without end"):
        equilibrium_radius(nucleus, SYNOVIAL, -1e5)


def test_an_empty_bubble_vanishes():
    with pytest.raises(ModelLimit, match="vanishes"):
        equilibrium_radius(Bubble(1e-3, 0.0, 1.4), SYNOVIAL, ATMOSPHERE)


def test_no_bubble_rests_where_vapour_alone_opens_it():
    with pytest.raises(ValueError, match="ambient must be at least"):
        resting_bubble(1e-3, 5000.0, SYNOVIAL, 1.4)


def test_volume_and_radius_undo_each_other():
    assert sphere_volume(1e-3) == pytest.approx(4.18879e-9, rel=1e-5)
    assert sphere_radius(sphere_volume(2.3e-3)) == pytest.approx(2.3e-3)


@pytest.mark.parametrize("bad", [np.nan, np.inf, -1.0])
@pytest.mark.parametrize("name", ["density", "viscosity", "surface_tension", "vapour_pressure", "sound_speed"])
def test_impossible_liquids(liquid, name, bad):
    with pytest.raises(ValueError, match=name):
        liquid(**{name: bad})


@pytest.mark.parametrize(
    ("name", "values"),
    [("radius", (0, 1, 1.4)), ("gas_pressure", (1e-3, -1, 1.4)), ("polytropic_exponent", (1e-3, 1, 2))],
)
def test_impossible_bubbles(name, values):
    with pytest.raises(ValueError, match=name):
        Bubble(*values)


def test_impossible_surroundings():
    bubble = resting_bubble(1e-3, ATMOSPHERE, SYNOVIAL, 1.4)
    with pytest.raises(ValueError, match="ambient"):
        equilibrium_radius(bubble, SYNOVIAL, np.nan)
    with pytest.raises(ValueError, match="compliance"):
        equilibrium_radius(bubble, SYNOVIAL, 5e4, 0.0)
