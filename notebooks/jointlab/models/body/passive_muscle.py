"""With what force muscles at rest resist being stretched, by two published curves that do not agree.

Fibres and tendon lie in series and carry the same force; the fibres stay equally far apart when they lengthen. Only the
curve of the fibres differs between the two answers: one rises as an exponential, one as a smooth curve that becomes
straight. Muscles are those of one published model (a man of 84 kg); a muscle at rest is silent and does not remember
how fast it was stretched, or how often.

How far checked: *textbook model*: both curves reproduce the package that ships them. No measured pull was found to hold
them against, and the stiffness of real hamstrings differs much between people: the differences between postures are
worth more than the newtons.
Source: Thelen 2003; Millard et al. 2013; muscles: Beaucage-Gauvreau et al. 2019.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import numpy as np
from scipy.interpolate import PchipInterpolator

from jointlab import sources
from jointlab.models import require
from jointlab.models.body.hamstring_length import full_model_arms, full_model_length

# Share of the greatest force at which fibres of so many times their optimal length resist, Millard et al. 2013: the
# default curve of OpenSim 4.6, which is straight from 1.7 on.
_MILLARD = {
    1.0: 0.0, 1.05: 0.0065, 1.1: 0.0170, 1.15: 0.0302, 1.2: 0.0497, 1.25: 0.0804, 1.3: 0.1261, 1.35: 0.1872,
    1.4: 0.2629, 1.45: 0.3534, 1.5: 0.4603, 1.55: 0.5829, 1.6: 0.7171, 1.65: 0.8574, 1.7: 1.0, 1.8: 1.2857, 2.2: 2.4286,
}  # fmt: skip
# The same for a tendon of so many times its slack length: the default curve of OpenSim 4.6, straight from 1.05 on.
_TENDON = {
    1.0: 0.0, 1.01: 0.0997, 1.02: 0.2609, 1.03: 0.4794, 1.04: 0.7474, 1.05: 1.0281, 1.06: 1.3087, 1.1: 2.4311,
    1.2: 5.2371,
}  # fmt: skip
_SHAPE, _STRAIN = (
    5.0,
    0.6,
)  # Thelen 2003 as OpenSim 4.6 has it: how sharply it rises, and the strain at the greatest force
_THIGH = 0.3974  # m, of the man of the model, for whom the lengths of fibres and tendons hold
_ROUNDS = 50  # halvings: far finer than anything that is known


def thelen(fibre: Any) -> Any:
    """Passive force as a share of the greatest, of fibres `fibre` times as long as optimal. Raises Impossible."""
    require.positive(fibre=fibre)
    stretch = np.maximum(np.asarray(fibre, dtype=float) - 1, 0)
    return np.expm1(_SHAPE * stretch / _STRAIN) / np.expm1(_SHAPE)


def millard(fibre: Any) -> Any:
    """The same by the other curve; fibres of more than 2.2 times their optimal length count as that."""
    require.positive(fibre=fibre)
    return _through(tuple(_MILLARD.items()))(np.clip(fibre, 1.0, max(_MILLARD)))


CURVES: dict[str, Callable[[Any], Any]] = {"Thelen 2003": thelen, "Millard 2013": millard}


def passive_forces(hip: Any, knee: Any) -> Mapping[str, Any]:
    """Force (N) of the three hamstrings at rest together, by each of CURVES, at these angles (degrees, 0 standing).

    A person of any size: all lengths grow together, the forces are those of the model's man. Raises Impossible.
    """
    return {curve: sum(_forces(curve, hip, knee).values()) for curve in CURVES}


def passive_moments(hip: Any, knee: Any) -> Mapping[str, Any]:
    """Moment (N m) with which they turn the pelvis back on one thigh, by each of CURVES. Raises Impossible."""
    return {
        curve: sum(
            force * full_model_arms(muscle, _THIGH, hip, knee)[0] for muscle, force in _forces(curve, hip, knee).items()
        )
        for curve in CURVES
    }


def _forces(curve: str, hip: Any, knee: Any) -> dict[str, Any]:
    found = {}
    for row in sources.hamstrings():
        lengths, forces = _by_length(row.name, curve)
        found[row.name] = np.interp(full_model_length(row.name, _THIGH, hip, knee), lengths, forces)
    return found


@cache
def _by_length(muscle: str, curve: str) -> tuple[np.ndarray, np.ndarray]:
    """Lengths of muscle and tendon together (m), and the force at each (N)."""
    row = sources.hamstring(muscle)
    apart = row.fibre * np.sin(np.radians(row.pennation))  # m: how thick the muscle is, which stays
    lengths = _THIGH * np.linspace(0.7, 1.5, 801)
    low, high = np.full_like(lengths, 1.001 * apart), np.full_like(lengths, 4 * row.fibre)
    for _ in range(_ROUNDS):
        fibre = (low + high) / 2
        short = _along(fibre, apart, row, curve) < row.force * _tendon((lengths - _reach(fibre, apart)) / row.tendon)
        low, high = np.where(short, fibre, low), np.where(short, high, fibre)
    return lengths, _along(low, apart, row, curve)


def _reach(fibre: Any, apart: float) -> Any:
    """How much of the muscle's length (m) its slanting fibres fill."""
    return np.sqrt(fibre**2 - apart**2)


def _along(fibre: Any, apart: float, row: sources.Hamstring, curve: str) -> Any:
    """The force of the fibres (N) along the tendon."""
    return row.force * CURVES[curve](fibre / row.fibre) * _reach(fibre, apart) / fibre


def _tendon(length: Any) -> Any:
    return _through(tuple(_TENDON.items()))(np.clip(length, 1.0, max(_TENDON)))


@cache
def _through(points: tuple[tuple[float, float], ...]) -> PchipInterpolator:
    return PchipInterpolator(*np.transpose(points))
