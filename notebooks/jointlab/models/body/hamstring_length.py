"""How long the hamstrings are when hip and knee bend, by two published models that do not agree.

The hamstrings cross two joints: they run from the sit bone, behind the hip, to below the knee. Bending the hip makes
them longer, bending the knee shorter. A muscle's lever arm at a joint is its change of length per angle turned there
(the principle of virtual work), so each model of length is a model of lever arms as well.

Assumes one straight thigh to whose length every muscle is in proportion. The regression has the same lever arm at every
angle; the full model has muscles that wrap around bones. At 90 degrees of hip and knee the two differ in sign for one
of the three muscles. Lengths are from end to end, tendons included.

How far checked: *checked against papers* (the regression reproduces its printed coefficients; the full model is the
published one, tabulated); that one person has these lengths: *textbook model*. Measured by ultrasound, lengths came out
smaller than those of the regression (Kellis et al. 2021).
Source: Hawkins and Hull 1990 (regression); Beaucage-Gauvreau et al. 2019 (full model).
"""

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
from scipy.interpolate import RectBivariateSpline

from jointlab import sources
from jointlab.language import N_
from jointlab.models import require

HIP, KNEE = (-20.0, 120.0), (0.0, 120.0)  # degrees that both models cover

Length = Callable[..., Any]


def regression_length(muscle: str, thigh: Any, hip: Any, knee: Any) -> Any:
    """Length of a hamstring (m) by the regression, in a leg with a `thigh` of so many m.

    `muscle`: a name of data/hamstrings.csv. `hip`, `knee`: flexion in degrees, 0 standing. All but `muscle` may be
    arrays. Raises Impossible, and MissingSource for a muscle that is none of the three. Source: Hawkins and Hull 1990.
    """
    row = sources.hamstring(muscle)
    _require(thigh, hip, knee)
    return np.asarray(thigh) * (row.start + row.per_hip * np.asarray(hip) + row.per_knee * np.asarray(knee))


def full_model_length(muscle: str, thigh: Any, hip: Any, knee: Any) -> Any:
    """The same by the full musculoskeletal model, interpolated between its lengths at every 20 and 30 degrees.

    Source: Beaucage-Gauvreau et al. 2019.
    """
    sources.hamstring(muscle)
    _require(thigh, hip, knee)
    return np.asarray(thigh) * _surface(muscle).ev(hip, knee)


MODELS: dict[str, Length] = {N_("regression"): regression_length, N_("full model"): full_model_length}


def lengthening(model: str, muscle: str, thigh: Any, hip: Any, knee: Any) -> Any:
    """How much longer than standing (m; below 0: shorter) by one of MODELS. Raises Impossible."""
    length = MODELS[model]
    return length(muscle, thigh, hip, knee) - length(muscle, thigh, 0.0, 0.0)


def lengthening_from_angles(thigh: Any, per_hip: Any, per_knee: Any, hip: Any, knee: Any) -> Any:
    """The regression's change of length from standing (m), with its two coefficients given (per degree)."""
    return thigh * (per_hip * hip + per_knee * knee)


def regression_arms(muscle: str, thigh: Any) -> tuple[Any, Any]:
    """Lever arms (m) of a hamstring at hip and knee by the regression: above 0 it extends the hip, bends the knee."""
    row = sources.hamstring(muscle)
    require.positive(thigh=thigh)
    return np.degrees(row.per_hip) * thigh, -np.degrees(row.per_knee) * thigh


def full_model_arms(muscle: str, thigh: Any, hip: Any, knee: Any) -> tuple[Any, Any]:
    """The same by the full model, in which they change with the angles (degrees). Raises Impossible."""
    sources.hamstring(muscle)
    _require(thigh, hip, knee)
    surface = _surface(muscle)
    at_hip, at_knee = surface.ev(hip, knee, dx=1), surface.ev(hip, knee, dy=1)
    return np.degrees(at_hip) * thigh, -np.degrees(at_knee) * thigh


def _require(thigh: Any, hip: Any, knee: Any) -> None:
    require.positive(thigh=thigh)
    require.between(*HIP, hip=hip)
    require.between(*KNEE, knee=knee)


@cache
def _surface(muscle: str) -> RectBivariateSpline:
    """Length over the thigh's, by hip and knee (degrees)."""
    rows = sources.hamstring_lengths()
    hips, knees = (sorted({getattr(row, joint) for row in rows}) for joint in ("hip", "knee"))
    lengths = {(row.hip, row.knee): getattr(row, muscle) for row in rows}
    table = [[lengths[hip, knee] for knee in knees] for hip in hips]
    return RectBivariateSpline(hips, knees, table, kx=3, ky=3)
