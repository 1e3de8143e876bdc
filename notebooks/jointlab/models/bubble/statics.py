"""A gas-and-vapour bubble at rest: what it holds, how large it is under a given pressure.

Assumes a sphere of fixed gas content that follows p Vᵏ = const, and vapour at its constant pressure. A
cavity in a joint is flat, so the sphere is a stand-in. With a `compliance` C = dV/dp (m³/Pa) the bubble sits
in a closed, yielding joint: every cubic metre it gains raises the pressure around it by 1/C, which keeps it
inside the joint.

How far checked: **textbook model**; the static balance, and the ratios 0.72 and 0.91 computed by hand.
Sources: Brennen 1995, Cavitation and Bubble Dynamics, ch. 2; Vincent & Marmottant 2017, J Fluid Mech, "On the
statics and dynamics of fully confined bubbles" (confinement, here as one lumped compliance).
"""

import math
from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq

from jointlab.language import _
from jointlab.models import require
from jointlab.models.require import Impossible, ModelLimit, Number
from jointlab.units import spelled


@dataclass(frozen=True)
class Liquid:
    """density kg/m³, viscosity Pa s, surface tension N/m, vapour pressure Pa, sound speed m/s."""

    density: float
    viscosity: float
    surface_tension: float
    vapour_pressure: float
    sound_speed: float

    def __post_init__(self) -> None:
        require.positive(density=self.density, sound_speed=self.sound_speed)
        require.not_negative(
            viscosity=self.viscosity,
            surface_tension=self.surface_tension,
            vapour_pressure=self.vapour_pressure,
        )


@dataclass(frozen=True)
class Bubble:
    """A bubble of `radius` (m) holding gas at `gas_pressure` (Pa), which follows p Vᵏ = const.

    k, the polytropic exponent, is 1 if heat flows freely and up to 5/3 if none flows.
    """

    radius: float
    gas_pressure: float
    polytropic_exponent: float

    def __post_init__(self) -> None:
        require.positive(radius=self.radius)
        require.not_negative(gas_pressure=self.gas_pressure)
        require.between(1, 5 / 3, polytropic_exponent=self.polytropic_exponent)

    def gas_pressure_at(self, radius: Number) -> Number:
        """Pressure (Pa) of the gas when the bubble has another `radius` (m)."""
        return self.gas_pressure * (self.radius / radius) ** (3 * self.polytropic_exponent)


def sphere_volume(radius: Number) -> Number:
    """m³, from a radius in m."""
    return 4 / 3 * math.pi * radius**3


def sphere_radius(volume: float) -> float:
    """m, from a volume in m³."""
    return (3 * volume / (4 * math.pi)) ** (1 / 3)


def stiffness(compliance: float | None) -> float:
    """Pa/m³ with which a closed joint of this `compliance` (m³/Pa) answers; 0 for None, an endless liquid."""
    if compliance is None:
        return 0.0
    require.positive(compliance=compliance)
    return 1 / compliance


def resting_bubble(radius: float, ambient: float, liquid: Liquid, polytropic_exponent: float) -> Bubble:
    """The bubble of `radius` (m) at rest under `ambient` (Pa): the balance sets how much gas it holds.

    Impossible if vapour alone would already push it open.
    """
    require.positive(radius=radius)
    require.finite(ambient=ambient)
    gas_pressure = ambient + 2 * liquid.surface_tension / radius - liquid.vapour_pressure
    if gas_pressure < 0:
        told = _(
            "ambient must be at least {least} Pa for a bubble of {radius} m to rest: vapour alone presses outward with "
            "{vapour} Pa; got {ambient} Pa."
        )
        quantities = (ambient - gas_pressure, radius, liquid.vapour_pressure, ambient)
        least, size, vapour, got = (spelled(f"{quantity:g}") for quantity in quantities)
        raise Impossible(told.format(least=least, radius=size, vapour=vapour, ambient=got))
    return Bubble(radius, gas_pressure, polytropic_exponent)


def equilibrium_radius(bubble: Bubble, liquid: Liquid, ambient: float, compliance: float | None = None) -> float:
    """Radius (m) at which a `bubble` comes to rest under `ambient` (Pa): the first on the way it sets off.

    With `compliance` (m³/Pa), `ambient` is the pressure while the bubble still has its first volume. Searched
    from a ten-thousandth to ten thousand times the first radius; ModelLimit if there is none.
    """
    require.finite(ambient=ambient)
    spring = stiffness(compliance)

    def push(radius: Number) -> Number:
        confinement = spring * (sphere_volume(radius) - sphere_volume(bubble.radius))
        outward = bubble.gas_pressure_at(radius) + liquid.vapour_pressure
        return outward - 2 * liquid.surface_tension / radius - ambient - confinement

    start = push(bubble.radius)
    if abs(start) <= 1e-12 * (abs(ambient) + bubble.gas_pressure + liquid.vapour_pressure):
        return bubble.radius
    radii = bubble.radius * np.geomspace(1, 1e4 if start > 0 else 1e-4, 2000)
    beyond = np.flatnonzero(push(radii) * start <= 0)
    if beyond.size == 0:
        grows = _("The bubble finds no size at which it rests under {ambient} Pa: it grows without end.")
        vanishes = _("The bubble finds no size at which it rests under {ambient} Pa: it vanishes.")
        raise ModelLimit((grows if start > 0 else vanishes).format(ambient=spelled(f"{ambient:g}")))
    inner, outer = sorted(radii[beyond[0] - 1 : beyond[0] + 1])
    return brentq(push, inner, outer, xtol=1e-13 * inner, rtol=1e-13)
