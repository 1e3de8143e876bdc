"""How much gas a fluid holds, and what of it is found in a cavity that opens in it.

Assumes Henry's law for dilute gases in water, each gas on its own; ideal gases at one temperature; and enough time for
fluid and cavity to come into balance while nothing else gets in or out. Walls of tissue, which would supply more gas,
and the pressure of surface tension, which counts in tiny bubbles only, are left out. Where carbon dioxide is *held*,
bicarbonate replaces what has left the fluid, as if without limit: an upper bound.

Temperature: the solubility follows H(T) = H₂₅ exp(B (1/T − 1/298.15 K)), the diffusivity the same with the opposite
sign, because gases dissolve less and wander faster in the warm.

How far checked: **textbook model**, **checked against papers**: the temperature term against a printed diffusivity; the
balance against its two limits and the amounts of gas that it must keep.
Source: Sander 2023, doi 10.5194/acp-23-10901-2023 (Henry's law, its constants and temperature term).

Gases stand along the last axis, so `tension` of shape (3,) and `ratio` of shape (n, 1) give results of shape (n, 3).
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.constants import R

from jointlab.models import require

REFERENCE_TEMPERATURE = 298.15  # K, at which solubilities and diffusivities are listed


def solubility(listed: ArrayLike, temperature_term: ArrayLike, temperature: ArrayLike) -> NDArray:
    """Henry's constant (mol/(m³ Pa)) at `temperature` (K), from the one `listed` at 298.15 K and its term B (K)."""
    require.positive(listed=listed)
    return listed * np.exp(_shift(temperature_term, temperature))


def diffusivity(listed: ArrayLike, temperature_term: ArrayLike, temperature: ArrayLike) -> NDArray:
    """Diffusivity (m²/s) at `temperature` (K), from the one `listed` at 298.15 K and its term (K). Broadcasts."""
    require.positive(listed=listed)
    return listed * np.exp(-_shift(temperature_term, temperature))


def _shift(temperature_term: ArrayLike, temperature: ArrayLike) -> NDArray:
    require.finite(temperature_term=temperature_term)
    require.positive(temperature=temperature)
    return np.multiply(temperature_term, np.divide(1.0, temperature) - 1 / REFERENCE_TEMPERATURE)


def content(tension: ArrayLike, solubility: ArrayLike) -> NDArray:
    """Gas dissolved in a fluid (mol/m³) under its partial pressure, the `tension` (Pa): Henry's law. Broadcasts."""
    require.not_negative(tension=tension)
    require.positive(solubility=solubility)
    return np.multiply(tension, solubility)


def gas_volume(content: ArrayLike, pressure: ArrayLike, temperature: ArrayLike) -> NDArray:
    """m³ that the gas in one m³ of fluid (`content`, mol/m³) fills when all of it is drawn out: c R T / p. Broadcasts.

    `pressure` in Pa, `temperature` in K.
    """
    require.not_negative(content=content)
    require.positive(pressure=pressure, temperature=temperature)
    return np.multiply(content, R) * temperature / pressure


def released_share(solubility: ArrayLike, ratio: ArrayLike, temperature: ArrayLike) -> NDArray:
    """Share of a dissolved gas that goes over into a cavity `ratio` times as large as the fluid. Broadcasts.

    ratio / (ratio + H R T), where H R T says how many volumes of the gas one volume of fluid holds.
    """
    held = _volumes_held(solubility, temperature)
    require.not_negative(ratio=ratio)
    return ratio / (ratio + held)


def cavity_pressures(
    tension: ArrayLike, solubility: ArrayLike, ratio: ArrayLike, temperature: ArrayLike, held: ArrayLike = False
) -> NDArray:
    """Partial pressure (Pa) of each gas in a cavity `ratio` times as large as the fluid around it. Broadcasts.

    What leaves the fluid lowers its tension: p = p₀ / (1 + ratio / (H R T)). A gas that is `held` keeps its tension.
    """
    require.not_negative(tension=tension, ratio=ratio)
    left = 1 / (1 + ratio / _volumes_held(solubility, temperature))
    return tension * np.where(held, 1.0, left)


def _volumes_held(solubility: ArrayLike, temperature: ArrayLike) -> NDArray:
    """H R T: how many volumes of a gas, at its own tension, one volume of fluid holds (Ostwald's coefficient)."""
    require.positive(solubility=solubility, temperature=temperature)
    return np.multiply(solubility, R) * temperature


def shares(pressures: ArrayLike) -> NDArray:
    """Share of each gas in a mixture, by number of molecules (and so by volume), from pressures or amounts.

    Sums to 1 along the last axis. Impossible if there is nothing to share.
    """
    require.not_negative(pressures=pressures)
    total = np.sum(pressures, axis=-1, keepdims=True)
    require.positive(**{"sum of pressures": total})
    return np.divide(pressures, total)


def diffusion_reach(diffusivity: ArrayLike, time: ArrayLike) -> NDArray:
    """From how far (m) gas reaches a cavity in `time` (s), as a rough rule: √(D t). Broadcasts."""
    require.positive(diffusivity=diffusivity)
    require.not_negative(time=time)
    return np.sqrt(np.multiply(diffusivity, time))
