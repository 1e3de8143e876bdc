"""Explorer: a push is aimed at one of five joints. Which one pops first?

How far checked: toy model; at which angle a joint pops, how that varies and how a push is shared are assumed.
"""

from functools import cache

import numpy as np

from jointlab import sources
from jointlab.explorers.declare import Choice, Declaration, Goal, Slider
from jointlab.language import _
from jointlab.lessons.twist.first_pop_picture import PopRace, PopRacePicture
from jointlab.models.body import pop_race as model
from jointlab.models.body.lumbar_chain import JOINTS, chain
from jointlab.units import fixed, percent

RULES = {
    "range": _("each near its own end"),
    "angle": _("all at the same angle"),
    "popped": _("near its end; target has popped"),
}
ASSUMED = {
    "range": _("Each joint pops near the end of its own range, which is assumed."),
    "angle": _("Each joint pops at the same angle, which is assumed."),
}
CLOSE = 0.01  # for the goal: by so much may a share miss


@cache
def pop_race(reach: float, spread: float, aim: str, rule: str) -> PopRace:
    """The state of the explorer: TWISTS races, by chance that is always the same."""
    joints, target = chain("twist"), JOINTS.index(aim)
    alike = np.full(len(JOINTS), sources.value("critical_angle"))
    needed = model.pushes(joints, alike if rule == "angle" else joints.reach, target, reach, spread)
    out = (np.arange(len(JOINTS)) == target) & (rule == "popped")
    return PopRace(target, rule, spread, model.arriving(len(JOINTS), target, reach), model.race(needed, out))


def sentence(state: PopRace) -> str:
    """What the state shows, in words."""
    target = JOINTS[state.aim]
    others = np.where(np.arange(len(JOINTS)) == state.aim, -1, state.first)
    best = int(np.argmax(others))
    told = {"twists": fixed(model.TWISTS), "target": target, "rival": JOINTS[best], "share": percent(others[best])}
    if state.popped:
        return _(
            "{twists} twists aimed at {target}, which has just popped and cannot again. The push goes elsewhere: "
            "{rival} in {share} of them."
        ).format(**told)
    wins = _("{twists} twists aimed at {target}: it pops first in {hit}, most often; {rival} in {share}.")
    loses = _(
        "{twists} twists aimed at {target}: it pops first in {hit}, though another joint wins more often; {rival} in "
        "{share}."
    )
    aimed = wins if state.hit > others[best] else loses
    return f"{aimed.format(hit=percent(state.hit), **told)} {ASSUMED[state.rule]}"


def hits_like_clinicians(state: PopRace) -> bool:
    """Whether the lowest joint is hit as often as clinicians were said to hit, although all joints pop at one angle."""
    measured = sources.observation("ross_lumbar_hit").value
    return state.rule == "angle" and state.aim == 0 and abs(state.hit - measured) <= CLOSE


POP_RACE = Declaration(
    title=_("Which joint pops first"),
    controls=(
        Slider.of_constant("push_reach", _("Reaches the next joint"), "", "%", name="reach", steps=70),
        Slider.of_constant("critical_spread", _("Popping angles vary by"), "", "%", name="spread", steps=58),
        Choice("aim", _("Aim at"), {joint: joint for joint in reversed(JOINTS)}, "L5-S1"),
        Choice("rule", _("The joints pop"), RULES, "range"),
    ),
    model=pop_race,
    picture=PopRacePicture,
    sentence=sentence,
    presets={
        _("A local push"): {"reach": 40.0},
        _("The whole back"): {"reach": 100.0},
        _("All at one angle"): {"rule": "angle"},
        _("Popped already"): {"rule": "popped"},
    },
    goal=Goal(
        _("let all pop at the same angle, and bring L5-S1 to the clinicians' mark, {share}"),
        hits_like_clinicians,
        {"share": percent(sources.observation("ross_lumbar_hit").value)},
    ),
    recorded={"reach": (30, 40, 55, 70, 85, 100), "spread": (2, 10, 20, 28, 40, 60)},
)
