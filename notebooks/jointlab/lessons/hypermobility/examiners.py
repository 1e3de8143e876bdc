"""Explorer: two equally careful examiners judge a hundred people; how much of their agreement is luck?

How far checked: kappa is a textbook formula; how examiners slip is a toy model.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.explorers.declare import Declaration, Goal, Slider
from jointlab.lessons.hypermobility.examiners_picture import AgreementPicture
from jointlab.models.evidence import reliability

PEOPLE = 100
BASE_RATES = np.linspace(0.01, 0.60, 60)
AGREE, LOW = 0.9, 0.4  # the goal: at least so much agreement, and a kappa below


def _published(way: str) -> tuple[float, float, float]:
    """Base rate and slips behind the published kappa of children who were tested in one of two ways, and that kappa."""
    kappa, said = (
        sources.observation(f"{name}_{way}").value for name in ("hypermobility_kappa", "hypermobile_children")
    )
    base_rate, slips = reliability.examiners_behind(kappa, said)
    return float(base_rate), float(slips), kappa


class PublishedAgreement(AgreementPicture):
    """The picture with the two kappas of one study of children."""

    def __init__(self):
        super().__init__({base_rate: kappa for base_rate, _, kappa in map(_published, "ab")})


@dataclass(frozen=True, eq=False)
class Agreement:
    """Whole people of 100; shares of all people; kappa; and kappa at all BASE_RATES for the same slips."""

    both_yes: int
    split: int
    both_no: int
    base_rate: float
    agreement: float
    luck: float
    kappa: float
    kappas: NDArray

    @property
    def base_rates(self) -> NDArray:
        """The base rates of `kappas`."""
        return BASE_RATES


def agreement(base_rate: float, slips: float) -> Agreement:
    """People of whom `base_rate` % are hypermobile; each examiner misjudges `slips` % of them."""
    rate, slips = base_rate / 100, slips / 100
    seen, everywhere = reliability.two_examiners(rate, slips), reliability.two_examiners(BASE_RATES, slips)
    split, both_yes = round(PEOPLE * float(seen.split)), round(PEOPLE * float(seen.both_yes))
    return Agreement(
        both_yes=both_yes,
        split=split,
        both_no=PEOPLE - both_yes - split,
        base_rate=rate,
        agreement=float(seen.agreement),
        luck=float(reliability.chance_agreement(seen.prevalence)),
        kappa=float(reliability.kappa(seen.agreement, seen.prevalence)),
        kappas=reliability.kappa(everywhere.agreement, everywhere.prevalence),
    )


def sentence(state: Agreement) -> str:
    """What the state shows, in words."""
    agree, luck = round(PEOPLE * state.agreement), round(PEOPLE * state.luck)
    return (
        f"The examiners agree on {agree} of {PEOPLE} people; luck alone gives {luck}. Kappa is {state.kappa:.2f}: "
        f"they go {100 * state.kappa:.0f} % of the way from luck to full agreement."
    )


def agreed_but_little_better_than_luck(state: Agreement) -> bool:
    """Whether the examiners agree on nine people in ten and kappa is low all the same."""
    return state.agreement >= AGREE and state.kappa < LOW


CHILDREN = {name: round(100 * share, 1) for name, share in zip(("base_rate", "slips"), _published("a"), strict=False)}

AGREEMENT = Declaration(
    title="Two examiners",
    controls=(
        Slider("base_rate", "Base rate", "", "%", 1, 60, 40, steps=590),
        Slider("slips", "Slips of each", "", "%", 0, 25, 15, steps=250),
    ),
    model=agreement,
    picture=PublishedAgreement,
    sentence=sentence,
    presets={
        "As in the study of children": CHILDREN,
        "Same examiners, few hypermobile": {**CHILDREN, "base_rate": 5.0},
        "Nobody slips": {"slips": 0.0},
    },
    goal=Goal(
        f"examiners who agree on {100 * AGREE:.0f} of 100 people, and still a kappa below {LOW}",
        agreed_but_little_better_than_luck,
    ),
)
