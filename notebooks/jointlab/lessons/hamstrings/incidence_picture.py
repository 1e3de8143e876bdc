"""A pelvis from the side with its three angles, and the angles as bars of which two make the third."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.human import shape
from jointlab.drawings.human.bend import as_xy
from jointlab.drawings.human.layers import closed
from jointlab.drawings.human.upright import outline
from jointlab.drawings.page import Page
from jointlab.language import _
from jointlab.models.body.spinopelvic import measured_angles, sacral_top
from jointlab.units import amount

WINDOW = (-0.27, 0.21, -0.13, 0.245)  # m: left, right, bottom, top of the drawn space
FRONT, BACK = complex(*shape.SACRUM[0]), complex(*shape.SACRUM[1])  # both ends of the top of the drawn sacrum
MIDDLE = (FRONT + BACK) / 2
DRAWN = measured_angles(0j, MIDDLE, (FRONT - BACK) / abs(FRONT - BACK))  # PI, PT and SS of the drawn bones, upright
ABOVE = 0.235  # m: how high the upright line through the hip goes
SQUARE, LEVEL = 0.15, 0.11  # m: lengths of the perpendicular to the top of the sacrum, and of the level line there
ARCS = {"incidence": 0.055, "tilt": 0.075, "slope": 0.085}  # m: radii
NARROW = 20.0  # degrees: the letters of a smaller tilt stand in front of its arc
COLOURS = {"incidence": "ink", "tilt": "blue", "slope": "vermilion"}
LETTERS = {"incidence": "PI", "tilt": "PT", "slope": "SS"}
NAMES = {"incidence": _("incidence"), "tilt": _("tilt"), "slope": _("slope")}
RANGE = sources.observation("pelvic_incidence_range")
TILTS = np.linspace(-15, 60, 9)  # degrees, along the way of a hand
LEFT, RIGHT, TOP, FOOT = 604, 936, 52, 222  # px: the axes of the bars
ENDS = (-40, 105)  # degrees
ROWS = {"incidence": 30, "tilt": 84, "slope": 138}  # px below the top
MEANS = {
    "incidence": _("between the line to the hip and a perpendicular to the sacrum"),
    "tilt": _("between the line to the hip and upright"),
    "slope": _("between the top of the sacrum and level"),
}


@dataclass(frozen=True)
class Pelvis:
    """Three angles in degrees: PI, PT and SS."""

    incidence: float
    tilt: float
    slope: float


class IncidencePicture(Page):
    """The pelvis with its angles, and the bars."""

    height = 346
    description = _(
        "Left: a pelvis seen from the side, its front at the right: the hip bone with the round socket of the hip, the "
        "sacrum behind it. A dark line runs from the hip to the middle of the top of the sacrum; a dotted one goes "
        "upright from the hip, another level from the sacrum, and a dashed one stands square to the top of the sacrum. "
        "Arcs with letters show the angles: blue PT, from upright to the dark line; orange SS, from level to the top "
        "of the sacrum; dark PI, from the dark line to the dashed one. Right: a bar chart in degrees, from −40 to 105: "
        "a dark bar for PI; a blue one for PT, from 0; an orange one for SS, which begins where PT ends and always "
        "ends where PI ends, marked by a dotted line."
    )

    def lay_out(self) -> None:
        left, right, bottom, top = WINDOW
        width = (right - left) / (top - bottom) * self.height
        self.scene = room = self.plot(0, 0, width, self.height, xlim=(left, right), ylim=(bottom, top))
        room.set_axis_off()
        self.thigh = self.shape("skin", "skin_edge", on=room, zorder=0.5)
        self.thigh.set_path(closed([as_xy(_femur())]))
        self.thigh.set(facecolor=style.colour("bone"), edgecolor=style.colour("bone_edge"))
        self.bones = [self.shape("bone", "bone_edge", on=room, moves=True, zorder=order) for order in (1, 2)]
        # Socket and upright line stand still, but in front of the hip bone, which moves: so they must move, too.
        self.socket = self.shape("bone_inner", "bone_edge", on=room, moves=True, zorder=3)
        self.socket.set_path(closed([as_xy(shape.SOCKET * np.exp(2j * np.pi * np.arange(24) / 24))]))
        self.upright, self.level = (self.line(room, "muted", "thin", "dotted", zorder=4) for _line in range(2))
        self._stroke(self.upright, 0, 1j * ABOVE)
        self.square = self.line(room, "ink", "thin", "dashed", zorder=5)
        self.spoke = self.line(room, "ink", "normal", zorder=5)
        self.top = self.line(room, "vermilion", "strong", zorder=6)
        self.arcs = {name: self.line(room, colour, "normal", zorder=7) for name, colour in COLOURS.items()}
        box = {"fc": style.colour("paper"), "ec": "none", "alpha": 0.85, "pad": 0.8}
        self.letters = {
            name: self.write(0, 0, LETTERS[name], colour=colour, bold=True, on=room, moves=True, zorder=9, bbox=box)
            for name, colour in COLOURS.items()
        }
        for words in self.letters.values():
            words.set_ha("center")
        self._bars()

    def _bars(self) -> None:
        axes = self.plot(LEFT, TOP, RIGHT, FOOT, xlim=ENDS, ylim=(FOOT - TOP, 0), yticks=[], xticks=range(-30, 91, 30))
        axes.spines["left"].set_visible(False)
        axes.axvline(0, color=style.colour("muted"), lw=style.LINE["thin"])
        clear = {"fc": style.colour("paper"), "ec": "none", "pad": 0.8}  # no line runs through a number
        self.heading(LEFT - 108, 18, _("PI = PT + SS, in degrees"))
        self.bars, self.values = {}, {}
        for name, y in ROWS.items():
            self.write(
                LEFT - 8, TOP + y, f"{LETTERS[name]}  {NAMES[name]}", "body", COLOURS[name], bold=True, ha="right"
            )
            self.bars[name] = self.line(axes, COLOURS[name], lw=17, solid_capstyle="butt")
            look = {"colour": COLOURS[name], "bold": True, "ha": "center", "bbox": clear, "zorder": 5}
            self.values[name] = self.write(0, y - 20, on=axes, moves=True, **look)
        self.edge = self.line(axes, "ink", "thin", "dotted")
        self.of_angles = axes
        for i, (name, words) in enumerate(MEANS.items()):
            self.write(LEFT - 108, FOOT + 52 + 23 * i, f"{LETTERS[name]}: {words}", colour=COLOURS[name])

    def update(self, state: Pelvis) -> None:
        middle, along = sacral_top(state.incidence, state.tilt, abs(MIDDLE))
        middle, along = complex(middle), complex(along)
        self._bones(state, middle, along)
        half = abs(FRONT - BACK) * 0.85
        self._stroke(self.top, middle - half * along, middle + half * along)
        self._stroke(self.spoke, 0, middle)
        self._stroke(self.level, middle - 0.02, middle + LEVEL)
        self._stroke(self.square, middle, middle - SQUARE * 1j * along)
        self._arc("tilt", 0j, 1j, middle / abs(middle))
        self._arc("slope", middle, 1 + 0j, along)
        self._arc("incidence", middle, -middle / abs(middle), -1j * along)
        ends = {"incidence": (0, state.incidence), "tilt": (0, state.tilt), "slope": (state.tilt, state.incidence)}
        for name, (start, stop) in ends.items():
            self.bars[name].set_data([start, stop], [ROWS[name]] * 2)
            self.values[name].set(text=amount(round(getattr(state, name)), "°"), x=(start + stop) / 2)
        self.edge.set_data([state.incidence] * 2, [ROWS["incidence"], ROWS["slope"] + 12])

    def _bones(self, state: Pelvis, middle: complex, along: complex) -> None:
        """The hip bone turns with the line to the sacrum, the sacrum with its own top."""
        hip_bone = _hip_bone() * np.exp(1j * np.radians(state.tilt - DRAWN[1]))
        sacrum = middle + (_sacrum() - MIDDLE) * along * np.exp(1j * np.radians(DRAWN[2]))
        for bone, points in zip(self.bones, (sacrum, hip_bone), strict=True):
            bone.set_path(closed([as_xy(points)]))

    def _stroke(self, line: object, start: complex, stop: complex) -> None:
        ends = np.array([start, stop])
        line.set_data(ends.real, ends.imag)

    def _arc(self, name: str, at: complex, start: complex, stop: complex) -> None:
        """From one direction to the other, with the letters outside its middle."""
        angle = np.angle(stop / start)
        swept = at + ARCS[name] * start * np.exp(1j * np.linspace(0, angle, 24))
        self.arcs[name].set_data(swept.real, swept.imag)
        words = at + (ARCS[name] + 0.016) * start * np.exp(0.5j * angle)
        if name == "tilt" and angle < np.radians(NARROW):  # both of its lines would run under the letters
            words = swept.real.max() + 0.020 + 1j * ARCS[name]
        self.letters[name].set_position((words.real, words.imag))

    def grips(self, state: Pelvis) -> Sequence[Grip]:
        """The middle of the top of the sacrum tilts the pelvis; the end of the bar of PI makes another person."""
        middles, _along = sacral_top(state.incidence, TILTS, abs(MIDDLE))
        people = [RANGE.low, RANGE.high]
        return [
            (Track("tilt", TILTS, self.pixels(self.scene, middles.real, middles.imag)),),
            (Track("incidence", people, self.pixels(self.of_angles, people, ROWS["incidence"])),),
        ]


def _sacrum() -> np.ndarray:
    return outline(np.array(shape.SACRUM) @ [1, 1j], 40)


def _hip_bone() -> np.ndarray:
    return outline(np.array(shape.HIP_BONE) @ [1, 1j], 48)


def _femur() -> np.ndarray:
    """The upper end of the thigh bone, cut off by the edge of the drawing."""
    points = ((-0.020, 0.000), (-0.032, -0.030), (-0.030, -0.070), (-0.022, -0.160), (0.014, -0.160), (0.012, -0.050),
              (0.018, 0.000))  # fmt: skip
    return outline(np.array(points) @ [1, 1j], 40)
