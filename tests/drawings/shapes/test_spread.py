"""Places for dots: however many are taken, they fill the square evenly, and none comes close to another."""

import numpy as np
import pytest

from jointlab.drawings.shapes.spread import cells, spread

CLOUD = np.random.default_rng(3).random((2000, 2))


def nearest(places, stretch=(1, 1)) -> float:
    """The smallest distance between two of the places."""
    apart = np.linalg.norm((places[:, None] - places) * stretch, axis=2)
    return apart[np.triu_indices(len(places), 1)].min()


def test_every_cell_of_a_grid_is_used_once():
    places = (0.125, 0.375, 0.625, 0.875)
    used = spread(cells(4), 16)
    assert len(used) == 16
    assert {tuple(place) for place in used} == {(x, y) for x in places for y in places}


@pytest.mark.parametrize("count", [10, 40, 120])
@pytest.mark.parametrize("stretch", [(1, 1), (2.5, 1)])
def test_no_place_is_close_to_another(count, stretch):
    """A square grid of as many places has its neighbours one over the root of the count apart."""
    even = (np.prod(stretch) / count) ** 0.5
    assert nearest(spread(CLOUD, count, stretch), stretch) > 0.7 * even
    assert nearest(CLOUD[:count], stretch) < 0.5 * even


@pytest.mark.parametrize("count", [20, 60, 120])
def test_a_few_fill_the_square_as_well_as_many(count):
    places = spread(CLOUD, 120)[:count]
    for half in (places[:, 0] < 0.5, places[:, 1] < 0.5):
        assert half.mean() == pytest.approx(0.5, abs=0.1)


def test_the_later_cells_lie_all_over_the_grid_too():
    """Of cells equally far from all others any may be next: in the order of a list, the last would fill one corner."""
    for tenth in np.array_split(spread(cells(14), 196), 10):
        assert np.ptp(tenth, axis=0).min() > 0.7
        assert tenth.mean(axis=0) == pytest.approx([0.5, 0.5], abs=0.2)
