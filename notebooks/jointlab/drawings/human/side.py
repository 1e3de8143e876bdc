"""The human figure seen from its right side, facing right, in any posture."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from jointlab.drawings import style
from jointlab.drawings.human import shape
from jointlab.drawings.human.bend import as_xy, bent_arm, bent_leg, bent_trunk, frames
from jointlab.drawings.outlines import smooth
from jointlab.models.body import Body
from jointlab.models.posture import Posture, trunk_points


class SideBody:
    """Draws into `axes` (metres, equal scales, y up) through `picture.moving`; `set` poses it.

    Layers from the back: far arm and leg (paler), trunk with head and near leg, bones, near arm.
    """

    def __init__(self, axes: Axes, picture: Any, zorder: float = 2):
        self._axes, self._picture = axes, picture
        far = {"fc": style.colour("far_skin"), "ec": style.colour("skin_edge")}
        near = {"fc": style.colour("skin"), "ec": style.colour("skin_edge")}
        self._far_arm = self._layer(zorder, **far)
        self._far_leg = self._layer(zorder + 0.1, **far)
        self._far_cloth = self._layer(zorder + 0.2, style.colour("far_cloth"), style.colour("cloth_edge"))
        self._main = self._layer(zorder + 0.3, **near)
        self._cloth = self._layer(zorder + 0.4, style.colour("cloth"), style.colour("cloth_edge"))
        self._hair = self._patch(zorder + 0.5, fc=style.colour("hair"), ec="none")
        self._ear = self._patch(zorder + 0.6, fc=style.colour("skin"), ec=style.colour("skin_edge"), lw=1.0)
        self._eye = self._patch(zorder + 0.6, fc=style.colour("ink"), ec="none")
        self._near_arm = self._layer(zorder + 2, **near)

    def _patch(self, zorder: float, **how: Any) -> PathPatch:
        patch = PathPatch(Path(np.zeros((1, 2))), zorder=zorder, **how)
        return self._picture.moving(self._axes.add_patch(patch))

    def _layer(self, zorder: float, fc: str, ec: str) -> tuple[PathPatch, PathPatch]:
        """Two patches that draw the union of overlapping parts: all edges first, then all insides."""
        edge = self._patch(zorder, fc="none", ec=ec, lw=2 * style.LINE["thin"])
        inside = self._patch(zorder + 0.05, fc=fc, ec="none")
        return edge, inside

    def set(self, body: Body, posture: Posture, hip: complex = 0j, grip: bool = False) -> None:
        """Pose the figure with the middle of its hips at `hip`; `grip`: hands closed around something."""
        both = posture.with_both_sides()
        trunk = trunk_points(body, posture)
        pieces = frames(body, posture, trunk)
        upright = _Upright.of(body)
        hand = upright.fist if grip else upright.hand

        def limb(make: Any, parts: list[np.ndarray], *angles: Any) -> list[np.ndarray]:
            return [as_xy(make(body, *angles, part), hip) for part in parts]

        # A far limb in the same pose lies hidden behind the near one.
        far_arm, far_leg, far_shorts = [], [], []
        if both.far_arm != posture.arm:
            far_arm = limb(bent_arm, [upright.arm, hand], trunk, both.far_arm)
        if both.far_leg != posture.leg:
            far_leg, far_shorts = (
                [part] for part in limb(bent_leg, [upright.leg, upright.shorts], both.far_leg, posture.pelvis)
            )
        self._show(self._far_arm, far_arm)
        self._show(self._far_leg, far_leg)
        self._show(self._far_cloth, far_shorts)
        leg, shorts = limb(bent_leg, [upright.leg, upright.shorts], posture.leg, posture.pelvis)
        self._show(self._main, [as_xy(bent_trunk(pieces, upright.trunk), hip), leg])
        self._show(self._cloth, [as_xy(bent_trunk(pieces, upright.top), hip), shorts])
        self._show(self._near_arm, limb(bent_arm, [upright.arm, hand], trunk, posture.arm))
        self._hair.set_path(_closed([as_xy(bent_trunk(pieces, upright.hair), hip)]))
        self._ear.set_path(_closed([as_xy(bent_trunk(pieces, upright.ear), hip)]))
        self._eye.set_path(_closed([as_xy(bent_trunk(pieces, upright.eye), hip)]))

    def _show(self, layer: tuple[PathPatch, PathPatch], outlines: list[np.ndarray]) -> None:
        path = _closed(outlines)
        for patch in layer:
            patch.set_path(path)


def _closed(outlines: list[np.ndarray]) -> Path:
    """One path of closed outlines, all turning the same way, so that overlaps are inside."""
    paths = [Path(np.zeros((1, 2)))] if not outlines else []
    for outline in outlines:
        x, y = outline.T
        if np.sum(x * np.roll(y, -1) - y * np.roll(x, -1)) < 0:
            outline = outline[::-1]
        paths.append(Path(np.vstack([outline, outline[:1]]), closed=True))
    return Path.make_compound_path(*paths)


class _Upright:
    """The outlines of one person standing, as complex points: built once, bent many times."""

    _known: tuple[Body, "_Upright"] | None = None

    @classmethod
    def of(cls, body: Body) -> "_Upright":
        """The outlines of `body`; the last one asked for is kept."""
        if cls._known is None or cls._known[0] is not body:
            cls._known = (body, cls(body))
        return cls._known[1]

    def __init__(self, body: Body):
        wide = shape.thickness(body)
        self.leg = _outline(_leg(body, wide), 110)
        self.arm = _outline(_arm(body, wide), 60)
        wrist = -(body.segments["upper arm"].length + body.segments["forearm"].length)
        length = body.segments["hand"].length + body.fingers
        self.hand = _outline(_hand(shape.OPEN_HAND, wrist, length, body), 40)
        self.fist = _outline(_hand(shape.FIST, wrist, length, body), 30)
        self.trunk = _outline(_trunk(body), 150)
        self.shorts = _outline(_shorts(body, wide), 50)
        self.top = _outline(_top(body), 90)
        self.hair = _outline(_on_head(body, shape.HAIR), 40)
        self.ear = _outline(_on_head(body, shape.EAR), 16)
        around = np.exp(2j * np.pi * np.arange(10) / 10)
        self.eye = _on_head(body, (shape.EYE,)) + body.height * (0.0028 * around.real + 0.0034j * around.imag)


def _outline(points: np.ndarray, count: int) -> np.ndarray:
    xy = smooth(np.column_stack([points.real, points.imag]), count, closed=True)
    return xy[:, 0] + 1j * xy[:, 1]


def _rows(rows: tuple[shape.Row, ...], top: float, length: float, wide: float) -> tuple[np.ndarray, np.ndarray]:
    """Front and back of one segment, each from above."""
    at, front, back = np.array(rows).T
    heights = 1j * (top - at * length)
    return wide * front + heights, -wide * back + heights


def _leg(body: Body, wide: float) -> np.ndarray:
    thigh, shank = body.segments["thigh"].length, body.segments["shank"].length
    thigh_front, thigh_back = _rows(shape.THIGH, 0.0, thigh, wide)
    shank_front, shank_back = _rows(shape.SHANK, -thigh, shank, wide)
    sole = -1j * (thigh + shank + body.ankle_height)
    long = body.segments["foot"].length / (0.2581 * shape.HEIGHT / 1.741)
    high = body.height / shape.HEIGHT
    top, under, heel = (
        sole + np.array([long * x + 1j * high * y for x, y in points])
        for points in (shape.FOOT_TOP, shape.FOOT_SOLE, shape.HEEL)
    )
    toe = sole + np.array([long * 0.196 + 1j * high * 0.012])
    above = sole.imag + 0.105 * high  # below it the foot begins
    shank_front, shank_back = (side[side.imag > above] for side in (shank_front, shank_back))
    return np.concatenate([thigh_front, shank_front, top, toe, under, heel, shank_back[::-1], thigh_back[::-1]])


def _shorts(body: Body, wide: float) -> np.ndarray:
    rows = [row for row in shape.THIGH if row.at < shape.SHORTS]
    front, back = _rows((*rows, _between(shape.THIGH, shape.SHORTS)), 0.0, body.segments["thigh"].length, wide)
    ease = 0.004  # m: cloth is wider than skin
    front, back = front + ease, back - ease
    hem = np.linspace(front[-1], back[-1], 6)[1:-1]
    return np.concatenate([front, hem, back[::-1]])


def _between(rows: tuple[shape.Row, ...], at: float) -> shape.Row:
    """The row of a limb at any place."""
    places, fronts, backs = np.array(rows).T
    return shape.Row(at, float(np.interp(at, places, fronts)), float(np.interp(at, places, backs)))


def _arm(body: Body, wide: float) -> np.ndarray:
    upper, forearm = body.segments["upper arm"].length, body.segments["forearm"].length
    upper_front, upper_back = _rows(shape.UPPER_ARM, 0.0, upper, wide)
    front, back = _rows(shape.FOREARM, -upper, forearm, wide)
    wrist = np.array([0.024 - 1j * (upper + 1.03 * forearm), -0.022 - 1j * (upper + 1.03 * forearm)])
    return np.concatenate([upper_front, front, wrist, back[::-1], upper_back[::-1]])


def _hand(points: tuple, wrist: float, length: float, body: Body) -> np.ndarray:
    scale = body.height / shape.HEIGHT
    return np.array([scale * across + 1j * (wrist - along * length) for along, across in points])


def _trunk(body: Body) -> np.ndarray:
    wide, belly = shape.thickness(body), shape.waist(body)
    back, head, front = (_stretched(body, points) for points in (shape.BACK, shape.HEAD, shape.FRONT))
    belly_share = np.exp(-(((front.imag / body.height * shape.HEIGHT - 0.13) / 0.13) ** 2))
    front = front.real * (wide + (belly - wide) * belly_share) + 1j * front.imag
    back = back.real * wide + 1j * back.imag
    if body.sex == "female":
        front, back = front + _bumps(body, front, shape.BUST), back - _bumps(body, back, shape.HIPS)
    return np.concatenate([back, head, front])


def _bumps(body: Body, line: np.ndarray, bumps: tuple) -> np.ndarray:
    """What smooth bumps (height, spread, size) add to a line."""
    heights = line.imag / body.height * shape.HEIGHT
    return sum(size * np.exp(-(((heights - at) / spread) ** 2)) for at, spread, size in bumps)


def _top(body: Body) -> np.ndarray:
    """The trunk below the collar."""
    line = _trunk(body)
    scale = body.height / shape.HEIGHT
    back, front = line[: len(shape.BACK)], line[-len(shape.FRONT) :]
    back, front = back[back.imag < shape.COLLAR_BACK * scale], front[front.imag < shape.COLLAR_FRONT * scale]
    return np.concatenate([back, front])


def _on_head(body: Body, points: tuple) -> np.ndarray:
    return _stretched(body, points)


def _stretched(body: Body, points: tuple) -> np.ndarray:
    """Points of the drawn trunk at the heights of this body: hips, last rib, neck and crown fall into place."""
    forward, up = np.array(points).T
    scale = body.height / shape.HEIGHT
    t12 = body.landmarks["T12-L1"].imag
    neck = sum(body.segments[f"{part} trunk"].length for part in ("lower", "middle", "upper"))
    crown = neck + body.segments["head"].length
    heights = np.interp(up, [-1, 0, 0.2768, 0.5891, 0.8263], [-scale, 0, t12, neck, crown])
    heights = np.where(up > 0.8263, crown + scale * (up - 0.8263), heights)
    return scale * forward + 1j * heights
