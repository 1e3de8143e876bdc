"""The still figures of the lesson What makes the pop?"""

from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.charts.durations import durations, event, instrument
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.row_chart import Layout, Row, RowChart, Scale, every
from jointlab.drawings.still import Still
from jointlab.lessons.pop.joints_plate import Plate
from jointlab.models.bubble import acoustics, mechanisms
from jointlab.models.bubble.joint_liquid import joint_fluid
from jointlab.models.bubble.keller_miksis import keller_miksis
from jointlab.models.bubble.recovery import Recovery
from jointlab.models.bubble.statics import resting_bubble
from jointlab.units import amount, fixed

# What nobody has measured in a cracking joint, for a collapse: radius (m), pressure (atm), return time (s) …
COLLAPSES = ((2e-4, 1e-3, 3e-3), (0.1, 0.3, 0.7), (1e-4, 1e-3, 1e-2))
# … for a birth: volume (m³), tension (Pa), radius of the pocket that it springs from (m) …
BIRTHS = ((1e-9, 1e-8, 1e-7), (1e4, 1e5, 1e6), (1e-5, 1e-4))
VISCOSITIES = (0.01, 1.0)  # … and for both (Pa s)


def joints() -> Still:
    """A knuckle and a pair of facet joints, to the same scale."""
    return Still(Plate(), "A knuckle and the facet joints of the lower back, drawn to the same scale.")


def timescales() -> Still:
    """How long a pop, a picture of the scanner and the other events last."""
    pop, picture = sources.observation("pop_duration"), sources.observation("mri_frame_time")
    rate, needed = sources.observation("mri_frame_rate"), sources.observation("frames_needed")
    flash, wait = sources.observation("flash_delay").value, sources.observation("refractory_time").value

    scanner = f"{amount(picture.value, 'ms')}, {amount(rate.value, 'pictures a second')}"
    quick = f"{amount(1 / needed.value, 'ms')}, {amount(needed.value, 'pictures a second')}"
    rows = (
        event("One pop (neck)", pop.low, pop.high, f"{amount(pop.value, 'ms')}, mean of {pop.n}"),
        event("Flash on ultrasound", flash, flash, f"{amount(flash, 'ms')} after the sound"),
        instrument("One picture of the scanner", picture.value, scanner),
        instrument("A camera that could tell", 1 / needed.value, quick),
        event("Wait until the next crack", wait, wait, amount(wait, "minutes")),
    )
    words = "Chart of five durations; round marks are events, square marks are instruments."
    return Still(durations(rows, words), "How long things take. Circles: events. Squares: instruments.")


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
    ambient, exponent = sources.value("standard_atmosphere"), sources.value("polytropic_exponent")
    time = mechanisms.event_time(before=1e-4, after=4e-3, step=1e-6)

    def level(volume: float, tension: float, pocket: float, viscosity: float) -> float:
        joint = mechanisms.Joint(joint_fluid(viscosity), ambient, volume, 1e-4, exponent)
        return _level(mechanisms.inception(time, joint, -tension, pocket).volume_acceleration)

    return np.array([level(*unknown) for unknown in product(*BIRTHS, VISCOSITIES)])


def _level(volume_acceleration: NDArray) -> float:
    density, distance = sources.value("liquid_density"), sources.value("microphone_distance")
    return acoustics.peak_level(acoustics.monopole_pressure(volume_acceleration, density, distance))


def levels() -> Still:
    """How loud the models say a pop is, for inputs that nobody knows."""
    groups = {"": [_strip("a collapse", collapse_levels(), 0), _strip("a birth", birth_levels(), 1)]}
    scale = Scale(0, 220, every(20, 0, 220), "peak level (dB re 20 µPa)")
    words = "Strip chart: each mark is one combination of inputs that nobody has measured."
    picture = RowChart(groups, scale, words, Layout(left=250, right=930, pitch=84, close=True))
    return Still(picture, "Each mark is one combination of unknown inputs, heard in fluid.")


def _strip(label: str, levels: NDArray, series: int) -> Row:
    low, high = levels.min(), levels.max()
    apart = f"{fixed(high - low)} dB apart"
    spoken = f"{fixed(low)} to {fixed(high)} dB, {apart}"
    marks = [Mark(levels, words=apart, over=True)]
    return Row(label, marks, band=(low, high), series=style.SERIES[series], spoken=spoken)
