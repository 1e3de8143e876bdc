"""Explorer: a forest plot that can be sorted, on one scale at a time, with the difference that matters drawn in.

How far checked: measured; signs and scales are turned by models/evidence/intervals.py, checked against papers.
"""

from jointlab.explorers.declare import Build, Choice, Declaration, Goal, Slider
from jointlab.language import _
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
    one, scale = state.here, state.scale
    low, high = sorted((-one.difference.high, -one.difference.low))
    better = (
        _("{treatment} against {comparison}, {when}: {value} spreads better ({low} to {high}).")
        if one.standardised
        else _("{treatment} against {comparison}, {when}: {value} points better ({low} to {high}).")
    ).format(
        treatment=f"{one.treatment[0].upper()}{one.treatment[1:]}",
        comparison=one.comparison,
        when=one.when,
        value=scale.number(-one.difference.middle),
        low=scale.number(low),
        high=scale.number(high),
    )
    printed = _("Printed: {printed}.").format(printed=one.printed) if one.printed else ""
    return " ".join(filter(None, (better, f"{one.people}, {state.certainty}.", state.verdict, printed)))


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
    if error > HUGE:
        return _("a standard error of more than {error}").format(error=fixed(HUGE))
    if error < -HUGE:
        return _("a standard error of less than {error}").format(error=fixed(-HUGE))
    return _("a standard error of {error}").format(error=fixed(error, 2))


FOREST = Declaration(
    title=_("A forest you can sort"),
    controls=(
        Slider("row", _("Down the list"), "", "%", 0, 100, 0, steps=100),
        Choice(
            "against",
            _("Compared with"),
            {
                "nothing": _("little or nothing"),
                "sham": _("placebo or sham"),
                "other": _("other treatment"),
                "all": _("all of these"),
            },
            "nothing",
        ),
        Choice(
            "scale",
            _("Scale"),
            {
                "pain": _("pain, points of 100"),
                "daily life": _("daily life, points of 100"),
                "spreads": _("pain, in spreads"),
            },
            "pain",
        ),
        Choice(
            "order",
            _("Sort by"),
            {"effect": _("largest effect"), "certainty": _("surest first"), "people": _("most people")},
            "effect",
        ),
    ),
    model=forest,
    picture=ForestPicture,
    sentence=sentence,
    presets={
        _("The largest effect"): {},
        _("The surest"): {"against": "all", "order": "certainty"},
        _("Against a pretended one"): {"against": "sham", "row": 30},
        _("Acupuncture, every way"): {"against": "all", "scale": "spreads", "row": 20},
    },
    goal=Goal(
        _("against a sham, in 1,000 people or more: more than chance, yet short of the band"),
        sure_and_small,
    ),
    recorded={"row": (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100)},
    build=Build(_interval, _told),
)
