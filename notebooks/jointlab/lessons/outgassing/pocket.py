"""Explorer: a pocket of gas rests in fluid, the pressure falls; does the pocket hold or does it grow without end?

How far checked: textbook model; a sphere stands in for the pocket, and the surface tension of water for that of joint
fluid.
"""

import numpy as np

from jointlab import sources
from jointlab.explorers.curves import Axis, Curve, Heard, Level, Place
from jointlab.explorers.declare import Declaration, Goal, Slider
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
    fate = "It grows without end"
    if not state.grows:
        swells = fixed(state.swells, 2)
        fate = (
            "It hardly swells, and holds" if swells == "1.00" else f"It swells to {swells} times its radius and holds"
        )
    return (
        f"The surface of a ball of gas ({length(state.radius)} radius) squeezes it with {kilopascals(state.squeeze)}. "
        f"Around it the pressure falls by {kilopascals(state.fall)}, to {_absolute(state.pressure)}. "
        f"{fate}; its limit is {_absolute(state.threshold)}."
    )


def _absolute(pascals: float) -> str:
    """An absolute pressure; one below zero is a tension."""
    if pascals < -500:
        return f"a tension of {kilopascals(-pascals)}"
    return kilopascals(pascals) if pascals >= 500 else "a vacuum"


def small_and_opened(state: Pocket) -> bool:
    """Whether a pocket below the goal's size grows, under a fall that a film has borne."""
    return state.grows and state.radius <= SMALL * 1.001 and state.fall <= BORNE * 1.001


def heard(state: Pocket) -> Heard:
    """How far the pressure must fall for pockets of all sizes."""
    radii = np.geomspace(*RADII, 40)
    return Heard(
        Axis("Radius of the pocket", "µm", *RADII, "log"),
        Axis("Fall of the pressure that makes it grow", "kPa", *FALLS, "log"),
        [
            Curve(
                radii,
                OUTSIDE - threshold(radii),
                level=Level("the fall shown", state.fall),
                place=Place("the pocket shown", state.radius),
            )
        ],
        PLOT,
    )


ENDS = [read_in(end, "µm") for end in RADII]

NUCLEUS = Declaration(
    title="Does the pocket grow?",
    controls=(
        Slider("radius", "Pocket's radius", "R", "µm", *ENDS, 1, steps=150, scale="log"),
        Slider("fall", "Fall of the pressure", "Δp", "kPa", FALLS[0] / 1e3, 200_000, 101, steps=120, scale="log"),
    ),
    model=pocket,
    picture=PocketPicture,
    sentence=sentence,
    presets={
        "A vacuum": {"radius": 1.0, "fall": 101.325},
        "As in one experiment": {"radius": 1.0, "fall": BORNE / 1e3},
        "A pocket one can see": {"radius": 100.0, "fall": 96.0},
        "Hardly a pocket": {"radius": 0.001, "fall": BORNE / 1e3},
    },
    goal=Goal(
        f"open a pocket of {amount(SMALL, 'µm')} or less with a fall of {kilopascals(BORNE)} at most",
        small_and_opened,
    ),
    hear=heard,
)
