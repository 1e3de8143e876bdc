"""Nobody floats and nobody sinks: what is drawn of a settled body ends at the floor, within 3 mm."""

import numpy as np
import pytest
from tests.sample import sampled

from jointlab.drawings.human.side import outlines
from jointlab.drawings.human.upright import Upright
from jointlab.lessons.six_exercises.poses import EXERCISES, POSES, frame, pose
from jointlab.models.body.adult import adult
from jointlab.models.body.contact import by_side, touching
from jointlab.models.body.segments import body
from jointlab.models.body.skin import ON_ARMS, ON_LEGS, Bones

PEOPLE = {
    "adult": adult(),
    "man": body("male", 1.75, 70),
    "tall": body("male", 2.00, 90),
    "short": body("female", 1.45, 50),
    "light": body("female", 1.60, 51),
    "sturdy": body("male", 1.75, 95),
}
WHO = sampled(PEOPLE, {"adult", "sturdy"})
NEAR = 0.003  # m
SHARES = np.linspace(0, 1, 21)


def every(person):
    yield from ((name, pose(name, person)) for name in POSES)
    yield from ((f"{name} at {share:.2f}", frame(name, float(share), person)) for name in EXERCISES for share in SHARES)


def layers_of(contact):
    """The outlines of the part of the body to which a contact belongs."""
    side = "far" if contact.side == "far" else "near"
    if contact.part in ON_ARMS:
        return [(f"{side} arm", 0), (f"{side} arm", 1)]
    if contact.part in ON_LEGS:
        return [("far leg", 0) if side == "far" else ("skin", 1)]
    return [("skin", 0), ("cloth", 0), ("hair", 0)]


def drawn(upright, settled):
    layers = outlines(upright, settled.posture, settled.hip, hands="flat")
    return {(name, i): part for name, parts in layers.items() for i, part in enumerate(parts)}


@pytest.mark.parametrize("who", WHO)
def test_nothing_dips_below_the_floor(who):
    upright = Upright(PEOPLE[who])
    for where, settled in every(PEOPLE[who]):
        for part, line in drawn(upright, settled).items():
            assert line[:, 1].min() > -NEAR, (where, part)


@pytest.mark.parametrize("who", WHO)
def test_what_touches_is_drawn_touching(who):
    person = PEOPLE[who]
    upright = Upright(person)
    for where, settled in every(person):
        parts, bones = drawn(upright, settled), Bones(person, settled.posture)
        for one in by_side(settled.posture, settled.contacts):
            points = np.vstack([parts[layer] for layer in layers_of(one) if layer in parts])
            for point in touching(person, bones, one):
                across = (point + settled.hip).real
                close = points[np.abs(points[:, 0] - across) < 0.03]
                assert abs(close[:, 1].min() - one.height) < NEAR, (where, one.part)
