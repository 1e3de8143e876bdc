"""How loud the models say a pop is, for inputs that nobody has measured; in the fluid and outside.

How far checked: textbook model with assumed inputs. Outside means: as if the skin moved as much volume as the bubble.
"""

from functools import cache
from itertools import product

import numpy as np
from numpy.typing import ArrayLike, NDArray

from jointlab import sources
from jointlab.models.bubble import acoustics, mechanisms
from jointlab.models.bubble.joint_liquid import joint_fluid
from jointlab.models.bubble.keller_miksis import keller_miksis
from jointlab.models.bubble.mechanisms import PopHistory
from jointlab.models.bubble.recovery import Recovery
from jointlab.models.bubble.statics import resting_bubble

# What nobody has measured in a cracking joint, for a collapse: radius (m), pressure (atm), return time (s) …
COLLAPSES = ((2e-4, 1e-3, 3e-3), (0.1, 0.3, 0.7), (1e-4, 1e-3, 1e-2))
# … for a birth: volume (m³), tension (Pa), radius of the pocket that it springs from (m) …
BIRTHS = ((1e-9, 1e-8, 1e-7), (1e4, 1e5, 1e6), (1e-5, 1e-4))
VISCOSITIES = (0.01, 1.0)  # … and for both (Pa s)


EAR = sources.value("listening_distance")  # m, outside
MICROPHONE = sources.value("microphone_distance")  # m, in the fluid


def outside(level: ArrayLike) -> NDArray:
    """Peak level (dB re 20 µPa) at the EAR of a pop that has `level` at the MICROPHONE. Broadcasts."""
    liquid, air = sources.value("liquid_density"), sources.value("air_density")
    return acoustics.level_outside(level, liquid, MICROPHONE, air, EAR)


@cache
def collapse_levels() -> NDArray:
    """Peak levels (dB re 20 µPa) of a collapse, in fluid, for all combinations of the unknowns."""
    ambient, exponent = sources.value("standard_atmosphere"), sources.value("polytropic_exponent")

    def level(radius: float, share: float, return_time: float, viscosity: float) -> float:
        fluid = joint_fluid(viscosity)
        bubble = resting_bubble(radius, share * ambient, fluid, exponent)
        time = np.linspace(0, return_time + 2e-3, 4001)
        film = Recovery(share * ambient, ambient, return_time)
        return _level(keller_miksis(time, bubble, fluid, film, tolerance=1e-6).volume_acceleration)

    return np.array([level(*unknown) for unknown in product(*COLLAPSES, VISCOSITIES)])


@cache
def birth_levels() -> NDArray:
    """The same for a bubble that springs open under tension."""
    return np.array([_level(story.volume_acceleration) for story in births()])


@cache
def births() -> tuple[PopHistory, ...]:
    """A bubble that springs open, for all combinations of the unknowns."""
    return tuple(birth(*unknown) for unknown in product(*BIRTHS, VISCOSITIES))


def birth(volume: float, tension: float, pocket: float, viscosity: float) -> PopHistory:
    """A pocket (radius in m) springs open in fluid under `tension` (Pa) that has `volume` (m³) of room too little."""
    ambient, exponent = sources.value("standard_atmosphere"), sources.value("polytropic_exponent")
    joint = mechanisms.Joint(joint_fluid(viscosity), ambient, volume, 1e-4, exponent)
    return mechanisms.inception(mechanisms.event_time(before=1e-4, after=4e-3, step=1e-6), joint, -tension, pocket)


def loudest_at_the_turn() -> int:
    """In how many of these births the loudest moment draws the bubble back, and does not open it."""
    return sum(float(story.volume_acceleration[np.abs(story.volume_acceleration).argmax()]) < 0 for story in births())


def _level(volume_acceleration: NDArray) -> float:
    density = sources.value("liquid_density")
    return acoustics.peak_level(acoustics.monopole_pressure(volume_acceleration, density, MICROPHONE))
