"""Explorer: a gas cavity dissolves; how much of it is left after 20 minutes?

How far checked: textbook model of diffusion; size, shape, first gas and distance to the blood have not been measured in
a joint.
"""

import math

import numpy as np

from jointlab import sources
from jointlab.explorers.curves import Axis, Curve, Heard, Level, Place
from jointlab.explorers.declare import Build, Choice, Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.refractory.dissolve_picture import (
    BEGIN,
    LEFT,
    MIXTURES,
    PLOT_FOOT,
    PLOT_TOP,
    RIGHT,
    TENTH,
    TIMES,
    WAIT,
    Dissolving,
    DissolvingPicture,
)
from jointlab.models.gas.epstein_plesset import dissolve
from jointlab.models.gas.joint_cavity import FIRST_GASES, joint_shape, joint_tissue
from jointlab.models.gas.joint_gases import joint_gases
from jointlab.units import amount, duration, percent, read_in

LEEWAY = 0.1  # of the wait
TIME = np.geomspace(*TIMES, 181)  # s
TOLERANCE = 1e-4  # of the solver; the tests compare with 1e-8
WIDTH = 2 * sources.value("contact_radius")  # m: of a flat cavity
SHAPES = {"sphere": _("a round bubble"), "flat": _("flat, {width} wide").format(width=amount(WIDTH, "mm"))}
NAMES = joint_gases().names
AGES = 86_400e3  # s: what a learner's line gives beyond is told as more than this


def dissolving(volume: float, shape: str, first: str, blood: float) -> Dissolving:
    """Cavity of `volume` (m³) and `shape`, filled with one of FIRST_GASES, `blood` so many m from its wall."""
    run = dissolve(TIME, volume, MIXTURES[first], joint_shape(shape), joint_tissue(blood), tolerance=TOLERANCE)
    return Dissolving(run, NAMES, first, blood, WIDTH if shape == "flat" else None)


def nitrogen(state: Dissolving) -> float:
    """Its share in what is left after the wait."""
    return float(np.interp(WAIT, state.time, state.shares[:, state.names.index("nitrogen")]))


def sentence(state: Dissolving) -> str:
    """What the state shows, in words."""
    left = state.run.at(WAIT)
    then = (
        _("After {time} {left} of its volume is left, and {nitrogen} of that gas is nitrogen.")
        if left >= 0.001
        else _("After {time} the cavity is gone.")
    ).format(time=amount(WAIT, "minutes"), left=amount(left, "%", 2), nitrogen=percent(nitrogen(state)))
    if state.tenth == math.inf:
        end = _("Even after {time} more than a tenth is there.").format(time=duration(TIMES[1]))
    elif state.tenth <= TIMES[0]:
        end = _("Within a second less than a tenth was left.")
    else:
        end = _("A tenth is left after {time}.").format(time=duration(state.tenth))
    return f"{then} {end} {_reason(state)}"


def _reason(state: Dissolving) -> str:
    if state.tenth > 10 * WAIT:
        return _("Nitrogen dissolves badly, and the blood has nearly as much of it already.")
    if state.tenth < WAIT / 10 and state.first == "carbon dioxide":
        return _("Carbon dioxide dissolves well, and the blood has little of it.")
    if state.tenth < WAIT / 10:
        return _("So thin or so small a cavity has little gas to lose, and a short way to lose it.")
    return _("Size, shape and first gas of a real cavity have not been measured.")


def gone_in_time(state: Dissolving) -> bool:
    """Whether a tenth is left after the wait, give or take LEEWAY."""
    return abs(state.tenth / WAIT - 1) <= LEEWAY


def _way_to_the_blood(state: Dissolving) -> dict[str, float]:
    """That of nitrogen, which goes last: as far as the blood is from the wall of the cavity."""
    return {"distance": state.blood, "diffusivity": float(joint_gases().diffusivity[NAMES.index("nitrogen")])}


def _time_of_the_way(seconds: float) -> str:
    """What the learner's line gives, in words."""
    told = _("{time} to reach the blood") if seconds <= AGES else _("more than {time} to reach the blood")
    return told.format(time=duration(min(seconds, AGES)))


def heard(state: Dissolving) -> Heard:
    """What is left of the gas over time."""
    return Heard(
        Axis(_("Time since the crack"), "s", BEGIN, TIMES[1], "log", duration),
        Axis(_("Volume left"), "%", 0.0, 1.0),
        [
            Curve(
                state.time,
                state.share,
                level=Level(_("the level of a tenth"), TENTH),
                place=Place(_("the wait of a knuckle"), WAIT),
            )
        ],
        (LEFT, PLOT_TOP, RIGHT, PLOT_FOOT),
    )


# mm: behind the cartilage of a knuckle; how far it may be elsewhere is a guess.
BLOOD = round(read_in(sources.value("mcp_cartilage_thickness"), "mm"), 2)

DISSOLVE = Declaration(
    title=_("How long does the gas stay?"),
    controls=(
        Slider("volume", _("Gas at first"), "V", "mm³", 0.01, 200, 2, steps=172, scale="log"),
        Choice("shape", _("Its shape"), SHAPES, "sphere"),
        Choice("first", _("Its gas at first"), FIRST_GASES, "young"),
        Slider("blood", _("Distance to blood"), "δ", "mm", 0.1, 10, BLOOD, scale="log"),
    ),
    model=dissolving,
    picture=DissolvingPicture,
    sentence=sentence,
    presets={
        _("The same gas, flat"): {"volume": 2.0, "shape": "flat", "first": "young", "blood": BLOOD},
        _("Carbon dioxide alone"): {"volume": 2.0, "shape": "sphere", "first": "carbon dioxide", "blood": BLOOD},
        _("All gas of the fluid"): {"volume": 2.0, "shape": "sphere", "first": "fluid", "blood": BLOOD},
        _("Huge and round"): {"volume": 200.0, "shape": "sphere", "first": "carbon dioxide", "blood": 10.0},
    },
    goal=Goal(
        _("make nine tenths of the gas vanish in {time} (a tenth more or less)"),
        gone_in_time,
        {"time": amount(WAIT, "minutes")},
    ),
    build=Build(_way_to_the_blood, _time_of_the_way),
    hear=heard,
)
