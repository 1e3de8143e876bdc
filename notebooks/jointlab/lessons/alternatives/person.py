"""Explorer: a difference of means, and how many people pass a line because of it.

How far checked: textbook model; the shares of one preset are those of a review, its spread and its usual fall are
fitted, for a line that is assumed: shares tell only how far the mean lies from the line.
"""

from jointlab import sources
from jointlab.explorers.declare import Declaration, Goal, Slider
from jointlab.language import _
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
    passing = _("{untreated} of 100 pass the line anyway, {treated} with the treatment.")
    passing = passing.format(untreated=untreated, treated=treated)
    return f"{_changes(state)} {passing} {helped(state)}"


def _changes(state: Responders) -> str:
    """What becomes of pain without the treatment and with it; with it, it never grows more."""
    without, with_it = state.usual, state.usual + state.difference
    if without >= 0:
        told = _("Pain falls by {without} points without the treatment and falls by {with_it} points with it.")
    elif with_it >= 0:
        told = _("Pain grows by {without} points without the treatment and falls by {with_it} points with it.")
    else:
        told = _("Pain grows by {without} points without the treatment and grows by {with_it} points with it.")
    return told.format(without=number(abs(without)), with_it=number(abs(with_it)))


def helped(state: Responders) -> str:
    """How many are helped past the line, in words."""
    if state.difference <= 0:
        return _("It helps nobody past the line.")
    if state.more < FEW:
        return _("It helps hardly anybody past the line.")
    return _("It helps 1 in {count} past the line.").format(count=number(state.needed, 2))


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
    title=_("The mean and the person"),
    controls=(
        Slider("difference", _("Difference of means"), "", "points", 0, 30, _APART["difference"], steps=60),
        Slider("line", _("Line that matters"), "", "points", 5, 60, LINE, steps=55),
        Slider("spread", _("Spread among people"), "", "points", 12, 35, _APART["spread"], steps=230),
        Slider("usual", _("Fall without treatment"), "", "points", -10, 40, _APART["usual"], steps=500),
    ),
    model=Responders,
    picture=PersonPicture,
    sentence=sentence,
    presets={
        _("Means a line apart"): _APART,
        _("Like pills, new pain"): _PILLS,
        _("Pills, a line far away"): _PILLS | {"line": 50},
        _("All better, no effect"): _APART | {"difference": 0, "usual": 30},
    },
    goal=Goal(_("6 points apart at most, a line of 15 or more, and yet 1 in 6 is helped past it"), small_and_worth_it),
    recorded={
        "difference": (0, 6, 7.5, 15, 22, 30),
        "line": (5, 15, 30, 50),
        "spread": (12, 15, 19.4, 26.7, 35),
        "usual": (-10, 0, 8.4, 12, 20, 30, 40),
    },
)
