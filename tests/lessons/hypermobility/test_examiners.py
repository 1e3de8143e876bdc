"""The explorer of two examiners: agreement, luck and kappa belong together, and the study's kappa is found."""

import pytest

from jointlab.lessons.hypermobility.examiners import AGREEMENT, agreed_but_little_better_than_luck, agreement, sentence

STATES = [(b, s) for b in (0.01, 0.05, 0.2, 0.4, 0.6) for s in (0, 0.052, 0.098, 0.25)]


@pytest.mark.parametrize("state", STATES)
def test_a_hundred_people(state):
    seen = agreement(*state)
    assert seen.both_yes + seen.split + seen.both_no == 100
    assert min(seen.both_yes, seen.split, seen.both_no) >= 0
    assert seen.both_yes + seen.both_no == pytest.approx(100 * seen.agreement, abs=1)


@pytest.mark.parametrize("state", STATES)
def test_kappa_is_the_way_from_luck_to_full_agreement(state):
    seen = agreement(*state)
    assert seen.kappa == pytest.approx((seen.agreement - seen.luck) / (1 - seen.luck))
    assert f"Kappa is {seen.kappa:.2f}" in sentence(seen)
    place = abs(seen.base_rates - seen.base_rate).argmin()
    assert seen.kappas[place] == pytest.approx(seen.kappa, abs=1e-9)


def test_the_preset_of_the_study_has_its_kappa():
    found = AGREEMENT.preset("As in the study of children")
    assert found.kappa == pytest.approx(0.64, abs=0.005)
    few = AGREEMENT.preset("Same examiners, few hypermobile")
    assert few.agreement == pytest.approx(found.agreement)
    assert few.kappa == pytest.approx(0.26, abs=0.01)


def test_the_goal_needs_careful_examiners_and_few_who_have_it():
    assert agreed_but_little_better_than_luck(agreement(0.03, 0.05))
    assert not agreed_but_little_better_than_luck(agreement(0.3, 0.05))
    assert not agreed_but_little_better_than_luck(agreement(0.03, 0.15))
