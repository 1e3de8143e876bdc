"""The lower back drawn twice: from the side, for bending, and as a stack seen from behind and above, for twisting.

From the side the bones are those of the course's body; each joint turns by the angle that it is given. In the stack the
vertebrae are pulled apart so that each is seen; it is a sketch, and its angles are drawn larger than they are.
"""

from functools import cache

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from jointlab.drawings import style
from jointlab.drawings.human.bones import bones
from jointlab.drawings.human.layers import Layers, closed
from jointlab.drawings.page import Page
from jointlab.drawings.shapes.outlines import smooth
from jointlab.models.body.adult import adult
from jointlab.models.body.kinematics import Posture

ROWS = (260, 209, 158, 107, 56)  # pixels from the top: the five joints in the stack, from below
PITCH = 51  # pixels from one joint to the next
LARGER = 3  # times: a twist is drawn so much larger than it is
FULL_COLOUR = 0.40  # share of the whole turn at which the colour is full
_PALEST = 0.10
_ACROSS, _SQUASHED = 1750, 0.30  # pixels for a metre in the stack, and how flat it is seen

# The right half of a vertebra from above, in m: to the right and to the front of the middle of its body.
_HALF = (
    (0.000, 0.017), (0.012, 0.016), (0.022, 0.009), (0.024, -0.001), (0.020, -0.011), (0.014, -0.017), (0.015, -0.024),
    (0.028, -0.025), (0.044, -0.032), (0.045, -0.037), (0.032, -0.036), (0.022, -0.037), (0.021, -0.046),
    (0.014, -0.049), (0.006, -0.046), (0.004, -0.056), (0.005, -0.076), (0.000, -0.080),
)  # fmt: skip
# The same of the top of the sacrum, with its wings.
_SACRUM = (
    (0.000, 0.017), (0.014, 0.016), (0.024, 0.010), (0.040, 0.006), (0.054, -0.004), (0.057, -0.016), (0.046, -0.024),
    (0.030, -0.030), (0.023, -0.036), (0.018, -0.044), (0.009, -0.043), (0.004, -0.050), (0.000, -0.056),
)  # fmt: skip
_CANAL = ((-0.011, -0.018), (0.011, -0.018), (0.010, -0.029), (0.000, -0.038), (-0.010, -0.029))
SPINOUS = (-0.054j, *[-0.076j] * 5)  # where a spinous process ends: of the sacrum, of the vertebrae


def shade(share: float) -> float:
    """How strong the colour of a joint is that takes this share of the whole turn."""
    return float(np.clip(_PALEST + (1 - _PALEST) * share / FULL_COLOUR, _PALEST, 1))


@cache
def _upright() -> dict[str, list[NDArray]]:
    """Outlines (n, 2) in m of the standing body: five vertebrae and discs from below, sacrum and hip bone."""
    drawn = bones(adult(), Posture())
    return {
        "vertebrae": drawn["lumbar spine"][:5],
        "discs": drawn["discs"][:5],
        "pelvis": drawn["pelvis"][:2],
    }


class SideView:
    """The five joints from the side, the front to the right, in axes of metres; the sacrum stands still."""

    def __init__(self, axes: Axes, page: Page):
        layers = Layers(axes, page)
        edge = {"ec": style.colour("bone_edge"), "lw": style.LINE["thin"]}
        self.pelvis = layers.patch(2, fc=style.colour("bone"), **edge)
        self.vertebrae = layers.patch(3, fc=style.colour("bone_inner"), **edge)
        self.discs = [
            layers.patch(4, fc=style.colour("vermilion"), ec=style.colour("vermilion"), lw=style.LINE["thin"])
            for _joint in range(5)
        ]

    def artists(self) -> list:
        """All that it draws."""
        return [self.pelvis, self.vertebrae, *self.discs]

    def set(self, angles: NDArray) -> NDArray:
        """Turn each joint forward by its angle (degrees); where the discs are then, complex."""
        upright = _upright()
        turned, places = _bent(angles)
        self.pelvis.set_path(closed(upright["pelvis"]))
        bodies = zip(upright["vertebrae"], turned, strict=True)
        self.vertebrae.set_path(closed([_moved(part, *how[1:]) for part, how in bodies]))
        whole = angles.sum()
        for patch, part, how, angle in zip(self.discs, upright["discs"], turned, angles, strict=True):
            middle = np.exp(-1j * np.radians(angle / 2))
            patch.set_path(closed([_moved(part, how[0] * middle, how[2], how[3])]))
            patch.set_alpha(shade(angle / whole))
        return places


def _bent(angles: NDArray) -> tuple[list[tuple], NDArray]:
    """For each joint, as it has turned: turn below it, turn above it, where its middle was, where it is."""
    centres = [part.mean(axis=0) @ [1, 1j] for part in _upright()["discs"]]
    turn, found, here = 1 + 0j, [], centres[0]
    for i, (centre, angle) in enumerate(zip(centres, angles, strict=True)):
        if i:
            here = here + turn * (centre - centres[i - 1])
        below, turn = turn, turn * np.exp(-1j * np.radians(angle))
        found.append((below, turn, centre, here))
    return found, np.array([how[3] for how in found])


def _moved(outline: NDArray, turn: complex, was: complex, now: complex) -> NDArray:
    points = now + turn * (outline @ [1, 1j] - was)
    return np.column_stack([points.real, points.imag])


class Stack:
    """The five vertebrae and the sacrum from behind and above, pulled apart; drawn on the page, in pixels."""

    def __init__(self, page: Page, middle: float):
        self.middle = middle
        layers = Layers(page.page, page)
        bone = {"fc": style.colour("bone"), "ec": style.colour("bone_edge"), "lw": style.LINE["thin"]}
        hole = {"fc": style.colour("panel"), "ec": style.colour("bone_edge"), "lw": style.LINE["hair"]}
        disc = {"fc": style.colour("vermilion"), "ec": style.colour("vermilion"), "lw": style.LINE["thin"]}
        self.plates, self.holes, self.discs = [], [], []
        for i in range(6):  # from below: what is higher is nearer to the eye
            self.plates.append(layers.patch(2 + 0.1 * i, **bone))
            self.holes.append(layers.patch(2.03 + 0.1 * i, **hole))
            if i < 5:
                self.discs.append(layers.patch(2.06 + 0.1 * i, **disc))
        self.fan = page.line(page.page, "ink", "thin", zorder=4, marker="o", ms=4)

    def artists(self) -> list:
        """All that it draws."""
        return [*self.plates, *self.holes, *self.discs, self.fan]

    def set(self, angles: NDArray, shares: NDArray) -> None:
        """Turn each joint by its angle (degrees), seen from above to the left; the sacrum stands still."""
        turned = LARGER * np.r_[0, np.cumsum(angles)]
        vertebra, sacrum, canal = _plan()
        outlines = (sacrum, *[vertebra] * 5)
        for plate, hole, outline, height, angle in zip(
            self.plates, self.holes, outlines, self._heights(), turned, strict=True
        ):
            plate.set_path(closed([self._seen(outline, angle, height)]))
            hole.set_path(closed([self._seen(canal, angle, height)]))
        ring = 0.023 * np.exp(2j * np.pi * np.arange(30) / 30)
        ring = ring.real + 0.8j * ring.imag
        for disc, height, share in zip(self.discs, ROWS, shares, strict=True):
            disc.set_path(closed([self._seen(ring, 0.0, height - 2)]))
            disc.set_alpha(shade(share))
        tips = [
            self._seen(np.array([tip]), angle, height)[0]
            for tip, angle, height in zip(SPINOUS, turned, self._heights(), strict=True)
        ]
        self.fan.set_data(*np.array(tips).T)

    def _heights(self) -> NDArray:
        """Pixels from the top: the middles of sacrum and vertebrae."""
        return np.r_[ROWS[0] + PITCH / 2, np.array(ROWS) - PITCH / 2]

    def _seen(self, points: NDArray, angle: float, height: float) -> NDArray:
        turned = points * np.exp(1j * np.radians(angle))
        return np.column_stack([self.middle + _ACROSS * turned.real, height - _ACROSS * _SQUASHED * turned.imag])


@cache
def _plan() -> tuple[NDArray, NDArray, NDArray]:
    """A vertebra, the top of the sacrum and the canal from above, complex, in m."""
    halves = (np.array(_HALF), np.array(_SACRUM))
    bones_ = (smooth(np.vstack([half, half[-2:0:-1] * (-1, 1)]), 72, closed=True) for half in halves)
    return *(bone @ [1, 1j] for bone in bones_), smooth(np.array(_CANAL), 20, closed=True) @ [1, 1j]
