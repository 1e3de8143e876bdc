"""The printed numbers of the lesson: how long gas stays, what it does to the next pull."""

import math

import numpy as np
from scipy.constants import R

from jointlab import sources
from jointlab.lessons.refractory.figures import BLOODS, LEFT_OVER, OPENING, SHAPES, gone_in_time, measure
from jointlab.models.gas.epstein_plesset import diffusion_time, dissolve, reopened_pressure, sphere_life, squeezed_share
from jointlab.models.gas.joint_cavity import FIRST_GASES, first_gas, joint_shape, joint_tissue, young_pressure
from jointlab.models.gas.joint_gases import joint_gases
from jointlab.units import amount, duration, fixed, in_si, percent, read_in

OUTSIDE, VAPOUR = sources.value("standard_atmosphere"), sources.value("vapour_pressure")
FLUID, WAIT = sources.value("mcp_fluid_volume"), sources.observation("refractory_time").value


def _squeezed() -> float:
    """The share of a young cavity that stays when the joint closes."""
    return float(squeezed_share(young_pressure(), OUTSIDE, VAPOUR))


def print_squeeze() -> None:
    """What is left of a young cavity when the joint closes, and how large it is reported to be."""
    young, left = young_pressure(), _squeezed()
    print(f"pressure in a young cavity: {amount(young, 'kPa')}, {amount(VAPOUR, 'kPa')} of it vapour [lesson 02]")
    print(f"brought back to {amount(OUTSIDE, 'kPa')}: {percent(left)} of its volume is left, at once")
    print(f"as reported, {amount(sources.observation('cavity_share').value, '%')} of the joint, with", end=" ")
    print(f"{amount(FLUID, 'mL')} of fluid (assumed): {amount(OPENING, 'mm³')}", end="; ")
    print(f"{amount(left * OPENING, 'mm³')} of it stay")


def print_window() -> None:
    """What the gases of the blood press with all together, and what is missing to the air outside."""
    together = float(joint_gases().tension.sum()) + VAPOUR
    print(f"gases and vapour in the blood together: {amount(together, 'kPa')}", end="; ")
    print(f"the air outside: {amount(OUTSIDE, 'kPa')}")
    print(f"missing: {amount(OUTSIDE - together, 'kPa')}")


def print_sizes() -> None:
    """The numbers of the figure `sizes`, and how far they lie apart."""
    every = []
    for shape, heading in SHAPES.items():
        for first, label in FIRST_GASES.items():
            volumes = [gone_in_time(shape, first, blood) for blood in BLOODS]
            every += volumes
            middle, low, high = (amount(volume, "mm³") for volume in (volumes[1], min(volumes), max(volumes)))
            print(f"{heading.lower()}, {label}: {middle}, {measure(shape, volumes[1])} ({low} to {high})")
    print(f"largest over smallest: {fixed(round(max(every) / min(every), -5))} times")


def print_reported() -> None:
    """How long the cavity as reported lasts if it is flat, and what half and double the size or distance make of it."""
    gas, blood = _squeezed() * OPENING, BLOODS[1]
    for words, volume, distance in (
        ("as reported", gas, blood),
        ("half the gas", gas / 2, blood),
        ("twice the gas", 2 * gas, blood),
        ("blood half as far", gas, blood / 2),
        ("blood twice as far", gas, 2 * blood),
    ):
        time = np.geomspace(1, 1e5, 601)
        run = dissolve(time, volume, first_gas("young"), joint_shape("flat"), joint_tissue(distance))
        print(
            f"flat, {words}: {amount(volume, 'mm³')} of gas, blood {amount(distance, 'mm')} away: "
            f"a tenth left after {duration(run.time_to(0.1))}"
        )


def print_reopening() -> None:
    """The ends of the curves of the figure `reopening`."""
    for gas in LEFT_OVER:
        low = float(reopened_pressure(gas, OPENING, OUTSIDE, VAPOUR))
        print(f"{amount(gas, 'mm³')} of gas left, joint opened by {amount(OPENING, 'mm³')}: {amount(low, 'kPa')}")


def print_times() -> None:
    """The scale R²/D, and what each gas makes of it: the life of a round bubble, its layer in place."""
    gases, tissue = joint_gases(), joint_tissue()
    held = gases.solubility * R * gases.temperature
    for name, diffusivity, volumes, tension in zip(gases.names, gases.diffusivity, held, gases.tension, strict=True):
        if name != "oxygen":
            filled = tension / tissue.pressure
            print(f"{name}: 1 mL of water takes up {amount(in_si(volumes, 'mL'), 'mL')} of it", end="; ")
            print(f"the blood holds {amount(filled, '%')} of what it could")
            _print_lives(volumes, diffusivity, filled)
    life = sphere_life(1e-3, held[0], gases.diffusivity[0], gases.tension[0] / tissue.pressure)
    radius = 1e-3 * math.sqrt(WAIT / life)  # because lives go with the square of the radius
    print(f"to last {amount(WAIT, 'minutes')}, a bubble of carbon dioxide needs a radius of {amount(radius, 'mm')}")
    lesson, far = 50 * 60.0, 0.03
    reached = fixed(read_in(math.sqrt(lesson * gases.diffusivity[0]), "mm"), 1)
    print(f"by L²/D, carbon dioxide gets {reached} mm far in {amount(lesson, 'minutes')}", end="; ")
    print(f"for {amount(far, 'cm')} it needs {duration(diffusion_time(far, gases.diffusivity[0]))}")


def _print_lives(volumes: float, diffusivity: float, filled: float) -> None:
    """The scale and the life of bubbles of one gas, of which water takes up so many `volumes`."""
    for radius in (1e-3, 2e-3):
        scale, life = diffusion_time(radius, diffusivity), sphere_life(radius, volumes, diffusivity, filled)
        times = fixed(life / scale, 2 if life < scale else 0)
        print(f"  radius {amount(radius, 'mm')}: R²/D is {duration(scale)}", end="; ")
        print(f"a bubble of it lasts {duration(life)}, {times} times as long")
