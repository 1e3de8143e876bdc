"""What a table of four numbers says: papers, exact enumeration, limits, and properties over whole ranges.

The model calls scipy, so nothing here that judges it does: tables are counted in whole numbers, with Python alone.
"""

import itertools
from math import comb, erfc, factorial, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab.models.evidence import contingency, effect_sizes
from jointlab.models.require import Impossible

SHARES = st.floats(0, 1)
HANDS, OLD = (23, 127, 17, 79), (1, 15, 5, 13)  # deWeber 2011, rebuilt; Swezey 1975


@st.composite
def tables(draw, most=60):
    people, others = draw(st.integers(1, most)), draw(st.integers(1, most))
    return draw(st.integers(0, people)), people, draw(st.integers(0, others)), others


@given(SHARES, SHARES, SHARES)
def test_the_overall_share_lies_between_the_two(share, these, others):
    overall = contingency.overall_share(share, these, others)
    assert min(these, others) - 1e-12 <= overall <= max(these, others) + 1e-12
    assert contingency.overall_share(1 - share, others, these) == pytest.approx(overall)
    assert contingency.overall_share(1, these, others) == these


@pytest.mark.papercheck  # The literal abstract: 135 of 215 lies outside of 18.1 % to 21.5 %, whoever cracks.
def test_the_abstract_that_cannot_be():
    overall = contingency.overall_share(np.linspace(0, 1, 101), 0.181, 0.215)
    assert overall.max() < 135 / 215 - 0.4


@pytest.mark.papercheck
def test_one_table_fits_what_the_abstract_prints():
    assert contingency.tables_that_fit((135, 80), (0.181, 0.215), 0.548) == [HANDS]
    assert contingency.tables_that_fit((135, 80), (0.215, 0.181), 0.548) == [], "nor does one with the two exchanged"
    by_hand = [
        table
        for people, others in itertools.product(range(60, 136), range(40, 81))
        for table in [(round(0.181 * people), people, round(0.215 * others), others)]
        if (round(table[0] / people, 3), round(table[2] / others, 3)) == (0.181, 0.215)
        and round(contingency.p_value(table), 3) == 0.548
    ]
    assert by_hand == [HANDS]


@pytest.mark.papercheck
def test_the_table_turned_round():
    """Of 40 who crack 23 have osteoarthritis, of 166 who do not, 104."""
    ratio = effect_sizes.risk_ratio(23, 40, 104, 166)
    assert (ratio.value, ratio.low, ratio.high) == pytest.approx((0.918, 0.686, 1.228), abs=5e-4)
    ways = [effect_sizes.odds_ratio(*four) for four in ((23, 17, 104, 62), (23, 104, 17, 62))]
    assert ways[0].value == pytest.approx(ways[1].value)
    assert (ways[0].low, ways[0].high) == pytest.approx((0.40, 1.63), abs=5e-3)


@pytest.mark.papercheck  # Swezey 1975: the two tests disagree, because the groups are small.
def test_p_values_of_a_small_table():
    assert contingency.p_value(OLD) == pytest.approx(0.041, abs=5e-4)
    assert contingency.exact_p_value(OLD) == pytest.approx(0.069, abs=5e-4)


def ways(table):
    """In how many ways the hits can fall so that the first group has 0, 1, 2, … of them, by whole numbers.

    All tables with the same margins are there; one that cannot be has no way.
    """
    a, people, c, others = table
    return [comb(people, hits) * comb(others, a + c - hits) if hits <= a + c else 0 for hits in range(people + 1)]


@given(tables(30))
def test_fishers_p_is_the_share_of_all_tables_that_are_no_likelier(table):
    every = ways(table)
    assert sum(every) == comb(table[1] + table[3], table[0] + table[2])
    rare = sum(way for way in every if way <= every[table[0]])
    assert contingency.exact_p_value(table) == pytest.approx(rare / sum(every), rel=1e-9)


@given(tables(40))
def test_pearsons_p_is_that_of_its_statistic_written_out(table):
    a, people, c, others = table
    b, d, hits, misses = people - a, others - c, a + c, people + others - a - c
    if 0 in (hits, misses):
        return
    statistic = (people + others) * (a * d - b * c) ** 2 / (people * others * hits * misses)
    assert contingency.p_value(table) == pytest.approx(erfc(sqrt(statistic / 2)), rel=1e-9)


def dealt(table, odds_ratio):
    """How likely 0, 1, 2, … hits in the first group are at some odds ratio, the margins being as they are."""
    weights = [way * odds_ratio**hits for hits, way in enumerate(ways(table))]
    return np.array(weights) / sum(weights)


@pytest.mark.parametrize("table", [HANDS, (23, 40, 104, 166), OLD, (3, 9, 7, 12), (1, 4, 2, 30)])
def test_the_exact_odds_ratio_and_its_interval_by_enumeration(table):
    """At the ratio itself as many hits are expected as there were; at its ends so few or so many come once in forty."""
    hits, ratio = table[0], contingency.exact_odds_ratio(table)
    assert (dealt(table, float(ratio.value)) * np.arange(table[1] + 1)).sum() == pytest.approx(hits, rel=1e-4)
    assert dealt(table, float(ratio.low))[hits:].sum() == pytest.approx(0.025, rel=1e-3)
    assert dealt(table, float(ratio.high))[: hits + 1].sum() == pytest.approx(0.025, rel=1e-3)


@given(tables(25))
def test_the_exact_interval_holds_the_odds_ratio_and_turns_round(table):
    a, people, c, others = table
    if 0 in (a + c, people + others - a - c):
        return
    ratio, other = contingency.exact_odds_ratio(table), contingency.exact_odds_ratio((c, others, a, people))
    assert ratio.low <= ratio.value <= ratio.high
    with np.errstate(divide="ignore"):
        assert 1 / other.high == pytest.approx(float(ratio.low), rel=1e-3)


# What statsmodels 0.15.0 (Table2x2, StratifiedTable), which the course does not install, gives for the same tables.
def test_another_library_finds_the_same():
    found = {
        "p": contingency.p_value(HANDS),
        "p, old": contingency.p_value(OLD),
        "both": contingency.mantel_haenszel([(23, 40, 104, 166), OLD]),
        "odds": effect_sizes.odds_ratio(23, 17, 104, 62),
        "risk": effect_sizes.risk_ratio(23, 40, 104, 166),
    }
    theirs = {
        "p": 0.5475765063783495,
        "p, old": 0.04086733713964741,
        "both": (0.6503973468493837, 0.3398644587584896, 1.2446629763346821),
        "odds": (0.8065610859728507, 0.399988200602158, 1.6263999398641127),
        "risk": (0.9177884615384614, 0.6859454738471207, 1.2279921542581245),
    }
    for name, ours in found.items():
        ours = ours if isinstance(ours, float) else (ours.value, ours.low, ours.high)
        assert ours == pytest.approx(theirs[name], rel=1e-12), name


@pytest.mark.papercheck
def test_bayes_factors():
    assert contingency.bayes_factor_for_no_difference(HANDS) == pytest.approx(5.87, abs=5e-3)
    assert 1 / contingency.bayes_factor_for_no_difference(OLD) == pytest.approx(2.53, abs=5e-3)


@pytest.mark.parametrize("table", [HANDS, OLD, (0, 5, 5, 5), (4, 4, 3, 9)])
def test_a_bayes_factor_is_the_ratio_of_two_averages(table):
    """Averages over all shares of how likely the table is, by whole numbers: a! b! / (a + b + 1)!."""
    a, people, c, others = table

    def average(hits, misses):
        return factorial(hits) * factorial(misses) / factorial(hits + misses + 1)

    same = average(a + c, people + others - a - c)
    apart = average(a, people - a) * average(c, others - c)
    assert contingency.bayes_factor_for_no_difference(table) == pytest.approx(same / apart, rel=1e-9)


@pytest.mark.papercheck
def test_two_studies_together():
    both = contingency.mantel_haenszel([(23, 40, 104, 166), OLD])
    assert (both.value, both.low, both.high) == pytest.approx((0.650, 0.340, 1.245), abs=5e-4)


@given(st.lists(st.integers(1, 80), min_size=4, max_size=4))
def test_one_table_alone_has_its_own_odds_ratio_and_interval(four):
    a, b, c, d = four
    alone, own = contingency.mantel_haenszel([(a, a + b, c, c + d)]), effect_sizes.odds_ratio(a, b, c, d)
    assert (alone.value, alone.low, alone.high) == pytest.approx((own.value, own.low, own.high))


@pytest.mark.papercheck
def test_none_of_183_is_not_never():
    assert contingency.most_with_none(183) == pytest.approx(0.0162, abs=5e-5)
    assert contingency.most_with_none(1_000_000) == pytest.approx(3e-6, rel=2e-3)  # the rule of three


@given(st.integers(1, 10_000))
def test_what_is_possible_with_none_would_be_missed_once_in_twenty(people):
    assert (1 - contingency.most_with_none(people)) ** people == pytest.approx(0.05)


def test_what_cannot_be_is_told_in_one_sentence():
    for call in (
        lambda: contingency.overall_share(1.2, 0.1, 0.2),
        lambda: contingency.p_value((3, 3, 4, 4)),
        lambda: contingency.exact_p_value((4, 3, 1, 4)),
        lambda: contingency.mantel_haenszel([(0, 3, 0, 4)]),
        lambda: contingency.most_with_none(0),
    ):
        with pytest.raises(Impossible):
            call()
