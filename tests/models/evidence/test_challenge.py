"""Challenge per newton: published activities, limits, and comparisons that doubt makes void."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from jointlab import sources
from jointlab.models.evidence.challenge import Challenge, activity, compare, interval_of_mean
from jointlab.models.interval import Interval
from jointlab.models.require import Impossible
from jointlab.sources import muscle_activity
from jointlab.units import read_in

NEAR, FAR = (muscle_activity(f"callaghan_eo_bird_{side}") for side in ("near", "far"))


@pytest.mark.papercheck  # Callaghan 1998: 16.2 (6.0) % of 13 men; t for 12 degrees of freedom is 2.179.
def test_the_interval_of_a_published_mean():
    band = activity(NEAR).band
    assert band.middle == 0.162
    assert (band.low, band.high) == pytest.approx((0.1257, 0.1983), abs=5e-5)


@pytest.mark.papercheck  # McGill 2015: 88 % of the external oblique at about 3000 N.
def test_the_challenge_of_a_published_pair():
    row, load = muscle_activity("mcgill_eo_hanging"), sources.measured_load("model_hanging_legs")
    known = Challenge(Interval.exactly(row.value), row.scale, row.key) / Interval.exactly(load.value)
    assert read_in(known.band.middle, "% per kN") == pytest.approx(29.3, abs=0.05)


def test_the_oblique_of_the_lifted_leg_works_more_and_of_the_rectus_nobody_can_tell():
    assert compare(activity(NEAR), activity(FAR)) == "first"
    assert compare(activity(FAR), activity(NEAR)) == "second"
    near, far = (activity(muscle_activity(f"callaghan_ra_bird_{side}")) for side in ("near", "far"))
    assert compare(near, far) == "void"


def test_doubt_about_the_load_makes_a_sure_difference_void():
    sure, doubtful = Interval.exactly(2000.0), Interval(1000.0, 2000.0, 4000.0)
    assert compare(activity(NEAR) / sure, activity(FAR) / sure) == "first"
    assert compare(activity(NEAR) / doubtful, activity(FAR) / doubtful) == "void"


def test_a_heavier_load_can_turn_a_comparison_round():
    light, heavy = Interval(900.0, 1000.0, 1100.0), Interval(9000.0, 10_000.0, 11_000.0)
    assert compare(activity(NEAR) / heavy, activity(FAR) / light) == "second"


@given(st.floats(0.01, 1), st.floats(0, 0.5), st.integers(2, 500))
def test_the_interval_holds_the_mean_and_shrinks_with_people(mean, sd, n):
    band, more = interval_of_mean(mean, sd, n), interval_of_mean(mean, sd, 4 * n)
    assert band.low <= mean <= band.high
    assert (band.high - band.low) >= 2 * (more.high - more.low) - 1e-12
    assert band.high - mean == pytest.approx(mean - band.low)


def test_of_very_many_people_it_is_the_normal_interval():
    band = interval_of_mean(0.5, 0.1, 10**8)
    assert (band.high - 0.5) * 1e4 / 0.1 == pytest.approx(stats.norm.isf(0.025), rel=1e-6)


@given(st.floats(100, 5000), st.floats(1, 3))
def test_per_newton_holds_every_pair_inside_the_bands(load, doubt):
    whole, band = activity(NEAR).band, (activity(NEAR) / Interval(load / doubt, load, load * doubt)).band
    assert band.low == pytest.approx(whole.low / (load * doubt))
    assert band.high == pytest.approx(whole.high * doubt / load)
    assert band.middle == pytest.approx(whole.middle / load)


@pytest.mark.parametrize("name", ["ekstrom_gmax_bird", "kong_eo_plank", "calatayud_ra_plank", "losavio_mf_bird"])
def test_without_a_spread_or_a_number_of_people_there_is_no_interval(name):
    with pytest.raises(Impossible, match=r"has no interval: of \w+, no mean with its spread"):
        activity(muscle_activity(name))


def test_bad_input_gives_one_clear_sentence():
    other = Challenge(Interval.exactly(0.3), "MVIC", "ekstrom2007")
    with pytest.raises(Impossible, match=r"callaghan1998 \(% MVC\) and ekstrom2007 \(% MVIC\) cannot be compared"):
        compare(activity(NEAR), other)
    same_scale = Challenge(Interval.exactly(0.3), "MVC", "mcgill2015")
    with pytest.raises(Impossible, match="each study measures against a reference of its own"):
        compare(activity(NEAR), same_scale)
    with pytest.raises(Impossible, match="n minus 2 must be a finite number, 0 or more"):
        interval_of_mean(0.5, 0.1, 1)
    with pytest.raises(Impossible, match="compression must be a finite number greater than 0"):
        other / Interval(-10.0, 100.0, 200.0)
