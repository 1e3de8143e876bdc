"""Hands on one side, backs on the other, and between them a gap that no study has crossed."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from jointlab.drawings import style
from jointlab.drawings.joints.facet import Facet
from jointlab.drawings.joints.knuckle import Knuckle
from jointlab.drawings.page import Page
from jointlab.drawings.picture import StillPicture
from jointlab.drawings.shapes import outlines
from jointlab.drawings.shapes.arrows import arrow
from jointlab.language import _

SCALE = 4.4  # pixels for one millimetre
GAP = 0.5  # mm, in both joints
BOXES = ((16, 370), (590, 944))  # px: left and right
TOP, FOOT = 16, 440
KNUCKLE = (50, 260, (-29.0, 35.0), (-20.6, 14.4))  # left edge and foot in px, window in mm
FACET = (622, 316, (-33.0, 33.0), (-34.0, 24.0))
HANDS = (_("one joint, pulled lengthwise"), _("studied in people, in laboratories"), _("with X-rays and ultrasound"))
BACKS = (
    _("many joints, twisted at once, under load"),
    _("studied under clinicians’ thrusts only"),
    _("self-cracking: no study found"),
)


class Leap(StillPicture, Page):
    """The two joints in section, to one scale, with what was studied of each."""

    height = 456
    description = _(
        "Drawing of two boxes with a gap between them. Left box, hands: a knuckle cut lengthwise; one joint, pulled "
        "lengthwise; studied in people and in laboratories, with X-rays and ultrasound. Right box, lower backs: two "
        "facet joints of a lumbar level cut across, to the same scale; many joints, twisted at once and under load; "
        "studied under clinicians' thrusts only; of self-cracking no study was found. A dashed arrow leaps from the "
        "left box to the right one, with a question mark."
    )

    def lay_out(self) -> None:
        for (left, right), title, lines in zip(BOXES, (_("Hands"), _("Lower backs")), (HANDS, BACKS), strict=True):
            look = {"boxstyle": "round,pad=0,rounding_size=12", "fc": style.colour("panel"), "lw": 0, "zorder": 0}
            self.page.add_patch(FancyBboxPatch((left, TOP), right - left, FOOT - TOP, **look))
            self.heading(left + 20, TOP + 24, title)
            for i, words in enumerate(lines):
                self.write(left + 20, 354 + 28 * i, words, "body")
        Knuckle(self._window(*KNUCKLE), self).set(GAP)
        Facet(self._window(*FACET), self).set(GAP)
        self._leap()

    def _window(self, left: float, foot: float, x: tuple, y: tuple) -> Axes:
        """Axes in millimetres at the scale of both."""
        axes = self.plot(
            left, foot - (y[1] - y[0]) * SCALE, left + (x[1] - x[0]) * SCALE, foot, xlim=x, ylim=y, zorder=3
        )
        axes.set_axis_off()
        return axes

    def _leap(self) -> None:
        """A dashed arc with a head, from box to box."""
        angle = np.linspace(np.pi, 0.12 * np.pi, 40)
        middle, wide, high = (BOXES[0][1] + BOXES[1][0]) / 2, 92, 120
        x, y = middle + wide * np.cos(angle), 236 - high * np.sin(angle)
        look = {"color": style.colour("ink"), "lw": style.LINE["strong"], "ls": (0, (3, 2))}
        self.page.plot(x, y, **look)
        head = self.shape("ink")
        end = np.array([x[-1], y[-1]])
        head.set_path(outlines.path(arrow(end, end + np.array([9, 24]), 4, 24)))
        self.write(middle, 174, "?", "display", bold=True, ha="center")
        self.write(middle, 262, _("a leap"), "label", bold=True, ha="center")
        self.write(middle, 290, _("no study has\ncrossed it"), "body", ha="center", va="top")
