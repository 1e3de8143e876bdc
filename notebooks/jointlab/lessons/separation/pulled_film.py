"""Explorer: two joint surfaces with a film of fluid between them are pulled apart; what does the pressure do?

The learner's units are µm and mm/s; the models' are SI. Nothing limits the tension here.
How far checked: textbook model; the viscosities, the radius of the film and the range of the gap are assumed.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.explorers.declare import Choice, Declaration, Goal, Slider
from jointlab.lessons.separation.pulled_film_picture import FilmPicture
from jointlab.models.film import joint_films
from jointlab.models.film.cross_fluid import ThinningFluid, synovial_fluid, water

FILMS = joint_films.films()
PLACES = 49  # from the middle of a film to its rim, at which pressure and gap are drawn
FLUIDS = {
    "healthy": "healthy joint fluid",
    "osteoarthritis": "joint fluid in osteoarthritis",
    "rheumatoid": "joint fluid in rheumatoid arthritis",
    "water": "water",
}
SHAPES = {
    "knuckle": "knuckle, even gap",
    "ball": "knuckle, ball in a wider socket",
    "facet": "facet joint, even gap",
}
LIGHT_PULL = 2.0  # N, of the goal


@dataclass(frozen=True, eq=False)
class OpeningFilm:
    """One state in SI units: the film's size, gap and pressure from its middle to its rim, and what follows."""

    shape: str
    fluid: str
    half_width: float
    half_length: float
    gap: float
    speed: float
    across: NDArray
    gaps: NDArray
    pressure: NDArray
    pull: float
    viscosity: float

    @property
    def centre(self) -> float:
        """Absolute pressure (Pa) in the middle."""
        return float(self.pressure[0])


def fluid_called(name: str) -> ThinningFluid:
    """The fluid that a choice of the explorer means."""
    return water() if name == "water" else synovial_fluid(name)


def opening_film(gap: float, speed: float, fluid: str, shape: str) -> OpeningFilm:
    """The film called `shape`, filled with `fluid`, `gap` (µm) thick in the middle, opening at `speed` (mm/s)."""
    film, metres, metres_a_second = FILMS[shape], gap / 1e6, speed / 1e3
    viscosity = joint_films.viscosity_at_work(film, fluid_called(fluid), metres, metres_a_second)
    across = np.linspace(0, film.half_width, PLACES)
    ambient = sources.value("standard_atmosphere")
    return OpeningFilm(
        shape=shape,
        fluid=fluid,
        half_width=film.half_width,
        half_length=film.half_length,
        gap=metres,
        speed=metres_a_second,
        across=across,
        gaps=film.gap_at(across, metres),
        pressure=film.pressure(across, metres, metres_a_second, viscosity, ambient),
        pull=film.pull(metres, metres_a_second, viscosity),
        viscosity=viscosity,
    )


def sentence(state: OpeningFilm) -> str:
    """What the state shows, in words."""
    pulls = f"The film pulls back with {newtons(state.pull)}."
    centre = f"{state.centre / 1e3:,.0f} kPa".replace("-0 ", "0 ").replace("-", "minus ")
    outside = sources.value("standard_atmosphere")
    fallen = (outside - state.centre) / outside
    if state.centre < 0:
        borne = sources.observation("lab_tension").value
        limit = " That is more than a film of water bore in one experiment." if -state.centre > borne else ""
        pulled = f"In its middle the pressure is {centre}: the liquid is under tension, and pulled like a rope."
        return f"{pulls} {pulled}{limit}"
    share = f"{100 * fallen:.0f} %" if fallen >= 0.01 else "less than 1 %"
    return f"{pulls} In its middle the pressure has fallen to {centre}, {share} below that of the air outside."


def newtons(force: float) -> str:
    """A force with as many digits as it deserves."""
    if force < 0.01:
        return "less than 0.01 N"
    return f"{force:.2f} N" if force < 10 else f"{force:,.0f} N"


def tension_with_a_light_pull(state: OpeningFilm) -> bool:
    """Whether the liquid is under tension although the film as a whole pulls little."""
    return state.centre < 0 and state.pull < LIGHT_PULL


FILM = Declaration(
    title="A film that is pulled apart",
    controls=(
        Slider("gap", "Gap", "h", "µm", 20, 200, 50, steps=100, scale="log"),
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
        f"tension in the middle of the film, with a pull of less than {LIGHT_PULL:g} N", tension_with_a_light_pull
    ),
)
