"""Four joints seen close, on both sides of the page: where each stands, what of it moves, where a hand bends it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.human import closeups
from jointlab.drawings.human.front import SIDES
from jointlab.drawings.human.upright import Upright
from jointlab.models.body.adult import adult
from jointlab.models.evidence import beighton
from jointlab.models.evidence.beighton import Joint

WIDTH = 960  # pixels: of the page, in whose middle the two sides are mirrored
DETAIL = 0.45  # of the usual number of points: these bodies are small
# Dashed lines of a joint: from where, at which angle (degrees above the horizontal), how long (m).
GUIDES = {
    "little_finger": [(closeups.KNUCKLE, 90.0, 0.078)],
    "thumb": [],
    "elbow": [(0j, angle, 0.44) for angle in (0.0, -beighton.ELBOW)],
    "knee": [(0j, angle, 0.46) for angle in (-90.0, beighton.KNEE - 90)],
}
TABLE = np.array([-0.03, 0.19]) - 0.003j  # m: its ends, under the hand with the little finger


@dataclass(frozen=True)
class View:
    """A joint seen close: pixels for a metre, and where 0 of its outlines stands on the reader's right (pixels).

    `outline` of what moves and `held`, the place where a hand takes hold, follow what is measured: an angle (degrees)
    or a gap (m). `way`: measures, some beyond what is asked for, so that the way of a hand is long enough.
    """

    scale: float
    hinge: tuple[float, float]
    outline: Callable[[float], NDArray]
    held: Callable[[Any], Any]
    way: NDArray


UPRIGHT = Upright(adult(), DETAIL)
PAST_STRAIGHT = np.linspace(-15, 35, 11)
VIEWS = {
    "little_finger": View(660, (694, 140), closeups.little_finger, closeups.little_fingertip, np.linspace(0, 140, 15)),
    "thumb": View(580, (887, 96), closeups.thumb, closeups.thumb_tip, np.linspace(-0.06, 0.07, 14)),
    "elbow": View(
        220,
        (690, 262),
        lambda angle: closeups.elbow(UPRIGHT, angle),
        lambda angle: closeups.fingertips(UPRIGHT.body, angle),
        PAST_STRAIGHT,
    ),
    "knee": View(
        210,
        (805, 233),
        lambda angle: closeups.knee(UPRIGHT, angle),
        lambda angle: closeups.ankle(UPRIGHT.body, angle),
        PAST_STRAIGHT,
    ),
}


def on_page(joint: Joint, points: NDArray | complex) -> NDArray:
    """From metres around a joint's hinge to pixels of the page, shape (n, 2)."""
    name, side = joint
    view, points = VIEWS[name], np.atleast_1d(points)
    (x, y), away = view.hinge, SIDES[side]  # mirrored, like the body
    middle = WIDTH / 2
    x = middle + away * (x - middle)
    return np.column_stack([x + away * view.scale * points.real, y - view.scale * points.imag])


def moving(joint: Joint, measured: float) -> NDArray:
    """The outline of what moves in a joint, in pixels of the page."""
    return on_page(joint, VIEWS[joint[0]].outline(measured))


def guides(joint: Joint) -> list[NDArray]:
    """The two ends of every dashed line of a joint, in pixels of the page."""
    return [
        on_page(joint, start + length * np.array([0, np.exp(1j * np.radians(angle))]))
        for start, angle, length in GUIDES[joint[0]]
    ]


def grip(joint: Joint) -> Grip:
    """How a hand bends a joint."""
    name, side = joint
    view = VIEWS[name]
    return (Track(f"{name}_{side}", view.way, on_page(joint, view.held(view.way))),)
