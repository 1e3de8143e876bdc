"""The fluid film between two cartilages, and the gas cavity inside it, as shapes in millimetres.

Both joints of the course are drawn with the same film: a convex and a slightly flatter concave surface. The
film has its own coordinates: `u` across it, the way the joint opens, with the top of the convex surface at 0;
`v` along it, with the joint's axis at 0.
"""

import math
from dataclasses import dataclass

import numpy as np

# A cavity leaves a little liquid on both cartilages: it takes at most this share of the gap.
FILL = 0.9


@dataclass(frozen=True)
class Lens:
    """A flat ellipsoid of gas: `radius` along the film, `height` across it, both in mm."""

    radius: float
    height: float

    @property
    def volume(self) -> float:
        """V = (2/3) π radius² height, in mm³."""
        return 2 / 3 * math.pi * self.radius**2 * self.height

    @property
    def section(self) -> float:
        """Area of the cut through its middle, A = (π/2) radius height = (3/4) V / radius, in mm²."""
        return math.pi / 2 * self.radius * self.height


@dataclass(frozen=True)
class Film:
    """The film between a convex and a concave cartilage (radii in mm), `half_width` mm to either side."""

    convex_radius: float
    concave_radius: float
    half_width: float

    def __post_init__(self):
        if not self.half_width < self.convex_radius <= self.concave_radius:
            raise ValueError("A film needs half_width < convex_radius <= concave_radius.")

    def convex(self, v):
        """u of the convex surface at `v`."""
        return np.sqrt(self.convex_radius**2 - np.square(v)) - self.convex_radius

    def concave(self, v, gap: float):
        """u of the concave surface at `v`, when the two are `gap` mm apart on the axis."""
        return gap + np.sqrt(self.concave_radius**2 - np.square(v)) - self.concave_radius

    def lens(self, gap: float, volume: float, room: float | None = None) -> Lens:
        """The cavity of `volume` mm³ in a film of `gap` mm: a sphere while one fits, then wide and flat.

        `room`: how far it may reach along the film (mm). What does not fit is left out: see `Lens.volume`.
        """
        room = 0.94 * self.half_width if room is None else room
        if volume <= 0:
            return Lens(0.0, 0.0)
        height = min((6 * volume / math.pi) ** (1 / 3), FILL * gap)
        return Lens(min(math.sqrt(1.5 * volume / (math.pi * height)), room), height)

    def outline(self, gap: float, lens: Lens, centre: float = 0.0, count: int = 48) -> np.ndarray:
        """The lens laid on the middle of the film, as a closed outline in (u, v).

        Each slice of the flat ellipsoid is only pushed along `u`, which keeps volume and section as they are.
        """
        angle = np.linspace(0, 2 * math.pi, count, endpoint=False)
        v = centre + lens.radius * np.cos(angle)
        middle = (self.convex(v) + self.concave(v, gap)) / 2
        return np.column_stack([middle + lens.height / 2 * np.sin(angle), v])

    def cavity(self, gap: float, volume: float, bubbles: int = 1) -> tuple[list[np.ndarray], float]:
        """Outlines in (u, v) of `bubbles` equal cavities that share `volume` mm³, and the volume drawn."""
        reach = 0.94 * self.half_width
        room = reach if bubbles == 1 else 0.9 * reach / bubbles
        lens = self.lens(gap, volume / bubbles, room)
        if lens.height == 0:
            return [], 0.0
        centres = reach * (np.arange(bubbles) * 2 + 1 - bubbles) / bubbles
        count = 48 if bubbles == 1 else 20
        return [self.outline(gap, lens, centre, count) for centre in centres], bubbles * lens.volume
