"""A person who turns to one side to hold a box, seen from above: a small drawing inside another picture."""

import numpy as np

from jointlab.drawings import style
from jointlab.drawings.grip import Track
from jointlab.drawings.human.bend import as_xy
from jointlab.drawings.human.layers import closed
from jointlab.drawings.page import Page
from jointlab.language import _
from jointlab.units import amount

HALF = 0.67  # m from the middle to the edge of the drawn space
DISTANCE, BOX = 0.46, (0.11, 0.17)  # m: of the box from the middle; half its depth and width
SHOULDERS, HEAD = (0.115, 0.215), 0.098  # m
TWISTS = np.linspace(0, 150, 11)  # degrees, along the way of the box
TURNED = 0.6  # share of the twist that the shoulders go along; the arms do the rest


class FromAbove:
    """Draws between the corners `box` (left, top, right, bottom in pixels) of a page. Straight ahead is to the right,
    so the person's right is below; `set` twists the person to that side."""

    def __init__(self, page: Page, box: tuple[float, float, float, float]):
        self._page = page
        self._axes = axes = page.plot(*box, xlim=(-HALF, HALF), ylim=(-HALF, HALF), aspect="equal", zorder=3)
        axes.set_axis_off()
        axes.plot([0, 0.66], [0, 0], color=style.colour("muted"), lw=style.LINE["hair"], ls=(0, (3, 3)))
        feet = page.shape("skin", "skin_edge", on=axes)
        feet.set_path(closed([_ellipse(0.06 + 0.10j * side, 0.12, 0.045) for side in (-1, 1)]))
        self._box = page.shape("fluid", "fluid_edge", on=axes, moves=True, zorder=2)
        self._arms = page.shape("skin", "skin_edge", on=axes, moves=True, zorder=3)
        self._shoulders = page.shape("cloth", "cloth_edge", on=axes, moves=True, zorder=4)
        self._head = page.shape("hair", on=axes, moves=True, zorder=5)
        self._arc = page.line(axes, "blue", "thin", zorder=6)
        self._words = page.write(0.04 - HALF, 0.53, colour="blue", bold=True, on=axes, moves=True, zorder=7)

    def set(self, twist: float) -> None:
        """Hold the box `twist` degrees to the right of straight ahead."""
        out, turned = _to_the_right(twist), _to_the_right(TURNED * twist)
        depth, width = BOX
        corners = np.array([-depth - 1j * width, depth - 1j * width, depth + 1j * width, -depth + 1j * width])
        self._box.set_path(closed([as_xy((DISTANCE + corners) * out)]))
        arms = [_arm(1j * side * SHOULDERS[1] * turned, (DISTANCE + 1j * side * width) * out) for side in (-1, 1)]
        self._arms.set_path(closed(arms))
        self._shoulders.set_path(closed([_ellipse(0, *SHOULDERS, turned)]))
        self._head.set_path(closed([_ellipse(0.03 * turned, HEAD, 0.9 * HEAD, turned)]))
        sweep = 0.62 * _to_the_right(np.linspace(0, twist, 25))
        self._arc.set_data(sweep.real, sweep.imag)
        self._words.set_text(_("from above: A {angle}").format(angle=amount(twist, "°")))

    def way(self, control: str) -> Track:
        """The way of the box while `control` twists the person."""
        middles = DISTANCE * _to_the_right(TWISTS)
        return Track(control, TWISTS, self._page.pixels(self._axes, middles.real, middles.imag))


def _to_the_right(degrees):
    return np.exp(-1j * np.radians(degrees))


def _ellipse(middle: complex, along: float, across: float, turned: complex = 1) -> np.ndarray:
    angle = 2 * np.pi * np.arange(24) / 24
    return as_xy(middle + (along * np.cos(angle) + 1j * across * np.sin(angle)) * turned)


def _arm(shoulder: complex, hand: complex, width: float = 0.045) -> np.ndarray:
    """A bar with a round end at the hand."""
    along = (hand - shoulder) / abs(hand - shoulder)
    half = np.pi * np.linspace(-0.5, 0.5, 9)
    ends = [[shoulder + 1j * width * along, shoulder - 1j * width * along], hand + width * np.exp(1j * half) * along]
    return as_xy(np.concatenate(ends))
