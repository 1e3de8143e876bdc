"""Four stories of one crack, as a camera with a given time between pictures would take them.

Each row is one story: above, the strip of pictures, in which a gas space shows as a lens between two bones; below, on
the same time axis, the true volume of the gas space (thin line) and what each picture holds of it (thick steps).
"""

from dataclasses import dataclass

import numpy as np
from matplotlib.patches import Ellipse, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from numpy.typing import ArrayLike, NDArray

from jointlab.drawings import style
from jointlab.drawings.page import Page
from jointlab.drawings.shapes import outlines
from jointlab.units import amount, fixed, number

PICTURES = np.arange(-2, 6)  # the pictures shown, counted from the one in which the joint cracks
LEFT, CELL, GAP = 188, 76, 4  # pixels: where the strips start, width of a picture, space between pictures
RIGHT = LEFT + CELL * len(PICTURES)
TOP, ROW, STRIP, GRAPH = 58, 104, 50, 34  # pixels: first row, height of a row, of its strip, of its graph
TOPS = [TOP + ROW * i for i in range(4)]
FOOT = STRIP + GRAPH + 4  # pixels from the top of a row to the base line of its graph
BREAK = [(np.nan, np.nan)]  # lifts the pen between two strokes of one line
LARGEST = 56e-9  # m³: the volume that fills the graph and the lens
LEAST = 0.02  # of LARGEST: a smaller lens is not drawn


@dataclass(frozen=True, eq=False)
class Strip:
    """One story before the camera, in m³: the `truth`, and the `frames`, what each of PICTURES holds.

    `clock`: moments of `truth`, counted in pictures from the middle of the one with the crack. `letter`: the same for
    stories whose footage can look alike.
    """

    title: str
    clock: NDArray
    truth: NDArray
    frames: NDArray
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

    height = TOPS[-1] + ROW + 8
    description = (
        "Four rows, one for each story of the crack. In each row: a strip of eight pictures as the camera takes them,"
        " two before the crack, one in which it happens, five after; a lens between the two bones is the gas space. "
        "Below the strip: the true volume of the gas space over time as a thin line, and the volume that each picture"
        " holds as thick steps. A letter at the right is the same for stories whose films can look alike."
    )

    def lay_out(self) -> None:
        for top in TOPS:
            self._empty_strip(top)
        beside, centred = RIGHT + 66, {"ha": "center", "moves": True}
        self.write(beside, 22, "films that can look\nalike share a letter", ha="center", linespacing=1.2)
        self.crack = self.line(self.page, "vermilion", "thin", "dotted")
        self.word = self.write(0, 17, "crack", "body", "vermilion", bold=True, **centred)
        self.clock = self.write(LEFT + 5.5 * CELL, 17, size="body", **centred)
        self.names = [self.write(20, top + 30, size="body", bold=True, moves=True) for top in TOPS]
        self.letters = [self.write(beside, top + 42, size="display", bold=True, **centred) for top in TOPS]
        self.lenses = self.shape("gas", "gas_edge", moves=True)
        self.truth = self.line(self.page, "muted", "thin")
        self.steps = self.line(self.page, "blue", "strong")

    def _empty_strip(self, top: float) -> None:
        """One row's pictures without gas, and the base line of its graph."""
        width, middle = CELL - GAP, top + STRIP / 2
        bone = {"fc": style.colour("bone"), "ec": style.colour("bone_edge"), "lw": style.LINE["hair"]}
        for left in _across(PICTURES - 0.5) + GAP / 2:
            frame = outlines.box(left, top, left + width, top + STRIP)
            self.shape("fluid", alpha=0.55).set_path(outlines.path(frame))
            for side in (left, left + width):
                end = self.page.add_patch(Ellipse((side, middle), 0.72 * width, 1.6 * STRIP, **bone))
                end.set_clip_path(Rectangle((left, top), width, STRIP, transform=self.page.transData))
            self.shape(None, "muted").set_path(outlines.path(frame))
        self.page.plot([LEFT, RIGHT], [top + FOOT] * 2, color=style.colour("line"), lw=style.LINE["hair"])

    def update(self, state: Footage) -> None:
        speed = 1 / state.interval
        often = fixed(speed) if speed >= 10 else number(speed, 2)
        self.clock.set_text(f"one picture = {amount(state.interval, 'ms')},  {often} a second")
        moment = float(_across(state.crack))
        self.crack.set_data([moment, moment], [30, self.height - 8])
        self.word.set_x(moment)
        lenses, truth, steps = [], [], []
        for strip, top, name, letter in zip(state.strips, TOPS, self.names, self.letters, strict=True):
            name.set_text(strip.title)
            letter.set_text(strip.letter)
            truth += [np.column_stack([_across(strip.clock), _height(top, strip.truth)]), BREAK]
            levels = _height(top, strip.frames)
            for place, level, share in zip(_across(PICTURES), levels, _share(strip.frames), strict=True):
                half = (CELL - GAP) / 2
                steps += [[(place - half, level), (place + half, level)], BREAK]
                if share > LEAST:
                    lenses.append(_lens(place, top + STRIP / 2, share))
        self.lenses.set_path(Path.make_compound_path(*lenses) if lenses else outlines.path())
        self.truth.set_data(*np.concatenate(truth).T)
        self.steps.set_data(*np.concatenate(steps).T)


def _across(picture: ArrayLike) -> NDArray:
    """Pixels from the left of a moment counted in pictures."""
    return LEFT + (np.asarray(picture) - PICTURES[0] + 0.5) * CELL


def _height(top: float, volume: NDArray) -> NDArray:
    """Pixels from the top of the page of a volume in the graph of the row at `top`."""
    return top + FOOT - GRAPH * _share(volume)


def _share(volume: NDArray) -> NDArray:
    """Volume as a share of what fills the graph, 0…1."""
    return np.clip(volume / LARGEST, 0, 1)


def _lens(x: float, y: float, share: float) -> Path:
    """An upright lens between the bones; its drawn area grows with the volume."""
    size = np.sqrt(share)
    return Path.unit_circle().transformed(Affine2D().scale(9 * size, 0.44 * STRIP * size).translate(x, y))
