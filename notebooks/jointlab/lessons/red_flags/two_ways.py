"""Explorer: a line between those who are sent to a doctor and the rest; what both kinds of error cost.

How far checked: toy model; how far the two heaps stand apart is taken from one rule for broken vertebrae.
"""

from jointlab import sources
from jointlab.explorers.curves import Axis, Curve, Heard, Level, Place
from jointlab.explorers.declare import Declaration, Goal, Slider
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
    return (
        f"Of {number(PEOPLE)} people, {about(state.missed)} with something serious are missed, {about(state.needless)} "
        f"are sent needlessly; {of_hundred(state.found)} of 100 serious cases are found. {_verdict(state)}"
    )


def _verdict(state: Line) -> str:
    if state.cost <= NEAR * state.least:
        return "Hardly any line costs less."
    if state.cheapest < state.line:
        return "A line further left would cost less: send more."
    return "A line further right would cost less: send fewer."


def finds_most_at_least_cost(state: Line) -> bool:
    """Whether nine of ten are found by a line than which none costs less, where something serious is rare."""
    return state.base_rate <= RARE * (1 + 1e-9) and state.found >= MOST and state.cost <= NEAR * state.least


def heard(state: Line) -> Heard:
    """The cost of both errors together, wherever the line stands."""
    return Heard(
        Axis("Line, from calm to alarming", "points", *ACROSS),
        Axis("Cost of both errors, in times what it costs to send everybody", "", 0.0, HIGHEST),
        [
            Curve(
                X,
                state.costs[2],
                "Cost of both errors",
                level=Level("what it costs to send everybody", 1.0),
                place=Place("the line shown", state.line),
            )
        ],
        COSTS,
    )


TWO_WAYS = Declaration(
    title="Two ways to be wrong",
    controls=(
        Slider("line", "The line", "", "points", *LINE_ENDS, 1.5, steps=150),
        Slider("base_rate", "Something serious", "", "%", 0.1, 10, 1, steps=100, scale="log"),
        Slider("weight", "A missed case weighs", "", "times", 1, 1000, 10, steps=120, scale="log"),
    ),
    model=Line,
    picture=TwoWaysPicture,
    sentence=sentence,
    presets={
        "Send nearly all": {"line": -2.5, "weight": 100},
        "Send hardly anybody": {"line": 4, "weight": 100},
        "A miss weighs one visit": {"line": 1.5, "weight": 1},
        "Emergency department": {"base_rate": EMERGENCY, "weight": 100},
    },
    goal=Goal(
        f"find {fixed(10 * MOST)} of 10 serious cases by a line of least cost, where at most "
        f"{fixed(read_in(RARE, '%'))} in 100 are serious",
        finds_most_at_least_cost,
    ),
    hear=heard,
)
