"""The numbers of the lesson “Do tight hamstrings pull your pelvis?”, printed so that the tests can compare them."""

import numpy as np

from jointlab import sources
from jointlab.lessons.hamstrings.pull import longer_in_words, pull
from jointlab.lessons.hamstrings.raised_leg import RAISED_LEG
from jointlab.lessons.hamstrings.toe_touch import TOE_TOUCH, toe_touch
from jointlab.lessons.hamstrings.toe_touch_picture import past_the_toes
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
    ("leg raised by 75 degrees, knee straight, pelvis still", 75, 0),
    ("hip and knee bent by 90 degrees, as on a chair", 90, 90),
    ("pelvis tipped forward by 10 degrees, standing", 10, 0),
)
MUSCLES = sources.hamstrings()
THIGH = 0.40  # m, of the exercise and of the lever arms
UNITS = (10, 20)  # degrees of range for the exercise in reading


def print_lengths() -> None:
    """How much longer than standing the three muscles are, by both models."""
    thigh = adult().segments["thigh"].length
    print(f"a woman of {amount(adult().height, 'm')}, thigh {amount(thigh, 'cm', 2)}; so much longer than standing, "
          "from one model to the other:")  # fmt: skip
    for words, hip, knee in POSTURES:
        found = pull(adult(), hip, knee)
        told = (
            f"{muscle.words.split(',')[0]} {longer_in_words(found.band(muscle.name), than='')}" for muscle in MUSCLES
        )
        print(f"{words}\n  {'; '.join(told)}")
    standing = regression_length("biceps_femoris", thigh, 0, 0)
    tipped = pull(adult(), 10, 0).longer["biceps_femoris"]["regression"]
    share = percent(tipped / standing, 1)
    print(f"biceps femoris standing: {amount(standing, 'cm', 2)}; 10 degrees of tilt are {share} of it")


def print_arms() -> None:
    """Lever arms of one muscle at the hip: constant by one model, changing by the other."""
    (constant, _), hips = regression_arms("biceps_femoris", THIGH), np.arange(0, 121)
    local, _ = full_model_arms("biceps_femoris", THIGH, hips, 0 * hips)
    print(f"biceps femoris at the hip, thigh of {amount(THIGH, 'cm')}")
    print(f"regression: {fixed_amount(constant, 'cm', 1)} at every angle")
    print(f"full model: {fixed_amount(local.min(), 'cm', 1)} to {fixed_amount(local.max(), 'cm', 1)}, on average "
          f"{fixed_amount(local.mean(), 'cm', 1)}")  # fmt: skip


def print_pull() -> None:
    """The pull on the pelvis when a leg is raised with a straight knee and with a bent one, and along the curves."""
    _print_presets("Straight leg, pelvis still", "Thigh upright, shank level")
    slack = pull(adult(), 30, 0).moment.high
    print(f"hip at {amount(30, 'degrees')}, knee straight: at most {amount(slack, 'N m', 2)} by either curve")
    low, high = (pull(adult(), 60, 0).moments[curve] for curve in CURVES)
    print(f"hip at {amount(60, 'degrees')}: the second curve says {percent(high / low - 1)} more than the first")
    hips = np.arange(60, 121)
    first, second = passive_moments(hips, 0.0).values()
    print(f"from {amount(int(hips[first > second][0]), 'degrees')} on the first says more")


def print_spared() -> None:
    """The pull when the pelvis rolls along, beside that when it lies still."""
    _print_presets("Straight leg, pelvis still", "Straight leg, pelvis rolls")


def _print_presets(*names: str) -> None:
    for name in names:
        state = RAISED_LEG.preset(name)
        hip = amount(round(state.pull.hip), "degrees")
        moments = ", ".join(f"{amount(state.pull.moments[curve], 'N m', 2)} ({curve})" for curve in CURVES)
        print(f"{name.lower()}: raised by {amount(state.raised, 'degrees')}, hip bent by {hip}; {moments}")


def print_pelvis_share() -> None:
    """How much of raising the thigh came from the pelvis."""
    share, begins = (sources.observation(name) for name in ("pelvis_share_of_raise", "pelvis_begins_to_roll"))
    ends = f"{percent(share.low)} to {percent(share.high)}"
    print(f"of raising the thigh, the pelvis gave {ends}, n = {share.n} [{sources.reference(share.key).short}]")
    print(f"it began within {amount(begins.value, 'degrees')} of the raise, n = {begins.n} "
          f"[{sources.reference(begins.key).short}]")  # fmt: skip


def print_reach() -> None:
    """Two people who miss the toes by different parts of their bodies, and one who bends the knees."""
    for name in ("Loose legs, stiff back", "Stiff legs, loose back"):
        state = TOE_TOUCH.preset(name)
        hip = amount(round(state.pull.hip), "degrees")
        print(f"{name.lower()}: fingers {past_the_toes(state.sits.reach)}; hips bent by {hip}")
    for back in (20, 60):
        state = toe_touch(-10.0, back, 0.0)
        hip, back_words = (amount(round(angle), "degrees") for angle in (state.pull.hip, back))
        print(f"hips bent by {hip}, back rounded by {back_words}: fingers {past_the_toes(state.sits.reach)}")


def print_standing_and_sitting() -> None:
    """The identity in the means of 50 adults who stood and sat."""
    change = sources.observation("sitting_tilt_change")
    slope, fall = sources.value("sacral_slope"), sources.observation("sitting_slope_change").value
    tilt = change.value / sources.observation("sitting_tilt_share").value
    sums = ((tilt, slope, "standing"), (tilt + change.value, slope + fall, "sitting"))
    for pt, ss, how in sums:
        terms = f"tilt {amount(round(pt, 1), 'degrees')} + slope {amount(round(ss, 1), 'degrees')}"
        print(f"{how}: {terms} = {amount(round(pt + ss, 1), 'degrees')}")
    print(f"the sums differ by {amount(abs(round(change.value + fall, 1)), 'degrees')}")
    share = percent(sources.observation("sitting_tilt_share").value)
    rise, sinks = (amount(row, "degrees") for row in (change.value, fall))
    print(f"tilt rose by {rise}, by {share} of the tilt standing; slope by {sinks}")
    print(f"n = {change.n} [{sources.reference(change.key).short}]")


def print_one_length() -> None:
    """The learner's line with round numbers, and with the pelvis taken off."""
    row = sources.hamstring("biceps_femoris")
    print(f"biceps femoris, thigh {amount(THIGH, 'cm')}: {number(row.per_hip)} of it per degree of the hip, "
          f"{number(row.per_knee)} per degree of the knee")  # fmt: skip
    for hip, knee in ((90, 0), (90, 90), (65, 0), (10, 0)):
        change = lengthening_from_angles(THIGH, row.per_hip, row.per_knee, hip, knee)
        angles = f"hip {amount(hip, 'degrees')}, knee {amount(knee, 'degrees')}"
        print(f"{angles}: {fixed_amount(change, 'mm')} longer than standing")


def print_reading() -> None:
    """What an odds ratio of 0.96 would mean, if its step were this or that."""
    row = sources.observation("hamstring_odds")
    print(f"odds ratio {number(row.value)} ({number(row.low)} to {number(row.high)}) for one step of range")
    for degrees in UNITS:
        ratios = (fixed(base**-degrees, 2) for base in (row.value, row.high, row.low))
        middle, low, high = ratios
        less = f"if a step is a degree, somebody with {amount(degrees, 'degrees')} less"
        print(f"{less} has {middle} times the odds ({low} to {high})")
    print(f"if the step is the whole difference of two groups, the stiff group has {fixed(1 / row.value, 2)} times")


def print_weeks() -> None:
    """What weeks of stretching changed."""
    for name, unit in (
        ("raise_gain_4_weeks", "degrees"),
        ("first_felt_gain_4_weeks", "degrees"),
        ("end_force_gain_4_weeks", "N"),
        ("stiffness_loss_4_weeks", "%"),
        ("range_gain_10_weeks", "%"),
        ("torque_gain_10_weeks", "%"),
    ):
        row = sources.observation(name)
        people = f", n = {row.n}" if row.n else ""
        print(f"{row.what}: {amount(row.value, unit)}{people} [{sources.reference(row.key).short}]")
