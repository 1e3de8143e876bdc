"""How a bubble moves when the pressure around it changes: Rayleigh–Plesset and Keller–Miksis.

Assumes what `bubble` assumes, and a Newtonian liquid, no heat or gas exchange, no break-up. The only losses
are viscosity and, in Keller–Miksis, sound; real bubbles of this size lose more, as heat. Keller–Miksis adds
the liquid's compressibility to first order in wall speed over sound speed; use it once the wall passes a
tenth of the sound speed.

How solved: LSODA, which changes to a stiff method by itself, in x = ln(R/R₀), so that no trial step can
reach a radius below zero. Accuracy with the default tolerance, for collapses to a tenth of the first radius
or more: 1e-3 of the radius and of the peak volume acceleration for Keller–Miksis, 5e-3 for Rayleigh–Plesset,
which rings on without losing sound. Where drag outweighs inertia many times over (a 10 µm bubble in syrup)
the radius is as good, but the tiny volume acceleration is not; tighten `tolerance` there. Only the given
times are returned: a collapse sharper than their spacing needs more of them.

How far checked: **textbook model**; Rayleigh's collapse time, the energy integral, the static balance and an
independent tight integration.
Sources: Plesset & Prosperetti 1977, doi 10.1146/annurev.fl.09.010177.001045; Keller & Miksis 1980,
doi 10.1121/1.384720; Rayleigh 1917, doi 10.1080/14786440808635681.
"""

import math
import warnings
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.integrate import ODEintWarning, odeint
from scipy.special import gamma

from jointlab.language import _
from jointlab.models import require
from jointlab.models.bubble.recovery import PressureHistory
from jointlab.models.bubble.statics import Bubble, Liquid, sphere_volume, stiffness
from jointlab.models.require import ModelLimit, Number

MOST_EVALUATIONS = 100_000  # a run that needs more is hopeless; the limit keeps a slider from hanging
FINEST = 1e-13  # tolerance: beyond, nothing but rounding errors


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


def rayleigh_plesset(
    time: ArrayLike,
    bubble: Bubble,
    liquid: Liquid,
    film_pressure: PressureHistory,
    compliance: float | None = None,
    wall_speed: float = 0.0,
    tolerance: float = 1e-6,
) -> BubbleHistory:
    """Follow a bubble through a liquid that does not compress.

    `time` (n,) rises (s); at time[0] the bubble has its own radius and `wall_speed` (m/s). `film_pressure`
    (Pa) is the pressure far from the bubble; `compliance` (m³/Pa) confines it, None leaves it alone in an
    endless liquid. `tolerance` bounds the error of each step. ModelLimit if the motion cannot
    be followed.
    """
    motion = _Motion(bubble, liquid, film_pressure, stiffness(compliance), 0.0)
    return _follow(motion, time, wall_speed, tolerance)


def keller_miksis(
    time: ArrayLike,
    bubble: Bubble,
    liquid: Liquid,
    film_pressure: PressureHistory,
    compliance: float | None = None,
    wall_speed: float = 0.0,
    tolerance: float = 1e-6,
) -> BubbleHistory:
    """Follow a bubble through a liquid that carries sound away; arguments as for `rayleigh_plesset`.

    ModelLimit also if the wall moves outward as fast as sound.
    """
    motion = _Motion(bubble, liquid, film_pressure, stiffness(compliance), 1 / liquid.sound_speed)
    history = _follow(motion, time, wall_speed, tolerance)
    if history.wall_speed.max() >= liquid.sound_speed:
        raise ModelLimit(_("The bubble wall outruns sound: choose a gentler pressure or a bubble with more gas."))
    return history


def rayleigh_collapse_time(radius: ArrayLike, density: ArrayLike, pressure_difference: ArrayLike) -> NDArray:
    """Time (s) in which an empty cavity of `radius` (m) vanishes under a constant `pressure_difference` (Pa).

    √(3π/2) Γ(5/6)/Γ(1/3) R √(ρ/Δp), with the `density` in kg/m³. Broadcasts.
    """
    require.positive(radius=radius, density=density, pressure_difference=pressure_difference)
    constant = math.sqrt(1.5 * math.pi) * gamma(5 / 6) / gamma(1 / 3)  # 0.91468…
    return constant * np.multiply(radius, np.sqrt(np.divide(density, pressure_difference)))


@dataclass(frozen=True)
class _Motion:
    """The equation of motion; with `slowness` 1/c = 0 Keller–Miksis is Rayleigh–Plesset."""

    bubble: Bubble
    liquid: Liquid
    film_pressure: PressureHistory
    stiffness: float
    slowness: float

    def ambient(self, time: NDArray, radius: NDArray) -> NDArray:
        gained = sphere_volume(radius) - sphere_volume(self.bubble.radius)
        return self.film_pressure(time) + self.stiffness * gained

    def natural_time(self, time: NDArray) -> float:
        """Seconds in which inertia lets the bubble answer; this unit keeps the solver's numbers near 1."""
        film = np.abs(self.film_pressure(time[[0, -1]])).max()
        pressure = film + self.bubble.gas_pressure + self.liquid.vapour_pressure
        return self.bubble.radius * math.sqrt(self.liquid.density / max(pressure, 1.0))

    def equation(self, unit: float, film: Callable[[Number], tuple]) -> Callable[[Number, Number, Number], Number]:
        """The rate of u as a function of time (s), y = R/R₀ and u = (dR/dt)/R, for numbers and arrays alike.

        `film` gives the pressure around the bubble and its rate, for what it is asked with: a number or an array.

        Lengths are counted in R₀, times in `unit`, pressures in ρ (R₀/unit)². All constants are made here,
        once, because the solver asks thousands of times.
        """
        length = self.bubble.radius
        pascal = (unit / length) ** 2 / self.liquid.density
        gas, fall = self.bubble.gas_pressure * pascal, 3 * self.bubble.polytropic_exponent
        vapour = self.liquid.vapour_pressure * pascal
        tension = 2 * self.liquid.surface_tension / length * pascal
        drag = 4 * self.liquid.viscosity / unit * pascal
        spring = self.stiffness * sphere_volume(length) * pascal
        delay = self.slowness * length / unit

        def rate(time: Number, y: Number, u: Number) -> Number:
            inside, skin, cube = gas * y**-fall, tension / y, y * y * y
            pressure, pressure_rate = film(time)
            push = inside + vapour - skin - drag * u - pressure * pascal - spring * (cube - 1)
            if not delay:
                return push / (y * y) - 2.5 * u * u
            speed, mach = y * u, delay * y * u
            # d/dt of the push, without the part of the drag that holds the acceleration itself
            change = u * (skin + drag * u - fall * inside - 3 * spring * cube)
            change = change - pressure_rate * unit * pascal
            forces = (1 + mach) * push + delay * y * change - speed * speed * (1.5 - mach / 2)
            return forces / (y * ((1 - mach) * y + delay * drag)) - u * u

        return rate


def _follow(motion: _Motion, time: ArrayLike, wall_speed: float, tolerance: float) -> BubbleHistory:
    require.rising(time=time)
    require.finite(wall_speed=wall_speed)
    require.between(FINEST, 1e-3, tolerance=tolerance)
    time = np.asarray(time, dtype=float)
    try:
        return _followed(motion, time, wall_speed, tolerance)
    except ModelLimit:
        # Once in many thousands of runs the solver gets stuck where it changes its method, and not with other steps; a
        # motion that is too violent is so again.
        return _followed(motion, time, wall_speed, max(tolerance / 2, FINEST))


def _followed(motion: _Motion, time: NDArray, wall_speed: float, tolerance: float) -> BubbleHistory:
    first, unit, begin = motion.bubble.radius, motion.natural_time(time), float(time[0])
    film = motion.film_pressure
    rate = motion.equation(unit, film.at)
    evaluations = 0
    steps = {"rtol": tolerance, "atol": tolerance / 10, "mxstep": MOST_EVALUATIONS}

    def slope(state: NDArray, clock: float) -> tuple[float, float]:
        nonlocal evaluations
        evaluations += 1
        if evaluations > MOST_EVALUATIONS:
            raise ModelLimit(_("The bubble moves too violently: choose a gentler pressure or more gas."))
        x, u = state.tolist()
        return u, rate(begin + clock * unit, math.exp(x), u)

    start = [0.0, wall_speed * unit / first]
    with warnings.catch_warnings():
        warnings.simplefilter("error", ODEintWarning)
        try:
            solution = odeint(slope, start, (time - begin) / unit, **steps)
        except (ArithmeticError, ODEintWarning) as cause:
            raise ModelLimit(_("The bubble's motion left the range of numbers that can be followed.")) from cause
    with np.errstate(all="ignore"):  # what overflows here is refused in the next sentence
        y, u = np.exp(solution[:, 0]), solution[:, 1]
        radius, speed = first * y, first * y * u / unit
        rates = motion.equation(unit, lambda times: (film(times), film.rate(times)))(time, y, u)
        acceleration = first * y * (rates + u * u) / unit**2
    if not np.isfinite([radius, speed, acceleration]).all():
        raise ModelLimit(_("The bubble's motion left the range of numbers that can be followed."))
    return BubbleHistory(time, radius, speed, acceleration, motion.ambient(time, radius))
