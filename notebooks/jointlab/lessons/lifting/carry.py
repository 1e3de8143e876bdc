"""Explorers: what the lowest disc carries when somebody bends and holds a load; and how that differs between people.

Both show the same free-body picture of the same model; they differ in what the learner may change.
How far checked: textbook model, its net moment checked against a full musculoskeletal model; every force is a band.
"""

from functools import lru_cache

from jointlab import sources
from jointlab.explorers.declare import Build, Choice, Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.lifting.bending_picture import BendingPicture
from jointlab.lessons.lifting.carry_picture import Carrying
from jointlab.lessons.lifting.people_picture import HEAVIEST, PeoplePicture
from jointlab.models.body.adult import SEX, adult
from jointlab.models.body.balance import hip_above_floor
from jointlab.models.body.carrying import carrying
from jointlab.models.body.lumbar_load import BALANCED, SpineLoad, spine_load
from jointlab.models.body.segments import Body, body
from jointlab.models.interval import Interval
from jointlab.units import amount, fixed, number, rounded, with_unit

LEAN = 45.0  # degrees, of everybody in the second explorer
GOAL_LOAD, GOAL_PULL = 20.0, 500.0  # kg in the hands, and N of the muscles, upper end of the band
STANDING = 0.3  # times the body's weight: muscles that pull with less hardly tell what presses the disc

_LIMIT = amount(sources.value("action_limit"), "N")

_somebody = lru_cache(maxsize=64)(body)  # asked for again, the same object, whose outlines a drawing knows already


def _holding(person: Body, bend: float, knee: float, reach: float, load: float) -> Carrying:
    """`person` bends by `bend` and the knees by `knee`, lifts the arms by `reach` (degrees), holds `load` (kg)."""
    carried = carrying(person, bend, knee, reach, load)
    hip = complex(hip_above_floor(person, carried.posture))
    result = spine_load(person, carried.posture, load)
    return Carrying(person, carried.posture, hip, load, result, carried.limited)


def carry(bend: float, knee: float, reach: float, load: float) -> Carrying:
    """The adult of the course, in the posture (degrees) and with the load (kg) that the controls say."""
    return _holding(adult(), bend, knee, reach, load)


def who(sex: str, height: float, mass: float, load: float) -> Carrying:
    """Anybody (`height` in m, `mass` in kg) who leans by LEAN, with a load (kg) in hanging hands."""
    return _holding(_somebody(sex, height, mass), LEAN, 0.0, 0.0, load)


def sentence(state: Carrying) -> str:
    """What the state shows, in words."""
    result = state.result
    times = result.muscle.middle / (state.body.mass * sources.value("gravity"))
    pull = _span(result.muscle, "N", _begins_at_nothing(result))
    if times >= STANDING:
        pull = _("{pull}, about {times} times the body's weight").format(pull=pull, times=number(times, 2))
        pressed = _("The disc L5-S1 is pressed with {force}.")
    else:
        pressed = _(
            "The disc L5-S1 is pressed with {force} or more: muscles that pull against each other are left out."
        )
    told = (
        _held(result, pull),
        pressed.format(force=_span(result.compression, "N")),
        _beyond_strength(state),
        _about_to_fall(state),
    )
    return " ".join(filter(None, told))


def _beyond_strength(state: Carrying) -> str:
    """That few people could hold this, if it is so; how strong women are was seen, how strong men are was not."""
    strongest = sources.observation("back_strength_women")
    if state.body.sex != "female" or state.result.moment.low <= strongest.value:
        return ""
    return _("Few could hold this: the strongest of {count} women reached {moment}.").format(
        count=strongest.n, moment=amount(strongest.value, "N m")
    )


def _about_to_fall(state: Carrying) -> str:
    return _("Farther out, the person would fall.") if state.limited else ""


def _held(result: SpineLoad, pull: str) -> str:
    """Which muscles hold how large a moment, and how hard they `pull` for it: both ends of each band, with sides."""
    moment, low, high = result.moment, result.moment.low, result.moment.high
    nothing = _begins_at_nothing(result)
    if result.holding == "behind":
        told = _("The back muscles hold {moment}; they pull with {pull}.")
        return told.format(moment=_span(moment, "N m", nothing), pull=pull)
    if result.holding == "in front":
        held = _span(Interval(-high, -moment.middle, -low), "N m", nothing)
        told = _("The weight acts behind the disc: the muscles in front hold {moment}; they pull with {pull}.")
        return told.format(moment=held, pull=pull)
    front, back = (with_unit(_few_digits(size), "N m") for size in (-low, high))
    told = _(
        "The weight acts nearly over the disc: muscles in front hold up to {front}, or back muscles up to {back}; they "
        "pull with {pull}."
    )
    return told.format(front=front, back=back, pull=pull)


def _begins_at_nothing(result: SpineLoad) -> bool:
    """Whether the muscles may as well have nothing to hold."""
    return min(abs(result.moment.low), abs(result.moment.high)) < BALANCED or result.holding == "either"


def _span(band: Interval, unit: str, nothing: bool = False) -> str:
    """A band above 0 in words, its ends rounded to what is worth saying; `nothing`: it begins at as good as nothing."""
    low, high = (_few_digits(end) for end in (band.low, band.high))
    if nothing:
        return _("up to {amount}").format(amount=with_unit(high, unit))
    return with_unit(_("{low} to {high}").format(low=low, high=high) if low != high else high, unit)


def _few_digits(value: float) -> str:
    """Two digits at most, and none behind the point."""
    return rounded(value) if abs(value) >= 10 else fixed(value)


def suitcases(state: Carrying) -> bool:
    """Whether the load is heavy and the muscles pull little, wherever in their band the truth lies."""
    return state.load >= GOAL_LOAD and state.result.muscle.high <= GOAL_PULL


def light_with_a_heavy_load(state: Carrying) -> bool:
    """Whether the whole band of the compression lies below the action limit, although the load is the heaviest."""
    return state.load >= HEAVIEST and state.result.compression.high < sources.value("action_limit")


def _balance(state: Carrying) -> dict[str, float]:
    """What turns the trunk forward and what holds it, in the middle of the bands, as the learner's line gets it."""
    result, gravity = state.result, sources.value("gravity")
    return {
        "trunk_mass": float(result.weight.size) / gravity,
        "trunk_arm": float(result.weight_arm),
        "load": state.load,
        "load_arm": float(result.load_arm),
        "muscle_arm": sources.value("extensor_arm"),
    }


def _pulls(force: float) -> str:
    """What the learner's line gives; the balance comes out below 0 where the weight acts behind the disc."""
    pull = amount(force, "N")
    return (
        _("a pull of {pull}").format(pull=pull) if force >= 0 else _("{pull}, so the front must pull").format(pull=pull)
    )


CARRY = Declaration(
    title=_("What the lowest disc carries"),
    controls=(
        Slider("bend", _("Lean forward"), "", "°", -10, 90, 30, steps=100),
        Slider("knee", _("Bend the knees"), "", "°", 0, 90, 0, steps=90),
        Slider("reach", _("Lift the arms"), "", "°", 0, 90, 0, steps=90),
        Slider("load", _("Load in the hands"), "", "kg", 0, HEAVIEST, 0, steps=50),
    ),
    model=carry,
    picture=BendingPicture,
    sentence=sentence,
    presets={
        _("Upright"): {"bend": 0.0, "knee": 0.0, "reach": 0.0, "load": 0.0},
        _("Over the wash-basin"): {"bend": 45.0, "knee": 0.0, "reach": 20.0, "load": 0.0},
        _("20 kg, round back"): {"bend": 90.0, "knee": 0.0, "reach": 0.0, "load": 20.0},
        _("20 kg, bent knees"): {"bend": 50.0, "knee": 90.0, "reach": 15.0, "load": 20.0},
        _("20 kg, at arm's length"): {"bend": 10.0, "knee": 0.0, "reach": 75.0, "load": 20.0},
    },
    goal=Goal(
        _("{load} in the hands, and muscles that pull with {pull} at most"),
        suitcases,
        {"load": amount(GOAL_LOAD, "kg"), "pull": amount(GOAL_PULL, "N")},
    ),
    build=Build(_balance, _pulls),
)

WHO = Declaration(
    title=_("The same lean, other people"),
    controls=(
        Choice("sex", _("Table of body segments"), {"female": _("of women"), "male": _("of men")}, SEX),
        Slider.of_constant("adult_height", _("Height"), "", "cm", name="height", steps=110),
        Slider.of_constant("adult_mass", _("Mass"), "", "kg", name="mass", steps=170),
        Slider("load", _("Load in the hands"), "", "kg", 0, HEAVIEST, 5, steps=50),
    ),
    model=who,
    picture=PeoplePicture,
    sentence=sentence,
    presets={
        _("Short and light"): {"sex": "female", "height": 150.0, "mass": 50.0},
        _("Tall and light"): {"sex": "male", "height": 195.0, "mass": 75.0},
        _("Tall and heavy"): {"sex": "male", "height": 195.0, "mass": 120.0},
        _("Empty hands"): {"load": 0.0},
    },
    goal=Goal(
        _("{load} in the hands, and all of the compression below {limit}"),
        light_with_a_heavy_load,
        {"load": amount(HEAVIEST, "kg"), "limit": _LIMIT},
    ),
)
