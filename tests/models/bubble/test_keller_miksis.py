import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jointlab.models.bubble.acoustics import minnaert_frequency
from jointlab.models.bubble.keller_miksis import keller_miksis, rayleigh_collapse_time, rayleigh_plesset
from jointlab.models.bubble.recovery import Recovery, Steady
from jointlab.models.bubble.statics import Bubble, Liquid, equilibrium_radius, resting_bubble
from jointlab.models.require import ModelLimit

ATMOSPHERE = 101_325.0


class KinkedRecovery(Recovery):
    """Rises as 3s² − 2s³: the ramp behind the tabulated runs, whose curvature jumps at both ends."""

    def __call__(self, time):
        s = np.clip(time / self.duration, 0, 1)
        return self.low + (self.high - self.low) * s * s * (3 - 2 * s)

    def at(self, time):
        return float(self(time)), self.rate(time)


# Rows: R0 mm, film pressure atm, recovery ms, viscosity Pa s; least R/R0, peak sound Pa (in liquid, at 1 cm).
TABLE = [
    (0.2, 0.3, 1, 1, 0.724, 2.63),
    (0.2, 0.1, 10, 0.01, 0.481, 0.454),
    (1, 0.3, 10, 1, 0.722, 6.15),
    (1, 0.3, 1, 1, 0.718, 560),
    (1, 0.1, 0.1, 0.01, 0.148, 1.76e5),
    (3, 0.3, 10, 1, 0.721, 178),
    (3, 0.3, 1, 0.01, 0.598, 2.1e4),
    (3, 0.1, 0.1, 0.01, 0.139, 6.4e5),
]


# Runs of a model of the class of doi 10.1038/s41598-018-22664-4, tabulated earlier from independent code.
@pytest.mark.papercheck
@pytest.mark.parametrize(("mm", "low", "ms", "mu", "ratio", "peak"), TABLE)
def test_tabulated_collapses(liquid, mm, low, ms, mu, ratio, peak):
    fluid = liquid(density=1000.0, viscosity=mu)
    bubble = resting_bubble(mm * 1e-3, low * ATMOSPHERE, fluid, 1.4)
    film = KinkedRecovery(low * ATMOSPHERE, ATMOSPHERE, ms * 1e-3)
    time = np.linspace(0, max(1.5 * ms, 1.0) * 1e-3, 20_001)
    history = rayleigh_plesset(time, bubble, fluid, film, tolerance=1e-9)
    assert history.smallest_ratio == pytest.approx(ratio, abs=0.002)
    sound = fluid.density * history.volume_acceleration / (4 * np.pi * 0.01)
    assert np.abs(sound).max() == pytest.approx(peak, rel=0.02)


@pytest.mark.parametrize(("mm", "low", "ms", "mu"), [row[:4] for row in TABLE if row[4] < 0.7 or row[0] == 1])
@pytest.mark.parametrize("compressible", [False, True])
def test_accuracy_against_an_independent_tight_solution(liquid, reference, mm, low, ms, mu, compressible):
    fluid = liquid(viscosity=mu)
    bubble = resting_bubble(mm * 1e-3, low * ATMOSPHERE, fluid, 1.4)
    film = Recovery(low * ATMOSPHERE, ATMOSPHERE, ms * 1e-3)
    time = np.linspace(0, max(1.2 * ms, 1.0) * 1e-3, 1001)
    move = keller_miksis if compressible else rayleigh_plesset
    history = move(time, bubble, fluid, film)
    radius, outward = reference(time, bubble, fluid, film, sound_speed=1500.0 if compressible else np.inf)
    assert history.radius == pytest.approx(radius, rel=1e-3 if compressible else 5e-3)
    if ms < 10:  # slower recoveries are all but silent, and their sound is the small difference of large forces
        allowed = (1e-3 if compressible else 5e-3) * np.abs(outward).max()
        assert history.volume_acceleration == pytest.approx(outward, rel=0, abs=allowed)


def test_confined_growth_against_an_independent_tight_solution(liquid, reference):
    fluid = liquid(viscosity=0.1)
    bubble = resting_bubble(50e-6, ATMOSPHERE, fluid, 1.4)
    time, compliance = np.linspace(0, 1e-3, 500), 1e-13
    for move, speed in ((rayleigh_plesset, np.inf), (keller_miksis, 1500.0)):
        history = move(time, bubble, fluid, Steady(-1e5), compliance)
        radius, outward = reference(time, bubble, fluid, Steady(-1e5), compliance, speed)
        assert history.radius == pytest.approx(radius, rel=1e-3)
        assert history.volume_acceleration == pytest.approx(outward, rel=0, abs=2e-3 * np.abs(outward).max())


@pytest.mark.papercheck  # Case 3: Rayleigh 1917, doi 10.1080/14786440808635681; the constant is 0.9146813565.
def test_rayleigh_collapse_time():
    assert rayleigh_collapse_time(1.0, 1.0, 1.0) == pytest.approx(0.9146813565, abs=1e-10)
    empty, fluid = Bubble(1e-3, 0.0, 1.4), Liquid(1000.0, 0.0, 0.0, 0.0, 1500.0)
    collapse = rayleigh_collapse_time(1e-3, 1000.0, ATMOSPHERE)
    time = collapse * (1 - np.geomspace(1, 1e-5, 200))
    history = rayleigh_plesset(time, empty, fluid, Steady(ATMOSPHERE), tolerance=1e-11)
    # Close to the end R⁵ᐟ² falls in a straight line to 0.
    reached = np.polynomial.Polynomial.fit(history.radius[-20:] ** 2.5, time[-20:], 1)(0.0)
    assert reached == pytest.approx(collapse, rel=1e-4)


@pytest.mark.papercheck  # Case 5: R0 225 µm, ρ 1064, 1 atm, rest at R0/6, κ 1.4, 60 µs: energy is conserved.
def test_first_integral():
    r0, rho, kappa = 225e-6, 1064.0, 1.4
    bubble = Bubble(r0, ATMOSPHERE / 6 ** (3 * kappa), kappa)
    fluid = Liquid(rho, 0.0, 0.0, 0.0, 1500.0)
    history = rayleigh_plesset(np.linspace(0, 60e-6, 600), bubble, fluid, Steady(ATMOSPHERE), tolerance=1e-12)
    r, n = history.radius, 3 - 3 * kappa
    gas = 2 * bubble.gas_pressure * r0 ** (3 * kappa) * (r**n - r0**n) / (rho * n)
    residual = r**3 * history.wall_speed**2 - gas + 2 * ATMOSPHERE / (3 * rho) * (r**3 - r0**3)
    assert np.abs(residual).max() / (r0**3 * ATMOSPHERE / rho) < 1e-8
    assert history.smallest_ratio < 0.1


@pytest.mark.papercheck  # Case 6: the gap between the two equations falls as 1/c.
def test_keller_miksis_tends_to_rayleigh_plesset(liquid):
    time, film = np.linspace(0, 60e-6, 400), Steady(ATMOSPHERE)
    bubble = Bubble(225e-6, ATMOSPHERE / 6**4.2, 1.4)
    exact = rayleigh_plesset(time, bubble, liquid(), film, tolerance=1e-13).radius
    gaps = [
        np.abs(keller_miksis(time, bubble, liquid(sound_speed=c), film, tolerance=1e-13).radius - exact).max()
        for c in (1e5, 1e7)
    ]
    assert 50 < gaps[0] / gaps[1] < 200


# Keller & Miksis 1980, doi 10.1121/1.384720: least R/R0 0.148 against 0.158, peak 1.76e5 against 1.44e5 Pa.
@pytest.mark.papercheck
def test_compressibility_softens_a_collapse(liquid):
    fluid = liquid(density=1000.0)
    bubble = resting_bubble(1e-3, 0.1 * ATMOSPHERE, fluid, 1.4)
    time = np.linspace(0, 0.5e-3, 20_001)
    for move, ratio, peak in ((rayleigh_plesset, 0.148, 1.76e5), (keller_miksis, 0.158, 1.44e5)):
        history = move(time, bubble, fluid, KinkedRecovery(0.1 * ATMOSPHERE, ATMOSPHERE, 1e-4))
        sound = fluid.density * history.volume_acceleration / (4 * np.pi * 0.01)
        assert history.smallest_ratio == pytest.approx(ratio, abs=0.002)
        assert np.abs(sound).max() == pytest.approx(peak, rel=0.03)


def test_small_swings_have_minnaerts_note(liquid):
    fluid = liquid(viscosity=0.0, surface_tension=0.0, vapour_pressure=0.0)
    bubble = resting_bubble(1e-3, ATMOSPHERE, fluid, 1.4)
    time = np.linspace(0, 5e-3, 5000)
    history = rayleigh_plesset(time, bubble, fluid, Steady(1.001 * ATMOSPHERE), tolerance=1e-9)
    swing = history.radius - history.radius.mean()
    crossings = time[1:][(swing[:-1] < 0) & (swing[1:] >= 0)]
    note = (crossings.size - 1) / (crossings[-1] - crossings[0])
    assert note == pytest.approx(minnaert_frequency(1e-3, ATMOSPHERE, 1010.0, 1.4), rel=2e-3)


# Ranges of a joint and beyond; the liquid is thick enough that no run rings more than a slider can wait for.
SIZES, LOWS, TIMES, THICKNESS = (
    st.floats(1e-5, 3e-3),
    st.floats(7e3, 1e5),
    st.floats(1e-4, 1e-2),
    st.floats(0.3, 2),
)


@settings(max_examples=60)
@given(SIZES, LOWS, TIMES, THICKNESS, st.floats(1, 5 / 3))
@example(0.002162179022549566, 7000.0, 0.006319622430131319, 0.3, 1.04)  # here the solver got stuck
def test_any_bubble_stays_finite_and_comes_to_rest(liquid, radius, low, duration, mu, kappa):
    fluid = liquid(viscosity=mu)
    bubble = resting_bubble(radius, low, fluid, kappa)
    rest_time = duration + 100 * fluid.density * radius**2 / mu + 100 * mu / ATMOSPHERE
    history = keller_miksis(np.linspace(0, rest_time, 300), bubble, fluid, Recovery(low, ATMOSPHERE, duration))
    for series in (history.radius, history.wall_speed, history.volume_acceleration, history.ambient_pressure):
        assert np.isfinite(series).all()
    assert (history.radius > 0).all()
    assert 0 < history.smallest_ratio <= 1
    assert history.radius[-1] == pytest.approx(equilibrium_radius(bubble, fluid, ATMOSPHERE), rel=0.02)


@settings(max_examples=30)
@given(st.floats(-1e6, 0), st.floats(1e-14, 1e-12), st.floats(0.1, 2))
def test_a_confined_pocket_never_outgrows_its_joint(liquid, tension, compliance, mu):
    fluid = liquid(viscosity=mu)
    bubble = resting_bubble(10e-6, ATMOSPHERE, fluid, 1.4)
    history = keller_miksis(np.linspace(0, 0.02, 500), bubble, fluid, Steady(tension), compliance)
    assert history.volume.max() < 2.01 * compliance * (6280 - tension)
    gained = (history.ambient_pressure - tension) * compliance
    assert gained == pytest.approx(history.volume - history.volume[0], abs=1e-6 * history.volume.max())


def test_the_stiff_corner_is_followed(liquid):
    fluid = liquid(viscosity=0.5)
    bubble = resting_bubble(10e-6, 0.3 * ATMOSPHERE, fluid, 1.4)
    film = Recovery(0.3 * ATMOSPHERE, ATMOSPHERE, 1e-3)
    history = rayleigh_plesset(np.linspace(0, 5e-3, 400), bubble, fluid, film)
    assert history.radius[-1] == pytest.approx(equilibrium_radius(bubble, fluid, ATMOSPHERE), rel=1e-4)


def test_more_viscosity_means_less_collapse(liquid):
    time, film = np.linspace(0, 5e-3, 1000), Recovery(2e4, ATMOSPHERE, 1e-3)
    least = [
        keller_miksis(time, resting_bubble(2e-3, 2e4, fluid, 1.4), fluid, film).smallest_ratio
        for fluid in (liquid(viscosity=mu) for mu in (0.1, 0.3, 1.0, 3.0))
    ]
    assert (np.diff(least) > 0).all()


def test_what_cannot_be_followed_says_so(liquid):
    time, film = np.linspace(0, 1e-3, 100), Steady(ATMOSPHERE)
    with pytest.raises(ModelLimit):  # an empty cavity reaches the point of infinite speed
        rayleigh_plesset(time, Bubble(1e-3, 0.0, 1.4), liquid(viscosity=0.0), film)
    with pytest.raises(ModelLimit, match="outruns sound"):
        keller_miksis(time / 1000, Bubble(1e-3, ATMOSPHERE, 1.4), liquid(), film, wall_speed=1600.0)
    ringing = resting_bubble(1e-5, 2e4, liquid(viscosity=0.0), 1.4)
    with pytest.raises(ModelLimit, match="violently"):
        rayleigh_plesset(time * 1000, ringing, liquid(viscosity=0.0), Recovery(2e4, 1e5, 1e-5))


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("time", {"time": [0.0, np.nan]}),
        ("time", {"time": [1.0, 0.0]}),
        ("compliance", {"compliance": -1.0}),
        ("wall_speed", {"wall_speed": np.inf}),
        ("tolerance", {"tolerance": 0.0}),
    ],
)
def test_impossible_input_is_named(liquid, name, changes):
    usual = {
        "time": [0.0, 1e-4],
        "bubble": resting_bubble(1e-3, ATMOSPHERE, liquid(), 1.4),
        "liquid": liquid(),
        "film_pressure": Steady(ATMOSPHERE),
    }
    for move in (rayleigh_plesset, keller_miksis):
        with pytest.raises(ValueError, match=name):
            move(**(usual | changes))
    with pytest.raises(ValueError, match="pressure_difference"):
        rayleigh_collapse_time(1e-3, 1000.0, 0.0)
