"""Explorer: two equally careful examiners judge a hundred people; how much of their agreement is luck?

How far checked: kappa is a textbook formula; how examiners slip is a toy model.
"""

import numpy as np

from jointlab.explorers.curves import Axis, Curve, Heard, Place
from jointlab.explorers.declare import Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.hypermobility.examiners_picture import (
    CURVE,
    FOOT,
    MOST_KAPPA,
    MOST_RATE,
    PEOPLE,
    PUBLISHED,
    TOP,
    Agreement,
    ExaminersPicture,
)
from jointlab.models.evidence import reliability
from jointlab.units import fixed, number, percent, read_in

BASE_RATES = np.linspace(0.01, 0.60, 60)
AGREE, LOW = 0.9, 0.4  # the goal: at least so much agreement, and a kappa below


def agreement(base_rate: float, slips: float) -> Agreement:
    """People of whom a share `base_rate` is hypermobile; each examiner misjudges a share `slips` of them."""
    seen, everywhere = reliability.two_examiners(base_rate, slips), reliability.two_examiners(BASE_RATES, slips)
    split, both_yes = round(PEOPLE * float(seen.split)), round(PEOPLE * float(seen.both_yes))
    return Agreement(
        both_yes=both_yes,
        split=split,
        both_no=PEOPLE - both_yes - split,
        base_rate=base_rate,
        agreement=float(seen.agreement),
        luck=float(reliability.chance_agreement(seen.prevalence)),
        kappa=float(reliability.kappa(seen.agreement, seen.prevalence)),
        base_rates=BASE_RATES,
        kappas=reliability.kappa(everywhere.agreement, everywhere.prevalence),
    )


def sentence(state: Agreement) -> str:
    """What the state shows, in words."""
    agree, luck = fixed(PEOPLE * state.agreement), fixed(PEOPLE * state.luck)
    return _(
        "The examiners agree on {agree} of {all} people; luck alone gives {luck}. "
        "Kappa is {kappa}: they go {share} of the way from luck to full agreement."
    ).format(agree=agree, all=PEOPLE, luck=luck, kappa=fixed(state.kappa, 2), share=percent(state.kappa))


def agreed_but_little_better_than_luck(state: Agreement) -> bool:
    """Whether the examiners agree on nine people in ten and kappa is low all the same."""
    return state.agreement >= AGREE and state.kappa < LOW


def heard(state: Agreement) -> Heard:
    """Kappa of the same examiners over the base rate."""
    return Heard(
        Axis(_("Base rate"), "%", 0.0, MOST_RATE),
        Axis(_("Kappa"), "", 0.0, MOST_KAPPA),
        [Curve(state.base_rates, state.kappas, place=Place(_("the base rate shown"), state.base_rate))],
        (CURVE[0], TOP, CURVE[1], FOOT),
    )


CHILDREN = {name: round(read_in(getattr(PUBLISHED[0], name), "%"), 1) for name in ("base_rate", "slips")}

AGREEMENT = Declaration(
    title=_("Two examiners"),
    controls=(
        Slider("base_rate", _("Base rate"), "", "%", 1, 60, 40, steps=590),
        Slider("slips", _("Slips of each"), "", "%", 0, 25, 15, steps=250),
    ),
    model=agreement,
    picture=ExaminersPicture,
    sentence=sentence,
    presets={
        _("As in the study of children"): CHILDREN,
        _("Same examiners, few hypermobile"): {**CHILDREN, "base_rate": 5.0},
        _("Nobody slips"): {"slips": 0.0},
    },
    goal=Goal(
        _("examiners who agree on {count} of {all} people, and still a kappa below {low}"),
        agreed_but_little_better_than_luck,
        {"count": fixed(PEOPLE * AGREE), "all": str(PEOPLE), "low": number(LOW)},
    ),
    hear=heard,
)
