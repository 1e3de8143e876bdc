"""The lever in a back that leans: a body with the lever arms drawn in, and the same arms as a seesaw."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Polygon, Rectangle

from jointlab.drawings import style
from jointlab.drawings.human.bones import Bones
from jointlab.drawings.human.side import SideBody
from jointlab.drawings.picture import Picture

WINDOW = (-0.62, 0.62, 0.66, 1.70)  # m: left, right, bottom, top of the drawn space around the trunk
PIXELS = 1190.0  # of the seesaw for a metre of the body
PIVOT = (632, 238)  # pixels: top of the pivot, from the left and from above


class Lever(Picture):
    """A still picture of `state` (lessons.lifting.carry.Carrying): how far from the lowest disc weight and muscles act.

    `band`: the shortest and the longest lever arm of the muscles, in m.
    """

    height = 400

    def __init__(self, state: Any, band: tuple[float, float]):
        self.state, self.band = state, band
        weight, muscle = float(state.result.weight_arm), float(state.result.muscle_arm)
        self.description = (
            "Two drawings of one lever. Left: a person seen from the side leans forward, spine and pelvis visible; a "
            "red disc, L5-S1, is marked as the pivot. A blue arrow points down where the weight of trunk, head and "
            f"arms acts, {_cm(weight)} in front of the disc; an orange line behind the spine shows the back muscles, "
            f"about {_cm(muscle)} from the disc. Right: a seesaw with the same lengths, on a dark pivot near its left "
            "end. A blue weight lies on the long side; an orange arrow pulls the short side down, with a question mark."
        )
        super().__init__()

    def build(self) -> None:
        self._body()
        self._seesaw()

    def _body(self) -> None:
        left, right, bottom, top = WINDOW
        width = (right - left) / (top - bottom) * self.height / self.width
        axes = self.figure.add_axes((0, 0, width, 1), xlim=(left, right), ylim=(bottom, top))
        axes.set_axis_off()
        state, result = self.state, self.state.result
        SideBody(axes, self).set(state.body, state.posture, state.hip)
        Bones(axes, self).set(state.body, state.posture, state.hip)
        disc, weight, muscle = (
            complex(place) + state.hip for place in (result.disc, result.weight.place, result.muscle_pull.place)
        )
        along = complex(result.muscle_pull.vector) / abs(complex(result.muscle_pull.vector))
        _line(axes, muscle - 0.26 * along, muscle + 0.10 * along, "vermilion", "strong")
        _line(axes, disc, muscle, "vermilion", "thin")
        _arrow(axes, weight, weight - 0.17j, "blue")
        level = disc.real + 1j * (disc.imag - 0.16)
        _line(axes, disc, level, "muted", "hair", ls=(0, (2, 3)))
        _line(axes, weight, weight.real + 1j * level.imag, "muted", "hair", ls=(0, (2, 3)))
        _ruler(axes, level, weight.real + 1j * level.imag, "blue", 0.012)
        bold = {"size": style.TEXT["body"], "weight": "bold", "zorder": 9}
        axes.text(weight.real + 0.02, level.imag, _cm(weight.real - disc.real), va="center", color=_ink("blue"), **bold)
        axes.text(weight.real + 0.03, weight.imag - 0.12, "weight", va="center", color=_ink("blue"), **bold)
        tip = muscle - 0.26 * along
        axes.text(tip.real - 0.06, tip.imag, "back\nmuscles", ha="right", va="center", color=_ink("vermilion"), **bold)
        axes.text(disc.real - 0.20, disc.imag - 0.10, "disc L5-S1", ha="right", va="center", **bold)
        _line(axes, disc - 0.19 - 0.095j, disc - 0.012 - 0.006j, "ink", "hair")

    def _seesaw(self) -> None:
        page = self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(self.height, 0), zorder=3)
        page.set_axis_off()
        page.patch.set_visible(False)
        x, y = PIVOT
        arms = float(self.state.result.weight_arm), float(self.state.result.muscle_arm)
        long, short = (PIXELS * arm for arm in arms)
        page.add_patch(Polygon([(x, y), (x - 26, y + 46), (x + 26, y + 46)], fc=_ink("ink"), ec="none"))
        page.plot([x - 90, x + long + 50], [y + 46] * 2, color=_ink("muted"), lw=style.LINE["thin"])
        page.plot([x - short - 14, x + long + 44], [y - 5] * 2, color=_ink("bone_edge"), lw=9, solid_capstyle="butt")
        page.add_patch(Rectangle((x + long - 38, y - 86), 76, 76, fc=_ink("blue"), ec="none"))
        _arrow(page, x - short + 1j * (y - 104), x - short + 1j * (y - 12), "vermilion")
        bold = {"size": style.TEXT["body"], "weight": "bold", "va": "center"}
        middle = {**bold, "ha": "center"}
        page.text(x + long, y - 118, "weight of trunk,\nhead and arms", color=_ink("blue"), **middle)
        page.text(x - short, y - 124, "muscles: ?", color=_ink("vermilion"), **middle)
        page.text(x, y + 92, "disc\nL5-S1", **middle)
        level = 1j * (y + 64)
        _ruler(page, x + level, x + long + level, "blue", 6)
        _ruler(page, x - short + level, x + level, "vermilion", 6)
        page.text(x + long / 2, y + 82, _cm(arms[0]), color=_ink("blue"), **middle)
        low, high = (100 * arm for arm in self.band)
        words = f"about {_cm(arms[1])}\n({low:g} to {high:g} cm)"
        page.text(x - short - 14, y + 68, words, color=_ink("vermilion"), **{**bold, "ha": "right"})


def _cm(metres: float) -> str:
    return f"{100 * metres:.0f} cm"


def _ink(name: str) -> str:
    return style.colour(name)


def _line(axes: Axes, start: complex, stop: complex, colour: str, width: str, **how: Any) -> None:
    ends = np.array([start, stop])
    axes.plot(ends.real, ends.imag, color=_ink(colour), lw=style.LINE[width], zorder=8, **how)


def _ruler(axes: Axes, start: complex, stop: complex, colour: str, tick: float) -> None:
    """A level line with a tick at each end."""
    for ends in ((start, stop), (start - 1j * tick, start + 1j * tick), (stop - 1j * tick, stop + 1j * tick)):
        _line(axes, *ends, colour, "thin")


def _arrow(axes: Axes, start: complex, stop: complex, colour: str) -> None:
    look = {"width": 4, "headwidth": 15, "headlength": 15, "color": _ink(colour), "shrink": 0}
    axes.annotate("", (stop.real, stop.imag), (start.real, start.imag), arrowprops=look, zorder=8)
