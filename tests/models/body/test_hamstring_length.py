"""Lengths of the hamstrings by two models: printed values, virtual work, and how far the two disagree."""

import numpy as np
import pytest

from jointlab import sources
from jointlab.models.body.hamstring_length import (
    MODELS,
    full_model_arms,
    full_model_length,
    lengthening,
    lengthening_from_angles,
    regression_arms,
    regression_length,
)
from jointlab.models.require import Impossible

MUSCLES = [row.name for row in sources.hamstrings()]


@pytest.mark.papercheck  # Cases 18 and 19: Hawkins and Hull's regression over the thigh's length.
@pytest.mark.parametrize(
    ("muscle", "hip", "knee", "share"),
    [
        ("biceps_femoris", 0, 0, 1.0480),
        ("biceps_femoris", 90, 0, 1.2361),
        ("biceps_femoris", 90, 90, 1.0921),
        ("biceps_femoris", 0, 90, 0.9040),
        ("semimembranosus", 0, 0, 1.0270),
        ("semimembranosus", 90, 0, 1.2061),
        ("semimembranosus", 90, 90, 1.0063),
    ],
)
def test_the_regression_has_its_printed_lengths(muscle, hip, knee, share):
    assert regression_length(muscle, 0.4, hip, knee) == pytest.approx(0.4 * share, abs=0.4 * 5e-5)


@pytest.mark.papercheck  # Case 21: sitting does not shorten all hamstrings.
def test_by_the_regression_sitting_lengthens_one_and_shortens_another():
    sitting = {muscle: lengthening("regression", muscle, 1, 90, 90) for muscle in MUSCLES}
    standing = {muscle: regression_length(muscle, 1, 0, 0) for muscle in MUSCLES}
    assert sitting["biceps_femoris"] / standing["biceps_femoris"] == pytest.approx(0.042, abs=5e-4)
    assert sitting["semimembranosus"] / standing["semimembranosus"] == pytest.approx(-0.020, abs=5e-4)
    assert lengthening("full model", "semimembranosus", 1, 90, 90) > 0, "the full model says the opposite"


@pytest.mark.papercheck  # Case 22: 2.09e-3 · 0.40 · 57.2958 = 4.79 cm.
def test_lever_arms_of_the_regression():
    hip, knee = regression_arms("biceps_femoris", 0.40)
    assert (hip, knee) == pytest.approx((0.0479, 0.0367), abs=5e-5)


# Computed with OpenSim from the model itself, thigh of 0.3974 m: hip, knee → lever arms at hip and knee (m).
PACKAGE = {
    "biceps_femoris": {(0, 0): (0.0330, 0.0281), (60, 0): (0.0619, 0.0289), (90, 45): (0.0514, 0.0308)},
    "semimembranosus": {(0, 0): (0.0272, 0.0312), (60, 0): (0.0554, 0.0318), (90, 45): (0.0476, 0.0408)},
    "semitendinosus": {(0, 0): (0.0319, 0.0372), (60, 0): (0.0677, 0.0383), (90, 45): (0.0586, 0.0495)},
}


@pytest.mark.parametrize("muscle", MUSCLES)
def test_virtual_work_gives_the_arms_that_the_package_computes(muscle):
    for (hip, knee), (at_hip, at_knee) in PACKAGE[muscle].items():
        found = full_model_arms(muscle, 0.3974, hip, knee)
        assert found[0] == pytest.approx(at_hip, abs=0.0015)
        assert found[1] == pytest.approx(at_knee, abs=0.0035)  # the table is coarse at a straight knee


@pytest.mark.parametrize("muscle", MUSCLES)
def test_an_arm_is_the_change_of_length_per_radian(muscle):
    step = 0.01
    for hip, knee in ((10, 10), (50, 30), (90, 100)):
        change = full_model_length(muscle, 0.4, hip + step, knee) - full_model_length(muscle, 0.4, hip - step, knee)
        assert full_model_arms(muscle, 0.4, hip, knee)[0] == pytest.approx(change / np.radians(2 * step), rel=1e-5)
        change = full_model_length(muscle, 0.4, hip, knee + step) - full_model_length(muscle, 0.4, hip, knee - step)
        assert full_model_arms(muscle, 0.4, hip, knee)[1] == pytest.approx(-change / np.radians(2 * step), rel=1e-5)


def test_the_constant_arm_is_right_on_average_and_wrong_in_places():
    constant, _ = regression_arms("biceps_femoris", 0.3974)
    hips = np.linspace(0, 120, 121)
    local, _ = full_model_arms("biceps_femoris", 0.3974, hips, 0 * hips)
    assert constant == pytest.approx(local.mean(), rel=0.1)
    assert constant / local.max() < 0.8
    assert constant / local.min() > 1.4


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("muscle", MUSCLES)
def test_bending_the_hip_lengthens_and_bending_the_knee_shortens(model, muscle):
    hips, knees = np.linspace(-20, 120, 29), np.linspace(0, 120, 25)
    grid = lengthening(model, muscle, 0.36, hips[:, None], knees[None, :])
    assert (np.diff(grid, axis=0) > 0).all()
    assert (np.diff(grid, axis=1) < 0).all()
    assert lengthening(model, muscle, 0.36, 0, 0) == 0
    assert lengthening(model, muscle, 0.72, 60, 20) == pytest.approx(2 * lengthening(model, muscle, 0.36, 60, 20))


def test_the_learners_line_is_the_regression():
    row = sources.hamstring("semitendinosus")
    mine = lengthening_from_angles(0.37, row.per_hip, row.per_knee, 70, 25)
    assert mine == pytest.approx(lengthening("regression", "semitendinosus", 0.37, 70, 25))


@pytest.mark.parametrize("model", MODELS.values())
@pytest.mark.parametrize("angles", [(130, 0), (-30, 0), (0, 130), (0, -5), (np.nan, 0)])
def test_angles_that_neither_model_covers_are_refused(model, angles):
    with pytest.raises(Impossible, match="must be between"):
        model("biceps_femoris", 0.4, *angles)


def test_what_cannot_be_is_refused():
    with pytest.raises(Impossible, match="thigh must be a finite number greater than 0"):
        regression_length("biceps_femoris", 0, 10, 10)
    with pytest.raises(sources.MissingSource, match="no hamstring called 'biceps'"):
        full_model_length("biceps", 0.4, 0, 0)
