"""What two curves of one plot tell apart by colour is told by dash, mark or strength as well.

In grey the colours of data cannot be far apart: each of them must stand out from paper.
"""

from itertools import combinations

import pytest
from matplotlib.colors import to_hex
from tests.pictures import gallery

from jointlab.drawings import style
from jointlab.drawings.picture import Picture

NAMES = {light: name for name, (light, _dark) in style.COLOURS.items()}
POINTS = 10  # a line of fewer is a stroke of a mark or of a row, which its place and its words name
# Where the place on the axes tells it: what lies below the line of vacuum; what joins two marks of different shapes.
BY_PLACE = {"FILM": "blue and vermilion", "NOTHING": "ink and blue"}


def alike(picture: Picture) -> list[str]:
    """Pairs of curves in one plot that differ in nothing but colour; of drawings, each part has its words beside it."""
    faults = []
    for axes in picture.figure.axes:
        if not axes.axison:
            continue
        curves = [line for line in axes.lines if line.get_visible() and len(line.get_xdata()) >= POINTS]
        for one, other in combinations((line for line in curves if line.get_linestyle() != "None"), 2):
            if look(one) == look(other) and to_hex(one.get_color()) != to_hex(other.get_color()):
                faults.append(" and ".join(NAMES[to_hex(line.get_color())] for line in (one, other)))
    return faults


def look(line) -> tuple:
    """All of a curve but its colour and its place."""
    marker = line.get_marker()
    hollow = to_hex(line.get_markerfacecolor()) != to_hex(line.get_color())
    return line.get_linestyle(), line.get_linewidth(), line.get_alpha(), marker, hollow and marker != "None"


@pytest.mark.parametrize("name", gallery.explorers())
def test_curves_of_an_explorer_differ_in_more_than_colour(name):
    declaration, picture = gallery.quick(name), gallery.picture(name)
    faults = {}
    for state, values in [("default", {}), *declaration.presets.items()]:
        picture.update(declaration.state(**values))
        faults |= {state: found} if (found := set(alike(picture)) - {BY_PLACE.get(name)}) else {}
    assert faults == {}


@pytest.mark.parametrize("name", gallery.stills())
def test_curves_of_a_still_differ_in_more_than_colour(name):
    assert alike(gallery.still(name)) == []
