"""The numbers of the lesson as tables: how long gas stays, what it does to the next pull, and scales of time."""

import math
from dataclasses import replace
from functools import partial

import numpy as np
from scipy.constants import R

from jointlab import sources
from jointlab.language import _, pgettext
from jointlab.learn._block import Page
from jointlab.learn.facts import found, source, table
from jointlab.lessons.refractory.figures import BLOODS, LEFT_OVER, OPENING, SHAPES, gone_in_time, measure
from jointlab.models.gas.epstein_plesset import (
    diffusion_time,
    dissolve,
    reopened_pressure,
    sphere_life,
    squeezed_share,
)
from jointlab.models.gas.joint_cavity import (
    FIRST_GASES,
    first_gas,
    gas_that_lasts,
    joint_shape,
    joint_tissue,
    young_pressure,
)
from jointlab.models.gas.joint_gases import joint_gases
from jointlab.units import amount, duration, fixed, in_si, percent, read_in

OUTSIDE, VAPOUR = sources.value("standard_atmosphere"), sources.value("vapour_pressure")
FLUID, WAIT = sources.value("mcp_fluid_volume"), sources.observation("refractory_time").value
FAR = 1.0  # m: so far away is "far"


def _squeezed() -> float:
    """The share of a young cavity that stays when the joint closes."""
    return float(squeezed_share(young_pressure(), OUTSIDE, VAPOUR))


def squeeze() -> Page:
    """What is left of a young cavity when the joint closes, and how large it is reported to be."""
    left, reported = _squeezed(), amount(sources.observation("cavity_share").value, "%")
    rows = [
        (_("pressure in a young cavity (lesson 02)"), amount(young_pressure(), "kPa")),
        (_("of that, vapour"), amount(VAPOUR, "kPa")),
        (_("its share that stays when {pressure} are back").format(pressure=amount(OUTSIDE, "kPa")), percent(left)),
        (
            _("the cavity, if {share} of a joint with {volume} of fluid (assumed)").format(
                share=reported, volume=amount(FLUID, "mL")
            ),
            amount(OPENING, "mm³"),
        ),
        (_("of it stay"), amount(left * OPENING, "mm³")),
    ]
    return table((_("when the joint closes"), _("how much")), rows, _("The numbers"))


def window() -> Page:
    """What the gases of the blood press with all together, and what is missing to the air outside."""
    together = float(joint_gases().tension.sum()) + VAPOUR
    rows = [
        (_("gases and vapour in the blood together"), amount(together, "kPa")),
        (_("the air outside"), amount(OUTSIDE, "kPa")),
        (pgettext("a difference", "missing"), amount(OUTSIDE - together, "kPa")),
    ]
    return table((_("what presses"), _("how hard")), rows)


def sizes() -> Page:
    """The numbers of the figure `sizes`, and how far they lie apart."""
    every, rows = [], []
    for shape, heading in SHAPES.items():
        for first, label in FIRST_GASES.items():
            volumes = [gone_in_time(shape, first, blood) for blood in BLOODS]
            every += volumes
            middle, low, high = (amount(volume, "mm³") for volume in (volumes[1], min(volumes), max(volumes)))
            ends = _("{low} to {high}").format(low=low, high=high)
            rows.append((f"{heading}, {label}", measure(shape, volumes[1]), middle, ends))
    apart = fixed(round(max(every) / min(every), -5))
    rows.append((_("largest over smallest"), _("{count} times").format(count=apart), "", ""))
    nearest, _middle, farthest = (amount(blood, "mm") for blood in BLOODS)
    head = (
        _("cavity"),
        _("size"),
        _("gas at first"),
        _("with the blood {nearest} to {farthest} away").format(nearest=nearest, farthest=farthest),
    )
    return table(head, rows)


def reported() -> Page:
    """How long the cavity as reported lasts if it is flat, and what other sizes, distances and cartilage make of it."""
    gas, blood = _squeezed() * OPENING, BLOODS[1]
    slower = sources.constant("cartilage_permeation")
    cases = [
        (_("as reported"), gas, blood, 1.0),
        (_("half the gas"), gas / 2, blood, 1.0),
        (_("twice the gas"), 2 * gas, blood, 1.0),
        (_("blood half as far"), gas, blood / 2, 1.0),
        (_("blood twice as far"), gas, 2 * blood, 1.0),
        (_("through cartilage, not water (assumed)"), gas, blood, slower.value),
        (_("the same, at best"), gas, blood, slower.high),
        (_("the same, at worst"), gas, blood, slower.low),
    ]
    rows = [(words, amount(volume, "mm³"), amount(distance, "mm"), duration(_tenth(volume, distance, through)))
            for words, volume, distance, through in cases]  # fmt: skip
    return table((_("a flat cavity"), _("gas"), _("blood away"), _("a tenth left after")), rows)


def _tenth(volume: float, blood: float, through: float) -> float:
    """When (s) a tenth is left of a flat cavity, if gas gets `through` its walls so readily, over water.

    All times go with 1/D, so a wall that lets less through stretches them all alike.
    """
    tissue = joint_tissue(blood)
    tissue = replace(tissue, diffusivity=through * tissue.diffusivity)
    return dissolve(np.geomspace(1, 1e5, 601), volume, first_gas("young"), joint_shape("flat"), tissue).time_to(0.1)


def reopening() -> Page:
    """The ends of the curves of the figure `reopening`."""
    lows = {gas: float(reopened_pressure(gas, OPENING, OUTSIDE, VAPOUR)) for gas in LEFT_OVER}
    rows = [(amount(gas, "mm³"), amount(low, "kPa")) for gas, low in lows.items()]
    return table(
        (_("gas left"), _("pressure, once the joint has opened by {volume}").format(volume=amount(OPENING, "mm³"))),
        rows,
        _("The numbers"),
    )


def lives() -> Page:
    """The scale R²/D, and what each gas makes of it: the life of a round bubble, its layer in place."""
    gases, tissue = joint_gases(), joint_tissue()
    held = gases.solubility * R * gases.temperature
    rows = []
    for name, diffusivity, volumes, tension in zip(gases.names, gases.diffusivity, held, gases.tension, strict=True):
        if name != "oxygen":
            filled = tension / tissue.pressure
            taken = _("{volume} in 1 mL of water; blood {share} full").format(
                volume=amount(in_si(volumes, "mL"), "mL"), share=amount(filled, "%")
            )
            rows += [_life(name, radius, taken, partial(sphere_life, radius, volumes, diffusivity, filled), diffusivity)
                     for radius in (1e-3, 2e-3)]  # fmt: skip
    return table((_("bubble of one gas"), _("how much dissolves"), "R²/D", _("it lasts, over R²/D")), rows)


def _life(name: str, radius: float, taken: str, life, diffusivity: float) -> tuple[str, ...]:
    scale, lasts = diffusion_time(radius, diffusivity), life()
    times = fixed(lasts / scale, 2 if lasts < scale else 0)
    return (
        _("{gas}, radius {radius}").format(gas=_(name), radius=amount(radius, "mm")),
        taken,
        duration(scale),
        _("{time}, {count} times").format(time=duration(lasts), count=times),
    )


def two_sizes() -> Page:
    """Which bubble of carbon dioxide lasts as long as a knuckle waits: by the closed formula, and by the explorer."""
    gases, tissue = joint_gases(), joint_tissue()
    which = gases.names.index("carbon dioxide")
    held, diffusivity = gases.solubility[which] * R * gases.temperature, gases.diffusivity[which]
    life = sphere_life(1e-3, held, diffusivity, gases.tension[which] / tissue.pressure)
    radius = 1e-3 * math.sqrt(WAIT / life)  # because lives go with the square of the radius
    near, far = (
        measure("sphere", gas_that_lasts(WAIT, 0.1, "sphere", "carbon dioxide", blood)) for blood in (BLOODS[1], FAR)
    )
    rows = [
        (
            _("by the formula: until all is gone, blood far away"),
            _("{width} across").format(width=amount(2 * radius, "mm")),
        ),
        (_("by the explorer: until a tenth is left, blood far away"), far),
        (
            _("by the explorer: until a tenth is left, blood {distance} away").format(distance=amount(BLOODS[1], "mm")),
            near,
        ),
    ]
    return table((_("carbon dioxide that lasts {time}").format(time=amount(WAIT, "minutes")), _("bubble")), rows)


def far() -> Page:
    """How far diffusion gets in a lesson, and how long it takes for some centimetres."""
    diffusivity = joint_gases().diffusivity[joint_gases().names.index("carbon dioxide")]
    lesson, some = 50 * 60.0, 0.03
    reached = fixed(read_in(math.sqrt(lesson * diffusivity), "mm"), 1)
    rows = [
        (_("in {time}").format(time=amount(lesson, "minutes")), f"{reached} mm"),
        (duration(diffusion_time(some, diffusivity)), amount(some, "cm")),
    ]
    return table((pgettext("how long", "time"), _("how far carbon dioxide gets, by L²/D")), rows)


def joints() -> Page:
    """What was measured of thumbs and knuckles, and what is put in for a knuckle: who found it."""
    seen = {
        "refractory_time": "minutes",
        "thumb_bubbles_before": "",
        "thumb_bubbles_after": "",
        "thumb_bubbles_later": "",
        "cavity_share": "%",
        "cavity_ratio": "%",
    }
    put = {
        "contact_radius": (_("Radius of a flat cavity"), "mm"),
        "mcp_cartilage_thickness": (_("Thickness of the cartilage of a knuckle"), "mm"),
        "mcp_fluid_volume": (_("Fluid in a knuckle"), "mL"),
        "cartilage_permeation": (_("How much of a gas gets through cartilage, over water"), ""),
    }
    rows = [(sources.observation(name).what, sources.observation(name), unit) for name, unit in seen.items()]
    rows += [(what, sources.constant(name), unit) for name, (what, unit) in put.items()]
    cells = [(what, found(row, unit), source(row)) for what, row, unit in rows]
    return table((_("what"), _("found"), _("who")), cells, _("The numbers of the joints, and who found them"))
