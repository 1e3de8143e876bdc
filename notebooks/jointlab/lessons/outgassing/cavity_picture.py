"""A cavity and the fluid that it opened in: both to scale, the gases in either, and the mixture for every size."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from numpy.typing import NDArray

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.page import Page
from jointlab.drawings.shapes import gases, outlines
from jointlab.drawings.shapes.spread import cells, spread
from jointlab.drawings.yours import Yours, YoursMark
from jointlab.language import _
from jointlab.models.gas import henry
from jointlab.units import amount, fixed, percent, read_in

FLUID = 133  # pixels: side of the square that is the fluid
MILLILITRE = 1e-6  # m³: how much fluid that is
FOOT, LEFT, GAP = 300, 24, 16  # pixels: foot and left edge of the fluid's square, space between the squares
DOT, GRID = 6.5, 14  # pixels: size of a dot of gas; places for dots along each side of the fluid
PER_DOT = 0.03  # mol/m³ that a dot stands for
PLOT = (472, 160, 876, FOOT)  # pixels: left, top, right, bottom
BARS, BAR_WIDTH, FULL = (560, 46, 21), 330, 80e3  # pixels: left end, first row, step; width of FULL pascals
BAR, BESIDE = 7, 18  # pixels: half a bar's height; from a thing to the words beside it, room for a hand between them
KEY = 720  # pixels: left edge of what is written beside the short bars
SIZES = (1e-3, 2.0)  # cavity over fluid; a joint space was seen to grow threefold, so 2 is the end
SIZE_TICKS = {size: fixed(read_in(size, "%"), 1 if size < 0.01 else 0) for size in (1e-3, 1e-2, 0.1, 1)}
BANDS = ("carbon dioxide", "oxygen", "nitrogen")  # from below
SHADES = {"carbon dioxide": 0.55, "oxygen": 0.9, "nitrogen": 0.3}  # apart in grey, too
ROWS = ("nitrogen", "carbon dioxide", "oxygen", "water vapour")
STRIPES = ("water vapour", "nitrogen", "oxygen", "carbon dioxide")  # from below
LABEL = (112, 15)  # pixels: room that a stripe's label needs: its width inside the cavity, its height in any case
ROOM = {"carbon dioxide": 170, "oxygen": 6, "nitrogen": 20}  # most dots of each gas
WORDS_HIGH = 12.5  # % of the plot's height: a line of words and a little more
TOLD = sources.observation("cavity_carbon_dioxide").value
OUTSIDE = sources.value("standard_atmosphere")
DIOXIDE = sources.gas("carbon dioxide")
TENSIONS = (DIOXIDE.tension_low, DIOXIDE.tension_high)  # Pa: between these the hand can set it


@dataclass(frozen=True, eq=False)
class Cavity:
    """A cavity in balance with its fluid, in SI units; arrays follow the order of `names`.

    `ratio`: volume of the cavity over that of the fluid; `before` and `inside`: pressures (Pa) of the gases in the
    fluid at first, and now in both; `left`: mol/m³ still dissolved; `vapour`: Pa; `mixture`: the shares for every one
    of `ratios`, shape (n, 3); `held`: whether the carbon dioxide that leaves is replaced.
    """

    ratio: float
    names: tuple[str, ...]
    before: NDArray
    inside: NDArray
    left: NDArray
    vapour: float
    ratios: NDArray
    mixture: NDArray
    held: bool

    @property
    def share(self) -> NDArray:
        """Of each gas in the cavity, without vapour."""
        return henry.shares(self.inside)

    @property
    def released(self) -> NDArray:
        """Share of each gas that has left the fluid, unless it was replaced."""
        return 1 - self.inside / self.before

    @property
    def carbon_dioxide(self) -> float:
        """Its share in the cavity, without vapour."""
        return float(self.of("carbon dioxide", self.share))

    @property
    def pressure(self) -> float:
        """Pa, of all gases and vapour together."""
        return float(self.inside.sum() + self.vapour)

    def of(self, gas: str, values: NDArray) -> NDArray:
        """What one gas has of `values` in the order of `names`."""
        return values[..., self.names.index(gas)]

    def with_vapour(self, pressures: NDArray) -> dict[str, float]:
        """`pressures` by name, the vapour's too."""
        return dict(zip(self.names, pressures, strict=True)) | {"water vapour": self.vapour}


class CavityPicture(Page):
    """Fluid and cavity with their gases, the pressure of each, and the mixture in cavities of all sizes."""

    height = 346
    description = _(
        "Left: how much of the gas is carbon dioxide, as a number. Below it, to scale: a square of joint "
        "fluid, 1 millilitre, and beside it a square that is the cavity. Marks in the fluid are the gas "
        "still dissolved: squares carbon dioxide, circles nitrogen, diamonds oxygen. The cavity is striped "
        "in proportion to what is in it, from below: water vapour grey, nitrogen blue, oxygen green, carbon "
        "dioxide orange; a name stands in every stripe that has room for it, or beside it. Right, above: a "
        "bar for the pressure of each in the cavity, in kilopascals from 0 to {full}; an outline shows its "
        "pressure in the fluid before. Right, below: the share of each gas in the cavity, without vapour, in "
        "percent, stacked, against the size of the cavity from {smallest} to {largest} percent of the fluid, "
        "logarithmic. A vertical line is the cavity shown; a dashed level line is the {reported} percent that is "
        "reported."
    ).format(
        full=fixed(read_in(FULL, "kPa")),
        smallest=fixed(read_in(SIZES[0], "%"), 1),
        largest=fixed(read_in(SIZES[1], "%")),
        reported=fixed(read_in(TOLD, "%")),
    )

    def lay_out(self) -> None:
        self._squares()
        self._bars()
        self._mixture()

    def _squares(self) -> None:
        """Fluid with its dots, and the cavity."""
        dioxide, _mark = gases.LOOKS["carbon dioxide"]
        self.heading(LEFT, 20, _("A cavity and its fluid, to scale"))
        self.share = self.write(LEFT, 56, size="display", colour=dioxide, bold=True, moves=True)
        self.write(LEFT + 92, 49, _("of the cavity's gas is carbon dioxide,"), "body", dioxide)
        self.write(LEFT + 92, 68, _("the vapour left out"))
        fluid = outlines.box(LEFT, FOOT - FLUID, LEFT + FLUID, FOOT)
        self.shape("fluid", "fluid_edge").set_path(outlines.path(fluid))
        words = _("joint fluid, {volume}").format(volume=amount(MILLILITRE, "mL"))
        self.write(LEFT + FLUID / 2, FOOT + 20, words, "body", bold=True, ha="center")
        self.places, self.dots = spread(cells(GRID), GRID**2), {}
        for name in BANDS:
            colour, mark = gases.LOOKS[name]
            self.dots[name] = self.line(self.page, colour, ls="", marker=mark, ms=DOT, mew=0)
        self.stripes = {name: self.shape(gases.LOOKS[name][0], moves=True) for name in STRIPES}
        self.seams = self.line(self.page, "paper", "hair", solid_capstyle="butt", zorder=2)
        self.cavity = self.shape(None, "ink", moves=True, zorder=3)
        self.labels = {name: self.write(0, 0, _(name), bold=True, zorder=3, moves=True) for name in STRIPES}
        self.size = self.write(LEFT + FLUID + GAP, 0, size="body", bold=True, moves=True)

    def _bars(self) -> None:
        """Rows of the pressures."""
        left, top, step = BARS
        self.heading(left - 130, 20, _("Pressure of each (kPa)"))
        self.outlines = self.shape(None, "ink", "hair", moves=True, zorder=2)
        self.fills, self.readings = {}, {}
        for row, name in enumerate(ROWS):
            colour, y = gases.LOOKS[name][0], top + step * row
            self.write(left - 10, y, _(name), "body", colour, bold=True, ha="right")
            self.fills[name] = self.shape(colour, moves=True)
            self.readings[name] = self.write(0, y, moves=True)
        self.write(KEY, top + step, _("outline: in the fluid before"))
        self.total = self.write(KEY, top + 2 * step, size="body", bold=True, moves=True)
        self.write(KEY, top + 3 * step, _("the air outside has {pressure}").format(pressure=amount(OUTSIDE, "kPa")))

    def _mixture(self) -> None:
        """Plot of the shares."""
        self.heading(430, 144, _("Share of each gas, vapour left out (%)"))
        ticks = {"xticks": SIZE_TICKS, "yticks": range(0, 101, 20)}
        axes = self.plot(*PLOT, xscale="log", xlim=SIZES, ylim=(0, 100), **ticks)
        axes.set_xlabel(_("size of the cavity, in % of the fluid"), labelpad=2)
        self.bands = {name: self._band(axes, name) for name in BANDS}
        self.bands["oxygen"].set(edgecolor=style.colour("paper"), zorder=1.5)  # a seam to either neighbour
        told = read_in(TOLD, "%")
        self.told = self.above(self.level(axes, told, dash="dashed"))
        self.write(792, 144, _("dashed: {share}, reported").format(share=percent(TOLD)))
        self.yours = YoursMark(self, axes, along="y")
        # Where a name stands says which gas is most: they come with the areas, not before.
        name = {"size": "body", "bold": True, "on": axes, "moves": True, "zorder": 10}
        self.words = {
            "carbon dioxide": self.write(1.93, 14, _("carbon dioxide"), ha="right", **name),
            "nitrogen": self.write(1.2e-3, 62, _("nitrogen"), **name),
        }
        beside = {"transform": axes.get_yaxis_transform()}
        self.oxygen = self.write(1.035, 0, _("oxygen"), colour=gases.LOOKS["oxygen"][0], **name, **beside)
        self.now = self.line(axes, "ink", "thin", marker="o", markevery=[-1], ms=11, clip_on=False, zorder=4)

    def _band(self, axes: Axes, name: str) -> PathPatch:
        """An area of the plot in a gas's colour, as strong as SHADES says; an edge would be opaque."""
        band = self.shape(gases.LOOKS[name][0], "paper", "hair", on=axes, moves=True)
        band.set(facecolor=(gases.colour(name), SHADES[name]), edgecolor="none")
        return band

    def update(self, state: Cavity) -> None:
        inside = state.with_vapour(state.inside)
        self._update_fluid(state)
        self._update_cavity(state, inside)
        self._update_bars(state, inside)
        self._update_mixture(state)

    def _update_fluid(self, state: Cavity) -> None:
        placed = 0
        for name in BANDS:
            count = round(state.of(name, state.left) / PER_DOT)
            across, up = self.places[placed : placed + count].T
            self.dots[name].set_data(LEFT + FLUID * across, FOOT - FLUID * up)
            placed += ROOM[name]

    def _update_cavity(self, state: Cavity, inside: dict[str, float]) -> None:
        side, left, foot, seams = _side(state.ratio), LEFT + FLUID + GAP, FOOT, []
        for name in STRIPES:
            height = side * inside[name] / state.pressure
            self.stripes[name].set_path(outlines.path(outlines.box(left, foot - height, left + side, foot)))
            seams += [(left, foot), (left + side, foot), (np.nan, np.nan)]
            self._update_label(name, left, side, foot - height / 2, seen=height > LABEL[1])
            foot -= height
        self.seams.set_data(*np.transpose(seams))
        self.cavity.set_path(outlines.path(outlines.box(left, FOOT - side, left + side, FOOT)))
        self.size.set(
            text=_("cavity, {volume}").format(volume=amount(state.ratio * MILLILITRE, "mL", 2)), y=FOOT - side - 20
        )

    def _update_label(self, name: str, left: float, side: float, y: float, seen: bool) -> None:
        """A stripe's name: inside a cavity that has room for it, else at its right."""
        if side > LABEL[0]:
            place = {"x": left + side / 2, "ha": "center", "color": style.colour("paper")}
        else:
            place = {"x": left + side + BESIDE, "ha": "left", "color": gases.colour(name)}
        self.labels[name].set(y=y, visible=seen, **place)

    def _update_bars(self, state: Cavity, inside: dict[str, float]) -> None:
        left, top, step = BARS
        before, rims = state.with_vapour(state.before), []
        for row, name in enumerate(ROWS):
            first, now = (BAR_WIDTH * pressures[name] / FULL for pressures in (before, inside))
            above, below = top + step * row - BAR, top + step * row + BAR
            rims.append(outlines.box(left, above, left + first, below))
            self.fills[name].set_path(outlines.path(outlines.box(left, above, left + now, below)))
            self.readings[name].set(x=left + max(first, now) + BESIDE, text=_kilopascals(inside[name]))
        self.outlines.set_path(outlines.path(*rims))
        self.total.set_text(_("together {pressure} kPa").format(pressure=_kilopascals(state.pressure)))

    def _update_mixture(self, state: Cavity) -> None:
        bottom = np.zeros(len(state.ratios))
        for name in BANDS:
            top = bottom + read_in(state.of(name, state.mixture), "%")
            there, back = np.column_stack([state.ratios, top]), np.column_stack([state.ratios, bottom])[::-1]
            self.bands[name].set_path(outlines.path(np.vstack([there, back])))
            if name == "oxygen":
                self.oxygen.set_y((top[-1] + bottom[-1]) / 2)
            bottom = top
        self.share.set_text(percent(state.carbon_dioxide))
        self.now.set_data([state.ratio] * 2, [0, read_in(state.carbon_dioxide, "%")])

    def mark_yours(self, state: Cavity, yours: Yours) -> None:
        """The share by the learner's line, across the plot; its words keep clear of the cavity's line and of TOLD."""
        along = self.now.axes.transAxes.inverted().transform(self.now.get_transform().transform((state.ratio, 0)))[0]
        self.yours.at = 0.5 if abs(along - 0.5) > 0.12 else 0.3
        share = None if yours.value is None else read_in(yours.value, "%")
        over = share is not None and 0 < share - read_in(TOLD, "%") < WORDS_HIGH
        self.yours.set(Yours(share, yours.right), below=False if over else None)

    def grips(self, state: Cavity) -> Sequence[Grip]:
        """The cavity's corner and the point on the plot move its size, the end of an outline its carbon dioxide."""
        sides, (left, top, step) = _side(state.ratios), BARS
        corner = np.column_stack([LEFT + FLUID + GAP + sides, FOOT - sides])
        share = read_in(state.of("carbon dioxide", state.mixture), "%")
        point = self.pixels(self.now.axes, state.ratios, share)
        ends = [(left + BAR_WIDTH * tension / FULL, top + step * ROWS.index("carbon dioxide")) for tension in TENSIONS]
        return (
            (Track("size", state.ratios, corner),),
            (Track("size", state.ratios, point),),
            (Track("carbon_dioxide", TENSIONS, ends),),
        )


def _side(ratio: float | NDArray) -> NDArray:
    """Pixels, of the square that is a cavity of `ratio`."""
    return FLUID * np.sqrt(ratio)


def _kilopascals(pressure: float) -> str:
    """One decimal, so that what is read adds up."""
    return fixed(read_in(pressure, "kPa"), 1)
