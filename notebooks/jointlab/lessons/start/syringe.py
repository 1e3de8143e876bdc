"""Explorer: a syringe is closed and its plunger moved; what does the pressure inside do?

The toy of the first lesson. It stands for what the course is about: a closed space that gets bigger, and a pressure
that falls.
How far checked: textbook model of the air; as a picture of a joint a toy model, because a joint is full of liquid.
"""

import numpy as np

from jointlab.explorers.curves import Axis, Curve, Heard, Level, Place
from jointlab.explorers.declare import Build, Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.start.syringe_picture import (
    BOTTOM,
    CAPACITY,
    HIGHEST,
    LEFT,
    OUTSIDE,
    RIGHT,
    TOP,
    Syringe,
    SyringePicture,
)
from jointlab.models.gas.boyle import boyle_pressure
from jointlab.units import amount, fixed_amount, in_si, number, read_in

GOAL, LEEWAY = 1 / 3, 0.03  # of the pressure outside; of the goal itself
WORDS = {
    0.2: _("a fifth of the pressure outside"),
    0.25: _("a quarter of the pressure outside"),
    0.33: _("a third of the pressure outside"),
    0.5: _("half the pressure outside"),
    0.75: _("three quarters of the pressure outside"),
    1.5: _("one and a half times the pressure outside"),
    2.0: _("twice the pressure outside"),
}
LEAST = 4e-6  # m³: how far the plunger goes in
DRAWN_VOLUMES = np.geomspace(LEAST, CAPACITY, 80)


def syringe(enclosed: float, plunger: float) -> Syringe:
    """Syringe closed with `enclosed` (m³) of air from the room, its plunger then moved to `plunger` (m³)."""
    pressure = float(boyle_pressure(OUTSIDE, enclosed, plunger))
    return Syringe(enclosed, plunger, pressure, DRAWN_VOLUMES, boyle_pressure(OUTSIDE, enclosed, DRAWN_VOLUMES))


def sentence(state: Syringe) -> str:
    """What the state shows, in words."""
    first, now = (amount(volume, "mL") for volume in (state.enclosed, state.volume))
    inside, room = (fixed_amount(pressure, "kPa") for pressure in (state.pressure, OUTSIDE))
    share = round(state.share, 2)
    if share == 1:
        return _(
            "The plunger stands where it was when the tip was closed: the air fills {now}. Inside and outside the "
            "pressure is the same, {inside}: nothing pushes the plunger."
        ).format(now=now, inside=inside)
    if share < 1:
        told = _(
            "The {first} of air that were closed in now fill {now}. The pressure inside has fallen from {room} to "
            "{inside}, {share}. Let go, and the air outside pushes the plunger in."
        )
    else:
        told = _(
            "The {first} of air that were closed in are squeezed into {now}. The pressure inside has risen from "
            "{room} to {inside}, {share}. Let go, and the air inside pushes the plunger out."
        )
    in_words = WORDS.get(share, _("{number} times the pressure outside").format(number=number(share)))
    return told.format(first=first, now=now, room=room, inside=inside, share=in_words)


def at_a_third(state: Syringe) -> bool:
    """Whether the pressure inside is a third of the pressure outside."""
    return abs(state.share / GOAL - 1) <= LEEWAY


def _closed_in(state: Syringe) -> dict[str, float]:
    """The same air for the learner's line, which calculates in kPa and mL."""
    return {
        "start_pressure": read_in(OUTSIDE, "kPa"),
        "start_volume": read_in(state.enclosed, "mL"),
        "volume": read_in(state.volume, "mL"),
    }


def heard(state: Syringe) -> Heard:
    """The pressure against the volume."""
    return Heard(
        Axis(_("Volume"), "mL", 0.0, CAPACITY),
        Axis(_("Pressure inside"), "kPa", 0.0, HIGHEST),
        [
            Curve(
                state.volumes,
                state.curve,
                level=Level(_("the pressure of the air outside"), OUTSIDE),
                place=Place(_("the syringe as it stands"), state.volume),
            )
        ],
        (LEFT, TOP, RIGHT, BOTTOM),
    )


SYRINGE = Declaration(
    title=_("A closed syringe"),
    controls=(
        Slider("enclosed", _("Air closed in"), "V₁", "mL", 4, 10, 5, steps=60),
        Slider("plunger", _("Plunger at"), "V₂", "mL", read_in(LEAST, "mL"), read_in(CAPACITY, "mL"), 5, steps=160),
    ),
    model=syringe,
    picture=SyringePicture,
    sentence=sentence,
    presets={
        _("Twice the space"): {"enclosed": 5.0, "plunger": 10.0},
        _("Half the space"): {"enclosed": 10.0, "plunger": 5.0},
        _("Twice, with more air"): {"enclosed": 10.0, "plunger": 20.0},
    },
    # Not a quarter: that would answer the prediction.
    goal=Goal(_("bring the pressure down to a third of the air outside"), at_a_third),
    build=Build(_closed_in, lambda value: amount(in_si(value, "kPa"), "kPa")),
    hear=heard,
)
