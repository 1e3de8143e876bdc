"""Two published rules for the sharing of a lumbar bend: their sums, their printed ends, and that they disagree."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab import sources
from jointlab.models.body.flexion_sharing import RULES, level_angles, shares
from jointlab.models.body.kinematics import LEVELS
from jointlab.models.require import Impossible

LOWER, UPPER = "Beaucage-Gauvreau 2019", "Christophy 2012"


def test_rules_are_named_after_their_sources():
    for rule, key in RULES.items():
        source = sources.reference(key)
        assert source.year == int(rule[-4:])
        assert source.authors[0].endswith(rule[:-5])


@pytest.mark.papercheck  # Case 31: shares of 100 %; 80 degrees of bend are 11.2 at L5-S1 and 20.8 at L4-L5.
def test_beaucage_gauvreau():
    angles = level_angles(80, LOWER)
    assert angles["L5-S1"] == pytest.approx(11.2, abs=0.05)
    assert angles["L4-L5"] == pytest.approx(20.8, abs=0.05)
    assert sum(shares(LOWER).values()) == pytest.approx(1)


@pytest.mark.papercheck  # Its coupler coefficients on L5-S1 in pose2sim 0.10.49, whose sum is 7.1428.
def test_beaucage_gauvreau_has_the_couplers_of_its_model():
    couplers = {"L4-L5": 1.8571, "L3-L4": 1.6429, "L2-L3": 1.1429, "L1-L2": 0.9286, "T12-L1": 0.5714}
    share = shares(LOWER)
    for level, coupler in couplers.items():
        assert share[level] / share["L5-S1"] == pytest.approx(coupler, abs=1e-4)


@pytest.mark.papercheck  # Case 32: the shares sum to 100 %.
def test_christophy():
    assert sum(shares(UPPER).values()) == pytest.approx(1)
    assert level_angles(40, UPPER)["L1-L2"] == pytest.approx(10.2)


@pytest.mark.parametrize("rule", RULES)
@given(flexion=st.floats(-30, 90))
def test_the_levels_add_up_to_the_bend(rule, flexion):
    assert sum(level_angles(flexion, rule).values()) == pytest.approx(flexion, abs=1e-9)


@pytest.mark.parametrize("rule", RULES)
def test_levels_are_those_of_the_body_from_below(rule):
    assert list(shares(rule)) == [level for level in LEVELS if level in shares(rule)]
    assert all(0 < share < 1 for share in shares(rule).values())


def test_one_rule_bends_the_lower_levels_more_and_the_other_the_upper_ones():
    low, high = ("L4-L5", "L3-L4"), ("L2-L3", "L1-L2")
    for rule, more, less in ((LOWER, low, high), (UPPER, high, low)):
        angles = level_angles(40, rule)
        assert min(angles[level] for level in more) > max(angles[level] for level in less)
    assert "T12-L1" in shares(LOWER)
    assert "T12-L1" not in shares(UPPER)


def test_they_agree_best_at_the_lowest_level_and_worst_at_the_top():
    one, other = level_angles(40, LOWER), level_angles(40, UPPER)
    apart = {level: abs(one[level] - other.get(level, 0)) for level in one}
    assert min(apart, key=apart.get) == "L5-S1"
    assert max(apart, key=apart.get) == "L1-L2"


def test_many_bends_at_once():
    angles = level_angles(np.array([0, 20, 40]), UPPER)["L4-L5"]
    assert angles == pytest.approx([0, 3.7, 7.4])


def test_bad_input_gives_one_clear_sentence():
    with pytest.raises(Impossible, match=r"no rule called 'White'.*Beaucage-Gauvreau 2019, Christophy 2012\."):
        shares("White")
    with pytest.raises(Impossible, match="flexion must be a finite number"):
        level_angles(float("nan"), UPPER)
