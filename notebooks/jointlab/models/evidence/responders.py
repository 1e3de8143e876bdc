"""From a difference of means to people: how many pass a line, and of how many treated one does so more.

The pain of untreated people falls by so many points on average, and differs among them normally with a spread. The
treatment lowers the pain of everybody by the same number of points more: an assumption that no comparison of groups
can test, because nobody is both treated and not. Of both groups, the share beyond a line is then a tail of a normal
distribution. More people pass it with the treatment than without; of the number needed to treat, one does.

How far checked: **textbook model**; **checked against papers** (number needed to treat of two printed shares).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri
from scipy.stats import norm

from jointlab.models import require


def share_beyond(line: ArrayLike, change: ArrayLike, spread: ArrayLike) -> NDArray:
    """The share of people who change by more than `line`, if the mean change is `change`."""
    require.finite(line=line, change=change)
    require.positive(spread=spread)
    return norm.sf(np.subtract(line, change) / spread)


def number_needed_to_treat(treated: ArrayLike, untreated: ArrayLike) -> NDArray:
    """Of how many treated one more passes the line. Impossible where no more pass it than without the treatment."""
    require.between(0, 1, treated=treated, untreated=untreated)
    require.positive(**{"treated minus untreated": np.subtract(treated, untreated)})
    return 1 / np.subtract(treated, untreated)


def spreads_between(treated: ArrayLike, untreated: ArrayLike) -> NDArray:
    """How many spreads the means lie apart, if these shares of both groups pass the same line (between 0 and 1)."""
    for share in (treated, untreated):
        require.positive(share=share, **{"1 minus share": np.subtract(1, share)})
    return ndtri(treated) - ndtri(untreated)


@dataclass(frozen=True)
class Responders:
    """Two groups: pain falls by `usual` points without a treatment, by `difference` more with it; `spread` and `line`
    in points, too."""

    difference: float
    usual: float
    spread: float
    line: float

    @property
    def untreated(self) -> float:
        """The share of untreated people who pass the line."""
        return float(share_beyond(self.line, self.usual, self.spread))

    @property
    def treated(self) -> float:
        """The share of treated people who pass it."""
        return float(share_beyond(self.line, self.usual + self.difference, self.spread))

    @property
    def more(self) -> float:
        """The share of treated people who pass it because of the treatment."""
        return self.treated - self.untreated

    @property
    def needed(self) -> float:
        """The number needed to treat. Impossible if nobody passes the line because of the treatment."""
        return float(number_needed_to_treat(self.treated, self.untreated))
