"""All words of all pictures can be read, whatever the state: large enough, inside the picture, clear of each other."""

import pytest
from tests.pictures import extents, gallery, readable


@pytest.mark.parametrize("states", [gallery.looked_at, pytest.param(gallery.in_between, marks=pytest.mark.whole)])
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
