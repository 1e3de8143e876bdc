"""Muscles of the near side as bands inside the figure seen from the side: wider and fuller in colour the more they do.

Each runs between its usual places of attachment, by eye (the places are textbook anatomy, the widths are not): it shows
where a muscle lies and what it spans, not how long or how thick it is.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch

from jointlab.drawings import style
from jointlab.drawings.human import shape
from jointlab.drawings.human.bend import as_xy, bent_leg, bent_trunk, frames
from jointlab.drawings.human.layers import Layers, closed
from jointlab.drawings.human.upright import Upright
from jointlab.drawings.shapes.outlines import shifted, smooth
from jointlab.language import _
from jointlab.models import require
from jointlab.models.body.kinematics import Posture, trunk_points
from jointlab.models.require import Impossible

MUSCLES = ("hamstrings", "gluteus maximus", "back muscles", "abdominals", "hip flexors")

# Where each runs. On the pelvis and the spine: points (forward, up) from the middle of the hip joints, upright, in m of
# the drawn person.
_ON_BONES = {
    "hamstrings": ((-0.046, -0.052),),  # the sit bone
    "hip flexors": ((0.000, 0.255), (0.030, 0.180), (0.056, 0.090), (0.062, 0.015)),  # lumbar vertebrae, rim of pelvis
}
# Along the skin of the trunk: heights, and how far forward as a share of the skin's distance (below 0: backward).
_IN_TRUNK = {
    "gluteus maximus": ((0.105, -0.72), (0.055, -0.79)),  # back of the hip bone and of the sacrum
    "back muscles": ((0.030, -0.80), (0.075, -0.80), (0.125, -0.80), (0.205, -0.79), (0.290, -0.82), (0.385, -0.85),
                     (0.470, -0.85)),
    "abdominals": ((-0.025, 0.72), (0.040, 0.80), (0.130, 0.85), (0.240, 0.84), (0.350, 0.81)),
}  # fmt: skip
# In thigh and shank: share of the segment's length, and again of the skin's distance.
_IN_THIGH = {
    "hamstrings": ((0.28, -0.60), (0.46, -0.62), (0.64, -0.62), (0.80, -0.55)),
    "gluteus maximus": ((0.02, -0.76), (0.14, -0.58), (0.28, -0.12)),  # below the greater trochanter
    "hip flexors": ((0.15, -0.05),),  # the lesser trochanter
}
_IN_SHANK = {"hamstrings": ((0.10, -0.32),)}  # below the knee
_HALF_WIDTHS = {  # m, at full work
    "hamstrings": 0.018, "gluteus maximus": 0.024, "back muscles": 0.013, "abdominals": 0.009, "hip flexors": 0.012,
}  # fmt: skip
_AT_REST = 0.4  # share of this width of a muscle that does nothing
_TENDON = 0.12  # and of a muscle's width at its ends
_POINTS = 24
_FAINT, _FULL = 0.25, 0.95  # how opaque the inside is at rest and at full work


class MuscleLines:
    """Draws into `axes` (metres, equal scales, y up) through `picture.moving`, above the skin and below `Bones`."""

    def __init__(self, axes: Axes, picture: Any, zorder: float = 4):
        layers, edge = Layers(axes, picture), style.colour("muscle")
        self._upright = None
        self._bands = {name: layers.patch(zorder, ec=edge, lw=style.LINE["hair"], visible=False) for name in MUSCLES}

    def set(self, body: Any, posture: Posture, hip: complex = 0j, work: Mapping[str, float] | None = None) -> None:
        """Pose the muscles with the middle of the hips at `hip`.

        `work`: 0 (rest) to 1 (all) of each muscle to be shown, by its name in MUSCLES; None: all of them at rest.
        Raises Impossible.
        """
        work = dict.fromkeys(MUSCLES, 0.0) if work is None else work
        if self._upright is None or self._upright.body is not body:
            self._upright = Upright(body)
        drawn = bands(self._upright, posture, hip, work)
        for name, band in self._bands.items():
            band.set_visible(name in work)
            if name in work:
                self._show(band, drawn[name], work[name])

    def _show(self, band: PathPatch, outline: np.ndarray, work: float) -> None:
        band.set_path(closed([outline]))
        band.set_facecolor((style.colour("muscle"), _FAINT + (_FULL - _FAINT) * float(work)))


def bands(upright: Upright, posture: Posture, hip: complex, work: Mapping[str, float]) -> dict[str, np.ndarray]:
    """The closed outline of each muscle in `work`, arrays of shape (n, 2) in metres. Raises Impossible."""
    paths = muscle_paths(upright, posture, hip)
    unknown = [name for name in work if name not in paths]
    if unknown:
        raise Impossible(
            _("there is no muscle called {unknown!r} in this drawing; there are {muscles}.").format(
                unknown=unknown[0], muscles=", ".join(MUSCLES)
            )
        )
    for share in work.values():
        require.between(0, 1, work=share)
    return {name: _band(paths[name], _half_width(upright, name, share)) for name, share in work.items()}


def muscle_paths(
    upright: Upright, posture: Posture, hip: complex = 0j, names: Sequence[str] = MUSCLES
) -> dict[str, np.ndarray]:
    """The middle line of each muscle as its places are listed above, arrays of shape (n, 2) in metres."""
    body = upright.body
    pieces = frames(body, posture, trunk_points(body, posture))
    found = {}
    for name in names:
        trunk, leg = _upright_points(upright, name)
        moved = [bent_trunk(pieces, trunk)]
        if leg.size:
            moved.append(bent_leg(body, posture.leg, posture.pelvis, leg))
        found[name] = smooth(as_xy(np.concatenate(moved), hip), _POINTS)
    return found


def _upright_points(upright: Upright, name: str) -> tuple[np.ndarray, np.ndarray]:
    """Where a muscle's middle line runs in the upright figure: on the trunk, on the leg."""
    trunk = upright.stretched(_ON_BONES[name]) if name in _ON_BONES else _in_trunk(upright, _IN_TRUNK[name])
    thigh, shank = (upright.body.segments[part].length for part in ("thigh", "shank"))
    leg = [
        *_in_limb(upright, shape.THIGH, 0.0, thigh, _IN_THIGH.get(name, ())),
        *_in_limb(upright, shape.SHANK, -thigh, shank, _IN_SHANK.get(name, ())),
    ]
    return trunk, np.array(leg, dtype=complex)


def _in_trunk(upright: Upright, places: tuple) -> np.ndarray:
    heights, shares = np.array(places).T
    back, front = upright.back_and_front
    skin = back if shares[0] < 0 else front[::-1]
    up = upright.stretched([(0, height) for height in heights]).imag
    return np.abs(shares) * np.interp(up, skin.imag, skin.real) + 1j * up


def _in_limb(upright: Upright, rows: tuple, top: float, length: float, places: tuple) -> list[complex]:
    known, _, back = np.array(rows).T
    return [upright.wide * share * np.interp(at, known, back) + 1j * (top - at * length) for at, share in places]


def _half_width(upright: Upright, name: str, work: float) -> float:
    return upright.wide * _HALF_WIDTHS[name] * (_AT_REST + (1 - _AT_REST) * work)


def _band(line: np.ndarray, half: float) -> np.ndarray:
    """A spindle around a line: widest in the middle, its ends as narrow as tendons."""
    along = np.linspace(0, np.pi, len(line))
    halves = half * (_TENDON + (1 - _TENDON) * np.sin(along) ** 0.7)
    return np.concatenate([shifted(line, halves), shifted(line, -halves)[::-1]])
