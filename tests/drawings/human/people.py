"""People and postures of every kind that the course draws, for the tests of the drawn body."""

import numpy as np
import pytest
from matplotlib.path import Path
from tests.sample import sampled

from jointlab.models.body.balance import standing
from jointlab.models.body.kinematics import Arm, Leg, Posture
from jointlab.models.body.segments import body

PEOPLE = {
    "woman": body("female", 1.65, 62),
    "man": body("male", 1.80, 80),
    "heavy": body("male", 1.75, 120),
    "light": body("female", 1.60, 45),
    "tall": body("male", 2.00, 90),
    "short": body("female", 1.45, 50),
}
STANDING = {
    "upright": {},
    "bent": {"bend": 45},
    "far down": {"bend": 100},
    "squat": {"bend": 50, "knee": 110, "reach": 15},
    "half squat": {"bend": 30, "knee": 60},
    "reaching": {"reach": 90, "load": 5},
    "holding close": {"reach": -10, "elbow": 90, "load": 20},
    "backward": {"bend": -20},
}
OTHER = {
    "all fours": Posture(90, 0, neck=-30, arm=Arm(90, 0, -80), leg=Leg(90, 90, -40)),
    "cat": Posture(80, 35, 25, 30, Arm(120, 0, -75), Leg(85, 90, -40)),
    "sitting": Posture(-25, 28, 10, 5, Arm(40, 50), Leg(65, 88)),
    "bridge": Posture(-100, 10, neck=20, arm=Arm(-5), leg=Leg(10, 100, 10)),
    "striding": Posture(5, 10, arm=Arm(60, 90), leg=Leg(95, 60), far_arm=Arm(-30, 70), far_leg=Leg(-10, 15, -10)),
}


def postures(who: str) -> dict[str, Posture]:
    person = PEOPLE[who]
    return {name: standing(person, **how) for name, how in STANDING.items()} | OTHER


WHO = sampled(PEOPLE, {"woman", "heavy"})
EVERY = [
    pytest.param(*who.values, name, id=f"{who.id}-{name}", marks=who.marks)
    for who in WHO
    for name in [*STANDING, *OTHER]
]


def inside(point: complex, *outline: np.ndarray, radius: float = 0.0) -> bool:
    return any(Path(line).contains_point((point.real, point.imag), radius=radius) for line in outline)


def flat(points: complex) -> complex:
    return complex(np.asarray(points).item())


def outside(points: np.ndarray, skin: list[np.ndarray]) -> float:
    """The share of points around which none of these closed outlines winds; an outline may overlap itself."""
    return 1 - float(np.mean(np.any([_winds(line @ [1, 1j], points @ [1, 1j]) for line in skin], axis=0)))


def _winds(line: np.ndarray, points: np.ndarray) -> np.ndarray:
    seen = np.append(line, line[0]) - points[:, None]
    turned = np.angle(seen[:, 1:] / seen[:, :-1]).sum(axis=1)
    return np.abs(turned) > np.pi
