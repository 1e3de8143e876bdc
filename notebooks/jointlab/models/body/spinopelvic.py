"""Three angles of a pelvis seen from the side, of which one is the sum of the other two.

The line from the middle of the hip joints to the middle of the top of the sacrum leans back from upright by the *pelvic
tilt* (PT). The top of the sacrum slopes forward from level by the *sacral slope* (SS). The angle between that line and
the perpendicular to the top of the sacrum is the *pelvic incidence* (PI), a matter of the person's bones. Turning the
pelvis turns line and sacrum alike, so what PT gains SS loses: PI = PT + SS, whatever the posture.

Assumes that sacrum and hip bones are one rigid piece, which holds but for a degree or so in a grown-up.
How far checked: the identity is geometry, *exact*; its use on a person is a *textbook model*.
Source: Legaye et al. 1998.
"""

from typing import Any

import numpy as np

from jointlab.models import require


def sacral_slope(incidence: Any, tilt: Any) -> Any:
    """SS in degrees, of somebody with this PI whose pelvis is tilted back by PT (degrees). Raises Impossible."""
    require.finite(incidence=incidence, tilt=tilt)
    return np.asarray(incidence, dtype=float) - np.asarray(tilt, dtype=float)


def sacral_top(incidence: Any, tilt: Any, distance: Any) -> tuple[Any, Any]:
    """The middle of the top of the sacrum, `distance` m from the hips, and the direction of its slope.

    Complex numbers, forward + i·up, from the middle of the hip joints. Raises Impossible.
    """
    require.positive(distance=distance)
    slope = np.radians(sacral_slope(incidence, tilt))
    middle = distance * 1j * np.exp(1j * np.radians(tilt))  # leans back, to the left of upright
    return middle, np.exp(-1j * slope)  # forward and down


def measured_angles(hip: Any, middle: Any, along: Any) -> tuple[Any, Any, Any]:
    """PI, PT and SS in degrees as somebody measures them on an X-ray, each by itself.

    `hip`: the middle of the hip joints; `middle`: that of the top of the sacrum; `along`: the direction of its slope,
    forward. Complex numbers, forward + i·up.
    """
    line, square = np.asarray(middle) - hip, 1j * np.asarray(along)
    incidence = np.degrees(np.angle(line / square))
    tilt = np.degrees(np.angle(line / 1j))
    slope = -np.degrees(np.angle(along))
    return incidence, tilt, slope
