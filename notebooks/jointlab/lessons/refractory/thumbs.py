"""Thumb joints counted one by one: one of them, with large bubbles in it, with small ones or without."""

from functools import partial

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Ellipse, FancyBboxPatch, Polygon

from jointlab.drawings import style
from jointlab.drawings.charts.pictograms import Icon
from jointlab.drawings.shapes.outlines import smooth


def _joint(page: Axes, x: float, y: float, marked: bool, bubble: tuple[float, float]) -> None:
    """Two ends of bone with fluid between them; a `bubble` so wide and high in the fluid if it is marked."""
    gap = 7  # pixels: from the middle of the joint to the bone
    fluid = {"boxstyle": "round,pad=0,rounding_size=5", "fc": style.colour("fluid"), "lw": 0}
    page.add_patch(FancyBboxPatch((x - 11, y - gap - 4), 22, 2 * gap + 8, **fluid))
    end = np.array([(-7, 24), (-7, 14), (-10, 6), (-7, 0), (0, -1), (7, 0), (10, 6), (7, 14), (7, 24)])
    bone = {"fc": style.colour("bone"), "ec": style.colour("bone_edge"), "lw": style.LINE["hair"]}
    for side in (-1, 1):
        outline = smooth(end * [1, side] + [x, y + side * gap], count=40)
        page.add_patch(Polygon(outline, closed=False, **bone))
    if marked:
        page.add_patch(Ellipse((x, y), *bubble, fc=style.colour("blue"), ec=style.colour("paper"), lw=1.5))


JOINT = Icon(partial(_joint, bubble=(17, 9)), 33, 66)
WITH_SMALL_BUBBLES = Icon(partial(_joint, bubble=(8, 8)), 33, 66)
