"""A lumbar facet (zygapophysial) joint pair cut across, in millimetres; the joint on the right can gap open.

Seen from above at the height of a lower lumbar disc: y points to the front, the origin is the midline
between the two joints. In such a cut the inner, convex partner (inferior articular process) belongs to
the upper vertebra and is one piece with its arch and spinous process; the outer, concave partner
(superior articular process) belongs to the lower vertebra and looks like an island. The island moves,
square to the middle of the joint. Real facets vary widely in curve and tilt, also from left to right: the
drawing is a diagram with the sizes of `data/constants.csv`, not one person's anatomy.
"""

from functools import cache

import numpy as np
from matplotlib.axes import Axes
from matplotlib.transforms import Affine2D

from jointlab import sources
from jointlab.drawings.joints.gas_lens import Film
from jointlab.drawings.picture import Picture
from jointlab.drawings.shapes import outlines

# Sizes in mm and degrees.
CARTILAGE = 1e3 * sources.value("facet_cartilage_thickness")
WIDTH = 1e3 * sources.value("facet_width")
RESTING_GAP = 1e3 * sources.value("facet_joint_space") - 2 * CARTILAGE
TILT = sources.value("facet_angle")  # of the joint from the midline, and so of its opening from the x axis
# These, and all outlines below, are drawn by eye around the sizes above. The cut through the superior process
# has about the area measured at L4/5 in people without stenosis, 97.8 mm² (10.2147/JPR.S374720).
CONVEX_RADIUS = 11.0
CONCAVE_RADIUS = 11.6
HALF_WIDTH = CONCAVE_RADIUS * np.sin(WIDTH / CONCAVE_RADIUS / 2)
INTERFACET = 38.0  # distance between the middles of the two joints

FILM = Film(CONVEX_RADIUS, CONCAVE_RADIUS, HALF_WIDTH)
LEVEL_LIMITS = ((-33.0, 33.0), (-42.0, 30.0))  # both joints with their surroundings
JOINT_LIMITS = ((3.0, 33.0), (-16.0, 14.0))  # a close-up of the joint on the right

_TOP = np.array([INTERFACET / 2, 0.0])  # top of the convex cartilage, the origin of the film
_AXIS = np.array([np.cos(np.radians(TILT)), np.sin(np.radians(TILT))])  # the way the joint opens
_ALONG = np.array([-_AXIS[1], _AXIS[0]])  # towards the spinal canal
_CENTRE = _TOP - CONVEX_RADIUS * _AXIS
_REACH = np.degrees(np.arcsin(HALF_WIDTH / CONVEX_RADIUS))
_REACH_CONCAVE = np.degrees(np.arcsin(HALF_WIDTH / CONCAVE_RADIUS))
_CONCAVE_CENTRE = _TOP - CONCAVE_RADIUS * _AXIS  # at a gap of 0


def place(u_v: np.ndarray) -> np.ndarray:
    """From the film's coordinates (u, v) to the plane of the drawing."""
    return _TOP + u_v[:, :1] * _AXIS + u_v[:, 1:] * _ALONG


@cache
def arch() -> np.ndarray:
    """The upper vertebra in this cut: inferior processes, laminae and spinous process in one piece."""
    joint = outlines.arc(CONVEX_RADIUS - CARTILAGE, TILT - _REACH - 3, TILT + _REACH + 3, 16, _CENTRE)
    behind = [
        (0, -38.5),
        (3.4, -37.2),
        (4.3, -33),
        (3.2, -26),
        (3.4, -20.5),
        (6.5, -16.2),
        (12, -14.6),
        (17.5, -13.6),
    ]
    tip = [(20.6, -11.6)]
    front = [(9.6, 1.2), (7.6, -2.6), (4.6, -6.2), (0, -8.2)]
    right = np.vstack([behind, tip, joint, front])
    left = outlines.mirrored(right)[::-1][1:-1]
    return outlines.smooth(np.vstack([right, left]), count=220, closed=True)


@cache
def superior_process() -> np.ndarray:
    """Outline of the right superior articular process, without its cartilage, as it lies at a gap of 0."""
    hollow = _hollow(16)
    outside = [
        (12.8, 5.9),
        (14.7, 6.9),
        (18.4, 7.0),
        (22.1, 5.8),
        (25.0, 2.8),
        (26.5, -1.4),
        (26.5, -5.4),
        (25.0, -8.0),
    ]
    return outlines.smooth(np.vstack([hollow, outside])[::-1], count=90, closed=True)


def _hollow(count: int) -> np.ndarray:
    """The bone under the concave cartilage, from the capsule to the canal, at a gap of 0."""
    ends = TILT - _REACH_CONCAVE, TILT + _REACH_CONCAVE
    return outlines.arc(CONCAVE_RADIUS + CARTILAGE, *ends, count, _CONCAVE_CENTRE)


def _knob() -> np.ndarray:
    """The bone under the convex cartilage, from the capsule to the canal."""
    return outlines.arc(CONVEX_RADIUS - CARTILAGE, TILT - _REACH, TILT + _REACH, 32, _CENTRE)


@cache
def convex_surface() -> np.ndarray:
    """Surface of the cartilage on the inferior process, from the capsule to the canal."""
    return outlines.layer(_knob(), -CARTILAGE, taper=0.08)


@cache
def concave_surface() -> np.ndarray:
    """Surface of the cartilage on the superior process, from the capsule to the canal, at a gap of 0."""
    return outlines.layer(_hollow(32), CARTILAGE, taper=0.08)


def capsule(gap: float) -> tuple[np.ndarray, np.ndarray]:
    """Inner and outer side of the capsule behind the joint, from the inferior to the superior process."""
    move, process = gap * _AXIS, superior_process()
    inner = [
        outlines.nearest(arch(), (21.4, -9.0)),
        np.add((22.7, -8.8), 0.5 * move),
        outlines.nearest(process, (23.9, -7.7)) + move,
    ]
    outer = [
        outlines.nearest(arch(), (17.2, -13.7)),
        np.add((21.4, -12.3), 0.2 * move),
        np.add((24.8, -9.7), 0.9 * move),
        outlines.nearest(process, (26.6, -4.4)) + move,
    ]
    return outlines.smooth(inner, count=14), outlines.smooth(outer, count=24)


def flavum(gap: float) -> tuple[np.ndarray, np.ndarray]:
    """Inner and outer side of the ligamentum flavum: it closes the joint in front and lines the arch."""
    move, process = gap * _AXIS, superior_process()
    inner = [
        outlines.nearest(arch(), (10.9, 2.2)),
        np.add((11.6, 3.5), 0.5 * move),
        outlines.nearest(process, (12.7, 5.2)) + move,
    ]
    outer = [
        outlines.nearest(arch(), (0.4, -8.2)),
        np.array([1.6, -5.6]),
        np.array([4.6, -1.6]),
        np.add((7.6, 2.8), 0.2 * move),
        np.add((11.2, 6.3), 0.85 * move),
        outlines.nearest(process, (15.6, 7.0)) + move,
    ]
    return outlines.smooth(inner, count=14), outlines.smooth(outer, count=30)


def _ligaments(gap: float) -> list[np.ndarray]:
    """Closed outlines of capsule and ligamentum flavum, which lie on the arch between their ends."""
    return [
        np.vstack([outlines.between(arch(), outer[0], inner[0]), inner, outer[::-1]])
        for inner, outer in (capsule(gap), flavum(gap))
    ]


def fluid(gap: float) -> np.ndarray:
    """Outline of the synovial fluid: the film between the cartilages and the pockets at both ends."""
    (behind, _), (front, _) = capsule(gap), flavum(gap)
    process, far = superior_process() + gap * _AXIS, concave_surface() + gap * _AXIS
    near, inferior = convex_surface(), arch()
    return np.vstack(
        [
            near,
            outlines.between(inferior, near[-1], front[0]),
            front,
            outlines.between(process, front[-1], far[-1]),
            far[::-1],
            outlines.between(process, far[0], behind[-1]),
            behind[::-1],
            outlines.between(inferior, behind[0], near[0]),
        ]
    )


class Facet(outlines.Drawing):
    """The facet joints drawn into `ax`, their midline at (`x`, `y`); call `set` to open the one on the right.

    `ax` gets equal aspect; give it the limits of your choice: `LEVEL_LIMITS` shows the whole level,
    `JOINT_LIMITS` is a close-up of the joint that opens. `drawn_mm3` is the volume of gas that the last `set`
    could show.
    """

    def __init__(self, ax: Axes, picture: Picture, x: float = 0.0, y: float = 0.0):
        super().__init__(ax, x, y)
        self.drawn_mm3 = 0.0
        self._stand_still()

        def moving(patch):
            return picture.moving(self._add(patch))

        self._ligaments = moving(outlines.tissue("capsule", "capsule_edge", zorder=3.0))
        self._process = moving(outlines.tissue("bone", "bone_edge", "thin", zorder=3.1))
        self._marrow = moving(outlines.tissue("bone_inner", zorder=3.2))
        self._trabeculae = moving(outlines.strokes("bone", zorder=3.25))
        self._cartilage = moving(outlines.tissue("cartilage", "cartilage_edge", zorder=3.3))
        self._fluid = moving(outlines.tissue("fluid", "fluid_edge", zorder=3.4))
        self._gas = moving(outlines.tissue("gas", "gas_edge", "thin", zorder=3.5))

        self._process.set_path(outlines.path(superior_process()))
        self._marrow.set_path(outlines.path(outlines.inset(superior_process(), _SHELL)))
        self._trabeculae.set_path(outlines.path(*_process_trabeculae(), closed=False))
        self._cartilage.set_path(outlines.path(_layer(_hollow(32), concave_surface())))
        self.set(RESTING_GAP)

    def set(self, gap_mm: float, cavity_mm3: float = 0.0, bubbles: int = 1) -> None:
        """Gap the right joint to `gap_mm` (cartilage to cartilage, at its middle).

        `cavity_mm3` of gas lie in the film; `bubbles` parts share them.
        """
        self._ax.apply_aspect()  # otherwise only a draw of the whole figure brings the axes into their shape
        away = Affine2D().translate(*(gap_mm * _AXIS)) + self._origin + self._ax.transData
        for patch in (self._process, self._marrow, self._trabeculae, self._cartilage):
            patch.set_transform(away)
        self._ligaments.set_path(outlines.path(*_ligaments(gap_mm)))
        self._fluid.set_path(outlines.path(fluid(gap_mm)))
        shapes, self.drawn_mm3 = FILM.cavity(gap_mm, cavity_mm3, bubbles)
        self._gas.set_path(outlines.path(*(place(shape) for shape in shapes)))
        self._gas.set_visible(bool(shapes))

    def _stand_still(self) -> None:
        """All that does not move: surroundings, the upper vertebra's arch and the whole joint on the left."""
        muscle = outlines.smooth(_MUSCLE, closed=True)
        self._stand(outlines.tissue("soft", zorder=1.0), muscle, outlines.mirrored(muscle))
        disc = outlines.smooth(_DISC + [(-x, y) for x, y in _DISC[-2:0:-1]], closed=True, count=120)
        core = outlines.smooth(_CORE + [(-x, y) for x, y in _CORE[-2:0:-1]], closed=True)
        self._stand(outlines.tissue("panel", "line", zorder=1.0), disc)
        self._stand(outlines.tissue("panel", "line", zorder=1.01), core)
        sac = outlines.arc(1, 0, 360, 60)[:-1] * [7.4, 5.6] + [0, 5.9]
        self._stand(outlines.tissue("panel", "line", zorder=1.02), sac)

        left = outlines.mirrored
        shift = RESTING_GAP * _AXIS
        ligaments = map(left, _ligaments(RESTING_GAP))
        process = superior_process() + shift
        self._stand(outlines.tissue("bone", "bone_edge", "thin", zorder=1.2), arch(), left(process))
        marrow = outlines.inset(arch(), _SHELL), left(outlines.inset(process, _SHELL))
        self._stand(outlines.tissue("bone_inner", zorder=1.3), *marrow)
        struts = _arch_trabeculae()
        struts += map(left, struts + [strut + shift for strut in _process_trabeculae()])
        self._stand(outlines.strokes("bone", zorder=1.35), *struts, closed=False)
        self._stand(outlines.tissue("capsule", "capsule_edge", zorder=1.1), *ligaments)
        knob, hollow = _layer(_knob(), convex_surface()), _layer(_hollow(32), concave_surface()) + shift
        self._stand(outlines.tissue("cartilage", "cartilage_edge", zorder=1.4), knob, left(knob), left(hollow))
        self._stand(outlines.tissue("fluid", "fluid_edge", zorder=1.5), left(fluid(RESTING_GAP)))


def _layer(inner: np.ndarray, outer: np.ndarray) -> np.ndarray:
    """The closed outline between two curves that run the same way."""
    return np.vstack([inner, outer[::-1]])


def _process_trabeculae() -> list[np.ndarray]:
    """Fine struts standing on the hollow of the superior process; at a gap of 0."""
    lengths = [1.4, 2.2, 3.2, 2.6, 3.4, 2.7, 3.2, 2.2, 1.3]
    angles = np.linspace(TILT - 28, TILT + 28, len(lengths))
    return [
        np.vstack([outlines.arc(radius, angle, angle, 1, _CONCAVE_CENTRE) for radius in (13.7, 13.7 + length)])
        for angle, length in zip(angles, lengths, strict=True)
    ]


def _arch_trabeculae() -> list[np.ndarray]:
    """Fine struts from the knob of the inferior process into the lamina, and arches across them."""
    struts = []
    for number, angle in enumerate(np.linspace(TILT - 46, TILT + 38, 9)):
        tip = outlines.arc(CONVEX_RADIUS - 2.4, angle, angle, 1, _CENTRE)[0]
        end = np.array([3.0 + 2.2 * (number % 3), -12.3 + 0.42 * number])
        struts.append(outlines.smooth([tip, (tip + end) / 2 + [0.6, -0.5], end], count=10))
    arches = [outlines.arc(radius, TILT - reach, TILT + reach, 14, _CENTRE) for radius, reach in ((4.6, 50), (6.6, 44))]
    return struts + arches


_SHELL = 0.9
# Right halves of disc and disc core, from the back round to the front; the muscle beside the spinous process.
_DISC = [(0, 13.2), (8, 12.6), (17, 15), (23.6, 22), (25, 31), (20, 41.5), (10, 46.8), (0, 48)]
_CORE = [(0, 19.5), (7, 19.5), (13, 22.5), (15.5, 29), (12, 36), (6, 39), (0, 39.6)]
_MUSCLE = [
    (2, -15),
    (12, -12),
    (20, -8),
    (26, -4),
    (31, -7),
    (33, -15),
    (31, -26),
    (25, -34),
    (15, -38.3),
    (7, -37.6),
    (2, -30),
]
