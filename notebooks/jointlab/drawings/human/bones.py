"""The spine, its lumbar levels and the pelvis, as they lie inside the figure seen from the side."""

from functools import cache
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
from jointlab.drawings.shapes.outlines import smooth
from jointlab.models.body.kinematics import Posture, trunk_points, turn
from jointlab.models.body.segments import LEVELS, Body
from jointlab.models.body.skin import HEIGHT

# A vertebra in its own frame, sizes as shares of its height: along the spine and towards the front.
_BLOCK = ((-0.40, -0.56), (-0.40, 0.56), (-0.30, 0.60), (0.30, 0.56), (0.40, 0.52), (0.40, -0.52), (0.30, -0.56),
          (0.12, -0.66), (-0.10, -1.25), (-0.34, -1.22), (-0.30, -0.70))  # fmt: skip
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
        drawn = bones(body, posture, hip)
        discs = drawn["discs"]
        self._pelvis.set_path(closed(drawn["pelvis"]))
        self._upper.set_path(closed(drawn["upper spine"]))
        self._lumbar.set_path(closed(drawn["lumbar spine"]))
        self._discs.set_path(closed(discs[: self._level] + discs[self._level + 1 :]))
        self._marked.set_path(closed([discs[self._level]]))


def bones(body: Body, posture: Posture, hip: complex = 0j) -> dict[str, list[np.ndarray]]:
    """The closed outlines of the bones of a posed body, arrays of shape (n, 2) in metres; discs from below."""
    trunk, scale = trunk_points(body, posture), body.height / HEIGHT
    upper = bent_trunk(frames(body, posture, trunk), scale * _upper_spine())
    line = np.array([*trunk.levels, *upper[1:]])
    turned = scale * turn(posture.pelvis)
    found = {
        "pelvis": [turned * part for part in _pelvis()],
        "upper spine": _blocks(line[len(LEVELS) - 1 :]),
        "lumbar spine": _blocks(line[: len(LEVELS)]),
        "discs": _discs(line, body, posture),
    }
    return {name: [as_xy(part, hip) for part in parts] for name, parts in found.items()}


@cache
def _pelvis() -> list[np.ndarray]:
    """Sacrum, hip bone and socket of the drawn person, upright."""
    socket = shape.SOCKET * np.exp(2j * np.pi * np.arange(20) / 20)
    return [*(outline(np.array(points) @ [1, 1j], 40) for points in (shape.SACRUM, shape.HIP_BONE)), socket]


@cache
def _upper_spine() -> np.ndarray:
    """Middles of the discs from T12-L1 to the skull of the drawn person, upright."""
    xy = smooth(shape.UPPER_SPINE, 200)
    line = xy[:, 0] + 1j * xy[:, 1]
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
    ups = [endplate * 0.034 * body.height / HEIGHT, *np.diff(line[: len(LEVELS) + 1])]
    circle = np.exp(2j * np.pi * np.arange(18) / 18)
    flat = _DISC * circle.imag - 1j * 0.58 * circle.real
    found = []
    for i in range(len(LEVELS)):
        up = ups[0] if i == 0 else (ups[i] + ups[i + 1]) / 2
        found.append(line[i] + up * flat)
    return found
