import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab.models.bubble.recovery import Recovery, Steady, smootherstep, smootherstep_curvature


@given(st.floats(-1e6, 1e5), st.floats(0, 1e6), st.floats(1e-5, 1.0), st.floats(-2, 3))
def test_a_recovery_stays_between_its_ends_and_its_rate_is_its_slope(low, rise, duration, moment):
    recovery = Recovery(low, low + rise, duration)
    time, nudge = moment * duration, 1e-5 * duration
    margin = 1e-9 * (abs(low) + rise + 1)
    assert low - margin <= recovery(time) <= low + rise + margin
    slope = (recovery(time + nudge) - recovery(time - nudge)) / (2 * nudge)
    assert recovery.rate(time) == pytest.approx(slope, abs=1e-5 * (rise + abs(low) + 1) / duration)
    assert recovery.at(time) == pytest.approx((recovery(time), recovery.rate(time)), abs=1e-9 * (abs(low) + rise + 1))


def test_a_recovery_begins_at_zero_and_ends_on_time():
    recovery = Recovery(2e4, 1e5, 2e-3)
    assert recovery(np.array([-1.0, 0.0, 1e-3, 2e-3, 1.0])) == pytest.approx([2e4, 2e4, 6e4, 1e5, 1e5])
    assert recovery.rate(np.array([-1.0, 0.0, 2e-3, 1.0])) == pytest.approx([0, 0, 0, 0], abs=1e-6)


def test_the_step_is_twice_continuously_differentiable():
    s = np.linspace(-0.5, 1.5, 4001)
    curvature = np.gradient(np.gradient(smootherstep(s), s), s)
    assert smootherstep_curvature(s) == pytest.approx(curvature, abs=0.05)
    assert smootherstep_curvature(np.array([-1.0, 0.0, 0.5, 1.0, 2.0])) == pytest.approx([0] * 5, abs=1e-12)


def test_steady_pressure_has_no_rate():
    steady = Steady(5e4)
    assert steady(np.arange(3.0)) == pytest.approx([5e4] * 3)
    assert steady.rate(2.0) == 0


@pytest.mark.parametrize("bad", [(1e5, 2e4, 1e-3), (2e4, 1e5, 0.0), (np.nan, 1e5, 1e-3), (2e4, np.inf, 1e-3)])
def test_impossible_recoveries(bad):
    with pytest.raises(ValueError, match="must be"):
        Recovery(*bad)
    with pytest.raises(ValueError, match="pressure must be"):
        Steady(np.nan)
