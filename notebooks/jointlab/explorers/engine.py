"""The one engine behind every explorer: from a `Declaration` to something that a hand can move.

The page side (`explorer.js`) holds native range and number inputs and asks for a new frame when the last one has
arrived, so a fast drag never queues. This side answers each request with one message: the moving marks
as SVG, the sentence, the goal. What goes wrong is said in words inside the explorer, and kept in `last_error`.
"""

import io
import wave
from pathlib import Path
from typing import Any

import anywidget
import numpy as np
import traitlets
from IPython.display import display

from jointlab.drawings import style
from jointlab.drawings.still import Still
from jointlab.explorers.declare import Choice, Declaration, Slider, Sound
from jointlab.models.require import Impossible

_HERE = Path(__file__).parent


class Explorer(anywidget.AnyWidget):
    """A live explorer. `Explorer(declaration)` shows itself as the last line of a cell.

    `unlock`: anything with `made` and `when_made(callback)`, such as a prediction; the controls stay locked
    until it is made. `values`: starting values other than the defaults.
    """

    _esm = _HERE / "explorer.js"
    _css = style.css_variables(".jl-explorer") + (_HERE / "explorer.css").read_text(encoding="utf-8")

    spec = traitlets.Dict().tag(sync=True)  # what the page needs once
    request = traitlets.Dict().tag(sync=True, echo_update=False)  # page → here: {"id": n, "values": {...}}
    frame = traitlets.Dict().tag(sync=True)  # here → page: {"id": n, "values", "marks", "sentence", "goal", "error"}
    locked = traitlets.Unicode("").tag(sync=True)  # why the controls are locked, or ""

    def __init__(self, declaration: Declaration, unlock: Any = None, **values: Any):
        self.declaration = declaration
        self.picture = declaration.picture()
        self.state: Any = None
        self.last_error: Exception | None = None
        start = {"id": 0, "values": {**declaration.defaults, **values}}
        super().__init__(spec=_spec(declaration, self.picture), request=start)
        self.on_msg(self._on_message)
        if unlock is not None and not unlock.made:
            self.locked = "Make your prediction above first: then these controls are yours."
            unlock.when_made(self._unlock)

    def set(self, **values: Any) -> None:
        """Move controls by name, as a hand would; what cannot be is said in `frame["error"]`."""
        self.request = {"id": self.request["id"] + 1, "values": {**self.request["values"], **values}}

    @traitlets.observe("request")
    def _answer(self, _change: Any) -> None:
        """Model, picture, sentence: one frame for the present request."""
        declaration, request = self.declaration, self.request
        blank = {"values": declaration.defaults, "marks": "", "sentence": "", "goal": False}
        frame = {**blank, **self.frame, "id": request["id"], "error": ""}
        try:
            values = declaration.clean(request["values"])
            self.state = declaration.at(values)
            self.picture.update(self.state)
            frame["marks"] = self.picture.frame_svg()
            frame["sentence"] = declaration.sentence(self.state)
            frame["goal"] = bool(declaration.goal and declaration.goal.reached(self.state))
            frame["values"] = values
            self.last_error = None
        except Impossible as error:  # what a model says of impossible input is meant to be read
            self.last_error, frame["error"] = error, f"{error} The picture shows the last state that works."
        except Exception as error:
            self.last_error = error
            frame["error"] = (
                f"This explorer met an error of its own ({type(error).__name__}: {error}). Press Reset; "
                "if it comes back, please report it with the values of the controls."
            )
        self.frame = frame

    def _unlock(self, *_: Any) -> None:
        self.locked = ""

    def _on_message(self, _widget: Any, message: dict, _buffers: Any) -> None:
        """The page asks to hear a sound."""
        try:
            sound = self.declaration.sounds[message["sound"]]
            self.send({"sound": message["sound"]}, buffers=[wav(sound, self.state)])
        except Exception as error:  # said in the page, never lost in the log
            self.last_error = error
            self.frame = {**self.frame, "error": f"The sound could not be made: {error}"}

    def _ipython_display_(self) -> None:
        """A still picture with its words, then the live widget, which hides the still as soon as it lives.

        Both are stored in the notebook: a page without a kernel (a web page, a printed one) is never blank.
        """
        still = Still(self.picture, caption=self.frame["sentence"], stands_in=True)
        bundle = self._repr_mimebundle_()
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        data["text/plain"] = "Run this notebook to move the controls of this picture."
        display(still)
        display(data, metadata=metadata, raw=True)


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


def _spec(declaration: Declaration, picture: Any) -> dict:
    """The part of a declaration that the page shows, as plain data."""
    return {
        "title": declaration.title,
        "width": picture.width,
        "height": picture.height,
        "description": picture.description,
        "stage": picture.stage_svg(),
        "top": picture.top_svg(),
        "controls": [_control_spec(control) for control in declaration.controls],
        "defaults": declaration.defaults,
        "presets": {words: {**declaration.defaults, **values} for words, values in declaration.presets.items()},
        "goal": declaration.goal.text if declaration.goal else "",
        "sounds": [sound.label for sound in declaration.sounds],
    }


def _control_spec(control: Slider | Choice) -> dict:
    if isinstance(control, Choice):
        return {
            "kind": "choice",
            "name": control.name,
            "label": control.label,
            "options": dict(control.options),
        }
    keys = ("name", "label", "symbol", "unit", "low", "high", "steps", "scale")
    return {"kind": "slider", **{key: getattr(control, key) for key in keys}}
