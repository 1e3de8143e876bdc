"""Places that fill an area evenly, however many of them are taken: dots of gas, in a fluid or in a syringe."""

import numpy as np
from numpy.typing import ArrayLike, NDArray


def cells(side: int) -> NDArray:
    """The middles of `side` by `side` equal cells of the unit square, shuffled: of places equally far, any is first."""
    middles = (np.arange(side) + 0.5) / side
    every = np.column_stack([np.repeat(middles, side), np.tile(middles, side)])
    return np.random.default_rng(1).permutation(every)


def spread(places: NDArray, count: int, stretch: ArrayLike = (1.0, 1.0)) -> NDArray:
    """The first `count` of `places` in the unit square, each as far as can be from all before it.

    So a few fill the square as evenly as many do. Opposite edges count as neighbours. `stretch`: how long and how high
    the square is where it is drawn.
    """
    nearest, chosen = np.full(len(places), np.inf), [0]
    while len(chosen) < count:
        apart = np.abs(places - places[chosen[-1]])
        nearest = np.minimum(nearest, np.hypot(*(np.minimum(apart, 1 - apart) * stretch).T))
        chosen.append(int(np.argmax(nearest)))
    return places[chosen]
