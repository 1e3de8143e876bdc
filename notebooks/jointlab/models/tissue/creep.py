"""How a back that is held bent gives way in time, and how slowly it comes back.

While people bend fully, they bend further by an exponential with one time constant (measured). The way back does not
fit one exponential: half of the stiffness is back within two minutes, but all of it only after longer than the twenty
minutes of bending. So it needs a quick part and a slow one.

How far checked: creep *checked against papers* (McGill & Brown 1992). Recovery is a *toy model*: its two times are
assumed, and so is that half of the stiffness means half of the angle (the abstract concludes the one from the other).
It fails for short spells with rests between (Kang & Mirka 2024), and `spells` is here to show that.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.models import require
from jointlab.models.require import Number

HELD = 1200.0  # s for which people were bent in the experiment
HALF_BACK = 120.0  # s after which half was back


@dataclass(frozen=True)
class Recovery:
    """What is left of the creep: a share `quick` fades with the time constant `fast`, the rest with `slow` (s)."""

    quick: float
    fast: float
    slow: float

    def __post_init__(self) -> None:
        require.between(0, 1, quick=self.quick)
        require.positive(fast=self.fast, slow=self.slow)

    def left(self, rested: Number) -> Number:
        """Share, 0 to 1, that is left after a rest (s). Raises Impossible."""
        require.not_negative(rested=rested)
        return self.quick * np.exp(-rested / self.fast) + (1 - self.quick) * np.exp(-rested / self.slow)


def crept(held: Number) -> Number:
    """Degrees by which people bend further when they are `held` bent fully for so many s. Raises Impossible."""
    require.not_negative(held=held)
    return _most() * -np.expm1(-held / _time())


def one_time(half: float = HALF_BACK) -> Recovery:
    """The single exponential that has lost half after `half` s. Raises Impossible."""
    require.positive(half=half)
    fast = half / math.log(2)
    return Recovery(1.0, fast, fast)


def two_times() -> Recovery:
    """A quick and a slow part that have lost together after two minutes what was measured."""
    fast, slow = sources.value("recovery_fast"), sources.value("recovery_slow")
    lost = sources.observation("stiffness_back_2").value
    quickly, slowly = math.exp(-HALF_BACK / fast), math.exp(-HALF_BACK / slow)
    return Recovery((1 - lost - slowly) / (quickly - slowly), fast, slow)


def spells(bent: float, rested: float, count: int, fade: float) -> NDArray:
    """Degrees at the end of each of `count` spells of full bending (s), with rests between in which what has crept
    fades as one exponential with the time constant `fade` (s), (count,). Raises Impossible."""
    require.positive(bent=bent, rested=rested, count=count, fade=fade)
    now, peaks = 0.0, []
    for _ in range(count):
        now = _most() - (_most() - now) * math.exp(-bent / _time())
        peaks.append(now)
        now *= math.exp(-rested / fade)
    return np.array(peaks)


def _most() -> float:
    """Degrees that creep would reach in the end."""
    return sources.observation("flexion_creep").value / -math.expm1(-HELD / _time())


def _time() -> float:
    return sources.observation("flexion_creep_time").value
