"""A closed syringe with some air in it, and the pressure of that air: against the volume, and on a gauge.

The syringe and the plot below it share one scale: the stopper always stands straight above its point on the curve.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.patches import Circle, FancyBboxPatch, Polygon, Rectangle, Wedge
from matplotlib.path import Path
from numpy.typing import ArrayLike, NDArray

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.page import Page
from jointlab.drawings.shapes import outlines
from jointlab.drawings.shapes.spread import spread
from jointlab.drawings.yours import Yours, YoursMark
from jointlab.language import _
from jointlab.units import fixed, fixed_amount, in_si, number, read_in

OUTSIDE = sources.value("standard_atmosphere")
CAPACITY = 20e-6  # m³: the end of the scale
DOTS, DOTS_PER_ML = 120, 12  # at most; in air at the pressure of the room
LEFT, PER_ML = 112, 21  # pixels: where the scale of volumes begins, and its step
RIGHT = LEFT + PER_ML * read_in(CAPACITY, "mL")
AXIS, BORE, WALL = 86, 41, 6  # pixels: middle line of the barrel, half its inner width, thickness of its wall
STOPPER, ROD = 34, 396  # pixels: length of the stopper, and from its face to the end of the plunger
FLANGE = RIGHT + 42  # pixels: where the barrel ends
REST = (12, 44)  # pixels: the rest for the thumb, its thickness and half its height
MARK = AXIS + BORE + WALL + 11  # pixels from the top: the mark where the air was closed in
DOT = 5.5  # pixels: width of a dot of air
TOP, BOTTOM, HIGHEST = 172, 324, 270e3  # pixels: the plot; Pa at its top
WORDS_HIGH = 32e3  # Pa: as high in the plot as a line of words, and a little more
DIAL, DIAL_RADIUS, DIAL_END = (796, 322), 116, 300e3  # middle and radius in pixels; Pa at its right end


@dataclass(frozen=True, eq=False)
class Syringe:
    """Air in SI units: closed in at the pressure of the room (`enclosed`), its `volume` and `pressure` now, and the
    `curve`: its pressure at every one of `volumes`.
    """

    enclosed: float
    volume: float
    pressure: float
    volumes: NDArray
    curve: NDArray

    @property
    def share(self) -> float:
        """Pressure inside over pressure outside."""
        return self.pressure / OUTSIDE


class SyringePicture(Page):
    """The syringe, its pressure against its volume, and its gauge."""

    height = 372
    description = _(
        "Above: a large syringe lying on its side, its tip closed with a cap at the left, its plunger "
        "drawn to the right. Marks on the barrel count the volume from 0 to {capacity} millilitres. "
        "Dots between tip and stopper are the air: their number changes only with the amount of air "
        "closed in, so they thin out when the plunger is pulled. A small triangle below the barrel "
        "marks where the stopper stood when the tip was closed. Below, on the same scale of volumes: "
        "the pressure inside in kilopascals against the volume, a curve with a point straight below "
        "the stopper; a dashed level line is the air outside, {outside} kilopascals. Right: a gauge "
        "with a needle for the same pressure, from 0, which is a vacuum, to {dial_end} kilopascals, "
        "and a mark for the air outside."
    ).format(
        capacity=number(read_in(CAPACITY, "mL")),
        outside=fixed(read_in(OUTSIDE, "kPa")),
        dial_end=number(read_in(DIAL_END, "kPa")),
    )

    def lay_out(self) -> None:
        self._barrel()
        self._dial()
        self._graph()
        self.gas = self.shape("gas", moves=True)
        anywhere = np.random.default_rng(1662).random((2000, 2))
        self.places = spread(anywhere, DOTS, stretch=(2.5, 1))  # in the order in which more air brings them
        self.dots = self.shape(None, "gas_edge", moves=True, capstyle="round", snap=False, zorder=3)
        self.dots.set_linewidth(DOT)
        self.rod = self.shape("panel", "muted", moves=True, zorder=3)
        self.stopper = self.shape("ink", moves=True, zorder=4)
        self.guide = self.line(self.page, "blue", "thin", "dotted", marker="o", markevery=[-1], ms=13, zorder=5)
        self.mark = self.line(self.page, "ink", marker="^", ls="", ms=11, mew=0, zorder=6)
        ground = {"fc": style.colour("paper"), "ec": "none", "pad": 2}
        self.closed = self.write(0, MARK + 1, _("closed here"), ha="right", bbox=ground, moves=True, zorder=6)
        self.needle = self.shape("blue", moves=True, zorder=4)
        self.reading = self.write(DIAL[0], DIAL[1] + 32, "", 26, "blue", bold=True, ha="center", moves=True)

    def _barrel(self) -> None:
        """Barrel, marks and cap."""
        glass = {"fc": style.colour("grid"), "ec": style.colour("muted"), "lw": style.LINE["thin"]}
        outer = BORE + WALL
        half = [(FLANGE, outer), (LEFT - 4, outer), (LEFT - 16, outer - 16), (LEFT - 16, 10), (LEFT - 42, 8)]
        outline = np.add(np.vstack([np.multiply(half, (1, -1)), half[::-1]]), (0, AXIS))
        self.page.add_patch(Polygon(outline, joinstyle="round", **glass))
        self.page.add_patch(_rounded(FLANGE - 4, 10, outer + 15, 4, **glass))
        bore = {"fc": style.colour("paper"), "ec": style.colour("muted"), "lw": style.LINE["hair"]}
        self.page.add_patch(Rectangle((LEFT, AXIS - BORE), FLANGE + 6 - LEFT, 2 * BORE, **bore))
        self.page.add_patch(_rounded(LEFT - 64, 38, 17, 7, fc=style.colour("vermilion"), ec="none"))
        self.write(LEFT - 58, AXIS + 33, _("tip closed"), ha="center")
        top = AXIS - outer
        for volume in range(round(read_in(CAPACITY, "mL")) + 1):
            x, whole = LEFT + PER_ML * volume, volume % 5 == 0
            mark = style.LINE["normal" if whole else "hair"]
            self.page.plot([x, x], [top, top - (13 if whole else 7)], color=style.colour("ink"), lw=mark)
            if whole:
                self.write(x, top - 24, number(volume), "body", bold=True, ha="center")
        self.write(RIGHT + 25, top - 24, "mL", "body", ha="center")

    def _dial(self) -> None:
        """Gauge without its needle."""
        face = {"fc": style.colour("panel"), "ec": style.colour("muted"), "lw": style.LINE["thin"]}
        self.page.add_patch(Wedge(DIAL, DIAL_RADIUS, 180, 360, **face))
        for step in range(7):
            pressure, whole = DIAL_END * step / 6, step % 2 == 0
            ends = np.array([_on_dial(pressure, share) for share in (0.87 if whole else 0.92, 1.0)]).T
            self.page.plot(*ends, color=style.colour("ink"), lw=style.LINE["normal" if whole else "thin"])
            if whole:
                self.write(*_on_dial(pressure, 1.15), number(read_in(pressure, "kPa")), ha="center")
        ends = np.array([_on_dial(OUTSIDE, share) for share in (0.70, 0.85)]).T
        mark = {"color": style.colour("vermilion"), "lw": style.LINE["strong"], "solid_capstyle": "butt"}
        self.page.plot(*ends, **mark)
        self.page.add_patch(Circle(DIAL, 9, fc=style.colour("blue"), zorder=4))
        self.write(DIAL[0], TOP - 4, _("Pressure inside"), "body", bold=True, ha="center")

    def _graph(self) -> None:
        """Plot on the scale of the barrel."""
        ticks = {
            "xticks": {millilitres / 1e6: number(millilitres) for millilitres in (0, 5, 10, 15, 20)},
            "yticks": {1e3 * kilopascals: number(kilopascals) for kilopascals in (0, 100, 200)},
        }
        graph = self.plot(LEFT, TOP, RIGHT, BOTTOM, xlim=(0, CAPACITY), ylim=(0, HIGHEST), **ticks)
        graph.set_xlabel(_("volume (mL)"), labelpad=2)
        self.level(graph, OUTSIDE, "vermilion", dash="dashed")
        self.write(
            RIGHT + 8,
            _height(OUTSIDE),
            _("air outside\n{outside}").format(outside=fixed_amount(OUTSIDE, "kPa")),
            colour="vermilion",
        )
        self.write(14, TOP + 12, _("pressure\n(kPa)"))
        self.curve = self.line(graph, "blue", "strong")
        self.yours = YoursMark(self, graph, along="y", at=0.1)  # where no curve comes: the plunger ends before

    def update(self, state: Syringe) -> None:
        face, closed = _along(state.volume), _along(state.enclosed)
        self.gas.set_path(outlines.path(outlines.box(LEFT, AXIS - BORE, face, AXIS + BORE)))
        along, across = self.places[: round(DOTS_PER_ML * read_in(state.enclosed, "mL"))].T
        edge = DOT / 2 + 2  # keeps whole dots clear of walls and stopper
        x, y = LEFT + edge + (face - LEFT - 2 * edge) * along, AXIS + (BORE - edge) * (2 * across - 1)
        self.dots.set_path(_dots(np.column_stack([x, y])))
        self.mark.set_data([closed], [MARK])
        self.closed.set_x(closed - 15)
        self.stopper.set_path(outlines.path(_stopper(face)))
        end = face + ROD  # where the rest for the thumb is
        rod = ((face + STOPPER - 2, end, 17), (face + STOPPER - 2, end, 4), (end, end + REST[0], REST[1]))
        boxes = (outlines.box(left, AXIS - half, right, AXIS + half) for left, right, half in rod)
        self.rod.set_path(outlines.path(*boxes))
        self.curve.set_data(state.volumes, state.curve)
        self.guide.set_data([face, face], [AXIS + BORE + WALL + 3, _height(state.pressure)])
        tip = np.array(_on_dial(state.pressure, 0.68))
        sideways = np.array([DIAL[1] - tip[1], tip[0] - DIAL[0]]) / DIAL_RADIUS * 6
        self.needle.set_path(outlines.path(np.array([tip, DIAL + sideways, DIAL - sideways])))
        self.reading.set_text(fixed_amount(state.pressure, "kPa"))

    def mark_yours(self, state: Syringe, yours: Yours) -> None:
        """The pressure by the learner's line (kPa), across the plot; its words keep clear of the air outside."""
        pressure = None if yours.value is None else in_si(yours.value, "kPa")
        close = pressure is not None and 0 < OUTSIDE - pressure < WORDS_HIGH
        self.yours.set(Yours(pressure, yours.right), below=True if close else None)

    def grips(self, state: Syringe) -> Sequence[Grip]:
        """The plunger by the rest for the thumb, and the mark where the air was closed in."""
        volumes = np.array([0.0, CAPACITY])
        rest = np.column_stack([_along(volumes) + ROD + REST[0] / 2, [AXIS] * 2])
        mark = np.column_stack([_along(volumes), [MARK] * 2])
        return [(Track("plunger", volumes, rest),), (Track("enclosed", volumes, mark),)]


def _along(volume: ArrayLike) -> NDArray:
    """Pixels from the left of a volume (m³) on the scale of the barrel."""
    return LEFT + PER_ML * read_in(volume, "mL")


def _height(pressure: float) -> float:
    """Pixels from the top of a pressure (Pa) on the plot."""
    return BOTTOM - (BOTTOM - TOP) * pressure / HIGHEST


def _on_dial(pressure: float, share: float) -> tuple[float, float]:
    """The place for a pressure (Pa) at a share of the dial's radius."""
    angle = np.pi * (1 - pressure / DIAL_END)
    return DIAL[0] + share * DIAL_RADIUS * np.cos(angle), DIAL[1] - share * DIAL_RADIUS * np.sin(angle)


def _dots(places: NDArray) -> Path:
    """Strokes so short that their round ends make dots: one path for all of them."""
    return outlines.path(*(np.add(place, [(0, 0), (0.01, 0)]) for place in places), closed=False)


def _stopper(face: float) -> NDArray:
    """A rubber stopper: two ribs that touch the wall, a waist between them."""
    x = face + STOPPER * np.array([0, 0.22, 0.30, 0.70, 0.78, 1])
    y = (BORE - 1) * np.array([1, 1, 0.92, 0.92, 1, 1])
    return np.column_stack([np.r_[x, x[::-1]], np.r_[AXIS - y, AXIS + y]])


def _rounded(left: float, width: float, half: float, corner: float, **how: object) -> FancyBboxPatch:
    """A rectangle with round corners around the middle line."""
    boxstyle = f"round,pad=0,rounding_size={corner}"
    return FancyBboxPatch((left, AXIS - half), width, 2 * half, boxstyle=boxstyle, **how)
