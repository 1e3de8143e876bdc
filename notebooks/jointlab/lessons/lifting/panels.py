"""Small bar charts side by side that must not be read as one: each has its own quantity, its own axis, its own gaps."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from jointlab.drawings import style
from jointlab.drawings.picture import Picture

MARGIN, GAP, PAD = 20, 20, 18  # px: around the panels, between them, inside them
HEAD, ROW, AXIS, LINE_HEIGHT = 92, 60, 66, 20  # px
LETTERS = 33  # in a line of small text below a panel


@dataclass(frozen=True)
class Bar:
    """One bar from 0 to `value`, with what it is and its value in words; `span`: the range it may have."""

    label: str
    value: float
    words: str
    span: tuple[float, float] | None = None


@dataclass(frozen=True)
class Panel:
    """One quantity: its name, how it was had, the `axis` (label, high end, step), the `bars`, and what it `misses`."""

    name: str
    source: str
    axis: tuple[str, float, float]
    bars: Sequence[Bar]
    misses: str


class Panels(Picture):
    """A still row of panels with equally many bars, each panel in its own colour of `style.SERIES`."""

    def __init__(self, panels: Sequence[Panel], description: str):
        self.panels = panels
        self._bars = len(panels[0].bars)
        lines = max(len(_wrapped(panel.misses)) for panel in panels)
        self.height = 2 * (MARGIN + PAD) + HEAD + ROW * self._bars + AXIS + LINE_HEIGHT * lines
        self.description = f"{description} " + " ".join(_in_words(panel) for panel in panels)
        super().__init__()

    def build(self) -> None:
        self._page = self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(self.height, 0))
        self._page.set_axis_off()
        width = (self.width - 2 * MARGIN - GAP * (len(self.panels) - 1)) / len(self.panels)
        for i, panel in enumerate(self.panels):
            left = MARGIN + i * (width + GAP)
            size = width, self.height - 2 * MARGIN
            rounded = {"boxstyle": "round,pad=0,rounding_size=12", "fc": style.colour("panel"), "lw": 0}
            self._page.add_patch(FancyBboxPatch((left, MARGIN), *size, **rounded))
            self._draw(panel, left + PAD, width - 2 * PAD, style.colour(style.SERIES[i][0]))

    def _draw(self, panel: Panel, left: float, width: float, colour: str) -> None:
        small = style.TEXT["small"]
        self._page.text(left, MARGIN + 36, panel.name, size=style.TEXT["label"], weight="bold", color=colour)
        self._page.text(left, MARGIN + 62, panel.source, size=small, color=style.colour("muted"))
        axes = self._axes(left, width)
        label, high, step = panel.axis
        axes.set(xlim=(0, high), ylim=(self._bars, 0), xlabel=label, xticks=np.arange(0, high, step))
        axes.xaxis.set_major_formatter("{x:,.0f}")
        for y, bar in enumerate(panel.bars):
            axes.text(0.02 * high, y + 0.26, bar.label, va="center")
            axes.barh(y + 0.66, bar.value, height=0.28, color=colour)
            end = bar.value
            if bar.span:
                end = bar.span[1]
                ends = {"marker": "|", "ms": 10, "mew": style.LINE["thin"], "lw": style.LINE["thin"]}
                axes.plot(bar.span, [y + 0.66] * 2, color=style.colour("ink"), **ends)
            axes.text(end + 0.03 * high, y + 0.66, bar.words, va="center", size=small)
        top = MARGIN + HEAD + ROW * self._bars + AXIS
        self._page.text(left, top, "What it misses", size=small, weight="bold", va="center")
        for i, line in enumerate(_wrapped(panel.misses), start=1):
            self._page.text(left, top + LINE_HEIGHT * i, line, size=small, va="center")

    def _axes(self, left: float, width: float) -> Axes:
        height = ROW * self._bars
        bottom = self.height - MARGIN - HEAD - height
        box = left / self.width, bottom / self.height, width / self.width, height / self.height
        axes = self.figure.add_axes(box, yticks=[], facecolor="none")
        return axes


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, LETTERS)


def _in_words(panel: Panel) -> str:
    bars = "; ".join(f"{bar.label}: {bar.words}" for bar in panel.bars)
    return f"{panel.name} ({panel.source}, horizontal axis {panel.axis[0]}) – {bars}. What it misses: {panel.misses}"
