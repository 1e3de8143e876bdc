"""What takes long is tried in full by `pytest -m whole`, as .ci/run does; the test command takes a sample of it."""

from collections.abc import Callable, Container, Iterable
from typing import Any

import pytest


def sampled(cases: Iterable[Any], sample: Container[Any], named: Callable[[Any], str] = str) -> list:
    """The cases of a test, by their names; those that are not in the sample only as part of the whole."""
    return [
        pytest.param(case, id=named(case), marks=[] if named(case) in sample else pytest.mark.whole) for case in cases
    ]
