"""Somebody who sits and slumps, and over time how much further the back bends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.human.bones import Bones
from jointlab.drawings.human.scene import scene
from jointlab.drawings.human.side import SideBody
from jointlab.drawings.page import Page
from jointlab.drawings.shapes import outlines
from jointlab.language import _
from jointlab.models.body.adult import adult
from jointlab.models.body.kinematics import Arm, Leg, Posture, leg_points, trunk_points
from jointlab.models.tissue.creep import HALF_BACK, crept, one_time, two_times
from jointlab.models.tissue.creep import HELD as BENT
from jointlab.units import fixed_amount, in_si, number, read_in

WINDOW = (-0.52, 0.86, -0.10, 1.26)  # m: left, right, bottom, top of the drawn space
LEFT, RIGHT, TOP, FOOT = 452, 936, 62, 296  # px: the plot
LAST = 100.0  # minutes on the axis
MOST = 8.0  # degrees on the axis
LATE = read_in(BENT, "minutes")  # minutes upright: as long as people were bent, and not all of it was back
EDGE = 7.5  # degrees: where a hand takes hold of the grey area's edge
HELD = in_si(np.linspace(1, 40, 9), "minutes")
RESTED = in_si(np.array([0, 1, 2, 4, 8, 15, 30, 60.0]), "minutes")
UPRIGHT = np.r_[np.linspace(0, 6, 25), np.linspace(8, LAST, 40)]  # minutes after sitting up
# How a slumped person sits: drawn, not measured.
SLUMPED = Posture(-14.0, 44.0, thorax=20.0, neck=16.0, arm=Arm(64.0, 22.0), leg=Leg(hip=76.0, knee=90.0, ankle=0.0))
SEAT = 0.085  # m from the hips down to the seat


@dataclass(frozen=True, eq=False)
class Slump:
    """Bent for `held` s, then upright for `rested` s. Degrees: `crept` at the end of the bending; of that, what is
    `left` by the recovery with two times, and with one."""

    held: float
    rested: float
    crept: float
    left: float
    left_one: float


class SlumpPicture(Page):
    """The sitting person, and the creep in time."""

    height = 350
    description = _(
        "Left: a person seen from the side sits slumped on a stool; the spine is visible. A dotted line is the "
        "spine at the beginning, and an orange wedge the angle by which the lower back bends further now. Right: "
        "degrees further, vertical axis 0 to {most}, over minutes, horizontal axis 0 to {last}. A blue curve rises "
        "while the person is slumped, which a grey area shows, and falls afterwards: solid as the recovery with two "
        "times has it, dashed and orange as one exponential has it. A dot is the present moment. Squares are what "
        "was measured: the creep after 20 minutes, if the slump lasts so long, and, if it ends then, half of it back "
        "2 minutes later."
    ).format(most=number(MOST), last=number(LAST))

    def lay_out(self) -> None:
        left, right, *_bottom_top = WINDOW
        self.scene = room = scene(self, WINDOW, floor=(left + 0.06, right - 0.02))
        self._stool(room)
        self.heading(20, 21, _("How far the back bends now"))
        self.person, self.bones = SideBody(room, self, detail=0.6), Bones(room, self)
        self.write(20, 64, _("wedge: now"), colour="muted")
        self.write(20, 84, _("dotted: before"), colour="muted")
        self.before = self.line(room, "ink", "normal", "dotted", zorder=8)
        self.wedge = self.shape("vermilion", None, on=room, moves=True, zorder=7, alpha=0.75)
        self.angle = self.write(0, 0, "", "label", "vermilion", bold=True, on=room, moves=True, zorder=9)
        self._plot()

    def _stool(self, room) -> None:
        height = seat_height()
        look = {"on": room, "zorder": 1}
        seat = outlines.box(-0.20, height, 0.22, height - 0.035)
        legs = [outlines.box(x, height - 0.035, x + 0.03, 0.0) for x in (-0.16, 0.15)]
        self.shape("panel", "muted", **look).set_path(outlines.path(seat, *legs))

    def _plot(self) -> None:
        self.heading(LEFT - 36, 21, _("Bends further by (degrees)"))
        limits = {"xlim": (0, LAST), "ylim": (0, MOST), "xticks": range(0, 101, 20), "yticks": range(0, 9, 2)}
        self.axes = self.plot(LEFT, TOP, RIGHT, FOOT, **limits)
        self.write((LEFT + RIGHT) / 2, 334, _("minutes"), "body", ha="center")
        self.write(LEFT, 46, _("—  two times"), colour="blue", bold=True)
        self.write(LEFT + 112, 46, _("– –  one time"), colour="vermilion", bold=True)
        self.write(LEFT + 222, 46, _("□  measured"), bold=True)
        self.write(RIGHT, 46, _("way back: toy model"), colour="muted", ha="right")
        self.bent = self.shape("grid", None, on=self.axes, moves=True, zorder=1)
        self.bent_words = self.write(1.5, EDGE, "", colour="muted", on=self.axes, moves=True)
        self.rises = self.line(self.axes, "blue", "strong", zorder=3)
        self.one = self.line(self.axes, "vermilion", "normal", "dashed", zorder=2.8)
        self.two = self.line(self.axes, "blue", "strong", zorder=3)
        look = {"ls": "none", "marker": "s", "ms": 11, "mfc": "none", "mew": 2, "color": style.colour("ink")}
        creep = sources.observation("flexion_creep").value
        self.creep = self.moving(self.axes.plot([20], [creep], zorder=6, **look)[0])
        self.half = self.moving(self.axes.plot([], [], zorder=6, **look)[0])
        self.now = self.line(self.axes, "blue", ls="none", marker="o", ms=10, zorder=5, clip_on=False)
        self.not_all = self.write(
            0, 0, _("20 minutes upright:\nnot all of it back"), on=self.axes, moves=True, ha="left"
        )
        self.late = self.line(self.axes, "muted", "thin", "dotted")

    def update(self, state: Slump) -> None:
        self._person(state)
        start = read_in(state.held, "minutes")
        rising = np.linspace(0, start, 40)
        self.rises.set_data(rising, crept(in_si(rising, "minutes")))
        for line, way in ((self.two, two_times()), (self.one, one_time())):
            line.set_data(start + UPRIGHT, state.crept * way.left(in_si(UPRIGHT, "minutes")))
        self.bent.set_path(outlines.path(outlines.box(0, MOST, start, 0)))
        self.bent_words.set_text(_("slumped") if start >= 16 else "")
        self.now.set_data([start + read_in(state.rested, "minutes")], [state.left])
        self.creep.set_visible(round(start) >= 20)  # later than the slump, it would stand where somebody rests
        measured = round(start) == 20
        self.half.set_data([start + read_in(HALF_BACK, "minutes")], [state.crept / 2])
        self.half.set_visible(measured)
        self.late.set_data([start + LATE] * 2, [0, 3.6])
        self.late.set_visible(measured)
        self.not_all.set_position((start + LATE, 4.2))
        self.not_all.set_visible(measured)

    def _person(self, state: Slump) -> None:
        hip = 1j * (seat_height() + SEAT)
        now = replace(SLUMPED, lumbar=SLUMPED.lumbar + state.left)
        self.person.set(adult(), now, hip)
        self.bones.set(adult(), now, hip)
        spine, base = _spine(SLUMPED) + hip, _spine(now) + hip
        self.before.set_data(spine.real, spine.imag)
        corner = base[0]
        points = np.array([corner, spine[-1], base[-1]])
        self.wedge.set_path(outlines.path(np.column_stack([points.real, points.imag])))
        self.angle.set(text=f"+{fixed_amount(state.left, '°', 1)}", position=(-0.44, 0.80))

    def grips(self, state: Slump) -> Sequence[Grip]:
        """The edge of the grey area, and the dot."""
        edge = self.pixels(self.axes, read_in(HELD, "minutes"), EDGE)
        way = state.crept * two_times().left(RESTED)
        dot = self.pixels(self.axes, read_in(state.held + RESTED, "minutes"), way)
        return (Track("held", HELD, edge),), (Track("rested", RESTED, dot),)


@lru_cache
def seat_height() -> float:
    """Height of the stool (m) on which the feet of the drawn person stand flat."""
    leg = leg_points(adult(), SLUMPED, SLUMPED.leg)
    return float(adult().ankle_height - leg.ankle.imag - SEAT)


def _spine(posture: Posture) -> np.ndarray:
    """The middles of the lumbar discs and the neck, from below."""
    trunk = trunk_points(adult(), posture)
    return np.array([*np.ravel(trunk.levels), complex(trunk.chest), complex(trunk.neck)])
