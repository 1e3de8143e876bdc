"""The calibration chart with its marks, for a page without a script; in a notebook calibration.js draws them."""

from collections.abc import Sequence

from jointlab.drawings import style
from jointlab.drawings.charts.calibration_chart import YOURS, CalibrationChart, Said, Whose
from jointlab.units import percent


class CalibrationPicture(CalibrationChart):
    """A mark for each level of confidence, larger where more was said."""

    def __init__(self, levels: Sequence[Said], whose: Whose = YOURS):
        self.levels = levels
        super().__init__(whose)
        told = "; ".join(f"{percent(one.confidence)} sure, right {one.right} of {one.count} times" for one in levels)
        self.description = f"{self.description} {told or 'No marks yet'}."

    def lay_out(self) -> None:
        super().lay_out()
        for one in self.levels:
            share = one.right / one.count
            size = 9 + 3 * min(one.count, 6)
            self.axes.plot(one.confidence, share, "o", color=style.colour("blue"), ms=size, zorder=5)
            below = -0.1 if share > 0.3 else 0.1
            words = f"{one.right} of {one.count}"
            self.write(one.confidence, share + below, words, on=self.axes, bold=True, ha="center")
