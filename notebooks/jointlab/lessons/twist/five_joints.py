"""Explorer: five joints in a row; one is made softer or stiffer. What do the others do?

How far checked: textbook model through the published ranges of ten spines of the dead; what is changed is made up.
"""

import numpy as np

from jointlab.explorers.declare import Build, Choice, Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.twist.five_joints_picture import HELD, STIFFEST, FiveJoints, FiveJointsPicture, five_joints
from jointlab.models.body.lumbar_chain import FULL_MOMENT, JOINTS
from jointlab.units import amount, fixed_amount, number, percent

HEALTHY = {
    "bend": _("Bend, all five joints healthy: a moment of {moment} turns them by {whole} together."),
    "twist": _("Twist, all five joints healthy: a moment of {moment} turns them by {whole} together."),
}
SAME_MOMENT = {
    "bend": _("Bend with the same moment, {moment}."),
    "twist": _("Twist with the same moment, {moment}."),
}
SAME_TURN = {
    "bend": _("Bend to the same whole turn, {whole}."),
    "twist": _("Twist to the same whole turn, {whole}."),
}
MORE = 0.20  # for the goal: by so much further must the lowest joint turn
_FUSED = 1e9  # N m per degree: what a line gets for a joint that does not turn


def sentence(state: FiveJoints) -> str:
    """What the state shows, in words."""
    whole, moment = fixed_amount(state.whole, "°", 1), amount(round(state.moment, 1), "N m")
    if state.stiffness == 1:
        return HEALTHY[state.movement].format(moment=moment, whole=whole)
    begins = (SAME_MOMENT if state.held == "moment" else SAME_TURN)[state.movement]
    changed = _("{joint}, {times} times as stiff, turns {now} in place of {before}.")
    if state.fused:
        changed = _("{joint}, fused, no longer turns (healthy: {before}).")
    if state.held == "moment":
        ends = _("The other four turn as before: together {whole}.")
    else:
        ends = f"{_others(state)} {_takes(state)}"
    now, before = (fixed_amount(angles[state.at], "°", 1) for angles in (state.angles, state.healthy))
    return f"{begins} {changed} {ends}".format(
        moment=moment, whole=whole, joint=state.changed, times=number(state.stiffness), now=now, before=before
    )


def _others(state: FiveJoints) -> str:
    low, high = (percent(share) for share in np.sort(np.abs(state.neighbours))[[0, -1]])
    span = low if low == high else _("{low} to {high}").format(low=low.removesuffix(" %").rstrip(), high=high)
    told = _("The others turn {share} further.") if state.neighbours[0] > 0 else _("The others turn {share} less far.")
    return told.format(share=span)


def _takes(state: FiveJoints) -> str:
    if state.moment > FULL_MOMENT * 1.001:
        return _("It takes {moment}, more than was measured.")
    return _("It takes {moment}.")


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
    title=_("Five joints in a row"),
    controls=(
        Slider(
            "stiffness", _("Its stiffness (right end: fused)"), "", "times", 0.25, STIFFEST, 1.0, steps=80, scale="log"
        ),
        Choice("changed", _("The joint you change"), {joint: joint for joint in reversed(JOINTS)}, "L4-L5"),
        Choice("movement", _("Movement"), {"twist": _("twist"), "bend": _("bend forward")}, "twist"),
        Choice("held", _("What stays the same"), HELD, "moment"),
    ),
    model=five_joints,
    picture=FiveJointsPicture,
    sentence=sentence,
    presets={
        _("Stiff, same moment"): {"stiffness": 4.0},
        _("Stiff, same turn"): {"stiffness": 4.0, "held": "angle"},
        _("Fused, same turn"): {"stiffness": STIFFEST, "held": "angle"},
        _("Soft, same turn"): {"stiffness": 0.25, "held": "angle"},
        _("A bend"): {"movement": "bend"},
    },
    goal=Goal(
        _("in a twist, make L5-S1 turn {share} further by stiffening another joint, and fuse none"),
        lowest_turns_further,
        {"share": percent(MORE)},
    ),
    build=Build(_inputs, lambda value: _("{value} of the whole turn").format(value=percent(value))),
)
