"""Four stories of one crack, as a camera with a given time between pictures would take them.

Each row is one story: above, the strip of pictures, in which a gas space shows as a lens between two bones; below, on
the same time axis, the true volume of the gas space (thin line) and what each picture holds of it (thick steps).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from numpy.typing import ArrayLike, NDArray

from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.page import Page
from jointlab.drawings.shapes import outlines
from jointlab.language import N_, _
from jointlab.units import amount, fixed, number

PICTURES = np.arange(-2, 6)  # the pictures shown, counted from the one in which the joint cracks
TITLES = (N_("Birth"), N_("Complete collapse"), N_("Partial collapse"), N_("Capsule recoil"))
LEFT, CELL, GAP = 188, 78, 4  # pixels: where the strips start, width of a picture, space between pictures
RIGHT, WIDTH = LEFT + CELL * len(PICTURES), CELL - GAP
LEFTS = LEFT + CELL * np.arange(len(PICTURES)) + GAP / 2  # pixels: left edges of the pictures
TOP, ROW, STRIP, GRAPH = 60, 71, 40, 23  # pixels: first row, height of a row, of its strip, of its graph
TOPS = [TOP + ROW * i for i in range(4)]
FOOT = STRIP + GRAPH + 3  # pixels from the top of a row to the base line of its graph
BREAK = [(np.nan, np.nan)]  # lifts the pen between two strokes of one line
TIMES = (0.2e-3, 0.4)  # s: shortest and longest time of a picture
SCALE, SCALE_Y = (474, RIGHT - 14), 32  # pixels: ends of the scale of that time, and where it lies
MARKED = (1e-3, 10e-3, 100e-3)  # s, on that scale
HELD = 38  # pixels from the top: where a hand finds the line of the crack
LARGEST = 56e-9  # m³: the volume that fills the graph and the lens
LEAST = 0.02  # of LARGEST: a smaller lens is not drawn


@dataclass(frozen=True, eq=False)
class Strip:
    """One story before the camera, in m³: the `truth`, and the `frames`, what each of PICTURES holds.

    `clock`: moments of `truth`, counted in pictures from the middle of the one with the crack. `apart`: how far each
    picture shows the bones apart, from 0 (at rest) to 1. `letter`: the same for stories whose footage can look alike.
    """

    title: str  # in English
    clock: NDArray
    truth: NDArray
    frames: NDArray
    apart: NDArray
    letter: str


@dataclass(frozen=True, eq=False)
class Footage:
    """What the camera made of all four: a picture every `interval` (s), the `crack` at this moment on their clock."""

    interval: float
    crack: float
    strips: tuple[Strip, ...]

    @property
    def tells_birth_from_collapse(self) -> bool:
        """Whether the two stories that are argued about most differ, whenever the joint cracks."""
        letter = {strip.title: strip.letter for strip in self.strips}
        return letter["Birth"] != letter["Partial collapse"]

    @property
    def groups(self) -> dict[str, list[str]]:
        """Letter → titles of the stories that look alike."""
        letters = dict.fromkeys(strip.letter for strip in self.strips)
        return {letter: [strip.title for strip in self.strips if strip.letter == letter] for letter in letters}


class CameraPicture(Page):
    """Four strips of eight pictures, each above its graph."""

    height = TOPS[-1] + ROW + 2
    description = _(
        "Above: the time that one picture takes, in words and as a point on a logarithmic scale from "
        "{times} to {times_2}; a dotted upright line is the moment of the crack. Below: four rows, "
        "one for each story of the crack. In each row: a strip of eight pictures as the camera takes "
        "them, two before the crack, one in which it happens, five after; a lens between the two "
        "bones is the gas space, and the bones part as it opens and stay apart. Below the strip: the "
        "true volume of the gas space over time as a thin line, and the volume that each picture "
        "holds as thick steps. A letter at the right is the same for stories whose films can look "
        "alike."
    ).format(times=amount(TIMES[0], "ms"), times_2=amount(TIMES[1], "ms"))

    def lay_out(self) -> None:
        self._empty_strips()
        self._scale()
        beside, centred = RIGHT + 66, {"ha": "center", "moves": True}
        self.write(beside, 26, _("films that can look\nalike share a letter"), ha="center", linespacing=1.2)
        for y, colour, width, words in (
            (16, "muted", "thin", _("gas space in truth")),
            (38, "blue", "strong", _("what each picture holds of it")),
        ):
            self.page.plot([20, 44], [y, y], color=style.colour(colour), lw=style.LINE[width])
            self.write(54, y, words)
        self.crack = self.line(self.page, "vermilion", "thin", "dotted")
        self.word = self.write(0, 14, _("crack"), "body", "vermilion", bold=True, **centred)
        self.clock = self.write(sum(SCALE) / 2, 12, size="body", **centred)
        rows = zip(TOPS, TITLES, strict=True)
        self.names = [self.write(20, top + 30, _(title), "body", bold=True) for top, title in rows]
        self.letters = [self.write(beside, top + 34, size="display", bold=True, **centred) for top in TOPS]
        self.bones = self.shape("bone", "bone_edge", "hair", moves=True)
        self.lenses = self.shape("gas", "gas_edge", moves=True)
        self.truth = self.line(self.page, "muted", "thin")
        self.steps = self.line(self.page, "blue", "strong")

    def _empty_strips(self) -> None:
        """The pictures of all rows without bones and gas, and the base lines of their graphs."""
        frames = []
        for top in TOPS:
            frames += [outlines.box(left, top, left + WIDTH, top + STRIP) for left in LEFTS]
            self.page.plot([LEFT, RIGHT], [top + FOOT] * 2, color=style.colour("line"), lw=style.LINE["hair"])
        self.shape("fluid", alpha=0.55).set_path(outlines.path(*frames))
        self.shape(None, "muted").set_path(outlines.path(*frames))

    def _scale(self) -> None:
        """How long one picture takes, from short to long."""
        ink, thin = style.colour("muted"), style.LINE["thin"]
        self.page.plot(SCALE, [SCALE_Y] * 2, color=ink, lw=thin)
        for time in MARKED:
            self.page.plot([_along(time)] * 2, [SCALE_Y - 4, SCALE_Y + 4], color=ink, lw=thin)
            self.write(_along(time), SCALE_Y + 17, amount(time, "ms"), ha="center")
        self.speed = self.line(self.page, "ink", ls="", marker="o", ms=11)

    def update(self, state: Footage) -> None:
        speed = 1 / state.interval
        often = fixed(speed) if speed >= 10 else number(speed, 2)
        told = _("one picture = {time},  {often} a second")
        self.clock.set_text(told.format(time=amount(state.interval, "ms"), often=often))
        moment = float(_across(state.crack))
        self.speed.set_data([_along(state.interval)], [SCALE_Y])
        self.crack.set_data([moment, moment], [24, self.height - 4])
        self.word.set_x(moment)
        lenses, truth, steps, bones = [], [], [], []
        for strip, top, letter in zip(state.strips, TOPS, self.letters, strict=True):
            letter.set_text(strip.letter)
            truth += [np.column_stack([_across(strip.clock), _height(top, strip.truth)]), BREAK]
            for left, apart in zip(LEFTS, strip.apart, strict=True):
                bones += [_bone(left, top, 1, apart), _bone(left + WIDTH, top, -1, apart)]
            levels = _height(top, strip.frames)
            for place, level, share in zip(_across(PICTURES), levels, _share(strip.frames), strict=True):
                steps += [[(place - WIDTH / 2, level), (place + WIDTH / 2, level)], BREAK]
                if share > LEAST:
                    lenses.append(_lens(place, top + STRIP / 2, share))
        self.bones.set_path(outlines.path(*bones))
        self.lenses.set_path(Path.make_compound_path(*lenses) if lenses else outlines.path())
        self.truth.set_data(*np.concatenate(truth).T)
        self.steps.set_data(*np.concatenate(steps).T)

    def grips(self, state: Footage) -> Sequence[Grip]:
        """The line of the crack, within its picture; and the point on the scale of picture times."""
        crack = [(place, HELD) for place in _across(np.array([-0.5, 0.5]))]
        times = np.geomspace(*TIMES, 33)
        scale = np.column_stack([_along(times), np.full(times.size, SCALE_Y)])
        return ((Track("phase", (0.0, 1.0), crack),), (Track("interval", times, scale),))


def _across(picture: ArrayLike) -> NDArray:
    """Pixels from the left of a moment counted in pictures."""
    return LEFT + (np.asarray(picture) - PICTURES[0] + 0.5) * CELL


def _along(time: ArrayLike) -> NDArray:
    """Pixels from the left of a picture time (s) on its scale."""
    return np.interp(np.log(time), np.log(TIMES), SCALE)


def _bone(edge: float, top: float, way: int, apart: float) -> NDArray:
    """The round end of a bone that looks into a picture from its `edge`: to the right (`way` 1) or to the left (-1).
    `apart`: how far it has been pulled out of the picture, 0…1."""
    down = np.linspace(0, STRIP, 9)
    reach = (0.41 - 0.08 * apart) * WIDTH * np.sqrt(1 - ((down - STRIP / 2) / (0.8 * STRIP)) ** 2)
    return np.vstack([(edge, top), np.column_stack([edge + way * reach, top + down]), (edge, top + STRIP)])


def _height(top: float, volume: NDArray) -> NDArray:
    """Pixels from the top of the page of a volume in the graph of the row at `top`."""
    return top + FOOT - GRAPH * _share(volume)


def _share(volume: NDArray) -> NDArray:
    """Volume as a share of what fills the graph, 0…1."""
    return np.clip(volume / LARGEST, 0, 1)


def _lens(x: float, y: float, share: float) -> Path:
    """An upright lens between the bones; its drawn area grows with the volume."""
    size = np.sqrt(share)
    return Path.arc(0, 360, n=4).transformed(Affine2D().scale(9 * size, 0.44 * STRIP * size).translate(x, y))
