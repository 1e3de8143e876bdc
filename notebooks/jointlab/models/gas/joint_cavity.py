"""The gas cavity of a cracked joint, as far as it is known: what it is made of at first, and what lies around it.

The fluid's gases and tensions are those of `joint_gases`. What gas a young cavity holds, how large and how flat it is
and how far the blood is away, nobody has measured: these are choices of whoever asks.
"""

import math

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq

from jointlab import sources
from jointlab.language import _
from jointlab.models import require
from jointlab.models.gas import henry
from jointlab.models.gas.epstein_plesset import Flat, Sphere, Tissue, dissolve
from jointlab.models.gas.joint_gases import JointGases, joint_gases
from jointlab.models.require import Impossible
from jointlab.units import spelled

# What a cavity may hold at first: the words of a reader.
FIRST_GASES = {
    "young": _("a young cavity's mixture"),
    "fluid": _("all gas of the fluid"),
    "carbon dioxide": _("carbon dioxide alone"),
}


def joint_tissue(blood: float = math.inf) -> Tissue:
    """Joint fluid around a cavity, with `blood` so many m from its wall. Impossible unless that is greater than 0."""
    gases = joint_gases()
    pressure = sources.value("standard_atmosphere") - sources.value("vapour_pressure")
    return Tissue(gases.solubility, gases.diffusivity, gases.tension, gases.temperature, pressure, blood)


def first_gas(kind: str) -> NDArray:
    """Shares of carbon dioxide, nitrogen and oxygen (3,) in a cavity, for one of FIRST_GASES.

    "young": a cavity in balance with its fluid, as large as reported, `cavity_ratio` of the fluid. "fluid": everything
    that the fluid held. Impossible for another kind.
    """
    if kind not in FIRST_GASES:
        raise Impossible(
            _("kind must be one of {names}; got {kind!r}.").format(names=", ".join(FIRST_GASES), kind=kind)
        )
    gases = joint_gases()
    if kind == "young":
        return henry.shares(_young(gases))
    amounts = gases.content
    if kind == "carbon dioxide":
        amounts = [float(name == kind) for name in gases.names]
    return henry.shares(amounts)


def young_pressure() -> float:
    """Pressure (Pa, absolute) in a cavity that has just opened, gases and vapour together."""
    return float(_young(joint_gases()).sum()) + sources.value("vapour_pressure")


def _young(gases: JointGases) -> NDArray:
    ratio = sources.observation("cavity_ratio").value
    return henry.cavity_pressures(gases.tension, gases.solubility, ratio, gases.temperature)


def joint_shape(shape: str) -> Sphere | Flat:
    """A "sphere" in joint fluid, or a "flat" cavity as wide as the film of a knuckle. Impossible for another shape."""
    if shape == "sphere":
        return Sphere(sources.value("surface_tension"))
    if shape == "flat":
        return Flat(math.pi * sources.value("contact_radius") ** 2)
    raise Impossible(_("shape must be sphere or flat; got {shape!r}.").format(shape=shape))


def gas_that_lasts(wait: float, share: float, shape: str, first: str, blood: float) -> float:
    """Gas at first (m³) of which a `share` (0 to 1) is left after a `wait` (s), for one shape, first gas and distance.

    Searched from a hundred-thousandth of a mm³ to 10 mL. Impossible for impossible input, or if there is none.
    """
    require.positive(wait=wait)
    time = wait * np.geomspace(1e-3, 10, 241)
    form, gas, tissue = joint_shape(shape), first_gas(first), joint_tissue(blood)

    def late(log_volume: float) -> float:
        run = dissolve(time, 10**log_volume, gas, form, tissue, tolerance=1e-4)
        return math.log(min(run.time_to(share), time[-1]) / wait)

    least, most = -14, -5
    if late(least) * late(most) > 0:
        raise Impossible(
            _("wait must be one that some cavity of up to 10 mL needs; got {wait} s.").format(wait=spelled(f"{wait:g}"))
        )
    return 10 ** brentq(late, least, most, xtol=1e-3)
