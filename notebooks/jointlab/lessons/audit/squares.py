"""Explorer: each claim of the article is a square, in the row of its verdict and the column of its grade.

How far checked: a count of data/claims.csv; nothing is calculated.
"""

from collections import Counter

from jointlab.explorers.declare import Choice, Declaration, Goal, Slider
from jointlab.learn.article import PARTS
from jointlab.learn.claims import VERDICTS
from jointlab.lessons.audit.ledger import CLAIMS
from jointlab.lessons.audit.squares_picture import WHOLE, SquaresPicture, Tally
from jointlab.units import percent

RISKS = PARTS["Q3-risks"]


def tally(square: float, within: str) -> Tally:
    """The claims in the order of their squares; `square`: the chosen one's place among them, a share, the last is 1;
    `within`: a part of the article, or WHOLE."""
    return Tally(round(square * len(CLAIMS)) - 1, within)


def sentence(state: Tally) -> str:
    """What the state shows, in words."""
    found = Counter(claim.verdict for claim in CLAIMS if state.holds(claim))
    counted = ", ".join(f"{found[verdict]} {verdict}" for verdict in VERDICTS if found[verdict])
    where = "In the whole article" if state.within == WHOLE else f"In “{state.within}”"
    stands = percent(found["supported"] / found.total())
    chosen = state.chosen
    return (
        f"{where} {found.total()} claims: {counted}. So {stands} stand as they are. Square chosen: {chosen.id}, "
        f"{chosen.verdict}, grade {chosen.grade}."
    )


def the_supported_risk(state: Tally) -> bool:
    """Whether the part about risks is chosen, and in it the square of a claim that is supported."""
    return state.within == RISKS and state.holds(state.chosen) and state.chosen.verdict == "supported"


def _at(name: str) -> float:
    """The number of the square of a claim."""
    return 1.0 + [claim.id for claim in CLAIMS].index(name)


SQUARES = Declaration(
    title="88 claims, square by square",
    controls=(
        Slider("square", "Square", "", "of 88", 1, 88, _at("S01"), steps=87),
        Choice("within", "Show", {WHOLE: "the whole article", **{words: words for words in PARTS.values()}}, WHOLE),
    ),
    model=tally,
    picture=SquaresPicture,
    sentence=sentence,
    presets={
        "Whole article": {"square": _at("S83"), "within": WHOLE},
        "Is it safe?": {"square": _at("S20"), "within": PARTS["Q1-safe"]},
        "Why the urge?": {"square": _at("S28"), "within": PARTS["Q2-urge"]},
        "Is it something serious?": {"square": _at("S70"), "within": PARTS["Q6-serious"]},
    },
    goal=Goal("among the risks, the one square that is supported", the_supported_risk),
    recorded={"square": tuple(float(number) for number in range(1, len(CLAIMS) + 1))},
)
