"""Explorer: two joint surfaces with a film of fluid between them are pulled apart; what does the pressure do?

Nothing limits the tension here, and the fluid has no inertia; the sentence says where that tells.
How far checked: textbook model; the viscosities, the radius of the film and the range of the gap are assumed.
"""

from collections.abc import Iterator

import numpy as np

from jointlab import sources
from jointlab.explorers.curves import Axis, Curve, Heard, Level
from jointlab.explorers.declare import Build, Choice, Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.separation.pulled_film_picture import (
    BOTTOM,
    HIGHEST,
    LEFT,
    LOWEST,
    OUTSIDE,
    REACH,
    RIGHT,
    TOP,
    FilmPicture,
    OpeningFilm,
    newtons,
    pressure_across,
)
from jointlab.models.film import joint_films
from jointlab.models.film.cross_fluid import ThinningFluid, synovial_fluid, water
from jointlab.models.film.reynolds import inertia_over_viscosity
from jointlab.units import MINUS, amount, fixed_amount, percent

FILMS = joint_films.films()
PLACES = 49  # from the middle of a film to its rim, at which pressure and gap are drawn
FLUIDS = {
    "healthy": _("healthy joint fluid"),
    "osteoarthritis": _("in osteoarthritis"),
    "rheumatoid": _("in rheumatoid arthritis"),
    "water": _("water"),
}
SHAPES = {
    "knuckle": _("knuckle, even gap"),
    "ball": _("ball in a wider socket"),
    "facet": _("facet joint, even gap"),
}
LIGHT_PULL = 2.0  # N, of the goal
BORNE = sources.observation("lab_tension").value  # Pa: what a film of water bore in one experiment
DENSITY = sources.value("liquid_density")
TELLS = 0.1  # inertia over viscosity: from here on the sentence names it


def fluid_called(name: str) -> ThinningFluid:
    """The fluid that a choice of the explorer means."""
    return water() if name == "water" else synovial_fluid(name)


def opening_film(gap: float, speed: float, fluid: str, shape: str) -> OpeningFilm:
    """The film called `shape`, filled with `fluid`, `gap` (m) thick in the middle, opening at `speed` (m/s)."""
    film = FILMS[shape]
    viscosity = joint_films.viscosity_at_work(film, fluid_called(fluid), gap, speed)
    across = np.linspace(0, film.half_width, PLACES)
    return OpeningFilm(
        half_width=film.half_width,
        half_length=film.half_length,
        gap=gap,
        speed=speed,
        across=across,
        gaps=film.gap_at(across, gap),
        pressure=film.pressure(across, gap, speed, viscosity, OUTSIDE),
        pull=film.pull(gap, speed, viscosity),
        viscosity=viscosity,
    )


def sentence(state: OpeningFilm) -> str:
    """What the state shows, in words."""
    pulls = _("The film pulls back with {pull}.").format(pull=newtons(state.pull, _("less than {force}")))
    middle = _under_tension(state) if state.centre < 0 else _pressure_in_the_middle(state)
    slower = _("The inertia of the fluid, left out here, would make it less.") if inertia(state) >= TELLS else ""
    return " ".join(filter(None, (pulls, *middle, slower)))


def _under_tension(state: OpeningFilm) -> Iterator[str]:
    """The pressure of a liquid under tension; what would be rounded to nothing is still below it."""
    words = fixed_amount(state.centre, "kPa")
    told = (
        _("In its middle the pressure is minus {pressure}: the liquid is under tension, like a rope.")
        if words.startswith(MINUS)
        else _("In its middle the pressure is just below zero: the liquid is under tension, like a rope.")
    )
    yield told.format(pressure=words.removeprefix(MINUS))
    if -state.centre > BORNE:
        yield _("That is more than a film of water bore in one experiment.")


def _pressure_in_the_middle(state: OpeningFilm) -> Iterator[str]:
    """How far it has fallen while it pushes all the same."""
    fallen = 1 - state.centre / OUTSIDE
    told = _("In its middle the pressure has fallen to {pressure}, {share} below that of the air outside.")
    share = percent(fallen) if fallen >= 0.01 else _("less than 1 %")
    yield told.format(pressure=fixed_amount(state.centre, "kPa"), share=share)


def inertia(state: OpeningFilm) -> float:
    """How large what the fluid's inertia does to the pull is beside what its viscosity does: a rule of thumb."""
    return float(inertia_over_viscosity(state.gap, state.speed, state.viscosity, DENSITY))


def tension_with_a_light_pull(state: OpeningFilm) -> bool:
    """Whether the liquid is under tension although the film as a whole pulls little."""
    return state.centre < 0 and state.pull < LIGHT_PULL


def _disc(state: OpeningFilm) -> dict[str, float]:
    """For the learner's line: discs as large as the film, with the gap of its middle all over."""
    return {
        "viscosity": state.viscosity,
        "speed": state.speed,
        "radius": float(np.sqrt(state.half_width * state.half_length)),
        "gap": state.gap,
    }


def heard(state: OpeningFilm) -> Heard:
    """The pressure across the film."""
    across, pressure = pressure_across(state)
    return Heard(
        Axis(_("Distance from the middle"), "mm", -REACH, REACH),
        Axis(_("Pressure"), "kPa", LOWEST, HIGHEST),
        [Curve(across, pressure, level=Level(_("a vacuum"), 0.0))],
        (LEFT, TOP, RIGHT, BOTTOM),
    )


FILM = Declaration(
    title=_("A film that is pulled apart"),
    controls=(
        Slider.of_constant("film_thickness", _("Gap"), "h", "µm", name="gap", low=20, high=200, scale="log"),
        Slider("speed", _("Opening speed"), "V", "mm/s", 0.1, 100, 10, steps=120, scale="log"),
        Choice("fluid", _("Fluid (assumed)"), FLUIDS, "healthy"),
        Choice("shape", _("Film"), SHAPES, "knuckle"),
    ),
    model=opening_film,
    picture=FilmPicture,
    sentence=sentence,
    presets={
        _("Slow pull"): {"speed": 0.1},
        _("Quick pull"): {"speed": 100.0},
        _("Thinner film"): {"gap": 20.0},
        _("Facet joint"): {"shape": "facet"},
    },
    goal=Goal(
        _("tension in the middle of the film, with a pull of less than {force}"),
        tension_with_a_light_pull,
        {"force": amount(LIGHT_PULL, "N")},
    ),
    build=Build(_disc, lambda value: _("{force} for discs as large").format(force=amount(value, "N"))),
    hear=heard,
)
