"""The human figure seen from the front, standing, with arms that lift sideways and bend at the elbows.

It faces the reader: its right side is on the reader's left.
"""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from jointlab.drawings import style
from jointlab.drawings.human import shape
from jointlab.drawings.human.bend import as_xy, bent
from jointlab.drawings.human.layers import Layers, closed
from jointlab.drawings.human.upright import Upright, outline
from jointlab.models.body.kinematics import turn
from jointlab.models.body.segments import Body

SIDES = {"right": -1, "left": 1}  # of the body, and where each is drawn: -1 is the reader's left


class FrontBody:
    """Draws `body` into `axes` (metres, equal scales, y up, feet at 0): all that stands still at once, the arms through
    `picture.moving` with `set`."""

    def __init__(self, axes: Axes, picture: Any, body: Body, zorder: float = 2, detail: float = 1.0):
        self.body, self._upright = body, Upright(body, detail)
        self._draw_standing(axes, zorder)
        look = {"fc": style.colour("skin"), "ec": style.colour("skin_edge"), "lw": style.LINE["thin"]}
        self._arms = Layers(axes, picture).patch(zorder + 0.2, joinstyle="round", **look)
        self._shoulder = complex(self._upright.wide * shape.FRONT_SHOULDER, body.landmarks["shoulder"].imag)

    def set(self, lift: float = 90.0, left_elbow: float = 0.0, right_elbow: float = 0.0) -> None:
        """Lift both arms sideways by `lift` (degrees), palms up; the elbows bend up (below 0: hang through)."""
        angles = {"left": left_elbow, "right": right_elbow}
        arms = [_side(self._posed(self._upright.front_arm, lift, angles[side]), sign) for side, sign in SIDES.items()]
        self._arms.set_path(closed([as_xy(arm, 1j * self.body.hip_height) for arm in arms]))

    def arm_joint(self, name: str, side: str, lift: float = 90.0, elbow: float = 0.0) -> complex:
        """Where "elbow", "wrist", "knuckles" or "tip" of an arm is, in metres."""
        lengths = [self.body.segments[part].length for part in ("upper arm", "forearm", "hand")]
        down = dict(zip(("elbow", "wrist", "knuckles", "tip"), np.cumsum([*lengths, self.body.fingers]), strict=True))
        return _side(self._posed(np.array([-1j * down[name]]), lift, elbow), SIDES[side])[0] + 1j * self.body.hip_height

    def knee(self, side: str) -> complex:
        """Where the knee of one side is, in metres."""
        down = -1j * self.body.segments["thigh"].length * turn(-shape.STANCE)
        return _side(self._upright.wide * shape.FRONT_HIP + down, SIDES[side]) + 1j * self.body.hip_height

    def _posed(self, points: np.ndarray, lift: float, elbow: float) -> np.ndarray:
        at = self.body.segments["upper arm"].length
        folded = bent(points, -points.imag, -1j * at, at, -elbow, near=0.04)
        return self._shoulder + folded * turn(-lift)

    def _draw_standing(self, axes: Axes, zorder: float) -> None:
        layers, upright, up = Layers(axes), self._upright, 1j * self.body.hip_height

        def both(part: np.ndarray) -> list[np.ndarray]:
            return [as_xy(_side(part, sign), up) for sign in SIDES.values()]

        def whole(half: tuple) -> np.ndarray:
            points = upright.stretched(half)
            points = points.real * upright.wide / upright.scale + 1j * points.imag if half in _BROAD else points
            return as_xy(outline(np.concatenate([points, _side(points, -1)[::-1]]), 120), up)

        skin = layers.union(zorder, "skin", "skin_edge")
        skin.show([whole(shape.FRONT_TRUNK), whole(shape.FRONT_HEAD), *both(self._leg())])
        cloth = layers.union(zorder + 0.4, "cloth", "cloth_edge")
        cloth.show([whole(shape.FRONT_TOP), *both(self._standing(upright.cut_off(shape.FRONT_THIGH)))])
        hair = layers.patch(zorder + 0.5, fc=style.colour("hair"), ec="none")
        hair.set_path(closed([whole(shape.FRONT_HAIR)]))
        eyes = layers.patch(zorder + 0.5, fc=style.colour("ink"), ec="none")
        eyes.set_path(closed(both(upright.stretched((shape.FRONT_EYE,)) + upright.dot(0.0055, 0.0058))))
        mouth = as_xy(upright.stretched(shape.FRONT_MOUTH), up)
        axes.plot(*mouth.T, color=style.colour("skin_edge"), lw=style.LINE["thin"], zorder=zorder + 0.5)

    def _leg(self) -> np.ndarray:
        body, upright = self.body, self._upright
        thigh, shank = body.segments["thigh"].length, body.segments["shank"].length
        outer, inner = upright.rows(shape.FRONT_THIGH, 0.0, thigh)
        lower_outer, lower_inner = upright.rows(shape.FRONT_SHANK, -thigh, shank)
        sole = -1j * (thigh + shank + body.ankle_height)
        foot = sole + upright.scale * (np.array(shape.FRONT_FOOT) @ [1, 1j])
        above = sole.imag + 0.7 * shape.FOOT_HEIGHT * upright.scale
        lower_outer, lower_inner = (line[line.imag > above] for line in (lower_outer, lower_inner))
        line = np.concatenate([outer, lower_outer, foot, lower_inner[::-1], inner[::-1]])
        return self._standing(outline(line, 90))

    def _standing(self, leg: np.ndarray) -> np.ndarray:
        """A leg or its cloth, hung from the hip and set a little apart."""
        return self._upright.wide * shape.FRONT_HIP + leg * turn(-shape.STANCE)


_BROAD = (shape.FRONT_TRUNK, shape.FRONT_TOP)  # these widen with the body's mass


def _side(points: Any, sign: int) -> Any:
    """Points of the right half, on the side with this sign."""
    return sign * np.real(points) + 1j * np.imag(points)
