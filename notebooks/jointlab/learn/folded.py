"""What stands folded behind one line: long lists, and what tells an outcome before the learner has committed.

A fold opens by a click, without a kernel too. What waits `until` something is done is also opened by the strip of a
living lesson; it names an address of the logbook, kind and name, with a hyphen between them: `prediction-pop/camera`,
`check-collapse_time`, `goal-four-stories-one-camera`. In prose the same is written as

    <details class="until-prediction-pop/camera"><summary><strong>What did you find?</strong></summary>

    …

    </details>
"""

import io
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from html import escape
from typing import Any

from jointlab.language import N_, _
from jointlab.learn._block import NBSP, Page


def folded(summary: str, lines: Sequence[str]) -> Page:
    """The `lines` as a list that opens under `summary`. Its lines break between words on a narrow screen; in plain
    words it is not folded. Raises ValueError without lines: a fold that hides nothing is a promise not kept."""
    if not lines:
        raise ValueError(f"Nothing stands behind {summary!r}: give it at least one line.")
    items = "".join(f"<li>{escape(_firm(line))}</li>" for line in lines)
    return fold(summary, f"<ul>{items}</ul>", "\n".join(f"- {line}" for line in lines))


def found(until: str, *shows: Callable[[], Any], words: str = N_("What did you find?")) -> Page:
    """What `shows` print or return, folded under a line with these `words`; opened when `until` is done.

    Code cells are the same in every language: `words` are English there, and are translated here.
    """
    pages = [_seen(show) for show in shows]
    html = "".join(page.html for page in pages)
    return fold(_(words), html, "\n".join(page.words for page in pages), f' class="until-{escape(until)}"')


def fold(summary: str, html: str, words: str, kind: str = "") -> Page:
    """`html` behind the line `summary`; in plain words it is not folded."""
    line = f'<summary style="cursor: pointer"><strong>{escape(summary)}</strong></summary>'
    return Page(f'<details{kind} style="max-width: 960px">{line}{html}</details>', f"{summary}\n{words}")


def _seen(show: Callable[[], Any]) -> Page:
    """What a page shows of it: its printed words, or what it returns."""
    printed = io.StringIO()
    with redirect_stdout(printed):
        shown = show()
    if shown is not None:
        return Page(shown._repr_html_(), repr(shown))
    text = printed.getvalue().rstrip()
    return Page(f'<pre style="white-space: pre-wrap">{escape(text)}</pre>', text)


def _firm(line: str) -> str:
    """The line with each number kept beside its name and its per cent."""
    return line.replace(" = ", f"{NBSP}={NBSP}").replace(" %", f"{NBSP}%")
