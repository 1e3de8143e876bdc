"""The still figures and the printed numbers of lesson 03, What makes the pop?"""

from collections.abc import Callable
from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.drawings.charts.durations import Duration, Timescales
from jointlab.drawings.still import Still
from jointlab.lessons.pop.camera import CAMERA, CAPSULE_NOTE, Footage
from jointlab.lessons.pop.collapse import COLLAPSE
from jointlab.lessons.pop.joints_plate import Plate
from jointlab.lessons.pop.levels import Levels
from jointlab.models.bubble import acoustics, mechanisms
from jointlab.models.bubble.joint_liquid import joint_fluid
from jointlab.models.bubble.keller_miksis import keller_miksis, rayleigh_collapse_time
from jointlab.models.bubble.recovery import Recovery
from jointlab.models.bubble.statics import resting_bubble
from jointlab.units import amount

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

    def at(label: str, seconds: float, note: str, kind: str) -> Duration:
        return Duration(label, seconds, seconds, note, kind)

    scanner = f"{amount(picture.value, 'ms')}, {amount(rate.value, 'pictures a second')}"
    quick = f"{amount(1 / needed.value, 'ms')}, {amount(needed.value, 'pictures a second')}"
    rows = (
        Duration("One pop (neck)", pop.low, pop.high, f"{amount(pop.value, 'ms')}, mean of {pop.n}", "event"),
        at("Flash on ultrasound", flash, f"{amount(flash, 'ms')} after the sound", "event"),
        at("One picture of the scanner", picture.value, scanner, "instrument"),
        at("A camera that could tell", 1 / needed.value, quick, "instrument"),
        at("Wait until the next crack", wait, amount(wait, "minutes"), "event"),
    )
    words = "Chart of five durations; round marks are events, square marks are instruments."
    return Still(Timescales(rows, words), "How long things take. Circles: events. Squares: instruments.")


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
    rows = {"a collapse": collapse_levels(), "a birth": birth_levels()}
    words = "Strip chart: each mark is one combination of inputs that nobody has measured."
    return Still(Levels(rows, words), "Each mark is one combination of unknown inputs, heard in fluid.")


def print_levels() -> None:
    """The numbers of `levels`."""
    for name, levels in (("collapse", collapse_levels()), ("birth", birth_levels())):
        print(f"{levels.size} ways of a {name}: {levels.min():.0f} dB to {levels.max():.0f} dB")
    factor = 10 ** (np.ptp(collapse_levels()) / 20)
    print(f"in pressure, the loudest collapse has {factor / 1e6:.0f} million times the faintest")
    into_air = acoustics.level_change(sources.value("liquid_density"), sources.value("air_density"))
    print(f"the same motion straight into air: {-into_air:.0f} dB less")


def print_matches(count: int = 300) -> None:
    """How many of `count` settings of the collapse explorer sound like a recorded pop, and how they differ."""
    chance = np.random.default_rng(3).random((count, len(COLLAPSE.controls)))
    low, high = (np.array([getattr(control, end) for control in COLLAPSE.controls]) for end in ("low", "high"))
    names = [control.name for control in COLLAPSE.controls]
    tried = low * (high / low) ** chance  # all four controls are logarithmic
    matching = np.array([values for values in tried if COLLAPSE.goal.reached(COLLAPSE.state(**dict(zip(names, values, strict=True))))])
    print(f"{count} settings tried at random, {len(matching)} of them reach the goal; the middle half of these:")
    for control, values in zip(COLLAPSE.controls, matching.T, strict=True):
        first, last = np.quantile(values, (0.25, 0.75))
        print(f"  {control.label.lower()} from {first:.2g} {control.unit} to {last:.2g} {control.unit}")


def print_slowest_cameras() -> None:
    """How slow a camera may be and still tell birth from partial collapse, or all four, whenever the joint cracks."""

    def slowest(opening_time: float, tells: Callable[[Footage], bool]) -> float:
        interval = CAMERA.controls[0]
        times = reversed(np.geomspace(interval.low, interval.high, 153))  # 5 % from one to the next
        return next(time for time in times if tells(CAMERA.state(interval=time, phase=50, opening_time=opening_time)))

    openings = (1.0, 5.0, 20.0, 100.0)
    lines = ["birth or partial collapse?"]
    for opening_time in openings:
        longest = slowest(opening_time, lambda footage: footage.tells_birth_from_collapse)
        lines.append(f"  gas space opens in {opening_time:g} ms: at most {longest:.1f} ms a picture")
    every = max(slowest(opening_time, lambda footage: len(footage.groups) == 4) for opening_time in openings)
    swings = f"a capsule that swings at {amount(CAPSULE_NOTE, 'Hz')} (assumed)"
    lines.append(f"birth or capsule recoil, too: at most {every:.1f} ms a picture, for {swings}")
    print("\n".join(lines))


def print_collapse_times() -> None:
    """Rayleigh's formula at work: from a size to a time, and back from a pop to a size."""
    density, difference = sources.value("liquid_density"), sources.value("standard_atmosphere")
    print(f"joint fluid (as water): {density:.0f} kg/m³; pressure difference: {difference / 1e3:.0f} kPa")
    for radius in (0.5, 1, 2):
        time = rayleigh_collapse_time(radius / 1e3, density, difference)
        print(f"a bubble of {radius:g} mm is gone after {1e6 * time:.0f} µs")
    pop = sources.observation("pop_duration").value
    radius = pop / rayleigh_collapse_time(1.0, density, difference)
    print(f"to last as long as a pop, {1e3 * pop:.2f} ms, a bubble would need a radius of {1e3 * radius:.0f} mm")
