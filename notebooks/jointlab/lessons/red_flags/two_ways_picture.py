"""Two heaps of people by how alarming they look, a line between the sent and the rest, and what both errors cost."""

from dataclasses import dataclass

import numpy as np
from matplotlib.path import Path
from numpy.typing import NDArray

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.page import DASHES, Page
from jointlab.language import _
from jointlab.lessons.red_flags.chances import about
from jointlab.models.evidence import two_errors
from jointlab.units import fixed

PEOPLE = 1000
SEPARATION = two_errors.separation(sources.observation("fracture_rule_auc").value)
LINE_ENDS = (-3.0, 4.5)
ACROSS = (-3.6, 5.2)
HEAPS, COSTS = (30, 70, 520, 268), (628, 70, 940, 268)  # px: left, top, right, bottom
X = np.linspace(*ACROSS, 120)
HIGHEST = 1.6  # of the cost of sending everybody: the upper end of the chart
NAMES, TAILS = 48, (310, 334)  # px from the top: what the heaps are, and the counts


def _heap(around: float, x: NDArray = X) -> NDArray:
    return np.exp(-((x - around) ** 2) / 2)


@dataclass(frozen=True)
class Line:
    """Where the line stands, the share with something serious, and what a missed case weighs in needless visits."""

    line: float
    base_rate: float
    weight: float

    @property
    def found(self) -> float:
        """The share of serious cases that are sent."""
        return float(two_errors.sent(self.line, SEPARATION)[0])

    @property
    def missed(self) -> float:
        """Of a thousand people: serious, and not sent."""
        return PEOPLE * self.base_rate * (1 - self.found)

    @property
    def needless(self) -> float:
        """Of a thousand people: not serious, and sent."""
        return PEOPLE * (1 - self.base_rate) * float(two_errors.sent(self.line, SEPARATION)[1])

    @property
    def cost(self) -> float:
        """Both errors, in needless visits per thousand people."""
        return self.needless + self.weight * self.missed

    @property
    def cheapest(self) -> float:
        """Where the line would cost least."""
        return float(two_errors.cheapest_line(SEPARATION, self.base_rate, self.weight))

    @property
    def least(self) -> float:
        """What it would cost there."""
        return Line(self.cheapest, self.base_rate, self.weight).cost

    @property
    def costs(self) -> NDArray:
        """Of missed cases, needless visits and both, for a line at each of X, in times what it costs to send everybody:
        (3, n)."""
        missed, needless = two_errors.cost(X, SEPARATION, self.base_rate, self.weight)
        return np.array([missed, needless, missed + needless]) / (1 - self.base_rate)


class TwoWaysPicture(Page):
    """The heaps with their line on the left, the costs on the right."""

    height = 350
    description = _(
        "Left: two heaps of people by how alarming their backs look, from calm to alarming, each drawn to its own "
        "scale. Blue, further to the left: nothing serious. Orange and dashed, further to the right: something "
        "serious. An upright line divides them: who lies to its right is sent to a doctor. Filled orange, left of "
        "the line: serious and missed. Filled blue, right of it: sent needlessly. Below, both are counted for a "
        "thousand people. Right: cost against where the line stands. An orange curve, rising: missed cases. A "
        "dashed blue curve, falling: needless visits. A strong dark curve: both together. A dotted line at 1 is "
        "what it costs to send everybody. A diamond marks the least cost, if it lies within the chart, a ring the "
        "present line, at the upper edge if it costs more."
    )

    def lay_out(self) -> None:
        self._heaps()
        self._costs()
        left = HEAPS[0]
        self.counts = {
            "missed": self.write(left, TAILS[0], "", "body", "vermilion", bold=True, moves=True),
            "needless": self.write(left, TAILS[1], "", "body", "blue", bold=True, moves=True),
            "cost": self.write(COSTS[2], TAILS[0], "", "body", bold=True, ha="right", moves=True),
        }

    def _heaps(self) -> None:
        left, top, right, bottom = HEAPS
        self.heading(left, 22, _("How alarming does it look?"))
        self.axes = self.plot(left, top, right, bottom, xlim=ACROSS, ylim=(0, 1.25), xticks=[], yticks=[])
        self.axes.spines["left"].set_visible(False)
        self.shape_missed = self.shape("vermilion", on=self.axes, moves=True, alpha=0.75)
        self.shape_needless = self.shape("blue", on=self.axes, moves=True, alpha=0.45)
        for around, colour, dash, words, x in (
            (0.0, "blue", "solid", _("nothing serious"), left),
            (SEPARATION, "vermilion", "dashed", _("serious, dashed"), left + 140),
        ):
            self.axes.plot(X, _heap(around), color=style.colour(colour), ls=DASHES[dash], zorder=4)
            self.write(x, NAMES, words, "body", colour, bold=True)
        self.write(right, NAMES, _("each heap to its own scale"), colour="muted", ha="right")
        self.write(left, bottom + 16, _("← calm: carry on"))
        self.write(right, bottom + 16, _("alarming: sent to a doctor →"), ha="right")
        self.divide = self.line(self.axes, "ink", "strong", zorder=6)

    def _costs(self) -> None:
        left, top, right, bottom = COSTS
        self.heading(left - 24, 22, _("What do both errors cost?"))
        ticks = {0.0: "0", 1.0: _("all sent")}
        self.chart = self.plot(left, top, right, bottom, xlim=ACROSS, ylim=(0, HIGHEST), xticks=[], yticks=ticks)
        self.chart.grid(visible=False)
        self.level(self.chart, 1.0, "muted")
        self.write(left, bottom + 16, _("send all"), colour="muted")
        self.write(right, bottom + 16, _("send nobody"), colour="muted", ha="right")
        self.curves = {
            "missed": self.line(self.chart, "vermilion", "thin", zorder=3),
            "needless": self.line(self.chart, "blue", "thin", "dashed", zorder=3),
            "both": self.line(self.chart, "ink", "strong", zorder=4),
        }
        self.best = self.line(self.chart, "green", marker="D", ms=11, zorder=6, clip_on=False)
        self.here = self.line(
            self.chart,
            "ink",
            marker="o",
            ms=12,
            mfc=style.colour("paper"),
            mew=style.LINE["normal"],
            zorder=7,
            clip_on=False,
        )
        for words, colour, x in (
            (_("missed"), "vermilion", 0),
            (_("needless, dashed"), "blue", 66),
            (_("both, strong"), "ink", 200),
        ):
            self.write(left + x, TAILS[1], words, colour=colour)
        self.write(right, NAMES, _("◆ least cost"), colour="green", bold=True, ha="right")

    def update(self, state: Line) -> None:
        self.divide.set_data([state.line, state.line], [0, 1.12])
        self.shape_missed.set_path(_below(SEPARATION, ACROSS[0], state.line))
        self.shape_needless.set_path(_below(0.0, state.line, ACROSS[1]))
        for line, cost in zip(self.curves.values(), state.costs, strict=True):
            inside = cost <= HIGHEST
            line.set_data(X[inside], cost[inside])
        per = PEOPLE * (1 - state.base_rate)
        self.here.set_data([state.line], [min(state.cost / per, HIGHEST)])
        inside = ACROSS[0] <= state.cheapest <= ACROSS[1]
        self.best.set_data([state.cheapest] if inside else [], [state.least / per] if inside else [])
        serious = PEOPLE * state.base_rate
        self.counts["missed"].set_text(
            _("missed: {count} of {all}").format(count=about(state.missed), all=_few(serious))
        )
        self.counts["needless"].set_text(
            _("sent needlessly: {count} of {all}").format(count=about(state.needless), all=fixed(PEOPLE - serious))
        )
        self.counts["cost"].set_text(_("cost in needless visits: {cost}").format(cost=about(state.cost)))

    def grips(self, state: Line) -> list[Grip]:
        """The line, at its middle."""
        ends = np.array(LINE_ENDS)
        return [(Track("line", ends, self.pixels(self.axes, ends, np.full(2, 0.55))),)]


def _few(people: float) -> str:
    return fixed(people) if people >= 10 or people == round(people) else about(people)


def _below(around: float, first: float, last: float) -> Path:
    """The area under a heap between two places."""
    x = np.linspace(first, max(last, first), 60)
    edge = np.column_stack([x, _heap(around, x)])
    return Path(np.vstack([[x[0], 0], edge, [x[-1], 0]]))
