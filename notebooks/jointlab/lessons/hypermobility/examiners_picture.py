"""Two examiners and a hundred people: on how many they agree, how much of that is luck, and what kappa makes of it."""

from dataclasses import dataclass

import numpy as np
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.charts.dots import Dots
from jointlab.drawings.grip import Grip, Track
from jointlab.drawings.page import Page
from jointlab.drawings.shapes import outlines
from jointlab.language import _
from jointlab.models.evidence.reliability import examiners_behind, two_examiners
from jointlab.units import fixed, read_in

PEOPLE = 100
HEAD, TOP, FOOT = 22, 50, 318  # pixels from the top: headings; upper and lower edge of people, bar and curve
PITCH, SIDE = 28, 10  # pixels from person to person; people in a row
SIZE, TIP = 14, 9  # pixels: width of a square and a circle, from the middle of a diamond to its tips
CORNER = (38, 60)  # pixels: middle of the first person, from the left and from the top
KEY = 346  # pixels from the top: what the marks mean
BAR = (392, TOP, 54, FOOT - TOP)  # pixels: left, top, width, height of 100 people
CURVE = (672, 936)  # pixels: left and right edge
MOST_RATE, MOST_KAPPA = 0.6, 1.04  # where its axes end
TRACK = 24  # about so many places of the curve make a way for a hand: most of them where it bends, on its left
SLIPS = np.linspace(0, 0.25, 9)  # shares, as many as make a track of the bar's edge


@dataclass(frozen=True)
class Verdict:
    """How people with one pair of answers are drawn: colour, marker, filled or not; their words, how far to the right
    (pixels) these stand.
    """

    colour: str
    marker: str
    filled: bool
    words: str
    right: int


DIAMOND = TIP * np.array([(0, -1), (1, 0), (0, 1), (-1, 0)])
VERDICTS = {
    "both_yes": Verdict("blue", "s", True, _("{count} both yes"), 0),
    "split": Verdict("vermilion", "D", True, _("{count} split"), 108),
    "both_no": Verdict("muted", "o", False, _("{count} both no"), 184),
}


@dataclass(frozen=True, eq=False)
class Agreement:
    """Whole people of 100: `both_yes`, `split`, `both_no`; shares of all people: `base_rate`, `agreement`, `luck`;
    `kappa`; and `kappas` of the same examiners at all `base_rates`.
    """

    both_yes: int
    split: int
    both_no: int
    base_rate: float
    agreement: float
    luck: float
    kappa: float
    base_rates: NDArray
    kappas: NDArray


@dataclass(frozen=True)
class Published:
    """A published `kappa` of examiners of children, and the `base_rate` and the `slips` (shares) that lie behind it."""

    kappa: float
    base_rate: float
    slips: float

    @classmethod
    def of_rows(cls, kappa: str, said: str) -> "Published":
        """From two observations: the kappa, and the share of children whom the examiners called hypermobile."""
        value = sources.observation(kappa).value
        base_rate, slips = examiners_behind(value, sources.observation(said).value)
        return cls(value, float(base_rate), float(slips))


# The same children, tested in two ways: rows of data/observations.csv.
PUBLISHED_ROWS = (
    ("hypermobility_kappa_a", "hypermobile_children_a"),
    ("hypermobility_kappa_b", "hypermobile_children_b"),
)
PUBLISHED = tuple(Published.of_rows(*names) for names in PUBLISHED_ROWS)


class ExaminersPicture(Page):
    """The hundred people, a bar of agreement, and kappa against the base rate."""

    height = 372
    description = _(
        "Left: one hundred marks, each a person seen by two examiners. Blue squares: both call the person hypermobile; "
        "empty circles: neither does; orange diamonds: one does and one does not. Middle: a bar of 100 people. Its "
        "grey foot is how often they would agree by luck alone, the green part how much further their agreement "
        "goes, the rest is disagreement; kappa is the green part over all that luck leaves. Right: kappa, 0 to 1, "
        "against the base rate, 0 to 60 per cent, for examiners who slip as often as these; a dot shows where they "
        "are now, and purple triangles are two published kappas."
    )

    def lay_out(self) -> None:
        self.heading(CORNER[0] - SIZE / 2, HEAD, _("100 people, two examiners"))
        self.people = {
            "both_yes": Dots(self, "blue", SIZE, PITCH, round_=False),
            "both_no": Dots(self, "muted", SIZE, PITCH, round_=True, rim=style.LINE["thin"]),
        }
        self.split = self.shape("vermilion", moves=True)
        self.counts = {}
        for name, verdict in VERDICTS.items():
            x = CORNER[0] + verdict.right
            self.page.plot([x], [KEY], verdict.marker, ms=10, **_look(verdict))
            self.counts[name] = self.write(x + 12, KEY, moves=True)
        self._bar()
        self._curve()

    def _bar(self) -> None:
        left, top, width, height = BAR
        frame = {"fc": style.colour("paper"), "ec": style.colour("vermilion"), "lw": style.LINE["thin"]}
        self.page.add_patch(Rectangle((left, top), width, height, **frame))
        self.parts = [
            self.moving(self.page.add_patch(Rectangle((left, top), width, 0, fc=style.colour(name), ec="none")))
            for name in ("line", "green")
        ]
        beside = left + width + 10
        self.agree = self.write(left, HEAD, "", "label", bold=True, moves=True)
        self.luck = self.write(beside, 0, moves=True)
        self.kappa = self.write(beside, top + 34, "", 30, "green", bold=True, moves=True)
        self.write(beside, top + 64, _("kappa"))

    def _curve(self) -> None:
        ticks = {"xticks": range(0, 61, 15), "yticks": np.arange(0, 1.1, 0.25)}
        axes = self.plot(
            CURVE[0], TOP, CURVE[1], FOOT, xlim=(0, read_in(MOST_RATE, "%")), ylim=(0, MOST_KAPPA), **ticks
        )
        axes.tick_params(axis="x", pad=8)  # the mark of now may lie on the axis
        self.heading(CURVE[0], HEAD, _("Kappa, same examiners"))
        axes.set_xlabel(_("base rate (%)"))
        rates = [read_in(found.base_rate, "%") for found in PUBLISHED]
        kappas = [found.kappa for found in PUBLISHED]
        triangles = {"color": style.colour("purple"), "mec": style.colour("paper"), "ms": 11}
        self.above(axes.plot(rates, kappas, "^", **triangles)[0])  # the mark of now may lie on one
        self.write(
            np.mean(rates), max(kappas) + 0.06, _("published"), colour="purple", on=axes, ha="center", va="baseline"
        )
        self.curve = self.line(axes, "green")
        self.now = self.line(axes, "ink", ls="", marker="o", ms=11, clip_on=False, zorder=4)

    def update(self, state: Agreement) -> None:
        after_yes = state.both_yes + state.split
        self.people["both_yes"].show(_rows(0, state.both_yes))
        self.people["both_no"].show(_rows(after_yes, PEOPLE))
        self.split.set_path(outlines.path(*(place + DIAMOND for place in _places(state.both_yes, after_yes))))
        for name, words in self.counts.items():
            words.set_text(VERDICTS[name].words.format(count=getattr(state, name)))
        left, top, width, height = BAR
        foot = top + height
        for part, (low, high) in zip(self.parts, ((0, state.luck), (state.luck, state.agreement)), strict=True):
            part.set_bounds(left, foot - high * height, width, (high - low) * height)
        self.agree.set_text(
            _("They agree on {count} of {all}").format(count=fixed(PEOPLE * state.agreement), all=PEOPLE)
        )
        self.luck.set(
            text=_("luck: {count}").format(count=fixed(PEOPLE * state.luck)), y=foot - state.luck * height / 2
        )
        self.kappa.set_text(fixed(state.kappa, 2))
        self.curve.set_data(read_in(state.base_rates, "%"), state.kappas)
        self.now.set_data([read_in(state.base_rate, "%")], [state.kappa])

    def grips(self, state: Agreement) -> list[Grip]:
        """The examiners' place on the curve, and the upper edge of their agreement on the bar."""
        some = np.unique(np.geomspace(1, len(state.base_rates), TRACK).astype(int)) - 1
        rates, kappas = state.base_rates[some], state.kappas[some]
        left, top, width, height = BAR
        edges = top + height * (1 - two_examiners(state.base_rate, SLIPS).agreement)
        return [
            (Track("base_rate", rates, self.pixels(self.curve.axes, read_in(rates, "%"), kappas)),),
            (Track("slips", SLIPS, [(left + width / 2, y) for y in edges]),),
        ]


def _places(first: int, after: int) -> NDArray:
    """The middles (pixels) of the people from `first` to before `after`, row by row from the top."""
    down, across = np.divmod(np.arange(first, after), SIDE)
    return np.column_stack([across, down]) * PITCH + CORNER


def _rows(first: int, after: int) -> NDArray:
    """The same people as rows: x of the first, x of the last, y."""
    places = _places(first, after)
    ends = [places[places[:, 1] == y][[0, -1]] for y in np.unique(places[:, 1])]
    return np.array([(start[0], end[0], end[1]) for start, end in ends], dtype=float).reshape(-1, 3)


def _look(verdict: Verdict) -> dict[str, str | float]:
    """Edge and fill of a mark."""
    colour = style.colour(verdict.colour)
    return {"mec": colour, "mew": style.LINE["thin"], "mfc": colour if verdict.filled else style.colour("paper")}
