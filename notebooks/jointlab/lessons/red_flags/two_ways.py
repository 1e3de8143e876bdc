"""Explorer: a line between those who are sent to a doctor and the rest; what both kinds of error cost.

How far checked: toy model; how far the two heaps stand apart is taken from one rule for broken vertebrae.
"""

from jointlab import sources
from jointlab.explorers.curves import Axis, Curve, Heard, Level, Place
from jointlab.explorers.declare import Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.red_flags.chances import about, of_hundred
from jointlab.lessons.red_flags.two_ways_picture import (
    ACROSS,
    COSTS,
    HIGHEST,
    LINE_ENDS,
    PEOPLE,
    Line,
    TwoWaysPicture,
    X,
)
from jointlab.units import fixed, number, read_in

RARE, MOST, NEAR = 0.01, 0.9, 1.02  # for the goal: base rate, share that is found, cost over the least
EMERGENCY = round(read_in(sources.observation("emergency_serious").value, "%"), 2)


def sentence(state: Line) -> str:
    """What the state shows, in words."""
    told = _(
        "Of {people} people, {missed} with something serious are missed, {needless} are sent needlessly; {found} of "
        "100 serious cases are found."
    ).format(
        people=number(PEOPLE),
        missed=about(state.missed),
        needless=about(state.needless),
        found=of_hundred(state.found),
    )
    return f"{told} {_verdict(state)}"


def _verdict(state: Line) -> str:
    if state.cost <= NEAR * state.least:
        return _("Hardly any line costs less.")
    if state.cheapest < state.line:
        return _("A line further left would cost less: send more.")
    return _("A line further right would cost less: send fewer.")


def finds_most_at_least_cost(state: Line) -> bool:
    """Whether nine of ten are found by a line than which none costs less, where something serious is rare."""
    return state.base_rate <= RARE * (1 + 1e-9) and state.found >= MOST and state.cost <= NEAR * state.least


def heard(state: Line) -> Heard:
    """The cost of both errors together, wherever the line stands."""
    return Heard(
        Axis(_("Line, from calm to alarming"), "points", *ACROSS),
        Axis(_("Cost of both errors, in times what it costs to send everybody"), "", 0.0, HIGHEST),
        [
            Curve(
                X,
                state.costs[2],
                _("Cost of both errors"),
                level=Level(_("what it costs to send everybody"), 1.0),
                place=Place(_("the line shown"), state.line),
            )
        ],
        COSTS,
    )


TWO_WAYS = Declaration(
    title=_("Two ways to be wrong"),
    controls=(
        Slider("line", _("The line"), "", "points", *LINE_ENDS, 1.5, steps=150),
        Slider("base_rate", _("Something serious"), "", "%", 0.1, 10, 1, steps=100, scale="log"),
        Slider("weight", _("A missed case weighs"), "", "times", 1, 1000, 10, steps=120, scale="log"),
    ),
    model=Line,
    picture=TwoWaysPicture,
    sentence=sentence,
    presets={
        _("Send nearly all"): {"line": -2.5, "weight": 100},
        _("Send hardly anybody"): {"line": 4, "weight": 100},
        _("A miss weighs one visit"): {"line": 1.5, "weight": 1},
        _("Emergency department"): {"base_rate": EMERGENCY, "weight": 100},
    },
    goal=Goal(
        _("find {found} of 10 serious cases by a line of least cost, where at most {share} in 100 are serious"),
        finds_most_at_least_cost,
        {"found": fixed(10 * MOST), "share": fixed(read_in(RARE, "%"))},
    ),
    hear=heard,
)
