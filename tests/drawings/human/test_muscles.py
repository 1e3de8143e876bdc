"""Muscles stay inside the skin from attachment to attachment, and show what they do by width and by colour."""

from itertools import product

import numpy as np
import pytest
from tests.drawings.human.people import EVERY, PEOPLE, WHO, flat, outside, postures

from jointlab.drawings import style
from jointlab.drawings.human.muscles import MUSCLES, MuscleLines, bands, muscle_paths
from jointlab.drawings.human.side import outlines
from jointlab.drawings.human.upright import Upright
from jointlab.drawings.picture import Picture
from jointlab.drawings.shapes.outlines import area
from jointlab.models.body.kinematics import Leg, Posture, leg_points, trunk_points, turn
from jointlab.models.require import Impossible

ALL = dict.fromkeys(MUSCLES, 1.0)
LEGS = list(product((-20, 0, 45, 90, 120), (0, 60, 120), (-30, 0, 30)))  # hip, knee, pelvis


@pytest.mark.parametrize(("who", "name"), EVERY)
def test_muscles_at_full_work_lie_inside_the_skin(who, name):
    upright, posture = Upright(PEOPLE[who]), postures(who)[name]
    skin = outlines(upright, posture)["skin"]
    for muscle, line in muscle_paths(upright, posture).items():
        assert outside(line, skin) == 0, muscle
    for muscle, band in bands(upright, posture, 0j, ALL).items():
        assert outside(band, skin) < 0.06, muscle  # a fold of the skin may cut into its edge


@pytest.mark.parametrize("who", WHO)
def test_leg_muscles_lie_inside_the_skin_however_hip_knee_and_pelvis_are_turned(who):
    upright = Upright(PEOPLE[who])
    for hip, knee, pelvis in LEGS:
        for trunk in (0, -90):  # standing, lying
            posture = Posture(trunk + pelvis, -pelvis, leg=Leg(hip, knee))
            skin = outlines(upright, posture)["skin"]
            for muscle, line in muscle_paths(upright, posture).items():
                assert outside(line, skin) == 0, (muscle, hip, knee, pelvis)


@pytest.mark.parametrize(("hip", "knee", "pelvis"), LEGS)
def test_hamstrings_run_from_the_sit_bone_to_below_the_knee_behind_both_joints(hip, knee, pelvis):
    person = PEOPLE["woman"]
    posture = Posture(pelvis, -pelvis, leg=Leg(hip, knee))
    line = muscle_paths(Upright(person), posture)["hamstrings"] @ [1, 1j]
    leg = leg_points(person, posture, posture.leg)
    from_pelvis = line[0] / turn(pelvis)
    assert from_pelvis.real < -0.03
    assert -0.08 < from_pelvis.imag < -0.03
    shank = (line[-1] - leg.knee) / turn(-leg.shank)
    assert shank.imag == pytest.approx(-0.10 * person.segments["shank"].length, abs=0.012)
    assert shank.real < 0
    thigh = line[5:-5] / turn(-leg.thigh)
    assert (thigh.real < 0).all()


def test_stretching_the_leg_makes_the_drawn_hamstrings_longer_and_bending_the_knee_shorter():
    upright = Upright(PEOPLE["man"])

    def length(hip: float, knee: float) -> float:
        line = muscle_paths(upright, Posture(leg=Leg(hip, knee)))["hamstrings"]
        return float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())

    assert length(0, 0) < length(45, 0) < length(90, 0)
    assert length(90, 90) < length(90, 0)
    assert length(0, 90) < length(0, 0)


@pytest.mark.parametrize("who", WHO)
def test_back_muscles_lie_behind_the_lumbar_discs_and_abdominals_and_hip_flexors_in_front(who):
    person, posture = PEOPLE[who], postures(who)["upright"]
    lines = muscle_paths(Upright(person), posture)
    for level in map(flat, trunk_points(person, posture).levels):
        at = {
            name: np.interp(level.imag, *(line[np.argsort(line[:, 1])].T[::-1]))
            for name, line in lines.items()
            if name in ("back muscles", "abdominals", "hip flexors")
        }
        assert at["back muscles"] < level.real < at["hip flexors"] < at["abdominals"]


@pytest.mark.parametrize("muscle", MUSCLES)
def test_more_work_is_wider_and_less_transparent(muscle):
    picture = Drawn()
    lines = MuscleLines(picture.axes, picture)
    sizes, opaque = [], []
    for work in (0.0, 0.3, 1.0):
        lines.set(PEOPLE["woman"], Posture(), 0.85j, {muscle: work})
        (band,) = (patch for patch in picture.movers if patch.get_visible())
        sizes.append(abs(area(band.get_path().vertices)))
        *colour, alpha = band.get_facecolor()
        opaque.append(alpha)
        assert style.colour("muscle") == "#" + "".join(f"{round(255 * part):02x}" for part in colour)
    assert sizes[0] < 0.8 * sizes[1] < 0.6 * sizes[2]
    assert opaque == sorted(set(opaque))


def test_only_named_muscles_show_and_all_of_them_when_none_is_named():
    picture = Drawn()
    lines = MuscleLines(picture.axes, picture)
    lines.set(PEOPLE["woman"], Posture())
    assert sum(patch.get_visible() for patch in picture.movers) == len(MUSCLES)
    lines.set(PEOPLE["woman"], Posture(), work={"hamstrings": 0.5, "abdominals": 0.1})
    assert sum(patch.get_visible() for patch in picture.movers) == 2


@pytest.mark.parametrize(
    ("work", "says"),
    [
        ({"biceps": 0.5}, "no muscle called 'biceps'"),
        ({"hamstrings": 1.2}, "between 0 and 1; got 1.2"),
        ({"hamstrings": float("nan")}, "between 0 and 1; got nan"),
    ],
)
def test_what_is_no_work_of_a_muscle_is_refused(work, says):
    picture = Drawn()
    with pytest.raises(Impossible, match=says):
        MuscleLines(picture.axes, picture).set(PEOPLE["woman"], Posture(), work=work)


class Drawn(Picture):
    """A picture with the muscles of one body in it."""

    def build(self):
        self.axes = self.figure.add_axes((0, 0, 1, 1), xlim=(-1, 1), ylim=(-0.1, 1.9))
