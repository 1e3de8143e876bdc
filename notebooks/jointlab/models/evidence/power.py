"""How often a study of two groups finds a difference that is there, and how many people it needs for that.

A study "finds" a difference if a two-sided test of two shares is significant. Assumes groups so large that shares are
normal, and a difference that is the same for all; what bends a study (who is asked, who examines) is left out: see
`studies`.

How far checked: **textbook model** (the test of two shares), held against exact enumeration.
"""

import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm

from jointlab.language import _
from jointlab.models import require


def power(first: float, people: float, second: float, other_people: float, alpha: float = 0.05) -> float:
    """How often two groups with the true shares `first` and `second` differ significantly (0 to 1)."""
    require.between(0, 1, first=first, second=second)
    require.positive(people=people, other_people=other_people, alpha=alpha)
    together = (first * people + second * other_people) / (people + other_people)
    by_chance = np.sqrt(together * (1 - together) * (1 / people + 1 / other_people))
    spread = np.sqrt(first * (1 - first) / people + second * (1 - second) / other_people)
    require.positive(**{_("the spread of the two shares"): spread})
    needed = norm.isf(alpha / 2) * by_chance
    return float(norm.sf((needed - (first - second)) / spread) + norm.sf((needed + (first - second)) / spread))


def needed_in_each(first: float, second: float, power: float = 0.8, alpha: float = 0.05) -> int:
    """How many people each of two equal groups needs, for a true difference to be found so often."""
    require.between(0, 1, first=first, second=second)
    require.positive(power=power, alpha=alpha, **{"1 minus power": 1 - power})
    require.positive(**{_("the difference of the shares"): abs(first - second)})
    middle = (first + second) / 2
    by_chance = norm.isf(alpha / 2) * np.sqrt(2 * middle * (1 - middle))
    apart = norm.isf(1 - power) * np.sqrt(first * (1 - first) + second * (1 - second))
    return int(np.ceil(((by_chance + apart) / (first - second)) ** 2))


def share_at_odds(share: float, odds_ratio: float) -> float:
    """The share whose odds are so many times those of `share`."""
    require.positive(share=share, odds_ratio=odds_ratio, **{"1 minus share": 1 - share})
    odds = odds_ratio * share / (1 - share)
    return odds / (1 + odds)


def least_odds_ratio(
    share: float, people: float, other_people: float, often: float = 0.8, alpha: float = 0.05
) -> float:
    """The least odds ratio above 1 that is found so `often`, where the others (`other_people`) have the `share`."""
    require.between(2 * alpha, 0.999, often=often)

    def short(logarithm: float) -> float:
        return power(share_at_odds(share, np.exp(logarithm)), people, share, other_people, alpha) - often

    return float(np.exp(brentq(short, 1e-6, np.log(1e4))))
