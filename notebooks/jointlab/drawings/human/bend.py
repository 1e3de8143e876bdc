"""From the upright figure to a posture: outlines bent at the joints, as skin is.

Points are complex numbers, forward + i·up, in metres. The skin near a joint turns by a part of the joint's angle, so
outlines stay smooth; the trunk is carried by its vertebrae, each point by the two nearest.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from jointlab.models.body.kinematics import Arm, Leg, Posture, Trunk, leg_points, turn
from jointlab.models.body.segments import LEVELS, Body

_NEAR = 0.05  # m: how far from a joint the skin still feels it


def bent(points: np.ndarray, along: np.ndarray, joint: complex, at: float, angle: float, near: float = _NEAR):
    """`points` with all that lies beyond the joint turned by `angle` (degrees, as posture.turn).

    `along`: how far down the limb each point lies; `at`: how far down it the joint is.
    """
    share = np.clip((along - at + near) / (2 * near), 0, 1)
    return joint + (points - joint) * turn(angle * share * share * (3 - 2 * share))


def bent_leg(body: Body, leg: Leg, pelvis: float, points: np.ndarray) -> np.ndarray:
    """A hanging leg's points, from the hip, in a posture."""
    along = -points.imag
    knee, ankle = body.segments["thigh"].length, body.segments["thigh"].length + body.segments["shank"].length
    if leg.toes:
        points = _bent_toes(body, leg.toes, points)
    # The foot turns as a whole: what lies in front of the shin turns fully, whatever its height.
    foot = along + np.maximum(points.real - 0.03, 0) * np.clip((along - ankle + 0.07) / 0.02, 0, 1)
    points = bent(points, foot, -1j * ankle, ankle + body.ankle_height - 0.07, -leg.ankle, near=0.035)
    points = bent(points, along, -1j * knee, knee, leg.knee)
    points = bent(points, along, 0j, 0.0, -leg.hip, near=0.09)
    return points * turn(pelvis)


def _bent_toes(body: Body, toes: float, points: np.ndarray) -> np.ndarray:
    """Toes turn up about the ball of the foot, which keeps its place on the sole."""
    upright = leg_points(body, Posture(), Leg())
    foot = points.imag < upright.ankle.imag
    return np.where(foot, bent(points, points.real, upright.ball, upright.ball.real, -toes, near=0.03), points)


def bent_arm(body: Body, trunk: Trunk, arm: Arm, points: np.ndarray) -> np.ndarray:
    """A hanging arm's points, from the shoulder, in a posture."""
    along = -points.imag
    elbow = body.segments["upper arm"].length
    wrist = elbow + body.segments["forearm"].length
    points = bent(points, along, -1j * wrist, wrist, -arm.wrist, near=0.02)
    points = bent(points, along, -1j * elbow, elbow, -arm.elbow, near=0.04)
    return trunk.shoulder + points * turn(trunk.upper - arm.shoulder)


def frames(body: Body, posture: Posture, trunk: Trunk) -> Sequence[tuple[float, complex, complex, float]]:
    """The rigid pieces that carry the trunk's skin, from below: height of the middle of each in the upright figure,
    its joint there, where that joint is now, and how far the piece has turned (degrees)."""
    joints = [body.landmarks[level] for level in LEVELS]
    neck, chest = _upright_neck(body), _upright_chest(body)
    skull = body.landmarks["skull base"]
    pieces = [(0.6 * joints[0].imag, 0j, 0j, posture.pelvis)]
    for i, (joint, now, angle) in enumerate(zip(joints, trunk.levels, trunk.turns, strict=True)):
        above = joints[i + 1].imag if i + 1 < len(joints) else chest.imag
        pieces.append(((joint.imag + above) / 2, joint, now, angle))
    pieces.append(((chest.imag + neck.imag) / 2, chest, trunk.chest, trunk.upper))
    pieces.append(((neck.imag + skull.imag) / 2, neck, trunk.neck, (trunk.upper + trunk.head) / 2))
    pieces.append((skull.imag - 0.01, skull, trunk.skull, trunk.head))
    return pieces


def bent_trunk(pieces: Sequence[tuple[float, complex, complex, float]], points: np.ndarray) -> np.ndarray:
    """Points of the upright trunk and head, carried by `frames`."""
    heights = np.array([piece[0] for piece in pieces])
    place = np.interp(points.imag, heights, np.arange(len(heights)))
    below = np.minimum(place.astype(int), len(heights) - 2)
    share = place - below
    joint, now, angle = (np.array([piece[k] for piece in pieces]) for k in (1, 2, 3))
    turned = turn(angle)
    moved = now[:, None] + (points[None, :] - joint[:, None]) * turned[:, None]
    columns = np.arange(points.size)
    return (1 - share) * moved[below, columns] + share * moved[below + 1, columns]


def _upright_neck(body: Body) -> complex:
    return complex(-body.axis, sum(body.segments[f"{part} trunk"].length for part in ("lower", "middle", "upper")))


def _upright_chest(body: Body) -> complex:
    return complex(-body.axis, sum(body.segments[f"{part} trunk"].length for part in ("lower", "middle")))


def as_xy(points: Any, origin: complex = 0j) -> np.ndarray:
    """Complex points as an array of shape (n, 2), moved by `origin`."""
    points = np.asarray(points) + origin
    return np.column_stack([points.real, points.imag])
