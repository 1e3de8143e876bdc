"""The printed numbers of the lesson What makes the pop?"""

import numpy as np

from jointlab import sources
from jointlab.lessons.pop.camera import CAMERA, CAPSULE_NOTE
from jointlab.lessons.pop.collapse import COLLAPSE
from jointlab.lessons.pop.figures import birth_levels, collapse_levels
from jointlab.models.bubble import acoustics
from jointlab.models.bubble.keller_miksis import rayleigh_collapse_time
from jointlab.units import amount, fixed, number, read_in, with_unit

OPENINGS = (1, 5, 20, 100)  # ms
RADII = (0.5e-3, 1e-3, 2e-3)  # m


def print_levels() -> None:
    """The numbers of `levels`."""
    for name, levels in (("collapse", collapse_levels()), ("birth", birth_levels())):
        print(f"{levels.size} ways of a {name}: {fixed(levels.min())} dB to {fixed(levels.max())} dB")
    millions = 10 ** (np.ptp(collapse_levels()) / 20) / 1e6
    print(f"in pressure, the loudest collapse has {fixed(millions)} million times the faintest")
    into_air = acoustics.level_change(sources.value("liquid_density"), sources.value("air_density"))
    print(f"the same motion straight into air: {fixed(-into_air)} dB less")


def print_matches(count: int = 300) -> None:
    """How many of `count` settings of the collapse explorer sound like a recorded pop, and how they differ."""
    names = [control.name for control in COLLAPSE.controls]
    low, high = (np.array([getattr(control, end) for control in COLLAPSE.controls]) for end in ("low", "high"))
    tried = low * (high / low) ** np.random.default_rng(3).random((count, len(names)))  # all controls are logarithmic

    def reached(values: np.ndarray) -> bool:
        return COLLAPSE.goal.reached(COLLAPSE.state(**dict(zip(names, values, strict=True))))

    matching = np.array([values for values in tried if reached(values)])
    print(f"{count} settings tried at random, {len(matching)} of them reach the goal; the middle half of these:")
    for control, values in zip(COLLAPSE.controls, matching.T, strict=True):
        first, last = (with_unit(number(end, 2), control.unit) for end in np.quantile(values, (0.25, 0.75)))
        print(f"  {control.label.lower()} from {first} to {last}")


def print_slowest_cameras() -> None:
    """How slow a camera may be and still tell birth from partial collapse, or all four, whenever the joint cracks."""

    interval = CAMERA.controls[0]
    times = np.geomspace(interval.low, interval.high, 153)[::-1]  # 5 % from one to the next

    def slowest(opening_time: float) -> tuple[float, float]:
        footage = ((time, CAMERA.state(interval=time, opening_time=opening_time)) for time in times)
        longest, found = next(each for each in footage if each[1].tells_birth_from_collapse)
        if len(found.groups) == 4:
            return longest, longest
        return longest, next(time for time, found in footage if len(found.groups) == 4)  # never before the other

    both = [slowest(opening_time) for opening_time in OPENINGS]
    lines = ["birth or partial collapse?"]
    for opening_time, (longest, _) in zip(OPENINGS, both, strict=True):
        lines.append(f"  gas space opens in {opening_time} ms: at most {fixed(longest, 1)} ms a picture")
    every = max(all_four for _, all_four in both)
    swings = f"a capsule that swings at {amount(CAPSULE_NOTE, 'Hz')} (assumed)"
    lines.append(f"birth or capsule recoil, too: at most {fixed(every, 1)} ms a picture, for {swings}")
    print("\n".join(lines))  # at once: what comes slowly would be stored in pieces


def print_collapse_times() -> None:
    """Rayleigh's formula at work: from a size to a time, and back from a pop to a size."""
    density, difference = sources.value("liquid_density"), sources.value("standard_atmosphere")
    print(f"joint fluid (as water): {fixed(density)} kg/m³; pressure difference: {amount(difference, 'kPa')}")
    for radius in RADII:
        time = rayleigh_collapse_time(radius, density, difference)
        print(f"a bubble of {amount(radius, 'mm')} is gone after {fixed(read_in(time, 'µs'))} µs")
    pop = sources.observation("pop_duration").value
    radius = pop / rayleigh_collapse_time(1.0, density, difference)
    needed = f"a bubble would need a radius of {fixed(read_in(radius, 'mm'))} mm"
    print(f"to last as long as a pop, {amount(pop, 'ms')}, {needed}")
