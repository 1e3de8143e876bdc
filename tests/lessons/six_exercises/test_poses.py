"""Poses and frames of six exercises: human, smooth, there and back, hands and feet where they were."""

from functools import cache

import numpy as np
import pytest

from jointlab.lessons.six_exercises import poses
from jointlab.lessons.six_exercises.poses import EXERCISES, POSES, STEP, TOWEL, pose
from jointlab.models.body.contact import by_side, reactions, touching
from jointlab.models.body.segments import body
from jointlab.models.body.skin import PADS, Bones, lowest, thickness
from jointlab.models.require import Impossible

PEOPLE = {
    "man": body("male", 1.75, 70),
    "adult": body("female", 1.68, 65),
    "tall": body("male", 2.00, 90),
    "short": body("female", 1.45, 50),
}
FINE = [float(share) for share in np.linspace(0, 1, 101)]
SHARES = FINE[::2]
# Degrees that healthy adults reach, generously; assumed.
LIMITS = {
    "lumbar": (-25, 50), "thorax": (-10, 25), "neck": (-50, 50), "shoulder": (-60, 180), "elbow": (-1, 150),
    "wrist": (-80, 95), "hip": (-25, 120), "knee": (-1, 140), "ankle": (-55, 35), "toes": (-5, 95),
}  # fmt: skip


frame = cache(poses.frame)  # most tests look at the same ones


def every(person):
    """All key poses and every fiftieth of each exercise, by name."""
    yield from ((name, pose(name, person)) for name in POSES)
    yield from ((f"{name} at {share:.2f}", frame(name, share, person)) for name in EXERCISES for share in SHARES)


def angles(posture):
    both = posture.with_both_sides()
    yield from ((name, getattr(both, name)) for name in ("lumbar", "thorax", "neck"))
    for limb in (both.arm, both.far_arm, both.leg, both.far_leg):
        yield from vars(limb).items()


@pytest.mark.parametrize("who", PEOPLE)
def test_nobody_bends_beyond_human_range(who):
    for where, settled in every(PEOPLE[who]):
        for name, angle in angles(settled.posture):
            low, high = LIMITS[name]
            assert low <= angle <= high, (where, name)


@pytest.mark.parametrize("who", PEOPLE)
def test_all_that_should_touch_does_and_bears_the_weight(who):
    person = PEOPLE[who]
    for where, settled in every(person):
        bones = Bones(person, settled.posture)
        for one in by_side(settled.posture, settled.contacts):
            for point in touching(person, bones, one):
                assert (point + settled.hip).imag == pytest.approx(one.height, abs=1e-4), where
        pushes = [found.force.middle for found in reactions(person, settled.posture, settled.contacts)]
        assert sum(pushes) == pytest.approx(9.80665 * person.mass, rel=1e-9), where
        assert min(pushes) >= 0, where


@pytest.mark.parametrize("name", EXERCISES)
def test_a_repetition_goes_there_and_back(name):
    person = PEOPLE["man"]
    first, last = frame(name, 0.0, person), frame(name, 1.0, person)
    assert last == first == pose(EXERCISES[name].start, person)
    ends = EXERCISES[name].ends
    for i, end in enumerate(ends):
        there, meant = frame(name, (i + 0.5) / len(ends), person), pose(end, person)
        for (angle, found), (_, wanted) in zip(angles(there.posture), angles(meant.posture), strict=True):
            assert found == pytest.approx(wanted, abs=0.3), angle
    one, other = (frame(name, share, person) for share in (0.1 / len(ends), 0.9 / len(ends)))
    assert one.hip == pytest.approx(other.hip, abs=1e-4)
    assert one.posture.pelvis == pytest.approx(other.posture.pelvis, abs=0.01)


@pytest.mark.parametrize("name", EXERCISES)
@pytest.mark.parametrize("who", PEOPLE)
def test_nothing_jumps(who, name):
    person, last = PEOPLE[who], None
    for share in FINE:
        settled = frame(name, share, person)
        found = np.array([settled.posture.pelvis, *(angle for _, angle in angles(settled.posture))])
        if last is not None:
            assert np.abs(found - last[0]).max() < 9, share
            assert abs(settled.hip - last[1]) < 0.02, share
        last = found, settled.hip


@pytest.mark.parametrize("name", EXERCISES)
def test_hands_knees_and_feet_stay_where_they_are(name):
    person = PEOPLE["man"]
    places = {(one.part, one.side): one.at for one in frame(name, 0.0, person).contacts if not one.rests}
    for share in SHARES[1:-1]:
        for one in frame(name, share, person).contacts:
            here = places.get((one.part, one.side), places.get((one.part, "both")))
            if here is not None and one.part in ("hand", "forearm", "knee", "foot", "toes", "heel") and not one.rests:
                assert one.at == pytest.approx(here, abs=1e-4)


def test_the_back_rolls_under_a_bridge_and_does_not_slide():
    person, turns, places = PEOPLE["man"], [], []
    for share in np.linspace(0, 0.5, 51):
        settled = frame("bridge", float(share), person)
        bones = Bones(person, settled.posture)
        turns.append(np.radians(bones.trunk.upper))
        places.append((lowest(person, bones, "back", "near")[1] + settled.hip).real)  # the ribcage, as a wheel
    radius = PADS["back"][1].radius * thickness(person)
    assert radius > 0.2
    assert turns[0] - turns[-1] > 0.2
    assert places[0] - places[-1] == pytest.approx(radius * (turns[0] - turns[-1]), abs=0.015)


def test_exercises_do_what_they_are_called():
    person = PEOPLE["man"]
    flat, tilted = pose("supine, knees bent", person), pose("pelvis tilted back", person)
    assert tilted.posture.pelvis < flat.posture.pelvis - 5
    assert tilted.posture.lumbar > flat.posture.lumbar + 10
    assert pose("cat", person).posture.lumbar > 20
    assert pose("cow", person).posture.lumbar < -10
    dog = pose("bird-dog", person).posture
    assert dog.arm != dog.far_arm
    assert abs(dog.far_leg.hip - dog.pelvis + 90) < 10  # the far thigh is level, behind
    assert abs(dog.arm.shoulder - dog.trunk - 90) < 10  # and the near arm, in front
    hips = [pose(name, person).hip.imag for name in ("supine, knees bent", "bridge")]
    assert hips[1] > hips[0] + 0.15
    plank = pose("plank", person).posture
    assert abs(plank.leg.hip) < 5
    assert abs(plank.leg.knee) < 5
    stretch = [pose(name, person).posture for name in ("heel on a step", "hamstring stretch")]
    assert stretch[1].leg.hip - stretch[0].leg.hip > 25
    assert abs(stretch[1].leg.knee) < 10
    assert 0 < TOWEL < STEP < 0.4


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: pose("handstand", PEOPLE["man"]), "There is no pose 'handstand'; there are supine lying, "),
        (lambda: frame("crunch", 0.5, PEOPLE["man"]), "There is no exercise 'crunch'; there are pelvic tilt, cat-cow"),
        (lambda: frame("plank", 1.2, PEOPLE["man"]), "share must be between 0 and 1; got 1.2"),
        (lambda: frame("plank", np.nan, PEOPLE["man"]), "share must be between 0 and 1; got nan"),
    ],
)
def test_what_cannot_be_is_refused_in_words(call, sentence):
    with pytest.raises(Impossible, match=sentence):
        call()
