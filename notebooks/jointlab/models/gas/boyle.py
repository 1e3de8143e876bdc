"""What becomes of the pressure of an enclosed gas when its space changes: Boyle's law.

Assumes that no gas gets in or out, that the gas is ideal, and that the change is slow enough for the walls to keep it
at one temperature: a quick pull cools the gas for a moment, and its pressure then falls further.

How far checked: **textbook model**, **checked against papers**: Boyle's own table of 1662, a fourfold squeeze, which
it meets within 1.3 %.
Source: West 1999, J Appl Physiol 87(4):1543, doi 10.1152/jappl.1999.87.4.1543 (reprints and plots Boyle's table).
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from jointlab.models import require


def boyle_pressure(start_pressure: ArrayLike, start_volume: ArrayLike, volume: ArrayLike) -> NDArray:
    """Pressure of a gas brought from `start_volume`, where it had `start_pressure`, to `volume`: p₁V₁/V₂. Broadcasts.

    Pressures in Pa, absolute; volumes in m³. Only the ratio of the volumes counts, so any one unit will do for both.
    Impossible unless all are finite and greater than 0.
    """
    require.positive(start_pressure=start_pressure, start_volume=start_volume, volume=volume)
    return np.multiply(start_pressure, np.divide(start_volume, volume))
