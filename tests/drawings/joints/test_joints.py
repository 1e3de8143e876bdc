"""The drawn joints are true to size, close at every state, and hold the gas that they are asked to show."""

import math
import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.path import Path

from jointlab.drawings import style
from jointlab.drawings.joints import facet, knuckle
from jointlab.drawings.joints.facet import Facet
from jointlab.drawings.joints.gas_lens import FILL, Film
from jointlab.drawings.joints.knuckle import Knuckle
from jointlab.drawings.picture import Picture
from jointlab.drawings.shapes import outlines
from jointlab.lessons.pop.joints_plate import Plate

GAPS = [0.05, 0.3, 1.0, 2.0, 5.0]
FILMS = [knuckle.FILM, facet.FILM]
gaps = st.floats(0.05, 5.0)
volumes = st.floats(0.01, 100.0)


class OneJoint(Picture):
    """A picture of a single joint, for looking at what it draws."""

    height = 540

    def __init__(self, joint, limits):
        self._kind, self._limits = joint, limits
        super().__init__()

    def build(self):
        x, y = self._limits
        ax = self.figure.add_axes((0, 0, 1, 1), xlim=x, ylim=y)
        ax.set_axis_off()
        self.joint = self._kind(ax, self)

    def update(self, state):
        self.joint.set(**state)


@pytest.fixture(
    scope="module", params=[(Knuckle, knuckle.LIMITS), (Facet, facet.LEVEL_LIMITS)], ids=["knuckle", "facet"]
)
def picture(request):
    return OneJoint(*request.param)


def inside(outline: np.ndarray, points: np.ndarray, leeway: float = 0.0) -> np.ndarray:
    """Which points lie inside an outline, or at most `leeway` mm outside it."""
    sign = 1 if outlines.area(outline) > 0 else -1
    return Path(np.vstack([outline, outline[:1]]), closed=True).contains_points(points, radius=sign * leeway)


def clearance(points: np.ndarray, outline: np.ndarray) -> float:
    """Smallest distance between the points of one line and those of another."""
    return float(np.linalg.norm(points[:, None] - outline[None], axis=2).min())


@pytest.mark.parametrize("gap", GAPS)
def test_knuckle_opens_by_the_gap_asked_for(gap):
    head = knuckle.head_surface()
    socket = np.add(knuckle.socket_surface(), (gap, 0))

    def on_axis(line):
        near = line[np.abs(line[:, 1]) < 2]
        return np.interp(0, near[:, 1], near[:, 0])

    assert on_axis(socket) - on_axis(head) == pytest.approx(gap, abs=0.005)
    assert clearance(socket, head) >= 0.9 * gap - 0.01 if gap <= 0.3 else clearance(socket, head) > 0.7 * gap


@pytest.mark.parametrize("gap", GAPS)
def test_facet_opens_by_the_gap_asked_for(gap):
    process, arch = facet.concave_surface() + gap * facet._AXIS, facet.convex_surface()
    middle = [line[np.argmin(np.abs((line - facet._TOP) @ facet._ALONG))] for line in (arch, process)]
    assert (middle[1] - middle[0]) @ facet._AXIS == pytest.approx(gap, abs=0.02)


@pytest.mark.parametrize("gap", GAPS)
def test_bones_and_cartilages_never_overlap(gap):
    fixed = [knuckle.metacarpal(), knuckle.head_cartilage()]
    moved = [np.add(outline, (gap, 0)) for outline in (knuckle.phalanx(), knuckle.socket_cartilage())]
    assert not any(inside(a, b).any() or inside(b, a).any() for a in fixed for b in moved)

    joint = np.vstack([facet.convex_surface(), facet.arch()])
    shift = gap * facet._AXIS
    for outline in (facet.superior_process() + shift, facet.concave_surface() + shift):
        assert not inside(facet.arch(), outline).any()
        assert not inside(facet.superior_process() + shift, joint).any()


def test_sizes_are_those_stated():
    head = knuckle.head_surface()[10:-10]
    assert np.linalg.norm(head, axis=1) == pytest.approx(knuckle.HEAD_RADIUS, abs=0.01)
    assert 13 <= 2 * knuckle.HEAD_RADIUS <= 17, "overall widths measured by Unsworth & Alexander"
    assert 0.36 <= knuckle.CARTILAGE <= 1.10, "thickness measured by Cipolletta et al."
    bone_to_bone = 2 * facet.CARTILAGE + facet.RESTING_GAP
    assert bone_to_bone == pytest.approx(1.93, abs=0.1), "joint space at the centre, Simon et al."
    assert outlines.area(facet.superior_process()) == pytest.approx(97.8, rel=0.1), "area in the cut at L4/5"
    width = np.linalg.norm(np.diff(facet.concave_surface(), axis=0), axis=1).sum()
    assert 14 < width < 16.3, "width of the lumbar facets, Panjabi et al."


def test_cartilage_has_even_thickness():
    head = np.linalg.norm(knuckle.head_surface()[10:-10], axis=1) - (knuckle.HEAD_RADIUS - knuckle.CARTILAGE)
    assert head == pytest.approx(knuckle.CARTILAGE, abs=0.01)
    concave = facet.CONCAVE_RADIUS - np.linalg.norm(facet.concave_surface()[7:-7] - facet._CONCAVE_CENTRE, axis=1)
    assert concave == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize("suction", [0.0, 1.0])
@pytest.mark.parametrize("gap", GAPS)
def test_the_fluid_lies_between_the_bones_and_the_lining(gap, suction):
    fluid = knuckle.fluid(gap, suction)
    for bone in (knuckle.metacarpal(), np.add(knuckle.phalanx(), (gap, 0))):
        assert not inside(bone, fluid, leeway=-0.2).any()
    head = knuckle.head_surface()[5:-5]
    assert clearance(knuckle.capsule(gap, suction)[0], head) > 0.2
    assert clearance(knuckle.palmar_plate(gap, suction)[0], head) > 0.2

    fluid = facet.fluid(gap)
    for bone in (facet.arch(), facet.superior_process() + gap * facet._AXIS):
        assert not inside(bone, fluid, leeway=-0.25).any()


@pytest.mark.parametrize("gap", GAPS)
def test_the_capsule_stays_attached_to_both_bones(gap):
    phalanx = np.add(knuckle.phalanx(), (gap, 0))
    for inner, outer in (knuckle.capsule(gap, 1.0), knuckle.palmar_plate(gap, 1.0)):
        for wall in (inner, outer):
            assert clearance(wall[:1], knuckle.metacarpal()) < 0.6
            assert clearance(wall[-1:], phalanx) < 0.6
    process = facet.superior_process() + gap * facet._AXIS
    for inner, outer in (facet.capsule(gap), facet.flavum(gap)):
        for wall in (inner, outer):
            assert clearance(wall[:1], facet.arch()) < 1e-6
            assert clearance(wall[-1:], process) < 1e-6


def test_suction_draws_the_skin_in_and_never_bares_the_tissue_below():
    for side, sign in (("back", 1), ("palm", -1)):
        flat, (sunk_inside, sunk) = knuckle.skin(side, 0.0)[1], knuckle.skin(side, 1.0)
        depth = sign * (flat - sunk)[:, 1]
        assert 0.3 < depth.max() <= knuckle.DIMPLE
        assert depth.max() < 1.05 < knuckle.SKIN, "the still tissue ends 1.05 mm below the flat skin"
        assert len(sunk_inside) == len(sunk)


@pytest.mark.parametrize("film", FILMS)
@given(gap=gaps, volume=volumes)
@settings(max_examples=60)
def test_the_cavity_is_inside_the_film(film: Film, gap, volume):
    shapes, drawn = film.cavity(gap, volume)
    u, v = shapes[0].T
    assert np.abs(v).max() < film.half_width
    liquid = 0.49 * (1 - FILL) * gap
    assert (u - film.convex(v)).min() >= liquid
    assert (film.concave(v, gap) - u).min() >= liquid
    assert drawn <= volume * (1 + 1e-9)


@pytest.mark.parametrize("film", FILMS)
@given(gap=gaps, volume=volumes)
@settings(max_examples=60)
def test_volume_and_section_agree_with_the_outline(film: Film, gap, volume):
    lens = film.lens(gap, volume)
    outline = film.outline(gap, lens, count=2000)
    assert abs(outlines.area(outline)) == pytest.approx(lens.section, rel=1e-3)
    # Turn the outline around the joint's axis (Pappus): that is the solid which the drawing cuts.
    u, v = outline.T
    half = v >= 0
    thickness = 2 * np.abs(u - (film.convex(v) + film.concave(v, gap)) / 2)
    order = np.argsort(v[half])
    solid = np.trapezoid((2 * math.pi * v * thickness)[half][order], v[half][order])
    assert solid == pytest.approx(lens.volume, rel=0.01)
    assert lens.section == pytest.approx(0.75 * lens.volume / lens.radius)


@pytest.mark.parametrize("film", FILMS)
def test_what_fits_is_drawn_in_full_and_bubbles_share_it(film):
    assert film.cavity(3.0, 100.0)[1] == pytest.approx(100)
    shapes, drawn = film.cavity(2.0, 6.0, bubbles=5)
    assert len(shapes) == 5
    assert drawn == pytest.approx(6)
    ends = sorted((shape[:, 1].min(), shape[:, 1].max()) for shape in shapes)
    assert all(left[1] < right[0] for left, right in pairwise(ends)), "bubbles keep apart"
    assert film.cavity(1.0, 0.0) == ([], 0.0)


def test_a_sphere_stays_a_sphere_while_it_fits():
    lens = knuckle.FILM.lens(gap=5.0, volume=1.0)
    assert lens.height == pytest.approx(2 * lens.radius)
    assert lens.volume == pytest.approx(1.0)


def test_a_film_needs_a_socket_that_fits():
    with pytest.raises(ValueError, match="half_width"):
        Film(convex_radius=8, concave_radius=7, half_width=5)


def test_frames_are_small_and_only_in_the_palette(picture):
    names = set(style.COLOURS)
    for gap in GAPS:
        for volume in (0, 1, 100):
            picture.update({"gap_mm": gap, "cavity_mm3": volume})
            frame = picture.frame_svg()
            assert len(frame) < 25_000
            assert not re.findall(r"(?:fill|stroke): (#[0-9a-f]{6})", frame), "every colour follows the theme"
            assert set(re.findall(r"var\(--jl-(\w+),#", frame)) <= names
    assert not re.findall(r"(?:fill|stroke): (#[0-9a-f]{6})", picture.stage_svg())
    assert len(picture._moving) <= 12
    for artist in picture._moving:
        finite = np.isfinite(artist.get_path().vertices)
        assert finite.all()


@pytest.mark.parametrize(("joint", "limits"), [(Knuckle, knuckle.LIMITS), (Facet, facet.LEVEL_LIMITS)])
def test_a_frame_fits_its_stage_whichever_is_drawn_first(joint, limits):
    picture = OneJoint(joint, limits)
    first = picture.frame_svg()
    picture.stage_svg()
    assert picture.frame_svg() == first


def test_gas_is_shown_only_when_there_is_some(picture):
    picture.update({"gap_mm": 1.0, "cavity_mm3": 0.0})
    assert "--jl-gas," not in picture.frame_svg()
    assert picture.joint.drawn_mm3 == 0
    picture.update({"gap_mm": 1.0, "cavity_mm3": 5.0})
    assert "--jl-gas," in picture.frame_svg()
    assert picture.joint.drawn_mm3 == pytest.approx(5.0)


def test_the_plate_keeps_its_words_on_the_page_and_apart():
    plate = Plate()
    renderer = plate.figure.canvas.get_renderer()
    words = [text for text in plate.figure.findobj(lambda a: hasattr(a, "get_fontsize")) if text.get_text()]
    boxes = [text.get_window_extent(renderer) for text in words]
    assert {"capsule", "cartilage", "palm side", "back of the hand", "↑ front"} <= {t.get_text() for t in words}
    for text, box in zip(words, boxes, strict=True):
        assert text.get_fontsize() >= style.TEXT["small"]
        assert box.x0 >= 4, text.get_text()
        assert box.x1 <= plate.width - 4, text.get_text()
        assert box.y0 >= 4, text.get_text()
        assert box.y1 <= plate.height - 4, text.get_text()
    for i, box in enumerate(boxes):
        clashes = [words[j].get_text() for j in range(i) if box.overlaps(boxes[j])]
        assert not clashes, f"{words[i].get_text()!r} lies on {clashes}"


def test_the_plate_is_to_one_scale():
    plate = Plate()
    joints = [axes for axes in plate.figure.axes if axes is not plate.page]
    assert len(joints) == 2
    scales = {round(float(ax.transData.transform([(0, 0), (1, 0)])[:, 0] @ [-1, 1]), 6) for ax in joints}
    heights = {round(float(ax.transData.transform([(0, 0), (0, 1)])[:, 1] @ [-1, 1]), 6) for ax in joints}
    assert scales == heights
    assert len(scales) == 1
