"""The balance at L5-S1, also held against a full musculoskeletal model.

The numbers of that model were computed with OpenSim 4.6 from the file Model_Pose2Sim_muscles_flex.osim of pose2sim
0.10.49, which follows Beaucage-Gauvreau et al. 2019, doi 10.1080/10255842.2018.1564819 (83.98 kg). Net moments are sums
of masses times distances; OpenSim's inverse dynamics gives the same. Muscle forces are those with the least sum of
squared activations that balance the moment at L5-S1, or at all six levels at once; ligaments are left out.
"""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointlab import sources
from jointlab.models.body.balance import standing
from jointlab.models.body.kinematics import Arm, Posture, turn
from jointlab.models.body.lumbar_load import muscle_force, spine_load
from jointlab.models.body.segments import LEVELS, Body, Segment, body
from jointlab.models.interval import Interval

G = 9.80665
PERSON = body("female", 1.70, 70)
BANDS = ("moment", "muscle", "compression", "shear")
postures = st.builds(
    Posture,
    pelvis=st.floats(-60, 100),
    lumbar=st.floats(-30, 60),
    thorax=st.floats(-10, 20),
    neck=st.floats(-40, 40),
    arm=st.builds(Arm, shoulder=st.floats(-40, 170), elbow=st.floats(0, 140)),
    far_arm=st.none() | st.builds(Arm, shoulder=st.floats(-40, 170), elbow=st.floats(0, 140)),
)
loads = st.floats(0, 40)


def energy(found):
    """Potential energy (J) of all that the disc carries."""
    masses = sum(piece.mass * piece.place.imag for piece in found.pieces)
    return G * masses + found.load.size * found.load.place.imag


# ------------------------------------------------------------------ balance


@given(postures, loads)
def test_forces_and_moments_are_in_balance(posture, load):
    found = spine_load(PERSON, posture, load)
    forces = (found.weight, found.load, found.muscle_pull, found.reaction)
    assert sum(force.vector for force in forces) == pytest.approx(0, abs=1e-8)
    for point in (found.disc, 0, 2 - 3j):
        assert sum(force.moment_about(point) for force in forces) == pytest.approx(0, abs=1e-8)
    assert found.muscle_pull.size == pytest.approx(found.muscle.middle)
    assert found.weight.size == pytest.approx(G * sum(piece.mass for piece in found.pieces))
    on_the_disc = found.reaction.vector / turn(found.slope)  # in a frame that lies along the disc
    assert on_the_disc == pytest.approx(complex(-found.shear.middle, found.compression.middle), abs=1e-8)


@given(postures, loads)
def test_the_moment_is_the_sum_of_weights_times_lever_arms(posture, load):
    found = spine_load(PERSON, posture, load)
    pieces = sum(G * piece.mass * (piece.place - found.disc).real for piece in found.pieces)
    arms = found.weight.size * found.weight_arm + G * load * found.load_arm
    assert found.moment.middle == pytest.approx(pieces + G * load * found.load_arm, abs=1e-9)
    assert found.moment.middle == pytest.approx(arms, abs=1e-9)
    assert found.muscle.middle * found.muscle_arm == pytest.approx(abs(arms), abs=1e-9)


@given(postures, loads)
def test_virtual_work(posture, load):
    """Leaning the pelvis a little lowers the weight by as much as the moment about the hips says."""
    step = 1e-3
    more, less = (spine_load(PERSON, replace(posture, pelvis=posture.pelvis + s), load) for s in (step, -step))
    found = spine_load(PERSON, posture, load)
    work = -(energy(more) - energy(less)) / np.radians(2 * step)
    carried = found.weight.size + found.load.size
    assert found.moment.middle + carried * found.disc.real == pytest.approx(work, abs=1e-4)


def test_virtual_work_of_the_disc_alone(monkeypatch):
    """The same with the one joint that counts: all lumbar flexion is given to L5-S1."""
    monkeypatch.setattr(
        "jointlab.models.body.kinematics.level_shares", lambda: {level: float(level == "L5-S1") for level in LEVELS}
    )
    for bend in (0, 30, 70):
        posture = Posture(bend / 2, bend / 2, arm=Arm(50, 30))
        more, less = (spine_load(PERSON, replace(posture, lumbar=posture.lumbar + s), 8) for s in (1e-3, -1e-3))
        work = -(energy(more) - energy(less)) / np.radians(2e-3)
        assert spine_load(PERSON, posture, 8).moment.middle == pytest.approx(work, abs=1e-5)


# ------------------------------------------------------------------ symmetry and limits


@given(postures, loads)
def test_left_and_right_may_change_places(posture, load):
    both = posture.with_both_sides()
    swapped = replace(both, arm=both.far_arm, far_arm=both.arm)
    here, there = spine_load(PERSON, posture, load), spine_load(PERSON, swapped, load)
    for name in BANDS:
        assert getattr(there, name).middle == pytest.approx(getattr(here, name).middle)


@given(postures)
def test_legs_count_for_nothing(posture):
    light = {name: replace(PERSON.segments[name], mass=0.0) for name in ("thigh", "shank", "foot")}
    legless = replace(PERSON, segments=dict(PERSON.segments) | light)
    assert spine_load(legless, posture).compression == spine_load(PERSON, posture).compression


@given(postures)
def test_every_kilogram_in_the_hands_adds_the_same(posture):
    moments = [spine_load(PERSON, posture, load).moment for load in (0, 10, 35)]
    per_kilogram = G * spine_load(PERSON, posture, 10).load_arm
    assert moments[1].middle - moments[0].middle == pytest.approx(10 * per_kilogram, abs=1e-9)
    assert moments[2].low - moments[0].low == pytest.approx(35 * per_kilogram, abs=1e-9)


def test_a_load_straight_above_the_disc_adds_weight_but_no_moment():
    shoulder = np.linspace(150, 190, 20001)
    arms = spine_load(PERSON, Posture(arm=Arm(shoulder)), 20)
    at = np.argmin(np.abs(arms.load_arm))
    empty = spine_load(PERSON, Posture(arm=Arm(shoulder[at])))
    assert arms.load_arm[at] == pytest.approx(0, abs=1e-4)
    assert arms.moment.middle[at] == pytest.approx(empty.moment.middle, abs=0.02)
    slope = np.radians(sources.value("sacral_slope"))
    more = arms.compression.middle[at] - empty.compression.middle
    assert more == pytest.approx(20 * G * np.cos(slope), abs=0.5)


def test_bending_forward_costs_ever_more():
    bend = np.linspace(0, 60, 61)
    found = spine_load(PERSON, standing(PERSON, bend, reach=0))
    for name in BANDS:
        assert (np.diff(getattr(found, name).middle) > 0).all(), name


def test_twice_the_person_is_twice_the_force():
    posture = Posture(20, 30, arm=Arm(60))
    one, two = spine_load(body("male", 1.7, 60), posture, 10), spine_load(body("male", 1.7, 120), posture, 20)
    taller = spine_load(body("male", 1.87, 60), posture, 10)
    for name in BANDS:
        assert getattr(two, name).middle == pytest.approx(2 * getattr(one, name).middle)
    assert taller.moment.middle == pytest.approx(1.1 * one.moment.middle)


def test_leaning_back_the_muscles_in_front_pull():
    found = spine_load(PERSON, standing(PERSON, -20))
    assert found.moment.high < 0
    assert found.muscle.low > 0
    assert found.muscle_arm == pytest.approx(sources.value("flexor_arm"))
    line = (found.muscle_pull.place - found.disc) / turn(found.slope)
    assert line.real > 0  # in front of the disc
    assert found.muscle_pull.vector.imag < 0  # and it pulls down
    bent = spine_load(PERSON, standing(PERSON, 30))
    assert ((bent.muscle_pull.place - bent.disc) / turn(bent.slope)).real < 0


def test_upright_the_muscles_on_either_side_may_be_the_ones():
    found = spine_load(PERSON, standing(PERSON))
    assert found.moment.low < 0 < found.moment.high
    assert found.muscle.low == 0
    arms = [sources.constant(name).low for name in ("extensor_arm", "flexor_arm")]
    assert found.muscle.high == pytest.approx(max(found.moment.high / arms[0], -found.moment.low / arms[1]))


# ------------------------------------------------------------------ bands


@given(postures, loads)
def test_the_middle_lies_in_the_band(posture, load):
    found = spine_load(PERSON, posture, load)
    for name in BANDS:
        band = getattr(found, name)
        assert band.low <= band.middle <= band.high
    assert found.muscle.low >= 0


def test_a_known_lever_arm_narrows_the_band():
    posture = standing(PERSON, 45, reach=20, load=10)
    usual = spine_load(PERSON, posture, 10)
    arms = np.array([0.04, 0.05, 0.06, 0.07])
    known = spine_load(PERSON, posture, 10, muscle_arm=arms)
    assert known.muscle.middle == pytest.approx(usual.moment.middle / arms)
    assert known.muscle_arm == pytest.approx(arms)
    assert (np.diff(known.compression.middle) < 0).all()
    assert (known.compression.high - known.compression.low < usual.compression.high - usual.compression.low).all()
    assert (known.compression.low >= usual.compression.low).all()
    assert (known.compression.high <= usual.compression.high).all()


@given(postures, loads, st.lists(st.floats(0, 1), min_size=4, max_size=4))
def test_no_choice_of_the_uncertain_numbers_leaves_the_band(posture, load, shares):
    """The formulas written out once more, for one person whose lever arm, angles and masses are anywhere in range."""

    def pick(name, share):
        constant = sources.constant(name)
        return constant.low + share * (constant.high - constant.low)

    found = spine_load(PERSON, posture, load)
    arm, slant = pick("extensor_arm", shares[0]), np.radians(pick("muscle_slant", shares[1]))
    slope = np.radians(pick("sacral_slope", shares[2]) + posture.pelvis)
    own = pick("upper_body_factor", shares[3]) * found.weight.size
    moment = own * found.weight_arm + found.load.size * found.load_arm
    muscle = moment / arm if moment > 0 else -moment / sources.value("flexor_arm")
    weight = own + found.load.size
    wanted = {
        "moment": moment,
        "muscle": muscle,
        "compression": muscle * np.cos(slant) + weight * np.cos(slope),
        "shear": muscle * np.sin(slant) + weight * np.sin(slope),
    }
    for name, value in wanted.items():
        band = getattr(found, name)
        assert band.low - 1e-6 <= value <= band.high + 1e-6, name


# ------------------------------------------------------------------ papers and a full model


@pytest.mark.papercheck  # 20 kg at 60 and at 30 cm, lever arm 6 cm: 981 N less to pull.
def test_close_beats_far():
    far, close = (muscle_force(35, 0.2, 20, arm, 0.06) for arm in (0.60, 0.30))
    assert far - close == pytest.approx(981, abs=0.5)


@pytest.mark.papercheck  # Winter's table after Dempster, as in BMClab/BMC data/BSP_DempsterWinter.txt, on GitHub.
@pytest.mark.parametrize("pelvis", [30, 60, 90])
@pytest.mark.parametrize("sex", ["female", "male"])
def test_an_older_table_of_segments_gives_the_same_moment(sex, pelvis):
    person = body(sex, 1.70, 84)
    found = spine_load(person, Posture(pelvis, arm=Arm(pelvis)))
    marks = person.landmarks
    top = sum(person.segments[name].length for name in ("lower trunk", "middle trunk", "upper trunk"))
    chest_and_belly = top - 0.63 * (top - marks["L4-L5"].imag)  # its centre, 63 % down from the neck to L4-L5
    places = {0.355: -person.axis + 1j * chest_and_belly, 0.081: marks["skull base"] + 0.02j, 0.1: marks["shoulder"]}
    moment = sum(84 * G * share * ((at - marks["L5-S1"]) * turn(pelvis)).real for share, at in places.items())
    assert found.moment.middle == pytest.approx(moment, rel=0.03)


# The full model's own segments: mass (kg), length (m), centre. Its chest is heaviest below the place where ours bends.
FULL = {
    "head": Segment(4.278, 0.2388, 0.4615),
    "upper trunk": Segment(16.878, 0.2234, 1.1445),
    "middle trunk": Segment(11.126, 0.2012, 0.5),
    "lower trunk": Segment(14.970, 0.1778, 0.5847),
    "upper arm": Segment(2.033, 0.2866, 0.576),
    "forearm": Segment(1.216, 0.2497, 0.51),
    "hand": Segment(0.458, 0.0865, 0.79),
    "thigh": Segment(9.387, 0.41, 0.4),
    "shank": Segment(3.808, 0.43, 0.4),
    "foot": Segment(1.467, 0.23, 0.4),
}
# Pelvis, lumbar, shoulder, elbow (degrees), load (kg): net moment (N m), then compression and shear (N) with the
# muscles that balance L5-S1 alone, and the same with those that balance six levels at once.
FULL_MODEL = [
    ((0, 0, 0, 0, 0), 4.8, (440, 309), (486, 265)),
    ((5.2, 9.8, 15, 0, 0), 29.2, (977, 599), (983, 474)),
    ((10.3, 19.7, 30, 0, 0), 52.0, (1516, 827), (1500, 674)),
    ((18.2, 26.8, 45, 0, 0), 73.0, (2015, 1022), (2005, 860)),
    ((26.1, 33.9, 60, 0, 0), 89.9, (2430, 1139), (2854, 1121)),
    ((47.6, 42.4, 90, 0, 0), 108.9, (2828, 1236), (2839, 1082)),
    ((60, 0, 60, 0, 0), 99.3, (2129, 1561), (2080, 1143)),
    ((0, 40, 40, 0, 0), 59.7, (1853, 720), (1869, 665)),
    ((0, 0, 90, 0, 0), 26.4, (915, 559), (918, 446)),
    ((0, 0, 90, 0, 20), 147.8, (3738, 2076), (3563, 1687)),
    ((0, 0, 0, 90, 20), 77.2, (2187, 1262), (2157, 1038)),
    ((18.2, 26.8, 45, 0, 20), 125.6, (3404, 1670), (3270, 1383)),
    ((26.1, 33.9, 60, 0, 10), 122.7, (3290, 1505), (3223, 1295)),
    ((47.6, 42.4, 90, 0, 20), 188.5, (4882, 2031), (4790, 1691)),
]


def full_model():
    marks = {row.name: complex(row.forward, row.up) for row in sources.landmarks().values()}
    return Body(height=1.70, segments=FULL, landmarks=marks, fingers=0.09, axis=0.0023, sex="male")


def as_posture(angles):
    pelvis, lumbar, shoulder, elbow, load = angles
    return Posture(pelvis, lumbar, arm=Arm(shoulder, elbow)), load


@pytest.mark.papercheck  # With the full model's own masses, in 14 postures.
def test_the_moment_agrees_with_the_full_model_at_equal_masses():
    assert full_model().mass == pytest.approx(83.98, abs=0.02)
    for angles, moment, *_ in FULL_MODEL:
        found = spine_load(full_model(), *as_posture(angles))
        assert found.moment.middle == pytest.approx(moment, rel=0.02, abs=0.3)


@pytest.mark.papercheck  # With our own masses for a person of the same size.
def test_our_bands_hold_the_full_model():
    ours = body("male", 1.70, 83.98)
    for angles, moment, *with_muscles in FULL_MODEL:
        for person in (ours, full_model()):
            found = spine_load(person, *as_posture(angles))
            assert found.moment.low <= moment <= found.moment.high
            for compression, shear in with_muscles:
                assert found.compression.low <= compression <= found.compression.high
                assert found.shear.low <= shear <= found.shear.high


@pytest.mark.papercheck  # The textbook's formula, muscles along the axis of the disc, misses most of the shear.
def test_the_slant_of_the_muscles_makes_most_of_the_shear():
    for angles, _, (_, shear), _ in FULL_MODEL[2:]:
        found = spine_load(full_model(), *as_posture(angles))
        weight_alone = (found.weight.size + found.load.size) * np.sin(np.radians(found.slope))
        assert weight_alone < 0.65 * shear
        assert found.shear.middle == pytest.approx(shear, rel=0.35)


# ------------------------------------------------------------------ many at once, and refusals


def test_many_at_once():
    bend, load = np.array([-10.0, 0.0, 35.0, 80.0]), np.array([[0.0], [15.0]])
    mass = np.array([50.0, 60.0, 70.0, 80.0])
    crowd = body("female", 1.6, mass)
    many = spine_load(crowd, standing(crowd, bend, 10, 20, 5, load), load)
    for i in range(2):
        for j in range(4):
            person = body("female", 1.6, mass[j])
            one = spine_load(person, standing(person, bend[j], 10, 20, 5, load[i, 0]), load[i, 0])
            for name in BANDS:
                for end in ("low", "middle", "high"):
                    found = np.broadcast_to(getattr(getattr(many, name), end), (2, 4))[i, j]
                    assert found == pytest.approx(getattr(getattr(one, name), end), abs=1e-9)
            for name in ("weight", "load", "muscle_pull", "reaction"):
                found = np.broadcast_to(getattr(many, name).vector, (2, 4))[i, j]
                assert found == pytest.approx(getattr(one, name).vector, abs=1e-9)


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: spine_load(PERSON, Posture(), -5), "load must be a finite number, 0 or more; got -5"),
        (lambda: spine_load(PERSON, Posture(), muscle_arm=0), "muscle_arm must be a finite number greater than 0"),
        (lambda: spine_load(PERSON, Posture(pelvis=np.nan)), "pelvis must be a finite number; got nan"),
        (lambda: spine_load(PERSON, Posture(lumbar="bent")), "lumbar must be a finite number; got 'bent'"),
        (lambda: spine_load(PERSON, Posture(arm=Arm(elbow=np.inf))), "elbow must be a finite number; got inf"),
        (lambda: spine_load(PERSON, Posture(far_arm=Arm([0, np.nan]))), "far_shoulder must be a finite number"),
        (lambda: muscle_force(-1, 0.2, 5, 0.4, 0.05), "trunk_mass must be"),
        (lambda: muscle_force(35, 0.2, 5, 0.4, 0), "muscle_arm must be"),
        (lambda: muscle_force(35, np.inf, 5, 0.4, 0.05), "trunk_arm must be"),
    ],
)
def test_impossible_input_is_refused_in_words(call, sentence):
    with pytest.raises(ValueError, match=sentence):
        call()


# ------------------------------------------------------------------ the arithmetic of bands

numbers = st.floats(-100, 100)
bands = st.lists(numbers, min_size=3, max_size=3).map(lambda three: Interval(*sorted(three)))


@given(bands, bands, st.floats(0, 1), st.floats(0, 1))
def test_sums_and_products_of_bands_hold_those_of_their_numbers(one, other, here, there):
    x, y = one.low + here * (one.high - one.low), other.low + there * (other.high - other.low)
    for band, value in ((one + other, x + y), (one * other, x * y)):
        assert band.low - 1e-9 <= value <= band.high + 1e-9
        assert band.low <= band.middle <= band.high
    above = Interval(*(abs(end) + 0.1 for end in sorted((other.low, other.middle, other.high), key=abs)))
    quotient = one / above
    assert quotient.low - 1e-9 <= x / (above.low + there * (above.high - above.low)) <= quotient.high + 1e-9


@given(st.lists(st.floats(-720, 720), min_size=3, max_size=3).map(sorted), st.floats(0, 1))
def test_the_cosine_and_sine_of_a_band_hold_those_of_its_angles(angles, share):
    band = Interval(*angles)
    angle = np.radians(band.low + share * (band.high - band.low))
    for found, value in ((band.cosine(), np.cos(angle)), (band.sine(), np.sin(angle))):
        assert -1 <= found.low <= value + 1e-12
        assert value - 1e-12 <= found.high <= 1
        assert found.low <= found.middle <= found.high


def test_the_cosine_of_a_band_reaches_its_turning_points():
    assert Interval(-10, 0, 20).cosine() == Interval(pytest.approx(np.cos(np.radians(20))), 1.0, 1.0)
    assert Interval(170, 175, 190).cosine().low == -1
    assert Interval(80, 85, 100).sine().high == 1
    for low, high in pairwise((0, 40, 90, 150, 180)):
        assert Interval(low, low, high).cosine().high == pytest.approx(np.cos(np.radians(low)))
    many = Interval(np.array([-5.0, 30.0]), np.array([0.0, 40.0]), np.array([5.0, 50.0])).cosine()
    assert many.high == pytest.approx([1, np.cos(np.radians(30))])


def test_a_band_of_a_constant():
    assert Interval.of_constant("sacral_slope") == Interval(24, 37.2, 55)
    assert Interval.exactly(3.0) == Interval(3.0, 3.0, 3.0)
