"""The films of the two joints of the course, filled with a fluid that thins: pressure, pull, and how they give way.

Assumes one viscosity for the whole film, that at the shear rate at which the film spends its work (see
`film.film_shear_rate`). The true viscosity is higher in the middle, where little flows, than at the rim. In the
knuckle either an even gap or a ball in a wider socket; in the facet joint an even gap. Sizes from data/constants.csv;
the radius of the film and the socket are assumed there.

How far checked: **textbook model**; exact for fluids that do not thin. Against Cross's law at every place, one
viscosity gives too little: of the pull at most 8 % with an even gap and 30 % for the ball, of the fall of pressure in
the middle at most 25 % and 12 %. That is little beside viscosities that are assumed within powers of ten.
Sources: as for `film`, `flat_film` and `synovial_fluid`.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.integrate import cumulative_simpson
from scipy.optimize import brentq

from jointlab import sources
from jointlab.models import require
from jointlab.models.film import ellipse, reynolds
from jointlab.models.film.cross_fluid import ThinningFluid

_RADII = 129  # places from the axis to the rim for the shear rate of a round film


@dataclass(frozen=True)
class EvenFilm:
    """A film with an even gap and an elliptical rim: `half_length` and `half_width` in m."""

    half_length: float
    half_width: float

    def gap_at(self, across: ArrayLike, gap: float) -> NDArray:
        """The gap (m) at the distances `across` (m) from the middle, along the film's width."""
        return np.full(np.shape(across), float(gap))

    def shear_rate(self, gap: float, speed: float) -> float:
        """Where the film spends its work (1/s), at `gap` (m) and opening `speed` (m/s)."""
        return float(ellipse.ellipse_shear_rate(self.half_length, self.half_width, gap, speed))

    def pressure(self, across: ArrayLike, gap: float, speed: float, viscosity: float, ambient: float) -> NDArray:
        """Absolute pressure (Pa) at the distances `across` (m), which rise from 0 in the middle to the rim."""
        half = self.half_length, self.half_width
        return ellipse.ellipse_pressure(0.0, across, *half, gap, speed, viscosity, ambient)

    def pull(self, gap: float, speed: float, viscosity: float) -> float:
        """Force (N) that the film puts up."""
        return float(ellipse.ellipse_pull(self.half_length, self.half_width, gap, speed, viscosity))


@dataclass(frozen=True)
class RoundFilm:
    """A film between a ball and its wider socket: wetted `radius` and `effective_radius` in m.

    Its methods are those of `EvenFilm`; `gap` is that on the axis, where it is least.
    """

    radius: float
    effective_radius: float

    @property
    def half_length(self) -> float:
        """The wetted radius (m)."""
        return self.radius

    @property
    def half_width(self) -> float:
        """The wetted radius (m)."""
        return self.radius

    def gap_at(self, across: ArrayLike, gap: float) -> NDArray:
        """See `EvenFilm.gap_at`."""
        return reynolds.parabolic_gap(across, gap, self.effective_radius)

    def shear_rate(self, gap: float, speed: float) -> float:
        """See `EvenFilm.shear_rate`."""
        radius = np.linspace(0, self.radius, _RADII)
        return reynolds.film_shear_rate(radius, self.gap_at(radius, gap), speed)

    def pressure(self, across: ArrayLike, gap: float, speed: float, viscosity: float, ambient: float) -> NDArray:
        """See `EvenFilm.pressure`."""
        return reynolds.film_pressure(across, self.gap_at(across, gap), speed, viscosity, ambient)

    def pull(self, gap: float, speed: float, viscosity: float) -> float:
        """See `EvenFilm.pull`."""
        return float(reynolds.sphere_pull(self.effective_radius, gap, speed, viscosity, self.radius))


Film = EvenFilm | RoundFilm


def films() -> dict[str, Film]:
    """The films of the course by name: "knuckle" and "facet" with an even gap, "ball" for a knuckle that is curved."""
    radius = sources.value("contact_radius")
    ball = reynolds.effective_radius(sources.value("mcp_head_radius"), sources.value("mcp_socket_radius"))
    return {
        "knuckle": EvenFilm(radius, radius),
        "ball": RoundFilm(radius, float(ball)),
        "facet": EvenFilm(sources.value("facet_height") / 2, sources.value("facet_width") / 2),
    }


def viscosity_at_work(shape: Film, fluid: ThinningFluid, gap: float, speed: float) -> float:
    """The one viscosity (Pa s) that stands for the whole film: that at its working shear rate."""
    return float(fluid.viscosity(shape.shear_rate(gap, speed)))


def speed_under_load(shape: Film, fluid: ThinningFluid, gap: float, load: float) -> float:
    """How fast (m/s) a film of `gap` (m) opens under a `load` (N). Impossible unless both are positive."""
    require.positive(gap=gap, load=load)

    def missing(logarithm: float) -> float:
        speed = np.exp(logarithm)
        return np.log(shape.pull(gap, speed, viscosity_at_work(shape, fluid, gap, speed)) / load)

    # Slowest with the viscosity at rest, quickest with that of a fast flow; a hair further, so that it lies between.
    slowest, quickest = (load / shape.pull(gap, 1.0, viscosity) for viscosity in (fluid.at_rest, fluid.when_fast))
    return float(np.exp(brentq(missing, np.log(slowest) - 1e-9, np.log(quickest) + 1e-9)))


def opening_times(shape: Film, fluid: ThinningFluid, load: float, gaps: ArrayLike) -> NDArray:
    """When (s) a film under a steady `load` (N) has opened to each of the `gaps` (m), which rise; 0 at the first.

    One over the speed, summed over the gap by Simpson's rule in its logarithm, so take even steps of that.
    Impossible for gaps that do not rise or impossible input.
    """
    require.rising(gaps=gaps)
    gaps = np.asarray(gaps, dtype=float)
    seconds_per_metre = np.array([1 / speed_under_load(shape, fluid, gap, load) for gap in gaps])
    return cumulative_simpson(seconds_per_metre * gaps, x=np.log(gaps), initial=0.0)
