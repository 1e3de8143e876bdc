"""What tells an outcome stands folded until the learner has committed, or wants to see it.

A fold opens by a click; and the strip of a living lesson opens it when what it waits for is done. What it waits for is
an address of the logbook, its kind and its name, here with a hyphen between them: `prediction-pop/camera`,
`check-collapse_time`, `goal-four-stories-one-camera`. In prose the same is written as

    <details class="until-prediction-pop/camera"><summary>What did you find?</summary>

    …

    </details>
"""

import io
from collections.abc import Callable
from contextlib import redirect_stdout
from html import escape
from typing import Any

from jointlab.learn._block import Page

WORDS = "What did you find?"


def found(until: str, *shows: Callable[[], Any], words: str = WORDS) -> Page:
    """What `shows` print or return, folded under a line with these `words`; opened when `until` is done."""
    pages = [_seen(show) for show in shows]
    html = "".join(page.html for page in pages)
    return Page(
        f'<details class="until-{escape(until)}" style="max-width: 960px"><summary style="cursor: pointer">'
        f"<strong>{escape(words)}</strong></summary>{html}</details>",
        "\n".join([words, *(page.words for page in pages)]),
    )


def _seen(show: Callable[[], Any]) -> Page:
    """What a page shows of it: its printed words, or what it returns."""
    printed = io.StringIO()
    with redirect_stdout(printed):
        shown = show()
    if shown is not None:
        return Page(shown._repr_html_(), repr(shown))
    text = printed.getvalue().rstrip()
    return Page(f'<pre style="white-space: pre-wrap">{escape(text)}</pre>', text)
