"""Two groups, each with some who have something: what such a table of four numbers allows one to say.

A table is (`hits`, `people`, `other_hits`, `other_people`): so many of the people of one group, and of the other. All
counts are whole. Ratios with their log-Wald intervals stand in `effect_sizes`.

How far checked: **textbook model**, **checked against papers** (a table rebuilt from a printed abstract, and the only
one that fits). The Bayes factor takes every share to be as likely as any other beforehand, in each group by itself.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import stats
from scipy.special import betaln

from jointlab.language import _
from jointlab.models import require
from jointlab.models.evidence.effect_sizes import Ratio
from jointlab.models.require import Impossible

Table = tuple[int, int, int, int]


def overall_share(share: ArrayLike, among_these: ArrayLike, among_others: ArrayLike) -> NDArray:
    """The share of everybody who has it, if a `share` of the people are in the first group (total probability).

    All from 0 to 1; broadcasts. The result lies between the shares of the two groups, whatever their sizes.
    """
    require.between(0, 1, share=share, among_these=among_these, among_others=among_others)
    return np.multiply(share, among_these) + np.multiply(np.subtract(1, share), among_others)


def p_value(table: Table) -> float:
    """The p of Pearson's chi-squared test without a correction, two-sided.

    Impossible for a table in which everybody has it, or nobody.
    """
    (a, b), (c, d) = _four(table)
    if 0 in (a + c, b + d):
        raise Impossible(_("Everybody in the table is alike, so there is nothing to test."))
    return float(stats.chi2_contingency([[a, b], [c, d]], correction=False).pvalue)


def exact_p_value(table: Table) -> float:
    """Fisher's exact p, two-sided."""
    return float(stats.fisher_exact(_four(table)).pvalue)


def exact_odds_ratio(table: Table, confidence: float = 0.95) -> Ratio:
    """The conditional odds ratio with its exact interval; an end may be 0 or infinite."""
    found = stats.contingency.odds_ratio(_four(table))
    low, high = found.confidence_interval(confidence)
    return Ratio(np.asarray(found.statistic), np.asarray(low), np.asarray(high))


def tables_that_fit(
    most: tuple[int, int], printed: tuple[float, float], p: float, decimals: tuple[int, int] = (3, 3)
) -> list[Table]:
    """All tables of at most `most` people in the two groups whose shares and p are as `printed`.

    `printed`: the two shares, and `decimals`: to how many places they and p are rounded.
    """
    require.positive(most=most)
    require.between(0, 1, printed=printed, p=p)
    first, second = (_rounding_to(share, people, decimals[0]) for share, people in zip(printed, most, strict=True))
    slack = 0.5 * 10.0 ** -decimals[1] + 1e-12
    return [(*one, *other) for one in first for other in second if abs(p_value((*one, *other)) - p) <= slack]


def _rounding_to(share: float, most: int, decimals: int) -> list[tuple[int, int]]:
    """All (hits, people) of at most `most` people whose share is printed so."""
    slack = 0.5 * 10.0**-decimals + 1e-12
    people = range(1, most + 1)
    return [(hits, n) for n in people for hits in {round(share * n)} if abs(hits / n - share) <= slack]


def bayes_factor_for_no_difference(table: Table) -> float:
    """How many times likelier the table is if both groups have one share than if each has its own (BF01).

    Beforehand all shares from 0 to 1 are as likely. 1 tells nothing; below 1 it speaks for a difference.
    """
    (a, b), (c, d) = _four(table)
    apart = betaln(a + 1, b + 1) + betaln(c + 1, d + 1)
    return float(np.exp(betaln(a + c + 1, b + d + 1) - apart))


def mantel_haenszel(tables: Sequence[Table], confidence: float = 0.95) -> Ratio:
    """The common odds ratio of several tables, with the interval of Robins, Breslow and Greenland.

    Assumes that one odds ratio holds in all of them. Impossible if none of the tables compares anything.
    """
    a, b, c, d = np.array([np.ravel(_four(table)) for table in tables], dtype=float).T
    n = a + b + c + d
    up, down = a * d / n, b * c / n
    require.positive(**{_("what speaks for a higher share"): up.sum(), _("what speaks for a lower share"): down.sum()})
    agree, differ = (a + d) / n, (b + c) / n
    variance = (
        (agree * up).sum() / (2 * up.sum() ** 2)
        + (agree * down + differ * up).sum() / (2 * up.sum() * down.sum())
        + (differ * down).sum() / (2 * down.sum() ** 2)
    )
    value, reach = up.sum() / down.sum(), np.exp(stats.norm.isf((1 - confidence) / 2) * np.sqrt(variance))
    return Ratio(value, value / reach, value * reach)


def most_with_none(people: int, confidence: float = 0.95) -> float:
    """The largest share that is still possible where none of so many `people` has it (exact, one-sided)."""
    require.positive(people=people, **{"1 minus confidence": 1 - confidence})
    return float(-np.expm1(np.log(1 - confidence) / people))


def _four(table: Table) -> tuple[tuple[int, int], tuple[int, int]]:
    """Those who have it and those who have not, in both groups."""
    hits, people, other_hits, other_people = table
    require.positive(people=people, other_people=other_people)
    misses, other_misses = people - hits, other_people - other_hits
    require.not_negative(hits=hits, other_hits=other_hits)
    require.not_negative(**{"people minus hits": misses, "other_people minus other_hits": other_misses})
    return (hits, misses), (other_hits, other_misses)
