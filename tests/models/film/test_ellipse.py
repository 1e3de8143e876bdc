import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import coo_array
from scipy.sparse.linalg import spsolve

from jointlab.models.film import ellipse, reynolds

AMBIENT = 101_325.0
lengths, gaps, speeds, viscosities = (
    st.floats(1e-3, 2e-2),
    st.floats(1e-6, 1e-3),
    st.floats(1e-6, 1.0),
    st.floats(1e-3, 100),
)


def finite_differences(a, b, gap, speed, viscosity, step):
    """∇²p = 12 µ V/h³ on a square grid over the ellipse, p = 0 at its rim; nothing of the closed form goes in.

    Next to the rim a leg of the five-point star is cut short where the rim crosses it (Shortley and Weller).
    """
    x, y = (step * np.arange(-int(half / step), int(half / step) + 1) for half in (a, b))
    x, y = (grid.ravel() for grid in np.meshgrid(x, y, indexing="ij"))
    inside = np.square(x / a) + np.square(y / b) < 1 - 1e-9
    x, y = x[inside], y[inside]
    number = {place: i for i, place in enumerate(zip(np.rint(x / step), np.rint(y / step), strict=True))}
    to_rim = {
        (1, 0): a * np.sqrt(1 - (y / b) ** 2) - x,
        (-1, 0): a * np.sqrt(1 - (y / b) ** 2) + x,
        (0, 1): b * np.sqrt(1 - (x / a) ** 2) - y,
        (0, -1): b * np.sqrt(1 - (x / a) ** 2) + y,
    }
    leg = {way: np.minimum(step, far) for way, far in to_rim.items()}
    entries = []
    for (dx, dy), length in leg.items():
        weight = 2 / (length * (length + leg[-dx, -dy]))
        for i, (column, row) in enumerate(number):
            entries.append((i, i, -weight[i]))
            neighbour = number.get((column + dx, row + dy))
            if neighbour is not None:
                entries.append((i, neighbour, weight[i]))
    rows, columns, values = zip(*entries, strict=True)
    matrix = coo_array((values, (rows, columns))).tocsc()
    return x, y, spsolve(matrix, np.full(x.size, 12 * viscosity * speed / gap**3))


@pytest.mark.papercheck  # Reynolds' equation of 1886 on the facet's ellipse and on a slender one.
@pytest.mark.parametrize(("a", "b"), [(8e-3, 7.5e-3), (8e-3, 3e-3)])
def test_the_closed_form_agrees_with_a_two_dimensional_solution(a, b):
    h, speed, mu, step = 50e-6, 0.01, 0.02, 1.37e-4
    x, y, fall = finite_differences(a, b, h, speed, mu, step)
    exact = float(ellipse.ellipse_centre_deficit(a, b, h, speed, mu))
    closed = ellipse.ellipse_pressure(x, y, a, b, h, speed, mu, AMBIENT) - AMBIENT
    assert np.max(np.abs(fall - closed)) < 1e-5 * exact
    assert fall.min() == pytest.approx(-exact, rel=1e-5)
    assert -fall.sum() * step**2 == pytest.approx(float(ellipse.ellipse_pull(a, b, h, speed, mu)), rel=2e-3)


@given(lengths, gaps, speeds, viscosities)
def test_an_ellipse_with_equal_axes_is_stefans_disc(a, h, speed, mu):
    assert ellipse.ellipse_pull(a, a, h, speed, mu) == pytest.approx(reynolds.stefan_pull(a, h, speed, mu), rel=1e-12)
    deficit = ellipse.ellipse_centre_deficit(a, a, h, speed, mu)
    assert deficit == pytest.approx(
        AMBIENT - reynolds.stefan_centre_pressure(a, h, speed, mu, AMBIENT), rel=1e-6, abs=1e-6
    )


@given(lengths, lengths, gaps, speeds, viscosities)
def test_the_pull_is_the_pressure_deficit_summed_over_the_ellipse(a, b, h, speed, mu):
    rho, phi = np.meshgrid((np.arange(60) + 0.5) / 60, (np.arange(60) + 0.5) * np.pi / 120)
    x, y = a * rho * np.cos(phi), b * rho * np.sin(phi)
    deficit = -ellipse.ellipse_pressure(x, y, a, b, h, speed, mu, 0.0)
    summed = 4 * a * b * np.sum(deficit * rho) / 60 * np.pi / 120
    assert ellipse.ellipse_pull(a, b, h, speed, mu) == pytest.approx(summed, rel=1e-3)
    assert ellipse.ellipse_pull(b, a, h, speed, mu) == pytest.approx(ellipse.ellipse_pull(a, b, h, speed, mu))


def test_a_very_long_film_is_a_slit():
    """Between long parallel plates of half-width b, textbooks have D = 6 µ V b²/h³."""
    slit = 6 * 0.02 * 0.01 * 3e-3**2 / 50e-6**3
    assert ellipse.ellipse_centre_deficit(1.0, 3e-3, 50e-6, 0.01, 0.02) == pytest.approx(slit, rel=1e-4)


def test_outside_the_rim_the_pressure_is_ambient():
    at = ellipse.ellipse_pressure([8e-3, 0, 9e-3, 0], [0, 7.5e-3, 0, -1], 8e-3, 7.5e-3, 5e-5, 0.01, 0.02, AMBIENT)
    assert at.tolist() == [AMBIENT] * 4


@pytest.mark.parametrize(("a", "b"), [(8e-3, 7.5e-3), (8e-3, 2e-3), (5e-3, 5e-3)])
def test_shear_rate_is_that_at_which_the_film_spends_its_work(a, b):
    """The weighted mean, from the flow itself: parabolas across the gap that carry the fluid in."""
    h, speed = 50e-6, 0.01
    rho, phi = np.meshgrid((np.arange(200) + 0.5) / 200, (np.arange(200) + 0.5) * np.pi / 400)
    x, y = a * rho * np.cos(phi), b * rho * np.sin(phi)
    step = 1e-7
    fall = [
        ellipse.ellipse_pressure(x + dx, y + dy, a, b, h, speed, 1.0, 0.0)
        - ellipse.ellipse_pressure(x - dx, y - dy, a, b, h, speed, 1.0, 0.0)
        for dx, dy in ((step, 0), (0, step))
    ]
    inside = np.square(x / a) + np.square(y / b) < 0.99  # the difference must not reach over the rim
    wall = np.hypot(*fall)[inside] / (2 * step) * h / 2  # at a viscosity of 1, stress and shear rate are one
    weights = rho[inside]
    across = np.linspace(-1, 1, 2001)
    fourth = np.sum(wall**4 * weights) * np.mean(across**4)
    second = np.sum(wall**2 * weights) * np.mean(across**2)
    assert ellipse.ellipse_shear_rate(a, b, h, speed) == pytest.approx(np.sqrt(fourth / second), rel=1e-2)


def test_the_shear_rate_of_a_disc_agrees_with_that_of_any_round_film():
    radius = np.linspace(0, 5e-3, 400)
    round_film = reynolds.film_shear_rate(radius, 50e-6 + 0 * radius, 0.01)
    assert ellipse.ellipse_shear_rate(5e-3, 5e-3, 50e-6, 0.01) == pytest.approx(round_film, rel=1e-4)


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("half_length", lambda: ellipse.ellipse_pull(0, 1e-3, 1e-4, 0.1, 1)),
        ("half_width", lambda: ellipse.ellipse_shear_rate(1e-3, -1, 1e-4, 0.1)),
        ("gap", lambda: ellipse.ellipse_centre_deficit(1e-3, 1e-3, np.nan, 0.1, 1)),
        ("viscosity", lambda: ellipse.ellipse_pull(1e-3, 1e-3, 1e-4, 0.1, 0)),
        ("opening_speed", lambda: ellipse.ellipse_shear_rate(1e-3, 1e-3, 1e-4, np.inf)),
        ("ambient", lambda: ellipse.ellipse_pressure(0, 0, 1e-3, 1e-3, 1e-4, 0.1, 1, np.nan)),
        ("x", lambda: ellipse.ellipse_pressure(np.nan, 0, 1e-3, 1e-3, 1e-4, 0.1, 1, 0)),
    ],
)
def test_impossible_input_is_named(name, call):
    with pytest.raises(ValueError, match=name):
        call()
