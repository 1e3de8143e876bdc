"""How hard an exercise works a muscle for what the spine carries meanwhile, and when two exercises can be told apart.

The challenge is the muscle's activity, a share of some maximum, over the compression. Both are known badly: activity
differs from person to person, so its mean has an interval; compression comes from a model, as a band. Their ratio is
as wide as both together allow, and a comparison is void where the two ratios overlap.

Assumes that people differ normally, and that nothing is known of how activity and compression vary together. The
exercises of one study were done by the same people, and the compressions of one model share its doubts: both would
mostly narrow a comparison, by how much was not seen. So "void" is said too often rather than too seldom. A larger
challenge is not a better exercise: nothing here says that it relieves more pain.

How far checked: *textbook model* (the interval of a mean), *checked against papers* (activities of Callaghan 1998).
"""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from jointlab.language import _
from jointlab.models import require
from jointlab.models.interval import Interval
from jointlab.models.require import Impossible
from jointlab.sources import MuscleActivity


@dataclass(frozen=True)
class Challenge:
    """A `band` of activity (a share) or of activity per newton (1/N), on the `scale` of the study `key`."""

    band: Interval
    scale: str
    key: str

    def __truediv__(self, compression: Interval) -> "Challenge":
        """Per newton of `compression`, a band in N above 0. Raises Impossible."""
        require.positive(compression=compression.low)
        return Challenge(self.band / compression, self.scale, self.key)


def interval_of_mean(mean: float, sd: float, n: int, confidence: float = 0.95) -> Interval:
    """Where the mean of all such people lies, from the `mean` and the standard deviation `sd` of `n` of them.

    Student's t. Raises Impossible for fewer than two people.
    """
    require.finite(mean=mean)
    require.not_negative(sd=sd, **{"n minus 2": n - 2})
    reach = stats.t.isf((1 - confidence) / 2, n - 1) * sd / np.sqrt(n)
    return Interval(mean - reach, mean, mean + reach)


def activity(row: MuscleActivity) -> Challenge:
    """The activity of a muscle with the 95 % interval of its mean.

    Raises Impossible where the source gives no mean, no standard deviation or no number of people, because then
    nobody can say how far the figure may be off.
    """
    if row.bound or row.sd is None or row.n is None:
        raise Impossible(
            _(
                "The activity of the {muscle} in the exercise {exercise!r} has no interval: of {key}, no mean "
                "with its spread and the number of people was seen."
            ).format(muscle=row.muscle, exercise=row.exercise, key=row.key)
        )
    return Challenge(interval_of_mean(row.value, row.sd, row.n), row.scale, row.key)


def compare(first: Challenge, second: Challenge) -> str:
    """Which is larger: "first", "second", or "void" where their bands overlap.

    Raises Impossible for two scales or two studies, whose figures do not measure the same.
    """
    if (first.scale, first.key) != (second.scale, second.key):
        raise Impossible(
            _(
                "Activities of {first} (% {scale}) and {second} (% {other_scale}) cannot be compared: each "
                "study measures against a reference of its own."
            ).format(first=first.key, scale=first.scale, second=second.key, other_scale=second.scale)
        )
    if _above(first, second):
        return "first"
    return "second" if _above(second, first) else "void"


def _above(one: Challenge, other: Challenge) -> bool:
    return one.band.low > other.band.high
