"""All words of all pictures can be read, whatever the state: large enough, inside the picture, clear of each other."""

import itertools
import random
from collections.abc import Iterator
from typing import Any

import pytest
from tests.pictures import extents, gallery, readable

from jointlab.explorers.declare import Declaration

STATES = 150  # of all positions at both ends and in the middle, so many are tried in full, always the same


def in_between(declaration: Declaration) -> Iterator[tuple[str, dict[str, Any]]]:
    """Positions at the ends and in the middle of everything, with names as `gallery.looked_at` gives them."""
    names = [control.name for control in declaration.controls]
    grid = list(itertools.product(*(control.positions(3) for control in declaration.controls)))
    for values in random.Random(2).sample(grid, min(STATES, len(grid))):
        yield str(values), dict(zip(names, values, strict=True))


@pytest.mark.parametrize("states", [gallery.looked_at, pytest.param(in_between, marks=pytest.mark.whole)])
@pytest.mark.parametrize("name", gallery.explorers())
def test_words_of_an_explorer_can_be_read_in_every_state(name, states):
    declaration = gallery.quick(name)
    picture = gallery.picture(name)
    ticks, others = readable.of_the_stage(picture)
    assert readable.unreadable(picture, others, ticks) == []
    faults = {}
    for state, values in states(declaration):
        picture.update(declaration.state(**values))
        found = readable.unreadable(picture, extents.boxes(picture, picture.movers), ticks | others)
        if found:
            faults[state] = found
    assert faults == {}


@pytest.mark.parametrize("name", gallery.stills())
def test_words_of_a_still_can_be_read(name):
    assert readable.unreadable_in(gallery.still(name)) == []
