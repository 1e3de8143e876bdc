"""The picture of twenty predictions: a square of cost for each, and for each ten what other words would have cost."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from jointlab.drawings import style
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.page import Page
from jointlab.drawings.shapes import outlines
from jointlab.drawings.yours import Yours, YoursMark
from jointlab.language import _
from jointlab.models.evidence import brier_score
from jointlab.units import fixed, percent

EACH, LEAST = 10, 3  # predictions in a ten; so many of them come true at least
LEFT, CELL, PITCH = 24, 42, 49  # px: the first cell, its side (a cost of 1), from one to the next
TENS, CHARTS = (76, 210), (66, 200)  # px: top of each ten, and of its chart
ACROSS, DEEP = (632, 936), 110  # px: left and right of the charts, how high they are
SURE_ENDS, COST_ENDS = (0.48, 1.02), (-0.03, 0.74)  # of the charts' axes
SURE = np.linspace(0.5, 1, 26)
LOOKS = (("blue", "o"), ("vermilion", "s"))


@dataclass(frozen=True)
class Tens:
    """Of two tens of predictions: how `sure` each was said, and the share that came true, `right`."""

    sure: tuple[float, float]
    right: tuple[float, float]

    @property
    def score(self) -> float:
        """The Brier score of all twenty."""
        return brier_score.score(self.sure, self.right)

    @property
    def reliability(self) -> float:
        """What of it is paid for words that do not fit."""
        return brier_score.reliability(self.sure, self.right)

    @property
    def not_known(self) -> float:
        """What of it is paid for not knowing."""
        return brier_score.not_known(self.right)


class TwentyPicture(Page):
    width, height = 960, 350
    description = _(
        "Two rows of ten predictions. Each stands in a box; the filled square in it is what it costs: its side is the "
        "distance between how sure one was and the outcome. A tick stands below what came true, a cross below the "
        "others. At the right of each row a curve: how sure one says, 50 % to 100 %, against the cost on average. A "
        "filled mark shows what was said, a hollow one what would cost least; a dotted line shows the cost of always "
        "saying 50 %, 0.25."
    )

    def lay_out(self) -> None:
        self.total = self.write(LEFT, 24, "", "label", bold=True, moves=True)
        self.write(ACROSS[0] - 8, CHARTS[0] - 14, _("cost on average"), colour="muted")
        self.rows = [_Ten(self, i) for i in range(len(TENS))]
        self.rows[1].axes.set_xlabel(_("how sure one says"), labelpad=1)
        self.yours = YoursMark(self, self.rows[0].axes, along="y", at=0.84)

    def update(self, state: Tens) -> None:
        self.total.set_text(
            _("Brier score {score} = {reliability} for words that do not fit + {not_known} for not knowing").format(
                score=fixed(state.score, 3),
                reliability=fixed(state.reliability, 3),
                not_known=fixed(state.not_known, 3),
            )
        )
        for ten, sure, right in zip(self.rows, state.sure, state.right, strict=True):
            ten.update(sure, right)

    def mark_yours(self, state: Tens, yours: Yours) -> None:
        """The cost of the first ten by the learner's line."""
        self.yours.set(yours)

    def grips(self, state: Tens) -> list[Grip]:
        """The mark on each curve, and the border between what came true and what did not."""
        found: list[Grip] = []
        for ten, names, right in zip(
            self.rows, (("sure", "right"), ("other_sure", "other_right")), state.right, strict=True
        ):
            curve = self.pixels(ten.axes, SURE, brier_score.brier(SURE, right))
            shares = np.arange(LEAST, EACH + 1) / EACH
            borders = np.column_stack([_border(shares), np.full(len(shares), ten.signs)])
            found += [(Track(names[0], SURE, curve),), (Track(names[1], shares, borders),)]
        return found


class _Ten:
    """A row: ten boxes with their costs, and the curve beside them."""

    def __init__(self, page: TwentyPicture, which: int):
        colour, marker = LOOKS[which]
        top = TENS[which]
        self.cells, self.signs = top + 16, top + CELL + 34
        self.words = page.write(LEFT, top, "", "body", colour, bold=True, moves=True)
        boxes = page.shape("paper", "line")
        boxes.set_path(outlines.path(*(_box(i, self.cells, 1) for i in range(EACH))))
        self.costs = page.shape(colour, moves=True)
        signs = {"bold": True, "ha": "center", "moves": True}
        self.ticks = [page.write(_middle(i), self.signs, "", "label", **signs) for i in range(EACH)]
        self.border = page.line(page.page, colour, "normal")
        self.axes = self._chart(page, CHARTS[which], last=which == len(TENS) - 1)
        self.curve = page.line(self.axes, colour, "thin")
        look = {"marker": marker, "ms": 12, "ls": "", "clip_on": False}
        self.cheapest = page.line(self.axes, colour, mfc=style.colour("paper"), zorder=5, **look | {"ms": 9})
        self.mark = page.line(self.axes, colour, zorder=6, **look)

    def _chart(self, page: TwentyPicture, top: float, last: bool) -> Axes:
        across = {share: percent(share) if last else "" for share in (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)}
        up = {0.0: fixed(0), 0.25: _("always 50 %"), 0.5: fixed(0.5, 1)}
        ends = {"xlim": SURE_ENDS, "ylim": COST_ENDS}
        axes = page.plot(ACROSS[0], top, ACROSS[1], top + DEEP, xticks=across, yticks=up, **ends)
        page.level(axes, float(brier_score.brier(brier_score.UNDECIDED, 1)))
        return axes

    def update(self, sure: float, right: float) -> None:
        true = round(right * EACH)
        sides = [1 - sure if i < true else sure for i in range(EACH)]
        cost = float(brier_score.brier(sure, right))
        self.words.set_text(
            _("{sure} sure, {count} of {all} come true: {cost} on average").format(
                sure=percent(sure), count=true, all=EACH, cost=fixed(cost, 3)
            )
        )
        self.costs.set_path(outlines.path(*(_box(i, self.cells, side) for i, side in enumerate(sides))))
        for i, tick in enumerate(self.ticks):
            tick.set_text("✓" if i < true else "✗")
        x = float(_border(right))
        self.border.set_data([x, x], [self.cells - 3, self.signs + 10])
        self.curve.set_data(SURE, brier_score.brier(SURE, right))
        best = max(right, brier_score.UNDECIDED)  # nobody says less than 50 %
        self.cheapest.set_data([best], [brier_score.brier(best, right)])
        self.mark.set_data([sure], [cost])


def _border(right: NDArray | float) -> NDArray:
    """Where the border stands between the cells that came true and the others."""
    return LEFT + PITCH * EACH * np.asarray(right) - (PITCH - CELL) / 2


def _middle(i: int) -> float:
    return LEFT + PITCH * i + CELL / 2


def _box(i: int, top: float, side: float) -> NDArray:
    """A square in the foot of cell `i` whose side is this share of the cell's."""
    left, foot = LEFT + PITCH * i, top + CELL
    return outlines.box(left, foot - CELL * side, left + CELL * side, foot)
