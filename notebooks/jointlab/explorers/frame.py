"""From a declaration to plain data: what a page needs once, and one frame for each state."""

import io
import wave
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import numpy as np

from jointlab.drawings.grip import Grip
from jointlab.drawings.picture import Picture
from jointlab.drawings.yours import Yours
from jointlab.explorers.declare import Choice, Declaration, Slider, Sound
from jointlab.language import _
from jointlab.models.require import Impossible
from jointlab.units import read_in, unit_in_words


class Line(Protocol):
    """The line that the learner writes in a lesson, such as `learn.OwnLine`."""

    def at(self, inputs: Mapping[str, Any]) -> Yours:
        """What it gives for these inputs."""

    def when_checked(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call back whenever it has been checked anew; what is given back ends that."""


def frame(
    declaration: Declaration, picture: Picture, values: Mapping[str, Any], line: Line | None = None
) -> tuple[Any, dict[str, Any]]:
    """The state at `values` (in the learner's units, one for every control), and all that a page shows of it.

    `line`: the learner's own, where the explorer shows it.

    {"values", "marks", "sentence", "goal", "grips", "error"}; whole, or not at all: raises Impossible for values that
    cannot be, and whatever a mistake of model or picture raises.
    """
    values = declaration.clean(values)
    state = declaration.at(values)
    yours = line.at(declaration.build.inputs(state)) if line else None
    return state, {
        "values": values,
        "marks": picture.frame_at(state, yours),
        "sentence": declaration.sentence(state) + _told(declaration, yours),
        "goal": bool(declaration.goal and declaration.goal.reached(state)),
        "grips": [_grip(grip, declaration) for grip in picture.grips(state)],
        "error": "",
    }


def _told(declaration: Declaration, yours: Yours | None) -> str:
    """What the learner's line gives, as one more sentence."""
    if yours is None or yours.value is None:
        return ""
    told = _("Your line: {value}.") if yours.right else _("Your line, not right yet: {value}.")
    return " " + told.format(value=declaration.build.words(yours.value))


def refused(error: Impossible) -> str:
    """What a page says of values that cannot be."""
    return _("{error} The picture shows the last state that works.").format(error=error)


def spec(declaration: Declaration, picture: Picture) -> dict[str, Any]:
    """The part of a declaration that a page shows, as plain data."""
    return {
        "name": declaration.name,
        "title": declaration.title,
        "width": picture.width,
        "height": picture.height,
        "description": picture.description,
        "stage": picture.stage_svg(),
        "top": picture.top_svg(),
        "controls": [_control(control) for control in declaration.controls],
        "defaults": declaration.defaults,
        "presets": {words: {**declaration.defaults, **values} for words, values in declaration.presets.items()},
        "goal": declaration.goal.text if declaration.goal else "",
        "sounds": [sound.label for sound in declaration.sounds],
        "hear": declaration.hear is not None,
    }


def wav(sound: Sound, state: Any) -> bytes:
    """A mono 16-bit WAV file of `sound` for `state`."""
    samples = np.clip(np.asarray(sound.render(state), dtype=float), -1, 1)
    data = io.BytesIO()
    with wave.open(data, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(sound.rate)
        file.writeframes((samples * 32767).astype("<i2").tobytes())
    return data.getvalue()


def _control(control: Slider | Choice) -> dict[str, Any]:
    if isinstance(control, Choice):
        return {
            "kind": "choice",
            "name": control.name,
            "label": control.label,
            "options": dict(control.options),
        }
    keys = ("name", "label", "symbol", "low", "high", "steps", "scale", "group", "plays", "loops")
    units = {"unit": unit_in_words(control.unit), "one": unit_in_words(control.unit, 1)}  # behind a number, behind 1
    return {"kind": "slider", **{key: getattr(control, key) for key in keys}, **units}


def _grip(grip: Grip, declaration: Declaration) -> list[dict[str, Any]]:
    """The tracks of a grip with values as the learner reads them, and places to a tenth of a pixel."""
    controls = {control.name: control for control in declaration.controls}
    return [
        {
            "control": track.control,
            "values": [_read(value, controls[track.control]) for value in track.values],
            "places": np.round(np.asarray(track.places, dtype=float), 1).tolist(),
        }
        for track in grip
    ]


def _read(value: Any, control: Slider | Choice) -> Any:
    return value if isinstance(control, Choice) else float(f"{read_in(value, control.unit):.6g}")
