"""The body as segments: how heavy and how long each is, for a given sex, height and mass.

Masses are shares of body mass and lengths shares of body height, as in the means of one sample of young adults; real
people differ by more than the sexes do. How far checked: measured (the table), scaled to one person: textbook model.
Source: de Leva 1996 (segments), Beaucage-Gauvreau et al. 2019 (where the lumbar discs lie).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from jointlab import sources
from jointlab.language import _
from jointlab.models import require
from jointlab.models.require import Impossible

# Both sides of the body are alike: these segments are there twice.
PAIRED = ("upper arm", "forearm", "hand", "thigh", "shank", "foot")
SEGMENTS = ("head", "upper trunk", "middle trunk", "lower trunk", *PAIRED)
LEVELS = ("L5-S1", "L4-L5", "L3-L4", "L2-L3", "L1-L2", "T12-L1")  # from below
_FINGERS = {"female": "fingers_female", "male": "fingers_male"}  # sex: the row of the length of the fingers
# The musculoskeletal model that gives the landmarks has the hip height of a person this tall in de Leva's table.
_LANDMARK_STATURE = 1.70  # m


@dataclass(frozen=True)
class Segment:
    """One segment: `mass` (kg), `length` (m), `com`: share of the length from its upper end to its centre of mass."""

    mass: float
    length: float
    com: float


@dataclass(frozen=True, eq=False)
class Body:
    """One person standing; equal to itself alone, so that what follows from a body can be remembered.

    `segments`: SEGMENTS by name, of one side where PAIRED. `landmarks`: points of the upright spine and shoulder as
    complex numbers, forward + i·up, in m from the middle of the hip joints. `fingers`: m from the knuckles to the
    finger tips. `axis`: how far (m) the vertical line on which the trunk's mass lies stands behind the hip joints.
    `sex` matters to drawings only, and may stay empty.
    """

    height: float
    segments: Mapping[str, Segment]
    landmarks: Mapping[str, complex]
    fingers: float
    axis: float
    sex: str = ""

    @property
    def mass(self) -> float:
        """kg, the sum of all segments."""
        return sum(s.mass * (2 if name in PAIRED else 1) for name, s in self.segments.items())

    @property
    def hip_height(self) -> float:
        """m from the floor to the hip joints, standing."""
        return self.height - sum(self.segments[name].length for name in ("head", *SEGMENTS[1:4]))

    @property
    def ankle_height(self) -> float:
        """m from the floor to the ankle joint: what is left below thigh and shank."""
        return self.hip_height - self.segments["thigh"].length - self.segments["shank"].length


def body(sex: str, height: float, mass: float) -> Body:
    """The segments of a person of `height` (m) and `mass` (kg); `sex` is "female" or "male".

    `height` and `mass` may be arrays, for many people at once. Raises Impossible.
    """
    if sex not in _FINGERS:
        raise Impossible(
            _('sex must be "female" or "male", because the table has these two columns; got {sex!r}.').format(sex=sex)
        )
    require.between(0.5, 2.5, height=height)
    require.between(2, 400, mass=mass)
    height, mass = np.asarray(height, dtype=float), np.asarray(mass, dtype=float)
    rows = {name: sources.segment(f"{sex} {name}") for name in SEGMENTS}
    stature = rows["head"].stature
    scale = height / stature
    whole = sum(row.mass * (2 if name in PAIRED else 1) for name, row in rows.items())  # 1, but for rounding
    landmarks = {
        row.name: complex(row.forward, row.up) / _LANDMARK_STATURE * height for row in sources.landmarks().values()
    }
    return Body(
        height=height,
        segments={name: Segment(row.mass / whole * mass, row.length * scale, row.com) for name, row in rows.items()},
        landmarks=landmarks,
        fingers=sources.value(_FINGERS[sex]) * scale,
        axis=sources.value("trunk_axis") / _LANDMARK_STATURE * height,
        sex=sex,
    )
