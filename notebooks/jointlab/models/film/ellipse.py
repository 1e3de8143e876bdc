"""A film with an even gap and an elliptical rim, such as that of a facet joint: what it does while its surfaces part.

Assumes what `film` assumes, but for the shape: two flat surfaces that stay parallel; the wetted area is an ellipse at
whose rim the pressure is ambient. Real facets are curved, and the fit of their surfaces was not looked up.

How the pressure is found: with an even gap h, Reynolds' equation is ∇²p = 12 µ V / h³. A paraboloid that is ambient on
the ellipse x²/a² + y²/b² = 1 has an even Laplacian, so it is the solution: p = ambient − D (1 − x²/a² − y²/b²), with
D = 6 µ V a²b² / h³(a² + b²). Its volume gives the pull, D πab/2. For a = b both are Stefan's.

How far checked: **textbook model**; against an independent two-dimensional solution by finite differences.
Source: Reynolds 1886, doi 10.1098/rstl.1886.0005 (the equation).
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from jointlab.models import require


def ellipse_centre_deficit(
    half_length: ArrayLike, half_width: ArrayLike, gap: ArrayLike, opening_speed: ArrayLike, viscosity: ArrayLike
) -> NDArray:
    """How far (Pa) the pressure in the middle lies below ambient: 6 µ V a²b² / h³(a² + b²). Broadcasts.

    `half_length` a, `half_width` b and `gap` h in m; `opening_speed` V in m/s, positive when the surfaces part;
    `viscosity` µ in Pa s. Impossible for impossible input.
    """
    require.positive(half_length=half_length, half_width=half_width, gap=gap, viscosity=viscosity)
    require.finite(opening_speed=opening_speed)
    a2, b2 = np.square(half_length), np.square(half_width)
    return 6 * np.multiply(viscosity, opening_speed) / np.power(gap, 3.0) * a2 * b2 / (a2 + b2)


def ellipse_pressure(
    x: ArrayLike,
    y: ArrayLike,
    half_length: float,
    half_width: float,
    gap: float,
    opening_speed: float,
    viscosity: float,
    ambient: float,
) -> NDArray:
    """Absolute pressure (Pa) at the places (`x`, `y`) of the film, in m from its middle, `x` along its length.

    Outside the rim it is `ambient` (Pa). Other arguments as for `ellipse_centre_deficit`. Broadcasts.
    """
    require.finite(x=x, y=y, ambient=ambient)
    deficit = ellipse_centre_deficit(half_length, half_width, gap, opening_speed, viscosity)
    inside = 1 - np.square(np.divide(x, half_length)) - np.square(np.divide(y, half_width))
    return ambient - deficit * np.maximum(inside, 0.0)


def ellipse_pull(
    half_length: ArrayLike, half_width: ArrayLike, gap: ArrayLike, opening_speed: ArrayLike, viscosity: ArrayLike
) -> NDArray:
    """Force (N) that the film puts up: 3π µ V a³b³ / h³(a² + b²), half its area times the deficit in the middle.

    Arguments as for `ellipse_centre_deficit`. Broadcasts.
    """
    deficit = ellipse_centre_deficit(half_length, half_width, gap, opening_speed, viscosity)
    return np.pi / 2 * np.multiply(half_length, half_width) * deficit


def ellipse_shear_rate(
    half_length: ArrayLike, half_width: ArrayLike, gap: ArrayLike, opening_speed: ArrayLike
) -> NDArray:
    """The shear rate (1/s) at which the film spends its work; see `film.film_shear_rate`. Broadcasts.

    The mean speed in the gap is V (b²x, a²y) / h(a² + b²), and the shear rate at the walls 6/h times that.
    """
    require.positive(half_length=half_length, half_width=half_width, gap=gap)
    require.finite(opening_speed=opening_speed)
    a2, b2 = np.square(half_length), np.square(half_width)
    fourth_over_second = a2 * b2 * (3 * a2**2 + 2 * a2 * b2 + 3 * b2**2) / (6 * (a2 + b2))
    at_the_walls = 6 * np.abs(opening_speed) / np.square(gap) * np.sqrt(fourth_over_second) / (a2 + b2)
    return np.sqrt(3 / 5) * at_the_walls
