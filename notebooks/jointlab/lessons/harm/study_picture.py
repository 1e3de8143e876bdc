"""Two heaps of two hundred studies, of a harmless habit and of a harmful one: what each of them would have found."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.text import Text

from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.page import Page
from jointlab.language import _
from jointlab.models.evidence.effect_sizes import risk_ratio
from jointlab.models.evidence.studies import BASE, STUDIES, Design, Studies
from jointlab.units import number, percent, read_in

PANELS = ((62, 442), (562, 942))  # px: left and right
TOP, BOTTOM, COUNTS = 76, 304, 328  # px
RATIOS = (0.2, 10.0)
TICKS = {0.25: "¼", 0.5: "½", 1: "1", 2: "2", 4: "4", 8: "8"}
OTHERS = round(read_in(BASE, "%"))  # of 100 without the habit have harm
SIZES, HARMED = np.geomspace(20, 1000, 12), np.linspace(OTHERS + 1, 60, 14)  # where a hand may lead them
BRACKET, CAP = 472, 7  # px: the interval of a typical study
COUNTED = {"harm": _("{count} find harm"), "nothing": _("{count} nothing"), "protection": _("{count} protection")}
LOOKS = {"harm": ("vermilion", 1.7), "nothing": ("line", 1.0), "protection": ("green", 1.7)}


@dataclass(frozen=True, eq=False)
class Heaps:
    """Studies of one `design`: of a harmless habit, and of one that multiplies the risk by `effect`."""

    design: Design
    effect: float
    harmless: Studies
    harmful: Studies

    @property
    def harmed(self) -> float:
        """How many of 100 with the harmful habit have harm."""
        return read_in(BASE * self.effect, "%")

    @property
    def false_alarms(self) -> int:
        """Studies that find harm though there is none."""
        return int(self.harmless.find_harm.sum())

    @property
    def misses(self) -> int:
        """Studies that do not find the harm that there is."""
        return STUDIES - int(self.harmful.find_harm.sum())


@dataclass(frozen=True)
class Panel:
    """The moving parts of one heap."""

    axes: Axes
    bars: dict[str, Line2D]
    ratios: Line2D
    counts: dict[str, Text]


class StudiesPicture(Page):
    """Both heaps on the same axis, each study a bar; the size that they share as the interval of a typical one."""

    height = 350
    description = _(
        "Two charts of {studies} simulated studies each, sorted by what they find. Vertical axis: risk ratio, "
        "logarithmic, 0.2 to 10. Each study is a thin vertical bar, its 95 % interval; a dark curve joins their "
        "ratios; a line at 1 means no difference. Left: studies of a habit that does nothing. Right: studies of a "
        "habit that harms; a dashed line marks the true ratio. Strong orange bars lie wholly above 1: they find harm. "
        "Strong green bars lie wholly below 1: they find that the habit protects. Pale bars find nothing. Below each "
        "chart these are counted. Between the charts a bracket shows how wide the interval of one typical study of "
        "this size is."
    ).format(studies=STUDIES)

    def lay_out(self) -> None:
        self.design = self.write(20, 20, "", moves=True)
        self.titles = (
            self.write(PANELS[0][0], 54, _("If the habit does nothing"), "label", bold=True),
            self.write(PANELS[1][0], 54, "", "label", bold=True, moves=True),
        )
        self.panels = [self._panel(*edges) for edges in PANELS]
        self.write(20, 54, _("ratio"), colour="muted")
        self.truth = self.line(self.panels[1].axes, "ink", "normal", "dashed", zorder=6)
        self.bracket = self.line(self.page, "ink", "normal", solid_capstyle="butt")
        self.write(BRACKET, BOTTOM - 12, _("one study"), ha="center")

    def _panel(self, left: float, right: float) -> Panel:
        axes = self.plot(
            left, TOP, right, BOTTOM, xlim=(0, STUDIES + 1), ylim=RATIOS, yscale="log", yticks=dict(TICKS), xticks=[]
        )
        axes.grid(axis="x", visible=False)
        bars = {
            name: self.line(axes, colour, lw=width, solid_capstyle="butt", zorder=3)
            for name, (colour, width) in LOOKS.items()
        }
        self.level(axes, 1, "ink", "thin", "solid").set_zorder(4)
        ratios = self.line(axes, "ink", "thin", zorder=5)
        places = {"harm": (left, "left"), "nothing": ((left + right) / 2, "center"), "protection": (right, "right")}
        colours = {"harm": "vermilion", "nothing": "muted", "protection": "green"}
        counts = {
            name: self.write(x, COUNTS, "", "small", colours[name], bold=name != "nothing", ha=side, moves=True)
            for name, (x, side) in places.items()
        }
        return Panel(axes, bars, ratios, counts)

    def update(self, state: Heaps) -> None:
        design = state.design
        self.design.set_text(
            _(
                "{people} in each group   ·   more hard work: {confounding}   ·   "
                "examiner sees too much: {examiner}   ·   harmed who left: {leavers}"
            ).format(
                people=design.people,
                confounding=percent(design.confounding),
                examiner=percent(design.examiner),
                leavers=percent(design.leavers),
            )
        )
        self.titles[1].set_text(
            _("If it harms {harmed} of 100, not {others}").format(harmed=number(state.harmed), others=OTHERS)
        )
        for panel, heap in zip(self.panels, (state.harmless, state.harmful), strict=True):
            _fill(panel, heap)
        self.truth.set_data([0, STUDIES + 1], [state.effect, state.effect])
        low, high = (_height(end) for end in _typical(design.people))
        across = (BRACKET - CAP, BRACKET + CAP)
        self.bracket.set_data(
            [*across, np.nan, BRACKET, BRACKET, np.nan, *across], [low] * 2 + [np.nan, low, high, np.nan] + [high] * 2
        )

    def grips(self, state: Heaps) -> list[Grip]:
        """The upper end of the typical interval, and the true ratio."""
        ends = [(BRACKET, _height(_typical(people)[1])) for people in SIZES]
        truth = [(PANELS[1][1] - 12, _height(harmed / OTHERS)) for harmed in HARMED]
        return [(Track("people", SIZES, ends),), (Track("harmed", HARMED, truth),)]


def _fill(panel: Panel, heap: Studies) -> None:
    """Draw a heap and count it."""
    places = np.arange(1, STUDIES + 1)
    kinds = {"harm": heap.find_harm, "protection": heap.find_protection}
    kinds["nothing"] = ~(kinds["harm"] | kinds["protection"])
    for name, those in kinds.items():
        x = np.column_stack([places[those]] * 2 + [np.full(those.sum(), np.nan)])
        y = np.column_stack([heap.low[those], heap.high[those], np.full(those.sum(), np.nan)])
        panel.bars[name].set_data(x.ravel(), np.clip(y, *RATIOS).ravel())
        panel.counts[name].set_text(COUNTED[name].format(count=those.sum()))
    panel.ratios.set_data(places, np.clip(heap.ratio, *RATIOS))


def _typical(people: float) -> tuple[float, float]:
    """The interval of a study of this size that sees as many cases in both groups as are to be expected."""
    found = risk_ratio(BASE * people, people, BASE * people, people)
    return float(found.low), float(found.high)


def _height(ratio: float) -> float:
    """Pixels from the top at which a ratio stands."""
    return float(BOTTOM - (BOTTOM - TOP) * np.log(ratio / RATIOS[0]) / np.log(RATIOS[1] / RATIOS[0]))
