"""The toy of a habit over two hours: an urge that rises and falls, and a joint that is ready or not."""

from dataclasses import dataclass

import numpy as np
from matplotlib.patches import FancyBboxPatch, Rectangle
from numpy.typing import NDArray

from jointlab.drawings import style
from jointlab.drawings.page import SPACING, Page
from jointlab.drawings.shapes import outlines
from jointlab.models.habit import Habit, Story
from jointlab.units import number, read_in

SHOWN = 7200.0  # s
LEFT, RIGHT, TOP, FOOT = 78, 700, 92, 376  # pixels: the plot
READ = 738  # pixels from the left: the readings
POINTS = 14  # of the curve in each interval
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
    def clock(self) -> str:
        """What sets the pace at the end: urge or joint."""
        return "joint" if self.last_wait <= SAME * self.habit.refractory else "urge"


class UrgePicture(Page):
    """The urge over time, with the cracks that it leads to, and how many the joint would allow."""

    height = 440
    description = (
        "Toy model, with no data behind it. A saw-toothed curve: the urge to crack, in percent of the strongest, "
        "vertical axis 0 to 100, against time in minutes, horizontal axis 0 to "
        f"{number(read_in(SHOWN, 'minutes'))}. It rises after each crack and "
        "falls when the joint is cracked again; a dot is the urge at the end. A dashed line is the threshold above "
        "which that happens; it falls in steps if the habit is learned. Grey bands are the times in which the joint "
        "cannot crack. Orange triangles on top mark the cracks. Beside it stand the number of cracks and how many the "
        "joint would allow."
    )

    def lay_out(self) -> None:
        self._key()
        self._readings()
        end = read_in(SHOWN, "minutes")
        ticks = {"xticks": np.arange(0, end + 1, 20), "yticks": [0, 25, 50, 75, 100]}
        axes = self.plot(LEFT, TOP, RIGHT, FOOT, xlim=(0, end), ylim=(0, 101), **ticks)
        axes.set_xlabel("time (minutes)")
        axes.grid(visible=False)
        self.bands = self.shape("grid", on=axes, moves=True, zorder=1)
        self.threshold = self.line(axes, "purple", dash="dashed")
        self.urge = self.line(axes, "blue", "strong")
        self.now = self.line(axes, "blue", ls="", marker="o", ms=11, clip_on=False)
        self.cracks = self.line(axes, "vermilion", ls="", marker="v", ms=11, clip_on=False)

    def _key(self) -> None:
        """What the marks mean."""
        self.heading(24, 26, "Urge (% of the strongest)")
        self.write(LEFT, 60, "▼ crack", colour="vermilion", bold=True)
        self.write(LEFT + 104, 60, "– –  threshold", colour="purple", bold=True)
        self.page.add_patch(Rectangle((LEFT + 252, 52), 22, 16, fc=style.colour("grid"), ec="none"))
        self.write(LEFT + 284, 60, "joint not ready", colour="muted", bold=True)

    def _readings(self) -> None:
        """That it is a toy; how often the joint cracks, and how often it could."""
        rounded = {"boxstyle": "round,pad=0,rounding_size=12", "fc": style.colour("panel"), "lw": 0}
        self.page.add_patch(FancyBboxPatch((READ - 12, 12), 206, 52, **rounded))
        self.heading(READ + 4, 29, "toy model")
        self.write(READ + 4, 50, "no measurement behind it")
        self.count = self.write(READ, 126, "", 44, "vermilion", bold=True, moves=True)
        self.count_word = self.write(READ, 168, "", "body", moves=True)
        self.allowed = self.write(READ, 250, "", 32, "muted", bold=True, moves=True)
        self.write(READ, 288, "would be the most that\nthe joint allows", "body")
        self.clock = self.write(READ, 352, "", "body", bold=True, linespacing=SPACING, moves=True)

    def update(self, state: Urge) -> None:
        story, starts = state.story, np.concatenate([[0.0], state.story.cracks])
        ends = np.append(story.cracks, SHOWN)
        moments = np.outer(ends - starts, np.linspace(0, 1, POINTS) ** 2)  # densest where the urge rises fastest
        urges = read_in(state.habit.urge(moments), "%")
        self.urge.set_data(_minutes(starts[:, None] + moments), urges.ravel())
        self.now.set_data(_minutes([SHOWN]), urges[-1, -1:])
        self.threshold.set_data(_minutes(np.column_stack([starts, ends])), np.repeat(read_in(story.thresholds, "%"), 2))
        self.cracks.set_data(_minutes(story.cracks), np.full(story.cracks.size, 105))
        ready = np.minimum(starts + state.habit.refractory, SHOWN)
        self.bands.set_path(outlines.path(*map(_band, starts, ready)))
        self.count.set_text(f"{story.cracks.size}")
        self.count_word.set_text("crack in two hours" if story.cracks.size == 1 else "cracks in two hours")
        self.allowed.set_text(f"{state.allowed}")
        self.clock.set_text(f"The {state.clock} sets\nthe pace.")


def _minutes(seconds: NDArray | list[float]) -> NDArray:
    """One row of moments, as the plot has them."""
    return read_in(np.ravel(seconds), "minutes")


def _band(start: float, end: float) -> NDArray:
    left, right = _minutes([start, end])
    return np.array([(left, 0), (left, 100), (right, 100), (right, 0)])
