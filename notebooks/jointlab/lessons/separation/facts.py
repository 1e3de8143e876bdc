"""The numbers of the lesson “Why does a joint resist being pulled apart?”, as tables."""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq

from jointlab import sources
from jointlab.language import _, pgettext
from jointlab.learn import Page
from jointlab.learn.facts import found, table
from jointlab.lessons.separation.pulled_film import DENSITY, FILMS, fluid_called, opening_film
from jointlab.models.film.cross_fluid import CONDITIONS, synovial_fluid
from jointlab.models.film.joint_films import opening_times
from jointlab.models.film.reynolds import inertia_over_viscosity, largest_film_pull, stefan_pull
from jointlab.units import amount, fixed, fixed_amount, number, percent, read_in, span

OUTSIDE = sources.value("standard_atmosphere")
# What is pulled open in `opening`: N on the film, gap at the start and at the end (m).
LOAD, START, END = 1.0, 10e-6, 200e-6
TIMES = {1e-3: "1 ms", 1.0: "1 s", 60.0: _("1 minute")}  # s: how long a pull lasts in `clocks`
THICK, RADIUS = sources.value("film_thickness"), sources.value("contact_radius")
ROOM = 10.0  # m: as wide as this a film is thought to be, so that its thickness can be imagined


def opening(fluid: str, start: float) -> tuple[NDArray, NDArray]:
    """Times (s) and gaps (m) of a knuckle's even film that is pulled open from `start` (m) by LOAD."""
    gaps = np.geomspace(start, END, 80)
    return opening_times(FILMS["knuckle"], synovial_fluid(fluid), LOAD, gaps), gaps


def thickest(seconds: float) -> float:
    """The gap (m) from which a knuckle's film of healthy fluid needs so many `seconds` to fly open under LOAD."""

    def late(logarithm: float) -> float:
        return float(np.log(opening("healthy", np.exp(logarithm))[0][-1] / seconds))

    return float(np.exp(brentq(late, np.log(1e-7), np.log(0.99 * END))))


def clocks() -> Page:
    """Which of the two holds a joint for how long: the film that delays, or the seal."""
    rows = [
        (
            words,
            _("if thinner than {gap} at first").format(gap=amount(thickest(time), "µm", 2)),
            _("while it is shut"),
        )
        for time, words in TIMES.items()
    ]
    return table(
        (_("for so long"), _("a film holds {force} (assumed)").format(force=amount(LOAD, "N")), _("a seal holds")), rows
    )


def fluids() -> Page:
    """How viscous each fluid is while the film opens, from slowly to quickly."""
    rows = []
    for speed in (1e-4, 1e-3, 1e-2, 1e-1):
        viscosities = [opening_film(THICK, speed, fluid, "knuckle").viscosity for fluid in CONDITIONS]
        *others, last = (amount(viscosity, "Pa s", 2) for viscosity in viscosities)
        apart = number(viscosities[0] / viscosities[-1], 2)
        told = _("{viscosity} (healthy: {count} times as much)").format(viscosity=last, count=apart)
        rows.append((amount(speed, "mm/s"), *others, told))
    return table((_("opening speed"), _("healthy fluid"), _("in osteoarthritis"), _("in rheumatoid arthritis")), rows)


def budget() -> Page:
    """The most that a film can hold before its fluid must bear tension, by size; and with tension."""
    pull, borne = sources.value("pull_force"), sources.observation("lab_tension").value
    most, needed = float(largest_film_pull(RADIUS, OUTSIDE)), pull / (np.pi * RADIUS**2) - OUTSIDE
    head, facet = sources.value("mcp_head_radius"), sources.value("facet_area")
    wide = dict.fromkeys((4e-3, 5e-3, 6e-3, 7e-3), _("{radius} radius, {area}"))
    wide[head] = _("{radius} radius, {area}, as wide as the whole head of the bone")
    none = pgettext("tension", "none")
    rows = [
        (words.format(radius=amount(radius, "mm"), area=_area(np.pi * radius**2, 1)), none, _most(radius))
        for radius, words in wide.items()
    ]
    usual, enough = amount(RADIUS, "mm"), np.ceil(1e4 * np.sqrt(pull / (np.pi * (OUTSIDE + borne)))) / 1e4
    whole = _("all of {pull}").format(pull=amount(pull, "N"))
    rows += [
        (_("a facet joint, {area}").format(area=_area(facet)), none, _newtons(OUTSIDE * facet)),
        (_("{radius} radius, at zero in the middle only").format(radius=usual), none, _newtons(most / 2)),
        (_("{radius} radius").format(radius=usual), amount(needed, "kPa"), whole),
        (_("{radius} radius").format(radius=amount(enough, "mm")), amount(borne, "kPa"), whole),
    ]
    return table((_("film, even"), _("tension in its fluid"), _("holds at most")), rows)


def _most(radius: float) -> str:
    return _newtons(float(largest_film_pull(radius, OUTSIDE)))


def _area(square_metres: float, decimals: int = 0) -> str:
    return fixed_amount(square_metres, "mm²", decimals)


def _newtons(force: float) -> str:
    return fixed_amount(force, "N", 1)


def metres() -> Page:
    """What unit the right side of Stefan's law has, by the power of the radius."""
    names = {-3: "N/m³", -2: _("N/m², a pressure"), -1: "N/m", 0: _("N, a force"), 1: _("N m, a moment")}
    counts = {power: power - 2 + 1 - 3 for power in (1, 2, 3, 4, 5)}
    rows = [(_("power {power}").format(power=power), number(left), names[left]) for power, left in counts.items()]
    return table((_("radius to the"), _("metres left"), _("unit of the result")), rows)


def law() -> Page:
    """Stefan's law at work, and what becomes of the misprint when the unit of length changes."""
    speed, viscosity = 0.01, 0.01

    def pull(radius: float, gap: float) -> float:
        return float(stefan_pull(radius, gap, speed, viscosity))

    whole, half_gap, half_radius = pull(RADIUS, THICK), pull(RADIUS, THICK / 2), pull(RADIUS / 2, THICK)
    film = ", ".join(
        (
            _("{radius} radius").format(radius=amount(RADIUS, "mm")),
            _("{gap} gap").format(gap=amount(THICK, "µm")),
            amount(speed, "mm/s"),
            amount(viscosity, "Pa s"),
        )
    )
    ball = FILMS["ball"].pull(THICK, speed, viscosity)
    rows = [
        (film, amount(whole, "N")),
        (
            _("half the gap"),
            _("{force}, {count} times as much").format(
                force=fixed_amount(half_gap, "N", 1), count=fixed(half_gap / whole)
            ),
        ),
        (_("half the radius"), _("{force}, a sixteenth").format(force=fixed_amount(half_radius, "N", 2))),
        (
            _("a ball in a wider socket, {gap} only in the middle").format(gap=amount(THICK, "µm")),
            fixed_amount(ball, "N", 2),
        ),
        (_("the misprint, all lengths in metres"), fixed(whole / RADIUS**2)),
        (_("the misprint, all lengths in millimetres"), fixed(whole / read_in(RADIUS, "mm") ** 2, 3)),
    ]
    return table((_("film"), _("pull")), rows)


def bounds() -> Page:
    """What the models of this lesson leave out, where it was calculated, and what else the prose quotes."""
    slow, quick = (_inertia(*film) for film in ((THICK, 0.01), (END, 0.1)))
    sound, quartz = sources.observation("sound_tension"), sources.observation("inclusion_tension")
    pull, most = sources.value("pull_force"), float(largest_film_pull(RADIUS, OUTSIDE))
    rows = [
        (_("the air outside"), amount(OUTSIDE, "kPa")),
        (
            _("a film as wide as a room of {width}").format(width=amount(ROOM, "m")),
            _("{depth} deep").format(depth=amount(ROOM * THICK / (2 * RADIUS), "cm")),
        ),
        (_("left for ligaments and capsule, without tension"), f"{_newtons(pull - most)}, {percent(1 - most / pull)}"),
        (_("inertia beside viscosity: water, {film}").format(film=_film(THICK, 0.01)), percent(slow)),
        (_("the same: water, {film}").format(film=_film(END, 0.1)), _("{count} times").format(count=number(quick, 2))),
        (_("tension that tears water under focused sound"), span(sound.low, sound.high, "kPa")),
        (_("tension that water bore in quartz"), _("up to {pressure}").format(pressure=amount(quartz.value, "kPa"))),
    ]
    return table((_("what"), _("how much")), rows, folded=_("Other numbers of this lesson"))


def _film(gap: float, speed: float) -> str:
    return f"{amount(gap, 'µm')}, {amount(speed, 'mm/s')}"


def _inertia(gap: float, speed: float) -> float:
    return float(inertia_over_viscosity(gap, speed, fluid_called("water").at_rest, DENSITY))


def assumed() -> Page:
    """What this lesson assumes, with the range worth trying."""
    words = {
        "film_thickness": (_("thickness of the film"), "µm"),
        "contact_radius": (_("radius of the film in a knuckle"), "mm"),
        "mcp_socket_radius": (_("radius of a knuckle's socket"), "mm"),
        "facet_height": (_("height of a facet joint"), "mm"),
        "facet_width": (_("width of a facet joint"), "mm"),
        "pull_force": (_("pull at a finger"), "N"),
        "healthy_rest_viscosity": (_("viscosity at rest, healthy"), "Pa s"),
        "osteoarthritis_rest_viscosity": (_("viscosity at rest, osteoarthritis"), "Pa s"),
        "rheumatoid_rest_viscosity": (_("viscosity at rest, rheumatoid arthritis"), "Pa s"),
        "synovial_fast_viscosity": (_("viscosity of each in a very fast flow"), "Pa s"),
    }
    rows = [(what, found(sources.constant(name), unit)) for name, (what, unit) in words.items()]
    rows.append((_("steady pull on a film that gives"), amount(LOAD, "N")))
    return table((_("what"), _("assumed, and the range worth trying")), rows, folded=_("What is assumed"))
