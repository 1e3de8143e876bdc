"""A gas cavity while it dissolves: seen from the side at six moments, to scale, and what is left of it over time."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.colors import to_rgb
from matplotlib.patches import FancyBboxPatch, PathPatch, Rectangle
from numpy.typing import NDArray

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.page import SPACING, Page
from jointlab.drawings.shapes import gases, outlines
from jointlab.drawings.yours import Yours, YoursMark
from jointlab.language import _
from jointlab.models.bubble.statics import sphere_radius
from jointlab.models.gas.epstein_plesset import Dissolution
from jointlab.models.gas.joint_cavity import FIRST_GASES, first_gas
from jointlab.units import amount, duration, read_in

LEFT, RIGHT = 80, 806  # pixels from the left: the plot
PLOT_TOP, PLOT_FOOT = 174, 294  # pixels from the top
YOURS = (PLOT_TOP + 20, PLOT_FOOT + 17)  # the same of the learner's line, clear of words above, with its own below
KEY, WORDS = 820, 936  # pixels from the left: what the areas mean, and the last words
STRIP = (24, 32, 936, 134)  # pixels: left, top, right, bottom of the strip of fluid with the cavities
MIDDLE = (STRIP[1] + STRIP[3]) / 2
TIMES = (1.0, 864_000.0)  # s: the time that is followed
AT_FIRST, BEGIN = 0.28, 0.184  # s: where a logarithmic axis shows what it has no place for, and its left end
BESIDE = 1.42 * TIMES[1]  # s: where words stand to the right of the plot
BAR = 1.3  # from the middle of the bar for the gas at first to its sides, as a factor
TICKS = {
    AT_FIRST: _("at first"), 1: "1 s", 10: "10 s", 60: "1 min", 300: "5 min", 1200: "20 min", 3600: "1 h",
    10_800: "3 h", 36_000: "10 h", 86_400: _("1 day"), 604_800: _("7 days"),
}  # fmt: skip
MOMENTS = (AT_FIRST, 60.0, 1200.0, 10_800.0, 86_400.0, 604_800.0)  # s: at which the cavity is drawn
# Pixels a metre, and the bar (m) that shows it.
SCALES = {128e3: 0.25e-3, 64e3: 0.5e-3, 32e3: 1e-3, 16e3: 2e-3, 8e3: 5e-3}
FURTHEST = 210  # pixels from the left: so far a line around the first cavity leaves the next in peace
LARGEST = 60  # pixels: a sphere is drawn at the largest scale at which it is no wider
# From below: how much paint, and which pattern, so that they stay apart without colour.
STACK = {"nitrogen": (0.6, None), "oxygen": (0.35, "//////"), "carbon dioxide": (0.35, None)}
NAMED, NAME_HEIGHT = (1.3, 25.0), 15  # s, %: over this stretch an area bears its name, if it is so high
TENTH = 0.1  # of the first volume
HANGS = 0.42  # of the plot: so far down comes the line of the wait; below it stand the words of the ring
TRACE = 1e-6  # m: what is thinner is not measured in words
WAIT = sources.observation("refractory_time").value
CURVE = np.linspace(0, 2 * np.pi, 40, endpoint=False)
FINE = 0.002  # of the first volume: where a straight line is so near, every second moment is left out
MIXTURES = {kind: first_gas(kind) for kind in FIRST_GASES}  # shares, a gas each
SIZES = np.geomspace(1e-11, 2e-7, 17)  # m³: along the way of the hand that moves the gas at first
# The life of a cavity goes with its volume to a power: this for a sphere far from blood, or less; and 2 for a flat one,
# or less. What the hand does not hit at once it hits with the next frames.
POWERS = {"sphere": 2 / 3, "flat": 2.0}


@dataclass(frozen=True, eq=False)
class Dissolving:
    """One cavity in SI units: its `run` with gases of these `names`, `first` one of FIRST_GASES, the distance of the
    `blood`, and its `width`, None for a sphere.
    """

    run: Dissolution
    names: tuple[str, ...]
    first: str
    blood: float
    width: float | None

    @property
    def time(self) -> NDArray:
        return self.run.time

    @property
    def share(self) -> NDArray:
        return self.run.share

    @property
    def shares(self) -> NDArray:
        """Of each gas, a column each, over `time`."""
        return self.run.shares

    @property
    def volume(self) -> list[float]:
        """m³ at each of the MOMENTS."""
        return [self.run.start] + [self.run.start * self.run.at(moment) for moment in MOMENTS[1:]]

    @property
    def tenth(self) -> float:
        """When (s) a tenth is left; inf if that takes longer than the time shown."""
        return self.run.time_to(TENTH)


class DissolvingPicture(Page):
    """The cavity at six moments, and below them, on the same axis, what is left of each of its gases."""

    height = 340
    description = _(
        "Above: a strip of joint fluid with a gas cavity in it, seen from the side and drawn to scale, at six "
        "moments: at first, after 1 minute, 20 minutes, 3 hours, 1 day and 7 days; below each its volume, or its "
        "thickness if it is flat. Dashed purple lines around the first show how near the blood is; if it is further "
        "away, words say so. Below, on the same axis: how much of the first volume is left, in percent, from 0 to "
        "100, against time, logarithmic, from 1 second to 10 days, and to the left of that a bar for the gas at "
        "first. Area and bar are stacked from three gases: nitrogen, blue, at the bottom, oxygen, green and hatched, "
        "carbon dioxide, orange, on top. A vertical line marks {wait}, a dashed level line a tenth; a ring shows when "
        "only a tenth is left."
    ).format(wait=amount(WAIT, "minutes"))

    def lay_out(self) -> None:
        self._strip()
        self._plot()
        self._key()

    def _strip(self) -> None:
        """Fluid, scale, and what the cavities will be drawn with."""
        left, top, right, foot = STRIP
        self.heading(left, 17, _("The cavity from the side, to scale"))
        rounded = {"boxstyle": "round,pad=0,rounding_size=14", "fc": style.colour("fluid"), "alpha": 0.5, "lw": 0}
        self.page.add_patch(FancyBboxPatch((left, top), right - left, foot - top, **rounded))
        self.bar = self.line(self.page, "ink", solid_capstyle="butt")
        self.bar_word = self.write(0, 17, ha="right", moves=True)
        self.blood = self.shape(None, "purple", "normal", ls=(0, (4, 2.5)), moves=True)
        self.blood.set_clip_path(Rectangle((left, top), right - left, foot - top, transform=self.page.transData))
        self.blood_word = self.write(0, 0, colour="purple", bold=True, linespacing=SPACING, moves=True)
        self.cavities = self.shape("gas", "gas_edge", moves=True)
        self.volumes = [self.write(_across(moment), foot + 13, ha="center", moves=True) for moment in MOMENTS]

    def _plot(self) -> None:
        """Axes, marks that stand still, and the areas."""
        scales = {"xscale": "log", "xlim": (BEGIN, TIMES[1]), "ylim": (0, 100)}
        axes = self.plot(LEFT, PLOT_TOP, RIGHT, PLOT_FOOT, xticks=TICKS, yticks=[0, 25, 50, 75, 100], **scales)
        axes.set_xlabel(_("time since the crack (logarithmic)"), labelpad=18)
        axes.set_ylabel(_("volume left (%)"))
        axes.xaxis.tick_top()
        axes.tick_params(axis="x", length=0, pad=4)
        axes.tick_params(axis="y", pad=6)
        axes.spines["bottom"].set_bounds(*TIMES)
        for moment, words in zip(TICKS, axes.get_xticklabels(), strict=True):
            words.set_weight("bold" if moment in MOMENTS else "normal")
        self.axes = axes
        self.areas = {name: self._gas(name, on=axes, moves=True, zorder=1) for name in STACK}
        inside = {"on": axes, "moves": True, "zorder": 6}
        self.names = {name: self.write(NAMED[0], 0, _(name), **inside) for name in STACK}
        self.marks = [
            self.above(axes.axvline(WAIT, HANGS, color=style.colour("ink"), lw=style.LINE["thin"])),
            self.above(self.level(axes, read_in(TENTH, "%"), dash="dashed")),
        ]
        self.write(1.15 * WAIT, 92, _("the wait of a knuckle"), on=axes, above=True)
        self.edge = self.line(axes, "ink")
        ring = {"marker": "o", "ms": 14, "mfc": "none", "mew": style.LINE["normal"]}
        self.tenth = self.line(axes, "ink", ls="", clip_on=False, zorder=5, **ring)
        self.when = self.write(0, read_in(TENTH, "%") + 18, "", "body", bold=True, on=axes, zorder=10, moves=True)
        # The axis of time alone, without the place of what is there at first.
        time = self.plot(_across(TIMES[0]), YOURS[0], RIGHT, YOURS[1], xscale="log", xlim=TIMES)
        time.set_axis_off()
        self.yours = YoursMark(self, time, at=0.07)

    def _gas(self, name: str, **how: Any) -> PathPatch:
        """A shape with the look of a gas, with a hairline of paper around it."""
        paint, hatch = STACK[name]
        fill = (*to_rgb(gases.colour(name)), paint)
        return self.shape(None, "paper", "hair", fc=fill, hatch=hatch, **how)

    def _key(self) -> None:
        """The gases in the order of the stack, and the level, at the right of the plot."""
        for row, name in enumerate(reversed(STACK)):
            y = PLOT_TOP + 12 + 22 * row
            self._gas(name).set_path(outlines.path(outlines.box(KEY, y - 8, KEY + 16, y + 8)))
            self.write(KEY + 22, y, _(name), colour=gases.LOOKS[name][0])
        self.write(BESIDE, read_in(TENTH, "%"), _("a tenth"), on=self.axes)

    def update(self, state: Dissolving) -> None:
        self._cavities(state)
        self._areas(state)
        self._tenth(state.tenth)

    def _areas(self, state: Dissolving) -> None:
        """The bar for the gas at first, and what becomes of it."""
        drawn = _drawn(state.share[:, None] * state.shares)
        time, share, shares = (values[drawn] for values in (state.time, state.share, state.shares))
        there_and_back = np.concatenate([time, time[::-1]])
        below, bar_below = np.zeros_like(share), 0.0
        for name in STACK:
            which = state.names.index(name)
            above, bar_above = below + share * shares[:, which], bar_below + MIXTURES[state.first][which]
            around = read_in(np.concatenate([below, above[::-1]]), "%")
            bar = outlines.box(AT_FIRST / BAR, read_in(bar_above, "%"), AT_FIRST * BAR, read_in(bar_below, "%"))
            self.areas[name].set_path(outlines.path(bar, np.column_stack([there_and_back, around])))
            self._name(name, time, read_in(below, "%"), read_in(above, "%"))
            below, bar_below = above, bar_above
        self.edge.set_data(time, read_in(share, "%"))

    def _name(self, name: str, time: NDArray, below: NDArray, above: NDArray) -> None:
        """Its name in an area, where that is high enough for words above the line of a tenth."""
        along = (time >= NAMED[0]) & (time <= NAMED[1])
        foot, top = max(below[along].max(), read_in(TENTH, "%")), above[along].min()
        self.names[name].set(y=(foot + top) / 2, visible=top - foot >= NAME_HEIGHT)

    def _tenth(self, when: float) -> None:
        """The ring and its words, at the ends of the axis if need be."""
        seen, beside = when <= TIMES[1], when > TIMES[1] / 10
        at = min(max(when, TIMES[0]), TIMES[1])
        self.tenth.set_data([at] if seen else [], [read_in(TENTH, "%")] if seen else [])
        words = duration(when if when > TIMES[0] else 0) if seen else ""
        # Late in the plot the curve is in the way: then the words stand beside it, above those of the level.
        self.when.set(text=words, x=BESIDE if beside else 1.25 * at)

    def _cavities(self, state: Dissolving) -> None:
        sizes = [_size(volume, state.width) for volume in state.volume]
        scale = _scale(sizes[0])
        bar = SCALES[scale]
        self.bar.set_data([WORDS - bar * scale, WORDS], [17, 17])
        self.bar_word.set(text=amount(bar, "mm"), x=WORDS - bar * scale - 10)
        there = [
            _outline(_across(moment), size, scale, state.width)
            for moment, volume, size in zip(MOMENTS, state.volume, sizes, strict=True)
            if volume > 0
        ]
        self.cavities.set_path(outlines.path(*there))
        for words, volume, size in zip(self.volumes, state.volume, sizes, strict=True):
            words.set_text(_words(volume, size, state.width))
        if state.width is not None and sizes[0][1] > TRACE:
            self.volumes[0].set_text(_("{thickness} thick").format(thickness=self.volumes[0].get_text()))
        self._blood(state, sizes[0], scale)

    def _blood(self, state: Dissolving, size: tuple[float, float], scale: float) -> None:
        """Dashed lines around the first cavity; words if they would lie outside the strip or on the next cavity."""
        x, (wide, high), reach = _across(AT_FIRST), (scale * side / 2 for side in size), scale * state.blood
        if state.width is None:
            around = [_outline(x, (size[0] + 2 * state.blood,) * 2, scale, None)]
            edge, beside = min(x + wide + reach, FURTHEST), MIDDLE
            seen = edge < FURTHEST
        else:
            heights = (MIDDLE - high - reach, MIDDLE + high + reach)
            around = [np.array([(x - wide, y), (x + wide, y)]) for y in heights]
            edge, beside = x + wide, heights[0]
            seen = beside > STRIP[1] + 8
        self.blood.set_path(outlines.path(*(around if seen else []), closed=state.width is None))
        self.blood_word.set(
            text=_("blood") if seen else _("blood:\nfurther away"), position=(edge + 16, beside if seen else MIDDLE)
        )

    def mark_yours(self, state: Dissolving, yours: Yours) -> None:
        """How long the way to the blood takes, by the learner's line."""
        self.yours.set(yours)

    def grips(self, state: Dissolving) -> Sequence[Grip]:
        """The ring moves the gas at first, a border in the bar its mixture, the line around a sphere the blood."""
        grips = [(self._ring_track(state),), (self._mixture_track(state),)]
        if state.width is None:
            grips.append((_blood_track(state),))
        return grips

    def _ring_track(self, state: Dissolving) -> Track:
        """Along the level of a tenth; exact where the ring is, elsewhere by the POWERS."""
        start, now = state.run.start, min(max(state.tenth, TIMES[0]), TIMES[1])
        others = SIZES[abs(np.log(SIZES / start)) > 0.3]  # nearer, they would stand on the ring
        volumes = np.sort(np.append(others, start))
        times = now * (volumes / start) ** POWERS["sphere" if state.width is None else "flat"]
        shown = (times >= TIMES[0]) & (times <= TIMES[1])
        return Track("volume", volumes[shown], self.pixels(self.axes, times[shown], read_in(TENTH, "%")))

    def _mixture_track(self, state: Dissolving) -> Track:
        """Where carbon dioxide begins in the bar, for each mixture."""
        which = state.names.index("carbon dioxide")
        others = np.array([1 - mixture[which] for mixture in MIXTURES.values()])
        return Track("first", list(MIXTURES), self.pixels(self.axes, AT_FIRST, read_in(others, "%")))


def _blood_track(state: Dissolving) -> Track:
    """From the wall of the first cavity to the right, as far as a line is drawn."""
    size = _size(state.run.start, None)
    scale = _scale(size)
    wall = _across(AT_FIRST) + scale * size[0] / 2
    return Track("blood", (0, (FURTHEST - wall) / scale), ((wall, MIDDLE), (FURTHEST, MIDDLE)))


def _scale(size: tuple[float, float]) -> float:
    """Pixels a metre at which a first cavity of this `size` (m) is drawn."""
    return next((scale for scale in SCALES if scale * size[0] <= LARGEST), min(SCALES))


def _drawn(volumes: NDArray) -> NDArray:
    """Which moments are drawn of `volumes` (moments, gases): the even ones, and the odd ones where a curve bends."""
    straight = (volumes[:-2:2] + volumes[2::2]) / 2
    drawn = np.ones(len(volumes), dtype=bool)
    drawn[1:-1:2] = abs(volumes[1:-1:2] - straight).max(axis=1) > FINE
    return drawn


def _across(moment: float) -> float:
    """Pixels from the left at which a moment (s) stands on the time axis."""
    return LEFT + math.log(moment / BEGIN) / math.log(TIMES[1] / BEGIN) * (RIGHT - LEFT)


def _size(volume: float, width: float | None) -> tuple[float, float]:
    """Width and height (m) of a cavity of so many m³; a flat one has its `width` always."""
    if width is None:
        return (2 * float(sphere_radius(volume)) if volume > 0 else 0.0,) * 2
    return width, volume / (math.pi / 4 * width**2)


def _outline(x: float, size: tuple[float, float], scale: float, width: float | None) -> NDArray:
    """A circle, or a plate with rounded ends, around the middle of the strip."""
    wide, high = (scale * side / 2 for side in size)
    across, up = np.cos(CURVE), np.sin(CURVE)
    if width is not None:  # a superellipse
        across, up = np.sign(across) * abs(across) ** 0.25, np.sign(up) * abs(up) ** 0.5
    return np.column_stack([x + wide * across, MIDDLE + high * up])


def _words(volume: float, size: tuple[float, float], width: float | None) -> str:
    """Volume of a sphere, thickness of a flat cavity."""
    if volume <= 0:
        return _("gone")
    if width is None:
        return amount(volume, "mm³") if volume > 1e-12 else _("a trace")
    return amount(size[1], "mm" if size[1] >= 1e-3 else "µm") if size[1] > TRACE else _("a trace")
