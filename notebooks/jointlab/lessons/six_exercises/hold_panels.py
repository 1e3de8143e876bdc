"""What a lower back does in one moment of an exercise, as panels: who holds it, how it bends, what was measured."""

from itertools import groupby, zip_longest

import numpy as np
from matplotlib.lines import Line2D

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.page import Page
from jointlab.language import _, listed
from jointlab.learn.facts import bounded
from jointlab.models.body.flexion_sharing import RULES, level_angles
from jointlab.models.body.lumbar_load import SpineLoad
from jointlab.models.body.segments import LEVELS
from jointlab.sources import MuscleActivity
from jointlab.units import fixed, percent

LEFT, RIGHT = 652, 934  # px: ends of the axes
EDGE = 584  # px: where names and headings begin
MOMENT_TOP, FORCE_TOP, LEVEL_TOP, MUSCLE_TOP = 28, 110, 190, 330  # px
MOMENT, FORCE, HOLLOW, ROUND = 200, 8000, -18, 12  # N m, N, degrees: where the axes end
ROW = 17  # px from level to level
# Rows beside which the two rules are named, in the left half, and how.
NAMED = ((2.5, "Beaucage-\nGauvreau"), (4.5, "Christophy"))
LOOKS = dict(zip(RULES, (("blue", "o"), ("purple", "s")), strict=True))
# What was measured in an exercise: rows of exercise_emg.csv, those of one study in one line.
MEASURED = {
    "bird-dog": (("ekstrom_gmax_bird", "ekstrom_gmed_bird"), ("callaghan_eo_bird_near", "callaghan_eo_bird_far")),
    "bridge": (("ekstrom_gmax_bridge", "ekstrom_gmed_bridge"), ("garciavaquero_es_bridge",)),
    "plank": (("garciavaquero_ra_plank",), ("calatayud_ra_plank",)),
}
NONE_FOUND = _("No figures were found for this exercise.")


class HoldPanels:
    """Draws at the right of `page`; `set` shows one moment."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.moment = self._band(MOMENT_TOP, _("Moment about L5-S1 (N m)"), (-MOMENT, MOMENT), 100)
        axes = self.moment[0].axes
        axes.axvline(0, color=style.colour("muted"), lw=style.LINE["thin"])
        for place, words, side in ((-MOMENT, _("muscles in front"), "left"), (MOMENT, _("back muscles"), "right")):
            page.write(place, 6, words, colour="muted", on=axes, ha=side)
        self.force = self._band(FORCE_TOP, _("Compression of that disc (N)"), (-500, FORCE), 2000)
        self._levels()
        page.heading(EDGE, MUSCLE_TOP, _("Measured: how active muscles were"))
        self.studies = [page.write(EDGE, MUSCLE_TOP + 19 + 18 * i, moves=True) for i in range(2)]

    def _band(self, top: float, heading: str, ends: tuple[int, int], step: int) -> tuple[Line2D, Line2D]:
        """An axis with a band and the dot in its middle."""
        places = range(-(-ends[0] // step) * step, ends[1] + 1, step)
        words = {place: fixed(abs(place)) for place in places}
        axes = self._page.plot(LEFT, top, RIGHT, top + 32, xlim=ends, ylim=(32, 0), yticks=[], xticks=words)
        axes.spines["left"].set_visible(False)
        self._page.heading(EDGE, top - 14, heading)
        band = self._page.line(axes, "vermilion", lw=13, alpha=0.35, solid_capstyle="butt")
        return band, self._page.line(axes, "vermilion", ls="none", marker="o", ms=10, zorder=5)

    def _levels(self) -> None:
        page, foot = self._page, LEVEL_TOP + ROW * len(LEVELS)
        axes = page.plot(
            LEFT, LEVEL_TOP, RIGHT, foot, xlim=(HOLLOW, ROUND), ylim=(ROW * len(LEVELS), 0), yticks=[],
            xticks={place: fixed(abs(place)) for place in range(-16, 13, 4)},
        )  # fmt: skip
        axes.spines["left"].set_visible(False)
        axes.axvline(0, color=style.colour("muted"), lw=style.LINE["thin"])
        page.heading(EDGE, LEVEL_TOP - 14, _("Bend by level (°)"))
        for i, level in enumerate(reversed(LEVELS)):
            page.write(LEFT - 9, LEVEL_TOP + ROW * (i + 0.5), level, ha="right")
        for place, words, side in ((HOLLOW, _("hollowed"), "left"), (ROUND, _("rounded"), "right")):
            page.write(place, ROW / 2, words, colour="muted", on=axes, ha=side)
        self.marks = {
            rule: page.line(axes, colour, ls="none", marker=marker, ms=9, zorder=5)
            for rule, (colour, marker) in LOOKS.items()
        }
        for (row, words), (colour, marker) in zip(NAMED, LOOKS.values(), strict=True):
            axes.plot(
                HOLLOW + 0.3, ROW * row, color=style.colour(colour), ls="none", marker=marker, ms=8, clip_on=False
            )
            page.write(HOLLOW + 1.2, ROW * row, words, colour=colour, bold=True, on=axes)

    def set(self, exercise: str, lumbar: float, result: SpineLoad) -> None:
        """Show who holds, how a `lumbar` flexion (degrees) is shared, and what was measured in the `exercise`."""
        for (band, dot), what, y in ((self.moment, result.moment, 18), (self.force, result.compression, 18)):
            band.set_data([what.low, what.high], [y, y])
            dot.set_data([what.middle], [y])
        for rule, marks in self.marks.items():
            angles = level_angles(lumbar, rule)
            rows = [i for i, level in enumerate(reversed(LEVELS)) if level in angles]
            marks.set_data([angles[level] for level in reversed(LEVELS) if level in angles], np.add(rows, 0.5) * ROW)
        for line, words in zip_longest(self.studies, measured(exercise), fillvalue=""):
            line.set_text(words)


def measured(exercise: str) -> list[str]:
    """What studies found of the muscles in an exercise, a line for each study."""
    return [_told([sources.muscle_activity(name) for name in names]) for names in MEASURED.get(exercise, ())] or [
        NONE_FOUND
    ]


def _told(rows: list[MuscleActivity]) -> str:
    """The muscles of one study: what is named once is not named again."""
    told, before = [], ""
    for muscle, found in groupby(rows, lambda row: row.muscle):
        values = [bounded(row, percent(row.value)) for row in found]
        told.append(f"{muscle.removeprefix(f'{before} ')} {listed(values)}")
        before = muscle.split(" ")[0]
    author = sources.reference(rows[0].key).short.split(" et al.")[0]
    return f"{', '.join(told)} ({author}, {rows[0].scale})"
