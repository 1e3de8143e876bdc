import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.linalg import solve_banded

from jointlab.models.film import reynolds

AMBIENT = 101_325.0
RADIUS = np.linspace(0, 5e-3, 60)


def finite_volumes(gap_at, rim, speed, viscosity, cells):
    """Reynolds' equation by finite volumes on even rings, solved as a tridiagonal system."""
    edge = np.linspace(0, rim, cells + 1)
    middle, width = (edge[1:] + edge[:-1]) / 2, rim / cells
    conductance = edge * gap_at(edge) ** 3 / width
    conductance[-1] *= 2  # the rim lies half a ring from the last middle
    bands = np.zeros((3, cells))
    bands[0, 1:] = conductance[1:-1]
    bands[1] = -(conductance[:-1] + conductance[1:])
    bands[2, :-1] = conductance[1:-1]
    source = 12 * viscosity * speed * middle * width
    return middle, AMBIENT + solve_banded((1, 1), bands, source)


@pytest.mark.papercheck  # Case 36: Reynolds 1886, Stefan 1874; three independent routes to the same pressure.
@pytest.mark.parametrize("sphere", [True, False])
def test_closed_forms_quadrature_and_finite_volumes_agree(sphere):
    h, a, speed, mu, re = 60e-6, 5e-3, 0.01, 0.1, 15e-3
    gap_at = (lambda r: h + r**2 / (2 * re)) if sphere else (lambda r: h + 0 * r)
    pressure = reynolds.film_pressure(RADIUS, gap_at(RADIUS), speed, mu, AMBIENT)
    pull = reynolds.film_pull(RADIUS, gap_at(RADIUS), speed, mu)
    if sphere:
        closed = (
            reynolds.sphere_pull(re, h, speed, mu, a),
            reynolds.sphere_centre_pressure(re, h, speed, mu, AMBIENT, a),
        )
    else:
        closed = reynolds.stefan_pull(a, h, speed, mu), reynolds.stefan_centre_pressure(a, h, speed, mu, AMBIENT)
    assert (pull, pressure[0]) == pytest.approx(closed, rel=1e-12)

    middle, solved = finite_volumes(gap_at, a, speed, mu, 4000)
    deficit = AMBIENT - solved
    assert deficit[0] == pytest.approx(AMBIENT - closed[1], rel=1e-5)
    assert 2 * np.pi * (deficit * middle).sum() * a / 4000 == pytest.approx(closed[0], rel=1e-5)


def test_any_gap_converges_at_second_order():
    def gap_at(r):
        return 50e-6 * (1.5 - np.cos(400 * r))

    def exact(r):
        return quad(lambda x: 6 * 0.1 * 0.01 * x / gap_at(x) ** 3, r, 5e-3, epsabs=0, epsrel=1e-11, limit=200)[0]

    errors = []
    for points in (201, 401):
        radius = np.linspace(0, 5e-3, points)
        errors.append(abs(AMBIENT - reynolds.film_pressure(radius, gap_at(radius), 0.01, 0.1, AMBIENT)[0] - exact(0)))
    assert errors[1] < 1e-3 * exact(0)
    assert errors[0] / errors[1] == pytest.approx(4, rel=0.05)


@given(
    st.floats(1e-6, 1e-3),
    st.floats(-1.0, 1.0),
    st.floats(1e-3, 100),
    st.floats(5e-3, 0.1),
    st.integers(2, 80),
)
def test_the_pull_is_the_pressure_deficit_summed_over_the_disc(h, speed, mu, re, points):
    fine = np.linspace(0, 5e-3, 40 * points)
    gap = reynolds.parabolic_gap(fine, h, re)
    deficit = AMBIENT - reynolds.film_pressure(fine, gap, speed, mu, AMBIENT)
    summed = np.pi * np.sum((deficit[1:] + deficit[:-1]) / 2 * np.diff(fine**2))
    assert reynolds.film_pull(fine, gap, speed, mu) == pytest.approx(summed, rel=0.2, abs=1e-6)
    coarse = np.linspace(0, 5e-3, points)
    assert reynolds.film_pull(coarse, reynolds.parabolic_gap(coarse, h, re), speed, mu) == pytest.approx(
        float(reynolds.sphere_pull(re, h, speed, mu, 5e-3)), rel=1e-9, abs=1e-12
    )


@given(st.floats(1e-6, 1e-3), st.floats(1e-6, 1.0), st.floats(1e-3, 100))
def test_parting_lowers_the_pressure_most_at_the_centre(h, speed, mu):
    pressure = reynolds.film_pressure(RADIUS, reynolds.parabolic_gap(RADIUS, h, 15e-3), speed, mu, AMBIENT)
    assert np.isfinite(pressure).all()
    assert (np.diff(pressure) >= 0).all()
    assert pressure[-1] == AMBIENT
    assert reynolds.film_pressure(RADIUS, reynolds.parabolic_gap(RADIUS, h, 15e-3), -speed, mu, AMBIENT)[0] >= AMBIENT


@given(st.floats(1e-6, 1e-4), st.floats(1e-5, 1.0), st.floats(1e-3, 10), st.floats(1e-4, 5e-3))
def test_a_small_wetted_patch_is_a_disc_and_a_large_one_has_no_rim(h, speed, mu, a):
    flat = 1e4 * a**2 / h
    assert reynolds.sphere_pull(flat, h, speed, mu, a) == pytest.approx(reynolds.stefan_pull(a, h, speed, mu), rel=1e-3)
    assert reynolds.sphere_pull(0.01, h, speed, mu, 100.0) == pytest.approx(reynolds.sphere_pull(0.01, h, speed, mu))


def test_the_pull_of_an_unbounded_film_and_its_centre_pressure_belong_together():
    pull = reynolds.sphere_pull(15e-3, 20e-6, 0.01, 0.1)
    deficit = AMBIENT - reynolds.sphere_centre_pressure(15e-3, 20e-6, 0.01, 0.1, AMBIENT)
    assert deficit == pytest.approx(pull / (2 * np.pi * 15e-3 * 20e-6), rel=1e-9)


@given(st.floats(1e-5, 1e-3), st.floats(1e-5, 1.0), st.floats(5e-3, 1.0))
def test_the_shear_rate_of_a_ball_is_the_integral_done_by_hand(h, speed, re):
    """With u = H(r) both integrals are sums of powers of u; γ² = 108/5 V² Re B / h³(1 − s)², s = h/Hₐ."""
    fine = np.linspace(0, 5e-3, 4001)
    s = h / (h + 5e-3**2 / (2 * re))
    b = (1 - s**4) / 4 - 2 * (1 - s**5) / 5 + (1 - s**6) / 6
    by_hand = np.sqrt(108 / 5 * speed**2 * re * b / (h**3 * (1 - s) ** 2))
    assert reynolds.film_shear_rate(fine, reynolds.parabolic_gap(fine, h, re), speed) == pytest.approx(
        by_hand, rel=2e-3
    )
    assert reynolds.film_shear_rate(fine, reynolds.parabolic_gap(fine, h, re), -speed) == pytest.approx(
        by_hand, rel=2e-3
    )


def test_a_film_at_rest_is_not_sheared():
    assert reynolds.film_shear_rate(RADIUS, 5e-5 + 0 * RADIUS, 0.0) == 0


@pytest.mark.papercheck  # Stefan 1874 at a 5 mm, 100 N, 1 Pa s: a joint resists, then gives.
@pytest.mark.parametrize(("gap", "seconds"), [(20e-6, 37e-3), (5e-6, 0.59), (100e-6, 1.5e-3)])
def test_stefan_separation_times(gap, seconds):
    assert reynolds.stefan_separation_time(5e-3, 100, 1.0, gap) == pytest.approx(seconds, rel=0.02)


def test_separation_time_is_the_time_integral_of_stefans_law():
    a, load, mu = 5e-3, 100.0, 1.0

    def seconds_per_metre(h):
        return reynolds.stefan_pull(a, h, 1.0, mu) / load

    slow = quad(seconds_per_metre, 20e-6, 80e-6, epsrel=1e-11)[0]
    assert reynolds.stefan_separation_time(a, load, mu, 20e-6, 80e-6) == pytest.approx(slow, rel=1e-9)


def test_inertia_beside_viscosity_is_the_momentum_that_flows_in():
    """From a parabola of velocities across the gap, that carries in what the parting surfaces leave room for."""
    gap, speed, viscosity, density = 2e-4, 0.1, 7e-4, 993.0
    z = np.linspace(0, gap, 2001)

    def flows_in(r):
        """Momentum a second through a ring at `r` (m), for each metre of its height."""
        u = -speed * r / (2 * gap) * 6 * z / gap * (1 - z / gap)
        assert np.trapezoid(u, z) * 2 * np.pi * r == pytest.approx(-np.pi * r**2 * speed, rel=1e-5)
        return r * np.trapezoid(density * u**2, z)

    r, step = 3e-3, 1e-6
    of_inertia = -(flows_in(r + step) - flows_in(r - step)) / (2 * step) / r / gap
    of_viscosity = 6 * viscosity * speed * r / gap**3
    assert of_inertia < 0 < of_viscosity
    ratio = reynolds.inertia_over_viscosity(gap, speed, viscosity, density)
    assert ratio == pytest.approx(-of_inertia / of_viscosity, rel=1e-4)
    assert reynolds.inertia_over_viscosity(gap, -speed, viscosity, density) == ratio


@pytest.mark.papercheck  # The force budget at zero absolute pressure, and 25 bar of deficit for 100 N.
def test_force_budget():
    most = reynolds.largest_film_pull([4e-3, 5e-3, 6e-3, 8e-3], AMBIENT)
    assert most == pytest.approx([5.1, 8.0, 11.5, 20.4], abs=0.05)
    assert reynolds.stefan_centre_deficit(100, 5e-3) == pytest.approx(25e5, rel=0.02)
    assert reynolds.largest_film_pull(5e-3, AMBIENT, tension=10 * AMBIENT) == pytest.approx(11 * most[1])


def test_effective_radius_of_ball_and_socket():
    assert reynolds.effective_radius(7.5e-3, 15e-3) == pytest.approx(15e-3)
    assert reynolds.effective_radius(7.5e-3, 1e6) == pytest.approx(7.5e-3)
    with pytest.raises(ValueError, match="socket minus head"):
        reynolds.effective_radius(8e-3, 8e-3)


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("gap", lambda: reynolds.film_pressure(RADIUS, 0 * RADIUS, 0.1, 1, AMBIENT)),
        ("gap", lambda: reynolds.film_pressure(RADIUS, [1e-3], 0.1, 1, AMBIENT)),
        ("gap", lambda: reynolds.film_pull(RADIUS, np.nan * RADIUS, 0.1, 1)),
        ("radius", lambda: reynolds.film_pull(RADIUS + 1e-3, 1e-4 + RADIUS, 0.1, 1)),
        ("radius", lambda: reynolds.film_pull(RADIUS[::-1], 1e-4 + RADIUS, 0.1, 1)),
        ("opening_speed", lambda: reynolds.film_shear_rate(RADIUS, 1e-4 + RADIUS, np.nan)),
        ("gap", lambda: reynolds.film_shear_rate(RADIUS, -1e-4 + 0 * RADIUS, 0.1)),
        ("viscosity", lambda: reynolds.stefan_pull(5e-3, 1e-4, 0.1, -1)),
        ("opening_speed", lambda: reynolds.stefan_centre_pressure(5e-3, 1e-4, np.nan, 1, AMBIENT)),
        ("load", lambda: reynolds.stefan_separation_time(5e-3, 0, 1, 1e-4)),
        ("gap_end", lambda: reynolds.stefan_separation_time(5e-3, 1, 1, 1e-4, 1e-5)),
        ("centre_gap", lambda: reynolds.sphere_pull(15e-3, 0, 0.1, 1)),
        ("wetted_radius", lambda: reynolds.sphere_centre_pressure(15e-3, 1e-4, 0.1, 1, AMBIENT, -1)),
        ("tension", lambda: reynolds.largest_film_pull(5e-3, AMBIENT, tension=-1)),
        ("density", lambda: reynolds.inertia_over_viscosity(1e-4, 0.1, 1e-3, 0)),
        ("radius", lambda: reynolds.parabolic_gap(-1e-3, 1e-4, 15e-3)),
    ],
)
def test_impossible_input_is_named(name, call):
    with pytest.raises(ValueError, match=name):
        call()
