"""The one engine behind every explorer: from a `Declaration` to something that a hand can move.

The page side (`front/`) holds native inputs and handles in the picture. What it knows already it shows at once; for the
rest it asks, one request at a time, so a fast drag never queues. While the hand asks for nothing, it asks for the
frames around it (`JOINTLAB_AHEAD=off` stops that, for hubs that must save; a browser's own Python, where a frame takes
long and all else would wait for it, does not begin). This side answers with frames:
the moving marks as SVG, the sentence, the goal, the grips. What goes wrong is said in words inside the explorer, and
kept in `last_error`.
"""

import asyncio
import os
from contextlib import suppress
from typing import Any

import anywidget
import traitlets

from jointlab import cell
from jointlab import logbook as logbooks
from jointlab.drawings import style
from jointlab.drawings.still import Still
from jointlab.explorers import frame as frames
from jointlab.explorers import front, hear
from jointlab.explorers.declare import Declaration
from jointlab.language import _
from jointlab.logbook import place
from jointlab.models.require import Impossible

_PAUSE = 0.005  # s between frames drawn ahead: with less, a message of the hand waits until all of them are drawn


class Explorer(anywidget.AnyWidget):
    """A live explorer. `Explorer(declaration)` shows itself as the last line of a cell.

    `unlock`: a prediction, or what has `key`, `made` and `when_made(callback)` as well; until it is made, the controls
    stay locked and the picture veiled. `line`: what the learner writes in this lesson, marked in the picture. `values`:
    starting values other than the defaults. The logbook keeps that the goal was reached and where the controls were
    left: there they stand when the lesson is opened again.
    """

    _esm = front.SCRIPT
    _css = front.STYLE

    spec = traitlets.Dict().tag(sync=True)  # what the page needs once
    request = traitlets.Dict().tag(sync=True, echo_update=False)  # page → here: {"id": n, "values": {...}}
    frame = traitlets.Dict().tag(sync=True)  # here → page: {"id": n, …}, see frame.py
    locked = traitlets.Unicode("").tag(sync=True)  # why the controls are locked, or ""
    reached = traitlets.Bool(False).tag(sync=True)  # the goal, by a hand, now or before

    def __init__(
        self,
        declaration: Declaration,
        unlock: Any = None,
        line: frames.Line | None = None,
        logbook: logbooks.Logbook | None = None,
        **values: Any,
    ):
        self.declaration = declaration
        self.line = line
        self.logbook = logbook or logbooks.default()
        self.picture = declaration.picture()
        self.state: Any = None
        self.last_error: Exception | None = None
        self._ahead: asyncio.Future | None = None
        self._unlock_by = unlock
        self._start = {**declaration.defaults, **values}
        start = {"id": 0, "values": {**self._start, **_settings_in(self.logbook, declaration)}}
        still = cell.mark(f"jl-still-{declaration.name}")
        once = {"still": still, "ahead": os.environ.get("JOINTLAB_AHEAD") != "off" and not place.IN_A_BROWSER}
        once["after"] = f"prediction {unlock.key}" if unlock is not None else ""
        reached = _goal_in(self.logbook, declaration)
        super().__init__(spec=frames.spec(declaration, self.picture) | once, request=start, reached=reached)
        self.on_msg(self._on_message)
        self._lock()
        self.logbook.tell(self)
        self._deaf = line.when_checked(self._redraw) if line else lambda: None
        cell.supersede(self)

    def set(self, **values: Any) -> None:
        """Move controls by name, as a hand would; what cannot be is said in `frame["error"]`."""
        self.request = {"id": self.request["id"] + 1, "values": {**self.request["values"], **values}}

    @traitlets.observe("request")
    def _answer(self, _change: Any) -> None:
        """Model, picture, sentence: one frame for the present request."""
        try:
            self.state, shown = frames.frame(self.declaration, self.picture, self.request["values"], self.line)
            self.last_error = None
            if shown["goal"] and self.request["id"] and not self.reached and not self.locked:  # by a hand
                self.reached = True
                self.logbook.record("goal", self.declaration.name, {"goal": self.declaration.goal.key})
        except Exception as error:
            self.last_error = error
            shown = {**(self.frame or self._blank()), "error": _in_words(error)}
        self.frame = {**shown, "id": self.request["id"]}

    def _blank(self) -> dict[str, Any]:
        """What is shown if not even the first state works."""
        return {"values": self.declaration.defaults, "marks": "", "sentence": "", "goal": False, "grips": []}

    async def draw_ahead(self, wanted: list[dict[str, Any]]) -> None:
        """Send frames for where the hand may go next; stop as soon as the hand itself asks for one."""
        drawn, asked = [], self.request["id"]
        for values in wanted:
            shown = None  # where the model says no, the page asks again when the hand is there
            with suppress(Exception):
                shown = frames.frame(self.declaration, self.picture, values, self.line)[1]
            drawn.append(shown)
            await asyncio.sleep(_PAUSE)
            if self.request["id"] != asked:
                break
        self.send({"ahead": drawn})

    def close(self) -> None:
        """Also let go of picture and line: IPython keeps in `Out` what a cell has ever shown."""
        self._deaf()
        super().close()
        self.picture = None

    def _redraw(self) -> None:
        """The learner's line is another one: what the page has kept is out of date."""
        self.send({"forget": True})
        self.set()

    def _lock(self) -> None:
        """Until the prediction is made; at once open if it is, or if there is none."""
        if self._unlock_by is not None and not self._unlock_by.made:
            self.locked = _(
                "Make your prediction above first: then the picture comes alive, and the controls are yours."
            )
            self._unlock_by.when_made(self._unlock)

    def _unlock(self, *_: Any) -> None:
        self.locked = ""

    def recorded(self, kind: str) -> None:
        """The lesson was started afresh: everything stands as it did at first."""
        if kind == "afresh" and self.picture:  # not one that was closed
            self.reached = _goal_in(self.logbook, self.declaration)
            self._lock()
            self.set(**{**self._start, **_settings_in(self.logbook, self.declaration)})

    def _on_message(self, _widget: Any, message: dict, _buffers: Any) -> None:
        """The page asks for frames ahead, or to hear a curve or a sound, or tells where the controls were left."""
        if "ahead" in message:
            self._ahead = asyncio.ensure_future(self.draw_ahead(message["ahead"]))  # kept, or it might be collected
            return
        if "left" in message:
            self.logbook.record("settings", self.declaration.name, {"values": message["left"]})
            return
        try:
            state = self.declaration.state(**message["values"])
            if "hear" in message:
                self.send({"hear": hear.told(self.declaration.hear(state))})
                return
            sound = self.declaration.sounds[message["sound"]]
            self.send({"sound": message["sound"]}, buffers=[frames.wav(sound, state)])
        except Exception as error:  # said in the page, never lost in the log
            self.last_error = error
            self.frame = {**self.frame, "error": _("The sound could not be made: {error}").format(error=error)}
            if "hear" in message:
                self.send({"hear": None})  # the page waits no longer

    def again(self) -> "View":
        """The same explorer once more, to be the last line of another cell: what moves in one moves in both."""
        return View(self)

    def _ipython_display_(self) -> None:
        """A still picture with its words stands in for the explorer."""
        with style.applied():
            if self.state is not None:
                self.picture.update(self.state)  # a frame may have been drawn ahead since
            folded = (
                _("“{title}”: open it when you have predicted").format(title=self.declaration.title)
                if self.locked
                else ""
            )
            caption, mark = self.frame["sentence"], self.spec["still"]
            still = Still(self.picture, caption, stands_in=True, folded=folded, mark=mark)
        cell.show(self, still, _("Run this notebook to move the controls of this picture."))


class View:
    """A living explorer once more, without a picture for pages that have no kernel: that stands at the first."""

    def __init__(self, explorer: Explorer):
        self.explorer = explorer

    def _repr_mimebundle_(self, **_how: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        title = self.explorer.declaration.title
        return cell.bundle(self.explorer, _("“{title}”, once more: run this notebook to move it.").format(title=title))


def _goal_in(logbook: logbooks.Logbook, declaration: Declaration) -> bool:
    """Whether the goal has been reached before: a goal in other words is another goal."""
    found = declaration.goal and logbook.latest("goal", declaration.name)
    return bool(found and found["entry"].get("goal") in (declaration.goal.key, declaration.goal.text))


def _settings_in(logbook: logbooks.Logbook, declaration: Declaration) -> dict[str, Any]:
    """Where the controls were left; nothing if the explorer has other controls by now."""
    found = logbook.latest("settings", declaration.name)
    with suppress(Impossible, AttributeError, TypeError):  # other controls, or not a record of ours
        return declaration.clean(found["entry"].get("values")) if found else {}
    return {}


def _in_words(error: Exception) -> str:
    if isinstance(error, Impossible):  # what a model says of impossible input is meant to be read
        return frames.refused(error)
    return _(
        "This explorer met an error of its own ({name}: {error}). Press Reset; if it comes back, "
        "please report it with the values of the controls."
    ).format(name=type(error).__name__, error=error)
