"""The gas cavity of a cracked joint, as far as it is known: what it is made of at first, and what lies around it.

The fluid's gases and tensions are those of `joint_gases`. What gas a young cavity holds, how large and how flat it is
and how far the blood is away, nobody has measured: these are choices of whoever asks.
"""

import math

from numpy.typing import NDArray

from jointlab import sources
from jointlab.models import dissolved_gas
from jointlab.models.dissolution import Flat, Sphere, Tissue
from jointlab.models.joint_gases import JointGases, joint_gases

# What a cavity may hold at first: the words of a reader.
FIRST_GASES = {
    "young": "a young cavity's mixture",
    "fluid": "all gas of the fluid",
    "carbon dioxide": "carbon dioxide alone",
}


def joint_tissue(blood: float = math.inf) -> Tissue:
    """Joint fluid around a cavity, with `blood` so many m from its wall. ValueError unless that is greater than 0."""
    gases = joint_gases()
    pressure = sources.value("standard_atmosphere") - sources.value("vapour_pressure")
    return Tissue(gases.solubility, gases.diffusivity, gases.tension, gases.temperature, pressure, blood)


def first_gas(kind: str) -> NDArray:
    """Shares of carbon dioxide, nitrogen and oxygen (3,) in a cavity, for one of FIRST_GASES.

    "young": a cavity that has just opened in its fluid and is as large as told, `cavity_share` of the fluid. "fluid":
    everything that the fluid held. ValueError for another kind.
    """
    if kind not in FIRST_GASES:
        raise ValueError(f"kind must be one of {', '.join(FIRST_GASES)}; got {kind!r}.")
    gases = joint_gases()
    if kind == "young":
        return dissolved_gas.shares(_young(gases))
    amounts = gases.content
    if kind == "carbon dioxide":
        amounts = [float(name == kind) for name in gases.names]
    return dissolved_gas.shares(amounts)


def young_pressure() -> float:
    """Pressure (Pa, absolute) in a cavity that has just opened, gases and vapour together."""
    return float(_young(joint_gases()).sum()) + sources.value("vapour_pressure")


def _young(gases: JointGases) -> NDArray:
    ratio = sources.observation("cavity_share").value
    return dissolved_gas.cavity_pressures(gases.tension, gases.solubility, ratio, gases.temperature)


def joint_shape(shape: str) -> Sphere | Flat:
    """A "sphere" in joint fluid, or a "flat" cavity as wide as the film of a knuckle. ValueError for another shape."""
    if shape == "sphere":
        return Sphere(sources.value("surface_tension"))
    if shape == "flat":
        return Flat(math.pi * sources.value("contact_radius") ** 2)
    raise ValueError(f"shape must be sphere or flat; got {shape!r}.")
