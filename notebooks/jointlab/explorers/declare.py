"""The words in which an explorer is declared. `engine.Explorer` makes a live one of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from jointlab.drawings.picture import Picture


@dataclass(frozen=True)
class Slider:
    """A number that the learner drags or types, in the unit that the learner reads.

    `scale` is "linear" or "log"; `steps` is the number of positions less one, so every position is
    `low + (high − low)·i/steps` or `low·(high/low)^(i/steps)`.
    """

    name: str
    label: str
    symbol: str
    unit: str
    low: float
    high: float
    default: float
    steps: int = 100
    scale: str = "linear"

    def clean(self, value: Any) -> float:
        """`value` as a number inside the range; a ValueError in words otherwise."""
        try:
            number = float(value)
        except (TypeError, ValueError):
            number = float("nan")
        if not self.low <= number <= self.high:
            unit = f" {self.unit}" if self.unit else ""
            raise ValueError(f"{self.label} runs from {self.low:g} to {self.high:g}{unit}; {value} is outside.")
        return number

    def positions(self, count: int = 5) -> list[float]:
        """`count` reachable values from end to end, for sweeps."""
        share = np.round(np.linspace(0, 1, count) * self.steps) / self.steps
        if self.scale == "log":
            reached = self.low * (self.high / self.low) ** share
        else:
            reached = self.low + (self.high - self.low) * share
        # Rounding may lead past an end, which the control itself would then refuse.
        return np.clip(reached, self.low, self.high).tolist()


@dataclass(frozen=True)
class Choice:
    """One of a few named options; `options` maps the value that the model gets to the words that are read."""

    name: str
    label: str
    options: Mapping[str, str]
    default: str

    def clean(self, value: Any) -> str:
        """`value` if it is an option; a ValueError in words otherwise."""
        if value not in self.options:
            raise ValueError(f"{self.label} is one of {', '.join(self.options.values())}; {value!r} is none of them.")
        return value

    def positions(self, count: int = 5) -> list[str]:
        """All options, for sweeps."""
        return list(self.options)


@dataclass(frozen=True)
class Goal:
    """Something to reach, and the test that tells whether a state has reached it."""

    text: str
    reached: Callable[[Any], bool]


@dataclass(frozen=True)
class Sound:
    """A button that plays `render(state)`: samples in −1…1 at `rate` per second."""

    label: str
    render: Callable[[Any], np.ndarray]
    rate: int = 44_100


@dataclass(frozen=True)
class Declaration:
    """All that makes an explorer: controls → model → state → picture and sentence.

    `model` takes the controls' values by name and returns a state; `sentence` says in words what the state shows;
    `presets` maps a button's words to values.
    """

    title: str
    controls: Sequence[Slider | Choice]
    model: Callable[..., Any]
    picture: type[Picture]
    sentence: Callable[[Any], str]
    presets: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    goal: Goal | None = None
    sounds: Sequence[Sound] = ()

    @property
    def defaults(self) -> dict[str, Any]:
        """The values with which the explorer opens and to which Reset returns."""
        return {control.name: control.default for control in self.controls}

    def clean(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Every control's value checked; a ValueError in words for one that cannot be, or that no control has."""
        names = [control.name for control in self.controls]
        for name in values:
            if name not in names:
                raise ValueError(f"There is no control called {name!r}; there are {', '.join(names)}.")
        return {control.name: control.clean(values.get(control.name)) for control in self.controls}
