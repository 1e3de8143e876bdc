"""Explorer: three angles of a pelvis. One is made of the other two, whatever somebody does.

How far checked: geometry, exact; the drawn bones are a sketch with these angles.
"""

from jointlab.explorers.declare import Declaration, Goal, Slider
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
    parts = f"tilt {amount(round(state.tilt), '°')} and slope {amount(round(state.slope), '°')}"
    return (
        f"Measured one by one: {parts} make {amount(round(state.tilt + state.slope), '°')}, and the incidence is "
        f"{amount(round(state.incidence), '°')}. The top of the sacrum {sloping(state.slope)}."
    )


def sloping(slope: float) -> str:
    """Which way the top of the sacrum slopes (degrees), in words."""
    if slope > 90:
        return "hangs over"
    return "slopes forward" if slope > 0.5 else "is level" if slope > -0.5 else "slopes backward"


def level_sacrum(state: Pelvis) -> bool:
    """Whether a large incidence has come with a level sacrum."""
    return round(state.incidence, 6) >= GOAL_INCIDENCE and abs(state.slope) <= LEVEL


INCIDENCE = Declaration(
    title="Three angles of a pelvis",
    controls=(
        Slider("tilt", "Tilt: the posture", "PT", "°", -15, 60, 6, steps=75),
        Slider("incidence", "Incidence: the person", "PI", "°", RANGE.low, RANGE.high, 44, steps=52),
    ),
    model=pelvis,
    picture=IncidencePicture,
    sentence=sentence,
    presets={
        "Standing": {"incidence": 44.0, "tilt": 6.0},
        "The same, sitting": {"incidence": 44.0, "tilt": 25.0},
        "Another person, standing": {"incidence": 65.0, "tilt": 15.0},
        "Tipped forward": {"incidence": 44.0, "tilt": -10.0},
    },
    goal=Goal(f"a level sacrum in somebody with an incidence of {fixed(GOAL_INCIDENCE)}° or more", level_sacrum),
)
