"""How thick a joint's fluid is, which depends on how fast it is sheared: Cross's law of thinning.

Assumes that viscosity follows the shear rate at once. Real synovial fluid is springy as well and remembers how it was
stirred; both are left out.

How far checked: **textbook model** of thinning with **assumed** numbers. That the fluid thins, and that viscosity at
rest and thinning time are smaller in disease, was seen; a table of values was not, so all of them are flagged as
assumed in data/constants.csv, each with the range worth trying.
Sources: Cross 1965 (the law); Schurz & Ribitsch 1987, Biorheology 24:385 (health and disease); Mazzucco et al. 2002,
J Orthop Res 20:1157 (samples of patients differed a thousandfold).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from jointlab import sources
from jointlab.language import _
from jointlab.models import require
from jointlab.models.require import Impossible

# Condition of the joint: the rows of its fluid's viscosity at rest and of its thinning time.
_ROWS = {
    "healthy": ("healthy_rest_viscosity", "healthy_thinning_time"),
    "osteoarthritis": ("osteoarthritis_rest_viscosity", "osteoarthritis_thinning_time"),
    "rheumatoid": ("rheumatoid_rest_viscosity", "rheumatoid_thinning_time"),
}
CONDITIONS = tuple(_ROWS)


@dataclass(frozen=True)
class ThinningFluid:
    """A fluid with viscosity `at_rest` (Pa s) that thins towards `when_fast` (Pa s).

    `time` (s) is one over the shear rate at which it is half-way; the larger `exponent` (0 to 1), the sooner it thins.
    With equal viscosities it is Newtonian. Impossible for impossible numbers.
    """

    at_rest: float
    when_fast: float
    time: float = 1.0
    exponent: float = 0.5

    def __post_init__(self):
        require.positive(at_rest=self.at_rest, when_fast=self.when_fast, time=self.time)
        require.between(0, 1, exponent=self.exponent)
        require.not_negative(**{"at_rest minus when_fast": self.at_rest - self.when_fast})

    def viscosity(self, shear_rate: ArrayLike) -> NDArray:
        """Viscosity (Pa s) at `shear_rate` (1/s): η∞ + (η₀ − η∞) / (1 + (λ γ)^m). Broadcasts."""
        require.not_negative(shear_rate=shear_rate)
        thinning = np.power(np.multiply(self.time, shear_rate), self.exponent)
        return self.when_fast + (self.at_rest - self.when_fast) / (1 + thinning)


def synovial_fluid(condition: str) -> ThinningFluid:
    """Synovial fluid that is "healthy" or that of "osteoarthritis" or "rheumatoid" arthritis; all numbers are assumed.

    Impossible for any other condition.
    """
    if condition not in CONDITIONS:
        raise Impossible(
            _("condition must be one of {names}; got {condition!r}.").format(
                names=", ".join(CONDITIONS), condition=condition
            )
        )
    at_rest, time = (sources.value(row) for row in _ROWS[condition])
    return ThinningFluid(
        at_rest=at_rest,
        when_fast=sources.value("synovial_fast_viscosity"),
        time=time,
        exponent=sources.value("synovial_thinning_exponent"),
    )


def water() -> ThinningFluid:
    """Water at 37 °C, which does not thin."""
    viscosity = sources.value("water_viscosity")
    return ThinningFluid(viscosity, viscosity)
