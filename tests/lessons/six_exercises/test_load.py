"""What L5-S1 carries in a body that lies, kneels or leans on its hands: the floor's pushes are part of the balance."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.models.body.test_lumbar_load import full_model

from jointlab import sources
from jointlab.lessons.six_exercises.poses import EXERCISES, POSES, frame, pose
from jointlab.models.body.balance import standing
from jointlab.models.body.contact import Contact, statics
from jointlab.models.body.kinematics import Posture, leg_points, trunk_points, turn
from jointlab.models.body.lumbar_load import spine_load
from jointlab.models.body.masses import centre, leg_weights, trunk_slice, whole_body
from jointlab.models.body.segments import LEVELS, body
from jointlab.models.require import Impossible

G = 9.80665
MAN, WOMAN = body("male", 1.75, 70), body("female", 1.68, 65)
BANDS = ("moment", "muscle", "compression", "shear")
MOVES = [(name, share) for name in EXERCISES for share in (0.0, 0.1, 0.3, 0.5, 0.75)]


def load_of(settled, person=MAN):
    return spine_load(person, settled.posture, contacts=settled.contacts)


def from_below(person, settled, forces, points):
    """Moment about L5-S1 of pelvis, legs and what pushes on them, found without a word about what lies above."""
    posture = settled.posture.with_both_sides()
    disc = trunk_points(person, posture).levels[0]
    legs = [leg_weights(person, leg_points(person, posture, leg)) for leg in (posture.leg, posture.far_leg)]
    whole, above = centre(whole_body(person, posture)), centre(spine_load(person, posture).pieces)
    pelvis = whole.mass - above.mass - sum(piece.mass for leg in legs for piece in leg)
    place = whole.mass * whole.place - above.mass * above.place
    place = (place - sum(piece.mass * piece.place for leg in legs for piece in leg)) / pelvis
    assert pelvis == pytest.approx(trunk_slice(person, 0, person.landmarks["L5-S1"].imag).mass)
    pieces = [(pelvis, place), *((piece.mass, piece.place) for leg in legs for piece in leg)]
    weight = sum(G * mass * (at - disc).real for mass, at in pieces)
    return weight - float(forces @ (points - disc).real)


# ------------------------------------------------------------------ balance


@pytest.mark.parametrize(("name", "share"), MOVES)
@pytest.mark.parametrize("person", [MAN, WOMAN])
def test_the_moment_from_above_is_the_moment_from_below(person, name, share):
    settled = frame(name, share, person)
    found = statics(person, settled.posture, settled.contacts)
    below = np.array([not contact.above for contact in found.contacts])
    moment = load_of(settled, person).moment
    middle = from_below(person, settled, found.middle[below], found.centres[below])
    assert moment.middle == pytest.approx(-middle, abs=1e-6)
    for forces in found.forces:
        columns = below[found.owner]
        one = -from_below(person, settled, forces[columns], found.points[columns])
        assert moment.low - 1e-6 <= one <= moment.high + 1e-6


@pytest.mark.parametrize(("name", "share"), MOVES)
def test_forces_and_moments_are_in_balance(name, share):
    found = load_of(frame(name, share, MAN))
    forces = (found.weight, found.load, found.floor, found.muscle_pull, found.reaction)
    assert sum(force.vector for force in forces) == pytest.approx(0, abs=1e-8)
    for point in (found.disc, 0, 2 - 3j):
        assert sum(force.moment_about(point) for force in forces) == pytest.approx(0, abs=1e-6)
    on_the_disc = found.reaction.vector / turn(found.slope)
    assert on_the_disc == pytest.approx(complex(-found.shear.middle, found.compression.middle), abs=1e-6)


def test_virtual_work_in_a_plank(monkeypatch):
    """All lumbar flexion is given to L5-S1. Bending it by a little, with pelvis and legs held still, the weight above
    sinks, the forearms go down against the floor, and the joint does the rest."""
    monkeypatch.setattr(
        "jointlab.models.body.kinematics.level_shares", lambda: {level: float(level == "L5-S1") for level in LEVELS}
    )
    settled = pose("plank", MAN)
    found, step = load_of(settled), 1e-4
    force = statics(MAN, settled.posture, settled.contacts).middle[0]
    energies, depths = [], []
    for bend in (step, -step):
        moved = spine_load(MAN, replace(settled.posture, lumbar=settled.posture.lumbar + bend))
        energies.append(G * sum(piece.mass * piece.place.imag for piece in moved.pieces))
        depths.append((found.disc + (found.floor.place - found.disc) * turn(bend)).imag)
    angle = np.radians(2 * step)
    work = (force * (depths[0] - depths[1]) - (energies[0] - energies[1])) / angle
    assert found.moment.middle == pytest.approx(work, abs=1e-3)


def test_whoever_stands_carries_what_legs_alone_would_tell():
    for posture in (standing(MAN), standing(MAN, 45), standing(MAN, 30, 80, 20)):
        alone, on_feet = spine_load(MAN, posture), spine_load(MAN, posture, contacts=[Contact("foot")])
        for name in BANDS:
            for end in ("low", "middle", "high"):
                assert getattr(getattr(on_feet, name), end) == pytest.approx(getattr(getattr(alone, name), end))
        assert on_feet.floor.size == alone.floor.size == 0


# ------------------------------------------------------------------ which side holds


@pytest.mark.parametrize("person", [MAN, WOMAN])
@pytest.mark.parametrize("share", np.linspace(0.05, 0.95, 10))
def test_the_moment_turns_over_where_it_should(person, share):
    side = {name: load_of(frame(name, float(share), person), person) for name in EXERCISES}
    assert side["plank"].holding == "in front"
    assert side["bridge"].holding == "behind"
    assert side["plank"].moment.high < -30
    assert side["bridge"].moment.low > 25
    for calm in ("pelvic tilt", "cat-cow"):
        assert abs(side[calm].moment.middle) < 15, calm
        assert np.abs([side[calm].moment.low, side[calm].moment.high]).max() < abs(side["plank"].moment.middle) / 3


@pytest.mark.parametrize("person", [MAN, WOMAN])
def test_at_their_ends_bird_dog_and_stretch_are_held_from_behind(person):
    for name in ("bird-dog", "hamstring stretch"):
        assert load_of(frame(name, 0.5, person), person).holding == "behind"


def test_a_cantilever_would_have_named_the_wrong_side():
    """What this model is for: without the floor under the forearms, the back would seem to hold a plank."""
    settled = pose("plank", MAN)
    assert spine_load(MAN, settled.posture).holding == "behind"
    assert load_of(settled).holding == "in front"


# ------------------------------------------------------------------ bands


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(MOVES),
    st.lists(st.floats(0, 1), min_size=4, max_size=4),
    st.lists(st.floats(0.001, 1), min_size=40, max_size=40),
)
def test_no_choice_of_the_uncertain_numbers_leaves_the_band(move, shares, weights):
    """Any mixture of ways to share the weight is a way, too."""

    def pick(name, share):
        constant = sources.constant(name)
        return constant.low + share * (constant.high - constant.low)

    def in_front(turns, share):
        """Psoas pulls with up to its strength; the others hold the rest with the mean arm of all, or a longer one."""
        arm = sources.constant("flexor_arm")
        psoas = share * min(turns / arm.low, sources.value("psoas_strength"))
        return psoas + (turns - psoas * arm.low) / (arm.high - share * (arm.high - arm.value))

    settled = frame(*move, MAN)
    found = load_of(settled)
    ways = statics(MAN, settled.posture, settled.contacts)
    mixed = np.resize(weights, len(ways.forces))
    forces = mixed @ ways.forces / mixed.sum()
    above = np.array([contact.above for contact in ways.contacts])[ways.owner]
    push, turns = forces[above].sum(), forces[above] @ (ways.points[above] - found.disc).real
    moment = found.weight.size * found.weight_arm - turns
    slant, slope = (
        np.radians(pick("muscle_slant", shares[1])),
        np.radians(pick("sacral_slope", shares[2]) + settled.posture.pelvis),
    )
    muscle = moment / pick("extensor_arm", shares[0]) if moment > 0 else in_front(-moment, shares[0])
    weight = pick("upper_body_factor", shares[3]) * found.weight.size - push
    wanted = {
        "moment": moment,
        "muscle": muscle,
        "compression": muscle * np.cos(slant) + weight * np.cos(slope),
        "shear": muscle * np.sin(slant) + weight * np.sin(slope),
    }
    for name, value in wanted.items():
        band = getattr(found, name)
        assert band.low - 1e-6 <= value <= band.high + 1e-6, name


def test_the_shortest_arm_holds_no_more_than_psoas_can():
    """In a plank psoas alone would have to pull with several times its strength."""
    plank, arm = load_of(pose("plank", MAN)), sources.constant("flexor_arm")
    strength = sources.value("psoas_strength")
    assert -plank.moment.low / arm.low > 2 * strength
    left = -plank.moment.low - strength * arm.low
    assert plank.muscle.high == pytest.approx(strength + left / arm.value)
    light = spine_load(MAN, Posture(-4))
    assert light.muscle.high == pytest.approx(-light.moment.low / arm.low)


def test_where_the_moment_may_be_none_the_muscles_may_rest():
    found = load_of(pose("all fours", MAN))
    assert found.moment.low < 0 < found.moment.high
    assert found.holding == "either"
    assert found.muscle.low == pytest.approx(0, abs=1e-9)


@pytest.mark.papercheck  # The segments of a full musculoskeletal model, see test_lumbar_load.py.
@pytest.mark.parametrize("name", EXERCISES)
def test_our_bands_hold_what_another_table_of_masses_gives(name):
    ours, other = body("male", 1.70, 83.98), full_model()
    here, there = (load_of(frame(name, 0.5, person), person).moment for person in (ours, other))
    assert here.low <= there.middle <= here.high


# ------------------------------------------------------------------ refusals


def test_what_cannot_be_is_refused_in_words():
    settled = pose("all fours", MAN)
    with pytest.raises(Impossible, match="A hand that rests on the floor cannot hold a load of 3 kg"):
        spine_load(MAN, settled.posture, 3, contacts=settled.contacts)
    with pytest.raises(Impossible, match="Nothing supports this posture"):
        spine_load(MAN, settled.posture, contacts=())
    with pytest.raises(Impossible, match="Nobody can stay like this"):
        spine_load(MAN, settled.posture, contacts=[Contact("hand")])
    with pytest.raises(Impossible, match="pelvis must be a finite number"):
        spine_load(MAN, replace(settled.posture, pelvis=np.nan), contacts=settled.contacts)


@pytest.mark.parametrize("name", POSES)
def test_every_pose_is_supported(name):
    found = load_of(pose(name, MAN))
    for band in BANDS:
        values = getattr(found, band)
        assert values.low <= values.middle <= values.high
