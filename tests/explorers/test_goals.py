"""A goal is something to find: no explorer gives it away, and each can be reached, in a record too.

Tried are the positions that are recorded, in an order that is always the same, and that comes upon every goal soon.
"""

import itertools
import random
from functools import cache

import numpy as np
import pytest
from tests.pictures import gallery
from tests.sample import sampled

from jointlab.explorers import record
from jointlab.models.require import Impossible

EXPLORERS = gallery.explorers()
SAMPLE = {"SYRINGE", "COLLAPSE", "CARRY", "BEIGHTON", "FOREST", "TWENTY_ANSWERS"}
TRIED = 100  # positions of each explorer, and more where none of them reaches the goal
MOST = 0.1  # of them


@cache
def reached(name: str) -> list[bool]:
    """Whether the goal is reached at the positions tried, up to the first that reaches it."""
    declaration, found = EXPLORERS[name], []
    for values in _positions(name):
        try:
            found.append(bool(declaration.goal.reached(declaration.at(values))))
        except Impossible:  # a state that the model refuses is recorded as such
            continue
        if len(found) >= TRIED and any(found):
            break
    return found


def _positions(name: str):
    grid = record.positions(EXPLORERS[name])
    all_ = list(itertools.product(*grid.values()))
    yield from (dict(zip(grid, values, strict=True)) for values in random.Random(10).sample(all_, len(all_)))


@pytest.mark.parametrize("name", sampled(EXPLORERS, SAMPLE))
def test_it_can_be_reached(name):
    assert any(reached(name)), EXPLORERS[name].goal.text


@pytest.mark.parametrize("name", EXPLORERS)
def test_it_is_not_reached_at_the_start_nor_by_a_button(name):
    declaration = EXPLORERS[name]
    assert not declaration.goal.reached(declaration.state())
    assert [words for words in declaration.presets if declaration.goal.reached(declaration.preset(words))] == []


@pytest.mark.parametrize("name", sampled(EXPLORERS, SAMPLE))
def test_most_positions_do_not_reach_it(name):
    assert np.mean(reached(name)[:TRIED]) < MOST
