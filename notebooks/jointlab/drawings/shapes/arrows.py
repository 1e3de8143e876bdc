"""Arrows as outlines: many of them make one path, and so one moving artist."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch

from jointlab.drawings import style
from jointlab.drawings.picture import Picture
from jointlab.drawings.shapes import outlines


def arrow(start: tuple[float, float], end: tuple[float, float], width: float = 5.0, head: float = 13.0) -> np.ndarray:
    """The outline of an arrow between two places in pixels: a shaft of `width`, a head as long and nearly as wide."""
    start, end = np.asarray(start, dtype=float), np.asarray(end, dtype=float)
    length = max(np.linalg.norm(end - start), 1e-9)
    along = (end - start) / length
    head = min(head, length)  # a short arrow is all head, and small
    left = np.array([-along[1], along[0]])
    neck = length - head
    half, wing = width / 2, 0.45 * head
    corners = ((0, half), (neck, half), (neck, wing), (length, 0), (neck, -wing), (neck, -half), (0, -half))
    return np.array([start + far * along + wide * left for far, wide in corners])


def arrows(page: Axes, picture: Picture, colour: str, zorder: float = 4.0) -> PathPatch:
    """An empty patch for arrows in a palette colour; give it `outlines.path(arrow(…), …)`."""
    return picture.moving(page.add_patch(PathPatch(outlines.path(), fc=style.colour(colour), ec="none", zorder=zorder)))
