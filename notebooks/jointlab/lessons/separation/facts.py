"""The numbers of the lesson “Why does a joint resist being pulled apart?”, printed."""

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.learn.facts import told
from jointlab.lessons.separation.pulled_film import FILMS, opening_film
from jointlab.models.film.cross_fluid import CONDITIONS, synovial_fluid
from jointlab.models.film.joint_films import opening_times
from jointlab.models.film.reynolds import largest_film_pull, stefan_pull
from jointlab.units import amount, fixed, fixed_amount, number, percent, read_in, span

OUTSIDE = sources.value("standard_atmosphere")
# What is pulled open in `opening`: N on the film, gap at the start and at the end (m).
LOAD, STARTS, END = 1.0, (10e-6, 20e-6, 50e-6), 200e-6
THICK, RADIUS = sources.value("film_thickness"), sources.value("contact_radius")


def opening(fluid: str, start: float) -> tuple[NDArray, NDArray]:
    """Times (s) and gaps (m) of a knuckle's even film that is pulled open from `start` (m) by LOAD."""
    gaps = np.geomspace(start, END, 80)
    return opening_times(FILMS["knuckle"], synovial_fluid(fluid), LOAD, gaps), gaps


def print_size() -> None:
    """How thin the film is, on a scale that can be imagined."""
    room = 10.0
    print(f"the film, assumed: {amount(THICK, 'µm')} thick and {amount(2 * RADIUS, 'mm')} wide")
    deep = amount(room * THICK / (2 * RADIUS), "cm")
    print(f"were it as wide as a room of {amount(room, 'm')}, it would be {deep} deep")


def print_fluids() -> None:
    """How thick each fluid is while the film opens, from slowly to quickly."""
    print(f"even film in a knuckle, {amount(THICK, 'µm')} thick; all viscosities assumed")
    for speed in (1e-4, 1e-3, 1e-2, 1e-1):
        viscosities = [opening_film(THICK, speed, fluid, "knuckle").viscosity for fluid in CONDITIONS]
        thick = ", ".join(number(viscosity, 2) for viscosity in viscosities)
        times = number(viscosities[0] / viscosities[-1], 2)
        print(f"opened at {amount(speed, 'mm/s')}: {thick} Pa s ({', '.join(CONDITIONS)}); {times} times apart")


def print_budget() -> None:
    """The most that a film can hold before its fluid must bear tension, by size; and with tension."""
    pull = sources.value("pull_force")
    most, needed = float(largest_film_pull(RADIUS, OUTSIDE)), pull / (np.pi * RADIUS**2) - OUTSIDE
    print(f"air outside: {amount(OUTSIDE, 'kPa')}")
    for radius in (4e-3, 5e-3, 6e-3, 7e-3):
        area, holds = np.pi * radius**2, float(largest_film_pull(radius, OUTSIDE))
        print(f"a vacuum over a disc of {amount(radius, 'mm')} radius, {_area(area, 1)}: {_newtons(holds)}")
    print(
        f"an even film of {amount(RADIUS, 'mm')} radius whose pressure is zero in the middle only: {_newtons(most / 2)}"
    )
    facet = sources.value("facet_area")
    print(f"a vacuum over a facet joint, {_area(facet)}: {_newtons(OUTSIDE * facet)}")
    print(
        f"left of a pull of {amount(pull, 'N')} (assumed), at {amount(RADIUS, 'mm')}: {_newtons(pull - most)}, "
        f"{percent(1 - most / pull)}"
    )
    print(f"to hold all of it, the whole film would have to bear a tension of {amount(needed, 'kPa')}")
    film, sound, quartz = (sources.observation(name) for name in ("lab_tension", "sound_tension", "inclusion_tension"))
    enough = np.ceil(1e4 * np.sqrt(pull / (np.pi * (OUTSIDE + film.value)))) / 1e4
    print(
        f"in one experiment a film of water bore about {amount(film.value, 'kPa')}: with that much, "
        f"a film of {amount(enough, 'mm')} radius could hold all of it"
    )
    print(
        f"away from walls, under focused sound, water bore {span(sound.low, sound.high, 'MPa')}; "
        f"in tiny inclusions in quartz up to {amount(quartz.value, 'MPa')}"
    )


def _area(square_metres: float, decimals: int = 0) -> str:
    return fixed_amount(square_metres, "mm²", decimals)


def _newtons(force: float) -> str:
    return fixed_amount(force, "N", 1)


def print_metres() -> None:
    """What unit the right side of Stefan's law has, by the power of the radius."""
    names = {-3: "N/m³", -2: "N/m², a pressure", -1: "N/m", 0: "N, a force", 1: "N m, a moment"}
    for power in (1, 2, 3, 4, 5):
        left = power - 2 + 1 - 3
        print(f"radius to the power {power}: {number(left)} metres left, {names[left]}")


def print_stefan() -> None:
    """Stefan's law at work, and what becomes of the misprint when the unit of length changes."""
    speed, viscosity = 0.01, 0.01

    def pull(radius: float, gap: float) -> float:
        return float(stefan_pull(radius, gap, speed, viscosity))

    whole, half_gap, half_radius = pull(RADIUS, THICK), pull(RADIUS, THICK / 2), pull(RADIUS / 2, THICK)
    print(
        f"{amount(RADIUS, 'mm')} radius, {amount(THICK, 'µm')} gap, {amount(speed, 'mm/s')}, "
        f"{amount(viscosity, 'Pa s')}: {amount(whole, 'N')}"
    )
    print(f"half the gap: {fixed_amount(half_gap, 'N', 1)}, {fixed(half_gap / whole)} times as much")
    print(f"half the radius: {fixed_amount(half_radius, 'N', 2)}, a sixteenth")
    ball = FILMS["ball"].pull(THICK, speed, viscosity)
    print(f"a ball in a wider socket, {amount(THICK, 'µm')} only in the middle: {fixed_amount(ball, 'N', 2)}")
    print(f"the misprint, all lengths in metres: {fixed(whole / RADIUS**2)}")
    print(f"the misprint, all lengths in millimetres: {fixed(whole / read_in(RADIUS, 'mm') ** 2, 3)}")


def print_gives() -> None:
    """How long a film under a steady pull resists, by the gap at the start and by fluid."""
    until = f"time until it is {amount(END, 'µm')} thick; viscosities assumed"
    lines = [f"{amount(LOAD, 'N')} on an even film of a knuckle; {until}"]
    for start in STARTS:
        times = (opening(fluid, start)[0][-1] for fluid in CONDITIONS)
        words = ", ".join(f"{amount(time, 'ms')} ({name})" for time, name in zip(times, CONDITIONS, strict=True))
        lines.append(f"from {amount(start, 'µm')}: {words}")
    time, gap = opening("healthy", STARTS[0])
    half = amount(np.interp(0.5 * time[-1], time, gap), "µm")
    lines.append(f"healthy, from {amount(STARTS[0], 'µm')}: half of the time is over when it is {half} thick")
    print("\n".join(lines))  # at once, so that the stored output is one piece


def print_assumed() -> None:
    """What this lesson assumes, with the range worth trying."""
    words = {
        "film_thickness": ("thickness of the film", "µm"),
        "contact_radius": ("radius of the film in a knuckle", "mm"),
        "mcp_socket_radius": ("radius of a knuckle's socket", "mm"),
        "facet_height": ("height of a facet joint", "mm"),
        "facet_width": ("width of a facet joint", "mm"),
        "pull_force": ("pull at a finger", "N"),
        "healthy_rest_viscosity": ("viscosity at rest, healthy", "Pa s"),
        "osteoarthritis_rest_viscosity": ("viscosity at rest, osteoarthritis", "Pa s"),
        "rheumatoid_rest_viscosity": ("viscosity at rest, rheumatoid arthritis", "Pa s"),
        "synovial_fast_viscosity": ("viscosity of each in a very fast flow", "Pa s"),
    }
    print("what is assumed, and the range worth trying:")
    for name, (what, unit) in words.items():
        print(told(sources.constant(name), unit, what))
