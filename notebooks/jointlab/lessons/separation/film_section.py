"""The film between two joint surfaces, cut through its middle: the gap drawn far thicker than wide, so that it shows.

In pixels of a page whose y axis runs down. Only the gap between the surfaces is to be read: both surfaces of a curved
joint are unrolled, so that the lower one is flat, and bones and capsule around are there to say what is what.
"""

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from jointlab.drawings.page import Page
from jointlab.drawings.shapes import outlines


class FilmSection:
    """Two surfaces and the film between them, drawn on a page; `set` gives them a gap.

    `x`, `y`: the middle of the lower surface. `bone`: pixels of bone above and below; `cartilage`: of its layer.
    """

    def __init__(self, picture: Page, x: float, y: float, bone: float = 52.0, cartilage: float = 12.0):
        self.x, self.y = x, y
        self._thick_bone, self._thick_cartilage = bone, cartilage

        def part(colour: str, edge: str | None, zorder: float, width: str = "hair") -> PathPatch:
            return picture.shape(colour, edge, width, moves=True, zorder=zorder)

        self._capsule = part("capsule", "capsule_edge", 2.0)
        self.fluid = part("fluid", "fluid_edge", 2.1)
        self._bone = part("bone", "bone_edge", 2.2, "thin")
        self._marrow = part("bone_inner", None, 2.25)
        self._cartilage = part("cartilage", "cartilage_edge", 2.3)

    def set(self, across: np.ndarray, gap: np.ndarray) -> None:
        """Draw the `gap` at the distances `across`, which rise from 0 in the middle to the rim; both in pixels."""
        x, y = np.concatenate([-across[:0:-1], across]), -np.concatenate([gap[:0:-1], gap])
        lower, upper = np.column_stack([x, 0 * y]), np.column_stack([x, y])
        bones, marrows, cartilages = zip(*(self._end(lower, 1), self._end(upper, -1)), strict=True)
        wall, sleeves = self._capsule_of(x[-1], y[-1])
        self._bone.set_path(self._placed(*bones))
        self._marrow.set_path(self._placed(*marrows))
        self._cartilage.set_path(self._placed(*cartilages))
        # Once around: along the lower surface, up inside the capsule, back along the upper one, down again.
        self.fluid.set_path(self._placed(np.vstack([lower, wall, upper[::-1], wall[::-1] * (-1, 1)])))
        self._capsule.set_path(self._placed(*sleeves))

    def top(self, gap: np.ndarray) -> float:
        """Where the upper bone ends, in pixels from the top of the page, above a `gap` from the middle on."""
        return self.y + self._cut(-gap[0], -gap[-1], -1)

    def _cut(self, middle: float, rim: float, way: int) -> float:
        """Where a bone is cut off: above the middle of its surface, but also clear of its rim."""
        return way * max(way * middle + self._thick_bone, way * rim + 0.75 * self._thick_bone)

    def _end(self, surface: np.ndarray, way: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The end of a bone on `surface`, its marrow and its cartilage; the bone lies below (`way` 1) or above (−1)."""
        layer, (rim, edge) = self._thick_cartilage, surface[-1]
        cut = self._cut(surface[len(surface) // 2, 1], edge, way)
        thick = layer * np.sqrt(np.clip((rim - np.abs(surface[:, 0])) / (0.5 * layer), 0, 1))
        under = surface + np.column_stack([0 * thick, way * thick])
        height = cut - edge
        side = outlines.smooth([(rim, edge), (rim + 8, edge + 0.4 * height), (rim + 1, cut)], count=10)
        bone = np.vstack([surface, side, side[::-1] * (-1, 1)])
        inner = outlines.smooth(
            [np.add(under[-4], (0, 5 * way)), (rim + 2, edge + 0.55 * height), (rim - 5, cut - 2 * way)], count=8
        )
        marrow = np.vstack([np.add(under[4:-4], (0, 5 * way)), inner, inner[::-1] * (-1, 1)])
        return bone, marrow, np.vstack([surface, under[::-1]])

    def _capsule_of(self, rim: float, gap: float) -> tuple[np.ndarray, list[np.ndarray]]:
        """The inside of the capsule on the right, from below to above, and both its pieces."""
        reach = 0.5 * self._thick_bone
        inner = outlines.smooth([(rim + 7, reach), (rim + 25, gap / 2), (rim + 7, gap - reach)], count=16)
        outer = outlines.smooth([(rim + 6, reach + 13), (rim + 35, gap / 2), (rim + 6, gap - reach - 13)], count=16)
        sleeve = np.vstack([inner, outer[::-1]])
        return inner, [sleeve, sleeve * (-1, 1)]

    def _placed(self, *shapes: np.ndarray) -> Path:
        return outlines.path(*(np.add(shape, (self.x, self.y)) for shape in shapes))
