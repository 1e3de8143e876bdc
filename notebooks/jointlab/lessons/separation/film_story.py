"""Where the film of a joint is, and why it resists: both joints, and the film enlarged in three steps."""

import numpy as np
from matplotlib.patches import Circle

from jointlab.drawings import style
from jointlab.drawings.joints.facet import Facet
from jointlab.drawings.joints.knuckle import Knuckle
from jointlab.drawings.picture import Picture
from jointlab.drawings.shapes import outlines
from jointlab.drawings.shapes.arrows import arrow, arrows
from jointlab.lessons.separation.film_section import FilmSection, Scale

# Left and top edge and pixels for a millimetre, window in mm, ring around the film (x, y, radius in mm), name.
JOINTS = (
    (Knuckle, (16, 88), 5.3, ((-18.0, 26.0), (-12.5, 12.9)), (7.9, -0.2, 7.0), "Knuckle"),
    (Facet, (16, 268), 5.3, ((-6.0, 38.0), (-17.5, 8.5)), (20.0, -1.6, 8.8), "Facet joint"),
)
FRAMES = (392, 612, 832)  # pixels: the middle of each step
WIDE, BONE, LEVEL = 98, 40, 208  # pixels: half of a step's film, its bone, its lower surface
CLOSED, OPEN = 11.0, 22.0  # pixels: the gap before and after the pull
RIM = 5.0  # mm: what half of the film's width is in the knuckle
STEPS = (
    ("1  At rest", "Inside and outside\nthe pressure is the same."),
    ("2  Pull", "The gap grows. Fluid must\ncome in from the rim,\nthrough a thin slit."),
    (
        "3  Resist",
        "It comes too slowly: the\npressure in the middle falls,\nand the air outside presses\nthe bones together.",
    ),
)


class FilmStory(Picture):
    """A still picture; nothing in it follows a state."""

    height = 420
    description = (
        "Left: a knuckle cut lengthwise and a facet joint cut across, to the same scale; a ring marks the film of "
        "fluid between the cartilages of each. Right: the film enlarged, its thickness far more than its width, in "
        "three steps. One, at rest: two bones with cartilage, a yellow film between them, closed by the capsule on "
        "both sides; inside and outside the pressure is the same. Two, pull: an arrow pulls the upper bone up, the "
        "gap has grown, blue arrows show fluid that comes in from the rim. Three, resist: the middle of the film is "
        "shaded blue, where the pressure has fallen, and orange arrows show the air outside, which presses the bones "
        "together."
    )

    def moving(self, artist):
        """Nothing follows a state here: what could move in an explorer stands still."""
        return artist

    def build(self) -> None:
        page = self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(self.height, 0), zorder=5)
        page.set_axis_off()
        page.patch.set_visible(False)
        self.page = page
        page.text(16, 34, "Two joints, one kind of film", weight="bold", va="center", size=style.TEXT["label"])
        for joint in JOINTS:
            self._joint(*joint)
        for i, middle in enumerate(FRAMES):
            self._step(i, middle)

    def _joint(self, kind: type, corner: tuple, per_mm: float, window: tuple, ring: tuple, name: str) -> None:
        width, high = (per_mm * np.ptp(ends) for ends in window)
        box = np.divide((corner[0], self.height - corner[1] - high, width, high), (self.width, self.height) * 2)
        axes = self.figure.add_axes(tuple(box), xlim=window[0], ylim=window[1])
        axes.set_axis_off()
        kind(axes, self).set(0.5)
        x, y = corner[0] + per_mm * (ring[0] - window[0][0]), corner[1] + per_mm * (window[1][1] - ring[1])
        edge = {"fill": False, "ec": style.colour("vermilion"), "lw": style.LINE["normal"]}
        self.page.add_patch(Circle((x, y), per_mm * ring[2], **edge))
        self.page.text(corner[0], corner[1] - 14, name, va="center", size=style.TEXT["small"])

    def _step(self, number: int, middle: float) -> None:
        page, gap = self.page, CLOSED if number == 0 else OPEN
        title, words = STEPS[number]
        page.text(middle - WIDE, 34, title, weight="bold", va="center", size=style.TEXT["label"])
        page.text(middle - WIDE, 296, words, va="top", linespacing=1.4, size=style.TEXT["body"])
        scale = Scale(middle, LEVEL, per_mm=(WIDE - 32) / RIM, per_um=1.0, bone=BONE, cartilage=10)
        section = FilmSection(page, self, scale)
        across = np.linspace(0, RIM, 21)
        section.set(across, np.full(21, gap))
        top, bottom = section.top([gap]), LEVEL + BONE
        if number == 0:
            self._names(middle, gap)
        if number == 1:
            page.text(middle + 14, top - 30, "pull", va="center", weight="bold")
            arrows(page, self, "ink").set_path(outlines.path(arrow((middle, top - 3), (middle, top - 48), 6, 16)))
            y, rim = LEVEL - gap / 2, WIDE - 32
            inward = [arrow((middle + s * (rim + 14), y), (middle + s * (rim - 34), y), 4, 12) for s in (-1, 1)]
            self.flow = arrows(page, self, "blue")
            self.flow.set_path(outlines.path(*inward))
            self.pulled = section
        if number == 2:
            page.text(middle + 58, top - 26, "air", va="center", weight="bold", color=style.colour("vermilion"))
            for share in (0.85, 0.6, 0.35):
                half = share * (WIDE - 32)
                x, y = middle + half * np.array([-1, 1, 1, -1]), LEVEL - gap * np.array([0, 0, 1, 1])
                page.fill(x, y, color=style.colour("blue"), alpha=0.3, lw=0, zorder=2.15)
            press = [
                arrow((middle + dx, y), (middle + dx, end), 5, 13)
                for dx in (-44, 0, 44)
                for y, end in ((top - 42, top - 4), (bottom + 42, bottom + 4))
            ]
            arrows(page, self, "vermilion").set_path(outlines.path(*press))

    def _names(self, middle: float, gap: float) -> None:
        """What the parts of the enlarged joint are called."""
        page, small, y = self.page, {"ha": "center", "size": style.TEXT["small"]}, 118
        for x, text, end in (
            (-70, "capsule", (-91, LEVEL - 28)),
            (-2, "cartilage", (-8, LEVEL - gap - 5)),
            (70, "synovial\nfluid", (40, LEVEL - gap / 2)),
        ):
            page.text(middle + x, y - 5, text, va="bottom", linespacing=1.2, **small)
            line = {"color": style.colour("ink"), "lw": style.LINE["hair"], "zorder": 6}
            page.plot([middle + x, middle + end[0]], [y, end[1]], **line)
            page.plot(middle + end[0], end[1], "o", ms=4, color=style.colour("ink"), zorder=6)
        page.text(middle - 34, LEVEL + 26, "bone", va="center", **small)
