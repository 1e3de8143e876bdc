"""A knuckle (metacarpophalangeal joint) cut lengthwise, in millimetres, opening as its finger is pulled.

Seen from the side: x points to the fingertip, y to the back of the hand, the origin is the centre of the
metacarpal head. The metacarpal stands still; the phalanx moves along x. Real heads are not quite round
and joints differ: the drawing is a diagram with the sizes of `data/constants.csv`, not one person's
anatomy.
"""

from functools import cache

import numpy as np
from matplotlib.axes import Axes
from matplotlib.transforms import Affine2D

from jointlab import sources
from jointlab.drawings.joints.gas_lens import Film
from jointlab.drawings.picture import Picture
from jointlab.drawings.shapes import outlines

# Sizes in mm.
HEAD_RADIUS = 1e3 * sources.value("mcp_head_radius")
SOCKET_RADIUS = 1e3 * sources.value("mcp_socket_radius")
CARTILAGE = 1e3 * sources.value("mcp_cartilage_thickness")
CAPSULE = 1e3 * sources.value("capsule_thickness")
RESTING_GAP = 1e3 * sources.value("mcp_joint_space") - 2 * CARTILAGE
# These, and every outline below, are drawn by eye around the sizes above.
SOCKET_HALF_WIDTH = 5.5
SKIN = 1.3
DIMPLE = 0.8  # how far the skin is drawn in at full suction
_SOFT = 1.05  # depth at which the soft tissue begins: within the skin, so that the skin can sink in

FILM = Film(HEAD_RADIUS, SOCKET_RADIUS, SOCKET_HALF_WIDTH)
LIMITS = ((-30.0, 34.0), (-21.0, 15.0))  # a good view; all parts run on to x = ±55

_BONE_HEAD = HEAD_RADIUS - CARTILAGE
_CARTILAGE_END = (-118.0, 84.0)  # degrees around the head: cartilage reaches further on the palm side


@cache
def metacarpal() -> np.ndarray:
    """Outline of the metacarpal bone, without its cartilage."""
    palm = [(-55, -4.8), (-40, -3.9), (-30, -3.4), (-20, -3.2), (-13, -3.6), (-8.8, -4.55), (-6.4, -5.35)]
    back = [
        (-1.6, 6.95),
        (-4.6, 6.9),
        (-8.2, 6.2),
        (-13, 5.3),
        (-20, 4.9),
        (-30, 4.9),
        (-40, 5.2),
        (-55, 6.0),
    ]
    head = outlines.arc(_BONE_HEAD, _CARTILAGE_END[0] - 4, _CARTILAGE_END[1] + 6, count=26)
    return outlines.smooth(np.vstack([palm, head, back]), count=180)


@cache
def phalanx() -> np.ndarray:
    """Outline of the proximal phalanx, without its cartilage, as it lies at a gap of 0."""
    socket = _socket(SOCKET_RADIUS + CARTILAGE)
    back = [(6.75, 6.45), (8.2, 6.6), (10.5, 6.2), (14.5, 5.2), (20, 4.6), (32, 4.3), (60, 4.2)]
    palm = [(60, -3.6), (36, -3.2), (25, -3.4), (17.5, -4.5), (12.5, -6.1), (9.2, -7.0), (7.0, -6.75)]
    return outlines.smooth(np.vstack([palm, socket, back])[::-1], count=96)


def head_cartilage() -> np.ndarray:
    """Outline of the metacarpal's cartilage."""
    return np.vstack([_head(), head_surface()[::-1]])


@cache
def head_surface() -> np.ndarray:
    """Surface of the metacarpal's cartilage, from the palm side to the back; it thins out at both ends."""
    return outlines.layer(_head(), -CARTILAGE, taper=0.06)


def _head() -> np.ndarray:
    """The bone under the cartilage of the metacarpal head."""
    return outlines.arc(_BONE_HEAD, *_CARTILAGE_END, count=56)


def socket_cartilage() -> np.ndarray:
    """Outline of the phalanx's cartilage, as it lies at a gap of 0."""
    return np.vstack([_socket(SOCKET_RADIUS + CARTILAGE, count=32), socket_surface()[::-1]])


@cache
def socket_surface() -> np.ndarray:
    """Surface of the phalanx's cartilage, from the palm side to the back, as it lies at a gap of 0."""
    return outlines.layer(_socket(SOCKET_RADIUS + CARTILAGE, count=32), CARTILAGE, taper=0.09)


def _socket(radius: float, count: int = 16) -> np.ndarray:
    """The hollow of the phalanx, from the palm side to the back, at a gap of 0."""
    end = np.degrees(np.arcsin(SOCKET_HALF_WIDTH / SOCKET_RADIUS))
    return outlines.arc(radius, -end, end, count, centre=(HEAD_RADIUS - SOCKET_RADIUS, 0))


def capsule(gap: float, suction: float) -> tuple[np.ndarray, np.ndarray]:
    """Inner and outer side of the capsule at the back of the hand, from the metacarpal to the phalanx."""
    middle = 7.45 - 0.06 * gap - suction * (0.27 + 0.11 * gap)
    inner = [
        (-6.4, 6.7),
        (-3.0, 7.4),
        (1.5, 7.95),
        (5.2 + 0.45 * gap, middle),
        (8.3 + 0.95 * gap, 6.9 - 0.1 * suction),
        (10.6 + gap, 6.2),
    ]
    outer = [
        (-8.4, 6.3),
        (-3.4, 7.4 + CAPSULE),
        (1.5, 7.95 + CAPSULE),
        (5.4 + 0.45 * gap, middle + CAPSULE),
        (8.9 + 0.95 * gap, 6.8 + CAPSULE - 0.1 * suction),
        (14.0 + gap, 5.35),
    ]
    return outlines.smooth(inner, count=30), outlines.smooth(outer, count=30)


def palmar_plate(gap: float, suction: float) -> tuple[np.ndarray, np.ndarray]:
    """Inner and outer side of the palmar (volar) plate, both from the metacarpal to the phalanx.

    The thick plate is fixed to the phalanx and travels with it; its thin part stretches from the metacarpal.
    """
    sunk = 0.5 * suction
    inner = [
        (-9.2, -4.45),
        (-6.4 + 0.1 * gap, -6.5),
        (-2.4 + 0.5 * gap, -7.9),
        (2.0 + 0.85 * gap, -7.95),
        (5.4 + gap, -7.45 + sunk),
        (8.2 + gap, -7.05),
    ]
    outer = [
        (-10.2, -4.05),
        (-6.9 + 0.1 * gap, -7.3),
        (-2.6 + 0.5 * gap, -9.6),
        (2.0 + 0.85 * gap, -10.5),
        (6.2 + gap, -9.9 + sunk),
        (9.8 + gap, -8.2),
        (13.2 + gap, -5.75),
    ]
    return outlines.smooth(inner, count=30), outlines.smooth(outer, count=30)


def fluid(gap: float, suction: float = 0.0) -> np.ndarray:
    """Outline of the synovial fluid: the film between the cartilages and the pockets beside it."""
    (lining, _), (plate, _) = capsule(gap, suction), palmar_plate(gap, suction)
    metacarpal_bone, phalanx_bone, head = metacarpal(), np.add(phalanx(), (gap, 0)), head_surface()
    socket = np.add(socket_surface(), (gap, 0))
    return np.vstack(
        [
            outlines.between(metacarpal_bone, plate[0], head[0]),
            head,
            outlines.between(metacarpal_bone, head[-1], lining[0]),
            lining,
            outlines.between(phalanx_bone, lining[-1], socket[-1]),
            socket[::-1],
            outlines.between(phalanx_bone, socket[0], plate[-1]),
            plate[::-1],
        ]
    )


def skin(side: str, suction: float) -> tuple[np.ndarray, np.ndarray]:
    """Inner and outer side of the skin on the "back" or the "palm" of the hand."""
    if side == "back":
        line = outlines.smooth(_SKIN_BACK, count=40)
        depth = -DIMPLE * suction * np.exp(-(((line[:, 0] - 8) / 5) ** 2))
        thickness = -SKIN
    else:
        line = outlines.smooth(_SKIN_PALM, count=40)
        depth = 0.5 * DIMPLE * suction * np.exp(-(((line[:, 0] - 8) / 7) ** 2))
        thickness = SKIN
    outer = line + np.column_stack([np.zeros(len(line)), depth])
    return outlines.shifted(outer, thickness), outer


_SKIN_BACK = [(-55, 11.6), (-25, 11.3), (-11, 12.0), (0, 13.1), (8, 12.8), (20, 11.0), (32, 10.2), (60, 9.8)]
_SKIN_PALM = [(-55, -20.8), (-25, -20.3), (-6, -19.6), (8, -19.2), (20, -18.2), (32, -16.9), (60, -16.2)]
_EXTENSOR = [(-55, 7.7), (-25, 7.0), (-11, 8.3), (0, 9.7), (8, 9.5), (20, 7.6), (32, 6.7), (60, 6.2)]
_FLEXOR = [(-55, -9.6), (-25, -10.0), (-8, -11.0), (4, -11.2), (16, -10.6), (32, -8.9), (60, -8.0)]


class Knuckle(outlines.Drawing):
    """The knuckle drawn into `ax`, its head's centre at (`x`, `y`); call `set` to open it.

    With `opens=False` only the gas follows the state, so that a frame stays small. `ax` gets equal aspect; give it
    the limits of your choice (`LIMITS` shows the joint well). `drawn_mm3` is the volume of gas that the last `set`
    could show.
    """

    def __init__(self, ax: Axes, picture: Picture, x: float = 0.0, y: float = 0.0, opens: bool = True):
        super().__init__(ax, x, y)
        self.drawn_mm3 = 0.0
        self._stand_still()

        def moving(patch):
            return picture.moving(self._add(patch)) if opens else self._add(patch)

        self._fluid = moving(outlines.tissue("fluid", "fluid_edge", zorder=3.4))
        self._capsule = moving(outlines.tissue("capsule", "capsule_edge", zorder=3.0))
        self._phalanx = moving(outlines.tissue("bone", "bone_edge", "thin", zorder=3.1))
        self._marrow = moving(outlines.tissue("bone_inner", zorder=3.2))
        self._trabeculae = moving(outlines.strokes("bone", zorder=3.25))
        self._cartilage = moving(outlines.tissue("cartilage", "cartilage_edge", zorder=3.3))
        self._gas = picture.moving(self._add(outlines.tissue("gas", "gas_edge", "thin", zorder=3.5)))
        self._skin = [moving(outlines.tissue("skin", "skin_edge", zorder=3.6)) for _ in range(2)]

        bone = phalanx()
        self._phalanx.set_path(outlines.path(bone))
        self._marrow.set_path(outlines.path(_marrow(bone, joint_at=7.5)))
        self._trabeculae.set_path(outlines.path(*_phalanx_trabeculae(), closed=False))
        self._cartilage.set_path(outlines.path(socket_cartilage()))
        self.set(RESTING_GAP)

    def set(self, gap_mm: float, cavity_mm3: float = 0.0, suction: float = 0.0, bubbles: int = 1) -> None:
        """Open the joint to `gap_mm` (cartilage to cartilage, on the axis).

        `cavity_mm3` of gas lie in the film; `bubbles` parts share them. `suction`, from 0 to 1, draws
        the capsule and the skin in.
        """
        self._ax.apply_aspect()  # otherwise only a draw of the whole figure brings the axes into their shape
        self._gap = gap_mm
        away = Affine2D().translate(gap_mm, 0) + self._origin + self._ax.transData
        for patch in (self._phalanx, self._marrow, self._trabeculae, self._cartilage):
            patch.set_transform(away)

        walls = (capsule(gap_mm, suction), palmar_plate(gap_mm, suction))
        self._capsule.set_path(outlines.path(*(np.vstack([inner, outer[::-1]]) for inner, outer in walls)))
        self._fluid.set_path(outlines.path(fluid(gap_mm, suction)))
        for patch, side in zip(self._skin, ("back", "palm"), strict=True):
            inside, outside = skin(side, suction)
            patch.set_path(outlines.path(np.vstack([inside, outside[::-1]])))
        self.fill(cavity_mm3, bubbles)

    def fill(self, cavity_mm3: float, bubbles: int = 1) -> None:
        """Put `cavity_mm3` of gas, in `bubbles` parts, into the film; the joint stays as it is."""
        shapes, self.drawn_mm3 = FILM.cavity(self._gap, cavity_mm3, bubbles)
        self._gas.set_path(outlines.path(*(np.add(shape, (HEAD_RADIUS, 0)) for shape in shapes)))
        self._gas.set_visible(bool(shapes))

    def _stand_still(self) -> None:
        """All that does not move: soft tissue, tendons, the metacarpal and its cartilage."""
        back, palm = skin("back", 0)[1] - [0, _SOFT], skin("palm", 0)[1] + [0, _SOFT]
        self._stand(outlines.tissue("soft", zorder=1.0), np.vstack([back, palm[::-1]]))

        tendon = [outlines.smooth(line, count=60) for line in (_EXTENSOR, _FLEXOR)]
        extensor = np.vstack([tendon[0], outlines.shifted(tendon[0], 1.3)[::-1]])
        deep = np.vstack([tendon[1], outlines.shifted(tendon[1], -2.1)[::-1]])
        superficial = np.vstack([outlines.shifted(tendon[1], -2.4), outlines.shifted(tendon[1], -4.2)[::-1]])
        self._stand(outlines.tissue("panel", "line", zorder=1.1), extensor, deep, superficial)

        bone = metacarpal()
        self._stand(outlines.tissue("bone", "bone_edge", "thin", zorder=1.2), bone)
        self._stand(outlines.tissue("bone_inner", zorder=1.3), _marrow(bone, joint_at=6.0))
        self._stand(outlines.strokes("bone", zorder=1.35), *_metacarpal_trabeculae(), closed=False)
        self._stand(outlines.tissue("cartilage", "cartilage_edge", zorder=1.4), head_cartilage())


def _marrow(bone: np.ndarray, joint_at: float) -> np.ndarray:
    """The spongy inside of a bone: below a shell that is thin near the joint and thick along the shaft."""
    shell = 0.5 + 0.9 * np.clip((np.abs(bone[:, 0] - joint_at) - 5) / 16, 0, 1)
    return outlines.inset(bone, shell)


def _metacarpal_trabeculae() -> list[np.ndarray]:
    """Fine struts fanning from the shaft to the surface of the head, and arches across them."""
    struts = []
    for number, angle in enumerate(np.arange(-104, 85, 13.5)):
        start = -17.0 + 4.0 * (number % 3) + 0.035 * abs(angle)
        bend, tip = (-5.5, 0.5 + 0.038 * angle), outlines.arc(6.0, angle, angle, count=1)[0]
        struts.append(outlines.smooth([(start, 0.8 + 0.026 * angle), bend, tip], count=12))
    arches = [outlines.arc(radius, -reach, reach, 20) for radius, reach in ((1.6, 60), (3.1, 85), (4.6, 95))]
    return struts + arches


def _phalanx_trabeculae() -> list[np.ndarray]:
    """Fine struts from the hollow of the phalanx into its shaft, and arches across them; at a gap of 0."""
    struts = []
    for number, y in enumerate(np.linspace(-5.3, 5.0, 10)):
        start = outlines.arc(9.9, 5.6 * y, 5.6 * y, count=1, centre=(-1, 0))[0]
        end = (22.0 - 4.0 * (number % 3), 0.4 * y + 0.3)
        struts.append(outlines.smooth([start, (12.5, 0.72 * y), end], count=7))
    arches = [outlines.arc(radius, -reach, reach, 8, (-1, 0)) for radius, reach in ((11.4, 24), (13.2, 19), (15.2, 14))]
    return struts + arches
