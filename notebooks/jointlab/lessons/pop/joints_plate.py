"""The plate with the two joints of the course side by side, drawn to one scale and labelled."""

from typing import Any

from matplotlib.axes import Axes

from jointlab.drawings import style
from jointlab.drawings.joints.facet import Facet
from jointlab.drawings.joints.knuckle import Knuckle
from jointlab.drawings.page import Page
from jointlab.drawings.picture import StillPicture
from jointlab.language import _

_SCALE = 6.1  # pixels for one millimetre
_GAP = 0.5  # mm, in both joints

# Where the drawings stand: left edge and foot in pixels, and the window in mm.
_KNUCKLE = (24, 348, (-29.0, 35.0), (-20.6, 14.4))
_FACET = (442, 442, (-33.0, 33.0), (-39.5, 27.5))


class Plate(StillPicture, Page):
    """Knuckle and lumbar facet joints in section, with labels and one scale bar; nothing in it moves."""

    height = 460
    description = _(
        "Labelled drawing of two joints in section, side by side and to the same scale, with a scale bar of 10 mm. "
        "Left: a knuckle cut lengthwise, seen from the side; the round head of the hand bone fits into the shallow "
        "hollow of the finger bone. Right: a lumbar level cut across, seen from above; behind the disc and the spinal"
        " canal lies one small curved facet joint on either side. In both joints a layer of cartilage covers each "
        "bone, a thin film of synovial fluid fills the joint space and a capsule closes it. The film is drawn half a "
        "millimetre thick so that it can be seen."
    )

    def lay_out(self) -> None:
        Knuckle(self._window(*_KNUCKLE), self).set(_GAP)
        Facet(self._window(*_FACET), self).set(_GAP)
        self._label_knuckle()
        self._label_facet()
        self._scale_bar()

    def _window(self, left: float, foot: float, x: tuple, y: tuple) -> Axes:
        """Axes in millimetres at the plate's scale."""
        top, right = foot - (y[1] - y[0]) * _SCALE, left + (x[1] - x[0]) * _SCALE
        axes = self.plot(left, top, right, foot, xlim=x, ylim=y)
        axes.set_axis_off()
        return axes

    def _label(self, x: float, y: float, words: str, **how: Any) -> None:
        """Words at (`x`, `y`) in pixels."""
        self.write(x, y, words, linespacing=1.1, **how)

    def _label_inside(self, window: tuple, x: float, y: float, words: str) -> None:
        """Words centred at (`x`, `y`) in millimetres of the drawing in `window`."""
        self._label(*_pixels(window, (x, y)), words, ha="center")

    def _point(self, window: tuple, start: tuple, target: tuple) -> None:
        """A leader from `start` (pixels) to `target` (millimetres of the drawing in `window`)."""
        end, ink = _pixels(window, target), style.colour("ink")
        self.page.plot(*zip(start, end, strict=True), color=ink, lw=style.LINE["hair"])
        self.page.plot(*end, "o", color=ink, ms=4)

    def _label_knuckle(self) -> None:
        self.heading(24, 20, _("Knuckle, cut lengthwise"))
        for x, words, target in (
            (140, _("capsule"), (-2.0, 8.3)),
            (232, _("cartilage"), (6.2, 3.8)),
            (345, _("synovial fluid\nin the joint space"), (7.8, -1.0)),
        ):
            self._label(x, 84, words, ha="center", va="bottom")
            self._point(_KNUCKLE, (x, 87), target)
        for x, words, target in ((112, _("tendons"), (-14, -13.4)), (228, _("palmar plate"), (2.4, -9.3))):
            self._label(x, 390, words, ha="center")
            self._point(_KNUCKLE, (x, 380), target)
        self._label_inside(_KNUCKLE, -22.5, 0.9, _("hand\nbone"))
        self._label_inside(_KNUCKLE, 27, 0.6, _("finger\nbone"))
        for x, y, words, side in (
            (24, 124, _("back of the hand"), "left"),
            (24, 361, _("palm side"), "left"),
            (414, 361, _("towards the fingertip →"), "right"),
        ):
            self._label(x, y, words, ha=side, colour="muted", style="italic")

    def _label_facet(self) -> None:
        self.heading(446, 20, _("Lumbar facet joints, cut across"))
        for y, words, target in (
            (122, _("lower\nvertebra"), (23.4, 4.4)),
            (170, _("cartilage"), (20.6, -0.4)),
            (217, _("synovial\nfluid"), (21.75, -3.5)),
            (263, _("capsule"), (24.2, -9.6)),
        ):
            self._label(862, y, words)
            self._point(_FACET, (857, y), target)
        self._label(446, 122, _("ligamentum\nflavum"))
        self._point(_FACET, (532, 130), (-10.6, 4.4))
        for x, y, words in (
            (-11.2, -8.2, _("upper\nvertebra")),
            (0, 6.1, _("spinal\ncanal")),
            (0, 23.4, _("disc")),
            (-18.5, -25.5, _("muscle")),
            (17.5, -25.5, _("spinous\nprocess")),
        ):
            self._label_inside(_FACET, x, y, words)
        self._point(_FACET, _pixels(_FACET, (12.2, -25.7)), (1.2, -28.5))
        for y, words in ((48, _("↑ front")), (430, _("↓ back"))):
            self._label(862, y, words, colour="muted", style="italic")

    def _scale_bar(self) -> None:
        (left, right), y, ink = (24, 24 + 10 * _SCALE), 430, style.colour("ink")
        self.page.plot([left, right], [y, y], color=ink, lw=style.LINE["normal"], solid_capstyle="butt")
        for end in (left, right):
            self.page.plot([end, end], [y - 5, y + 5], color=ink, lw=style.LINE["thin"])
        self._label(right + 12, y, _("10 mm, both drawings; joint spaces opened to 0.5 mm"))


def _pixels(window: tuple, point: tuple) -> tuple[float, float]:
    """Where a point in millimetres of a drawing lies on the plate."""
    left, foot, x, y = window
    return left + (point[0] - x[0]) * _SCALE, foot - (point[1] - y[0]) * _SCALE
