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


def bent(way: np.ndarray, width: float, head: float) -> np.ndarray:
    """The outline of an arrow that follows the points `way` to their end: a shaft of `width`, a head as long as `head`
    (or as the whole way) that points straight ahead."""
    far = np.append(0, np.cumsum(np.linalg.norm(np.diff(way, axis=0), axis=1)))
    neck = max(far[-1] - head, 0)
    places = np.append(far[far < neck - 1e-9], neck)
    shaft = np.column_stack([np.interp(places, far, along) for along in np.asarray(way, dtype=float).T])
    tip = arrow(shaft[-1], way[-1], width, head)[2:5]
    if len(shaft) < 2:
        return tip
    return np.vstack([outlines.shifted(shaft, width / 2), tip, outlines.shifted(shaft, -width / 2)[::-1]])


def arrows(page: Axes, picture: Picture, colour: str, zorder: float = 4.0) -> PathPatch:
    """An empty patch for arrows in a palette colour; give it `outlines.path(arrow(…), …)`."""
    return picture.moving(page.add_patch(PathPatch(outlines.path(), fc=style.colour(colour), ec="none", zorder=zorder)))
