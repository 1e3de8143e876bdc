"""Where the film of a joint is, and why it resists: both joints, and the film enlarged in three steps."""

import numpy as np
from matplotlib.patches import Circle

from jointlab.drawings import style
from jointlab.drawings.joints.facet import Facet
from jointlab.drawings.joints.knuckle import Knuckle
from jointlab.drawings.page import Page
from jointlab.drawings.picture import StillPicture
from jointlab.drawings.shapes import outlines
from jointlab.drawings.shapes.arrows import arrow, arrows
from jointlab.language import _
from jointlab.lessons.separation.film_section import FilmSection

# Left and top edge and pixels for a millimetre, window in mm, ring around the film (x, y, radius in mm), name.
JOINTS = (
    (Knuckle, (16, 88), 5.3, ((-18.0, 26.0), (-12.5, 12.9)), (7.9, -0.2, 7.0), _("Knuckle")),
    (Facet, (16, 268), 5.3, ((-6.0, 38.0), (-17.5, 8.5)), (20.0, -1.6, 8.8), _("Facet joint")),
)
FRAMES = (392, 612, 832)  # pixels: the middle of each step
WIDE, BONE, LEVEL = 98, 40, 208  # pixels: half of a step with its capsule, its bone, its lower surface
RIM = 66  # pixels: half of a step's film
CLOSED, OPEN = 11.0, 22.0  # pixels: the gap before and after the pull
STEPS = (
    (_("1  At rest"), _("Inside and outside\nthe pressure is the same.")),
    (_("2  Pull"), _("The gap grows. Fluid must\ncome in from the rim,\nthrough a thin slit.")),
    (
        _("3  Resist"),
        _("It comes too slowly: the\npressure in the middle falls."),
    ),
)


class FilmStory(StillPicture, Page):
    """Both joints, and what happens to their film."""

    height = 420
    description = _(
        "Left: a knuckle cut lengthwise and a facet joint cut across, to the same scale; a ring marks the film of "
        "fluid between the cartilages of each. Right: the film enlarged, its thickness far more than its width, in "
        "three steps. One, at rest: two bones with cartilage, a yellow film between them, closed by the capsule on "
        "both sides; inside and outside the pressure is the same. Two, pull: an arrow pulls the upper bone up, the "
        "gap has grown, blue arrows show fluid that comes in from the rim. Three, resist: the middle of the film is "
        "shaded blue, where the pressure has fallen."
    )

    def lay_out(self) -> None:
        self.heading(16, 34, _("Two joints, one kind of film"))
        for joint in JOINTS:
            self._joint(*joint)
        for middle, (title, words) in zip(FRAMES, STEPS, strict=True):
            self.heading(middle - WIDE, 34, title)
            self.write(middle - WIDE, 296, words, "body", va="top", linespacing=1.4)
        self._at_rest(FRAMES[0])
        self._pulled(FRAMES[1])
        self._resisting(FRAMES[2])

    def _joint(self, kind: type, corner: tuple, per_mm: float, window: tuple, ring: tuple, name: str) -> None:
        (left, top), (width, high) = corner, (per_mm * np.ptp(ends) for ends in window)
        axes = self.plot(left, top, left + width, top + high, xlim=window[0], ylim=window[1])
        axes.set_axis_off()
        kind(axes, self).set(0.5)
        x, y = left + per_mm * (ring[0] - window[0][0]), top + per_mm * (window[1][1] - ring[1])
        edge = {"fill": False, "ec": style.colour("vermilion"), "lw": style.LINE["normal"]}
        self.page.add_patch(Circle((x, y), per_mm * ring[2], **edge))
        self.write(left, top - 14, name)

    def _section(self, middle: float, gap: float) -> tuple[FilmSection, float]:
        """The film with an even `gap`, and where its upper bone ends."""
        section, gaps = FilmSection(self, middle, LEVEL, BONE, cartilage=10), np.full(21, gap)
        section.set(np.linspace(0, RIM, 21), gaps)
        return section, section.top(gaps)

    def _at_rest(self, middle: float) -> None:
        """The joint closed, with the names of its parts."""
        self._section(middle, CLOSED)
        for x, words, end in (
            (-70, _("capsule"), (-91, LEVEL - 28)),
            (-2, _("cartilage"), (-8, LEVEL - CLOSED - 5)),
            (70, _("synovial\nfluid"), (40, LEVEL - CLOSED / 2)),
        ):
            self.write(middle + x, 113, words, va="bottom", linespacing=1.2, ha="center")
            leader = {"color": style.colour("ink"), "lw": style.LINE["hair"], "marker": "o", "ms": 4, "zorder": 6}
            self.page.plot([middle + x, middle + end[0]], [118, end[1]], markevery=[-1], **leader)
        self.write(middle - 34, LEVEL + 26, _("bone"), ha="center")

    def _pulled(self, middle: float) -> None:
        """The upper bone pulled up, and fluid on its way in."""
        self.pulled, top = self._section(middle, OPEN)
        self.write(middle + 14, top - 30, _("pull"), "body", bold=True)
        arrows(self.page, self, "ink").set_path(outlines.path(arrow((middle, top - 3), (middle, top - 48), 6, 16)))
        y = LEVEL - OPEN / 2
        inward = [arrow((middle + s * (RIM + 14), y), (middle + s * (RIM - 34), y), 4, 12) for s in (-1, 1)]
        self.flow = arrows(self.page, self, "blue")
        self.flow.set_path(outlines.path(*inward))

    def _resisting(self, middle: float) -> None:
        """The pressure fallen in the middle; what holds the bones then is what the first prediction asks."""
        self._section(middle, OPEN)
        for half in (0.85 * RIM, 0.6 * RIM, 0.35 * RIM):
            box = outlines.box(middle - half, LEVEL - OPEN, middle + half, LEVEL)
            self.shape("blue", alpha=0.3, zorder=2.15).set_path(outlines.path(box))
