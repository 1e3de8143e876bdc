"""The spine, its lumbar levels and the pelvis, as they lie inside the figure seen from the side."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.human import shape
from jointlab.drawings.human.bend import as_xy, bent_trunk, frames
from jointlab.drawings.human.layers import Layers, closed
from jointlab.drawings.human.upright import outline
from jointlab.drawings.outlines import smooth
from jointlab.models.body import LEVELS, Body
from jointlab.models.posture import Posture, trunk_points, turn

# A vertebra in its own frame, sizes as shares of its height: along the spine and towards the front.
_BLOCK = ((-0.40, -0.56), (-0.40, 0.56), (-0.30, 0.60), (0.30, 0.56), (0.40, 0.52), (0.40, -0.52), (0.30, -0.56),
          (0.12, -0.66), (-0.10, -1.45), (-0.34, -1.42), (-0.30, -0.70))  # fmt: skip
_DISC = 0.20  # share of a level's height that the drawn disc fills, either side of its middle


class Bones:
    """Draws into `axes` (metres, y up) through `picture.moving`; `set` poses it. `level`: the disc in colour."""

    def __init__(self, axes: Axes, picture: Any, level: str = "L5-S1", zorder: float = 5):
        layers, self._level = Layers(axes, picture), LEVELS.index(level)

        def patch(order: float, inside: str, edge: str) -> PathPatch:
            how = {"fc": style.colour(inside), "ec": style.colour(edge), "lw": style.LINE["hair"]}
            return layers.patch(zorder + order, **how)

        self._pelvis = patch(0.0, "bone", "bone_edge")
        self._upper = patch(0.1, "bone", "bone_edge")
        self._lumbar = patch(0.2, "bone_inner", "bone_edge")
        self._discs = patch(0.3, "cartilage", "cartilage_edge")
        self._marked = patch(0.4, "vermilion", "vermilion")

    def set(self, body: Body, posture: Posture, hip: complex = 0j) -> None:
        """Pose the bones with the middle of the hips at `hip`."""
        trunk = trunk_points(body, posture)
        upper = bent_trunk(frames(body, posture, trunk), _upper_spine(body))
        line = np.array([*trunk.levels, *upper[1:]])
        lumbar, rest = line[: len(LEVELS)], line[len(LEVELS) - 1 :]
        self._lumbar.set_path(closed([as_xy(block, hip) for block in _blocks(lumbar)]))
        self._upper.set_path(closed([as_xy(block, hip) for block in _blocks(rest)]))
        discs = [as_xy(disc, hip) for disc in _discs(line, body, posture)]
        self._marked.set_path(closed([discs.pop(self._level)]))
        self._discs.set_path(closed(discs))
        scale = body.height / shape.HEIGHT * turn(posture.pelvis)
        sacrum, hip_bone = (
            scale * outline(np.array(points) @ [1, 1j], 44) for points in (shape.SACRUM, shape.HIP_BONE)
        )
        socket = scale * shape.SOCKET * np.exp(2j * np.pi * np.arange(24) / 24)
        self._pelvis.set_path(closed([as_xy(part, hip) for part in (sacrum, hip_bone, socket)]))


def _upper_spine(body: Body) -> np.ndarray:
    """Middles of the discs from T12-L1 to the skull, upright."""
    xy = smooth(shape.UPPER_SPINE, 200)
    line = (xy[:, 0] + 1j * xy[:, 1]) * body.height / shape.HEIGHT
    heights = np.r_[0, np.cumsum(np.r_[np.full(12, 1.0), np.full(7, 0.75)])]  # neck vertebrae are lower
    run = np.r_[0, np.cumsum(np.abs(np.diff(line)))]
    at = heights / heights[-1] * run[-1]
    return np.interp(at, run, line.real) + 1j * np.interp(at, run, line.imag)


def _blocks(line: np.ndarray) -> list[np.ndarray]:
    """One vertebra between each two neighbours of the middle line."""
    along, front = np.array(_BLOCK).T
    ups = np.diff(line)
    middles = (line[1:] + line[:-1]) / 2
    return [middle + up * (along - 1j * front) for middle, up in zip(middles, ups, strict=True)]


def _discs(line: np.ndarray, body: Body, posture: Posture) -> list[np.ndarray]:
    """A lens at each of the lumbar discs, across the spine's line."""
    endplate = 1j * turn(posture.pelvis + sources.value("sacral_slope"))  # straight up from the top of the sacrum
    ups = [endplate * 0.034 * body.height / shape.HEIGHT, *np.diff(line[: len(LEVELS) + 1])]
    circle = np.exp(2j * np.pi * np.arange(18) / 18)
    flat = _DISC * circle.imag - 1j * 0.58 * circle.real
    found = []
    for i in range(len(LEVELS)):
        up = ups[0] if i == 0 else (ups[i] + ups[i + 1]) / 2
        found.append(line[i] + up * flat)
    return found
