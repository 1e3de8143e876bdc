"""A pocket of gas in a crack of a surface, and how far the pressure must fall before such pockets grow without end."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.page import Page
from jointlab.drawings.shapes import outlines
from jointlab.drawings.shapes.arrows import arrow, arrows
from jointlab.language import _
from jointlab.models.bubble import blake
from jointlab.models.bubble.joint_liquid import joint_fluid
from jointlab.units import amount, fixed, number, read_in, rounded, with_unit

RADII, FALLS = (1e-9, 1e-4), (1e4, 5e8)  # m and Pa: the ends of the plot
RADIUS_TICKS = {radius: number(read_in(radius, "µm")) for radius in (1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4)}
FALL_TICKS = {fall: number(read_in(fall, "kPa")) for fall in (1e4, 1e5, 1e6, 1e7, 1e8)}
SCENE, SURFACE = (24, 62, 380, 334), 276  # pixels: left, top, right, bottom of the scene; the cartilage's surface
PLOT = (494, 40, 924, 318)  # pixels: left, top, right, bottom
MIDDLE, MOUTH, DEPTH = 202, 24, 46  # pixels: middle of the crack, half its mouth, its depth
LARGEST = 88  # pixels: radius of a pocket that grows without end
PALE = 0.7  # strength of the scene's grounds: words on them can be read, on a dark page too
OUTSIDE, TEARS = sources.value("standard_atmosphere"), sources.value("water_tension_limit")
FLUID = joint_fluid(sources.value("water_viscosity"))  # nothing here depends on the viscosity


@dataclass(frozen=True, eq=False)
class Pocket:
    """A pocket in SI units: `radius` at rest, `fall` of the pressure, the `threshold` pressure below which it grows
    without end, the pressure of its surface (`squeeze`), and `swells`: its radius after the fall over that before,
    None if it grows without end.
    """

    radius: float
    fall: float
    threshold: float
    squeeze: float
    swells: float | None

    @property
    def grows(self) -> bool:
        """Whether it grows without end."""
        return self.swells is None

    @property
    def pressure(self) -> float:
        """Pa, in the fluid after the fall; below 0 it is pulled."""
        return OUTSIDE - self.fall


def threshold(radius: float | NDArray) -> NDArray:
    """Pressure (Pa) below which a pocket of `radius` (m) at rest grows without end."""
    return blake.blake_threshold(radius, FLUID.surface_tension, OUTSIDE, FLUID.vapour_pressure)


def length(metres: float) -> str:
    """A radius in µm, as on the axis: `length(1e-8)` is "0.01 µm"."""
    return amount(metres, "µm")


def kilopascals(pascals: float) -> str:
    """A pressure in kPa with three digits, as on the axis: `kilopascals(1_101_325)` is "1,100 kPa"."""
    return with_unit(rounded(read_in(pascals, "kPa"), 3), "kPa")


class PocketPicture(Page):
    """The pocket in its crack, and its place among pockets of all sizes."""

    height = 372
    description = _(
        "Left: a crack in a cartilage surface under fluid, much enlarged, with a pocket of gas in it; a bar "
        "gives the pocket's radius. It is drawn in a crack, but calculated as a ball of gas. The pocket "
        "bulges from the crack when the pressure falls, and grows large, with arrows, when it can no longer "
        "hold. Right: a plot with both axes logarithmic. Horizontal: radius of the pocket, from 0.001 to 100 "
        "micrometres. Vertical: how far the pressure falls below the air outside, from 10 to 500,000 "
        "kilopascals. A falling curve parts the pockets that hold, below it, from those that grow without "
        "end, above it. A band at the foot is what a thin film of water bore in one experiment; level lines "
        "mark the vacuum, at {outside} kilopascals, and, dashed, the pull at which water without a pocket "
        "should tear. A point is the pocket shown; a dotted line leads from it to the curve."
    ).format(outside=fixed(read_in(OUTSIDE, "kPa")))

    def lay_out(self) -> None:
        left, top, right, bottom = SCENE
        self.heading(left, 20, _("A pocket in a crack"))
        self.shape("fluid", alpha=PALE).set_path(outlines.path(outlines.box(left, top, right, SURFACE)))
        crack = [(MIDDLE - MOUTH, SURFACE), (MIDDLE, SURFACE + DEPTH), (MIDDLE + MOUTH, SURFACE)]
        ground = [(left, bottom), (left, SURFACE), *crack, (right, SURFACE), (right, bottom)]
        self.shape("cartilage", "cartilage_edge", alpha=PALE).set_path(outlines.path(ground))
        self.write(left + 12, top + 18, _("joint fluid"))
        self.write(right - 12, top + 27, _("drawn in a crack,\ncalculated as a ball"), ha="right", linespacing=1.2)
        self.write(left + 12, bottom - 18, _("cartilage"))
        bar = {"color": style.colour("ink"), "lw": style.LINE["strong"], "solid_capstyle": "butt"}
        self.page.plot([MIDDLE, MIDDLE + MOUTH], [bottom + 18] * 2, **bar)
        self.gas = self.shape("gas", "gas_edge", "normal", moves=True)
        self.arrows = arrows(self.page, self, "vermilion")
        self.size = self.write(MIDDLE + MOUTH + 12, bottom + 18, size="body", moves=True)
        self.fate = self.write(left, 45, size="title", bold=True, moves=True)
        self._plot()

    def _plot(self) -> None:
        """Radius against fall."""
        self.heading(420, 20, _("How far the pressure falls below the air outside (kPa)"))
        scales = {"xscale": "log", "yscale": "log", "xlim": RADII, "ylim": FALLS}
        axes = self.plot(*PLOT, xticks=RADIUS_TICKS, yticks=FALL_TICKS, **scales)
        axes.set_xlabel(_("radius of the pocket at rest (µm)"))
        bore = sources.observation("lab_tension").value + OUTSIDE
        axes.axhspan(FALLS[0], bore, color=style.colour("green"), alpha=0.12, lw=0)
        self.level(axes, OUTSIDE)
        self.write(1.25e-9, 4.2e5, _("a thin film bore this\nin one experiment"), on=axes)
        self.write(1.25e-9, 5.1e4, _("vacuum: beyond it, the liquid is pulled"), on=axes)
        self._limits(axes)
        self.apart = self.line(axes, "ink", dash="dotted", zorder=4)
        self.now = self.line(axes, "ink", marker="o", ms=13, mec=style.colour("paper"), clip_on=False, zorder=5)

    def _limits(self, axes: Axes) -> None:
        """What no state changes, and yet answers the prediction: it comes with the point, not before."""
        answers = {"on": axes, "moves": True}
        self.tears = self.line(axes, "ink", "thin", "dashed")
        self.tears.set_data(RADII, [TEARS + OUTSIDE] * 2)
        self.write(
            9e-5, 2.6e8, _("without a pocket: {pressure}").format(pressure=kilopascals(TEARS)), ha="right", **answers
        )
        self.write(4e-6, 1e7, _("grows without end"), "body", "vermilion", bold=True, ha="center", **answers)
        self.write(1.2e-8, 1.9e4, _("holds"), "body", "blue", bold=True, ha="center", **answers)
        self.write(2.4e-9, 5e7, _("Blake threshold"), "body", bold=True, **answers)
        self.needed = self.line(axes, "ink", "strong")
        radii = np.geomspace(*RADII, 40)
        self.needed.set_data(radii, OUTSIDE - threshold(radii))

    def update(self, state: Pocket) -> None:
        look = style.colour("vermilion" if state.grows else "blue")
        radius = LARGEST if state.grows else min(MOUTH * state.swells, LARGEST)
        self.gas.set_path(outlines.path(_pocket(radius)))
        self.arrows.set_path(outlines.path(*(_spoke(angle) for angle in (35, 90, 145) if state.grows)))
        self.fate.set(text=_("It grows without end.") if state.grows else _("It holds."), color=look)
        self.size.set_text(_("radius {radius}").format(radius=length(state.radius)))
        self.now.set(data=([state.radius], [state.fall]), color=look)
        self.apart.set(data=([state.radius] * 2, [state.fall, OUTSIDE - state.threshold]), color=look)

    def grips(self, state: Pocket) -> Sequence[Grip]:
        """The point on the plot: across for the radius, up for the fall."""
        radii, falls, axes = np.geomspace(*RADII, 33), np.geomspace(*FALLS, 33), self.now.axes
        across = Track("radius", radii, self.pixels(axes, radii, state.fall))
        up = Track("fall", falls, self.pixels(axes, state.radius, falls))
        return ((across, up),)


def _spoke(angle: float) -> NDArray:
    """An arrow away from a large pocket, at `angle` degrees above the surface."""
    way = np.array([np.cos(np.radians(angle)), -np.sin(np.radians(angle))])
    return arrow(*((MIDDLE, SURFACE - LARGEST) + reach * way for reach in (LARGEST + 6, LARGEST + 34)))


def _pocket(radius: float) -> NDArray:
    """Gas in the crack with a part of a circle of `radius` pixels above its mouth, through both edges."""
    centre = SURFACE - (radius**2 - MOUTH**2) ** 0.5
    start = np.arcsin(MOUTH / radius)  # from straight down
    angle = np.linspace(start, 2 * np.pi - start, 48)
    cap = np.column_stack([MIDDLE + radius * np.sin(angle), centre + radius * np.cos(angle)])
    return np.vstack([cap, (MIDDLE, SURFACE + DEPTH)])
