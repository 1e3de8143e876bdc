"""Four stories of one crack, as a camera with a given time between pictures would film them.

Each row is one story: above, the film, in which a gas space shows as a lens between two bones; below, on the same
time axis, the true volume of the gas space (thin line) and what each picture holds of it (thick steps).
"""

import numpy as np
from matplotlib.patches import Ellipse, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from jointlab.drawings import style
from jointlab.drawings.picture import Picture

PICTURES = np.arange(-2, 6)  # the pictures shown, counted from the one in which the joint cracks
LEFT, CELL, GAP = 188, 76, 4  # pixels: where the film starts, width of a picture, space between pictures
ROW, FILM, GRAPH = 104, 50, 34  # pixels: height of a row, of its film, of its graph
TOP = 58
BREAK = [(np.nan, np.nan)]  # lifts the pen between two strokes of one line
LARGEST = 56.0  # mm³: the volume that fills the graph and the lens


class CameraPicture(Picture):
    """`update` takes a state with `interval` (s), `crack` (when, counted in pictures) and `stories`.

    Each story has `title`, `clock` and `truth` (true volume in mm³ over time counted in pictures), `frames` (mm³ in
    each of PICTURES) and `group` (a letter).
    """

    height = TOP + 4 * ROW + 8
    description = (
        "Four rows, one for each story of the crack. In each row: a strip of eight pictures as the camera takes them,"
        " two before the crack, one in which it happens, five after; a lens between the two bones is the gas space. "
        "Below the strip: the true volume of the gas space over time as a thin line, and the volume that each picture"
        " holds as thick steps. A letter at the right is the same for stories whose films can look alike."
    )

    def build(self) -> None:
        axes = self.figure.add_axes((0, 0, 1, 1))
        axes.set(xlim=(0, self.width), ylim=(self.height, 0))
        axes.set_axis_off()
        self.axes = axes
        crack = {"color": style.colour("vermilion")}
        self.crack = self.moving(axes.plot([], [], lw=style.LINE["thin"], ls=(0, (2, 3)), **crack)[0])
        self.word = self.moving(axes.text(0, 22, "crack", ha="center", weight="bold", **crack))
        axes.text(
            LEFT + 8 * CELL + 66,
            22,
            "films that can look\nalike share a letter",
            ha="center",
            va="center",
            size=13,
        )
        self.clock = self.moving(axes.text(LEFT + 5.5 * CELL, 22, "", ha="center"))
        tops = [TOP + i * ROW for i in range(4)]
        for top in tops:
            self._empty_film(top)
        self.names = [self.moving(axes.text(20, top + 30, "", weight="bold", va="center")) for top in tops]
        self.letters = [
            self.moving(axes.text(LEFT + 8 * CELL + 66, top + 42, "", size=30, weight="bold", ha="center", va="center"))
            for top in tops
        ]
        gas = {"facecolor": style.colour("gas"), "edgecolor": style.colour("gas_edge")}
        self.lenses = self.moving(axes.add_patch(PathPatch(Path(np.zeros((1, 2))), lw=style.LINE["thin"], **gas)))
        self.truth = self.moving(axes.plot([], [], color=style.colour("muted"), lw=style.LINE["thin"])[0])
        self.steps = self.moving(axes.plot([], [], color=style.colour("blue"), lw=style.LINE["strong"])[0])

    def _empty_film(self, top: float) -> None:
        """One row's pictures without gas, and the base line of its graph."""
        bone = {
            "facecolor": style.colour("bone"),
            "edgecolor": style.colour("bone_edge"),
            "lw": style.LINE["hair"],
        }
        for i in range(len(PICTURES)):
            x = LEFT + i * CELL + GAP / 2
            width = CELL - GAP
            self.axes.add_patch(Rectangle((x, top), width, FILM, fc=style.colour("fluid"), ec="none", alpha=0.55))
            frame = Rectangle((x, top), width, FILM, fc="none", ec=style.colour("muted"), lw=style.LINE["thin"])
            for side in (x, x + width):
                end = Ellipse((side, top + FILM / 2), 0.72 * width, 1.6 * FILM, **bone)
                self.axes.add_patch(end)
                end.set_clip_path(Rectangle((x, top), width, FILM, transform=self.axes.transData))
            self.axes.add_patch(frame)
        base = top + FILM + GRAPH + 4
        self.axes.plot([LEFT, LEFT + 8 * CELL], [base, base], color=style.colour("line"), lw=style.LINE["hair"])

    def update(self, state) -> None:
        milliseconds = 1e3 * state.interval
        speed = 1 / state.interval
        often = f"{speed:,.0f}" if speed >= 10 else f"{speed:.2g}"
        self.clock.set_text(f"one picture = {milliseconds:.3g} ms,  {often} a second")
        moment = float(_across(state.crack))
        self.crack.set_data([moment, moment], [30, self.height - 8])
        self.word.set_x(moment)
        lenses, truth, steps = [], [], []
        for i, story in enumerate(state.stories):
            top = TOP + i * ROW
            base = top + FILM + GRAPH + 4
            self.names[i].set_text(story.title)
            self.letters[i].set_text(story.group)
            truth += [np.column_stack([_across(story.clock), base - GRAPH * _share(story.truth)]), BREAK]
            for picture, volume in zip(PICTURES, story.frames, strict=True):
                left, right = _across(picture - 0.5) + GAP / 2, _across(picture + 0.5) - GAP / 2
                level = base - GRAPH * _share(volume)
                steps += [[(left, level), (right, level)], BREAK]
                if _share(volume) > 0.02:
                    lenses.append(_lens(_across(picture), top + FILM / 2, _share(volume)))
        self.lenses.set_path(Path.make_compound_path(*lenses) if lenses else Path(np.zeros((1, 2))))
        self.truth.set_data(*np.concatenate(truth).T)
        self.steps.set_data(*np.concatenate(steps).T)


def _across(picture):
    """Pixels from the left of a moment counted in pictures."""
    return LEFT + (np.asarray(picture) - PICTURES[0] + 0.5) * CELL


def _share(volume):
    """Volume as a share of what fills the graph, 0…1."""
    return np.clip(np.asarray(volume) / LARGEST, 0, 1)


def _lens(x: float, y: float, share: float) -> Path:
    """An upright lens between the bones; its drawn area grows with the volume."""
    size = np.sqrt(share)
    return Path.unit_circle().transformed(Affine2D().scale(9 * size, 0.44 * FILM * size).translate(x, y))
