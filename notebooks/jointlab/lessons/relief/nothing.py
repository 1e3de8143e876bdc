"""Explorer: people crack when the pain is bad; what happens when they do nothing at all?

How far checked: textbook model of regression to the mean; how bad, how steady and how many are assumed, and so is what
a crack does.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from jointlab.explorers.curves import Axis, Curve, Heard, Level
from jointlab.explorers.declare import Build, Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.relief.nothing_picture import DAYS, DIARY, LATER, MOST, PEOPLE, Nothing, NothingPicture, changed
from jointlab.models.evidence import regression
from jointlab.units import fixed, fixed_amount

USUAL = 4.0  # points: assumed, as all else that the controls do not set
LOOKS_LIKE = 2.0  # points of relief, for the goal
SEEDS = {"diary": 21, "lots": 5}  # draws that are like most: the tests hold them to the formulas


@cache
def luck(drawn: str) -> NDArray:
    """Chance, drawn once: of the days of the diary, or of 2 × PEOPLE people (day; later)."""
    rng = np.random.default_rng(SEEDS[drawn])
    if drawn == "diary":
        return rng.standard_normal(DAYS)
    return np.array([rng.random(2 * PEOPLE), rng.standard_normal(2 * PEOPLE)])


def nothing(share: float, spread: float, steadiness: float, effect: float) -> Nothing:
    """The worst `share` of days, pain with a `spread` (points), of which `steadiness` is left LATER; a crack lowers it
    by `effect` (points)."""
    people, how = luck("lots"), (share, USUAL, spread, steadiness)
    return Nothing(
        share,
        USUAL,
        spread,
        steadiness,
        effect,
        float(regression.threshold(share, USUAL, spread)),
        regression.diary(USUAL, spread, steadiness, LATER, luck("diary")),
        regression.picked(*how, people[:, :PEOPLE]),
        regression.picked(*how, people[:, PEOPLE:], effect),
    )


def sentence(state: Nothing) -> str:
    """What the state shows, in words."""
    before, after = (fixed(pain, 1) for pain in state.ends(state.idle))
    pain = (
        _("On any day pain is {before}; three days after doing nothing it is {after}, {change}.")
        if state.share >= 1
        else _("On the worst {share} pain is {before}; three days after doing nothing it is {after}, {change}.")
    ).format(
        share=fixed_amount(state.share, "% of days"), before=before, after=after, change=changed(state.fall(state.idle))
    )
    cracked = _("After a crack it is {change}.").format(change=changed(state.fall(state.cracked)))
    more, low, high = (fixed(points, 1) for points in state.advantage)
    difference = (
        _("The difference, {more} ({low} to {high}), could be chance.")
        if state.could_be_chance
        else _("The difference, {more} ({low} to {high}), is more than chance.")
    ).format(more=more, low=low, high=high)
    return f"{pain} {cracked} {difference}"


def looks_like_relief(state: Nothing) -> bool:
    """Whether a crack that does nothing seems to bring LOOKS_LIKE points of relief."""
    return state.effect == 0 and state.fall(state.cracked) >= LOOKS_LIKE


def _expected(state: Nothing) -> dict[str, float]:
    """What the learner's line gets: those who do nothing."""
    return {"usual": state.usual, "steadiness": state.steadiness, "worst": float(state.idle.before.mean())}


def heard(state: Nothing) -> Heard:
    """The diary of one who does nothing."""
    return Heard(
        Axis(_("Time"), "", 0.0, DAYS, words=lambda day: _("day {day}").format(day=fixed(day))),
        Axis(_("Pain"), "points", 0.0, MOST),
        [Curve(np.arange(DAYS), state.diary, level=Level(_("the limit"), max(state.limit, 0.0)))],
        DIARY,
    )


NOTHING = Declaration(
    title=_("What nothing at all does"),
    controls=(
        Slider("share", _("Crack on the worst"), "", "% of days", 2, 100, 10, steps=98),
        Slider("spread", _("Pain varies by"), "σ", "points", 0.3, 1.4, 1.0, steps=44),
        Slider("steadiness", _("Left after {count} days").format(count=LATER), "ρ", "%", 0, 90, 40, steps=90),
        Slider("effect", _("What a crack does"), "", "points", 0, 3, 0, steps=60),
    ),
    model=nothing,
    picture=NothingPicture,
    sentence=sentence,
    presets={
        _("Any day"): {"share": 100.0},
        _("The worst days"): {"share": 4.0},
        _("A steady pain"): {"steadiness": 85.0},
        _("A crack that works"): {"effect": 1.5},
    },
    goal=Goal(
        _("make a crack that does nothing look like {count} points of relief"),
        looks_like_relief,
        {"count": fixed(LOOKS_LIKE)},
    ),
    build=Build(_expected, lambda value: _("{pain} is to be expected").format(pain=fixed(value, 1))),
    hear=heard,
)
