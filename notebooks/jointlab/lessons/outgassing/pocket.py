"""Explorer: a pocket of gas rests in fluid, the pressure falls; does the pocket hold or does it grow without end?

How far checked: textbook model; a sphere stands in for the pocket, and the surface tension of water for that of joint
fluid.
"""

import numpy as np

from jointlab import sources
from jointlab.explorers.curves import Axis, Curve, Heard, Level, Place
from jointlab.explorers.declare import Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.outgassing.pocket_picture import (
    FALLS,
    FLUID,
    OUTSIDE,
    PLOT,
    RADII,
    Pocket,
    PocketPicture,
    kilopascals,
    length,
    threshold,
)
from jointlab.models.bubble import blake
from jointlab.models.bubble.statics import equilibrium_radius, resting_bubble
from jointlab.units import amount, fixed, read_in

BORNE = OUTSIDE + sources.observation("lab_tension").value  # Pa: a fall that a film of water is known to have borne
SMALL = 1e-7  # m: the goal
ISOTHERMAL = 1.0


def pocket(radius: float, fall: float) -> Pocket:
    """Pocket of `radius` (m) at rest under the air outside, before the pressure falls by `fall` (Pa)."""
    limit = float(threshold(radius))
    swells = None
    if OUTSIDE - fall > limit:
        bubble = resting_bubble(radius, OUTSIDE, FLUID, ISOTHERMAL)
        swells = equilibrium_radius(bubble, FLUID, OUTSIDE - fall) / radius
    squeeze = float(blake.laplace_pressure(radius, FLUID.surface_tension))
    return Pocket(radius, fall, limit, squeeze, swells)


def sentence(state: Pocket) -> str:
    """What the state shows, in words."""
    squeezed = _(
        "The surface of a ball of gas ({radius} radius) squeezes it with {squeeze}. Around it the pressure falls by "
        "{fall}, to {pressure}."
    ).format(
        radius=length(state.radius),
        squeeze=kilopascals(state.squeeze),
        fall=kilopascals(state.fall),
        pressure=_absolute(state.pressure),
    )
    return f"{squeezed} {_fate(state)}"


def _fate(state: Pocket) -> str:
    """Whether the pocket holds, and its limit."""
    limit, swells = _absolute(state.threshold), 1.0 if state.grows else round(state.swells, 2)
    if state.grows:
        told = _("It grows without end; its limit is {limit}.")
    elif swells == 1:
        told = _("It hardly swells, and holds; its limit is {limit}.")
    else:
        told = _("It swells to {swells} times its radius and holds; its limit is {limit}.")
    return told.format(swells=fixed(swells, 2), limit=limit)


def _absolute(pascals: float) -> str:
    """An absolute pressure; one below zero is a tension."""
    if pascals < -500:
        return _("a tension of {pressure}").format(pressure=kilopascals(-pascals))
    return kilopascals(pascals) if pascals >= 500 else _("a vacuum")


def small_and_opened(state: Pocket) -> bool:
    """Whether a pocket below the goal's size grows, under a fall that a film has borne."""
    return state.grows and state.radius <= SMALL * 1.001 and state.fall <= BORNE * 1.001


def heard(state: Pocket) -> Heard:
    """How far the pressure must fall for pockets of all sizes."""
    radii = np.geomspace(*RADII, 40)
    return Heard(
        Axis(_("Radius of the pocket"), "µm", *RADII, "log"),
        Axis(_("Fall of the pressure that makes it grow"), "kPa", *FALLS, "log"),
        [
            Curve(
                radii,
                OUTSIDE - threshold(radii),
                level=Level(_("the fall shown"), state.fall),
                place=Place(_("the pocket shown"), state.radius),
            )
        ],
        PLOT,
    )


ENDS = [read_in(end, "µm") for end in RADII]

NUCLEUS = Declaration(
    title=_("Does the pocket grow?"),
    controls=(
        Slider("radius", _("Pocket's radius"), "R", "µm", *ENDS, 1, steps=150, scale="log"),
        Slider("fall", _("Fall of the pressure"), "Δp", "kPa", FALLS[0] / 1e3, 200_000, 101, steps=120, scale="log"),
    ),
    model=pocket,
    picture=PocketPicture,
    sentence=sentence,
    presets={
        _("A vacuum"): {"radius": 1.0, "fall": 101.325},
        _("As in one experiment"): {"radius": 1.0, "fall": BORNE / 1e3},
        _("A pocket one can see"): {"radius": 100.0, "fall": 96.0},
        _("Hardly a pocket"): {"radius": 0.001, "fall": BORNE / 1e3},
    },
    goal=Goal(
        _("open a pocket of {radius} or less with a fall of {fall} at most"),
        small_and_opened,
        {"radius": amount(SMALL, "µm"), "fall": kilopascals(BORNE)},
    ),
    hear=heard,
)
