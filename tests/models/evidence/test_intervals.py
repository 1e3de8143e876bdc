"""Standard errors, p, spreads and scales: printed results, limits, and what holds whatever the numbers."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jointlab import sources
from jointlab.models.evidence import intervals
from jointlab.models.interval import Interval
from jointlab.models.require import Impossible

NUMBERS = st.floats(-50, 50)
WIDTHS = st.floats(0.01, 80)


@pytest.mark.papercheck
@pytest.mark.parametrize(
    ("low", "value", "high", "error", "z"),
    [
        (-18.3, -15.2, -12.2, 1.556, -9.8),  # Hayden 2021, with the decimals of its abstract
        (-17.11, -10.26, -3.40, 3.497, -2.93),  # Mu 2020
        (-1.64, -0.52, 0.59, 0.569, -0.91),  # Zhu 2020, after a year
    ],
)
def test_standard_errors_behind_printed_intervals(low, value, high, error, z):
    found = intervals.standard_error(low, high)
    assert found == pytest.approx(error, abs=6e-4)
    assert value / found == pytest.approx(z, abs=0.04)


@pytest.mark.papercheck  # Zhu 2020: yoga after a year, p = 0.36; Pocovi 2024: hazard ratio 0.72, p = 0.0002.
def test_p_that_belongs_to_printed_intervals():
    yoga, walking = sources.alternative("yoga_year"), sources.exercise_trial("pocovi_recurrence")
    error = intervals.standard_error(yoga.low, yoga.high)
    assert intervals.two_sided_p(yoga.value, error) == pytest.approx(0.36, abs=0.005)
    error = intervals.ratio_standard_error(walking.low, walking.high)
    assert error == pytest.approx(0.0889, abs=5e-5)
    assert intervals.two_sided_p(math.log(walking.value), error) == pytest.approx(walking.p, rel=0.15)


@pytest.mark.papercheck  # The spread of pain_spread: 19 and 22 points follow from intervals, 26.7 is printed.
def test_the_spread_among_people_that_intervals_tell():
    pills, floor = sources.alternative("nsaid_lasting"), sources.exercise_trial("ijzelenberg_pain")
    spreads = [
        float(intervals.spread_behind(intervals.standard_error(row.low, row.high), row.n)) for row in (pills, floor)
    ]
    assert spreads == pytest.approx([19, 22], abs=0.5)
    row = sources.constant("pain_spread")
    assert row.low == round(spreads[0]) < spreads[1] < row.value <= row.high


@pytest.mark.papercheck  # Heat wrap: 1.06 of 5, more is better, is 21.2 of 100; yoga: 0.43 of 10 is 4.3 of 100.
def test_scales_of_all_kinds_in_points_of_100():
    heat = intervals.in_points(Interval(0.68, 1.06, 1.45), 5, more_is_better=True)
    assert (heat.low, heat.middle, heat.high) == pytest.approx((-29.0, -21.2, -13.6))
    yoga = intervals.in_points(Interval(-0.64, -0.43, -0.23), 10)
    assert (yoga.low, yoga.middle, yoga.high) == pytest.approx((-6.4, -4.3, -2.3))


@given(NUMBERS, WIDTHS, st.floats(0.6, 0.99))
def test_an_interval_built_from_its_error_has_that_error(middle, error, confidence):
    from scipy.stats import norm

    reach = norm.ppf((1 + confidence) / 2) * error
    assert intervals.standard_error(middle - reach, middle + reach, confidence) == pytest.approx(error, rel=1e-6)


@given(NUMBERS, WIDTHS)
def test_p_is_one_twentieth_where_the_interval_just_touches_nothing(low, width):
    error = intervals.standard_error(0.0, width)
    assert intervals.two_sided_p(width / 2, error) == pytest.approx(0.05)
    assert intervals.two_sided_p(low, error) == intervals.two_sided_p(-low, error)
    assert intervals.two_sided_p(0.0, error) == 1


@given(NUMBERS, WIDTHS, WIDTHS, st.sampled_from([5.0, 10.0, 24.0, 100.0]), st.booleans())
def test_turning_a_scale_keeps_the_order_and_the_z(middle, below, above, end, over):
    one = Interval(middle - below, middle, middle + above)
    points = intervals.in_points(one, end, over)
    assert points.low <= points.middle <= points.high
    assert points.high - points.low == pytest.approx((one.high - one.low) * 100 / end)
    assert (points.middle < 0) == ((one.middle > 0) if over else (one.middle < 0))
    assume(abs(middle) > 1e-6)
    before = middle / intervals.standard_error(one.low, one.high)
    after = points.middle / intervals.standard_error(points.low, points.high)
    assert abs(after) == pytest.approx(abs(before))


def test_spreads_are_turned_and_translated():
    assert intervals.in_spreads(Interval(0.02, 0.22, 0.41), more_is_better=True) == Interval(-0.41, -0.22, -0.02)
    points = intervals.translated(Interval(-0.58, -0.33, -0.08), Interval(19.0, 26.7, 27.0))
    assert (points.low, points.middle, points.high) == pytest.approx((-15.66, -8.811, -1.52))


def test_more_people_make_a_narrower_interval_of_the_same_spread():
    errors = np.array([2.0, 1.0])
    assert intervals.spread_behind(errors, [100, 400]) == pytest.approx([10.0, 10.0])


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: intervals.standard_error(2.0, 2.0), "high minus low must be a finite number greater than 0"),
        (lambda: intervals.standard_error(3.0, 2.0), "high minus low"),
        (lambda: intervals.standard_error(float("nan"), 2.0), "low must be a finite number"),
        (lambda: intervals.ratio_standard_error(0.0, 2.0), "low must be a finite number greater than 0"),
        (lambda: intervals.standard_error(1.0, 2.0, 95), "confidence must be between"),
        (lambda: intervals.two_sided_p(1.0, 0.0), "error must be"),
        (lambda: intervals.spread_behind(1.0, 0), "people must be"),
        (lambda: intervals.in_points(Interval(0, 1, 2), 0), "end must be"),
        (lambda: intervals.translated(Interval(-1, 0, 1), Interval(0.0, 1.0, 2.0)), "spread must be"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(call, says):
    with pytest.raises(Impossible, match=says):
        call()
