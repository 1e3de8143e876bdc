"""What the website plays: on its coarse grid, too, each goal can be reached."""

import itertools
import random

import pytest
from tests.pictures import gallery

from jointlab.explorers import record
from jointlab.models.require import Impossible

pytestmark = pytest.mark.whole
EXPLORERS = gallery.explorers()


def reaches(declaration, values) -> bool:
    try:
        return declaration.goal.reached(declaration.at(values))
    except Impossible:
        return False


@pytest.mark.parametrize("name", EXPLORERS)
def test_the_goal_is_within_reach_of_a_hand(name):
    from website.build import most_of

    declaration = EXPLORERS[name]
    grid = record.positions(declaration, most_of(declaration))
    everywhere = list(itertools.product(*grid.values()))
    anyhow = random.Random(10).sample(everywhere, len(everywhere))  # comes upon it sooner than row by row
    assert any(reaches(declaration, dict(zip(grid, values, strict=True))) for values in anyhow)
