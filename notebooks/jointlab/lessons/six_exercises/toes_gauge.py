"""What the toes carry in a plank, on an axis of its own, beside what the learner's own line says of it."""

from jointlab.drawings.page import Page
from jointlab.drawings.yours import Yours, YoursMark
from jointlab.language import _
from jointlab.models.interval import Interval
from jointlab.units import fixed

LEFT, RIGHT, TOP, FOOT = 24, 316, 30, 84  # px
TICKS = (0, 200, 400, 600)  # N
BAND = 30  # px below the top
HEADING, NUMBERS = -14, 13  # px: of the words from top and foot of the axis


class ToesGauge:
    """Draws at the top left of `page`; it is there only while the line gives a number."""

    def __init__(self, page: Page) -> None:
        high = FOOT - TOP
        axes = page.plot(LEFT, TOP, RIGHT, FOOT, xlim=(TICKS[0], TICKS[-1]), ylim=(high, 0))
        axes.set_axis_off()
        axis = page.line(axes, "ink", "thin", marker="|", ms=6, clip_on=False)
        axis.set_data(TICKS, [high] * len(TICKS))
        self.band = page.line(axes, "green", lw=13, alpha=0.35, solid_capstyle="butt")
        self.dot = page.line(axes, "green", ls="none", marker="o", ms=10, zorder=5)
        heading = page.write(LEFT, TOP + HEADING, _("The toes of the plank carry (N)"), "label", bold=True, moves=True)
        numbers = [page.write(tick, high + NUMBERS, fixed(tick), on=axes, ha="center", moves=True) for tick in TICKS]
        self.yours = YoursMark(page, axes, at=0.86)
        self._parts = (axis, self.band, self.dot, heading, *numbers)
        self.hide()

    def set(self, force: Interval, yours: Yours) -> None:
        """`force`: what the toes carry, in N."""
        self._show(yours.value is not None)
        self.band.set_data([force.low, force.high], [BAND, BAND])
        self.dot.set_data([force.middle], [BAND])
        self.yours.set(yours)

    def hide(self) -> None:
        """Show nothing."""
        self._show(False)
        self.yours.set(Yours())

    def _show(self, visible: bool) -> None:
        for part in self._parts:
            part.set_visible(visible)
