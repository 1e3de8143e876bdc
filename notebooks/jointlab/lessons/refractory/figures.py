"""The still figures and the printed numbers of lesson 04, Why can't you do it twice?"""

import math
from functools import cache

import numpy as np
from scipy.constants import R

from jointlab import sources
from jointlab.drawings.charts.line_chart import Axis, Curve, LineChart
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.row_chart import Row, RowChart, Scale
from jointlab.drawings.still import Still
from jointlab.lessons.refractory.over_time import OverTime, study
from jointlab.lessons.refractory.pictograms import JOINT, PERSON, Counted, Group
from jointlab.models.bubble.statics import sphere_radius
from jointlab.models.gas.epstein_plesset import diffusion_time, dissolve, reopened_pressure, sphere_life, squeezed_share
from jointlab.models.gas.joint_cavity import (
    FIRST_GASES,
    first_gas,
    gas_that_lasts,
    joint_shape,
    joint_tissue,
    young_pressure,
)
from jointlab.models.gas.joint_gases import joint_gases
from jointlab.models.habit import Habit, live
from jointlab.units import amount, duration, in_si, number, read_in

THUMBS = {
    "thumb_bubbles_before": ("Before", "the crack"),
    "thumb_bubbles_after": ("Just after", "at most 30 s after the crack"),
    "thumb_bubbles_later": ("20 minutes later", "a knuckle would be ready"),
}
POPS = {"pop_improved": "It popped", "no_pop_improved": "It did not"}
# Smallest and largest of the effects that reached significance in a review: rows of data/relief.csv.
SIZES = (
    "threshold_0_least",
    "threshold_0_most",
    "threshold_5_least",
    "threshold_5_most",
    "threshold_10_least",
    "threshold_10_most",
)
SHAPES = {"sphere": "A round bubble", "flat": "A flat cavity, 10 mm wide"}
BLOODS = (3e-4, sources.value("mcp_cartilage_thickness"), 3e-3)  # m: near, behind the cartilage of a knuckle, far
VOLUMES = Scale(
    low=3e-3,
    high=3000,
    ticks={0.01: "0.01", 0.1: "0.1", 1: "1", 10: "10", 100: "100", 1000: "1,000"},
    label="gas at first (mm³)",
    log=True,
)
# mm³: the space that a crack opens, as reported, in a knuckle with so much fluid (assumed)
OPENING = 1e9 * sources.observation("cavity_ratio").value * sources.value("mcp_fluid_volume")
LEFT_OVER = {8e-9: (5.4, 69.0), 2e-9: (4.4, 40.0), 2e-10: (1.6, 22.0)}  # m³ of gas, and where its curve is named
COHEN = {"small": 0.2, "medium": 0.5, "large": 0.8}  # by convention


def thumbs() -> Still:
    """Eighteen thumb joints, with and without gas bubbles, before the crack and after."""
    groups = []
    for name, (label, under) in THUMBS.items():
        row = sources.observation(name)
        groups.append(Group(label, under, round(row.value), row.n, f"{row.value:.0f} of {row.n}"))
    words = (
        "Eighteen thumb joints at three moments, each drawn as two ends of bone with fluid between. "
        "A blue bubble marks a joint in which ultrasound showed gas."
    )
    return Still(Counted(groups, JOINT, 18, "blue", words), "The same 18 thumbs at three moments. Blue: gas bubbles.")


def with_or_without() -> Still:
    """Who was much better after a thrust that popped, and after one that did not."""
    groups = []
    for name, label in POPS.items():
        row = sources.observation(name)
        groups.append(Group(label, f"{row.n} people", round(row.value), row.n, _share(row)))
    words = (
        "People with low back pain two days after a thrust to the pelvis, in two groups, each person drawn as head "
        "and shoulders. Filled in green: much better."
    )
    caption = "Each figure is one of 71 people with low back pain. Green: much better after two days."
    return Still(Counted(groups, PERSON, 25, "green", words), caption)


def _share(row: sources.Observation) -> str:
    return f"{row.value:.0f} ({100 * row.value / row.n:.0f} %)"


def print_pops() -> None:
    """The numbers of `with_or_without`."""
    for name, label in POPS.items():
        row = sources.observation(name)
        print(f"{label.lower()}: {_share(row)} of {row.n} much better [{sources.reference(row.key).short}]")


def relief_over_time() -> Still:
    """What a thrust does to the pressure at which it hurts, in minutes afterwards."""
    rows = [sources.relief(name) for name in SIZES]
    effects = [(row.first / 60, Mark(row.value, row.low, row.high)) for row in rows]
    tested, before = sources.relief("threshold_tested_sham"), sources.relief("threshold_before")
    credible = sources.observation("credible_shams")
    every_12 = range(0, int(tested.last / 60), 12)
    studies = (
        study(
            f"{credible.n} studies, {number(credible.value)} credible shams",
            "reviews of 2018 and 2019",
            {0: "half", 1: "hollow", 5: "full", 10: "full", 30: "hollow"},
            {0: "1 of 4", 5: "4 of 5", 10: "2"},
        ),
        study("One study, a tested sham", f"{tested.n} students, 2020", dict.fromkeys(every_12, "hollow")),
        study(
            "One study, no sham at all",
            f"{before.n} people, before and after, 2016",
            {0: "hollow", 10: "full", 20: "full", 30: "full"},
        ),
    )
    words = (
        "Chart of how much a thrust to the back raises the pressure at which pressing begins to hurt, in healthy "
        "people. Above: smallest and largest significant effect of a review, each with its 95 % interval. Below: "
        "when three studies found a difference (filled marks) and when not (empty marks)."
    )
    axis = ("How much more a thrust raises the pressure-pain threshold than a sham (d)", -0.15, 2.4)
    note = "Smallest and largest of the effects\nthat reached significance; those\nthat did not are missing here"
    caption = "Filled marks: a difference was found. Empty marks: none was found. Half filled: in some of the studies."
    return Still(OverTime(effects, studies, axis, COHEN, 45, note, words), caption)


@cache
def _gone_in_time(shape: str, first: str, blood: float) -> float:
    """Gas at first (m³) of which a tenth is left after the wait of a knuckle, with `blood` so many m away."""
    return gas_that_lasts(sources.observation("refractory_time").value, 0.1, shape, first, blood)


def sizes() -> Still:
    """Which cavities are gone after 20 minutes, to a tenth."""
    groups = {
        heading: [_size(shape, first, label) for first, label in FIRST_GASES.items()]
        for shape, heading in SHAPES.items()
    }
    words = (
        "Dot chart of the cavities of which a tenth is left after 20 minutes: how much gas they hold at first, for two "
        "shapes and three first gases. Bars: with the blood 0.3 to 3 millimetres away; marks: 0.73 millimetres."
    )
    caption = (
        "All six are gone after 20 minutes, to a tenth. Marks: blood 0.73 mm away. Bars: 0.3 mm to 3 mm (assumed)."
    )
    return Still(RowChart(groups, VOLUMES, words), caption)


def _size(shape: str, first: str, label: str) -> Row:
    volumes = [_gone_in_time(shape, first, blood) for blood in BLOODS]
    least, middle, most = (read_in(volume, "mm³") for volume in (min(volumes), volumes[1], max(volumes)))
    return Row(label, [Mark(middle, least, most)], _measure(shape, volumes[1]))


def _measure(shape: str, volume: float) -> str:
    """Diameter of a sphere, thickness of a flat cavity."""
    if shape == "sphere":
        return f"{amount(2 * sphere_radius(volume), 'mm')} across"
    thickness = volume / joint_shape(shape).area
    return f"{amount(thickness, 'mm' if thickness >= 1e-3 else 'µm')} thick"


def print_sizes() -> None:
    """The numbers of `sizes`, and how far they lie apart."""
    every = []
    for shape, heading in SHAPES.items():
        for first, label in FIRST_GASES.items():
            volumes = [_gone_in_time(shape, first, blood) for blood in BLOODS]
            every += volumes
            middle, low, high = (amount(volume, "mm³") for volume in (volumes[1], min(volumes), max(volumes)))
            print(f"{heading.lower()}, {label}: {middle}, {_measure(shape, volumes[1])} ({low} to {high})")
    print(f"largest over smallest: {round(max(every) / min(every), -5):,.0f} times")


def print_squeeze() -> None:
    """What is left of a young cavity when the joint closes, and how large it is reported to be."""
    atmosphere, vapour = sources.value("standard_atmosphere"), sources.value("vapour_pressure")
    young = young_pressure()
    left = float(squeezed_share(young, atmosphere, vapour))
    ratio, fluid = sources.observation("cavity_ratio").value, sources.value("mcp_fluid_volume")
    reported = ratio * fluid
    print(f"pressure in a young cavity: {amount(young, 'kPa')}, {amount(vapour, 'kPa')} of it vapour [lesson 02]")
    print(f"brought back to {amount(atmosphere, 'kPa')}: {100 * left:.0f} % of its volume is left, at once")
    print(f"as reported, {amount(sources.observation('cavity_share').value, '%')} of the joint, with", end=" ")
    print(f"{amount(fluid, 'mL')} of fluid (assumed): {amount(reported, 'mm³')}", end="; ")
    print(f"{amount(left * reported, 'mm³')} of it stay")


def print_reported() -> None:
    """How long the cavity as reported lasts if it is flat, and what half and double the size or distance make of it."""
    atmosphere, vapour = sources.value("standard_atmosphere"), sources.value("vapour_pressure")
    squeezed = float(squeezed_share(young_pressure(), atmosphere, vapour))
    reported = squeezed * sources.observation("cavity_ratio").value * sources.value("mcp_fluid_volume")
    blood = BLOODS[1]
    for words, volume, distance in (
        ("as reported", reported, blood),
        ("half the gas", reported / 2, blood),
        ("twice the gas", 2 * reported, blood),
        ("blood half as far", reported, blood / 2),
        ("blood twice as far", reported, 2 * blood),
    ):
        run = dissolve(
            np.geomspace(1, 1e5, 601), volume, first_gas("young"), joint_shape("flat"), joint_tissue(distance)
        )
        print(
            f"flat, {words}: {amount(volume, 'mm³')} of gas, blood {amount(distance, 'mm')} away: "
            f"a tenth left after {duration(run.time_to(0.1))}"
        )


def reopening() -> Still:
    """How far the pressure falls when a joint is opened again, while some gas is left."""
    atmosphere, vapour = sources.value("standard_atmosphere"), sources.value("vapour_pressure")
    opening = OPENING * np.linspace(0, 1, 16) ** 2  # densest where the curves are steepest
    curves = [
        Curve(
            opening,
            read_in(reopened_pressure(gas, in_si(opening, "mm³"), atmosphere, vapour), "kPa"),
            i,
            f"{amount(gas, 'mm³')} of gas left",
            at,
        )
        for i, (gas, at) in enumerate(LEFT_OVER.items())
    ]
    curves.append(Curve([0, OPENING], [read_in(vapour, "kPa")] * 2, 3, dashed=True))
    words = "Line chart: how far the pressure in a joint falls when it is opened again with some gas left in it."
    return Still(
        LineChart(
            curves,
            Axis("the joint opens by (mm³)", 0, 1.02 * OPENING, (0, 5, 10, 15)),
            Axis("pressure (kPa)", -8, 110, (0, 25, 50, 75, 100)),
            words,
            {(6.6, 0.5): f"{amount(vapour, 'kPa')}, the vapour: with any gas left it falls no lower"},
        ),
        "A joint that is pulled open again with gas left in it: the gas gives way like a soft spring.",
    )


def print_reopening() -> None:
    """The ends of the curves of `reopening`."""
    atmosphere, vapour = sources.value("standard_atmosphere"), sources.value("vapour_pressure")
    for gas in LEFT_OVER:
        low = float(reopened_pressure(gas, OPENING / 1e9, atmosphere, vapour))
        print(f"{amount(gas, 'mm³')} of gas left, joint opened by {OPENING:.3g} mm³: {amount(low, 'kPa')}")


def print_times() -> None:
    """The scale R²/D, and what each gas makes of it: the life of a round bubble, its layer in place."""
    gases, tissue = joint_gases(), joint_tissue()
    held = gases.solubility * R * gases.temperature
    for name, diffusivity, volumes, tension in zip(gases.names, gases.diffusivity, held, gases.tension, strict=True):
        if name == "oxygen":
            continue
        filled = tension / tissue.pressure
        print(f"{name}: 1 mL of water takes up {amount(volumes / 1e6, 'mL')} of it", end="; ")
        print(f"the blood holds {amount(filled, '%')} of what it could")
        for radius in (1e-3, 2e-3):
            scale, life = diffusion_time(radius, diffusivity), sphere_life(radius, volumes, diffusivity, filled)
            times = f"{life / scale:.2f}" if life < scale else f"{life / scale:.0f}"
            print(f"  radius {amount(radius, 'mm')}: R²/D is {duration(scale)}", end="; ")
            print(f"a bubble of it lasts {duration(life)}, {times} times as long")
    life = sphere_life(1e-3, held[0], gases.diffusivity[0], gases.tension[0] / tissue.pressure)
    wait = sources.observation("refractory_time").value
    radius = 1e-3 * math.sqrt(wait / life)  # because lives go with the square of the radius
    print(f"to last {amount(wait, 'minutes')}, a bubble of carbon dioxide needs a radius of {amount(radius, 'mm')}")
    lesson, far = 50 * 60.0, 0.03
    reached = math.sqrt(lesson * gases.diffusivity[0])
    print(f"by L²/D, carbon dioxide gets {1e3 * reached:.1f} mm far in {amount(lesson, 'minutes')}", end="; ")
    print(f"for {100 * far:g} cm it needs {duration(diffusion_time(far, gases.diffusivity[0]))}")


def print_habit() -> None:
    """The interval of the toy, by its formula and by following it."""
    rate, relieved, threshold = (sources.value(f"urge_{name}") for name in ("rate", "relieved", "threshold"))
    habit = Habit(rate, threshold, relieved, sources.observation("refractory_time").value)
    print(f"assumed: {6000 * rate:.0f} % a minute, threshold {amount(threshold, '%')}", end="; ")
    print(f"{amount(relieved, '%')} is left after a crack")
    wait = math.log((1 - relieved) / (1 - threshold)) / rate
    followed = live(habit, 7200).intervals[0]
    print(f"interval by the formula: {wait / 60:.1f} minutes; followed for two hours: {followed / 60:.1f} minutes")


def print_motion() -> None:
    """How many studies found that a thrust makes the back or the neck move further, at once."""
    for name in ("lumbar_range_gains", "neck_range_gains"):
        row = sources.observation(name)
        print(f"{row.what}: {row.value:.0f} of {row.n} [{sources.reference(row.key).short}]")


def print_window() -> None:
    """What the gases of the blood press with all together, and what is missing to the air outside."""
    gases, vapour = joint_gases(), sources.value("vapour_pressure")
    together, outside = float(gases.tension.sum()) + vapour, sources.value("standard_atmosphere")
    print(
        f"gases and vapour in the blood together: {amount(together, 'kPa')}; the air outside: {amount(outside, 'kPa')}"
    )
    print(f"missing: {amount(outside - together, 'kPa')}")
