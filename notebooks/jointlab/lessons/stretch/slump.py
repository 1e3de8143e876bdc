"""Explorer: somebody sits slumped for a time, then rests. How much further does the back bend?

How far checked: creep checked against papers (people who were bent as far as they could); the way back is a toy fit.
"""

import numpy as np

from jointlab.explorers.curves import Axis, Curve, Heard, Place
from jointlab.explorers.declare import Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.stretch.slump_picture import FOOT, LAST, LEFT, MOST, RIGHT, TOP, UPRIGHT, Slump, SlumpPicture
from jointlab.models.tissue.creep import Recovery, crept, one_time, two_times
from jointlab.units import amount, fixed_amount, in_si, percent

APART, SHORTER = 1.8, in_si(30.0, "minutes")  # degrees between the two ways back, and s of a slump, for the goal


def slump(held: float, rested: float) -> Slump:
    """Bent fully for `held` s, then upright for `rested` s."""
    most = float(crept(held))
    return Slump(held, rested, most, most * float(two_times().left(rested)), most * float(one_time().left(rested)))


def sentence(state: Slump) -> str:
    """What the state shows, in words."""
    held, further = amount(state.held, "minutes"), fixed_amount(state.crept, "degrees", 1)
    if state.rested == 0:
        told = _("Bent for {time}, the back bends {angle} further than at the start.")
        return told.format(time=held, angle=further)
    bent = _("Bent for {time}, the back bends {angle} further.").format(time=held, angle=further)
    left = _("After {time} upright {angle} of that are left ({share}) by two times; by one time {other}.").format(
        time=amount(state.rested, "minutes"),
        angle=fixed_amount(state.left, "degrees", 1),
        share=percent(state.left / state.crept),
        other=fixed_amount(state.left_one, "degrees", 1),
    )
    return f"{bent} {left}"


def ways_part(state: Slump) -> bool:
    """Whether the two ways back are far from each other though the slump was not long."""
    return state.held < SHORTER and state.left - state.left_one >= APART


def heard(state: Slump) -> Heard:
    """How much further the back bends over time, by both ways back."""
    last = in_si(LAST, "minutes")
    bending, after = np.linspace(0.0, state.held, 40), np.minimum(in_si(UPRIGHT, "minutes"), last - state.held)
    time = np.concatenate([bending, state.held + after])

    def curve(way: Recovery, name: str, place: Place | None = None) -> Curve:
        return Curve(time, np.concatenate([crept(bending), state.crept * way.left(after)]), name, place=place)

    return Heard(
        Axis(_("Time"), "minutes", 0.0, last),
        Axis(_("Further bend of the back"), "degrees", 0.0, MOST),
        [
            curve(two_times(), _("Two times"), Place(_("the moment shown"), state.held + state.rested)),
            curve(one_time(), _("One time")),
        ],
        (LEFT, TOP, RIGHT, FOOT),
    )


SLUMP = Declaration(
    title=_("Slumped, then upright"),
    controls=(
        Slider("held", _("Slumped for"), "", "minutes", 1, 40, 20, steps=39),
        Slider("rested", _("Then upright for"), "", "minutes", 0, 60, 0, steps=60),
    ),
    model=slump,
    picture=SlumpPicture,
    sentence=sentence,
    presets={
        _("20 minutes slumped"): {"held": 20.0, "rested": 0.0},
        _("… and 2 upright"): {"held": 20.0, "rested": 2.0},
        _("… and 20 upright"): {"held": 20.0, "rested": 20.0},
        _("Only 3 minutes"): {"held": 3.0, "rested": 0.0},
    },
    goal=Goal(
        _("the two ways back {angle} or more apart, after a slump of less than {time}"),
        ways_part,
        {"angle": amount(APART, "degrees"), "time": amount(SHORTER, "minutes")},
    ),
    hear=heard,
)
