"""The learner's own lines, kept as long as the kernel lives: a picture may draw them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jointlab.learn.checking.calling import call_each


@dataclass(frozen=True)
class YourLine:
    """A function of the learner's that gives numbers. `passed`: the check found it right; `sentence`: what it said."""

    function: Callable[..., Any]
    passed: bool
    sentence: str

    def at(self, points: Sequence[Mapping[str, Any]], seconds: float = 0.5) -> NDArray:
        """Its results, shape (len(points),): each point is {input: value} in the order of the exercise.

        Never raises, prints nothing and takes `seconds` at most; NaN from the first point that gives no number on.
        """
        results = np.full(len(points), np.nan)
        if len(points):
            called = call_each(self.function, [list(point.values()) for point in points], (), seconds)
            for i, each in enumerate(called):
                results[i] = np.nan if each.problem else each.value
        return results


@dataclass
class Kept:
    """What is known of one exercise: the newest line that gives numbers, the newest that passed, and who waits."""

    newest: YourLine | None = None
    passed: YourLine | None = None
    callbacks: list[Callable[[], None]] = field(default_factory=list)

    def take(self, line: YourLine) -> None:
        """Keep a line and tell it. What goes wrong in telling is raised when everybody has heard."""
        self.newest = line
        if line.passed:
            self.passed = line
        wrong = None
        for callback in list(self.callbacks):
            try:
                callback()
            except Exception as error:
                wrong = error
        if wrong:
            raise wrong


_KEPT: dict[tuple[str, str], Kept] = {}  # lesson and name of an exercise → what is kept of it


def kept(lesson: str, name: str) -> Kept:
    """What is kept of an exercise; the same object each time."""
    return _KEPT.setdefault((lesson, name), Kept())
