"""The film of a joint that is pulled open: its section, the pressure in it below, and a map of the pressure.

Section and curve share one scale across: every place of the film stands straight above its point on the curve.
"""

import numpy as np
from matplotlib.patches import Ellipse
from matplotlib.text import Text

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.picture import Picture
from jointlab.drawings.shapes import outlines
from jointlab.drawings.shapes.arrows import arrow, arrows
from jointlab.lessons.separation.film_section import FilmSection, Scale

REACH = 9.0  # mm to either side of the middle
LEFT, RIGHT = 84, 534  # pixels: the ends of the scale across
PER_MM = (RIGHT - LEFT) / (2 * REACH)
SECTION = Scale(x=(LEFT + RIGHT) / 2, y=178, per_mm=PER_MM, per_um=0.2, bone=48)
CURVE = (264, 464)  # pixels: top and bottom of the plot of the pressure
LOWEST, HIGHEST = -250.0, 120.0  # kPa at its ends
MAP, MAP_PER_MM = (790, 168), 12.0  # pixels: its middle; its scale
LEVELS = (75.0, 50.0, 25.0)  # kPa: where the map grows darker
READINGS = 328  # pixels: the first of the three readings


class FilmPicture(Picture):
    """`update` takes a state in SI units with the film's `half_width`, `half_length`, `across` (m, from 0 to the rim),
    `gaps` and `pressure` there, and its `pull`, `viscosity` and `centre` (the pressure in the middle)."""

    height = 514
    description = (
        "Three pictures of one film of joint fluid while its surfaces part. Above left: the film cut through the "
        "middle, between the cartilages of two bones, 18 millimetres across; its thickness is drawn eight times too "
        "large, an arrow shows the pull, two blue arrows inside the capsule the fluid "
        "that flows in from the rim. Below on the same scale: the "
        "absolute pressure in kilopascals, from 120 down to minus 250; a dashed line is the air outside, 101 "
        "kilopascals; below zero the ground is tinted, and the curve turns orange: there the liquid is under tension. "
        "Right: a map of the pressure, seen from above, darker where it is lower, orange where there is tension. "
        "Below it: pull in newtons, pressure in the middle, viscosity of the fluid at work."
    )

    def build(self) -> None:
        page = self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(self.height, 0))
        page.set_axis_off()
        self.page = page
        self.section = FilmSection(page, self, SECTION)
        self.flow = arrows(page, self, "blue")
        self.up = arrows(page, self, "ink")
        self.force = self._moving_words(SECTION.x + 20, 0, weight="bold")
        page.text(16, 34, "The film, cut", weight="bold", va="center", size=style.TEXT["label"])
        page.text(16, 56, "its thickness\ndrawn 8 × too large", va="top", size=style.TEXT["small"], linespacing=1.4)
        self._curve()
        self._map()
        self._readings()

    def _moving_words(self, x: float, y: float, **how) -> Text:
        return self.moving(self.page.text(x, y, "", va="center", zorder=5, **how))

    def _curve(self) -> None:
        """Plot of the pressure on the scale of the section."""
        top, bottom = CURVE
        box = (LEFT, self.height - bottom, RIGHT - LEFT, bottom - top)
        scale = (self.width, self.height, self.width, self.height)
        plot = self.figure.add_axes(tuple(np.divide(box, scale)), xlim=(-REACH, REACH), ylim=(LOWEST, HIGHEST))
        plot.set(xticks=range(-8, 9, 4), yticks=[-200, -100, 0, 100], xlabel="distance from the middle (mm)")
        plot.xaxis.labelpad = 2
        plot.set_zorder(-1)  # below the page, on which the pressure in the middle is written
        plot.axhspan(LOWEST, 0, color=style.colour("vermilion"), alpha=0.08, lw=0)
        plot.axhline(0, color=style.colour("vermilion"), lw=style.LINE["thin"])
        outside = sources.value("standard_atmosphere") / 1e3
        plot.axhline(outside, color=style.colour("muted"), lw=style.LINE["thin"], ls=(0, (5, 3)))
        words = {"va": "center", "size": style.TEXT["small"], "linespacing": 1.15}
        margin = RIGHT + 8
        self.page.text(16, top - 14, "Pressure (kPa)", va="center", weight="bold", size=style.TEXT["label"])
        self.page.text(margin, _height(outside), "air outside", color=style.colour("muted"), **words)
        self.page.text(margin, _height(0), "vacuum", color=style.colour("vermilion"), **words)
        self.page.text(
            margin, _height(-125), "tension:\nthe liquid\nis pulled", color=style.colour("vermilion"), **words
        )
        line = {"lw": style.LINE["strong"], "solid_joinstyle": "round"}
        self.above = self.moving(plot.plot([], [], color=style.colour("blue"), **line)[0])
        self.below = self.moving(plot.plot([], [], color=style.colour("vermilion"), **line)[0])
        ground = {"fc": style.colour("paper"), "ec": "none", "pad": 2}
        self.centre = self._moving_words(SECTION.x, 0, ha="center", weight="bold", bbox=ground)

    def _map(self) -> None:
        self.page.text(640, 34, "Pressure, seen from above", va="center", weight="bold", size=style.TEXT["label"])
        self.size = self._moving_words(640, 72, size=style.TEXT["small"])
        rim = {"fc": style.colour("fluid"), "alpha": 0.45, "ec": "none", "zorder": 2}
        self.rim = self.moving(self.page.add_patch(Ellipse(MAP, 1, 1, **rim)))
        edge = {"fc": "none", "ec": style.colour("fluid_edge"), "lw": style.LINE["thin"], "zorder": 3}
        self.edge = self.moving(self.page.add_patch(Ellipse(MAP, 1, 1, **edge)))
        fill = {"fc": style.colour("blue"), "alpha": 0.2, "ec": "none", "zorder": 2.5}
        self.rings = [self.moving(self.page.add_patch(Ellipse(MAP, 1, 1, **fill))) for _ in LEVELS]
        hot = {"fc": style.colour("vermilion"), "ec": "none", "zorder": 2.6}
        self.tension = self.moving(self.page.add_patch(Ellipse(MAP, 1, 1, **hot)))
        self._key(MAP[1] + 122)

    def _key(self, y: float) -> None:
        """What the tints of the map mean."""
        small = {"size": style.TEXT["small"], "va": "center", "ha": "center"}
        left, width = 656, 42
        colours = [("fluid", 0.45)] + [("blue", 0.2)] * len(LEVELS)
        for step in range(len(LEVELS) + 2):
            x = left + step * width
            layers = colours[: step + 1] if step <= len(LEVELS) else [("vermilion", 1.0)]
            for name, alpha in layers:
                box = {"x": [x, x + width, x + width, x], "y": [y - 8, y - 8, y + 8, y + 8]}
                self.page.fill(box["x"], box["y"], color=style.colour(name), alpha=alpha, lw=0)
        for step, level in enumerate((*LEVELS, 0.0), start=1):
            self.page.text(left + step * width, y + 20, f"{level:g}", **small)
        beside = small | {"ha": "left"}
        self.page.text(left + 5 * width + 8, y, "tension", color=style.colour("vermilion"), **beside)
        self.page.text(left + 4 * width + 12, y + 20, "kPa", **beside)

    def _readings(self) -> None:
        words = ("pull of the film", "pressure in the middle", "viscosity, as it flows")
        for i, text in enumerate(words):
            self.page.text(640, READINGS + 26 + 58 * i, text, va="center", size=style.TEXT["small"])
        big = {"size": 24, "weight": "bold"}
        self.readings = [self._moving_words(640, READINGS + 58 * i + 50, **big) for i in range(3)]

    def update(self, state) -> None:
        across, gaps, kilopascals = 1e3 * state.across, 1e6 * state.gaps, state.pressure / 1e3
        centre = state.centre / 1e3
        self.section.set(across, gaps)
        self._draw_arrows(across[-1], gaps)
        self.force.set_text(f"pull {_newtons(state.pull)}")
        x = np.concatenate([[-REACH], -across[::-1], across[1:], [REACH]])
        y = np.concatenate([kilopascals[-1:], kilopascals[::-1], kilopascals[1:], kilopascals[-1:]])
        crossing = np.interp(0.0, kilopascals, across) if centre < 0 else 0.0
        self.above.set_data(*_split(x, y, crossing, outside=True))
        self.below.set_data(*_split(x, y, crossing, outside=False))
        self._say_centre(centre)
        for ring, level in zip((*self.rings, self.tension), (*LEVELS, 0.0), strict=True):
            share = np.interp(level, kilopascals, across) / across[-1] if centre < level else 0.0
            self._resize(ring, state, share)
            ring.set_visible(share > 0)
        length, width = (2e3 * half for half in (state.half_length, state.half_width))
        self.size.set_text(f"{length:g} mm\nacross" if length == width else f"{length:g} by\n{width:g} mm")
        self._resize(self.rim, state, 1.0)
        self._resize(self.edge, state, 1.0)
        for reading, text in zip(
            self.readings, (_newtons(state.pull), _kpa(centre), _thick(state.viscosity)), strict=True
        ):
            reading.set_text(text)
        self.readings[1].set_color(style.colour("vermilion" if centre < 0 else "blue"))

    def _resize(self, patch: Ellipse, state, share: float) -> None:
        patch.set_width(share * 2e3 * state.half_width * MAP_PER_MM)
        patch.set_height(share * 2e3 * state.half_length * MAP_PER_MM)

    def _draw_arrows(self, rim: float, gaps: np.ndarray) -> None:
        top = self.section.top(gaps)
        self.up.set_path(outlines.path(arrow((SECTION.x, top - 2), (SECTION.x, top - 38))))
        self.force.set_position((SECTION.x + 16, top - 22))
        y = SECTION.y - SECTION.per_um * gaps[-1] / 2
        # The joint is closed: what flows in is fluid that waits at the rim, inside the capsule.
        inward = [
            arrow((SECTION.x + side * (PER_MM * rim + 22), y), (SECTION.x + side * (PER_MM * rim + 2), y), 4, 11)
            for side in (-1, 1)
        ]
        self.flow.set_path(outlines.path(*inward))

    def _say_centre(self, centre: float) -> None:
        self.centre.set_text(_kpa(centre) if centre >= LOWEST else f"↓ {_kpa(centre)}")
        self.centre.set_color(style.colour("vermilion" if centre < 0 else "blue"))
        # Below the lowest point of the curve while there is room, else in its valley.
        y = _height(centre) + 20 if centre > LOWEST + 75 else CURVE[1] - 16
        self.centre.set_position((SECTION.x, y))


def _height(kilopascals: float) -> float:
    """Pixels from the top of a pressure in the plot."""
    top, bottom = CURVE
    return top + (bottom - top) * (HIGHEST - kilopascals) / (HIGHEST - LOWEST)


def _split(x: np.ndarray, y: np.ndarray, crossing: float, outside: bool) -> tuple[np.ndarray, np.ndarray]:
    """The part of the curve outside or inside ±`crossing` (mm), where the pressure is zero; one gap, no jump."""
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


def _newtons(force: float) -> str:
    if force < 0.01:
        return "< 0.01 N"
    return f"{force:.2f} N" if force < 10 else f"{force:,.0f} N"


def _kpa(kilopascals: float) -> str:
    return f"{kilopascals:,.0f} kPa".replace("-0 kPa", "0 kPa").replace("-", "−")


def _thick(viscosity: float) -> str:
    return f"{viscosity:.2g} Pa s"
