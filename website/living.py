"""What lives in a lesson, for a page without Python: the words that stand in for it, and what wakes it there."""

import json
from collections.abc import Mapping
from html import escape
from typing import Any

from jointlab.explorers.engine import Explorer
from jointlab.language import _
from jointlab.learn import Calibration, Poll, Strip
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
        name = widget.declaration.name
        return f'<div class="jl-live" id="play-{name}" data-explorer="{name}"{after}>{words}{_opening(name)}</div>'
    if isinstance(widget, Block):
        return f'<div class="jl-asks">{stands_in._repr_html_()}{data(alone(widget))}</div>'
    if isinstance(widget, Strip):
        return f'<div class="jl-progress">{stands_in._repr_html_()}{data(_progress(widget))}</div>'
    if isinstance(widget, Calibration):
        told = f'<p class="jl-sentence" id="{widget.words}">{escape(widget.TOLD)}</p>'
        return f'<div class="jl-sure jl-calibration" data-kind="{widget.NAME}">{told}</div>'
    return ""


def opened(page: str, openings: Mapping[str, Any]) -> str:
    """A page, in which each explorer has got its opening (`record.opening`), by its name."""
    for name, opening in openings.items():
        page = page.replace(_opening(name), data(opening))
    return page


def _opening(name: str) -> str:
    """Stands where an opening will stand as soon as the explorer is recorded."""
    return f"<!-- opening of {name} -->"


def poll(lesson: str) -> str:
    """The slide on which a class is polled in this lesson."""
    slide = Poll(lesson)
    return f'<div class="jl-polls">{slide.stands_in._repr_html_()}{data(slide.spec)}</div>'


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
