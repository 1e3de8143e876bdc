"""The gases dissolved in the fluid of a joint, as far as they are known: in water, at body temperature.

Tensions are those of venous blood at rest, because what lives in and around a joint takes up oxygen and gives off
carbon dioxide. In the fluid of diseased knees both were found to differ widely (see data/gases.csv).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.models import require
from jointlab.models.gas import henry


@dataclass(frozen=True, eq=False)
class JointGases:
    """Carbon dioxide, nitrogen and oxygen, in this order, along arrays of shape (3,).

    `solubility` mol/(m³ Pa), `tension` Pa, `diffusivity` m²/s, all at `temperature` (K).
    """

    names: tuple[str, ...]
    solubility: NDArray
    tension: NDArray
    diffusivity: NDArray
    temperature: float

    @property
    def content(self) -> NDArray:
        """mol of each gas in one m³ of fluid, which is as many µmol in one mL."""
        return henry.content(self.tension, self.solubility)

    @property
    def volume(self) -> NDArray:
        """Of each gas over that of the fluid, if all of it is drawn out and kept under the air outside.

        Gas in the body is damp: of the pressure outside, vapour leaves the other gases so much less.
        """
        damp = sources.value("standard_atmosphere") - sources.value("vapour_pressure")
        return henry.gas_volume(self.content, damp, self.temperature)


def joint_gases(carbon_dioxide: float | None = None) -> JointGases:
    """The gases of data/gases.csv at body temperature; `carbon_dioxide`: another tension of it (Pa).

    Impossible if that is negative.
    """
    rows, temperature = sources.gases(), sources.value("body_temperature")

    def column(name: str) -> NDArray:
        return np.array([getattr(row, name) for row in rows])

    tension = column("tension")
    if carbon_dioxide is not None:
        require.not_negative(carbon_dioxide=carbon_dioxide)
        tension[0] = carbon_dioxide
    return JointGases(
        names=tuple(row.name for row in rows),
        solubility=henry.solubility(column("henry"), column("henry_temperature"), temperature),
        tension=tension,
        diffusivity=henry.diffusivity(column("diffusivity"), column("diffusivity_temperature"), temperature),
        temperature=temperature,
    )
