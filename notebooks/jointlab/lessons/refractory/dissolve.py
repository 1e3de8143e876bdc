"""Explorer: a gas cavity dissolves; how much of it is left after 20 minutes?

The learner's units are mm³ and mm; the models' are SI. How far checked: textbook model of diffusion; size, shape, first
gas and distance to the blood have not been measured in a joint.
"""

import math
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.explorers.declare import Choice, Declaration, Goal, Slider
from jointlab.lessons.refractory.dissolve_picture import MOMENTS, TIMES, DissolvingPicture
from jointlab.models.gas.epstein_plesset import Dissolution, dissolve
from jointlab.models.gas.joint_cavity import FIRST_GASES, first_gas, joint_shape, joint_tissue
from jointlab.models.gas.joint_gases import joint_gases
from jointlab.units import amount, duration

WAIT = sources.observation("refractory_time").value
LEEWAY = 0.1  # of the wait
TIME = np.geomspace(*TIMES, 181)  # s
TOLERANCE = 1e-4  # of the solver; the tests compare with 1e-8
SHAPES = {"sphere": "a round bubble", "flat": f"flat, {amount(2 * sources.value('contact_radius'), 'mm')} wide"}


@dataclass(frozen=True, eq=False)
class Dissolving:
    """One cavity in SI units: its `run`, the distance of the `blood` (m), its `width` (m) if it is flat."""

    run: Dissolution
    names: tuple[str, ...]
    blood: float
    width: float | None

    @property
    def time(self) -> NDArray:
        """s."""
        return self.run.time

    @property
    def share(self) -> NDArray:
        """Of the first volume, over `time`."""
        return self.run.share

    @property
    def shares(self) -> NDArray:
        """Of each gas, over `time`."""
        return self.run.shares

    @property
    def volume(self) -> list[float]:
        """m³ at each of the MOMENTS."""
        return [self.run.start] + [self.run.start * self.run.at(moment) for moment in MOMENTS if moment > 0]

    @property
    def tenth(self) -> float:
        """When (s) a tenth is left; inf if that takes longer than the time shown."""
        return self.run.time_to(0.1)

    @property
    def nitrogen(self) -> float:
        """Its share in what is left after the wait."""
        return float(np.interp(WAIT, self.time, self.shares[:, self.names.index("nitrogen")]))


def dissolving(volume: float, shape: str, first: str, blood: float) -> Dissolving:
    """Cavity of `volume` (mm³) and `shape`, filled with one of FIRST_GASES, `blood` so many mm from its wall."""
    run = dissolve(
        TIME, volume / 1e9, _first_gas(first), joint_shape(shape), joint_tissue(blood / 1e3), tolerance=TOLERANCE
    )
    width = 2 * sources.value("contact_radius") if shape == "flat" else None
    return Dissolving(run, _names(), blood / 1e3, width)


@cache
def _first_gas(kind: str) -> NDArray:
    return first_gas(kind)


@cache
def _names() -> tuple[str, ...]:
    return joint_gases().names


def sentence(state: Dissolving) -> str:
    """What the state shows, in words."""
    left = 100 * state.run.at(WAIT)
    if left < 0.1:
        then = f"After {amount(WAIT, 'minutes')} the cavity is gone."
    else:
        then = (
            f"After {amount(WAIT, 'minutes')} {left:.2g} % of its volume is left, and {100 * state.nitrogen:.0f} % of "
            "that gas is nitrogen."
        )
    if state.tenth == math.inf:
        end = f"Even after {duration(TIMES[1])} more than a tenth is there."
    elif state.tenth <= TIMES[0]:
        end = "Within a second less than a tenth was left."
    else:
        end = f"A tenth is left after {duration(state.tenth)}."
    return f"{then} {end} {_reason(state)}"


def _reason(state: Dissolving) -> str:
    if state.tenth > 10 * WAIT:
        return "Nitrogen dissolves badly, and the blood has nearly as much of it already."
    if state.tenth < WAIT / 10:
        return "Carbon dioxide dissolves well, and thin or small cavities have a short way to go."
    return "Size, shape and first gas of a real cavity have not been measured."


def gone_in_time(state: Dissolving) -> bool:
    """Whether a tenth is left after the wait, give or take LEEWAY."""
    return abs(state.tenth / WAIT - 1) <= LEEWAY


DISSOLVE = Declaration(
    title="How long does the gas stay?",
    controls=(
        Slider("volume", "Gas at first", "V", "mm³", 0.01, 200, 2, steps=172, scale="log"),
        Choice("shape", "Its shape", SHAPES, "sphere"),
        Choice("first", "Its gas at first", FIRST_GASES, "young"),
        Slider("blood", "Distance to blood", "δ", "mm", 0.1, 10, 0.73, scale="log"),
    ),
    model=dissolving,
    picture=DissolvingPicture,
    sentence=sentence,
    presets={
        "The same gas, flat": {"volume": 2.0, "shape": "flat", "first": "young", "blood": 0.73},
        "Carbon dioxide alone": {"volume": 2.0, "shape": "sphere", "first": "carbon dioxide", "blood": 0.73},
        "All gas of the fluid": {"volume": 2.0, "shape": "sphere", "first": "fluid", "blood": 0.73},
        "Huge and round": {"volume": 200.0, "shape": "sphere", "first": "carbon dioxide", "blood": 10.0},
    },
    goal=Goal(
        f"make nine tenths of the gas vanish in {amount(WAIT, 'minutes')} (a tenth more or less)",
        gone_in_time,
    ),
)
