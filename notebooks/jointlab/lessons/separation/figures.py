"""The still figures and the printed numbers of lesson 01, Why does a joint resist being pulled apart?"""

import numpy as np

from jointlab import sources
from jointlab.drawings.charts.line_chart import Axis, Curve, LineChart
from jointlab.drawings.charts.marks import Mark
from jointlab.drawings.charts.row_chart import Row, RowChart, Scale, every
from jointlab.drawings.still import Still
from jointlab.lessons.separation.film_story import FilmStory
from jointlab.lessons.separation.pulled_film import FILMS, opening_film
from jointlab.models.film.cross_fluid import CONDITIONS, synovial_fluid
from jointlab.models.film.joint_films import opening_times
from jointlab.models.film.reynolds import largest_film_pull, stefan_pull
from jointlab.units import amount, fixed, read_in

NAMES = {
    "healthy": "healthy fluid",
    "osteoarthritis": "fluid in osteoarthritis",
    "rheumatoid": "fluid in rheumatoid arthritis",
}
# What is pulled open in `gives`: N on the film, gap at the start and at the end (m).
LOAD, STARTS, END = 1.0, (10e-6, 20e-6, 50e-6), 200e-6


def story() -> Still:
    """Where the film of a joint is, and why it resists, in three steps."""
    return Still(FilmStory(), "The film is drawn far too thick; in truth it is much wider than it is thick.")


def print_size() -> None:
    """How thin the film is, on a scale that can be imagined."""
    thick, wide = sources.value("film_thickness"), 2 * sources.value("contact_radius")
    print(f"the film, assumed: {amount(thick, 'µm')} thick and {amount(wide, 'mm')} wide")
    room = 10.0
    print(f"were it as wide as a room of {room:g} m, it would be {100 * room * thick / wide:.0f} cm deep")


def print_fluids() -> None:
    """How thick each fluid is, and what the film then pulls, from a slow to a quick opening."""
    print("even film in a knuckle, 50 µm thick; all viscosities assumed")
    for speed in (0.1, 1.0, 10.0, 100.0):
        states = [opening_film(50, speed, fluid, "knuckle") for fluid in CONDITIONS]
        thick = ", ".join(f"{state.viscosity:.2g}" for state in states)
        times = states[0].viscosity / states[-1].viscosity
        print(f"opened at {speed:g} mm/s: {thick} Pa s (healthy, osteoarthritis, rheumatoid); {times:.2g} times apart")


def print_budget() -> None:
    """The most that a film can hold before its fluid must bear tension, by size."""
    ambient = sources.value("standard_atmosphere")
    print(f"air outside: {amount(ambient, 'kPa')}")
    for radius in (4, 5, 6, 8):
        most, area = float(largest_film_pull(radius / 1e3, ambient)), np.pi * radius**2
        print(f"a vacuum over a disc of {radius} mm radius, {area:.1f} mm²: {most:.1f} N")
    middle = float(largest_film_pull(sources.value("contact_radius"), ambient)) / 2
    print(f"an even film of 5 mm radius whose pressure is zero in the middle only: {middle:.1f} N")
    facet = FILMS["facet"]
    area = np.pi * facet.half_length * facet.half_width
    print(f"a vacuum over a facet joint, {1e6 * area:.0f} mm²: {ambient * area:.1f} N")
    pull, radius = sources.value("pull_force"), sources.value("contact_radius")
    most = float(largest_film_pull(radius, ambient))
    print(
        f"left of a pull of {pull:.0f} N (assumed), at {amount(radius, 'mm')}: {pull - most:.1f} N, {100 - most:.0f} %"
    )
    needed = pull / (np.pi * radius**2) - ambient
    print(f"to hold all of it, the whole film would have to bear a tension of {amount(needed, 'kPa')}")
    film, sound, quartz = (sources.observation(f"{name}_tension") for name in ("lab", "sound", "inclusion"))
    enough = np.sqrt(pull / (np.pi * (ambient + film.value)))
    print(f"in one experiment a film of water bore about {amount(film.value, 'kPa')}: with that much,", end=" ")
    print(f"a film of {np.ceil(1e4 * enough) / 10:.1f} mm radius could hold all of it")
    print(
        f"away from walls, under focused sound, water bore {sound.low / 1e6:.0f} to {amount(sound.high, 'MPa')}",
        end="; ",
    )
    print(f"in tiny inclusions in quartz up to {amount(quartz.value, 'MPa')}")


def print_metres() -> None:
    """What unit the right side of Stefan's law has, by the power of the radius."""
    names = {-3: "N/m³", -2: "N/m², a pressure", -1: "N/m", 0: "N, a force", 1: "N m, a moment"}
    for power in (1, 2, 3, 4, 5):
        left = power - 2 + 1 - 3
        print(f"radius to the power {power}: {left} metres left, {names[left]}".replace("-", "−"))


def print_stefan() -> None:
    """Stefan's law at work, and what becomes of the misprint when the unit of length changes."""
    gap, speed, viscosity, radius = 50e-6, 0.01, 0.01, sources.value("contact_radius")
    pull = float(stefan_pull(radius, gap, speed, viscosity))
    print(f"5 mm radius, 50 µm gap, 10 mm/s, 0.01 Pa s: {pull:.2f} N")
    print(f"half the gap: {float(stefan_pull(radius, gap / 2, speed, viscosity)):.1f} N, 8 times as much")
    print(f"half the radius: {float(stefan_pull(radius / 2, gap, speed, viscosity)):.2f} N, a sixteenth")
    ball = FILMS["ball"].pull(gap, speed, viscosity)
    print(f"a ball in a wider socket, 50 µm only in the middle: {ball:.2f} N")
    print(f"the misprint, all lengths in metres: {pull / radius**2:,.0f}")
    print(f"the misprint, all lengths in millimetres: {pull / (1e3 * radius) ** 2:.3f}")


def _gives(fluid: str, start: float) -> tuple[np.ndarray, np.ndarray]:
    """Times (s) and gaps (m) of a knuckle's even film that is pulled open from `start` (m) by LOAD."""
    gaps = np.geomspace(start, END, 80)
    return opening_times(FILMS["knuckle"], synovial_fluid(fluid), LOAD, gaps), gaps


def gives() -> Still:
    """How a film under a steady pull resists, and then gives."""
    places = {"healthy": (0.78, 222), "osteoarthritis": (0.105, 180), "rheumatoid": (0.02, 222)}
    curves = []
    for series, fluid in enumerate(CONDITIONS):
        time, gap = _gives(fluid, STARTS[0])
        curves.append(
            Curve(time, read_in(gap, "µm"), series, NAMES[fluid], places[fluid], marked=range(0, len(gap), 9))
        )
    across, up = Axis("time (s)", 0, 1.05), Axis("gap (µm)", 0, 240, (0, 50, 100, 150, 200))
    words = (
        "Line chart of three curves: the gap of a film under a steady pull of 1 newton, from 10 micrometres on, for "
        "three kinds of joint fluid. Each stays low for most of its time and then rises steeply: the film in "
        "rheumatoid arthritis gives way first, the healthy one last."
    )
    caption = (
        f"A steady pull of {LOAD:g} N on an even film in a knuckle. No bubble and no tension are in this model; "
        "viscosities and the gap at the start are assumed."
    )
    return Still(LineChart(curves, across, up, words), caption)


def print_gives() -> None:
    """How long a film under a steady pull resists, by the gap at the start and by fluid."""
    lines = [
        f"{LOAD:g} N on an even film of a knuckle; time until it is {amount(END, 'µm')} thick; viscosities assumed"
    ]
    for start in STARTS:
        times = [_gives(fluid, start)[0][-1] for fluid in CONDITIONS]
        words = ", ".join(f"{amount(time, 'ms')} ({name})" for time, name in zip(times, CONDITIONS, strict=True))
        lines.append(f"from {amount(start, 'µm')}: {words}")
    time, gap = _gives("healthy", STARTS[0])
    half = np.interp(0.5 * time[-1], time, gap)
    lines.append(
        f"healthy, from {amount(STARTS[0], 'µm')}: half of the time is over when it is {amount(half, 'µm')} thick"
    )
    print("\n".join(lines))


def pressures() -> Still:
    """Pressures measured in joints at rest, beside the pressure of the air."""
    groups = {
        "Healthy joints": [
            _pressure("healthy knees", "healthy_knee_pressure"),
            _without_figure("healthy knuckles", "healthy_knuckles_measured", "at or below", -1),
        ],
        "Injured or inflamed joints": [
            _pressure("knees after an injury", "injured_knee_pressure"),
            _pressure("knees, osteoarthritis", "osteoarthritis_knee_pressure"),
            _pressure("knees, rheumatoid arthritis", "rheumatoid_knee_pressure"),
            _without_figure("knuckles, rheumatoid arthritis", "rheumatoid_knuckles_measured", "above", 1),
        ],
    }
    scale = Scale(
        low=-2,
        high=7,
        ticks=every(1, -2, 7),
        label="pressure in the joint at rest, less that of the air (kPa)",
        null=0.0,
        sides=("below", "above the air’s"),
    )
    words = "Chart of six groups of joints: a mark for the pressure in the joint, a line for its spread."
    return Still(
        RowChart(groups, scale, words),
        "Healthy: mean and one standard error. Others: median and middle half. A vacuum would lie at −101 kPa, far "
        "beyond the left edge. Facet joints are missing: no measurement of them was found.",
    )


def _pressure(label: str, name: str) -> Row:
    seen = sources.observation(name)
    value, low, high = (read_in(number, "kPa") for number in (seen.value, seen.low, seen.high))
    return Row(label, [Mark(value, low, high)], f"{fixed(value, 1)} kPa, {seen.n} knees")


def _without_figure(label: str, name: str, says: str, leans: int) -> Row:
    """Measured, but the abstract gives no number."""
    return Row(label, [Mark(words=says, leans=leans)], f"{sources.observation(name).n} knuckles")


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
    for name, (what, unit) in words.items():
        chosen = sources.constant(name)
        span = f"{amount(chosen.low, unit)} to {amount(chosen.high, unit)}"
        print(f"assumed: {what} {amount(chosen.value, unit)}, worth trying {span}")
