"""Explorer: three angles of a pelvis. One is made of the other two, whatever somebody does.

How far checked: geometry, exact; the drawn bones are a sketch with these angles.
"""

from jointlab.explorers.declare import Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.hamstrings.incidence_picture import RANGE, IncidencePicture, Pelvis
from jointlab.models.body.spinopelvic import measured_angles, sacral_top
from jointlab.units import amount, fixed

GOAL_INCIDENCE, LEVEL = 50.0, 2.0  # degrees: of the person, and by how much the top of the sacrum may slope


def pelvis(incidence: float, tilt: float) -> Pelvis:
    """A pelvis with these angles (degrees), each measured on the drawing by itself."""
    middle, along = sacral_top(incidence, tilt, 1.0)
    return Pelvis(*(float(angle) for angle in measured_angles(0j, middle, along)))


def sentence(state: Pelvis) -> str:
    """What the state shows, in words."""
    told = _("Measured one by one: tilt {tilt} and slope {slope} make {sum}, and the incidence is {incidence}.").format(
        tilt=amount(round(state.tilt), "°"),
        slope=amount(round(state.slope), "°"),
        sum=amount(round(state.tilt + state.slope), "°"),
        incidence=amount(round(state.incidence), "°"),
    )
    return f"{told} {sloping(state.slope)}"


def sloping(slope: float) -> str:
    """Which way the top of the sacrum slopes (degrees), in a sentence."""
    if slope > 90:
        return _("The top of the sacrum hangs over.")
    if slope > 0.5:
        return _("The top of the sacrum slopes forward.")
    return _("The top of the sacrum is level.") if slope > -0.5 else _("The top of the sacrum slopes backward.")


def level_sacrum(state: Pelvis) -> bool:
    """Whether a large incidence has come with a level sacrum."""
    return round(state.incidence, 6) >= GOAL_INCIDENCE and abs(state.slope) <= LEVEL


INCIDENCE = Declaration(
    title=_("Three angles of a pelvis"),
    controls=(
        Slider("tilt", _("Tilt: the posture"), "PT", "°", -15, 60, 6, steps=75),
        Slider("incidence", _("Incidence: the person"), "PI", "°", RANGE.low, RANGE.high, 44, steps=52),
    ),
    model=pelvis,
    picture=IncidencePicture,
    sentence=sentence,
    presets={
        _("Standing"): {"incidence": 44.0, "tilt": 6.0},
        _("The same, sitting"): {"incidence": 44.0, "tilt": 25.0},
        _("Another person, standing"): {"incidence": 65.0, "tilt": 15.0},
        _("Tipped forward"): {"incidence": 44.0, "tilt": -10.0},
    },
    goal=Goal(
        _("a level sacrum in somebody with an incidence of {goal_incidence}° or more"),
        level_sacrum,
        {"goal_incidence": fixed(GOAL_INCIDENCE)},
    ),
)
