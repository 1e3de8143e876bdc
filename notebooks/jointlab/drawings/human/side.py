"""The human figure seen from its right side, facing right, in any posture."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from jointlab.drawings import style
from jointlab.drawings.human.bend import as_xy, bent_arm, bent_leg, bent_trunk, frames
from jointlab.drawings.human.layers import Layers, closed
from jointlab.drawings.human.upright import Upright
from jointlab.models.body import Body
from jointlab.models.posture import Posture, trunk_points


class SideBody:
    """Draws into `axes` (metres, equal scales, y up) through `picture.moving`; `set` poses it.

    Layers from the back: far arm and leg (darker), trunk with head and near leg, near arm. The bones of `Bones` lie
    above all.
    """

    def __init__(self, axes: Axes, picture: Any, zorder: float = 2):
        layers = Layers(axes, picture)
        self._far_arm = layers.union(zorder, "far_skin", "skin_edge")
        self._far_leg = layers.union(zorder + 0.1, "far_skin", "skin_edge")
        self._far_shorts = layers.union(zorder + 0.2, "far_cloth", "cloth_edge")
        self._main = layers.union(zorder + 0.3, "skin", "skin_edge")
        self._cloth = layers.union(zorder + 0.4, "cloth", "cloth_edge")
        self._hair = layers.patch(zorder + 0.5, fc=style.colour("hair"), ec="none")
        edge = style.colour("skin_edge")
        self._ear = layers.patch(zorder + 0.6, fc=style.colour("skin"), ec=edge, lw=style.LINE["hair"])
        self._eye = layers.patch(zorder + 0.6, fc=style.colour("ink"), ec="none")
        self._near_arm = layers.union(zorder + 0.7, "skin", "skin_edge")
        self._upright: Upright | None = None

    def set(self, body: Body, posture: Posture, hip: complex = 0j, grip: bool = False) -> None:
        """Pose the figure with the middle of its hips at `hip`; `grip`: hands closed around something."""
        upright = self._of(body)
        both = posture.with_both_sides()
        trunk = trunk_points(body, posture)
        pieces = frames(body, posture, trunk)
        arm_parts = [upright.arm, upright.fist if grip else upright.hand]

        def on_trunk(part: np.ndarray) -> np.ndarray:
            return as_xy(bent_trunk(pieces, part), hip)

        def arm(pose: Any) -> list[np.ndarray]:
            return [as_xy(bent_arm(body, trunk, pose, part), hip) for part in arm_parts]

        def leg(pose: Any) -> list[np.ndarray]:
            parts = (upright.leg, upright.shorts)
            return [as_xy(bent_leg(body, pose, posture.pelvis, part), hip) for part in parts]

        near_leg, near_shorts = leg(posture.leg)
        # A far limb in the same pose lies hidden behind the near one.
        far_leg = leg(both.far_leg) if both.far_leg != posture.leg else []
        self._far_arm.show(arm(both.far_arm) if both.far_arm != posture.arm else [])
        self._far_leg.show(far_leg[:1])
        self._far_shorts.show(far_leg[1:])
        self._main.show([on_trunk(upright.trunk), near_leg])
        self._cloth.show([on_trunk(upright.top), near_shorts])
        self._near_arm.show(arm(posture.arm))
        for patch, part in ((self._hair, upright.hair), (self._ear, upright.ear), (self._eye, upright.eye)):
            patch.set_path(closed([on_trunk(part)]))

    def _of(self, body: Body) -> Upright:
        """The upright outlines of `body`; those of the last body are kept."""
        if self._upright is None or self._upright.body is not body:
            self._upright = Upright(body)
        return self._upright
