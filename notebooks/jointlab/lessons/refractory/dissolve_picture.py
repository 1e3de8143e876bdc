"""A gas cavity while it dissolves: seen from the side at six moments, to scale, and what is left of it over time."""

import math
from typing import Any

import numpy as np
from matplotlib.patches import FancyBboxPatch, PathPatch, Rectangle
from matplotlib.path import Path

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.picture import Picture
from jointlab.drawings.shapes import gases
from jointlab.units import amount, duration

LEFT, RIGHT, WORDS = 92, 872, 936  # pixels from the left: the plot, and the last words
PLOT_TOP, PLOT_FOOT = 290, 462  # pixels from the top
STRIP_TOP, STRIP_FOOT = 46, 184  # pixels: the strip of fluid with the cavities
MIDDLE = (STRIP_TOP + STRIP_FOOT) / 2
TIMES = (1.0, 864_000.0)  # s: the ends of the time axis
TICKS = {
    1: "1 s",
    10: "10 s",
    60: "1 min",
    600: "10 min",
    3600: "1 h",
    36_000: "10 h",
    86_400: "1 day",
    604_800: "7 days",
}
MOMENTS = {0.0: "at first", 60.0: "1 min", 1200.0: "20 min", 10_800.0: "3 h", 86_400.0: "1 day", 604_800.0: "7 days"}
SCALES = {160: 0.25, 80: 0.5, 40: 1, 20: 2, 10: 5}  # pixels a mm, and the bar (mm) that shows it
FURTHEST = 240  # pixels from the left: so far a line around the first cavity leaves the next in peace
LARGEST = 76  # pixels: a sphere is drawn at the largest scale at which it is no wider
STACK = ("nitrogen", "oxygen", "carbon dioxide")  # from below
TENTH = 10  # % of the volume
CURVE = np.linspace(0, 2 * np.pi, 41)


class DissolvingPicture(Picture):
    """`update` takes a state with `volume` (m³ at each of MOMENTS), `width` (m, of a flat cavity; None for a sphere),
    `blood` (m); `time` (s) with `share` (of the first volume) and `shares` (of each gas, a column each, in the order of
    `names`); `tenth` (s, inf if never)."""

    height = 520
    description = (
        "Above: a strip of joint fluid with a gas cavity in it, seen from the side and drawn to scale, at six moments: "
        "at first, after 1 minute, 20 minutes, 3 hours, 1 day and 7 days; below each its volume, or its thickness if "
        "it is flat. Dashed purple lines around the first show how near the blood is. Below: how much of the first "
        "volume is left, in percent, from 0 to 100, against time, logarithmic, from 1 second to 10 days. The area is "
        "stacked from three gases: nitrogen blue at the bottom, oxygen green, carbon dioxide orange on top. A vertical "
        "line marks 20 minutes, a dashed level line a tenth; a ring shows when only a tenth is left."
    )

    def build(self) -> None:
        self.page = self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(self.height, 0))
        self.page.set_axis_off()
        self._strip()
        self._plot()

    def _strip(self) -> None:
        """Fluid, scale, and what the cavities will be drawn with."""
        page, small = self.page, {"size": style.TEXT["small"], "va": "center"}
        page.text(24, 24, "The cavity from the side, to scale", weight="bold", size=style.TEXT["label"], va="center")
        rounded = {"boxstyle": "round,pad=0,rounding_size=14", "fc": style.colour("fluid"), "alpha": 0.5, "lw": 0}
        size = (self.width - 48, STRIP_FOOT - STRIP_TOP)
        page.add_patch(FancyBboxPatch((24, STRIP_TOP), *size, **rounded))
        bar = {"color": style.colour("ink"), "lw": style.LINE["normal"], "solid_capstyle": "butt"}
        self.bar = self.moving(page.plot([], [], **bar)[0])
        self.bar_word = self.moving(page.text(0, 24, "", ha="right", **small))
        line = {"fc": "none", "ec": style.colour("purple"), "lw": style.LINE["normal"], "ls": (0, (4, 2.5))}
        self.blood = self.moving(page.add_patch(PathPatch(_nothing(), **line)))
        self.blood.set_clip_path(Rectangle((24, STRIP_TOP), *size, transform=page.transData))
        self.blood_word = self.moving(page.text(0, 0, "", color=style.colour("purple"), weight="bold", **small))
        gas = {"fc": style.colour("gas"), "ec": style.colour("gas_edge"), "lw": style.LINE["thin"]}
        self.cavities = self.moving(page.add_patch(PathPatch(_nothing(), **gas)))
        self.volumes = []
        for moment, words in MOMENTS.items():
            x = _across(moment)
            page.text(x, STRIP_FOOT + 20, words, ha="center", weight="bold", **small)
            self.volumes.append(self.moving(page.text(x, STRIP_FOOT + 41, "", ha="center", **small)))

    def _plot(self) -> None:
        """Axes, marks that stand still, and the areas."""
        page, width, height = self.page, self.width, self.height
        box = (LEFT / width, 1 - PLOT_FOOT / height, (RIGHT - LEFT) / width, (PLOT_FOOT - PLOT_TOP) / height)
        axes = self.figure.add_axes(box, xscale="log", xlim=TIMES, ylim=(0, 100), yticks=[0, 25, 50, 75, 100])
        axes.set_xlabel("time since the crack (logarithmic)")
        axes.set_xticks(list(TICKS), list(TICKS.values()))
        axes.minorticks_off()
        axes.xaxis.labelpad = 2
        page.text(24, 262, "Volume left (%)", weight="bold", size=style.TEXT["label"], va="center")
        x = WORDS
        for name in reversed(STACK):
            words = page.text(x, 262, name, ha="right", va="center", weight="bold", color=gases.colour(name))
            x = words.get_window_extent(self.figure.canvas.get_renderer()).x0 - 16
        page.text(x, 262, "from below:", ha="right", va="center", size=style.TEXT["small"])
        self.areas = {
            name: self.moving(axes.add_patch(PathPatch(_nothing(), fc=gases.colour(name), ec="none", alpha=0.5)))
            for name in STACK
        }
        ink = style.colour("ink")
        wait = sources.observation("refractory_time").value
        dashed = {"color": ink, "lw": style.LINE["thin"], "ls": (0, (5, 3))}
        self.marks = [
            self.moving(axes.axvline(wait, color=ink, lw=style.LINE["thin"])),
            self.moving(axes.axhline(TENTH, **dashed)),
        ]
        note = {"size": style.TEXT["small"], "va": "center"}
        self.marks += [
            self.moving(axes.text(1.12 * wait, 93, f"{amount(wait, 'minutes')}, the wait of a knuckle", **note)),
            self.moving(axes.text(1.04 * TIMES[1], TENTH, "a tenth", clip_on=False, **note)),
        ]
        self.edge = self.moving(axes.plot([], [], color=ink, lw=style.LINE["normal"])[0])
        ring = {"mfc": "none", "mec": ink, "ms": 14, "mew": style.LINE["normal"], "clip_on": False, "zorder": 5}
        self.tenth = self.moving(axes.plot([], [], "o", **ring)[0])
        self.when = self.moving(axes.text(0, TENTH + 15, "", weight="bold", va="center", zorder=5))

    def update(self, state: Any) -> None:
        self._cavities(state)
        share = 100 * state.share
        below = np.zeros_like(share)
        for name in STACK:
            above = below + share * state.shares[:, state.names.index(name)]
            outline = np.concatenate([np.column_stack([state.time, below]), np.column_stack([state.time, above])[::-1]])
            self.areas[name].set_path(Path(outline, closed=False))
            below = above
        self.edge.set_data(state.time, share)
        seen = state.tenth <= TIMES[1]
        self.tenth.set_data([max(state.tenth, TIMES[0])] if seen else [], [TENTH] if seen else [])
        self.when.set_text(duration(state.tenth if state.tenth > TIMES[0] else 0) if seen else "")
        right = state.tenth > TIMES[1] / 4
        self.when.set_ha("right" if right else "left")
        self.when.set_x(min(max(state.tenth, TIMES[0]), TIMES[1]) * (0.8 if right else 1.25))

    def _cavities(self, state: Any) -> None:
        sizes = [_size(volume, state.width) for volume in state.volume]
        scale = next((scale for scale in SCALES if scale * sizes[0][0] <= LARGEST), min(SCALES))
        self.bar.set_data([WORDS - SCALES[scale] * scale, WORDS], [24, 24])
        self.bar_word.set_text(f"{SCALES[scale]:g} mm")
        self.bar_word.set_x(WORDS - SCALES[scale] * scale - 10)
        outlines = []
        for moment, volume, size, words in zip(MOMENTS, state.volume, sizes, self.volumes, strict=True):
            if volume > 0:
                outlines.append(_outline(_across(moment), size, scale, state.width))
            words.set_text(_words(volume, size, state.width))
        self.cavities.set_path(Path.make_compound_path(*outlines))
        self._blood(state, sizes[0], scale)

    def _blood(self, state: Any, size: tuple[float, float], scale: float) -> None:
        x, (wide, high), reach = _across(0.0), (scale * side / 2 for side in size), 1e3 * scale * state.blood
        if state.width is None:
            around = _outline(x, (size[0] + 2e3 * state.blood,) * 2, scale, None)
        else:
            edges = [MIDDLE - high - reach, MIDDLE + high + reach]
            around = Path.make_compound_path(*(Path([(x - wide, y), (x + wide, y)]) for y in edges))
        if state.width is None:
            edge, beside = x + wide + reach, MIDDLE
            seen = edge < FURTHEST
        else:
            edge, beside = x + wide, MIDDLE - high - reach
            seen = beside > STRIP_TOP + 8
        self.blood.set_path(around if seen else _nothing())
        self.blood_word.set_text("blood" if seen else "blood: further away")
        self.blood_word.set_position((edge + 9, beside) if seen else (x - 56, STRIP_TOP + 17))


def _across(moment: float) -> float:
    """Pixels from the left at which a moment (s) stands on the time axis; the very first at its left end."""
    share = math.log(max(moment, TIMES[0]) / TIMES[0]) / math.log(TIMES[1] / TIMES[0])
    return LEFT + share * (RIGHT - LEFT)


def _size(volume: float, width: float | None) -> tuple[float, float]:
    """Width and height (mm) of a cavity of so many m³; a flat one has its `width` (m) always."""
    if width is None:
        diameter = 2e3 * (3 * volume / (4 * math.pi)) ** (1 / 3)
        return diameter, diameter
    return 1e3 * width, 1e3 * volume / (math.pi / 4 * width**2)


def _outline(x: float, size: tuple[float, float], scale: float, width: float | None) -> Path:
    """A circle, or a plate with rounded ends, around the middle of the strip."""
    wide, high = (scale * side / 2 for side in size)
    across, up = np.cos(CURVE), np.sin(CURVE)
    if width is not None:  # a superellipse
        across, up = np.sign(across) * abs(across) ** 0.25, np.sign(up) * abs(up) ** 0.5
    return Path(np.column_stack([x + wide * across, MIDDLE + high * up]), closed=True)


def _words(volume: float, size: tuple[float, float], width: float | None) -> str:
    """Volume of a sphere, thickness of a flat cavity."""
    if volume <= 0:
        return "gone"
    if width is None:
        return amount(volume, "mm³") if volume > 1e-12 else "a trace"
    thickness = size[1] / 1e3
    return f"{amount(thickness, 'mm' if thickness >= 1e-3 else 'µm')} thick" if thickness > 1e-6 else "a trace"


def _nothing() -> Path:
    return Path(np.zeros((1, 2)))
