import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab import sources
from jointlab.models.require import Impossible
from jointlab.models.tissue.creep import Recovery, crept, one_time, spells, two_times
from jointlab.units import in_si

RESTS = st.floats(0, 1e5)


@pytest.mark.parametrize(("minutes", "degrees"), [(1, 0.63), (5, 2.58), (9.4, 3.95), (20, 5.50), (40, 6.16)])
def test_creep_of_a_back_that_is_held_bent(minutes, degrees):
    """PC21."""
    assert crept(in_si(minutes, "minutes")) == pytest.approx(degrees, abs=0.005)


def test_creep_ends_a_little_later_than_the_experiment():
    """PC21: 6.24 degrees in the end."""
    assert crept(1e6) == pytest.approx(6.24, abs=0.005)


def test_one_time_cannot_be_both_quick_and_slow():
    """PC23."""
    single = one_time()
    assert single.fast / 60 == pytest.approx(2.885, abs=0.001)
    assert single.left(1800.0) == pytest.approx(3.1e-5, abs=1e-6)


def test_two_times_can():
    """PC23. All that the abstract tells: half is back in 2 min, and all only later than the 20 min of bending."""
    assert two_times().left(1200.0) > 0.25 > 0.01 > one_time().left(1200.0)
    double = two_times()
    assert double.quick == pytest.approx(0.553, abs=5e-4)
    assert double.left(1800.0) == pytest.approx(0.211, abs=5e-4)
    assert double.left(120.0) == pytest.approx(1 - sources.observation("stiffness_back_2").value)


@pytest.mark.parametrize(
    ("minutes", "fade", "last", "growth"),
    [((3, 12, 4), 2.885, 1.73, 0.02), ((1, 4, 12), 2.885, 0.81, 0.18), ((3, 12, 4), 40, 3.39, 1.68),
     ((1, 4, 12), 40, 3.10, 2.46)],
)  # fmt: skip
def test_spells_with_rests_do_not_come_out_as_measured(minutes, fade, last, growth):
    """PC22."""
    bent, rested, count = minutes
    peaks = spells(60.0 * bent, 60.0 * rested, count, 60 * fade)
    assert peaks.shape == (count,)
    assert peaks[-1] == pytest.approx(last, abs=0.006)
    assert peaks[-1] - peaks[0] == pytest.approx(growth, abs=0.006)


def test_no_fade_gives_what_was_measured_in_both_schedules():
    long, short = (sources.observation(name).value for name in ("rests_long", "rests_short"))
    for fade in np.geomspace(30, 36000, 60):
        first, second = spells(180, 720, 4, fade), spells(60, 240, 12, fade)
        growth = abs(np.ptp(first) - long), abs(np.ptp(second) - short)
        last = abs(first[-1] - long), abs(second[-1] - short)
        assert max(growth) > 0.5
        assert max(last) > 0.5


def test_one_long_spell_is_creep():
    assert spells(600, 60, 1, 100)[0] == pytest.approx(crept(600.0))


@given(st.floats(10, 1000), st.integers(1, 8))
def test_without_rest_spells_add_up(bent, count):
    assert spells(bent, 1e-9, count, 100)[-1] == pytest.approx(crept(bent * count), rel=1e-6)


@given(RESTS, st.floats(0, 1), st.floats(1, 1e4), st.floats(1, 1e4))
def test_what_is_left_only_falls(rested, quick, fast, slow):
    recovery = Recovery(quick, fast, slow)
    assert recovery.left(0.0) == pytest.approx(1)
    assert 0 <= recovery.left(rested + 60) <= recovery.left(rested) <= 1 + 1e-12


def test_after_its_time_one_part_has_fallen_to_1_over_e():
    assert Recovery(1, 100, 5).left(100.0) == pytest.approx(1 / math.e)


def test_what_cannot_be_is_refused():
    with pytest.raises(Impossible, match="quick must be between 0 and 1"):
        Recovery(1.2, 1, 1)
    with pytest.raises(Impossible, match="rested must be"):
        two_times().left(-1.0)
    with pytest.raises(Impossible, match="held must be"):
        crept(-1.0)
    with pytest.raises(Impossible, match="fade must be"):
        spells(1, 1, 1, 0)
