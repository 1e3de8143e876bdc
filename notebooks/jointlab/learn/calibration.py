"""How sure the learner was and how often right, over all lessons: a picture that follows the logbook."""

from html import escape
from typing import Any

import anywidget
import traitlets

from jointlab import cell
from jointlab import logbook as logbooks
from jointlab.drawings.charts.calibration_chart import CalibrationChart, Said
from jointlab.language import _
from jointlab.learn._block import Page
from jointlab.learn._sheets import page_script, sheet
from jointlab.learn.progress import said
from jointlab.models.evidence import brier_score
from jointlab.units import percent

FEW = 10  # with fewer predictions luck says more than skill
BEYOND_LUCK = 2.0  # so many standard deviations luck alone seldom makes

# What the page says by itself.
_WORDS = {
    "each": _("{sure} % sure, right {right} of {count} times"),
    "none": _("No marks yet"),
    "mark": _("{right} of {count}"),
}


class Calibration(anywidget.AnyWidget):
    """The learner's predictions whose answer is known, drawn anew with each of them."""

    NAME = "calibration"
    TOLD = _("How sure you were in your predictions and how often you were right is drawn here from your logbook.")

    _esm = page_script("calibration.js", **_WORDS)
    _css = sheet(".jl-calibration", "calibration.css", card=True)

    words = traitlets.Unicode().tag(sync=True)  # id of what stands in for it
    html = traitlets.Unicode().tag(sync=True)
    chart = traitlets.Dict().tag(sync=True)  # without marks; {} for what is words and tables alone
    levels = traitlets.List().tag(sync=True)  # of each confidence: how sure, how often right, how often said

    def __init__(self, logbook: logbooks.Logbook | None = None):
        self.logbook = logbook or logbooks.default()
        super().__init__(words=f"jl-{self.NAME}-words", chart=self.empty())
        self._drawn: Any = None
        self._draw()
        self.logbook.tell(self)
        cell.supersede(self)

    def recorded(self, _kind: str) -> None:
        """The logbook has a new record."""
        self._draw()

    def found(self) -> Any:
        """What the logbook holds of it."""
        return said(self.logbook)

    def empty(self) -> dict[str, Any]:
        """The chart on which the page marks it: {"svg", "words", "across", "up"}, see calibration.js."""
        chart = CalibrationChart()
        return {"svg": chart.stage_svg(), "words": chart.description, "across": chart.across, "up": chart.up}

    def shown(self, levels: Any) -> str:
        """That in words, as HTML."""
        return f'<p class="jl-sentence">{escape(sentence(levels))}</p>'

    def _draw(self) -> None:
        """Show it anew, if it changes."""
        found = self.found()
        if found != self._drawn:
            self._drawn = found
            self.levels = [[one.confidence, one.right, one.count] for one in found] if self.chart else []
            self.html = self.shown(found)

    def _ipython_display_(self) -> None:
        cell.show(self, Page(f'<p id="{self.words}">{self.TOLD}</p>', self.TOLD), _("Run this notebook to see it."))


def sentence(levels: list[Said]) -> str:
    """What the picture shows, in words."""
    count = sum(one.count for one in levels)
    if not count:
        return _("How sure are you, and how often right? Your predictions will stand here, in all lessons.")
    right = sum(one.right for one in levels)
    meant = sum(one.confidence * one.count for one in levels) / count
    if count == 1:
        came = _("One prediction so far: it came true; you were {sure} sure.")
        told = (came if right else _("One prediction so far: it did not come true; you were {sure} sure.")).format(
            sure=percent(meant)
        )
    else:
        share, sure = percent(right / count), percent(meant)
        told = _("{right} of {count} predictions came true, {share}; on average you were {sure} sure.").format(
            right=right, count=count, share=share, sure=sure
        )
    if count < FEW:
        return f"{told} {_('With fewer than {few}, luck says more than skill.').format(few=FEW)}"
    gap = right / count - meant
    luck = brier_score.luck_of_mean([one.confidence for one in levels], [one.count for one in levels])
    if abs(gap) <= BEYOND_LUCK * luck:
        return f"{told} {_('The two fit, as far as luck lets anybody tell.')}"
    return f"{told} {_('You knew more than you thought.') if gap > 0 else _('You were surer than you were right.')}"
