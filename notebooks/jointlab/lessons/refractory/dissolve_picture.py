"""A gas cavity while it dissolves: seen from the side at six moments, to scale, and what is left of it over time."""

import math
from dataclasses import dataclass

import numpy as np
from matplotlib.patches import FancyBboxPatch, Rectangle
from numpy.typing import NDArray

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.page import Page
from jointlab.drawings.shapes import gases, outlines
from jointlab.models.bubble.statics import sphere_radius
from jointlab.models.gas.epstein_plesset import Dissolution
from jointlab.units import amount, duration, read_in

LEFT, RIGHT, WORDS = 92, 872, 936  # pixels from the left: the plot, and the last words
PLOT_TOP, PLOT_FOOT = 290, 462  # pixels from the top
STRIP = (24, 46, 936, 184)  # pixels: left, top, right, bottom of the strip of fluid with the cavities
MIDDLE = (STRIP[1] + STRIP[3]) / 2
TIMES = (1.0, 864_000.0)  # s: the ends of the time axis
TICKS = {
    1: "1 s", 10: "10 s", 60: "1 min", 600: "10 min", 3600: "1 h", 36_000: "10 h", 86_400: "1 day", 604_800: "7 days"
}  # fmt: skip
MOMENTS = {0.0: "at first", 60.0: "1 min", 1200.0: "20 min", 10_800.0: "3 h", 86_400.0: "1 day", 604_800.0: "7 days"}
# Pixels a metre, and the bar (m) that shows it.
SCALES = {160e3: 0.25e-3, 80e3: 0.5e-3, 40e3: 1e-3, 20e3: 2e-3, 10e3: 5e-3}
FURTHEST = 240  # pixels from the left: so far a line around the first cavity leaves the next in peace
LARGEST = 76  # pixels: a sphere is drawn at the largest scale at which it is no wider
STACK = ("nitrogen", "oxygen", "carbon dioxide")  # from below
TENTH = 0.1  # of the first volume
WAIT = sources.observation("refractory_time").value
CURVE = np.linspace(0, 2 * np.pi, 40, endpoint=False)


@dataclass(frozen=True, eq=False)
class Dissolving:
    """One cavity in SI units: its `run` with gases of these `names`, the distance of the `blood`, and its `width`, None
    for a sphere.
    """

    run: Dissolution
    names: tuple[str, ...]
    blood: float
    width: float | None

    @property
    def time(self) -> NDArray:
        """s."""
        return self.run.time

    @property
    def share(self) -> NDArray:
        """Of the first volume, over `time`."""
        return self.run.share

    @property
    def shares(self) -> NDArray:
        """Of each gas, a column each, over `time`."""
        return self.run.shares

    @property
    def volume(self) -> list[float]:
        """m³ at each of the MOMENTS."""
        return [self.run.start] + [self.run.start * self.run.at(moment) for moment in MOMENTS if moment > 0]

    @property
    def tenth(self) -> float:
        """When (s) a tenth is left; inf if that takes longer than the time shown."""
        return self.run.time_to(TENTH)


class DissolvingPicture(Page):
    """The cavity at six moments, and what is left of each of its gases."""

    height = 520
    description = (
        "Above: a strip of joint fluid with a gas cavity in it, seen from the side and drawn to scale, at six moments: "
        "at first, after 1 minute, 20 minutes, 3 hours, 1 day and 7 days; below each its volume, or its thickness if "
        "it is flat. Dashed purple lines around the first show how near the blood is. Below: how much of the first "
        "volume is left, in percent, from 0 to 100, against time, logarithmic, from 1 second to 10 days. The area is "
        "stacked from three gases: nitrogen blue at the bottom, oxygen green, carbon dioxide orange on top. A vertical "
        f"line marks {amount(WAIT, 'minutes')}, a dashed level line a tenth; a ring shows when only a tenth is left."
    )

    def lay_out(self) -> None:
        self._strip()
        self._plot()

    def _strip(self) -> None:
        """Fluid, scale, and what the cavities will be drawn with."""
        left, top, right, foot = STRIP
        self.heading(left, 24, "The cavity from the side, to scale")
        rounded = {"boxstyle": "round,pad=0,rounding_size=14", "fc": style.colour("fluid"), "alpha": 0.5, "lw": 0}
        self.page.add_patch(FancyBboxPatch((left, top), right - left, foot - top, **rounded))
        self.bar = self.line(self.page, "ink", solid_capstyle="butt")
        self.bar_word = self.write(0, 24, ha="right", moves=True)
        self.blood = self.shape(None, "purple", "normal", ls=(0, (4, 2.5)), moves=True)
        inside = Rectangle((left, top), right - left, foot - top, transform=self.page.transData)
        self.blood.set_clip_path(inside)
        self.blood_word = self.write(0, 0, colour="purple", bold=True, moves=True)
        self.cavities = self.shape("gas", "gas_edge", moves=True)
        for moment, words in MOMENTS.items():
            self.write(_across(moment), foot + 20, words, bold=True, ha="center")
        self.volumes = [self.write(_across(moment), foot + 41, ha="center", moves=True) for moment in MOMENTS]

    def _plot(self) -> None:
        """Axes, marks that stand still, and the areas."""
        scales = {"xscale": "log", "xlim": TIMES, "ylim": (0, 100)}
        axes = self.plot(LEFT, PLOT_TOP, RIGHT, PLOT_FOOT, xticks=TICKS, yticks=[0, 25, 50, 75, 100], **scales)
        axes.set_xlabel("time since the crack (logarithmic)", labelpad=2)
        self.heading(24, 262, "Volume left (%)")
        self._names()
        self.areas = {
            name: self.shape(gases.LOOKS[name][0], on=axes, moves=True, alpha=0.5, zorder=1) for name in STACK
        }
        self.marks = [
            self.above(axes.axvline(WAIT, color=style.colour("ink"), lw=style.LINE["thin"])),
            self.above(self.level(axes, read_in(TENTH, "%"), dash="dashed")),
        ]
        self.write(1.12 * WAIT, 93, f"{amount(WAIT, 'minutes')}, the wait of a knuckle", on=axes, above=True)
        self.write(1.04 * TIMES[1], read_in(TENTH, "%"), "a tenth", on=axes)
        self.edge = self.line(axes, "ink")
        ring = {"marker": "o", "ms": 14, "mfc": "none", "mew": style.LINE["normal"]}
        self.tenth = self.line(axes, "ink", ls="", clip_on=False, zorder=5, **ring)
        self.when = self.write(0, read_in(TENTH, "%") + 15, "", "body", bold=True, on=axes, zorder=5, moves=True)

    def _names(self) -> None:
        """The gases in the order of the stack, at the right end of the heading."""
        right = WORDS
        for name in reversed(STACK):
            words = self.write(right, 262, name, "body", gases.LOOKS[name][0], bold=True, ha="right")
            right = words.get_window_extent(self.figure.canvas.get_renderer()).x0 - 16
        self.write(right, 262, "from below:", ha="right")

    def update(self, state: Dissolving) -> None:
        self._cavities(state)
        below = np.zeros_like(state.share)
        there_and_back = np.concatenate([state.time, state.time[::-1]])
        for name in STACK:
            above = below + state.share * state.shares[:, state.names.index(name)]
            around = read_in(np.concatenate([below, above[::-1]]), "%")
            self.areas[name].set_path(outlines.path(np.column_stack([there_and_back, around]), closed=False))
            below = above
        self.edge.set_data(state.time, read_in(state.share, "%"))
        self._tenth(state.tenth)

    def _tenth(self, when: float) -> None:
        """The ring and its words, at the ends of the axis if need be."""
        seen, at_right = when <= TIMES[1], when > TIMES[1] / 4
        at = min(max(when, TIMES[0]), TIMES[1])
        self.tenth.set_data([at] if seen else [], [read_in(TENTH, "%")] if seen else [])
        words = duration(when if when > TIMES[0] else 0) if seen else ""
        self.when.set(text=words, ha="right" if at_right else "left", x=at * (0.8 if at_right else 1.25))

    def _cavities(self, state: Dissolving) -> None:
        sizes = [_size(volume, state.width) for volume in state.volume]
        scale = next((scale for scale in SCALES if scale * sizes[0][0] <= LARGEST), min(SCALES))
        bar = SCALES[scale]
        self.bar.set_data([WORDS - bar * scale, WORDS], [24, 24])
        self.bar_word.set(text=amount(bar, "mm"), x=WORDS - bar * scale - 10)
        there = [
            _outline(_across(moment), size, scale, state.width)
            for moment, volume, size in zip(MOMENTS, state.volume, sizes, strict=True)
            if volume > 0
        ]
        self.cavities.set_path(outlines.path(*there))
        for words, volume, size in zip(self.volumes, state.volume, sizes, strict=True):
            words.set_text(_words(volume, size, state.width))
        self._blood(state, sizes[0], scale)

    def _blood(self, state: Dissolving, size: tuple[float, float], scale: float) -> None:
        """Dashed lines around the first cavity; words if they would lie outside the strip or on the next cavity."""
        x, (wide, high), reach = _across(0.0), (scale * side / 2 for side in size), scale * state.blood
        if state.width is None:
            around = [_outline(x, (size[0] + 2 * state.blood,) * 2, scale, None)]
            edge, beside = x + wide + reach, MIDDLE
            seen = edge < FURTHEST
        else:
            heights = (MIDDLE - high - reach, MIDDLE + high + reach)
            around = [np.array([(x - wide, y), (x + wide, y)]) for y in heights]
            edge, beside = x + wide, heights[0]
            seen = beside > STRIP[1] + 8
        self.blood.set_path(outlines.path(*(around if seen else []), closed=state.width is None))
        self.blood_word.set_text("blood" if seen else "blood: further away")
        self.blood_word.set_position((edge + 9, beside) if seen else (x - 56, STRIP[1] + 17))


def _across(moment: float) -> float:
    """Pixels from the left at which a moment (s) stands on the time axis; the very first at its left end."""
    share = math.log(max(moment, TIMES[0]) / TIMES[0]) / math.log(TIMES[1] / TIMES[0])
    return LEFT + share * (RIGHT - LEFT)


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
        return "gone"
    if width is None:
        return amount(volume, "mm³") if volume > 1e-12 else "a trace"
    return f"{amount(size[1], 'mm' if size[1] >= 1e-3 else 'µm')} thick" if size[1] > 1e-6 else "a trace"
