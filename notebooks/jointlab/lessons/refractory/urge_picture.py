"""The toy of a habit over two hours: an urge that rises and falls, and a joint that is ready or not."""

from typing import Any

import numpy as np
from matplotlib.patches import FancyBboxPatch, PathPatch, Rectangle
from matplotlib.path import Path

from jointlab.drawings import style
from jointlab.drawings.picture import Picture

SHOWN = 120  # minutes
LEFT, RIGHT, TOP, FOOT = 78, 700, 92, 376  # pixels: the plot
READ = 738  # pixels from the left: the readings
POINTS = 14  # of the curve in each interval


class HabitPicture(Picture):
    """`update` takes a state with `habit` (a Habit), `story` (its Story over SHOWN minutes), `allowed`, the number of
    cracks that the joint alone would allow, and `clock`, which sets the pace: "urge" or "joint"."""

    height = 440
    description = (
        "Toy model, with no data behind it. A saw-toothed curve: the urge to crack, in percent of the strongest, "
        "vertical axis 0 to 100, against time in minutes, horizontal axis 0 to 120. It rises after each crack and "
        "falls when the joint is cracked again; a dot is the urge at the end. A dashed line is the threshold above "
        "which that happens; it falls in steps if the habit is learned. Grey bands are the times in which the joint "
        "cannot crack. Orange triangles on top mark the cracks. Beside it stand the number of cracks and how many the "
        "joint would allow."
    )

    def build(self) -> None:
        self.page = self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(self.height, 0), zorder=2)
        self.page.set_axis_off()
        self.page.patch.set_visible(False)
        self._words()
        box = (LEFT, self.height - FOOT, RIGHT - LEFT, FOOT - TOP)
        axes = self.figure.add_axes(
            tuple(np.divide(box, (self.width, self.height) * 2)), xlim=(0, SHOWN), ylim=(0, 101)
        )
        axes.set(xlabel="time (minutes)", xticks=range(0, SHOWN + 1, 20), yticks=[0, 25, 50, 75, 100])
        axes.grid(visible=False)
        self.bands = self.moving(axes.add_patch(PathPatch(_nothing(), fc=style.colour("grid"), ec="none", zorder=1)))
        dashed = {"color": style.colour("purple"), "lw": style.LINE["normal"], "ls": (0, (5, 3))}
        self.threshold = self.moving(axes.plot([], [], **dashed)[0])
        self.urge = self.moving(axes.plot([], [], color=style.colour("blue"), lw=style.LINE["strong"])[0])
        here = {"color": style.colour("blue"), "ms": 11, "clip_on": False}
        self.now = self.moving(axes.plot([], [], "o", **here)[0])
        marks = {"color": style.colour("vermilion"), "ms": 11, "clip_on": False}
        self.cracks = self.moving(axes.plot([], [], "v", **marks)[0])

    def _words(self) -> None:
        page, bold = self.page, {"weight": "bold", "va": "center"}
        page.text(24, 26, "Urge (% of the strongest)", size=style.TEXT["label"], **bold)
        key = {"size": style.TEXT["small"], **bold}
        page.text(LEFT, 60, "▼ crack", color=style.colour("vermilion"), **key)
        page.text(LEFT + 104, 60, "– –  threshold", color=style.colour("purple"), **key)
        page.add_patch(Rectangle((LEFT + 252, 52), 22, 16, fc=style.colour("grid"), ec="none"))
        page.text(LEFT + 284, 60, "joint not ready", color=style.colour("muted"), **key)
        rounded = {"boxstyle": "round,pad=0,rounding_size=12", "fc": style.colour("panel"), "lw": 0}
        page.add_patch(FancyBboxPatch((READ - 12, 12), 206, 52, **rounded))
        page.text(READ + 4, 29, "toy model", size=style.TEXT["label"], **bold)
        small = {"size": style.TEXT["small"], "va": "center"}
        page.text(READ + 4, 50, "no measurement behind it", **small)
        self.count = self.moving(page.text(READ, 126, "", size=44, color=style.colour("vermilion"), **bold))
        self.count_word = self.moving(page.text(READ, 172, ""))
        self.allowed = self.moving(page.text(READ, 250, "", size=32, color=style.colour("muted"), **bold))
        page.text(READ, 288, "would be the most that\nthe joint allows", linespacing=1.4, va="center")
        self.clock = self.moving(page.text(READ, 352, "", weight="bold", linespacing=1.4, va="center"))

    def update(self, state: Any) -> None:
        habit, story = state.habit, state.story
        starts = np.concatenate([[0.0], story.cracks])
        ends = np.append(story.cracks, 60.0 * SHOWN)
        times, urges, steps, levels = [], [], [], []
        for start, end, threshold in zip(starts, ends, story.thresholds, strict=True):
            moments = (end - start) * np.linspace(0, 1, POINTS) ** 2  # densest where the urge rises fastest
            times.append((start + moments) / 60)
            urges.append(100 * habit.urge(moments))
            steps += [start / 60, end / 60]
            levels += [100 * threshold] * 2
        self.urge.set_data(np.concatenate(times), np.concatenate(urges))
        self.now.set_data([SHOWN], [urges[-1][-1]])
        self.threshold.set_data(steps, levels)
        self.cracks.set_data(story.cracks / 60, np.full(story.cracks.size, 105))
        wait = habit.refractory / 60
        self.bands.set_path(Path.make_compound_path(*(_band(s / 60, min(s / 60 + wait, SHOWN)) for s in starts)))
        cracks = story.cracks.size
        self.count.set_text(f"{cracks}")
        self.count_word.set_text("crack in two hours" if cracks == 1 else "cracks in two hours")
        self.allowed.set_text(f"{state.allowed}")
        self.clock.set_text(f"The {state.clock} sets\nthe pace.")


def _band(start: float, end: float) -> Path:
    return Path([(start, 0), (start, 100), (end, 100), (end, 0), (start, 0)], closed=True)


def _nothing() -> Path:
    return Path(np.zeros((1, 2)))
