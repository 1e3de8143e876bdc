"""A beam on two supports, in closed form."""

import numpy as np
import pytest

from jointlab.models.body.supports import toes_force
from jointlab.models.require import Impossible

WEIGHT = 65 * 9.80665


def test_ends_and_middle():
    assert toes_force(65, 0.3, 0.3, 1.6) == 0
    assert toes_force(65, 1.6, 0.3, 1.6) == pytest.approx(WEIGHT)
    assert toes_force(65, 0.95, 0.3, 1.6) == pytest.approx(WEIGHT / 2)


def test_both_supports_carry_the_weight_and_do_not_topple_it():
    elbows, toes, centre = 0.25, 1.6, np.linspace(0.3, 1.5, 7)
    of_toes, of_elbows = toes_force(65, centre, elbows, toes), toes_force(65, centre, toes, elbows)
    assert of_toes + of_elbows == pytest.approx(np.full(7, WEIGHT), abs=1e-9)
    assert of_toes * toes + of_elbows * elbows == pytest.approx(WEIGHT * centre, abs=1e-9)


def test_virtual_work():
    """Lift the toes a little about the elbows: what the floor does equals what the weight does."""
    centre, elbows, toes, angle = 0.9, 0.25, 1.6, 1e-6
    done = toes_force(65, centre, elbows, toes) * (toes - elbows) * angle
    assert done == pytest.approx(WEIGHT * (centre - elbows) * angle, abs=1e-12)


def test_only_distances_count():
    assert toes_force(65, 1.9, 1.25, 2.6) == pytest.approx(toes_force(65, 0.9, 0.25, 1.6))


def test_who_leans_out_over_the_elbows_needs_toes_that_are_held_down():
    assert toes_force(65, 0.2, 0.3, 1.6) < 0


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ((65, 0.9, 1.6, 1.6), "^Two supports in one place cannot hold a beam: move elbows and toes apart.$"),
        ((0, 0.9, 0.3, 1.6), "^mass must be a finite number greater than 0; got 0.$"),
        ((65, np.nan, 0.3, 1.6), "^centre must be a finite number; got nan.$"),
        ((65, 0.9, 0.3, "far"), "^toes must be a finite number; got 'far'.$"),
    ],
)
def test_bad_input_gets_one_sentence(given, sentence):
    with pytest.raises(Impossible, match=sentence):
        toes_force(*given)
