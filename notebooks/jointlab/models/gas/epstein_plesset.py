"""How a gas cavity dissolves in tissue: Epstein and Plesset's bubble, for several gases, a sphere or a flat cavity.

Each gas leaves (or enters) at its own pace. It is driven by the difference between its partial pressure in the cavity
and its tension in the tissue, and it must cross a layer of fluid. That layer grows with the square root of time,
√(π D t), until it reaches the blood, which keeps the tensions up; around a small sphere gas spreads in all directions,
which adds 1/R. So, with S the surface,

    dn/dt = −S D H (p − tension) (curvature + 1 / layer),    curvature 1/R or 0.

Assumes ideal gases at one temperature, always well mixed, under the constant pressure of the air outside; Henry's law
at the wall; fluid that had its tensions everywhere when the cavity was born, and diffuses like water; a wall that does
not move while the layer is laid down (Epstein and Plesset's approximation); a layer that stops at the blood at once
(the exact flux through a slab is at most 9 % larger). Bicarbonate, flow, cartilage and movement of the joint are left
out. A flat cavity keeps its area and grows thin.

How solved: LSODA in s = √t, in which the first instant, where the flux is infinite, is as smooth as the rest. When a
millionth of its first gas is left, a cavity counts as gone.

How far checked: **textbook model**, **checked against papers**: a public benchmark of Epstein and Plesset's equation;
the closed forms below; what has left against the integral of the flux; and an independent solution in which the wall
moves: a sphere of carbon dioxide lives 24 % longer there, one of nitrogen 2 %.
Sources: Epstein & Plesset 1950, doi 10.1063/1.1747520; Duncan & Needham 2004, doi 10.1021/la034930i (in water, small
bubbles of air lived 8.6 % longer than computed).
"""

import math
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.constants import R
from scipy.integrate import ODEintWarning, odeint

from jointlab.language import _
from jointlab.models import require
from jointlab.models.gas.boyle import boyle_pressure
from jointlab.models.require import Impossible, ModelLimit, Number

GONE = 1e-6  # of the first gas


@dataclass(frozen=True, eq=False)
class Tissue:
    """What a cavity loses its gases to; one entry a gas in the arrays of shape (n,).

    `solubility` mol/(m³ Pa), `diffusivity` m²/s, `tension` Pa, `temperature` K; `pressure` Pa, of the gases in a cavity
    with a flat wall: the air outside less the vapour; `blood` m, from the wall of the cavity, inf for far away.
    """

    solubility: NDArray
    diffusivity: NDArray
    tension: NDArray
    temperature: float
    pressure: float
    blood: float = math.inf

    def __post_init__(self) -> None:
        require.positive(solubility=self.solubility, diffusivity=self.diffusivity, temperature=self.temperature)
        require.positive(pressure=self.pressure)
        require.not_negative(tension=self.tension)
        if not self.blood > 0:
            raise Impossible(
                _("blood must be a distance greater than 0, or inf; got {blood}.").format(blood=self.blood)
            )
        if not np.shape(self.solubility) == np.shape(self.diffusivity) == np.shape(self.tension):
            raise Impossible(_("solubility, diffusivity and tension must have one value each for every gas."))


class Shape(Protocol):
    """What the model needs to know of the form of a cavity."""

    def inside(self, volume: Number, pressure: float) -> Number:
        """Pressure (Pa) of the gases at this `volume` (m³), if they have `pressure` behind a flat wall."""

    def face(self, work: Number, pressure: float) -> tuple[Number, Number, Number]:
        """Surface (m²), curvature (1/m) and pressure of the gases (Pa), from `work` = n R T = p V (J)."""


@dataclass(frozen=True)
class Sphere:
    """A bubble in the open fluid, with `surface_tension` in N/m."""

    surface_tension: float = 0.0

    def __post_init__(self) -> None:
        require.not_negative(surface_tension=self.surface_tension)

    def inside(self, volume: Number, pressure: float) -> Number:
        return pressure + 2 * self.surface_tension / (3 * volume / (4 * math.pi)) ** (1 / 3)

    def face(self, work: Number, pressure: float) -> tuple[Number, Number, Number]:
        radius = (3 * work / (4 * math.pi * pressure)) ** (1 / 3)
        if self.surface_tension:
            # p V = work is a cubic in the radius; from above, Newton's steps settle: four do, down to a micrometre.
            cubic, square = 4 / 3 * math.pi * pressure, 8 / 3 * math.pi * self.surface_tension
            for _round in range(4):
                excess = radius * radius * (cubic * radius + square) - work
                radius = radius - excess / (radius * (3 * cubic * radius + 2 * square))
        return 4 * math.pi * radius * radius, 1 / radius, pressure + 2 * self.surface_tension / radius


@dataclass(frozen=True)
class Flat:
    """A cavity of fixed `area` (m²) that loses gas through both faces; its rim is left out."""

    area: float

    def __post_init__(self) -> None:
        require.positive(area=self.area)

    def inside(self, volume: Number, pressure: float) -> Number:
        return pressure + 0 * volume

    def face(self, work: Number, pressure: float) -> tuple[Number, Number, Number]:
        return 2 * self.area + 0 * work, 0.0, pressure


@dataclass(frozen=True, eq=False)
class Dissolution:
    """How a cavity fared over the `time` (m,) s.

    `amounts` (m, n): mol of each gas in it; `volume` (m,) m³; `start` m³ at first.
    """

    time: NDArray
    amounts: NDArray
    volume: NDArray
    start: float

    @property
    def share(self) -> NDArray:
        """Volume over the first volume."""
        return self.volume / self.start

    @property
    def shares(self) -> NDArray:
        """Of each gas in the cavity, (m, n); 0 when nothing is left."""
        total = self.amounts.sum(axis=1, keepdims=True)
        return self.amounts / np.where(total > 0, total, 1)

    def at(self, moment: float) -> float:
        """Share of the first volume at a `moment` (s) within the time followed."""
        require.between(self.time[0], self.time[-1], moment=moment)
        return float(np.interp(moment, self.time, self.share))

    def time_to(self, share: float) -> float:
        """When (s) the volume first falls to this `share` of the first; inf if not within the time followed."""
        require.between(0, 1, share=share)
        below = np.flatnonzero(self.share <= share)
        if below.size == 0:
            return math.inf
        i = below[0]
        if i == 0:
            return float(self.time[0])
        return float(np.interp(-share, -self.share[i - 1 : i + 1], self.time[i - 1 : i + 1]))


def dissolve(
    time: ArrayLike,
    volume: float,
    shares: Sequence[float],
    shape: Shape,
    tissue: Tissue,
    transient: bool = True,
    tolerance: float = 1e-6,
) -> Dissolution:
    """Follow a cavity of `volume` (m³) whose gas consists of `shares` (n,) through the `time` (m,) (s) since its birth.

    `transient`: whether the layer has to grow first; without, it has always been in place (the quasi-steady bubble).
    `tolerance` bounds the error of each step. Impossible for impossible input, or (ModelLimit) if the solver is stuck.
    """
    require.positive(volume=volume, tolerance=tolerance)
    require.rising(time=time)
    require.not_negative(time=time, shares=shares)
    if np.shape(shares) != np.shape(tissue.solubility) or not math.isclose(np.sum(shares), 1, abs_tol=1e-6):
        raise Impossible(_("shares must have one value for every gas of the tissue, and together make 1."))
    time = np.asarray(time, dtype=float)
    work = float(shape.inside(volume, tissue.pressure)) * volume
    slope = _slope(work, shape, tissue, transient)
    roots = np.sqrt(np.concatenate([[0.0], time]) if time[0] > 0 else time)
    with warnings.catch_warnings():
        warnings.simplefilter("error", ODEintWarning)
        try:
            left = odeint(slope, shares, roots, rtol=tolerance, atol=1e-3 * tolerance, mxstep=20_000)
        except ODEintWarning as stuck:
            raise ModelLimit(_("The solver cannot follow this cavity.")) from stuck
    left = np.maximum(left[-time.size :], 0.0)
    left[left.sum(axis=1) < 2 * GONE] = 0.0  # the last step may end on either side
    total = left.sum(axis=1)
    here = total > 0
    volumes = np.zeros(time.size)
    volumes[here] = work * total[here] / shape.face(work * total[here], tissue.pressure)[2]
    return Dissolution(time, work / (R * tissue.temperature) * left, volumes, volume)


def _slope(work: float, shape: Shape, tissue: Tissue, transient: bool) -> Callable[[NDArray, float], list[float]]:
    """d(left)/ds, s = √t, `left` the amounts over the first total; in plain floats, because the solver asks often."""
    scale = R * tissue.temperature / work
    tension = [float(value) for value in tissue.tension]
    ease = [float(value) for value in scale * tissue.diffusivity * tissue.solubility]
    # 2 s / layer: the layer √(π D) s gives a constant, and the blood takes over when it is reached.
    young = [2 / math.sqrt(math.pi * value) if transient else 0.0 for value in tissue.diffusivity]
    gases = list(zip(tension, ease, young, strict=True))
    pressure, per_blood = tissue.pressure, 2 / tissue.blood
    nothing = [0.0] * len(gases)

    def slope(left: NDArray, root: float) -> list[float]:
        total = sum(left)
        if total <= 0:
            return nothing
        # Below GONE the last trace fades instead of ending in a jump, which would hold the solver up.
        surface, curvature, inside = shape.face(work * max(total, GONE), pressure)
        surface *= min(1.0, total / GONE)
        bend, reached, per_share = 2 * root * curvature, root * per_blood, inside / total
        return [
            -surface * ease * (per_share * amount - tension) * (bend + max(young, reached))
            for amount, (tension, ease, young) in zip(left.tolist(), gases, strict=True)
        ]

    return slope


def diffusion_time(distance: ArrayLike, diffusivity: ArrayLike) -> NDArray:
    """Time (s) that diffusion takes over a `distance` (m), as a scale: L²/D. Broadcasts."""
    require.positive(distance=distance, diffusivity=diffusivity)
    return np.square(distance) / diffusivity


def sphere_life(radius: ArrayLike, volumes_held: ArrayLike, diffusivity: ArrayLike, filled: ArrayLike = 0.0) -> NDArray:
    """Life (s) of a sphere of one gas, far from blood, with its layer in place: R² / (2 D (H R T) (1 − filled)).

    `volumes_held` = H R T says how many volumes of the gas one volume of fluid takes up; `filled` is the tension in the
    tissue over the pressure of the gas. Broadcasts. Impossible unless filled < 1.
    """
    missing = _missing(filled)
    require.positive(volumes_held=volumes_held)
    return diffusion_time(radius, diffusivity) / (2 * np.multiply(volumes_held, missing))


def flat_life(
    thickness: ArrayLike,
    blood: ArrayLike,
    volumes_held: ArrayLike,
    diffusivity: ArrayLike,
    filled: ArrayLike = 0.0,
) -> NDArray:
    """Life (s) of a flat cavity of one gas, its two layers in place: thickness · blood / (2 D (H R T) (1 − filled)).

    `thickness` and distance to the `blood` in m, the rest as for `sphere_life`. Broadcasts.
    """
    missing = _missing(filled)
    require.positive(thickness=thickness, blood=blood, volumes_held=volumes_held, diffusivity=diffusivity)
    return np.multiply(thickness, blood) / (2 * np.multiply(diffusivity, volumes_held) * missing)


def _missing(filled: ArrayLike) -> NDArray:
    require.not_negative(filled=filled)
    missing = 1 - np.asarray(filled, dtype=float)
    require.positive(**{"1 minus filled": missing})
    return missing


def squeezed_share(low: ArrayLike, ambient: ArrayLike, vapour: ArrayLike) -> NDArray:
    """What is left of the volume of a cavity whose pressure rises from `low` to `ambient` (Pa, absolute), at once.

    Vapour condenses and keeps its pressure `vapour`; the gas follows Boyle's law. Broadcasts. Impossible unless both
    pressures are above that of the vapour.
    """
    then, now = np.subtract(low, vapour), np.subtract(ambient, vapour)
    require.positive(**{"low minus vapour": then, "ambient minus vapour": now})
    return then / now


def reopened_pressure(gas: ArrayLike, opening: ArrayLike, ambient: ArrayLike, vapour: ArrayLike) -> NDArray:
    """Pressure (Pa, absolute) in a joint that is opened by `opening` while `gas` (both m³) is left in it.

    The gas, at first under `ambient` pressure, expands by as much; vapour (Pa) fills up. As long as any is left, the
    pressure cannot fall below that of the vapour: the fluid is never under tension. Broadcasts.
    """
    require.not_negative(opening=opening, vapour=vapour)
    return boyle_pressure(np.subtract(ambient, vapour), gas, np.add(gas, opening)) + vapour
