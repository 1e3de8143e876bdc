"""Explorer: which table of 215 people has what an abstract prints?

People are whole: the controls are rounded to them, and every share that is shown is one of these people. How far
checked: arithmetic; the printed numbers stand in the abstract.
"""

from jointlab import sources
from jointlab.explorers.declare import Build, Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.harm.abstract_picture import ILL, PAIRS, PEOPLE, PRINTED, AbstractPicture, Crowd
from jointlab.units import percent, read_in

BEYOND = 100.0  # of all people: what a learner's line gives beyond is told as more than this
ABOUT = 1  # person by which the goal may miss the number of those with osteoarthritis
CRACK = sources.observation("crackers_asked").value
LITERAL = {name: read_in(share, "%") for name, share in zip(("among_crackers", "among_others"), PRINTED, strict=True)}


def crowd(share: float, among_crackers: float, among_others: float) -> Crowd:
    """215 people of whom a `share` crack, and the shares of osteoarthritis among these and among the others."""
    crackers = round(PEOPLE * share)
    ill, others_ill = round(crackers * among_crackers), round((PEOPLE - crackers) * among_others)
    return Crowd(ill, crackers - ill, others_ill, PEOPLE - crackers - others_ill)


def sentence(state: Crowd) -> str:
    """What the state shows, in words."""
    crack, do_not, ill_crack, well_crack = ("–" if share is None else percent(share) for share in state.shares.values())
    return _(
        "Of {crackers} who crack {crack} have osteoarthritis, of {others} who do not {do_not}: "
        "together {ill} of {people}. Turned round: of those with osteoarthritis {ill_crack} crack, of those without "
        "{well_crack}."
    ).format(
        crackers=state.crackers,
        crack=crack,
        others=state.others,
        do_not=do_not,
        ill=state.ill,
        people=PEOPLE,
        ill_crack=ill_crack,
        well_crack=well_crack,
    )


def all_that_is_printed(state: Crowd) -> bool:
    """Whether so many have osteoarthritis as in the study, and both printed shares answer one question.

    In their order: with the two exchanged no table of these people has the printed P.
    """
    return abs(state.ill - ILL) <= ABOUT and any(state.fitting >= set(pair) for pair in PAIRS)


def _shares(state: Crowd) -> dict[str, float]:
    """Those of the people who are drawn, so that a right line gives the share that is drawn."""
    among = {"among_these": state.shares["crack"], "among_others": state.shares["do not"]}
    return {"share": state.crackers / PEOPLE, **among}


def _told(share: float) -> str:
    """What the learner's line gives, in words."""
    if abs(share) > BEYOND:
        beyond = _("more than {share} of all") if share > 0 else _("less than {share} of all")
        return beyond.format(share=percent(BEYOND if share > 0 else -BEYOND))
    return _("{share} of all").format(share=percent(share))


ABSTRACT = Declaration(
    title=_("Two shares and everybody"),
    controls=(
        Slider("share", _("Who crack"), "", "%", 1, 99, 50, steps=98),
        Slider("among_crackers", _("Osteoarthritis, who crack"), "", "%", 0, 100, 30, steps=1000),
        Slider("among_others", _("Osteoarthritis, who do not"), "", "%", 0, 100, 80, steps=1000),
    ),
    model=crowd,
    picture=AbstractPicture,
    sentence=sentence,
    presets={
        _("As the abstract words it"): {"share": read_in(CRACK, "%"), **LITERAL},
        _("If nearly all cracked"): {"share": 95, **LITERAL},
        _("If nearly nobody cracked"): {"share": 5, **LITERAL},
    },
    goal=Goal(
        _("all that is printed: {ill} of {people}, and both ticks under one question"),
        all_that_is_printed,
        {"ill": str(ILL), "people": str(PEOPLE)},
    ),
    # A table that fits is a needle among all settings: its place, and those of the abstract's words.
    recorded={
        "share": (1, 5, 19, 20, 35, 50, 65, 80, 95, 99),
        "among_crackers": (0, 18.1, 30, 45, 58.5, 75, 100),
        "among_others": (0, 21.5, 35, 50, 63.8, 80, 100),
    },
    build=Build(_shares, _told),
)
