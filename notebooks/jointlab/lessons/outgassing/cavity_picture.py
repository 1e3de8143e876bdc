"""A cavity and the fluid that it opened in: both to scale, the gases in either, and the mixture for every size."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.picture import Picture
from jointlab.drawings.shapes import gases
from jointlab.drawings.shapes.spread import cells, spread

FLUID = 150  # pixels: side of the square that is the fluid
FOOT, LEFT, GAP = 424, 24, 16  # pixels: foot and left edge of the fluid's square, space between the squares
DOT, GRID = 6.5, 14  # pixels: size of a dot of gas; places for dots along each side of the fluid
PER_DOT = 0.03  # mol/m³ that a dot stands for
BARS, BAR_WIDTH, FULL = (560, 62, 27), 330, 80.0  # pixels: left end, first row, step; width of kPa FULL
SIZES = (1e-3, 2.0)  # cavity over fluid; a joint space was seen to grow threefold, so 2 is the end
ROWS = ("nitrogen", "carbon dioxide", "oxygen", "water vapour")
BANDS = ("carbon dioxide", "oxygen", "nitrogen")  # from below
LABEL = (112, 17)  # pixels: room that a label in the cavity needs
ROOM = {"carbon dioxide": 170, "oxygen": 6, "nitrogen": 20}  # most dots of each gas


class CavityPicture(Picture):
    """`update` takes a state with `ratio` (cavity over fluid), `names` and, in their order: `before` and `inside` (Pa,
    of each gas in the fluid at first, and in the cavity), `left` (mol/m³ still dissolved), `share` (of the gas in the
    cavity, without vapour); `vapour` and `pressure` (Pa); and `ratios` with `mixture` (share of each gas, a column
    each)."""

    height = 470
    description = (
        "Left: how much of the gas is carbon dioxide, as a number. Below it, to scale: a square of joint fluid, 1 "
        "millilitre, and beside it a square that is the cavity. Marks in the fluid are the gas still dissolved: "
        "squares carbon dioxide, circles nitrogen, diamonds oxygen. The cavity is striped in proportion to what is in "
        "it, from below: water vapour grey, nitrogen blue, oxygen green, carbon dioxide orange. Right, above: a bar "
        "for the pressure of each in the cavity, in kilopascals from 0 to 80; an outline shows its pressure in the "
        "fluid before. Right, below: the share of each gas in the cavity, without vapour, in percent, stacked, against "
        "the size of the cavity from 0.1 to 200 percent of the fluid, logarithmic. A vertical line is the cavity "
        "shown; a dashed level line is the 80 percent that is reported."
    )

    def build(self) -> None:
        page = self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(self.height, 0))
        page.set_axis_off()
        self.page = page
        self._squares()
        self._bars()
        self._mixture()

    def _squares(self) -> None:
        """Fluid with its dots, and the cavity."""
        page, middle = self.page, LEFT + FLUID / 2
        page.text(LEFT, 26, "A cavity and its fluid, to scale", weight="bold", va="center", size=style.TEXT["label"])
        dioxide = {"color": gases.colour("carbon dioxide"), "va": "center"}
        self.share = self.moving(page.text(LEFT, 82, "", size=36, weight="bold", **dioxide))
        page.text(LEFT, 116, "of the gas in the cavity is carbon dioxide,", **dioxide)
        page.text(LEFT, 136, "the vapour left out", va="center", size=style.TEXT["small"])
        edge = {"ec": style.colour("fluid_edge"), "lw": style.LINE["thin"]}
        page.add_patch(Rectangle((LEFT, FOOT - FLUID), FLUID, FLUID, fc=style.colour("fluid"), **edge))
        page.text(middle, FOOT + 22, "joint fluid, 1 mL", ha="center", va="center", weight="bold")
        self.places = spread(cells(GRID), GRID**2)
        marks = {"ls": "", "ms": DOT, "mew": 0}
        self.dots = {
            name: self.moving(page.plot([], [], gases.LOOKS[name][1], color=gases.colour(name), **marks)[0])
            for name in BANDS
        }
        self.stripes = {
            name: self.moving(page.add_patch(Rectangle((0, FOOT), 0, 0, fc=gases.colour(name), ec="none", alpha=0.85)))
            for name in ROWS
        }
        light = {
            "color": style.colour("paper"),
            "ha": "center",
            "va": "center",
            "size": style.TEXT["small"],
            "zorder": 3,
        }
        self.labels = {name: self.moving(page.text(0, 0, name, weight="bold", **light)) for name in ROWS}
        rim = {"fc": "none", "ec": style.colour("ink"), "lw": style.LINE["thin"]}
        self.cavity = self.moving(page.add_patch(Rectangle((0, 0), 0, 0, **rim)))
        self.size = self.moving(page.text(LEFT + FLUID + GAP, 0, "", va="center", weight="bold"))

    def _bars(self) -> None:
        """Rows of the pressures."""
        left, top, step = BARS
        page = self.page
        page.text(left - 130, 26, "Pressure of each (kPa)", weight="bold", va="center", size=style.TEXT["label"])
        page.text(
            self.width - 20, 26, "outline: in the fluid before", ha="right", va="center", size=style.TEXT["small"]
        )
        rim = {"fc": "none", "ec": style.colour("ink"), "lw": style.LINE["hair"]}
        self.outlines = self.moving(page.add_patch(PathPatch(Path(np.zeros((1, 2))), zorder=2, **rim)))
        self.fills, self.readings = {}, {}
        for row, name in enumerate(ROWS):
            y = top + step * row
            page.text(left - 10, y, name, ha="right", va="center", color=gases.colour(name), weight="bold")
            box = (left, y - 8), 0, 16
            self.fills[name] = self.moving(page.add_patch(Rectangle(*box, fc=gases.colour(name), ec="none")))
            self.readings[name] = self.moving(page.text(0, y, "", va="center", size=style.TEXT["small"]))
        y = top + step * len(ROWS)
        self.total = self.moving(page.text(left - 130, y + 2, "", va="center", weight="bold"))

    def _mixture(self) -> None:
        """Plot of the shares."""
        axes = self._axes(472, 236, 876, FOOT)
        axes.set(xscale="log", xlim=SIZES, ylim=(0, 100), xlabel="size of the cavity, in % of the fluid")
        axes.set_xticks([1e-3, 1e-2, 0.1, 1], ["0.1", "1", "10", "100"])
        axes.set_yticks([0, 20, 40, 60, 80, 100])
        axes.minorticks_off()
        axes.xaxis.labelpad = 2
        self.page.text(430, 214, "Share of each gas, vapour left out (%)", weight="bold", va="center")
        empty = Path(np.zeros((1, 2)))
        self.bands = {
            name: self.moving(axes.add_patch(PathPatch(empty, fc=gases.colour(name), ec="none", alpha=0.45, zorder=1)))
            for name in BANDS
        }
        told = 100 * sources.observation("cavity_carbon_dioxide").value
        line = {"color": style.colour("ink"), "lw": style.LINE["thin"], "ls": (0, (5, 3)), "zorder": 3}
        self.told = self.moving(axes.axhline(told, **line))
        ink = {"color": style.colour("ink"), "zorder": 4}
        words = f"{told:.0f} % carbon dioxide: the number reported"
        self.moving(axes.text(1.2e-3, told + 6, words, va="center", size=style.TEXT["small"], **ink))
        self.words = {
            name: self.moving(axes.text(x, y, words, ha=side, va="center", weight="bold", **ink))
            for name, x, y, words, side in (
                ("carbon dioxide", 1.93, 14, "carbon dioxide", "right"),
                ("nitrogen", 1.2e-3, 62, "nitrogen", "left"),
            )
        }
        aside = {"transform": axes.get_yaxis_transform(), "va": "center", "weight": "bold"}
        self.oxygen = self.moving(axes.text(1.03, 0, "oxygen", color=gases.colour("oxygen"), **aside))
        self.edge = self.moving(axes.plot([], [], lw=style.LINE["normal"], color=gases.colour("carbon dioxide"))[0])
        point = {"marker": "o", "markevery": [-1], "ms": 11, "lw": style.LINE["thin"], "clip_on": False}
        self.now = self.moving(axes.plot([], [], **point, **ink)[0])

    def _axes(self, left: float, top: float, right: float, bottom: float) -> Axes:
        """Axes with their corners at these pixels."""
        box = np.divide((left, self.height - bottom, right - left, bottom - top), (self.width, self.height) * 2)
        return self.figure.add_axes(tuple(box))

    def update(self, state) -> None:
        inside = dict(zip(state.names, state.inside, strict=True)) | {"water vapour": state.vapour}
        before = dict(zip(state.names, state.before, strict=True)) | {"water vapour": state.vapour}
        self._update_squares(state, inside)
        rims = []
        for row, name in enumerate(ROWS):
            full, now = (BAR_WIDTH * pressure[name] / 1e3 / FULL for pressure in (before, inside))
            middle = BARS[1] + BARS[2] * row
            corners = np.array([(0, -8), (full, -8), (full, 8), (0, 8), (0, -8)])
            rims.append(Path(np.add(corners, (BARS[0], middle)), closed=True))
            self.fills[name].set_width(now)
            self.readings[name].set_x(BARS[0] + max(full, now) + 8)
            self.readings[name].set_text(_kilopascals(inside[name]))
        self.outlines.set_path(Path.make_compound_path(*rims))
        self.total.set_text(f"together {_kilopascals(state.pressure)} kPa; the air outside has 101 kPa")
        bottom = np.zeros(len(state.ratios))
        for name in BANDS:
            top = bottom + 100 * state.mixture[:, state.names.index(name)]
            outline = np.column_stack([np.r_[state.ratios, state.ratios[::-1]], np.r_[top, bottom[::-1]]])
            self.bands[name].set_path(Path(outline))
            bottom = top
        dioxide = state.names.index("carbon dioxide")
        self.edge.set_data(state.ratios, 100 * state.mixture[:, dioxide])
        self.oxygen.set_y(100 * (state.mixture[-1, dioxide] + state.mixture[-1, state.names.index("oxygen")] / 2))
        self.share.set_text(f"{100 * state.share[dioxide]:.0f} %")
        self.now.set_data([state.ratio] * 2, [0, 100 * state.share[dioxide]])

    def _update_squares(self, state, inside: dict[str, float]) -> None:
        placed = 0
        for name in BANDS:
            count = round(state.left[state.names.index(name)] / PER_DOT)
            across, up = self.places[placed : placed + count].T
            self.dots[name].set_data(LEFT + FLUID * across, FOOT - FLUID * up)
            placed += ROOM[name]
        side, left = FLUID * state.ratio**0.5, LEFT + FLUID + GAP
        foot, total = FOOT, sum(inside.values())
        for name in ("water vapour", "nitrogen", "oxygen", "carbon dioxide"):
            height = side * inside[name] / total
            self.stripes[name].set_bounds(left, foot - height, side, height)
            self.labels[name].set_position((left + side / 2, foot - height / 2))
            self.labels[name].set_visible(side > LABEL[0] and height > LABEL[1])
            foot -= height
        self.cavity.set_bounds(left, FOOT - side, side, side)
        self.size.set_text(f"cavity, {state.ratio:.2g} mL")
        self.size.set_y(FOOT - side - 16)


def _kilopascals(pressure: float) -> str:
    """One decimal, so that what is read adds up."""
    return f"{pressure / 1e3:.1f}"
