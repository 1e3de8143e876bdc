"""What the lowest disc carries, as bars: the moment about it, and below that the three forces on one axis."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.page import Page
from jointlab.language import _
from jointlab.models.body.lumbar_load import SpineLoad
from jointlab.units import fixed

LEFT, RIGHT = 554, 938  # px: where both axes begin and end
NAMES = LEFT - 9  # px: where the names of the rows end
MOMENT_TOP, MOMENT_FOOT = 30, 106  # px: the upper axes
FORCE_TOP, FORCE_FOOT = 150, 314  # px: the lower axes
MOMENT_ROWS = {"weight": (_("trunk"), 13), "load": (_("load"), 39), "both": (_("both"), 63)}  # names; px below the top
FORCE_ROWS = {"muscles": 36, "disc compression": 94, "disc shear": 145}  # px below the top
FORCE_NAMES = {"muscles": "", "disc compression": _("disc\ncompression"), "disc shear": _("disc\nshear")}
# Which muscles hold (SpineLoad.holding): the name of their bar.
MUSCLES = {"behind": _("back\nmuscles"), "in front": _("muscles\nin front"), "either": _("muscles,\nfront\nor back")}


class LoadBars:
    """Draws at the right of `page`. `moments` (N m) and `forces` (N): the ends of the axes, `colours` of the weights.

    `of_moment` and `of_force` are the axes; in both, y runs down in pixels from the top.
    """

    def __init__(
        self, page: Page, moments: tuple[int, int], forces: tuple[int, int], colours: Mapping[str, str]
    ) -> None:
        self._page = page
        self._moments(moments, colours)
        self._forces(forces)

    def _moments(self, ends: tuple[int, int], colours: Mapping[str, str]) -> None:
        page, low_high = self._page, (MOMENT_FOOT - MOMENT_TOP, 0)
        ticks = range(0, ends[1] + 1, 100 if ends[1] > 300 else 50)
        axes = page.plot(LEFT, MOMENT_TOP, RIGHT, MOMENT_FOOT, xlim=ends, ylim=low_high, yticks=[], xticks=ticks)
        axes.spines["left"].set_visible(False)
        axes.axvline(0, color=style.colour("muted"), lw=style.LINE["thin"])
        page.heading(LEFT, 15, _("Moment about L5-S1 (N m)"))
        for name, (words, y) in MOMENT_ROWS.items():
            page.write(NAMES, MOMENT_TOP + y, words, "body", colours.get(name, "ink"), bold=True, ha="right")
        self.shares = {name: page.line(axes, look, lw=15, solid_capstyle="butt") for name, look in colours.items()}
        self.moment_band = page.line(axes, "ink", marker="|", ms=12, zorder=5)
        self.of_moment = axes

    def _forces(self, ends: tuple[int, int]) -> None:
        page, low_high = self._page, (FORCE_FOOT - FORCE_TOP, 0)
        words: dict[Any, Any] = {place: fixed(place) for place in range(0, ends[1] + 1, 2000)}
        axes = page.plot(LEFT, FORCE_TOP, RIGHT, FORCE_FOOT, xlim=ends, ylim=low_high, yticks=[], xticks=words)
        axes.spines["left"].set_visible(False)
        page.heading(LEFT, FORCE_TOP - 13, _("Force (N)"))
        look = {"size": "body", "bold": True, "ha": "right", "linespacing": 1.15}
        names = {
            name: page.write(NAMES, FORCE_TOP + y, FORCE_NAMES[name], moves=name == "muscles", **look)
            for name, y in FORCE_ROWS.items()
        }
        self.muscles = names["muscles"]
        self.bands, self.middles = {}, {}
        for name in FORCE_ROWS:
            colour = "vermilion" if name == "muscles" else "ink"
            self.bands[name] = page.line(axes, colour, lw=15, alpha=0.32, solid_capstyle="butt")
            self.middles[name] = page.line(axes, colour, ls="none", marker="o", ms=11, zorder=5)
        self.own = page.line(axes, "blue", "thin", "dashed")
        self.own_words = page.write(0, 8, _("body weight"), colour="blue", on=axes, moves=True)
        self.of_force = axes

    def set(self, result: SpineLoad, mass: float) -> None:
        """Show what the disc of a person of `mass` kg carries."""
        start, own, held = shares(result)
        for name, ends in (("weight", [0, own]), ("load", [start, start + held])):
            self.shares[name].set_data(ends, 2 * [MOMENT_ROWS[name][1]])
        self.moment_band.set_data([result.moment.low, result.moment.high], 2 * [MOMENT_ROWS["both"][1]])
        self.muscles.set_text(MUSCLES[result.holding])
        for name, band in zip(FORCE_ROWS, (result.muscle, result.compression, result.shear), strict=True):
            y = FORCE_ROWS[name]
            self.bands[name].set_data([band.low, band.high], [y, y])
            self.middles[name].set_data([band.middle], [y])
        weight = mass * sources.value("gravity")
        self.own.set_data([weight, weight], [2, FORCE_FOOT - FORCE_TOP])
        self.own_words.set_x(weight + 0.008 * np.ptp(self.of_force.get_xlim()))


def shares(result: SpineLoad) -> tuple[float, float, float]:
    """Where the bar of the load begins, and the moments of trunk and load, in N m. The load's lies on that of the
    trunk, or begins at 0 if the two turn in different ways."""
    own, held = (float(force.moment_about(result.disc)) for force in (result.weight, result.load))
    start = own if own * held >= 0 else 0.0
    return start, own, held
