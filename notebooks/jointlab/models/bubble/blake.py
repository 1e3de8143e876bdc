"""How hard a liquid must be pulled before a pocket of gas grows without end.

Assumes a spherical pocket of fixed gas content at one temperature (isothermal), at rest in ambient liquid
before the pull. Pockets in joints sit in cracks and on rough surfaces, so a sphere is a stand-in.

How far checked: **textbook model**; Laplace's law against printed values, Blake's threshold against the
turning point of the static balance.
Sources: Brennen 1995, Cavitation and Bubble Dynamics, ch. 2 (Blake threshold); Wildeman et al. 2016,
arXiv 1604.04422 (why pockets: pure water would bear some 140 MPa).
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from jointlab.models import require


def laplace_pressure(radius: ArrayLike, surface_tension: ArrayLike) -> NDArray:
    """Excess pressure (Pa) in a bubble of `radius` (m) with `surface_tension` σ (N/m): 2σ/R. Broadcasts."""
    require.positive(radius=radius)
    require.not_negative(surface_tension=surface_tension)
    return np.divide(np.multiply(2.0, surface_tension), radius)


def blake_critical_radius(
    radius: ArrayLike, surface_tension: ArrayLike, ambient: ArrayLike, vapour_pressure: ArrayLike
) -> NDArray:
    """Radius (m) beyond which a pocket that rests at `radius` (m) under `ambient` (Pa) can no longer hold.

    Rc = Rn √(3 pg Rn / 2σ), with gas at pg = ambient + 2σ/Rn − vapour pressure. Broadcasts.
    Impossible if the pocket would hold no gas.
    """
    require.positive(radius=radius, surface_tension=surface_tension)
    require.not_negative(vapour_pressure=vapour_pressure)
    require.finite(ambient=ambient)
    excess = laplace_pressure(radius, surface_tension)
    gas_pressure = np.subtract(ambient, vapour_pressure) + excess
    require.positive(**{"ambient minus vapour_pressure plus the Laplace pressure": gas_pressure})
    return np.multiply(radius, np.sqrt(3 * gas_pressure / excess))


def blake_threshold(
    radius: ArrayLike, surface_tension: ArrayLike, ambient: ArrayLike, vapour_pressure: ArrayLike
) -> NDArray:
    """Absolute pressure (Pa) below which the pocket grows without end; negative means tension.

    pB = vapour pressure − 4σ/3Rc. Arguments as for `blake_critical_radius`. Broadcasts.
    """
    critical = blake_critical_radius(radius, surface_tension, ambient, vapour_pressure)
    return vapour_pressure - 2 / 3 * laplace_pressure(critical, surface_tension)
