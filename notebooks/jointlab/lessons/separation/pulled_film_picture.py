"""The film of a joint that is pulled open: its section, the pressure in it below, and a map of the pressure.

Section and curve share one scale across: every place of the film stands straight above its point on the curve.
"""

from dataclasses import dataclass

import numpy as np
from matplotlib.patches import Ellipse
from numpy.typing import NDArray

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.page import Page
from jointlab.drawings.shapes import outlines
from jointlab.drawings.shapes.arrows import arrow, arrows
from jointlab.lessons.separation.film_section import FilmSection
from jointlab.units import amount, fixed, fixed_amount, number, read_in

OUTSIDE = sources.value("standard_atmosphere")
REACH = 9e-3  # m to either side of the middle
LEFT, TOP, RIGHT, BOTTOM = 84, 264, 534, 464  # pixels: the plot of the pressure
MIDDLE, LEVEL = (LEFT + RIGHT) / 2, 178  # pixels: middle of the section and its lower surface
PER_METRE = (RIGHT - LEFT) / (2 * REACH)  # pixels across
THICKER = 8  # times as large is the gap drawn
LOWEST, HIGHEST = -250e3, 120e3  # Pa at the ends of the plot
MAP, MAP_PER_METRE = (790, 168), 12e3  # pixels: its middle; its scale
LEVELS = (75e3, 50e3, 25e3)  # Pa: where the map grows darker
READINGS = {
    "pull of the film": 354,
    "pressure in the middle": 412,
    "viscosity, as it flows": 470,
}  # pixels from the top


@dataclass(frozen=True, eq=False)
class OpeningFilm:
    """A film in SI units: half its width and length, `gap` in the middle and `speed` of opening; from its middle to its
    rim (`across`) the `gaps` and the absolute `pressure`; the force that it puts up (`pull`), the `viscosity` at work.
    """

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


class FilmPicture(Page):
    """The film cut and seen from above, with the pressure in it."""

    height = 514
    description = (
        "Three pictures of one film of joint fluid while its surfaces part. Above left: the film cut through the "
        f"middle, between the cartilages of two bones, {fixed(read_in(2 * REACH, 'mm'))} millimetres across; its "
        f"thickness is drawn {THICKER} times too large, an arrow shows the pull, two blue arrows inside the capsule "
        "the fluid that flows in from the rim. Below on the same scale: the "
        f"absolute pressure in kilopascals, from {number(read_in(HIGHEST, 'kPa'))} down to minus "
        f"{number(-read_in(LOWEST, 'kPa'))}; a dashed line is the air outside, {fixed(read_in(OUTSIDE, 'kPa'))} "
        "kilopascals; below zero the ground is tinted, and the curve turns orange: there the liquid is under tension. "
        "Right: a map of the pressure, seen from above, darker where it is lower, orange where there is tension. "
        "Below it: pull in newtons, pressure in the middle, viscosity of the fluid at work."
    )

    def lay_out(self) -> None:
        self.heading(16, 34, "The film, cut")
        self.write(16, 56, f"its thickness\ndrawn {THICKER} × too large", va="top", linespacing=1.4)
        self.section = FilmSection(self, MIDDLE, LEVEL, bone=48)
        self.flow = arrows(self.page, self, "blue")
        self.up = arrows(self.page, self, "ink")
        self.force = self.write(MIDDLE + 16, 0, size="body", bold=True, moves=True)
        self._curve()
        self._map()
        self.readings = []
        for words, y in READINGS.items():
            self.write(640, y, words)
            self.readings.append(self.write(640, y + 24, size=24, bold=True, moves=True))

    def _curve(self) -> None:
        """Plot of the pressure on the scale of the section."""
        self.heading(16, TOP - 14, "Pressure (kPa)")
        across = {place / 1e3: number(place) for place in range(-8, 9, 4)}
        up = {1e3 * level: number(level) for level in range(-200, 101, 100)}
        axes = self.plot(
            LEFT, TOP, RIGHT, BOTTOM, xticks=across, yticks=up, xlim=(-REACH, REACH), ylim=(LOWEST, HIGHEST)
        )
        axes.set_xlabel("distance from the middle (mm)", labelpad=2)
        axes.axhspan(LOWEST, 0, color=style.colour("vermilion"), alpha=0.08, lw=0)
        self.level(axes, 0, "vermilion", dash="solid")
        self.level(axes, OUTSIDE, "muted", dash="dashed")
        self.write(RIGHT + 8, _height(OUTSIDE), "air outside", colour="muted")
        self.write(RIGHT + 8, _height(0), "vacuum", colour="vermilion")
        self.write(RIGHT + 8, _height(-125e3), "tension:\nthe liquid\nis pulled", colour="vermilion", linespacing=1.15)
        self.above = self.line(axes, "blue", "strong", solid_joinstyle="round")
        self.below = self.line(axes, "vermilion", "strong", solid_joinstyle="round")
        ground = {"fc": style.colour("paper"), "ec": "none", "pad": 2}
        self.centre = self.write(MIDDLE, 0, size="body", bold=True, ha="center", bbox=ground, moves=True)

    def _map(self) -> None:
        self.heading(640, 34, "Pressure, seen from above")
        self.size = self.write(640, 72, moves=True)
        self.rim = self._ellipse(2.0, fc=style.colour("fluid"), alpha=0.45)
        self.edge = self._ellipse(3.0, fc="none", ec=style.colour("fluid_edge"))
        self.rings = [self._ellipse(2.5, fc=style.colour("blue"), alpha=0.2) for _ in LEVELS]
        self.tension = self._ellipse(2.6, fc=style.colour("vermilion"))
        self._key(656, MAP[1] + 122)

    def _ellipse(self, zorder: float, **look: object) -> Ellipse:
        """A part of the map, without a size yet."""
        look = {"ec": "none", "lw": style.LINE["thin"]} | look
        return self.moving(self.page.add_patch(Ellipse(MAP, 0, 0, zorder=zorder, **look)))

    def _key(self, left: float, y: float) -> None:
        """What the tints of the map mean: laid one over the other, as there."""
        tints = [("fluid", 0.45)] + [("blue", 0.2)] * len(LEVELS)
        for step in range(len(LEVELS) + 2):
            x = left + 42 * step
            box = outlines.path(outlines.box(x, y - 8, x + 42, y + 8))
            for name, alpha in tints[: step + 1] if step <= len(LEVELS) else [("vermilion", 1.0)]:
                self.shape(name, alpha=alpha).set_path(box)
        for step, level in enumerate((*LEVELS, 0.0), start=1):
            self.write(left + 42 * step, y + 20, number(read_in(level, "kPa")), ha="center")
        self.write(left + 42 * 4 + 12, y + 20, "kPa")
        self.write(left + 42 * 5 + 8, y, "tension", colour="vermilion")

    def update(self, state: OpeningFilm) -> None:
        self._update_section(PER_METRE * state.half_width, THICKER * PER_METRE * state.gaps)
        self._update_curve(state)
        self._update_map(state)
        look = style.colour("vermilion" if state.centre < 0 else "blue")
        self.force.set_text(f"pull {newtons(state.pull)}")
        says = (newtons(state.pull), fixed_amount(state.centre, "kPa"), amount(state.viscosity, "Pa s", 2))
        for reading, words in zip(self.readings, says, strict=True):
            reading.set_text(words)
        self.readings[1].set_color(look)
        # Below the lowest point of the curve while there is room, else in its valley.
        y = _height(state.centre) + 20 if state.centre > LOWEST + 75e3 else BOTTOM - 16
        beyond = "" if state.centre >= LOWEST else "↓ "
        self.centre.set(text=beyond + says[1], color=look, y=y)

    def _update_section(self, rim: float, gaps: NDArray) -> None:
        """The film's section with the arrows at it, all in pixels."""
        self.section.set(np.linspace(0, rim, len(gaps)), gaps)
        top, y = self.section.top(gaps), LEVEL - gaps[-1] / 2
        self.up.set_path(outlines.path(arrow((MIDDLE, top - 2), (MIDDLE, top - 38))))
        self.force.set_y(top - 22)
        # The joint is closed: what flows in is fluid that waits at the rim, inside the capsule.
        ways = ((MIDDLE + side * (rim + 22), MIDDLE + side * (rim + 2)) for side in (-1, 1))
        self.flow.set_path(outlines.path(*(arrow((start, y), (end, y), 4, 11) for start, end in ways)))

    def _update_curve(self, state: OpeningFilm) -> None:
        across, pressure = state.across, state.pressure
        x = np.concatenate([[-REACH], -across[::-1], across[1:], [REACH]])
        y = np.concatenate([pressure[-1:], pressure[::-1], pressure[1:], pressure[-1:]])
        crossing = np.interp(0.0, pressure, across) if state.centre < 0 else 0.0
        self.above.set_data(*_split(x, y, crossing, outside=True))
        self.below.set_data(*_split(x, y, crossing, outside=False))

    def _update_map(self, state: OpeningFilm) -> None:
        shares = [float(np.interp(level, state.pressure, state.across)) / state.half_width for level in (*LEVELS, 0.0)]
        parts = zip((self.rim, self.edge, *self.rings, self.tension), (1.0, 1.0, *shares), strict=True)
        for part, share in parts:
            width, height = (2 * MAP_PER_METRE * half for half in (state.half_width, state.half_length))
            part.set(width=share * width, height=share * height, visible=share > 0)
        length, width = (amount(2 * half, "mm") for half in (state.half_length, state.half_width))
        self.size.set_text(f"{length}\nacross" if length == width else f"{length.removesuffix(' mm')} by\n{width}")


def _height(pressure: float) -> float:
    """Pixels from the top of a pressure (Pa) in the plot."""
    return TOP + (BOTTOM - TOP) * (HIGHEST - pressure) / (HIGHEST - LOWEST)


def _split(x: NDArray, y: NDArray, crossing: float, outside: bool) -> tuple[NDArray, NDArray]:
    """The part of the curve outside or inside ±`crossing` (m), where the pressure is zero; one gap, no jump."""
    if crossing == 0.0:
        return (x, y) if outside else ([], [])
    inner = np.abs(x) < crossing
    if not outside:
        return np.concatenate([[-crossing], x[inner], [crossing]]), np.concatenate([[0.0], y[inner], [0.0]])
    left, right = x < -crossing, x > crossing
    ends = np.array([-crossing, np.nan, crossing])
    return (
        np.concatenate([x[left], ends, x[right]]),
        np.concatenate([y[left], [0.0, np.nan, 0.0], y[right]]),
    )


def newtons(force: float, less: str = "<") -> str:
    """A force with as many digits as it deserves; `less` stands before the least."""
    return f"{less} {fixed_amount(0.01, 'N', 2)}" if force < 0.01 else fixed_amount(force, "N", 2 if force < 10 else 0)
