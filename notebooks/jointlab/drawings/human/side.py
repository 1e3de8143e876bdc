"""The human figure seen from its right side, facing right, in any posture."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from jointlab.drawings import style
from jointlab.drawings.human.bend import as_xy, bent_arm, bent_leg, bent_trunk, frames
from jointlab.drawings.human.layers import Layers, closed
from jointlab.drawings.human.upright import Upright
from jointlab.models.body.kinematics import Arm, Leg, Posture, trunk_points
from jointlab.models.body.segments import Body


class SideBody:
    """Draws into `axes` (metres, equal scales, y up) through `picture.moving`; `set` poses it.

    Layers from the back: far arm and leg (darker), trunk with head and near leg, near arm. The bones of `Bones` lie
    above all. `detail` below 1 draws outlines with fewer points, for small figures.
    """

    def __init__(self, axes: Axes, picture: Any, zorder: float = 2, detail: float = 1.0):
        layers = Layers(axes, picture)
        edge = style.colour("skin_edge")
        self._detail, self._upright = detail, None
        self._unions = {
            "far arm": layers.union(zorder, "far_skin", "skin_edge"),
            "far leg": layers.union(zorder + 0.1, "far_skin", "skin_edge"),
            "far shorts": layers.union(zorder + 0.2, "far_cloth", "cloth_edge"),
            "skin": layers.union(zorder + 0.3, "skin", "skin_edge"),
            "cloth": layers.union(zorder + 0.4, "cloth", "cloth_edge"),
            "near arm": layers.union(zorder + 0.7, "skin", "skin_edge"),
        }
        self._patches = {
            "hair": layers.patch(zorder + 0.5, fc=style.colour("hair"), ec="none"),
            "ear": layers.patch(zorder + 0.6, fc=style.colour("skin"), ec=edge, lw=style.LINE["hair"]),
            "eye": layers.patch(zorder + 0.6, fc=style.colour("ink"), ec="none"),
        }

    def set(self, body: Body, posture: Posture, hip: complex = 0j, hands: str = "open") -> None:
        """Pose the figure with the middle of its hips at `hip`.

        `hands`: "open"; "closed" around something; or "flat", palms behind on hanging arms and so down on the floor.
        """
        if self._upright is None or self._upright.body is not body:
            self._upright = Upright(body, self._detail)
        drawn = outlines(self._upright, posture, hip, hands)
        for name, union in self._unions.items():
            union.show(drawn[name])
        for name, patch in self._patches.items():
            patch.set_path(closed(drawn[name]))


def outlines(upright: Upright, posture: Posture, hip: complex = 0j, hands: str = "open") -> dict[str, list[np.ndarray]]:
    """The closed outlines of every layer of a posed body, arrays of shape (n, 2) in metres."""
    body, both = upright.body, posture.with_both_sides()
    trunk = trunk_points(body, posture)
    pieces = frames(body, posture, trunk)
    arm_parts = (upright.arm, {"open": upright.hand, "closed": upright.fist, "flat": upright.flat_hand}[hands])

    def on_trunk(part: np.ndarray) -> np.ndarray:
        return as_xy(bent_trunk(pieces, part), hip)

    def arm(pose: Arm) -> list[np.ndarray]:
        return [as_xy(bent_arm(body, trunk, pose, part), hip) for part in arm_parts]

    def leg(pose: Leg) -> list[np.ndarray]:
        return [as_xy(bent_leg(body, pose, posture.pelvis, part), hip) for part in (upright.leg, upright.shorts)]

    near_leg, near_shorts = leg(posture.leg)
    # A far limb in the same pose lies hidden behind the near one.
    far_leg = leg(both.far_leg) if both.far_leg != posture.leg else []
    return {
        "far arm": arm(both.far_arm) if both.far_arm != posture.arm else [],
        "far leg": far_leg[:1],
        "far shorts": far_leg[1:],
        "skin": [on_trunk(upright.trunk), near_leg],
        "cloth": [on_trunk(upright.top), near_shorts],
        "near arm": arm(posture.arm),
        "hair": [on_trunk(upright.hair)],
        "ear": [on_trunk(upright.ear)],
        "eye": [on_trunk(upright.eye)],
    }
