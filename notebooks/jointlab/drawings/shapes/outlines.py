"""Smooth outlines for anatomy, as arrays of points in millimetres with shape (n, 2)."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from scipy.interpolate import CubicSpline

from jointlab.drawings import style


def smooth(points, count: int = 80, closed: bool = False) -> np.ndarray:
    """A smooth curve of `count` points through `points`; a closed one does not repeat its first point."""
    points = np.asarray(points, dtype=float)
    if closed:
        points = np.vstack([points, points[:1]])
    # Measured by the square root of the distance, a cubic spline does not overshoot between uneven points.
    steps = np.sqrt(np.linalg.norm(np.diff(points, axis=0), axis=1))
    knots = np.concatenate([[0.0], np.cumsum(steps)])
    spline = CubicSpline(knots, points, bc_type="periodic" if closed else "natural")
    return spline(np.linspace(0, knots[-1], count, endpoint=not closed))


def arc(radius: float, start: float, stop: float, count: int = 30, centre=(0.0, 0.0)) -> np.ndarray:
    """Points on a circle from angle `start` to `stop` (degrees from the x axis), denser at both ends."""
    share = (1 - np.cos(np.linspace(0, np.pi, count))) / 2
    angle = np.radians(start + (stop - start) * share)
    return np.asarray(centre) + radius * np.column_stack([np.cos(angle), np.sin(angle)])


def box(left: float, top: float, right: float, bottom: float) -> np.ndarray:
    """The corners of a rectangle between these edges."""
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)])


def shifted(line: np.ndarray, distance) -> np.ndarray:
    """`line` moved sideways by `distance` (one number or one per point), to the left of its direction."""
    along = np.gradient(line, axis=0)
    along = along / np.linalg.norm(along, axis=1, keepdims=True)
    left = np.column_stack([-along[:, 1], along[:, 0]])
    return line + left * np.broadcast_to(distance, len(line))[:, None]


def layer(surface: np.ndarray, thickness: float, taper: float) -> np.ndarray:
    """The far side of an even layer lying on `surface` (to its left, or right if `thickness` is negative).

    `taper`: the share of the length, at each end, over which the layer thins out to nothing.
    """
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(surface, axis=0), axis=1))])
    along /= along[-1]
    ends = np.clip(np.minimum(along, 1 - along) / taper, 0, 1)
    return shifted(surface, thickness * np.sqrt(1 - (1 - ends) ** 2))


def inset(outline: np.ndarray, depth) -> np.ndarray:
    """An anticlockwise outline drawn `depth` further inside (one number or one per point)."""
    inner = shifted(outline, depth)
    apart = np.linalg.norm(inner[:, None] - outline[None], axis=2).min(axis=1)
    return inner[apart > 0.9 * np.broadcast_to(depth, len(outline))]  # a sharp corner would fold over


def nearest(outline: np.ndarray, point) -> np.ndarray:
    """The point of an outline nearest to `point`."""
    return outline[int(np.argmin(np.linalg.norm(outline - point, axis=1)))]


def between(outline: np.ndarray, start: np.ndarray, stop: np.ndarray) -> np.ndarray:
    """What a closed outline passes on its shorter way between the points nearest to `start` and `stop`."""
    first, last = (int(np.argmin(np.linalg.norm(outline - point, axis=1))) for point in (start, stop))
    ahead = (last - first) % len(outline)
    step = 1 if ahead <= len(outline) / 2 else -1
    count = ahead if step == 1 else len(outline) - ahead
    return outline[(first + step * np.arange(1, count)) % len(outline)]


def mirrored(outline: np.ndarray) -> np.ndarray:
    """The outline seen in a mirror standing on the y axis."""
    return outline * [-1.0, 1.0]


def area(outline: np.ndarray) -> float:
    """Area inside a closed outline, in mm², positive when it runs anticlockwise."""
    x, y = outline.T
    return 0.5 * float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))


def path(*outlines: np.ndarray, closed: bool = True) -> Path:
    """One matplotlib path of several outlines, or of several open strokes (`closed=False`)."""
    pieces = [Path(np.vstack([line, line[:1]]), closed=True) if closed else Path(line) for line in outlines]
    return Path.make_compound_path(*pieces) if pieces else Path(np.empty((0, 2)))


def tissue(name: str, edge: str | None = None, width: str = "hair", zorder: float = 1.0) -> PathPatch:
    """An empty patch in a palette colour; `edge` names the colour of its outline, `width` a line weight."""
    return PathPatch(
        path(),
        facecolor=style.colour(name),
        edgecolor=style.colour(edge) if edge else "none",
        linewidth=style.LINE[width] if edge else 0,
        joinstyle="round",
        zorder=zorder,
    )


def strokes(name: str, zorder: float = 1.0) -> PathPatch:
    """An empty patch for open strokes, such as trabeculae."""
    return PathPatch(
        path(),
        facecolor="none",
        edgecolor=style.colour(name),
        linewidth=style.LINE["thin"],
        capstyle="round",
        zorder=zorder,
    )


class Drawing:
    """Something drawn in millimetres into `ax`, with its own origin at (`x`, `y`); `ax` gets equal aspect."""

    def __init__(self, ax: Axes, x: float, y: float):
        self._ax = ax
        ax.set_aspect("equal")
        self._origin = Affine2D().translate(x, y)

    def _add(self, patch: PathPatch) -> PathPatch:
        """Put a patch in millimetres of the drawing into the axes."""
        patch.set_transform(self._origin + self._ax.transData)
        self._ax.add_artist(patch)
        return patch

    def _stand(self, patch: PathPatch, *shapes: np.ndarray, closed: bool = True) -> PathPatch:
        """Put a patch of these outlines into the axes."""
        patch.set_path(path(*shapes, closed=closed))
        return self._add(patch)
