"""How much gas a fluid holds and gives up: printed figures, the two limits, and amounts that must be kept."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.constants import R, mmHg

from jointlab import sources
from jointlab.models.gas import henry
from jointlab.models.gas.joint_gases import joint_gases

BODY = 310.15
GASES = joint_gases()
VAPOUR = sources.value("vapour_pressure")
ATMOSPHERE = sources.value("standard_atmosphere")

pressures = st.lists(st.floats(0, 1e5), min_size=3, max_size=3).map(np.array)
solubilities = st.lists(st.floats(1e-7, 1e-3), min_size=3, max_size=3).map(np.array)
ratios = st.floats(0, 1e6)


@pytest.mark.papercheck  # Sander 2023: the constants of water at 37 °C; Ostwald's coefficients H R T beside them.
def test_solubility_at_body_temperature():
    assert pytest.approx([2.42e-4, 5.41e-6, 1.07e-5], rel=2e-3) == GASES.solubility
    assert pytest.approx([0.623, 0.0139, 0.0276], rel=4e-3) == GASES.solubility * R * BODY


@pytest.mark.papercheck  # Case 12: all gas drawn out is about 80 % carbon dioxide; with the tissue's tensions, 76/21/3.
def test_what_the_fluid_holds():
    assert GASES.names == ("carbon dioxide", "nitrogen", "oxygen")
    assert pytest.approx([1.48, 0.413, 0.057], rel=5e-3) == GASES.content
    everything = henry.shares(GASES.content)
    assert everything == pytest.approx([0.76, 0.21, 0.03], abs=0.005)
    assert everything[0] == pytest.approx(sources.observation("cavity_carbon_dioxide").value, abs=0.06)
    damp = henry.gas_volume(GASES.content, ATMOSPHERE - VAPOUR, BODY).sum()
    assert damp == pytest.approx(0.053, abs=5e-4)


@pytest.mark.papercheck  # Case 14: 46/573/40/47 mmHg leave a gap of about 60 mmHg (50 to 100) below one atmosphere.
def test_the_tensions_do_not_add_up_to_an_atmosphere():
    gap = (ATMOSPHERE - VAPOUR - GASES.tension.sum()) / mmHg
    assert gap == pytest.approx(54, abs=0.5)
    assert 50 < gap < 100


@pytest.mark.papercheck  # A cavity of 15 % of the fluid: 40 % carbon dioxide, 46 % if it is held, at 18 to 20 kPa.
@pytest.mark.parametrize(("held", "share", "kilopascals"), [(False, 0.40, 18.5), (True, 0.46, 19.7)])
def test_the_young_cavity(held, share, kilopascals):
    inside = henry.cavity_pressures(GASES.tension, GASES.solubility, 0.15, BODY, [held, False, False])
    assert henry.shares(inside)[0] == pytest.approx(share, abs=0.005)
    assert (inside.sum() + VAPOUR) / 1e3 == pytest.approx(kilopascals, abs=0.1)


@pytest.mark.papercheck  # 72 to 84 % need a cavity of 0.5 to 1 of the fluid, carbon dioxide held, at about 14 kPa.
def test_large_cavities_with_carbon_dioxide_held():
    ratio = np.array([[0.5], [1.0]])
    inside = henry.cavity_pressures(GASES.tension, GASES.solubility, ratio, BODY, [True, False, False])
    assert henry.shares(inside)[:, 0] == pytest.approx([0.72, 0.84], abs=0.005)
    assert (inside.sum(axis=1) + VAPOUR) / 1e3 == pytest.approx([14.8, 13.6], abs=0.1)


@given(pressures, solubilities, ratios, st.floats(273, 330))
def test_no_gas_is_lost(tension, solubility, ratio, temperature):
    fluid = 1e-6  # m³
    before = fluid * henry.content(tension, solubility)
    inside = henry.cavity_pressures(tension, solubility, ratio, temperature)
    in_cavity = inside * ratio * fluid / (R * temperature)
    in_fluid = fluid * henry.content(inside, solubility)
    assert in_cavity + in_fluid == pytest.approx(before, rel=1e-9, abs=1e-30)
    share = henry.released_share(solubility, ratio, temperature)
    assert in_cavity == pytest.approx(share * before, rel=1e-9, abs=1e-30)


def test_a_vanishing_cavity_has_the_tensions_and_an_endless_one_takes_all():
    small = henry.cavity_pressures(GASES.tension, GASES.solubility, 0, BODY)
    assert small == pytest.approx(GASES.tension, rel=1e-15)
    assert henry.shares(small)[0] == pytest.approx(0.07, abs=0.001)
    endless = henry.cavity_pressures(GASES.tension, GASES.solubility, 1e7, BODY)
    assert henry.shares(endless) == pytest.approx(henry.shares(GASES.content), rel=1e-5)


@given(ratios, ratios)
def test_a_larger_cavity_has_less_pressure_and_more_carbon_dioxide(one, other):
    small, large = sorted((one, other))
    inside = henry.cavity_pressures(GASES.tension, GASES.solubility, [[small], [large]], BODY)
    assert (inside[1] <= inside[0]).all()
    first, second = henry.shares(inside)[:, 0]
    assert first <= second + 1e-12


@given(ratios)
def test_what_is_held_keeps_its_tension(ratio):
    inside = henry.cavity_pressures(GASES.tension, GASES.solubility, ratio, BODY, [True, False, False])
    free = henry.cavity_pressures(GASES.tension, GASES.solubility, ratio, BODY)
    assert inside[0] == GASES.tension[0]
    assert inside[1:] == pytest.approx(free[1:])


@given(pressures.filter(lambda p: p.sum() > 1e-9), st.floats(0.1, 100))  # less, halved, is nothing to a computer
def test_shares_are_parts_of_one_and_do_not_care_for_the_unit(pressure, factor):
    shares = henry.shares(pressure)
    assert shares.sum() == pytest.approx(1)
    assert henry.shares(factor * pressure) == pytest.approx(shares)


@given(st.floats(273.15, 320), st.floats(273.15, 320))
def test_warmth_drives_gas_out_and_makes_it_wander(one, other):
    cold, warm = sorted((one, other))
    assert henry.solubility(3.3e-4, 2400, warm) <= henry.solubility(3.3e-4, 2400, cold)
    assert henry.diffusivity(1.91e-9, 2340, warm) >= henry.diffusivity(1.91e-9, 2340, cold)


def test_at_the_listed_temperature_nothing_changes():
    assert henry.solubility(3.3e-4, 2400, 298.15) == pytest.approx(3.3e-4)
    assert henry.diffusivity(1.91e-9, 2340, 298.15) == pytest.approx(1.91e-9)


@pytest.mark.papercheck  # Case 11: CRC Handbook, D of carbon dioxide at 35 °C.
def test_diffusivity_at_another_temperature():
    assert henry.diffusivity(1.91e-9, 2340, 308.15) == pytest.approx(2.47e-9, rel=0.02)
    assert GASES.diffusivity[0] == pytest.approx(2.59e-9, rel=5e-3)


def test_gas_volume_is_the_ideal_gas_law():
    assert henry.gas_volume(1.0, 101_325, 273.15) == pytest.approx(22.414e-3, rel=1e-4)
    assert henry.gas_volume(1.0, 50_000, 310) == pytest.approx(2 * henry.gas_volume(1.0, 100_000, 310))


def test_reach():
    assert henry.diffusion_reach(2.6e-9, 4 * 7.0) == pytest.approx(2 * henry.diffusion_reach(2.6e-9, 7))
    assert henry.diffusion_reach(2.5e-9, 1.0) == pytest.approx(50e-6)


def test_another_tension_of_carbon_dioxide():
    rich = joint_gases(20e3)
    assert rich.tension.tolist() == [20e3, *GASES.tension[1:]]
    assert rich.content[0] / GASES.content[0] == pytest.approx(20e3 / GASES.tension[0])
    assert joint_gases().tension[0] == sources.gas("carbon dioxide").tension


def test_gas_that_is_drawn_out_shares_the_pressure_outside_with_vapour():
    """Its moles, kept damp under the air outside and at the body's temperature: p V = n R T."""
    room = sources.value("standard_atmosphere") - sources.value("vapour_pressure")
    assert GASES.volume * room == pytest.approx(GASES.content * R * sources.value("body_temperature"))
    assert 0.05 < GASES.volume.sum() < 0.06


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("temperature", lambda: henry.solubility(1e-4, 2400, 0)),
        ("listed", lambda: henry.diffusivity(-1e-9, 2400, 300)),
        ("temperature_term", lambda: henry.solubility(1e-4, np.nan, 300)),
        ("tension", lambda: henry.content(-1, 1e-4)),
        ("solubility", lambda: henry.content(1, 0)),
        ("pressure", lambda: henry.gas_volume(1, 0, 300)),
        ("ratio", lambda: henry.released_share(1e-4, -0.1, 300)),
        ("ratio", lambda: henry.cavity_pressures([1.0], [1e-4], np.inf, 300)),
        ("tension", lambda: henry.cavity_pressures([-1.0], [1e-4], 1, 300)),
        ("sum of pressures", lambda: henry.shares([0, 0])),
        ("pressures", lambda: henry.shares([-1, 2])),
        ("time", lambda: henry.diffusion_reach(1e-9, -1)),
        ("carbon_dioxide", lambda: joint_gases(-1)),
    ],
)
def test_impossible_input_is_named(name, call):
    with pytest.raises(ValueError, match=name):
        call()
