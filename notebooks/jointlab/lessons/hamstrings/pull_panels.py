"""Beside a drawn body: how much longer each hamstring is, by two models, and the pull on the pelvis, by two curves."""

import numpy as np

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.page import Page
from jointlab.drawings.yours import YoursMark
from jointlab.language import _
from jointlab.lessons.hamstrings.pull import Pull
from jointlab.models.body.hamstring_length import MODELS
from jointlab.models.body.passive_muscle import CURVES, passive_moments
from jointlab.units import read_in

LEFT, RIGHT = 716, 944  # px: both axes
LONGER_TOP, LONGER_FOOT = 39, 105  # px
KEY = 136  # px: where it is said which mark is which model
MOMENT_TOP, MOMENT_FOOT = 168, 303  # px
MORE_LEFT = 80  # px: by so much further to the left begins the lower one
LENGTHS = (-60, 100)  # mm
BENT, MOMENTS = (0, 120), (0, 180)  # degrees of the hip, and N m
BELOW_NAMES = 124  # N m: the line at the present hip ends below the names of the curves
HIPS = np.linspace(*BENT, 61)  # degrees, along the curves
STRONG = 60.0  # N m at which a drawn muscle is as thick and dark as it gets
PANELS = (  # what the panels are, for a listener
    _(
        "Right, above: three rows, one for each hamstring; a blue band on an axis from −60 to 100 millimetres runs "
        "from what one model says (filled circle: regression) to what the other says (hollow square: full model): how "
        "much longer than standing the muscle is. Right, below: two rising curves on axes of hip angle, 0 to 120 "
        "degrees, and of moment, 0 to 180 newton metres: how hard the three hamstrings turn the pelvis back on one "
        "thigh, by Thelen 2003 (orange, solid) and by Millard 2013 (purple, dashed), for the knee as drawn; dots show "
        "the present hip."
    )
)
LOOKS = dict(zip(MODELS, ("o", "s"), strict=True))  # markers of the models of length
CURVE_LOOKS = dict(zip(CURVES, (("vermilion", "solid"), ("purple", "dashed")), strict=True))
ROW = 22  # px from row to row
YOURS = 16  # px above the rows: there stand the words of the learner's own line


class PullPanels:
    """Draws at the right of `page`; `set` shows a Pull. `of_length` and `of_moment` are the axes.

    `yours` marks what the learner's line gives (mm) in the first row, that of the biceps femoris.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._lengths()
        self._moments()

    def _lengths(self) -> None:
        page, rows = self._page, sources.hamstrings()
        ends = {"xlim": LENGTHS, "ylim": (LONGER_FOOT - LONGER_TOP, 0), "yticks": []}
        self.of_length = axes = page.plot(LEFT, LONGER_TOP, RIGHT, LONGER_FOOT, xticks=[-50, 0, 50, 100], **ends)
        axes.spines["left"].set_visible(False)
        axes.axvline(0, color=style.colour("muted"), lw=style.LINE["thin"])
        page.heading(LEFT - 120, 14, _("Longer than standing (mm)"))
        self.bands, self.marks = {}, {}
        for i, row in enumerate(rows):
            y = ROW * (i + 0.5)
            page.write(LEFT - 8, LONGER_TOP + y, _short(row.words), ha="right")
            self.bands[row.name] = page.line(axes, "blue", lw=11, alpha=0.32, solid_capstyle="butt")
            for model, marker in LOOKS.items():
                mark = page.line(axes, "blue", ls="none", marker=marker, ms=8, zorder=5)
                mark.set_markerfacecolor(style.colour("blue" if marker == "o" else "paper"))
                self.marks[row.name, model] = mark
        over = page.plot(LEFT, LONGER_TOP - YOURS, RIGHT, LONGER_TOP + ROW, xlim=LENGTHS)
        over.set_axis_off()
        self.yours = YoursMark(page, over, at=1 - 0.45 * YOURS / (YOURS + ROW))
        for x, (model, marker) in zip((LEFT - 112, LEFT - 12), LOOKS.items(), strict=True):
            fill = style.colour("blue" if marker == "o" else "paper")
            page.page.plot([x], [KEY], marker, color=style.colour("blue"), mfc=fill, ms=8)
            page.write(x + 10, KEY, _(model), colour="blue")

    def _moments(self) -> None:
        page = self._page
        limits = {"xlim": BENT, "ylim": MOMENTS, "xticks": range(0, 121, 30), "yticks": range(0, 181, 60)}
        self.of_moment = axes = page.plot(LEFT - MORE_LEFT, MOMENT_TOP, RIGHT, MOMENT_FOOT, **limits)
        page.heading(LEFT - 120, MOMENT_TOP - 14, _("Pull on the pelvis (N m) by hip angle"))
        self.curves = {name: page.line(axes, *(look[0], "normal", look[1])) for name, look in CURVE_LOOKS.items()}
        self.dots = {name: page.line(axes, look[0], marker="o", ms=9, zorder=6) for name, look in CURVE_LOOKS.items()}
        self.here = page.line(axes, "muted", "hair", "dotted")
        for y, (name, (colour, dash)) in zip((MOMENT_TOP + 16, MOMENT_TOP + 36), CURVE_LOOKS.items(), strict=True):
            page.page.plot(
                [LEFT - 68, LEFT - 40], [y, y], color=style.colour(colour), ls="-" if dash == "solid" else "--"
            )
            page.write(LEFT - 34, y, name, colour=colour)
        page.write((LEFT - MORE_LEFT + RIGHT) / 2, page.height - 11, _("hip bent by (°), knee as drawn"), ha="center")

    def set(self, pull: Pull) -> None:
        """Show what `pull` says."""
        for i, (muscle, longer) in enumerate(pull.longer.items()):
            y = ROW * (i + 0.5)
            band = pull.band(muscle)
            self.bands[muscle].set_data([read_in(end, "mm") for end in (band.low, band.high)], [y, y])
            for model, metres in longer.items():
                self.marks[muscle, model].set_data([read_in(metres, "mm")], [y])
        moments = passive_moments(HIPS, pull.knee)
        for name, moment in pull.moments.items():
            self.curves[name].set_data(HIPS, moments[name])
            self.dots[name].set_data([pull.hip], [moment])
        self.here.set_data([pull.hip, pull.hip], [0, BELOW_NAMES])


def _short(words: str) -> str:
    """A muscle's name without its head."""
    return words.split(",")[0]


def drawn_work(pull: Pull) -> float:
    """How thick and dark the hamstrings are drawn: 0 slack, 1 stretched as hard as is shown."""
    return min(pull.moment.middle / STRONG, 1.0)
