"""The lever in a back that leans: a body with the lever arms drawn in, and the same arms as a seesaw."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Polygon, Rectangle

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.human.bones import Bones
from jointlab.drawings.human.side import SideBody
from jointlab.drawings.page import Page
from jointlab.drawings.picture import StillPicture
from jointlab.language import _
from jointlab.lessons.lifting.carry_picture import Carrying
from jointlab.units import fixed_amount, number, read_in, with_unit

WINDOW = (-0.62, 0.62, 0.66, 1.70)  # m: left, right, bottom, top of the drawn space around the trunk
PIXELS = 1190.0  # of the seesaw for a metre of the body
PIVOT = (632, 238)  # pixels: top of the pivot, from the left and from above


class Lever(StillPicture, Page):
    """How far from the lowest disc weight and muscles act in `state`."""

    height = 400

    def __init__(self, state: Carrying):
        self.state = state
        self.weight_arm, self.muscle_arm = float(state.result.weight_arm), float(state.result.muscle_arm)
        self.description = _(
            "Two drawings of one lever. Left: a person seen from the side leans forward, spine and pelvis visible; a "
            "red disc, L5-S1, is marked as the pivot. A blue arrow points down where the weight of trunk, head and "
            "arms acts, {weight_arm} in front of the disc; an orange line behind the spine shows the back "
            "muscles, about {muscle_arm} from the disc. Right: a seesaw with the same lengths, on a dark "
            "pivot near its left end. A blue weight lies on the long side; an orange arrow pulls the short side down, "
            "with a question mark."
        ).format(weight_arm=_cm(self.weight_arm), muscle_arm=_cm(self.muscle_arm))
        super().__init__()

    def lay_out(self) -> None:
        self._body()
        self._seesaw()

    def _body(self) -> None:
        left, right, bottom, top = WINDOW
        width = (right - left) / (top - bottom) * self.height
        axes = self.plot(0, 0, width, self.height, xlim=(left, right), ylim=(bottom, top))
        axes.set_axis_off()
        state, result = self.state, self.state.result
        SideBody(axes, self).set(state.body, state.posture, state.hip)
        Bones(axes, self).set(state.body, state.posture, state.hip)
        disc, weight, muscle = (
            complex(place) + state.hip for place in (result.disc, result.weight.place, result.muscle_pull.place)
        )
        along = complex(result.muscle_pull.vector) / abs(complex(result.muscle_pull.vector))
        tip, below, level = muscle - 0.26 * along, disc - 0.16j, weight.real + 1j * (disc.imag - 0.16)
        _line(axes, tip, muscle + 0.10 * along, "vermilion", "strong")
        _line(axes, disc, muscle, "vermilion", "thin")
        _arrow(axes, weight, weight - 0.17j, "blue")
        _line(axes, disc, below, "muted", "hair", ls=(0, (2, 3)))
        _line(axes, weight, level, "muted", "hair", ls=(0, (2, 3)))
        _ruler(axes, below, level, "blue", 0.012)
        bold = {"size": "body", "bold": True, "on": axes, "zorder": 9}
        self.write(level.real + 0.02, level.imag, _cm(self.weight_arm), colour="blue", **bold)
        self.write(weight.real + 0.03, weight.imag - 0.12, _("weight"), colour="blue", **bold)
        self.write(tip.real - 0.06, tip.imag, _("back\nmuscles"), colour="vermilion", ha="right", **bold)
        self.write(disc.real - 0.20, disc.imag - 0.10, _("disc L5-S1"), ha="right", **bold)
        _line(axes, disc - 0.19 - 0.095j, disc - 0.012 - 0.006j, "ink", "hair")

    def _seesaw(self) -> None:
        page, (x, y) = self.page, PIVOT
        long, short = PIXELS * self.weight_arm, PIXELS * self.muscle_arm
        page.add_patch(Polygon([(x, y), (x - 26, y + 46), (x + 26, y + 46)], fc=style.colour("ink"), ec="none"))
        page.plot([x - 90, x + long + 50], [y + 46] * 2, color=style.colour("muted"), lw=style.LINE["thin"])
        board = {"color": style.colour("bone_edge"), "lw": 9, "solid_capstyle": "butt"}
        page.plot([x - short - 14, x + long + 44], [y - 5] * 2, **board)
        page.add_patch(Rectangle((x + long - 38, y - 86), 76, 76, fc=style.colour("blue"), ec="none"))
        _arrow(page, x - short + 1j * (y - 104), x - short + 1j * (y - 12), "vermilion")
        middle = {"size": "body", "bold": True, "ha": "center"}
        self.write(x + long, y - 118, _("weight of trunk,\nhead and arms"), colour="blue", **middle)
        self.write(x - short, y - 124, _("muscles: ?"), colour="vermilion", **middle)
        self.write(x, y + 92, _("disc\nL5-S1"), **middle)
        level = 1j * (y + 64)
        _ruler(page, x + level, x + long + level, "blue", 6)
        _ruler(page, x - short + level, x + level, "vermilion", 6)
        self.write(x + long / 2, y + 82, _cm(self.weight_arm), colour="blue", **middle)
        arm = sources.constant("extensor_arm")
        span = _("{low} to {high}").format(low=number(read_in(arm.low, "cm")), high=number(read_in(arm.high, "cm")))
        words = _("about {distance}\n({span})").format(distance=_cm(self.muscle_arm), span=with_unit(span, "cm"))
        self.write(x - short - 14, y + 68, words, colour="vermilion", **middle | {"ha": "right"})


def _cm(metres: float) -> str:
    return fixed_amount(metres, "cm")


def _line(axes: Axes, start: complex, stop: complex, colour: str, width: str, **how: tuple) -> None:
    ends = np.array([start, stop])
    axes.plot(ends.real, ends.imag, color=style.colour(colour), lw=style.LINE[width], zorder=8, **how)


def _ruler(axes: Axes, start: complex, stop: complex, colour: str, tick: float) -> None:
    """A level line with a tick at each end."""
    for ends in ((start, stop), (start - 1j * tick, start + 1j * tick), (stop - 1j * tick, stop + 1j * tick)):
        _line(axes, *ends, colour, "thin")


def _arrow(axes: Axes, start: complex, stop: complex, colour: str) -> None:
    look = {"width": 4, "headwidth": 15, "headlength": 15, "color": style.colour(colour), "shrink": 0}
    axes.annotate("", (stop.real, stop.imag), (start.real, start.imag), arrowprops=look, zorder=8)
