"""Two bell curves of how far pain falls, a line, and a hundred people of each group who pass it or do not."""

from collections.abc import Sequence

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.text import Text
from numpy.typing import NDArray
from scipy.stats import norm

from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.page import Page
from jointlab.drawings.shapes import outlines
from jointlab.language import _
from jointlab.models.evidence.responders import Responders
from jointlab.units import number, read_in

PLOT = (30, 70, 560, 292)  # px: left, top, right, bottom
ENDS = (-80.0, 140.0)  # points
X = np.linspace(*ENDS, 221)
HIGHEST = 0.036  # per point: a little more than the curve of the narrowest spread reaches
HUNDREDS = {"untreated": 606, "treated": 786}  # px from the left: where each hundred stands
TOP, PITCH, SIDE, ROW = 74, 15, 11, 10  # px: the first square, from square to square, its side; squares in a row
COUNTED, VERDICT = 246, 292  # px from the top
FEW = 0.005  # less than half a person in a hundred
LINES = np.linspace(5, 60, 12)  # where a hand may lead the line
DIFFERENCES = np.linspace(0, 30, 16)


class PersonPicture(Page):
    """The curves on the left; on the right the same shares as people, and of how many treated one is helped."""

    height = 350
    description = _(
        "Left: two bell curves over how far pain falls, from −80 to 140 points of 100: a dashed grey one for untreated "
        "people, a solid blue one for treated people, with a thin line at each mean. A vertical purple line stands at "
        "the change that matters to one person; what of each curve lies to the right of it is filled. Right: two "
        "blocks of 100 squares, each a person. Left block, untreated: filled grey squares pass the line anyway. Right "
        "block, treated: filled grey ones would pass it anyway, orange ones with a cross pass it because of the "
        "treatment, empty ones do not pass. Below, how many pass, and of how many treated one is helped past the line. "
        "Everybody is assumed to gain the same."
    )

    def lay_out(self) -> None:
        left, top, right, bottom = PLOT
        self.heading(24, 18, _("How far pain falls"))
        self.heading(HUNDREDS["untreated"], 20, _("Who passes the line"))
        self.axes = self.plot(
            left, top, right, bottom, xlim=ENDS, ylim=(0, HIGHEST), yticks=[], xticks=range(-80, 141, 20)
        )
        self.axes.spines["left"].set_visible(False)
        self.axes.grid(axis="y", visible=False)
        self.write((left + right) / 2, bottom + 36, _("points of 100; below 0 it grows"), colour="muted", ha="center")
        self.tails = {
            name: self.shape(colour, on=self.axes, moves=True, alpha=alpha, zorder=2)
            for name, colour, alpha in (("treated", "blue", 0.25), ("untreated", "muted", 0.3))
        }
        self.curves = {
            "untreated": self.line(self.axes, "muted", "normal", "dashed", zorder=3),
            "treated": self.line(self.axes, "blue", "strong", zorder=4),
        }
        self.means = {
            name: self.line(self.axes, colour, "thin", zorder=3)
            for name, colour in (("untreated", "muted"), ("treated", "blue"))
        }
        self.line_that_matters = self.line(self.axes, "purple", "normal", zorder=5)
        self.words = {
            "untreated": self.write(24, 43, _("– –  untreated"), "body", "muted", bold=True),
            "treated": self.write(160, 43, _("——  treated"), "body", "blue", bold=True),
            "line": self.write(0, 61, "", "small", "purple", bold=True, ha="center", moves=True),
        }
        self._people()

    def _people(self) -> None:
        self.squares: dict[str, dict[str, PathPatch]] = {}
        self.counts: dict[str, Text] = {}
        words = {"untreated": _("100 untreated"), "treated": _("100 treated")}
        for name, left in HUNDREDS.items():
            self.write(left, 48, words[name], "body", bold=True)
            self.squares[name] = {
                "anyway": self.shape("muted", moves=True),
                "helped": self.shape("vermilion", moves=True),
                "not": self.shape("paper", "muted", moves=True),
            }
            self.counts[name] = self.write(left, COUNTED, "", "body", moves=True)
        self.crosses = self.line(self.page, "paper", "thin")
        self.verdict = self.write(HUNDREDS["untreated"], VERDICT, "", "display", "vermilion", bold=True, moves=True)
        self.because = self.write(HUNDREDS["treated"], VERDICT, "", "small", moves=True)
        self.write(HUNDREDS["untreated"], 332, _("■ anyway"), colour="muted", bold=True)
        self.write(HUNDREDS["untreated"] + 90, 332, _("⊠ because of it"), colour="vermilion", bold=True)
        self.write(HUNDREDS["untreated"] + 222, 332, _("□ not past it"), colour="muted", bold=True)

    def update(self, state: Responders) -> None:
        means = {"untreated": state.usual, "treated": state.usual + state.difference}
        for name, mean in means.items():
            heights = norm.pdf(X, mean, state.spread)
            self.curves[name].set_data(X, heights)
            self.means[name].set_data([mean, mean], [0, norm.pdf(0, 0, state.spread)])
            x = np.concatenate([[state.line], X[state.line < X]])
            tail = np.column_stack([x, norm.pdf(x, mean, state.spread)])
            self.tails[name].set_path(outlines.path(np.vstack([tail, [(ENDS[1], 0), (state.line, 0)]])))
        self.line_that_matters.set_data([state.line] * 2, [0, HIGHEST])
        self.words["line"].set(text=_("the line: {points}").format(points=number(state.line)), x=self._x(state.line))
        self._count(state)

    def _count(self, state: Responders) -> None:
        anyway, treated = (round(read_in(share, "%")) for share in (state.untreated, state.treated))
        parts = {"untreated": (anyway, anyway), "treated": (anyway, treated)}
        for name, (first, last) in parts.items():
            places = _places(HUNDREDS[name])
            for kind, those in (("anyway", places[:first]), ("helped", places[first:last]), ("not", places[last:])):
                self.squares[name][kind].set_path(outlines.path(*map(_square, those)))
            self.counts[name].set_text(_("{count} of 100 pass it").format(count=last))
        self.crosses.set_data(*_crosses(_places(HUNDREDS["treated"])[anyway:treated]))
        few = state.more < FEW
        none = _("hardly anybody") if state.difference > 0 else _("nobody")
        self.verdict.set_text(none if few else _("1 in {count}").format(count=number(state.needed, 2)))
        self.because.set_text("" if few else _("is helped past the line\n(number needed to treat)"))

    def _x(self, points: float) -> float:
        left, _top, right, _bottom = PLOT
        return left + (right - left) * (points - ENDS[0]) / (ENDS[1] - ENDS[0])

    def grips(self, state: Responders) -> Sequence[Grip]:
        """The top of the treated curve, and the foot of the line."""
        _left, top, _right, bottom = PLOT
        peak = bottom - (bottom - top) * norm.pdf(0, 0, state.spread) / HIGHEST
        tops = [(self._x(state.usual + difference), peak) for difference in DIFFERENCES]
        feet = [(self._x(line), bottom) for line in LINES]
        return (Track("difference", DIFFERENCES, tops),), (Track("line", LINES, feet),)


def _places(left: float) -> NDArray:
    """The top left corners of a hundred squares, row by row."""
    row, column = np.divmod(np.arange(100), ROW)
    return np.column_stack([left + PITCH * column, TOP + PITCH * row])


def _square(corner: NDArray) -> NDArray:
    return corner + np.array([(0, 0), (SIDE, 0), (SIDE, SIDE), (0, SIDE)])


def _crosses(corners: NDArray) -> tuple[list[float], list[float]]:
    """Two strokes across each square."""
    x = [place for left, _top in corners for place in (left, left + SIDE, np.nan, left, left + SIDE, np.nan)]
    return x, [place for _left, top in corners for place in (top, top + SIDE, np.nan, top + SIDE, top, np.nan)]
