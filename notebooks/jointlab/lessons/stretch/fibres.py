"""Crimped fibres between two bones, which straighten one after the other: the toy of fibres, drawn.

A fibre that is still slack keeps its length and is drawn as a wave of just that length; one that is taut is straight
and stretched. Beyond failing they are torn.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from jointlab.drawings.page import Page
from jointlab.drawings.shapes.outlines import box, path, smooth

COUNT = 16
REST = 168.0  # px: length of the ligament at rest
LEFT, TOP, ROW = 306.0, 60.0, 9.3  # px: where the fibres begin, the first of them, from one to the next
_WAVES, _POINTS = 7, 57
_TORN = 0.12  # share of a torn fibre that is missing in its middle


class Fibres:
    """Draws on the page of `page`; `set` stretches them."""

    def __init__(self, page: Page):
        foot = TOP + ROW * (COUNT - 1)
        self._ends = TOP - 16, foot + 16
        fixed = page.shape("bone", "bone_edge")
        fixed.set_path(path(_bone(LEFT, -1, *self._ends)))
        self.bone = page.shape("bone", "bone_edge", moves=True, zorder=3)
        self.slack = page.shape(None, "capsule_edge", "normal", moves=True, zorder=3.5, capstyle="butt")
        self.taut = page.shape(None, "vermilion", "strong", moves=True, zorder=3.6, capstyle="butt")

    @staticmethod
    def end(strain: float) -> float:
        """Where the moving bone begins, px from the left."""
        return LEFT + REST * (1 + strain)

    @property
    def middle(self) -> float:
        """Height of the middle of the bones, px from the top."""
        return sum(self._ends) / 2

    def set(self, strain: float, slacks: NDArray, torn: bool) -> None:
        """Stretch them by `strain`; each is slack up to its own of `slacks` (COUNT,)."""
        self.bone.set_path(path(_bone(self.end(strain), 1, *self._ends)))
        tight = strain >= slacks
        heights = TOP + ROW * np.arange(COUNT)
        # Which fibre lies where is mixed, so that not all taut ones lie above.
        heights = heights[_mixed()]
        slack = [_wave(strain, slack, height) for slack, height in zip(slacks[~tight], heights[~tight], strict=True)]
        taut = [line for height in heights[tight] for line in _straight(strain, height, torn)]
        for patch, lines in ((self.slack, slack), (self.taut, taut)):
            patch.set_path(path(*lines, closed=False))
            patch.set_visible(bool(lines))


@cache
def _mixed() -> NDArray:
    return np.argsort(np.arange(COUNT) * 7 % COUNT, kind="stable")


def _straight(strain: float, height: float, torn: bool) -> list[NDArray]:
    width = REST * (1 + strain)
    if not torn:
        return [np.array([(LEFT, height), (LEFT + width, height)])]
    ends = ((0, 0.5 - _TORN / 2), (0.5 + _TORN / 2, 1))
    return [np.array([(LEFT + width * a, height), (LEFT + width * b, height)]) for a, b in ends]


def _wave(strain: float, slack: float, height: float) -> NDArray:
    """A sine between the bones that is as long as the fibre when it becomes taut."""
    share = np.linspace(0, 1, _POINTS)
    width = REST * (1 + strain)
    high = as_long(width, (1 + slack) / (1 + strain), _WAVES)
    return np.column_stack([LEFT + width * share, height + high * np.sin(2 * np.pi * _WAVES * share)])


def as_long(span: float, longer: float, waves: int) -> float:
    """How high a sine of so many `waves` over a `span` must be to be so many times as long as it."""
    ratios, steeps = _lengths()
    return span / (2 * np.pi * waves) * float(np.interp(longer, ratios, steeps))


@cache
def _lengths() -> tuple[NDArray, NDArray]:
    """How many times as long as its span a sine is, and how steep it then is where it is steepest."""
    steeps = np.linspace(0, 4, 401)
    phase = np.linspace(0, 2 * np.pi, 721)[:-1]
    return np.sqrt(1 + (steeps[:, None] * np.cos(phase)) ** 2).mean(axis=1), steeps


def _bone(edge: float, away: int, top: float, foot: float) -> NDArray:
    """The end of a bone whose flat side is at `edge`; it goes on to the left (−1) or to the right."""
    if foot <= top:
        return box(edge, top, edge, foot)
    middle, far = (top + foot) / 2, edge + 26 * away
    round_off = edge + 14 * away
    outline = [(edge, top), (edge, middle), (edge, foot), (round_off, foot + 2), (far, middle), (round_off, top - 2)]
    return smooth(outline, closed=True)
