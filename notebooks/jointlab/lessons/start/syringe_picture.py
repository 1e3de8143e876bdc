"""A closed syringe with some air in it, and the pressure of that air: against the volume, and on a gauge.

The syringe and the plot below it share one scale: the stopper always stands straight above its point on the curve.
"""

import numpy as np
from matplotlib.patches import Circle, FancyBboxPatch, PathPatch, Polygon, Rectangle, Wedge
from matplotlib.path import Path

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.picture import Picture

CAPACITY = 20  # mL: the end of the scale
DOTS_PER_ML = 12  # in air at the pressure of the room
LEFT, PER_ML = 112, 21  # pixels: where the scale of volumes begins, and its step
AXIS, BORE, WALL = 100, 41, 6  # pixels: middle line of the barrel, half its inner width, thickness of its wall
STOPPER, ROD = 34, 396  # pixels: length of the stopper, and from its face to the end of the plunger
FLANGE = LEFT + PER_ML * CAPACITY + 42  # pixels: where the barrel ends
DOT = 5.5  # pixels: width of a dot of air
GRAPH = (196, 350)  # pixels: top and bottom of the plot
HIGHEST = 270  # kPa at its top
DIAL, DIAL_RADIUS, DIAL_END = (796, 346), 116, 300  # middle and radius in pixels; kPa at its right end


class SyringePicture(Picture):
    """`update` takes a state with `enclosed` and `volume` (m³: the air closed in at the pressure of the room, and its
    space now), `pressure` (Pa, inside), and the curve: `curve` (Pa) at `volumes` (m³)."""

    height = 400
    description = (
        "Above: a large syringe lying on its side, its tip closed with a cap at the left, its plunger drawn to the "
        "right. Marks on the barrel count the volume from 0 to 20 millilitres. Dots between tip and stopper are the "
        "air: their number changes only with the amount of air closed in, so they thin out when the plunger is "
        "pulled. Below, on the same scale of volumes: the pressure inside in kilopascals against the volume, a "
        "falling curve with a point straight below the stopper; a dashed level line is the air outside, 101 "
        "kilopascals. Right: a gauge with a needle for the same pressure, from 0, which is a vacuum, to 300 "
        "kilopascals, and a mark for the air outside."
    )

    def build(self) -> None:
        page = self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(self.height, 0))
        page.set_axis_off()
        self.page = page
        self._barrel()
        self._dial()
        self._graph()
        empty = Path(np.zeros((1, 2)))
        edge = {"ec": style.colour("muted"), "lw": style.LINE["thin"]}
        self.gas = self.moving(page.add_patch(Rectangle((LEFT, AXIS - BORE), 0, 2 * BORE, fc=style.colour("gas"))))
        self.places = _spread(DOTS_PER_ML * CAPACITY)  # in the order in which more air brings them
        dot = {"color": style.colour("gas_edge"), "ms": DOT, "mew": 0}
        self.dots = self.moving(page.plot([], [], "o", zorder=3, **dot)[0])
        self.rod = self.moving(page.add_patch(PathPatch(empty, fc=style.colour("panel"), zorder=3, **edge)))
        self.stopper = self.moving(page.add_patch(PathPatch(empty, fc=style.colour("ink"), ec="none", zorder=4)))
        guide = {"color": style.colour("blue"), "lw": style.LINE["thin"], "ls": (0, (2, 3))}
        self.guide = self.moving(page.plot([], [], marker="o", markevery=[-1], ms=13, zorder=5, **guide)[0])
        self.needle = self.moving(page.add_patch(Polygon(np.zeros((3, 2)), fc=style.colour("blue"), zorder=4)))
        big = {"size": 26, "weight": "bold", "ha": "center", "va": "center", "color": style.colour("blue")}
        self.reading = self.moving(page.text(DIAL[0], DIAL[1] + 34, "", **big))

    def _barrel(self) -> None:
        """Barrel, marks and cap."""
        page, end = self.page, LEFT + PER_ML * CAPACITY
        glass = {"fc": style.colour("grid"), "ec": style.colour("muted"), "lw": style.LINE["thin"]}
        outer = BORE + WALL
        shoulder = np.array(
            [(FLANGE, outer), (LEFT - 4, outer), (LEFT - 16, outer - 16), (LEFT - 16, 10), (LEFT - 42, 8)]
        )
        outline = np.add(np.vstack([shoulder * (1, -1), shoulder[::-1]]), (0, AXIS))
        page.add_patch(Polygon(outline, joinstyle="round", **glass))
        page.add_patch(_rounded(FLANGE - 4, 10, outer + 15, 4, **glass))
        bore = {"fc": style.colour("paper"), "ec": style.colour("muted"), "lw": style.LINE["hair"]}
        page.add_patch(Rectangle((LEFT, AXIS - BORE), FLANGE + 6 - LEFT, 2 * BORE, **bore))
        page.add_patch(_rounded(LEFT - 64, 38, 17, 7, fc=style.colour("vermilion"), ec="none"))
        page.text(LEFT - 58, AXIS + 33, "tip closed", ha="center", va="center", size=style.TEXT["small"])
        top = AXIS - outer
        for volume in range(CAPACITY + 1):
            x, whole = LEFT + PER_ML * volume, volume % 5 == 0
            mark = style.LINE["normal" if whole else "hair"]
            page.plot([x, x], [top, top - (13 if whole else 7)], color=style.colour("ink"), lw=mark)
            if whole:
                page.text(x, top - 24, f"{volume}", ha="center", va="center", weight="bold")
        page.text(end + 25, top - 24, "mL", ha="center", va="center")

    def _dial(self) -> None:
        """Gauge without its needle."""
        page, outside = self.page, sources.value("standard_atmosphere") / 1e3
        face = {"fc": style.colour("panel"), "ec": style.colour("muted"), "lw": style.LINE["thin"]}
        page.add_patch(Wedge(DIAL, DIAL_RADIUS, 180, 360, **face))
        for pressure in range(0, DIAL_END + 1, 50):
            whole = pressure % 100 == 0
            ends = np.array([_on_dial(pressure, share) for share in (0.87 if whole else 0.92, 1.0)]).T
            page.plot(*ends, color=style.colour("ink"), lw=style.LINE["normal" if whole else "thin"])
            if whole:
                page.text(*_on_dial(pressure, 1.15), f"{pressure}", ha="center", va="center", size=style.TEXT["small"])
        ends = np.array([_on_dial(outside, share) for share in (0.70, 0.85)]).T
        page.plot(*ends, color=style.colour("vermilion"), lw=style.LINE["strong"], solid_capstyle="butt")
        page.add_patch(Circle(DIAL, 9, fc=style.colour("blue"), zorder=4))
        page.text(DIAL[0], 186, "Pressure inside", ha="center", va="center", weight="bold")

    def _graph(self) -> None:
        """Plot on the scale of the barrel."""
        top, bottom = GRAPH
        box = (LEFT, self.height - bottom, PER_ML * CAPACITY, bottom - top)
        scale = (self.width, self.height, self.width, self.height)
        graph = self.figure.add_axes(tuple(np.divide(box, scale)), xlim=(0, CAPACITY), ylim=(0, HIGHEST))
        graph.set(xticks=range(0, CAPACITY + 1, 5), yticks=[0, 100, 200], xlabel="volume (mL)")
        graph.xaxis.labelpad = 2
        graph.set_zorder(-1)  # below the page, on which the point is drawn
        outside = sources.value("standard_atmosphere") / 1e3
        level = {"color": style.colour("vermilion"), "lw": style.LINE["thin"]}
        graph.axhline(outside, ls=(0, (5, 3)), **level)
        words = {"va": "center", "size": style.TEXT["small"], "color": style.colour("vermilion")}
        self.page.text(LEFT + PER_ML * CAPACITY + 8, _height(outside), f"air outside\n{outside:.0f} kPa", **words)
        self.page.text(14, top + 12, "pressure\n(kPa)", va="center", size=style.TEXT["small"])
        self.curve = self.moving(graph.plot([], [], color=style.colour("blue"), lw=style.LINE["strong"])[0])

    def update(self, state) -> None:
        face = float(_across(1e6 * state.volume))
        kilopascals = state.pressure / 1e3
        self.gas.set_width(face - LEFT)
        along, across = self.places[: round(DOTS_PER_ML * 1e6 * state.enclosed)].T
        edge = DOT / 2 + 2  # keeps whole dots clear of walls and stopper
        self.dots.set_data(LEFT + edge + (face - LEFT - 2 * edge) * along, AXIS + (BORE - edge) * (2 * across - 1))
        self.stopper.set_path(_stopper(face))
        self.rod.set_path(_rod(face))
        self.curve.set_data(1e6 * state.volumes, state.curve / 1e3)
        self.guide.set_data([face, face], [AXIS + BORE + WALL + 3, _height(kilopascals)])
        tip, (x, y) = np.array(_on_dial(kilopascals, 0.68)), DIAL
        sideways = np.array([y - tip[1], tip[0] - x]) / DIAL_RADIUS * 6
        self.needle.set_xy([tip, DIAL + sideways, DIAL - sideways])
        self.reading.set_text(f"{kilopascals:.0f} kPa")


def _across(volume):
    """Pixels from the left of a volume in mL."""
    return LEFT + PER_ML * np.asarray(volume)


def _height(pressure: float) -> float:
    """Pixels from the top of a pressure in kPa on the plot."""
    top, bottom = GRAPH
    return bottom - (bottom - top) * pressure / HIGHEST


def _on_dial(pressure: float, share: float) -> tuple[float, float]:
    """The place for a pressure in kPa at a share of the dial's radius."""
    angle = np.pi * (1 - pressure / DIAL_END)
    return DIAL[0] + share * DIAL_RADIUS * np.cos(angle), DIAL[1] - share * DIAL_RADIUS * np.sin(angle)


def _spread(count: int) -> np.ndarray:
    """`count` places in a unit square, along and across: irregular, but none close to another in a long barrel.

    Each place is the one of 40 random ones that lies farthest from all before it (Mitchell's best candidate).
    """
    rng = np.random.default_rng(1662)
    places = rng.random((1, 2))
    while len(places) < count:
        tried = rng.random((40, 2))
        away = np.linalg.norm((tried[:, None] - places) * (2.5, 1), axis=2).min(axis=1)
        places = np.vstack([places, tried[away.argmax()]])
    return places


def _stopper(face: float) -> Path:
    """A rubber stopper: two ribs that touch the wall, a waist between them."""
    x = face + STOPPER * np.array([0, 0.22, 0.30, 0.70, 0.78, 1])
    y = (BORE - 1) * np.array([1, 1, 0.92, 0.92, 1, 1])
    outline = np.column_stack([np.r_[x, x[::-1]], np.r_[AXIS - y, AXIS + y]])
    return Path(np.vstack([outline, outline[:1]]), closed=True)


def _rod(face: float) -> Path:
    """The rod behind the stopper and the rest for the thumb."""
    end = face + ROD
    return Path.make_compound_path(
        _box(face + STOPPER - 2, end, 17), _box(face + STOPPER - 2, end, 4), _box(end, end + 12, 44)
    )


def _rounded(left: float, width: float, half: float, corner: float, **how) -> FancyBboxPatch:
    """A rectangle with round corners around the middle line."""
    boxstyle = f"round,pad=0,rounding_size={corner}"
    return FancyBboxPatch((left, AXIS - half), width, 2 * half, boxstyle=boxstyle, **how)


def _box(left: float, right: float, half: float) -> Path:
    """A rectangle around the middle line."""
    return Path(
        [(left, AXIS - half), (right, AXIS - half), (right, AXIS + half), (left, AXIS + half), (left, AXIS - half)],
        closed=True,
    )
