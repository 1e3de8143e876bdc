import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab import sources
from jointlab.models.body.compressive_strength import share_weaker, strength_distributions

STRENGTH = sources.observation("lumbar_strength")
DEVIATION = sources.observation("lumbar_strength_sd").value


@pytest.mark.papercheck  # Jäger 2018: 4.84 ± 2.50 kN.
@pytest.mark.parametrize("name", ["normal", "gamma", "lognormal"])
def test_every_distribution_has_the_published_mean_and_deviation(name):
    spread = strength_distributions()[name]
    assert spread.mean() == pytest.approx(STRENGTH.value)
    assert spread.std() == pytest.approx(DEVIATION)


@pytest.mark.papercheck  # Normal 4.84 ± 2.50 kN: 28 % are weaker than 3.4 kN, 73 % weaker than 6.4 kN.
def test_the_normal_distribution():
    normal = strength_distributions()["normal"]
    assert normal.cdf([3400, 6400]) == pytest.approx([0.28, 0.73], abs=0.005)


def test_only_the_normal_distribution_knows_specimens_weaker_than_nothing():
    at_zero = {name: float(spread.cdf(0)) for name, spread in strength_distributions().items()}
    assert at_zero["normal"] == pytest.approx(0.026, abs=0.001)
    assert at_zero["gamma"] == at_zero["lognormal"] == 0


@pytest.mark.papercheck  # Jäger 2018: the 1192 specimens ranged from 0.6 to 15.6 kN.
def test_the_gamma_distribution_expects_the_range_that_was_found():
    misfit = {}
    for name, spread in strength_distributions().items():
        weakest, strongest = spread.ppf(1 / STRENGTH.n), spread.ppf(1 - 1 / STRENGTH.n)
        misfit[name] = abs(weakest - STRENGTH.low) + abs(strongest - STRENGTH.high)
        if name == "gamma":
            assert weakest == pytest.approx(STRENGTH.low, abs=200)
            assert strongest == pytest.approx(STRENGTH.high, abs=1000)
    assert min(misfit, key=misfit.get) == "gamma"


def test_the_action_limit_is_no_line_of_safety():
    share = share_weaker(sources.value("action_limit"))
    assert 0.25 < share.low < share.middle <= share.high < 0.35


@given(st.lists(st.floats(0, 30e3), min_size=2, max_size=8))
def test_more_compression_breaks_more(compressions):
    line = np.sort(compressions)
    share = share_weaker(line)
    for end in (share.low, share.middle, share.high):
        assert (np.diff(end) >= 0).all()
        assert ((end >= 0) & (end <= 1)).all()
    assert (share.low <= share.middle).all()
    assert (share.middle <= share.high).all()


def test_limits_and_many_at_once():
    assert share_weaker(0).middle == 0
    assert share_weaker(50e3).low == pytest.approx(1, abs=1e-3)
    many = share_weaker(np.array([[1e3, 3e3], [5e3, 9e3]]))
    assert many.middle.shape == (2, 2)
    assert many.high[1, 0] == share_weaker(5e3).high


@pytest.mark.parametrize("wrong", [-1, np.nan, [100, -5]])
def test_negative_compression_is_refused_in_words(wrong):
    with pytest.raises(ValueError, match="compression must be a finite number, 0 or more"):
        share_weaker(wrong)
