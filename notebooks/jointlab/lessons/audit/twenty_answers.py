"""Explorer: twenty predictions in two tens, what each costs, and what the same words would cost at another level.

How far checked: **textbook model** (models/evidence/brier_score.py); the people are invented.
"""

from jointlab.explorers.curves import Axis, Curve, Heard, Level, Place
from jointlab.explorers.declare import Build, Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.audit.twenty_answers_picture import (
    ACROSS,
    CHARTS,
    COST_ENDS,
    DEEP,
    EACH,
    LEAST,
    SURE,
    SURE_ENDS,
    Tens,
    TwentyPicture,
)
from jointlab.models.evidence import brier_score
from jointlab.units import fixed, percent

ALL_RIGHT, LOW = 15, 0.13  # the goal: so many right of twenty, and a score of at most this
BEYOND = 100.0  # what a learner's line gives beyond is told as more than this


def tens(sure: float, right: float, other_sure: float, other_right: float) -> Tens:
    """Two tens of predictions: how sure each of them was said, and the share that came true."""
    return Tens((sure, other_sure), (right, other_right))


def sentence(state: Tens) -> str:
    """What the state shows, in words."""
    right, other_right = (round(share * EACH) for share in state.right)
    tens = _(
        "First ten, {sure} sure: {right} come true; other ten, {other_sure} sure: {other_right} come true."
    ).format(sure=percent(state.sure[0]), right=right, other_sure=percent(state.sure[1]), other_right=other_right)
    score = _(
        "Brier score {score}: {reliability} for words that do not fit, {not_known} for not knowing. Always saying 50 % "
        "costs {always}."
    ).format(
        score=fixed(state.score, 3),
        reliability=fixed(state.reliability, 3),
        not_known=fixed(state.not_known, 3),
        always=fixed(float(brier_score.brier(brier_score.UNDECIDED, 1)), 3),
    )
    return f"{tens} {score}"


def knows_what_is_known(state: Tens) -> bool:
    """Whether three quarters come true, and the score is as low as it can be only for somebody who knows which."""
    return sum(round(right * EACH) for right in state.right) == ALL_RIGHT and state.score <= LOW


def _told(cost: float) -> str:
    """What the learner's line gives, in words."""
    if cost > BEYOND:
        return _("more than {cost} for the first ten").format(cost=fixed(BEYOND))
    if cost < -BEYOND:
        return _("less than {cost} for the first ten").format(cost=fixed(-BEYOND))
    return _("{cost} for the first ten").format(cost=fixed(cost, 3))


def heard(state: Tens) -> Heard:
    """What each ten would cost, whatever one said."""
    left, right = ACROSS

    def curve(which: str, sure: float, came_true: float, top: float) -> Curve:
        level = Level(_("“always 50 %”"), float(brier_score.brier(brier_score.UNDECIDED, 1)))
        plot = (left, top, right, top + DEEP)
        costs = brier_score.brier(SURE, came_true)
        return Curve(SURE, costs, which, level, Place(_("the answer"), sure), plot)

    tens = zip((_("First ten"), _("Other ten")), state.sure, state.right, CHARTS, strict=True)
    curves = [curve(*ten) for ten in tens]
    return Heard(
        Axis(_("How sure one says"), "%", *SURE_ENDS),
        Axis(_("Cost on average"), "", *COST_ENDS),
        curves,
        curves[0].plot,
    )


def _sure(name: str, label: str) -> Slider:
    return Slider(name, label, "", "%", 50, 100, 80, steps=50)


def _right(name: str, label: str, default: float) -> Slider:
    return Slider(name, label, "", "of 10", LEAST, 10, default, steps=10 - LEAST)


def _alike(sure: float, right: float) -> dict[str, float]:
    """Both tens alike."""
    return {"sure": sure, "right": right, "other_sure": sure, "other_right": right}


TWENTY_ANSWERS = Declaration(
    title=_("What twenty answers cost"),
    controls=(
        _sure("sure", _("First ten: you say")),
        _right("right", _("First ten: come true"), 8),
        _sure("other_sure", _("Other ten: you say")),
        _right("other_right", _("Other ten: come true"), 6),
    ),
    model=tens,
    picture=TwentyPicture,
    sentence=sentence,
    presets={
        _("Ben: 90 % each time"): _alike(90, 7),
        _("Anna: 50 % each time"): _alike(50, 5),
        _("Cleo: 70 % each time"): _alike(70, 7),
        _("Dan: 80 % each time"): {"sure": 80, "right": 10, "other_sure": 80, "other_right": 5},
    },
    goal=Goal(
        _("{count} of 20 come true, and a Brier score of {score} or less"),
        knows_what_is_known,
        {"count": fixed(ALL_RIGHT), "score": fixed(LOW, 2)},
    ),
    # Four controls: of each, the ends, the presets and the way to the goal.
    recorded={
        "sure": (50, 60, 70, 75, 80, 90, 100),
        "right": (3, 5, 7, 8, 10),
        "other_sure": (50, 60, 70, 75, 80, 90, 100),
        "other_right": (3, 5, 6, 7, 10),
    },
    build=Build(lambda state: {"sure": state.sure[0], "right": state.right[0]}, _told),
    hear=heard,
)
