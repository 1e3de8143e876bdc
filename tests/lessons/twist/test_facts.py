"""The tables of the lesson against the papers and the brief's checks."""

import pytest
from scipy.stats import binomtest, chisquare, fisher_exact

from jointlab import sources
from jointlab.lessons.twist import facts, figures


def counted(name):
    row = sources.observation(name)
    return round(row.value), row.n


@pytest.mark.papercheck  # Case PC10: Wilson intervals of 43 and 33 of 46, and of 34 of 37.
@pytest.mark.parametrize(
    ("name", "share", "low", "high"),
    [
        ("cramer_up_side", 0.935, 0.825, 0.978),
        ("cramer_zone", 0.717, 0.575, 0.827),
        ("dunning_both_sides", 0.919, 0.787, 0.972),
    ],
)
def test_wilson_intervals(name, share, low, high):
    hits, n = counted(name)
    interval = binomtest(hits, n).proportion_ci(method="wilson")
    assert (hits / n, interval.low, interval.high) == pytest.approx((share, low, high), abs=5e-4)


@pytest.mark.papercheck  # Case PC11: 176 of 320: exact p .083, Wilson .495 to .604.
def test_the_sides_of_the_lumbosacral_thrusts():
    found = binomtest(*counted("mourad_same_side"), 0.5)
    assert found.pvalue == pytest.approx(0.083, abs=5e-4)
    interval = found.proportion_ci(method="wilson")
    assert (interval.low, interval.high) == pytest.approx((0.495, 0.604), abs=6e-4)
    pops = sources.observation("pops_per_lumbar_thrust")
    assert round(320 / pops.n, 2) == 5.33 != pops.value, "the abstract prints another mean"


@pytest.mark.papercheck  # Case PC12: 72 v 60: chi² 1.091, p .296; 132 pops in 37 thrusts: 3.57.
def test_the_sides_of_the_neck():
    hits, n = counted("dunning_same_side")
    found = chisquare([hits, n - hits])
    assert (found.statistic, found.pvalue) == pytest.approx((1.091, 0.296), abs=6e-4)
    assert n / sources.observation("dunning_both_sides").n == pytest.approx(
        sources.observation("pops_per_neck_thrust").value, abs=0.005
    )


@pytest.mark.papercheck  # Case PC13: 29 of 30 v 3 of 10: Fisher p 4.7e-5.
def test_a_thrust_pops_more_often_than_lying_on_the_side():
    (a, m), (c, n) = counted("cramer_popped_thrust"), counted("cramer_popped_positioned")
    assert fisher_exact([[a, m - a], [c, n - c]]).pvalue == pytest.approx(4.7e-5, rel=0.02)


@pytest.mark.papercheck  # Cramer v Mourad: Fisher p 8e-8.
def test_the_conflict_of_the_sides():
    (a, m), (c, n) = counted("cramer_up_side"), counted("mourad_same_side")
    assert fisher_exact([[a, m - a], [c, n - c]]).pvalue == pytest.approx(8e-8, abs=0.5e-8)
    text = repr(facts.conflict())
    assert "about 8 in a hundred million" in text
    assert "93 %" in text
    assert "55 %" in text


def test_the_shares_of_the_published_table():
    text = repr(facts.ranges())
    assert "L5-S1: 1.4 degrees, 13 %; 10.0 degrees, 26 %; 0.4 degrees and 3.0 degrees" in text
    assert "all five: 11.1 degrees; 38.7 degrees" in text
    assert text.index("L1-L2") < text.index("L5-S1")


def test_aim_in_numbers():
    text = repr(facts.aim())
    assert "−0.20 points (−0.51 to 0.10); n = 931" in text
    assert "0 of 9" in text
    assert "0 of 10" in text
    assert "67 %; n = 49" in text


def test_the_line_in_numbers():
    text = repr(facts.lines())
    for row in ("three alike: 4 N m; 33 %", "twice as soft: 2 N m; 50 %", "twice as stiff: 8 N m; 20 %"):
        assert row in text
    assert "L5-S1 in a twist: 7.14 N m; 13 %" in text


def test_every_study_of_the_chart_is_in_the_table():
    text = repr(facts.thrusts())
    for rows in figures.HITS.values():
        for name in rows:
            assert sources.observation(name).what in text


def test_the_46_joints_are_not_called_those_of_people_who_were_thrust_at():
    """Cramer 2011: 46 joints of all 40 people, ten of whom were only laid on the side."""
    assert "The 46 joints are of 40 people, ten of them only laid on the side." in repr(figures.hits())
    assert "40 healthy people" in sources.observation("cramer_up_side").note


def test_sixty_thrusts_made_56_pops_or_320():
    """Cramer 2011: 30 people with two thrusts each; Mourad 2019: 60 thrusts."""
    assert "30 people with two thrusts each and 10 who were only laid on the side: 56; Cramer" in repr(facts.thrusts())
    pops, thrusts = sources.observation("cramer_pops"), sources.observation("pops_per_lumbar_thrust").n
    assert (pops.value, thrusts, sources.observation("mourad_same_side").n) == (56, 2 * 30, 320)


def test_the_card_on_aim_tells_the_area_by_the_area():
    """43 of the 46 joints lay on the side, 33 in the zone: the card had once called the side the area."""
    (card,) = (claim for claim in sources.claims_of("twist") if claim.id == "S08")
    assert "33 of 46 joints that popped lay in the area aimed at" in card.learner_note
    assert "43" not in card.learner_note


def test_the_trials_of_aim_are_not_called_trials_of_thrusts():
    """Sørensen 2023 took trials of manipulation and of mobilisation."""
    assert "treated by hand at a chosen level" in repr(figures.worth())
    assert "mobilisation" in sources.observation("target_pain").note


def test_stiffness_is_explained_for_what_turns():
    assert "degree" in sources.glossary("twist")["rotational stiffness"]
    assert not any("millimetre" in meaning for meaning in sources.glossary("twist").values())


def test_neutral_zones_of_both_sides_would_change_little():
    """Fused, same turn: 22 to 27 % further; 23 to 26 % if half of each printed neutral zone lies on one side."""
    text = repr(facts.settings())
    assert "fused, same turn: L4-L5: 0.0 degrees, healthy 2.2 degrees; +22 % to +27 %; 11.1 degrees, 17.5 N m" in text
    half = "fused, same turn, neutral zones half as wide: L4-L5: 0.0 degrees, healthy 2.2 degrees; +23 % to +26 %"
    assert f"{half}; 11.1 degrees, 15.3 N m" in text
