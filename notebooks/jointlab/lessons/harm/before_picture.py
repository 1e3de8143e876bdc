"""Protopathic bias as two rows of events in time: what one sees, and what may have come before it."""

from matplotlib.patches import FancyBboxPatch

from jointlab.drawings import style
from jointlab.drawings.page import Page
from jointlab.drawings.picture import StillPicture
from jointlab.drawings.shapes import outlines
from jointlab.drawings.shapes.arrows import arrow
from jointlab.language import _

WIDE, TALL = 164, 66  # px: a box
ROWS = {"seen": 96, "hidden": 262}  # px: middle of a row
PLACES = (112, 338, 596, 832)  # px: middles of the boxes, in time
EVENTS = (
    _("a disc begins\nto slip"),
    _("the back or\nleg hurts"),
    _("a crack, or a\nvisit, for relief"),
    _("the slipped disc\nis found"),
)
COLOURS = ("vermilion", "vermilion", "blue", "ink")


class Before(StillPicture, Page):
    """Above the two events that are on record, below all four."""

    height = 372
    description = _(
        "Two rows of boxes along an axis of time that runs to the right. Upper row, what is on record: a crack or a "
        "visit for relief, then the slipped disc is found; an arrow between them asks whether the first caused the "
        "second. Lower row, what may have happened: a disc begins to slip, then the back or leg hurts, then comes the "
        "crack or visit for relief, then the slipped disc is found. Here the disc leads to both."
    )

    def lay_out(self) -> None:
        self.heading(24, 30, _("What is on record"))
        self.heading(24, 196, _("What may have happened"))
        for i in (2, 3):
            self._box(i, ROWS["seen"])
        self._arrow(2, 3, ROWS["seen"], "ink")
        self.write(
            (PLACES[2] + PLACES[3]) / 2, ROWS["seen"] + 52, _("after it – because of it?"), ha="center", bold=True
        )
        for i in range(4):
            self._box(i, ROWS["hidden"])
        for i in range(3):
            self._arrow(i, i + 1, ROWS["hidden"], "muted")
        foot = ROWS["hidden"] + TALL / 2 + 20
        first, last = PLACES[0], PLACES[3]
        self.page.plot([first, first, last, last], [foot - 16, foot, foot, foot - 6], color=style.colour("vermilion"))
        tip = self.shape("vermilion")
        tip.set_path(outlines.path(arrow((last, foot), (last, ROWS["hidden"] + TALL / 2 + 4), 3, 12)))
        self.write(
            (first + last) / 2,
            foot + 16,
            _("the disc is what leads to both"),
            "body",
            "vermilion",
            bold=True,
            ha="center",
        )
        self.write(936, 356, _("time →"), colour="muted", ha="right")

    def _box(self, i: int, y: float) -> None:
        look = {"boxstyle": "round,pad=0,rounding_size=10", "fc": style.colour("panel"), "ec": style.colour(COLOURS[i])}
        corner = (PLACES[i] - WIDE / 2, y - TALL / 2)
        self.page.add_patch(FancyBboxPatch(corner, WIDE, TALL, lw=style.LINE["normal"], **look))
        self.write(PLACES[i], y, EVENTS[i], "body", ha="center")

    def _arrow(self, start: int, end: int, y: float, colour: str) -> None:
        patch = self.shape(colour)
        tail, tip = (PLACES[start] + WIDE / 2 + 6, y), (PLACES[end] - WIDE / 2 - 6, y)
        patch.set_path(outlines.path(arrow(tail, tip)))
