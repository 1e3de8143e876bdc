"""Layers of overlapping parts that look like one: all their edges first, then all their insides."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from jointlab.drawings import style

_NOTHING = Path(np.zeros((1, 2)))


@dataclass(frozen=True)
class Union:
    """Two patches that together draw the union of any number of outlines."""

    edge: PathPatch
    inside: PathPatch

    def show(self, outlines: Sequence[np.ndarray]) -> None:
        """Draw these closed outlines, arrays of shape (n, 2), as one; none of them: draw nothing."""
        path = closed(outlines)
        for patch in (self.edge, self.inside):
            patch.set_path(path)
            patch.set_visible(len(outlines) > 0)  # drawing nothing takes time, too


class Layers:
    """Makes the patches of a figure in `axes`; with a `picture` they are declared as moving."""

    def __init__(self, axes: Axes, picture: Any = None):
        self._axes, self._picture = axes, picture

    def patch(self, zorder: float, **how: Any) -> PathPatch:
        """An empty patch."""
        patch = self._axes.add_patch(PathPatch(_NOTHING, zorder=zorder, **how))
        return self._picture.moving(patch) if self._picture else patch

    def union(self, zorder: float, inside: str, edge: str) -> Union:
        """A layer of overlapping parts; `inside` and `edge` are names of palette colours."""
        outer = self.patch(zorder, fc="none", ec=style.colour(edge), lw=2 * style.LINE["thin"])
        return Union(outer, self.patch(zorder + 0.05, fc=style.colour(inside), ec="none"))


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
