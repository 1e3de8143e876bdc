"""Explorer: a cavity opens in a millilitre of joint fluid; what comes into it, and at which pressure?

How far checked: textbook model of a balance, with the tensions of venous blood; whether a real cavity has come into
balance depends on its age.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from jointlab import sources
from jointlab.explorers.curves import Axis, Curve, Heard, Level, Place
from jointlab.explorers.declare import Build, Choice, Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.outgassing.cavity_picture import (
    DIOXIDE,
    MILLILITRE,
    OUTSIDE,
    PLOT,
    SIZES,
    TOLD,
    Cavity,
    CavityPicture,
)
from jointlab.models.gas import henry
from jointlab.models.gas.joint_gases import JointGases, joint_gases
from jointlab.units import amount, in_si, percent, read_in

REPORTED = round(read_in(sources.observation("cavity_ratio").value, "%"), 1)  # % of the fluid's volume
RATIO = in_si(REPORTED, "%")
FORMULAS = {"co2": "carbon dioxide", "n2": "nitrogen", "o2": "oxygen"}
LEEWAY = 0.01  # of the goal, as a share
DRAWN_RATIOS = np.geomspace(*SIZES, 25)
DIOXIDE_RANGE = [round(read_in(end, "kPa"), 2) for end in (DIOXIDE.tension_low, DIOXIDE.tension_high, DIOXIDE.tension)]


def cavity(size: float, carbon_dioxide: float, supply: str) -> Cavity:
    """Cavity of `size` (over the fluid's volume) in fluid with `carbon_dioxide` (Pa); `supply`: none, bicarbonate."""
    gases, held = _gases(carbon_dioxide), supply == "bicarbonate"
    inside = _inside(gases, np.array(size), held)
    return Cavity(
        ratio=size,
        names=gases.names,
        before=gases.tension,
        inside=inside,
        left=henry.content(inside, gases.solubility),
        vapour=sources.value("vapour_pressure"),
        ratios=DRAWN_RATIOS,
        mixture=henry.shares(_inside(gases, DRAWN_RATIOS[:, None], held)),
        held=held,
    )


@cache
def _gases(carbon_dioxide: float) -> JointGases:
    return joint_gases(carbon_dioxide)


def _inside(gases: JointGases, ratio: NDArray, held: bool) -> NDArray:
    kept = [held and name == DIOXIDE.name for name in gases.names]
    return henry.cavity_pressures(gases.tension, gases.solubility, ratio, gases.temperature, kept)


def sentence(state: Cavity) -> str:
    """What the state shows, in words."""
    dioxide, nitrogen, oxygen = map(percent, state.share)
    holds = _(
        "A cavity of {size} of the fluid's volume holds gas that is {dioxide} carbon dioxide, {nitrogen} nitrogen and "
        "{oxygen} oxygen."
    ).format(size=amount(state.ratio, "%"), dioxide=dioxide, nitrogen=nitrogen, oxygen=oxygen)
    return f"{holds} {_pressure_and_loss(state)}"


def _pressure_and_loss(state: Cavity) -> str:
    """How hard the gas presses, and what the fluid has lost to it."""
    pressure = amount(state.pressure, "kPa")
    if state.pressure > OUTSIDE:
        told = _("With the vapour its pressure is {pressure}, more than the air outside: such a fluid would fizz.")
        return told.format(pressure=pressure)
    presses = _("With the vapour its pressure is {pressure}.").format(pressure=pressure)
    dioxide, nitrogen, _oxygen = (percent(share) if share >= 0.01 else _("less than 1 %") for share in state.released)
    left = (
        _("Of the nitrogen {nitrogen} has left the fluid; the carbon dioxide is replaced.")
        if state.held
        else _("Of the nitrogen {nitrogen} has left the fluid; of the carbon dioxide {dioxide}.")
    )
    return f"{presses} {left.format(nitrogen=nitrogen, dioxide=dioxide)}"


def as_told(state: Cavity) -> bool:
    """Whether the gas is four fifths carbon dioxide."""
    return abs(state.carbon_dioxide - TOLD) <= LEEWAY


def _dissolved(state: Cavity) -> dict[str, float]:
    """For the learner's line: what the fluid held before, in kPa, and µmol in 1 mL for each kPa."""
    dissolves = read_in(joint_gases().solubility, "µmol") * MILLILITRE / read_in(1, "kPa")
    held = {f"p_{short}": read_in(state.of(name, state.before), "kPa") for short, name in FORMULAS.items()}
    held |= {f"h_{short}": state.of(name, dissolves) for short, name in FORMULAS.items()}
    return {name: float(value) for name, value in held.items()}


def heard(state: Cavity) -> Heard:
    """The share of carbon dioxide in cavities of all sizes."""
    return Heard(
        Axis(_("Size of the cavity"), "%", *SIZES, "log"),
        Axis(_("Share of carbon dioxide"), "%", 0.0, 1.0),
        [
            Curve(
                state.ratios,
                state.of(DIOXIDE.name, state.mixture),
                level=Level(_("the share that was reported"), TOLD),
                place=Place(_("the cavity shown"), state.ratio),
            )
        ],
        PLOT,
    )


ENDS = [read_in(end, "%") for end in SIZES]

GAS = Declaration(
    title=_("What is in the cavity?"),
    controls=(
        Slider("size", _("Size of the cavity"), "", "%", *ENDS, REPORTED, steps=120, scale="log"),
        Slider("carbon_dioxide", _("Carbon dioxide in the fluid"), "", "kPa", *DIOXIDE_RANGE, steps=80),
        Choice(
            "supply",
            _("Carbon dioxide that has left"),
            {"none": _("is not replaced"), "bicarbonate": _("is replaced, from bicarbonate")},
            "none",
        ),
    ),
    model=cavity,
    picture=CavityPicture,
    sentence=sentence,
    presets={
        _("Just a speck"): {"size": 0.1, "supply": "none"},
        _("As large as reported"): {"size": REPORTED, "supply": "none"},
        _("Very large"): {"size": 200.0, "supply": "none"},
        _("Bicarbonate helps"): {"size": REPORTED, "supply": "bicarbonate"},
    },
    goal=Goal(_("make a cavity whose gas is {share} carbon dioxide"), as_told, {"share": percent(TOLD)}),
    build=Build(_dissolved, lambda value: _("{share} of all dissolved gas").format(share=percent(value))),
    hear=heard,
)
