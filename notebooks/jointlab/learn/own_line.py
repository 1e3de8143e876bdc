"""The line that the learner writes in a lesson, for the explorer that shows what it gives."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from jointlab.drawings.yours import Yours
from jointlab.learn.exercise import exercise

SECONDS = 0.05  # for one call: a picture follows a hand


class OwnLine:
    """The newest line that was checked in the exercise `name` of a lesson, once it gives numbers, right or wrong.

    Raises sources.MissingSource, sources.DamagedData.
    """

    def __init__(self, lesson: str, name: str):
        self.exercise = exercise(lesson, name)

    def at(self, inputs: Mapping[str, Any]) -> Yours:
        """What it gives for these inputs; no value where it gives no number. Raises KeyError if one is missing."""
        line = self.exercise.yours
        if line is None:
            return Yours()
        value = float(line.at([{name: inputs[name] for name in self.exercise.inputs}], SECONDS)[0])
        return Yours(value if np.isfinite(value) else None, line.passed)

    def when_checked(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call back whenever it has been checked anew; what is given back ends that."""
        return self.exercise.when_checked(lambda _exercise: callback())
