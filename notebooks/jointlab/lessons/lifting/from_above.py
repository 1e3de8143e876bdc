"""A person who turns to one side to hold a box, seen from above: a small drawing inside another picture."""

import numpy as np
from matplotlib.figure import Figure

from jointlab.drawings import style
from jointlab.drawings.human.layers import Layers, closed
from jointlab.drawings.picture import Picture

HALF = 0.78  # m from the middle to the edge of the drawn space
DISTANCE, BOX = 0.46, (0.11, 0.17)  # m: of the box from the middle; half its depth and width
SHOULDERS, HEAD = (0.115, 0.215), 0.098  # m
TURNED = 0.6  # share of the twist that the shoulders go along; the arms do the rest


class FromAbove:
    """Draws into a `box` (left, top, width, height in pixels) of `figure`. Straight ahead is to the right, so the
    person's right is below; `set` twists the person to that side."""

    def __init__(self, figure: Figure, picture: Picture, box: tuple[float, float, float, float]):
        left, top, width, height = box
        place = (left / picture.width, 1 - (top + height) / picture.height)
        axes = figure.add_axes((*place, width / picture.width, height / picture.height), zorder=3)
        axes.set(xlim=(-HALF, HALF), ylim=(-HALF, HALF), aspect="equal")
        axes.set_axis_off()
        axes.plot([0, 0.66], [0, 0], color=style.colour("muted"), lw=style.LINE["hair"], ls=(0, (3, 3)))
        layers = Layers(axes, picture)
        edge = {"ec": style.colour("fluid_edge"), "lw": style.LINE["thin"]}
        skin = {"fc": style.colour("skin"), "ec": style.colour("skin_edge"), "lw": style.LINE["thin"]}
        cloth = {"fc": style.colour("cloth"), "ec": style.colour("cloth_edge"), "lw": style.LINE["thin"]}
        self._feet = layers.patch(1, **skin)
        self._feet.set_path(closed([_ellipse(0.06 + 0.10j * side, 0.12, 0.045) for side in (-1, 1)]))
        self._box = layers.patch(2, fc=style.colour("fluid"), **edge)
        self._arms = layers.patch(3, **skin)
        self._shoulders = layers.patch(4, **cloth)
        self._head = layers.patch(5, fc=style.colour("hair"), ec="none")
        look = {"color": style.colour("blue"), "lw": style.LINE["thin"]}
        self._arc = picture.moving(axes.plot([], [], zorder=6, **look)[0])
        words = {"size": style.TEXT["small"], "weight": "bold", "color": style.colour("blue"), "zorder": 7}
        self._words = picture.moving(axes.text(-HALF + 0.04, 0.45, "", va="center", **words))

    def set(self, twist: float) -> None:
        """Hold the box `twist` degrees to the right of straight ahead."""
        out, turned = _to_the_right(twist), _to_the_right(TURNED * twist)
        depth, width = BOX
        corners = np.array([-depth - 1j * width, depth - 1j * width, depth + 1j * width, -depth + 1j * width])
        self._box.set_path(closed([_xy((DISTANCE + corners) * out)]))
        arms = [_arm(1j * side * SHOULDERS[1] * turned, (DISTANCE + 1j * side * width) * out) for side in (-1, 1)]
        self._arms.set_path(closed(arms))
        self._shoulders.set_path(closed([_ellipse(0, *SHOULDERS, turned)]))
        self._head.set_path(closed([_ellipse(0.03 * turned, HEAD, 0.9 * HEAD, turned)]))
        sweep = 0.62 * _to_the_right(np.linspace(0, twist, 25))
        self._arc.set_data(sweep.real, sweep.imag)
        self._words.set_text(f"from above: A {twist:.0f}°")


def _to_the_right(degrees):
    return np.exp(-1j * np.radians(degrees))


def _xy(points: np.ndarray) -> np.ndarray:
    return np.column_stack([points.real, points.imag])


def _ellipse(middle: complex, along: float, across: float, turned: complex = 1) -> np.ndarray:
    angle = 2 * np.pi * np.arange(24) / 24
    return _xy(middle + (along * np.cos(angle) + 1j * across * np.sin(angle)) * turned)


def _arm(shoulder: complex, hand: complex, width: float = 0.045) -> np.ndarray:
    """A bar with a round end at the hand."""
    along = (hand - shoulder) / abs(hand - shoulder)
    half = np.pi * np.linspace(-0.5, 0.5, 9)
    return _xy(np.concatenate([[shoulder + 1j * width * along, shoulder - 1j * width * along],
                               hand + width * np.exp(1j * half) * along]))  # fmt: skip
