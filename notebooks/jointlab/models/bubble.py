"""One gas-and-vapour bubble in a liquid whose pressure changes: Rayleigh–Plesset and Keller–Miksis.

Assumes a sphere of fixed gas content that follows p Vᵏ = const, vapour at its constant pressure, a Newtonian
liquid, no heat or gas exchange, no break-up. A cavity in a joint is flat, so the sphere is a stand-in. With a
`compliance` C (m³/Pa) the bubble sits in a closed, yielding joint: every cubic metre it gains raises the
pressure around it by 1/C, which keeps it inside the joint. Keller–Miksis adds the liquid's compressibility to
first order in wall speed over sound speed; use it once the wall passes a tenth of the sound speed.

How solved: LSODA (it changes to a stiff method by itself) in x = ln(R/R₀), so that no step can try a radius
below zero. Relative accuracy with the default tolerance: 1e-4 in radius, 1e-3 of the peak in volume acceleration.
Only the given times are returned: a collapse sharper than their spacing needs more of them.

How far checked: **textbook model**; Rayleigh's collapse time, the energy integral, the static balance and an
independent tight integration.
Sources: Plesset & Prosperetti 1977, doi 10.1146/annurev.fl.09.010177.001045; Keller & Miksis 1980,
doi 10.1121/1.384720; Vincent & Marmottant 2017, doi 10.1017/jfm.2017.487 (confinement).
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.integrate import odeint
from scipy.optimize import brentq
from scipy.special import gamma

from jointlab.models import _require as require
from jointlab.models.pressure import Number, PressureHistory

MOST_EVALUATIONS = 100_000  # a run that needs more is hopeless; the limit keeps a slider from hanging


class ModelLimit(ValueError):
    """The numbers are possible, but the model cannot follow them."""


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


@dataclass(frozen=True, eq=False)
class BubbleHistory:
    """What a bubble did: arrays of one shape (n,), in s, m, m/s, m/s² and Pa."""

    time: NDArray
    radius: NDArray
    wall_speed: NDArray
    wall_acceleration: NDArray
    ambient_pressure: NDArray

    @property
    def volume(self) -> NDArray:
        """m³."""
        return sphere_volume(self.radius)

    @property
    def volume_acceleration(self) -> NDArray:
        """m³/s²: what a distant listener hears."""
        return 4 * np.pi * (self.radius**2 * self.wall_acceleration + 2 * self.radius * self.wall_speed**2)

    @property
    def smallest_ratio(self) -> float:
        """Smallest radius among the given times over the first one."""
        return float(self.radius.min() / self.radius[0])


def sphere_volume(radius: Number) -> Number:
    """m³, from a radius in m."""
    return 4 / 3 * math.pi * radius**3


def resting_bubble(radius: float, ambient: float, liquid: Liquid, polytropic_exponent: float) -> Bubble:
    """The bubble of `radius` (m) that is at rest under `ambient` (Pa): the balance sets how much gas it holds.

    ValueError if vapour alone would already push it open.
    """
    require.positive(radius=radius)
    require.finite(ambient=ambient)
    gas_pressure = ambient + 2 * liquid.surface_tension / radius - liquid.vapour_pressure
    if gas_pressure < 0:
        raise ValueError(
            f"No bubble of {radius:g} m rests at an ambient pressure of {ambient:g} Pa: vapour alone presses "
            f"with {liquid.vapour_pressure:g} Pa. Choose a higher ambient pressure."
        )
    return Bubble(radius, gas_pressure, polytropic_exponent)


def rayleigh_plesset(
    time: ArrayLike,
    bubble: Bubble,
    liquid: Liquid,
    film_pressure: PressureHistory,
    compliance: float | None = None,
    wall_speed: float = 0.0,
    tolerance: float = 1e-7,
) -> BubbleHistory:
    """Follow a bubble through a liquid that does not compress.

    `time` (n,) rises (s); the bubble has its own radius and `wall_speed` (m/s) at time[0]. `film_pressure` is the
    pressure far from the bubble; `compliance` (m³/Pa) confines it, None leaves it alone in an endless liquid.
    ModelLimit (a ValueError) if the motion cannot be followed.
    """
    return _follow(_Motion(bubble, liquid, film_pressure, compliance, 0.0), time, wall_speed, tolerance)


def keller_miksis(
    time: ArrayLike,
    bubble: Bubble,
    liquid: Liquid,
    film_pressure: PressureHistory,
    compliance: float | None = None,
    wall_speed: float = 0.0,
    tolerance: float = 1e-7,
) -> BubbleHistory:
    """Follow a bubble through a liquid that carries sound away; arguments as for `rayleigh_plesset`.

    ModelLimit also if the wall moves outward as fast as sound.
    """
    motion = _Motion(bubble, liquid, film_pressure, compliance, 1 / liquid.sound_speed)
    history = _follow(motion, time, wall_speed, tolerance)
    if history.wall_speed.max() >= liquid.sound_speed:
        raise ModelLimit("The bubble wall outruns sound; choose a gentler pressure or a bubble with more gas.")
    return history


def equilibrium_radius(
    bubble: Bubble, liquid: Liquid, ambient: float, compliance: float | None = None
) -> float:
    """Radius (m) at which a `bubble` comes to rest under `ambient` (Pa), the first in the direction it sets off.

    With `compliance` (m³/Pa), `ambient` is the pressure while the bubble still has its first volume.
    ModelLimit if there is none: the bubble grows without end.
    """
    require.finite(ambient=ambient)
    stiffness = _stiffness(compliance)

    def push(radius: Number) -> Number:
        gas = bubble.gas_pressure * (bubble.radius / radius) ** (3 * bubble.polytropic_exponent)
        confinement = stiffness * (sphere_volume(radius) - sphere_volume(bubble.radius))
        inward = 2 * liquid.surface_tension / radius + ambient + confinement
        return gas + liquid.vapour_pressure - inward

    outward = push(bubble.radius)
    if abs(outward) <= 1e-12 * (abs(ambient) + bubble.gas_pressure):
        return bubble.radius
    radii = bubble.radius * np.geomspace(1, 1e4 if outward > 0 else 1e-4, 2000)
    beyond = np.flatnonzero(push(radii) * outward <= 0)
    if beyond.size == 0:
        fate = "grows without end" if outward > 0 else "vanishes"
        raise ModelLimit(f"The bubble has no size at which it rests under {ambient:g} Pa: it {fate}.")
    return brentq(push, radii[beyond[0] - 1], radii[beyond[0]], xtol=1e-12 * radii[beyond[0]])


def rayleigh_collapse_time(
    radius: ArrayLike, density: ArrayLike, pressure_difference: ArrayLike
) -> NDArray:
    """Time (s) in which an empty cavity of `radius` (m) vanishes under a constant `pressure_difference` (Pa).

    √(3π/2) Γ(5/6)/Γ(1/3) R √(ρ/Δp) (Rayleigh 1917, doi 10.1080/14786440808635681). Broadcasts.
    """
    require.positive(radius=radius, density=density, pressure_difference=pressure_difference)
    constant = math.sqrt(1.5 * math.pi) * gamma(5 / 6) / gamma(1 / 3)  # 0.91468…
    return constant * radius * np.sqrt(np.divide(density, pressure_difference))


@dataclass(frozen=True)
class _Motion:
    """The equation of motion; with `slowness` 1/c = 0 Keller–Miksis is Rayleigh–Plesset."""

    bubble: Bubble
    liquid: Liquid
    film_pressure: PressureHistory
    compliance: float | None
    slowness: float

    def ambient(self, time: Number, radius: Number) -> Number:
        gained = sphere_volume(radius) - sphere_volume(self.bubble.radius)
        return self.film_pressure(time) + _stiffness(self.compliance) * gained
