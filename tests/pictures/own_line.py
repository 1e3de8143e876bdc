"""The learner's own line, marked in the picture of an explorer: what all such marks are held to."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from tests.pictures import extents, readable

from jointlab.drawings.page import DASHES
from jointlab.drawings.picture import Picture
from jointlab.drawings.yours import Yours, YoursMark
from jointlab.explorers.declare import Declaration


def marking(declaration: Declaration, law: Callable[..., Any]) -> Callable[..., tuple[Any, Yours]]:
    """`marked(picture, values, factor, right)`: the state, and `factor` times what a right line gives there, marked.

    `law`: the right line, asked with what the learner's own is asked with; None where it gives nothing.
    """

    def marked(picture: Picture, values: dict[str, Any], factor: float = 1.0, right: bool = True) -> tuple[Any, Yours]:
        state = declaration.state(**values)
        given = law(**declaration.build.inputs(state))
        yours = Yours(None if given is None else factor * float(given), right)
        picture.frame_at(state, yours)
        return state, yours

    return marked


def is_dashed_and_stands_at(mark: YoursMark, value: float) -> None:
    """The upright line of a wrong one: at `value` of its axis, or at the end beyond which that lies."""
    low, high = mark.axes.get_xlim()
    assert list(mark.line.get_xdata()) == 2 * [pytest.approx(min(max(value, low), high))]
    assert mark.line._unscaled_dash_pattern == DASHES["dashed"]


def faults(picture: Picture, mark: YoursMark) -> list[str]:
    """What cannot be read of the words of the mark, or cannot because of them."""
    beside = _standing(picture) | extents.boxes(picture, picture.movers)
    own = {mark.words: beside.pop(mark.words)}
    return readable.unreadable(picture, own, beside)


@cache
def _standing(picture: Picture) -> dict:
    ticks, others = readable.of_the_stage(picture)
    return ticks | others
