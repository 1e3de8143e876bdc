"""A toy of a habit: an urge that comes back, a relief that resets it, and a joint that has to wait.

The urge u, from 0 (none) to 1 (as strong as it gets), comes back as du/dt = rate (1 − u). When it exceeds a threshold
and the joint is ready again, the joint is cracked, and the urge falls to what relief leaves. If the habit is learned,
each relief lowers the threshold by a share of its distance from there. With a fixed threshold the interval is

    T = max(refractory time, ln((1 − relieved) / (1 − threshold)) / rate).

How far checked: **toy model**; the intervals against this formula. No measurement stands behind the equation or behind
any of its numbers: it shows what would follow, and that a regular habit needs no diseased joint. It does not show why
people crack their joints.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from jointlab.language import _
from jointlab.models import require
from jointlab.models.require import Impossible
from jointlab.units import fixed, spelled

MOST_CRACKS = 10_000  # in one story


@dataclass(frozen=True)
class Habit:
    """`rate` 1/s; `threshold` and `relieved` (urge left after a crack), 0 to 1; `refractory` s; `learning` 0 to 1."""

    rate: float
    threshold: float
    relieved: float
    refractory: float
    learning: float = 0.0

    def __post_init__(self) -> None:
        require.positive(rate=self.rate)
        require.not_negative(refractory=self.refractory)
        require.between(0, 1, relieved=self.relieved, threshold=self.threshold, learning=self.learning)
        if not self.relieved < self.threshold < 1:
            raise Impossible(
                _("threshold must lie above relieved, {relieved}, and below 1; got {threshold}.").format(
                    relieved=spelled(f"{self.relieved:g}"), threshold=spelled(f"{self.threshold:g}")
                )
            )

    def urge(self, since: ArrayLike) -> NDArray:
        """Urge (0 to 1) at times `since` (s) the last crack."""
        return 1 - (1 - self.relieved) * np.exp(-self.rate * np.asarray(since, dtype=float))

    def interval(self, threshold: float | None = None) -> float:
        """Time (s) from one crack to the next, at another `threshold` if one is given."""
        threshold = self.threshold if threshold is None else threshold
        if threshold <= self.relieved:
            return self.refractory
        wanted = math.log((1 - self.relieved) / (1 - threshold)) / self.rate
        return max(wanted, self.refractory)


@dataclass(frozen=True, eq=False)
class Story:
    """What a habit did: `cracks` (n,) s, the moments; `thresholds` (n + 1,), before the first and after each."""

    cracks: NDArray
    thresholds: NDArray

    @property
    def intervals(self) -> NDArray:
        """Waits (n,) in s; the first is counted from the relief at time 0."""
        return np.diff(self.cracks, prepend=0.0)


def live(habit: Habit, duration: float) -> Story:
    """Follow a `habit` for a `duration` (s) after a crack at time 0. Impossible for more than 10,000 cracks."""
    require.positive(duration=duration)
    cracks: list[float] = []
    thresholds = [habit.threshold]
    now = habit.interval()
    while now <= duration:
        cracks.append(now)
        if len(cracks) > MOST_CRACKS:
            raise Impossible(
                _("duration is too long: the habit cracks more than {count} times.").format(count=fixed(MOST_CRACKS))
            )
        thresholds.append(habit.relieved + (1 - habit.learning) * (thresholds[-1] - habit.relieved))
        now += habit.interval(thresholds[-1])
    return Story(np.array(cracks), np.array(thresholds))
