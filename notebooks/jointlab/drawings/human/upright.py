"""The outlines of one person standing upright, as complex points in metres, from the tables in `shape`.

Limbs hang from their joint at 0; trunk and head are measured from the middle of the hip joints. `bend` poses them.
"""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any

import numpy as np

from jointlab.drawings.human import shape
from jointlab.drawings.shapes.outlines import smooth
from jointlab.models.body.kinematics import Leg, Posture, leg_points
from jointlab.models.body.segments import Body

_EASE = 0.004  # m: cloth is wider than skin
# Where skin bends its outline has this many times more points, within these distances (m) from the joints.
_FINER = 3
_HIP, _KNEE, _BALL, _ELBOW, _WRIST = 0.13, 0.085, 0.05, 0.065, 0.045
_NO_JOINTS: Mapping[complex, float] = MappingProxyType({})


class Upright:
    """All outlines of `body`, each made when first asked for. `detail`: share of the usual number of points."""

    def __init__(self, body: Body, detail: float = 1.0):
        self.body, self.detail = body, detail
        self.wide = shape.thickness(body)
        self.scale = body.height / shape.HEIGHT

    @cached_property
    def leg(self) -> np.ndarray:
        """Leg and foot from the side."""
        body, scale = self.body, self.scale
        thigh, shank = body.segments["thigh"].length, body.segments["shank"].length
        thigh_front, thigh_back = self.rows(shape.THIGH, 0.0, thigh)
        shank_front, shank_back = self.rows(shape.SHANK, -thigh, shank)
        sole = -1j * (thigh + shank + body.ankle_height)
        long = body.segments["foot"].length / shape.FOOT_LENGTH
        top, under, heel = (
            sole + np.array([long * x + 1j * scale * y for x, y in points])
            for points in (shape.FOOT_TOP, shape.FOOT_SOLE, shape.HEEL)
        )
        above = sole.imag + shape.FOOT_HEIGHT * scale
        shank_front, shank_back = (side[side.imag > above] for side in (shank_front, shank_back))
        parts = [thigh_front, shank_front, top, under, heel, shank_back[::-1], thigh_back[::-1]]
        joints = {0j: _HIP, -1j * thigh: _KNEE, sole + self.ball: _BALL}
        return self._line(np.concatenate(parts), 96, joints)

    @property
    def ball(self) -> float:
        """How far in front of the ankle the toes bend, on the sole."""
        return float(leg_points(self.body, Posture(), Leg()).ball.real)

    @cached_property
    def shorts(self) -> np.ndarray:
        """Cloth on one thigh, from the side."""
        return self.cut_off(shape.THIGH)

    @cached_property
    def arm(self) -> np.ndarray:
        """Arm without hand, from the side."""
        down = self.body.segments["upper arm"].length + 1.03 * self.body.segments["forearm"].length
        arm = self.arm_of(shape.UPPER_ARM, self.scale * np.array([0.024, -0.022]) - 1j * down)
        return self._line(arm, 52, {-1j * self.body.segments["upper arm"].length: _ELBOW, -1j * down: _WRIST})

    @cached_property
    def front_arm(self) -> np.ndarray:
        """Arm and hand, stretched out sideways with the palm up, from the front."""
        return self._line(self.arm_of(shape.FRONT_ARM, self.below_wrist(shape.FRONT_HAND)), 84)

    @cached_property
    def hand(self) -> np.ndarray:
        """Open hand, from the side of the arm, thumb in front."""
        return self._line(self.below_wrist(shape.OPEN_HAND), 40)

    @cached_property
    def fist(self) -> np.ndarray:
        """Hand closed around something."""
        return self._line(self.below_wrist(shape.FIST), 28)

    @cached_property
    def flat_hand(self) -> np.ndarray:
        """Hand laid flat, from its edge, palm behind."""
        wrist = self.body.segments["upper arm"].length + self.body.segments["forearm"].length
        return self._line(self.below_wrist(shape.FLAT_HAND), 36, {-1j * wrist: _WRIST})

    @cached_property
    def trunk(self) -> np.ndarray:
        """Trunk, neck and head from the side."""
        return self._line(np.concatenate(self._trunk_lines()), 140)

    @cached_property
    def top(self) -> np.ndarray:
        """Cloth on the trunk from the side: all that lies below the collar."""
        back, _, front = self._trunk_lines()
        back = back[back.imag < shape.COLLAR_BACK * self.scale] - _EASE
        front = front[front.imag < shape.COLLAR_FRONT * self.scale] + _EASE
        return self._line(np.concatenate([back, front]), 84)

    @cached_property
    def hair(self) -> np.ndarray:
        """Hair from the side."""
        return self._line(self.stretched(shape.HAIR), 40)

    @cached_property
    def ear(self) -> np.ndarray:
        """The near ear."""
        return self._line(self.stretched(shape.EAR), 16)

    @cached_property
    def eye(self) -> np.ndarray:
        """The near eye."""
        return self.stretched((shape.EYE,)) + self.dot(0.0048, 0.0058)

    @cached_property
    def back_and_front(self) -> tuple[np.ndarray, np.ndarray]:
        """The trunk's skin behind, from below, and in front, from above."""
        back, _, front = self._trunk_lines()
        return back, front

    def dot(self, across: float, up: float) -> np.ndarray:
        """A small ellipse around 0 with these half widths (m, in the drawn person)."""
        angle = 2 * np.pi * np.arange(10) / 10
        return self.scale * (across * np.cos(angle) + 1j * up * np.sin(angle))

    def rows(self, rows: tuple[shape.Row, ...], top: float, length: float) -> tuple[np.ndarray, np.ndarray]:
        """Both sides of one segment, each from above."""
        at, front, back = np.array(rows).T
        heights = 1j * (top - at * length)
        return self.wide * front + heights, -self.wide * back + heights

    def arm_of(self, upper_arm: tuple[shape.Row, ...], end: np.ndarray) -> np.ndarray:
        """Points of an arm with this upper arm and this `end`, wrist or hand, from the shoulder's front to its back."""
        body = self.body
        upper, forearm = body.segments["upper arm"].length, body.segments["forearm"].length
        upper_front, upper_back = self.rows(upper_arm, 0.0, upper)
        front, back = self.rows(shape.FOREARM, -upper, forearm)
        return np.concatenate([upper_front, front, end, back[::-1], upper_back[::-1]])

    def cut_off(self, thigh: tuple[shape.Row, ...]) -> np.ndarray:
        """Cloth around a thigh down to the hem."""
        at, front, back = np.array(thigh).T
        hem = shape.Row(shape.SHORTS, *(float(np.interp(shape.SHORTS, at, side)) for side in (front, back)))
        rows = (*(row for row in thigh if row.at < shape.SHORTS), hem)
        front, back = self.rows(rows, 0.0, self.body.segments["thigh"].length)
        front, back = front + _EASE, back - _EASE
        edge = np.linspace(front[-1], back[-1], 6)[1:-1]
        return self._line(np.concatenate([front, edge, back[::-1]]), 46, {0j: _HIP})

    def below_wrist(self, points: tuple) -> np.ndarray:
        """A hand (share of its length down, metres across) at the end of the hanging arm."""
        body = self.body
        wrist = -(body.segments["upper arm"].length + body.segments["forearm"].length)
        length = body.segments["hand"].length + body.fingers
        return np.array([self.scale * across + 1j * (wrist - along * length) for along, across in points])

    def stretched(self, points: Any) -> np.ndarray:
        """Points of the drawn trunk at the heights of this body: hips, last rib, neck and crown fall into place."""
        body, scale = self.body, self.scale
        forward, up = np.array(points).T
        t12 = body.landmarks["T12-L1"].imag
        neck = sum(body.segments[f"{part} trunk"].length for part in ("lower", "middle", "upper"))
        crown = neck + body.segments["head"].length
        here = [-scale, 0, t12, neck, crown, crown + scale]
        low, last_rib, shoulder, top = shape.MARKS
        return scale * forward + 1j * np.interp(up, [low - 1, low, last_rib, shoulder, top, top + 1], here)

    def _line(self, points: np.ndarray, count: int, joints: Mapping[complex, float] = _NO_JOINTS) -> np.ndarray:
        return outline(points, max(8, round(self.detail * count)), joints)

    def _trunk_lines(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Back from below, head, front from above."""
        back, head, front = (self.stretched(points) for points in (shape.BACK, shape.HEAD, shape.FRONT))
        belly = np.exp(-(((self._drawn_height(front) - 0.13) / 0.13) ** 2))
        wide = self.wide / self.scale  # what `stretched` has not done yet
        front = front.real * (wide + (shape.waist(self.body) - wide) * belly) + 1j * front.imag
        back = back.real * wide + 1j * back.imag
        if self.body.sex == "female":
            front, back = front + self._bumps(front, shape.BUST), back - self._bumps(back, shape.HIPS)
        return back, head, front

    def _drawn_height(self, line: np.ndarray) -> np.ndarray:
        return line.imag / self.scale

    def _bumps(self, line: np.ndarray, bumps: tuple) -> np.ndarray:
        """What smooth bumps (height, spread, size) add to a line."""
        height = self._drawn_height(line)
        return sum(size * np.exp(-(((height - at) / spread) ** 2)) for at, spread, size in bumps)


def outline(points: np.ndarray, count: int, joints: Mapping[complex, float] = _NO_JOINTS) -> np.ndarray:
    """A smooth closed line of `count` complex points, and of more within the given distances (m) from these joints."""
    xy = smooth(np.column_stack([points.real, points.imag]), _FINER * count, closed=True)
    line = xy[:, 0] + 1j * xy[:, 1]
    keep = np.arange(line.size) % _FINER == 0
    for joint, distance in joints.items():
        keep |= np.abs(line - joint) < distance
    return line[keep]
