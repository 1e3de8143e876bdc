"""The numbers of the lesson as tables: the published ranges, the buttons of both explorers, and what was found."""

from dataclasses import replace

from scipy import stats

from jointlab import sources
from jointlab.language import _, listed
from jointlab.learn import Page
from jointlab.learn.facts import many, measured, source, table
from jointlab.lessons.twist.first_pop import POP_RACE
from jointlab.lessons.twist.first_pop_picture import PopRace
from jointlab.lessons.twist.five_joints import FIVE_JOINTS
from jointlab.lessons.twist.five_joints_picture import FiveJoints
from jointlab.models.body.lumbar_chain import FULL_MOMENT, JOINTS, chain, motion_share
from jointlab.units import amount, fixed, fixed_amount, number, percent

# What joints are put in a row (N m per degree): the learner's line.
ROWS = (
    (_("three alike"), 4.0, (4.0, 4.0)),
    (_("one of three twice as soft"), 2.0, (4.0, 4.0)),
    (_("one of three twice as stiff"), 8.0, (4.0, 4.0)),
)


GOAL = {"reach": 30.0, "spread": 28.0}  # per cent: one way to the goal of the race


def ranges() -> Page:
    """The published ranges of the five joints, and their shares."""
    rows = []
    twist, bend = (chain(movement).reach for movement in ("twist", "bend"))
    for i in reversed(range(len(JOINTS))):
        row = sources.spine_ranges()[JOINTS[i]]
        twisted = f"{_degrees(row.twist)}, {percent(twist[i] / twist.sum())}"
        bent = f"{_degrees(row.flexion)}, {percent(bend[i] / bend.sum())}"
        zones = listed([_degrees(row.neutral_twist), _degrees(row.neutral_bending)])
        rows.append((JOINTS[i], twisted, bent, zones))
    rows.append((_("all five"), _degrees(twist.sum()), _degrees(bend.sum()), ""))
    head = (
        _("joint, under {moment}").format(moment=amount(FULL_MOMENT, "N m")),
        _("twist to one side"),
        _("bend forward"),
        _("neutral zones"),
    )
    return table(head, rows)


def _degrees(angle: float) -> str:
    return fixed_amount(float(angle), "degrees", 1)


def settings() -> Page:
    """Each button of the first explorer in numbers; and a fused joint, if printed neutral zones are of both sides."""
    rows = [(words.lower(), *_chain(FIVE_JOINTS.preset(words))) for words in FIVE_JOINTS.presets]
    rows.append((_("fused, same turn, neutral zones half as wide"), *_chain(_half_as_wide())))
    return table((_("button"), _("the changed joint"), _("the others"), _("whole turn, moment")), rows)


def _half_as_wide() -> FiveJoints:
    """“Fused, same turn”, with half of every printed neutral zone to one side."""
    state = FIVE_JOINTS.preset(_("Fused, same turn"))
    joints = chain(state.movement, state.changed, state.stiffness)
    joints = replace(joints, neutral=joints.neutral / 2)
    moment = joints.moment_for(state.whole)
    return replace(state, moment=moment, angles=joints.angles(moment))


def _chain(state: FiveJoints) -> tuple[str, str, str]:
    ends = state.neighbours.min(), state.neighbours.max()
    low, high = (f"{'+' if end > 0.0005 else ''}{percent(end)}" for end in ends)
    others = _("as before") if low == high == percent(0) else _("{low} to {high}").format(low=low, high=high)
    changed = _("{joint}: {now}, healthy {healthy}").format(
        joint=state.changed, now=_degrees(state.angles[state.at]), healthy=_degrees(state.healthy[state.at])
    )
    return changed, others, f"{_degrees(state.whole)}, {fixed_amount(state.moment, 'N m', 1)}"


def races() -> Page:
    """Each button of the toy in numbers."""
    rows = [(_("as it opens"), *_race(POP_RACE.state()))]
    rows += [(words.lower(), *_race(POP_RACE.preset(words))) for words in POP_RACE.presets]
    reach, spread = (percent(share / 100) for share in GOAL.values())
    at_goal = _("all at one angle, {reach} reaches the next joint, angles vary by {spread}").format(
        reach=reach, spread=spread
    )
    rows.append((at_goal, *_race(POP_RACE.state(rule="angle", **GOAL))))
    return table((_("button, aimed at L5-S1"), _("L5-S1 popped first"), _("the next most frequent")), rows)


def _race(state: PopRace) -> tuple[str, str]:
    others = {joint: share for joint, share in zip(JOINTS, state.first, strict=True) if joint != JOINTS[state.aim]}
    best = max(others, key=lambda joint: others[joint])
    return percent(state.hit), f"{best}: {percent(others[best])}"


def thrusts() -> Page:
    """What was counted after thrusts."""
    return measured(
        {
            "ross_lumbar_hit": "%",
            "cramer_zone": "",
            "cramer_up_side": "",
            "cramer_pops": "",
            "cramer_popped_thrust": "",
            "cramer_popped_positioned": "",
            "mourad_same_side": "",
            "pops_per_lumbar_thrust": "",
            "dunning_same_side": "",
            "dunning_both_sides": "",
            "pops_per_neck_thrust": "",
        },
        folded=_("The studies, one by one"),
    )


def conflict() -> Page:
    """Two studies of the side that popped, put against each other."""
    cramer, mourad = (sources.observation(name) for name in ("cramer_up_side", "mourad_same_side"))
    rows = [
        (
            source(row),
            counted.format(count=fixed(row.value), all=fixed(row.n)),
            percent(row.value / row.n),
        )
        for row, counted in ((cramer, _("{count} of {all} joints")), (mourad, _("{count} of {all} pops")))
    ]
    counts = [[round(row.value), row.n - round(row.value)] for row in (cramer, mourad)]
    p = float(stats.fisher_exact(counts).pvalue)
    in_a_hundred_million = _("about {count} in a hundred million").format(count=number(p * 1e8, 1))
    rows.append((_("Fisher's exact p, as if every pop came by itself"), "", in_a_hundred_million))
    return table((_("who"), _("on the side that was thrust at"), _("share")), rows, _("The two that disagree"))


def aim() -> Page:
    """What aiming is worth, and how well a level is found by hand."""
    rows = []
    for name, unit in (
        ("target_pain", "points"), ("target_pain_later", "points"), ("sound_target_trials", ""),
        ("marks_within_10_mm", "%"), ("marks_within_20_mm", "%"), ("sacroiliac_moved", ""),
    ):  # fmt: skip
        row = sources.observation(name)
        told = fixed_amount(row.value, unit, 2) if unit == "points" else amount(row.value, unit)
        if row.unit == "count":
            told = _("{count} of {all}").format(count=fixed(row.value), all=row.n)
        elif unit == "points" and row.low is not None:
            low, high = fixed(row.low, 2), fixed(row.high, 2)
            told = _("{value} ({low} to {high})").format(value=told, low=low, high=high)
        rows.append((row.what, told, "" if row.unit == "count" else many(row), source(row)))
    return table(
        (_("what"), _("found, with its 95 % interval"), _("of how many"), _("who")), rows, _("Aim, in numbers")
    )


def lines() -> Page:
    """The learner's line with round numbers, and with the joints of the table."""
    rows = [
        (words, *(f"{number(k)} N m" for k in (own,)), percent(motion_share(own, sum(1 / k for k in others))))
        for words, own, others in ROWS
    ]
    stiffness = FULL_MOMENT / chain("twist").reach
    for i in (0, 2):
        others = sum(1 / k for j, k in enumerate(stiffness) if j != i)
        rows.append(
            (
                _("{joint} in a twist").format(joint=JOINTS[i]),
                f"{number(stiffness[i])} N m",
                percent(motion_share(stiffness[i], others)),
            )
        )
    return table((_("joints in a row"), _("its stiffness, for a degree"), _("its share")), rows)
