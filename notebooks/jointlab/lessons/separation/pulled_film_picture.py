"""The film of a joint that is pulled open: its section, the pressure in it below, and a map of the pressure.

Section and curve share one scale across: every place of the film stands straight above its point on the curve.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.patches import Ellipse
from numpy.typing import NDArray

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.page import Page
from jointlab.drawings.shapes import outlines
from jointlab.drawings.shapes.arrows import arrow, arrows
from jointlab.drawings.yours import Yours, YoursMark
from jointlab.language import _
from jointlab.lessons.separation.film_section import FilmSection
from jointlab.units import amount, fixed, fixed_amount, number, read_in, with_unit

OUTSIDE = sources.value("standard_atmosphere")
REACH = 9e-3  # m to either side of the middle
LEFT, TOP, RIGHT, BOTTOM = 84, 203, 534, 326  # pixels: the plot of the pressure
MIDDLE, LEVEL = (LEFT + RIGHT) / 2, 163  # pixels: middle of the section and its lower surface
PER_METRE = (RIGHT - LEFT) / (2 * REACH)  # pixels across
THICKER = 14  # times as large is the gap drawn
UP = THICKER * PER_METRE  # pixels up
SLACK = 200e-6  # m: the widest gap drawn
SHAPING = [*range(0, 44, 4), *range(44, 49)]  # of the places of a state: so many shape the section, most at the rim
BONE, CARTILAGE = 28, 9  # pixels
HOLD = 2.4e-3  # m from the middle: where the upper bone is taken hold of
SPEEDS = 0.1e-3 * np.geomspace(1, 1000, 4)  # m/s: marks along the arrow
STUB, PER_TENFOLD = 12, 21  # pixels of arrow: for the first of the speeds; for each ten times as fast
LOWEST, HIGHEST = -200e3, 120e3  # Pa at the ends of the plot
SIDE = 672  # pixels: where the right part begins
MAP, MAP_PER_METRE = (SIDE + 84, 126), 11e3  # pixels: its middle; its scale
LEVELS = (75e3, 50e3, 25e3)  # Pa: where the map grows darker
KEY, STEP = (SIDE + 190, 58), 26  # pixels: left and top of the key; height of a tint in it
SHORT_DASHES = (0, (1.5, 1))  # of a mark that is hardly longer than one dash of a long line
PULLS, PULL_AXIS = (0.01, 1000.0), 272  # N at both ends of the scale of the pull; pixels from the top


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

    height = 348
    description = _(
        "Three pictures of one film of joint fluid while its surfaces part. Above left: the film cut through "
        "the middle, between the cartilages of two bones, {reach} millimetres across; its thickness is drawn "
        "{thicker} times too large. A black arrow on the upper bone is the opening speed, on a logarithmic "
        "measure with marks at {speeds} millimetres a second; two blue arrows inside the capsule, not to "
        "scale, are the fluid that flows in from the rim. Below on the same scale: the absolute pressure in "
        "kilopascals, from {highest} down to minus {lowest}; a dashed line is the air outside, {outside} "
        "kilopascals; below zero the ground is tinted, and the curve turns orange: there the liquid is under "
        "tension. A number says the pressure in the middle, with an arrow before it if it lies below the "
        "plot. Right: a map of the pressure, seen from above, darker where it is lower, orange with a pale "
        "rim where there is tension. Below it: the pull of the film in newtons, as a number and as a point "
        "on a logarithmic scale from {least} to {most}; and the viscosity of the fluid at work."
    ).format(
        reach=fixed(read_in(2 * REACH, "mm")),
        thicker=THICKER,
        speeds=", ".join(number(read_in(speed, "mm/s")) for speed in SPEEDS),
        highest=number(read_in(HIGHEST, "kPa")),
        lowest=number(-read_in(LOWEST, "kPa")),
        outside=fixed(read_in(OUTSIDE, "kPa")),
        least=number(PULLS[0]),
        most=number(PULLS[1]),
    )

    def lay_out(self) -> None:
        self.heading(16, 18, _("The film, cut"))
        self.write(16, 32, _("thickness drawn\n{thicker} × too large").format(thicker=THICKER), va="top")
        self.write(478, 8, _("arrow up: opening speed,\nten times at each mark"), va="top")
        self.write(542, 134, _("small arrows:\nfluid flows in,\nnot to scale"), colour="blue")
        self.section = FilmSection(self, MIDDLE, LEVEL, BONE, CARTILAGE)
        self.flow = arrows(self.page, self, "blue")
        self.flow.set(ec=style.colour("paper"), lw=style.LINE["hair"])  # on a dark page blue is lost in the fluid
        self.ladder = self.line(self.page, "muted", "hair", marker="_", ms=14, zorder=3.9)
        self.up = arrows(self.page, self, "ink")
        self.ground = {"fc": style.colour("paper"), "ec": "none", "pad": 2}
        self.speed = self.write(MIDDLE + 18, 0, bold=True, bbox=self.ground, moves=True, zorder=5)
        self._curve()
        self._map()
        self._pull()

    def _curve(self) -> None:
        """Plot of the pressure on the scale of the section."""
        across = {place / 1e3: number(place) for place in range(-8, 9, 4)}
        up = {1e3 * level: number(level) for level in range(-200, 101, 100)}
        axes = self.plot(
            LEFT, TOP, RIGHT, BOTTOM, xticks=across, yticks=up, xlim=(-REACH, REACH), ylim=(LOWEST, HIGHEST)
        )
        axes.set_ylabel(_("pressure (kPa)"), size=style.TEXT["small"])
        axes.set_xlabel(_("mm from the middle"), size=style.TEXT["small"], ha="left", va="center")
        axes.xaxis.set_label_coords(RIGHT - 8, BOTTOM + 13, transform=self.page.transData)
        axes.axhspan(LOWEST, 0, color=style.colour("vermilion"), alpha=0.08, lw=0)
        self.level(axes, 0, "vermilion", dash="solid")
        self.level(axes, OUTSIDE, "muted", dash="dashed")
        self.write(RIGHT + 8, _height(OUTSIDE), _("air outside"), colour="muted")
        self.write(RIGHT + 8, _height(0), _("vacuum"), colour="vermilion")
        self.write(
            RIGHT + 8, _height(-105e3), _("tension:\nthe liquid\nis pulled"), colour="vermilion", linespacing=1.15
        )
        self.above = self.line(axes, "blue", "strong", solid_joinstyle="round")
        self.below = self.line(axes, "vermilion", "strong", solid_joinstyle="round")
        self.centre = self.write(MIDDLE, 0, size="label", bold=True, ha="center", bbox=self.ground, moves=True)

    def _map(self) -> None:
        self.heading(SIDE, 18, _("Pressure, seen from above"))
        self.size = self.write(KEY[0], MAP[1] + 79, moves=True)
        self.rim = self._ellipse(2.0, fc=(style.colour("fluid"), 0.45), ec=style.colour("fluid_edge"))
        self.rings = [self._ellipse(2.5, fc=(style.colour("blue"), 0.2)) for _level in LEVELS]
        # A rim of paper, and the word: in grey the colour alone would be that of the lowest pressure.
        look = {"fc": style.colour("vermilion"), "ec": style.colour("paper"), "lw": style.LINE["normal"]}
        self.tension = self._ellipse(2.6, **look)
        self.tense = self.write(*MAP, _("tension"), colour="paper", bold=True, ha="center", moves=True, zorder=3)
        self._key(*KEY)

    def _ellipse(self, zorder: float, **look: object) -> Ellipse:
        """A part of the map, without a size yet."""
        look = {"ec": "none", "lw": style.LINE["thin"]} | look
        return self.moving(self.page.add_patch(Ellipse(MAP, 0, 0, zorder=zorder, **look)))

    def _key(self, left: float, top: float) -> None:
        """What the tints of the map mean: laid one over the other, as there, from the rim's down to tension."""
        tints = [("fluid", 0.45)] + [("blue", 0.2)] * len(LEVELS)
        for step in range(len(LEVELS) + 2):
            y = top + STEP * step
            tense = step > len(LEVELS)
            box = outlines.path(outlines.box(left, y + 2 * tense, left + STEP, y + STEP))
            for name, alpha in [("vermilion", 1.0)] if tense else tints[: step + 1]:
                self.shape(name, alpha=alpha).set_path(box)
        for step, level in enumerate((*LEVELS, 0.0), start=1):
            words = number(read_in(level, "kPa"))
            self.write(left + STEP + 6, top + STEP * step, with_unit(words, "kPa") if step == 1 else words)
        self.write(left + STEP + 6, top + STEP * 4.5 + 1, _("tension"), colour="vermilion")

    def _pull(self) -> None:
        """The pull on its scale, and the viscosity at work."""
        self.write(SIDE, 233, _("pull of the film"))
        self.force = self.write(SIDE + 116, 232, size=24, bold=True, moves=True)
        line = {"color": style.colour("muted"), "lw": style.LINE["hair"]}
        self.page.plot([_on_scale(end) for end in PULLS], [PULL_AXIS] * 2, **line)
        for force in np.geomspace(*PULLS, 6):
            x, words = _on_scale(force), number(force)
            self.page.plot([x, x], [PULL_AXIS, PULL_AXIS + 6], **line)
            self.write(x, PULL_AXIS + 17, with_unit(words, "N") if force == PULLS[1] else words, ha="center")
        self.point = self.line(self.page, "ink", marker="o", ls="", ms=12, zorder=5)
        ends, reach = [_on_scale(end) for end in PULLS], (PULL_AXIS - 24, PULL_AXIS + 8)
        scale = self.plot(ends[0], reach[0], ends[1], reach[1], xscale="log", xlim=PULLS, ylim=(0, 1), zorder=3)
        scale.set_axis_off()
        self.yours = YoursMark(self, scale, at=0.75)
        self.write(SIDE, 324, _("viscosity, as it flows"))
        self.viscosity = self.write(SIDE + 158, 324, size="label", bold=True, moves=True)

    def update(self, state: OpeningFilm) -> None:
        self._update_section(state)
        self._update_curve(state)
        self._update_map(state)
        self.force.set_text(newtons(state.pull))
        weak = state.pull < PULLS[0]
        self.point.set(data=([_on_scale(max(state.pull, PULLS[0]))], [PULL_AXIS]), marker="<" if weak else "o")
        self.viscosity.set_text(amount(state.viscosity, "Pa s", 2))

    def mark_yours(self, state: OpeningFilm, yours: Yours) -> None:
        """The pull (N) by the learner's line, on the scale of the pull."""
        self.yours.set(yours)
        if not yours.right:
            self.yours.line.set_linestyle(SHORT_DASHES)

    def grips(self, state: OpeningFilm) -> Sequence[Grip]:
        """The upper bone beside its middle for the gap, the tip of its arrow for the speed."""
        rise = np.interp(HOLD, state.across, state.gaps) - state.gap
        gaps, speeds = np.array([0, SLACK]), np.geomspace(*SPEEDS[[0, -1]], 13)
        bones = LEVEL - UP * (gaps + rise) - BONE / 2
        tips = _tail(state) - _length(speeds)
        return [
            (Track("gap", gaps, np.column_stack([[MIDDLE - PER_METRE * HOLD] * 2, bones])),),
            (Track("speed", speeds, np.column_stack([[MIDDLE] * 13, tips])),),
        ]

    def _update_section(self, state: OpeningFilm) -> None:
        """The film's section with the arrows at it."""
        rim, gaps = PER_METRE * state.half_width, UP * state.gaps[SHAPING]
        self.section.set(PER_METRE * state.across[SHAPING], gaps)
        tail, y = _tail(state), LEVEL - gaps[-1] / 2
        tip = tail - _length(state.speed)
        self.up.set_path(outlines.path(arrow((MIDDLE, tail), (MIDDLE, tip))))
        self.ladder.set_data([MIDDLE] * len(SPEEDS), tail - _length(SPEEDS))
        self.speed.set(text=amount(state.speed, "mm/s", 2), y=tip)
        # The joint is closed: what flows in is fluid that waits at the rim, inside the capsule.
        ways = ((MIDDLE + side * (rim + 22), MIDDLE + side * (rim + 2)) for side in (-1, 1))
        self.flow.set_path(outlines.path(*(arrow((start, y), (end, y), 4, 11) for start, end in ways)))

    def _update_curve(self, state: OpeningFilm) -> None:
        x, y = pressure_across(state)
        crossing = np.interp(0.0, state.pressure[::2], state.across[::2]) if state.centre < 0 else 0.0
        self.above.set_data(*_split(x, y, crossing, outside=True))
        self.below.set_data(*_split(x, y, crossing, outside=False))
        # Below the lowest point of the curve while there is room, else in its valley.
        y = _height(state.centre) + 18 if state.centre > LOWEST + 75e3 else BOTTOM - 16
        beyond, look = "" if state.centre >= LOWEST else "↓ ", style.colour("vermilion" if state.centre < 0 else "blue")
        self.centre.set(text=beyond + fixed_amount(state.centre, "kPa"), color=look, y=y)

    def _update_map(self, state: OpeningFilm) -> None:
        shares = [float(np.interp(level, state.pressure, state.across)) / state.half_width for level in (*LEVELS, 0.0)]
        for part, share in zip((self.rim, *self.rings, self.tension), (1.0, *shares), strict=True):
            width, height = (2 * MAP_PER_METRE * half for half in (state.half_width, state.half_length))
            part.set(width=share * width, height=share * height, visible=share > 0)
        self.tense.set_visible(self.tension.get_visible() and self.tension.width > 72)
        length, width = (amount(2 * half, "mm") for half in (state.half_length, state.half_width))
        self.size.set_text(
            _("{length} across").format(length=length)
            if length == width
            else _("{length} by {width}").format(length=length.removesuffix(" mm"), width=width)
        )


def pressure_across(state: OpeningFilm) -> tuple[NDArray, NDArray]:
    """Places from the middle (m) from one end of the plot to the other, and the pressure (Pa) there."""
    across, pressure = state.across[::2], state.pressure[::2]
    x = np.concatenate([[-REACH], -across[::-1], across[1:], [REACH]])
    return x, np.concatenate([pressure[-1:], pressure[::-1], pressure[1:], pressure[-1:]])


def _tail(state: OpeningFilm) -> float:
    """Pixels from the top: where the arrow of the speed begins, in the middle of the upper bone's surface."""
    return LEVEL - UP * state.gap - 2


def _length(speed: NDArray | float) -> NDArray | float:
    """Pixels of arrow for a speed (m/s)."""
    return STUB + PER_TENFOLD * np.log10(speed / SPEEDS[0])


def _on_scale(force: float) -> float:
    """Pixels from the left of a pull (N) on its scale."""
    return SIDE + 8 + 48 * np.log10(force / PULLS[0])


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


def newtons(force: float, less: str = "< {force}") -> str:
    """A force with as many digits as it deserves; `less` are the words for the least."""
    if force < 0.01:
        return less.format(force=fixed_amount(0.01, "N", 2))
    return fixed_amount(force, "N", 2 if force < 10 else 0)
