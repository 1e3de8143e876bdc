"""Explorer: a forest plot that can be sorted, on one scale at a time, with the difference that matters drawn in.

How far checked: measured; signs and scales are turned by models/evidence/intervals.py, checked against papers.
"""

from jointlab.explorers.declare import Build, Choice, Declaration, Goal, Slider
from jointlab.lessons.alternatives.compared import chosen
from jointlab.lessons.alternatives.forest_picture import Forest, ForestPicture
from jointlab.units import fixed

MANY = 1000  # people, for the goal
HUGE = 1000.0  # what a learner's line gives beyond is told as more than this


def forest(scale: str, against: str, order: str, row: float) -> Forest:
    """The findings that are asked for; `row`: how far down the list to look, from 0 to 1."""
    rows = chosen(scale, against, order)
    return Forest(scale, against, rows, min(int(row * len(rows)), len(rows) - 1), row)


def sentence(state: Forest) -> str:
    """What the marked row says, in words."""
    one, unit = state.here, state.scale
    low, high = sorted((-one.difference.high, -one.difference.low))
    span = f"{unit.number(low)} to {unit.number(high)}"
    printed = f" Printed: {one.printed}." if one.printed else ""
    return (
        f"{one.treatment[0].upper()}{one.treatment[1:]} against {one.comparison}, {one.when}: "
        f"{unit.number(-one.difference.middle)} {unit.unit} better ({span}). {one.people}, {state.certainty}. "
        f"{state.verdict}{printed}"
    )


def sure_and_small(state: Forest) -> bool:
    """Whether the marked row is a comparison with a placebo or sham of MANY people, more than chance, and
    all of it short of the difference that matters."""
    one = state.here
    large = one.n is not None and one.n >= MANY
    return one.against == "sham" and large and one.beyond_chance and -one.difference.low < state.band[0]


def _interval(state: Forest) -> dict[str, float]:
    return {"low": state.here.difference.low, "high": state.here.difference.high}


def _told(error: float) -> str:
    """What the learner's line gives, in words."""
    if abs(error) > HUGE:
        return f"a standard error of {'more' if error > 0 else 'less'} than {fixed(HUGE if error > 0 else -HUGE)}"
    return f"a standard error of {fixed(error, 2)}"


FOREST = Declaration(
    title="A forest you can sort",
    controls=(
        Slider("row", "Down the list", "", "%", 0, 100, 0, steps=100),
        Choice(
            "against",
            "Compared with",
            {
                "nothing": "little or nothing",
                "sham": "placebo or sham",
                "other": "other treatment",
                "all": "all of these",
            },
            "nothing",
        ),
        Choice(
            "scale",
            "Scale",
            {"pain": "pain, points of 100", "daily life": "daily life, points of 100", "spreads": "pain, in spreads"},
            "pain",
        ),
        Choice(
            "order",
            "Sort by",
            {"effect": "largest effect", "certainty": "surest first", "people": "most people"},
            "effect",
        ),
    ),
    model=forest,
    picture=ForestPicture,
    sentence=sentence,
    presets={
        "The largest effect": {},
        "The surest": {"against": "all", "order": "certainty"},
        "Against a pretended one": {"against": "sham", "row": 30},
        "Acupuncture, every way": {"against": "all", "scale": "spreads", "row": 20},
    },
    goal=Goal(
        "against a sham, in 1,000 people or more: more than chance, yet short of the band",
        sure_and_small,
    ),
    recorded={"row": (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100)},
    build=Build(_interval, _told),
)
