"""How often a study finds what is there, held against exact enumeration and the papers' sizes."""

from math import comb
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab.models.evidence import power
from jointlab.models.require import Impossible


def binomial(people, share):
    """How likely 0, 1, 2, … hits among so many people are, written out: scipy is what the model itself calls."""
    return np.array([comb(people, hits) * share**hits * (1 - share) ** (people - hits) for hits in range(people + 1)])


def enumerated(first, people, second, others):
    """The share of all possible outcomes, each weighed by its probability, in which the test of two shares is
    significant."""
    hits, other_hits = np.arange(people + 1)[:, None], np.arange(others + 1)
    together = (hits + other_hits) / (people + others)
    spread = np.sqrt(together * (1 - together) * (1 / people + 1 / others))
    apart = np.abs(hits / people - other_hits / others)
    weight = binomial(people, first)[:, None] * binomial(others, second)
    return float(weight[(apart > NormalDist().inv_cdf(0.975) * spread) & (spread > 0)].sum())


@pytest.mark.papercheck
def test_what_215_hands_could_find():
    assert power.power(0.181, 127, 0.215, 79) == pytest.approx(0.096, abs=5e-4)
    assert power.least_odds_ratio(17 / 79, 127, 79) == pytest.approx(2.44, abs=5e-3)


@pytest.mark.papercheck
def test_what_a_study_of_lumbar_hypermobility_would_need():
    assert power.needed_in_each(0.10, 0.05) == 435


# What statsmodels 0.15.0 (power_proportions_2indep), which the course does not install, gives for the same studies.
def test_another_library_finds_the_same():
    assert power.power(0.4, 40, 0.2, 40) == pytest.approx(0.49669327934333457, rel=1e-9)
    assert power.power(23 / 127, 127, 17 / 79, 79) == pytest.approx(0.09600939094616656, rel=1e-9)
    assert power.needed_in_each(0.4, 0.2, 0.9) == 109  # theirs: 108.24, not yet rounded up
    assert power.needed_in_each(0.1, 0.05) == 435  # 434.43


@pytest.mark.parametrize(
    "case", [(0.4, 40, 0.2, 40), (0.4, 110, 0.2, 110), (0.181, 127, 0.215, 79), (0.3, 60, 0.3, 90)]
)
def test_it_comes_near_to_exact_enumeration(case):
    assert power.power(*case) == pytest.approx(enumerated(*case), abs=0.02)


@given(st.floats(0.02, 0.98), st.integers(10, 5000), st.integers(10, 5000))
def test_without_a_difference_it_is_wrong_once_in_twenty(share, people, others):
    assert power.power(share, people, share, others) == pytest.approx(0.05)


@given(st.floats(0.05, 0.45), st.floats(1.2, 2.0), st.integers(20, 2000))
def test_more_people_find_more(share, times, people):
    assert (
        power.power(share * times, people, share, people)
        < power.power(share * times, 2 * people, share, 2 * people) + 1e-12
    )


@given(st.floats(0.05, 0.45), st.floats(1.3, 2.0), st.floats(0.5, 0.95))
def test_what_is_needed_is_enough_and_no_more(share, times, often):
    needed = power.needed_in_each(share, share * times, often)
    assert power.power(share * times, needed, share, needed) >= often - 1e-9
    if needed > 12:
        assert power.power(share * times, needed - 2, share, needed - 2) < often + 1e-3


@given(st.floats(0.01, 0.99), st.floats(0.1, 10))
def test_a_share_at_odds_has_these_odds(share, ratio):
    other = power.share_at_odds(share, ratio)
    assert other / (1 - other) == pytest.approx(ratio * share / (1 - share))


def test_what_cannot_be_is_told_in_one_sentence():
    for call in (
        lambda: power.power(1.2, 10, 0.1, 10),
        lambda: power.power(0, 10, 0, 10),
        lambda: power.needed_in_each(0.2, 0.2),
        lambda: power.share_at_odds(1, 2),
        lambda: power.least_odds_ratio(0.2, 40, 40, often=0.01),
    ):
        with pytest.raises(Impossible):
            call()
