"""Passive forces: both curves as the package has them, and where they agree and disagree."""

import numpy as np
import pytest

from jointlab import sources
from jointlab.models.body import passive_muscle as model
from jointlab.models.body.passive_muscle import CURVES, millard, passive_forces, passive_moments, thelen
from jointlab.models.require import Impossible


@pytest.mark.papercheck  # Cases 34 and 35.
def test_curves_have_their_printed_values():
    assert thelen(1.4) == pytest.approx(np.expm1(10 / 3) / np.expm1(5))
    assert [thelen(x) for x in (1.2, 1.4, 1.6)] == pytest.approx([0.0291, 0.183, 1.0], abs=5e-4)
    assert [millard(x) for x in (1.2, 1.4, 1.6)] == pytest.approx([0.0497, 0.2629, 0.7171], abs=5e-5)
    assert millard(1.4) / thelen(1.4) == pytest.approx(1.43, abs=0.01), "the choice of the curve changes the answer"


@pytest.mark.parametrize("curve", CURVES.values())
def test_fibres_that_are_not_stretched_do_not_resist(curve):
    assert curve(1.0) == 0
    assert curve(0.5) == 0
    assert (np.diff(curve(np.linspace(1, 2.2, 200))) > 0).all()
    with pytest.raises(Impossible, match="fibre must be a finite number greater than 0"):
        curve(0.0)


def test_standing_hamstrings_do_not_pull_and_a_raised_leg_is_held_back():
    for curve in CURVES:
        assert 0 <= passive_forces(0, 0)[curve] < 0.1, "newtons"
        assert 0 <= passive_moments(0, 0)[curve] < 0.01, "newton metres"
        rising = passive_moments(np.linspace(0, 90, 46), 0.0)[curve]
        assert (np.diff(rising) >= 0).all()
        assert passive_forces(70, 0)[curve] > 5 * passive_forces(70, 60)[curve], "a bent knee lets go"


def test_the_two_curves_differ_most_where_people_stop_and_cross_beyond():
    thelens, millards = passive_moments(60, 0).values()
    assert millards / thelens == pytest.approx(1.5, abs=0.1)
    thelens, millards = passive_moments(90, 0).values()
    assert thelens > millards


def test_forces_balance_between_fibres_and_tendon():
    """Recomputed for one muscle by another road: the tendon's stretch at the force that was found."""
    row = sources.hamstring("biceps_femoris")
    lengths, forces = model._by_length(row.name, "Thelen 2003")
    at = np.flatnonzero(forces > 300)[0]
    stretches = np.linspace(1, 1.06, 6001)
    tendon = row.tendon * np.interp(forces[at] / row.force, model._tendon(stretches), stretches)
    thick = row.fibre * np.sin(np.radians(row.pennation))
    fibre = np.hypot(lengths[at] - tendon, thick)
    along = row.force * thelen(fibre / row.fibre) * (lengths[at] - tendon) / fibre
    assert along == pytest.approx(forces[at], rel=1e-3)


def test_angles_out_of_range_are_refused():
    with pytest.raises(Impossible, match="hip must be between"):
        passive_forces(150, 0)
