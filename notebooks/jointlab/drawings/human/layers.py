"""Layers of overlapping parts that look like one: all their edges first, then all their insides."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from jointlab.drawings import style

_NOTHING = Path(np.zeros((1, 2)))


class Union(PathPatch):
    """The union of any number of outlines: under their insides only the outer half of their edges is seen."""

    def __init__(self, zorder: float, inside: str, edge: str):
        look = {"fc": style.colour(inside), "ec": style.colour(edge), "lw": 2 * style.LINE["thin"]}
        super().__init__(_NOTHING, zorder=zorder, **look)

    def show(self, outlines: Sequence[np.ndarray]) -> None:
        """Draw these closed outlines, arrays of shape (n, 2), as one; none of them: draw nothing."""
        self.set_path(closed(outlines))
        self.set_visible(len(outlines) > 0)  # drawing nothing takes time, too

    def draw(self, renderer: RendererBase) -> None:
        """In SVG the outline is written once, its edge painted first; elsewhere it is drawn twice."""
        if isinstance(renderer, RendererSVG):
            renderer.writer.start("g", style="paint-order: stroke")
            super().draw(renderer)
            renderer.writer.end("g")
            return
        inside, edge = self.get_facecolor(), self.get_edgecolor()
        self.set_facecolor("none")
        super().draw(renderer)
        self.set(facecolor=inside, edgecolor="none")
        super().draw(renderer)
        self.set_edgecolor(edge)


class Layers:
    """Makes the patches of a figure in `axes`; with a `picture` they are declared as moving."""

    def __init__(self, axes: Axes, picture: Any = None):
        self._axes, self._picture = axes, picture

    def patch(self, zorder: float, **how: Any) -> PathPatch:
        """An empty patch."""
        return self._placed(PathPatch(_NOTHING, zorder=zorder, **how))

    def union(self, zorder: float, inside: str, edge: str) -> Union:
        """A layer of overlapping parts; `inside` and `edge` are names of palette colours."""
        return self._placed(Union(zorder, inside, edge))

    def _placed(self, patch: PathPatch) -> Any:
        self._axes.add_patch(patch)
        return self._picture.moving(patch) if self._picture else patch


def closed(outlines: Sequence[np.ndarray]) -> Path:
    """One path of closed outlines, all turning the same way, so that what overlaps counts as inside."""
    if not outlines:
        return _NOTHING
    points, codes = [], []
    for line in outlines:
        x, y = line.T
        turns_left = x[:-1] @ y[1:] - y[:-1] @ x[1:] + x[-1] * y[0] - y[-1] * x[0] >= 0
        line = line if turns_left else line[::-1]
        points += [line, line[:1]]
        codes.append(_codes(len(line)))
    return Path(np.concatenate(points), np.concatenate(codes))


@cache
def _codes(count: int) -> np.ndarray:
    """How a closed line of `count` points is drawn."""
    return np.array([Path.MOVETO, *[Path.LINETO] * (count - 1), Path.CLOSEPOLY], dtype=Path.code_type)
