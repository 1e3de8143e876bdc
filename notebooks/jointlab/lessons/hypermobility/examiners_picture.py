"""Two examiners and a hundred people: on how many they agree, how much of that is luck, and what kappa makes of it."""

from dataclasses import dataclass

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from jointlab import sources
from jointlab.drawings import style
from jointlab.drawings.page import Page
from jointlab.models.evidence.reliability import examiners_behind
from jointlab.units import fixed, read_in

PEOPLE = 100
PITCH, SIDE = 25, 10  # pixels from person to person; people in a row
CORNER = (44, 84)  # pixels: middle of the first person, from the left and from the top
KEY = 340  # pixels from the top: what the marks mean
BAR = (392, 72, 50, 250)  # pixels: left, top, width, height of 100 people


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


VERDICTS = {
    "both_yes": Verdict("blue", "s", True, "both yes", 0),
    "split": Verdict("vermilion", "D", True, "split", 104),
    "both_no": Verdict("muted", "o", False, "both no", 176),
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

    height = 400
    description = (
        "Left: one hundred marks, each a person seen by two examiners. Blue squares: both call the person hypermobile; "
        "empty circles: neither does; orange diamonds: one does and one does not. Middle: a bar of 100 people. Its "
        "grey foot is how often they would agree by luck alone, the green part how much further their agreement "
        "goes, the rest is disagreement; kappa is the green part over all that luck leaves. Right: kappa, 0 to 1, "
        "against the base rate, 0 to 60 per cent, for examiners who slip as often as these; a ring shows where they "
        "are now, and purple triangles are two published kappas."
    )

    def lay_out(self) -> None:
        self.write(CORNER[0] - 10, 28, "100 people, two examiners", "body", bold=True)
        self.write(BAR[0], 28, "They agree on", "body", bold=True)
        self.people = {name: self._marks(verdict) for name, verdict in VERDICTS.items()}
        self.counts = {}
        for name, verdict in VERDICTS.items():
            x = CORNER[0] + verdict.right
            self.page.plot([x], [KEY], verdict.marker, ms=10, **_look(verdict))
            self.counts[name] = self.write(x + 12, KEY, moves=True)
        self._bar()
        self._curve()

    def _marks(self, verdict: Verdict) -> Line2D:
        size = 11 if verdict.marker == "D" else 12  # a diamond looks larger than it is
        return self.line(self.page, verdict.colour, ls="", marker=verdict.marker, ms=size, **_look(verdict))

    def _bar(self) -> None:
        left, top, width, height = BAR
        frame = {"fc": style.colour("paper"), "ec": style.colour("vermilion"), "lw": style.LINE["thin"]}
        self.page.add_patch(Rectangle((left, top), width, height, **frame))
        self.parts = [
            self.moving(self.page.add_patch(Rectangle((left, top), width, 0, fc=style.colour(name), ec="none")))
            for name in ("line", "green")
        ]
        beside = left + width + 10
        self.agree = self.write(left, 52, "", "label", bold=True, moves=True)
        self.luck = self.write(beside, 0, moves=True)
        self.kappa = self.write(beside, top + 34, "", 30, "green", bold=True, moves=True)
        self.write(beside, top + 62, "kappa")

    def _curve(self) -> None:
        ticks = {"xticks": range(0, 61, 15), "yticks": np.arange(0, 1.1, 0.25)}
        axes = self.plot(672, 66, 936, 330, xlim=(0, 60), ylim=(0, 1.07), **ticks)
        axes.set_title("Kappa, same examiners")
        axes.set_xlabel("base rate (%)")
        rates = [read_in(found.base_rate, "%") for found in PUBLISHED]
        kappas = [found.kappa for found in PUBLISHED]
        axes.plot(rates, kappas, "^", color=style.colour("purple"), ms=10)
        self.write(
            np.mean(rates), max(kappas) + 0.06, "published", colour="purple", on=axes, ha="center", va="baseline"
        )
        self.curve = self.line(axes, "green")
        ring = {"marker": "o", "ms": 20, "mfc": "none", "mew": style.LINE["normal"]}
        self.ring = self.line(axes, "ink", ls="", clip_on=False, zorder=4, **ring)

    def update(self, state: Agreement) -> None:
        first = 0
        for name, marks in self.people.items():
            many = getattr(state, name)
            down, across = np.divmod(np.arange(first, first + many), SIDE)
            marks.set_data(CORNER[0] + PITCH * across, CORNER[1] + PITCH * down)
            self.counts[name].set_text(f"{many} {VERDICTS[name].words}")
            first += many
        left, top, width, height = BAR
        foot = top + height
        for part, (low, high) in zip(self.parts, ((0, state.luck), (state.luck, state.agreement)), strict=True):
            part.set_bounds(left, foot - high * height, width, (high - low) * height)
        self.agree.set_text(f"{fixed(PEOPLE * state.agreement)} of {PEOPLE}")
        self.luck.set(text=f"luck: {fixed(PEOPLE * state.luck)}", y=foot - state.luck * height / 2)
        self.kappa.set_text(fixed(state.kappa, 2))
        self.curve.set_data(read_in(state.base_rates, "%"), state.kappas)
        self.ring.set_data([read_in(state.base_rate, "%")], [state.kappa])


def _look(verdict: Verdict) -> dict[str, str | float]:
    """Edge and fill of a mark."""
    colour = style.colour(verdict.colour)
    return {"mec": colour, "mew": style.LINE["thin"], "mfc": colour if verdict.filled else style.colour("paper")}
