"""Explorers: what the lowest disc carries when somebody bends and holds a load; and how that differs between people.

Both show the same free-body picture of the same model; they differ in what the learner may change.
How far checked: textbook model, its net moment checked against a full musculoskeletal model; every force is a band.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from jointlab import sources
from jointlab.explorers.declare import Choice, Declaration, Goal, Slider
from jointlab.lessons.lifting.carry_picture import FreeBodyPicture
from jointlab.models.body.balance import hip_above_floor, standing
from jointlab.models.body.kinematics import Posture, arm_points, trunk_points
from jointlab.models.body.lumbar_load import BALANCED, SpineLoad, spine_load
from jointlab.models.body.segments import Body, body
from jointlab.models.interval import Interval

WOMAN = ("female", 1.68, 65.0)  # sex, height in m, mass in kg: an adult for all who do not choose
STEADY = 20.0  # degrees: legs that lean back farther than this end in a fall; assumed
CLEARANCE = 0.16  # m: how far above the floor the hands stay, so that a load finds room below them
LEAN = 45.0  # degrees, of everybody in the second explorer
GOAL_LOAD, GOAL_PULL = 20.0, 500.0  # kg in the hands, and N of the back muscles, middle of the band
LIMIT_LOAD = 10.0  # kg: the most in the hands for the goal of the second explorer


@dataclass(frozen=True, eq=False)
class Carrying:
    """One state: who stands how, with `hip` (forward + i·up from the ankles, m), `load` in kg, and what follows."""

    body: Body
    posture: Posture
    hip: complex
    load: float
    result: SpineLoad
    limited: bool  # the arms are lifted less than asked for, because the person would fall


@cache
def somebody(sex: str, height: float, mass: float) -> Body:
    """A body of `height` m and `mass` kg; asked for again, the same one."""
    return body(sex, height, mass)


def carrying(person: Body, bend: float, knee: float, reach: float, load: float) -> Carrying:
    """`person` bends by `bend` and the knees by `knee` (degrees), lifts the arms by `reach` from hanging, holds `load`.

    Where the floor is in the way of hanging hands, the arms are lifted as far as it takes; where lifting them would
    topple the person, they are lifted less.
    """
    posture = standing(person, bend, knee, reach, load=load)
    least = 0.0
    for _ in range(2):  # lifted arms shift the balance, and with it the height of the shoulders: look twice
        least = _least_reach(person, posture)
        if least > reach:
            posture = standing(person, bend, knee, least, load=load)
    limited = -posture.leg.ankle > STEADY and reach > least
    if limited:
        tried = np.linspace(least, reach, 10)
        leans_back = -standing(person, bend, knee, tried, load=load).leg.ankle
        allowed = float(np.interp(STEADY, leans_back, tried))
        posture = standing(person, bend, knee, allowed, load=load)
    hip = complex(hip_above_floor(person, posture))
    return Carrying(person, posture, hip, load, spine_load(person, posture, load), limited)


def _least_reach(person: Body, posture: Posture) -> float:
    """How far hanging arms must be lifted for the hands to clear the floor, in degrees."""
    trunk = trunk_points(person, posture)
    shoulder = float((trunk.shoulder + hip_above_floor(person, posture)).imag)
    length = float(abs(arm_points(person, trunk, posture.arm).grip - trunk.shoulder))
    return float(np.degrees(np.arccos(np.clip((shoulder - CLEARANCE) / length, -1, 1))))


def carry(bend: float, knee: float, reach: float, load: float) -> Carrying:
    """The adult of the course, in the posture and with the load (kg) that the controls say."""
    return carrying(somebody(*WOMAN), bend, knee, reach, load)


def who(sex: str, height: float, mass: float, load: float) -> Carrying:
    """Anybody (`height` in cm, `mass` in kg) who leans by LEAN, with a load (kg) in hanging hands."""
    return carrying(somebody(sex, height / 100, mass), LEAN, 0.0, 0.0, load)


def sentence(state: Carrying) -> str:
    """What the state shows, in words."""
    result = state.result
    times = result.muscle.middle / (result.weight.size + result.load.size)
    ratio = f", about {times:.1f} times what they hold up" if times >= 1.05 else ""
    told = f"{_held(result)}{ratio}. The disc L5-S1 is pressed with {_span(result.compression, 'N')}."
    return f"{told} With the arms any farther out the person would fall." if state.limited else told


def _held(result: SpineLoad) -> str:
    """Which muscles hold how large a moment, and how hard they pull for it: both ends of each band, with sides."""
    moment, low, high = result.moment, result.moment.low, result.moment.high
    nothing = min(abs(low), abs(high)) < BALANCED or result.holding == "either"
    pull = _span(result.muscle, "N", nothing)
    if result.holding == "behind":
        return f"The back muscles hold {_span(moment, 'N m', nothing)}; they pull with {pull}"
    if result.holding == "in front":
        size = _span(Interval(-high, -moment.middle, -low), "N m", nothing)
        return f"The weight acts behind the disc: the muscles in front hold {size}; they pull with {pull}"
    front, back = (f"{_rounded(size):,.0f} N m" for size in (-low, high))
    return (
        f"The weight acts nearly over the disc: the moment may be anything from {front} held by the muscles in front "
        f"to {back} held by the back muscles; one or the other pulls with {pull}"
    )


def _span(band: Interval, unit: str, nothing: bool = False) -> str:
    """A band above 0 in words, its ends rounded to what is worth saying; `nothing`: it begins at as good as nothing."""
    low, high = (f"{_rounded(end):,.0f}" for end in (band.low, band.high))
    if nothing:
        return f"up to {high} {unit}"
    return f"{low} to {high} {unit}" if low != high else f"{high} {unit}"


def _rounded(value: float) -> float:
    """Two significant digits; a number of one digit before the point keeps that one."""
    digits = 2 - len(f"{value:.0f}")
    return round(float(value), min(digits, 0))


def suitcases(state: Carrying) -> bool:
    """Whether the load is heavy and the back muscles pull little."""
    return state.load >= GOAL_LOAD and state.result.muscle.middle <= GOAL_PULL


def at_the_limit(state: Carrying) -> bool:
    """Whether the middle of the compression reaches the action limit, although the load is small."""
    return state.load <= LIMIT_LOAD and state.result.compression.middle >= sources.value("action_limit")


CARRY = Declaration(
    title="What the lowest disc carries",
    controls=(
        Slider("bend", "Lean forward", "", "°", -10, 90, 30, steps=100),
        Slider("knee", "Bend the knees", "", "°", 0, 90, 0, steps=90),
        Slider("reach", "Lift the arms", "", "°", 0, 90, 0, steps=90),
        Slider("load", "Load in the hands", "", "kg", 0, 25, 0, steps=50),
    ),
    model=carry,
    picture=FreeBodyPicture,
    sentence=sentence,
    presets={
        "Upright": {"bend": 0.0, "knee": 0.0, "reach": 0.0, "load": 0.0},
        "Over the wash-basin": {"bend": 45.0, "knee": 0.0, "reach": 20.0, "load": 0.0},
        "20 kg, round back": {"bend": 90.0, "knee": 0.0, "reach": 0.0, "load": 20.0},
        "20 kg, bent knees": {"bend": 50.0, "knee": 90.0, "reach": 15.0, "load": 20.0},
        "20 kg, at arm's length": {"bend": 10.0, "knee": 0.0, "reach": 75.0, "load": 20.0},
    },
    goal=Goal(f"{GOAL_LOAD:g} kg in the hands, and back muscles that pull with less than {GOAL_PULL:g} N", suitcases),
)

WHO = Declaration(
    title="The same lean, other people",
    controls=(
        Choice("sex", "Table of body segments", {"female": "of women", "male": "of men"}, "female"),
        Slider("height", "Height", "", "cm", 145, 200, 168, steps=110),
        Slider("mass", "Mass", "", "kg", 45, 130, 65, steps=170),
        Slider("load", "Load in the hands", "", "kg", 0, 25, 5, steps=50),
    ),
    model=who,
    picture=FreeBodyPicture,
    sentence=sentence,
    presets={
        "Short and light": {"sex": "female", "height": 150.0, "mass": 50.0},
        "Tall and light": {"sex": "male", "height": 195.0, "mass": 75.0},
        "Tall and heavy": {"sex": "male", "height": 195.0, "mass": 120.0},
        "Empty hands": {"load": 0.0},
    },
    goal=Goal(f"the middle of the compression at the action limit, with at most {LIMIT_LOAD:g} kg", at_the_limit),
)
