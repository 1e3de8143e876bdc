"""Small bar charts side by side that must not be read as one: each has its own quantity, its own axis, its own gaps."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matplotlib.patches import FancyBboxPatch

from jointlab.drawings import style
from jointlab.drawings.charts.marks import Mark, Series, put
from jointlab.drawings.charts.row_chart import every
from jointlab.drawings.page import Page
from jointlab.language import _

MARGIN, GAP, PAD = 20, 20, 18  # px: around the panels, between them, inside them
HEAD, ROW, AXIS, LINE_HEIGHT = 92, 60, 66, 20  # px
LETTERS = 33  # in a line of small text below a panel


@dataclass(frozen=True)
class Panel:
    """One quantity: its name, how it was had, `axis` (label, high end, step), label → bar, and what it `misses`."""

    name: str
    source: str
    axis: tuple[str, float, int]
    bars: Mapping[str, Mark]
    misses: str

    def in_words(self) -> str:
        """The panel for a listener."""
        bars = "; ".join(f"{label}: {bar.words}" for label, bar in self.bars.items())
        told = _("{name} ({source}, horizontal axis {axis}) – {bars}. What it misses: {misses}")
        return told.format(name=self.name, source=self.source, axis=self.axis[0], bars=bars, misses=self.misses)


class Panels(Page):
    """A still row of panels with equally many bars, each panel in its own colour of `style.SERIES`."""

    def __init__(self, panels: Sequence[Panel], description: str):
        self.panels = panels
        self._foot = MARGIN + HEAD + ROW * len(panels[0].bars)
        lines = max(len(_wrapped(panel)) for panel in panels)
        self.height = self._foot + AXIS + LINE_HEIGHT * lines + 2 * PAD + MARGIN
        self.description = " ".join([description, *(panel.in_words() for panel in panels)])
        super().__init__()

    def lay_out(self) -> None:
        width = (self.width - 2 * MARGIN - GAP * (len(self.panels) - 1)) / len(self.panels)
        for i, (panel, series) in enumerate(zip(self.panels, style.SERIES, strict=False)):
            left = MARGIN + i * (width + GAP)
            look = {"boxstyle": "round,pad=0,rounding_size=12", "fc": style.colour("panel"), "lw": 0}
            self.page.add_patch(FancyBboxPatch((left, MARGIN), width, self.height - 2 * MARGIN, **look))
            self._words(panel, left + PAD, series[0])
            self._bars(panel, left + PAD, left + width - PAD, series)

    def _words(self, panel: Panel, left: float, colour: str) -> None:
        self.heading(left, MARGIN + 31, panel.name).set_color(style.colour(colour))
        self.write(left, MARGIN + 58, panel.source, colour="muted")
        top = self._foot + AXIS
        self.write(left, top, _("What it misses"), bold=True)
        for i, line in enumerate(_wrapped(panel), start=1):
            self.write(left, top + LINE_HEIGHT * i, line)

    def _bars(self, panel: Panel, left: float, right: float, series: Series) -> None:
        (label, high, step), rows = panel.axis, len(panel.bars)
        limits = {
            "xlim": (0, high),
            "ylim": (rows, 0),
            "yticks": [],
            "xlabel": label,
            "xticks": every(step, 0, int(high)),
        }
        axes = self.plot(left, MARGIN + HEAD, right, self._foot, facecolor="none", zorder=3, **limits)
        for y, (name, bar) in enumerate(panel.bars.items()):
            self.write(0.02 * high, y + 0.26, name, "body", on=axes)
            put(self, axes, bar, y + 0.66, series)


def _wrapped(panel: Panel) -> list[str]:
    return textwrap.wrap(panel.misses, LETTERS)
