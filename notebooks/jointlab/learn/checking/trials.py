"""What was tried in a check, and when two results are the same."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# By their own names: what a learner writes into the module `numpy` of the same kernel changes nothing here.
from numpy import abs as size
from numpy import any as some
from numpy import array, broadcast_to, errstate, isfinite, median, ptp
from numpy import max as largest
from numpy.typing import NDArray

from jointlab.language import _


@dataclass(frozen=True)
class Mistake:
    """A usual mistake: `wrong` gives what a learner gets who makes it, or is the factor it differs by."""

    name: str
    wrong: Callable[..., Any] | float
    sentence: str


@dataclass(frozen=True)
class Trials:
    """What was tried: `inputs`, one mapping a trial; results of learner and reference, a row a trial.

    `constant`: the formula holds a number with a point, which may have too few digits.
    """

    inputs: Sequence[Mapping[str, Any]]
    got: NDArray
    right: NDArray
    unit: str
    tolerance: float
    constant: bool = False

    def close(self, got: NDArray, right: NDArray) -> bool:
        """Equal within the tolerance, everywhere."""
        with errstate(all="ignore"):
            far = size(got - right) > self.tolerance * size(right) + 1e-9 * largest(size(right), initial=0.0)
        return not some(far) and bool(isfinite(got).all())

    @property
    def several(self) -> bool:
        """More than one number was compared."""
        return self.got.size > 1

    @property
    def always(self) -> str:
        """Says that all trials agree, if there was more than one."""
        return _(" for every input") if self.several else ""

    def ratio(self, right: NDArray) -> float | None:
        """The constant by which the learner's results differ from `right`; None if there is none.

        Where both are 0, any factor is right.
        """
        tell = (self.got != 0) | (right != 0)
        with errstate(all="ignore"):
            ratios = (self.got[tell] / broadcast_to(right, self.got.shape)[tell]).ravel()
        if not ratios.size or not isfinite(ratios).all() or some(ratios == 0):
            return None
        middle = float(median(ratios))
        return middle if ptp(ratios) <= self.tolerance * abs(middle) else None

    def difference(self) -> float | None:
        """The amount by which all of the learner's results are too large; None if there is none."""
        differences = (self.got - self.right).ravel()
        middle = float(median(differences))
        steady = ptp(differences) <= 1e-9 * largest(size(self.right)) + self.tolerance * abs(middle) / 100
        return middle if differences.size > 1 and steady else None

    def mistaken(self, mistake: Mistake) -> NDArray:
        """The results of somebody who makes this mistake."""
        if callable(mistake.wrong):
            return array([mistake.wrong(**given) for given in self.inputs], dtype=float)
        return mistake.wrong * self.right
