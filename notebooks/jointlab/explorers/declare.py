"""The words in which an explorer is declared. `engine.Explorer` makes a live one of them."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from jointlab import sources
from jointlab.drawings.picture import Picture
from jointlab.explorers.curves import Heard
from jointlab.language import _, english
from jointlab.models.require import Impossible
from jointlab.units import in_si, number, read_in, with_unit

PLAYED = (20, 40)  # positions a second, of a slider that plays: fewer jerk, more are drawn and never seen
LONGEST = 8.0  # s for one run: the page keeps more frames (ahead.js) than it can have


@dataclass(frozen=True)
class Slider:
    """A number that the learner drags or types, in the unit that the learner reads; the model gets it in SI.

    `unit` is one of `units.PER_SI`. `scale` is "linear" or "log"; `steps` is the number of positions less one, so
    every position is `low + (high − low)·i/steps` or `low·(high/low)^(i/steps)`. Sliders of one `group` share a
    place: a list with the group's name tells which of them is shown.

    `plays`: a button beside the slider lets it go along its track by itself, in so many seconds; 0: no button. It goes
    there and back, or, if it `loops` because both ends are the same picture, round and round. Raises ValueError for a
    run that is too short or too long, or has too few or too many positions.
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
    group: str = ""
    plays: float = 0.0
    loops: bool = False

    def __post_init__(self) -> None:
        if self.plays == 0 and not self.loops:
            return
        if not 1 <= self.plays <= LONGEST:
            raise ValueError(f"{self.label}: a slider plays for 1 to {LONGEST:g} seconds, not {self.plays}.")
        least, most = (rate * self.plays for rate in PLAYED)
        if not least <= self.steps <= most:
            raise ValueError(f"{self.label}: to play for {self.plays:g} s it needs {least:g} to {most:g} steps.")

    @classmethod
    def of_constant(cls, constant: str, label: str, symbol: str, unit: str, name: str = "", **more: Any) -> "Slider":
        """A slider whose range and default are those of a constant's row; `name` is what the model calls it, the
        constant's own if none is given.

        An end given as `low` or `high` (in `unit`) makes the range narrower. Raises MissingSource, and ValueError for
        an end outside the row's range.
        """
        row = sources.constant(constant)
        low, high, default = (_tidy(read_in(value, unit)) for value in (row.low, row.high, row.value))
        first, last = more.pop("low", low), more.pop("high", high)
        if not low <= first <= default <= last <= high:
            raise ValueError(f"A slider of {constant} must lie within {low:g} to {high:g} {unit}, around {default:g}.")
        return cls(name or constant, label, symbol, unit, first, last, default, **more)

    def clean(self, value: Any) -> float:
        """`value` as a number inside the range, still in the learner's unit; Impossible, in words, otherwise."""
        try:
            given = float(value)
        except (TypeError, ValueError):
            given = float("nan")
        if not self.low <= given <= self.high:
            span = with_unit(_("{low} to {high}").format(low=number(self.low, 4), high=number(self.high, 4)), self.unit)
            raise Impossible(
                _("{label} runs from {span}; {value} is outside.").format(label=self.label, span=span, value=value)
            )
        return given

    def si(self, value: float) -> float:
        """A position's `value` as the model gets it."""
        return in_si(value, self.unit)

    def position(self, step: int) -> float:
        """The value at one of the positions, 0 … `steps`."""
        share = step / self.steps
        if self.scale == "log":
            value = self.low * (self.high / self.low) ** share
        else:
            value = self.low + (self.high - self.low) * share
        return min(max(value, self.low), self.high)  # rounding may lead past an end, which `clean` would refuse

    def share(self, value: float) -> float:
        """How far along the track `value` lies, 0 … 1."""
        if self.scale == "log":
            return math.log(value / self.low) / math.log(self.high / self.low)
        return (value - self.low) / (self.high - self.low)

    def positions(self, count: int = 5) -> list[float]:
        """`count` reachable values from end to end, for sweeps."""
        return [self.position(round(i * self.steps / (count - 1))) for i in range(count)]


@dataclass(frozen=True)
class Choice:
    """One of a few named options; `options` maps the value that the model gets to the words that are read."""

    name: str
    label: str
    options: Mapping[str, str]
    default: str

    def si(self, value: str) -> str:
        """The same: a name has no unit."""
        return value

    def clean(self, value: Any) -> str:
        """`value` if it is an option; Impossible, in words, otherwise."""
        if value not in self.options:
            raise Impossible(
                _("{label} is one of {values}; {value!r} is none of them.").format(
                    label=self.label, values=", ".join(self.options.values()), value=value
                )
            )
        return value

    def positions(self, count: int = 5) -> list[str]:
        """All options, for sweeps."""
        return list(self.options)


@dataclass(frozen=True)
class Goal:
    """Something to reach, in `words` that may have places for `values`, and the test that tells whether a state has
    reached it."""

    words: str
    reached: Callable[[Any], bool]
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The words as they are read."""
        return self.words.format(**self.values)

    @property
    def key(self) -> str:
        """What the logbook keeps: a goal in other words is another goal, in another language it is the same."""
        return english(self.words)


@dataclass(frozen=True)
class Sound:
    """A button that plays `render(state)`: samples in −1…1 at `rate` per second."""

    label: str
    render: Callable[[Any], np.ndarray]
    rate: int = 44_100


@dataclass(frozen=True)
class Build:
    """What the learner's own line calculates in an explorer, once it is written.

    `inputs(state)`: what its brackets get, by name; `words(value)`: what it gives, as the end of a sentence that begins
    with "Your line: ". The picture marks it (`Picture.mark_yours`).
    """

    inputs: Callable[[Any], Mapping[str, Any]]
    words: Callable[[float], str]


@dataclass(frozen=True)
class Declaration:
    """All that makes an explorer: controls → model → state → picture and sentence.

    `model` takes the controls' values by name, in SI, and returns a state; `sentence` says in words what the state
    shows; `presets` maps a button's words to values in the units that the learner reads: what a preset does not name
    stands at its default, so that a button always shows the same. `recorded` names positions of sliders for a record
    (see record.py) where those that it would choose by itself are poor. `build`: how the line that the learner writes
    in this lesson shows in the picture. `hear`: where a curve is the point of the picture, what of a state is heard.
    """

    title: str
    controls: Sequence[Slider | Choice]
    model: Callable[..., Any]
    picture: type[Picture]
    sentence: Callable[[Any], str]
    presets: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    goal: Goal | None = None
    sounds: Sequence[Sound] = ()
    recorded: Mapping[str, Sequence[float]] = field(default_factory=dict)
    build: Build | None = None
    hear: Callable[[Any], Heard] | None = None

    @property
    def name(self) -> str:
        """The English title as one word, under which the logbook keeps what becomes of the explorer."""
        return re.sub(r"[^a-z0-9]+", "-", english(self.title).lower()).strip("-")

    @property
    def defaults(self) -> dict[str, Any]:
        """The values with which the explorer opens and to which Reset returns."""
        return {control.name: control.default for control in self.controls}

    def state(self, **values: Any) -> Any:
        """The state at these `values` in the learner's units; what is not given stands at its default."""
        return self.at(self.clean({**self.defaults, **values}))

    def at(self, values: Mapping[str, Any]) -> Any:
        """The state at `values` that `clean` has let through, one for every control."""
        return self.model(**{control.name: control.si(values[control.name]) for control in self.controls})

    def preset(self, words: str) -> Any:
        """The state that the button with these `words` shows."""
        return self.state(**self.presets[words])

    def clean(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Every control's value checked; Impossible, in words, for one that cannot be, or that no control has."""
        names = [control.name for control in self.controls]
        for name in values:
            if name not in names:
                raise Impossible(
                    _("There is no control called {name!r}; there are {names}.").format(
                        name=name, names=", ".join(names)
                    )
                )
        return {control.name: control.clean(values.get(control.name)) for control in self.controls}


def _tidy(value: float) -> float:
    """A number free of the rounding errors that a change of units leaves behind."""
    return float(f"{value:.12g}")
