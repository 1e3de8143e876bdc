"""What the brothers Weber saw in 1837: a hip in a vessel, with air, without, and with air again. Schematic."""

import numpy as np

from jointlab.drawings import style
from jointlab.drawings.page import Page
from jointlab.drawings.picture import StillPicture
from jointlab.drawings.shapes import outlines
from jointlab.drawings.shapes.arrows import arrow, arrows
from jointlab.drawings.shapes.spread import cells, spread
from jointlab.language import _

# Title, middle of the vessel in pixels, air in it as a share, how far the head has slipped in pixels, way of the air.
FRAMES = (
    (_("1  Air around it"), 130, 1.0, 0.0, 0),
    (_("2  Air pumped away"), 370, 0.06, 26.0, 1),
    (_("3  Air let in again"), 610, 1.0, 0.0, -1),
)
SAYS = (_("It holds the weight."), _("The head slips out."), _("The head goes back."))
HALF, TOP, FOOT, ROUND = 96, 58, 312, 34  # pixels: of a vessel
SOCKET, HEAD, RIM = 31.0, 28.5, 148  # pixels: radii of the socket and of the head; where the socket ends
PELVIS, SHAFT, WEIGHT = 54, 10, (22, 30, 42)  # pixels: half a width each; the weight's: above, below, its height
GRID, DOTS = 24, 80  # places for dots of air along each side; so many at the pressure outside


class WeberHip(StillPicture, Page):
    """Three vessels with a hip from which a weight hangs."""

    width, height = 740, 370
    description = _(
        "Three vessels of glass in a row. In each hangs a piece of pelvis with a hip socket, in it the head of a thigh "
        "bone, held by a capsule, and from the bone hangs a weight; orange dots are the air. One: the vessel is full "
        "of air, and the head sits in its socket: it holds the weight. Two: an arrow shows that the air is pumped "
        "away, few dots are left, and the head has slipped out of its socket, downwards. Three: air is let in again, "
        "and the head has gone back into its socket, with the weight on it."
    )

    def lay_out(self) -> None:
        self.places = spread(cells(GRID), DOTS, (2 * HALF, FOOT - TOP))
        self.heads, self.air = [], []
        for (title, middle, air, slipped, way), says in zip(FRAMES, SAYS, strict=True):
            self.heading(middle - HALF, 26, title)
            self._vessel(middle, air, way)
            self._hip(middle, slipped)
            self.write(middle, FOOT + 34, says, "body", ha="center")

    def _vessel(self, middle: float, air: float, way: int) -> None:
        """The glass with its air, and the tube at its side: an arrow out of it for `way` 1, into it for −1."""
        left, right = middle - HALF, middle + HALF
        dome = outlines.smooth([(left, TOP + ROUND), (left + 10, TOP + 10), (left + ROUND, TOP)], count=10)
        glass = np.vstack([(left, FOOT), dome, (2 * middle, 0) + dome[::-1] * (-1, 1), (right, FOOT)])
        self.shape("panel", "muted", "normal", zorder=1).set_path(outlines.path(glass))
        inside = (left + 8, TOP + 16) + self.places[: round(air * DOTS)] * (2 * HALF - 16, FOOT - TOP - 24)
        self.air.append(self.line(self.page, "vermilion", marker="o", ls="", ms=4, zorder=1.5))
        self.air[-1].set_data(*inside.T)
        self.page.plot(
            [left - 10, right + 10], [FOOT] * 2, color=style.colour("ink"), lw=style.LINE["strong"], zorder=3
        )
        if way:
            ends = [(right - 4, FOOT - 26), (right + 28, FOOT - 26)][::way]
            flow = arrows(self.page, self, "vermilion", zorder=5)
            flow.set_path(outlines.path(arrow(*ends)))

    def _hip(self, middle: float, slipped: float) -> None:
        """Pelvis, capsule, the thigh bone `slipped` downwards, and the weight."""
        cup = outlines.arc(SOCKET, 180, 360, centre=(middle, RIM))
        pelvis = np.vstack(
            [
                (middle - PELVIS, TOP + 22),
                (middle - PELVIS, RIM),
                cup,
                (middle + PELVIS, RIM),
                (middle + PELVIS, TOP + 22),
            ]
        )
        self.shape("bone", "bone_edge", zorder=2.2).set_path(outlines.path(pelvis))
        self.page.plot([middle] * 2, [TOP, TOP + 22], color=style.colour("ink"), lw=style.LINE["strong"], zorder=2.1)
        y = RIM + slipped
        ball = outlines.arc(HEAD, 0, 360, 60, centre=(middle, y))
        foot = y + HEAD + 44
        shaft = outlines.box(middle - SHAFT, y, middle + SHAFT, foot)
        sleeve = [
            outlines.smooth(
                [
                    (middle + s * 42, RIM - 2),
                    (middle + s * 36, (RIM + y + HEAD) / 2 + 4),
                    (middle + s * 12, y + HEAD + 12),
                ],
                12,
            )
            for s in (-1, 1)
        ]
        if not slipped:
            self.shape("fluid", zorder=2.15).set_path(outlines.path(cup))
        self.shape("fluid", zorder=2.0).set_path(outlines.path(np.vstack([sleeve[0], sleeve[1][::-1]])))
        capsule = self.line(self.page, "capsule", lw=6, zorder=2.1, solid_capstyle="round")
        gap = [(np.nan, np.nan)]
        capsule.set_data(*np.vstack([sleeve[0], gap, sleeve[1]]).T)
        self.shape("bone", "bone_edge", zorder=2.3).set_path(outlines.path(shaft))
        self.heads.append(self.shape("bone", "bone_edge", zorder=2.4))
        self.heads[-1].set_path(outlines.path(ball))
        above, below, high = WEIGHT
        block = [
            (middle - above, foot),
            (middle + above, foot),
            (middle + below, foot + high),
            (middle - below, foot + high),
        ]
        self.shape("ink", zorder=2.3).set_path(outlines.path(np.array(block, dtype=float)))
        self.write(middle, foot + high / 2 + 1, _("weight"), colour="paper", ha="center", zorder=2.5)
