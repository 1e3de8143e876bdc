"""Explorer: five joints in a row; one is made softer or stiffer. What do the others do?

How far checked: textbook model through the published ranges of ten spines of the dead; what is changed is made up.
"""

import numpy as np

from jointlab.explorers.declare import Build, Choice, Declaration, Goal, Slider
from jointlab.lessons.twist.five_joints_picture import HELD, STIFFEST, FiveJoints, FiveJointsPicture, five_joints
from jointlab.models.body.lumbar_chain import FULL_MOMENT, JOINTS
from jointlab.units import amount, fixed_amount, number, percent

MORE = 0.20  # for the goal: by so much further must the lowest joint turn
_FUSED = 1e9  # N m per degree: what a line gets for a joint that does not turn


def sentence(state: FiveJoints) -> str:
    """What the state shows, in words."""
    name = {"bend": "Bend", "twist": "Twist"}[state.movement]
    whole, moment = fixed_amount(state.whole, "°", 1), amount(round(state.moment, 1), "N m")
    if state.stiffness == 1:
        return f"{name}, all five joints healthy: a moment of {moment} turns them by {whole} together."
    how = "fused" if state.fused else f"{number(state.stiffness)} times as stiff"
    now, before = (fixed_amount(angles[state.at], "°", 1) for angles in (state.angles, state.healthy))
    turns = f"no longer turns (healthy: {before})" if state.fused else f"turns {now} in place of {before}"
    changed = f"{state.changed}, {how}, {turns}"
    if state.held == "moment":
        return f"{name} with the same moment, {moment}. {changed}. The other four turn as before: together {whole}."
    ends = f"The others turn {_others(state)}. It takes {moment}{_beyond(state)}."
    return f"{name} to the same whole turn, {whole}. {changed}. {ends}"


def _others(state: FiveJoints) -> str:
    ends = np.sort(np.abs(state.neighbours))
    low, high = (percent(share) for share in ends[[0, -1]])
    span = low if low == high else f"{low.removesuffix(' %').rstrip()} to {high}"
    return f"{span} {'further' if state.neighbours[0] > 0 else 'less far'}"


def _beyond(state: FiveJoints) -> str:
    return ", more than was measured" if state.moment > FULL_MOMENT * 1.001 else ""


def lowest_turns_further(state: FiveJoints) -> bool:
    """Whether a stiffened joint, not fused, makes the lowest one turn a fifth further in a twist."""
    further = state.angles[0] / state.healthy[0] - 1
    return state.movement == "twist" and state.at != 0 and 1 < state.stiffness < np.inf and further >= MORE


def _inputs(state: FiveJoints) -> dict[str, float]:
    """What the learner's line gets: stiffness of the changed joint, and flexibility of the others."""
    own = state.angles[state.at]
    others = (state.whole - own) / state.moment
    return {"stiffness": state.moment / own if own > 0 else _FUSED, "others": float(others)}


FIVE_JOINTS = Declaration(
    title="Five joints in a row",
    controls=(
        Slider(
            "stiffness", "Its stiffness (right end: fused)", "", "times", 0.25, STIFFEST, 1.0, steps=80, scale="log"
        ),
        Choice("changed", "The joint you change", {joint: joint for joint in reversed(JOINTS)}, "L4-L5"),
        Choice("movement", "Movement", {"twist": "twist", "bend": "bend forward"}, "twist"),
        Choice("held", "What stays the same", HELD, "moment"),
    ),
    model=five_joints,
    picture=FiveJointsPicture,
    sentence=sentence,
    presets={
        "Stiff, same moment": {"stiffness": 4.0},
        "Stiff, same turn": {"stiffness": 4.0, "held": "angle"},
        "Fused, same turn": {"stiffness": STIFFEST, "held": "angle"},
        "Soft, same turn": {"stiffness": 0.25, "held": "angle"},
        "A bend": {"movement": "bend"},
    },
    goal=Goal(
        f"in a twist, make L5-S1 turn {percent(MORE)} further by stiffening another joint, and fuse none",
        lowest_turns_further,
    ),
    build=Build(_inputs, lambda value: f"{percent(value)} of the whole turn"),
)
