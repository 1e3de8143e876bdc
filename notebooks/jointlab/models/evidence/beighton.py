"""The Beighton score: nine joints, nine points, and the lines that people draw through it.

What it is: a quick look at nine joints, most of them in the hands and arms, each bent by the examiner and judged yes
or no. What it is not: a measure of illness, of pain, or of the joints that it leaves out (shoulders, hips, ankles,
all of the spine but one forward bend). A high score alone is no diagnosis.

The thresholds are definitions. So are the cut-offs by age (data/constants.csv). Those of grown people belong to the
2017 criteria for hypermobile Ehlers–Danlos syndrome, as the first of three criteria that must all be met. Those
criteria had one line before puberty and another from puberty on; since the framework of 2023 a single line holds from
the age of 5 until biological maturity (puberty and the growth of bones have ended, or 18 years), and the criteria of
2017 begin after it. So `cut_off` takes a stage of life, not an age.

How far checked: score and cut-offs are definitions, with nothing to check. The distribution of scores is a **toy
model** drawn through two measured points. Measurement error is a **textbook model**.
Sources: malfait2017, tofts2023 (cut-offs), schlager2018 (how well an angle can be measured): data/references.bib.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import root
from scipy.special import expit, logit
from scipy.stats import betabinom, norm

from jointlab import sources
from jointlab.language import _
from jointlab.models import require
from jointlab.models.require import Impossible
from jointlab.units import number

POINTS = 9
LITTLE_FINGER = 90.0  # ° that the little finger is bent back at its knuckle
ELBOW = 10.0  # ° past straight
KNEE = 10.0  # ° past straight
_ROUNDING = 1e-9  # a slider may stop this far below the threshold at which it stands

STAGES = {"child": _("from 5 until grown"), "adult": _("grown, up to 50"), "older": _("over 50")}
# Stage of life → row of data/constants.csv.
_CUT_OFFS = {"child": "beighton_cut_off_child", "adult": "beighton_cut_off_adult", "older": "beighton_cut_off_older"}
QUESTIONNAIRE = 2  # yes answers out of five that may make up for one missing point of grown people

Joint = tuple[str, str]  # its name and its side
PALMS: Joint = ("palms", "")  # one point for both hands


@dataclass(frozen=True)
class Side:
    """What is measured at four joints of one side of the body.

    Angles in degrees: how far the little finger is bent back, and how far elbow and knee go past straight (below 0:
    they stay bent). `thumb` is the gap (m) between thumb and forearm, 0 if they touch. Impossible for a gap below 0 or
    an angle beyond half a turn.
    """

    little_finger: float
    thumb: float
    elbow: float
    knee: float

    def __post_init__(self) -> None:
        require.not_negative(thumb=self.thumb)
        require.between(-180, 180, little_finger=self.little_finger, elbow=self.elbow, knee=self.knee)


@dataclass(frozen=True)
class Measures:
    """What is measured at the nine joints; `palms` is the gap (m) between palms and floor with straight knees.

    Impossible for a gap below 0.
    """

    left: Side
    right: Side
    palms: float

    def __post_init__(self) -> None:
        require.not_negative(palms=self.palms)

    @property
    def sides(self) -> dict[str, Side]:
        """Both sides by name."""
        return {"left": self.left, "right": self.right}


def points(measures: Measures) -> dict[Joint, bool]:
    """Whether each of the nine joints scores; a threshold that is just reached scores."""
    scored: dict[Joint, bool] = {}
    for name, side in measures.sides.items():
        scored["little_finger", name] = _reaches(side.little_finger, LITTLE_FINGER)
        scored["thumb", name] = _touches(side.thumb)
        scored["elbow", name] = _reaches(side.elbow, ELBOW)
        scored["knee", name] = _reaches(side.knee, KNEE)
    return scored | {PALMS: _touches(measures.palms)}


def _reaches(angle: float, threshold: float) -> bool:
    return bool(angle >= threshold - _ROUNDING)


def _touches(gap: float) -> bool:
    return bool(gap <= _ROUNDING)


def score(measures: Measures) -> int:
    """The Beighton score, 0 to 9."""
    return sum(points(measures).values())


def cut_off(stage: str) -> int:
    """The least score that counts as generalised hypermobility, by the framework of 2023 and the criteria of 2017.

    `stage` is a key of STAGES. Reaching it means "more joints than usual move far"; it is not a diagnosis.
    """
    if stage not in STAGES:
        raise Impossible(
            _("stage must be one of {stages}; got {stage!r}.").format(stages=", ".join(STAGES), stage=stage)
        )
    return round(sources.value(_CUT_OFFS[stage]))


def counts_as_hypermobile(score: int, stage: str, yes_answers: int = 0) -> bool:
    """Whether `score` counts, with so many `yes_answers` to the five-part questionnaire.

    One point short, two or more yes answers may make up for it in the criteria of 2017, which are for grown people.
    """
    require.between(0, POINTS, score=score)
    require.between(0, 5, yes_answers=yes_answers)
    short = cut_off(stage) - score
    return short <= 0 or (short == 1 and stage != "child" and yes_answers >= QUESTIONNAIRE)


def score_distribution(at_least_4: float, at_least_6: float) -> NDArray:
    """Shares (10,) of people with scores 0 to 9, drawn through two measured shares: scores of 4 or more, 6 or more.

    Beta-binomial with nine joints: every person has a looseness of their own, and each joint then scores by chance.
    A toy model: joints of one person are more alike than that (left and right above all). Only the two shares put in
    are measured. Impossible if no such distribution passes through them.
    """
    require.positive(at_least_6=at_least_6, **{"at_least_4 minus at_least_6": at_least_4 - at_least_6})
    require.positive(**{"1 minus at_least_4": 1 - at_least_4})
    wanted = logit([at_least_4, at_least_6])

    def misfit(unknown: NDArray) -> NDArray:
        return logit(betabinom.sf([3, 5], POINTS, *_shape(unknown))) - wanted

    found = root(misfit, [logit(at_least_4), 2.0], tol=1e-12)
    if not np.allclose(misfit(found.x), 0, atol=1e-6):
        raise Impossible(
            _("No beta-binomial has {four} of people at 4 points or more and {six} at 6 or more.").format(
                four=number(at_least_4), six=number(at_least_6)
            )
        )
    return betabinom.pmf(np.arange(POINTS + 1), POINTS, *_shape(found.x))


def _shape(unknown: NDArray) -> tuple[float, float]:
    """The two parameters of the beta distribution, from its mean (logit) and its weight (logarithm)."""
    mean, weight = expit(unknown[0]), np.exp(np.clip(unknown[1], -20, 20))
    return weight * mean, weight * (1 - mean)


def at_or_above(shares: ArrayLike, line: ArrayLike) -> NDArray:
    """Share of people whose score is `line` or more (whole number, 0 to 9), from the `shares` of scores 0 to 9."""
    require.between(0, POINTS, line=line)
    require.not_negative(shares=shares)
    above = np.cumsum(np.asarray(shares, dtype=float)[::-1])[::-1]
    if above.shape != (POINTS + 1,) or not np.isclose(above[0], 1):
        raise Impossible(_("shares must be the shares of the scores 0 to 9, ten numbers that add up to 1."))
    return above[np.asarray(line, dtype=int)]


def chance_to_score(angle: ArrayLike, threshold: ArrayLike, error: ArrayLike) -> NDArray:
    """How often a joint of a true `angle` is measured at `threshold` or more, if measuring has the standard `error`.

    All in degrees. Errors are taken as normal, centred and alike at all angles. Broadcasts.
    """
    require.finite(angle=angle, threshold=threshold)
    require.positive(error=error)
    return norm.sf(np.subtract(threshold, angle) / error)
