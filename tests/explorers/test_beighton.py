"""The explorer of the nine joints: points, lines and sentence agree with the model."""

import pytest

from jointlab.explorers import BEIGHTON, Explorer
from jointlab.models import beighton


@pytest.fixture(scope="module")
def explorer():
    return Explorer(BEIGHTON)


def put(explorer: Explorer, **values) -> Explorer:
    explorer.set(**{**BEIGHTON.defaults, **values})
    assert explorer.last_error is None
    return explorer


@pytest.mark.parametrize(
    ("joint", "below", "reached"),
    [
        ("little_finger_left", 89, 90),
        ("little_finger_right", 89, 90),
        ("thumb_left", 1, 0),
        ("thumb_right", 1, 0),
        ("elbow_left", 9, 10),
        ("elbow_right", 9, 10),
        ("knee_left", 9, 10),
        ("knee_right", 9, 10),
        ("palms", 1, 0),
    ],
)
def test_each_joint_gives_its_point_exactly_at_its_threshold(explorer, joint, below, reached):
    assert put(explorer, **{joint: below}).state.score == 0
    assert put(explorer, **{joint: reached}).state.score == 1
    assert explorer.state.points[joint]


def test_a_threshold_is_reached_at_the_very_step_of_the_slider(explorer):
    for control in BEIGHTON.controls[:9]:
        counted = []
        for value in control.positions(control.steps + 1):
            counted.append(put(explorer, **{control.name: value}).state.score)
        assert sorted(set(counted)) == [0, 1]
        assert counted in (sorted(counted), sorted(counted, reverse=True)), "one line, crossed once"


@pytest.mark.parametrize(("stage", "line"), [("child", 6), ("adult", 5), ("older", 4)])
def test_the_line_moves_with_the_stage_of_life(explorer, stage, line):
    put(explorer, **BEIGHTON.presets["All nine"], stage=stage)
    assert explorer.state.cut_off == line == beighton.cut_off(stage)
    assert f"is {line}, which counts as generalised joint hypermobility" in explorer.frame["sentence"]
    assert "not for an illness" in explorer.frame["sentence"]


def test_one_step_short_of_everything_is_no_point_at_all(explorer):
    assert put(explorer, **BEIGHTON.presets["One step short of everything"]).state.score == 0


def test_the_goal_is_a_body_between_two_lines(explorer):
    put(explorer, **BEIGHTON.presets["Hands only"])
    assert explorer.state.score == 4
    assert explorer.frame["goal"]
    assert "both little fingers, both thumbs" in explorer.frame["sentence"]
    assert "one point more than this" in explorer.frame["sentence"]
    assert not put(explorer, **BEIGHTON.presets["All nine"]).frame["goal"]


def test_one_side_is_named(explorer):
    put(explorer, elbow_left=12.0, palms=0.0)
    assert "left elbow, palms to floor" in explorer.frame["sentence"]
