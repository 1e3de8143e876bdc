"""Why a wet joint resists being pulled apart: the pressure in a thin film between separating surfaces.

Assumes a Newtonian, incompressible film without inertia (how far that holds: `inertia_over_viscosity`); rigid,
axisymmetric surfaces moving along their axis; gaps far smaller than their radius; ambient pressure at the
rim. Nothing limits the tension here: an absolute pressure below zero means that the liquid is pulled, and
whether it bears that is another question (see `blake`). Synovial fluid thins when sheared, so one viscosity
is a stand-in.

How the pressure is found: with H(r) the gap and V the opening speed, Reynolds' equation (1/r) d/dr(r H³
dp/dr) = 12 µ V integrates once exactly to dp/dr = 6 µ V r / H³, so a quadrature remains and no linear system
need be solved. In s = r²/2 the gap of a sphere over a plane is a straight line and that of two discs a
constant; taking H as straight between neighbours in s makes both cases exact at any number of points, and
every other smooth gap accurate to second order in the spacing.

How far checked: **textbook model**; discs and spheres against an independent finite-volume solution.
Sources: Reynolds 1886, doi 10.1098/rstl.1886.0005; Stefan 1874 (discs); setting of Chandran Suja & Barakat
2018, doi 10.1038/s41598-018-22664-4.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from jointlab.language import _
from jointlab.models import require
from jointlab.models.require import Impossible
from jointlab.units import spelled


def effective_radius(head: ArrayLike, socket: ArrayLike) -> NDArray:
    """Radius (m) of the sphere over a plane that parts like a ball of radius `head` in a `socket` (m).

    1/Re = 1/head − 1/socket. Impossible unless the socket is the larger of the two.
    """
    require.positive(head=head, socket=socket)
    require.positive(**{"socket minus head": np.subtract(socket, head)})
    return np.divide(np.multiply(head, socket), np.subtract(socket, head))


def parabolic_gap(radius: ArrayLike, centre_gap: float, effective_radius: float) -> NDArray:
    """Gap H(r) = h + r²/2Re (m) of a sphere near a plane, at distances `radius` (m) from the axis."""
    require.not_negative(radius=radius)
    require.positive(centre_gap=centre_gap, effective_radius=effective_radius)
    return centre_gap + np.square(radius) / (2 * effective_radius)


def film_pressure(
    radius: ArrayLike,
    gap: ArrayLike,
    opening_speed: float,
    viscosity: float,
    ambient: float,
) -> NDArray:
    """Absolute pressure (Pa) in the film at each `radius` (m), for any axisymmetric `gap` H(r) (m).

    `radius` (n,) rises from 0 at the axis to the rim, where the pressure is `ambient` (Pa); `gap` has the
    same shape; `opening_speed` (m/s) is positive when the surfaces part; `viscosity` in Pa s. Returns shape
    (n,). Impossible for impossible or mismatched input.
    """
    s, gap = _profile(radius, gap)
    require.finite(opening_speed=opening_speed, ambient=ambient)
    require.positive(viscosity=viscosity)
    steps = 6 * viscosity * opening_speed * _integral_of_inverse_cube(s, gap)
    fall_from_rim = np.append(np.cumsum(steps[::-1])[::-1], 0.0)
    return ambient - fall_from_rim


def film_pull(radius: ArrayLike, gap: ArrayLike, opening_speed: float, viscosity: float) -> float:
    """Force (N) that the film puts up against opening; negative when the surfaces approach.

    Arguments as for `film_pressure`. It equals the integral of (ambient − p) over the wetted disc.
    """
    s, gap = _profile(radius, gap)
    require.finite(opening_speed=opening_speed)
    require.positive(viscosity=viscosity)
    near, far = gap[:-1], gap[1:]
    # ∫ s/H³ ds over each interval, exact for a straight H: the interval's start times ∫ 1/H³, plus the rest.
    moments = s[:-1] * _integral_of_inverse_cube(s, gap) + np.diff(s) ** 2 / (2 * near * far**2)
    return float(12 * np.pi * viscosity * opening_speed * moments.sum())


def film_shear_rate(radius: ArrayLike, gap: ArrayLike, opening_speed: float) -> float:
    """The shear rate (1/s) at which the film spends its work: one rate that stands for all, to choose a viscosity by.

    Its square is the mean of γ² over the fluid, weighted with γ², the work spent at each place. Across the gap γ
    rises from 0 in the middle to 3 V r / H² at the walls; that makes the mean of γ⁴ over that of γ² three fifths of
    its value at the walls. `radius` and `gap` as for `film_pressure`; a sum over rings, accurate to second order.
    """
    s, gap = _profile(radius, gap)
    require.finite(opening_speed=opening_speed)
    at_the_walls = 9 * opening_speed**2 * 2 * s / gap**4
    squared = np.trapezoid(at_the_walls**2 * gap, s) / np.trapezoid(at_the_walls * gap, s) if opening_speed else 0.0
    return float(np.sqrt(3 / 5 * squared))


def stefan_pull(radius: ArrayLike, gap: ArrayLike, opening_speed: ArrayLike, viscosity: ArrayLike) -> NDArray:
    """Force (N) that a film puts up between two discs: 3π µ a⁴ V / 2h³ (Stefan). Broadcasts."""
    require.positive(radius=radius, gap=gap, viscosity=viscosity)
    require.finite(opening_speed=opening_speed)
    return 1.5 * np.pi * np.multiply(viscosity, opening_speed) * np.power(radius, 4.0) / np.power(gap, 3.0)


def stefan_centre_pressure(
    radius: ArrayLike,
    gap: ArrayLike,
    opening_speed: ArrayLike,
    viscosity: ArrayLike,
    ambient: ArrayLike,
) -> NDArray:
    """Absolute pressure (Pa) midway between two discs: ambient − 3 µ V a²/h³. Broadcasts."""
    require.finite(ambient=ambient)
    return ambient - stefan_centre_deficit(stefan_pull(radius, gap, opening_speed, viscosity), radius)


def stefan_centre_deficit(load: ArrayLike, radius: ArrayLike) -> NDArray:
    """How far (Pa) the centre lies below ambient when discs bear a `load` (N): 2F/πa².

    Viscosity, gap and speed drop out: only the load and the wetted area count. Broadcasts.
    """
    require.finite(load=load)
    require.positive(radius=radius)
    return 2 * np.asarray(load, dtype=float) / (np.pi * np.square(radius))


def inertia_over_viscosity(gap: ArrayLike, opening_speed: ArrayLike, viscosity: ArrayLike, density: float) -> NDArray:
    """How large what inertia does to the pull is beside what viscosity does: 3 ρ |V| h / 20 µ. Broadcasts.

    A rule of thumb for an even gap (m) that parts at a steady speed (m/s); density in kg/m³. Inertia works against the
    film's pull, and all else in this module leaves it out: where this is not small, the film pulls less than it says.
    Fluid that flows in with the mean speed u = V r / 2h slows down towards the axis. Averaged over its parabola across
    the gap, that changes its momentum by (1/r) d(r 6u²/5)/dr = 9 V² r / 10 h², times ρ, and adds to dp/dr of viscosity,
    6 µ V r / h³, with the opposite sign.
    """
    require.positive(gap=gap, viscosity=viscosity, density=density)
    require.finite(opening_speed=opening_speed)
    return 3 / 20 * density * np.abs(np.multiply(opening_speed, gap)) / viscosity


def stefan_separation_time(
    radius: ArrayLike, load: ArrayLike, viscosity: ArrayLike, gap_start: ArrayLike, gap_end: ArrayLike = None
) -> NDArray:
    """Time (s) for a constant `load` (N) to part two discs from `gap_start` to `gap_end` (m).

    Without `gap_end` they part for good, which takes a finite time: the film resists, then gives.
    t = (3π µ a⁴ / 4F)(1/h₀² − 1/h₁²). Broadcasts. Impossible unless gap_end ≥ gap_start.
    """
    require.positive(radius=radius, load=load, viscosity=viscosity, gap_start=gap_start)
    end_term = 0.0
    if gap_end is not None:
        require.positive(gap_end=gap_end)
        require.not_negative(**{"gap_end minus gap_start": np.subtract(gap_end, gap_start)})
        end_term = np.power(gap_end, -2.0)
    opening = np.power(gap_start, -2.0) - end_term
    return 0.75 * np.pi * np.multiply(viscosity, np.power(radius, 4.0)) / load * opening


def sphere_pull(
    effective_radius: ArrayLike,
    centre_gap: ArrayLike,
    opening_speed: ArrayLike,
    viscosity: ArrayLike,
    wetted_radius: ArrayLike | None = None,
) -> NDArray:
    """Force (N) that a film puts up between a sphere and a plane, wetted to `wetted_radius` (m) or all over.

    6π µ Re² V/h · (1 − h/Hₐ)², with Hₐ the gap at the wetted rim. Broadcasts.
    """
    share = _gap_over_rim_gap(effective_radius, centre_gap, wetted_radius)
    require.positive(viscosity=viscosity)
    require.finite(opening_speed=opening_speed)
    drag = 6 * np.pi * np.multiply(viscosity, opening_speed) * np.square(effective_radius)
    return drag / centre_gap * (1 - share) ** 2


def sphere_centre_pressure(
    effective_radius: ArrayLike,
    centre_gap: ArrayLike,
    opening_speed: ArrayLike,
    viscosity: ArrayLike,
    ambient: ArrayLike,
    wetted_radius: ArrayLike | None = None,
) -> NDArray:
    """Absolute pressure (Pa) on the axis between a sphere and a plane: ambient − 3 µ Re V/h² · (1 − (h/Hₐ)²).

    Arguments as for `sphere_pull`. Broadcasts.
    """
    share = _gap_over_rim_gap(effective_radius, centre_gap, wetted_radius)
    require.positive(viscosity=viscosity)
    require.finite(opening_speed=opening_speed, ambient=ambient)
    deficit = 3 * np.multiply(viscosity, opening_speed) * effective_radius / np.square(centre_gap)
    return ambient - deficit * (1 - share**2)


def largest_film_pull(radius: ArrayLike, ambient: ArrayLike, tension: ArrayLike = 0.0) -> NDArray:
    """The most (N) that a film of wetted `radius` (m) can pull: its area times (ambient + tension it bears).

    `tension` (Pa) is how far below zero absolute pressure the liquid may go before it breaks. Broadcasts.
    """
    require.positive(radius=radius)
    require.not_negative(ambient=ambient, tension=tension)
    return np.pi * np.square(radius) * np.add(ambient, tension)


def _profile(radius: ArrayLike, gap: ArrayLike) -> tuple[NDArray, NDArray]:
    """The checked profile as s = r²/2 and the gap there."""
    require.rising(radius=radius)
    require.positive(gap=gap)
    radius, gap = np.asarray(radius, dtype=float), np.asarray(gap, dtype=float)
    if radius[0] != 0:
        raise Impossible(
            _("radius must start at 0, on the axis; got {radius}.").format(radius=spelled(f"{radius[0]:g}"))
        )
    if gap.shape != radius.shape:
        raise Impossible(
            _("gap must have one value per radius, {count}; got the shape {shape}.").format(
                count=radius.size, shape=gap.shape
            )
        )
    return radius**2 / 2, gap


def _integral_of_inverse_cube(s: NDArray, gap: NDArray) -> NDArray:
    """∫ 1/H³ ds over each interval, exact for a straight H."""
    near, far = gap[:-1], gap[1:]
    return np.diff(s) * (near + far) / (2 * near**2 * far**2)


def _gap_over_rim_gap(
    effective_radius: ArrayLike, centre_gap: ArrayLike, wetted_radius: ArrayLike | None
) -> NDArray | float:
    """h/Hₐ: 0 for a film without a rim, near 1 for a patch so small that it is as good as flat."""
    require.positive(effective_radius=effective_radius, centre_gap=centre_gap)
    if wetted_radius is None:
        return 0.0
    require.positive(wetted_radius=wetted_radius)
    return centre_gap / (centre_gap + np.square(wetted_radius) / np.multiply(2, effective_radius))
