"""All words of all pictures can be read, whatever the state: large enough, inside the picture, clear of each other."""

import itertools
import random
from collections.abc import Iterator
from typing import Any

import pytest
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from tests.pictures import extents, gallery

from jointlab.drawings import style
from jointlab.drawings.picture import Picture
from jointlab.explorers.declare import Declaration

STATES = 150  # of all positions at both ends and in the middle, so many are tried, always the same
TOUCH = 1  # pixel by which two boxes may overlap: letters do not fill theirs


def unreadable(picture: Picture, own: dict[Text, Bbox], beside: dict[Text, Bbox]) -> list[str]:
    """What of the words `own` is too small, cut off, or covers another of them or one of those `beside`."""
    faults = []
    for text, box in own.items():
        said = text.get_text()
        if text.get_size() < style.TEXT["small"]:
            faults.append(f"too small: {said}")
        if min(box.x0, box.y0) < 0 or box.x1 > picture.width or box.y1 > picture.height:
            faults.append(f"cut off: {said}")
    for (one, a), (other, b) in itertools.chain(
        itertools.combinations(own.items(), 2), itertools.product(own.items(), beside.items())
    ):
        if a.padded(-TOUCH).overlaps(b):
            faults.append(f"on top of each other: {one.get_text()} / {other.get_text()}")
    return faults


def of_the_stage(picture: Picture) -> tuple[dict[Text, Bbox], dict[Text, Bbox]]:
    """The boxes of words that stand still: those at ticks, which may touch in the corner of two axes, and others."""
    boxes = extents.boxes(picture, [artist for _, artist in extents.standing(picture)])
    at_ticks = extents.tick_words(picture)
    ticks = {text: box for text, box in boxes.items() if text in at_ticks}
    return ticks, {text: box for text, box in boxes.items() if text not in at_ticks}


def states(declaration: Declaration) -> Iterator[tuple[str, dict[str, Any]]]:
    """Default, presets, corners, and positions in between."""
    yield from gallery.looked_at(declaration)
    names = [control.name for control in declaration.controls]
    grid = list(itertools.product(*(control.positions(3) for control in declaration.controls)))
    for values in random.Random(2).sample(grid, min(STATES, len(grid))):
        yield str(values), dict(zip(names, values, strict=True))


@pytest.mark.parametrize("name", gallery.explorers())
def test_words_of_an_explorer_can_be_read_in_every_state(name):
    declaration = gallery.explorers()[name]
    picture = declaration.picture()
    ticks, others = of_the_stage(picture)
    assert unreadable(picture, others, ticks) == []
    faults = {}
    for state, values in states(declaration):
        picture.update(declaration.state(**values))
        found = unreadable(picture, extents.boxes(picture, picture.movers), ticks | others)
        if found:
            faults[state] = found
    assert faults == {}


@pytest.mark.parametrize("name", gallery.stills())
def test_words_of_a_still_can_be_read(name):
    picture = gallery.still(name)
    ticks, others = of_the_stage(picture)
    assert unreadable(picture, others | extents.boxes(picture, picture.movers), ticks) == []
