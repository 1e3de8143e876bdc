"""Simulated studies: they come out as the theory of their size says, and each fault bends them its own way."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jointlab.models.evidence import power, studies
from jointlab.models.evidence.studies import BASE, STUDIES, Design
from jointlab.models.require import Impossible

NO_FAULT = Design(100)
RISKS = st.floats(1, 3)


def test_without_faults_the_true_risk_is_seen():
    for effect in (0.5, 1, 2, 3):
        assert studies.seen_risk(effect, NO_FAULT) == pytest.approx(effect * BASE)


@pytest.mark.parametrize("people", [40, 110, 400])
@pytest.mark.parametrize("effect", [1, 1.5, 2])
def test_studies_find_as_much_as_their_size_lets_them(people, effect):
    """In small groups a little less: the interval is more careful there than the test of two shares."""
    many = [studies.simulate(effect, Design(people), seed) for seed in range(40)]
    found = np.mean([one.find_harm.mean() + one.find_protection.mean() for one in many])
    assert found == pytest.approx(power.power(effect * BASE, people, BASE, people), abs=0.04)


@pytest.mark.parametrize("effect", [1, 2])
def test_their_ratios_lie_around_the_true_one_and_their_intervals_hold_it(effect):
    one = studies.simulate(effect, Design(500))
    assert np.exp(np.log(one.ratio).mean()) == pytest.approx(effect, rel=0.03)
    assert np.mean((one.low <= effect) & (effect <= one.high)) == pytest.approx(0.95, abs=0.03)


def test_they_are_always_the_same_and_stand_in_order():
    one, again = (studies.simulate(1.5, Design(60, 0.2, 0.05, 0.3)) for _ in range(2))
    assert (one.ratio == again.ratio).all()
    assert len(one.ratio) == STUDIES
    assert (np.diff(one.ratio) >= 0).all()
    assert (one.low < one.ratio).all()
    assert (one.ratio < one.high).all()
    assert not (one.find_harm & one.find_protection).any()


@given(RISKS, st.floats(0, 0.6), st.floats(0, 0.2), st.floats(0, 0.6))
def test_each_fault_bends_one_way(effect, confounding, examiner, leavers):
    true = studies.seen_risk(effect, NO_FAULT)
    assert studies.seen_risk(effect, Design(100, confounding=confounding)) >= true - 1e-12
    assert studies.seen_risk(effect, Design(100, examiner=examiner)) >= true - 1e-12
    assert studies.seen_risk(effect, Design(100, leavers=leavers)) <= true + 1e-12
    assert 0 < studies.seen_risk(effect, Design(100, confounding, examiner, leavers)) < 1


def test_how_much_each_fault_bends():
    """Half as many people again who work hard, in whom the risk is doubled; one healthy in ten; half of the harmed."""
    assert studies.seen_risk(1, Design(100, confounding=0.3)) == pytest.approx(BASE * 1.6 / 1.3)
    assert studies.seen_risk(1, Design(100, examiner=0.1)) == pytest.approx(BASE + 0.1 * (1 - BASE))
    assert studies.seen_risk(1, Design(100, leavers=0.5)) == pytest.approx(0.1 / 0.9)


@settings(max_examples=60)
@given(st.integers(5, 2000), RISKS, st.floats(0, 0.6), st.floats(0, 0.2), st.floats(0, 0.9))
def test_every_study_has_a_ratio_and_an_interval(people, effect, confounding, examiner, leavers):
    one = studies.simulate(effect, Design(people, confounding, examiner, leavers))
    assert all(np.isfinite(part).all() for part in (one.ratio, one.low, one.high))


def test_what_cannot_be_is_told_in_one_sentence():
    for call in (
        lambda: Design(0),
        lambda: Design(10, confounding=0.8),
        lambda: Design(10, examiner=1.2),
        lambda: Design(10, leavers=1),
        lambda: studies.seen_risk(0, NO_FAULT),
        lambda: studies.seen_risk(6, NO_FAULT),
    ):
        with pytest.raises(Impossible):
            call()
