"""Explorer: six exercises, moving. What bends, who holds the lowest disc, and what was measured of the muscles.

How far checked: the movements are assumed; the statics is a *textbook model* of a body that is held still at each
moment, so what speed adds is left out. The activities of muscles are *measured*, each in the words of its own study.
"""

from functools import cache, lru_cache

import numpy as np

from jointlab.explorers.declare import Build, Choice, Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.six_exercises import poses
from jointlab.lessons.six_exercises.moving_picture import Moving, MovingPicture
from jointlab.models.body.adult import adult
from jointlab.models.body.contact import reactions
from jointlab.models.body.kinematics import both_arms, leg_points, trunk_points
from jointlab.models.body.lumbar_load import BALANCED, SpineLoad, spine_load
from jointlab.models.body.masses import centre, whole_body
from jointlab.models.body.settle import Settled
from jointlab.units import amount, fixed_amount, span

RUN = 4.0  # s, one repetition
STEPS = 100  # positions of one repetition
GOAL_BEND, GOAL_PRESSED = 10.0, 600.0  # degrees that the back bends, N with which the disc is pressed at most


@lru_cache(maxsize=512)  # played round and round
def moving(exercise: str, at: float) -> Moving:
    """The adult of the course in one of `poses.EXERCISES`, at a share (0…1) of one repetition."""
    settled = poses.frame(exercise, at, adult())
    result = spine_load(adult(), settled.posture, contacts=settled.contacts)
    bears = reactions(adult(), settled.posture, settled.contacts)
    return Moving(exercise, at, settled, _middle(exercise), result, bears)


@cache
def _middle(exercise: str) -> float:
    """The middle, along the floor, of all that the body reaches in one repetition."""
    shares = np.linspace(0, 1, 2 * len(poses.EXERCISES[exercise].ends) + 1)
    reached = [place for share in shares for place in _ends_of(poses.frame(exercise, float(share), adult()))]
    return (min(reached) + max(reached)) / 2


def _ends_of(settled: Settled) -> list[float]:
    """Where head, finger tips, heels and toes are along the floor."""
    posture = settled.posture.with_both_sides()
    trunk = trunk_points(adult(), posture)
    arms = both_arms(adult(), posture, trunk)
    legs = [leg_points(adult(), posture, leg) for leg in (posture.leg, posture.far_leg)]
    points = [trunk.vertex, *(arm.tip for arm in arms), *(leg.heel for leg in legs), *(leg.toe for leg in legs)]
    return [float(point.real) + settled.hip.real for point in points]


def sentence(state: Moving) -> str:
    """What the state shows, in words."""
    bend = float(state.settled.posture.lumbar)
    back = _("The lower back is as in standing.")
    if abs(bend) >= 0.5:
        back = _("The lower back is hollowed by {angle}.") if bend < 0 else _("The lower back is rounded by {angle}.")
    return f"{back.format(angle=fixed_amount(abs(bend), '°'))} {_held(state.result)}"


def _held(result: SpineLoad) -> str:
    moment, pressed = result.moment, _ends(result.compression.low, result.compression.high, "N")
    if result.holding == "either":
        front, back = (span(size, size, "N m") for size in (-moment.low, moment.high))
        told = _(
            "Either side may have to hold: up to {front} in front, or up to {back} behind; the disc L5-S1 is pressed "
            "with {force}."
        )
        return told.format(front=front, back=back, force=pressed)
    low, high = sorted((abs(moment.low), abs(moment.high)))
    behind = _("The back muscles hold {moment}; the disc L5-S1 is pressed with {force}.")
    in_front = _("The muscles in front hold {moment}; the disc L5-S1 is pressed with {force}.")
    told = behind if result.holding == "behind" else in_front
    return told.format(moment=_ends(low, high, "N m"), force=pressed)


def _ends(low: float, high: float, unit: str) -> str:
    """A band from 0 on in words: what may as well be nothing has no lower end."""
    if low >= BALANCED:
        return span(low, high, unit)
    return _("up to {amount}").format(amount=span(high, high, unit))


def gentle(state: Moving) -> bool:
    """Whether the lower back is clearly bent, and yet the disc is pressed little, whichever end of the band is true."""
    return abs(state.settled.posture.lumbar) >= GOAL_BEND and state.result.compression.high <= GOAL_PRESSED


def _beam(state: Moving) -> dict[str, float]:
    """A plank as the learner's line gets it, in m along the floor from the hips; nothing that counts elsewhere, and
    while the knees are down, too."""
    ends = state.plank_ends
    if not ends:
        return dict.fromkeys(("mass", "centre", "elbows", "toes"), float("nan"))
    whole = centre(whole_body(adult(), state.settled.posture))
    return {
        "mass": float(whole.mass),
        "centre": float(whole.place.real),
        "elbows": ends["forearm"].point.real,
        "toes": ends["toes"].point.real,
    }


MOVING = Declaration(
    title=_("Six exercises, moving"),
    controls=(
        Choice("exercise", _("Exercise"), {name: _(name).capitalize() for name in poses.EXERCISES}, "bridge"),
        Slider("at", _("Time in the repetition"), "", "%", 0, 100, 50, steps=STEPS, plays=RUN),
    ),
    model=moving,
    picture=MovingPicture,
    sentence=sentence,
    presets={
        _("Plank, held"): {"exercise": "plank", "at": 50.0},
        _("Cat"): {"exercise": "cat-cow", "at": 25.0},
        _("Cow"): {"exercise": "cat-cow", "at": 75.0},
        _("Bird-dog, held"): {"exercise": "bird-dog", "at": 50.0},
        _("Hamstring stretch, held"): {"exercise": "hamstring stretch", "at": 50.0},
    },
    goal=Goal(
        _("a lower back bent by {angle} or more, and its lowest disc pressed with at most {force}"),
        gentle,
        {"angle": fixed_amount(GOAL_BEND, "°"), "force": amount(GOAL_PRESSED, "N")},
    ),
    build=Build(_beam, lambda value: _("{value} on the toes of a plank").format(value=amount(value, "N"))),
)
