"""How far two examiners agree: published kappas, limits, and properties over whole ranges."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab.models.evidence import reliability

SHARES = st.floats(0.01, 0.99)


@pytest.mark.papercheck  # Junge et al. 2013: kappa of two ways to test the same children.
@pytest.mark.parametrize(
    ("kappa", "prevalence", "luck", "raw"), [(0.64, 0.42, 0.5128, 0.8246), (0.59, 0.46, 0.5032, 0.7963)]
)
def test_raw_agreement_behind_a_published_kappa(kappa, prevalence, luck, raw):
    assert reliability.chance_agreement(prevalence) == pytest.approx(luck, abs=5e-5)
    assert reliability.agreement(kappa, prevalence) == pytest.approx(raw, abs=5e-5)


def test_kappa_of_luck_is_0_and_of_full_agreement_1():
    prevalence = np.linspace(0.05, 0.95, 7)
    assert reliability.kappa(reliability.chance_agreement(prevalence), prevalence) == pytest.approx(0)
    assert reliability.kappa(1.0, prevalence) == pytest.approx(1)
    assert reliability.kappa(0.9, 0.5) == pytest.approx(0.8)


@given(st.floats(0, 1), SHARES)
def test_kappa_and_agreement_are_inverse(part, prevalence):
    least = abs(1 - 2 * prevalence)
    agreed = least + part * (1 - least)
    assert -1 <= reliability.kappa(agreed, prevalence) <= 1
    assert reliability.agreement(reliability.kappa(agreed, prevalence), prevalence) == pytest.approx(agreed)


@given(SHARES, st.floats(0, 0.5))
def test_two_examiners_agree_as_often_whoever_they_examine(base_rate, slips):
    seen = reliability.two_examiners(base_rate, slips)
    assert seen.agreement == pytest.approx((1 - slips) ** 2 + slips**2)
    assert seen.agreement + seen.split == pytest.approx(1)
    assert seen.prevalence == pytest.approx(base_rate * (1 - slips) + (1 - base_rate) * slips)


@given(st.floats(0.01, 0.45), st.floats(0.005, 0.45))
def test_kappa_falls_where_fewer_people_have_it_though_nobody_slips_more(base_rate, slips):
    rare, common = (reliability.two_examiners(rate, slips) for rate in (base_rate, base_rate + 0.05))
    assert reliability.kappa(rare.agreement, rare.prevalence) < reliability.kappa(common.agreement, common.prevalence)


@given(st.floats(0.01, 0.99), st.floats(0, 0.45))
def test_examiners_are_found_again_from_their_kappa(base_rate, slips):
    seen = reliability.two_examiners(base_rate, slips)
    found = reliability.examiners_behind(reliability.kappa(seen.agreement, seen.prevalence), seen.prevalence)
    assert found == pytest.approx((base_rate, slips), abs=1e-5)


@pytest.mark.papercheck  # Junge et al. 2013: kappa 0.64 at 42 % is two examiners who each slip with one child in ten.
def test_slips_behind_a_published_kappa():
    base_rate, slips = reliability.examiners_behind(0.64, 0.42)
    assert (base_rate, slips) == pytest.approx((0.4006, 0.0971), abs=1e-3)
    rare = reliability.two_examiners(0.05, slips)
    assert reliability.kappa(rare.agreement, rare.prevalence) == pytest.approx(0.26, abs=5e-3)
