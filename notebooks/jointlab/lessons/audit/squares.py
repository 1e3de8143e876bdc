"""Explorer: each claim of the article is a square, in the row of its verdict and the column of its grade.

How far checked: a count of data/claims.csv; nothing is calculated.
"""

from collections import Counter

from jointlab.explorers.declare import Choice, Declaration, Goal, Slider
from jointlab.language import _, english, quoted
from jointlab.learn.article import PARTS
from jointlab.learn.claims import VERDICTS
from jointlab.lessons.audit.ledger import CLAIMS
from jointlab.lessons.audit.squares_picture import WHOLE, SquaresPicture, Tally
from jointlab.units import percent

RISKS = english(PARTS["Q3-risks"])
SHOWN = {english(words): words for words in PARTS.values()}  # a part is known by its English


def tally(square: float, within: str) -> Tally:
    """The claims in the order of their squares; `square`: the chosen one's place among them, a share, the last is 1;
    `within`: a part of the article, or WHOLE."""
    return Tally(round(square * len(CLAIMS)) - 1, within)


def sentence(state: Tally) -> str:
    """What the state shows, in words."""
    found = Counter(claim.verdict for claim in CLAIMS if state.holds(claim))
    counted = ", ".join(f"{found[verdict]} {_(verdict)}" for verdict in VERDICTS if found[verdict])
    where = (
        _("In the whole article {count} claims: {verdicts}.")
        if state.within == WHOLE
        else _("In {part} {count} claims: {verdicts}.")
    ).format(part=quoted(SHOWN.get(state.within, "")), count=found.total(), verdicts=counted)
    chosen = state.chosen
    stands = _("So {share} stand as they are. Square chosen: {id}, {verdict}, grade {grade}.").format(
        share=percent(found["supported"] / found.total()),
        id=chosen.id,
        verdict=_(chosen.verdict),
        grade=chosen.grade,
    )
    return f"{where} {stands}"


def the_supported_risk(state: Tally) -> bool:
    """Whether the part about risks is chosen, and in it the square of a claim that is supported."""
    return state.within == RISKS and state.holds(state.chosen) and state.chosen.verdict == "supported"


def _at(name: str) -> float:
    """The number of the square of a claim."""
    return 1.0 + [claim.id for claim in CLAIMS].index(name)


SQUARES = Declaration(
    title=_("88 claims, square by square"),
    controls=(
        Slider("square", _("Square"), "", "of 88", 1, 88, _at("S01"), steps=87),
        Choice("within", _("Show"), {WHOLE: _("the whole article"), **SHOWN}, WHOLE),
    ),
    model=tally,
    picture=SquaresPicture,
    sentence=sentence,
    presets={
        _("Whole article"): {"square": _at("S83"), "within": WHOLE},
        _("Is it safe?"): {"square": _at("S20"), "within": english(PARTS["Q1-safe"])},
        _("Why the urge?"): {"square": _at("S28"), "within": english(PARTS["Q2-urge"])},
        _("Is it something serious?"): {"square": _at("S70"), "within": english(PARTS["Q6-serious"])},
    },
    goal=Goal(_("among the risks, the one square that is supported"), the_supported_risk),
    recorded={"square": tuple(float(number) for number in range(1, len(CLAIMS) + 1))},
)
