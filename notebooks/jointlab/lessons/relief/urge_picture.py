"""The toy of a habit over two hours: an urge that rises and falls, and a joint that is ready or not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from matplotlib.patches import FancyBboxPatch, Rectangle
from numpy.typing import NDArray

from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.page import Page
from jointlab.drawings.shapes import outlines
from jointlab.language import _, ngettext
from jointlab.models.habit import Habit, Story
from jointlab.units import in_si, number, read_in

SHOWN = 7200.0  # s
LEFT, RIGHT, TOP, FOOT = 78, 700, 54, 292  # pixels: the plot
READ, BESIDE = 738, 812  # pixels from the left: the readings, and the words beside their numbers
STRONGEST = 1.01  # of the strongest urge: where the plot ends
POINTS = 14  # of the curve in each interval
SOON = 300.0  # s: a joint is never ready earlier, so the first rise always goes on until then
AT_READY = 92  # %: where a hand takes hold of a band, above all that it might reach for besides
RATES = in_si(np.geomspace(1, 30, 13), "% a minute")
SAME = 1.01  # two waits count as the same up to this factor


@dataclass(frozen=True, eq=False)
class Urge:
    """A `habit` and its `story` over the time SHOWN."""

    habit: Habit
    story: Story

    @property
    def allowed(self) -> int:
        """Cracks in that time if the joint were cracked whenever it is ready."""
        return int(SHOWN / self.habit.refractory)

    @property
    def last_wait(self) -> float:
        """s before the last crack; without one, the wait that would be needed."""
        waits = self.story.intervals
        return float(waits[-1]) if waits.size else self.habit.interval()

    @property
    def by_urge(self) -> NDArray:
        """Which of the waits (n,) are longer than the joint would ask for."""
        return self.story.intervals > SAME * self.habit.refractory

    @property
    def clock(self) -> str:
        """What sets the pace at the end: urge or joint."""
        return "joint" if self.last_wait <= SAME * self.habit.refractory else "urge"


class UrgePicture(Page):
    """The urge over time, with the cracks that it leads to, and how many the joint would allow."""

    height = 340
    description = _(
        "Toy model, with no data behind it. A saw-toothed curve: the urge to crack, in percent of the strongest, "
        "vertical axis 0 to 100, against time in minutes, horizontal axis 0 to {shown}. It rises after each crack "
        "and falls when the joint is cracked again; a dot is the urge at the end. A dashed line is the threshold "
        "above which that happens; it falls in steps if the habit is learned. Grey bands with an edge are the times "
        "in which the joint cannot crack. Orange triangles on top mark the cracks. Beside it stand the number of "
        "cracks and how many the joint would allow."
    ).format(shown=number(read_in(SHOWN, "minutes")))

    def lay_out(self) -> None:
        self._key()
        self._readings()
        end = read_in(SHOWN, "minutes")
        ticks = {"xticks": np.arange(0, end + 1, 20), "yticks": [0, 25, 50, 75, 100]}
        axes = self.plot(LEFT, TOP, RIGHT, FOOT, xlim=(0, end), ylim=(0, read_in(STRONGEST, "%")), **ticks)
        axes.set_xlabel(_("time (minutes)"))
        axes.tick_params(axis="y", pad=10)
        axes.grid(visible=False)
        self.bands = self.shape("grid", "muted", "hair", on=axes, moves=True, zorder=1)
        self.threshold = self.line(axes, "purple", dash="dashed")
        self.urge = self.line(axes, "blue", "strong")
        self.now = self.line(axes, "blue", ls="", marker="o", ms=11, clip_on=False)
        self.cracks = self.line(axes, "vermilion", ls="", marker="v", ms=11, clip_on=False)
        self.axes = axes

    def _key(self) -> None:
        """What the marks mean."""
        self.heading(24, 19, _("Urge (% of the strongest)"))
        self.write(290, 19, _("▼ crack"), colour="vermilion", bold=True)
        self.write(382, 19, _("– –  threshold"), colour="purple", bold=True)
        look = {"fc": style.colour("grid"), "ec": style.colour("muted"), "lw": style.LINE["hair"]}
        self.page.add_patch(Rectangle((524, 11), 22, 16, **look))
        self.write(556, 19, _("joint not ready"), colour="muted", bold=True)

    def _readings(self) -> None:
        """That it is a toy; how often the joint cracks, and how often it could."""
        rounded = {"boxstyle": "round,pad=0,rounding_size=12", "fc": style.colour("panel"), "lw": 0}
        self.page.add_patch(FancyBboxPatch((READ - 12, 10), 206, 52, **rounded))
        self.heading(READ + 4, 27, _("toy model"))
        self.write(READ + 4, 48, _("no measurement behind it"))
        self.count = self.write(READ, 118, "", 44, "vermilion", bold=True, moves=True)
        self.count_word = self.write(BESIDE, 108, "", "body", moves=True)
        self.write(BESIDE, 128, _("in two hours"), "body")
        self.allowed = self.write(READ, 198, "", 32, "muted", bold=True, moves=True)
        self.write(BESIDE, 198, _("would be the\nmost that the\njoint allows"), "body")
        self.clock = self.write(READ, 268, "", "body", bold=True, moves=True)

    def update(self, state: Urge) -> None:
        story, starts = state.story, np.concatenate([[0.0], state.story.cracks])
        ends = np.append(story.cracks, SHOWN)
        time, urges = saw(state)
        self.urge.set_data(_minutes(time), read_in(urges.ravel(), "%"))
        self.now.set_data(_minutes([SHOWN]), read_in(urges[-1, -1:], "%"))
        self.threshold.set_data(_minutes(np.column_stack([starts, ends])), np.repeat(read_in(story.thresholds, "%"), 2))
        self.cracks.set_data(_minutes(story.cracks), np.full(story.cracks.size, 105))
        ready = np.minimum(starts + state.habit.refractory, SHOWN)
        self.bands.set_path(outlines.path(*map(_band, starts, ready)))
        self.count.set_text(f"{story.cracks.size}")
        self.count_word.set_text(ngettext("crack", "cracks", story.cracks.size))
        self.allowed.set_text(f"{state.allowed}")
        self.clock.set_text(_("The joint sets the pace.") if state.clock == "joint" else _("The urge sets the pace."))

    def grips(self, state: Urge) -> Sequence[Grip]:
        """The first threshold at the axis, the end of the first band, and a point of the first rise."""
        shares, waits = np.array([0.2, 1.0]), in_si(np.array([0.0, 120.0]), "minutes")
        risen = np.array([replace(state.habit, rate=rate).urge(SOON) for rate in RATES])
        return (
            (Track("threshold", shares, self.pixels(self.axes, 0, read_in(shares, "%"))),),
            (Track("refractory", waits, self.pixels(self.axes, _minutes(waits), AT_READY)),),
            (Track("rate", RATES, self.pixels(self.axes, read_in(SOON, "minutes"), read_in(risen, "%"))),),
        )


def saw(state: Urge) -> tuple[NDArray, NDArray]:
    """The times (s) and the urge (share) from each crack, or the beginning, to the next, or the end: (n, POINTS)."""
    starts, ends = np.append(0.0, state.story.cracks), np.append(state.story.cracks, SHOWN)
    moments = np.outer(ends - starts, np.linspace(0, 1, POINTS) ** 2)  # densest where the urge rises fastest
    return starts[:, None] + moments, state.habit.urge(moments)


def _minutes(seconds: NDArray | list[float]) -> NDArray:
    """One row of moments, as the plot has them."""
    return read_in(np.ravel(seconds), "minutes")


def _band(start: float, end: float) -> NDArray:
    left, right = _minutes([start, end])
    return np.array([(left, 0), (left, 100), (right, 100), (right, 0)])
