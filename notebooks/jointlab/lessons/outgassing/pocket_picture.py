"""A pocket of gas in a crack of a surface, and how far the pressure must fall before such pockets grow without end."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch, PathPatch, Polygon, Rectangle
from matplotlib.path import Path

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.picture import Picture
from jointlab.units import amount

RADII, FALLS = (1e-9, 1e-4), (1e4, 5e8)  # m and Pa: the ends of the plot
SCENE, SURFACE = (24, 350, 84, 376), 304  # pixels: left, right, top and bottom of the scene; the cartilage's surface
MIDDLE, MOUTH, DEPTH = 187, 24, 66  # pixels: middle of the crack, half its mouth, its depth
OUTSIDE = sources.value("standard_atmosphere")
LARGEST = 92  # pixels: radius of a pocket that grows without end


class PocketPicture(Picture):
    """`update` takes a state with `radius` (m) of a pocket at rest, `fall` (Pa, of the pressure around it), `grows`
    (without end?), `swells` (to so many times its radius, if it holds), the `threshold` (Pa) of its size, and the
    curve: `needed` (a fall, Pa) at `radii` (m)."""

    height = 450
    description = (
        "Left: a crack in a cartilage surface under fluid, much enlarged, with a pocket of gas in it; a bar gives the "
        "pocket's radius. The pocket bulges from the crack when the pressure falls, and grows large, with arrows, when "
        "it can no longer hold. Right: a plot with both axes logarithmic. Horizontal: radius of the pocket, from 1 "
        "nanometre to 100 micrometres. Vertical: how far the pressure falls below the air outside, from 10 kilopascals "
        "to 500 megapascals. A falling curve parts the pockets that hold, below it, from those that grow without end, "
        "above it. A band at the foot is what a thin film of water bore in one experiment; level lines mark the "
        "vacuum, at 101 kilopascals, and the pull at which pure water should tear, at about 140 megapascals. A point "
        "is the pocket shown; a dotted line leads from it to the curve."
    )

    def build(self) -> None:
        page = self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(self.height, 0))
        page.set_axis_off()
        self.page = page
        self._scene()
        self._plot()

    def _scene(self) -> None:
        """Surface with its crack."""
        page, (left, right, top, bottom) = self.page, SCENE
        page.text(left, 26, "A pocket in a crack", weight="bold", va="center", size=style.TEXT["label"])
        page.add_patch(Rectangle((left, top), right - left, bottom - top, fc=style.colour("fluid"), ec="none"))
        crack = [(MIDDLE - MOUTH, SURFACE), (MIDDLE, SURFACE + DEPTH), (MIDDLE + MOUTH, SURFACE)]
        ground = [(left, bottom), (left, SURFACE), *crack, (right, SURFACE), (right, bottom)]
        edge = {"ec": style.colour("cartilage_edge"), "lw": style.LINE["thin"], "joinstyle": "round"}
        page.add_patch(Polygon(ground, fc=style.colour("cartilage"), **edge))
        small = {"size": style.TEXT["small"], "va": "center"}
        page.text(left + 12, top + 20, "joint fluid", **small)
        page.text(left + 12, bottom - 18, "cartilage", **small)
        ink = style.colour("ink")
        page.plot(
            [MIDDLE, MIDDLE + MOUTH], [bottom + 20] * 2, color=ink, lw=style.LINE["strong"], solid_capstyle="butt"
        )
        gas = {"fc": style.colour("gas"), "ec": style.colour("gas_edge"), "lw": style.LINE["normal"]}
        self.gas = self.moving(page.add_patch(PathPatch(Path(np.zeros((1, 2))), **gas)))
        self.size = self.moving(page.text(MIDDLE + MOUTH + 12, bottom + 20, "", va="center"))
        self.fate = self.moving(page.text(left, 58, "", va="center", weight="bold", size=style.TEXT["title"]))
        arrow = {"arrowstyle": "-|>", "mutation_scale": 16, "color": style.colour("vermilion")}
        self.arrows = []
        for angle in np.radians((35, 90, 145)):
            way = np.array([np.cos(angle), -np.sin(angle)])
            start, stop = ((MIDDLE, SURFACE - LARGEST) + reach * way for reach in (LARGEST + 6, LARGEST + 34))
            patch = FancyArrowPatch(tuple(start), tuple(stop), lw=style.LINE["normal"], zorder=3, **arrow)
            self.arrows.append(self.moving(page.add_patch(patch)))

    def _plot(self) -> None:
        """Radius against fall, the curve aside."""
        axes = self._axes(478, 56, 918, 396)
        axes.set(xscale="log", yscale="log", xlim=RADII, ylim=FALLS, xlabel="radius of the pocket at rest")
        axes.set_xticks([1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4], ["1 nm", "10 nm", "0.1 µm", "1 µm", "10 µm", "100 µm"])
        axes.set_yticks([1e4, 1e5, 1e6, 1e7, 1e8], ["10 kPa", "100 kPa", "1 MPa", "10 MPa", "100 MPa"])
        axes.minorticks_off()
        words = "How far the pressure falls below the air outside"
        self.page.text(412, 26, words, weight="bold", va="center", size=style.TEXT["label"])
        tears = sources.value("water_tension_limit")
        bore = sources.observation("lab_tension").value + OUTSIDE
        axes.axhspan(FALLS[0], bore, color=style.colour("green"), alpha=0.16, lw=0)
        small = {"size": style.TEXT["small"], "va": "center"}
        words = "a thin film bore this\nin one experiment"
        axes.text(1.25e-9, 4.2e5, words, color=style.colour("green"), linespacing=1.3, **small)
        line = {"lw": style.LINE["thin"], "color": style.colour("ink")}
        axes.axhline(OUTSIDE, ls=(0, (2, 3)), **line)
        axes.text(1.25e-9, 5.5e4, "vacuum: beyond it, the liquid is pulled", **small)
        axes.axhline(tears + OUTSIDE, ls=(0, (6, 3)), **line)
        axes.text(9e-5, 2.5e8, f"without a pocket: {amount(tears, 'MPa')}", ha="right", **small)
        axes.text(4e-6, 1.2e7, "grows\nwithout end", color=style.colour("vermilion"), weight="bold", ha="center")
        axes.text(1.2e-8, 2.3e4, "holds", color=style.colour("blue"), weight="bold", ha="center", va="center")
        axes.text(2.2e-9, 5e7, "Blake threshold", weight="bold", va="center")
        self.needed = self.moving(axes.plot([], [], color=style.colour("ink"), lw=style.LINE["strong"])[0])
        guide = {"lw": style.LINE["normal"], "ls": (0, (1, 1.5)), "zorder": 4}
        self.apart = self.moving(axes.plot([], [], **guide)[0])
        point = {"marker": "o", "ms": 13, "ls": "", "mec": style.colour("paper"), "clip_on": False, "zorder": 5}
        self.now = self.moving(axes.plot([], [], **point)[0])

    def _axes(self, left: float, top: float, right: float, bottom: float) -> Axes:
        """Axes with their corners at these pixels."""
        box = np.divide((left, self.height - bottom, right - left, bottom - top), (self.width, self.height) * 2)
        return self.figure.add_axes(tuple(box))

    def update(self, state) -> None:
        radius = LARGEST if state.grows else min(MOUTH * state.swells, LARGEST)
        self.gas.set_path(_pocket(radius))
        for arrow in self.arrows:
            arrow.set_visible(state.grows)
        look = style.colour("vermilion" if state.grows else "blue")
        self.fate.set_text("It grows without end." if state.grows else "It holds.")
        self.fate.set_color(look)
        self.size.set_text(f"radius {amount(state.radius, 'µm' if state.radius >= 1e-7 else 'nm')}")
        self.needed.set_data(state.radii, state.needed)
        self.now.set_data([state.radius], [state.fall])
        self.now.set_color(look)
        self.apart.set_data([state.radius] * 2, [state.fall, OUTSIDE - state.threshold])
        self.apart.set_color(look)


def _pocket(radius: float) -> Path:
    """Gas in the crack with a part of a circle of `radius` pixels above its mouth, through both edges."""
    centre = SURFACE - (radius**2 - MOUTH**2) ** 0.5
    start = np.arcsin(MOUTH / radius)  # from straight down
    angle = np.linspace(start, 2 * np.pi - start, 48)
    cap = np.column_stack([MIDDLE + radius * np.sin(angle), centre + radius * np.cos(angle)])
    return Path(np.vstack([cap, (MIDDLE, SURFACE + DEPTH), cap[0]]), closed=True)
