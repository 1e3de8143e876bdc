"""Explorer: two joint surfaces with a film of fluid between them are pulled apart; what does the pressure do?

Nothing limits the tension here, and the fluid has no inertia; the sentence says where that tells.
How far checked: textbook model; the viscosities, the radius of the film and the range of the gap are assumed.
"""

import numpy as np

from jointlab import sources
from jointlab.explorers.curves import Axis, Curve, Heard, Level
from jointlab.explorers.declare import Build, Choice, Declaration, Goal, Slider
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
    "healthy": "healthy joint fluid",
    "osteoarthritis": "in osteoarthritis",
    "rheumatoid": "in rheumatoid arthritis",
    "water": "water",
}
SHAPES = {
    "knuckle": "knuckle, even gap",
    "ball": "ball in a wider socket",
    "facet": "facet joint, even gap",
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
    pulls = f"The film pulls back with {newtons(state.pull, 'less than')}."
    slower = " The inertia of the fluid, left out here, would make it less." if inertia(state) >= TELLS else ""
    if state.centre < 0:
        limit = " That is more than a film of water bore in one experiment." if -state.centre > BORNE else ""
        pulled = f"In its middle {_below_zero(state.centre)}: the liquid is under tension, like a rope."
        return f"{pulls} {pulled}{limit}{slower}"
    fallen = 1 - state.centre / OUTSIDE
    share = percent(fallen) if fallen >= 0.01 else f"less than {percent(0.01)}"
    centre = fixed_amount(state.centre, "kPa")
    return f"{pulls} In its middle the pressure has fallen to {centre}, {share} below that of the air outside.{slower}"


def _below_zero(pressure: float) -> str:
    """The pressure (Pa) of a liquid under tension; what would be rounded to nothing is still below it."""
    words = fixed_amount(pressure, "kPa")
    if not words.startswith(MINUS):
        return "the pressure is just below zero"
    return f"the pressure is {words.replace(MINUS, 'minus ')}"


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
        Axis("Distance from the middle", "mm", -REACH, REACH),
        Axis("Pressure", "kPa", LOWEST, HIGHEST),
        [Curve(across, pressure, level=Level("a vacuum", 0.0))],
        (LEFT, TOP, RIGHT, BOTTOM),
    )


FILM = Declaration(
    title="A film that is pulled apart",
    controls=(
        Slider.of_constant("film_thickness", "Gap", "h", "µm", name="gap", low=20, high=200, scale="log"),
        Slider("speed", "Opening speed", "V", "mm/s", 0.1, 100, 10, steps=120, scale="log"),
        Choice("fluid", "Fluid (assumed)", FLUIDS, "healthy"),
        Choice("shape", "Film", SHAPES, "knuckle"),
    ),
    model=opening_film,
    picture=FilmPicture,
    sentence=sentence,
    presets={
        "Slow pull": {"speed": 0.1},
        "Quick pull": {"speed": 100.0},
        "Thinner film": {"gap": 20.0},
        "Facet joint": {"shape": "facet"},
    },
    goal=Goal(
        f"tension in the middle of the film, with a pull of less than {amount(LIGHT_PULL, 'N')}",
        tension_with_a_light_pull,
    ),
    build=Build(_disc, lambda value: f"{amount(value, 'N')} for discs as large"),
    hear=heard,
)
