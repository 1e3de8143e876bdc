"""Two neighbouring lumbar vertebrae cut through the middle, seen from the right, and the ligaments between them.

Sizes in millimetres, drawn by eye: x to the front, the middle of the disc at its back edge is the origin. The facet
joint lies beside the cut; it is drawn in as if one saw through.
"""

import numpy as np
from matplotlib.axes import Axes

from jointlab.drawings.page import Page
from jointlab.drawings.shapes.outlines import box, path, smooth

LIMITS = ((-60.0, 44.0), (-47.0, 45.0))
_APART = 38.0  # from one vertebra to the next
_BODY = ((0, 6.5), (17, 8), (34, 6.5), (33, 19), (34.5, 32), (17, 30.5), (-0.5, 32), (1, 19))
_ARCH = (
    (-16, 12), (-15.5, 20), (-18, 26), (-23, 25), (-34, 21), (-46, 19), (-52, 14), (-52, 4), (-47, 2), (-34, 7),
    (-24, 9),
)  # fmt: skip
_FACET = ((-12, -5), (-8.5, 0), (-9, 8), (-12, 11), (-14.5, 5), (-14.5, -2))
# Ligaments, round once.
_ROUND = {
    "capsule": ((-11.5, -8), (-6.5, -3), (-5.5, 5), (-8, 12), (-12, 14), (-16, 9), (-17, 1), (-15.5, -6)),
    "front": (
        (35, -38), (37, -20), (36, 0), (37, 20), (35, 38), (38.5, 38), (40.5, 20), (39.5, 0), (40.5, -20), (38.5, -38),
    ),
    "flavum": ((-17.5, 12.5), (-21, 10), (-22, -2), (-19.5, -12), (-16.5, -12), (-18.6, -2)),
    "between": ((-25, 8), (-35, 6), (-47, 1), (-48, -10), (-45, -18.5), (-34, -16.5), (-25, -13)),
    "tips": ((-53, 12), (-53.5, -4), (-53, -20), (-53, -32), (-56, -32), (-57, -16), (-57, -2), (-56, 12)),
}  # fmt: skip
OUTLINES = {"back": box(-4.2, 38, -1.4, -38)} | {name: smooth(points, closed=True) for name, points in _ROUND.items()}


class SegmentPlate:
    """Draws into `axes` (mm) of `page`; `set` shows one ligament in colour."""

    def __init__(self, page: Page, axes: Axes):
        (left, right), (bottom, top) = LIMITS
        axes.set(xlim=(left, right), ylim=(bottom, top), aspect="equal")
        axes.set_axis_off()
        body, arch = (smooth(points, closed=True) for points in (_BODY, _ARCH))
        down = np.array([0.0, -_APART])
        disc = box(1, 7.4, 33, -7.4)
        page.shape("cartilage", "cartilage_edge", "hair", on=axes, zorder=1).set_path(path(disc))
        bones = [body, arch, body * [1, -1], arch + down]
        page.shape("bone", "bone_edge", "thin", on=axes, zorder=2).set_path(path(*bones))
        page.shape("capsule", "capsule_edge", "hair", on=axes, zorder=1.5).set_path(path(*OUTLINES.values()))
        joint = smooth(_FACET, closed=True)
        self.marked = page.shape("vermilion", "vermilion", "thin", on=axes, moves=True, zorder=4)
        page.shape("bone", "bone_edge", "hair", on=axes, above=True).set_path(path(joint))

    def set(self, ligament: str) -> None:
        """Show where this one lies."""
        self.marked.set_path(path(OUTLINES[ligament]))
