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
