"""The numbers of the lesson “Do tight hamstrings pull your pelvis?”, as tables that the tests can compare."""

import numpy as np

from jointlab import sources
from jointlab.language import _
from jointlab.learn import Page
from jointlab.learn.facts import many, measured, source, table
from jointlab.lessons.hamstrings.pull import Pull, longer_in_words, pull
from jointlab.lessons.hamstrings.raised_leg import RAISED_LEG
from jointlab.lessons.hamstrings.toe_touch import TOE_TOUCH, toe_touch
from jointlab.lessons.hamstrings.toe_touch_picture import ToeTouch, past_the_toes
from jointlab.models.body.adult import adult
from jointlab.models.body.hamstring_length import (
    full_model_arms,
    lengthening_from_angles,
    regression_arms,
    regression_length,
)
from jointlab.models.body.passive_muscle import CURVES, passive_moments
from jointlab.units import amount, fixed, fixed_amount, number, percent

# What somebody does: words, hip and knee (degrees).
POSTURES = (
    (_("leg raised by 75 degrees, knee straight, pelvis still"), 75, 0),
    (_("hip and knee bent by 90 degrees, as on a chair"), 90, 90),
    (_("pelvis tipped forward by 10 degrees, standing"), 10, 0),
)
MUSCLES = sources.hamstrings()
THIGH = 0.40  # m, of the exercise and of the lever arms
UNITS = (10, 20)  # degrees of range for the exercise in reading
HIPS = (30, 60)  # degrees at which the two curves are compared
BACKS = {_("the same hips, a straighter back"): 20, _("the same hips, a rounder back"): 60}  # degrees
# What somebody does, hip and knee (degrees): the learner's line.
BENDS = (
    (_("a straight leg raised"), 90, 0),
    (_("the knee bent as well"), 90, 90),
    (_("the pelvis gives the rest"), 65, 0),
    (_("the pelvis tips"), 10, 0),
)


def lengths() -> Page:
    """How much longer than standing the three muscles are, from one model to the other."""
    rows = []
    for words, hip, knee in POSTURES:
        found = pull(adult(), hip, knee)
        rows.append((words, *(longer_in_words(found.band(muscle.name), than_standing=False) for muscle in MUSCLES)))
    thigh = adult().segments["thigh"].length
    whole = (amount(regression_length(muscle.name, thigh, 0, 0), "cm", 2) for muscle in MUSCLES)
    rows.append((_("its whole length, standing, with tendons"), *whole))
    posture = _("posture (a woman of {height}, thigh {thigh})")
    told = posture.format(height=amount(adult().height, "m"), thigh=amount(thigh, "cm", 2))
    head = (told, *(muscle.words.split(",")[0] for muscle in MUSCLES))
    return table(head, rows, _("Three muscles in three postures: how much longer than standing?"))


def arms() -> Page:
    """Lever arms of one muscle at the hip: constant by one model, changing by the other."""
    (constant, _at_the_knee), hips = regression_arms("biceps_femoris", THIGH), np.arange(0, 121)
    local, _at_the_knee = full_model_arms("biceps_femoris", THIGH, hips, 0 * hips)
    least, most, mean, same = (
        fixed_amount(arm, "cm", 1) for arm in (local.min(), local.max(), local.mean(), float(constant))
    )
    rows = [(_("regression"), same, same, same), (_("full model"), least, most, mean)]
    return table(
        (
            _("biceps femoris at the hip, thigh {thigh}").format(thigh=amount(THIGH, "cm")),
            _("least"),
            _("most"),
            _("on average"),
        ),
        rows,
    )


def pulls() -> Page:
    """The pull on the pelvis when a leg is raised with a straight knee and with a bent one, and along the curves."""
    rows = [_preset(name) for name in (_("Straight leg, pelvis still"), _("Thigh upright, shank level"))]
    for hip in HIPS:
        rows.append(
            (
                _("straight leg, hip bent by {angle}").format(angle=amount(hip, "degrees")),
                *_moments(pull(adult(), hip, 0)),
            )
        )
    low, high = (pull(adult(), HIPS[-1], 0).moments[curve] for curve in CURVES)
    rows.append(
        (
            _("at {angle} the second says").format(angle=amount(HIPS[-1], "degrees")),
            "",
            _("{share} more than the first").format(share=percent(high / low - 1)),
        )
    )
    hips = np.arange(60, 121)
    first, second = passive_moments(hips, 0.0).values()
    rows.append(
        (
            _("from {angle} on the first says").format(angle=amount(int(hips[first > second][0]), "degrees")),
            _("more than the second"),
            "",
        )
    )
    return table((_("leg and hip"), *CURVES), rows)


def spared() -> Page:
    """The pull when the pelvis rolls along, beside that when it lies still."""
    rows = [_preset(name) for name in (_("Straight leg, pelvis still"), _("Straight leg, pelvis rolls"))]
    return table((_("leg and hip"), *CURVES), rows)


def _preset(name: str) -> tuple[str, str, str]:
    state = RAISED_LEG.preset(name)
    hip = amount(round(state.pull.hip), "degrees")
    told = _("{name}: raised by {raised}, hip bent by {hip}")
    return told.format(name=name.lower(), raised=amount(state.raised, "degrees"), hip=hip), *_moments(state.pull)


def _moments(pulled: Pull) -> tuple[str, ...]:
    return tuple(amount(pulled.moments[curve], "N m", 2) for curve in CURVES)


def pelvis_share() -> Page:
    """How much of raising the thigh came from the pelvis."""
    share, begins = (sources.observation(name) for name in ("pelvis_share_of_raise", "pelvis_begins_to_roll"))
    ends = _("{low} to {high}").format(low=percent(share.low), high=percent(share.high))
    rows = [
        (_("the pelvis gave of it"), ends, many(share), source(share)),
        (_("the pelvis began within"), amount(begins.value, "degrees"), many(begins), source(begins)),
    ]
    return table((_("when a thigh was raised"), _("found"), _("people"), _("who")), rows)


def reaches() -> Page:
    """Two people who miss the toes by different parts of their bodies, and one who rounds the back more and less."""
    states = {
        name.lower(): TOE_TOUCH.preset(name) for name in (_("Loose legs, stiff back"), _("Stiff legs, loose back"))
    }
    states |= {name: toe_touch(-10.0, back, 0.0) for name, back in BACKS.items()}
    rows = [(name, *_bends(state), past_the_toes(state.sits.reach)) for name, state in states.items()]
    return table((_("who"), _("hips bent by"), _("back rounded by"), _("fingers")), rows)


def _bends(state: ToeTouch) -> tuple[str, str]:
    posture = state.sits.posture
    return amount(round(state.pull.hip), "degrees"), amount(round(float(posture.lumbar)), "degrees")


def standing_and_sitting() -> Page:
    """The identity in the means of 50 adults who stood and sat."""
    change = sources.observation("sitting_tilt_change")
    slope, fall = sources.value("sacral_slope"), sources.observation("sitting_slope_change").value
    share = sources.observation("sitting_tilt_share").value
    tilt = change.value / share
    rows = [
        (how, *(amount(round(angle, 1), "degrees") for angle in (pt, ss, pt + ss)))
        for how, pt, ss in ((_("standing"), tilt, slope), (_("sitting"), tilt + change.value, slope + fall))
    ]
    rise, sinks = (amount(row, "degrees") for row in (change.value, fall))
    apart = amount(abs(round(change.value + fall, 1)), "degrees")
    rows.append(
        (
            _("the change"),
            _("{rise}, {share} of that standing").format(rise=rise, share=percent(share)),
            sinks,
            _("{apart} apart").format(apart=apart),
        )
    )
    head = (f"{many(change)} [{source(change)}]", _("tilt, PT"), _("slope, SS"), _("their sum"))
    return table(head, rows, _("Fifty adults who stood and sat"))


def one_length() -> Page:
    """The learner's line with round numbers, and with the pelvis taken off."""
    row = sources.hamstring("biceps_femoris")
    head = (
        _("biceps femoris, thigh {thigh}").format(thigh=amount(THIGH, "cm")),
        _("hip"),
        _("knee"),
        _("longer than standing"),
    )
    rows = [(_("share of the thigh for each degree"), number(row.per_hip), number(row.per_knee), "")]
    for words, hip, knee in BENDS:
        change = lengthening_from_angles(THIGH, row.per_hip, row.per_knee, hip, knee)
        rows.append((words, amount(hip, "degrees"), amount(knee, "degrees"), fixed_amount(change, "mm")))
    return table(head, rows, _("A few times with round numbers"))


def reading() -> Page:
    """What an odds ratio of 0.96 would mean, if its step were this or that."""
    row = sources.observation("hamstring_odds")
    rows = []
    for degrees in UNITS:
        middle, low, high = (fixed(base**-degrees, 2) for base in (row.value, row.high, row.low))
        rows.append(
            (
                _("a degree"),
                _("with {angle} less range").format(angle=amount(degrees, "degrees")),
                _("{number} times ({low} to {high})").format(number=middle, low=low, high=high),
            )
        )
    rows.append(
        (
            _("the whole difference of two groups"),
            _("in the stiff group"),
            _("{number} times").format(number=fixed(1 / row.value, 2)),
        )
    )
    step = _("if the step of the odds ratio {value} ({low} to {high}) is").format(
        value=number(row.value), low=number(row.low), high=number(row.high)
    )
    return table(
        (step, _("the odds of back pain are"), _("as high")),
        rows,
    )


def weeks() -> Page:
    """What weeks of stretching changed."""
    degrees = dict.fromkeys(("raise_gain_4_weeks", "first_felt_gain_4_weeks"), "degrees")
    shares = dict.fromkeys(("stiffness_loss_4_weeks", "range_gain_10_weeks", "torque_gain_10_weeks"), "%")
    return measured({**degrees, "end_force_gain_4_weeks": "N", **shares})
