"""Where the skin of a drawn body ends below, so that somebody who lies or sits rests on the floor.

How far checked: *toy model*: outlines are drawn by eye and do not give way.
"""

from functools import lru_cache
from typing import Any

import numpy as np

from jointlab.drawings.human.bend import bent_leg, bent_trunk, frames
from jointlab.drawings.human.upright import Upright
from jointlab.models.body.kinematics import Leg, Posture, trunk_points
from jointlab.models.body.segments import Body

_upright = lru_cache(maxsize=4)(Upright)


def below_trunk(body: Body, posture: Posture) -> float:
    """How far below the hip joints (m) the lowest point of the trunk is, skin or cloth."""
    pieces, upright = frames(body, posture, trunk_points(body, posture)), _upright(body)
    return -min(_lowest(bent_trunk(pieces, part)) for part in (upright.trunk, upright.top))


def below_shorts(body: Body, leg: Leg, pelvis: float) -> float:
    """The same of the cloth on one thigh."""
    return -_lowest(bent_leg(body, leg, pelvis, _upright(body).shorts))


def below_leg(body: Body, leg: Leg, pelvis: float) -> float:
    """The same of a whole leg."""
    return -_lowest(bent_leg(body, leg, pelvis, _upright(body).leg))


def below_leg_end(body: Body, leg: Leg, pelvis: float) -> float:
    """The same of shank and foot."""
    points = _upright(body).leg
    lower = points[-points.imag > body.segments["thigh"].length + 0.5 * body.segments["shank"].length]
    return -_lowest(bent_leg(body, leg, pelvis, lower))


def _lowest(points: Any) -> float:
    return float(np.min(points.imag))
