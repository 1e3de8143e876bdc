"""The strip at the top of a lesson: what is done of it, where to go on, and how to start it afresh.

It hears what the logbook keeps, from whatever part of the lesson it comes. Its page side also opens what stands folded
until something is done (see `found`), and remembers the part that a hand was on last.
"""

from html import escape
from typing import Any

import anywidget
import traitlets

from jointlab import cell
from jointlab import logbook as logbooks
from jointlab.language import _
from jointlab.learn import afresh
from jointlab.learn._block import Page
from jointlab.learn._sheets import page_script, sheet
from jointlab.learn.progress import committed, done, start_afresh, steps

# What the page says by itself.
_WORDS = {
    "how_far": _("How far you are in this lesson"),
    "afresh": _("Start this lesson afresh"),
    "yes": _("Start afresh"),
    "count": _("{count} of {all}"),
    "done": _("{name}: {count} of {all} done"),
    "begin": _("Begin with “{name}”"),
    "go_on": _("Go on with “{name}”"),
    "all_done": _("All done ★"),
}


class Strip(anywidget.AnyWidget):
    """How far the learner is in a lesson; `explorers`: the declarations of those that have a goal, in their order.

    Raises sources.MissingSource, sources.DamagedData.
    """

    _esm = page_script("strip.js", **_WORDS)
    _css = sheet(".jl-strip", "strip.css")

    spec = traitlets.Dict().tag(sync=True)  # what the page needs once
    done = traitlets.List().tag(sync=True)  # addresses of what is done
    opens = traitlets.List().tag(sync=True)  # the same, with predictions that were declined: what waits for it may open
    said = traitlets.Unicode().tag(sync=True)  # what has become of starting afresh
    place = traitlets.Unicode().tag(sync=True)  # address of the part that a hand was on last; both ways

    def __init__(self, lesson: str, *explorers: Any, logbook: logbooks.Logbook | None = None):
        self.lesson, self.explorers = lesson, explorers
        self.logbook = logbook or logbooks.default()
        self.steps = steps(lesson, explorers)
        last = self.logbook.latest("place", lesson) or {"entry": {}}
        super().__init__(
            spec={
                "steps": [[name, parts] for name, parts in self.steps.items()],
                "names": {name: _(name) for name in self.steps},
                "words": cell.mark(f"jl-strip-{lesson}"),
                "warning": afresh.WARNING,
            },
            place=str(last["entry"].get("at", "")),
        )
        self._count()
        self.logbook.tell(self)
        self.observe(self._remember, "place")
        self.on_msg(self._on_message)
        cell.supersede(self)

    def recorded(self, _kind: str) -> None:
        """The logbook has a new record."""
        self._count()

    def _count(self) -> None:
        """Count what is done."""
        own = {part for parts in self.steps.values() for part in parts}
        finished = done(self.logbook) & own
        self.done = sorted(finished)
        self.opens = sorted(finished | committed(self.logbook) & own)

    def _remember(self, change: Any) -> None:
        if change.new:
            self.logbook.record("place", self.lesson, {"at": change.new})

    def _on_message(self, _widget: Any, message: dict, _buffers: Any) -> None:
        """The learner, or the next class, wants to begin anew."""
        if "afresh" in message:
            start_afresh(self.lesson, self.explorers, self.logbook)
            self.place = ""
            self.said = afresh.said(self.lesson)

    def _ipython_display_(self) -> None:
        parts = " · ".join(f"{_(name)}: {len(parts)}" for name, parts in self.steps.items())
        told = _("In this lesson: {parts}").format(parts=parts)
        html = f'<p id="{self.spec["words"]}">{escape(told)}</p>'
        cell.show(self, Page(html, told), _("Run this notebook to see how far you are."))
