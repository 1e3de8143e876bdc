"""The calibration chart with its marks, for a page without a script; in a notebook calibration.js draws them."""

from collections.abc import Sequence

from jointlab.drawings import style
from jointlab.drawings.charts.calibration_chart import YOURS, CalibrationChart, Said, Whose
from jointlab.language import _
from jointlab.units import fixed


class CalibrationPicture(CalibrationChart):
    """A mark for each level of confidence, larger where more was said."""

    def __init__(self, levels: Sequence[Said], whose: Whose = YOURS):
        self.levels = levels
        super().__init__(whose)
        each = _("{sure} % sure, right {right} of {count} times")
        told = [each.format(sure=fixed(100 * one.confidence), right=one.right, count=one.count) for one in levels]
        self.description = f"{self.description} {'; '.join(told) or _('No marks yet')}."

    def lay_out(self) -> None:
        super().lay_out()
        for one in self.levels:
            share = one.right / one.count
            size = 9 + 3 * min(one.count, 6)
            self.axes.plot(one.confidence, share, "o", color=style.colour("blue"), ms=size, zorder=5)
            below = -0.1 if share > 0.3 else 0.1
            words = _("{right} of {count}").format(right=one.right, count=one.count)
            self.write(one.confidence, share + below, words, on=self.axes, bold=True, ha="center")
