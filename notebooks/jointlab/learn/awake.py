"""Words that a page says only when Python and the page have heard each other.

At the end of a lesson they bring the reader back to its beginning: a front end goes to the last cell when it runs all.
"""

import time
from datetime import datetime
from html import escape
from typing import Any

import anywidget
import traitlets

from jointlab import cell
from jointlab.language import _
from jointlab.learn._block import Page
from jointlab.learn._sheets import page_script, sheet

_TOGETHER = 5.0  # s between the first cell's run and this one's, as the page asked for them: all cells were run at once
_BEGUN: dict[str, datetime | None] = {"at": None}


class Ready(anywidget.AnyWidget):
    """`says` these words once the page has answered; until then, and where none can, its cell says that it `waits`.

    `back`: the page also goes back to its beginning, if its reader is still at the end, where the front end has led.

    `name` tells it from others on the same page.
    """

    _esm = page_script("awake.js")
    _css = sheet(".jl-ready", "awake.css")

    spec = traitlets.Dict().tag(sync=True)

    def __init__(self, says: str, waits: str, name: str, back: bool = False):
        self.waits = waits
        self._made = time.monotonic()
        super().__init__(spec={"says": says, "words": cell.mark(f"jl-waits-{name}"), "back": back})
        self.on_msg(self._answer)
        cell.supersede(self)

    def _answer(self, _widget: Any, _message: Any, _buffers: Any) -> None:
        self.send({"age": time.monotonic() - self._made})

    def _ipython_display_(self) -> None:
        html = f'<p id="{self.spec["words"]}">{escape(self.waits)}</p>'
        cell.show(self, Page(html, self.waits), _("This page has not answered."))


def begin() -> None:
    """The first cell of a lesson, or of the slides, runs."""
    _BEGUN["at"] = cell.asked_at()


def ready(says: str = "", waits: str = "") -> Ready:
    """The last line of a lesson; what is none `says` that all has run, and that it `waits`, in words of its own."""
    now = cell.asked_at()
    together = bool(_BEGUN["at"] and now and 0 <= (now - _BEGUN["at"]).total_seconds() <= _TOGETHER)
    says = says or _("✓ Ready: everything in this lesson has run.")
    return Ready(says, waits or _("This is the end of the lesson."), "end", back=together)
