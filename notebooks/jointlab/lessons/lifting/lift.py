"""Explorer: the revised NIOSH lifting equation as one drawn lift. What do its six distances cost?

How far checked: the equation is checked against the manual; how the drawn person bends and reaches is a toy model and
enters no number.
"""

from functools import lru_cache

from jointlab.explorers.declare import Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.lifting.lift_picture import Lift, LiftPicture, Pose
from jointlab.models.body.adult import adult
from jointlab.models.body.balance import hip_above_floor
from jointlab.models.body.kinematics import Posture
from jointlab.models.body.niosh import Hands, Limit, assess
from jointlab.models.body.reach import reaching
from jointlab.units import amount, fixed, fixed_amount

LOAD = 10.0  # kg, of the box
USUAL = {"frequency": 1, "duration": "short", "coupling": "fair"}  # lifts a minute, for up to an hour
NEAR = 0.25  # m in front of the ankles, where the box is set down
FROM_THE_FLOOR, GOAL_LIMIT = 0.20, 15.0  # m that the hands may be above the floor, and kg to be allowed, for the goal
WITHIN = 0.015  # m by which the hands may miss the box and still be said to reach it
LOSSES = {
    "HM": _("There most is lost by how far in front the hands are: {letters} = {share}."),
    "VM": _("There most is lost by the height of the hands: {letters} = {share}."),
    "DM": _("There most is lost by the way up or down: {letters} = {share}."),
    "AM": _("There most is lost by the twist: {letters} = {share}."),
    "FM": _("There most is lost by how often it is lifted: {letters} = {share}."),
    "CM": _("There most is lost by the grip: {letters} = {share}."),
}
DECIDES = {
    "start": _("The limit is {limit}, and the start of the lift decides."),
    "end": _("The limit is {limit}, and the end of the lift decides."),
}


@lru_cache(maxsize=512)
def _stand(horizontal: float, height: float) -> tuple[Posture, complex, bool]:
    """Posture, hips and whether the hands reach; remembered, because one control moves one end only."""
    found = reaching(adult(), horizontal, height, LOAD)
    return found.posture, complex(hip_above_floor(adult(), found.posture)), found.miss <= WITHIN


def _pose(hands: Hands, limit: Limit) -> Pose:
    posture, hip, reached = _stand(hands.horizontal, hands.height)
    return Pose(posture, hip, complex(hands.horizontal, hands.height), reached, limit)


def lift(horizontal: float, start: float, end: float, twist: float) -> Lift:
    """From `horizontal` m in front and `start` m up, `twist` degrees to the side, to `end` m up, near and ahead."""
    origin, destination = Hands(horizontal, start, twist), Hands(NEAR, end)
    judged = assess(LOAD, origin, destination, control=True, **USUAL)
    poses = _pose(origin, judged.ends["origin"]), _pose(destination, judged.ends["destination"])
    return Lift(adult(), *poses, twist, judged)


def sentence(state: Lift) -> str:
    """What the state shows, in words."""
    if state.judged.outside:
        return " ".join((_("The equation allows no load here, not one kilogram."), *state.judged.outside))
    told = (
        DECIDES[state.decides],
        LOSSES[state.worst],
        _("The box of {load} is beyond the limit: lifting index {index}.")
        if state.judged.index > 1
        else _("The box of {load} is within the limit: lifting index {index}."),
    )
    return " ".join(told).format(
        limit=fixed_amount(state.judged.limit, "kg", 1),
        letters=state.worst,
        share=fixed(state.ends[state.decides].limit.multipliers[state.worst], 2),
        load=amount(state.judged.load, "kg"),
        index=fixed(state.judged.index, 2),
    )


def heavy_from_the_floor(state: Lift) -> bool:
    """Whether a lift that starts at the floor is allowed a heavy load."""
    return state.start.hands.imag <= FROM_THE_FLOOR + 1e-9 and state.judged.limit >= GOAL_LIMIT


LIFT = Declaration(
    title=_("One lift, six distances"),
    controls=(
        Slider("horizontal", _("Reach at start"), "H", "cm", 20, 70, 40, steps=50),
        Slider("start", _("Height at start"), "V", "cm", 5, 185, 30, steps=180),
        Slider("end", _("Height at end"), "V", "cm", 5, 185, 100, steps=180),
        Slider("twist", _("Twist at start"), "A", "°", 0, 150, 0, steps=150),
    ),
    model=lift,
    picture=LiftPicture,
    sentence=sentence,
    presets={
        _("Nearly ideal"): {"horizontal": 25.0, "start": 75.0, "end": 90.0, "twist": 0.0},
        _("From the floor"): {"horizontal": 40.0, "start": 10.0, "end": 75.0, "twist": 0.0},
        _("At arm's length"): {"horizontal": 63.0, "start": 75.0, "end": 90.0, "twist": 0.0},
        _("Over a counter"): {"horizontal": 60.0, "start": 100.0, "end": 120.0, "twist": 0.0},
        _("Twisted"): {"horizontal": 30.0, "start": 75.0, "end": 90.0, "twist": 90.0},
    },
    goal=Goal(
        _("from the floor (hands at {height} or lower), a limit of {limit} or more"),
        heavy_from_the_floor,
        {"height": amount(FROM_THE_FLOOR, "cm"), "limit": amount(GOAL_LIMIT, "kg")},
    ),
)
