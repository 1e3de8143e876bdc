"""Explorer: the same girls and boys, and a line that can be moved; how many are hypermobile?

The shares at 4 and at 6 points are measured; the others lie on a beta-binomial drawn through these two.
How far checked: measured at two lines, a toy model in between.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.explorers.declare import Declaration, Goal, Slider
from jointlab.lessons.hypermobility.cutoff_picture import ScoresPicture
from jointlab.models.evidence.beighton import POINTS, at_or_above, score_distribution

MEASURED = (4, 6)  # lines at which the shares of the Perth cohort are published
LEEWAY = 0.02  # two shares that differ by less count as the same, for the goal


@dataclass(frozen=True, eq=False)
class Crowd:
    """People with a `name`, the `shares` of them with 0 to 9 points, and the `line` from which they count."""

    name: str
    shares: NDArray
    measured: Mapping[int, float]
    line: int = MEASURED[0]

    @property
    def above(self) -> NDArray:
        """The share (10,) at or above every line from 0 to 9."""
        return at_or_above(self.shares, np.arange(POINTS + 1))

    @property
    def share(self) -> float:
        """The share at or above the line."""
        return float(self.above[self.line])


@dataclass(frozen=True)
class Lines:
    """Girls and boys, each with their line."""

    crowds: tuple[Crowd, Crowd]


def _perth(who: str) -> Crowd:
    measured = {line: sources.prevalence(f"perth_{who}_{line}").share for line in MEASURED}
    return Crowd(f"{who.capitalize()} of 14", score_distribution(*measured.values()), measured)


GIRLS, BOYS = _perth("girls"), _perth("boys")


class PerthScores(ScoresPicture):
    """The two histograms with the girls and boys of Perth."""

    def __init__(self):
        super().__init__((GIRLS, BOYS))


def lines(girls: float, boys: float) -> Lines:
    """The girls with the line at so many points, and the boys with theirs."""
    at = (round(girls), round(boys))
    return Lines(
        tuple(
            Crowd(crowd.name, crowd.shares, crowd.measured, line) for crowd, line in zip((GIRLS, BOYS), at, strict=True)
        )
    )


def sentence(state: Lines) -> str:
    """What the state shows, in words."""
    girls, boys = state.crowds
    many, fewer = (f"{100 * crowd.share:.1f} %" for crowd in state.crowds)
    if girls.line == boys.line:
        return (
            f"Line at {girls.line} for all: {many} of the girls and {fewer} of the boys are hypermobile, "
            f"{girls.share / boys.share:.1f} times as many girls. Move the line: not one joint will move."
        )
    end = "The two lines make them alike." if alike(state) else "The same joints as before; only the lines differ."
    return (
        f"Line at {girls.line} for girls and at {boys.line} for boys: {many} of the girls and {fewer} of the boys "
        f"are hypermobile. {end}"
    )


def alike(state: Lines) -> bool:
    """Whether two different lines call the same share of girls and of boys hypermobile, within two in 100."""
    girls, boys = state.crowds
    return girls.line != boys.line and abs(girls.share - boys.share) <= LEEWAY


CUT_OFF = Declaration(
    title="Move the line, not the people",
    controls=(
        Slider("girls", "Line for girls", "", "points", 1, POINTS, MEASURED[0], steps=POINTS - 1),
        Slider("boys", "Line for boys", "", "points", 1, POINTS, MEASURED[0], steps=POINTS - 1),
    ),
    model=lines,
    picture=PerthScores,
    sentence=sentence,
    presets={f"{line} for all": {"girls": float(line), "boys": float(line)} for line in (4, 5, 6)},
    goal=Goal(
        f"two different lines that make as many girls as boys hypermobile (within {100 * LEEWAY:.0f} in 100)", alike
    ),
)
