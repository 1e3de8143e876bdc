"""Two exercises side by side: how active a muscle was, what the disc bore, and the one over the other, all as bands."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from jointlab import sources
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.page import Page
from jointlab.language import N_, _
from jointlab.models.interval import Interval
from jointlab.units import PER_SI, fixed, read_in, rounded

EXERCISES = (N_("leg lift"), N_("bird-dog"))
LOOKS = dict(zip(EXERCISES, (("blue", "o"), ("vermilion", "s")), strict=True))
ROWS = dict(zip(EXERCISES, (24, 62), strict=True))  # px below the top of a panel
HIGH = 86  # px, of a panel
FARTHEST = 150  # % per kN: where the axis ends, and some bands do not
NARROW, WIDE = (118, 470), (600, 938)  # px: from where to where the panels reach


@dataclass(frozen=True)
class Measured:
    """One of EXERCISES, in English: `activity` of a muscle (share of its maximum), `load` on the disc (N), their
    `ratio` (1/N)."""

    name: str
    activity: Interval
    load: Interval
    ratio: Interval


@dataclass(frozen=True)
class Compared:
    """Both exercises; whether their activities differ by more than chance, and whether the ratios do.

    `doubt`: the whole band of the load in the bird-dog, of which a share may be left.
    """

    exercises: tuple[Measured, Measured]
    doubt: Interval
    activity_differs: bool
    ratio_differs: bool


class ComparePicture(Page):
    """Activity above, load below, activity for each newton at the right: each exercise with a band and its middle."""

    height = 344
    description = _(
        "Three panels, in each a blue band with a round mark for lifting a leg on all fours and an orange one with a "
        "square mark for the bird-dog. Left, above: how active the muscle was, in per cent of its greatest voluntary "
        "contraction; the band is where the mean of all such people lies, with 95 % confidence. Left, below: the "
        "compression of the lowest disc in newtons, as the model of this course has it. Right: the activity for each "
        "1,000 newtons of that compression; the band is as wide as both doubts together allow, and an arrow head with "
        "a number says how far it runs beyond the axis. Words below the upper and the right panel say whether the two "
        "exercises are told apart there, or whether the comparison is void."
    )

    def lay_out(self) -> None:
        self.activity = self._panel(_("Muscle activity (% of maximum)"), NARROW, 34, (0, 34), 10, "%")
        self.load = self._panel(_("Load on the disc (N)"), NARROW, 218, (0, 1300), 400, "N")
        self.ratio = self._panel(_("Activity for each 1,000 N (%)"), WIDE, 34, (0, FARTHEST), 50, "% per kN")
        axes = self.ratio[EXERCISES[0]][0].axes
        self.heads = {
            name: self.line(axes, LOOKS[name][0], ls="none", marker=">", ms=9, zorder=6) for name in EXERCISES
        }
        self.ends = {
            name: self.write(FARTHEST, ROWS[name] - 16, colour=LOOKS[name][0], on=axes, moves=True, ha="right")
            for name in EXERCISES
        }
        look = {"size": "body", "bold": True, "moves": True}
        self.activity_says = self.write(NARROW[0], 168, **look)
        self.ratio_says = self.write(WIDE[0], 168, **look)
        people = sources.muscle_activity("callaghan_eo_near").n
        self.write(WIDE[0], 240, _("Measured in one study of {count} young men.").format(count=people), colour="muted")
        self.write(WIDE[0], 262, _("The load comes from the model of this course."), colour="muted")

    def _panel(
        self, heading: str, across: tuple[int, int], top: int, ends: tuple[int, int], step: int, unit: str
    ) -> dict[str, tuple[Line2D, Line2D, float]]:
        """Band, mark and factor from SI of each exercise."""
        left, right = across
        ticks = {place: fixed(place) for place in range(-(-ends[0] // step) * step, ends[1] + 1, step)}
        axes = self.plot(left, top, right, top + HIGH, xlim=ends, ylim=(HIGH, 0), yticks=[], xticks=ticks)
        axes.spines["left"].set_visible(False)
        self.heading(left, top - 16, heading)
        for name, y in ROWS.items():
            self.write(left - 10, top + y, _(name), "body", LOOKS[name][0], bold=True, ha="right")
        return {name: (*self._row(axes, name), PER_SI[unit]) for name in EXERCISES}

    def _row(self, axes: Axes, name: str) -> tuple[Line2D, Line2D]:
        colour, marker = LOOKS[name]
        band = self.line(axes, colour, lw=15, alpha=0.35, solid_capstyle="butt")
        return band, self.line(axes, colour, ls="none", marker=marker, ms=11, zorder=5)

    def update(self, state: Compared) -> None:
        for one in state.exercises:
            panels = ((self.activity, one.activity), (self.load, one.load), (self.ratio, one.ratio))
            for panel, what in panels:
                band, mark, factor = panel[one.name]
                band.set_data([what.low * factor, what.high * factor], 2 * [ROWS[one.name]])
                mark.set_data([what.middle * factor], [ROWS[one.name]])
            high = read_in(one.ratio.high, "% per kN")
            beyond = high > FARTHEST
            self.heads[one.name].set_data([FARTHEST] if beyond else [], [ROWS[one.name]] if beyond else [])
            self.ends[one.name].set_text(_("on to {high}").format(high=rounded(high)) if beyond else "")
        self.activity_says.set_text(_verdict(state.activity_differs))
        self.ratio_says.set_text(_verdict(state.ratio_differs))

    def grips(self, state: Compared) -> Sequence[Grip]:
        """The upper end of the load in the bird-dog: doubt that can be taken away."""
        axes, y = self.load["bird-dog"][0].axes, ROWS["bird-dog"]
        ends = np.array([state.doubt.middle, state.doubt.high])
        return [(Track("unknown", (0.0, 1.0), self.pixels(axes, ends, np.array([y, y]))),)]


def _verdict(differs: bool) -> str:
    return _("Told apart") if differs else _("Void: the bands overlap")
