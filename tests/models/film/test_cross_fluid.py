import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab import sources
from jointlab.models.film.cross_fluid import CONDITIONS, ThinningFluid, synovial_fluid, water

rates = st.floats(0, 1e9)


@st.composite
def fluids(draw):
    fast = draw(st.floats(1e-4, 1.0))
    return ThinningFluid(fast * draw(st.floats(1, 1e4)), fast, draw(st.floats(1e-3, 100)), draw(st.floats(0.05, 1)))


@given(fluids(), rates, rates)
def test_viscosity_falls_and_stress_rises_with_the_shear_rate(fluid, one, other):
    slow, fast = sorted((one, other))
    thick, thin = fluid.viscosity([slow, fast])
    assert fluid.when_fast * (1 - 1e-12) <= thin <= thick * (1 + 1e-12)
    assert thick <= fluid.at_rest * (1 + 1e-12)
    assert thin * fast >= thick * slow * (1 - 1e-9)


@given(fluids())
def test_limits(fluid):
    assert fluid.viscosity(0) == pytest.approx(fluid.at_rest)
    assert fluid.viscosity(1 / fluid.time) == pytest.approx((fluid.at_rest + fluid.when_fast) / 2)
    assert fluid.viscosity(1e300) == pytest.approx(fluid.when_fast, rel=1e-6)


@given(st.floats(1e-4, 100), rates)
def test_a_fluid_of_one_viscosity_does_not_thin(viscosity, rate):
    assert ThinningFluid(viscosity, viscosity).viscosity(rate) == viscosity


def test_between_its_ends_the_fluid_follows_a_power_law():
    fluid = ThinningFluid(10.0, 1e-9, 2.0, 0.7)
    assert fluid.viscosity(1e4) / fluid.viscosity(1e3) == pytest.approx(10**-0.7, rel=6e-3)


def test_disease_makes_it_thinner_at_rest_and_quicker_to_follow():
    """What was measured (Schurz & Ribitsch 1987): viscosity at rest and thinning time are less in disease."""
    healthy, worn, inflamed = map(synovial_fluid, CONDITIONS)
    assert healthy.at_rest > worn.at_rest > inflamed.at_rest > water().at_rest
    assert healthy.time > worn.time > inflamed.time
    rates = np.geomspace(1e-2, 1e6, 60)
    assert (healthy.viscosity(rates) >= worn.viscosity(rates)).all()
    assert (worn.viscosity(rates) >= inflamed.viscosity(rates)).all()
    slow, fast = (healthy.viscosity(rate) / inflamed.viscosity(rate) for rate in (1e-2, 1e5))
    assert slow > 100
    assert fast < 2


def test_every_number_of_it_is_called_assumed():
    names = ["synovial_fast_viscosity", "synovial_thinning_exponent"]
    names += [f"{kind}_{part}" for kind in CONDITIONS for part in ("rest_viscosity", "thinning_time")]
    assert {sources.constant(name).flag for name in names} == {"A"}


def test_the_assumed_spread_holds_what_was_measured():
    """Among patients, the thickest sample was about a thousand times as thick as the thinnest."""
    healthy, *diseased = (
        sources.constant(name)
        for name in ("healthy_rest_viscosity", "osteoarthritis_rest_viscosity", "rheumatoid_rest_viscosity")
    )
    low = min(row.low for row in (healthy, *diseased))
    high = max(row.high for row in diseased)
    assert high / low >= sources.observation("synovial_viscosity_spread").value


@pytest.mark.parametrize(
    ("words", "make"),
    [
        ("at_rest", lambda: ThinningFluid(0, 1e-3)),
        ("when_fast", lambda: ThinningFluid(1, -1e-3)),
        ("at_rest minus when_fast", lambda: ThinningFluid(1e-3, 1)),
        ("time", lambda: ThinningFluid(1, 1e-3, 0)),
        ("exponent", lambda: ThinningFluid(1, 1e-3, 1, 1.5)),
        ("shear_rate", lambda: ThinningFluid(1, 1e-3).viscosity(-1)),
        ("condition must be one of healthy", lambda: synovial_fluid("tired")),
    ],
)
def test_impossible_fluids_are_named(words, make):
    with pytest.raises(ValueError, match=words):
        make()
