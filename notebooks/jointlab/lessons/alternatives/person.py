"""Explorer: a difference of means, and how many people pass a line because of it.

How far checked: textbook model; the shares of one preset are those of a review, its spread and its usual fall are
fitted, for a line that is assumed: shares tell only how far the mean lies from the line.
"""

from jointlab import sources
from jointlab.explorers.declare import Declaration, Goal, Slider
from jointlab.lessons.alternatives.person_picture import PersonPicture
from jointlab.models.evidence.responders import Responders, spreads_between
from jointlab.units import fixed, number, read_in

LINE = sources.value("pain_change_that_matters")
SMALL, ENOUGH = 6.0, 6.0  # points of difference at most, and one in so many at most, for the goal
FEW = 0.005  # a share below this is told as hardly anybody


def as_with_pills() -> Responders:
    """Two groups whose means lie as far apart as with pills against new back pain, and whose shares beyond LINE are
    those of people who felt better: spread and usual change follow from these."""
    better = {name: sources.observation(name).value for name in ("nsaid_improved", "placebo_improved")}
    difference = -sources.alternative("nsaid_new").value
    spread = difference / float(spreads_between(better["nsaid_improved"], better["placebo_improved"]))
    usual = LINE - spread * float(spreads_between(0.5, better["placebo_improved"]))
    return Responders(difference, usual, spread, LINE)


def sentence(state: Responders) -> str:
    """What the state shows, in words."""
    untreated, treated = (fixed(read_in(share, "%")) for share in (state.untreated, state.treated))
    return (
        f"Pain {_changes(state.usual)} without the treatment and {_changes(state.usual + state.difference)} with it. "
        f"{untreated} of 100 pass the line anyway, {treated} with the "
        f"treatment. {helped(state)}"
    )


def _changes(fall: float) -> str:
    return f"{'falls' if fall >= 0 else 'grows'} by {number(abs(fall))} points"


def helped(state: Responders) -> str:
    """How many are helped past the line, in words."""
    if state.difference <= 0:
        return "It helps nobody past the line."
    if state.more < FEW:
        return "It helps hardly anybody past the line."
    return f"It helps 1 in {number(state.needed, 2)} past the line."


def small_and_worth_it(state: Responders) -> bool:
    """Whether a difference of SMALL points helps one in ENOUGH past a line that is no lower than what matters."""
    return state.difference <= SMALL and state.line >= LINE and state.more > 0 and state.needed <= ENOUGH


_PILLS = {name: round(value, 1) for name, value in vars(as_with_pills()).items()}
_APART = {
    "difference": LINE,
    "usual": _PILLS["usual"],
    "spread": sources.value("pain_spread"),
    "line": LINE,
}

PERSON = Declaration(
    title="The mean and the person",
    controls=(
        Slider("difference", "Difference of means", "", "points", 0, 30, _APART["difference"], steps=60),
        Slider("line", "Line that matters", "", "points", 5, 60, LINE, steps=55),
        Slider("spread", "Spread among people", "", "points", 12, 35, _APART["spread"], steps=230),
        Slider("usual", "Fall without treatment", "", "points", -10, 40, _APART["usual"], steps=500),
    ),
    model=Responders,
    picture=PersonPicture,
    sentence=sentence,
    presets={
        "Means a line apart": _APART,
        "Like pills, new pain": _PILLS,
        "Pills, a line far away": _PILLS | {"line": 50},
        "All better, no effect": _APART | {"difference": 0, "usual": 30},
    },
    goal=Goal("6 points apart at most, a line of 15 or more, and yet 1 in 6 is helped past it", small_and_worth_it),
    recorded={
        "difference": (0, 6, 7.5, 15, 22, 30),
        "line": (5, 15, 30, 50),
        "spread": (12, 15, 19.4, 26.7, 35),
        "usual": (-10, 0, 8.4, 12, 20, 30, 40),
    },
)
