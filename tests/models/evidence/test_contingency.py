"""What a table of four numbers says: papers, exact enumeration, limits, and properties over whole ranges."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import binom, hypergeom

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


@given(tables(30))
def test_fishers_p_is_the_sum_of_all_tables_that_are_no_likelier(table):
    a, people, c, others = table
    every = hypergeom(people + others, a + c, people).pmf(np.arange(people + 1))
    assert contingency.exact_p_value(table) == pytest.approx(every[every <= every[a] * (1 + 1e-7)].sum(), abs=1e-9)


@given(tables(25))
def test_the_exact_interval_holds_the_odds_ratio_and_turns_round(table):
    a, people, c, others = table
    if 0 in (a + c, people + others - a - c):
        return
    ratio, other = contingency.exact_odds_ratio(table), contingency.exact_odds_ratio((c, others, a, people))
    assert ratio.low <= ratio.value <= ratio.high
    with np.errstate(divide="ignore"):
        assert 1 / other.high == pytest.approx(float(ratio.low), rel=1e-3)


@pytest.mark.papercheck
def test_bayes_factors():
    assert contingency.bayes_factor_for_no_difference(HANDS) == pytest.approx(5.87, abs=5e-3)
    assert 1 / contingency.bayes_factor_for_no_difference(OLD) == pytest.approx(2.53, abs=5e-3)


@pytest.mark.parametrize("table", [HANDS, OLD, (0, 5, 5, 5)])
def test_a_bayes_factor_is_the_ratio_of_two_averages(table):
    a, people, c, others = table

    def likely(hits, n, share):
        return binom.pmf(hits, n, share)

    same = quad(lambda share: likely(a, people, share) * likely(c, others, share), 0, 1)[0]
    apart = (
        quad(lambda share: likely(a, people, share), 0, 1)[0] * quad(lambda share: likely(c, others, share), 0, 1)[0]
    )
    assert contingency.bayes_factor_for_no_difference(table) == pytest.approx(same / apart, rel=1e-6)


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
