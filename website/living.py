"""What lives in a lesson, for a page without Python: the words that stand in for it, and what wakes it there."""

import json
from html import escape
from typing import Any

from jointlab.explorers.engine import Explorer
from jointlab.language import _
from jointlab.learn import Calibration, Strip
from jointlab.learn._block import Block
from jointlab.learn.alone import alone
from website.cells import Living

NOT_HERE = {"Build"}  # parts of a lesson that a page without Python cannot keep


def html(living: Living) -> str:
    """A box for one widget; `front/page.js` wakes what is in it. "" for what has no place on such a page."""
    widget, stands_in = living.widget, living.stands_in
    if isinstance(widget, Explorer):
        words = stands_in._repr_html_()
        after = f' data-after="{widget.spec["after"]}"' if widget.spec["after"] else ""
        return f'<div class="jl-live" data-explorer="{widget.declaration.name}"{after}>{words}</div>'
    if isinstance(widget, Block):
        return f'<div class="jl-asks">{stands_in._repr_html_()}{data(alone(widget))}</div>'
    if isinstance(widget, Strip):
        return f'<div class="jl-progress">{stands_in._repr_html_()}{data(_progress(widget))}</div>'
    if isinstance(widget, Calibration):
        return f'<div class="jl-sure" data-kind="{widget.NAME}"><p id="{widget.words}">{escape(widget.TOLD)}</p></div>'
    return ""


def explorers(shown: list[Any]) -> list[Explorer]:
    """Those among what a lesson shows."""
    return [one.widget for one in shown if isinstance(one, Living) and isinstance(one.widget, Explorer)]


def _progress(strip: Strip) -> dict[str, Any]:
    steps = [[name, parts] for name, parts in strip.spec["steps"] if name not in NOT_HERE]
    return {"lesson": strip.lesson, "spec": {**strip.spec, "steps": steps, "warning": WARNING}}


WARNING = _(
    "To do it all once more, or for a second class: your predictions, answers and goals of this lesson are deleted "
    "from this browser, and the page is loaded anew."
)


def data(state: Any, more: str = "") -> str:
    """Plain data beside its box, where a page may hold it; `more` of the tag."""
    text = json.dumps(state, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    return f'<script type="application/json"{more}>{text}</script>'
