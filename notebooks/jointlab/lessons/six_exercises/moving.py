"""Explorer: six exercises, moving. What bends, who holds the lowest disc, and what was measured of the muscles.

How far checked: the movements are assumed; the statics is a *textbook model* of a body that is held still at each
moment, so what speed adds is left out. The activities of muscles are *measured*, each in the words of its own study.
"""

from functools import cache, lru_cache

import numpy as np

from jointlab.explorers.declare import Build, Choice, Declaration, Goal, Slider
from jointlab.lessons.six_exercises import poses
from jointlab.lessons.six_exercises.moving_picture import Moving, MovingPicture
from jointlab.models.body.adult import adult
from jointlab.models.body.contact import reactions
from jointlab.models.body.kinematics import both_arms, leg_points, trunk_points
from jointlab.models.body.lumbar_load import BALANCED, SpineLoad, spine_load
from jointlab.models.body.masses import centre, whole_body
from jointlab.models.body.settle import Settled
from jointlab.units import amount, fixed, span

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
    way = "hollowed" if bend < 0 else "rounded"
    back = f"The lower back is {way} by {fixed(abs(bend))}°" if abs(bend) >= 0.5 else "The lower back is as in standing"
    pressed = _ends(state.result.compression.low, state.result.compression.high, "N")
    return f"{back}. {_held(state.result)}; the disc L5-S1 is pressed with {pressed}."


def _held(result: SpineLoad) -> str:
    moment = result.moment
    if result.holding == "either":
        front, back = (span(size, size, "N m") for size in (-moment.low, moment.high))
        return f"Either side may have to hold: up to {front} in front, or up to {back} behind"
    low, high = sorted((abs(moment.low), abs(moment.high)))
    who = "The back muscles hold" if result.holding == "behind" else "The muscles in front hold"
    return f"{who} {_ends(low, high, 'N m')}"


def _ends(low: float, high: float, unit: str) -> str:
    """A band from 0 on in words: what may as well be nothing has no lower end."""
    return f"up to {span(high, high, unit)}" if low < BALANCED else span(low, high, unit)


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
    title="Six exercises, moving",
    controls=(
        Choice("exercise", "Exercise", {name: name.capitalize() for name in poses.EXERCISES}, "bridge"),
        Slider("at", "Time in the repetition", "", "%", 0, 100, 50, steps=STEPS, plays=RUN),
    ),
    model=moving,
    picture=MovingPicture,
    sentence=sentence,
    presets={
        "Plank, held": {"exercise": "plank", "at": 50.0},
        "Cat": {"exercise": "cat-cow", "at": 25.0},
        "Cow": {"exercise": "cat-cow", "at": 75.0},
        "Bird-dog, held": {"exercise": "bird-dog", "at": 50.0},
        "Hamstring stretch, held": {"exercise": "hamstring stretch", "at": 50.0},
    },
    goal=Goal(
        f"a lower back bent by {fixed(GOAL_BEND)}° or more, and its lowest disc pressed with at most "
        f"{amount(GOAL_PRESSED, 'N')}",
        gentle,
    ),
    build=Build(_beam, lambda value: f"{amount(value, 'N')} on the toes of a plank"),
)
