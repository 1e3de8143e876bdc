import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jointlab.models.body.segments import LEVELS, PAIRED, SEGMENTS, body

SEXES = ("female", "male")
sexes, heights, masses = st.sampled_from(SEXES), st.floats(0.5, 2.5), st.floats(2, 400)


def total(segments):
    return sum(segments[name].mass * (2 if name in PAIRED else 1) for name in SEGMENTS)


@given(sexes, heights, masses)
def test_the_segments_weigh_what_the_person_weighs(sex, height, mass):
    person = body(sex, height, mass)
    assert total(person.segments) == pytest.approx(mass, rel=1e-12)
    assert person.mass == pytest.approx(mass, rel=1e-12)


@pytest.mark.papercheck  # De Leva 1996: the trunk is 43.46 % of a man.
def test_trunk_of_a_man():
    segments = body("male", 1.741, 70).segments
    trunk = sum(segments[name].mass for name in ("upper trunk", "middle trunk", "lower trunk"))
    assert trunk == pytest.approx(30.42, abs=0.005)
    assert sum(segments[name].length for name in ("upper trunk", "middle trunk", "lower trunk")) == pytest.approx(
        0.6033, abs=1e-4
    )


@given(sexes, heights, st.floats(0.5, 2))
def test_all_lengths_go_with_height(sex, height, factor):
    assume(0.5 <= height * factor <= 2.5)
    one, other = body(sex, height, 60), body(sex, height * factor, 60)
    for name in SEGMENTS:
        assert other.segments[name].length == pytest.approx(factor * one.segments[name].length)
        assert other.segments[name].com == one.segments[name].com
    for name in one.landmarks:
        assert other.landmarks[name] == pytest.approx(factor * one.landmarks[name])
    for length in ("axis", "fingers", "hip_height", "ankle_height"):
        assert getattr(other, length) == pytest.approx(factor * getattr(one, length))


@pytest.mark.parametrize("sex", SEXES)
def test_from_the_floor_to_the_vertex(sex):
    person = body(sex, 1.8, 80)
    lengths = {name: segment.length for name, segment in person.segments.items()}
    legs = person.ankle_height + lengths["shank"] + lengths["thigh"]
    trunk = lengths["lower trunk"] + lengths["middle trunk"] + lengths["upper trunk"]
    assert legs + trunk + lengths["head"] == pytest.approx(1.8)
    assert 0.02 < person.ankle_height < 0.1


@pytest.mark.parametrize("sex", SEXES)
def test_the_landmarks_lie_in_the_trunk_from_below_to_above(sex):
    person = body(sex, 1.7, 70)
    names = [*LEVELS, "shoulder", "skull base"]
    assert set(person.landmarks) == set(names)
    heights = [person.landmarks[name].imag for name in names]
    assert heights == sorted(heights)
    lower, middle = (person.segments[name].length for name in ("lower trunk", "middle trunk"))
    assert heights[0] > 0
    assert heights[len(LEVELS) - 1] < lower + middle  # the breastbone ends above the lowest ribs


@pytest.mark.parametrize("sex", SEXES)
def test_many_people_at_once(sex):
    tall, heavy = np.array([1.5, 1.7, 2.0]), np.array([50.0, 90.0, 70.0])
    crowd = body(sex, tall, heavy)
    assert crowd.mass == pytest.approx(heavy, rel=1e-12)
    for i, person in enumerate(body(sex, h, m) for h, m in zip(tall, heavy, strict=True)):
        for name in SEGMENTS:
            assert crowd.segments[name].mass[i] == person.segments[name].mass
            assert crowd.segments[name].length[i] == person.segments[name].length
        for name in person.landmarks:
            assert crowd.landmarks[name][i] == person.landmarks[name]
        assert crowd.hip_height[i] == person.hip_height


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: body("both", 1.7, 70), 'sex must be "female" or "male".*\'both\''),
        (lambda: body("female", 170, 70), "height must be between 0.5 and 2.5; got 170"),
        (lambda: body("female", [1.7, np.nan], 70), "height must be between"),
        (lambda: body("female", 1.7, 0), "mass must be between 2 and 400; got 0"),
        (lambda: body("female", 1.7, "heavy"), "mass must be between 2 and 400; got 'heavy'"),
    ],
)
def test_impossible_people_are_refused_in_words(call, sentence):
    with pytest.raises(ValueError, match=sentence):
        call()
